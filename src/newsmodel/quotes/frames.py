"""Who says what in one paragraph: patterns over the shape of its tokens.

A frame is a cue with its subject. Each pattern is tried at one place, over a
window of bounded length, so the time a paragraph takes grows with its length.
"""

import re
from typing import NamedTuple

Span = tuple[int, int]  # numbers of tokens, the end excluded


class Frame(NamedTuple):
    """A cue, and whose it is, as numbers of tokens.

    Attributes:
        cue: The verb, or "according to".
        subject: The noun phrase that speaks, if there is one.
        appositive: What is said about it behind: "a local blogger".
        start: Where the whole starts.
        end: Where it ends.
        score: How far to be trusted, in per cent.
    """

    cue: Span
    subject: Span | None
    appositive: Span | None
    start: int
    end: int
    score: int


# A noun phrase: "the head of the agency", "Kremlin spokesman Dmitry Peskov".
_WORD = "[wNeg]"
_NP = rf"(?:D{{0,2}}{_WORD}{{1,8}}(?:(?:i|c|,(?=Nc))D?{_WORD}{{1,4}}){{0,3}})"
_SUBJECT = rf"(?P<subject>[PW]|{_NP}|D)"
_APPOSITIVE = r"""
    (?: ,(?P<appositive>[^,QSK.:;]{1,25}) (?:,|(?=[COLxa])) (?:[^,QSK.:;]{1,15},)?
      | [(][^)QSK.]{1,12}[)] (?:,[^,QSK.:;]{1,25},)?
      | -[^QSK.-]{1,25}-
    )?
"""
_BETWEEN = r"(?:,?i[DwNte]{1,5},?|[axt]|s?g[wNi]{0,3},)*?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


_OBJECT = r"(?:[DwNe]{1,6}(?:i[DwNe]{1,4})?|P)"
# What stands between a cue and the words it introduces.
_SLOT = rf"(?:i[DwNteg]{{1,6}}|[at])"

# Behind a quotation: "…,” Ann Example, a local, later said"
AFTER = _pattern(rf"[,-]?(?P<conj>c)?{_SUBJECT}{_APPOSITIVE}{_BETWEEN}(?P<cue>[COL])")
# "…,” said Ann Example, a local"
INVERTED = _pattern(
    rf"""
    [,-]? (?P<cue>[CO]) (?P<subject>D{{0,2}}{_WORD}{{1,8}}(?:i?D?N{{1,4}}){{0,2}}|P)
    (?: ,(?P<appositive>(?:D|[wN])[^,QSK.:;]{{0,20}}) )?
    """
)
ACCORDING = _pattern(rf",?(?P<cue>A)(?P<subject>{_NP}|P)")
# "…,” Ann Example barked."
UNKNOWN_VERB = _pattern(r"(?P<subject>D?[wN]{0,4}N|P)(?P<cue>e|w)(?=[.,i]|$)")
# "…” — Ann Example"
SIGNED = _pattern(r"-(?P<subject>N{1,5}),?[^QSK]{0,10}$")

# Before a cue: "Ann Example, who was there, later (said)"
BEFORE = _pattern(rf"{_SUBJECT}{_APPOSITIVE}(?:{_BETWEEN})$")
# From a cue to the quotation, where nothing is said in between.
TIGHT = _pattern(rf"(?:{_OBJECT}?{_SLOT}{{0,3}})[,:]?T?[,:]?")
NAMED = _pattern(rf"(?:{_OBJECT})?(?:i?)")
COLON = _pattern(r"[^QSK.;]{0,30}:")


# "Ann Example (from Ohio): “…”"
LABELLED = _pattern(r"(?P<subject>D?[wN]{1,8})(?:[(][^)]{1,8}[)])?:$")
# Between two pieces of one utterance: ", in a letter, "
RESUMED = _pattern(r"[^QSK.:;COLGH]{0,25}[,:.-]?T?")
# Between two of a list: "“a crook” and “a liar”"
LISTED = _pattern(r"[,:;-]?a?c?D?i?D?")
_SKIP = _pattern(rf"(?:{_SLOT}{{1,3}}(?=[TPDQSK,N]))?,?")


def skipped(slot: str) -> int:
    """Return how many tokens behind a cue are not yet what is said."""
    match = _SKIP.match(slot)
    return match.end() if match else 0


def according(shape: str, at: int, stop: int) -> Frame | None:
    """Return the frame of an "according to" before a quotation."""
    match = ACCORDING.match(shape, at, stop)
    return _frame(match, 0, 92) if match else None


def _frame(match: re.Match[str], offset: int, score: int) -> Frame:
    groups = match.re.groupindex
    span = lambda name: _moved(match.span(name), offset)  # noqa: E731
    appositive = span("appositive") if groups.get("appositive") else None
    return Frame(
        span("cue"),
        span("subject"),
        appositive if appositive and appositive[0] >= offset else None,
        match.start() + offset,
        match.end() + offset,
        score,
    )


def _moved(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


def after(shape: str, at: int, stop: int) -> Frame | None:
    """Return the frame that follows a quotation which ends before token *at*."""
    window = shape[at : min(stop, at + 60)]
    for pattern, score in ((INVERTED, 97), (AFTER, 97), (ACCORDING, 95)):
        if match := pattern.match(window):
            return _frame(match, at, score)
    if match := UNKNOWN_VERB.match(window):
        return _frame(match, at, 80)
    return None


def before(shape: str, at: int, start: int) -> Frame | None:
    """Return the frame of the cue at token *at*, its subject before it."""
    low = max(start, at - 40)
    match = BEFORE.search(shape[low:at])
    if not match:
        return Frame((at, at + 1), None, None, at, at + 1, 60)
    appositive = match.span("appositive")
    return Frame(
        (at, at + 1),
        _moved(match.span("subject"), low),
        _moved(appositive, low) if appositive[0] >= 0 else None,
        match.start() + low,
        at + 1,
        90,
    )
