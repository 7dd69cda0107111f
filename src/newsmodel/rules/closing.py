"""Lines that close an article: contributors, source, copyright, end marks."""

import re
from typing import Final, NamedTuple

from newsmodel.model import Contributor, Rights, Source
from newsmodel.rules.names import (
    is_agency,
    is_name,
    kind_of,
    kind_of_publisher,
    one_line,
    people_in,
)


class RoleRule(NamedTuple):
    """Words for one part in the making of an article.

    Attributes:
        role: The part.
        words: A pattern of what stands before the names.
        example: A line that it must read.
    """

    role: str
    words: str
    example: str


_BY: Final = r"\s+(?:by|von|par|por|di|door)\b:?|\s*:"
ROLE_RULES: Final = (
    RoleRule(
        "additional-reporting",
        rf"(?:with\s+)?(?:additional|further|extra|more)\s+reporting(?:{_BY})"
        rf"|(?:with\s+)?reporting\s+contributed(?:{_BY})|with\s+reporting(?:{_BY})"
        r"|with\s+(?:additional\s+)?files\s+from|with\s+contributions\s+from"
        rf"|(?:mitarbeit|mitwirkung)(?:{_BY})",
        "Additional reporting by Ann Example in London",
    ),
    RoleRule(
        "reporter", rf"report(?:ing|ed)(?:{_BY})", "Reporting by Ann Example in London"
    ),
    RoleRule(
        "writer",
        rf"(?:writing|written|words|text|rewriting)(?:{_BY})",
        "Writing by Ann Example in London",
    ),
    RoleRule(
        "editor",
        rf"(?:edit(?:ing|ed)|redaktion|redigé|editado)(?:{_BY})|editors?:",
        "Editing by Ann Example in London",
    ),
    RoleRule(
        "photographer",
        r"(?:photography|photographs|photographed|photos|pictures|fotos)"
        r"\s+(?:by|von|par|por|di|door)\b:?|photography\s*:",
        "Photography by Ann Example in London",
    ),
    RoleRule(
        "translator",
        rf"(?:translat(?:ion|ed)|übersetz(?:ung|t)|tradu(?:ction|it|cción|cido|zione))"
        rf"(?:\s+from\s+(?:the\s+)?[^\W\d_]{{3,20}})?(?:{_BY})",
        "Translated from the French by Ann Example in London",
    ),
    RoleRule(
        "illustrator",
        rf"illustrat(?:ions?|ed)(?:{_BY})",
        "Illustrations by Ann Example in London",
    ),
    RoleRule("producer", rf"produc(?:ed|tion)(?:{_BY})", "Produced by Ann Example"),
    RoleRule("researcher", rf"research(?:{_BY})", "Research by Ann Example"),
    RoleRule("compiler", rf"compiled(?:{_BY})", "Compiled by Ann Example"),
)
_ROLES: Final = {rule.role.replace("-", "_"): rule.role for rule in ROLE_RULES}
_PHRASE: Final = re.compile(
    r"(?:^|[;.,]\s*|\s+)(?:(?:and|und)\s+)?(?<!\w)"
    # "Writing and editing by": the first of two parts goes with the second's names.
    r"(?:(?P<too>reporting|writing|editing|translation|photography)\s+and\s+)?"
    r"(?:"
    + "|".join(
        f"(?P<{name}>{rule.words})"
        for name, rule in zip(_ROLES, ROLE_RULES, strict=True)
    )
    + r")\s+",
    re.IGNORECASE,
)
_TOO: Final = {
    "reporting": "reporter",
    "writing": "writer",
    "editing": "editor",
    "translation": "translator",
    "photography": "photographer",
}
_CONTRIBUTED: Final = re.compile(
    r"(?P<names>.{3,300}?)\s+(?:also\s+)?contributed\s+(?:(?:additional\s+)?reporting"
    r"|to\s+(?:this|the)\s+(?:report|story|article|piece))"
    r"(?:\s+(?:from|in)\s+(?P<place>[^.;]{2,60}))?\.?",
    re.DOTALL,
)
_WRITERS: Final = re.compile(
    r"^(?:(?!staff\s)(?P<outlet>.{2,60}?)\s+)?(?:staff\s+)?(?:writers?|reporters?|journalists?"
    r"|correspondents?)\s+(?=(?-i:[^\Wa-z]))",
    re.IGNORECASE,
)
_LONGEST: Final = 600


