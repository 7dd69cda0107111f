"""The body of an article: its text, pictures, films and stated quotes."""

from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from newsmodel.markup.json_ld import string_of, types_of, values_of
from newsmodel.model import Block, Embed, Heading, Paragraph, Quote, Source
from newsmodel.rules.names import kind_of
from newsmodel.serialisers._findings import Trace
from newsmodel.serialisers._json_body import Form, JsonBody
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import Item, line_of, words_of
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers.jsonld._pictures import picture_in
from newsmodel.serialisers.jsonld._values import MARKUP, address_in, plain_text
from newsmodel.serialisers.jsonld._vocabulary import ABOUT_THE_DOCUMENT

# So many stated quotes are put at their place: each is looked for in the whole text.
_MOST_STATED: Final = 200


def read_body(item: Item, findings: Findings, makers: Makers) -> JsonBody:
    """Return the body: the first picture before the text, all else behind it."""
    body = JsonBody(findings, makers)
    pictures = list(_pictures(item))
    body.add(pictures[:1])
    for name in ("articlebody", "text"):
        if found := item.take(name):
            text = "\n\n".join(map(string_of, values_of(found.value)))
            if any(isinstance(each, Paragraph) for each in body.blocks):
                findings.left_out(found.path, text, "another text was taken")
            else:
                _add_text(text, found.path, body)
    _add_updates(item, body, findings)
    body.add([*pictures[1:], *_films(item)])
    if body.blocks:
        trace = Trace("article-body", body.blocks[0].text, "$.articleBody")
        findings.witness("body", trace)
    _add_stated(item, body, findings)
    body.drop_repeated_standfirst()
    return body


def _add_text(text: str, path: str, body: JsonBody) -> None:
    if "&" in text and not MARKUP.search(text):
        text = unescape(text)
    form: Form = "html" if MARKUP.search(text) else "plain"
    body.add_text(body.read(text, form, path))


def _add_updates(item: Item, body: JsonBody, findings: Findings) -> None:
    """Add what was added to a live blog, the last first as they stand."""
    for update in item.items("liveblogupdate"):
        found = update.take("headline", "name")
        if found and (headline := line_of(plain_text(found.value))):
            body.add([Heading(text=headline)])
        if found := update.take("articlebody", "text"):
            _add_text(string_of(found.value), found.path, body)
        body.add(_pictures(update))
        findings.leave_out_the_rest(update, ABOUT_THE_DOCUMENT)


def _values(item: Item, *names: str) -> Iterator[tuple[Any, str]]:
    """Yield what some terms hold, with its path."""
    for name in names:
        if found := item.take(name):
            for each in values_of(found.value):
                yield each, found.path


def _pictures(item: Item) -> Iterator[Block]:
    known: set[str] = set()
    for each, _ in _values(item, "image", "primaryimageofpage"):
        caption = picture_in(each)
        url = caption.image.url if caption and caption.image else None
        # Of one picture in several sizes the first is enough.
        if caption and url not in known:
            if not known or caption.text or caption.credit_line:
                yield caption
            known.add(url or "")


def _films(item: Item) -> Iterator[Block]:
    for each, _ in _values(item, "video", "audio", "associatedmedia"):
        if not isinstance(each, dict):
            continue
        if "ImageObject" in types_of(each):
            if caption := picture_in(each):
                yield caption
            continue
        url = address_in(each.get("embedUrl") or each.get("contentUrl"))
        text = plain_text(string_of(each.get("name") or each.get("caption")))
        if url or text:
            yield Embed(url=url or None, text=text)


def _add_stated(item: Item, body: JsonBody, findings: Findings) -> None:
    """Add the quotes that are stated, where they stand in the text."""
    for at, (each, path) in enumerate(_values(item, "haspart", "citation")):
        is_quote = isinstance(each, dict) and "Quotation" in types_of(each)
        if at >= _MOST_STATED or not (is_quote and _put(each, body)):
            findings.left_out(path, words_of(each))


def _put(node: dict[str, Any], body: JsonBody) -> bool:
    """Put a quote where its words stand in the text; return whether they do."""
    text = plain_text(string_of(node.get("text"))).strip("“”„«»\"' \n")
    for at, block in enumerate(body.blocks):
        start = block.text.find(text) if text else -1
        if start >= 0 and isinstance(block, Paragraph):
            speaker = node.get("spokenByCharacter") or node.get("creator")
            name = line_of(string_of(speaker))
            source = Source(name=name, kind=kind_of(name)) if name else None
            body.add_quote(at, Quote(start=start, text=text, speaker=source))
            return True
    return False
