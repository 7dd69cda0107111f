"""Reads NITF: the head by a table of its elements, the body as blocks."""

from collections.abc import Callable
from typing import Final

from attrs import evolve

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import LANG, Element, name_of, text_of
from newsmodel.markup.xml import parse_xml
from newsmodel.model import Rights, Subject, When, sort_key
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules.lines import folded
from newsmodel.serialisers._datelines import Stated
from newsmodel.serialisers._findings import attributes_of
from newsmodel.serialisers._xml_reader import XmlReader
from newsmodel.serialisers.nitf._read_own import read_own
from newsmodel.serialisers.nitf._vocabulary import FORMAT, SUBJECT_CODES

_SUBJECT_CODE: Final = 8  # digits
_NAMES: Final = ("detail", "matter", "type")
_TERMS: Final = ("type", "limitations")


def read(data: bytes | str, *, quiet: bool = False) -> Explanation:
    """Return the article in an NITF document.

    Args:
        data: The document.
        quiet: Whether only the article is wanted, without evidence and notes.

    Raises:
        ParseError: If it is not well-formed, or no NITF.
    """
    root = parse_xml(data, FORMAT)
    name = name_of(root)
    if name != "nitf":
        problem = f"the root is {name}, not nitf"
        raise ParseError(problem, FORMAT, Location(line=root.sourceline))
    own = read_own(root)
    if isinstance(own, Explanation):
        return own
    return _Reader(root, () if own is None else (own,), quiet=quiet).read()


