"""Reads back what :mod:`newsmodel.serialisers.newsml._write` writes.

To the letter. That a document was written there is only a claim: what is
missing, doubled or out of place costs no more than itself, with a note; what
the model refuses is an error.
"""

from newsmodel.errors import short
from newsmodel.markup.xhtml_inline import XHTML
from newsmodel.markup.xhtml_reader import XhtmlReader
from newsmodel.markup.xml import local_name
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
    IMAGE_ROLE,
    KINDS,
    QUOTE_ROLES,
    STATUSES,
    TEXTS,
    URL_ROLE,
    role_word,
)
from newsmodel.serialisers.newsml._walker import (
    Element,
    Fields,
    Table,
    Walker,
    table_of,
    tag_of,
)

_QUOTE_KINDS = {code: kind for kind, code in QUOTE_ROLES.items()}
_IMAGE_KINDS = {IMAGE_ROLE: "image"}
_STATUS_WORDS = {code: word for word, code in STATUSES.items()}


_NAME = tag_of("name")
_AFFILIATION = f"{tag_of('affiliation')}/{_NAME}"
_LOCATION = "/".join(map(tag_of, ("contactInfo", "address", "locality", "name")))
_PART, _ASSERT, _CONTENT_SET = map(tag_of, ("partMeta", "assert", "contentSet"))
_SECTIONS = frozenset(map(tag_of, ("rightsInfo", "itemMeta", "contentMeta")))
_CATALOGS = frozenset(map(tag_of, ("catalogRef", "catalog")))
_BODY = f"{tag_of('inlineXML')}/{{{XHTML}}}html/{{{XHTML}}}body"
_DERIVED = tag_of("nm:guid")


class OwnReader(Walker):
    """Reads one document.

    Attributes:
        notes: What could not be read, or only in part.
        at: The element that is being read.
    """

    def __init__(self, root: Element) -> None:
        super().__init__()
        self.at = root
        self._root = root
        self._speakers: dict[str | None, Source | None] = {}
        self._undated_embargo: Element | None = None

    def read(self) -> Article:
        """Return the article.

        Raises:
            ModelError: If the model refuses something; :attr:`at` says where.
        """
        root = self._root
        fields: Fields = {}
        parts: list[Element] = []
        contents: list[Element] = []
        for element in root:
            tag = element.tag
            if tag == _PART:
                parts.append(element)
            elif tag == _ASSERT:
                self._assertion(element)
            elif tag in _SECTIONS:
                self.walk(element, _META, fields)
            elif tag == _CONTENT_SET:
                contents.append(element)
            elif tag not in _CATALOGS:
                self.unknown(element)
        # A part comes before the speaker that it names.
        fields["body"] = self._body(contents, self._named(parts))
        self.at = root
        if root.get(_DERIVED) != "derived":
            fields["guid"] = root.get("guid") or None
        if root.get("version") is not None:
            fields["version"] = self.whole(root, root.get("version"))
        if self._undated_embargo is not None and "embargoed" not in fields:
            message = "until when it is embargoed is not said"
            self.note(self._undated_embargo, "empty", message)
        if dateline := _taken(fields, "dateline."):
            fields["dateline"] = Dateline(**dateline)
        if rights := _taken(fields, "rights."):
            fields["rights"] = Rights(**rights)
        return Article(**fields)

    # Leaves that only articles have.

    def _embargo(self, element: Element) -> When | None:
        if element.text:
            return self.when(element)
        # Without a time it is empty, and our own element has the date.
        self._undated_embargo = element
        return None

    def _views(self, element: Element) -> int | None:
        return self.whole(element, element.get("interactions"))

    def _language(self, element: Element) -> str | None:
        return element.get("tag")

    def _status(self, element: Element) -> str | None:
        return self.code(element, _STATUS_WORDS)

    def _quote_kind(self, element: Element) -> str | None:
        return self.code(element, _QUOTE_KINDS)

    def _image_kind(self, element: Element) -> str | None:
        return self.code(element, _IMAGE_KINDS)

    def _nature(self, element: Element) -> str | None:
        return KINDS.get(element.get("qcode", ""))

    # Values of several fields.

    def _name(self, element: Element) -> str | None:
        return element.findtext(_NAME) or None

    def _subject(self, element: Element) -> Subject | None:
        fields: Fields = {}
        self.walk(element, _SUBJECT, fields)
        self.at = element
        if fields.get("name") or fields.get("code"):
            return Subject(**fields)
        self.note(element, "empty", f"{local_name(element)} has no name or code")
        return None

    def _party(self, element: Element, table: Table) -> Fields:
        fields: Fields = {}
        self.walk(element, table, fields)
        self.at = element
        nature = fields.pop("nature", None) or KINDS.get(element.get("type", ""))
        if "kind" not in fields:
            fields["kind"] = nature or "unknown"
        return fields

    def _source(self, element: Element) -> Source | None:
        fields = self._party(element, _SOURCE)
        if "role" not in fields and element.get("role") is not None:
            fields["role"] = self._role(element)
        if "name" in fields or "description" in fields:
            return Source(**fields)
        message = f"{local_name(element)} has no name or description"
        self.note(element, "empty", message)
        return None

    def _provider(self, element: Element) -> Source | None:
        # One without content stands there only because one has to.
        return self._source(element) if len(element) else None

    def _contributor(self, element: Element) -> Contributor | None:
        fields = self._party(element, _MAKER)
        fields |= fields.pop("details", {})
        fields["role"] = self._role(element) or "contributor"
        if "name" in fields:
            return Contributor(**fields)
        self.note(element, "empty", "a contributor has no name")
        return None

    def _role(self, element: Element) -> str | None:
        code = element.get("role", "")
        role = role_word(code)
        if role is None:
            self.note(element, "role-unknown", f"{short(code)} is not known here")
        return role

    def _details(self, element: Element) -> dict[str, str | None]:
        return {
            "affiliation": element.findtext(_AFFILIATION) or None,
            "location": element.findtext(_LOCATION) or None,
        }

    def _assertion(self, element: Element) -> None:
        name = element.get("literal")
        if name in self._speakers:
            self.doubled(element, name)
        else:
            self._speakers[name] = self._source(element)

    def _speaker(self, element: Element) -> Source | None:
        name = element.get("literal")
        speaker = self._speakers.get(name)
        if speaker is None:
            self.note(element, "part-missing", f"no assert tells of {short(name)}")
        return speaker

    # The body and its parts.

    def _named(self, elements: list[Element]) -> dict[str, dict[str, Fields]]:
        """Return the fields that parts hold, by the name of the part, by kind."""
        parts: dict[str, dict[str, Fields]] = {kind: {} for kind in _PARTS}
        for element in elements:
            self.at = element
            name = element.get("partid", "")
            kind = name.rpartition("-")[0]
            if kind not in parts:
                message = f"part {short(name)} is neither quote nor picture"
                self.note(element, "part-unknown", message)
            elif name in parts[kind]:
                self.doubled(element, name)
            else:
                fields: Fields = {}
                self.walk(element, _PARTS[kind], fields)
                if "kind" in fields or fields.pop("image", None):
                    parts[kind][name] = fields
        return parts

    def _body(
        self, contents: list[Element], parts: dict[str, dict[str, Fields]]
    ) -> list[Block]:
        for element in contents[1:]:
            self.doubled(element, "contentSet")
        body = contents[0].find(_BODY) if contents else None
        if body is None:
            if contents or any(parts.values()):
                where = contents[0] if contents else self._root
                self.note(where, "body-missing", "there is no XHTML body")
            return []
        reader = XhtmlReader(quotes=parts["quote"], captions=parts["image"])
        try:
            reader.read(body)
        finally:
            self.at = reader.at if reader.at is not None else body
        self.notes += reader.notes
        return reader.blocks


