"""What several dates of one page say about one another."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, NamedTuple

from newsmodel.model import When
from newsmodel.parsers.html._fields.date_scene import day_of
from newsmodel.parsers.html._findings import Trace


class Found(NamedTuple):
    """A date that can be one of an article, and how it was read."""

    when: When
    trace: Trace


class Witnesses(NamedTuple):
    """What a page says of when one article was published.

    Attributes:
        stated: The date that it states first.
        others: All others, the best first.
        printed: Those printed between headline and body, on no link.
        changed: When the article was last changed.
    """

    stated: Found
    others: Sequence[Found]
    printed: Sequence[Found]
    changed: When | None

    @property
    def only_day(self) -> date | None:
        """The day that is printed, if it is one alone and no ``time`` says another.

        A page that prints several is left alone: they may be of other articles.
        """
        days = shown_days(self.others) | {day_of(each.when) for each in self.printed}
        return days.pop() if self.printed and len(days) == 1 else None


class Correction(NamedTuple):
    """What goes before a date of publication that a page states.

    Attributes:
        name: Which correction.
        find: Returns the better date, if there is one.
        reason: Why the stated one lost.
        example: A page that states another day, and is of 1 June 2023.
    """

    name: str
    find: Callable[[Witnesses], Found | None]
    reason: str
    example: str


_FOR_MACHINES: Final = ("json-ld", "meta", "meta-date", "microdata")
_MINUTE: Final = timedelta(minutes=1)
_QUARTER: Final = timedelta(minutes=15)
_ONE_DAY: Final = timedelta(days=1)
_EVENING: Final = 14
_TO_THE_WEST: Final = timedelta(hours=12)
_EASTMOST: Final = timedelta(hours=14)
# Nobody lives at UTC-12: who seems to has left out whether it was a.m. or p.m.
_WESTMOST: Final = timedelta(hours=-11)


def before_change(said: Witnesses) -> Found | None:
    """Return what is stated too, if the first would be after the last change.

    Some systems state the day on which they made the page anew.
    """
    changed = said.changed
    if changed is None or not is_later(said.stated.when, changed):
        return None
    for each in said.others:
        if each.trace.rule in _FOR_MACHINES and not is_later(each.when, changed):
            return each
    return None


def older_print(said: Witnesses) -> Found | None:
    """Return the only date that is printed, if it is days older than what is stated.

    Systems date an article anew when it is moved or edited, and readers go by print.
    """
    day = said.only_day
    if day is None or day >= _first_day(said.stated.when):
        return None
    return said.printed[0]


def newer_print(said: Witnesses) -> Found | None:
    """Return the only date that is printed, if it is days newer than what is stated.

    It is what readers are given as the day of the article, and no word calls it the
    day of a change. What is stated may be the day on which its address was made.
    """
    day, stated = said.only_day, said.stated.when
    if day is None or day <= _last_day(stated) or not is_later(day, stated):
        return None
    is_turned = (day.day, day.month) == (stated.month, stated.day)
    return None if is_turned else said.printed[0]


def local_time(said: Witnesses) -> Found | None:
    """Return a moment stated in UTC in the time of the place, which is also said.

    With its zone, or without: then the zone follows from the gap between the two.
    The day of an article is that of its place, and late in the day that of UTC is
    another.
    """
    moment = said.stated.when
    if not is_utc(moment):
        return None
    for other in (*said.others, *said.printed):
        if (local := _in_local_time(moment, other.when)) is not None:
            return Found(local, other.trace)
    return None


def local_midnight(said: Witnesses) -> Found | None:
    """Return a printed day whose midnight is what is stated in UTC.

    Systems that know only the day state it so, as seen from Greenwich: the day
    before at 22:00 or 23:00 for most of Europe.
    """
    when = said.stated.when
    if not isinstance(when, datetime) or not is_utc(when):
        return None
    if when.hour < _EVENING or when.minute or when.second:
        return None
    next_day = day_of(when) + _ONE_DAY
    either = (*said.printed, *said.others)
    return next((each for each in either if each.when == next_day), None)


def not_of_page(said: Witnesses) -> Found | None:
    """Return the only date that is printed, if what is stated may be of the page."""
    if said.stated.trace.rule != "meta-date" or said.only_day is None:
        return None
    return None if said.only_day == day_of(said.stated.when) else said.printed[0]


CORRECTIONS: Final = (
    Correction(
        "older-print",
        older_print,
        "an older date is printed below the headline",
        '<meta property="article:published_time" content="2024-11-20T16:02:46+02:00">'
        "<h1>Bridge reopens</h1><div>Ann Example</div><div>June 1, 2023</div>"
        '<p class="text">The bridge is open again after two years of work on it.</p>',
    ),
    Correction(
        "not-of-page",
        not_of_page,
        "it may be the date of the page, and another is printed",
        '<meta name="date" content="2023-05-20">'
        "<h1>Bridge reopens</h1><div>Ann Example</div><div>June 1, 2023</div>"
        '<p class="text">The bridge is open again after two years of work on it.</p>',
    ),
    Correction(
        "newer-print",
        newer_print,
        "a newer date is printed below the headline",
        '<meta property="article:published_time" content="2022-11-20T16:02:46+02:00">'
        "<h1>Bridge reopens</h1><div>Ann Example</div><div>June 1, 2023</div>"
        '<p class="text">The bridge is open again after two years of work on it.</p>',
    ),
    Correction(
        "before-change",
        before_change,
        "it would be after the last change, and another is stated",
        '<meta property="article:published_time" content="2024-03-09">'
        '<meta name="published-date" content="2023-06-01">'
        '<meta property="article:modified_time" content="2023-07-30">',
    ),
    Correction(
        "local-midnight",
        local_midnight,
        "it is the midnight of the day that is printed",
        '<meta property="article:published_time" content="2023-05-31T22:00:00Z">'
        "<h1>Bridge reopens</h1><div>1 June 2023</div>"
        '<p class="text">The bridge is open again after two years of work on it.</p>',
    ),
    Correction(
        "local-time",
        local_time,
        "the same moment is given in the time of the place",
        '<meta property="article:published_time" content="2023-06-02T02:41:46Z">'
        "<h1>Bridge reopens</h1><div>June 1, 2023 10:41 pm</div>"
        '<p class="text">The bridge is open again after two years of work on it.</p>',
    ),
)
"""What is looked at where a date of publication is stated; the order counts."""


def _first_day(when: When) -> date:
    """Return the first day that it can have been at a moment in any zone."""
    if isinstance(when, datetime) and not when.utcoffset():
        when -= _TO_THE_WEST
    return day_of(when)


def _last_day(when: When) -> date:
    """Return the last day that it can have been at a moment in any zone."""
    if isinstance(when, datetime):
        when += _EASTMOST - (when.utcoffset() or timedelta())
    return day_of(when)


def shown_days(found: Sequence[Found]) -> set[date]:
    """Return the days of ``time`` elements, which readers see."""
    return {day_of(when) for when, trace in found if trace.rule == "time-element"}


def is_confirmed(stated: Found, others: Sequence[Found]) -> bool:
    """Whether a ``time`` element near the headline says the same day or the next."""
    day = day_of(stated.when)
    return any(abs(each - day) <= _ONE_DAY for each in shown_days(others))


def is_same(when: When, stated: When) -> bool:
    """Whether a printed date is of the day that is stated, or of the next."""
    return timedelta() <= day_of(when) - day_of(stated) <= _ONE_DAY


def is_later(one: When, other: When) -> bool:
    """Whether a date is more than a day after another."""
    return day_of(one) - day_of(other) > _ONE_DAY


def is_before(one: When, other: When) -> bool:
    """Whether a date is before another, as far as the two can be compared."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        unzoned = {one.utcoffset() is None, other.utcoffset() is None}
        return one < other if len(unzoned) == 1 else is_later(other, one)
    return is_later(other, one)


