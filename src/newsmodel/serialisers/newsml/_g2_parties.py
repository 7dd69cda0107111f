"""People, organisations and other concepts in NewsML-G2 by other makers."""

import re
from typing import Any, Final

from newsmodel.markup.body_reader import Element, text_of
from newsmodel.model import Contributor, PartyKind, Source, Subject
from newsmodel.rules._words import words
from newsmodel.rules.names import is_agency, kind_of_publisher
from newsmodel.serialisers.newsml._catalogs import Catalogs, Concept, code_of
from newsmodel.serialisers.newsml._g2_groups import Groups
from newsmodel.serialisers.newsml._vocabulary import role_word

_KINDS: Final[dict[str, PartyKind]] = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "company": "organisation",
}
# What agencies call the same, by the code alone, in lower case.
_ROLES: Final = {
    "author": "author",
    "by": "author",
    "writer": "author",
    "phot": "photographer",
    "photographer": "photographer",
    "lasted": "editor",
    "editor": "editor",
    "contenteditor": "editor",
    "descrwriter": "caption-writer",
    "capwriter": "caption-writer",
    "co-author": "author",
    "coauthor": "author",
}
_FULL_NAMES: Final = words("full display main")
_NO_ROLE: Final = re.compile("[^a-z0-9]+")
_HUMP: Final = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_ROLE: Final = re.compile("[a-z][a-z0-9-]*")


class Parties:
    """Reads the parties and concepts of one item."""

    def __init__(self, groups: Groups, catalogs: Catalogs) -> None:
        self._groups = groups
        self._catalogs = catalogs

    def name(self, element: Element) -> str | None:
        """Return what a concept is called: by name, literal, or code."""
        best = None
        for each in self._groups.children(element, "name"):
            if name := text_of(each):
                role = code_of(each.get("role"))
                if not role or role in _FULL_NAMES:
                    return name
                best = best or name
        if best is None and (literal := _line(element.get("literal"))):
            return literal
        if best is None and (concept := self.concept(element)):
            return concept.code
        return best

    def concept(self, element: Element) -> Concept | None:
        return self._catalogs.concept(element.attrib)

    def subject(self, element: Element) -> Subject | None:
        """Return what an article is about, in words, in a code, or in both."""
        main = self._groups.child(element, "mainConcept")
        if main is not None:  # with facets beside it
            element = main
        name = None
        for each in self._groups.children(element, "name"):
            name = name or text_of(each) or None
        concept = self.concept(element)
        literal = _line(element.get("literal"))
        if concept is None and literal:
            if name is None or name == literal:
                return Subject(name=literal)
            return Subject(name=name, code=literal)
        if concept is None:
            return Subject(name=name) if name else None
        return Subject(name=name, code=concept.code, scheme=concept.scheme)

    def provider(self, element: Element) -> Source | None:
        """Return who provides an article."""
        name = self.name(element)
        if name is None:
            return None
        kind = self._kind(element) or kind_of_publisher(name)
        return Source(
            name=name, kind=kind, identifiers=self._identifiers(element, name)
        )

    def contributor(self, element: Element, role: str) -> Contributor | None:
        """Return who made an article, in the role stated, else in this one."""
        name = self.name(element)
        if name is None:
            return None
        return Contributor(
            name=name,
            role=self.role(element) or role,
            kind=self._kind(element) or self._likely_kind(element, name),
            identifiers=self._identifiers(element, name),
            **self._details(element),
        )

    def role(self, element: Element) -> str | None:
        return role_of(element.get("role") or element.get("roleuri"))

    def _kind(self, element: Element) -> PartyKind | None:
        nature = element.get("type") or element.get("typeuri")
        return _KINDS.get(code_of(nature).lower())

    def _likely_kind(self, element: Element, name: str) -> PartyKind:
        if is_agency(name):
            return "agency"
        # A literal alone is a desk as often as a person.
        is_named = self._groups.child(element, "name") is not None
        return "person" if is_named else "unknown"

    def _identifiers(self, element: Element, name: str) -> list[str]:
        found = []
        concept = self.concept(element)
        if concept and concept.uri != name:
            found.append(concept.uri)
        literal = _line(element.get("literal"))
        if literal and literal != name:
            found.append(literal)
        return found

    def _details(self, element: Element) -> dict[str, Any]:
        """Return whom a maker works for, and where."""
        details: dict[str, Any] = {}
        for name in ("personDetails", "organisationDetails"):
            inner = self._groups.child(element, name)
            if inner is None:
                continue
            affiliation = self._groups.child(inner, "affiliation")
            if affiliation is not None:
                details["affiliation"] = self.name(affiliation)
            for each in inner.iter(self._groups.prefix + "locality"):
                details["location"] = self.name(each)
                break
        return details


def role_of(code: str | None) -> str | None:
    """Return the role that a code stands for, as a word of the model.

    Example:
        >>> role_of("cpprole:author"), role_of("desk:factChecker"), role_of("desk:7")
        ('author', 'fact-checker', None)
    """
    if not code:
        return None
    if known := role_word(code):
        return known
    local = code_of(code)
    if known := _ROLES.get(local.lower()):
        return known
    word = _NO_ROLE.sub("-", _HUMP.sub("-", local).lower()).strip("-")
    return word if _ROLE.fullmatch(word) else None


def _line(text: str | None) -> str:
    return " ".join(text.split()) if text else ""
