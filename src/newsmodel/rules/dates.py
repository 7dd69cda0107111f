"""Dates as papers print them and machines write them, at the precision given.

The forms are written out here rather than left to dateutil's parser: that fills
what is missing from today's clock, knows the zones of the machine it runs on, and
guesses where this refuses. Its rules of summer time are exact, and used.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final, Literal, NamedTuple, TypeAlias

from newsmodel.model import When
from newsmodel.rules._calendar import MONTHS, WEEKDAYS
from newsmodel.rules._words import words

Order: TypeAlias = Literal["day-first", "month-first"]


class DateReading(NamedTuple):
    """What a text says about one moment.

    Attributes:
        rule: Name of the rule that read it.
        when: The moment; ``None`` where it is refused.
        problem: Why it is refused, or what of it could not be kept.
        readings: The two dates that an ambiguous one can be.
        order: Which way round an unambiguous slashed date stands.
    """

    rule: str
    when: When | None = None
    problem: str = ""
    readings: tuple[When, ...] = ()
    order: Order | None = None


# Names with one meaning in the news, RFC 822's among them, in minutes of UTC.
_ZONES: Final = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "BST": 60,
    "WEST": 60,
    "CET": 60,
    "MEZ": 60,
    "WAT": 60,
    "CEST": 120,
    "MESZ": 120,
    "EET": 120,
    "SAST": 120,
    "CAT": 120,
    "EEST": 180,
    "MSK": 180,
    "EAT": 180,
    "HKT": 480,
    "AWST": 480,
    "JST": 540,
    "KST": 540,
    "ACST": 570,
    "AEST": 600,
    "ACDT": 630,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "NDT": -150,
    "ADT": -180,
    "BRT": -180,
    "NST": -210,
    "EDT": -240,
    "EST": -300,
    "CDT": -300,
    "CST": -360,
    "MDT": -360,
    "MST": -420,
    "PDT": -420,
    "PST": -480,
    "AKDT": -480,
    "AKST": -540,
    "HST": -600,
}
# Names that hold all year; the season follows from the date.
_AMERICAN: Final = {"ET": "EST5EDT", "CT": "CST6CDT", "MT": "MST7MDT", "PT": "PST8PDT"}
# From which year on summer time lasts from when to when, as POSIX writes it.
_AMERICAN_RULES: Final = ((2007, "M3.2.0,M11.1.0"), (1987, "M4.1.0,M10.5.0"))
_MINUTE: Final = timedelta(minutes=1)
ZONE_NAMES: Final = _ZONES.keys() | _AMERICAN.keys()
_MONTH_FIRST: Final = words("EDT EST CDT CST MDT MST PDT PST ET CT MT PT")
_DAY_FIRST: Final = words("BST WET WEST CET CEST MEZ MESZ EET EEST MSK")

# ISO 8601, basic and extended, in the forms that the standard library reads too.
_ISO = re.compile(
    r"[0-9]{4}(?P<dash>-?)[0-9]{2}(?P=dash)[0-9]{2}"
    r"(?P<time>[Tt ][0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,12})?)?"
    r"(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_FARTHEST = timedelta(hours=14)
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª)?"
_DATE = re.compile(
    rf"""
    (?: (?P<weekday> [^\W\d_]{{2,12}} ) (?: -feira )? \.? (?: \s*,\s* | \s+ )
        (?: (?: the | le | den ) \s+ )? )?
    (?:
      (?P<iso_year> [0-9]{{4}} ) (?P<iso_sign> [-/.] ) (?P<iso_month> [0-9]{{1,2}} )
          (?P=iso_sign) (?P<iso_day> [0-9]{{1,2}} )
    | (?P<first> [0-9]{{1,2}} ) \s? (?P<sign> [/.-] ) \s? (?P<second> [0-9]{{1,2}} )
          \s? (?P=sign) \s? (?P<year> [0-9]{{4}} | [0-9]{{2}} )
    | (?P<day> [0-9]{{1,2}} ) {_ORDINAL} \.? [\s-]*
          (?: (?: of | de | d[’'] ) \s+ )? (?P<month> [^\W\d_]{{3,10}} ) \.?
          (?: (?: \s*,\s* | [\s-]+ ) (?: (?: de | del ) \s+ )?
          (?P<year2> [0-9]{{4}} ) )?
    | (?P<month3> [^\W\d_]{{3,10}} ) \.? \s*
          (?P<day3> [0-9]{{1,2}} ) {_ORDINAL} (?! [0-9:.] [0-9] )
          (?: (?: \s*,\s* | \s+ ) (?P<year3> [0-9]{{4}} ) )?
    | (?P<month4> [^\W\d_]{{3,10}} ) \.? (?: \s* , )? \s+
          (?: de \s+ )? (?P<year4> [0-9]{{4}} )
    )
    (?! [0-9] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = r"(?:\s*(?:,|@|\||at|um|às|à|a\s+las|alle|om|kl\.?|\()|\s+[-–—])?\s*"
_TIME = re.compile(
    r"""
    (?P<hour> [0-9]{1,2} )
    (?: \s?(?: [:.h] | Uhr ) \s?(?P<minute> [0-9]{2} )
        (?: :(?P<second> [0-9]{2} ) (?: [.,](?P<part> [0-9]{1,9} ) )? )? )?
    (?P<hours> \s*(?: h | hrs? | hours | Uhr | uur )\b )?
    \s* (?P<half> (?: a\.?m\b\.? | p\.?m\b\.? | noon\b | midnight\b ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ZONE = re.compile(
    r"""
    \s* \(? \s*
    (?: (?P<offset> (?: (?: UTC | GMT ) \s? )? (?P<sign> [+\u2212-] )
        (?P<hours> [0-9]{1,2} ) (?: :? (?P<minutes> [0-9]{2} ) )? )
    | (?P<name> Eastern | Central | Mountain | Pacific | [A-Z]{1,5} )
        (?: \s (?: Standard | Daylight | Summer )? \s? [Tt]ime )?
    | local \s time )
    \s* \)?
    """,
    re.VERBOSE,
)
_RELATIVE = re.compile(
    r"""
    (?: yesterday | today | tonight | now | just \s now | gestern | heute | hier
    | aujourd[’']hui | ayer | hoy | ieri | oggi | vandaag | gisteren | ontem | hoje
    | last \s (?: night | week | month | year )
    | (?: about \s | over \s )? (?: an? | one | two | [0-9]{1,3} ) \s?
        (?: s | secs? | seconds? | m | mins? | minutes? | h | hrs? | hours? | d | days?
        | weeks? | months? | years? ) (?: \s[0-9]{1,2}\s?(?: m | mins? ) )? \s ago
    | vor \s [0-9]{1,3} \s [a-zäöü]+ | il \s y \s a \s [0-9]{1,3} \s [a-zé]+
    | hace \s [0-9]{1,3} \s [a-zí]+ | h[áa] \s [0-9]{1,3} \s [a-z]+
    | [0-9]{1,3} \s [a-z]+ \s fa | [0-9]{1,3} \s [a-z]+ \s geleden
    )
    (?: \s (?: at | um | à ) \s [0-9].{0,12} | , \s? [0-9].{0,12} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 100
_CENTURY_TOLD = 4


def read_date(text: str, *, order: Order | None = None) -> DateReading | None:
    """Return what a text that is a date and nothing else says, else ``None``.

    Args:
        text: The date, with its time and zone, as printed.
        order: Which way round slashed dates stand here, where that is known.

    Example:
        >>> read_date("Thu 1 Jun 2023 19.03 BST").when.isoformat()
        '2023-06-01T19:03:00+01:00'
        >>> read_date("31 June 2023").problem
        'there is no such day'
    """
    text = text.strip(" \t\n\r\xa0.,;")
    if len(text) > _LONGEST:
        return None
    if (found := _ISO.fullmatch(text)) and (reading := _iso(found)):
        return reading
    if found := _DATE.match(text):
        reading = _dated(found, text[found.end() :], order)
        if reading is not None:
            return reading
    if found := _TIME.match(text):
        reading = _time_first(found, text, order)
        if reading is not None:
            return reading
    if _RELATIVE.fullmatch(text):
        problem = "it counts from now, and the clock is not read"
        return DateReading("relative", problem=problem)
    return None


def read_when(text: str) -> When | None:
    """Return the moment that a text is which should be one, or ``None``.

    Example:
        >>> read_when("20230601T091500+0200").isoformat()
        '2023-06-01T09:15:00+02:00'
        >>> read_when("2023-06-01"), read_when("soon")
        (datetime.date(2023, 6, 1), None)
    """
    reading = read_date(text)
    return reading.when if reading else None


def month_and_day(text: str) -> tuple[int, int, int | None] | None:
    """Return month, day and, where printed, year of a date in words.

    Example:
        >>> month_and_day("June 1"), month_and_day("1er juin 2023")
        ((6, 1, None), (6, 1, 2023))
    """
    found = _DATE.fullmatch(text.strip())
    if not found or found["weekday"]:
        return None
    month, day = found["month"] or found["month3"], found["day"] or found["day3"]
    year = found["year2"] or found["year3"]
    if not month or not (number := MONTHS.get(month.casefold())):
        return None
    return number, int(day), int(year) if year else None


def nearest(month: int, day: int, published: date) -> date | None:
    """Return the last such day that a text published then can speak of.

    A week ahead is let through, for the zones and the papers of tomorrow.
    """
    try:
        found = date(published.year, month, day)
        if (found - published).days > 7:
            found = date(published.year - 1, month, day)
    except ValueError:
        return None
    return found


class _Day(NamedTuple):
    rule: str
    days: tuple[date, ...] = ()
    problem: str = ""
    order: Order | None = None


def _iso(found: re.Match[str]) -> DateReading | None:
    """Read a date of machines, unless something is wrong with it."""
    rule = "year-month-day" if found["dash"] else "basic-iso"
    try:
        when = datetime.fromisoformat(found[0].upper())
    except ValueError:  # the 31st of February, or an hour 25
        return None
    if abs(when.utcoffset() or timedelta()) > _FARTHEST:
        return None
    return DateReading(rule, when if found["time"] else when.date())


def _dated(found: re.Match[str], rest: str, order: Order | None) -> DateReading | None:
    """Read the time and zone after a date, and put all together."""
    clock = None
    if rest:
        clock = _TIME.match(rest, _after(_BETWEEN_TIME, rest, 0))
        if not clock or clock["hour"] == clock[0].strip():
            return None
    zone = None
    if clock:
        zone = _ZONE.fullmatch(rest, clock.end())
        if not zone and rest[clock.end() :].strip(" )"):
            return None
    if (day := _day(found, zone["name"] if zone else None, order)) is None:
        return None
    return _together(day, clock, zone)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where a pattern that may be empty ends."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _time_first(
    clock: re.Match[str], text: str, order: Order | None
) -> DateReading | None:
    """Read ``19:03 BST, 1 June 2023``."""
    if not clock["minute"] and not clock["half"] and not clock["hours"]:
        return None
    zone = _ZONE.match(text, clock.end())
    if zone and zone["name"] and zone["name"] not in ZONE_NAMES:
        zone = None
    start = _after(_BETWEEN_DATE, text, (zone or clock).end())
    found = _DATE.fullmatch(text, start)
    if not found:
        return None
    day = _day(found, zone["name"] if zone else None, order)
    return day and _together(day, clock, zone)


_BETWEEN_TIME = re.compile(rf"(?:T(?=[0-9])|{_BETWEEN})", re.IGNORECASE)
_BETWEEN_DATE = re.compile(r"\s*(?:,|-|–|—|\||on|am|le)?\s*", re.IGNORECASE)


def _day(found: re.Match[str], zone: str | None, order: Order | None) -> _Day | None:
    """Return the days that the numbers of a date can be."""
    weekday = found["weekday"]
    if weekday and (weekday := weekday.casefold()) not in WEEKDAYS:
        return None
    if found["iso_year"]:
        return _one(
            "year-month-day", found["iso_year"], found["iso_month"], found["iso_day"]
        )
    if found["first"]:
        return _numbers(found, zone, order)
    month = found["month"] or found["month3"] or found["month4"]
    if (number := MONTHS.get(month.casefold())) is None:
        return None
    if found["month4"]:
        return _Day("month-year", problem="a month alone is no date")
    rule = "day-month-year" if found["day"] else "month-day-year"
    year = found["year2"] or found["year3"]
    if year is None:
        return _Day(rule, problem="it has no year")
    return _one(rule, year, number, found["day"] or found["day3"])


def _one(rule: str, year: str, month: str | int, day: str | int) -> _Day:
    try:
        return _Day(rule, (date(int(year), int(month), int(day)),))
    except ValueError:
        return _Day(rule, problem="there is no such day")


def _numbers(found: re.Match[str], zone: str | None, order: Order | None) -> _Day:
    """Read a date that is numbers with the year last."""
    first, second, year = found["first"], found["second"], found["year"]
    if len(year) < _CENTURY_TOLD:
        return _Day("numbers", problem="two digits do not tell the century")
    if found["sign"] == ".":
        return _one("day-first-numbers", year, second, first)
    days: dict[Order, date] = {}
    for day in _one("", year, second, first).days:
        days["day-first"] = day
    for day in _one("", year, first, second).days:
        days["month-first"] = day
    name = found["weekday"]
    if name:
        wanted = WEEKDAYS[name.casefold()]
        days = {k: v for k, v in days.items() if v.weekday() == wanted} or days
    if len(set(days.values())) == 1:
        settled = next(iter(days)) if len(days) == 1 else None
        return _Day("slashed", (next(iter(days.values())),), order=settled)
    if not days:
        return _Day("slashed", problem="there is no such day")
    if zone in _MONTH_FIRST:
        order = "month-first"
    elif zone in _DAY_FIRST:
        order = "day-first"
    if order:
        return _Day("slashed", (days[order],))
    both = tuple(sorted(days.values()))
    problem = f"it can be {both[0].isoformat()} or {both[1].isoformat()}"
    return _Day("slashed", both, problem=problem)


def _together(
    day: _Day, clock: re.Match[str] | None, zone: re.Match[str] | None
) -> DateReading:
    """Return a reading from day, time and zone."""
    whens: list[When] = []
    problem = day.problem
    for each in day.days:
        if clock is None:
            whens.append(each)
            continue
        if (at := _clock(clock)) is None:
            whens.append(each)
            problem = problem or f"there is no such time as {clock[0].strip()}"
            continue
        when = datetime.combine(each, at)
        if zone and zone[0].strip():
            when, trouble = _zoned(when, zone)
            problem = problem or trouble
        whens.append(when)
    if len(whens) == 1:
        return DateReading(day.rule, whens[0], problem, order=day.order)
    return DateReading(day.rule, problem=problem, readings=tuple(whens))


def _clock(found: re.Match[str]) -> time | None:
    parts = found.groupdict()
    hour = int(parts["hour"])
    half = (parts.get("half") or "").casefold()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in "pn" else 0)
    part = (parts.get("part") or "").ljust(6, "0")[:6]
    try:
        return time(
            hour, int(parts["minute"] or 0), int(parts["second"] or 0), int(part)
        )
    except ValueError:
        return None


def _zoned(when: datetime, zone: re.Match[str]) -> tuple[datetime, str]:
    """Return a time with its zone, or as it is and why not."""
    name = zone["name"]
    if zone["offset"]:
        minutes = int(zone["hours"]) * 60 + int(zone["minutes"] or 0)
        minutes = minutes if zone["sign"] == "+" else -minutes
        if abs(minutes) * _MINUTE > _FARTHEST:
            return when, f"there is no such offset as {zone['offset']}"
    elif name is None:
        return when, ""  # "local time" says what is meant already
    elif name[:1] + "T" in _AMERICAN and (name in _AMERICAN or len(name) > 5):
        season = american_offset(when, _AMERICAN[name[:1] + "T"])
        if season is None:
            return when, f"{name} cannot be told on the day that the clocks change"
        minutes = season
    elif name in _ZONES:
        minutes = _ZONES[name]
    else:
        return when, f"the zone {name} is not known or not one alone"
    offset = timezone(timedelta(minutes=minutes)) if minutes else UTC
    return when.replace(tzinfo=offset), ""


def american_offset(when: datetime, zone: str) -> int | None:
    """Return the offset of an American zone in minutes at a local time.

    The Energy Policy Act of 2005 holds from 2007; before, the rule of 1987 did.
    ``None`` in the hours that are skipped or repeated, and before 1987.

    Args:
        when: A time without a zone.
        zone: Names and offset of its times as POSIX writes them: ``EST5EDT``.
    """
    # The rules are given in full: to look a zone up by name would ask the
    # database of the machine, and no two machines have the same.
    rule = next((rule for year, rule in _AMERICAN_RULES if when.year >= year), None)
    if rule is None:
        return None
    from dateutil import tz

    there = when.replace(tzinfo=tz.tzstr(f"{zone},{rule}"))
    offset = there.utcoffset()
    if offset is None or not tz.datetime_exists(there) or tz.datetime_ambiguous(there):
        return None
    return offset // _MINUTE
