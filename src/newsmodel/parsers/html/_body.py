"""Which runs of a page are the article's body.

First each run is judged by itself and its neighbours; from that follows where the
article is, and each run that has a chance is judged again by how it stands to that.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from newsmodel.markup.flow import Box
from newsmodel.parsers.html._names import WORDS as NAMES
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._signs import HOPELESS, Signs, Surroundings, Weights
from newsmodel.parsers.html._weights import BIAS_FAR, BIAS_NEAR, GUESS
from newsmodel.parsers.html._weights import NAMES as NAME_WEIGHTS


class Body(NamedTuple):
    """The body, as far as it has been found.

    Attributes:
        core: The box that holds most of it.
        runs: Numbers of its runs, in order.
        scores: For each run of the page how surely it is the body's, in
            hundredths of a logit; 0 is the border.
        rule: How it was found.
    """

    core: Box
    runs: list[int]
    scores: list[int]
    rule: str = "learned-signs"

    @property
    def first(self) -> int:
        """Number of its first run; 0 where it has none."""
        return self.runs[0] if self.runs else 0

    @property
    def last(self) -> int:
        """Number of its last run; -1 where it has none."""
        return self.runs[-1] if self.runs else -1

    def holds_most(self, runs: Sequence[int]) -> bool:
        """Whether at least half of some runs are the body's, or nearly are."""
        near = [at for at in runs if self.scores[at] > _NEARLY]
        return len(near) * 2 >= len(runs)


_NEARLY: Final = -100
# As many as there are signs, at the most.
_WEIGHTS: Final = Weights()
_GUESS_LIMIT: Final = 600


def find_body(page: Page) -> Body:
    """Return the body of the article on a page."""
    signs = Signs(page)
    named = _weigh_boxes(page.flow.boxes)
    guesses = [
        BIAS_NEAR + named[run.box] + sum([_WEIGHTS[sign] for sign in signs.near(at)])
        for at, run in enumerate(signs.runs)
    ]
    around = Surroundings(signs, guesses)
    scores = []
    for at, guess in enumerate(guesses):
        if guess > HOPELESS:
            limited = max(-_GUESS_LIMIT, min(_GUESS_LIMIT, guess))
            guess = BIAS_FAR + limited * GUESS // 100
            guess += sum([_WEIGHTS[sign] for sign in around.far(at)])
        scores.append(guess)
    chosen = [at for at, score in enumerate(scores) if score > 0]
    return Body(around.core, chosen, scores)


def _weigh_boxes(boxes: list[Box]) -> dict[Box, int]:
    """Return what the names of each box and of all around it count for."""
    weights: dict[Box | None, int] = {None: 0}
    for box in boxes:
        weights[box] = weights[box.parent] + _weight_of_names(box.names)
    return weights


@lru_cache(4096)
def _weight_of_names(bits: int) -> int:
    weight = 0
    while bits:
        low = bits & -bits
        weight += NAME_WEIGHTS.get(NAMES[low.bit_length() - 1], 0)
        bits ^= low
    return weight
