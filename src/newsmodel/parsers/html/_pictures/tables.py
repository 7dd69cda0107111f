"""Tables of data, told from those that only lay a page out."""

from bisect import bisect_left, bisect_right
from typing import Any, Final, NamedTuple

from lxml import etree

from newsmodel.errors import ModelError
from newsmodel.markup.characters import clean
from newsmodel.markup.flow import Box, fold
from newsmodel.model import Cell, Table
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._findings import Trace
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.surroundings import Surroundings, start_of
from newsmodel.rules._words import words

_LAYOUT: Final = words("presentation none")
# A cell with one of these is a part of the page.
_PARTS: Final = ("table", "form", "iframe", "h1", "article", "nav")
_BREAKING: Final = words("br p div li h2 h3 h4 h5 h6")
_SILENT: Final = words("script style template noscript")
_BREAK: Final = "\0"  # no text of a tree holds it
# Longer than this in the mean, cells are columns of a page.
_LONGEST_MEAN: Final = 160


class TableReading(NamedTuple):
    """A table in its place.

    Attributes:
        at: Number of the run it stands before.
        runs: Numbers of the runs that it takes out of the body.
        table: The block.
        trace: Where it is.
    """

    at: int
    runs: tuple[int, ...]
    table: Table
    trace: Trace


def read_tables(page: Page, body: Body, around: Surroundings) -> list[TableReading]:
    """Return the tables that stand in the article's body, in order."""
    found: list[TableReading] = []
    after = 0
    boxes = page.flow.boxes
    from_ = bisect_left(boxes, body.core.start, key=start_of)
    upto = bisect_right(boxes, body.last + 1, key=start_of)
    for box in [each for each in boxes[from_:upto] if each.tag == "table"]:
        if (
            box.start < after
            or box.stop > body.core.stop
            or box.stop <= body.first
            or (table := read_table(box)) is None
            or around.is_strange(box)
        ):
            continue
        runs = _runs_of(box)
        after = runs.stop
        trace = Trace("table", table.text, box.element)
        found.append(TableReading(runs.start, tuple(runs), table, trace))
    return found


def _runs_of(box: Box) -> range:
    """Return the runs of a table, with those of the figure around it."""
    figure = box.parent
    for _ in range(2):
        if figure is not None and figure.tag == "figure":
            return range(figure.start, figure.stop)
        figure = figure.parent if figure is not None else None
    return range(box.start, box.stop)


def read_table(box: Box) -> Table | None:
    """Return the table that a box holds; ``None`` where it only lays out.

    Data has at least two rows of two cells, of mostly short text.
    """
    element = box.element
    if element.get("role") in _LAYOUT:
        return None
    if next(element.iterdescendants(*_PARTS), None) is not None:
        return None
    rows: list[list[Cell]] = []
    length = count = 0
    for row in element.iter("tr"):
        head = row.getparent().tag == "thead"
        cells = [
            Cell(text=_text_of(cell), header=head or cell.tag == "th")
            for cell in row.iterchildren("td", "th")
        ]
        if any(cell.text for cell in cells):
            rows.append(cells)
            length += sum([len(cell.text) for cell in cells])
            count += len(cells)
    if sum([len(row) > 1 for row in rows]) < 2 or length > _LONGEST_MEAN * count:
        return None
    try:
        return Table(rows=rows, caption=_caption_of(box))
    except ModelError:
        return None


def _caption_of(box: Box) -> str | None:
    """Return what is marked up as the caption of a table."""
    element = box.element.find("caption")
    if element is None and box.parent is not None and box.parent.tag == "figure":
        element = box.parent.element.find(".//figcaption")
    return (_text_of(element) or None) if element is not None else None


def _text_of(element: Any) -> str:
    """Return the text of an element, a line for each break and block in it."""
    if not len(element):
        text = fold(element.text or "")
        return text if text.isprintable() else clean(text)
    pieces: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if each.tag in _BREAKING:
                pieces.append(_BREAK)
            if each.text and each.tag not in _SILENT:
                pieces.append(each.text)
        elif each is not element:
            if each.tag in _BREAKING:
                pieces.append(_BREAK)
            pieces.append(each.tail or "")
    lines = [fold(line) for line in "".join(pieces).split(_BREAK)]
    return clean("\n".join([line for line in lines if line]))