def is_utc(when: When) -> bool:
    return isinstance(when, datetime) and when.utcoffset() == timedelta()


def _in_local_time(moment: When, other: When) -> datetime | None:
    """Return a moment of UTC in the time of the place, if another date says it."""
    if not isinstance(moment, datetime) or not isinstance(other, datetime):
        return None
    if other.utcoffset():
        return other if abs(other - moment) < _MINUTE else None
    # Many pages put Z after a local time.
    there, here = (
        other.replace(tzinfo=UTC, microsecond=0),
        moment.replace(microsecond=0),
    )
    gap = there - (here if there.second else here.replace(second=0))
    if not gap or not _WESTMOST <= gap <= _EASTMOST or gap % _QUARTER:
        return None
    return moment.astimezone(timezone(gap))


def closeness(first: When, other: When) -> int:
    """Return how much more of one moment a second date says, 0 for nothing."""
    if day_of(first) != day_of(other) or not isinstance(other, datetime):
        return 0
    zoned = other.tzinfo is not None
    if not isinstance(first, datetime):
        return 3 if zoned else 2
    if first.tzinfo is None:
        same = first.replace(second=0, microsecond=0) == other.replace(
            second=0, microsecond=0, tzinfo=None
        )
        if same and zoned:
            return 3
    midnight = first.hour == first.minute == first.second == 0
    timed = bool(other.hour or other.minute)
    return 2 + zoned if midnight and timed and (zoned or first.tzinfo is None) else 0
