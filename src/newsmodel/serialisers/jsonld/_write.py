"""Writes an article as schema.org's ``NewsArticle`` in JSON-LD.

Terms and types are those that search engines read; what stands in terms of our own
namespace they pass over.
"""

from collections.abc import Iterator
from typing import Any

from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Embed,
    ImageCaption,
    Rights,
    Subject,
    Table,
)
from newsmodel.serialisers._json_writing import as_json, given
from newsmodel.serialisers._quotation_nodes import CONTEXT, party, quotation
from newsmodel.serialisers.jsonld._vocabulary import (
    CONTRIBUTOR,
    MAKERS,
    PROFILE,
    PROFILE_VERSION,
    TEXTS,
    TIMES,
    VIEWS,
)


def write(article: Article) -> bytes:
    """Return an article as JSON-LD, in UTF-8, fit to stand in a page's script."""
    node: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        PROFILE: PROFILE_VERSION,
    }
    for term, field in TEXTS.items():
        node[term] = getattr(article, field)
    for term, field in TIMES.items():
        when = getattr(article, field)
        node[term] = None if when is None else when.isoformat()
    if article.url is not None:
        node["mainEntityOfPage"] = {"@type": "WebPage", "@id": article.url}
    node["version"] = article.version
    node |= _makers(article.contributors)
    if article.source is not None:
        node["publisher"] = party(article.source, "Organization")
    if article.dateline is not None:
        node |= _dateline(article.dateline)
    if article.rights is not None:
        node |= _rights(article.rights)
    node["about"] = [_subject(each) for each in article.subjects]
    node["keywords"] = list(article.keywords)
    node["genre"] = None if article.genre is None else _subject(article.genre)
    if article.views is not None:
        node["interactionStatistic"] = {
            "@type": "InteractionCounter",
            "interactionType": {"@type": VIEWS},
            "userInteractionCount": article.views,
        }
    node |= _body(article)
    text = as_json(given(node))
    # In the script of a page neither an end tag nor a comment may begin.
    return text.replace("</", "<\\/").replace("<!--", "\\u003c!--").encode()


def _makers(contributors: tuple[Contributor, ...]) -> dict[str, Any]:
    """Return those who made it by their role, in order.

    Where the order of all is not that of the roles, each has a number.
    """
    terms = [*MAKERS, CONTRIBUTOR]
    made: dict[str, list[dict[str, Any]]] = {term: [] for term in terms}
    ranks = []
    for at, one in enumerate(contributors):
        term = one.role if one.role in MAKERS else CONTRIBUTOR
        node = party(one, "Organization") | {"nm:position": at}
        if term == CONTRIBUTOR:
            node["nm:role"] = one.role
        made[term].append(node)
        ranks.append(terms.index(term))
    if ranks == sorted(ranks):
        for node in (each for several in made.values() for each in several):
            del node["nm:position"]
    return dict(made)


def _dateline(dateline: Dateline) -> dict[str, Any]:
    written: dict[str, Any] = {"dateline": dateline.text}
    if dateline.place is not None:
        written["locationCreated"] = {"@type": "Place", "name": dateline.place}
    return written


def _rights(rights: Rights) -> dict[str, Any]:
    written: dict[str, Any] = {"copyrightNotice": rights.notice}
    if rights.holder is not None:
        holder = {"@type": "Organization", "name": rights.holder}
        written["copyrightHolder"] = holder
    if rights.terms is not None:
        written["usageInfo"] = {"@type": "CreativeWork", "text": rights.terms}
    return written


def _subject(subject: Subject) -> dict[str, Any]:
    written = {
        "@type": "DefinedTerm",
        "name": subject.name,
        "termCode": subject.code,
        "inDefinedTermSet": subject.scheme,
    }
    return given(written)


def _body(article: Article) -> dict[str, Any]:
    """Return the text, and what stands in it: quotes, pictures, embeds."""
    texts: list[str] = []
    quotes: list[dict[str, Any]] = []
    at = 0
    for block in article.body:
        running = not isinstance(block, ImageCaption | Embed)
        for quote in block.quotes:
            node = quotation(quote, f"quote-{len(quotes) + 1}")
            if running and not isinstance(block, Table):
                node["position"] = at + quote.start
            quotes.append(node)
        if running and block.text:
            texts.append(block.text)
            at += len(block.text) + 2
    return {
        "articleBody": "\n\n".join(texts) or None,
        "hasPart": quotes,
        "image": list(map(_image, article.captions)),
        "associatedMedia": list(_media(article)),
    }


def _image(caption: ImageCaption) -> dict[str, Any]:
    image = caption.image
    node: dict[str, Any] = {"@type": "ImageObject"}
    if image is not None:
        node |= {
            "url": image.url,
            "contentUrl": image.url,
            "width": image.width,
            "height": image.height,
            "description": image.alt,
        }
    node["caption"] = caption.text or None
    node["creditText"] = caption.credit_line
    node["creator"] = list(map(party, caption.credits))
    return given(node)


def _media(article: Article) -> Iterator[dict[str, Any]]:
    for block in article.body:
        if isinstance(block, Embed):
            node: dict[str, Any] = {"@type": "MediaObject", "embedUrl": block.url}
            if block.provider is not None:
                node["provider"] = {"@type": "Organization", "name": block.provider}
            node["text"] = block.text or None
            yield given(node)
