"""Bylines: the credit under the headline, and the people in it."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from attrs import evolve

from newsmodel.model import Contributor
from newsmodel.rules._words import words
from newsmodel.rules.authors import bare_name, cut_outlet, cut_place, has_job, is_title
from newsmodel.rules.names import is_name, is_particle, is_party, kind_of, one_line

_BY: Final = re.compile(
    r"(?:(?:written|words|story|text|report|analysis|interview|review"
    r"|exclusive)\s+)?by:?\s+"
    r"|(?:von(?:\s+unsere[mnr])?|par|por|di|door|av|af|texte\s+de|tekst:?|autor(?:in)?:|author:|reporter:|text:)\s+",
    re.IGNORECASE,
)
# Not "Words by A, pictures by B": what comes second is a closing line's business.
_PARTS: Final = re.compile(
    r"(?P<sign>\s*[,;|/]\s*(?:(?:and|und|et|y|with|mit|avec|con)\s+)?|\s+[-–—·•]\s+"
    r"|\s+(?:and|und|et|y|e|en|og|och|with|mit|avec|con|&)\s+)",
    re.IGNORECASE,
)
# "By Jane Doe and agencies": those who need no name.
_CROWD: Final = words("agencies agency wires staff others agences agenturen agencias")
_ADDRESS: Final = re.compile(
    r"[(<\[]?\s*(?:[\w.+-]{1,64}@[\w.-]{1,64}|@\w{1,30})\s*[)>\]]?"
)
_SHORTENED: Final = (" Jr.", " Sr.")
_LONGEST: Final = 250


class Byline(NamedTuple):
    """What a byline says.

    Attributes:
        rule: Name of the rule that read it.
        authors: Those it names, with place and outlet where it gives them.
        sure: Whether it can be nothing else. A name alone can: it is a byline
            only among other facts.
    """

    rule: str
    authors: tuple[Contributor, ...]
    sure: bool = True


_Authors = tuple[Contributor, ...] | None


def _by(line: str) -> _Authors:
    found = _BY.match(line)
    return (_authors(line[found.end() :]) or None) if found else None


def _handle(line: str) -> _Authors:
    """Read a byline without a name that one could tell to be one."""
    found = _BY.match(line)
    short = len(line.split()) <= 5 and not line.endswith((".", "!", "?", ":"))
    return () if found and short else None


def _agencies(line: str) -> _Authors:
    authors = () if _is_sentence(line) else _authors(line)
    agencies = authors and all(each.kind == "agency" for each in authors)
    return authors if agencies else None


def _titled(line: str) -> _Authors:
    name, _, title = line.partition(",")
    return _authors(line) or None if has_job(title) and is_name(name) else None


def _behind_job(line: str) -> _Authors:
    name = bare_name(line) if has_job(line) else line
    return None if name == line or line[-1] in ".!?,;:" else _authors(name) or None


def _named(line: str) -> _Authors:
    authors = () if _is_sentence(line) else _authors(line)
    named = all(each.kind == "person" and " " in each.name for each in authors)
    return authors if authors and named else None


def _is_sentence(line: str) -> bool:
    """Whether a line goes on after its first word, or ends, as no name does."""
    second = line.split(None, 2)[1:2]
    begins = not second or second[0][0].isupper() or is_particle(second[0])
    return not begins or line[-1] in ".!?,;:"


class BylineRule(NamedTuple):
    """One form of byline."""

    name: str
    read: Callable[[str], _Authors]
    example: str
    names: tuple[str, ...]
    sure: bool = True


BYLINE_RULES: Final = (
    BylineRule(
        "by-names",
        _by,
        "By Abby Byrne, Science Editor, and Ursula van der Berg in Kyiv",
        ("Abby Byrne", "Ursula van der Berg"),
    ),
    BylineRule("by-handle", _handle, "By jdoe", (), sure=False),
    BylineRule("agency", _agencies, "Agence France-Presse", ("Agence France-Presse",)),
    BylineRule("name-title", _titled, "Ann Example, Science editor", ("Ann Example",)),
    BylineRule(
        "title-name",
        _behind_job,
        "Science correspondent Ann Example",
        ("Ann Example",),
        sure=False,
    ),
    BylineRule(
        "names-alone",
        _named,
        "María José O’Neill and Bob Roe",
        ("María José O’Neill", "Bob Roe"),
        sure=False,
    ),
)


def read_byline(
    line: str, rules: tuple[BylineRule, ...] = BYLINE_RULES
) -> Byline | None:
    """Return what a line says as a byline, if it can be one.

    Example:
        >>> read_byline("By Jane Doe, Associated Press").authors[0].affiliation
        'Associated Press'
    """
    line = one_line(line).strip()
    if not 0 < len(line) <= _LONGEST:
        return None
    for rule in rules:
        if (authors := rule.read(line)) is not None:
            return Byline(rule.name, authors, rule.sure)
    return None


def is_job(line: str) -> bool:
    """Whether a line is a job title and no more: ``Science editor``."""
    return len(line) <= 60 and has_job(line) and not line.endswith((".", "!", "?"))


def _authors(text: str) -> tuple[Contributor, ...]:
    """Return the authors in a byline without its ``By``; none if it is none."""
    if "@" in text:
        text = _ADDRESS.sub("", text)
    # "By Jane Doe (Reuters)", "Par Jeanne Exemple (avec AFP)".
    text = text.replace(" (", ", ").strip(" ,;|-–—)")
    if not text.endswith(_SHORTENED):
        text = text.rstrip(" .")
    authors: list[Contributor] = []
    together = 0  # the first of those whom the next place or outlet is for
    before = ""
    is_author = False  # whether the part before is one
    for part in _PARTS.split(text):
        if _PARTS.fullmatch(part):
            before = part.strip(" ,;|/-–—·•") or part.strip()
            continue
        joined = before.isalpha() or before == "&"
        next_to = joined and is_author and not authors[-1].location
        read = _part(part, authors[-1] if authors else None, before, next_to=next_to)
        is_author = read.author is not None
        place, outlet = read.place, read.outlet
        if read.author:
            if authors and (authors[-1].location or authors[-1].affiliation):
                together = len(authors)
            authors.append(read.author)
        elif not authors:
            return ()
        elif read == _UNKNOWN:
            if authors[-1].location and is_name(part, 1):
                place = f"{authors[-1].location}, {part}"  # "Toledo, Ohio"
            elif part[:1].islower() and not (is_title(part) or part in _CROWD):
                return ()  # "By Friday, all will be closed"
        if place or outlet:
            authors[together:] = [
                evolve(
                    each,
                    location=place or each.location,
                    affiliation=outlet or each.affiliation,
                )
                for each in authors[together:]
            ]
    return tuple(authors)


class _Part(NamedTuple):
    author: Contributor | None = None
    place: str | None = None
    outlet: str | None = None


_UNKNOWN: Final = _Part()


def _part(text: str, last: Contributor | None, before: str, *, next_to: bool) -> _Part:
    """Read one part of a byline, which commas and words for "and" part."""
    text, place = cut_place(text)
    name, outlet = cut_outlet(text)
    # "Jane Doe of The Paper", but "University of Tokyo".
    if not name or (is_name(name) and kind_of(name, lone="unknown") == "person"):
        text = name
    else:
        outlet = None
    if not text or not is_party(text):
        return _Part(None, place, outlet)
    joined = before.isalpha() or before == "&"
    if last is None or joined or not is_title(text.rpartition(" ")[2]):
        text = bare_name(text)
    kind = kind_of(text)
    if kind == "person":
        # After a name one word can be anything, a place, an outlet, a desk; but
        # not where an "and" stands between the two.
        full = " " in text or last is None or " " not in last.name
        if (full or next_to) and not is_title(text):
            return _Part(Contributor(name=text), place, outlet)
    elif last is None or last.kind != "person" or joined:
        return _Part(Contributor(name=text, kind=kind), place, outlet)
    elif not is_title(text):
        return _Part(None, place, text)
    return _Part(None, place, outlet)
