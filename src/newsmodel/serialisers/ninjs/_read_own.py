"""Reads back what :mod:`newsmodel.serialisers.ninjs._write` writes.

To the letter. That a document was written there is only a claim: what is missing
or out of place costs no more than itself, with a note; what the model refuses
costs the document, which is then read as anybody's.
"""

import json
from datetime import datetime
from typing import Any, Final
from urllib.parse import unquote

from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.xhtml_inline import XHTML as NAMESPACE
from newsmodel.markup.xhtml_reader import XhtmlReader
from newsmodel.markup.xml import parse_xml
from newsmodel.model import (
    Article,
    Block,
    Contributor,
    Dateline,
    Rights,
    Source,
    Subject,
)
from newsmodel.serialisers._json_item import Item
from newsmodel.serialisers._quotation_nodes import quote_fields
from newsmodel.serialisers.ninjs._parties import (
    contributor_in,
    is_provider,
    source_in,
)
from newsmodel.serialisers.ninjs._vocabulary import (
    DATELINE,
    DERIVED,
    FORMAT,
    GUID_ROLE,
    KEYWORD,
    PROFILE,
    QUOTES,
    SECTION,
    SUBJECT,
    SUMMARY,
    URL_ROLE,
)

_PLAIN: Final = {
    "by": "byline",
    "slugline": "slugline",
    "pubStatus": "status",
    "urgency": "urgency",
    "edNote": "editorial_note",
    "language": "language",
}
_TIMES: Final = {
    "firstCreated": "published",
    "versionCreated": "modified",
    "embargoedUntil": "embargoed",
}
_RIGHTS: Final = {
    "copyrightHolder": "holder",
    "copyrightNotice": "notice",
    "usageTerms": "terms",
}


def is_own(document: dict[str, Any]) -> bool:
    """Whether a document says that newsmodel wrote it."""
    return document.get("profile") == PROFILE


def read_own(document: dict[str, Any], notes: list[Note]) -> Explanation:
    """Return the article of a document that newsmodel wrote.

    Raises:
        ModelError: If the model refuses something.
        ParseError: If its markup is broken.
        ValueError: If a value is not what is written there.
    """
    reader = _OwnReader(document, notes)
    article = reader.read()
    return Explanation(article=article, format=FORMAT, notes=tuple(reader.notes))


class _OwnReader:
    """Reads one document."""

    def __init__(self, document: dict[str, Any], notes: list[Note]) -> None:
        self._document = document
        self.notes = list(notes)

    def read(self) -> Article:
        """Return the article."""
        given = self._document
        fields: dict[str, Any] = {
            field: given[name] for name, field in _PLAIN.items() if name in given
        }
        for name, field in _TIMES.items():
            if name in given:
                fields[field] = datetime.fromisoformat(given[name])
        if "version" in given:
            fields["version"] = int(given["version"])
        rights = {
            field: given[name] for name, field in _RIGHTS.items() if name in given
        }
        if rights:
            fields["rights"] = Rights(**rights)
        fields |= self._identity() | self._texts() | self._parties()
        fields |= self._classification()
        fields["body"] = self._body()
        return Article(**fields)

    def _listed(self, name: str) -> list[dict[str, Any]]:
        given = self._document.get(name)
        if not isinstance(given, list):
            return []
        return [each for each in given if isinstance(each, dict)]

    def _identity(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        uri = self._document.get("uri")
        if isinstance(uri, str) and not uri.startswith(DERIVED):
            found["guid"] = uri
        for each in self._listed("altIds"):
            if each.get("role") in (GUID_ROLE, URL_ROLE):
                found[each["role"]] = each.get("value")
        return found

    def _texts(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for each in self._listed("headlines")[:1]:
            found["headline"] = each.get("value")
        dateline: dict[str, Any] = {}
        if "located" in self._document:
            dateline["place"] = self._document["located"]
        for each in self._listed("descriptions"):
            if each.get("role") == SUMMARY:
                found["standfirst"] = each.get("value")
            elif each.get("role") == DATELINE:
                dateline["text"] = each.get("value")
        if dateline:
            found["dateline"] = Dateline(**dateline)
        return found

    def _parties(self) -> dict[str, Any]:
        source: Source | None = None
        contributors: list[Contributor] = []
        for each in self._listed("infoSources"):
            item = Item(each, "$.infoSources")
            if is_provider(item) and source is None:
                source = source_in(item, is_provider=True)
            else:
                contributors.append(contributor_in(item))
        return {"source": source, "contributors": contributors}

    def _classification(self) -> dict[str, Any]:
        found: dict[str, Any] = {"subjects": [], "keywords": []}
        for each in self._listed("subjects"):
            relation = each.get("rel")
            if relation == KEYWORD:
                found["keywords"].append(each.get("name"))
            elif relation == SECTION:
                found["section"] = each.get("name")
            else:
                found["subjects"].append(_subject(each))
        for each in self._listed("genres")[:1]:
            found["genre"] = _subject(each)
        return found

    def _body(self) -> list[Block]:
        bodies = {
            each.get("role"): each.get("value") for each in self._listed("bodies")
        }
        markup = bodies.get("main")
        if not isinstance(markup, str):
            return []
        quotes = self._quotes(bodies.get(QUOTES))
        reader = XhtmlReader(quotes, self._captions())
        reader.read(_tree(markup))
        self.notes += reader.notes
        return reader.blocks

    def _quotes(self, written: Any) -> dict[str, dict[str, Any]]:
        if not isinstance(written, str):
            return {}
        node = json.loads(written)
        graph = node.get("@graph") if isinstance(node, dict) else None
        return {
            str(each.get("identifier")): quote_fields(each)
            for each in (graph if isinstance(graph, list) else [])
            if isinstance(each, dict)
        }

    def _captions(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for each in self._listed("associations"):
            item = Item(each, "$.associations")
            part: dict[str, Any] = {}
            if "by" in each:
                part["credit_line"] = each["by"]
            credits = [source_in(party) for party in item.items("infosources")]
            if credits:
                part["credits"] = tuple(credits)
            for headline in item.items("headlines"):
                part["alt"] = headline.fields.get("value")
            found[str(each.get("name"))] = part
        return found


def _subject(each: dict[str, Any]) -> Subject:
    code, uri = each.get("literal"), each.get("uri")
    scheme = None
    if isinstance(uri, str) and uri.startswith(SUBJECT):
        scheme = unquote(uri.removeprefix(SUBJECT).partition(":")[0])
    elif isinstance(uri, str) and isinstance(code, str):
        scheme = uri.removesuffix(code)
    return Subject(name=each.get("name"), code=code, scheme=scheme)


def _tree(markup: str) -> etree._Element:
    try:
        return parse_xml(f'<body xmlns="{NAMESPACE}">{markup}</body>', FORMAT)
    except ParseError as error:
        where = Location(path="$.bodies")
        raise ParseError(error.problem, FORMAT, where) from error
