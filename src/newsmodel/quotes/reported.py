"""What is reported in clauses, beside what stands in quotation marks alone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from newsmodel.quotes import frames
from newsmodel.quotes.clauses import Clause, Span, Weights, clauses_in
from newsmodel.quotes.document import Document
from newsmodel.quotes.frames import Frame
from newsmodel.quotes.scanner import Region
from newsmodel.quotes.tokens import Tokens
from newsmodel.quotes.utterances import Utterance

# Measured: the best balance of what is wrong with what is missed.
_LEAST: Final = 0.4
# What a clause takes that would swallow a whole quotation; one with its cue and
# subject tight behind it is never swallowed. One that goes on with a clause in a
# small letter always is: "The party “lets us get our message out,” she said."
_SURE: Final = 0.76
_TIGHT: Final = 95
# No sentence has more. It also bounds how many lie over one another.
_MOST: Final = 6
# What ties a second verb of speech to the first: ", and later (said)"
_JOINT: Final = re.compile(",?c[ax]{0,3}$")
# "said on a conference (call) that it was late"
_LATE: Final = re.compile("[Nwt]T")
_INTRODUCED: Final = re.compile(frames.INTRODUCED)
_TRIMMED: Final = ".,;:-(o"
_SIGNS: Final = frozenset("QSK.,;:-()o")


@dataclass(slots=True)
class Reported(Utterance):
    """A clause that is reported.

    Attributes:
        chance: How sure it is that this was said, in per cent.
        joins: Whether its first quotation goes on with words of its own.
    """

    chance: int = 0
    joins: bool = False

    @property
    def score(self) -> int:
        """How far it is to be trusted, in per cent."""
        return self.chance

    @property
    def is_open(self) -> bool:
        """Whether its last quotation mark is never closed."""
        return bool(self.regions) and not self.regions[-1].right


def read_clauses(
    document: Document, tokens: Tokens, regions: Sequence[Region], weights: Weights
) -> list[Reported]:
    """Return the reported clauses of one block, in order.

    Args:
        document: The document.
        tokens: The tokens of the block.
        regions: The quoted regions of the block, in order.
        weights: What tells a clause.
    """
    clauses = chosen(clauses_in(tokens, document.masked, weights, _LEAST))
    made: dict[int, Frame] = {}
    together: dict[Span, list[Clause]] = {}
    for clause in clauses:
        together.setdefault(clause.sentence, []).append(clause)
        if clause.cue not in made:
            made[clause.cue] = _frame(document.masked, tokens, clause)
    found = []
    for clause in clauses:
        if _holds(clause, made[clause.cue].subject):
            continue
        end = _own_end(tokens.shape, clause, together[clause.sentence], made)
        own = clause._replace(end=end)
        if each := _as_utterance(document, tokens, regions, own, made[clause.cue]):
            found.append(each)
    found.sort(key=_place)
    return found


def _as_utterance(
    document: Document,
    tokens: Tokens,
    regions: Sequence[Region],
    clause: Clause,
    frame: Frame,
) -> Reported | None:
    """Return what is said in a clause, unless it is a quotation and nothing else."""
    shape, start, end = tokens.shape, clause.start, clause.end
    while end > start and shape[end - 1] in _TRIMMED:
        end -= 1
    if shape[start - 1 : start] == "T" and start - 1 > clause.cue:
        start -= 1  # "that" is a part of what it opens
    elif start > clause.cue + 1 and _LATE.match(shape, start):
        start += 1
    if _SIGNS.issuperset(shape[start:end]):
        return None
    first, last = tokens.starts[start], tokens.end(end - 1)
    at = bisect_left(regions, first, key=attrgetter("start"))
    held = list(regions[at : bisect_left(regions, last, key=attrgetter("start"))])
    return Reported(
        first,
        last,
        held,
        frame,
        tokens,
        mixed=True,
        chance=round(clause.chance * 100),
        joins=bool(held)
        and held[0].start > tokens.starts[clause.start]
        and document.text[document.inside(held[0])[0]].islower(),
    )


def _holds(clause: Clause, subject: Span | None) -> bool:
    """Tell whether who speaks stands in a clause: "It was late, said [the mayor]"."""
    return subject is not None and clause.start < subject[1] and subject[0] < clause.end


def _own_end(
    shape: str, clause: Clause, others: Sequence[Clause], made: Mapping[int, Frame]
) -> int:
    """Return where a clause ends at the latest: where more is said.

    By its speaker, as in "She said that it was late, and complained that it rained",
    or by somebody else, whose words a colon introduces.
    """
    end, subject = clause.end, made[clause.cue].subject
    for other in others:
        if (
            clause.start < other.cue < end
            and subject
            and made[other.cue].subject == subject
            and (joint := _JOINT.search(shape, clause.start + 1, other.cue))
        ):
            end = joint.start()
    introduced = _INTRODUCED.search(shape, clause.start, end)
    return introduced.start() if introduced else end


def _place(utterance: Utterance) -> Span:
    return utterance.start, -utterance.end


def chosen(clauses: Iterable[Clause]) -> list[Clause]:
    """Return clauses without those that say the same as a better one."""
    chosen: list[Clause] = []
    by_sentence: dict[Span, list[Clause]] = {}
    for clause in sorted(clauses, key=lambda each: -each.chance):
        others = by_sentence.setdefault(clause.sentence, [])
        if len(others) < _MOST and not any(_same(clause, each) for each in others):
            others.append(clause)
            chosen.append(clause)
    return chosen


def _same(one: Clause, other: Clause) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return shared * 5 >= whole * 4


def _frame(masked: str, tokens: Tokens, clause: Clause) -> Frame:
    """Return the cue of a clause with its subject."""
    shape, cue, (start, end) = tokens.shape, clause.cue, clause.sentence
    by = cue + 1
    found: Frame | None = None
    if shape[cue] == "A":
        found = frames.according(shape, cue, end)
    elif clause.end <= cue:
        found = frames.after(shape, clause.end, end, speech=True)
        if found and not found.cue[0] <= cue <= found.cue[1]:
            found = None
    if found is None:
        found = frames.before(shape, cue, start)
    if found.subject is None:
        speaker: Frame | None = None
        if shape.startswith("i", by) and tokens.words(masked, (by, by + 1)) == "by":
            # "Asked by Ann Example whether …"
            speaker = frames.topic(shape, by + 1, clause.start)
        elif shape[cue] in "Gg" and shape[clause.end : clause.end + 1] == ",":
            # "Noting that it rained, Ann Example went home."
            speaker = frames.topic(shape, clause.end + 1, end)
        if speaker is None:
            return found._replace(passive=True)
        found = found._replace(subject=speaker.subject, passive=False)
    return found


def joined(quoted: Sequence[Utterance], clauses: Sequence[Reported]) -> list[Utterance]:
    """Return the utterances of a block with its clauses, which swallow some of them."""
    kept: list[Reported] = []
    swallowed: set[int] = set()
    for clause in clauses:
        if not clause.regions:
            kept.append(clause)
            continue
        # Utterances in marks are in order, and none is inside another.
        first = bisect_right(quoted, clause.start, key=attrgetter("end"))
        last = bisect_left(quoted, clause.end, first, key=attrgetter("start"))
        direct = [each.score for each in quoted[first:last] if not each.mixed]
        if (
            direct
            and not clause.joins
            and (max(direct) >= _TIGHT or clause.chance < _SURE * 100)
        ):
            continue
        kept.append(clause)
        swallowed.update(range(first, last))
    rest = [each for number, each in enumerate(quoted) if number not in swallowed]
    return sorted([*rest, *kept], key=_place)
