"""Reads articles out of JSON-LD with the terms of schema.org."""

import re
from collections.abc import Iterator
from typing import Final

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.decoding import decode
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
from newsmodel.model import Paragraph, Subject
from newsmodel.model.fieldtypes import COUNT_LIMIT
from newsmodel.rules.dates import read_when
from newsmodel.rules.languages import language_tag
from newsmodel.serialisers._datelines import offer_dateline
from newsmodel.serialisers._findings import Trace
from newsmodel.serialisers._json_body import JsonBody
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import Item, line_of, words_of
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers.jsonld._body import read_body
from newsmodel.serialisers.jsonld._parties import contributors_in, publisher_in
from newsmodel.serialisers.jsonld._read_own import is_own, read_own
from newsmodel.serialisers.jsonld._values import (
    address_in,
    first_value,
    plain_text,
    subject_in,
)
from newsmodel.serialisers.jsonld._vocabulary import ABOUT_THE_DOCUMENT, FORMAT, VIEWS

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


def read(data: bytes | str, url: str | None, *, quiet: bool = False) -> Explanation:
    """Return the main article of a document, and unless quiet, how it was read.

    Raises:
        ParseError: If it is no JSON, or holds no article.
    """
    nodes, notes = _nodes(data)
    node = choose_article(nodes, [url or ""], [])
    if not node or not (is_article(node) or "headline" in node):
        advice = "JSON-LD has a node whose @type is NewsArticle or the like"
        where = Location(path="$")
        raise ParseError("there is no article", FORMAT, where, advice)
    return _explained(node, notes, url, quiet=quiet)


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
        own_url = url if len(found) == 1 else None
        yield _explained(resolved(each, known), notes, own_url, quiet=False)


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
    nodes = nodes_in(values)
    if "schema:" in text or "schema.org/" in text:
        for node in nodes:
            bare = {_PREFIX.sub("", name, 1): value for name, value in node.items()}
            # In its place, since other nodes hold it.
            node.clear()
            node.update(bare)
    return nodes, notes


def _explained(
    node: Node, notes: list[Note], url: str | None, *, quiet: bool
) -> Explanation:
    if is_own(node):
        try:
            own = list(notes)
            article = read_own(node, own)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            message = f"not what newsmodel writes, so read by rules: {error}"
            notes = [*notes, Note(code="profile", message=message)]
        else:
            return Explanation(article=article, format=FORMAT, notes=tuple(own))
    return _read_article(Item(node, "$"), Findings(notes, quiet=quiet), url)


def _read_article(item: Item, findings: Findings, url: str | None) -> Explanation:
    """Read all fields, then the body, then the quotes in it."""
    for read_some in (_texts, _identity, _dates, _classify, _views, _rights):
        read_some(item, findings)
    if url:
        findings.fields.setdefault("url", url)
    makers = _makers(item, findings)
    _publishers(item, findings)
    body = read_body(item, findings, makers)
    makers.settle()
    _dateline(item, body, findings)
    findings.leave_out_the_rest(item, ABOUT_THE_DOCUMENT)
    return findings.explanation(FORMAT, body=body.quoted())


def _texts(item: Item, findings: Findings) -> None:
    for field, names in _TEXTS:
        for name in names:
            if found := item.take(name):
                findings.take(field, plain_text(found.value), name, found)


_TEXTS: Final = (
    ("headline", ("headline", "name", "alternativeheadline")),
    ("standfirst", ("description", "abstract")),
    ("byline", ("credittext",)),
)


def _identity(item: Item, findings: Findings) -> None:
    for field, name in (("section", "articlesection"), ("guid", "identifier")):
        if found := item.take(name):
            said = line_of(string_of(first_value(found.value)))
            findings.take(field, said, name, found)
    if found := item.take("inlanguage"):
        value = found.value
        if isinstance(value, dict):
            value = value.get("alternateName") or value.get("name")
        if tag := language_tag(line_of(string_of(value))):
            findings.take("language", tag, "inlanguage", found)
        else:
            said = words_of(found.value)
            findings.left_out(found.path, said, "it is no language tag")
    for name in ("url", "mainentityofpage"):
        if found := item.take(name):
            findings.take("url", address_in(found.value), name, found)
    if found := item.take("version"):
        said = line_of(found.value)
        if said.isascii() and said.isdigit() and len(said) < 16:
            # None at all is a number too.
            findings.offer("version", int(said), Trace("version", said, found.path))
        else:
            findings.left_out(found.path, said, "it is no number")


