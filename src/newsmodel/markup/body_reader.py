"""Reads the body of a document by somebody else: XHTML, NITF, or much like them.

With a namespace or without, in upper case or lower case, valid or not: what an
element is follows from its name alone, and what is in an element that has no
name here is read all the same.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, final

from newsmodel.markup.body_figures import (
    address_of,
    area_of,
    credit_of,
    image_of,
    parts_of,
)
from newsmodel.markup.body_text import (
    Draft,
    Fact,
    Note,
    TextReader,
    quote_of,
    quotes_marked,
    source_of,
)
from newsmodel.markup.body_words import (
    BLOCKS,
    CREDITS,
    FACTS,
    FILES,
    KINDS,
    LEVELS,
    PICTURES,
    Kind,
)
from newsmodel.markup.elements import REACH, Element, holds_blocks, name_of, text_of
from newsmodel.markup.flow import BREAK, fold
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
    Quote,
    Source,
    Table,
)
from newsmodel.model.fieldtypes import TEXT_LIMIT

_DEEPEST: Final = 16
_SHOWN: Final = 200
# So many lines may stand between paragraphs, or they are the text.
_LINES_A_PARAGRAPH: Final = 3
# How a sentence ends, with what may stand behind.
_ENDED: Final = re.compile(r"""[.!?…。！？:]["'”’»)\]]{0,3}$""")
# What is in a figure and no caption, though there be no other.
_NO_CAPTION: Final = CREDITS | FILES | {"table", "media-metadata", "media-object"}
_SUBTITLE: Final = "subtitle"


class Place(NamedTuple):
    """What a block is by the elements around it.

    Attributes:
        depth: How many lists are around it.
        ordered: Whether the innermost one is numbered.
        apart: Whether it stands in a block quote.
    """

    depth: int = 0
    ordered: bool = False
    apart: bool = False


_TOP: Final = Place()


