"""Dates inside other text: found, brought into one form, and read."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsmodel.rules._calendar import ASCII_DIGITS, MONTHS
from newsmodel.rules.dates import ZONE_NAMES, DateReading, Order, read_date


class FoundDate(NamedTuple):
    """A date in a text.

    Attributes:
        start: Where it starts, its time included.
        end: Where it ends.
        reading: What it says.
    """

    start: int
    end: int
    reading: DateReading


class DateForm(NamedTuple):
    """One order in which the parts of a date stand.

    Attributes:
        name: Which one.
        pattern: How it looks. The groups begin with ``y`` for the year, ``m`` for a
            month in numbers and ``w`` for one in words, ``d`` for the day, ``a`` and
            ``b`` for numbers that can be either.
        example: A date that it must read.
        iso: What that is.
        words_first: Whether it begins with the name of a month.
    """

    name: str
    pattern: str
    example: str
    iso: str
    words_first: bool = False


# Where a month is in words, what follows the year may be glued to it: "Dec 5, 20232
# Shares". A month is looked up afterwards, so here it is any word. Two of Arabic have a
# blank, and those of Thai a stop inside.
_WORD: Final = (
    r"(?:(?:كانون|تشرين)\s\S{5,6}|เ?[ก-ฮ][\u0e31-\u0e4e]?\.\s?[ก-ฮ](?=[.\s])"
    r"|[^\W\d_][^\s0-9_.,;:!?/()\[\]|•·–—-]{1,14})"
)
_YEAR: Final = r"(?:19|20|25)[0-9]{2}"
DATE_FORMS: Final = (
    DateForm(
        "year-month-day",
        rf"(?P<y1>{_YEAR})(?P<s1>\s?[-/.]\s?)(?P<m1>[0-9]{{1,2}})(?P=s1)"
        r"(?P<d1>[0-9]{1,2})(?![0-9])",
        "Posted 2023/06/01",
        "2023-06-01",
    ),
    DateForm(
        "year-month-day-signs",
        rf"(?P<y2>{_YEAR})\s?[年년]\s?(?P<m2>[0-9]{{1,2}})\s?[月월]\s?"
        r"(?P<d2>[0-9]{1,2})\s?[日일]?",
        "公開 2023年6月1日",
        "2023-06-01",
    ),
    DateForm(
        "numbers",
        r"(?P<a>[0-9]{1,2})\s?(?P<s3>[./-])\s?(?P<b>[0-9]{1,2})\s?(?P=s3)\s?"
        rf"(?P<y3>{_YEAR}|[0-9]{{2}})(?![0-9])(?![.:/-][0-9])",
        "am 13.06.2023 um",
        "2023-06-13",
    ),
    DateForm(
        "day-tháng-year",
        r"(?P<d4>[0-9]{1,2})\s+tháng\s+(?P<m4>[0-9]{1,2}),?\s+(?:năm\s+)?"
        rf"(?P<y4>{_YEAR})",
        "ngày 1 tháng 6 năm 2023",
        "2023-06-01",
    ),
    DateForm(
        "day-month-year",
        r"(?P<d5>[0-9]{1,2})(?:st|nd|rd|th|er|º|°|ª|a|\.)?(?:\s?[-/]\s?|\s*,?\s+|\s*)"
        rf"(?:(?:of|de|di|ng)\s+|d[’'])?(?P<w5>{_WORD})\.?"
        r"(?:\s?/\s?[^\s0-9]{3,12}(?:\s[^\s0-9]{4,6})?)?"
        rf"(?:(?:\s*,\s*|\s+|\s?[-/]\s?)(?:(?:de|del|of)\s+)?(?P<y5>{_YEAR})"
        r"|(?:-|\s[’'])(?P<z5>[0-9]{2})(?![0-9]))",
        "on 1st June 2023, in town",
        "2023-06-01",
    ),
    DateForm(
        "year-gada-day-month",
        rf"(?P<y6>{_YEAR})\.?\s?gada\s(?P<d6>[0-9]{{1,2}})\.?\s(?P<w6>{_WORD})",
        "2023. gada 1. jūnijs",
        "2023-06-01",
    ),
    DateForm(
        "year-month-day-words",
        rf"(?P<y7>{_YEAR})(?:ko|\s?m)?\.?(?:\s*,\s*|\s+|-)(?P<w7>{_WORD})\.?"
        r"(?:\s+|-)(?P<d7>[0-9]{1,2})(?![0-9:])",
        "2023. június 1., csütörtök",
        "2023-06-01",
    ),
    DateForm(
        "month-day-year",
        rf"(?P<w8>{_WORD})\.?\s*(?P<d8>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?"
        rf"(?:\s*,\s*|\s+)(?P<y8>{_YEAR})",
        "Updated Dec. 22nd, 2023",
        "2023-12-22",
        words_first=True,
    ),
)


def _any_of(*, words_first: bool) -> re.Pattern[str]:
    forms = [each.pattern for each in DATE_FORMS if each.words_first is words_first]
    return re.compile(rf"(?<![0-9])(?<![0-9][.:/])(?:{'|'.join(forms)})")


# A date is tried only where a number begins, or the word before one: to try all of
# the forms at each letter of a line takes four times as long.
_NUMBER: Final = re.compile(r"[0-9]+")
_BEFORE_NUMBER: Final = re.compile(rf"{_WORD}\.?\s*$")
_FROM_NUMBER: Final = _any_of(words_first=False)
_FROM_WORD: Final = _any_of(words_first=True)
_LONGEST_WORD: Final = 24
_HALF: Final = r"[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|[πμ]\.?\s?μ\b\.?|[صم]\b|صباحا|مساءً?"
_LATE: Final = tuple("pPμΜم")
# Zones in words, as press releases give them.
_ZONES_IN_WORDS: Final = {
    f"{zone} {kind}time".casefold(): short
    for zone, letter in zip(
        ("Eastern", "Central", "Mountain", "Pacific"), "ECMP", strict=True
    )
    for kind, short in (
        ("", f"{letter}T"),
        ("Standard ", f"{letter}ST"),
        ("Daylight ", f"{letter}DT"),
    )
} | {
    "greenwich mean time": "GMT",
    "british summer time": "BST",
    "central european time": "CET",
    "central european summer time": "CEST",
}
_CLOCK: Final = rf"""
    (?: (?P<early> 오전|午前|上午|凌晨|早上 ) | (?P<late> 오후|午後|下午|晚上 ) )? \s?
    (?P<hour> [0-9]{{1,2}} )
    (?: \s? (?: [:.h時点點시] | Uhr ) \s? (?P<minute> [0-9]{{2}} ) (?: \s?[分분] )?
        (?: : (?P<second> [0-9]{{2}} ) )? (?: \s? (?P<half> {_HALF} ) )?
    | \s? (?P<half2> {_HALF} ) )
    (?: \s? (?: Uhr | uur | hrs | h | น | WIB ) \b \.? )?
    (?: \s? \(? (?P<zone>
        (?: (?: UTC | GMT ) \s? )? [+\u2212-] [0-9]{{1,2}} :? (?: [0-9]{{2}} )?
        | {"|".join(_ZONES_IN_WORDS).replace(" ", "[ ]")}
        | (?-i: [A-Z]{{1,5}} ) ) \b \)? )?
