"""Who says what: patterns over the shape of the tokens of a paragraph.

A frame is a cue with its subject. Each pattern is tried at one place, over a
window of bounded length, so the time a paragraph takes grows with its length.
"""

import re
from typing import NamedTuple

from newsmodel.quotes.subjects import REACH, Span, subject_of


class Frame(NamedTuple):
    """A cue, and whose it is, as numbers of tokens.

    Attributes:
        cue: The verb, or "according to"; empty where there is none.
        subject: The noun phrase that speaks, if there is one.
        appositive: What is said about it behind: "a local blogger".
        end: Where the whole ends.
        score: How far to be trusted, in per cent: as many quotes with such a
            frame were quotes of that speaker, in articles where it is known.
        passive: Whether the speaker is left out: "he was asked".
    """

    cue: Span
    subject: Span | None
    appositive: Span | None
    end: int
    score: int
    passive: bool = False


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


# A noun phrase: "the head of the agency", "Kremlin spokesman Dmitry Peskov".
_WORD = "(?:[wN]|[ega](?=[wN]))"
_FIRST = r"(?:D{1,2}t?)?"
_NP = rf"(?:(?:Di)?{_FIRST}{_WORD}{{1,8}}(?:(?:i|c)D?{_WORD}{{1,4}}){{0,3}})"
# "(the Tea) and Scones Authority", but no second person.
_AND_NAME = r"(?:(?:(?<=DN)|(?<=DNN)|(?<=iN))cN{1,4}(?![wN]))?"
_FINITE = _pattern("[CO]")
# The last verb before a colon
_ANNOUNCED = _pattern(r"[evL][^QSK.:;evbCOLx]{0,16}:$")
_NEAR = 14
_STOPPED = (",", ":")
# "Ann Example asked for more, (but said)", with nobody else in between, and no "who"
# whose clause ends with the comma.
_TOLD = _pattern(
    r"(?: [CO] (?!.*,c$) | (?<!W)[CO] ) (?= (?: (?!,a?[PDN]) [^COLQSK:;] )* $ )"
)
_ABOUT_VERB = "axbt"
# A subject that nothing is added to.
_WHOLE = ("P", "W", "T", "D")
_SUBJECT = rf"(?P<subject>[PW]|{_NP}|D{{1,2}})"
_APPOSITIVE = r"""
    (?: , (?P<appositive> [^,QSK.:;sTP][^,QSK.:;]{0,24}) (?: ,[^,QSK.:;]{1,15} ){0,3}
        (?: ,|(?=[COLxba]) )
      | [(] [^)QSK.]{1,12} [)] (?: ,[^,QSK.:;]{1,25}, )?
      | - [^QSK.-]{1,25} -
    )?
"""
# What may stand between a subject and its verb.
_BETWEEN = r"(?: ,?i[DwNte]{1,5},? | [axbt] | s?g[wNi]{0,3}, ){0,4}?"
_OBJECT = r"(?:[DwNe]{1,9}(?:i[DwNe]{1,4})?|P)"
# A word or phrase of time and place, between a cue and what is said.
_SLOT = r"(?:i[DwNteg]{1,6}|[at])"

