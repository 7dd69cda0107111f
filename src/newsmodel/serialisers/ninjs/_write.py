"""Writes an article as a ninjs 3.1 news object."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from hashlib import sha1
from typing import Any, Final
from urllib.parse import quote as quoted

from newsmodel.markup.xhtml_writer import XhtmlWriter
from newsmodel.model import Article, ImageCaption, Subject, When
from newsmodel.serialisers._json_writing import as_json, given
from newsmodel.serialisers._quotation_nodes import CONTEXT, quotation
from newsmodel.serialisers._uris import is_uri
from newsmodel.serialisers.ninjs._parties import PROVIDER, contributor, party
from newsmodel.serialisers.ninjs._vocabulary import (
    DATELINE,
    DERIVED,
    GUID_ROLE,
    KEYWORD,
    LD_JSON,
    PROFILE,
    QUOTES,
    SCHEMA,
    SECTION,
    SUBJECT,
    SUMMARY,
    URL_ROLE,
    VERSION,
    XHTML,
)

_RIGHTS: Final = {
    "holder": "copyrightHolder",
    "notice": "copyrightNotice",
    "terms": "usageTerms",
}


def write(article: Article) -> bytes:
    """Return an article as ninjs 3.1, in UTF-8."""
    item: dict[str, Any] = {"type": "text", "profile": PROFILE}
    item |= _facts(article)
    item |= _texts(article)
    item |= _classification(article)
    item |= _parties(article)
    item |= _body(article)
    item = {**_identity(article, item), **item}
    return as_json(item).encode()


def _identity(article: Article, item: dict[str, Any]) -> dict[str, Any]:
    """Return what the article is known by, and what it is written in.

    ninjs wants an address; where there is none, the same article has to get the
    same. What is no address stands among the other identifiers.
    """
    guid = article.guid
    others = []
    if guid is not None and (not is_uri(guid) or guid.startswith(DERIVED)):
        others.append({"role": GUID_ROLE, "value": guid})
        guid = None
    if article.url is not None:
        others.append({"role": URL_ROLE, "value": article.url})
    if guid is None:
        text = json.dumps([item, others], sort_keys=True)
        digest = sha1(text.encode(), usedforsecurity=False).hexdigest()
        guid = DERIVED + digest
    standard = {"name": "ninjs", "version": VERSION, "schema": SCHEMA}
    identity: dict[str, Any] = {"uri": guid, "standard": standard}
    if others:
        identity["altIds"] = others
    return identity


def _facts(article: Article) -> dict[str, Any]:
    values: dict[str, Any] = {
        "version": None if article.version is None else str(article.version),
        "firstCreated": moment(article.published),
        "versionCreated": moment(article.modified),
        # Held back to the end of the day, where only the day is told.
        "embargoedUntil": moment(article.embargoed, time.max.replace(microsecond=0)),
        "pubStatus": article.status,
        "urgency": article.urgency,
        "edNote": article.editorial_note,
        "language": article.language,
    }
    if article.rights is not None:
        for name, written in _RIGHTS.items():
            values[written] = getattr(article.rights, name)
    return given(values)


def moment(when: When | None, clock: time = time.min) -> str | None:
    """Return a time as ninjs has them, with clock and zone.

    Example:
        >>> moment(datetime(2024, 5, 1))
        '2024-05-01T00:00:00+00:00'
    """
    if when is None:
        return None
    if not isinstance(when, datetime):
        when = datetime.combine(when, clock)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()


def _texts(article: Article) -> dict[str, Any]:
    values: dict[str, Any] = {"by": article.byline, "slugline": article.slugline}
    if article.headline is not None:
        values["headlines"] = [{"role": "main", "value": article.headline}]
    descriptions = []
    if article.standfirst is not None:
        descriptions.append({"role": SUMMARY, "value": article.standfirst})
    dateline = article.dateline
    if dateline is not None and dateline.text is not None:
        descriptions.append({"role": DATELINE, "value": dateline.text})
    if dateline is not None:
        values["located"] = dateline.place
    values["descriptions"] = descriptions
    return given(values)


def _classification(article: Article) -> dict[str, Any]:
    subjects = [_subject(each) for each in article.subjects]
    subjects += [{"name": each, "rel": KEYWORD} for each in article.keywords]
    if article.section is not None:
        subjects.append({"name": article.section, "rel": SECTION})
    genres = [_subject(article.genre)] if article.genre else []
    return given({"subjects": subjects, "genres": genres})


def _subject(subject: Subject) -> dict[str, Any]:
    """Return a subject: vocabulary and code as one address, and the code besides."""
    scheme, code = subject.scheme, subject.code
    written = given({"name": subject.name, "literal": code})
    if scheme is not None:
        address = scheme + (code or "")
        if not is_uri(address) or not code:
            parts = (quoted(each, safe="") for each in (scheme, code or ""))
            address = SUBJECT + ":".join(parts)
        written["uri"] = address
    return written


def _parties(article: Article) -> dict[str, Any]:
    parties = []
    if article.source is not None:
        parties.append(party(article.source, PROVIDER))
    parties += [contributor(each) for each in article.contributors]
    return given({"infoSources": parties})


def _body(article: Article) -> dict[str, Any]:
    """Return the body as XHTML and as plain text, its quotes and its pictures."""
    if not article.body:
        return {}
    writer = XhtmlWriter()
    markup = writer.write(article.body)
    bodies = [{"role": "main", "contentType": XHTML, "value": markup}]
    if text := "\n\n".join(_running(article)):
        bodies.append({"role": "text", "contentType": "text/plain", "value": text})
    if writer.quotes:
        graph = [
            quotation(each, f"quote-{at}")
            for at, each in enumerate(writer.quotes, start=1)
        ]
        node = {"@context": CONTEXT, "@graph": graph}
        value = as_json(node)
        bodies.append({"role": QUOTES, "contentType": LD_JSON, "value": value})
    pictures = [
        _picture(each, f"image-{at}")
        for at, each in enumerate(writer.captions, start=1)
    ]
    return given({"bodies": bodies, "associations": pictures})


def _running(article: Article) -> Iterator[str]:
    for block in article.body:
        if block.text and not isinstance(block, ImageCaption):
            yield block.text


def _picture(caption: ImageCaption, name: str) -> dict[str, Any]:
    """Return a caption as an item of its own, under the name that its place has."""
    image = caption.image
    url = image.url if image else None
    values: dict[str, Any] = {
        "name": name,
        "uri": url if url is not None and is_uri(url) else f"{DERIVED}{name}",
        "type": "picture",
        "by": caption.credit_line,
    }
    if caption.text:
        values["descriptions"] = [{"role": "caption", "value": caption.text}]
    if caption.credits:
        values["infoSources"] = [party(each, each.role) for each in caption.credits]
    if image is not None:
        if image.alt is not None:
            values["headlines"] = [{"value": image.alt}]
        if url is not None and is_uri(url):
            rendition = {
                "name": "main",
                "href": url,
                "width": image.width,
                "height": image.height,
            }
            values["renditions"] = [given(rendition)]
    return given(values)
