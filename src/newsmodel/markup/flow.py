"""The flow of an HTML tree: its text in runs, cut where block-level elements do.

One walk gathers all that is to be known of a page's body: runs of text with the
links and emphasis in them, the boxes around them, and what is shown besides text.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, final

from lxml import etree

from newsmodel.rules._words import words

BLOCKS: Final = words(
    "address article aside blockquote body caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend"
    " li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
# What holds no text of the page, unless broken markup let it swallow some.
_HOLLOW: Final = words(
    "button canvas datalist iframe map nav noscript object option select svg template"
    " textarea"
)
_SKIPPED: Final = words("audio head link meta rp rt script style title wbr")
_SHOWN: Final = words("amp-img embed iframe img object picture time video")
_MARKS: Final = {"a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
BREAK: Final = "\0"  # no text of a tree holds it
SPACES: Final = " \t\n\r\f\v\xa0\u200b\ufeff"
_STOPPED: Final = re.compile(r"[.!?…。！？:]['\"”’»)\]]?$")


@final
class Box:
    """A block-level element, in the order of the page.

    Attributes:
        element: The element.
        tag: Its name.
        parent: The box around it; ``None`` for the outermost.
        depth: How many boxes are around it.
        names: What its class, id and role say, as bits.
        start: Number of the first run in it.
        stop: Number of the first run after it.
    """

    __slots__ = ("depth", "element", "names", "parent", "start", "stop", "tag")

    def __init__(
        self,
        element: Any,
        tag: str,
        parent: "Box | None",
        names: int,
        start: int,
    ) -> None:
        self.element = element
        self.tag = tag
        self.parent = parent
        self.names = names
        self.start = self.stop = start
        self.depth = parent.depth + 1 if parent else 0


class Span(NamedTuple):
    """What is marked in a run: from which piece to which, as what."""

    kind: str
    start: int
    stop: int
    element: Any


@final
class Run:
    """Text between two borders of block-level elements.

    Attributes:
        box: The box it stands in.
        text: Its text, white space folded, ``<br>`` as line feed.
        linked: How many of its characters are in links.
        pieces: Its text as it stood, in pieces.
        spans: Links and emphasis over its pieces.
    """

    __slots__ = ("box", "linked", "pieces", "spans", "text")

    def __init__(
        self, box: Box, text: str, linked: int, pieces: list[str], spans: list[Span]
    ) -> None:
        self.box = box
        self.text = text
        self.linked = linked
        self.pieces = pieces
        self.spans = spans


class Shown(NamedTuple):
    """Something shown that is no text: an image, a video, a time.

    Attributes:
        element: The element.
        tag: Its name.
        box: The box it stands in.
        at: Number of the first run after it.
    """

    element: Any
    tag: str
    box: Box
    at: int


@final
class Flow:
    """What one walk found.

    Attributes:
        runs: All text, in the order of the page.
        boxes: All boxes, each before those in it.
        shown: Images, videos, frames and times.
        named: Elements that are no boxes but whose names say something.
    """

    __slots__ = ("boxes", "named", "runs", "shown")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.boxes: list[Box] = []
        self.shown: list[Shown] = []
        self.named: list[tuple[Any, int, Box, int]] = []


def fold(text: str) -> str:
    r"""Return a text as a browser shows it: white space folded and trimmed.

    No-break spaces inside it are kept.

    Example:
        >>> fold("  Bridge\n reopens ")
        'Bridge reopens'
    """
    text = text.strip(SPACES)
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if "  " in text:
        text = " ".join([part for part in text.split(" ") if part])
    return text


def read_flow(root: Any, names_of: Callable[[Any, str], int]) -> Flow:
    """Walk a tree once.

    Args:
        root: The element to walk, whose tail does not count.
        names_of: Returns what the attributes of an element say, as bits.
    """
    flow = Flow()
    runs, boxes, shown, named = flow.runs, flow.boxes, flow.shown, flow.named
    box = Box(root, root.tag, None, names_of(root, root.tag), 0)
    boxes.append(box)
    pieces: list[str] = []
    spans: list[Span] = []
    # Inline elements that are open, with the piece each starts at.
    inline: list[list[Any]] = []

    def end_run() -> None:
        nonlocal pieces, spans
        for mark in inline:
            if mark[1] < len(pieces):
                spans.append(Span(mark[0], mark[1], len(pieces), mark[2]))
            mark[1] = 0
        text = "".join(pieces)
        if text and not text.isspace():
            if BREAK in text:
                _add_broken(runs, box, pieces, spans)
            else:
                _add(runs, box, pieces, spans)
        pieces, spans = [], []

    if root.text:
        pieces.append(root.text)
    # Element, its children yet to come, whether it is a box (1) or a mark (2).
    above: list[tuple[Any, Iterator[Any], int]] = []
    children = iter(root)
    while True:
        for element in children:
            tag = element.tag
            what = 0
            if tag in BLOCKS:
                if tag in _HOLLOW and _is_hollow(element):
                    if pieces:
                        end_run()
                    if tail := element.tail:
                        pieces.append(tail)
                    continue
                if pieces:
                    end_run()
                box = Box(element, tag, box, names_of(element, tag), len(runs))
                boxes.append(box)
                what = 1
            elif tag == "br":
                pieces.append(BREAK)
                if tail := element.tail:
                    pieces.append(tail)
                continue
            elif tag in _SKIPPED or tag.__class__ is not str:
                if tail := element.tail:
                    pieces.append(tail)
                continue
            else:
                if tag in _SHOWN:
                    shown.append(Shown(element, tag, box, len(runs)))
                if tag in _HOLLOW and _is_hollow(element):
                    for image in element.iter("img") if tag == "noscript" else ():
                        shown.append(Shown(image, "img", box, len(runs)))
                    if tail := element.tail:
                        pieces.append(tail)
                    continue
                if kind := _MARKS.get(tag):
                    inline.append([kind, len(pieces), element])
                    what = 2
                if names := names_of(element, tag):
                    named.append((element, names, box, len(runs)))
            if text := element.text:
                pieces.append(text)
            if len(element):
                above.append((element, children, what))
                children = iter(element)
                break
            # An element without children: as below, written out for speed.
            if what:
                if what == 1:
                    if pieces:
                        end_run()
                    box.stop = len(runs)
                    box = box.parent  # type: ignore[assignment]
                else:
                    kind, start, _ = inline.pop()
                    if start < len(pieces):
                        spans.append(Span(kind, start, len(pieces), element))
            if tail := element.tail:
                pieces.append(tail)
        else:
            if not above:
                break
            element, children, what = above.pop()
            if what == 1:
                if pieces:
                    end_run()
                box.stop = len(runs)
                box = box.parent  # type: ignore[assignment]
            elif what == 2:
                kind, start, _ = inline.pop()
                if start < len(pieces):
                    spans.append(Span(kind, start, len(pieces), element))
            if tail := element.tail:
                pieces.append(tail)
    if pieces:
        end_run()
    boxes[0].stop = len(runs)
    return flow


def _is_hollow(element: Any) -> bool:
    """Whether an element holds no paragraph, as such elements do."""
    return element.find(".//p") is None and element.find(".//h1") is None


def _add(runs: list[Run], box: Box, pieces: list[str], spans: list[Span]) -> None:
    text = fold("".join(pieces))
    if not text:
        return
    linked = 0
    for span in spans:
        if span.kind == "link":
            linked += len(fold("".join(pieces[span.start : span.stop])))
    runs.append(Run(box, text, linked, pieces, spans))


def _add_broken(
    runs: list[Run], box: Box, pieces: list[str], spans: list[Span]
) -> None:
    """Add text with breaks: as paragraphs at two of them, else as lines."""
    lines: list[tuple[int, int]] = []
    start = 0
    for at, piece in enumerate(pieces):
        if piece is BREAK:
            lines.append((start, at))
            start = at + 1
    lines.append((start, len(pieces)))
    texts = [fold("".join(pieces[start:stop])) for start, stop in lines]
    groups: list[list[int]] = [[]]
    for at, text in enumerate(texts):
        if text:
            groups[-1].append(at)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if len(groups) == 1 and len(groups[0]) > 1:
        full = [len(texts[at]) > 80 and _STOPPED.search(texts[at]) for at in groups[0]]
        if all(full):
            groups = [[at] for at in groups[0]]
    for group in groups:
        first, last = lines[group[0]][0], lines[group[-1]][1]
        inside = [
            Span(span.kind, max(span.start, first) - first, min(span.stop, last) - first, span.element)
            for span in spans
            if span.start < last and span.stop > first
        ]
        part = pieces[first:last]
        linked = 0
        for span in inside:
            if span.kind == "link":
                linked += len(fold("".join(part[span.start : span.stop]).replace(BREAK, " ")))
        runs.append(Run(box, "\n".join([texts[at] for at in group]), linked, part, inside))