# Behind a quotation: "…,” Ann Example, a local, later said"
_AFTER = _pattern(rf"[,-]?c?{_SUBJECT}{_APPOSITIVE}{_BETWEEN}(?P<cue>[COL])")
# "…,” said Ann Example, a local"
_INVERTED = _pattern(
    rf"""
    [,-]? (?P<cue>C|O(?![DwNega]{{1,9}}T))  # not "told the paper that"
    (?P<subject>(?:Di)?{_FIRST}{_WORD}{{1,8}}(?:i?D?N{{1,4}}){{0,2}}{_AND_NAME}|P(?![xb])
      |D{{1,2}}(?=[.,;iW]|$))
    (?: ,(?P<appositive>(?:D|[wN])[^,QSK.:;]{{0,20}}) )?
    """
)
_ACCORDING = _pattern(
    rf"""
    ,? (?P<cue>Ai) (?P<subject>{_NP}|P)
    (?: ,(?P<appositive>[DwN][^,QSK.:;sTPCOLxb]{{0,20}})(?=,) )?
    """
)
# "…,” Ann Example barked."
_UNKNOWN_VERB = _pattern(
    rf"""
    (?P<subject>{_FIRST}[wN]{{1,6}}|P) (?:,(?P<appositive>[DwN][^,QSK.:;]{{0,20}}),)? a?
    (?P<cue>e|v(?=[.,iaPgtcsD(;-]|$)|w(?=[.,iaPg]|$))
    """
)
_UNKNOWN_INVERTED = _pattern(
    rf"""
    (?P<cue>[ev]|w(?=D))
    (?P<subject>(?:N|w(?=[wN]*N)){{1,7}}w?|D{{1,2}}t?{_WORD}{{0,6}}) (?=[.,iTcW(;-]|$)
    """
)
# In front of one: "Ann Example barked on Monday: “…”"
_UNKNOWN_BEFORE = _pattern(
    r"(?P<cue>[evg]|w(?=a[:,]))(?:(?:[at]|i[DwNt]{1,4}){0,2}[:,])?$"
)
# "…,” Ann Example, who lives with two cats in Kyiv, said"
_FAR = _pattern(rf"[,-]?{_SUBJECT}[^QSK.]{{0,40}}?(?P<cue>[CO])")
# "…” — Ann Example"
_SIGNED = _pattern(
    r"-(?P<subject>[wN]{0,5}N)(?:,(?P<appositive>[DwN][wNi]{0,12})(?=[.]|$))?(?=[,.(]|$)"
)
# "Ann Example, a baker", under a block quote
_SIGNATURE = _pattern(
    r"-{0,2}(?P<subject>D?[wN]{1,8}(?:i[DwN]{1,5})?)(?:,(?P<appositive>.{1,25}))?"
)
_BEHIND = (
    (_INVERTED, 97),
    (_AFTER, 97),
    (_ACCORDING, 95),
)
_BEHIND_SPEECH = (
    (_UNKNOWN_VERB, 90),
    (_UNKNOWN_INVERTED, 85),
    (_FAR, 62),
    (_SIGNED, 85),
)

# More of a subject, and what is said of it: "(the head) of the agency, a doctor,"
_MORE = _pattern(rf"(?:(?:i|c)D{{0,2}}{_WORD}{{1,4}}){{0,3}}")
_ASIDE = _pattern(_APPOSITIVE)
# What a sentence is about: "(On Friday,) Ann Example (…)"
_TOPIC = _pattern(
    r"""
    [(-]? (?:[cas],?){0,2} (?: (?:[isgeat][^,QSK.:;]{0,30}|w{1,3}[at]), ){0,2}
    (?P<subject> P | N{1,6}(?:(?<=N)iD?N{1,3}|w{1,3}N{1,4})? | D{1,2}[eg]?w{0,3}N{1,5}w?
       | D{1,2}[ega]?w{1,3}(?:iD?[wN]{1,3})? | w{1,3}N{1,5} | w )
    (?: ,(?P<appositive>[^,QSK.:;sTP][^,QSK.:;]{0,24}), )?
    """
)
# "as Ann Example, a local, put it, “…”"
_PUT = _pattern(
    rf"(?:^|[,cs.-])[si](?P<subject>P|{_NP}){_APPOSITIVE}(?P<cue>[vwe])P[,:]$"
)
# "Ann Example (from Ohio): “…”", or behind other words
_LABELLED = _pattern(
    r"(?:^|[-.])(?P<subject>D?[wN]{1,6}(?:i[wN]{1,6})?)(?:[(][^)]{1,8}[)])?(?:,[^,:]{1,8})?:$"
)

