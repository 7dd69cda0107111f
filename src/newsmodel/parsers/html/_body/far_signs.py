"""Far signs: how a run stands to the rest of the page.

They need a first guess for each run, which says where the article is.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import mul
from typing import Final, final

from newsmodel.markup.flow import Box
from newsmodel.parsers.html._body.group_signs import Groups
from newsmodel.parsers.html._body.near_signs import OTHER, SHAPES, TAG, TAGS, NearSigns
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
    lambda guess, place, side: (
        f"guess {guess}",
        f"side,guess/2 {place},{guess // 2}",
        f"core side,guess/2 {side},{guess // 2}",
    ),
    10,
    3,
    3,
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
_SINCE: Final = family(
    lambda share, bylines: (
        f"share before {share}",
        f"bylines since start {bylines - 1}",
    ),
    8,
    8,
)
_TWIN: Final = family(lambda size: (f"far twin,length/3 {size}",), 4)
_DESCRIPTION: Final = family(lambda place: (f"description,side {place}",), 3)
_BRANCH: Final = family(
    lambda likely, share, tag, levels: (
        f"guess of branch,levels {likely},{levels}",
        f"share of branch,levels {share},{levels}",
        f"branch,levels {TAGS[tag]},{levels}",
    ),
    9,
    6,
    _T,
    3,
)
_INSIDE: Final = family(lambda tag: (f"inside {TAGS[tag]}",), _T)
_RELATIVE: Final = family(lambda size: (f"length to usual {size}",), 6)

#: Bounds of a guess in hundredths of a logit: chances of 2, 6, 15, 30, 50, 70,
#: 85, 94 and 98 in a hundred; and the chances between them.
_GUESSES: Final = (-389, -275, -173, -85, 0, 85, 173, 275, 389)
_CHANCES: Final = bytes((1, 4, 10, 22, 40, 60, 78, 90, 96, 99)).ljust(256)
#: The same of those that count when it is asked where the article is.
_WEIGHTY: Final = bytes((0, 0, 0, 0, 40, 60, 78, 90, 96, 99)).ljust(256)
_PERCENTS: Final = (2, 6, 15, 30, 50, 70, 85, 94, 98)
_NO_GUESS: Final = 10
_SURE: Final = 139
#: Runs of a lower guess than this need no second look.
HOPELESS: Final = -330
_SHARES_BEFORE: Final = (0.0001, 0.02, 0.1, 0.5, 0.9, 0.98, 0.9999)
_BRANCH_SHARES: Final = (0.001, 0.01, 0.05, 0.2, 0.5)
_RELATIVES: Final = (0.1, 0.3, 0.6, 1, 2)
# Squared chances, in a hundred, of a hundred characters that are as likely as not.
_SOME: Final = 100 * 2_500


@final
class FarSigns:
    """The far signs of a page, given a first guess for each of its runs.

    Attributes:
        core: The box that holds most of the article.
    """

    def __init__(self, signs: NearSigns, scores: Sequence[int]) -> None:
        boxes, lengths = signs.boxes, signs.lengths
        self._signs = signs
        guesses = bytes([bisect_right(_GUESSES, score) for score in scores])
        chances = array("q", map(mul, guesses.translate(_CHANCES), lengths))
        masses = map(mul, guesses.translate(_WEIGHTY), chances)
        # Sums up to each run, of which those of a box are differences.
        self._mass = mass = array("q", accumulate(masses, initial=0))
        self._chance = array("q", accumulate(chances, initial=0))
        self._size = array("q", accumulate(lengths, initial=0))
        self._total = mass[-1] or 1
        sure = [
            at for at, score in enumerate(scores) if score > _SURE and lengths[at] > 60
        ]
        self._first = first = sure[0] if sure else 0
        self._last = sure[-1] if sure else len(scores) - 1
        usual = sorted([lengths[at] for at in sure])
        self._usual = usual[len(usual) // 2] if usual else 100
        # Three more at each end, so that all have neighbours.
        nothing = bytes([_NO_GUESS] * 3)
        self._guesses = nothing + guesses + nothing
        self.core = self._find_core()
        self._groups = Groups(signs, scores, chances)
        self._bylines = [
            box.start
            for box in boxes
            if first < box.start < box.stop <= box.start + 3
            and box.names & TIME_OR_BYLINE
        ]
        # For each box how many levels above the core the innermost box is that is
        # around both, and the signs of all that stands in it.
        self._ways: dict[Box, tuple[int, tuple[int, ...]]] = {}
        box: Box | None = self.core
        while box is not None:
            self._ways[box] = len(self._ways), ()
            box = box.parent

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

    def far(self, at: int) -> list[int]:
        """Return the signs of a run on its page."""
        signs = self._signs
        text = signs.runs[at].text
        before3, before2, before1, guess, after1, after2, after3 = self._guesses[
            at : at + 7
        ]
        up, branch = self._way(signs.runs[at].box)
        side = 0 if up == 0 else 1 if at < self.core.start else 2
        place = 0 if at < self._first else 2 if at > self._last else 1
        share = bisect_right(_SHARES_BEFORE, self._mass[at] / self._total)
        bylines = 0
        if at > self._first:
            bylines = min(bisect_right(self._bylines, at), 6) + 1
        found = [
            _SHAPE + place * SHAPES + signs.shapes[at],
            _GUESS + (guess * 3 + place) * 3 + side,
            _BEFORE + (before3 * 11 + before2) * 11 + before1,
            _AFTER + (after1 * 11 + after2) * 11 + after3,
            _SINCE + share * 8 + bylines,
            _RELATIVE + bisect_right(_RELATIVES, signs.lengths[at] / self._usual),
        ]
        found += branch
        found += self._groups.of(at, guess)
        if text in signs.twins:
            found.append(_TWIN + signs.sizes[at] // 3)
        if len(text) > 20 and signs.is_description(text):
            found.append(_DESCRIPTION + place)
        return found

    def _way(self, box: Box) -> tuple[int, tuple[int, ...]]:
        """Return how a box lies to the core, from how the box around it does.

        That of a box is kept once it is asked for to tell that of another: most
        boxes with text have no others in them.
        """
        ways = self._ways
        # All that is around the core has its way, so there is a box around others.
        inner: list[Box] = []
        while (way := ways.get(box)) is None and box.parent is not None:
            inner.append(box)
            box = box.parent
        up, found = way or (0, ())
        while inner:
            box = inner.pop()
            tag = _INSIDE + TAG.get(box.tag, OTHER)
            found = found or (self._branch(box, up),)
            found = found if tag in found else (*found, tag)
            if inner:
                ways[box] = up, found
        return up, found

    def _branch(self, box: Box, up: int) -> int:
        """Return the sign of all that stands in a box beside the way to the core."""
        start, stop = box.start, box.stop
        likely = (self._chance[stop] - self._chance[start]) // (
            self._size[stop] - self._size[start] or 1
        )
        share = (self._mass[stop] - self._mass[start]) / self._total
        return (
            _BRANCH
            + (
                (
                    min(8, bisect_right(_PERCENTS, likely)) * 6
                    + bisect_right(_BRANCH_SHARES, share)
                )
                * _T
                + TAG.get(box.tag, OTHER)
            )
            * 3
            + min(up, 2)
        )
