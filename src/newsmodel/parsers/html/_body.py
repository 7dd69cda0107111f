"""Which runs of a page are the article's body.

First each run is judged by itself and its neighbours; from that follows where the
article is, and each run that has a chance is judged again by how it stands to that.
"""

from typing import Final, NamedTuple

from newsmodel.markup.flow import Box
from newsmodel.parsers.html._names import WORDS as NAMES
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._signs import HOPELESS, Signs, Surroundings
from newsmodel.parsers.html._signs import NAMES as SIGNS
from newsmodel.parsers.html._weights import (
    BIAS_FAR,
    BIAS_NEAR,
    GUESS,
)
from newsmodel.parsers.html._weights import NAMES as NAME_WEIGHTS
from newsmodel.parsers.html._weights import SIGNS as SIGN_WEIGHTS
from newsmodel.parsers.html._weights import WORDS as WORD_WEIGHTS


class Body(NamedTuple):
    """The body, as far as it has been found.

    Attributes:
        core: The box that holds most of it.
        runs: Numbers of its runs, in order.
        scores: For each run of the page how surely it is the body's, in
            hundredths of a logit; 0 is the border.
    """

    core: Box
    runs: list[int]
    scores: list[int]

    @property
    def first(self) -> int:
        """Number of its first run; 0 where it has none."""
        return self.runs[0] if self.runs else 0

    @property
    def last(self) -> int:
        """Number of its last run; -1 where it has none."""
        return self.runs[-1] if self.runs else -1


_WEIGHTS: Final = [SIGN_WEIGHTS.get(sign, 0) for sign in SIGNS]
_LIMIT: Final = 600


def find_body(page: Page) -> Body:
    """Return the body of the article on a page."""
    boxes = page.flow.boxes
    signs = Signs(page)
    names = _NameSums(boxes)
    weights = _WEIGHTS
    scores = []
    for at, run in enumerate(signs.runs):
        score = BIAS_NEAR + names.near[run.box]
        for sign in signs.near(at):
            score += weights[sign]
        for word in signs.words(at):
            score += WORD_WEIGHTS.get(word, 0)
        scores.append(score)
    around = Surroundings(signs, scores)
    judged = []
    for at, guess in enumerate(scores):
        if guess < HOPELESS:
            judged.append(guess)
            continue
        found, common = around.far(at)
        box = signs.runs[at].box
        score = BIAS_FAR + names.far[box] - names.far[common]
        score += max(-_LIMIT, min(_LIMIT, guess)) * GUESS // 100
        for sign in found:
            score += weights[sign]
        judged.append(score)
    chosen = [at for at, score in enumerate(judged) if score > 0]
    return Body(around.core, chosen, judged)


class _NameSums:
    """What the names of a box and of all around it count for, summed up."""

    def __init__(self, boxes: list[Box]) -> None:
        self.near: dict[Box, int] = {}
        self.far: dict[Box, int] = {}
        known: dict[int, tuple[int, int]] = {0: (0, 0)}
        for box in boxes:
            bits = box.names
            if bits not in known:
                known[bits] = _weigh(bits)
            near, far = known[bits]
            if box.parent is not None:
                near += self.near[box.parent]
                far += self.far[box.parent]
            self.near[box], self.far[box] = near, far


def _weigh(bits: int) -> tuple[int, int]:
    near = far = 0
    while bits:
        low = bits & -bits
        weights = NAME_WEIGHTS.get(NAMES[low.bit_length() - 1], (0, 0))
        near += weights[0]
        far += weights[1]
        bits ^= low
    return near, far
