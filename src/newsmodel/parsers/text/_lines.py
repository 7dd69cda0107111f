"""Characters to pieces: lines, blocks of lines, and where a paragraph ends."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from newsmodel.errors import Location
from newsmodel.evidence import Note
from newsmodel.rules._words import words
from newsmodel.rules.bylines import read_byline
from newsmodel.rules.stamps import read_stamps

# What str.strip takes off, and the signs of no width that pasting leaves.
_BLANK: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
# What the model refuses, less the line ends among it.
_REFUSED: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\ud800-\udfff\ufffe\uffff]")
_BULLET: Final = re.compile(r"(?:[•‣◦▪●·*–-]|[0-9]{1,3}[.)])\s")
_STOPS: Final = frozenset('.!?…:;"”’»)>')
_PAUSES: Final = frozenset(",;—")  # where verses end, and wrapped lines seldom
_WORD: Final = re.compile(r"\w+")
_PARTED: Final = re.compile(r"(?P<start>[^\W\d_]{1,40})[-‐\xad]$")
_JOINERS: Final = words("and or to und oder bis et ou y o e en of och og")
_LAST_OF_HEAD: Final = 8
_WIDEST: Final = 120
_NARROWEST: Final = 30


class Line(NamedTuple):
    """A line that is not blank, without the blanks around it."""

    text: str
    number: int
    start: int
    indent: int


class Piece(NamedTuple):
    """What was one line or paragraph before it was pasted.

    Attributes:
        text: Its text; wrapped lines are joined by one space.
        number: Its first line, from 1.
        start: Where it starts, in characters of the cleaned document.
        block: Number of its block, which blank lines part from others.
        of: How many pieces that block has.
        joined: Whether it is of several lines.
    """

    text: str
    number: int
    start: int
    block: int
    of: int
    joined: bool

    @property
    def alone(self) -> bool:
        """Whether blank lines stand before and after it."""
        return self.of == 1


class Document:
    """A text without what no article can hold, and where it was in the whole."""

    def __init__(self, given: str) -> None:
        self.text = given
        self.notes: tuple[Note, ...] = ()
        self._dropped = array("Q")
        if _REFUSED.search(given):
            for count, found in enumerate(_REFUSED.finditer(given)):
                self._dropped.append(found.start() - count)
            self.text = _REFUSED.sub("", given)
            note = Note(
                code="characters-removed",
                message=f"{len(self._dropped)} control characters or lone surrogates"
                " removed",
                location=Location(offset=self._dropped[0]),
            )
            self.notes = (note,)

    def location(self, piece: Piece, column: int = 0) -> Location:
        """Return where something *column* characters into a piece was given."""
        # What was joined of several lines is found at its first only.
        start = piece.start if piece.joined else piece.start + column
        offset = start + bisect_right(self._dropped, start) if self._dropped else start
        return Location(line=piece.number, offset=offset)


def pieces_of(text: str) -> tuple[str, list[Piece]]:
    """Return the paragraphs and other lines of a text, and how they were told."""
    blocks = _undoubled(_blocks(text))
    width = _width(blocks)
    whole_words = frozenset(_WORD.findall(text)) if width else frozenset()
    pieces: list[Piece] = []
    several = False
    for number, block in enumerate(blocks):
        if len(block) == 1:
            text, line, start, _ = block[0]
            pieces.append(Piece(text, line, start, number, of=1, joined=False))
            continue
        parts = list(_parts(block, width)) if width else [[line] for line in block]
        count = len(parts)
        several = several or count > 1
        for part in parts:
            first = part[0]
            joined = _joined(part, whole_words)
            pieces.append(
                Piece(joined, first.number, first.start, number, count, len(part) > 1)
            )
    if width:
        return "wrapped-lines", pieces
    return ("line-ends" if several and len(blocks) == 1 else "blank-lines"), pieces


def _blocks(text: str) -> list[list[Line]]:
    """Return the runs of lines without a blank one between."""
    blocks: list[list[Line]] = []
    block: list[Line] = []
    at = 0
    # str.splitlines knows every line end, the Unicode and the old Mac ones too.
    for number, whole in enumerate(text.splitlines(keepends=True), 1):
        shown = whole.strip(_BLANK)
        if shown:
            indent = whole.index(shown[0]) if whole[0] != shown[0] else 0
            block.append(Line(shown, number, at + indent, indent))
        elif block:
            blocks.append(block)
            block = []
        at += len(whole)
    if block:
        blocks.append(block)
    return blocks


def _undoubled(blocks: list[list[Line]]) -> list[list[Line]]:
    """Join blocks where pasting put a blank line after every line.

    Then no two lines touch, and what were blank lines are gaps of three.
    """
    if len(blocks) < 4 or any(len(block) > 1 for block in blocks):
        return blocks
    gaps = [
        after[0].number - before[0].number - 1 for before, after in pairwise(blocks)
    ]
    if set(gaps) != {1, 3}:
        return blocks
    joined = [list(blocks[0])]
    for gap, block in zip(gaps, blocks[1:], strict=True):
        if gap == 1:
            joined[-1] += block
        else:
            joined.append(list(block))
    return joined


def _width(blocks: list[list[Line]]) -> int:
    """Return the width that lines were wrapped at, or 0 where they were not.

    Lines that break off inside a sentence tell: the next begins with a small
    letter. Were they wrapped, then no first word of the next had room on any.
    """
    broken = [
        (line, after)
        for block in blocks
        for line, after in pairwise(block)
        if _goes_on(line, after)
    ]
    if not broken:
        return 0
    width = max(line.indent + len(line.text) for line, _ in broken)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    verses = sum(line.text[-1] in _PAUSES for line, _ in broken)
    wider = sum(len(line.text) > width + 12 for block in blocks for line in block)
    if verses * 2 > len(broken) or wider > len(broken):
        return 0
    # A page set in letters of many widths has lines of nearly one width.
    for each in (width, width * 9 // 10):
        full = sum(_is_full(line, after, each) for line, after in broken)
        if full * 4 >= len(broken) * 3:
            return each
    return 0


def _goes_on(line: Line, after: Line) -> bool:
    first = after.text[0]
    return first.isalpha() and not first.isupper() and line.text[-1] not in _STOPS


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = after.text[: width + 1].split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width


def _parts(block: list[Line], width: int) -> Iterator[list[Line]]:
    """Yield the paragraphs of a block of wrapped lines."""
    margin = min(line.indent for line in block) + 1
    part = [block[0]]
    for line in block[1:]:
        if _continues(part, line, margin, width):
            part.append(line)
        else:
            yield part
            part = [line]
    yield part


def _continues(part: list[Line], line: Line, margin: int, width: int) -> bool:
    """Whether a line goes on with the paragraph whose lines are in *part*."""
    last, in_item = part[-1], bool(_BULLET.match(part[0].text))
    may_end = not _is_full(last, line, width - 1) or _is_fact(line)
    if may_end and not _goes_on(last, line):
        return False
    if _BULLET.match(line.text):
        # "by the age of 40 to" can be followed by "50. That": no item.
        return not in_item and last.text[-1] not in _STOPS
    # A line set in begins a paragraph, unless it hangs under a bullet.
    hangs = in_item and line.indent > part[0].indent
    return hangs or line.indent <= margin


def _joined(lines: list[Line], whole_words: frozenset[str]) -> str:
    """Return wrapped lines as one text.

    A word that was parted at the end of a line is put together. The hyphen stays,
    unless the document has the word without one too: it may be the word's own.
    """
    parts = [lines[0].text]
    for line in lines[1:]:
        start = _PARTED.search(parts[-1])
        end = _WORD.match(line.text)
        if not (start and end and end[0][0].islower() and end[0] not in _JOINERS):
            parts.append(" ")
        elif start[0].endswith("\xad") or start["start"] + end[0] in whole_words:
            parts[-1] = parts[-1][:-1]
        parts.append(line.text)
    return "".join(parts)


def _is_fact(line: Line) -> bool:
    """Whether a line of the head is one however full the line before it is."""
    if line.number > _LAST_OF_HEAD:
        return False
    byline = read_byline(line.text)
    return (byline is not None and byline.sure) or bool(read_stamps(line.text))
