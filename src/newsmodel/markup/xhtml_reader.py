"""Reads back the XHTML that :mod:`newsmodel.markup.xhtml_writer` writes.

To the letter: nothing is trimmed or guessed. But that a document was written
there is only a claim, so whatever is missing, doubled or out of place costs no
more than itself, and a note says so.
"""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from newsmodel.markup.elements import whole_number
from newsmodel.markup.xhtml_inline import InlineReader, Parts, tag_of
from newsmodel.markup.xml import local_name
from newsmodel.model import (
    Block,
    BlockQuote,
    Cell,
    Embed,
    Heading,
    Image,
    ImageCaption,
    ListItem,
    Mark,
    Paragraph,
    Table,
)

_DEEPEST = 16

_A, _IMG, _LI, _P = map(tag_of, ("a", "img", "li", "p"))
_CAPTION, _CITE, _FIGCAPTION = map(tag_of, ("caption", "cite", "figcaption"))
_SMALL, _TH, _TR = map(tag_of, ("small", "th", "tr"))
_CELLS = frozenset((_TH, tag_of("td")))
_LISTS = {tag_of("ul"): False, tag_of("ol"): True}
_LEVELS = {tag_of(f"h{level}"): level for level in range(1, 7)}


class XhtmlReader(InlineReader):
    """Reads blocks.

    Attributes:
        blocks: The blocks read.
        notes: What could not be read, or only in part.
        at: The element of the block that is being read.
    """

    def __init__(self, quotes: Parts, captions: Parts) -> None:
        """Take what XHTML does not hold.

        Args:
            quotes: The other fields of each quote, by its name: ``quote-1``.
            captions: The other fields of each picture, by its name; ``alt``
                goes to the image.
        """
        super().__init__(quotes)
        self.blocks: list[Block] = []
        self.at: etree._Element | None = None
        self._captions = dict(captions)

    def read(self, body: etree._Element) -> None:
        """Read the blocks in a ``body``.

        Raises:
            ModelError: If the model refuses one.
        """
        for element in self._children(body):
            self.at = element
            tag: Any = element.tag
            read = _BLOCKS.get(tag)
            if read is not None:
                read(self, element)
            else:
                self.note(element, "unknown", f"{local_name(element)} is no block")
        for name in (*self.unused_quotes, *self._captions):
            self.note(body, "part-unused", f"{name} has no place in the text")

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the children of an element that has no text of its own."""
        if element.text:
            self.no_text(element, element.text)
        for child in element:
            yield child
            if child.tail:
                self.no_text(child, child.tail)

    def _add(self, element: etree._Element, block: Block | None) -> None:
        if block is None:
            self.note(element, "empty", f"{local_name(element)} has no content")
        else:
            self.blocks.append(block)

    def _paragraph(self, element: etree._Element) -> None:
        text, marks = self.inline(element)
        self._add(element, Paragraph(text=text, marks=marks) if text else None)

    def _heading(self, element: etree._Element) -> None:
        text, marks = self.inline(element)
        level = _LEVELS[str(element.tag)]
        self._add(
            element, Heading(text=text, level=level, marks=marks) if text else None
        )

    def _blockquote(self, element: etree._Element) -> None:
        inner = element[0] if len(element) == 1 and element[0].tag == _P else element
        text, marks = self.inline(inner)
        self._add(element, BlockQuote(text=text, marks=marks) if text else None)

    def _list(self, element: etree._Element, depth: int = 1) -> None:
        if depth > _DEEPEST:
            self.note(element, "too-deep", f"a list is deeper than {_DEEPEST}")
            return
        ordered = _LISTS[str(element.tag)]
        for item in self._children(element):
            if item.tag != _LI:
                self.note(item, "unknown", f"{local_name(item)} is no list item")
                continue
            text, marks = self.inline(item, _LISTS)
            if text:
                self.blocks.append(
                    ListItem(text=text, depth=depth, ordered=ordered, marks=marks)
                )
            for inner in item:
                if inner.tag in _LISTS:
                    self._list(inner, depth + 1)

    def _table(self, element: etree._Element) -> None:
        caption: str | None = None
        rows: list[list[Cell]] = []
        for child in self._children(element):
            if child.tag == _CAPTION:
                caption = self.words(child) or None
            elif child.tag == _TR:
                row = [self._cell(each) for each in self._children(child)]
                rows.append([each for each in row if each is not None])
            else:
                self.note(child, "unknown", f"{local_name(child)} is no row")
        rows = [row for row in rows if row]
        self._add(element, Table(rows=rows, caption=caption) if rows else None)

    def _cell(self, element: etree._Element) -> Cell | None:
        if element.tag not in _CELLS:
            self.note(element, "unknown", f"{local_name(element)} is no cell")
            return None
        text, marks = self.inline(element)
        return Cell(text=text, header=element.tag == _TH, marks=marks)

    def _figure(self, element: etree._Element) -> None:
        if element.get("class") == "embed":
            self._embed(element)
            return
        name = element.get("data-part", "")
        part = self._captions.pop(name, None)
        if part is None:
            self.note(element, "part-missing", f"no part tells of picture {name!r}")
            part = {}
        text: str = ""
        marks: list[Mark] = []
        image = None
        for child in self._children(element):
            if child.tag == _IMG:
                image = self._image(child, part.get("alt"))
            elif child.tag == _FIGCAPTION:
                text, marks = self.inline(child, (_SMALL,))
            else:
                self.note(child, "unknown", f"{local_name(child)} in a figure")
        line, credits = part.get("credit_line"), part.get("credits", ())
        caption = None
        if text or line or credits or image:
            caption = ImageCaption(
                text=text, credit_line=line, credits=credits, image=image, marks=marks
            )
        self._add(element, caption)

    def _image(self, element: etree._Element, alt: str | None) -> Image | None:
        fields: dict[str, Any] = {
            "url": element.get("src") or None,
            "alt": alt or element.get("alt") or None,
        }
        for name in ("width", "height"):
            value = element.get(name)
            if value is not None:
                fields[name] = whole_number(value)
                if fields[name] is None:
                    self.note(element, "number-refused", f"{name} is no number")
        if all(value is None for value in fields.values()):
            return None
        return Image(**fields)

    def _embed(self, element: etree._Element) -> None:
        text: str = ""
        marks: list[Mark] = []
        url = provider = None
        for child in self._children(element):
            if child.tag == _P:
                text, marks = self.inline(child)
            elif child.tag == _FIGCAPTION:
                for link in child.iter(_A):
                    url = link.get("href")
                for cite in child.iter(_CITE):
                    provider = cite.text
            else:
                self.note(child, "unknown", f"{local_name(child)} in a figure")
        embed = None
        if text or url or provider:
            embed = Embed(url=url, provider=provider, text=text, marks=marks)
        self._add(element, embed)


_BLOCKS: dict[str, Callable[[XhtmlReader, etree._Element], None]] = {
    _P: XhtmlReader._paragraph,
    **dict.fromkeys(_LEVELS, XhtmlReader._heading),
    **dict.fromkeys(_LISTS, XhtmlReader._list),
    tag_of("blockquote"): XhtmlReader._blockquote,
    tag_of("figure"): XhtmlReader._figure,
    tag_of("table"): XhtmlReader._table,
}
