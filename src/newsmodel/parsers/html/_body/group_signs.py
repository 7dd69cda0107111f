"""Group signs: how likely that is which a run belongs with.

Runs of one class are mostly all of the article's or none of them, so a first guess
for the others tells of each. How far a guess is to be believed depends on how much
of the page was guessed with certainty.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, final

from newsmodel.markup.flow import Box
from newsmodel.parsers.html._body.near_signs import NearSigns
from newsmodel.parsers.html._body.signs import family

_PAGE: Final = family(
    lambda sure, unsure, runs, guess: (
        f"sure text {sure}",
        f"unsure text {unsure}",
        f"runs of page {runs}",
        f"sure text,guess/2 {sure},{guess}",
        f"unsure text,guess/2 {unsure},{guess}",
    ),
    7,
    6,
    7,
    5,
)
_SHARE: Final = family(
    lambda share, guess: (f"length to sure text,guess/2 {share},{guess}",), 6, 5
)
_CLASS: Final = family(
    lambda likely, count, kin, kins: (
        f"guess,count of its class {likely},{count}",
        f"guess,count of its kin {kin},{kins}",
    ),
    10,
    4,
    10,
    4,
)
_DEPTH: Final = family(lambda depth: (f"depth to usual {depth - 4}",), 10)

_SURE: Final = 139
_NONE: Final = 9
_PERCENTS: Final = (2, 6, 15, 30, 50, 70, 85, 94)
_COUNTS: Final = (2, 3, 6)
_SURE_TEXTS: Final = (200, 600, 1500, 3000, 6000, 12000)
_UNSURE: Final = (0.05, 0.15, 0.3, 0.6, 1)
_RUNS: Final = (5, 10, 20, 40, 80, 200)
_SHARES: Final = (0.002, 0.01, 0.03, 0.1, 0.3)


@final
class Groups:
    """The group signs of a page, given a first guess for each of its runs."""

    def __init__(
        self, signs: NearSigns, scores: Sequence[int], chances: Sequence[int]
    ) -> None:
        """Take the runs with their guesses.

        Args:
            signs: The near signs of the runs.
            scores: The first guess for each, in hundredths of a logit.
            chances: The length of each, weighed by its chance in a hundred.
        """
        self._signs = signs
        self._chances = chances
        lengths = signs.lengths
        sure = unsure = 0
        depths: dict[int, int] = defaultdict(int)
        for at, score in enumerate(scores):
            if score > _SURE:
                length = lengths[at]
                sure += length
                depths[signs.runs[at].box.depth] += min(5, length // 50 + 1)
            elif score > -_SURE:
                unsure += lengths[at]
        self._sure = sure or 1
        self._depth = max(depths, key=depths.__getitem__) if depths else 10
        self._page = (
            bisect_right(_SURE_TEXTS, sure) * 6
            + bisect_right(_UNSURE, unsure / self._sure)
        ) * 7 + bisect_right(_RUNS, len(scores))
        self._sums = self._group()

    def _group(self) -> list[tuple[list[int], list[int]]]:
        """Add up what runs of one kind hold of likely text and of text, and count."""
        found: list[tuple[list[int], list[int]]] = []
        sums: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])
        last: Box | None = None
        tag = name = None
        own: tuple[list[int], list[int]] = ([], [])
        for run, its_chance, its_size in zip(
            self._signs.runs, self._chances, self._signs.lengths, strict=True
        ):
            box = run.box
            parent = box.parent or box
            # Most runs are of the kind of the one before.
            its_name = box.element.get("class")
            if parent is not last or box.tag != tag or its_name != name:
                last, tag, name = parent, box.tag, its_name
                kind, above = box.kind, (parent.parent or parent).kind
                own = sums[kind], sums[kind, parent.kind, above]
            found.append(own)
            for its in own:
                its[0] += its_chance
                its[1] += its_size
                its[2] += 1
        return found

    def _others(self, sums: list[int], at: int) -> int:
        """Return two digits: how likely the others of a kind are, and how many."""
        chance, size, count = sums
        if count == 1:
            return _NONE * 4
        chance -= self._chances[at]
        size -= self._signs.lengths[at]
        return bisect_right(_PERCENTS, chance // size) * 4 + bisect_right(
            _COUNTS, count
        )

    def of(self, at: int, guess: int) -> tuple[int, ...]:
        """Return the signs of the groups that a run is in."""
        its_class, its_kin = self._sums[at]
        half = guess // 2
        share = bisect_right(_SHARES, self._signs.lengths[at] / self._sure)
        depth = self._signs.runs[at].box.depth - self._depth
        return (
            _PAGE + self._page * 5 + half,
            _SHARE + share * 5 + half,
            _CLASS + self._others(its_class, at) * 40 + self._others(its_kin, at),
            _DEPTH + max(0, min(9, depth + 4)),
        )
