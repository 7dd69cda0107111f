"""The flow of an HTML tree: its text in runs, cut where block-level elements do.

One walk gathers all that is to be known of a page's body: runs of text with the
links and emphasis in them, the boxes around them, and what is shown besides text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, Protocol, final

from newsmodel.rules._words import words

BLOCKS: Final = words(
    "address article aside blockquote body caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend"
    " li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
# What holds no text of the page, unless broken markup let it swallow some.
_HOLLOWS: Final = words(
    "button canvas datalist form iframe map nav noscript object option select svg"
    " template textarea"
)
_MARKS: Final = {"a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
# What an element is to the walk.
_INLINE, _MARK, _QUOTE, _SHOWN, _BREAKS, _SKIPPED, _BOX, _HOLLOW, _HOLLOW_BOX = range(9)
_BOXES: Final = (_BOX, _HOLLOW_BOX)
# At the end of which there is something to do.
_ENDED: Final = (_BOX, _MARK, _QUOTE)
_KIND: Final[dict[Any, int]] = {
    **dict.fromkeys(words("amp-img embed img picture time video"), _SHOWN),
    **dict.fromkeys(
        words(
            "amp-brightcove amp-dailymotion amp-facebook amp-iframe amp-instagram"
            " amp-jwplayer amp-reddit amp-soundcloud amp-tiktok amp-twitter amp-video"
            " amp-vimeo amp-youtube"
        ),
        _SHOWN,
    ),
    **dict.fromkeys(
        words("audio head link meta rp rt script style title wbr"), _SKIPPED
    ),
    **dict.fromkeys(_MARKS, _MARK),
    **dict.fromkeys(BLOCKS, _BOX),
    **dict.fromkeys(_HOLLOWS, _HOLLOW),
    **dict.fromkeys(BLOCKS & _HOLLOWS, _HOLLOW_BOX),
    "br": _BREAKS,
    "q": _QUOTE,
}
# What is shown though it stands in what holds no text, or holds none itself.
_FRAMES: Final = ("img", "iframe", "object")
_SOFT_HYPHEN: Final = "\xad"
_LEAST_OF_MENU: Final = 4
_IN_MENUS: Final = words("ul button svg span i div")
_NOT_IN_MENUS: Final = ("p", "h1", "h2", "h3", "h4", "img", "figure", "time", "br")
BREAK: Final = "\0"  # no text of a tree holds it
SPACES: Final = " \t\n\r\f\v\xa0\u200b\ufeff"
_STOPPED: Final = re.compile(r"[.!?…。！？:]['\"”’»)\]]?$")


Kind = tuple[str, str | None]
Kin = tuple[Kind, Kind]


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

    __slots__ = ("_kind", "depth", "element", "names", "parent", "start", "stop", "tag")

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
        self.depth: int = parent.depth + 1 if parent else 0
        self._kind: Kind | None = None

    @property
    def kind(self) -> Kind:
        """Its tag and class."""
        if self._kind is None:
            self._kind = (self.tag, self.element.get("class"))
        return self._kind

    @property
    def kin(self) -> Kin:
        """What boxes of one kind have alike: tag and class, of it and around it."""
        return self.kind, (self.parent or self).kind


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


class Reader(Protocol):
    """Says what the attributes of elements say, as bits that others know."""

    def box(self, element: Any, tag: str) -> int:
        """Return the bits of a block-level element."""
        ...

    def inline(self, element: Any) -> int:
        """Return the bits of any other element."""
        ...


def read_flow(root: Any, names: Reader) -> Flow:
    """Walk a tree once.

    Args:
        root: The element to walk, whose tail does not count.
        names: Says what the attributes of an element say.
    """
    flow = Flow()
    runs, boxes, shown, named = flow.runs, flow.boxes, flow.shown, flow.named
    name_box, name_inline, kind_of = names.box, names.inline, _KIND.get
    box = Box(root, root.tag, None, name_box(root, root.tag), 0)
    boxes.append(box)
    pieces: list[str] = []
    spans: list[Span] = []
    # Marks that are open: kind, the piece each starts at, element.
    marks: list[list[Any]] = []

    def end_run() -> None:
        nonlocal pieces, spans
        for mark in marks:
            if mark[1] < len(pieces):
                spans.append(Span(mark[0], mark[1], len(pieces), mark[2]))
            mark[1] = 0
        if _SOFT_HYPHEN in "".join(pieces):
            # They say where a word may be cut, and are no part of it.
            pieces = [piece.replace(_SOFT_HYPHEN, "") for piece in pieces]
        if BREAK in pieces:
            _add_broken(runs, box, pieces, spans)
        else:
            _add(runs, box, pieces, spans)
        pieces, spans = [], []

    def end(element: Any, kind: int) -> None:
        nonlocal box
        if kind == _BOX:
            if pieces:
                end_run()
            box.stop = len(runs)
            box = box.parent or box
        elif kind == _MARK:
            name, start, _ = marks.pop()
            if start < len(pieces):
                spans.append(Span(name, start, len(pieces), element))
        else:
            pieces.append("”")

    if root.text and not root.text.isspace():
        pieces.append(root.text)
    # Elements whose children are being walked: the element, its other siblings,
    # and what it is.
    above: list[tuple[Any, Iterator[Any], int]] = []
    siblings = iter(root)
    while True:
        for element in siblings:
            tag = element.tag
            kind = kind_of(tag, _INLINE)
            if tag == "ul" and _is_menu(element):
                if pieces:
                    end_run()
            elif kind >= _HOLLOW and _is_hollow(element):
                if kind == _HOLLOW_BOX and pieces:
                    end_run()
                for each in element.iter(*_FRAMES) if kind == _HOLLOW else ():
                    shown.append(Shown(each, each.tag, box, len(runs)))
            elif kind == _BREAKS:
                pieces.append(BREAK)
            elif kind != _SKIPPED:
                text = element.text
                if kind in _BOXES:
                    kind = _BOX
                    if pieces:
                        end_run()
                    box = Box(element, tag, box, name_box(element, tag), len(runs))
                    boxes.append(box)
                else:
                    if kind == _SHOWN:
                        shown.append(Shown(element, tag, box, len(runs)))
                    elif kind == _QUOTE:
                        pieces.append("“")  # as browsers show it
                    elif kind == _MARK:
                        name = _MARKS[tag]
                        for mark in marks:
                            if mark[0] == name:  # bold in bold is bold
                                kind = _INLINE
                                break
                        else:
                            marks.append([name, len(pieces), element])
                    if bits := name_inline(element):
                        named.append((element, bits, box, len(runs)))
                if text and (pieces or not text.isspace()):
                    pieces.append(text)
                if len(element):
                    above.append((element, siblings, kind))
                    siblings = iter(element)
                    break
                if kind in _ENDED:
                    end(element, kind)
            tail = element.tail
            if tail and (pieces or not tail.isspace()):
                pieces.append(tail)
        else:
            if not above:
                break
            element, siblings, kind = above.pop()
            if kind in _ENDED:
                end(element, kind)
            tail = element.tail
            if tail and (pieces or not tail.isspace()):
                pieces.append(tail)
    if pieces:
        end_run()
    boxes[0].stop = len(runs)
    return flow


def _is_hollow(element: Any) -> bool:
    """Whether an element holds no paragraph, as such elements do."""
    return next(element.iter("p", "h1"), None) is None


def _is_menu(element: Any) -> bool:
    """Whether a list is of links and nothing else, as menus are.

    Lists of tags are kept, and so are lists in which a picture or anything else
    stands beside the links.
    """
    if len(element) < _LEAST_OF_MENU:
        return False
    for item in element:
        if item.tag != "li" or not len(item):
            return False
        link = item[0]
        text = item.text
        if link.tag != "a" or len(link) > 1 or (text and not text.isspace()):
            return False
        tail = link.tail
        if (tail and not tail.isspace()) or "tag" in (link.get("rel") or ""):
            return False
        if len(item) > 1 and item[1].tag not in _IN_MENUS:
            return False
        if len(link) and (len(link[0]) or link[0].tag in _NOT_IN_MENUS):
            return False
    return next(element.iter(*_NOT_IN_MENUS), None) is None


def _add(runs: list[Run], box: Box, pieces: list[str], spans: list[Span]) -> None:
    text = "".join(pieces) if len(pieces) > 1 else pieces[0]
    # Set as it is: program code, verses. Only empty lines around it are dropped.
    text = text.strip("\r\n") if box.tag == "pre" else fold(text)
    if not text or text.isspace():
        return
    linked = 0
    for span in spans:
        if span.kind == "link":
            linked += len(fold("".join(pieces[span.start : span.stop])))
    if not spans and len(pieces) == 1:
        pieces = [text]  # the same string once, not twice
    runs.append(Run(box, text, linked, pieces, spans))


def _add_broken(
    runs: list[Run], box: Box, pieces: list[str], spans: list[Span]
) -> None:
    """Add text with breaks: as paragraphs at two of them, else as lines."""
    lines: list[tuple[int, int]] = []
    start = 0
    for at, piece in enumerate(pieces):
        if piece == BREAK:
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
    starts = [lines[group[0]][0] for group in groups]
    stops = [lines[group[-1]][1] for group in groups]
    spans_in: list[list[Span]] = [[] for _ in groups]
    for span in spans:
        number = bisect_right(stops, span.start)
        while number < len(groups) and starts[number] < span.stop:
            first, last = starts[number], stops[number]
            start, stop = max(span.start, first) - first, min(span.stop, last) - first
            spans_in[number].append(Span(span.kind, start, stop, span.element))
            number += 1
    for group, first, last, inside in zip(groups, starts, stops, spans_in, strict=True):
        part = pieces[first:last]
        linked = 0
        for span in inside:
            if span.kind == "link":
                words = "".join(part[span.start : span.stop])
                linked += len(fold(words.replace(BREAK, " ")))
        text = "\n".join([texts[at] for at in group])
        runs.append(Run(box, text, linked, part, inside))
