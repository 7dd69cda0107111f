"""Reads NITF: the head by a table of its elements, the body as blocks."""

from collections.abc import Callable
from typing import Any, Final

from attrs import evolve

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import Element, name_of, text_of, whole_number
from newsmodel.markup.xml import parse_xml
from newsmodel.model import Rights, Source, Subject, When, sort_key
from newsmodel.model.fieldtypes import COUNT_LIMIT, TEXT_LIMIT
from newsmodel.rules.iso_dates import read_iso_date
from newsmodel.rules.languages import language_tag
from newsmodel.rules.lines import folded
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._body_facts import credited, take_facts
from newsmodel.serialisers._datelines import Stated, offer_dateline
from newsmodel.serialisers._findings import Findings, Trace, attributes_of
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers._quoting import with_quotes
from newsmodel.serialisers.nitf._read_own import read_own
from newsmodel.serialisers.nitf._vocabulary import FORMAT, SUBJECT_CODES

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SUBJECT_CODE: Final = 8  # digits
_STATUSES: Final = {
    "usable": "usable",
    "embargoed": "withheld",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
}


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


class _Reader:
    """Reads one document."""

    def __init__(self, root: Element, notes: tuple[Note, ...], *, quiet: bool) -> None:
        self._root = root
        self._found = Findings(notes, quiet=quiet)
        self._makers = Makers(self._found)
        self._title: tuple[str, Element] | None = None
        self._released: tuple[When, Trace] | None = None
        self._issuers: list[Stated] = []
        self._places: list[Stated] = []
        self._subjects: dict[Subject, Element] = {}
        self._keywords: dict[str, Element] = {}

    def read(self) -> Explanation:
        """Return the article that the document is."""
        found = self._found
        parts = {name_of(each): each for each in self._root}
        head, content = parts.get("head"), parts.get("body")
        self._language(content)
        if head is not None:
            self._read_head(head)
        for each in self._root:
            if each is not head and each is not content:
                self._element(each)  # what belongs into the head, as some send it
        body = BodyReader(found.note)
        if content is not None:
            body.read(content)
        datelines = take_facts(body, found, self._makers)
        self._makers.settle()
        self._settle()
        offer_dateline(found, datelines, self._places, body.blocks)
        language = found.fields.get("language")
        blocks = credited(body.blocks)
        blocks = with_quotes(blocks, language, body.said, body.speech)
        return found.explanation(FORMAT, body=blocks)

    def _language(self, body: Element | None) -> None:
        for element in (self._root, body):
            if element is None:
                continue
            for name in (_LANG, "baselang"):
                raw = element.get(name)
                if raw and (tag := language_tag(raw)):
                    self._found.offer("language", tag, Trace(name[-8:], raw, element))

    # The head.

    def _read_head(self, head: Element) -> None:
        # Elements stand in docdata, in tobject or right in the head, as each
        # maker understood it, so that their names alone tell what they are.
        for each in head.iterdescendants():
            self._element(each)
        for each in head.iter():
            if name_of(each) == "docdata":
                raw = folded(each.get("management-status"))
                if status := _STATUSES.get(raw.lower()):
                    self._offer("status", status, raw, each)

    def _element(self, element: Element) -> None:
        name = name_of(element)
        read = _HEAD.get(name)
        if read is not None:
            read(self, element)
        elif name not in _AROUND:
            words = "" if len(element) else text_of(element)
            if said := words or attributes_of(element):
                self._found.left_out(element, said)

    def _offer(self, field: str, value: Any, raw: str, element: Element) -> None:
        self._found.offer(field, value, Trace(name_of(element), raw, element))

    def _head_title(self, element: Element) -> None:
        if text := text_of(element):
            self._title = text, element

    def _date(self, field: str, element: Element) -> When | None:
        raw = folded(element.get("norm")) or text_of(element)
        if not raw:
            return None
        if when := read_iso_date(raw):
            return when
        trace = Trace(name_of(element), raw, element)
        self._found.lose(field, trace, "it is no date")
        self._found.note(element, "date-refused", f"{raw[:80]!r} is no date")
        return None

    def _issued(self, element: Element) -> None:
        if when := self._date("published", element):
            self._offer("published", when, folded(element.get("norm")), element)

    def _release(self, element: Element) -> None:
        if when := self._date("embargoed", element):
            trace = Trace("date.release", folded(element.get("norm")), element)
            self._released = when, trace

    def _urgency(self, element: Element) -> None:
        raw = folded(element.get("ed-urg"))
        number = whole_number(raw)
        if number is not None and 1 <= number <= 9:
            self._offer("urgency", number, raw, element)
        elif raw:
            message = f"{raw[:80]!r} is no number from 1 to 9"
            self._found.note(element, "number-refused", message)

    def _doc_id(self, element: Element) -> None:
        if guid := folded(element.get("id-string")):
            self._offer("guid", guid, guid, element)
        if issuer := folded(element.get("regsrc")):
            self._issuers.append((issuer, element))

    def _du_key(self, element: Element) -> None:
        if key := folded(element.get("key")):
            self._offer("slugline", key, key, element)
        number = whole_number(element.get("version"))
        if number is not None and number <= COUNT_LIMIT:
            self._offer("version", number, str(number), element)

    def _ed_msg(self, element: Element) -> None:
        if note := folded(element.get("info")) or text_of(element):
            self._offer("editorial_note", note, note, element)

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
        terms = [folded(element.get(name)) for name in ("type", "limitations")]
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
        names = ("detail", "matter", "type")
        said = [folded(element.get(f"tobject.subject.{name}")) for name in names]
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
        if section := folded(element.get("position.section")):
            self._offer("section", section, section, element)
        if name := folded(element.get("name")):
            self._issuers.append((name, element))
        raw = folded(element.get("date.publication"))
        if raw and (when := read_iso_date(raw)):
            self._offer("published", when, raw, element)

    # What depends on more than one element.

    def _settle(self) -> None:
        found = self._found
        if self._title:
            text, element = self._title
            self._offer("headline", text, text, element)
        if self._released:
            when, trace = self._released
            published: When | None = found.fields.get("published")
            if published is None:
                found.offer("published", when, trace)
            elif sort_key(when) > sort_key(published):
                found.offer("embargoed", when, trace)
        for name, element in self._issuers:
            source = Source(name=name, kind=kind_of_publisher(name))
            self._offer("source", source, name, element)
        for field, values in (
            ("subjects", self._subjects),
            ("keywords", self._keywords),
        ):
            for first in values:
                raw = ", ".join(map(_word, values))
                self._offer(field, list(values), raw, values[first])  # type: ignore[index]  # of its own keys
                break


_Read = Callable[[_Reader, Element], None]
_HEAD: Final[dict[str, _Read]] = {
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
#: Elements that only hold others.
_AROUND: Final = frozenset(("docdata", "identified-content"))


def _word(value: Subject | str) -> str:
    return value if isinstance(value, str) else value.name or value.code or ""