# "… or so thinks Ann Example: “…”"
_NAMED_LAST = _pattern(r"(?P<subject>w{0,2}N{2,5})(?:[(][^)]{1,8}[)])?:$")

# Where the words of somebody else begin: ", but his wife was not: “…”"
INTRODUCED = r",[^,QSK.:]{1,20}:[QSK]"
# From a cue to the quotation, where nothing is said in between.
TIGHT = _pattern(rf"(?:{_OBJECT}?{_SLOT}{{0,3}})[,:]?T?[,:]?")
COLON = _pattern(r"[^QSK.;]{0,40}:")
ASIDE = _pattern(r"(?:[DwNP]{1,6})?[siagt,][^QSK.;:]{1,30},")
# Between two pieces of one utterance: ", in a letter, "
RESUMED = _pattern(r"[^QSK.:;COLGH]{0,25}[,:.-]?T?")
# Between two of a list: "“a crook” and “a liar”"
LISTED = _pattern(r"[,:;-]?a?c?D?i?D?")
# Words between a cue and the "that" which begins what is said.
CLAUSE = _pattern(r"[iDwNtega,P]{0,10}T")
_SKIP = _pattern(
    rf"(?:[iat,s][^QSK.;:xbvCOLT]{{0,12}}(?=T)|{_SLOT}{{1,3}}(?=[TPDQSK,N]))?,?"
)
_ADDRESSEE = _pattern(r"(?:[^QSK.;:xbvCOLT]{0,12}(?=T)|P|D?w{0,3}N{1,5}|D?w{1,3})?,?")


def skipped(slot: str, *, addressee: bool) -> int:
    """Return how many tokens behind a cue are not yet what is said."""
    match = (_ADDRESSEE if addressee else _SKIP).match(slot)
    return match.end() if match else 0


def _frame(match: re.Match[str], score: int, offset: int = 0) -> Frame:
    end = match.end() + offset
    groups = match.re.groupindex
    low, high = match.span("subject")
    subject = low + offset, high + offset
    cue, appositive = (end, end), None
    if "cue" in groups:
        low, high = match.span("cue")
        cue = low + offset, high + offset
    if "appositive" in groups:
        low, high = match.span("appositive")
        appositive = (low + offset, high + offset) if low >= 0 else None
    return Frame(cue, subject, appositive, end, score)


def after(shape: str, at: int, stop: int, *, speech: bool = False) -> Frame | None:
    """Return the frame that follows a quotation which ends before token *at*.

    Args:
        shape: The shape of the paragraph.
        at: Where to look.
        stop: Where the sentence ends, or the next quotation starts.
        speech: Whether it is sure that something follows which is a frame,
            since the quotation ends with a comma.
    """
    stop = min(stop, at + 60)
    if at >= stop:
        return None
    for pattern, score in _BEHIND:
        if match := pattern.match(shape, at, stop):
            return _frame(match, score)
    if speech:
        for pattern, score in _BEHIND_SPEECH:
            if match := pattern.match(shape, at, stop):
                return _frame(match, score)
    return None