class _Reader(XmlReader):
    """Reads one document."""

    refuses_empty = False  # it stands for itself, not among others

    def __init__(self, root: Element, notes: tuple[Note, ...], *, quiet: bool) -> None:
        super().__init__(root, FORMAT, notes, quiet=quiet)
        self._title: Stated | None = None
        self._released: tuple[When, Element] | None = None
        self._issuers: list[Stated] = []
        self._places: list[Stated] = []
        self._subjects: dict[Subject, Element] = {}
        self._keywords: dict[str, Element] = {}

    def read(self) -> Explanation:
        """Return the article that the document is."""
        parts = {name_of(each): each for each in self._item}
        head, content = parts.get("head"), parts.get("body")
        for element in (self._item, content):
            if element is not None:
                self._offer_language(element.get(LANG), element)
                self._offer_language(element.get("baselang"), element)
        if head is not None:
            # Elements stand in docdata, in tobject or right in the head, as each
            # maker understood it, so that their names alone tell what they are.
            for each in head.iterdescendants():
                self._element(each)
        for each in self._item:
            if each is not head and each is not content:
                self._element(each)  # what belongs into the head, as some send it
        body = BodyReader(self._found.note, quiet=self._found.quiet)
        if content is not None:
            body.read(content)
        return self._article(body, (), self._places)

    def _element(self, element: Element) -> None:
        name = name_of(element)
        read = _HEAD.get(name)
        if read is not None:
            read(self, element)
        elif name != "identified-content" and not self._found.quiet:
            # Identified content only holds others.
            words = "" if len(element) else text_of(element)
            if said := words or attributes_of(element):
                self._found.left_out(element, said)

    # The head.

    def _docdata(self, element: Element) -> None:
        self._offer_status(folded(element.get("management-status")), element)

    def _head_title(self, element: Element) -> None:
        if text := text_of(element):
            self._title = text, element

    def _issued(self, element: Element) -> None:
        self._offer_date("published", _norm(element), element)

    def _release(self, element: Element) -> None:
        if when := self._when("embargoed", _norm(element), element):
            self._released = when, element

    def _urgency(self, element: Element) -> None:
        self._offer_urgency(folded(element.get("ed-urg")), element)

    def _doc_id(self, element: Element) -> None:
        self._offer_text("guid", folded(element.get("id-string")), element)
        if issuer := folded(element.get("regsrc")):
            self._issuers.append((issuer, element))

    def _du_key(self, element: Element) -> None:
        self._offer_text("slugline", folded(element.get("key")), element)
        self._offer_number("version", element.get("version"), element)

    def _ed_msg(self, element: Element) -> None:
        note = folded(element.get("info")) or text_of(element)
        self._offer_text("editorial_note", note, element)

    def _keyword(self, element: Element) -> None:
        if word := folded(element.get("key")) or text_of(element):
            self._keywords.setdefault(word, element)

    def _copyright(self, element: Element) -> None:
        holder = folded(element.get("holder")) or text_of(element)
        if not holder:
            return
        self._issuers.insert(0, (holder, element))
        year = folded(element.get("year"))
        notice = f"© {year} {holder}"[:TEXT_LIMIT] if year else None
        rights = Rights(holder=holder, notice=notice)
        self._add_rights(rights, element)

    def _doc_rights(self, element: Element) -> None:
        terms = [folded(element.get(name)) for name in _TERMS]
        if text := "\n".join(filter(None, terms))[:TEXT_LIMIT]:
            self._add_rights(Rights(terms=text), element)
        self._found.left_out(element, attributes_of(element), "its terms are kept")

    def _add_rights(self, rights: Rights, element: Element) -> None:
        raw = rights.notice or rights.terms or rights.holder or ""
        before: Rights | None = self._found.fields.get("rights")
        if before is None:
            self._offer("rights", rights, raw, element)
        else:
            self._found.fields["rights"] = evolve(
                before,
                holder=before.holder or rights.holder,
                notice=before.notice or rights.notice,
                terms=before.terms or rights.terms,
            )

    def _subject(self, element: Element) -> None:
        said = [folded(element.get(f"tobject.subject.{name}")) for name in _NAMES]
        code = folded(element.get("tobject.subject.refnum"))
        owner = folded(element.get("tobject.subject.ipr"))
        scheme: str | None = owner or None
        if code.isdigit() and len(code) == _SUBJECT_CODE:
            scheme = SUBJECT_CODES
        name = next(filter(None, said), None)
        if code or name:
            subject = Subject(
                name=name, code=code or None, scheme=scheme if code else None
            )
            self._subjects.setdefault(subject, element)

    def _classifier(self, element: Element) -> None:
        if name := folded(element.get("value")) or text_of(element):
            self._subjects.setdefault(Subject(name=name), element)

    def _genre(self, element: Element) -> None:
        if name := folded(element.get("tobject.property.type")):
            self._offer("genre", Subject(name=name), name, element)

    def _event_place(self, element: Element) -> None:
        if city := folded(element.get("city")):
            self._places.append((city, element))
        elif said := attributes_of(element):
            self._found.left_out(element, said)

    def _pubdata(self, element: Element) -> None:
        section = folded(element.get("position.section"))
        self._offer_text("section", section, element)
        if name := folded(element.get("name")):
            self._issuers.append((name, element))
        raw = folded(element.get("date.publication"))
        self._offer_date("published", raw, element)

    # What depends on more than one element.

    def _settle(self) -> None:
        if self._title:
            self._offer_text("headline", *self._title)
        if self._released:
            when, element = self._released
            published: When | None = self._found.fields.get("published")
            if published is None:
                self._offer("published", when, _norm(element), element)
            elif sort_key(when) > sort_key(published):
                self._offer("embargoed", when, _norm(element), element)
        for name, element in self._issuers:
            self._offer_source(name, element)
        if self._subjects:
            subjects = list(self._subjects)
            raw = ", ".join(each.name or each.code or "" for each in subjects)
            self._offer("subjects", subjects, raw, self._subjects[subjects[0]])
        if self._keywords:
            keywords = list(self._keywords)
            first = self._keywords[keywords[0]]
            self._offer("keywords", keywords, ", ".join(keywords), first)


_Read = Callable[[_Reader, Element], None]
_HEAD: Final[dict[str, _Read]] = {
    "docdata": _Reader._docdata,
    "title": _Reader._head_title,
    "date.issue": _Reader._issued,
    "date.release": _Reader._release,
    "urgency": _Reader._urgency,
    "doc-id": _Reader._doc_id,
    "du-key": _Reader._du_key,
    "ed-msg": _Reader._ed_msg,
    "keyword": _Reader._keyword,
    "doc.copyright": _Reader._copyright,
    "doc.rights": _Reader._doc_rights,
    "tobject.subject": _Reader._subject,
    "tobject.property": _Reader._genre,
    "classifier": _Reader._classifier,
    "evloc": _Reader._event_place,
    "pubdata": _Reader._pubdata,
}


def _norm(element: Element) -> str:
    """Return the date that an element is, as it is written."""
    return folded(element.get("norm")) or text_of(element)
