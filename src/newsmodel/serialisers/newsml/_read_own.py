"""Reads back what :mod:`newsmodel.serialisers.newsml.write` writes.

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
_ROLE_OF = {element: role for _, element, role in TEXTS} | {"altId": URL_ROLE}


def _tag(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{OURS if prefix else G2}}}{local}"


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

    def _walk(self, element: _Element, table: "_Table", fields: _Fields) -> None:
        """Read the children of an element into *fields*, as a table says."""
        for child in element:
            tag: Any = child.tag
            known = table.get(tag)
            if known is None:
                self._unknown(child)
                continue
            read, name = known
            value = read(self, child)
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
        message = f"{local_name(element)} is not known here, and left out"
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

    def _words(self, element: _Element) -> str | None:
        if not len(element):
            return element.text or None
        message = f"markup in {local_name(element)} is left out, its text is kept"
        self._note(element, "unknown", message)
        return "".join(element.itertext()) or None

    def _nothing(self, element: _Element) -> None:
        """Leave out what is made from something that stands elsewhere."""

    def _words_in_role(self, element: _Element) -> str | None:
        role = element.get("role")
        if role == _ROLE_OF[local_name(element)]:
            return self._words(element)
        self._note(element, "role-unknown", f"{short(role)} is not known here")
        return None

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

    def _party(self, element: _Element) -> _Fields:
        fields: _Fields = {}
        self._walk(element, _PARTY, fields)
        self.at = element
        nature = fields.pop("nature", None) or KINDS.get(element.get("type", ""))
        fields.setdefault("kind", nature or "unknown")
        return fields

    def _source(self, element: _Element) -> Source | None:
        fields = self._party(element)
        fields.pop("details", None)
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
        fields = self._party(element)
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

    def _alt(self, element: _Element) -> str | None:
        role = element.get("role")
        if role == ALT_ROLE:
            return self._words(element)
        if role != CAPTION_ROLE:  # the body has the caption, and its marks
            self._note(element, "role-unknown", f"{short(role)} is not known here")
        return None

    # The body and its parts.

    def _named(self, elements: list[_Element]) -> dict[str, _Fields]:
        """Return the fields that parts hold, by the name of the part."""
        parts: dict[str, _Fields] = {}
        for element in elements:
            self.at = element
            name = element.get("partid", "")
            table = _PARTS.get(name.rpartition("-")[0])
            if name in parts:
                self._doubled(element, name)
            elif table is None:
                message = f"part {short(name)} is neither quote nor picture"
                self._note(element, "part-unknown", message)
            else:
                fields: _Fields = {}
                self._walk(element, table, fields)
                if fields.pop("image", None) or "kind" in fields:
                    parts[name] = fields
        return parts

    def _body(self, contents: list[_Element], parts: dict[str, _Fields]) -> list[Block]:
        for element in contents[1:]:
            self._doubled(element, "contentSet")
        body = contents[0].find(_BODY) if contents else None
        if body is None:
            if contents or parts:
                where = (contents or [self._root])[0]
                self._note(where, "body-missing", "there is no XHTML body")
            return []
        reader = XhtmlReader(parts)
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


_Table: TypeAlias = dict[str, tuple[Callable[[OwnReader, _Element], object], str]]


def _table(*rows: tuple[str, Callable[[OwnReader, _Element], object], str]) -> _Table:
    """Return a table by tag, from rows of element, how to read it, and field."""
    return {_tag(element): (read, field) for element, read, field in rows}


_this = OwnReader
#: Fields to which each element adds a value.
_SEVERAL = frozenset(
    ("contributors", "credits", "fragments", "identifiers", "keywords", "subjects")
)
_META = _table(
    ("copyrightHolder", _this._name, "rights.holder"),
    ("copyrightNotice", _this._words, "rights.notice"),
    ("usageTerms", _this._words, "rights.terms"),
    ("itemClass", _this._nothing, ""),
    ("provider", _this._provider, "source"),
    ("versionCreated", _this._nothing, ""),
    ("firstCreated", _this._nothing, ""),
    ("embargoed", _this._embargo, "embargoed"),
    ("pubStatus", _this._status, "status"),
    ("generator", _this._nothing, ""),
    ("profile", _this._nothing, ""),
    ("edNote", _this._words, "editorial_note"),
    ("altRep", _this._nothing, ""),
    ("nm:version", _this._number, "version"),
    ("nm:embargoed", _this._when, "embargoed"),
    ("urgency", _this._number, "urgency"),
    ("contentCreated", _this._when, "published"),
    ("contentModified", _this._when, "modified"),
    ("located", _this._name, "dateline.place"),
    ("creator", _this._contributor, "contributors"),
    ("contributor", _this._contributor, "contributors"),
    ("altId", _this._words_in_role, "url"),
    ("userInteraction", _this._views, "views"),
    ("language", _this._language, "language"),
    ("genre", _this._subject, "genre"),
    ("keyword", _this._words, "keywords"),
    ("subject", _this._subject, "subjects"),
    *[(element, _this._words_in_role, field) for field, element, _ in TEXTS],
    ("dateline", _this._words, "dateline.text"),
    ("nm:dateline-date", _this._when, "dateline.date"),
    ("nm:section", _this._words, "section"),
)
_SUBJECT = _table(
    ("name", _this._words, "name"),
    ("nm:code", _this._words, "code"),
    ("nm:scheme", _this._words, "scheme"),
)
_PARTY = _table(
    ("type", _this._nature, "nature"),
    ("name", _this._words, "name"),
    ("definition", _this._words, "description"),
    ("personDetails", _this._details, "details"),
    ("organisationDetails", _this._details, "details"),
    ("nm:kind", _this._words, "kind"),
    ("nm:url", _this._words, "url"),
    ("nm:identifier", _this._words, "identifiers"),
    ("nm:role", _this._words, "role"),
)
_PARTS = {
    "quote": _table(
        ("role", _this._quote_kind, "kind"),
        ("infoSource", _this._speaker, "speaker"),
        ("nm:cue", _this._words, "cue"),
        ("nm:mention", _this._words, "mention"),
        ("nm:fragment", _this._words, "fragments"),
        ("nm:group", _this._number, "group"),
        ("nm:confidence", _this._number, "confidence"),
    ),
    "image": _table(
        ("role", _this._image_role, "image"),
        ("creator", _this._source, "credits"),
        ("contributor", _this._source, "credits"),
        ("creditline", _this._words, "credit_line"),
        ("description", _this._alt, "alt"),
    ),
}
