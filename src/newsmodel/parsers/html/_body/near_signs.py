"""Near signs: of a run by itself, and of its neighbours."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._body.signs import family
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.density import SYLLABIC

# Lengths are in characters; those of writing without blanks count two and a half.
_LENGTHS: Final = (4, 10, 20, 35, 55, 80, 120, 180, 260, 400, 700)
_LINKED: Final = (0.001, 0.1, 0.25, 0.5, 0.9)
TAGS: Final = [
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "blockquote",
    "figcaption",
    "section",
    "article",
    "a",
    "span",
    "ul",
    "header",
    "footer",
    "dd",
    "dt",
    "pre",
    "center",
    "body",
    "main",
    "aside",
    "caption",
    "summary",
    "other",
]
TAG: Final = {tag: at for at, tag in enumerate(TAGS)}
OTHER: Final = TAG["other"]
H1: Final = TAG["h1"]
_T: Final = len(TAGS)
#: How many shapes a run can have.
SHAPES: Final = _T * 12 * 6 * 2
# What is beside: a length and how much of it is linked, or nothing at all.
_NOTHING: Final = 18

_SHAPE: Final = family(
    lambda tag, size, linked, stopped: (
        f"tag {TAGS[tag]}",
        f"tag,length/3 {TAGS[tag]},{size // 3}",
        f"length {size}",
        f"length/2,linked {size // 2},{linked}",
        f"linked {linked}",
        f"stopped,length/2 {stopped},{size // 2}",
    ),
    _T,
    12,
    6,
    2,
)
_LOOK: Final = family(
    lambda begins, ends, commas: (
        f"begins {begins}",
        f"ends {ends}",
        f"commas {commas}",
        f"begins,ends {begins},{ends}",
    ),
    6,
    7,
    4,
)
_CAPITALS: Final = family(lambda size: (f"capitals,length/3 {size}",), 4)
# On a page of few runs its tenths say nothing: that has a number of its own.
_PLACE: Final = family(
    lambda tenth, lines: (f"tenth of page {tenth}", f"from headline {lines}"), 11, 11
)
_SECOND: Final = family(
    lambda side, beside: (f"second {'after' if side else 'before'} {beside}",), 2, 19
)
_FIRST: Final = family(
    lambda side, beside, tag, same: (
        f"{'after' if side else 'before'} {beside}",
        f"tag {'after' if side else 'before'} {(*TAGS, 'same')[tag]}",
        f"same box {'after' if side else 'before'} {same}",
    ),
    2,
    19,
    _T + 1,
    2,
)
_TWIN: Final = family(lambda size: (f"twin,length/3 {size}",), 4)
_TITLE: Final = family(lambda _: ("is title",), 1)
_DESCRIPTION: Final = family(lambda _: ("is description",), 1)
_STRONG: Final = family(lambda size: (f"strong,length/3 {size}",), 4)
_EM: Final = family(lambda size: (f"em,length/3 {size}",), 4)
_LINKS: Final = family(lambda where, size: (f"links,length/3 {where},{size}",), 5, 4)
_NUMBERED: Final = family(lambda _: ("year or clock",), 1)
_WITNESSED: Final = family(
    lambda share, found, size: (
        f"articleBody,share,found {share},{found}",
        f"articleBody,found,length/3 {found},{size}",
    ),
    6,
    4,
    4,
)

_FEW: Final = 40
_LONG_LABEL: Final = 32
_LABEL_ENDS: Final = frozenset(":|–—：>»")
_AFTER_LINKS: Final = " \t\r\n\xa0.!)\"'”’"
_FROM_HEADLINE: Final = (-20, -3, 0, 1, 2, 4, 8, 20, 60)
_WITNESSES: Final = (0.2, 0.5, 0.8, 1.2, 2)
_CLOSERS: Final = "\"'”’»)]"
_STOPS: Final = frozenset(".!?…。！？।۔؟")
_NUMBER: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}:[0-9]{2}")
_DENSE: Final = re.compile(f"[\u0e00-\u0e7f{SYLLABIC}]")
_PROBE: Final = 24


@final
class Signs:
    """The near signs of a page.

    Attributes:
        runs: Its runs.
        boxes: Its boxes.
        lengths: Length of each run, as it counts.
        headline: Number of the run that is the headline; -1 if none is.
    """

    def __init__(self, page: Page) -> None:
        runs = page.flow.runs
        self.runs: Sequence[Run] = runs
        self.boxes: Sequence[Box] = page.flow.boxes
        lengths: list[int] = []
        sizes: list[int] = []
        tags: list[int] = []
        shapes: list[int] = []
        lasts: list[str] = []
        # Two more at each end, so that all have neighbours.
        besides = [_NOTHING, _NOTHING]
        long = 0
        for run in runs:
            text = run.text
            length = len(text)
            linked = bisect_right(_LINKED, run.linked / length) if run.linked else 0
            if not text.isascii():
                dense = len(_DENSE.findall(text))
                length += dense + dense // 2
            size = bisect_right(_LENGTHS, length)
            tag = TAG.get(run.box.tag, OTHER)
            last = text[-1]
            if last in _CLOSERS:
                last = text[-4:].rstrip(_CLOSERS)[-1:]
            lengths.append(length)
            sizes.append(size)
            tags.append(tag)
            shapes.append(((tag * 12 + size) * 6 + linked) * 2 + (last in _STOPS))
            lasts.append(last)
            besides.append(
                (size >> 1) * 3 + (0 if linked < 2 else 1 if linked < 3 else 2)
            )
            if length > 80 and linked < 3:
                long += length
        besides += (_NOTHING, _NOTHING)
        self.lengths, self.sizes, self.tags, self.shapes = lengths, sizes, tags, shapes
        self._besides, self._lasts = besides, lasts
        nowhere = Box(None, "", None, 0, 0)
        self._boxes = [nowhere, *[run.box for run in runs], nowhere]
        self._tags = [OTHER, *tags, OTHER]
        counts = Counter([run.text for run in runs])
        self.twins = {text for text, count in counts.items() if count > 1}
        self._title, self._description = _stated(page)
        self.headline = self._headline()
        self._witness = _Witness(page, long)

    def _is_title(self, text: str) -> bool:
        return len(text) > 10 and text.casefold() in self._title

    def _headline(self) -> int:
        first = -1
        for at, tag in enumerate(self.tags):
            if tag == H1:
                if self._is_title(self.runs[at].text):
                    return at
                if first < 0:
                    first = at
        if first >= 0:
            return first
        for at, run in enumerate(self.runs):
            if self._is_title(run.text):
                return at
        return -1

    def shape(self, at: int) -> int:
        """Return the sign that weighs the most: what a run is by itself."""
        return _SHAPE + self.shapes[at]

    def near(self, at: int) -> list[int]:
        """Return the signs of a run and its neighbours."""
        run = self.runs[at]
        text, box, tag, size = run.text, run.box, self.tags[at], self.sizes[at]
        parent = box.parent
        headline = self.headline
        count = len(self.runs)
        tenth = at * 10 // count if count > _FEW else 10
        lines = bisect_right(_FROM_HEADLINE, at - headline) if headline >= 0 else 10
        before2, before, _, after, after2 = self._besides[at : at + 5]
        box_before, tag_before = self._boxes[at], self._tags[at]
        box_after, tag_after = self._boxes[at + 2], self._tags[at + 2]
        same_before = box_before is box or box_before.parent is parent
        same_after = box_after is box or box_after.parent is parent
        tag_before = _T if tag_before == tag else tag_before
        tag_after = _T if tag_after == tag else tag_after
        signs = [
            _SHAPE + self.shapes[at],
            _LOOK + _look(text, self._lasts[at]),
            _PLACE + tenth * 11 + lines,
            _SECOND + before2,
            _SECOND + 19 + after2,
            _FIRST + (before * (_T + 1) + tag_before) * 2 + same_before,
            _FIRST + ((19 + after) * (_T + 1) + tag_after) * 2 + same_after,
        ]
        if text.isupper():
            signs.append(_CAPITALS + size // 3)
        if text in self.twins:
            signs.append(_TWIN + size // 3)
        if len(text) > 20 and self.is_description(text):
            signs.append(_DESCRIPTION)
        if 10 < len(text) < 300 and self._is_title(text):
            signs.append(_TITLE)
        for span in run.spans:
            if span.start == 0 and span.stop == len(run.pieces):
                if span.kind == "strong":
                    signs.append(_STRONG + size // 3)
                elif span.kind == "em":
                    signs.append(_EM + size // 3)
        if run.linked:
            signs.append(_LINKS + _where_linked(run) * 4 + size // 3)
        if size < 5 and _NUMBER.search(text):
            signs.append(_NUMBERED)
        witness = self._witness
        if witness.share >= 0:
            found = witness.share * 4 + witness.finds(text)
            signs.append(_WITNESSED + found * 4 + size // 3)
        return signs

    def is_description(self, text: str) -> bool:
        """Whether a text is what the page says of itself in its head."""
        description = self._description
        return bool(description) and (
            text == description
            or (len(description) > 40 and text.startswith(description[:40]))
        )


_ENDS: Final = {
    sign: at
    for at, signs in enumerate((".。", "!?？！", ":：", ",;", "…"), 1)
    for sign in signs
}
_QUOTES: Final = frozenset("\"'“„«‘「『»”")


def _look(text: str, last: str) -> int:
    """Return how a text begins and ends, and how many commas it has."""
    first = text[0]
    if first.islower():
        begins = 0
    elif first.isupper():
        begins = 1
    elif first.isalpha():
        begins = 2
    elif first in _QUOTES:
        begins = 3
    elif first in "0123456789":
        begins = 4
    else:
        begins = 5
    ends = _ENDS.get(last, 6 if last.isalpha() else 0)
    if ends == 1 and text.endswith("..."):
        ends = 5
    commas = text.count(",") + text.count("、") + text.count("،")
    return (begins * 7 + ends) * 4 + min(commas, 3)


def _where_linked(run: Run) -> int:
    """Return how the links of a run lie in it.

    0 for amid other text, 1 for all of it, 2 for at its start, 3 for at its end, and
    4 for at its end after a label: "Read more: Bridge to reopen in May".
    """
    links = [span for span in run.spans if span.kind == "link"]
    before = "".join(run.pieces[: links[0].start]).strip()
    after = "".join(run.pieces[links[-1].stop :]).strip(_AFTER_LINKS)
    if after:
        return 0 if before else 2
    if not before:
        return 1
    return 4 if len(before) < _LONG_LABEL and before[-1] in _LABEL_ENDS else 3


class _Witness:
    """The ``articleBody`` of the JSON-LD: no text to take, but a witness."""

    def __init__(self, page: Page, length: int) -> None:
        said = page.article.get("articleBody")
        self.share = -1
        if isinstance(said, str) and len(said) > 500:
            self._said = " ".join(said.split())
            self.share = bisect_right(_WITNESSES, len(said) / (length or 1))

    def finds(self, text: str) -> int:
        """Return 0 to 2 for how much of a text is in it; 3 for one too short."""
        length = len(text)
        if length < 12:
            return 3
        first = text[length // 4 : length // 4 + _PROBE]
        last = text[length * 3 // 4 - _PROBE : length * 3 // 4] or text
        return (first in self._said) + (last in self._said)


def _stated(page: Page) -> tuple[str, str]:
    """Return what the page states as title, in small letters, and as description."""
    titles = [page.meta("og:title"), page.title]
    stated = page.article.get("headline")
    if isinstance(stated, str):
        titles.append(stated)
    title = "\n".join([" ".join(each.split()) for each in titles]).casefold()
    description = page.meta("description", "og:description", "twitter:description")
    return title, " ".join(description.split())
