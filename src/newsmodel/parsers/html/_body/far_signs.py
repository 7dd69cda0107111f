"""Far signs: how a run stands to the rest of the page.

They need a first guess for each run, which says where the article is.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple, final

from newsmodel.markup.flow import Box, Kin
from newsmodel.parsers.html._body.group_signs import Groups
from newsmodel.parsers.html._body.near_signs import H1, OTHER, SHAPES, TAG, TAGS, Signs
from newsmodel.parsers.html._body.signs import family
from newsmodel.parsers.html._page.names import TIME_OR_BYLINE

_T: Final = len(TAGS)

_SHAPE: Final = family(
    lambda place, tag, size, linked, stopped: (
        f"far tag {TAGS[tag]}",
        f"far length {size}",
        f"far linked {linked}",
        f"side,tag {place},{TAGS[tag]}",
        f"side,length/2 {place},{size // 2}",
        f"side,stopped,length/3 {place},{stopped},{size // 3}",
    ),
    3,
    _T,
    12,
    6,
    2,
)
_GUESS: Final = family(
    lambda guess, place: (f"guess {guess}", f"side,guess/2 {place},{guess // 2}"), 10, 3
)
_CORE: Final = family(
    lambda side, levels, guess: (
        f"core side,levels {side},{levels}",
        f"core side,guess/2 {side},{guess // 2}",
    ),
    3,
    7,
    10,
)
_DOWN: Final = family(lambda levels: (f"levels in core {levels}",), 7)
_KIN: Final = family(
    lambda share, guess: (f"share of its like {share}", f"guess of its like {guess}"),
    9,
    10,
)
_AROUND: Final = family(
    lambda first, second: (f"first box around {first}", f"second box around {second}"),
    11,
    11,
)
_BEFORE: Final = family(
    lambda third, second, first: (
        f"guess before 3 {third}",
        f"guess before 2 {second}",
        f"guess before 1 {first}",
    ),
    11,
    11,
    11,
)
_AFTER: Final = family(
    lambda first, second, third: (
        f"guess after 1 {first}",
        f"guess after 2 {second}",
        f"guess after 3 {third}",
    ),
    11,
    11,
    11,
)
_WINDOW: Final = family(lambda guess: (f"guess of ten around {guess}",), 10)
_SHARE: Final = family(lambda share: (f"share before {share}",), 8)
_FIRST: Final = family(lambda steps: (f"before first sure {steps}",), 6)
_LAST: Final = family(lambda steps: (f"after last sure {steps}",), 6)
_TWIN: Final = family(lambda size: (f"far twin,length/3 {size}",), 4)
_DESCRIPTION: Final = family(lambda place: (f"description,side {place}",), 3)
_SINCE: Final = family(
    lambda h1s, bylines, articles: (
        f"h1 since start {h1s}",
        f"bylines since start {bylines - 1}",
        f"articles since start {articles - 2}",
    ),
    4,
    8,
    7,
)
_NTH: Final = family(lambda nth, of: (f"nth,of/2 of its like {nth},{of}",), 5, 5)
_BRANCH: Final = family(
    lambda likely, share, runs, levels: (
        f"guess of branch,levels {likely},{levels}",
        f"share of branch,levels {share},{levels}",
        f"runs of branch,levels {runs},{levels}",
        f"guess/2,runs of branch {likely // 2},{runs}",
    ),
    9,
    6,
    6,
    3,
)
_BRANCH_TAG: Final = family(
    lambda tag, levels: (f"branch,levels {TAGS[tag]},{levels}",), _T, 3
)
_NO_BRANCH: Final = family(lambda levels: (f"no branch,levels {levels}",), 7)
_INSIDE: Final = family(lambda tag: (f"inside {TAGS[tag]}",), _T)
_RELATIVE: Final = family(lambda size: (f"length to usual {size}",), 6)

#: Bounds of a guess in hundredths of a logit: chances of 2, 6, 15, 30, 50, 70,
#: 85, 94 and 98 in a hundred; and the chances between them.
_GUESSES: Final = (-389, -275, -173, -85, 0, 85, 173, 275, 389)
_CHANCES: Final = (1, 4, 10, 22, 40, 60, 78, 90, 96, 99)
_PERCENTS: Final = (2, 6, 15, 30, 50, 70, 85, 94, 98)
_NO_GUESS: Final = 10
_UNLIKELY: Final = 30
_SURE: Final = 139
#: Runs of a lower guess than this need no second look.
HOPELESS: Final = -330
_SHARES: Final = (0.001, 0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9)
_SHARES_BEFORE: Final = (0.0001, 0.02, 0.1, 0.5, 0.9, 0.98, 0.9999)
_STEPS: Final = (2, 3, 5, 9, 20)
_BRANCH_SHARES: Final = (0.001, 0.01, 0.05, 0.2, 0.5)
_BRANCH_RUNS: Final = (2, 3, 5, 9, 20)
_RELATIVES: Final = (0.1, 0.3, 0.6, 1, 2)
# Characters of one certain text, squared chances of it in a hundred.
_MUCH: Final = 200 * 5_000
_SOME: Final = 100 * 2_500


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
    around: tuple[int, int]
    nth: int
    of: int
    signs: tuple[int, ...]


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
        self._mass, self._chance, self._size = mass, chance, size
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
        self._kin = kins = [run.box.kin for run in runs]
        self._groups = Groups(signs, scores, guesses, chances, kins)
        sums: dict[Kin, list[int]] = defaultdict(lambda: [0, 0, 0])
        for at, kin in enumerate(kins):
            its = sums[kin]
            its[0] += masses[at]
            its[1] += chances[at]
            its[2] += lengths[at]
        self._kin_sign = {
            kin: _KIN
            + bisect_right(_SHARES, mass_of / self._total) * 10
            + _density(chance_of, size_of)
            for kin, (mass_of, chance_of, size_of) in sums.items()
        }
        self._h1s = [
            at for at, tag in enumerate(signs.tags) if tag == H1 and at > first
        ]
        self._articles = [
            box.start for box in boxes if box.tag == "article" and box.stop > box.start
        ]
        self._articles_first = bisect_right(self._articles, first)
        self._bylines = [
            box.start
            for box in boxes
            if first < box.start < box.stop <= box.start + 3
            and box.names & TIME_OR_BYLINE
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
        if parent is None or not core.kind[1]:
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
                and (box.kind[1] or box.tag in ("article", "section", "li"))
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
        size = signs.sizes[at]
        first, last = self._first, self._last
        up, down, around, nth, of, more = self._way(box)
        side = 0 if up == 0 else 1 if at < self.core.start else 2
        place = 0 if at < first else 2 if at > last else 1
        bylines = min(bisect_right(self._bylines, at), 6) + 1 if at > first else 0
        articles = bisect_right(self._articles, at) - self._articles_first
        articles = max(-2, min(articles, 4)) + 2
        found = [
            _SHAPE + place * SHAPES + signs.shapes[at],
            _GUESS + guess * 3 + place,
            _CORE + (side * 7 + min(up, 6)) * 10 + guess,
            _DOWN + min(down, 6),
            self._kin_sign[self._kin[at]],
            _AROUND + around[0] * 11 + around[1],
            _BEFORE + (before3 * 11 + before2) * 11 + before1,
            _AFTER + (after1 * 11 + after2) * 11 + after3,
            _WINDOW + self._window(at),
            _SHARE + bisect_right(_SHARES_BEFORE, self._mass[at] / self._total),
            _SINCE + (min(3, bisect_right(self._h1s, at)) * 8 + bylines) * 7 + articles,
            _NTH + min(nth, 4) * 5 + min(of, 8) // 2,
            _RELATIVE + bisect_right(_RELATIVES, signs.lengths[at] / self._usual),
        ]
        found += more
        found += self._groups.of(at, guess)
        if place == 0:
            found.append(_FIRST + bisect_right(_STEPS, first - at))
        elif place == 2:
            found.append(_LAST + bisect_right(_STEPS, at - last))
        if run.text in signs.twins:
            found.append(_TWIN + size // 3)
        if len(run.text) > 20 and signs.is_description(run.text):
            found.append(_DESCRIPTION + place)
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
                around = (_NO_GUESS, _NO_GUESS)
                nth = of = 0
                way = _Way(len(self._up) - 1, 0, around, 0, 0, (_NO_BRANCH + 6,))
            else:
                above = ways[parent]
                density = _density(
                    self._chance[parent.stop] - self._chance[parent.start],
                    self._size[parent.stop] - self._size[parent.start],
                )
                around = (density, above.around[0])
                nth, of = above.nth, above.of
                own = self._nths.get(each)
                if own is not None and own[0] > nth:
                    nth, of = own
                if up is not None:
                    way = _Way(up, 0, around, nth, of, (_NO_BRANCH + min(6, up),))
                else:
                    tag = _INSIDE + TAG.get(each.tag, OTHER)
                    more = above.signs if above.down else self._branch(each, above.up)
                    if tag not in more:
                        more = (*more, tag)
                    way = _Way(above.up, above.down + 1, around, nth, of, more)
            ways[each] = way
        return ways[box]

    def _branch(self, box: Box, up: int) -> tuple[int, ...]:
        """Return the signs of all that stands in a box beside the way to the core."""
        start, stop = box.start, box.stop
        likely = (self._chance[stop] - self._chance[start]) // (
            self._size[stop] - self._size[start] or 1
        )
        share = (self._mass[stop] - self._mass[start]) / self._total
        levels = min(up, 2)
        return (
            _BRANCH
            + (
                (
                    min(8, bisect_right(_PERCENTS, likely)) * 6
                    + bisect_right(_BRANCH_SHARES, share)
                )
                * 6
                + bisect_right(_BRANCH_RUNS, stop - start)
            )
            * 3
            + levels,
            _BRANCH_TAG + TAG.get(box.tag, OTHER) * 3 + levels,
        )

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