def _dates(item: Item, findings: Findings) -> None:
    for field, name in (
        ("published", "datepublished"),
        ("published", "datecreated"),
        ("modified", "datemodified"),
    ):
        if found := item.take(name):
            said = line_of(string_of(found.value))
            if when := read_when(said):
                findings.take(field, when, name, found)
            elif said:
                message = f"{name} is no date: {said[:60]}"
                findings.note(found.path, "date-refused", message)


def _classify(item: Item, findings: Findings) -> None:
    keywords: dict[str, str] = {}
    if found := item.take("keywords"):
        for each in values_of(found.value):
            for word in _COMMAS.split(plain_text(string_of(each))):
                if word := line_of(word).strip("#\"'"):
                    keywords.setdefault(word.casefold(), word)
        findings.take("keywords", tuple(keywords.values()), "keywords", found)
    subjects: dict[Subject, None] = {}
    for name in ("about", "mentions"):
        if found := item.take(name):
            for each in values_of(found.value):
                if subject := subject_in(each, coded=name == "mentions"):
                    subjects.setdefault(subject)
                else:
                    findings.left_out(found.path, words_of(each))
    if subjects:
        trace = Trace("about", next(iter(subjects)).name or "", "$.about")
        findings.offer("subjects", tuple(subjects), trace)
    if found := item.take("genre"):
        findings.take("genre", subject_in(first_value(found.value)), "genre", found)
    for kind in types_of(item.fields):
        if sort := GENRES.get(kind):
            genre = Subject(name=sort, code=kind, scheme="https://schema.org")
            findings.offer("genre", genre, Trace("type", kind, "$.@type"))


def _makers(item: Item, findings: Findings) -> Makers:
    makers = Makers(findings)
    names: set[str] = set()
    for term, role in _MAKERS.items():
        if (found := item.take(term)) is None:
            continue
        people = list(contributors_in(found.value, role))
        if not people:
            findings.left_out(found.path, words_of(found.value), "it names nobody")
        for one in people:
            # Pages state the same person under several terms.
            if one.name not in names:
                names.add(one.name)
                makers.add(one, Trace(term, one.name, found.path))
    if not makers.has_author and (byline := findings.fields.get("byline")):
        makers.add_byline(byline, Trace("credittext", byline, "$.creditText"))
    return makers


def _publishers(item: Item, findings: Findings) -> None:
    for name in _PUBLISHERS:
        if (found := item.take(name)) is None:
            continue
        for node in values_of(found.value):
            if source := publisher_in(node):
                findings.take("source", source, name, found)
            else:
                findings.left_out(found.path, words_of(node), "it names nobody")


def _views(item: Item, findings: Findings) -> None:
    if (found := item.take("interactionstatistic")) is None:
        return
    for each in values_of(found.value):
        if not isinstance(each, dict):
            findings.left_out(found.path, words_of(each))
            continue
        kind = each.get("interactionType")
        kind = kind.get("@type") if isinstance(kind, dict) else kind
        name = string_of(kind).rpartition("/")[2]
        count = line_of(each.get("userInteractionCount"))
        is_count = count.isascii() and count.isdigit() and len(count) < 17
        if name in _VIEWS and is_count and int(count) <= COUNT_LIMIT:
            # None at all is a count too.
            findings.offer("views", int(count), Trace("views", count, found.path))
        else:
            findings.left_out(found.path, words_of(each))


def _rights(item: Item, findings: Findings) -> None:
    parts: dict[str, str] = {}
    path = ""
    for part, names in _RIGHTS:
        for name in names:
            found = item.take(name)
            if found is None:
                continue
            value = found.value
            if part == "terms" and isinstance(value, dict):
                value = value.get("text") or value.get("url") or value
            text = plain_text(string_of(value))
            if part == "holder":
                text = "" if "://" in text else line_of(text)
            if text and part not in parts:
                parts[part] = text
                path = path or found.path
    findings.offer_rights(parts, path)


_RIGHTS: Final = (
    ("holder", ("copyrightholder",)),
    ("notice", ("copyrightnotice",)),
    ("terms", ("usageinfo", "license")),
)


def _dateline(item: Item, body: JsonBody, findings: Findings) -> None:
    stated = body.datelines
    places = []
    if found := item.take("dateline"):
        stated = [(plain_text(string_of(found.value)), found.path), *stated]
    if (found := item.take("locationcreated", "contentlocation")) and (
        place := line_of(string_of(found.value))
    ):
        places = [(place, found.path)]
    paragraphs = [each for each in body.blocks if isinstance(each, Paragraph)]
    offer_dateline(findings, stated, places, paragraphs)
