"""The pass over the whole document: who goes on speaking, and the quotes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from newsmodel.model import Quote
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.model.marks import QuoteKind
from newsmodel.quotes import patterned, utterances
from newsmodel.quotes.clauses import Weights, may_report
from newsmodel.quotes.document import Document
from newsmodel.quotes.names import Party
from newsmodel.quotes.packs import Language
from newsmodel.quotes.reported import Reported, joined, read_clauses
from newsmodel.quotes.speakers import Speakers
from newsmodel.quotes.tokens import Tokens
from newsmodel.quotes.utterances import Utterance

# What the model cannot hold, in a text that may have line feeds and tabs.
_REFUSED = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# How far a later piece of an utterance is to be trusted at most, and a quotation
# of nobody that is known, in per cent.
_LATER, _NOBODY = 97, 20


@dataclass(slots=True, eq=False)
class _Turn:
    """One utterance, and what is known of who makes it."""

    block: int
    base: int  # where its block starts
    utterance: Utterance
    score: int
    mention: str | None = None
    cue: str | None = None
    party: Party | None = None
    leader: "_Turn | None" = None  # the piece before it of the same utterance


def quotes_in(
    texts: Sequence[str],
    offsets: Sequence[int],
    language: Language,
    weights: Weights | None = None,
    set_apart: Mapping[int, str] | None = None,
) -> list[list[Quote]]:
    """Return the quotes of each text, their offsets moved by its own.

    With *weights*, reported clauses are found by them.
    """
    document = Document(texts, language, set_apart)
    found: list[list[Quote]] = [[] for _ in texts]
    # All are read before any is attributed: to do one thing at a time is faster.
    if said := _said(document, weights):
        speakers = Speakers(document)
        turns = _turns(said, speakers)
        for turn, group in zip(turns, _groups(turns), strict=True):
            block = turn.block
            quote = _quote(turn, group, texts[block], offsets[block], speakers)
            if quote:
                found[block].append(quote)
    return found


def _said(
    document: Document, weights: Weights | None
) -> list[tuple[int, list[Utterance]]]:
    """Return each block that has utterances, with them."""
    language = document.language
    quoted = document.quoted_blocks()
    if weights is None:
        reader = patterned if language.patterns or not language.words else utterances
        return [
            (block, reader.read_block(document, block, regions))
            for block, regions in quoted
        ]
    said: list[tuple[int, list[Utterance]]] = []
    regions_of = dict(quoted)
    for block, low in enumerate(document.starts[:-1]):
        high, regions = document.starts[block + 1] - 1, regions_of.get(block)
        reports = may_report(document.masked[low:high], weights)
        if not regions and not reports:
            continue
        tokens = Tokens(document.masked, low, high, language)
        own: list[Utterance] = []
        if regions:
            own = utterances.read_block(document, block, regions, tokens)
        if reports:
            clauses = read_clauses(document, tokens, regions or (), weights)
            own = joined(own, clauses) if clauses else own
        if own:
            said.append((block, own))
    return said


def _turns(
    said: Sequence[tuple[int, Sequence[Utterance]]], speakers: Speakers
) -> list[_Turn]:
    document = speakers.document
    turns: list[_Turn] = []
    clauses: dict[int, _Turn] = {}  # by the frame
    marked: _Turn | None = None  # the last that has quotation marks
    for block, own in said:
        opens = True  # until something in marks has come
        for utterance in own:
            turn = _Turn(block, document.starts[block], utterance, utterance.score)
            turns.append(turn)
            before = marked
            if isinstance(utterance, Reported):
                frame = id(utterance.frame)
                before = clauses.get(frame)
                clauses[frame] = turn
            if document.language.words:
                _attribute(turn, before, speakers, opens=opens)
            if utterance.regions:
                marked, opens = turn, False
    return turns


def _attribute(
    turn: _Turn, before: _Turn | None, speakers: Speakers, *, opens: bool
) -> None:
    """Say who makes an utterance, by its frame or by the one before it."""
    utterance = turn.utterance
    frame, tokens = utterance.frame, utterance.tokens
    if before and frame and before.utterance.frame is frame:
        turn.leader = before
    elif frame:
        text = speakers.document.text
        turn.cue = tokens.words(text, frame.cue) or None
        if frame.subject:
            turn.mention = tokens.words(text, frame.subject)
            turn.party = speakers.resolve(frame.subject, frame, tokens)
            return
        if frame.passive:
            return
    if before is None:
        return
    reopened = opens and turn.block == before.block + 1 and before.utterance.is_open
    if reopened or (utterance.goes_on and not opens):
        turn.leader = before
    if (
        turn.leader
        or speakers.document.language.guesses
        or (utterance.goes_on and turn.block == before.block + 1)
    ):
        turn.party = before.party
        if not reopened:  # then neither stands beside it
            turn.mention = before.mention
    if turn.leader:
        if not utterance.mixed:
            turn.score = min(before.score, _LATER)
        if not reopened:
            turn.cue = turn.cue or before.cue
    elif turn.party is None and turn.mention is None:
        turn.score = _NOBODY


def _groups(turns: list[_Turn]) -> list[int | None]:
    """Return the number of each turn that is a piece of a split utterance."""
    led = {id(each.leader) for each in turns if each.leader}
    groups: dict[int, int] = {}
    numbers = count(1)
    for turn in turns:
        if turn.leader:
            groups[id(turn)] = groups[id(turn.leader)]
        elif id(turn) in led:
            groups[id(turn)] = next(numbers)
    return [groups.get(id(each)) for each in turns]


def _quote(
    turn: _Turn, group: int | None, text: str, offset: int, speakers: Speakers
) -> Quote | None:
    """Return the quote of a turn, unless the model cannot hold its text."""
    utterance = turn.utterance
    start = utterance.start - turn.base
    words = text[start : utterance.end - turn.base]
    if len(words) > TEXT_LIMIT or not (
        words.isprintable() or _REFUSED.search(words) is None
    ):
        return None
    return Quote(
        start=start + offset,
        text=words,
        kind=_kind(utterance),
        speaker=speakers.source(turn.party) if turn.party else None,
        mention=turn.mention,
        cue=turn.cue,
        group=group,
        fragments=_fragments(turn, words, speakers.document) if utterance.mixed else (),
        confidence=turn.score,
    )


def _kind(utterance: Utterance) -> QuoteKind:
    if not utterance.mixed:
        return "direct"
    return "mixed" if utterance.regions else "indirect"


def _fragments(turn: _Turn, words: str, document: Document) -> list[str]:
    """Return what stands in marks inside of a mixed quote."""
    first = turn.utterance.start
    inside = map(document.inside, turn.utterance.regions)
    return [words[low - first : high - first] for low, high in inside if low < high]
