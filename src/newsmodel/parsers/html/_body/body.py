"""Which runs of a page are the article's body.

First each run is judged by itself and its neighbours; from that follows where the
article is, and each run that has a chance is judged again by how it stands to that.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, NamedTuple, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._body.far_signs import HOPELESS, FarSigns
from newsmodel.parsers.html._body.near_signs import NearSigns
from newsmodel.parsers.html._body.signs import Weights, parts_of
from newsmodel.parsers.html._body.word_signs import (
    aside_signs,
    weight_of_words,
    weighty_words,
)
from newsmodel.parsers.html._page.names import WORDS as NAMES
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._weights import BIAS_FAR, BIAS_NEAR, GUESS, SIGNS, WORDS
from newsmodel.parsers.html._weights import NAMES as NAME_WEIGHTS
from newsmodel.rules.furniture import is_furniture, points_elsewhere


class Body(NamedTuple):
    """The body, as far as it has been found.

    Attributes:
        core: The box that holds most of it.
        runs: Numbers of its runs, in order.
        scores: For each run of the page how surely it is the body's, in
            hundredths of a logit; 0 is the border.
        rule: How it was found.
        judge: Says why, where the signs of each run were weighed.
    """

    core: Box
    runs: list[int]
    scores: Sequence[int]
    rule: str = "learned-signs"
    judge: "Judge | None" = None

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

    def near_misses(self) -> list[int]:
        """Return the few runs after its first that came nearest to being its own.

        Before that stand the lines of the head, which are other fields.
        """
        close = [
            at
            for at, score in enumerate(self.scores)
            if _FAR_OFF < score <= 0 and at > self.first
        ]
        return sorted(close, key=lambda at: -self.scores[at])[:_MOST_MISSES]


_NEARLY: Final = -100
_FAR_OFF: Final = -200
_MOST_MISSES: Final = 3
# As many as there are signs, at the most.
_WEIGHTS: Final = Weights()
_GUESS_LIMIT: Final = 600
# Runs within this of the border are judged by their words, too, and those that are
# so little above it by how they are worded, which speaks against them: hardly one
# that is further off would be moved over it.
_UNSURE: Final = 200
_UNSURE_IN: Final = 300
_SHOWN_PARTS: Final = 4
_MOST_IN_FORM: Final = 3  # runs
_HIDDEN: Final = 1 << NAMES.index("<hidden>")
_NAMED: Final = tuple([NAME_WEIGHTS.get(name, 0) for name in NAMES])


def find_body(page: Page) -> Body:
    """Return the body of the article on a page."""
    judge = Judge(page)
    chosen = choose(page.flow.runs, judge.scores)
    return Body(judge.around.core, chosen, judge.scores, "learned-signs", judge)


def choose(runs: Sequence[Run], scores: Sequence[int]) -> list[int]:
    """Return the runs that are the body by their scores, but for what never is."""
    chosen = [
        at
        for at, score in enumerate(scores)
        if score > 0 and not _is_furniture(runs[at])
    ]
    # Text in a box that is hidden is at times shown on demand, as the rest of a long
    # article is. A paragraph that is hidden itself hardly ever is the article's.
    shown = [at for at in chosen if not runs[at].box.names & _HIDDEN]
    if len(shown) * 2 > len(chosen):
        chosen = shown
    # Some sites put all of a page into one form, or never close one, and others show
    # the article without scripts alone.
    outside = [at for at in chosen if not _is_in_form(runs[at].box)]
    if len(outside) * 2 > len(chosen) and len(chosen) <= len(outside) + _MOST_IN_FORM:
        return outside
    return chosen


def _is_furniture(run: Run) -> bool:
    """Whether a run is a label of the page, or a link to another article."""
    text = run.text
    return is_furniture(text) or (run.linked * 2 > len(text) and points_elsewhere(text))


def _is_in_form(box: Box) -> bool:
    """Whether a box is part of a form or beside one, or shown without scripts alone."""
    if next(box.element.iterancestors("form", "noscript"), None) is not None:
        return True
    around = box.parent
    return (
        around is not None
        and around.stop - around.start <= _MOST_IN_FORM
        and next(around.element.iterdescendants("form"), None) is not None
    )


@final
class Judge:
    """Weighs the signs of a page's runs.

    Attributes:
        scores: For each run how surely it is the body's.
        around: How each run stands to the others.
    """

    def __init__(self, page: Page) -> None:
        self._signs = signs = NearSigns(page)
        named = _weigh_boxes(page.flow.boxes)
        weight_of = _WEIGHTS.__getitem__
        weights = [
            BIAS_NEAR + named[run.box] + sum(map(weight_of, near))
            for run, near in zip(signs.runs, signs.near(), strict=True)
        ]
        self._guesses = guesses = array("q", weights)
        self.around = around = FarSigns(signs, guesses)
        self.scores = array("q")
        for at, guess in enumerate(guesses):
            score = guess
            if guess > HOPELESS:
                score = BIAS_FAR + _weight_of_guess(guess)
                score += sum(map(weight_of, around.far(at)))
                if -_UNSURE < score < _UNSURE:
                    score += weight_of_words(signs.runs[at].text)
                if 0 < score < _UNSURE_IN:
                    score += sum(map(weight_of, aside_signs(signs.runs[at].text)))
            self.scores.append(score)

    def reason(self, at: int) -> str:
        """Return which signs weighed the most for and against a run.

        Such as ``"-0.35: linked 3 -0.52, first guess +0.31"``, in logits. What it
        shares with the run that is the surest, which most of the body does, is no
        reason.
        """
        surest, shared = self._surest
        parts = [
            each
            for each in self._parts(at).items()
            if surest == at or each[0] not in shared
        ]
        parts.sort(key=lambda part: -abs(part[1]))
        shown = [f"{name} {weight / 100:+.2f}" for name, weight in parts[:_SHOWN_PARTS]]
        return f"{self.scores[at] / 100:+.2f}: {', '.join(shown) or 'names'}"

    @cached_property
    def _surest(self) -> tuple[int, dict[str, int]]:
        """Number of the run that is the surest, and the parts of its signs."""
        surest = max(range(len(self.scores)), key=self.scores.__getitem__)
        return surest, self._parts(surest)

    def _parts(self, at: int) -> dict[str, int]:
        """Return the parts of the signs that decided on a run, with their weights."""
        guess = self._guesses[at]
        if guess <= HOPELESS:
            return _weights_of_parts(next(islice(self._signs.near(), at, None)))
        parts = {f"first guess {guess / 100:+.2f}": _weight_of_guess(guess)}
        parts |= _weights_of_parts(self.around.far(at))
        text = self._signs.runs[at].text
        if -_UNSURE < BIAS_FAR + sum(parts.values()) < _UNSURE:
            parts |= {f"word {word}": WORDS[word] for word in weighty_words(text)}
        if 0 < BIAS_FAR + sum(parts.values()) < _UNSURE_IN:
            parts |= _weights_of_parts(aside_signs(text))
        return parts


def _weights_of_parts(signs: Iterable[int]) -> dict[str, int]:
    return {part: SIGNS.get(part, 0) for sign in signs for part in parts_of(sign)}


def _weight_of_guess(guess: int) -> int:
    return max(-_GUESS_LIMIT, min(_GUESS_LIMIT, guess)) * GUESS // 100


def _weigh_boxes(boxes: list[Box]) -> dict[Box | None, int]:
    """Return what the names of each box with text and of all around it count for."""
    weights: dict[Box | None, int] = {None: 0}
    for box in boxes:
        if box.start < box.stop:
            names = box.names
            own = _weight_of_names(names) if names else 0
            weights[box] = weights[box.parent] + own
    return weights


@lru_cache(4096)
def _weight_of_names(bits: int) -> int:
    weight = 0
    while bits:
        at = bits.bit_length() - 1
        weight += _NAMED[at]
        bits ^= 1 << at
    return weight
