"""Bodies as others write them, XHTML or HTML, whole or a piece of one, to blocks.

Here nothing has to be found, as on a page: all is the article's. What becomes no
block is told, with its place and its words, so that none of it is silently gone.
"""

import re
from typing import Final, NamedTuple, final

from lxml import etree

from newsmodel.evidence import Note
from newsmodel.markup.characters import clean
from newsmodel.markup.flow import BLOCKS
from newsmodel.markup.flow_marks import as_address, runs_script
from newsmodel.markup.inline import EVENTS, Words, name_of, words_of
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
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules._words import words

_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = {"ul": False, "ol": True, "menu": False, "dir": False}
# In these a text is a text of its own; anywhere else it stands loose.
_HOLDERS: Final = frozenset((*_LEVELS, *words("p pre li dt dd blockquote address")))
# What stands beside the text, not in it.
_BESIDE: Final = words("head header footer aside nav form")
_SILENT: Final = words("script style template noscript title")
_FRAMES: Final = words("iframe video audio object embed")
_ALONE: Final = words("figure table img") | _BESIDE | _SILENT | _FRAMES
_CELLS: Final = ("td", "th")
_SMALL: Final = ("small", "cite")
_PIXELS: Final = re.compile(r"\s*([0-9]{1,5})(?:px)?\s*")
_DEEPEST: Final = 16
_CREDITS: Final = re.compile(
    r"credit|byline|copyright|photographer|fotograf|source|author", re.IGNORECASE
)
# A loose text that is none of these is a label: "Sports", "Photo:".
_STOPPED: Final = re.compile(r"""[.!?…。！？:;]['"”’»)\]]{0,3}$""")
_LONG: Final = 120
_SHOWN: Final = 200


class LeftOut(NamedTuple):
    """What became no block.

    Attributes:
        element: The element, which tells its line and path.
        text: Its words, or the address it leads to; at most 200 characters.
        reason: Why, for a person to read.
    """

    element: etree._Element
    text: str
    reason: str


class Found(NamedTuple):
    """A block, and the element it was read from."""

    block: Block
    element: etree._Element


@final
class Fragment:
    """What a body holds.

    Attributes:
        found: Its blocks, without quotes, in order, each with its element.
        left_out: What became no block.
    """

    __slots__ = ("found", "left_out")

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.left_out: list[LeftOut] = []

    @property
    def blocks(self) -> list[Block]:
        """The blocks alone."""
        return [each.block for each in self.found]

    def leave_out(self, element: etree._Element, text: str, reason: str) -> None:
        """Tell of what became no block."""
        self.left_out.append(LeftOut(element, text[:_SHOWN], reason))


def parse_fragment(markup: str, notes: list[Note]) -> etree._Element | None:
    """Return the tree of HTML or XHTML that stands in a string, or ``None``.

    Anything has a tree but what is blank or nothing but comments. Beyond 2,000
    levels libxml2 reads no further (before 2.14, beyond 256), with a note.

    Example:
        >>> root = parse_fragment("<p>It is <b>open</b>.", [])
        >>> read_fragment(root).blocks[0].text
        'It is open.'
    """
    data = markup.encode("utf-8", "replace").replace(b"\0", b"")
    if not data.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=etree.LIBXML_VERSION >= (2, 14),  # before, it lifts all limits
        collect_ids=False,
    )
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # of what is nothing but comments
        return None
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            message = f"the rest of the body is cut off: {entry.message.strip()}"
            notes.append(Note(code="cut", message=message))
            break
    return root


def read_fragment(root: etree._Element) -> Fragment:
    r"""Return the blocks of a body.

    Args:
        root: The element around it, of any name and any namespace; comments in
            it are passed over.

    Names of elements may be in capitals. ``br`` ends a line; a text that stands
    in no paragraph is one, and there two of them end it. A short text that
    stands loose among paragraphs, and is no sentence, is a label and left out,
    as are ``header``, ``footer``, ``aside`` and ``nav``.

    Example:
        >>> tree = etree.fromstring("<div>Rivers rose.<P>They<BR/>fell.</P></div>")
        >>> [block.text for block in read_fragment(tree).blocks]
        ['Rivers rose.', 'They\nfell.']
    """
    return _Walk(root).fragment


class _Loose(NamedTuple):
    """A paragraph of text that stands in none."""

    at: int
    element: etree._Element


