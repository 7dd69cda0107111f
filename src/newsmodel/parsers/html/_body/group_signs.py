"""Group signs: how likely that is which a run belongs with.

Runs of one list, one class or one section are mostly all of the article's or none
of them, so a first guess for the others tells of each. How far a guess is to be
believed depends on how much of the page was guessed with certainty.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, final

from newsmodel.markup.flow import Box, Kin, Run
from newsmodel.parsers.html._body.near_signs import TAGS, Signs
from newsmodel.parsers.html._body.signs import family

_T: Final = len(TAGS)
_LEVELS: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "bold", "none")
_LEVEL: Final = {tag: at for at, tag in enumerate(_LEVELS[:6])}
_BOLD: Final = 6
_NO_LEVEL: Final = 7

_PAGE: Final = family(
    lambda sure, unsure, runs, guess, share: (
        f"sure text {sure}",
        f"unsure text {unsure}",
        f"runs of page {runs}",
        f"sure text,guess/2 {sure},{guess}",
        f"unsure text,guess/2 {unsure},{guess}",
        f"length to sure text,guess/2 {share},{guess}",
    ),
    7,
    6,
    7,
    5,
    6,
)
_SIBLINGS: Final = family(
    lambda likely, count, guess: (
        f"guess,count of siblings {likely},{count}",
        f"guess of siblings,guess/2 {likely},{guess}",
    ),
    10,
    4,
    5,
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
_IN_SECTION: Final = family(
    lambda likely, guess: (
        f"guess of section {likely}",
        f"guess of section,guess/2 {likely},{guess}",
    ),
    10,
    5,
)
_HEADS: Final = family(
    lambda likely, level: (
        f"guess of section below {likely}",
        f"guess of section below,heading {likely},{_LEVELS[level]}",
    ),
    10,
    8,
)
_USUAL: Final = family(
    lambda depth, tag, usual: (
        f"depth to usual {depth - 4}",
        f"tag,usual tag {TAGS[tag]},{TAGS[usual]}",
        f"is usual tag {TAGS[usual]}" if tag == usual else "is no usual tag",
    ),
    10,
    _T,
    _T,
)

_SURE: Final = 139
_NONE: Final = 9
_PERCENTS: Final = (2, 6, 15, 30, 50, 70, 85, 94)
_COUNTS: Final = (2, 3, 6)
_SURE_TEXTS: Final = (200, 600, 1500, 3000, 6000, 12000)
_UNSURE: Final = (0.05, 0.15, 0.3, 0.6, 1)
_RUNS: Final = (5, 10, 20, 40, 80, 200)
_SHARES: Final = (0.002, 0.01, 0.03, 0.1, 0.3)
_SHORT: Final = 80


@final
class Groups:
    """The group signs of a page, given a first guess for each of its runs."""

    def __init__(
        self,
        signs: Signs,
        scores: Sequence[int],
        guesses: Sequence[int],
        chances: Sequence[int],
        kins: Sequence[Kin],
    ) -> None:
        """Take the runs with their guesses.

        Args:
            signs: The near signs of the runs.
            scores: The first guess for each, in hundredths of a logit.
            guesses: The same as numbers from 0 to 9.
            chances: The length of each, weighed by its chance in a hundred.
            kins: What the box of each has alike with others.
        """
        self._signs = signs
        self._chances = chances
        lengths = signs.lengths
        sure = unsure = 0
        depths: dict[int, int] = defaultdict(int)
        tags: dict[int, int] = defaultdict(int)
        for at, score in enumerate(scores):
            if score > _SURE:
                sure += lengths[at]
                run = signs.runs[at]
                depths[run.box.depth] += min(5, lengths[at] // 50 + 1)
                tags[signs.tags[at]] += 1
            elif score > -_SURE:
                unsure += lengths[at]
        self._sure = sure or 1
        self._depth = max(depths, key=depths.__getitem__) if depths else 10
        self._tag = max(tags, key=tags.__getitem__) if tags else 0
        self._page = (
            bisect_right(_SURE_TEXTS, sure) * 6
            + bisect_right(_UNSURE, unsure / self._sure)
        ) * 7 + bisect_right(_RUNS, len(scores))
        self._group(kins)
        self._section = _section_signs(signs, guesses, chances)

    def _group(self, kins: Sequence[Kin]) -> None:
        """Add up what runs of one kind hold of text, and of likely text."""
        self._sums: list[tuple[list[int], ...]] = []
        sums: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])
        runs, lengths = self._signs.runs, self._signs.lengths
        last: Box | None = None
        last_kin: Kin | None = None
        own: tuple[list[int], ...] = ()
        for run, kin, its_chance, its_size in zip(
            runs, kins, self._chances, lengths, strict=True
        ):
            parent = run.box.parent or run.box
            if parent is not last or kin != last_kin:
                last, last_kin = parent, kin
                kind, (_, above) = kin[0], (parent.parent or parent).kind
                own = sums[parent, kind], sums[kind], sums[kin, above]
            self._sums.append(own)
            for its in own:
                its[0] += its_chance
                its[1] += its_size
                its[2] += 1

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

    def of(self, at: int, guess: int) -> list[int]:
        """Return the signs of the groups that a run is in."""
        signs = self._signs
        siblings, its_class, its_kin = self._sums[at]
        half = guess // 2
        share = bisect_right(_SHARES, signs.lengths[at] / self._sure)
        depth = signs.runs[at].box.depth - self._depth
        return [
            _PAGE + (self._page * 5 + half) * 6 + share,
            _SIBLINGS + self._others(siblings, at) * 5 + half,
            _CLASS + self._others(its_class, at) * 40 + self._others(its_kin, at),
            _USUAL + (max(0, min(9, depth + 4)) * _T + signs.tags[at]) * _T + self._tag,
            self._section[at],
        ]


def _section_signs(
    signs: Signs, guesses: Sequence[int], chances: Sequence[int]
) -> list[int]:
    """Return for each run the sign of its section: what is below one heading."""
    runs, lengths = signs.runs, signs.lengths
    heads = [at for at, run in enumerate(runs) if _is_heading(run)]
    if runs and not (heads and heads[0] == 0):
        heads.insert(0, 0)
    found: list[int] = []
    for start, stop in pairwise((*heads, len(runs))):
        first = start + 1
        its = sum(lengths[first:stop])
        likely = _NONE
        if its:
            likely = bisect_right(_PERCENTS, sum(chances[first:stop]) // its)
        tag = runs[start].box.tag
        level = _LEVEL.get(tag, _BOLD if start else _NO_LEVEL)
        found.append(_HEADS + likely * 8 + level)
        inside = _IN_SECTION + likely * 5
        found += [inside + guess // 2 for guess in guesses[first:stop]]
    return found


def _is_heading(run: Run) -> bool:
    """Whether a run heads what follows: a heading, or a short line all in bold."""
    if run.box.tag in _LEVEL:
        return True
    if run.spans and len(run.text) < _SHORT:
        whole = len(run.pieces)
        for span in run.spans:
            if span.kind == "strong" and span.start == 0 and span.stop == whole:
                return True
    return False
