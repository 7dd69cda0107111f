"""Reads the body of a document by somebody else: XHTML, NITF, or much like them.

With a namespace or without, in upper case or lower case, valid or not: what an
element is follows from its name alone, and what is in an element that has no
name here is read all the same.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias, final

from lxml import etree

from newsmodel.errors import ModelError
from newsmodel.markup.body_words import (
    BLOCKS,
    CAPTIONS,
    CREDITS,
    FACTS,
    FILES,
    KINDS,
    LEVELS,
    MARKS,
    PICTURES,
    Kind,
)
from newsmodel.markup.flow import BREAK, Run, Span, fold
from newsmodel.markup.flow_marks import (
    as_address,
    marks_of,
    runs_script,
    stretches_of,
)
from newsmodel.markup.xhtml_reader import whole_number
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
from newsmodel.rules.lines import folded

Element: TypeAlias = etree._Element
Note: TypeAlias = Callable[[Any, str, str], None]

_DEEPEST: Final = 16
# How deep elements are followed; what is deeper is read as text.
_REACH: Final = 100
_SHOWN: Final = 200
# So many lines may stand between paragraphs, or they are the text.
_LINES_A_PARAGRAPH: Final = 3
# How a sentence ends, with what may stand behind.
_ENDED: Final = re.compile(r"""[.!?…。！？:]["'”’»)\]]{0,3}$""")
_CREDIT: Final = re.compile(
    r"credit|byline|copyright|photographer|fotograf", re.IGNORECASE
)
# What can hold a line of text.
_TEXTS: Final = ("container", "paragraph", "plain")
# What is in a figure and no caption, though there be no other.
_NO_CAPTION: Final = CREDITS | FILES | {"table", "media-metadata", "media-object"}
_ADDRESSES: Final = ("src", "source", "href", "data", "data-location")
_SUBTITLE: Final = "subtitle"
_QUOTATION: Final = "\"“”„«»‟'‘’‚"
_MARKS: Final = frozenset(_QUOTATION)
_NO_PLACE: Any = None  # a run that stands in no box


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


class Fact(NamedTuple):
    """What a body says about its article: ``byline``, ``By Ann Example``."""

    field: str
    text: str
    element: Any