class _Walk:
    """One walk over a body."""

    def __init__(self, root: etree._Element) -> None:
        self.fragment = Fragment()
        self._words = Words()
        self._boxes: list[etree._Element] = []
        self._names: list[str] = []
        self._loose: list[_Loose] = []
        self._walk(root)
        self._drop_labels()

    def _walk(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=EVENTS)
        alone: list[etree._Element] = []
        for event, element in walk:
            name = name_of(element)
            if event == "start":
                if self._stands_alone(element, name) and element is not root:
                    if name != "img" and name not in _SILENT:
                        self._cut()
                    self._alone(element, name)
                    alone.append(element)
                    walk.skip_subtree()
                else:
                    self._start(element, name)
                continue
            if alone and alone[-1] is element:
                alone.pop()
            elif event == "end":
                self._end(element, name)
            if element is not root and element.tail:
                self._words.add(element.tail)

    @staticmethod
    def _stands_alone(element: etree._Element, name: str) -> bool:
        if name == "table":
            return is_grid(element)
        if name == "figure":  # one around a quotation is a box like others
            return (
                _first(element, "blockquote") is None
                or _first(element, "img") is not None
            )
        return name in _ALONE

    def _start(self, element: etree._Element, name: str) -> None:
        if name == "br":
            if self._words.ends_in_break and not self._is_held:
                self._cut()
            self._words.break_line()
        elif name in BLOCKS or not self._boxes:
            self._cut()
            self._boxes.append(element)
            self._names.append(name)
        else:
            self._words.start(element)
        if element.text:
            self._words.add(element.text)

    def _end(self, element: etree._Element, name: str) -> None:
        if self._boxes[-1] is element:
            self._cut()
            self._boxes.pop()
            self._names.pop()
        elif name != "br":
            self._words.end(element)

    @property
    def _is_held(self) -> bool:
        return not _HOLDERS.isdisjoint(self._names)

    def _cut(self) -> None:
        """Make a block of the text so far."""
        text, marks = self._words.cut()
        if self._words.refused:
            reason = "a link that would run a script is left out"
            self.fragment.leave_out(self._boxes[-1], "", reason)
            self._words.refused = 0
        if text:
            text, marks = self._limited(self._boxes[-1], text, marks)
            if not self._is_held:
                at = len(self.fragment.found)
                self._loose.append(_Loose(at, self._boxes[-1]))
            self._add(self._as_kind(text, marks), self._boxes[-1])

    def _add(self, block: Block, element: etree._Element) -> None:
        self.fragment.found.append(Found(block, element))

    def _limited(
        self, element: etree._Element, text: str, marks: list[Mark]
    ) -> tuple[str, list[Mark]]:
        if len(text) <= TEXT_LIMIT:
            return text, marks
        reason = f"cut to {TEXT_LIMIT:,} characters of {len(text):,}"
        self.fragment.leave_out(element, text[TEXT_LIMIT:], reason)
        return text[:TEXT_LIMIT], []

    def _as_kind(self, text: str, marks: list[Mark]) -> Block:
        """Return the block that a text is, by the innermost box that tells."""
        for name in reversed(self._names):
            if name in _LEVELS:
                return Heading(text=text, level=_LEVELS[name], marks=marks)
            if name == "blockquote":
                return BlockQuote(text=text, marks=marks)
            if name == "li":
                lists = [each for each in self._names if each in _LISTS]
                depth = min(len(lists) or 1, _DEEPEST)
                ordered = _LISTS[lists[-1]] if lists else False
                return ListItem(text=text, depth=depth, ordered=ordered, marks=marks)
        return Paragraph(text=text, marks=marks)

    def _alone(self, element: etree._Element, name: str) -> None:
        """Read an element that is no text, or is left out."""
        if name == "figure":
            self._figure(element)
        elif name == "table":
            self._table(element, None)
        elif name == "img":
            if image := image_of(element):
                self._cut()
                self._add(ImageCaption(image=image), element)
        elif name in _FRAMES:
            self._frame(element, "", [])
        elif name in _BESIDE or name == "noscript":
            text = clean(" ".join(element.itertext()).replace("\n", " "))
            if text:
                reason = f"what stands in {name} is no part of the text"
                self.fragment.leave_out(element, text, reason)

    def _figure(self, element: etree._Element) -> None:
        """Read a picture, a player or a table with the words below it."""
        caption = _first(element, "figcaption")
        if (table := _first(element, "table")) is not None:
            self._table(table, caption)
            return
        credit = _credit_in(element)
        around = element if caption is None else caption
        left_out = [each for each in (credit, *_wordless(element)) if each is not None]
        text, marks = words_of(around, BLOCKS, left_out.__contains__)
        text, marks = self._limited(element, text, marks)
        frame = next((each for each in left_out if name_of(each) in _FRAMES), None)
        if frame is not None:
            self._frame(frame, text, marks)
            return
        credit_line = _line_of(credit)
        if caption is not None:
            left_out.append(caption)
            rest, _ = words_of(element, BLOCKS, left_out.__contains__)
            if rest and credit_line is None and len(rest) <= _LONG:
                credit_line = rest.replace("\n", " ")
            elif rest:
                reason = "beside the caption of a picture"
                self.fragment.leave_out(element, rest, reason)
        images = [each for each in left_out if name_of(each) == "img"]
        first, *others = [image_of(each) for each in images] or [None]
        if text or credit_line or first:
            block = ImageCaption(
                text=text, marks=marks, credit_line=credit_line, image=first
            )
            self._add(block, element)
        for image in others:
            if image:
                self._add(ImageCaption(image=image), element)

    def _frame(self, element: etree._Element, text: str, marks: list[Mark]) -> None:
        url = _address_in(element, "src", "data", "href", "data-src")
        if url is None:
            sources = [_address_in(each, "src") for each in element.iter()]
            url = next((each for each in sources if each), None)
        if url or text:
            self._add(Embed(url=url, text=text, marks=marks), element)

    def _table(self, element: etree._Element, caption: etree._Element | None) -> None:
        rows: list[list[Cell]] = []
        walk = etree.iterwalk(element, events=("start",))
        for _, each in walk:
            name = name_of(each)
            if name == "tr":
                rows.append([])
            elif name == "caption":
                caption = each
                walk.skip_subtree()
            elif name in _CELLS:
                if not rows:
                    rows.append([])
                text, marks = words_of(each, BLOCKS, _is_silent)
                text, marks = self._limited(each, text, marks)
                rows[-1].append(Cell(text=text, header=name == "th", marks=marks))
                walk.skip_subtree()
        rows = [row for row in rows if any(cell.text for cell in row)]
        title = None if caption is None else words_of(caption, BLOCKS)[0][:TEXT_LIMIT]
        if rows:
            self._add(Table(rows=rows, caption=title or None), element)
        elif title and caption is not None:
            self.fragment.leave_out(caption, title, "the caption of an empty table")

    def _drop_labels(self) -> None:
        """Leave out short texts that stand loose where others are paragraphs."""
        found = self.fragment.found
        loose = {at for at, _ in self._loose}
        if not any(
            isinstance(each.block, Paragraph)
            for at, each in enumerate(found)
            if at not in loose
        ):
            return
        labels = set()
        for at, element in self._loose:
            text = found[at].block.text
            if len(text) < _LONG and _STOPPED.search(text) is None:
                reason = "a label that stands beside the paragraphs"
                self.fragment.leave_out(element, text, reason)
                labels.add(at)
        found[:] = [each for at, each in enumerate(found) if at not in labels]


