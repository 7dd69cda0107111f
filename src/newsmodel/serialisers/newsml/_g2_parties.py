"""People, organisations and other concepts in NewsML-G2 by other makers."""

import re
from typing import Final

from lxml import etree

from newsmodel.markup.elements import LANG, Element, text_of
from newsmodel.model import Contributor, PartyKind, Source, Subject
from newsmodel.rules._words import words
from newsmodel.rules.lines import folded
from newsmodel.rules.names import is_agency, kind_of_publisher
from newsmodel.serialisers._findings import Findings, attributes_of
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
#: Children of a party that are read.
_NAMED: Final = ("name",)
_DETAILS: Final = ("personDetails", "organisationDetails")
_DETAILED: Final = (*_NAMED, *_DETAILS)
_NO_ROLE: Final = re.compile("[^a-z0-9]+")
_HUMP: Final = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_ROLE: Final = re.compile("[a-z][a-z0-9-]*")


class Parties:
    """Reads the parties and concepts of one item."""

    def __init__(self, groups: Groups, catalogs: Catalogs, findings: Findings) -> None:
        self._groups = groups
        self._catalogs = catalogs
        self._findings = findings

    def name(self, element: Element) -> str | None:
        """Return what a concept is called: by name, literal, or code."""
        best = None
        for each in self._groups.children(element, "name"):
            if name := text_of(each):
                role = code_of(each.get("role"))
                if not role or role in _FULL_NAMES:
                    return name
                best = best or name
        if best is None and (literal := folded(element.get("literal"))):
            return literal
        if best is None and (concept := self.concept(element)):
            return concept.code
        return best

    def is_foreign(self, element: Element) -> bool:
        """Whether an element is in another language than the article."""
        own: str | None = self._findings.fields.get("language")
        said = element.get(LANG)
        return bool(own and said and _primary(said) != _primary(own))

    def concept(self, element: Element) -> Concept | None:
        return self._catalogs.concept(element)

    def subject(self, element: Element) -> Subject | None:
        """Return what an article is about, in words, in a code, or in both."""
        main = self._groups.child(element, "mainConcept")
        if main is not None:  # with facets beside it
            self._groups.list_inner(element, ("mainConcept",), self._findings)
            element = main
        name = None
        for each in sorted(element, key=self.is_foreign):
            if self._groups.name(each) != "name":
                self._findings.leave_out(each)
            elif name is None:
                name = text_of(each) or None
            elif (text := text_of(each)) and text != name:  # in another language
                self._findings.left_out(each, text, "a name came before it")
        concept = self.concept(element)
        literal = folded(element.get("literal"))
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
        self._groups.list_inner(element, _NAMED, self._findings)
        return Source(
            name=name, kind=kind, identifiers=self._identifiers(element, name)
        )

    def contributor(self, element: Element, role: str) -> Contributor | None:
        """Return who made an article, in the role stated, else in this one."""
        name = self.name(element)
        if name is None:
            return None
        kind = self._kind(element) or self._likely_kind(element, name)
        identifiers = self._identifiers(element, name)
        affiliation, location, addresses = self._details(element)
        self._groups.list_inner(element, _DETAILED, self._findings)
        return Contributor(
            name=name,
            role=self.role(element) or role,
            kind=kind,
            affiliation=affiliation,
            location=location,
            identifiers=[*identifiers, *addresses],
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
        literal = folded(element.get("literal"))
        if literal and literal != name:
            found.append(literal)
        return found

    def _details(self, element: Element) -> tuple[str | None, str | None, list[str]]:
        """Return whom a maker works for, from where, and under which address."""
        affiliation: str | None = None
        location: str | None = None
        addresses: list[str] = []
        inner = (
            each
            for details in element
            if self._groups.name(details) in _DETAILS
            for each in etree.iterwalk(details, events=("start",))
        )
        walked: Element | None = None  # what was read as a whole
        for _, each in inner:
            name = self._groups.name(each)
            if walked is not None and walked in each.iterancestors():
                continue
            walked = None
            if name == "affiliation" and affiliation is None:
                affiliation, walked = self.name(each), each
            elif name == "locality" and location is None:
                location, walked = self.name(each), each
            elif name == "email" and (address := text_of(each)):
                addresses.append(address)
            elif not len(each) and (said := text_of(each) or attributes_of(each)):
                self._findings.left_out(each, said)
        return affiliation, location, addresses


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


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
