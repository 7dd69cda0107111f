"""The flow of an HTML tree: its text in runs, cut where block-level elements do.

One walk gathers all that is to be known of a page's body: runs of text with the
links and emphasis in them, the boxes around them, and what is shown besides text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
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
# What an element is to the walk: first what is inside a run, then what ends it.
_INLINE, _MARK, _QUOTE, _SHOWN, _BREAKS, _SKIPPED, _HELD, _BOX, _CUT = range(9)
# What it is its content says: a menu or a box, held or inline, cut or a box.
_LIST, _HOLLOW, _HOLLOW_BOX = range(9, 12)
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
    "ul": _LIST,
}
# What is shown though it stands in what holds no text, or holds none itself.
_FRAMES: Final = ("img", "iframe", "object")
_SOFT_HYPHEN: Final = "\xad"
_LEAST_OF_MENU: Final = 4
_IN_MENUS: Final = words("ul button svg span i div")
_NOT_IN_MENUS: Final = ("p", "h1", "h2", "h3", "h4", "img", "figure", "time", "br")
BREAK: Final = "\0"  # no text of a tree holds it
SPACES: Final = " \t\n\r\f\v\xa0\u200b\u3000\ufeff"
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
        self.depth: int = parent.depth + 1 if parent else 0

    @property
    def kind(self) -> Kind:
        """Its tag and class."""
        return self.tag, self.element.get("class")

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
        self,
        box: Box,
        text: str,
        linked: int,
        pieces: Sequence[str],
        spans: Sequence[Span],
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
        inlines: All elements that text is in and that are no boxes: the element,
            the box it stands in, and the number of the first run after its start.
    """

    __slots__ = ("boxes", "inlines", "runs", "shown")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.boxes: list[Box] = []
        self.shown: list[Shown] = []
        self.inlines: list[tuple[Any, Box, int]] = []


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
    """Reads the attributes of elements."""

    def box(self, element: Any, tag: str) -> int:
        """Return what those of a block-level element say, as bits."""
        ...

    def inline(self, element: Any) -> None:
        """Note what those of any other element say."""
        ...


def read_flow(root: Any, names: Reader) -> Flow:
    """Walk a tree once.

    Args:
        root: The element to walk, whose tail does not count.
        names: Says what the attributes of an element say.
    """
    flow = Flow()
    runs, boxes, shown, inlines = flow.runs, flow.boxes, flow.shown, flow.inlines
    read_box, read_inline, kind_of = names.box, names.inline, _KIND.get
    box = Box(root, root.tag, None, read_box(root, root.tag), 0)
    boxes.append(box)
    pieces: list[str] = []
    spans: list[Span] = []
    # Marks that are open, the outermost first: from which piece on, and the element.
    marks: dict[str, tuple[int, Any]] = {}
    # Elements whose children are being walked: the element, its other siblings,
    # and what it is.
    above: list[tuple[Any, Iterator[Any], int]] = [(root, iter(()), _BOX)]
    siblings = iter(root)
    if root.text and not root.text.isspace():
        pieces.append(root.text)
    while True:
        element = next(siblings, None)
        if element is None:
            if not above:
                return flow
            element, siblings, kind = above.pop()
        else:
            tag = element.tag
            kind = kind_of(tag, _INLINE)
            if kind >= _LIST:
                kind = _looked_into(element, kind)
            if kind >= _BOX and pieces:
                _end_run(runs, box, pieces, spans, marks)
                pieces, spans = [], []
            if kind == _BOX:
                box = Box(element, tag, box, read_box(element, tag), len(runs))
                boxes.append(box)
            elif kind <= _SHOWN:
                if kind == _MARK:
                    name = _MARKS[tag]
                    if name in marks:
                        kind = _INLINE  # bold in bold is bold
                    else:
                        marks[name] = len(pieces), element
                elif kind == _SHOWN:
                    shown.append(Shown(element, tag, box, len(runs)))
                elif kind == _QUOTE:
                    pieces.append("“")  # as browsers show it
                read_inline(element)
                inlines.append((element, box, len(runs)))
            elif kind == _BREAKS:
                pieces.append(BREAK)
            elif kind == _HELD:
                for each in element.iter(*_FRAMES):
                    shown.append(Shown(each, each.tag, box, len(runs)))
            if kind == _BOX or kind <= _SHOWN:
                text = element.text
                if text and (pieces or not text.isspace()):
                    pieces.append(text)
                if len(element):
                    above.append((element, siblings, kind))
                    siblings = iter(element)
                    continue
        # Here the element ends.
        if kind == _BOX:
            if pieces:
                _end_run(runs, box, pieces, spans, marks)
                pieces, spans = [], []
            box.stop = len(runs)
            box = box.parent or box
        elif kind == _MARK:
            name, (start, _) = marks.popitem()
            if start < len(pieces):
                spans.append(Span(name, start, len(pieces), element))
        elif kind == _QUOTE:
            pieces.append("”")
        tail = element.tail
        if tail and (pieces or not tail.isspace()):
            pieces.append(tail)


def _looked_into(element: Any, kind: int) -> int:
    """Return what an element is by what is in it."""
    if kind == _LIST:
        return _CUT if _is_menu(element) else _BOX
    is_hollow = next(element.iter("p", "h1"), None) is None
    if kind == _HOLLOW_BOX:
        return _CUT if is_hollow else _BOX
    return _HELD if is_hollow else _INLINE


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


def _end_run(
    runs: list[Run],
    box: Box,
    pieces: list[str],
    spans: list[Span],
    marks: dict[str, tuple[int, Any]],
) -> None:
    """Add a run, or several where breaks part it; what is open begins anew."""
    count = len(pieces)
    for name, (start, element) in marks.items():
        if start < count:
            spans.append(Span(name, start, count, element))
        marks[name] = 0, element
    text = "".join(pieces) if count > 1 else pieces[0]
    if _SOFT_HYPHEN in text:
        # They say where a word may be cut, and are no part of it.
        pieces = [piece.replace(_SOFT_HYPHEN, "") for piece in pieces]
        text = text.replace(_SOFT_HYPHEN, "")
    if BREAK in text:
        _add_broken(runs, box, pieces, spans)
        return
    # Set as it is: program code, verses. Only empty lines around it are dropped.
    text = text.strip("\r\n") if box.tag == "pre" else fold(text)
    if not text or text.isspace():
        return
    linked = 0
    for kind, start, stop, _ in spans:
        if kind == "link":
            is_all = stop - start == count
            linked += len(text if is_all else fold("".join(pieces[start:stop])))
    if count == 1 and not spans:
        # Most runs are so: the same string once, not twice, and no list of none.
        runs.append(Run(box, text, linked, (text,), ()))
    else:
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