def before(shape: str, at: int, start: int, *, alone: bool = False) -> Frame:
    """Return the frame of the cue at token *at*, its subject before it.

    Args:
        shape: The shape of the paragraph.
        at: The cue.
        start: Where the sentence starts, or the piece before ends.
        alone: Whether it is no second verb of one subject.
    """
    cue = (at, at + 1)
    behind = shape[max(start, at - REACH) : at].rstrip("a")
    if shape[at] in "OL" and behind.endswith("b"):
        return Frame(cue, None, None, at + 1, 50, passive=True)
    if (
        (behind == "" if shape[at] == "O" else behind[-1:] in ("", ","))
        and shape[at] in "CO"
        and (match := _INVERTED.match(shape, at, at + 40))
        and (behind == "" or shape[match.end() : match.end() + 1] in _STOPPED)
    ):
        found = _frame(match, 80)
        return Frame(cue, found.subject, found.appositive, at + 1, found.score)
    if not alone and behind.endswith("c") and (told := _TOLD.search(behind)):
        first = max(start, at - REACH) + told.start()
        shared = before(shape, first, start, alone=True)
        if shared.subject:
            return shared._replace(cue=cue, end=at + 1)
    subject = subject_of(shape, start, at)
    if subject is None:
        return Frame(cue, None, None, at + 1, 60)
    low, high = subject
    if shape[low:high] not in _WHOLE and (more := _MORE.match(shape, high, at)):
        high = more.end()
    appositive = None
    if aside := _ASIDE.match(shape, high, at):
        first, last = aside.span("appositive")
        appositive = (first, last) if first >= 0 else None
    gap = shape[high:at].strip(_ABOUT_VERB)
    sure = 82 if shape[at] in "GH" else 86 if gap else 94
    return Frame(cue, (low, high), appositive, at + 1, sure)


def according(shape: str, at: int, stop: int) -> Frame | None:
    """Return the frame of an "according to" before a quotation."""
    match = _ACCORDING.match(shape, at, stop)
    return _frame(match, 85) if match else None


def topic(shape: str, start: int, stop: int) -> Frame | None:
    """Return what a sentence is about, as a frame without a cue."""
    match = _TOPIC.match(shape, start, min(stop, start + 80))
    return _frame(match, 45) if match else None


def telling(shape: str, start: int, stop: int) -> Frame | None:
    """Return who says something in a sentence, as a frame without a cue."""
    cues = [each.start() for each in _FINITE.finditer(shape, start, stop)]
    for cue in cues[-1:]:
        found = before(shape, cue, start)
        if found.subject and shape[found.subject[0]] not in "WT":
            return Frame((stop, stop), found.subject, found.appositive, stop, 60)
    return None


def put(shape: str, start: int, stop: int) -> Frame | None:
    """Return the frame of what somebody calls it: "as Ann Example puts it, “…”"."""
    if shape[stop - 2 : stop] not in ("P,", "P:"):
        return None
    low = max(start, stop - REACH)
    match = _PUT.search(shape[low:stop])
    return _frame(match, 85, low) if match else None


def announced(shape: str, start: int, stop: int) -> Frame | None:
    """Return who does what a colon ends: "Ann Example put out this statement:"."""
    low = max(start, stop - REACH)
    match = _ANNOUNCED.search(shape[low:stop])
    if match is None:
        return None
    found = before(shape, low + match.start(), start)
    return (
        found._replace(cue=(stop, stop), end=stop, score=70) if found.subject else None
    )


def unknown(shape: str, start: int, stop: int) -> Frame | None:
    """Return the frame of a verb that is not known to be one of speech."""
    low = max(start, stop - _NEAR)
    match = _UNKNOWN_BEFORE.search(shape[low:stop])
    if match is None:
        return None
    at = low + match.start("cue")
    frame = before(shape, at, start)
    return Frame((at, at + 1), frame.subject, frame.appositive, stop, 80)


def signed(shape: str, at: int) -> Frame | None:
    """Return the name signed under a quotation: "“…” — Ann Example"."""
    match = _SIGNED.match(shape, at)
    return _frame(match, 85) if match else None


def signature(shape: str) -> Frame | None:
    """Return the name that a line under a block quote is: "— Ann Example, a baker"."""
    match = _SIGNATURE.match(shape)
    return _frame(match, 85) if match else None


def labelled(shape: str, start: int, stop: int) -> Frame | None:
    """Return the name that stands before a colon: "Ann Example: “…”"."""
    start = max(start, stop - 24)
    shape = shape[start:stop]
    if match := _LABELLED.search(shape):
        return _frame(match, 80, start)
    match = _NAMED_LAST.search(shape)
    return _frame(match, 50, start) if match else None
