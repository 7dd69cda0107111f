"""What tells a reported clause: the signs of its cue and of each of its edges.

A sign is a short string; what it counts for was learned by
``tools/learn_clauses.py``. Its first character says what it is a sign of, the
next what it looks at. Signs are of shapes and of common words, so no pattern
here knows a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from newsmodel.quotes.shapes import GAPS
from newsmodel.quotes.tokens import Tokens

_MOST, _LONGEST = 20_000, 24
_ENDINGS: Final = ("ing", "ion", "ed", "ly", "ty", "er", "al", "s")
# Around a sentence, so that its signs can look beyond its ends.
_AHEAD, _BEHIND = 3, 4
PADDING: Final = _AHEAD
_PUNCTUATION: Final = frozenset(".,;:-()o")
_CLOSING: Final = frozenset(".,;:-(o$")
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
_AGAIN: Final = re.compile(r"(.)\1+")
_REACH, _FAR = 8, 12
# What could be an end near a cue, and besides these the last in the sentence.
_NEAR_ENDS: Final = 16
_MOST_ENDS: Final = _NEAR_ENDS + 8
_AFTER_SOURCE: Final = 24  # "According to …," is long before what is said
_FEW: Final = "01234555566666"
# To write numbers and truths by a look-up is several times as fast.
_IN_WORDS: Final = tuple(map(str, range(32)))
_TRUTH: Final = ("False", "True")


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
        end = len(self.shape) - _BEHIND
        while end > PADDING and self.shape[end - 1] in _CLOSING:
            end -= 1
        self.end = end
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


def _cue_signs(sentence: Sentence, at: int) -> list[str]:
    """Return the signs that a word is a cue, whatever it governs."""
    shape, keys = sentence.shape, sentence.keys
    cue, own = keys[at], shape[at]
    l2, l1 = keys[at - 2], keys[at - 1]
    behind = shape[at + 1 : at + 3]
    return [
        f"0{cue}",
        f"1{own}",
        f"2{l1}",
        f"3{l1} {cue}",
        f"4{l2} {l1}",
        f"c{behind}{cue}",
    ]


# What stands behind a cue.


def right_signs(sentence: Sentence, at: int) -> list[str]:
    """Return the signs that what follows a cue is what was said."""
    shape, cues = sentence.shape, sentence.cues
    own, end = shape[at], sentence.end
    rest = end - at - 1
    finite = _IN_WORDS[min(2, len(_FINITE.findall(shape, at + 1, end)))]
    follows, leads = None, None
    if sentence.quoted:
        follows, leads = _REGION.search(shape, at), _REGION.search(shape[at::-1])
    return [
        *_cue_signs(sentence, at),
        f"h{_TRUTH[at != cues[-1]]}{_TRUTH[at != cues[0]]}",
        f"j{follows[0] if follows else ''} {own}",
        f"k{leads[0] if leads else ''} {own}",
        f"l{_FEW[min(rest, 13)]}",
        f"n{finite}",
        f"p{_bare(shape[PADDING : PADDING + 3])}",
        f"q{_bare(shape[max(PADDING, at - 4) : at])}{own}",
    ]


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


def start_signs(sentence: Sentence, at: int, that: int, start: int) -> list[str]:
    """Return the signs that what is said behind a cue starts at a token."""
    shape, keys = sentence.shape, sentence.keys
    cue, own = keys[at], shape[at]
    between = shape[at + 1 : start]
    key = keys[start]
    before = keys[start - 1] if between else "#"
    opening = shape[start : start + 3]
    signs = [
        f"A{_IN_WORDS[min(start - at, 12)]}",
        f"E{between[:6]}{own}",
        f"F{key}",
        f"G{before}",
        f"H{before} {key}",
        f"I{before} {cue}",
        f"J{key} {keys[start + 1]}",
        f"K{key} {cue}",
        f"L{opening}",
    ]
    if that > 0:
        place = "=" if start == that + 1 else "<"
        signs.append(f"O{place}")
    return signs


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


def edge_signs(sentence: Sentence, end: int) -> list[str]:
    """Return the signs that anything said ends before a token."""
    shape, keys, last = sentence.shape, sentence.keys, sentence.end
    if end == last:
        kind, k0, k1 = "$", "$", "$"
    else:
        kind, k0, k1 = shape[end], keys[end], keys[end + 1]
    m1 = keys[end - 1]
    return [
        f"P{kind}",
        f"R{k0}",
        f"S{k0} {k1}",
        f"U{m1}",
        f"V{m1} {k0}",
        f"!{kind}{_FEW[min(last - end, 13)]}",
        f".{kind}{k1}",
    ]


def end_signs(sentence: Sentence, at: int, end: int, clause: str) -> list[str]:
    """Return the signs that what is said behind a cue ends before a token."""
    shape, last = sentence.shape, sentence.end
    kind, ahead = ("$", "$") if end == last else (shape[end], shape[end : end + 2])
    inside, outside = shape[at + 1 : end], shape[end:last]
    nearest = "6"
    for each in sentence.cues:
        if end <= each < end + 6:
            nearest = _IN_WORDS[each - end]
            break
    quoted, other = None, None
    if sentence.quoted:
        quoted, other = _REGION.search(inside), _REGION.search(outside)
    commas, words = min(inside.count(","), 3), end - at - 1
    dash, dashes, more = "-" in inside, "--" in inside, "-" in outside[1:]
    brackets = "0"
    if "(" in inside or ")" in inside:
        brackets = str(inside.count("(") - inside.count(")"))
    return [
        f"#{kind}{_FEW[words] if words < 13 else 6}",
        f"&{kind}{_IN_WORDS[commas]}{_TRUTH[',' in outside]}",
        f"'{kind}{nearest}",
        f"({ahead}{nearest}",
        f"){kind}{brackets}",
        f"*{kind}{_TRUTH[dashes]}{_TRUTH[dash]}{_TRUTH[more]}",
        f"-{kind}{quoted[0] if quoted else ''} {other[0] if other else ''}",
        f"/{ahead}{sentence.keys[at]}",
        f":{clause}{ahead}",
    ]


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


def left_signs(sentence: Sentence, at: int) -> list[str]:
    """Return the signs that what stands before a cue is what was said."""
    shape, keys, cues = sentence.shape, sentence.keys, sentence.cues
    cue, own = keys[at], shape[at]
    low = max(PADDING, at - _FAR)
    comma = max(shape.rfind(",", low, at), shape.rfind("-", low, at))
    region = -1
    if sentence.quoted:
        region = max(shape.rfind(each, low, at) for each in "QSK")
    behind, next_to = _bare(shape[at + 1 : at + 7]), shape[at + 1]
    subject = shape[comma + 1 : at] if comma >= 0 else "no"
    quoted = shape[region:at] if region >= 0 else "no"
    follows = _REGION.search(shape, at, at + 5)
    finite = "no"
    if comma > low:
        finite = _IN_WORDS[min(2, len(_FINITE.findall(shape, low, comma)))]
    return [
        *[f"~{each}" for each in _cue_signs(sentence, at)],
        f"r{_IN_WORDS[min(at, 6)]}",
        f"s{behind}",
        f"t{next_to}{cue}",
        f"u{follows[0] if follows else ''}{finite}",
        f"x{quoted[:7]} {own}",
        f"y{_TRUTH[at != cues[0]]}{_TRUTH[at != cues[-1]]}",
        f"z{finite}{own}",
        f"{{{subject[:4]} {next_to}",
        f"}}{quoted[:5]} {next_to}",
    ]


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


def first_signs(sentence: Sentence, at: int, start: int) -> list[str]:
    """Return the signs that what is said before a cue starts at a token."""
    shape, keys = sentence.shape, sentence.keys
    own = shape[at]
    key, before, opening = keys[start], keys[start - 1], shape[start : start + 3]
    first = _TRUTH[start == PADDING]
    place = _IN_WORDS[min(start - PADDING, 4)]
    return [
        f"[{place}",
        f"]{first}{own}",
        f"|{key}",
        f";{before}",
        f"<{before} {key}",
        f"={key} {keys[start + 1]}",
        f"?{opening}",
        f"@{_IN_WORDS[min(3, shape.count(',', start, at))]}{first}",
    ]


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


def last_signs(sentence: Sentence, at: int, end: int) -> list[str]:
    """Return the signs that what is said before a cue ends before a token."""
    shape, keys = sentence.shape, sentence.keys
    own, next_to = shape[at], shape[at + 1]
    between, kind, last = shape[end:at], shape[end], shape[end - 1]
    finite = _IN_WORDS[len(_FINITE.findall(between))]
    said = _IN_WORDS[min(2, len(_FINITE.findall(shape, PADDING, end)))]
    return [
        f"¡{kind}",
        f"¢{between[:6]}{own}",
        f"¤{_IN_WORDS[min(len(between), 6)]}{kind}",
        f"¥{keys[end - 1]}",
        f"¦{last}{kind}",
        f"§{keys[end]} {keys[end + 1]}",
        f"©{_IN_WORDS[min(3, between.count(','))]}{kind}",
        f"«{next_to}{between[:4]}",
        f"®{finite}{kind}",
        f"¯{said}{kind}",
        f"°{_IN_WORDS[min(end - PADDING, 4)]}{last}",
    ]
