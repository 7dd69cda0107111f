"""Reads back what :mod:`newsmodel.serialisers.nitf._write` writes.

To the letter. That a document was written there is only a claim: what is out of
place in the text costs no more than itself, with a note; what the model refuses
costs the document, which is then read as anybody's.
"""

import json
from datetime import date, datetime
from typing import Any, Final

from lxml import etree

from newsmodel.evidence import Explanation, Note
from newsmodel.markup.xhtml_reader import XhtmlReader
from newsmodel.markup.xml import note_at
from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Rights,
    Source,
    Subject,
    When,
)
from newsmodel.serialisers.nitf._own_body import as_xhtml, verbatim
from newsmodel.serialisers.nitf._vocabulary import (
    ATTRIBUTES,
    DERIVED,
    FORMAT,
    NUMBERS,
    PLAIN_METAS,
    PREFIX,
    PROFILE,
    SUBJECT_CODES,
    TIMES,
    level_of_code,
)

_DAY: Final = 8  # digits


def read_own(root: etree._Element) -> Explanation | Note | None:
    """Return the article of a document that newsmodel wrote, if it did.

    Where it only says so a note says why it is read as anybody's.
    """
    metas = _metas(root)
    if metas.get("profile") != PROFILE:
        return None
    try:
        return _OwnReader(root, metas).read()
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as why:
        message = f"not what newsmodel writes, so read by rules: {why}"
        return note_at(root, "profile", message)


def _metas(root: etree._Element) -> dict[str, str]:
    return {
        name.removeprefix(PREFIX): each.get("content", "")
        for each in root.iterfind("{*}head/{*}meta")
        if (name := each.get("name", "")).startswith(PREFIX)
    }


def _moment(raw: str) -> When:
    """Return a time in the basic form of ISO 8601.

    Raises:
        ValueError: If it is none.

    Example:
        >>> _moment("20240501")
        datetime.date(2024, 5, 1)
    """
    if len(raw) == _DAY:
        return date.fromisoformat(raw)
    return datetime.fromisoformat(raw)


class _OwnReader:
    """Reads one document."""

    def __init__(self, root: etree._Element, metas: dict[str, str]) -> None:
        self._root = root
        self._metas = metas

    def read(self) -> Explanation:
        """Return the article."""
        fields: dict[str, Any] = {"language": self._root.get("baselang")}
        fields |= {name: self._metas.get(name) for name in PLAIN_METAS}
        fields |= self._attributes()
        fields |= self._classification()
        fields |= self._texts()
        fields["contributors"] = [
            Contributor(**each) for each in self._json("contributors", [])
        ]
        for name in TIMES:
            fields[name] = _moment(fields[name]) if fields.get(name) else None
        for name in NUMBERS:
            fields[name] = int(fields[name]) if fields.get(name) else None
        reader = self._body()
        article = Article(**fields, body=reader.blocks)
        return Explanation(article=article, format=FORMAT, notes=tuple(reader.notes))

    def _json(self, name: str, absent: Any) -> Any:
        return json.loads(self._metas[name]) if name in self._metas else absent

    def _first(self, name: str) -> etree._Element | None:
        return self._root.find(f"{{*}}{name}")

    def _attribute(self, path: str, name: str) -> str | None:
        element = self._first(path)
        return None if element is None else element.get(name)

    def _text(self, path: str) -> str | None:
        element = self._first(f"body/{{*}}body.head/{{*}}{path}")
        return None if element is None else verbatim(element)

    def _attributes(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            field: self._attribute(f"head/{{*}}docdata/{{*}}{element}", name)
            for field, (element, name) in ATTRIBUTES.items()
        }
        found["status"] = self._attribute("head/{*}docdata", "management-status")
        found["section"] = self._attribute("head/{*}pubdata", "position.section")
        found["modified"] = self._attribute("head/{*}revision-history", "norm")
        docdata = "head/{*}docdata/{*}"
        rights = {
            "holder": self._attribute(f"{docdata}doc.copyright", "holder"),
            "notice": self._text("rights"),
            "terms": self._attribute(f"{docdata}doc.rights", "limitations"),
        }
        if any(rights.values()):
            found["rights"] = Rights(**rights)
        return found

    def _classification(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "keywords": [
                each.get("key")
                for each in self._root.iterfind(
                    "{*}head/{*}docdata/{*}key-list/{*}keyword"
                )
            ]
        }
        genre = self._attribute(
            "head/{*}tobject/{*}tobject.property", "tobject.property.type"
        )
        if given := self._json("genre", {"name": genre} if genre else None):
            found["genre"] = Subject(**given)
        subjects = self._subjects()
        order = self._json("subjects", None)
        if order is not None:
            if sorted(order) != list(range(len(subjects))):
                msg = "the order of subjects does not fit them"
                raise ValueError(msg)
            placed = dict(zip(order, subjects, strict=True))
            subjects = [placed[at] for at in range(len(subjects))]
        found["subjects"] = subjects
        return found

    def _subjects(self) -> list[Subject]:
        head = "{*}head/"
        found = []
        for each in self._root.iterfind(head + "{*}tobject/{*}tobject.subject"):
            code = each.get("tobject.subject.refnum", "")
            name = each.get(f"tobject.subject.{level_of_code(code)}")
            found.append(Subject(name=name, code=code, scheme=SUBJECT_CODES))
        path = "{*}docdata/{*}identified-content/{*}classifier"
        for each in self._root.iterfind(head + path):
            inner = each.find("{*}alt-code")
            code_or_none = None if inner is None else inner.get("value")
            found.append(
                Subject(
                    name=each.get("value"),
                    code=code_or_none,
                    scheme=each.get("idsrc"),
                )
            )
        return found

    def _texts(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "headline": self._text("hedline/{*}hl1"),
            "standfirst": self._text("abstract/{*}p"),
        }
        byline = self._first("body/{*}body.head/{*}byline")
        if byline is not None and byline.get("class") != DERIVED:
            found["byline"] = verbatim(byline)
        source = self._json("source", {})
        if name := self._text("distributor"):
            source = {"name": name, **source}
        if source:
            found["source"] = Source(**source)
        found["dateline"] = self._dateline()
        return found

    def _dateline(self) -> Dateline | None:
        element = self._first("body/{*}body.head/{*}dateline")
        if element is None:
            return None
        location, day = element.find("{*}location"), element.find("{*}story.date")
        place = self._metas.get("place")
        if location is not None:
            place = verbatim(location)
        is_derived = element.get("class") == DERIVED
        return Dateline(
            text=None if is_derived else verbatim(element),
            place=place,
            date=None if day is None else _moment(day.get("norm", "")),
        )

    def _body(self) -> XhtmlReader:
        quotes = {}
        for at, each in enumerate(self._json("quotes", []), start=1):
            if "speaker" in each:
                each["speaker"] = Source(**each["speaker"])
            quotes[f"quote-{at}"] = each
        content = self._first("body/{*}body.content")
        if content is None:
            return XhtmlReader(quotes, {})
        body, captions = as_xhtml(content)
        reader = XhtmlReader(quotes, captions)
        reader.read(body)
        return reader