@final
class BodyReader:
    """Reads one body.

    Attributes:
        blocks: Its blocks, with links and emphasis.
        said: The quotes that the markup itself marks, by number of the block.
        speech: Numbers of the blocks that are what somebody says.
        facts: What it says about the article, in order.
    """

    def __init__(self, note: Note) -> None:
        """Take what puts down a note: element, code and message."""
        self.blocks: list[Block] = []
        self.said: dict[int, list[Quote]] = {}
        self.speech: set[int] = set()
        self.facts: list[Fact] = []
        self._note = note
        self._loose: list[tuple[int, Element]] = []
        self._shown: list[Element] = []
        self._unknown: set[str] = set()

    def read(self, root: Element) -> None:
        """Read all blocks in an element.

        Example:
            >>> reader = BodyReader(print)
            >>> reader.read(etree.fromstring("<BODY><P>It is open.</P></BODY>"))
            >>> reader.blocks
            [Paragraph(text='It is open.')]
        """
        self._contents(root, Place(), 0, loose=True)
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
        pieces: list[str] = []
        spans: list[Span] = []
        if element.text:
            pieces.append(element.text)
        for child in element:
            name = name_of(child)
            kind = KINDS.get(name)
            if kind not in BLOCKS and len(child) and holds_blocks(child):
                kind = "container"
            if kind in BLOCKS:
                self._end(element, pieces, spans, place, loose=loose)
                pieces, spans = [], []
                self._block(child, name, kind, place, level + 1)
            else:
                self._inline(child, name, pieces, spans, level + 1)
            if child.tail:
                pieces.append(child.tail)
        self._end(element, pieces, spans, place, loose=loose)

    def _block(
        self, element: Element, name: str, kind: Kind | None, place: Place, level: int
    ) -> None:
        if level > _REACH:
            pieces: list[str] = []
            self._text(element, pieces, [], level)
            self._end(element, pieces, [], place)
        elif kind == "container":
            self._contents(element, place, level, loose=place == Place())
        elif kind == "paragraph":
            # Most have nothing but text.
            if len(element) or name == "pre" or element.get("quote-source"):
                self._contents(element, place, level)
            elif text := fold(element.text or ""):
                if len(text) > TEXT_LIMIT:
                    text = self._cut(text, element)
                self.blocks.append(_as_placed(text, [], place))
        elif kind == "heading" and _is_in_hedline(element):
            self._fact(element, name)
        elif kind == "heading":
            self._heading(element, name, level)
        elif kind == "list":
            self._contents(
                element, Place(place.depth + 1, name == "ol", place.apart), level
            )
        elif kind == "item":
            inner = place if place.depth else Place(depth=1, apart=place.apart)
            self._contents(element, inner, level)
        elif kind == "set apart":
            self._set_apart(element, place, level)
        elif kind == "speech":
            first = len(self.blocks)
            self._contents(element, place, level)
            self.speech.update(range(first, len(self.blocks)))
        elif kind == "table":
            if _is_grid(element):
                self._table(element, level)
            else:
                self._contents(element, place, level)
        elif kind == "figure":
            self._figure(element, name, level)
        elif kind == "fact":
            self._fact(element, name)
        else:
            self.leave_out(element)

    def _end(
        self,
        element: Element,
        pieces: list[str],
        spans: list[Span],
        place: Place,
        *,
        loose: bool = False,
    ) -> None:
        """End a paragraph, and show the pictures that stood in it."""
        run = _run(element, pieces, spans) if pieces else None
        if run is not None and run.text:
            text, marks = self._marked(run, element)
            at = len(self.blocks)
            self.blocks.append(_as_placed(text, marks, place))
            if loose:
                self._loose.append((at, element))
            self._put_said(at, run, element)
        shown, self._shown = self._shown, []
        for each in shown:
            self._show(each)

    def _marked(self, run: Run, element: Element) -> tuple[str, list[Mark]]:
        text = run.text
        if len(text) > TEXT_LIMIT:
            return self._cut(text, element), []
        try:
            marks, refused = marks_of(run)
        except ModelError as error:  # an address beyond all measure
            self._note(element, "value-refused", str(error))
            return text, []
        if refused:
            message = "a link that would run a script is left out"
            self._note(element, "link-left-out", message)
        return text, marks

    def _cut(self, text: str, element: Element) -> str:
        message = f"cut to {TEXT_LIMIT:,} characters of {len(text):,}"
        self._note(element, "text-cut", message)
        return text[:TEXT_LIMIT]

    def _put_said(self, at: int, run: Run, element: Element) -> None:
        """Put down the quotes that the markup marks in a block."""
        said: list[Quote] = []
        if len(run.text) > TEXT_LIMIT:
            return
        marked = stretches_of(run, "quote") if run.spans else []
        if element.get("quote-source"):
            marked.append((0, run.text, element))
        for start, words, each in marked:
            if quote := _quote(start, words, _source_of(each)):
                said.append(quote)
        if said:
            self.said[at] = said

    def _set_apart(self, element: Element, place: Place, level: int) -> None:
        first = len(self.blocks)
        self._contents(element, place._replace(apart=True), level)
        if source := _source_of(element):
            for at in range(first, len(self.blocks)):
                if quote := _quote(0, self.blocks[at].text, source):
                    self.said.setdefault(at, [quote])

    def _heading(self, element: Element, name: str, level: int) -> None:
        pieces: list[str] = []
        spans: list[Span] = []
        self._text(element, pieces, spans, level)
        run = _run(element, pieces, spans)
        if run.text:
            text, marks = self._marked(run, element)
            rank = LEVELS[name]
            self.blocks.append(Heading(text=text, level=rank, marks=marks))
        self._end(element, [], [], Place())

    def _fact(self, element: Element, name: str) -> None:
        text = text_of(element)
        if not text:
            return
        field = FACTS.get(name, _SUBTITLE)
        if field == "headline" and any(each.field == field for each in self.facts):
            # TT sends a second text, with a headline of its own.
            self._heading_of(text)
            return
        self.facts.append(Fact(field, text, element))

    def _heading_of(self, text: str) -> None:
        self.blocks.append(Heading(text=text[:TEXT_LIMIT], level=2))

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
        self._end(element, [], [], Place())

    def _cell(self, element: Element, level: int) -> Cell:
        is_header = name_of(element) == "th"
        if not len(element):
            text = fold(element.text or "")
            if len(text) <= TEXT_LIMIT:
                return Cell(text=text, header=is_header)
        pieces: list[str] = []
        spans: list[Span] = []
        # A table in a cell is read as rows of its own.
        self._text(element, pieces, spans, level)
        run = _run(element, pieces, spans)
        text, marks = self._marked(run, element)
        return Cell(text=text, header=is_header, marks=marks)

    # What is shown.

    def _figure(self, element: Element, name: str, level: int) -> None:
        """Read a picture and what stands below it, or a film and the like."""
        pieces: list[str] = []
        spans: list[Span] = []
        credits: list[str] = []
        files: list[Element] = []
        others: list[Element] = []
        for each in _inside(element):
            inner = name_of(each)
            if inner in CAPTIONS:
                pieces.append(BREAK)
                self._text(each, pieces, spans, level)
            elif inner in CREDITS or _names_credit(each, inner):
                credits.append(text_of(each))
            elif inner in FILES:
                files.append(each)
            elif KINDS.get(inner) in ("embed", "table"):
                others.append(each)
        if not pieces and name != "bild":
            self._text(element, pieces, spans, level, without=_NO_CAPTION)
        self._shown = []  # pictures in a caption are files of the figure
        run = _run(element, pieces, spans)
        text, marks = self._marked(run, element)
        kind = element.get("media-type", "image").lower()
        if name == "media" and kind not in PICTURES:
            url = next(filter(None, map(_address, files)), None)
            if url or text:
                self.blocks.append(Embed(url=url, text=text, marks=marks))
        else:
            image = next(filter(None, map(_image, files)), None)
            credit = next(filter(None, credits), None)
            if text or image or credit:
                caption = ImageCaption(
                    text=text, credit_line=credit, image=image, marks=marks
                )
                self.blocks.append(caption)
        for each in others:
            if KINDS.get(name_of(each)) == "table":
                self._table(each, level)
            else:
                self._show(each)

    def _show(self, element: Element) -> None:
        """Read what is shown without a caption."""
        if KINDS.get(name_of(element)) == "image":
            if image := _image(element):
                self.blocks.append(ImageCaption(image=image))
        elif url := _address(element):
            self.blocks.append(Embed(url=url))
        else:
            self.leave_out(element)

    # Text.

    def _text(
        self,
        element: Element,
        pieces: list[str],
        spans: list[Span],
        level: int,
        *,
        without: Collection[str] = (),
    ) -> None:
        """Put down the text of an element, blocks in it parted by line feeds."""
        if level > _REACH:
            pieces += element.itertext()
            return
        if element.text:
            pieces.append(element.text)
        for child in element:
            name = name_of(child)
            if name not in without:
                self._inline(child, name, pieces, spans, level + 1)
            if child.tail:
                pieces.append(child.tail)

    def _inline(
        self,
        element: Element,
        name: str,
        pieces: list[str],
        spans: list[Span],
        level: int,
    ) -> None:
        kind = KINDS.get(name)
        if kind == "break":
            pieces.append(BREAK)
        elif kind in ("image", "embed"):
            self._shown.append(element)
        elif kind in ("hidden", "aside"):
            self.leave_out(element)
        elif kind in BLOCKS:
            pieces.append(BREAK)
            self._text(element, pieces, spans, level)
            pieces.append(BREAK)
        elif kind in ("mark", "quote"):
            self._span(element, MARKS.get(name, "quote"), pieces, spans, level)
        elif len(element) or element.text:
            if kind is None and name not in self._unknown:
                self._unknown.add(name)
                message = f"what {name} says of words is left out, they are kept"
                self._note(element, "markup", message)
            self._text(element, pieces, spans, level)
        elif kind is None and element.attrib:
            self.leave_out(element)

    def _span(
        self,
        element: Element,
        kind: str,
        pieces: list[str],
        spans: list[Span],
        level: int,
    ) -> None:
        start = len(pieces)
        count = len(spans)
        # Browsers set marks around an XHTML `q`; in NITF they stand in the text.
        marks = ("“", "”") if kind == "quote" and _is_bare(element) else ("", "")
        pieces.append(marks[0])
        self._text(element, pieces, spans, level)
        pieces.append(marks[1])
        # Bold in bold is bold.
        spans[count:] = [each for each in spans[count:] if each.kind != kind]
        spans.append(Span(kind, start, len(pieces), element))

    def leave_out(self, element: Element) -> None:
        """Say what is left out, and the words in it."""
        name = name_of(element)
        words = text_of(element)
        if not words and name in ("hr", "script", "style"):
            return
        said = [f"{key}={value}" for key, value in element.items()]
        for each in element.iter():
            if each is not element and not (each.text or len(each)):
                said += [f"{key}={value}" for key, value in each.items()]
        words = words or " ".join(said)
        if words:
            message = f"{name} is left out: {words[:_SHOWN]}"
            self._note(element, "left-out", message)

    def _settle_loose(self) -> None:
        """Drop what stands between paragraphs and is no sentence.

        Agencies set the codes of their desks there, pages their lines of names
        and dates. But where there is much of it, it is the text.
        """
        loose = {at for at, _ in self._loose}
        lines = {at for at in loose if not _ENDED.search(self.blocks[at].text)}
        solid = sum(
            isinstance(each, Paragraph) and at not in loose
            for at, each in enumerate(self.blocks)
        )
        if len(lines) > _LINES_A_PARAGRAPH * solid:
            return
        dropped: set[int] = set()
        for at, element in self._loose:
            if at in lines:
                dropped.add(at)
                text = self.blocks[at].text[:_SHOWN]
                message = f"text between paragraphs is left out: {text}"
                self._note(element, "left-out", message)
        self.keep([at for at in range(len(self.blocks)) if at not in dropped])

    def drop_first(self, count: int) -> None:
        """Leave out the first blocks."""
        if count:
            self.keep(list(range(count, len(self.blocks))))

    def keep(self, kept: Sequence[int]) -> None:
        """Leave out all but the blocks of these numbers."""
        self.blocks = [self.blocks[at] for at in kept]
        self.said = {
            new: self.said[at] for new, at in enumerate(kept) if at in self.said
        }
        self.speech = {new for new, at in enumerate(kept) if at in self.speech}