def image_of(element: etree._Element) -> Image | None:
    """Return the picture that an ``img`` shows, unless it is there to be counted.

    Example:
        >>> image_of(etree.fromstring('<img src="a.jpg" width="640px" alt=""/>'))
        Image(url='a.jpg', width=640)
    """
    sizes = {name: _size(element.get(name)) for name in ("width", "height")}
    if any(size is not None and size <= 1 for size in sizes.values()):
        return None
    url = _address_in(element, "src", "data-src")
    alt = clean(element.get("alt", ""))[:TEXT_LIMIT] or None
    if url is None and alt is None:
        return None
    return Image(url=url, alt=alt, **sizes)


def _size(value: str | None) -> int | None:
    found = _PIXELS.fullmatch(value or "")
    return int(found[1]) if found else None


def _address_in(element: etree._Element, *names: str) -> str | None:
    """Return the first of some attributes that leads somewhere."""
    for name in names:
        address = as_address(element.get(name, ""))
        if address and not runs_script(address) and len(address) <= TEXT_LIMIT:
            return address
    return None


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in element.iter() if name_of(each) == name), None)


def _wordless(element: etree._Element) -> list[etree._Element]:
    """Return the elements inside one whose words are not shown as text."""
    names = _SILENT | _FRAMES | {"img"}
    return [each for each in element.iter() if name_of(each) in names]


def _is_silent(element: etree._Element) -> bool:
    return name_of(element) in _SILENT


def _credit_in(figure: etree._Element) -> etree._Element | None:
    """Return the element of a figure that says whose picture it is."""
    for each in figure.iterdescendants():
        said = f"{each.get('class', '')} {each.get('itemprop', '')}"
        if name_of(each) in _SMALL or (
            _CREDITS.search(said) and not name_of(each).startswith("fig")
        ):
            return each
    return None


def _line_of(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    text, _ = words_of(element, BLOCKS)
    return text.replace("\n", " ")[:TEXT_LIMIT] or None


def is_grid(table: etree._Element) -> bool:
    """Whether a table has cells side by side or below one another: two at least.

    One with a single cell, or that says so, only lays out what is in it.
    """
    if table.get("role") in ("presentation", "none"):
        return False
    cells = 0
    for each in table.iter():
        cells += name_of(each) in _CELLS
        if cells == 2:
            return True
    return False
