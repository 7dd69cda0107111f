"""What an agency sends its clients along with an article: slug, notes, marks."""

import re
from typing import Final, Literal, NamedTuple, TypeAlias

WireField: TypeAlias = Literal["slugline", "editorial_note"]


class WireLine(NamedTuple):
    """What such a line says.

    Attributes:
        rule: Name of the rule that read it.
        field: The field of the article that it is for; ``None`` if there is none.
        value: What it says, as printed.
        sure: Whether it can be nothing else.
    """

    rule: str
    field: WireField | None
    value: str
    sure: bool


class WireRule(NamedTuple):
    """One form of line, with an example and what it says."""

    name: str
    field: WireField | None
    pattern: re.Pattern[str]
    example: str
    value: str
    sure: bool = True


WIRE_RULES: Final = (
    WireRule(
        "slug-label",
        "slugline",
        re.compile(r"slug(?:line)?\s?:\s?(?P<value>\S.{1,80})", re.IGNORECASE),
        "Slug: BRIDGE-REOPENS",
        "BRIDGE-REOPENS",
    ),
    # Subjects between slashes, as the agencies of the German-speaking countries have.
    WireRule(
        "slug-slashes",
        "slugline",
        re.compile(r"(?P<value>[^\W\d_][\w-]{1,30}(?:/[\w-]{1,30}){1,6})/"),
        "Verkehr/Brücken/",
        "Verkehr/Brücken",
    ),
    # American agencies begin a slug with the cycle that it is for.
    WireRule(
        "slug-cycle",
        "slugline",
        re.compile(r"(?P<value>(?:BC|AM|PM)-[A-Z0-9-][^,/]{1,80})(?:[,/].{0,40})?"),
        "BC-Bridge Reopens, 1st Ld-Writethru",
        "BC-Bridge Reopens",
    ),
    WireRule(
        "slug-capitals",
        "slugline",
        re.compile(
            r"(?=.{12})(?P<value>[A-Z]{2,20}(?:-[A-Z0-9]{2,20}){1,6}"
            r"(?:/[A-Z0-9]{2,20})?)/?(?:\s\([^()]{1,40}\))?"
        ),
        "BRIDGE-REOPENS/ (UPDATE 2)",
        "BRIDGE-REOPENS",
        sure=False,
    ),
    WireRule(
        "note-in-brackets",
        "editorial_note",
        re.compile(
            r"\((?P<value>(?:adds|corrects|fixes|recasts|refiles|releads|removes|repeats"
            r"|rewrites|tops|trims|updates)\s[^()]{3,300})\)",
            re.IGNORECASE,
        ),
        "(Adds quote from engineer, paragraphs 4-5)",
        "Adds quote from engineer, paragraphs 4-5",
    ),
    WireRule(
        "note-closed",
        "editorial_note",
        re.compile(r"\((?P<value>[^()]{3,100})\)\s?="),
        "(Foto - aktuell) =",
        "Foto - aktuell",
    ),
    WireRule(
        "note-label",
        "editorial_note",
        re.compile(r"(?:[Ee]ds|EDS|EDITORS|ATTN)\s?:\s(?P<value>\S.{1,300})"),
        "Eds: Adds quote from engineer",
        "Adds quote from engineer",
    ),
    # Service and number, priority, category, words: IPTC 7901, section 4.
    WireRule(
        "message-header",
        None,
        re.compile(
            r"(?P<value>[a-z]{2,5}[0-9]{3,4}\s{1,3}[1-9]\s{1,3}[a-z]{1,3}\s{1,3}[0-9]{1,5}"
            r"\s{1,3}\S.{1,60})"
        ),
        "bdt0123 3 vm 250  dpa 0456",
        "bdt0123 3 vm 250  dpa 0456",
    ),
    WireRule(
        "more-follows",
        None,
        re.compile(
            r"(?P<value>[(–—-]{1,2}\s?(?:more(?:\sfollows)?|mf|mtf|continued)"
            r"\s?[)–—-]{1,2}|more\sfollows)",
            re.IGNORECASE,
        ),
        "(more)",
        "(more)",
    ),
)
_LONGEST: Final = 320


def read_wire_line(
    line: str, rules: tuple[WireRule, ...] = WIRE_RULES
) -> WireLine | None:
    """Return what a line is that an agency adds for its clients, if it is one.

    Example:
        >>> read_wire_line("Slug: BRIDGE-REOPENS").value
        'BRIDGE-REOPENS'
    """
    if len(line) > _LONGEST:
        return None
    for rule in rules:
        if found := rule.pattern.fullmatch(line):
            return WireLine(rule.name, rule.field, found["value"], rule.sure)
    return None
