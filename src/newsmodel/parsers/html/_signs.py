"""Signs that a run of text is the article's body, or is not.

Each sign is a number; what it counts for is learned (``_weights``), and its name
says what it is, so that a decision can be explained. Near signs are of a run and
its neighbours alone. Far signs set it in relation to the rest of the page, once
the near ones have given a first guess of where the article is.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._names import TIME_OR_BYLINE
from newsmodel.parsers.html._page import Page
from newsmodel.rules._words import words

NAMES: Final[list[str]] = []


def _family(name: str, *sizes: int) -> int:
    """Number the signs of one family; return the first of them."""
    start = len(NAMES)
    indices: list[tuple[int, ...]] = [()]
    for size in sizes:
        indices = [(*each, at) for each in indices for at in range(size)]
    NAMES.extend(f"{name} {','.join(map(str, each))}" for each in indices)
    return start


# Lengths are in characters; those of writing without blanks count two and a half.
_LENGTHS: Final = (4, 10, 20, 35, 55, 80, 120, 180, 260, 400, 700)
_LINKED: Final = (0.001, 0.1, 0.25, 0.5, 0.9)
_TAGS: Final = tuple(
    "p div li h1 h2 h3 h4 h5 h6 td th blockquote figcaption section article a span"
    " ul header footer dd dt pre center body main aside caption summary".split()
)
_TAG: Final = {tag: at for at, tag in enumerate(_TAGS)}
_OTHER: Final = len(_TAGS)
_TAG_COUNT: Final = len(_TAGS) + 1
_HEADINGS: Final = words("h2 h3 h4 h5 h6")

NEAR_TAG: Final = _family("tag", _TAG_COUNT)
NEAR_TAG_LENGTH: Final = _family("tag,length/3", _TAG_COUNT, 4)
NEAR_LENGTH: Final = _family("length", 12)
NEAR_LENGTH_LINKED: Final = _family("length/2,linked", 6, 6)
NEAR_LINKED: Final = _family("linked", 6)
NEAR_STOPPED: Final = _family("stopped,length/2", 2, 6)
NEAR_TWIN: Final = _family("twin,length/3", 4)
NEAR_TITLE: Final = _family("is title", 1)
NEAR_DESCRIPTION: Final = _family("is description", 1)
NEAR_STRONG: Final = _family("strong,length/3", 4)
NEAR_EM: Final = _family("em,length/3", 4)
NEAR_NUMBER: Final = _family("year or clock", 1)
NEAR_HEADLINE: Final = _family("from headline", 11)
NEAR_PLACE: Final = _family("tenth of page", 10)
NEAR_BESIDE: Final = _family("beside, length/2, linked", 4, 6, 3)
NEAR_BESIDE_NONE: Final = _family("beside nothing", 4)
NEAR_BESIDE_TAG: Final = _family("beside, tag", 2, _TAG_COUNT + 1)
NEAR_BESIDE_BOX: Final = _family("beside, same box", 2, 2)
NEAR_WITNESS: Final = _family("articleBody, share, found", 6, 4)
NEAR_WITNESS_LENGTH: Final = _family("articleBody, found, length/3", 4, 4)

FAR_START: Final = len(NAMES)
FAR_SCORE: Final = _family("first guess", 10)
FAR_CORE: Final = _family("core side,levels", 3, 7)
FAR_CORE_SCORE: Final = _family("core side,guess/2", 3, 5)
FAR_DOWN: Final = _family("levels in core", 7)
FAR_KIN: Final = _family("share of text like it", 9)
FAR_KIN_SCORE: Final = _family("guess of text like it", 10)
FAR_AROUND: Final = _family("box around, guess", 3, 10)
FAR_BESIDE: Final = _family("beside, guess", 6, 11)
FAR_WINDOW: Final = _family("guess of ten around", 10)
FAR_BEFORE: Final = _family("share before", 8)
FAR_PRE: Final = _family("before first sure", 6)
FAR_POST: Final = _family("after last sure", 6)
FAR_SIDE_TAG: Final = _family("side,tag", 3, _TAG_COUNT)
FAR_SIDE_LENGTH: Final = _family("side,length/2", 3, 6)
FAR_SIDE_SCORE: Final = _family("side,guess/2", 3, 5)
FAR_SIDE_STOPPED: Final = _family("side,stopped,length/3", 3, 2, 4)
FAR_TAG: Final = _family("far tag", _TAG_COUNT)
FAR_LENGTH: Final = _family("far length", 12)
FAR_LINKED: Final = _family("far linked", 6)
FAR_TWIN: Final = _family("far twin,length/3", 4)
FAR_DESCRIPTION: Final = _family("description,side", 3)
FAR_HEADING: Final = _family("heading,next guess/2,guess/2", 6, 5)
FAR_H1: Final = _family("h1 since start", 4)
FAR_BYLINES: Final = _family("bylines since start", 8)
FAR_ARTICLES: Final = _family("articles since start", 7)
FAR_NTH: Final = _family("nth of its like,of", 5, 5)
FAR_SIBLINGS: Final = _family("runs in box around", 7)
FAR_LINKED_TAG: Final = _family("linked around,tag", 6, _TAG_COUNT)
FAR_RELATIVE: Final = _family("length to usual", 6)

#: Bounds of the guess in hundredths of a logit: chances of 2, 6, 15, 30, 50,
#: 70, 85, 94 and 98 in a hundred.
_GUESSES: Final = (-389, -275, -173, -85, 0, 85, 173, 275, 389)
CHANCES: Final = (1, 4, 10, 22, 40, 60, 78, 90, 96, 99)
SURE: Final = 139
HOPELESS: Final = -389
_FROM_HEADLINE: Final = (-20, -3, 0, 1, 2, 4, 8, 20, 60)
_SHARES: Final = (0.001, 0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9)
_BEFORES: Final = (0.0001, 0.02, 0.1, 0.5, 0.9, 0.98, 0.9999)
_STEPS: Final = (2, 3, 5, 9, 20)
_SIZES: Final = (2, 3, 5, 9, 17, 40)
_DENSITIES: Final = (0.01, 0.1, 0.25, 0.5, 0.8)
_RELATIVES: Final = (0.1, 0.3, 0.6, 1, 2)
_WITNESSED: Final = (0.2, 0.5, 0.8, 1.2, 2)

_STOP: Final = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]]{0,3}\Z")
_NUMBER: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}:[0-9]{2}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DENSE: Final = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_READ: Final = 110
_MOST_WORDS: Final = 12
_PROBE: Final = 24


@final
class Signs:
    """The signs of all runs of one page.

    Attributes:
        lengths: Length of each run, as it counts.
        bins: The same in steps.
        linked: What share of it is linked, in steps.
        tags: What it stands in, as a number.
        stopped: Whether it ends as a sentence does.
    """

    def __init__(self, page: Page) -> None:
        runs = page.flow.runs
        self.runs: Sequence[Run] = runs
        self.boxes: Sequence[Box] = page.flow.boxes
        self.lengths: list[int] = []
        self.bins: list[int] = []
        self.linked: list[int] = []
        self.tags: list[int] = []
        self.stopped: list[int] = []
        for run in runs:
            text = run.text
            length = len(text)
            self.linked.append(bisect_right(_LINKED, run.linked / length))
            if not text.isascii():
                dense = len(_DENSE.findall(text))
                length += dense + dense // 2
            self.lengths.append(length)
            self.bins.append(bisect_right(_LENGTHS, length))
            self.tags.append(_TAG.get(run.box.tag, _OTHER))
            self.stopped.append(1 if _STOP.search(text, max(0, len(text) - 5)) else 0)
        self._texts = Counter([run.text for run in runs])
        title, self._description = _stated(page)
        self._title = title
        self.headline = self._headline()
        self._witness = _Witness(page, sum(
            length
            for length, linked in zip(self.lengths, self.linked, strict=True)
            if length > 80 and linked < 3
        ))

    def _is_title(self, text: str) -> bool:
        return len(text) > 10 and text.casefold() in self._title

    def _headline(self) -> int:
        """Return the number of the run that is the headline; -1 if none is."""
        first = -1
        for at, run in enumerate(self.runs):
            if run.box.tag == "h1":
                if self._is_title(run.text):
                    return at
                if first < 0:
                    first = at
        if first >= 0:
            return first
        for at, run in enumerate(self.runs):
            if self._is_title(run.text):
                return at
        return -1

    def near(self, at: int) -> list[int]:
        """Return the signs of a run and its neighbours."""
        run = self.runs[at]
        text, box = run.text, run.box
        size, linked, tag = self.bins[at], self.linked[at], self.tags[at]
        half, third = size >> 1, size // 3
        count = len(self.runs)
        headline = self.headline
        signs = [
            NEAR_TAG + tag,
            NEAR_TAG_LENGTH + tag * 4 + third,
            NEAR_LENGTH + size,
            NEAR_LENGTH_LINKED + half * 6 + linked,
            NEAR_LINKED + linked,
            NEAR_STOPPED + self.stopped[at] * 6 + half,
            NEAR_PLACE + at * 10 // count,
            NEAR_HEADLINE
            + (bisect_right(_FROM_HEADLINE, at - headline) if headline >= 0 else 10),
        ]
        if self._texts[text] > 1:
            signs.append(NEAR_TWIN + third)
        if self._is_title(text):
            signs.append(NEAR_TITLE)
        if self.is_description(text):
            signs.append(NEAR_DESCRIPTION)
        for span in run.spans:
            if span.start == 0 and span.stop == len(run.pieces):
                if span.kind == "strong":
                    signs.append(NEAR_STRONG + third)
                elif span.kind == "em":
                    signs.append(NEAR_EM + third)
        if size < 5 and _NUMBER.search(text):
            signs.append(NEAR_NUMBER)
        for which, other in enumerate((at - 2, at - 1, at + 1, at + 2)):
            if not 0 <= other < count:
                signs.append(NEAR_BESIDE_NONE + which)
                continue
            links = self.linked[other]
            links = 0 if links < 2 else 1 if links < 3 else 2
            signs.append(
                NEAR_BESIDE + which * 18 + (self.bins[other] >> 1) * 3 + links
            )
            if which in (1, 2):
                its = self.tags[other]
                signs.append(
                    NEAR_BESIDE_TAG
                    + (which - 1) * (_TAG_COUNT + 1)
                    + (_TAG_COUNT if its == tag else its)
                )
                near = self.runs[other].box
                same = near is box or near.parent is box.parent
                signs.append(NEAR_BESIDE_BOX + (which - 1) * 2 + same)
        witness = self._witness
        if witness.share >= 0:
            found = witness.finds(text)
            signs.append(NEAR_WITNESS + witness.share * 4 + found)
            signs.append(NEAR_WITNESS_LENGTH + found * 4 + third)
        return signs

    def is_description(self, text: str) -> bool:
        """Whether a text is what the page says of itself in its head."""
        description = self._description
        return len(text) > 20 and bool(description) and (
            text == description
            or (len(description) > 40 and text.startswith(description[:40]))
        )

    def words(self, at: int) -> list[str]:
        """Return the first words of a run, as they count.

        The first one and the first two together count as such besides.
        """
        found = _WORD.findall(self.runs[at].text[:_READ].lower())[:_MOST_WORDS]
        if not found:
            return []
        kind = "" if self.bins[at] < 9 else "long "
        first = "^" + found[0]
        pair = f"^{found[0]} {found[1]}" if len(found) > 1 else first
        return [kind + word for word in {*found, first, pair}]


class _Witness:
    """The ``articleBody`` of the JSON-LD: no text to take, but a witness."""

    def __init__(self, page: Page, length: int) -> None:
        said = page.article.get("articleBody")
        self.share = -1
        if isinstance(said, str) and len(said) > 500:
            self._said = " ".join(said.split())
            self.share = bisect_right(_WITNESSED, len(said) / (length or 1))

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


@final
class Surroundings:
    """The far signs of a page, given a first guess for each of its runs."""

    def __init__(self, signs: Signs, scores: Sequence[int]) -> None:
        runs, boxes = signs.runs, signs.boxes
        count = len(runs)
        self._signs = signs
        self._guess = guess = [bisect_right(_GUESSES, score) for score in scores]
        lengths = signs.lengths
        # Sums up to each run, of which those of a box are differences.
        mass, chance, size, linked = [0], [0], [0], [0]
        masses: list[int] = []
        for at, run in enumerate(runs):
            likely = CHANCES[guess[at]]
            weight = likely * likely * lengths[at] if likely > 30 else 0
            masses.append(weight)
            mass.append(mass[-1] + weight)
            chance.append(chance[-1] + likely * lengths[at])
            size.append(size[-1] + lengths[at])
            linked.append(linked[-1] + run.linked)
        self.mass, self._chance, self._size, self._linked = mass, chance, size, linked
        self._total = mass[-1] or 1
        sure = [at for at in range(count) if scores[at] > SURE and lengths[at] > 60]
        self.first = sure[0] if sure else 0
        self.last = sure[-1] if sure else count - 1
        usual = sorted([lengths[at] for at in sure])
        self._usual = usual[len(usual) // 2] if usual else 100
        self.core = self._find_core()
        self._up: dict[Box, int] = {}
        at_box: Box | None = self.core
        while at_box is not None:
            self._up[at_box] = len(self._up)
            at_box = at_box.parent
        self._kin_mass: dict[object, int] = defaultdict(int)
        self._kin_chance: dict[object, int] = defaultdict(int)
        self._kin_size: dict[object, int] = defaultdict(int)
        self._kin = [self._kin_of(run.box) for run in runs]
        for at, kin in enumerate(self._kin):
            self._kin_mass[kin] += masses[at]
            self._kin_chance[kin] += CHANCES[guess[at]] * lengths[at]
            self._kin_size[kin] += lengths[at]
        first = self.first
        self._h1s = [
            at for at, tag in enumerate(signs.tags) if tag == _TAG["h1"] and at > first
        ]
        self._articles = [
            box.start for box in boxes if box.tag == "article" and box.stop > box.start
        ]
        self._articles_first = bisect_right(self._articles, first)
        self._bylines = [
            box.start
            for box in boxes
            if box.names & TIME_OR_BYLINE and first < box.start < box.stop <= box.start + 3
        ]
        self._bylines.sort()
        self._nth = self._nths()
        self._around: dict[Box, tuple[int, int, int]] = {}

    def _find_core(self) -> Box:
        """Return the innermost box that holds three quarters of each around it."""
        mass = self.mass
        core = self._signs.boxes[0]
        inside = mass[-1]
        # Boxes come before those in them, so one pass finds the way down.
        for box in self._signs.boxes:
            if box.parent is core:
                its = mass[box.stop] - mass[box.start]
                if its and its * 4 >= inside * 3:
                    core, inside = box, its
        return core

    @staticmethod
    def _kin_of(box: Box) -> object:
        parent = box.parent
        if parent is None:
            return box.tag
        return (
            box.tag,
            box.element.get("class"),
            parent.tag,
            parent.element.get("class"),
        )

    def _nths(self) -> dict[Box, tuple[int, int]]:
        """Number boxes of one kind that each hold much of the text."""
        mass = self.mass
        least = 200 * 10_000 // 2
        kinds: dict[object, list[Box]] = defaultdict(list)
        for box in self._signs.boxes:
            if (
                box.parent is not None
                and box.stop - box.start >= 2
                and mass[box.stop] - mass[box.start] > least
            ):
                name = box.element.get("class")
                if name or box.tag in ("article", "section", "li"):
                    kinds[(box.tag, name, box.parent.element.get("class"))].append(box)
        return {
            box: (nth, len(alike))
            for alike in kinds.values()
            if len(alike) > 1
            for nth, box in enumerate(alike)
        }

    def far(self, at: int) -> tuple[list[int], Box]:
        """Return the signs of a run on its page, and where it leaves the core's way.

        The box is the innermost one that is around both the run and the core,
        or the core itself.
        """
        signs, guess = self._signs, self._guess
        run = signs.runs[at]
        box = run.box
        its = guess[at]
        size, tag, linked = signs.bins[at], signs.tags[at], signs.linked[at]
        half, third = size >> 1, size // 3
        count = len(signs.runs)
        up, down, common, around, nth, of = self._way(box)
        core = self.core
        side = 0 if up == 0 else 1 if at < core.start else 2
        place = 0 if at < self.first else 2 if at > self.last else 1
        kin = self._kin[at]
        before = self.mass[at] / self._total
        parent = box.parent or box
        runs_around = parent.stop - parent.start
        found = [
            FAR_SCORE + its,
            FAR_CORE + side * 7 + min(up, 6),
            FAR_CORE_SCORE + side * 5 + its // 2,
            FAR_DOWN + min(down, 6),
            FAR_KIN + bisect_right(_SHARES, self._kin_mass[kin] / self._total),
            FAR_KIN_SCORE
            + _density(self._kin_chance[kin], self._kin_size[kin]),
            FAR_WINDOW + self._window(at),
            FAR_BEFORE + bisect_right(_BEFORES, before),
            FAR_SIDE_TAG + place * _TAG_COUNT + tag,
            FAR_SIDE_LENGTH + place * 6 + half,
            FAR_SIDE_SCORE + place * 5 + its // 2,
            FAR_SIDE_STOPPED + place * 8 + signs.stopped[at] * 4 + third,
            FAR_TAG + tag,
            FAR_LENGTH + size,
            FAR_LINKED + linked,
            FAR_H1 + min(3, bisect_right(self._h1s, at)),
            FAR_BYLINES
            + (min(bisect_right(self._bylines, at), 6) + 1 if at > self.first else 0),
            FAR_ARTICLES
            + max(-2, min(bisect_right(self._articles, at) - self._articles_first, 4))
            + 2,
            FAR_NTH + min(nth, 4) * 5 + min(of, 8) // 2,
            FAR_SIBLINGS + bisect_right(_SIZES, runs_around),
            FAR_LINKED_TAG
            + bisect_right(
                _DENSITIES,
                (self._linked[parent.stop] - self._linked[parent.start])
                / ((self._size[parent.stop] - self._size[parent.start]) or 1),
            )
            * _TAG_COUNT
            + tag,
            FAR_RELATIVE + bisect_right(_RELATIVES, signs.lengths[at] / self._usual),
        ]
        for which, density in enumerate(around):
            found.append(FAR_AROUND + which * 10 + density)
        for which, other in enumerate((at - 3, at - 2, at - 1, at + 1, at + 2, at + 3)):
            found.append(
                FAR_BESIDE + which * 11 + (guess[other] if 0 <= other < count else 10)
            )
        if place == 0:
            found.append(FAR_PRE + bisect_right(_STEPS, self.first - at))
        elif place == 2:
            found.append(FAR_POST + bisect_right(_STEPS, at - self.last))
        if signs._texts[run.text] > 1:
            found.append(FAR_TWIN + third)
        if signs.is_description(run.text):
            found.append(FAR_DESCRIPTION + place)
        if box.tag in _HEADINGS:
            after = guess[at + 1] // 2 if at + 1 < count else 5
            found.append(FAR_HEADING + after * 5 + its // 2)
        return found, common

    def _way(self, box: Box) -> tuple[int, int, Box, tuple[int, ...], int, int]:
        """Return how a box lies to the core, and what the boxes around it hold."""
        known = self._around.get(box)  # type: ignore[assignment]
        if known is not None:
            return known  # type: ignore[return-value]
        down = 0
        around: list[int] = []
        nth = of = 0
        at: Box | None = box
        common = None
        while at is not None:
            if common is None:
                if at in self._up:
                    common = at
                else:
                    down += 1
            if at is not box and len(around) < 3:
                around.append(
                    _density(
                        self._chance[at.stop] - self._chance[at.start],
                        self._size[at.stop] - self._size[at.start],
                    )
                )
            if at in self._nth and self._nth[at][0] > nth:
                nth, of = self._nth[at]
            at = at.parent
        assert common is not None
        way = (self._up[common], down, common, tuple(around), nth, of)
        self._around[box] = way  # type: ignore[assignment]
        return way

    def _window(self, at: int) -> int:
        """Return the guess of the ten runs around one."""
        guess = self._guess
        others = guess[max(0, at - 5) : at] + guess[at + 1 : at + 6]
        if not others:
            return 0
        return _bin(sum([CHANCES[each] for each in others]) // len(others))


def _density(chance: int, size: int) -> int:
    return _bin(chance // size) if size else 0


def _bin(chance: int) -> int:
    return bisect_right(_PERCENTS, chance)


_PERCENTS: Final = (2, 6, 15, 30, 50, 70, 85, 94, 98)