"""
_AFTER: Final = re.compile(
    r"(?: \s? [(（] [^\s()（）]{1,12} [)）] )? (?: \s d \. )? [\s,.|•·@(T/–—-]{0,5}"
    r"(?: (?: at | um | à | às | as | a\s+las | alle(?:\s+ore)? | ore | om | kl"
    r" | klo | godz | o | ob | u | în | в | о | στις | pukul | saat | lúc | na"
    r" | время ) [\s.]+ )?" + _CLOCK,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"(?<![0-9:.])"
    + _CLOCK
    + r"(?: [\s,.|•·/(–—-]+ (?: [^\W\d_]{2,12} [\s,.]+ ){0,2}? )? $",
    re.VERBOSE | re.IGNORECASE,
)
_CAPITAL: Final = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_A-Z]+$")
_LONGEST: Final = 400
_REACH: Final = 40
_BUDDHIST: Final = 543


def find_dates(text: str, *, order: Order | None = None) -> tuple[FoundDate, ...]:
    """Return the dates in a text, with the times that stand beside them.

    Args:
        text: Any line; only its first 400 characters are looked at.
        order: Which way round dates of numbers stand here, where that is known.

    Example:
        >>> found, = find_dates("By Ann Example | Dec 22, 2023 4:02 pm | 5 min read")
        >>> found.reading.when.isoformat()
        '2023-12-22T16:02:00'
    """
    text = text[:_LONGEST]
    if not text.isascii():
        text = text.translate(ASCII_DIGITS)
    dates: list[FoundDate] = []
    at = floor = 0
    while number := _NUMBER.search(text, at):
        at = number.end()
        for found in _candidates(text, floor, number.start()):
            day = _day(found)
            if day is None:
                continue
            one = _with_time(text, (floor, _start(found), found.end()), day, order)
            if one.reading.problem != "there is no such day":
                dates.append(one)
                at = floor = one.end
                break
    return tuple(dates)


def _candidates(text: str, floor: int, number: int) -> Iterator[re.Match[str]]:
    """Return what can be a date that begins with a number or the word before it."""
    word = _BEFORE_NUMBER.search(text, max(floor, number - _LONGEST_WORD), number)
    if word and (found := _FROM_WORD.match(text, word.start())):
        yield found
    if found := _FROM_NUMBER.match(text, number):
        yield found


def _day(found: re.Match[str]) -> str | None:
    """Return a date in a form that every reader knows, or ``None``."""
    parts = {name[0]: text for name, text in found.groupdict().items() if text}
    year = _year(parts.get("y") or parts["z"])
    if "a" in parts:
        return f"{parts['a']}{parts['s']}{parts['b']}{parts['s']}{year}"
    month = parts.get("m") or _month(parts["w"])
    return month and f"{year}-{int(month):02}-{int(parts['d']):02}"


def _start(found: re.Match[str]) -> int:
    """Return where a date starts, less what is glued to the name of its month."""
    word = found.groupdict().get("w8")
    if word and word.casefold() not in MONTHS and (month := _CAPITAL.search(word)):
        return found.start("w8") + month.start()
    return found.start()


def _year(text: str) -> str:
    number = int(text)
    if number < 100:
        # Pages are no older than the web.
        number += 1900 if number >= 90 else 2000
    elif number >= 2500:
        number -= _BUDDHIST
    return str(number)


def _month(word: str) -> str | None:
    number = MONTHS.get(word.replace(". ", ".").casefold())
    if number is None and (found := _CAPITAL.search(word)):
        # A name may end where a date begins: "Ann ExampleJune 1, 2023".
        number = MONTHS.get(found[0].casefold())
    return str(number) if number else None


def _with_time(
    text: str, where: tuple[int, int, int], day: str, order: Order | None
) -> FoundDate:
    """Read a date together with the time after or before it.

    Args:
        text: The text.
        where: Where the time may begin at the earliest, and the date's start and end.
        day: The date.
        order: Which way round it stands.
    """
    floor, start, end = where
    if clock := _AFTER.match(text, end):
        reading = read_date(f"{day} {_time(clock)}", order=order)
        if reading and _has_time(reading):
            return FoundDate(start, clock.end(), reading)
    reach = max(floor, start - _REACH)
    if clock := _BEFORE.search(text[reach:start]):
        reading = read_date(f"{day} {_time(clock)}", order=order)
        if reading and _has_time(reading):
            return FoundDate(reach + clock.start(), end, reading)
    alone = read_date(day, order=order)
    return FoundDate(
        start, end, alone or DateReading("", problem="there is no such day")
    )


def _has_time(reading: DateReading) -> bool:
    return not reading.problem.startswith("there is no such")


def _time(clock: re.Match[str]) -> str:
    half = (clock["half"] or clock["half2"] or "").replace(" ", "")
    if clock["early"]:
        half = "am"
    elif clock["late"] or half.startswith(_LATE):
        half = "pm"
    elif half:
        half = "am"
    if half and int(clock["hour"]) > 12:
        half = ""
    time = f"{clock['hour']}:{clock['minute'] or '00'}"
    if clock["second"]:
        time += f":{clock['second']}"
    zone = clock["zone"] or ""
    zone = _ZONES_IN_WORDS.get(zone.casefold(), zone)
    known = zone[-1:].isdigit() or zone in ZONE_NAMES
    return f"{time} {half} {zone if known else ''}".strip()
