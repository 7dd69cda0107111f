"""Times as the model holds them: as written, at their precision."""

from datetime import UTC, date, datetime, timedelta, timezone

from newsmodel.model.fieldtypes import When

_DAY = 86_400_000_000


def to_when(value: When | None) -> When | None:
    """Return a time with its zone as the fixed offset it had at that moment.

    What the model cannot hold is left as it is, for the check to refuse with
    the name of the field.
    """
    if not isinstance(value, datetime):
        if not isinstance(value, date) or type(value) is date:
            return value
        return date(value.year, value.month, value.day)
    try:
        offset = value.utcoffset()
        zone = None if offset is None else timezone(offset) if offset else UTC
        # Rebuilt, so that subclasses, names of zones and folds are left behind.
        return datetime(
            value.year,
            value.month,
            value.day,
            value.hour,
            value.minute,
            value.second,
            value.microsecond,
            zone,
        )
    except Exception:  # whatever a stranger's zone raises
        return value


def sort_key(when: When | None) -> tuple[int, int]:
    """Return a key that sorts dates and datetimes, with zone or without, together.

    A time without a zone counts as UTC, a date as the very start of its day,
    and ``None`` as earlier than all.

    Example:
        >>> from datetime import date, datetime
        >>> times = [datetime(2023, 6, 1, 9), date(2023, 6, 1), None]
        >>> sorted(times, key=sort_key)[1]
        datetime.date(2023, 6, 1)

    .. versionadded:: 0.1.0
    """
    if when is None:
        return (-1, 0)
    if not isinstance(when, date):
        msg = f"wanted a date, a datetime or None, got {type(when).__name__}"  # type: ignore[unreachable]  # not for everybody's callers
        raise TypeError(msg)
    # Counted by hand, since a zone can carry the years 1 and 9999 over the edge.
    moment = when.toordinal() * _DAY
    if not isinstance(when, datetime):
        return (moment, 0)
    moment += ((when.hour * 60 + when.minute) * 60 + when.second) * 1_000_000
    moment += when.microsecond
    moment -= (when.utcoffset() or timedelta()) // timedelta.resolution
    return (moment, 1)
