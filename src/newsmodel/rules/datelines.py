"""Datelines: the place, day and agency that open a text."""

import re
from typing import Final, NamedTuple

from newsmodel.rules._words import words
from newsmodel.rules.dates import month_and_day
from newsmodel.rules.names import is_agency, is_name, one_line


class DatelineReading(NamedTuple):
    """What a dateline says.

    Attributes:
        rule: Name of the rule that read it.
        text: As printed, without the dash that ends it.
        place: As printed.
        day: Month, day and, where printed, year.
        agency: Whose text it is, from the brackets.
        sure: Whether it can be nothing else: "Zero Waste - A guide" opens so too.
    """

    rule: str
    text: str
    place: str | None = None
    day: tuple[int, int, int | None] | None = None
    agency: str | None = None
    sure: bool = True


class DatelineRule(NamedTuple):
    """One way in which a dateline ends, with an example and what it says."""

    name: str
    pattern: re.Pattern[str]
    example: str
    place: str | None
    agency: str | None = None


# Agencies print "(Reuters)" after the place, releases "/PRNewswire/".
_AGENCY: Final = r"(?: \((?P<agency>[^()]{2,40})\) | /(?P<wire>[\w ]{2,40})/ )"
DATELINE_RULES: Final = (
    DatelineRule(
        "agency-first",
        re.compile(
            r"(?P<text> \( (?P<agency>[^()]{2,40}) \) \s* [-–—]? \s*"
            r" (?P<where> [^()–—:;]{2,40}? ,\s+ [0-9]{1,2}\.?\s+ [^\W\d_]{3,9}\.? ) )"
            r" \s* [-–—] \s+",
            re.VERBOSE,
        ),
        "(ANSA) - ROMA, 3 MAG - Il sindaco",
        "ROMA",
        "ANSA",
    ),
    DatelineRule(
        "agency-dash",
        re.compile(
            rf"(?P<text> (?P<where> [^()–—]{{0,80}}? ) \s* {_AGENCY} )"
            r"\s* (?: --? | [–—―:] ) \s*",
            re.VERBOSE,
        ),
        "KYIV, June 1 (Reuters) - The mayor",
        "KYIV",
        "Reuters",
    ),
    DatelineRule(
        "dash",
        re.compile(
            r"(?P<text> (?P<where> [^()–—:.;]{2,60}? (?: \.,? [^()–—:;]{0,40}? )? ) )"
            r"(?: \s* [—―] \s* | \s+ (?: --? | – ) \s+ )",
            re.VERBOSE,
        ),
        "SPRINGFIELD, Ill. -- The mayor",
        "SPRINGFIELD, Ill.",
    ),
    DatelineRule(
        "agency-alone",
        re.compile(
            rf"(?P<text> (?P<where> [^()–—]{{0,80}}? ) \s* {_AGENCY} ) [.:]? \s+"
            r"(?= [^\Wa-z] | [\"“‘'«„] )",
            re.VERBOSE,
        ),
        "(CNN) The mayor",
        None,
        "CNN",
    ),
)
_NO_PLACES: Final = words(
    "analysis archive breaking comment correction editorial exclusive explainer fact"
    " file focus live media news note opinion photos press review update updated video"
    " watch q a sir madam yes no well"
)
_DAY: Final = re.compile(
    r",?\s+(?:le\s+|den\s+)?(?=[^\W\d_]{3,10}\.?\s[0-9]|[0-9])|^(?=[0-9])"
)
_ENDS: Final = (" -", " –", "—", "―", ")", "/")
_REACH: Final = 160


def read_dateline(
    paragraph: str, rules: tuple[DatelineRule, ...] = DATELINE_RULES
) -> DatelineReading | None:
    """Return the dateline that a paragraph opens with, if it does.

    Example:
        >>> read_dateline("KYIV, June 1 (Reuters) - The mayor said").day
        (6, 1, None)
    """
    head = paragraph[:_REACH]
    if not any(sign in head for sign in _ENDS):
        return None
    for rule in rules:
        if not (found := rule.pattern.match(head)) or found.end() == len(paragraph):
            continue
        parts = found.groupdict()
        agency = parts.get("agency") or parts.get("wire")
        dated = month_and_day(agency) if agency else None
        if agency and not dated and not _signs(agency, parts["where"]):
            continue
        where, day = _parted(parts["where"])
        if dated:  # "ELMSWORTH (June 1, 2023) —", but not when somebody was born
            if "," not in where and not where.isupper():
                continue
            agency, day = None, dated
        if where and not agency and is_agency(where):
            where, agency = "", where  # "CNN —"
        if not where and not agency:
            continue
        sure = bool(agency or day) or where.partition(",")[0].isupper()
        if where and not _is_place(where, head[found.end() :], sure=sure):
            continue
        return DatelineReading(
            rule.name,
            found["text"].strip(),
            one_line(where) or None,
            day,
            agency and one_line(agency),
            sure,
        )
    return None


def _signs(agency: str, where: str) -> bool:
    """Whether what stands in brackets is whose text it is, and no aside."""
    first = re.split(r"[/,]| - ", agency)[0].strip()
    return is_agency(first) or (
        bool(where.strip()) and where.isupper() and is_name(first)
    )


def _parted(where: str) -> tuple[str, tuple[int, int, int | None] | None]:
    """Part the day from the place before it."""
    where = where.strip(" -")
    for found in _DAY.finditer(where):
        if day := month_and_day(where[found.end() :]):
            return where[: found.start()].strip(" ,"), day
    return where.rstrip(","), None


def _is_place(where: str, after: str, *, sure: bool) -> bool:
    first, _, rest = where.partition(",")
    parts = [part for half in first.split("/") for part in half.split(" and ")]
    if not all(is_name(part, 4) for part in parts):
        return False
    if rest and not all(is_name(part.strip(), 4) for part in rest.split(",")):
        return False
    if not _NO_PLACES.isdisjoint(where.casefold().split()):
        return False
    # "Inflation – the word" is no dateline, "Paris – The mayor" is one.
    return sure or (where[0].isupper() and not after[:1].islower())