def _taken(fields: Fields, prefix: str) -> Fields:
    """Take the fields whose names begin with *prefix* out of *fields*."""
    names = [name for name in fields if name.startswith(prefix)]
    return {name.removeprefix(prefix): fields.pop(name) for name in names}


_this = OwnReader
_META = table_of(
    ("copyrightHolder", _this._name, "rights.holder"),
    ("copyrightNotice", None, "rights.notice"),
    ("usageTerms", None, "rights.terms"),
    ("itemClass", _this.nothing, ""),
    ("provider", _this._provider, "source"),
    ("versionCreated", _this.nothing, ""),
    ("firstCreated", _this.nothing, ""),
    ("embargoed", _this._embargo, "embargoed"),
    ("pubStatus", _this._status, "status"),
    ("generator", _this.nothing, ""),
    ("profile", _this.nothing, ""),
    ("edNote", None, "editorial_note"),
    ("altRep", _this.nothing, ""),
    ("nm:version", _this.number, "version"),
    ("nm:embargoed", _this.when, "embargoed"),
    ("urgency", _this.number, "urgency"),
    ("contentCreated", _this.when, "published"),
    ("contentModified", _this.when, "modified"),
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
    ("nm:dateline-date", _this.when, "dateline.date"),
    ("nm:section", None, "section"),
)
_SUBJECT = table_of(
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
_SOURCE = table_of(
    *_PARTY,
    ("type", _this._nature, "nature"),
    ("definition", None, "description"),
    ("nm:role", None, "role"),
)
_MAKER = table_of(
    *_PARTY,
    ("personDetails", _this._details, "details"),
    ("organisationDetails", _this._details, "details"),
)
_PARTS = {
    "quote": table_of(
        ("role", _this._quote_kind, "kind"),
        ("infoSource", _this._speaker, "speaker"),
        ("nm:cue", None, "cue"),
        ("nm:mention", None, "mention"),
        ("nm:fragment", None, "fragments"),
        ("nm:group", _this.number, "group"),
        ("nm:confidence", _this.number, "confidence"),
    ),
    "image": table_of(
        ("role", _this._image_kind, "image"),
        ("creator", _this._source, "credits"),
        ("contributor", _this._source, "credits"),
        ("creditline", None, "credit_line"),
        (f"description {ALT_ROLE}", None, "alt"),
        # The body has the caption, and its marks.
        (f"description {CAPTION_ROLE}", _this.nothing, ""),
    ),
}
