"""Reads back what :mod:`newsmodel.serialisers.newsml._write` writes.

To the letter. That a document was written there is only a claim: what is
missing, doubled or out of place costs no more than itself, with a note; what
the model refuses is an error.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeAlias

from lxml import etree

from newsmodel.errors import short
from newsmodel.evidence import Note
from newsmodel.markup.xhtml_reader import XHTML, XhtmlReader, whole_number
from newsmodel.markup.xml import local_name, note_at
from newsmodel.model import (
    Article,
    Block,
    Contributor,
    Dateline,
    Rights,
    Source,
    Subject,
    When,
)
from newsmodel.serialisers.newsml._vocabulary import (
    ALT_ROLE,
    CAPTION_ROLE,
    G2,
    IMAGE_ROLE,
    KINDS,
    OURS,
    QUOTE_ROLES,
    STATUSES,
    TEXTS,
    URL_ROLE,
    role_word,
)

_WHEN = re.compile(
    r"""
    [0-9]{4}-[0-9]{2}-[0-9]{2}
    (?P<time>
        T [0-9]{2}:[0-9]{2}:[0-9]{2} (?: \. [0-9]{1,6} )?
        (?: Z | [+-] (?: 14:00 | (?: 0[0-9] | 1[0-3] ) : [0-5][0-9] ) )?
    )?
    """,
    re.VERBOSE,
)
_QUOTE_KINDS = {code: kind for kind, code in QUOTE_ROLES.items()}
_STATUS_WORDS = {code: word for word, code in STATUSES.items()}


def _tag(name: str) -> str:
    if name.startswith("nm:"):
        return f"{{{OURS}}}{name[3:]}"
    return f"{{{G2}}}{name}"


_NAME = _tag("name")
_AFFILIATION = f"{_tag('affiliation')}/{_NAME}"
_LOCATION = "/".join(map(_tag, ("contactInfo", "address", "locality", "name")))
_PART, _ASSERT, _CONTENT_SET = map(_tag, ("partMeta", "assert", "contentSet"))
_SECTIONS = frozenset(map(_tag, ("rightsInfo", "itemMeta", "contentMeta")))
_CATALOGS = frozenset(map(_tag, ("catalogRef", "catalog")))
_BODY = f"{_tag('inlineXML')}/{{{XHTML}}}html/{{{XHTML}}}body"
_DERIVED = _tag("nm:guid")

_Element: TypeAlias = etree._Element
_Fields: TypeAlias = dict[str, Any]
# How to read an element (None: its text, literally), and the field it is for.
_Read: TypeAlias = "Callable[[OwnReader, _Element], object] | None"
_Table: TypeAlias = dict[str, tuple[_Read, str]]


class OwnReader:
    """Reads one document.

    Attributes:
        notes: What could not be read, or only in part.
        at: The element that is being read.
    """

    def __init__(self, root: _Element) -> None:
        self.notes: list[Note] = []
        self.at = root
        self._root = root
        self._speakers: dict[str | None, Source | None] = {}

    def read(self) -> Article:
        """Return the article.

        Raises:
            ModelError: If the model refuses something; :attr:`at` says where.
        """
        root = self._root
        fields: _Fields = {}
        parts: list[_Element] = []
        contents: list[_Element] = []
        for element in root:
            tag = element.tag
            if tag == _PART:
                parts.append(element)
            elif tag == _ASSERT:
                self._assertion(element)
            elif tag in _SECTIONS:
                self._walk(element, _META, fields)
            elif tag == _CONTENT_SET:
                contents.append(element)
            elif tag not in _CATALOGS:
                self._unknown(element)
        # A part comes before the speaker that it names.
        fields["body"] = self._body(contents, self._named(parts))
        self.at = root
        if root.get(_DERIVED) != "derived":
            fields["guid"] = root.get("guid") or None
        if root.get("version") is not None:
            fields["version"] = self._whole(root, root.get("version"))
        if dateline := _taken(fields, "dateline."):
            fields["dateline"] = Dateline(**dateline)
        if rights := _taken(fields, "rights."):
            fields["rights"] = Rights(**rights)
        return Article(**fields)

    def _walk(self, element: _Element, table: _Table, fields: _Fields) -> None:
        """Read the children of an element into *fields*, as a table says."""
        for child in element:
            tag: Any = child.tag
            known = table.get(tag) or table.get(f"{tag} {child.get('role')}")
            if known is None:
                self._unknown(child)
                continue
            read, name = known
            if read is not None:
                value = read(self, child)
            elif len(child):
                value = self._flattened(child)
            else:
                value = child.text
            if value is None:
                continue
            if name in _SEVERAL:
                fields.setdefault(name, []).append(value)
            elif name in fields:
                self._doubled(child, local_name(child))
            else:
                fields[name] = value

    def _note(self, element: _Element, code: str, message: str) -> None:
        self.notes.append(note_at(element, code, message))

    def _unknown(self, element: _Element) -> None:
        role = element.get("role")
        name = local_name(element) + (f" with role {short(role)}" if role else "")
        message = f"{name} is not known here, and left out"
        self._note(element, "unknown", message)

    def _doubled(self, element: _Element, name: str | None) -> None:
        self._note(element, "doubled", f"{name} stood before, and is left out")

    def _code(self, element: _Element, words: dict[str, str]) -> str | None:
        code = element.get("qcode", "")
        word = words.get(code)
        if word is None:
            self._note(element, "code-unknown", f"{short(code)} is not known here")
        return word

    # Leaves: None where there is nothing.

    def _flattened(self, element: _Element) -> str | None:
        message = f"markup in {local_name(element)} is left out, its text is kept"
        self._note(element, "unknown", message)
        return "".join(element.itertext()) or None

    def _nothing(self, element: _Element) -> None:
        """Leave out what is made from something that stands elsewhere."""

    def _number(self, element: _Element) -> int | None:
        return self._whole(element, element.text)

    def _whole(self, element: _Element, text: str | None) -> int | None:
        number = whole_number(text)
        if number is None:
            self._note(element, "number-refused", f"{short(text)} is no number")
        return number

    def _when(self, element: _Element) -> When | None:
        text = element.text or ""
        found = _WHEN.fullmatch(text)
        try:
            if found:
                return (datetime if found["time"] else date).fromisoformat(text)
        except ValueError:  # the 31st of February
            pass
        self._note(element, "date-refused", f"{short(text)} is no date")
        return None

    def _embargo(self, element: _Element) -> When | None:
        # Without a time it is empty, and our own element has the date.
        return self._when(element) if element.text else None

    def _views(self, element: _Element) -> int | None:
        return self._whole(element, element.get("interactions"))

    def _language(self, element: _Element) -> str | None:
        return element.get("tag")

    def _status(self, element: _Element) -> str | None:
        return self._code(element, _STATUS_WORDS)

    def _quote_kind(self, element: _Element) -> str | None:
        return self._code(element, _QUOTE_KINDS)

    def _image_role(self, element: _Element) -> str | None:
        return self._code(element, {IMAGE_ROLE: IMAGE_ROLE})

    def _nature(self, element: _Element) -> str | None:
        return KINDS.get(element.get("qcode", ""))

    # Values of several fields.

    def _name(self, element: _Element) -> str | None:
        return element.findtext(_NAME) or None

    def _subject(self, element: _Element) -> Subject | None:
        fields: _Fields = {}
        self._walk(element, _SUBJECT, fields)
        self.at = element
        if fields.get("name") or fields.get("code"):
            return Subject(**fields)
        self._note(element, "empty", f"{local_name(element)} has no name or code")
        return None

    def _party(self, element: _Element, table: _Table) -> _Fields:
        fields: _Fields = {}
        self._walk(element, table, fields)
        self.at = element
        nature = fields.pop("nature", None) or KINDS.get(element.get("type", ""))
        if "kind" not in fields:
            fields["kind"] = nature or "unknown"
        return fields

    def _source(self, element: _Element) -> Source | None:
        fields = self._party(element, _SOURCE)
        if "role" not in fields and element.get("role") is not None:
            fields["role"] = self._role(element)
        if "name" in fields or "description" in fields:
            return Source(**fields)
        message = f"{local_name(element)} has no name or description"
        self._note(element, "empty", message)
        return None

    def _provider(self, element: _Element) -> Source | None:
        # One without content stands there only because one has to.
        return self._source(element) if len(element) else None

    def _contributor(self, element: _Element) -> Contributor | None:
        fields = self._party(element, _MAKER)
        fields |= fields.pop("details", {})
        fields["role"] = self._role(element) or "contributor"
        if "name" in fields:
            return Contributor(**fields)
        self._note(element, "empty", "a contributor has no name")
        return None

    def _role(self, element: _Element) -> str | None:
        code = element.get("role", "")
        role = role_word(code)
        if role is None:
            self._note(element, "role-unknown", f"{short(code)} is not known here")
        return role

    def _details(self, element: _Element) -> dict[str, str | None]:
        return {
            "affiliation": element.findtext(_AFFILIATION) or None,
            "location": element.findtext(_LOCATION) or None,
        }

    def _assertion(self, element: _Element) -> None:
        name = element.get("literal")
        if name in self._speakers:
            self._doubled(element, name)
        else:
            self._speakers[name] = self._source(element)

    def _speaker(self, element: _Element) -> Source | None:
        name = element.get("literal")
        speaker = self._speakers.get(name)
        if speaker is None:
            self._note(element, "part-missing", f"no assert tells of {short(name)}")
        return speaker

    # The body and its parts.

    def _named(self, elements: list[_Element]) -> dict[str, dict[str, _Fields]]:
        """Return the fields that parts hold, by the name of the part, by kind."""
        parts: dict[str, dict[str, _Fields]] = {kind: {} for kind in _PARTS}
        for element in elements:
            self.at = element
            name = element.get("partid", "")
            kind = name.rpartition("-")[0]
            if kind not in parts:
                message = f"part {short(name)} is neither quote nor picture"
                self._note(element, "part-unknown", message)
            elif name in parts[kind]:
                self._doubled(element, name)
            else:
                fields: _Fields = {}
                self._walk(element, _PARTS[kind], fields)
                if "kind" in fields or fields.pop("image", None):
                    parts[kind][name] = fields
        return parts

    def _body(
        self, contents: list[_Element], parts: dict[str, dict[str, _Fields]]
    ) -> list[Block]:
        for element in contents[1:]:
            self._doubled(element, "contentSet")
        body = contents[0].find(_BODY) if contents else None
        if body is None:
            if contents or any(parts.values()):
                where = contents[0] if contents else self._root
                self._note(where, "body-missing", "there is no XHTML body")
            return []
        reader = XhtmlReader(quotes=parts["quote"], captions=parts["image"])
        try:
            reader.read(body)
        finally:
            self.at = reader.at if reader.at is not None else body
        self.notes += reader.notes
        return reader.blocks


def _taken(fields: _Fields, prefix: str) -> _Fields:
    """Take the fields whose names begin with *prefix* out of *fields*."""
    names = [name for name in fields if name.startswith(prefix)]
    return {name.removeprefix(prefix): fields.pop(name) for name in names}


def _table(*rows: tuple[str, _Read, str]) -> _Table:
    """Return a table by tag, from rows of element (and role), reading, field."""
    return {_tag(element): (read, field) for element, read, field in rows}


_this = OwnReader
#: Fields to which each element adds a value.
_SEVERAL = frozenset(
    ("contributors", "credits", "fragments", "identifiers", "keywords", "subjects")
)
_META = _table(
    ("copyrightHolder", _this._name, "rights.holder"),
    ("copyrightNotice", None, "rights.notice"),
    ("usageTerms", None, "rights.terms"),
    ("itemClass", _this._nothing, ""),
    ("provider", _this._provider, "source"),
    ("versionCreated", _this._nothing, ""),
    ("firstCreated", _this._nothing, ""),
    ("embargoed", _this._embargo, "embargoed"),
    ("pubStatus", _this._status, "status"),
    ("generator", _this._nothing, ""),
    ("profile", _this._nothing, ""),
    ("edNote", None, "editorial_note"),
    ("altRep", _this._nothing, ""),
    ("nm:version", _this._number, "version"),
    ("nm:embargoed", _this._when, "embargoed"),
    ("urgency", _this._number, "urgency"),
    ("contentCreated", _this._when, "published"),
    ("contentModified", _this._when, "modified"),
    ("located", _this._name, "dateline.place"),
    ("creator", _this._contributor, "contributors"),
    ("contributor", _this._contributor, "contributors"),
    (f"altId {URL_ROLE}", None, "url"),
    ("userInteraction", _this._views, "views"),
    ("language", _this._language, "language"),
    ("genre", _this._subject, "genre"),
    ("keyword", None, "keywords"),
    ("subject", _this._subject, "subjects"),
    *[
        (f"{element} {role}" if role else element, None, field)
        for field, element, role in TEXTS
    ],
    ("dateline", None, "dateline.text"),
    ("nm:dateline-date", _this._when, "dateline.date"),
    ("nm:section", None, "section"),
)
_SUBJECT = _table(
    ("name", None, "name"),
    ("nm:code", None, "code"),
    ("nm:scheme", None, "scheme"),
)
_PARTY = (
    ("name", None, "name"),
    ("nm:kind", None, "kind"),
    ("nm:url", None, "url"),
    ("nm:identifier", None, "identifiers"),
)
_SOURCE = _table(
    *_PARTY,
    ("type", _this._nature, "nature"),
    ("definition", None, "description"),
    ("nm:role", None, "role"),
)
_MAKER = _table(
    *_PARTY,
    ("personDetails", _this._details, "details"),
    ("organisationDetails", _this._details, "details"),
)
_PARTS = {
    "quote": _table(
        ("role", _this._quote_kind, "kind"),
        ("infoSource", _this._speaker, "speaker"),
        ("nm:cue", None, "cue"),
        ("nm:mention", None, "mention"),
        ("nm:fragment", None, "fragments"),
        ("nm:group", _this._number, "group"),
        ("nm:confidence", _this._number, "confidence"),
    ),
    "image": _table(
        ("role", _this._image_role, "image"),
        ("creator", _this._source, "credits"),
        ("contributor", _this._source, "credits"),
        ("creditline", None, "credit_line"),
        (f"description {ALT_ROLE}", None, "alt"),
        # The body has the caption, and its marks.
        (f"description {CAPTION_ROLE}", _this._nothing, ""),
    ),
}
