"""Reported clauses: what is said without quotation marks, or only partly in them.

Each word that could be a cue is judged twice: for what stands behind it, and for
what stands before it. All stretches that could have been said, and that nothing
was, compete with each other; each has the sum of the weights of its cue, of where
it starts and of where it ends. What each sign counts for was learned by
``tools/learn_clauses.py`` and stands in ``clauses.json``: hundredths of a logit.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import compress
from math import exp
from typing import Final, NamedTuple

from newsmodel.quotes import clause_signs as signs
from newsmodel.quotes.clause_signs import MOST_TOKENS, PADDING, Keys, Sentence
from newsmodel.quotes.clause_tables import Tables, tables_of
from newsmodel.quotes.tokens import Tokens

Span = tuple[int, int]
# The best of so many are compared by what they have in common.
_BEST: Final = 8
# Stretches that share so much of their characters count as one and the same.
_SAME: Final = 0.8
_NEARLY: Final = 0.96
_NEGLIGIBLE: Final = 0.02
# None of the sentences that are read has more cues.
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
        tables: What each sign counts for, in hundredths of a logit.
    """

    def __init__(
        self, words: Sequence[str], cues: Sequence[str], tables: Tables
    ) -> None:
        self.cues = frozenset(cues)
        self.keys = Keys([*words, *cues])
        self.tables = tables


@cache
def learned_weights() -> Weights:
    """Return the weights that come with the package."""
    known = json.loads(files("newsmodel.quotes").joinpath("clauses.json").read_bytes())
    tables = tables_of(lambda group, name: known["signs"][group][name])
    return Weights(known["words"].split(), known["cues"].split(), tables)


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
        while end - start > MOST_TOKENS:
            yield start, start + MOST_TOKENS
            start += MOST_TOKENS
        if end > start:
            yield start, end
        start = end


def cues_in(tokens: Tokens, keys: Sequence[str], weights: Weights) -> list[int]:
    """Return the tokens of a paragraph that could be cues, in order."""
    shape, known = tokens.shape, weights.cues
    numbers = compress(range(len(keys)), map(known.__contains__, keys))
    return [number for number in numbers if shape[number] != "N"]


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
    tables = weights.tables
    bias = signs.cue_behind(tables.cue_behind, sentence, cue)
    if bias < _NO_CUE:
        return None
    first = signs.start_behind(tables.start_behind, sentence, cue, that, starts)
    if bias + max(first) < _NO_START:
        return None
    ends, edges = signs.ends_behind(sentence, cue), sentence.edges
    for end in ends:
        if end not in edges:
            edges[end] = signs.edge(tables.edge, sentence, end)
    clause = signs.clause_of(sentence, cue)
    own = signs.end_behind(tables.end_behind, sentence, cue, clause, ends)
    last = [edges[end] + weight for end, weight in zip(ends, own, strict=True)]
    return bias, starts, first, ends, last


def _before(sentence: Sentence, cue: int, weights: Weights) -> _Rated | None:
    """Return the same of what stands before a cue."""
    if not signs.may_follow(sentence, cue):
        return None
    starts = signs.starts_before(sentence, cue)
    if not starts:
        return None
    tables = weights.tables
    bias = signs.cue_before(tables.cue_before, sentence, cue)
    if bias < _NO_CUE:
        return None
    first = signs.start_before(tables.start_before, sentence, cue, starts)
    if bias + max(first) < _NO_START:
        return None
    ends = signs.ends_before(sentence, cue)
    last = signs.end_before(tables.end_before, sentence, cue, ends)
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
        so_far = bias + opening
        for end, closing in closings:
            logit = so_far + closing
            if logit > _HOPELESS and end > start:
                odds = exp(logit / 100 if logit < _CERTAIN else _CERTAIN / 100)
                total += odds
                stretches.append((odds, start, end))
    if total - 1 < least * total:
        return None
    stretches.sort(reverse=True)
    del stretches[_BEST:]
    likes = _with_like(stretches, tokens, shift)
    most = max(likes)
    if most < least * total:
        return None
    # The likeliest by itself of those that are nearly as good.
    best = next(at for at, like in enumerate(likes) if like >= _NEARLY * most)
    _, start, end = stretches[best]
    return start, end, likes[best] / total


def _with_like(
    stretches: Sequence[tuple[float, int, int]], tokens: Tokens, shift: int
) -> list[float]:
    """Return the odds of each stretch and of those that share most of its characters.

    Stretches come likeliest first; those that are too unlikely to matter are left out.
    """
    least_odds = _NEGLIGIBLE * stretches[0][0]
    spans: list[tuple[float, int, int]] = []
    likes: list[float] = []
    for odds, first, behind in stretches:
        if odds <= least_odds:
            break
        start, end = tokens.starts[first + shift], tokens.end(behind - 1 + shift)
        own = 0.0
        for at, (other, low, high) in enumerate(spans):
            shared = (high if high < end else end) - (low if low > start else start)
            whole = (high if high > end else end) - (low if low < start else start)
            if shared >= _SAME * whole:
                own += other
                likes[at] += odds
        spans.append((odds, start, end))
        likes.append(own + odds)
    return likes