@final
class BodyReader(TextReader):
    """Reads one body.

    Attributes:
        blocks: Its blocks, with links and emphasis.
        said: The quotes that the markup itself marks, by number of the block.
        speech: Numbers of the blocks that are what somebody says.
    """

    def __init__(self, note: Note, *, quiet: bool = False) -> None:
        """Take what puts down a note: element, code and message.

        Args:
            note: It is called for each.
            quiet: Whether what is left out need not be told.
        """
        super().__init__(note, quiet=quiet)
        self.blocks: list[Block] = []
        self.said: dict[int, list[Quote]] = {}
        self.speech: set[int] = set()
        self._loose: list[tuple[int, Element]] = []

    def read(self, root: Element) -> None:
        """Read all blocks in an element.

        Example:
            >>> from lxml import etree
            >>> reader = BodyReader(print)
            >>> reader.read(etree.fromstring("<BODY><P>It is open.</P></BODY>"))
            >>> reader.blocks
            [Paragraph(text='It is open.')]
        """
        self._contents(root, _TOP, 0, loose=True)
        self._settle_loose()

    # Blocks.

    def _contents(
        self, element: Element, place: Place, level: int, *, loose: bool = False
    ) -> None:
        """Read an element that holds blocks, or text, or both.

        Args:
            element: The element.
            place: What stands around it.
            level: How many elements are around it.
            loose: Whether its own text stands between blocks.
        """
        draft = Draft()
        if element.text:
            draft.pieces.append(element.text)
        for child in element:
            name = name_of(child)
            kind = KINDS.get(name)
            if kind not in BLOCKS and len(child) and holds_blocks(child):
                kind = "container"
            if kind == "fact" and KINDS.get(name_of(element)) == "paragraph":
                # A dateline that opens a paragraph is a part of it.
                self._fact(child, name, place, level + 1)
                self.gather(child, draft, level + 1)
            elif kind is not None and kind in BLOCKS:
                if draft.pieces or self.shown:
                    self._end(element, draft, place, loose=loose)
                    draft = Draft()
                self._block(child, name, kind, place, level + 1)
                if child.tail and child.tail.isspace():
                    continue
            else:
                self.inline(child, name, draft, level + 1)
            if child.tail:
                draft.pieces.append(child.tail)
        self._end(element, draft, place, loose=loose)

    def _block(
        self, element: Element, name: str, kind: Kind, place: Place, level: int
    ) -> None:
        if level > REACH:
            draft = Draft()
            self.gather(element, draft, level)
            self._end(element, draft, place)
        else:
            _READS[kind](self, element, name, place, level)

    def _end(
        self, element: Element, draft: Draft, place: Place, *, loose: bool = False
    ) -> None:
        """End a paragraph, and show the pictures that stood in it."""
        if draft.pieces:
            run = draft.run(as_set=name_of(element) == "pre")
            if run.text:
                text, marks = self.marked(run, element)
                if loose:
                    self._loose.append((len(self.blocks), element))
                if said := quotes_marked(run, element):
                    self.said[len(self.blocks)] = said
                self.blocks.append(_as_placed(text, marks, place))
        if self.shown:
            shown, self.shown = self.shown, []
            for each in shown:
                self._show(each)

    def _container(self, element: Element, _: str, place: Place, level: int) -> None:
        self._contents(element, place, level, loose=place == _TOP)

    def _paragraph(self, element: Element, name: str, place: Place, level: int) -> None:
        # Most have nothing but text.
        if len(element) or name == "pre" or element.get("quote-source"):
            self._contents(element, place, level)
        elif text := fold(element.text or ""):
            self.blocks.append(_as_placed(self.cut(text, element), [], place))

    def _heading(self, element: Element, name: str, place: Place, level: int) -> None:
        if _is_in_hedline(element):
            self._fact(element, name, place, level)
            return
        draft = Draft()
        self.gather(element, draft, level)
        run = draft.run()
        if run.text:
            text, marks = self.marked(run, element)
            self.blocks.append(Heading(text=text, level=LEVELS[name], marks=marks))
        self._end(element, Draft(), _TOP)

    def _list(self, element: Element, name: str, place: Place, level: int) -> None:
        inner = Place(place.depth + 1, name == "ol", place.apart)
        self._contents(element, inner, level)

    def _item(self, element: Element, _: str, place: Place, level: int) -> None:
        inner = place if place.depth else Place(depth=1, apart=place.apart)
        self._contents(element, inner, level)

    def _set_apart(self, element: Element, _: str, place: Place, level: int) -> None:
        first = len(self.blocks)
        self._contents(element, place._replace(apart=True), level)
        source = source_of(element)
        if source is None and (credit := _credit_of(element)):
            # NITF names there who said it.
            source = Source(name=credit)
            if len(self.blocks) > first + 1 and self.blocks[-1].text == credit:
                self.keep(range(len(self.blocks) - 1))
        for at in range(first, len(self.blocks)) if source else ():
            if quote := quote_of(0, self.blocks[at].text, source):
                self.said.setdefault(at, [quote])

    def _speech(self, element: Element, _: str, place: Place, level: int) -> None:
        first = len(self.blocks)
        self._contents(element, place, level)
        self.speech.update(range(first, len(self.blocks)))

    def _fact(self, element: Element, name: str, _: Place, __: int) -> None:
        text = text_of(element)
        if not text:
            return
        field = FACTS.get(name, _SUBTITLE)
        if field == "headline" and any(each.field == field for each in self.facts):
            # TT sends a second text, with a headline of its own.
            self.blocks.append(Heading(text=text[:TEXT_LIMIT], level=2))
            return
        self.facts.append(Fact(field, text, element))

    def _aside(self, element: Element, _: str, __: Place, ___: int) -> None:
        """Leave out what stands beside the article, but for what it says of it."""
        for each in element.iterdescendants():
            self.take_fact(each)
        self.leave_out(element)

    def _grid(self, element: Element, _: str, place: Place, level: int) -> None:
        if _is_grid(element):
            self._table(element, level)
        else:
            self._contents(element, place, level)

    def _table(self, element: Element, level: int) -> None:
        caption: str | None = None
        rows: list[list[Cell]] = []
        for each in element.iter():
            name = name_of(each)
            if name == "tr":
                row = [
                    self._cell(cell, level)
                    for cell in each
                    if name_of(cell) in ("td", "th")
                ]
                if row:
                    rows.append(row)
            elif name == "caption" and caption is None:
                caption = text_of(each)[:TEXT_LIMIT] or None
        if any(cell.text for row in rows for cell in row):
            self.blocks.append(Table(rows=rows, caption=caption))
        self._end(element, Draft(), _TOP)

    def _cell(self, element: Element, level: int) -> Cell:
        is_header = name_of(element) == "th"
        if not len(element):
            text = self.cut(fold(element.text or ""), element)
            return Cell(text=text, header=is_header)
        draft = Draft()
        # A table in a cell is read as rows of its own.
        self.gather(element, draft, level)
        text, marks = self.marked(draft.run(), element)
        return Cell(text=text, header=is_header, marks=marks)

    # What is shown.

    def _figure(self, element: Element, name: str, _: Place, level: int) -> None:
        """Read a picture and what stands below it, or a film and the like."""
        parts = parts_of(element)
        draft = Draft()
        for each in parts.captions:
            draft.pieces.append(BREAK)
            self.gather(each, draft, level)
        if not parts.captions and name != "bild":
            self.gather(element, draft, level, without=_NO_CAPTION)
        self.shown = []  # pictures in a caption are files of the figure
        text, marks = self.marked(draft.run(), element)
        kind = element.get("media-type", "image").lower()
        if name == "media" and kind not in PICTURES:
            url = next(filter(None, map(address_of, parts.files)), None)
            if url or text:
                self.blocks.append(Embed(url=url, text=text, marks=marks))
        else:
            image = self._largest(parts.files)
            credit = self._credit(parts.credits)
            if text or image or credit:
                caption = ImageCaption(
                    text=text, credit_line=credit, image=image, marks=marks
                )
                self.blocks.append(caption)
        for each in parts.others:
            if KINDS.get(name_of(each)) == "table":
                self._table(each, level)
            else:
                self._show(each)

    def _largest(self, files: Sequence[Element]) -> Image | None:
        """Return the largest picture of a figure; the others are told."""
        images = [(image, each) for each in files if (image := image_of(each))]
        best, shown = max(images, key=lambda one: area_of(one[0]), default=(None, None))
        for image, each in images:
            if each is not shown and image != best:
                self.leave_out(each)
        return best

    def _credit(self, elements: Sequence[Element]) -> str | None:
        """Return the credit of a figure; others are told."""
        credit: str | None = None
        for each in elements:
            said = credit_of(each)
            if credit and said != credit:
                self.leave_out(each)
            credit = credit or said or None
        return credit

    def _show(self, element: Element) -> None:
        """Read what is shown without a caption."""
        if KINDS.get(name_of(element)) == "image":
            if image := image_of(element):
                self.blocks.append(ImageCaption(image=image))
        elif url := address_of(element):
            self.blocks.append(Embed(url=url))
        else:
            self.leave_out(element)

    # What is left out in the end.

    def _settle_loose(self) -> None:
        """Drop what stands between paragraphs and is no sentence.

        Agencies set the codes of their desks there, pages their lines of names
        and dates. But where there is much of it, it is the text.
        """
        lines = {
            at: element
            for at, element in self._loose
            if not _ENDED.search(self.blocks[at].text)
        }
        if not lines:
            return
        loose = {at for at, _ in self._loose}
        solid = sum(
            isinstance(each, Paragraph) and at not in loose
            for at, each in enumerate(self.blocks)
        )
        if len(lines) > _LINES_A_PARAGRAPH * solid:
            return
        for at, element in lines.items():
            text = self.blocks[at].text[:_SHOWN]
            message = f"text between paragraphs is left out: {text}"
            self._note(element, "left-out", message)
        self.keep([at for at in range(len(self.blocks)) if at not in lines])
        self._loose = []

    def drop_first(self, count: int) -> None:
        """Leave out the first blocks."""
        if count:
            self.keep(range(count, len(self.blocks)))

    def keep(self, kept: Sequence[int]) -> None:
        """Leave out all but the blocks of these numbers."""
        self.blocks = [self.blocks[at] for at in kept]
        self.said = {
            new: self.said[at] for new, at in enumerate(kept) if at in self.said
        }
        self.speech = {new for new, at in enumerate(kept) if at in self.speech}


