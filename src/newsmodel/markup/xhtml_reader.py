"""Reads back the XHTML that :mod:`newsmodel.markup.xhtml_writer` writes.

To the letter: nothing is trimmed or guessed. But that a document was written
there is only a claim, so whatever is missing, doubled or out of place costs no
more than itself, and a note says so.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final, TypeAlias

from lxml import etree

from newsmodel.evidence import Note
from newsmodel.markup.xml import local_name, note_at
from newsmodel.model import (
    Block,
    BlockQuote,
    Cell,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
)

XHTML: Final = "http://www.w3.org/1999/xhtml"

_DEEPEST = 16
_DIGITS = 16


def _tag(name: str) -> str:
    return f"{{{XHTML}}}{name}"


_A, _BR, _IMG, _LI, _P = map(_tag, ("a", "br", "img", "li", "p"))
_CAPTION, _CITE, _FIGCAPTION = map(_tag, ("caption", "cite", "figcaption"))
_SMALL, _SPAN, _TH, _TR = map(_tag, ("small", "span", "th", "tr"))
_CELLS = frozenset((_TH, _tag("td")))
_LISTS = {_tag("ul"): False, _tag("ol"): True}
_LEVELS = {_tag(f"h{level}"): level for level in range(1, 7)}
_KINDS = {_A: "link", _tag("strong"): "strong", _tag("em"): "em"}


def whole_number(text: str | None) -> int | None:
    """Return the number that a text is, if it is digits and nothing else."""
    if text and len(text) <= _DIGITS and text.isascii() and text.isdigit():
        return int(text)
    return None


_Parts: TypeAlias = Mapping[str, Mapping[str, Any]]


class XhtmlReader:
    """Reads blocks.

    Attributes:
        blocks: The blocks read.
        notes: What could not be read, or only in part.
        at: The element of the block that is being read.
    """

    def __init__(self, quotes: _Parts, captions: _Parts) -> None:
        """Take what XHTML does not hold.

        Args:
            quotes: The other fields of each quote, by its name: ``quote-1``.
            captions: The other fields of each picture, by its name; ``alt``
                goes to the image.
        """
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.at: etree._Element | None = None
        self._quotes = dict(quotes)
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
                self._note(element, "unknown", f"{local_name(element)} is no block")
        for name in (*self._quotes, *self._captions):
            self._note(body, "part-unused", f"{name} has no place in the text")

    def _note(self, element: etree._Element, code: str, message: str) -> None:
        self.notes.append(note_at(element, code, message))

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the children of an element that has no text of its own."""
        if element.text:
            self._no_text(element, element.text)
        for child in element:
            yield child
            if child.tail:
                self._no_text(child, child.tail)

    def _no_text(self, element: etree._Element, text: str) -> None:
        if not text.isspace():
            self._note(element, "misplaced", "text between elements is left out")

    def _add(self, element: etree._Element, block: Block | None) -> None:
        if block is None:
            self._note(element, "empty", f"{local_name(element)} has no content")
        else:
            self.blocks.append(block)

    def _paragraph(self, element: etree._Element) -> None:
        text, marks = self._inline(element)
        self._add(element, Paragraph(text=text, marks=marks) if text else None)

    def _heading(self, element: etree._Element) -> None:
        text, marks = self._inline(element)
        level = _LEVELS[str(element.tag)]
        self._add(
            element, Heading(text=text, level=level, marks=marks) if text else None
        )

    def _blockquote(self, element: etree._Element) -> None:
        inner = element[0] if len(element) == 1 and element[0].tag == _P else element
        text, marks = self._inline(inner)
        self._add(element, BlockQuote(text=text, marks=marks) if text else None)

    def _list(self, element: etree._Element, depth: int = 1) -> None:
        if depth > _DEEPEST:
            self._note(element, "too-deep", f"a list is deeper than {_DEEPEST}")
            return
        ordered = _LISTS[str(element.tag)]
        for item in self._children(element):
            if item.tag != _LI:
                self._note(item, "unknown", f"{local_name(item)} is no list item")
                continue
            text, marks = self._inline(item, _LISTS)
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
                caption = self._words(child) or None
            elif child.tag == _TR:
                row = [self._cell(each) for each in self._children(child)]
                rows.append([each for each in row if each is not None])
            else:
                self._note(child, "unknown", f"{local_name(child)} is no row")
        rows = [row for row in rows if row]
        self._add(element, Table(rows=rows, caption=caption) if rows else None)

    def _cell(self, element: etree._Element) -> Cell | None:
        if element.tag not in _CELLS:
            self._note(element, "unknown", f"{local_name(element)} is no cell")
            return None
        text, marks = self._inline(element)
        return Cell(text=text, header=element.tag == _TH, marks=marks)

    def _figure(self, element: etree._Element) -> None:
        if element.get("class") == "embed":
            self._embed(element)
            return
        name = element.get("data-part", "")
        part = self._captions.pop(name, None)
        if part is None:
            self._note(element, "part-missing", f"no part tells of picture {name!r}")
            part = {}
        text: str = ""
        marks: list[Mark] = []
        image = None
        for child in self._children(element):
            if child.tag == _IMG:
                image = self._image(child, part.get("alt"))
            elif child.tag == _FIGCAPTION:
                text, marks = self._inline(child, (_SMALL,))
            else:
                self._note(child, "unknown", f"{local_name(child)} in a figure")
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
                    self._note(element, "number-refused", f"{name} is no number")
        if all(value is None for value in fields.values()):
            return None
        return Image(**fields)

    def _embed(self, element: etree._Element) -> None:
        text: str = ""
        marks: list[Mark] = []
        url = provider = None
        for child in self._children(element):
            if child.tag == _P:
                text, marks = self._inline(child)
            elif child.tag == _FIGCAPTION:
                for link in child.iter(_A):
                    url = link.get("href")
                for cite in child.iter(_CITE):
                    provider = cite.text
            else:
                self._note(child, "unknown", f"{local_name(child)} in a figure")
        embed = None
        if text or url or provider:
            embed = Embed(url=url, provider=provider, text=text, marks=marks)
        self._add(element, embed)

    def _inline(
        self, element: etree._Element, skipped: Collection[str] = ()
    ) -> tuple[str, list[Mark]]:
        """Return the text of an element and the marks over it.

        Elements of the *skipped* names are left to the caller.
        """
        text = element.text or ""
        if not len(element):
            return text, []
        words = [text]
        at = len(text)
        stretches: dict[str, _Stretch] = {}
        for child in element:
            tag: Any = child.tag
            tail = child.tail
            name = child.get("data-part", "") if tag == _SPAN else ""
            if name in self._quotes:  # most marks are a quote and nothing else
                segment = self._words(child)
                _lay(stretches, name, at, segment)
            elif tag == _BR:
                segment = "\n"
            elif tag in skipped:
                if tail:
                    self._no_text(child, tail)
                continue
            else:
                segment = self._segment(child, at, stretches)
            words.append(segment)
            at += len(segment)
            if tail:
                words.append(tail)
                at += len(tail)
        text = "".join(words)
        marks = []
        for name, stretch in stretches.items():
            mark = self._mark(element, name, stretch, text)
            if mark is not None:
                marks.append(mark)
        return text, marks

    def _segment(
        self, outer: etree._Element, at: int, stretches: "dict[str, _Stretch]"
    ) -> str:
        """Return the text of a segment, and put down the marks over it."""
        names: str | None = None
        href: str | None = None
        kinds: dict[str, None] = {}
        inner = outer
        while True:
            tag: Any = inner.tag
            if tag == _SPAN:
                names = inner.get("data-part")
            elif tag in _KINDS:
                kinds[_KINDS[tag]] = None
                href = inner.get("href", href)
            else:
                message = f"{local_name(inner)} is no mark, its text is kept"
                self._note(inner, "unknown", message)
            if len(inner) != 1 or inner.text or inner[0].tail or inner[0].tag == _BR:
                break
            inner = inner[0]
        text = self._words(inner)
        named = names.split() if names else []
        for name in named:
            kind = name.rpartition("-")[0]
            if kind == "quote" or kind in kinds:
                _lay(stretches, name, at, text, href)
            else:
                self._note(outer, "misplaced", f"nothing here can be {name!r}")
        for kind in kinds:
            if not any(name.startswith(f"{kind}-") for name in named):
                # Without a name it lies here alone and whole.
                _lay(stretches, f"{kind}-at-{at}", at, text, href)
        if not named and not kinds:
            self._note(outer, "part-missing", "a span names no part")
        return text

    def _mark(
        self, element: etree._Element, name: str, stretch: "_Stretch", text: str
    ) -> Mark | None:
        """Return the mark of this name, if all of it is there."""
        start, end, href, is_whole = stretch
        text = text[start:end]
        kind = name[0]
        quote = self._quotes.pop(name, None)
        if not is_whole:
            self._note(element, "misplaced", f"{name} does not lie in one piece")
        elif not text:
            self._note(element, "empty", f"{name} has no text")
        elif quote is not None:
            return Quote(start=start, text=text, **quote)
        elif kind == "q":
            message = f"no part tells of {name}, or it stood before"
            self._note(element, "part-missing", message)
        elif kind == "s":
            return Emphasis(start=start, text=text, kind="strong")
        elif kind == "e":
            return Emphasis(start=start, text=text, kind="em")
        elif href:
            return Link(start=start, text=text, href=href)
        else:
            self._note(element, "part-missing", f"{name} leads nowhere")
        return None

    def _words(self, element: etree._Element) -> str:
        """Return the text of an element that has no marks in it."""
        if not len(element):
            return element.text or ""
        words = [element.text or ""]
        for child in element:
            if child.tag == _BR:
                words.append("\n")
            else:
                message = f"{local_name(child)} is no mark, its text is kept"
                self._note(child, "unknown", message)
                words += child.itertext()
            words.append(child.tail or "")
        return "".join(words)


# Start, end, where it leads, and whether it lies there in one piece.
_Stretch: TypeAlias = tuple[int, int, str | None, bool]


def _lay(
    stretches: dict[str, _Stretch],
    name: str,
    at: int,
    text: str,
    href: str | None = None,
) -> None:
    """Put down that the mark of this name lies over *text*, among others."""
    end = at + len(text)
    if name not in stretches:
        stretches[name] = (at, end, href, True)
    else:
        start, stop, href, is_whole = stretches[name]
        stretches[name] = (start, end, href, is_whole and stop == at)


_BLOCKS: dict[str, Callable[[XhtmlReader, etree._Element], None]] = {
    _P: XhtmlReader._paragraph,
    **dict.fromkeys(_LEVELS, XhtmlReader._heading),
    **dict.fromkeys(_LISTS, XhtmlReader._list),
    _tag("blockquote"): XhtmlReader._blockquote,
    _tag("figure"): XhtmlReader._figure,
    _tag("table"): XhtmlReader._table,
}