def name_of(element: Element) -> str:
    """Return the local name of an element in lower case."""
    return _lower(str(element.tag))


# Documents have few names, and ask for each as often as they have elements.
@lru_cache(maxsize=1024)
def _lower(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def text_of(element: Element, without: Collection[str] = ()) -> str:
    r"""Return all words of an element as one line that the model can hold.

    Args:
        element: The element.
        without: Names of elements whose words are left out.

    Example:
        >>> text_of(etree.fromstring("<by>By <b>Ann</b>\n Example</by>"))
        'By Ann Example'
    """
    if not len(element):
        return folded(element.text)
    words: list[str] = []
    _gather(element, without, words)
    return folded("".join(words))


_PARTING: Final = BLOCKS | {"break"}


def _gather(
    element: Element, without: Collection[str], words: list[str], level: int = 0
) -> None:
    """Put down the words in an element, with spaces where blocks part them."""
    if level > _REACH:
        words += element.itertext()
        return
    if element.text:
        words.append(element.text)
    for child in element:
        name = name_of(child)
        if name not in without:
            if KINDS.get(name) in _PARTING or name in _PARTED:
                words.append(" ")
                _gather(child, without, words, level + 1)
                words.append(" ")
            else:
                _gather(child, without, words, level + 1)
        if child.tail:
            words.append(child.tail)


# In these no words run together, though there may be no space between them.
_PARTED: Final = frozenset(
    ("city", "state", "country", "location", "person", "byttl", "org", "rights.owner")
)


def holds_blocks(element: Element) -> bool:
    """Whether there is a block anywhere in an element."""
    return any(KINDS.get(name_of(each)) in BLOCKS for each in element.iterdescendants())


def _inside(element: Element) -> Iterator[Element]:
    """Yield what is in a figure, but not what is in its captions and tables.

    A file in a caption is one of the figure.
    """
    walk = etree.iterwalk(element, events=("start", "end"))
    around = 0  # how many captions are open
    for event, each in walk:
        name = name_of(each)
        if event == "end":
            around -= name in CAPTIONS
            continue
        if each is not element and (not around or name in FILES):
            yield each
        around += name in CAPTIONS
        if each is not element and KINDS.get(name) in ("table", "embed"):
            walk.skip_subtree()


def _run(element: Element, pieces: list[str], spans: list[Span]) -> Run:
    """Return a run of text, white space folded, breaks as line feeds."""
    whole = "".join(pieces)
    if BREAK in whole:
        text = "\n".join([line for each in whole.split(BREAK) if (line := fold(each))])
    elif name_of(element) == "pre":
        text = whole.replace("\r", "").strip("\n")
        text = "" if text.isspace() else text
    else:
        text = fold(whole)
    return Run(_NO_PLACE, text, 0, pieces, spans)


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


def _names_credit(element: Element, name: str) -> bool:
    """Whether an element of a figure says that it holds whose picture it is."""
    said = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return KINDS.get(name) in _TEXTS and _CREDIT.search(said) is not None


def _is_bare(element: Element) -> bool:
    """Whether words are quoted by markup alone, without marks."""
    if element.get("quote-source") is not None:
        return False
    words = text_of(element)
    before, parent = element.getprevious(), element.getparent()
    lead = before.tail if before is not None else None
    if before is None and parent is not None:
        lead = parent.text
    return words[:1] not in _MARKS and (lead or "").rstrip()[-1:] not in _MARKS


def _is_in_hedline(element: Element) -> bool:
    """Whether a heading stands below the headline in the head of NITF."""
    parent = element.getparent()
    return parent is not None and name_of(parent) == "hedline"


def _source_of(element: Element) -> Source | None:
    """Return who says what an element holds, where it says so."""
    name = folded(element.get("quote-source"))
    return Source(name=name) if name else None


def _quote(start: int, words: str, source: Source | None) -> Quote | None:
    """Return a direct quote, without its outer marks."""
    inner = words.lstrip(_QUOTATION + " \n")
    start += len(words) - len(inner)
    inner = inner.rstrip(_QUOTATION + " \n")
    return Quote(start=start, text=inner, speaker=source) if inner else None


def _address(element: Element) -> str | None:
    """Return where what is shown lies."""
    named = [element.get(name) for name in _ADDRESSES]
    named += [
        each.get("src")
        for each in element.iterdescendants()
        if name_of(each) == "source"
    ]
    for address in (*named, element.text):
        address = folded(as_address(address or ""))  # noqa: PLW2901
        # What a browser may run is no address, nor what is cut is one.
        if address and len(address) < TEXT_LIMIT and not runs_script(address):
            return address
    return None


def _image(element: Element) -> Image | None:
    fields: dict[str, Any] = {"url": _address(element)}
    alt = element.get("alt") or element.get("alternate-text") or ""
    fields["alt"] = folded(alt) or None
    for name in ("width", "height"):
        fields[name] = whole_number((element.get(name) or "").removesuffix("px"))
        if fields[name] is not None and fields[name] <= 1:
            return None  # it is there to be counted, not to be seen
    if not fields["url"] and not fields["alt"]:
        return None
    try:
        return Image(**fields)
    except ModelError:  # a width beyond all measure
        return Image(url=fields["url"], alt=fields["alt"])
