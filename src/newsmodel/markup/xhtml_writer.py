"""Blocks with marks, written as XHTML.

The text of a block is the text of its element, ``<br/>`` read as line feed, to
the last space; markup only wraps stretches of it. Quotes and pictures get a
name, ``quote-1``, under which a format keeps what XHTML has no place for.
"""

from collections.abc import Iterable
from typing import TypeAlias

from newsmodel.markup.escape import escape, escape_attribute
from newsmodel.markup.segments import segments
from newsmodel.model import (
    Block,
    BlockQuote,
    Embed,
    Emphasis,
    Heading,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
)

_Single: TypeAlias = Paragraph | Heading | BlockQuote | ImageCaption | Table | Embed


class XhtmlWriter:
    """Writes blocks, and names the quotes and pictures in them.

    Attributes:
        quotes: The quotes written; the first is named ``quote-1``.
        captions: The captions written; the first is named ``image-1``.

    Example:
        >>> said = Quote(start=1, text="Stop,")
        >>> writer = XhtmlWriter()
        >>> writer.write([Paragraph(text="“Stop,” she said.", marks=[said])])
        '<p>“<span class="quote" data-part="quote-1">Stop,</span>” she said.</p>'
        >>> writer.quotes == [said]
        True
    """

    def __init__(self) -> None:
        self.quotes: list[Quote] = []
        self.captions: list[ImageCaption] = []
        self._others = 0

    def write(self, blocks: Iterable[Block]) -> str:
        """Return blocks as the content of a ``body``."""
        written: list[str] = []
        items: list[ListItem] = []
        for block in blocks:
            if isinstance(block, ListItem):
                items.append(block)
                continue
            if items:
                written.append(self._lists(items))
                items = []
            written.append(self._block(block))
        written.append(self._lists(items))
        return "".join(written)

    def _block(self, block: _Single) -> str:
        if isinstance(block, Paragraph):
            return f"<p>{self._inline(block.text, block.marks)}</p>"
        if isinstance(block, Heading):
            words = self._inline(block.text, block.marks)
            return f"<h{block.level}>{words}</h{block.level}>"
        if isinstance(block, BlockQuote):
            words = self._inline(block.text, block.marks)
            return f"<blockquote><p>{words}</p></blockquote>"
        if isinstance(block, ImageCaption):
            return self._figure(block)
        if isinstance(block, Table):
            return self._table(block)
        return self._embed(block)

    def _lists(self, items: Iterable[ListItem]) -> str:
        """Return items as nested lists.

        A list inside another stands in an item; where there is none of the
        depth between, that item has no text of its own.
        """
        written: list[str] = []
        open_lists: list[str] = []  # outermost first; an item is open in each
        for item in items:
            kind = "ol" if item.ordered else "ul"
            while len(open_lists) > item.depth:
                written.append(f"</li></{open_lists.pop()}>")
            if len(open_lists) == item.depth:
                if open_lists[-1] == kind:
                    written.append("</li><li>")
                else:
                    written.append(f"</li></{open_lists.pop()}>")
            while len(open_lists) < item.depth:
                written.append(f"<{kind}><li>")
                open_lists.append(kind)
            written.append(self._inline(item.text, item.marks))
        while open_lists:
            written.append(f"</li></{open_lists.pop()}>")
        return "".join(written)

    def _figure(self, block: ImageCaption) -> str:
        self.captions.append(block)
        written = [f'<figure data-part="image-{len(self.captions)}">']
        if block.image is not None:
            written.append("<img")
            for name in ("src", "alt", "width", "height"):
                value = getattr(block.image, "url" if name == "src" else name)
                if value is not None:
                    written.append(f' {name}="{escape_attribute(str(value))}"')
            written.append("/>")
        if block.text or block.credit_line:
            written.append("<figcaption>")
            written.append(self._inline(block.text, block.marks))
            if block.credit_line:
                # The space parts the two for those who read on; it is no part
                # of the caption, so it stands inside.
                space = " " if block.text else ""
                credit = escape(block.credit_line)
                written.append(f'<small class="credit">{space}{credit}</small>')
            written.append("</figcaption>")
        written.append("</figure>")
        return "".join(written)

    def _table(self, block: Table) -> str:
        written = ["<table>"]
        if block.caption is not None:
            written.append(f"<caption>{words_of(block.caption)}</caption>")
        for row in block.rows:
            written.append("<tr>")
            for cell in row:
                name = "th" if cell.header else "td"
                words = self._inline(cell.text, cell.marks)
                written.append(f"<{name}>{words}</{name}>")
            written.append("</tr>")
        written.append("</table>")
        return "".join(written)

    def _embed(self, block: Embed) -> str:
        written = ['<figure class="embed">']
        if block.text:
            written.append(f"<p>{self._inline(block.text, block.marks)}</p>")
        shown = "" if block.url is None else escape(block.url)
        if block.provider is not None:
            shown = f"<cite>{escape(block.provider)}</cite>"
        if block.url is not None:
            shown = f'<a href="{escape_attribute(block.url)}">{shown}</a>'
        if shown:
            written.append(f"<figcaption>{shown}</figcaption>")
        written.append("</figure>")
        return "".join(written)

    def _inline(self, text: str, marks: tuple[Mark, ...]) -> str:
        if not marks:
            return words_of(text)
        named = [(each.start, each.end, (each, self._name(each))) for each in marks]
        # Most texts have nothing to escape, and then no piece of them has.
        escaped = str if words_of(text) is text else words_of
        written: list[str] = []
        at = 0
        for start, end, over in segments(named):
            written.append(escaped(text[at:start]))
            written.append(self._segment(escaped(text[start:end]), end - start, over))
            at = end
        written.append(escaped(text[at:]))
        return "".join(written)

    def _name(self, mark: Mark) -> str:
        if isinstance(mark, Quote):
            self.quotes.append(mark)
            return f"quote-{len(self.quotes)}"
        self._others += 1
        kind = mark.kind if isinstance(mark, Emphasis) else "link"
        return f"{kind}-{self._others}"

    def _segment(self, words: str, length: int, over: list[tuple[Mark, str]]) -> str:
        """Return one segment: ``a`` > ``strong`` > ``em`` > ``span``.

        The span names all marks over it, so that a mark cut in pieces is put
        together again, and depth does not grow with the number of marks. A link or
        an emphasis that lies alone and whole needs no name.
        """
        mark, name = over[0]
        if len(over) == 1 and mark.__class__ is Quote:
            return f'<span class="quote" data-part="{name}">{words}</span>'
        kinds = {
            each.kind if isinstance(each, Emphasis) else each.__class__
            for each, _ in over
        }
        if len(over) > 1 or length < len(mark.text):
            names = " ".join([name for _, name in over])
            css = ' class="quote"' if Quote in kinds else ""
            words = f'<span{css} data-part="{names}">{words}</span>'
        for kind in ("em", "strong"):
            if kind in kinds:
                words = f"<{kind}>{words}</{kind}>"
        for each, _ in over:
            if isinstance(each, Link):
                words = f'<a href="{escape_attribute(each.href)}">{words}</a>'
        return words


def words_of(text: str) -> str:
    r"""Return a text with its line feeds as elements.

    Example:
        >>> words_of("Marks &\nSpencer")
        'Marks &amp;<br/>Spencer'
    """
    text = escape(text)
    return text.replace("\n", "<br/>") if "\n" in text else text