#: How each kind of block is read: element, name, place and level.
_READS: Final[dict[Kind, Callable[[BodyReader, Element, str, Place, int], None]]] = {
    "aside": BodyReader._aside,
    "container": BodyReader._container,
    "fact": BodyReader._fact,
    "figure": BodyReader._figure,
    "heading": BodyReader._heading,
    "item": BodyReader._item,
    "list": BodyReader._list,
    "paragraph": BodyReader._paragraph,
    "set apart": BodyReader._set_apart,
    "speech": BodyReader._speech,
    "table": BodyReader._grid,
}


def _as_placed(text: str, marks: list[Mark], place: Place) -> Block:
    if place.depth:
        depth = min(place.depth, _DEEPEST)
        return ListItem(text=text, depth=depth, ordered=place.ordered, marks=marks)
    if place.apart:
        return BlockQuote(text=text, marks=marks)
    return Paragraph(text=text, marks=marks)


def _is_grid(table: Element) -> bool:
    """Whether a table has at least two cells; one with a single cell lays out."""
    if table.get("role") in ("presentation", "none"):
        return False
    cells = 0
    for each in table.iter():
        cells += name_of(each) in ("td", "th")
        if cells > 1:
            return True
    return False


def _is_in_hedline(element: Element) -> bool:
    """Whether a heading stands below the headline in the head of NITF."""
    parent = element.getparent()
    return parent is not None and name_of(parent) == "hedline"


def _credit_of(element: Element) -> str:
    """Return whom a block quote of NITF is credited to."""
    return next((text_of(each) for each in element if name_of(each) == "credit"), "")
