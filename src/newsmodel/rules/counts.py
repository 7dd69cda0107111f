"""Counts that pages print: of views, comments, minutes to read."""

import re
from typing import Final, NamedTuple

_LARGEST: Final = 2**53 - 1
_SCALE: Final = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9}
_NUMBER: Final = (
    r"(?P<number>[0-9]{1,18}(?:[.,\xa0\u202f ][0-9]{1,3}){0,6})\s?(?P<scale>[KkMmB])?"
)


class CountRule(NamedTuple):
    """One form of count."""

    name: str
    field: str | None
    pattern: re.Pattern[str]
    example: str
    value: int


class Count(NamedTuple):
    """A count, and the field of the article it is for, if there is one."""

    rule: str
    field: str | None
    value: int | None


_VIEWS = (
    r"(?:page\s?)?views?|reads|aufrufe|vues|vistas|visualiza(?:ciones|ções)"
    r"|visualizzazioni|weergaven|visningar|visninger|katselukertaa|wyświetle(?:ń|nia)"
    r"|просмотр(?:ов|а)?|перегляд(?:ів|и)?|görüntülenme|okunma|lượt\s?xem|dilihat"
)
# Words that mean it only as labels.
_VIEWS_LABELLED: Final = (
    "acessos|affichages|hits|odsłony|visite|visitas|visto|zobrazení|zugriffe"
)
# Written before the number, with a colon or without.
_VIEWS_BEFORE: Final = "조회수?|浏览量?|阅读量?|閲覧数?|瀏覽數?|點閱"
COUNT_RULES: Final = (
    CountRule(
        "count-views",
        "views",
        re.compile(rf"{_NUMBER}\s*\b(?:{_VIEWS})", re.IGNORECASE),
        "1.2K views",
        1200,
    ),
    CountRule(
        "views-count",
        "views",
        re.compile(
            rf"(?:(?:{_VIEWS}|{_VIEWS_LABELLED})\s*[:：]|(?:{_VIEWS_BEFORE})\s*[:：]?)\s*{_NUMBER}",
            re.IGNORECASE,
        ),
        "Views: 3,456",
        3456,
    ),
    CountRule(
        "other-count",
        None,
        re.compile(
            rf"{_NUMBER}\s*(?:comments?|shares?|likes?|reactions?|kommentare"
            r"|commentaires|comentarios|minut(?:es?|os?|i|en|er|y)|mins?|min\.)"
            r"(?:[\s-]+(?:read|to\sread|lesezeit|d[ei]\sle(?:cture|ctura|itura|ttura)"
            r"|leestijd|lesetid|lästid|czytania|listen))?",
            re.IGNORECASE,
        ),
        "12 comments",
        12,
    ),
    CountRule(
        "minutes-to-read",
        None,
        re.compile(
            r"(?:lese(?:zeit|dauer)|(?:temps|tiempo|tempo)\sd[ei]\sle(?:cture|ctura|itura|ttura)"
            r"|reading\stime|leestijd|lesetid|lästid|czas\sczytania)\s*:?\s*(?:ca\.\s*)?"
            rf"{_NUMBER}\s*min(?:\.|s|\w{{2,4}})?",
            re.IGNORECASE,
        ),
        "Lesezeit: 3 Minuten",
        3,
    ),
)
_LONGEST: Final = 40
_DIGIT: Final = re.compile("[0-9]")


def read_count(line: str) -> Count | None:
    """Return the count that a line is, if it is one.

    Example:
        >>> read_count("1,234 views").value
        1234
    """
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return None
    line = line.strip(" \t\xa0.()|·•")
    for rule in COUNT_RULES:
        if found := rule.pattern.fullmatch(line):
            return Count(rule.name, rule.field, _value(found))
    return None


def first_count(text: str, start: int = 0) -> int:
    """Return where the first count in a text begins, or its end where there is none.

    Example:
        >>> first_count("By Ann Example 1,234 views")
        15
    """
    if not _DIGIT.search(text, start):
        return len(text)
    found = [rule.pattern.search(text, start) for rule in COUNT_RULES]
    return min([each.start() for each in found if each], default=len(text))


def _value(found: re.Match[str]) -> int | None:
    """Return the number; ``None`` where it is none or too large to hold."""
    scale = _SCALE[(found["scale"] or "").casefold()]
    whole, *groups = re.split("[.,\xa0\u202f ]", found["number"])
    if scale > 1 and len(groups) == 1:  # "1.2K", "1,2K": a fraction
        digits = groups[0]
        value = int(whole + digits) * scale // 10 ** len(digits)
    elif all(len(group) == 3 for group in groups):
        value = int(whole + "".join(groups)) * scale
    else:
        return None
    return value if value <= _LARGEST else None
