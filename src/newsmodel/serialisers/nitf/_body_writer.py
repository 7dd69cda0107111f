"""Blocks with marks, written as the content of an NITF body.

The text of a block is the text of its element, ``<br/>`` read as line feed.
"""

from collections.abc import Iterable

from newsmodel.markup.escape import escape_attribute
from newsmodel.markup.xhtml_writer import XhtmlWriter, words_of
from newsmodel.model import (
    Block,
    BlockQuote,
    Embed,
    Emphasis,
    Heading,
    ImageCaption,
    Link,
    Mark,
    Quote,
    Table,
)
from newsmodel.serialisers._json_writing import as_json
from newsmodel.serialisers.nitf._vocabulary import CREDITS, IMAGE, OTHER, plain


def tag(element: str, /, **given: object) -> str:
    """Return an element without content, less the attributes that are absent.

    Example:
        >>> tag("du-key", key="BRIDGE", version=None)
        '<du-key key="BRIDGE"/>'
    """
    return f"<{element}{attributes(given.items())}/>"


def attributes(given: Iterable[tuple[str, object]]) -> str:
    """Return attributes with the space before each, less those that are absent."""
    return "".join(
        f' {name}="{escape_attribute(str(value))}"'
        for name, value in given
        if value is not None
    )


class BodyWriter(XhtmlWriter):
    """Writes blocks, and names the quotes in them.

    Attributes:
        quotes: The quotes written; the first is named ``quote-1``.

    Example:
        >>> from newsmodel.model import Paragraph
        >>> said = Quote(start=1, text="Stop,")
        >>> writer = BodyWriter()
        >>> writer.write([Paragraph(text="“Stop,” she said.", marks=[said])])
        '<p>“<q class="quote-1">Stop,</q>” she said.</p>'
    """

    def _block(self, block: Block) -> str:
        if isinstance(block, ImageCaption):
            return self._figure(block)
        if isinstance(block, Embed):
            return self._embed(block)
        if isinstance(block, Table):
            return self._table(block)
        inner = self._inline(block.text, block.marks)
        if isinstance(block, Heading):
            # NITF has one level of headings below the headline.
            css = None if block.level == 2 else f"h{block.level}"
            return f"<hl2{attributes([('class', css)])}>{inner}</hl2>"
        if isinstance(block, BlockQuote):
            source = attributes([("quote-source", _speaker(block.quotes))])
            return f"<bq{source}><block><p>{inner}</p></block></bq>"
        return f"<p>{inner}</p>"

    def _figure(self, block: ImageCaption) -> str:
        written = [f'<media media-type="{IMAGE}">']
        if block.credits:
            credits = as_json([plain(each) for each in block.credits])
            written.append(tag("media-metadata", name=CREDITS, value=credits))
        image = block.image
        written.append("<media-reference")
        if image is not None:
            named = {
                "source": image.url,
                "alternate-text": image.alt,
                "height": image.height,
                "width": image.width,
            }
            written.append(attributes(named.items()))
        written.append("/>")
        if block.text:
            caption = self._inline(block.text, block.marks)
            written.append(f"<media-caption>{caption}</media-caption>")
        if block.credit_line:
            producer = words_of(block.credit_line)
            written.append(f"<media-producer>{producer}</media-producer>")
        written.append("</media>")
        return "".join(written)

    def _embed(self, block: Embed) -> str:
        named = {"source": block.url, "source-credit": block.provider}
        written = [f'<media media-type="{OTHER}">']
        written.append(f"<media-reference{attributes(named.items())}/>")
        if block.text:
            caption = self._inline(block.text, block.marks)
            written.append(f"<media-caption>{caption}</media-caption>")
        written.append("</media>")
        return "".join(written)

    def _segment(self, words: str, length: int, over: list[tuple[Mark, str]]) -> str:
        """Return one segment: ``a`` > strong ``em`` > ``em`` > ``q``.

        The innermost element names all marks over it, so that a mark cut in pieces is
        put together again. A link or an emphasis that lies alone and whole needs none.
        """
        inner = words
        marks = [mark for mark, _ in over]
        quotes = [mark for mark in marks if isinstance(mark, Quote)]
        names: list[str] = []
        if quotes or len(over) > 1 or length < len(marks[0].text):
            names = [name for _, name in over]
        if any(each.kind == "direct" for each in quotes):
            inner = _element("q", names, inner, ("quote-source", _speaker(quotes)))
            names = []
        elif quotes:
            # Reported speech would get quotation marks as a q; an a that leads
            # nowhere says nothing of it to others.
            inner = _element("a", names, inner)
            names = []
        kinds = {each.kind for each in marks if isinstance(each, Emphasis)}
        if "em" in kinds:
            inner, names = _element("em", names, inner), []
        if "strong" in kinds:
            inner, names = _element("em", ["strong", *names], inner), []
        for each in marks:
            if isinstance(each, Link):
                inner = _element("a", names, inner, ("href", each.href))
        return inner


def _element(
    name: str, css: list[str], inner: str, *named: tuple[str, str | None]
) -> str:
    given = attributes([("class", " ".join(css) or None), *named])
    return f"<{name}{given}>{inner}</{name}>"


def _speaker(quotes: Iterable[Quote]) -> str | None:
    """Return the name of the first speaker of direct quotes that has one."""
    for each in quotes:
        if each.kind == "direct" and each.speaker is not None:
            return each.speaker.name
    return None
