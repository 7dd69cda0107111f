"""Reads articles out of JSON-LD with the terms of schema.org."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.json_ld import (
    GENRES,
    Node,
    choose_article,
    is_article,
    nodes_in,
    of_others,
    referred_to,
    resolved,
    string_of,
    types_of,
    values_of,
)
from newsmodel.markup.loose_json import read_json
from newsmodel.model import (
    Block,
    Contributor,
    Dateline,
    Paragraph,
    Rights,
    Subject,
)
from newsmodel.model.fieldtypes import COUNT_LIMIT
from newsmodel.parsers._decoding import decode
from newsmodel.rules._words import words
from newsmodel.rules.datelines import read_dateline
from newsmodel.rules.iso_dates import read_iso_date
from newsmodel.rules.languages import language_tag
from newsmodel.serialisers._datelines import day_of
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, Value, line_of, words_of
from newsmodel.serialisers.jsonld._body import Body
from newsmodel.serialisers.jsonld._parties import contributors_in, publisher_in
from newsmodel.serialisers.jsonld._read_own import is_own, read_own
from newsmodel.serialisers.jsonld._values import (
    MOST,
    address_in,
    first_value,
    plain_text,
    subject_in,
)
from newsmodel.serialisers.jsonld._vocabulary import FORMAT, VIEWS

# Names with the address of the vocabulary, or the usual prefix for it.
_PREFIX: Final = re.compile(r"(?:https?://schema\.org/|schema:)(?=[A-Za-z])")
_COMMAS: Final = re.compile(r"\s*[,;،、，]\s*")
_MAKERS: Final = {
    "author": "author",
    "creator": "author",
    "editor": "editor",
    "translator": "translator",
    "contributor": "contributor",
}
_PUBLISHERS: Final = ("publisher", "sourceorganization", "provider")
_VIEWS: Final = (VIEWS, "ReadAction", "WatchAction")
# Of no use to a reader of the article.
_SILENT: Final = words(
    "@context @type @id potentialaction isaccessibleforfree wordcount speakable"
    " breadcrumb ispartof"
)


def read(data: bytes | str, url: str | None) -> Explanation:
    """Return the main article of a document, and how it was read.

    Raises:
        ParseError: If it is no JSON, or holds no article.
    """
    nodes, notes = _nodes(data)
    node = choose_article(nodes, [url or ""], [])
    if not node or not (is_article(node) or "headline" in node):
        advice = "JSON-LD has a node whose @type is NewsArticle or the like"
        where = Location(path="$")
        raise ParseError("there is no article", FORMAT, where, advice)
    return _explained(node, notes, url)


def read_all(data: bytes | str, url: str | None) -> Iterator[Explanation]:
    """Yield the articles of a document, in order.

    Raises:
        ParseError: If it is no JSON, or holds no article.
    """
    nodes, notes = _nodes(data)
    others = of_others(nodes)
    articles = [each for each in nodes if is_article(each) and "@type" in each]
    main = [each for each in articles if id(each) not in others]
    found = [each for each in main or articles if _says_something(each)]
    if not found:
        yield read(data, url)
    known = referred_to(nodes)
    for each in found:
        yield _explained(resolved(each, known), notes, url if len(found) == 1 else None)


def _says_something(node: Node) -> bool:
    """Whether a node is more than a reference to one."""
    return any(name in node for name in ("headline", "name", "articleBody"))


def _nodes(data: bytes | str) -> tuple[list[Node], list[Note]]:
    text, decoded = decode(data)
    notes = list(decoded)
    try:
        values, repaired = read_json(text)
    except ValueError as error:
        raise ParseError(f"no JSON: {error}", FORMAT) from error
    if repaired:
        message = "no JSON as it stood, and repaired"
        notes.append(Note(code="json-ld-repaired", message=message))
    if "schema:" in text or "schema.org/" in text:
        try:
            values = json.loads(json.dumps(values), object_hook=_unprefixed)
        except RecursionError as error:
            raise ParseError("it nests too deep", FORMAT) from error
    return nodes_in(values), notes


def _unprefixed(node: dict[str, Any]) -> dict[str, Any]:
    return {_PREFIX.sub("", name, 1): value for name, value in node.items()}


def _explained(node: Node, notes: list[Note], url: str | None) -> Explanation:
    if is_own(node):
        try:
            own = list(notes)
            article = read_own(node, own)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            message = f"not what newsmodel writes, so read by rules: {error}"
            notes = [*notes, Note(code="profile", message=message)]
        else:
            return Explanation(article=article, format=FORMAT, notes=tuple(own))
    reader = _Reader(Item(node, "$"), Findings(notes))
    return reader.read(url)


class _Reader:
    """Reads one article."""

    def __init__(self, item: Item, findings: Findings) -> None:
        self._item = item
        self._findings = findings

    def read(self, url: str | None) -> Explanation:
        """Read all fields, then the body, then the quotes in it."""
        self._texts(url)
        self._dates()
        self._classify()
        self._makers()
        self._numbers()
        self._rights()
        body = Body(self._item, self._findings)
        body.read()
        self._dateline(body.blocks)
        for unread, path in self._item.rest():
            if path.rpartition(".")[2].lower() not in _SILENT:
                self._findings.left_out(path, unread)
        return self._findings.explanation(FORMAT, body=body.quoted())

    def _offer(self, field: str, value: Any, found: Value) -> None:
        if value:
            name = found.path.rpartition(".")[2]
            raw = string_of(found.value) or words_of(found.value)
            self._findings.offer(field, value, Trace(name, raw, found.path))

    def _texts(self, url: str | None) -> None:
        take = self._item.take
        for field, names in (
            ("headline", ("headline", "name", "alternativeheadline")),
            ("standfirst", ("description", "abstract")),
            ("byline", ("credittext",)),
        ):
            for name in names:
                if found := take(name):
                    self._offer(field, plain_text(found.value), found)
        for field, name in (("section", "articlesection"), ("guid", "identifier")):
            if found := take(name):
                value = first_value(found.value)
                self._offer(field, line_of(string_of(value)), found)
        if found := take("inlanguage"):
            value = found.value
            if isinstance(value, dict):
                value = value.get("alternateName") or value.get("name")
            tag = language_tag(line_of(string_of(value)))
            if tag:
                self._offer("language", tag, found)
            else:
                said = words_of(found.value)
                self._findings.left_out(found.path, said, "it is no language tag")
        for name in ("url", "mainentityofpage"):
            if found := take(name):
                self._offer("url", address_in(found.value), found)
        if url and "url" not in self._findings.fields:
            self._findings.fields["url"] = url
        if found := take("version"):
            said = line_of(found.value)
            if said.isascii() and said.isdigit() and len(said) < 16:
                self._offer("version", int(said), found)

    def _dates(self) -> None:
        for field, name in (
            ("published", "datepublished"),
            ("published", "datecreated"),
            ("modified", "datemodified"),
        ):
            if found := self._item.take(name):
                said = line_of(string_of(found.value))
                if when := read_iso_date(said):
                    self._offer(field, when, found)
                elif said:
                    message = f"{name} is no date: {said[:60]}"
                    self._findings.note("date-refused", message, found.path)

    def _classify(self) -> None:
        keywords: dict[str, str] = {}
        if found := self._item.take("keywords"):
            for each in values_of(found.value)[:MOST]:
                for word in _COMMAS.split(plain_text(string_of(each))):
                    if word := line_of(word).strip("#\"'"):
                        keywords.setdefault(word.casefold(), word)
            self._offer("keywords", tuple(keywords.values())[:MOST], found)
        subjects: dict[Subject, None] = {}
        for name in ("about", "mentions"):
            if found := self._item.take(name):
                for each in values_of(found.value)[:MOST]:
                    subject = subject_in(each, coded=name == "mentions")
                    if subject:
                        subjects.setdefault(subject)
                    else:
                        self._findings.left_out(found.path, words_of(each))
        if subjects:
            trace = Trace("about", next(iter(subjects)).name or "", "$.about")
            self._findings.offer("subjects", tuple(subjects), trace)
        if found := self._item.take("genre"):
            genre = subject_in(first_value(found.value))
            self._offer("genre", genre, found)
        for kind in types_of(self._item.fields):
            if sort := GENRES.get(kind):
                genre = Subject(name=sort, code=kind, scheme="https://schema.org")
                self._findings.offer("genre", genre, Trace("type", kind, "$.@type"))

    def _makers(self) -> None:
        found: list[Contributor] = []
        first: Value | None = None
        for name, role in _MAKERS.items():
            given = self._item.take(name)
            if given is None or (name == "creator" and found):
                continue
            first = first or given
            for one in contributors_in(given.value, role):
                if all(each.name != one.name for each in found):
                    found.append(one)
        if first:
            self._offer("contributors", tuple(found[:MOST]), first)
        for name in _PUBLISHERS:
            given = self._item.take(name)
            for node in values_of(given.value) if given else ():
                if given and (source := publisher_in(node)):
                    self._offer("source", source, given)

    def _numbers(self) -> None:
        if found := self._item.take("interactionstatistic"):
            for each in values_of(found.value):
                if not isinstance(each, dict):
                    continue
                kind = each.get("interactionType")
                kind = kind.get("@type") if isinstance(kind, dict) else kind
                name = string_of(kind).rpartition("/")[2]
                count = line_of(each.get("userInteractionCount"))
                if name in _VIEWS and count.isascii() and count.isdigit():
                    if len(count) < 17 and int(count) <= COUNT_LIMIT:
                        # None at all is a count too.
                        trace = Trace("views", count, found.path)
                        self._findings.offer("views", int(count), trace)
                else:
                    self._findings.left_out(found.path, words_of(each))

    def _rights(self) -> None:
        parts: dict[str, str] = {}
        where: Value | None = None
        for field, names in (
            ("holder", ("copyrightholder",)),
            ("notice", ("copyrightnotice",)),
            ("terms", ("usageinfo", "license")),
        ):
            for name in names:
                found = self._item.take(name)
                if found is None:
                    continue
                value = found.value
                if field == "terms" and isinstance(value, dict):
                    value = value.get("text") or value.get("url") or value
                text = plain_text(string_of(value))
                if field == "holder":
                    text = "" if "://" in text else line_of(text)
                if text and field not in parts:
                    parts[field] = text
                    where = where or found
        if where:
            self._offer("rights", Rights(**parts), where)

    def _dateline(self, blocks: list[Block]) -> None:
        parts: dict[str, Any] = {}
        where: Value | None = None
        if (found := self._item.take("dateline")) and (
            text := plain_text(string_of(found.value))
        ):
            parts["text"], where = text, found
            reading = read_dateline(f"{text.rstrip(' -–—')} - A")
            if reading and reading.place:
                parts["place"] = reading.place
            if day := day_of(reading, self._findings.fields.get("published")):
                parts["date"] = day
        if (found := self._item.take("locationcreated", "contentlocation")) and (
            place := line_of(string_of(found.value))
        ):
            parts.setdefault("place", place)
            where = where or found
        first = next((each.text for each in blocks if isinstance(each, Paragraph)), "")
        reading = read_dateline(first)
        if "text" not in parts and reading and reading.sure:
            parts["text"] = reading.text
            if reading.place:
                parts.setdefault("place", reading.place)
            if day := day_of(reading, self._findings.fields.get("published")):
                parts["date"] = day
            where = where or Value(reading.text, "$.articleBody")
        if where:
            self._offer("dateline", Dateline(**parts), where)
