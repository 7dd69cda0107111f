"""Text in the making: what a paragraph, a cell or a caption is put together from."""

from collections.abc import Callable, Collection
from typing import Final, final

from lxml import etree

from newsmodel.markup.characters import clean, erase
from newsmodel.markup.flow import BREAK, Box, Run, Span
from newsmodel.markup.flow_marks import marks_of
from newsmodel.markup.xml import local_name
from newsmodel.model import Mark
from newsmodel.model.fieldtypes import TEXT_LIMIT

_MARKS: Final = {"a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
#: What a walk has to look at, since text stands behind comments too.
EVENTS: Final = ("start", "end", "comment", "pi")
_SOFT_HYPHEN: Final = "\xad"


def name_of(element: etree._Element) -> str:
    """Return the name of an element, as HTML spells it; empty for a comment."""
    return local_name(element).lower() if isinstance(element.tag, str) else ""


@final
class Words:
    """Pieces of text with the links and emphasis over them.

    Example:
        >>> words = Words()
        >>> words.add("It is  ")
        >>> words.add("open.")
        >>> words.cut()
        ('It is open.', [])
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._open: list[tuple[str, int, etree._Element]] = []
        self.refused = 0  # links that would run a script

    def add(self, text: str) -> None:
        """Add text as it stands between two tags."""
        if self._pieces or not text.isspace():
            self._pieces.append(text)

    def break_line(self) -> None:
        """End a line, if there is anything in it."""
        if self._pieces:
            self._pieces.append(BREAK)

    @property
    def ends_in_break(self) -> bool:
        """Whether nothing but white space stands after the last line's end."""
        for piece in reversed(self._pieces):
            if piece == BREAK:
                return True
            if not piece.isspace():
                break
        return False

    def start(self, element: etree._Element) -> None:
        """Begin an element, which may be a link or emphasis."""
        name = name_of(element)
        if name == "q":
            self.add("“")  # as browsers show it
        elif name in _MARKS and all(kind != _MARKS[name] for kind, *_ in self._open):
            self._open.append((_MARKS[name], len(self._pieces), element))

    def end(self, element: etree._Element) -> None:
        """End an element."""
        if name_of(element) == "q":
            self.add("”")
        elif self._open and self._open[-1][2] is element:
            kind, first, _ = self._open.pop()
            self._lay(kind, first, element)

    def cut(self) -> tuple[str, list[Mark]]:
        """Return the text so far and the marks over it, and begin another."""
        for kind, first, element in self._open:
            self._lay(kind, first, element)
        self._open = [(kind, 0, element) for kind, _, element in self._open]
        pieces, spans = self._pieces, self._spans
        self._pieces, self._spans = [], []
        if not pieces:
            return "", []
        pieces = [each if each == BREAK else _readable(each) for each in pieces]
        lines = "".join(pieces).split(BREAK)
        text = "\n".join([line for each in lines if (line := _folded(each))])
        if not spans or len(text) > TEXT_LIMIT:
            return text, []
        run = Run(Box(None, "p", None, 0, 0), text, 0, pieces, spans)
        marks, refused = marks_of(run)
        self.refused += refused
        return text, marks

    def _lay(self, kind: str, first: int, element: etree._Element) -> None:
        if first < len(self._pieces):
            self._spans.append(Span(kind, first, len(self._pieces), element))


def _readable(piece: str) -> str:
    # Soft hyphens say where a word may be cut, and are no part of it.
    piece = piece.replace(_SOFT_HYPHEN, "")
    return piece if piece.isprintable() else erase(piece)


def _folded(line: str) -> str:
    return clean(line.replace("\n", " "))


def _nothing(_: etree._Element) -> bool:
    return False


def words_of(
    element: etree._Element,
    breaks: Collection[str] = (),
    leaves_out: Callable[[etree._Element], bool] = _nothing,
) -> tuple[str, list[Mark]]:
    """Return the text of all that is in an element, and the marks over it.

    Args:
        element: A cell, a caption or anything else that becomes one text.
        breaks: Names of elements that begin and end a line.
        leaves_out: Says of an element whether it is left out, with all in it.
    """
    words = Words()
    walk = etree.iterwalk(element, events=EVENTS)
    left: list[etree._Element] = []
    for event, each in walk:
        name = name_of(each)
        if event == "start":
            if each is not element:
                if leaves_out(each):
                    left.append(each)
                    walk.skip_subtree()
                    continue
                if name == "br" or name in breaks:
                    words.break_line()
                words.start(each)
            words.add(each.text or "")
        elif each is not element:
            if left and left[-1] is each:
                left.pop()
            elif event == "end":
                if name in breaks:
                    words.break_line()
                words.end(each)
            words.add(each.tail or "")
    return words.cut()
