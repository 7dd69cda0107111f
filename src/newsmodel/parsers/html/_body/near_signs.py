"""Near signs: of a run by itself, and of its neighbours."""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
# On a page of few runs its tenths say nothing: that has a number of its own.
_PLACE: Final = family(
    lambda tenth, lines: (f"tenth of page {tenth}", f"from headline {lines}"), 11, 11
)
_BEFORE: Final = family(
    lambda second, first, same: (
        f"second before {second}",
        f"before {first}",
        f"same box before {same}",
    ),
    19,
    19,
    2,
)
_AFTER: Final = family(
    lambda first, second, same: (
        f"after {first}",
        f"second after {second}",
        f"same box after {same}",
    ),
    19,
    19,
    2,
)
_TWIN: Final = family(lambda size: (f"twin,length/3 {size}",), 4)
_LINKS: Final = family(lambda where, size: (f"links,length/3 {where},{size}",), 5, 4)
_WITNESSED: Final = family(
    lambda share, found, size: (
        f"articleBody,share,found {share},{found}",
        f"articleBody,found,length/3 {found},{size}",
    ),
    6,
    3,
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
# Bytes a character of texts that may hold enough of such writing to matter.
_WIDE: Final = 1.2
_DENSE: Final = re.compile(f"[\u0e00-\u0e7f{SYLLABIC}]")
_PROBE: Final = 24
_TELLING: Final = 60
_MUCH_SAID: Final = 500
# Of the shares that are linked: hardly any, some, much.
_HOW_LINKED: Final = (0, 0, 1, 2, 2, 2)


@final
class NearSigns:
    """The near signs of a page.

    Attributes:
        runs: Its runs.
        boxes: Its boxes.
        lengths: Length of each run, as it counts.
        sizes: The same as numbers from 0 to 11.
        shapes: What each run is by itself, as one number.
        twins: The texts that stand on the page more than once.
        headline: Number of the run that is the headline; -1 if none is.
    """

    def __init__(self, page: Page) -> None:
        self.runs: Sequence[Run] = page.flow.runs
        self.boxes: Sequence[Box] = page.flow.boxes
        # A page may have a million runs, so what is kept of each is small.
        self.lengths, self.shapes = array("q"), array("H")
        self.sizes = bytearray()
        # Two more at each end, so that all have neighbours.
        self._besides = bytearray((_NOTHING, _NOTHING))
        tags = self._measure()
        self._besides.extend((_NOTHING, _NOTHING))
        counts = Counter([run.text for run in self.runs])
        self.twins = {text for text, count in counts.items() if count > 1}
        self._title, self._description = _stated(page)
        self.headline = self._headline(tags)
        said = page.article.get("articleBody")
        self._said = ""
        if isinstance(said, str) and len(said) > _MUCH_SAID:
            self._said = " ".join(said.split())

    def _measure(self) -> bytearray:
        """Add what each run is by itself; return the numbers of their elements."""
        lengths, sizes, shapes = self.lengths, self.sizes, self.shapes
        besides, tags = self._besides, bytearray()
        for run in self.runs:
            text = run.text
            length = len(text)
            linked = bisect_right(_LINKED, run.linked / length) if run.linked else 0
            if (
                not text.isascii()
                and len(text.encode("utf-8", "replace")) > length * _WIDE
            ):
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
            besides.append((size >> 1) * 3 + _HOW_LINKED[linked])
        return tags

    def near(self) -> Iterator[list[int]]:
        """Yield the signs of each run and its neighbours.

        They are made as they are asked for: those of all runs would take more room
        than the texts.
        """
        besides, same, sizes = self._besides, _in_same_box(self.runs), self.sizes
        twins, said = self.twins, self._said
        share = self._share_said() * 3 if said else 0
        for (
            run,
            size,
            shape,
            place,
            before2,
            before,
            after,
            after2,
            same_before,
            same_after,
        ) in zip(
            self.runs,
            sizes,
            self.shapes,
            self._places(),
            besides,
            besides[1:],
            besides[3:],
            besides[4:],
            same,
            same[1:],
            strict=False,
        ):
            found = [
                _SHAPE + shape,
                _PLACE + place,
                _BEFORE + (before2 * 19 + before) * 2 + same_before,
                _AFTER + (after * 19 + after2) * 2 + same_after,
            ]
            if run.linked:
                found.append(_LINKS + _where_linked(run) * 4 + size // 3)
            if run.text in twins:
                found.append(_TWIN + size // 3)
            if said:
                witnessed = share + _witnessed(run.text, said)
                found.append(_WITNESSED + witnessed * 4 + size // 3)
            yield found

    def _places(self) -> bytes:
        """Return for each run where on the page it is, and where to the headline."""
        count, headline = len(self.runs), self.headline
        lines = bytes([10]) * count
        if headline >= 0:
            borders = [min(max(headline + at, 0), count) for at in _FROM_HEADLINE]
            stretches = enumerate(pairwise([0, *borders, count]))
            lines = b"".join([bytes([at]) * (b - a) for at, (a, b) in stretches])
        if count > _FEW:
            tenths = [at * 10 // count * 11 + line for at, line in enumerate(lines)]
            return bytes(tenths)
        return bytes([110 + line for line in lines])

    def _share_said(self) -> int:
        """Return a digit: how long the ``articleBody`` is to what it could be."""
        long = sum(
            length
            for length, run in zip(self.lengths, self.runs, strict=True)
            if length > 80 and run.linked < length * _LINKED[2]
        )
        return bisect_right(_WITNESSES, len(self._said) / (long or 1))

    def _is_title(self, text: str) -> bool:
        return len(text) > 10 and text.casefold() in self._title

    def _headline(self, tags: bytearray) -> int:
        first = at = tags.find(H1)
        while at >= 0:
            if self._is_title(self.runs[at].text):
                return at
            at = tags.find(H1, at + 1)
        if first >= 0:
            return first
        for at, run in enumerate(self.runs):
            if self._is_title(run.text):
                return at
        return -1

    def is_description(self, text: str) -> bool:
        """Whether a text is what the page says of itself in its head."""
        description = self._description
        return bool(description) and (
            text == description
            or (len(description) > 40 and text.startswith(description[:40]))
        )


def _in_same_box(runs: Sequence[Run]) -> bytearray:
    """Return before each run and at the end whether those beside stand together."""
    same = bytearray(1)
    for first, second in pairwise([run.box for run in runs]):
        same.append(first is second or first.parent is second.parent)
    same.append(False)
    return same


def _where_linked(run: Run) -> int:
    """Return how the links of a run lie in it.

    0 for amid other text, 1 for all of it, 2 for at its start, 3 for at its end, and
    4 for at its end after a label: "Read more: Bridge to reopen in May".
    """
    if run.linked >= len(run.text):
        return 1
    links = [span for span in run.spans if span.kind == "link"]
    before = "".join(run.pieces[: links[0].start]).strip()
    after = "".join(run.pieces[links[-1].stop :]).strip(_AFTER_LINKS)
    if after:
        return 0 if before else 2
    if not before:
        return 1
    return 4 if len(before) < _LONG_LABEL and before[-1] in _LABEL_ENDS else 3


def _witnessed(text: str, said: str) -> int:
    """Return whether a text is in the ``articleBody`` of the JSON-LD; 2 for no telling.

    What JSON-LD says is no text to take, but a witness.
    """
    if len(text) < _TELLING:
        return 2
    middle = len(text) // 2
    return text[middle : middle + _PROBE] in said


def _stated(page: Page) -> tuple[str, str]:
    """Return what the page states as title, in small letters, and as description."""
    titles = [page.meta("og:title"), page.title]
    stated = page.article.get("headline")
    if isinstance(stated, str):
        titles.append(stated)
    title = "\n".join([" ".join(each.split()) for each in titles]).casefold()
    description = page.meta("description", "og:description", "twitter:description")
    return title, " ".join(description.split())