def read_contributors(line: str) -> tuple[Contributor, ...]:
    """Return those whom a closing line names, each with a role.

    Returns:
        Nothing where the line says anything else besides.

    Example:
        >>> line = "(Reporting by A. Roe in Kyiv; Editing by Bob Doe)"
        >>> [(each.name, each.role) for each in read_contributors(line)]
        [('A. Roe', 'reporter'), ('Bob Doe', 'editor')]
    """
    line = one_line(line).strip(" \xa0()[]_*")
    if len(line) > _LONGEST:
        return ()
    if not _PHRASE.match(line):
        return _contributed(line) if " contributed" in line else ()
    phrases = list(_PHRASE.finditer(line))
    ends = [each.start() for each in phrases[1:]] + [len(line)]
    contributors: list[Contributor] = []
    for phrase, end in zip(phrases, ends, strict=True):
        people = people_in(line[phrase.end() : end].strip(" .;,"))
        if not people:
            return ()
        roles = [_ROLES[phrase.lastgroup or ""]]
        if phrase["too"]:
            roles.insert(0, _TOO[phrase["too"].casefold()])
        contributors += [
            Contributor(name=name, role=role, kind=kind_of(name), location=place)
            for role in roles
            for name, place in people
        ]
    return tuple(contributors)


def _contributed(line: str) -> tuple[Contributor, ...]:
    """Read the form ``Ann Example and Bob Doe contributed to this report``."""
    found = _CONTRIBUTED.fullmatch(line)
    if not found:
        return ()
    names, outlet = found["names"], None
    if writers := _WRITERS.match(names):
        names, outlet = names[writers.end() :], writers["outlet"]
    place = found["place"]
    if place is not None and not is_name(place):
        return ()
    people = people_in(names)
    if any(" " not in each.name and not is_agency(each.name) for each in people):
        return ()  # "She contributed to this report."
    return tuple(
        Contributor(
            name=each.name,
            role="additional-reporting",
            kind=kind_of(each.name),
            location=each.location or place,
            affiliation=outlet,
        )
        for each in people
    )


_SOURCE: Final = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|källa|kilde)s?\s*[:–—-]\s*(?P<name>[^\n:]{2,80})"
    r"|SOURCE (?P<wire>[^\n:]{2,80})",
    re.IGNORECASE,
)


_SHORTENED: Final = ("Co.", "Corp.", "Inc.", "Ltd.")


def read_source(line: str) -> Source | None:
    """Return the publisher or agency that a source line names.

    Example:
        >>> read_source("Source: The Example Times").name
        'The Example Times'
    """
    if len(line) > 100:
        return None
    line = one_line(line)
    found = _SOURCE.fullmatch(line.strip("()[] \t\xa0"))
    if found:
        if found["wire"] and not line.lstrip("( [").startswith("SOURCE "):
            return None
        name = (found["name"] or found["wire"]).strip()
        name = name if name.endswith(_SHORTENED) else name.rstrip(" .")
    elif line.startswith(("(", "[")) and is_agency(line.strip("()[]. ")):
        name = line.strip("()[]. ")  # an agency's sign under its last paragraph
    else:
        return None
    return Source(name=name, kind=kind_of_publisher(name)) if name else None


