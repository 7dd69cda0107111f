"""Signs that a run of text is the article's body, or is not.

A sign is a number that stands for what is seen of a run: its length, what it is
in, what is beside it. What each part of a sign counts for is learned (see
``_weights``), and the parts have names, so that a decision can be explained. Near
signs are of a run and its neighbours alone. Far signs set it in relation to the
rest of the page, once the near ones have given a first guess of where the article
is.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import prod
from typing import Final, NamedTuple, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._names import TIME_OR_BYLINE
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._weights import SIGNS
from newsmodel.rules._words import words

_Parts = Callable[..., tuple[str, ...]]


class _Family(NamedTuple):
    start: int
    sizes: tuple[int, ...]
    parts: _Parts


_FAMILIES: Final[list[_Family]] = []


def _family(parts: _Parts, *sizes: int) -> int:
    """Number the signs of one family; return the first number.

    A sign is told by as many digits as there are sizes, each below its size, the
    last one counting ones; *parts* makes names of the digits.
    """
    start = 0
    if _FAMILIES:
        last = _FAMILIES[-1]
        start = last.start + prod(last.sizes)
    _FAMILIES.append(_Family(start, sizes, parts))
    return start


def parts_of(sign: int) -> tuple[str, ...]:
    """Return the names of the parts of a sign."""
    at = bisect_right(_FAMILIES, sign, key=lambda family: family.start) - 1
    family = _FAMILIES[at]
    rest = sign - family.start
    digits: list[int] = []
    for size in reversed(family.sizes):
        rest, digit = divmod(rest, size)
        digits.append(digit)
    return family.parts(*reversed(digits))


@final
class Weights(dict[int, int]):
    """What each sign counts for, put together from its parts when first seen."""

    def __missing__(self, sign: int) -> int:
        self[sign] = weight = sum([SIGNS.get(part, 0) for part in parts_of(sign)])
        return weight


# Lengths are in characters; those of writing without blanks count two and a half.
_LENGTHS: Final = (4, 10, 20, 35, 55, 80, 120, 180, 260, 400, 700)
_LINKED: Final = (0.001, 0.1, 0.25, 0.5, 0.9)
_TAGS: Final = [
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
_TAG: Final = {tag: at for at, tag in enumerate(_TAGS)}
_OTHER: Final = _TAG["other"]
_H1: Final = _TAG["h1"]
_T: Final = len(_TAGS)
_HEADINGS: Final = words("h2 h3 h4 h5 h6")
# What is beside: a length and how much of it is linked, or nothing at all.
_NOTHING: Final = 18

_SHAPE: Final = _family(
    lambda tag, size, linked, stopped: (
        f"tag {_TAGS[tag]}",
        f"tag,length/3 {_TAGS[tag]},{size // 3}",
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
_LOOK: Final = _family(
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
_CAPITALS: Final = _family(lambda size: (f"capitals,length/3 {size}",), 4)
_PLACE: Final = _family(
    lambda tenth, lines: (f"tenth of page {tenth}", f"from headline {lines}"), 10, 11
)
_SECOND: Final = _family(
    lambda side, beside: (f"second {'after' if side else 'before'} {beside}",), 2, 19
)
_FIRST: Final = _family(
    lambda side, beside, tag, same: (
        f"{'after' if side else 'before'} {beside}",
        f"tag {'after' if side else 'before'} {(*_TAGS, 'same')[tag]}",
        f"same box {'after' if side else 'before'} {same}",
    ),
    2,
    19,
    _T + 1,
    2,
)
_TWIN: Final = _family(lambda size: (f"twin,length/3 {size}",), 4)
_TITLE: Final = _family(lambda _: ("is title",), 1)
_DESCRIPTION: Final = _family(lambda _: ("is description",), 1)
_STRONG: Final = _family(lambda size: (f"strong,length/3 {size}",), 4)
_EM: Final = _family(lambda size: (f"em,length/3 {size}",), 4)
_NUMBERED: Final = _family(lambda _: ("year or clock",), 1)
_WITNESSED: Final = _family(
    lambda share, found, size: (
        f"articleBody,share,found {share},{found}",
        f"articleBody,found,length/3 {found},{size}",
    ),
    6,
    4,
    4,
)

_FAR_SHAPE: Final = _family(
    lambda place, tag, size, linked, stopped: (
        f"far tag {_TAGS[tag]}",
        f"far length {size}",
        f"far linked {linked}",
        f"side,tag {place},{_TAGS[tag]}",
        f"side,length/2 {place},{size // 2}",
        f"side,stopped,length/3 {place},{stopped},{size // 3}",
    ),
    3,
    _T,
    12,
    6,
    2,
)
_FAR_GUESS: Final = _family(
    lambda guess, place: (f"guess {guess}", f"side,guess/2 {place},{guess // 2}"), 10, 3
)
_FAR_CORE: Final = _family(
    lambda side, levels, guess: (
        f"core side,levels {side},{levels}",
        f"core side,guess/2 {side},{guess // 2}",
    ),
    3,
    7,
    10,
)
_FAR_DOWN: Final = _family(lambda levels: (f"levels in core {levels}",), 7)
_FAR_KIN: Final = _family(
    lambda share, guess: (f"share of its like {share}", f"guess of its like {guess}"),
    9,
    10,
)
_FAR_AROUND: Final = _family(
    lambda first, second, third: (
        f"first box around {first}",
        f"second box around {second}",
        f"third box around {third}",
    ),
    11,
    11,
    11,
)
_FAR_BEFORE: Final = _family(
    lambda third, second, first: (
        f"guess before 3 {third}",
        f"guess before 2 {second}",
        f"guess before 1 {first}",
    ),
    11,
    11,
    11,
)
_FAR_AFTER: Final = _family(
    lambda first, second, third: (
        f"guess after 1 {first}",
        f"guess after 2 {second}",
        f"guess after 3 {third}",
    ),
    11,
    11,
    11,
)
_FAR_WINDOW: Final = _family(lambda guess: (f"guess of ten around {guess}",), 10)
_FAR_SHARE: Final = _family(lambda share: (f"share before {share}",), 8)
_FAR_FIRST: Final = _family(lambda steps: (f"before first sure {steps}",), 6)
_FAR_LAST: Final = _family(lambda steps: (f"after last sure {steps}",), 6)
_FAR_TWIN: Final = _family(lambda size: (f"far twin,length/3 {size}",), 4)
_FAR_DESCRIPTION: Final = _family(lambda place: (f"description,side {place}",), 3)
_FAR_HEADING: Final = _family(
    lambda after, guess: (f"heading,guess after/2,guess/2 {after},{guess}",), 6, 5
)
_FAR_SINCE: Final = _family(
    lambda h1s, bylines, articles: (
        f"h1 since start {h1s}",
        f"bylines since start {bylines - 1}",
        f"articles since start {articles - 2}",
    ),
    4,
    8,
    7,
)
_FAR_NTH: Final = _family(lambda nth, of: (f"nth,of/2 of its like {nth},{of}",), 5, 5)
_FAR_PARENT: Final = _family(
    lambda runs, linked, tag: (
        f"runs in box around {runs}",
        f"linked around,tag {linked},{_TAGS[tag]}",
    ),
    7,
    6,
    _T,
)
_FAR_RELATIVE: Final = _family(lambda size: (f"length to usual {size}",), 6)

#: Bounds of a guess in hundredths of a logit: chances of 2, 6, 15, 30, 50, 70,
#: 85, 94 and 98 in a hundred; and the chances between them.
_GUESSES: Final = (-389, -275, -173, -85, 0, 85, 173, 275, 389)
_CHANCES: Final = (1, 4, 10, 22, 40, 60, 78, 90, 96, 99)
_PERCENTS: Final = (2, 6, 15, 30, 50, 70, 85, 94, 98)
_NO_GUESS: Final = 10
_UNLIKELY: Final = 30
_SURE: Final = 139
#: Runs of a lower guess than this need no second look.
HOPELESS: Final = -389
_FROM_HEADLINE: Final = (-20, -3, 0, 1, 2, 4, 8, 20, 60)
_SHARES: Final = (0.001, 0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9)
_SHARES_BEFORE: Final = (0.0001, 0.02, 0.1, 0.5, 0.9, 0.98, 0.9999)
_STEPS: Final = (2, 3, 5, 9, 20)
_SIZES: Final = (2, 3, 5, 9, 17, 40)
_DENSITIES: Final = (0.01, 0.1, 0.25, 0.5, 0.8)
_RELATIVES: Final = (0.1, 0.3, 0.6, 1, 2)
_WITNESSES: Final = (0.2, 0.5, 0.8, 1.2, 2)
# Characters of one certain text, squared chances of it in a hundred.
_MUCH: Final = 200 * 5_000
_SOME: Final = 100 * 2_500

_CLOSERS: Final = "\"'”’»)]"
_STOPS: Final = frozenset(".!?…。！？।۔؟")
_NUMBER: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}:[0-9]{2}")
_DENSE: Final = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
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
        looks: list[int] = []
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
            tag = _TAG.get(run.box.tag, _OTHER)
            last = text[-1]
            if last in _CLOSERS:
                last = text[-4:].rstrip(_CLOSERS)[-1:]
            lengths.append(length)
            sizes.append(size)
            tags.append(tag)
            shapes.append(((tag * 12 + size) * 6 + linked) * 2 + (last in _STOPS))
            looks.append(_look(text, last))
            besides.append(
                (size >> 1) * 3 + (0 if linked < 2 else 1 if linked < 3 else 2)
            )
            if length > 80 and linked < 3:
                long += length
        besides += (_NOTHING, _NOTHING)
        self.lengths, self.sizes, self.tags, self.shapes = lengths, sizes, tags, shapes
        self._besides, self._looks = besides, looks
        nowhere = Box(None, "", None, 0, 0)
        self._boxes = [nowhere, *[run.box for run in runs], nowhere]
        self._tags = [_OTHER, *tags, _OTHER]
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
            if tag == _H1:
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
            _LOOK + self._looks[at],
            _PLACE + at * 10 // len(self.runs) * 11 + lines,
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


class _Way(NamedTuple):
    """How a box lies to the core, and what the boxes around it hold.

    Attributes:
        up: How many levels above the core the innermost box is that is around
            both; 0 for what is in the core.
        down: How many levels below that the box is.
        around: How likely the body's the text is in the three boxes around it.
        nth: Which of several boxes of one kind it is in,
        of: and how many there are.
    """

    up: int
    down: int
    around: tuple[int, int, int]
    nth: int
    of: int


@final
class Surroundings:
    """The far signs of a page, given a first guess for each of its runs.

    Attributes:
        core: The box that holds most of the article.
    """

    def __init__(self, signs: Signs, scores: Sequence[int]) -> None:
        runs, boxes = signs.runs, signs.boxes
        lengths = signs.lengths
        count = len(runs)
        self._signs = signs
        guesses = [bisect_right(_GUESSES, score) for score in scores]
        likely = [_CHANCES[guess] for guess in guesses]
        chances = [each * length for each, length in zip(likely, lengths, strict=True)]
        masses = [
            each * chance if each > _UNLIKELY else 0
            for each, chance in zip(likely, chances, strict=True)
        ]
        # Sums up to each run, of which those of a box are differences.
        mass = list(accumulate(masses, initial=0))
        chance = list(accumulate(chances, initial=0))
        size = list(accumulate(lengths, initial=0))
        linked = list(accumulate([run.linked for run in runs], initial=0))
        self._mass, self._chance, self._size, self._linked = mass, chance, size, linked
        self._total = mass[-1] or 1
        sure = [at for at in range(count) if scores[at] > _SURE and lengths[at] > 60]
        self._first = first = sure[0] if sure else 0
        self._last = sure[-1] if sure else count - 1
        usual = sorted([lengths[at] for at in sure])
        self._usual = usual[len(usual) // 2] if usual else 100
        # Three more at each end, so that all have neighbours.
        nothing = [_NO_GUESS] * 3
        self._guesses = [*nothing, *guesses, *nothing]
        self._likely = list(accumulate(likely, initial=0))
        self.core = self._find_core()
        self._up: dict[Box, int] = {}
        box: Box | None = self.core
        while box is not None:
            self._up[box] = len(self._up)
            box = box.parent
        kin_mass: dict[object, int] = defaultdict(int)
        kin_chance: dict[object, int] = defaultdict(int)
        kin_size: dict[object, int] = defaultdict(int)
        self._kin = kins = [run.box.kin for run in runs]
        for at, kin in enumerate(kins):
            kin_mass[kin] += masses[at]
            kin_chance[kin] += chances[at]
            kin_size[kin] += lengths[at]
        self._kin_sign = {
            kin: _FAR_KIN
            + bisect_right(_SHARES, kin_mass[kin] / self._total) * 10
            + _density(kin_chance[kin], kin_size[kin])
            for kin in kin_mass
        }
        self._h1s = [
            at for at, tag in enumerate(signs.tags) if tag == _H1 and at > first
        ]
        self._articles = [
            box.start for box in boxes if box.tag == "article" and box.stop > box.start
        ]
        self._articles_first = bisect_right(self._articles, first)
        self._bylines = [
            box.start
            for box in boxes
            if box.names & TIME_OR_BYLINE
            and first < box.start < box.stop <= box.start + 3
        ]
        self._nths = self._number_kinds()
        self._ways: dict[Box, _Way] = {}

    def _find_core(self) -> Box:
        """Return the innermost box that holds three quarters of each around it."""
        mass = self._mass
        core = self._signs.boxes[0]
        inside = mass[-1]
        # Boxes come before those in them, so one pass finds the way down.
        for box in self._signs.boxes:
            if box.parent is core:
                its = mass[box.stop] - mass[box.start]
                if its and its * 4 >= inside * 3:
                    core, inside = box, its
        return self._climbed(core)

    def _climbed(self, core: Box) -> Box:
        """Return what is around the core, where that is one piece of several.

        Advertisements cut a body into boxes of one kind.
        """
        mass, parent = self._mass, core.parent
        if parent is None or not core.kin[1]:
            return core
        for box in self._signs.boxes:
            if (
                box.parent is parent
                and box is not core
                and mass[box.stop] - mass[box.start] > _SOME
                and box.kin == core.kin
            ):
                return parent
        return core

    def _number_kinds(self) -> dict[Box, tuple[int, int]]:
        """Number boxes of one kind that each hold much of the text."""
        mass = self._mass
        kinds: dict[object, list[Box]] = defaultdict(list)
        for box in self._signs.boxes:
            if (
                box.stop - box.start >= 2
                and mass[box.stop] - mass[box.start] > _MUCH
                and (box.kin[1] or box.tag in ("article", "section", "li"))
            ):
                kinds[box.kin].append(box)
        return {
            box: (nth, len(alike))
            for alike in kinds.values()
            if len(alike) > 1
            for nth, box in enumerate(alike)
        }

    def far(self, at: int) -> list[int]:
        """Return the signs of a run on its page."""
        signs, guesses = self._signs, self._guesses
        run = signs.runs[at]
        box = run.box
        before3, before2, before1, guess, after1, after2, after3 = guesses[at : at + 7]
        size, tag = signs.sizes[at], signs.tags[at]
        first, last = self._first, self._last
        up, down, around, nth, of = self._way(box)
        side = 0 if up == 0 else 1 if at < self.core.start else 2
        place = 0 if at < first else 2 if at > last else 1
        parent = box.parent or box
        start, stop = parent.start, parent.stop
        linked = (self._linked[stop] - self._linked[start]) / (
            (self._size[stop] - self._size[start]) or 1
        )
        bylines = min(bisect_right(self._bylines, at), 6) + 1 if at > first else 0
        articles = bisect_right(self._articles, at) - self._articles_first
        articles = max(-2, min(articles, 4)) + 2
        found = [
            _FAR_SHAPE + place * (_T * 144) + signs.shapes[at],
            _FAR_GUESS + guess * 3 + place,
            _FAR_CORE + (side * 7 + min(up, 6)) * 10 + guess,
            _FAR_DOWN + min(down, 6),
            self._kin_sign[self._kin[at]],
            _FAR_AROUND + (around[0] * 11 + around[1]) * 11 + around[2],
            _FAR_BEFORE + (before3 * 11 + before2) * 11 + before1,
            _FAR_AFTER + (after1 * 11 + after2) * 11 + after3,
            _FAR_WINDOW + self._window(at),
            _FAR_SHARE + bisect_right(_SHARES_BEFORE, self._mass[at] / self._total),
            _FAR_SINCE
            + (min(3, bisect_right(self._h1s, at)) * 8 + bylines) * 7
            + articles,
            _FAR_NTH + min(nth, 4) * 5 + min(of, 8) // 2,
            _FAR_PARENT
            + (
                bisect_right(_SIZES, stop - start) * 6
                + bisect_right(_DENSITIES, linked)
            )
            * _T
            + tag,
            _FAR_RELATIVE + bisect_right(_RELATIVES, signs.lengths[at] / self._usual),
        ]
        if place == 0:
            found.append(_FAR_FIRST + bisect_right(_STEPS, first - at))
        elif place == 2:
            found.append(_FAR_LAST + bisect_right(_STEPS, at - last))
        if run.text in signs.twins:
            found.append(_FAR_TWIN + size // 3)
        if len(run.text) > 20 and signs.is_description(run.text):
            found.append(_FAR_DESCRIPTION + place)
        if box.tag in _HEADINGS:
            found.append(_FAR_HEADING + after1 // 2 * 5 + guess // 2)
        return found

    def _way(self, box: Box) -> _Way:
        """Return how a box lies to the core, from how the box around it does."""
        chain: list[Box] = []
        at: Box | None = box
        ways = self._ways
        while at is not None and at not in ways:
            chain.append(at)
            at = at.parent
        for each in reversed(chain):
            parent = each.parent
            up = self._up.get(each)
            if parent is None:
                around = (_NO_GUESS, _NO_GUESS, _NO_GUESS)
                nth = of = 0
                way = _Way(len(self._up) - 1, 0, around, 0, 0)
            else:
                above = ways[parent]
                density = _density(
                    self._chance[parent.stop] - self._chance[parent.start],
                    self._size[parent.stop] - self._size[parent.start],
                )
                around = (density, above.around[0], above.around[1])
                nth, of = above.nth, above.of
                own = self._nths.get(each)
                if own is not None and own[0] > nth:
                    nth, of = own
                if up is None:
                    way = _Way(above.up, above.down + 1, around, nth, of)
                else:
                    way = _Way(up, 0, around, nth, of)
            ways[each] = way
        return ways[box]

    def _window(self, at: int) -> int:
        """Return the guess of the ten runs around one."""
        likely = self._likely
        start, stop = max(0, at - 5), min(len(likely) - 1, at + 6)
        others = stop - start - 1
        if not others:
            return 0
        rest = likely[stop] - likely[start] - (likely[at + 1] - likely[at])
        return bisect_right(_PERCENTS, rest // others)


def _density(chance: int, size: int) -> int:
    return bisect_right(_PERCENTS, chance // size) if size else 0
