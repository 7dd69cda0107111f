"""Whose a verb is: the noun phrase before it that is its subject.

Each phrase that could be is judged by what stands around it. What each sign
counts for was learned by ``tools/learn_subjects.py`` and stands in
``subjects.json``: hundredths of a logit; ``NOTICE`` says from what. The signs are
of shapes alone, not of words, so that they hold in other languages too.
"""

import json
import re
from importlib.resources import files
from typing import Final

Span = tuple[int, int]  # numbers of tokens, the end excluded

_TABLE: Final[dict[str, int]] = json.loads(
    files("newsmodel.quotes").joinpath("subjects.json").read_bytes()
)
# A phrase without what follows its noun: "the head" of "the head of the agency"; and
# "4 in 10 (say)".
_PHRASE: Final = re.compile(r"[PWT]|[tD]it(?=[axb]|$)|(?:D{1,2}t?a?)?[eg]?[wN]{1,8}|D")
_FINITE: Final = re.compile("[vCOLxb]")
# In "officials who spoke with Ann Example", what stands behind the verb of "who".
_AMID_WHO: Final = re.compile("W(?:[axb]*[vCOLbe]|x)[^,:;TsWc-]*$")
# What is about the verb, and no more: "has later", "on Friday".
_ABOUT_VERB: Final = "axbt"
# A cue is looked for the subject of at most so many tokens back.
REACH: Final = 40
_KINDS: Final = {"P": "P", "W": "W", "T": "T", "D": "D"}
_CLASSES: Final = {
    **dict.fromkeys("QSK", "Q"),
    **dict.fromkeys("vCOLxbeGHgA", "v"),
}
_FIRSTS: Final = {"": "$", **dict.fromkeys("vCOLxb", "v")}
_LASTS: Final = {"": "$", **dict.fromkeys("vCOLxbeGHg", "v")}
_OPENINGS: Final = frozenset("QSK,")
_NOUNS: Final = frozenset("NwPWDTt")


def signs_of(
    shape: str, phrase: Span, place: tuple[int, int], start: int, at: int
) -> tuple[str, ...]:
    """Return the signs of one phrase.

    Args:
        shape: The shape of the paragraph.
        phrase: The phrase.
        place: How many phrases stand before it, and how many between it and
            the cue.
        start: Where the sentence starts.
        at: The cue.
    """
    low, high = phrase
    between = shape[high:at].rstrip("a" if shape[at] in "GH" else _ABOUT_VERB)
    first, last = between[:1], between[-1:]
    before = shape[low - 1] if low > start else "^"
    before = _CLASSES.get(before, before)
    beside = "$" if not between else "," if first == last == "," else "o"
    finite = "1" if _FINITE.search(between) else "0"
    coordinated = "1" if "c" in between else "0"
    commas = min(between.count(","), 4)
    ahead, behind = place
    return (
        f"b{before}{beside}",
        f"t{_kind(shape[low:high])}{beside}",
        f"s{_opening(shape, start, low)}{before}",
        f"f{finite}{_LASTS.get(last, last)}{coordinated}",
        f"1{_FIRSTS.get(first, first)}{commas}",
        f"n{min(behind, 4)}{min(ahead, 3)}",
    )


def _kind(phrase: str) -> str:
    """Return what sort of phrase one is: a name, one with an article, and so on."""
    if kind := _KINDS.get(phrase):
        return kind
    named = "N" in phrase
    if phrase[0] == "D":
        return "Dn" if named else "Dw"
    if named:
        return "N" if not phrase.strip("N") else "Nw" if phrase[0] == "N" else "wN"
    return "g" if phrase[0] in "eg" else "w"


def _opening(shape: str, start: int, low: int) -> str:
    """Return what the part of the sentence opens with that a phrase stands in."""
    part = max(
        shape.rfind(",", start, low),
        shape.rfind("-", start, low),
        shape.rfind(":", start, low),
        shape.rfind("(", start, low),
    )
    opening = shape[part + 1 if part >= 0 else start : low].lstrip("cax")[:1] or "^"
    return "n" if opening in _NOUNS else opening


def phrases_before(shape: str, start: int, at: int) -> list[Span]:
    """Return the phrases that could be the subject of a cue."""
    low = max(start, at - REACH)
    return [each.span() for each in _PHRASE.finditer(shape, low, at)]


def subject_of(shape: str, start: int, at: int) -> Span | None:
    """Return the phrase that is the subject of the cue at a token, if any is.

    Args:
        shape: The shape of the paragraph.
        start: Where the sentence starts.
        at: The cue.

    Example:
        >>> # "In Kyiv, Ann Example, a former judge in the city, said"
        >>> subject_of("iN,NN,Dwwiw,C", 0, 12)
        (3, 5)
    """
    nearest = at - 1
    while nearest > start and shape[nearest] in _ABOUT_VERB:
        nearest -= 1
    if nearest >= start and shape[nearest] in "PW" and shape[at] not in "GH":
        return nearest, nearest + 1  # "who said", "he later said"
    phrases = phrases_before(shape, start, at)
    if len(phrases) < 2:
        return phrases[0] if phrases else None
    low, high = phrases[-1]
    if high == nearest + 1 and shape[at] not in "GH" and shape[low - 1] in _OPENINGS:
        return phrases[-1]  # "…, Ann Example later said": no other ever is
    weight = _TABLE.get
    best, most = None, -(10**9)
    last = len(phrases) - 1
    # Where "who" stands, unless a comma ends its clause before the verb.
    relative = shape.find("W", max(phrases[0][1], shape.rfind(",", start, at)), at)
    for number, phrase in enumerate(phrases):
        if relative > 0 and _AMID_WHO.search(shape, relative, phrase[0]):
            continue
        signs = signs_of(shape, phrase, (number, last - number), start, at)
        score = sum([weight(sign, 0) for sign in signs])
        if score >= most:
            best, most = phrase, score
    return best
