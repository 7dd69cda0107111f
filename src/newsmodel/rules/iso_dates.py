"""Dates as machines write them: ISO 8601, basic and extended, more or less."""

import re
from datetime import date, datetime
from typing import Final

from newsmodel.model import When
from newsmodel.rules.dates import read_date

_ISO: Final = re.compile(
    r"""
    (?P<year> [0-9]{4} ) (?P<dash> -? ) (?P<month> [0-9]{2} ) (?P=dash)
    (?P<day> [0-9]{2} )
    (?:
        (?: T | \s | \s?T\s? )
        (?P<hour> [0-9]{2} ) :? (?P<minute> [0-9]{2} )
        (?: :? (?P<second> [0-9]{2} ) (?: [.,] (?P<part> [0-9]{1,12} ) )? )?
        \s? (?P<zone> Z | [+-] [0-9]{2} (?: :? [0-9]{2} )? )?
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FARTHEST: Final = 14 * 60
_LONGEST: Final = 60


def read_iso_date(text: str) -> When | None:
    """Return the moment that a text is, at the precision given, or ``None``.

    With dashes and colons or without, with a zone or without; a fraction of a
    second is cut after six digits. Other forms are left to :func:`read_date`.

    Example:
        >>> read_iso_date("20230601T091500+0200").isoformat()
        '2023-06-01T09:15:00+02:00'
        >>> read_iso_date("2023-06-01"), read_iso_date("soon")
        (datetime.date(2023, 6, 1), None)
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    found = _ISO.fullmatch(text)
    if found is None:
        reading = read_date(text)
        return reading.when if reading else None
    day = f"{found['year']}-{found['month']}-{found['day']}"
    try:
        if not found["hour"]:
            return date.fromisoformat(day)
        clock = f"{found['hour']}:{found['minute']}:{found['second'] or '00'}"
        part = f".{found['part'][:6]:0<6}" if found["part"] else ""
        when = datetime.fromisoformat(f"{day}T{clock}{part}{_zone(found['zone'])}")
    except ValueError:  # the 31st of February, or an hour 25
        return None
    offset = when.utcoffset()
    if offset is not None and abs(offset.total_seconds()) > _FARTHEST * 60:
        return None
    return when


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in "Zz":
        return "+00:00"
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"
