"""Reported clauses: what is said without quotation marks, or only partly in them.

Each word that could be a cue is judged twice: for what stands behind it, and for
what stands before it. All stretches that could have been said, and that nothing
was, compete with each other; each has the sum of the weights of its cue, of where
it starts and of where it ends. What each sign counts for was learned by
``tools/learn_clauses.py`` and stands in ``clauses.json``: hundredths of a logit.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

from newsmodel.quotes import clause_signs as signs
from newsmodel.quotes.clause_signs import PADDING, Keys, Sentence
from newsmodel.quotes.tokens import Tokens

Span = tuple[int, int]
# The best of so many are compared by what they have in common.
_BEST: Final = 8
# Stretches that share so much of their characters count as one and the same.
_SAME: Final = 0.8
_NEARLY: Final = 0.96
_NEGLIGIBLE: Final = 0.02
# No sentence of prose has more tokens, and none that is read more cues.
_LONGEST: Final = 200
_CUES: Final = 24
# Logits, in hundredths: too low for what else may come (measured), and as good
# as never and always.
_NO_CUE: Final = -800
_NO_START: Final = -520
_HOPELESS: Final = -600
_CERTAIN: Final = 3000
_STOP: Final = re.compile("[.S]")
_REGIONS: Final = ("", "Q", "S", "K")
_WORD: Final = re.compile("[a-z]+")


class Clause(NamedTuple):
    """A clause that was said, as numbers of tokens of its paragraph.

    Attributes:
        cue: The word that says so.
        start: Where it starts.
        end: Where it ends.
        chance: How sure it is that this was said, from 0 to 1.
        sentence: Where its sentence starts and ends.
    """

    cue: int
    start: int
    end: int
    chance: float
    sentence: Span


class Weights:
    """What signs count for.

    Attributes:
        cues: The words that could be cues.
        keys: What stands for each word in signs.
        signs: What each sign counts for, in hundredths of a logit.
    """

    def __init__(
        self, words: Sequence[str], cues: Sequence[str], signs: Mapping[str, int]
    ) -> None:
        self.cues = frozenset(cues)
        self.keys = Keys([*words, *cues])
        self.signs = signs

    def sum(self, found: Sequence[str]) -> int:
        """Return what signs count for together."""
        return sum(filter(None, map(self.signs.get, found)))


@cache
def learned_weights() -> Weights:
    """Return the weights that come with the package."""
    table = json.loads(files("newsmodel.quotes").joinpath("clauses.json").read_bytes())
    return Weights(table["words"].split(), table["cues"].split(), table["signs"])


def may_report(text: str, weights: Weights) -> bool:
    """Tell whether there is any cue in a text: most paragraphs have none."""
    return not weights.cues.isdisjoint(_WORD.findall(text.lower()))


def sentences(tokens: Tokens, masked: str) -> Iterator[Span]:
    """Yield the sentences of a paragraph as numbers of tokens.

    One that is too long to be any is cut, so that each takes bounded time.
    """
    shape, starts = tokens.shape, tokens.starts
    ends = [
        match.end()
        for match in _STOP.finditer(shape)
        if match[0] == "."
        or shape[match.end() : match.end() + 1] in _REGIONS
        or masked[starts[match.end()]].isupper()
    ]
    start = 0
    for end in [*ends, len(shape)]:
        while end - start > _LONGEST:
            yield start, start + _LONGEST
            start += _LONGEST
        if end > start:
            yield start, end
        start = end


def cues_in(tokens: Tokens, keys: Sequence[str], weights: Weights) -> list[int]:
    """Return the tokens of a paragraph that could be cues, in order."""
    shape, known = tokens.shape, weights.cues
    return [
        number
        for number, key in enumerate(keys)
        if key in known and shape[number] != "N"
    ]


def clauses_in(
    tokens: Tokens, masked: str, weights: Weights, least: float
) -> Iterator[Clause]:
    """Yield the clauses of a paragraph whose chance is not too small."""
    keys = tokens.keys(weights.keys)
    cues = cues_in(tokens, keys, weights)
    if not cues:
        return
    at = 0
    for start, end in sentences(tokens, masked):
        own = []
        while at < len(cues) and cues[at] < end:
            own.append(cues[at])
            at += 1
        del own[_CUES:]
        if not own:
            continue
        sentence = signs.sentence_of(tokens, keys, start, end, own)
        for cue in sentence.cues:
            shift = start - PADDING
            for look in (_behind, _before):
                rated = look(sentence, cue, weights)
                if rated and (found := _best(rated, tokens, shift, least)):
                    low, high, chance = found
                    yield Clause(
                        cue + shift, low + shift, high + shift, chance, (start, end)
                    )


_Rated = tuple[int, list[int], list[int], list[int], list[int]]


def _behind(sentence: Sentence, cue: int, weights: Weights) -> _Rated | None:
    """Return what a cue counts for, and all starts and ends of what is behind it."""
    that = signs.that_behind(sentence, cue)
    starts = signs.starts_behind(sentence, cue, that)
    if not starts:
        return None
    total = weights.sum
    bias = total(signs.right_signs(sentence, cue))
    if bias < _NO_CUE:
        return None
    first = [total(signs.start_signs(sentence, cue, that, each)) for each in starts]
    if bias + max(first) < _NO_START:
        return None
    ends, edges = signs.ends_behind(sentence, cue), sentence.edges
    for end in ends:
        if end not in edges:
            edges[end] = total(signs.edge_signs(sentence, end))
    clause = signs.clause_of(sentence, cue)
    last = [
        edges[end] + total(signs.end_signs(sentence, cue, end, clause)) for end in ends
    ]
    return bias, starts, first, ends, last


def _before(sentence: Sentence, cue: int, weights: Weights) -> _Rated | None:
    """Return the same of what stands before a cue."""
    if not signs.may_follow(sentence, cue):
        return None
    starts = signs.starts_before(sentence, cue)
    if not starts:
        return None
    total = weights.sum
    bias = total(signs.left_signs(sentence, cue))
    if bias < _NO_CUE:
        return None
    first = [total(signs.first_signs(sentence, cue, each)) for each in starts]
    if bias + max(first) < _NO_START:
        return None
    ends = signs.ends_before(sentence, cue)
    last = [total(signs.last_signs(sentence, cue, each)) for each in ends]
    return bias, starts, first, ends, last


def _best(
    rated: _Rated, tokens: Tokens, shift: int, least: float
) -> tuple[int, int, float] | None:
    """Return the stretch that is most likely to be nearly right, and its chance."""
    bias, starts, first, ends, last = rated
    total = 1.0
    stretches = []
    closings = list(zip(ends, last, strict=True))
    for start, opening in zip(starts, first, strict=True):
        for end, closing in closings:
            logit = bias + opening + closing
            if end > start and logit > _HOPELESS:
                odds = exp(logit / 100 if logit < _CERTAIN else _CERTAIN / 100)
                total += odds
                stretches.append((odds, start, end))
    if total - 1 < least * total:
        return None
    stretches.sort(reverse=True)
    least_odds = _NEGLIGIBLE * stretches[0][0]
    spans = [
        (odds, tokens.starts[start + shift], tokens.end(end - 1 + shift))
        for odds, start, end in stretches[:_BEST]
        if odds > least_odds
    ]
    likes = [sum([each[0] for each in spans if _like(span, each)]) for span in spans]
    most = max(likes)
    if most < least * total:
        return None
    # The likeliest by itself of those that are nearly as good.
    best = next(at for at, like in enumerate(likes) if like >= _NEARLY * most)
    _, start, end = stretches[best]
    return start, end, likes[best] / total


def _like(one: tuple[float, int, int], other: tuple[float, int, int]) -> bool:
    """Tell whether two stretches share most of their characters."""
    _, low, high = one
    _, start, end = other
    shared = (high if high < end else end) - (low if low > start else start)
    whole = (high if high > end else end) - (low if low < start else start)
    return shared >= _SAME * whole
