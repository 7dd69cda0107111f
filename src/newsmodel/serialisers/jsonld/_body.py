"""The body of an article: its text, pictures, films and stated quotes."""

from html import unescape
from typing import Any, Final, final

from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.json_ld import string_of, types_of, values_of
from newsmodel.markup.plain import paragraphs_of
from newsmodel.markup.xml import local_name
from newsmodel.model import Block, Embed, Heading, Paragraph, Quote, Source
from newsmodel.rules.languages import language_of
from newsmodel.rules.names import kind_of
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, Value, line_of, words_of
from newsmodel.serialisers._quoting import with_quotes
from newsmodel.serialisers.jsonld._pictures import picture_in
from newsmodel.serialisers.jsonld._values import (
    MARKUP,
    MOST,
    address_in,
    plain_text,
    squeezed,
)

_REPEATED: Final = 60


@final
class Body:
    """Reads the body of one article.

    Attributes:
        blocks: Its blocks, without quotes.
    """

    def __init__(self, item: Item, findings: Findings) -> None:
        self._item = item
        self._findings = findings
        self.blocks: list[Block] = []
        self._said: dict[int, list[Quote]] = {}

    def read(self) -> None:
        """Read it: the first picture before the text, what else there is behind."""
        pictures = self._pictures()
        blocks: list[Block] = []
        for name in ("articlebody", "text"):
            found = self._item.take(name)
            if found and not blocks:
                blocks += self._text(found)
        blocks += self._updates()
        self.blocks = pictures[:1] + blocks + pictures[1:] + self._films()
        if self.blocks:
            trace = Trace("article-body", self.blocks[0].text, "$.articleBody")
            self._findings.witness("body", trace)
        self._said = self._stated()
        self._drop_repeated_standfirst()

    def quoted(self) -> list[Block]:
        """Return the blocks with the quotes in them."""
        language = self._findings.fields.get("language")
        if language is None:
            sample = "\n".join([each.text for each in self.blocks[:12]])[:1200]
            language = language_of(sample)
        return with_quotes(self.blocks, language, self._said)

    def _text(self, found: Value) -> list[Block]:
        text = string_of(found.value)
        if "&" in text and not MARKUP.search(text):
            text = unescape(text)
        if not MARKUP.search(text):
            return [Paragraph(text=each) for each in paragraphs_of(text)]

        def note(element: Any, code: str, message: str) -> None:
            path = f"{found.path} {local_name(element)}"
            self._findings.note(code, message, path)

        root = parse_fragment(text, self._findings.notes)
        reader = BodyReader(note)
        if root is not None:
            reader.read(root)
        return reader.blocks

    def _updates(self) -> list[Block]:
        """Return what was added to a live blog, the last first as they stand."""
        blocks: list[Block] = []
        found = self._item.take("liveblogupdate")
        for each in values_of(found.value) if found else ():
            if found and isinstance(each, dict):
                headline = line_of(plain_text(string_of(each.get("headline"))))
                if headline:
                    blocks.append(Heading(text=headline))
                blocks += self._text(Value(each.get("articleBody"), found.path))
        return blocks

    def _pictures(self) -> list[Block]:
        blocks: list[Block] = []
        known: set[str] = set()
        for name in ("image", "primaryimageofpage"):
            found = self._item.take(name)
            for each in values_of(found.value)[:MOST] if found else ():
                caption = picture_in(each)
                url = caption.image.url if caption and caption.image else None
                # Of one picture in several sizes the first is enough.
                if caption and url not in known:
                    if not (blocks and caption.text == "" and not caption.credit_line):
                        blocks.append(caption)
                    known.add(url or "")
        return blocks

    def _films(self) -> list[Block]:
        blocks: list[Block] = []
        for name in ("video", "audio", "associatedmedia"):
            found = self._item.take(name)
            for each in values_of(found.value)[:MOST] if found else ():
                if not isinstance(each, dict) or not found:
                    continue
                if "ImageObject" in types_of(each):
                    if caption := picture_in(each):
                        blocks.append(caption)
                    continue
                url = address_in(each.get("embedUrl") or each.get("contentUrl"))
                text = plain_text(string_of(each.get("name") or each.get("caption")))
                if url or text:
                    blocks.append(Embed(url=url or None, text=text))
        return blocks

    def _stated(self) -> dict[int, list[Quote]]:
        """Return the quotes that are stated, where they stand in the text."""
        said: dict[int, list[Quote]] = {}
        for name in ("haspart", "citation"):
            found = self._item.take(name)
            for each in values_of(found.value)[:MOST] if found else ():
                is_quote = isinstance(each, dict) and "Quotation" in types_of(each)
                if found and not (is_quote and _put(each, self.blocks, said)):
                    self._findings.left_out(found.path, words_of(each))
        return said

    def _drop_repeated_standfirst(self) -> None:
        """Leave out a description that is the start of the text."""
        fields = self._findings.fields
        standfirst = squeezed(fields.get("standfirst", ""))
        texts = [each.text for each in self.blocks if isinstance(each, Paragraph)]
        text = squeezed(" ".join(texts[:8]))
        if standfirst and text.startswith(standfirst[:_REPEATED]):
            del fields["standfirst"]
            message = "the description repeats the start of the text"
            self._findings.note("repeated", message, "$.description")


def _put(
    node: dict[str, Any], blocks: list[Block], said: dict[int, list[Quote]]
) -> bool:
    """Put a quote where its words stand in the text; return whether they do."""
    text = plain_text(string_of(node.get("text"))).strip("“”„«»\"' \n")
    for at, block in enumerate(blocks):
        start = block.text.find(text) if text else -1
        if start >= 0 and isinstance(block, Paragraph):
            speaker = node.get("spokenByCharacter") or node.get("creator")
            name = line_of(string_of(speaker))
            source = Source(name=name, kind=kind_of(name)) if name else None
            quote = Quote(start=start, text=text, speaker=source)
            said.setdefault(at, []).append(quote)
            return True
    return False