_NOTICE: Final = r"""
    (?: copyright \s* (?: © | \([cC]\) )? | [©ⓒ] | \([cC]\) ) \s*
    (?: copyright \b )? \s*
    (?P<years> [12][0-9]{3} (?: \s?[-–/,]\s? [12][0-9]{3} ){0,8} )? \s*
    (?: by \s | [,|:] \s )?
"""
_HOLDER: Final = r" (?: \. (?: (?= [a-z] ) | \s (?= KG ) ) [^.|]{1,20} )? )"
_RESERVING: Final = (
    r"all\srights\sreserved|alle\srechte\svorbehalten|tous\sdroits\sréservés"
    r"|todos\slos\sderechos\sreservados|todos\sos\sdireitos\sreservados"
    r"|tutti\si\sdiritti\s(?:sono\s)?riservati|alle\srechten\svoorbehouden"
    r"|(?:wszelkie|wszystkie)\sprawa\szastrzeżone|všechna\správa\svyhrazena"
    r"|tüm\shakları\ssaklıdır|все\sправа\sзащищены|(?:всі|усі)\sправа\sзахищен[оі]"
    r"|جميع\sالحقوق\sمحفوظة|כל\sהזכויות\sשמורות|版权所有|版權所有"
    r"|無断(?:転載|複写)|무단\s?전재|hak\scipta\sdilindungi"
)
_COPYRIGHT: Final = re.compile(
    rf"{_NOTICE} (?P<holder> [^.|]{{2,80}} {_HOLDER} (?P<terms>) \.?",
    re.VERBOSE | re.IGNORECASE,
)
# To look for the terms after each character takes long where there are none.
_WITH_TERMS: Final = re.compile(
    rf"{_NOTICE} (?P<holder> [^.|]{{2,80}}? {_HOLDER}"
    r"""
    (?P<terms> \s* [.,|–—-]* \s* (?:"""
    rf"{_RESERVING}) .{{0,400}} ) \.?",
    re.VERBOSE | re.IGNORECASE,
)
_OPENINGS: Final = ("©", "ⓒ", "(c)", "copyright")
_TERMS: Final = re.compile(_RESERVING, re.IGNORECASE)
_YEAR_AFTER: Final = re.compile(r"[\s,]+[12][0-9]{3}(?:\s?[-–]\s?[12][0-9]{3})?$")
# Agencies add the number of the item: "dpa:230601-99-123456/2".
_ITEM: Final = re.compile(r",\s*[a-z]{2,12}:[0-9]{6}[0-9/-]{3,20}$", re.IGNORECASE)
_YEARS_BEFORE: Final = re.compile(
    r"\A[\s,©–—-]*(?:[12][0-9]{3}[\s,–—-]*)*(?:copyright\s+)?(?:by\s+)?", re.IGNORECASE
)
_BESIDE: Final = re.compile(r"\s+[·•∙]\s*")


def read_rights(line: str) -> Rights | None:
    """Return whose an article is, from a copyright line.

    A sign before a name alone, without a year or an agency's number of the item, is
    a picture's credit.

    Example:
        >>> read_rights("© 2023 Example Media. All rights reserved.").holder
        'Example Media'
    """
    if len(line) > _LONGEST:
        return None
    found = None
    if line[:9].casefold().startswith(_OPENINGS):
        found = _WITH_TERMS.fullmatch(line) if _TERMS.search(line) else None
        found = found or _COPYRIGHT.fullmatch(line)
    if found and (
        found["years"]
        or found["terms"]
        or line[:4].casefold() == "copy"
        or _YEAR_AFTER.search(found["holder"])
        or _ITEM.search(found["holder"])
    ):
        return Rights(holder=_holder(found["holder"]), notice=line)
    return Rights(notice=line) if _TERMS.match(line) else None


def _holder(text: str) -> str | None:
    """Return the holder alone: no years, dashes or links of a foot line."""
    text = _ITEM.sub("", one_line(text))
    holder = _YEAR_AFTER.sub("", _YEARS_BEFORE.sub("", text, count=1))
    holder = _BESIDE.split(holder, maxsplit=1)[0].strip(" ,-–—")
    if not any(each.isalpha() for each in holder) or _TERMS.match(holder):
        return None
    return holder


_END: Final = re.compile(
    r"[-–—\s]{1,3}30[-–—\s]{1,3}|#(?:\s?#){2,4}|[-–—(\[*/\s]{0,4}ENDS?[-–—)\]*/\s.]{0,4}"
    r"|[-–—(\[]\s?[Ee](?:nds?|nde)\s?[-–—)\]]|[-–—]\s?[Ff]in\s?[-–—]|Ends\.?|■|◼"
)


def is_end_mark(line: str) -> bool:
    """Whether a line says that the text is over, and nothing else.

    Example:
        >>> is_end_mark("-30-"), is_end_mark("# # #"), is_end_mark("The end is near")
        (True, True, False)
    """
    return len(line) <= 12 and bool(_END.fullmatch(line))
