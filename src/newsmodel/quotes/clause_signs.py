"""What tells a reported clause: the signs of its cue and of each of its edges.

Each sign is looked up in a table, which has what it counts for; what they count
for together is returned. ``tools/learn_clauses.py`` hands in tables that take down
what is looked up, so a sign is defined here alone. Signs are of shapes and of
common words, so no pattern here knows a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from newsmodel.quotes.clause_tables import (
    Cue,
    CueBefore,
    CueBehind,
    Edge,
    EndBefore,
    EndBehind,
    StartBefore,
    StartBehind,
    Table,
)
from newsmodel.quotes.shapes import GAPS
from newsmodel.quotes.tokens import Tokens

_MOST, _LONGEST = 20_000, 24
_ENDINGS: Final = ("ing", "ion", "ed", "ly", "ty", "er", "al", "s")
# Around a sentence, so that its signs can look beyond its ends.
_AHEAD, _BEHIND = 3, 4
PADDING: Final = _AHEAD
_CLOSING: Final = ".,;:-(o"
_NO_START: Final = frozenset(",.;:-)T")
_ENDS: Final = frozenset(",-c(;:siGW")
# A subject stands before its verb, so nothing starts behind the first.
_LAST_START: Final = frozenset("QSKCOLxbv")
# Cues that may stand behind what was said.
_FOLLOWING: Final = frozenset("COA")
_NO_LAST: Final = frozenset(",-(;:")
_REGIONS: Final = frozenset("QSK")
_PLAIN: Final = frozenset("NQSK")
_FINITE: Final = re.compile("[COLxbv]")
_REGION: Final = re.compile("[QSK]")
_BRACKET: Final = re.compile("[()]")
_AGAIN: Final = re.compile(r"(.)\1+")
_REACH, _FAR = 8, 12
# What could be an end near a cue, and besides these the last in the sentence.
_NEAR_ENDS: Final = 16
_MOST_ENDS: Final = _NEAR_ENDS + 8
_AFTER_SOURCE: Final = 24  # "According to …," is long before what is said
# No sentence of prose has more tokens; longer ones are cut.
MOST_TOKENS: Final = 200
_ROOM: Final = MOST_TOKENS + _AHEAD + _BEHIND


def _up_to(most: int) -> tuple[str, ...]:
    return tuple(str(min(each, most)) for each in range(_ROOM))


# To write numbers and truths by a look-up is several times as fast.
_UP_TO_2, _UP_TO_3, _UP_TO_4 = _up_to(2), _up_to(3), _up_to(4)
_UP_TO_6, _UP_TO_12, _IN_WORDS = _up_to(6), _up_to(12), _up_to(_ROOM)
_FEW: Final = (*"01234555566666", *"6" * (_ROOM - 14))
_TRUTH: Final = ("-", "+")
_NONE: Final[Table] = {}


class Keys(dict[str, str]):
    """What stands for a word in signs: itself if it is common, else its ending."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = frozenset(words)

    def __missing__(self, printed: str) -> str:
        word = printed.rstrip(GAPS).lower()
        if word in self._words:
            key = word
        elif word[0].isdigit():
            key = "9"
        elif word[0].isalpha():
            key = "~" + next(filter(word.endswith, _ENDINGS), "")
        else:
            key = word[0]
        if len(printed) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[printed] = key
        return key


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence with room at both ends, so that offsets are moved by ``PADDING``.

    Attributes:
        shape: A character for each token.
        keys: A word or the ending of one for each.
        cues: The tokens that could be cues.
        end: Where its last words end.
        edges: What ends count for, once it is known.
        quoted: Whether anything in it is in quotation marks.
    """

    shape: str
    keys: list[str]
    cues: list[int]
    end: int = field(init=False)
    edges: dict[int, int] = field(init=False, default_factory=dict)
    quoted: bool = field(init=False)

    def __post_init__(self) -> None:
        self.end = PADDING + len(self.shape[PADDING:-_BEHIND].rstrip(_CLOSING))
        self.quoted = _REGION.search(self.shape) is not None


def sentence_of(
    tokens: Tokens, keys: Sequence[str], start: int, end: int, cues: Sequence[int]
) -> Sentence:
    """Return a sentence of a paragraph; *cues* are numbers of its tokens."""
    shape = tokens.shape[start:end]
    own = [
        each if each in _PLAIN else key
        for each, key in zip(shape, keys[start:end], strict=True)
    ]
    return Sentence(
        f"^^^{shape}$$$$",
        ["^", "^", "^", *own, "$", "$", "$", "$"],
        [cue - start + PADDING for cue in cues],
    )


@lru_cache(maxsize=4096)
def _bare(shape: str) -> str:
    return _AGAIN.sub(r"\1", shape)


def _cue_weight(tables: Cue, sentence: Sentence, at: int) -> int:
    """Return what the signs that a word is a cue count for, whatever it governs."""
    shape, keys = sentence.shape, sentence.keys
    cue, before = keys[at], keys[at - 1]
    return (
        tables.word.get(cue, 0)
        + tables.shape.get(shape[at], 0)
        + tables.before.get(before, 0)
        + tables.of_cue.get(cue, _NONE).get(before, 0)
        + tables.two_before.get(before, _NONE).get(keys[at - 2], 0)
        + tables.next_shapes.get(cue, _NONE).get(shape[at + 1 : at + 3], 0)
    )


# What stands behind a cue.


def cue_behind(tables: CueBehind, sentence: Sentence, at: int) -> int:
    """Return what the signs that what follows a cue was said count for."""
    shape, cues = sentence.shape, sentence.cues
    own, end = shape[at], sentence.end
    follows, leads = None, None
    if sentence.quoted:
        follows, leads = _REGION.search(shape, at), _REGION.search(shape[at::-1])
    finite = _UP_TO_2[len(_FINITE.findall(shape, at + 1, end))]
    opening = _bare(shape[PADDING : PADDING + 3])
    ahead = _bare(shape[max(PADDING, at - 4) : at])
    others = _TRUTH[at != cues[-1]] + _TRUTH[at != cues[0]]
    return (
        _cue_weight(tables, sentence, at)
        + tables.other_cues.get(others, 0)
        + tables.region_behind.get(own, _NONE).get(follows[0] if follows else "", 0)
        + tables.region_ahead.get(own, _NONE).get(leads[0] if leads else "", 0)
        + tables.room.get(_FEW[end - at - 1], 0)
        + tables.finite.get(finite, 0)
        + tables.opening.get(opening, 0)
        + tables.shapes_ahead.get(own, _NONE).get(ahead, 0)
    )


def that_behind(sentence: Sentence, at: int) -> int:
    """Return where the "that" of a cue stands, or -1."""
    return sentence.shape.find("T", at, at + _FAR)


def starts_behind(sentence: Sentence, at: int, that: int) -> list[int]:
    """Return where what is said behind a cue could start."""
    shape = sentence.shape
    found = []
    reach = _AFTER_SOURCE if shape[at] == "A" else _REACH
    stop = min(at + reach + 1, sentence.end)
    if that > 0:
        stop = min(that + 2, sentence.end)
    for start in range(at + 1, stop):
        if shape[start] not in _NO_START and (
            start <= at + _REACH or shape[start - 1] == ","
        ):
            found.append(start)
        if shape[start] in _LAST_START:
            break
    return found


def start_behind(
    tables: StartBehind, sentence: Sentence, at: int, that: int, starts: Sequence[int]
) -> list[int]:
    """Return what the signs count for that what is said behind a cue starts there."""
    shape, keys = sentence.shape, sentence.keys
    cue, next_to = keys[at], at + 1
    between = tables.between.get(shape[at], _NONE)
    of_cue = tables.of_cue.get(cue, _NONE)
    before_of_cue = tables.before_of_cue.get(cue, _NONE)
    found = []
    for start in starts:
        word = keys[start]
        before = keys[start - 1] if start > next_to else "#"
        weight = (
            tables.distance.get(_UP_TO_12[start - at], 0)
            + between.get(shape[next_to : start if start < at + 7 else at + 7], 0)
            + tables.word.get(word, 0)
            + of_cue.get(word, 0)
            + tables.before.get(before, 0)
            + before_of_cue.get(before, 0)
            + tables.around.get(before, _NONE).get(word, 0)
            + tables.second.get(word, _NONE).get(keys[start + 1], 0)
            + tables.opening.get(shape[start : start + 3], 0)
        )
        if that > 0:
            weight += tables.that.get(_TRUTH[start == that + 1], 0)
        found.append(weight)
    return found


def ends_behind(sentence: Sentence, at: int) -> list[int]:
    """Return where what is said behind a cue could end."""
    shape, end = sentence.shape, sentence.end
    found = [
        each
        for each in range(at + 2, end)
        if shape[each - 1] in _REGIONS
        or (shape[each] in _ENDS and shape[each - 1] not in _NO_LAST)
    ]
    found.append(end)
    return found if len(found) <= _MOST_ENDS else found[:_NEAR_ENDS] + found[-8:]


def edge(tables: Edge, sentence: Sentence, end: int) -> int:
    """Return what the signs that anything said ends before a token count for."""
    shape, keys, last = sentence.shape, sentence.keys, sentence.end
    if end == last:
        kind = ahead = word = second = "$"
    else:
        kind, ahead = shape[end], shape[end : end + 2]
        word, second = keys[end], keys[end + 1]
    before = keys[end - 1]
    next_cue = "6"
    for each in sentence.cues:
        if each >= end:
            next_cue = _UP_TO_6[each - end]
            break
    return (
        tables.shape.get(kind, 0)
        + tables.word.get(word, 0)
        + tables.second.get(word, _NONE).get(second, 0)
        + tables.of_shape.get(kind, _NONE).get(second, 0)
        + tables.last.get(before, 0)
        + tables.around.get(before, _NONE).get(word, 0)
        + tables.room.get(kind, _NONE).get(_FEW[last - end], 0)
        + tables.next_cue.get(kind, _NONE).get(next_cue, 0)
        + tables.next_cue_of_two.get(ahead, _NONE).get(next_cue, 0)
    )


def end_behind(
    tables: EndBehind, sentence: Sentence, at: int, clause: str, ends: Sequence[int]
) -> list[int]:
    """Return what the signs count for that what is said behind a cue ends there."""
    shape, last, first = sentence.shape, sentence.end, at + 1
    of_cue = tables.of_cue.get(sentence.keys[at], _NONE)
    last_comma = shape.rfind(",", first, last)
    last_dash = shape.rfind("-", first, last)
    dash, two_dashes = last, last
    if last_dash >= 0:
        dash = shape.find("-", first, last)
        if "--" in shape[dash:last]:
            two_dashes = shape.find("--", first, last)
    bracketed = _BRACKET.search(shape, first, last)
    found = []
    for end in ends:
        kind, ahead = ("$", "$") if end == last else (shape[end], shape[end : end + 2])
        commas = _UP_TO_3[shape.count(",", first, end)] + _TRUTH[last_comma >= end]
        dashes, brackets, regions = "---", "0", " "
        if last_dash >= 0:
            dashes = (
                _TRUTH[two_dashes + 1 < end]
                + _TRUTH[dash < end]
                + _TRUTH[last_dash > end]
            )
        if bracketed:
            open_ = shape.count("(", first, end) - shape.count(")", first, end)
            brackets = str(open_)
        if sentence.quoted:
            inside = _REGION.search(shape, first, end)
            outside = _REGION.search(shape, end, last)
            regions = f"{inside[0] if inside else ''} {outside[0] if outside else ''}"
        found.append(
            tables.length.get(kind, _NONE).get(_FEW[end - first], 0)
            + tables.commas.get(kind, _NONE).get(commas, 0)
            + tables.brackets.get(kind, _NONE).get(brackets, 0)
            + tables.dashes.get(kind, _NONE).get(dashes, 0)
            + tables.regions.get(kind, _NONE).get(regions, 0)
            + of_cue.get(ahead, 0)
            + tables.of_clause.get(clause + ahead, 0)
        )
    return found


def clause_of(sentence: Sentence, at: int) -> str:
    """Return what the clause of a cue depends on: "who (said)", "when she (said)"."""
    shape = sentence.shape
    low = max(PADDING, at - _FAR)
    ahead = shape[low:at].rstrip("axbt")
    if ahead.endswith("W"):
        return "W"
    comma = max(shape.rfind(",", low, at), shape.rfind("-", low, at)) + 1
    opening = shape[max(comma, low) : at].lstrip("ac")[:1]
    return opening if opening in "sWi" else shape[at]


# What stands before one: "…, she said".


def may_follow(sentence: Sentence, at: int) -> bool:
    """Tell whether what was said could stand before a cue."""
    shape = sentence.shape
    if shape[at] not in _FOLLOWING:
        return False
    low = max(PADDING, at - _REACH)
    return any(each in shape[low:at] for each in ",-QSK")


def cue_before(tables: CueBefore, sentence: Sentence, at: int) -> int:
    """Return what the signs that what stands before a cue was said count for."""
    shape, keys, cues = sentence.shape, sentence.keys, sentence.cues
    own, next_to = shape[at], shape[at + 1]
    low = max(PADDING, at - _FAR)
    comma = max(shape.rfind(",", low, at), shape.rfind("-", low, at))
    region = -1
    if sentence.quoted:
        region = max(shape.rfind(each, low, at) for each in "QSK")
    subject = shape[comma + 1 : min(comma + 5, at)] if comma >= 0 else "no"
    quoted = shape[region:at] if region >= 0 else "no"
    follows = _REGION.search(shape, at, at + 5)
    finite = "no"
    if comma > low:
        finite = _UP_TO_2[len(_FINITE.findall(shape, low, comma))]
    others = _TRUTH[at != cues[0]] + _TRUTH[at != cues[-1]]
    return (
        _cue_weight(tables, sentence, at)
        + tables.place.get(_UP_TO_6[at], 0)
        + tables.shapes_behind.get(_bare(shape[at + 1 : at + 7]), 0)
        + tables.next_shape.get(keys[at], _NONE).get(next_to, 0)
        + tables.region_behind.get((follows[0] if follows else "") + finite, 0)
        + tables.quoted.get(own, _NONE).get(quoted[:7], 0)
        + tables.quoted_and_next.get(quoted[:5] + next_to, 0)
        + tables.other_cues.get(others, 0)
        + tables.finite.get(own, _NONE).get(finite, 0)
        + tables.subject.get(subject + next_to, 0)
    )


def starts_before(sentence: Sentence, at: int) -> list[int]:
    """Return where what is said before a cue could start."""
    shape = sentence.shape
    found = []
    for start in range(PADDING, at):
        before = shape[start - 1]
        if shape[start] in _NO_START and shape[start] != "T":
            continue
        near = ",-;:.c(oTai" if start <= PADDING + 3 else ",-;:.c(oT"
        if start > PADDING and before not in near:
            continue
        found.append(start)
    return found if len(found) <= 8 else found[:4] + found[-4:]


def start_before(
    tables: StartBefore, sentence: Sentence, at: int, starts: Sequence[int]
) -> list[int]:
    """Return what the signs count for that what is said before a cue starts there."""
    shape, keys = sentence.shape, sentence.keys
    opens = tables.first.get(shape[at], _NONE)
    found = []
    for start in starts:
        word, before, first = keys[start], keys[start - 1], _TRUTH[start == PADDING]
        commas = _UP_TO_3[shape.count(",", start, at)]
        found.append(
            tables.place.get(_UP_TO_4[start - PADDING], 0)
            + opens.get(first, 0)
            + tables.word.get(word, 0)
            + tables.before.get(before, 0)
            + tables.around.get(before, _NONE).get(word, 0)
            + tables.second.get(word, _NONE).get(keys[start + 1], 0)
            + tables.opening.get(shape[start : start + 3], 0)
            + tables.commas.get(commas + first, 0)
        )
    return found


def ends_before(sentence: Sentence, at: int) -> list[int]:
    """Return where what is said before a cue could end."""
    shape = sentence.shape
    found = [
        end
        for end in range(max(PADDING + 1, at - 24), at + 1)
        if shape[end - 1] not in ",-;:"
        and (shape[end] in ",-A" or shape[end - 1] in _REGIONS or end > at - 5)
    ]
    return found[-8:]


def end_before(
    tables: EndBefore, sentence: Sentence, at: int, ends: Sequence[int]
) -> list[int]:
    """Return what the signs count for that what is said before a cue ends there."""
    shape, keys = sentence.shape, sentence.keys
    before_cue = tables.between.get(shape[at], _NONE)
    before_next = tables.between_and_next.get(shape[at + 1], _NONE)
    found = []
    for end in ends:
        between, kind, last = shape[end:at], shape[end], shape[end - 1]
        finite = _IN_WORDS[len(_FINITE.findall(between))]
        said = _UP_TO_2[len(_FINITE.findall(shape, PADDING, end))]
        found.append(
            tables.shape.get(kind, 0)
            + before_cue.get(between[:6], 0)
            + before_next.get(between[:4], 0)
            + tables.distance.get(kind, _NONE).get(_UP_TO_6[at - end], 0)
            + tables.commas.get(kind, _NONE).get(_UP_TO_3[between.count(",")], 0)
            + tables.finite.get(kind, _NONE).get(finite, 0)
            + tables.said.get(kind, _NONE).get(said, 0)
            + tables.last.get(keys[end - 1], 0)
            + tables.last_shape.get(kind, _NONE).get(last, 0)
            + tables.place.get(last, _NONE).get(_UP_TO_4[end - PADDING], 0)
            + tables.second.get(keys[end], _NONE).get(keys[end + 1], 0)
        )
    return found
