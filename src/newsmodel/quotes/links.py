"""The pass over the whole document: who goes on speaking, and the quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from newsmodel.model import Quote
from newsmodel.quotes.document import Document
from newsmodel.quotes.names import Party
from newsmodel.quotes.speakers import Speakers
from newsmodel.quotes.utterances import Utterance, read_block

# What the model cannot hold, in a text that may have line feeds and tabs.
_REFUSED = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 2_000_000


@dataclass(slots=True, eq=False)
class _Turn:
    """One utterance, and what is known of who makes it."""

    block: int
    utterance: Utterance
    mention: str | None = None
    cue: str | None = None
    party: Party | None = None
    leader: "_Turn | None" = None  # the piece before it of the same utterance
    score: int = 0


def quotes_in(texts: Sequence[str], offsets: Sequence[int]) -> list[list[Quote]]:
    """Return the quotes of each text, their offsets moved by its own."""
    document = Document(texts)
    if not document.regions:
        return [[] for _ in texts]
    return _built(texts, offsets, document, _turns(document))


def _turns(document: Document) -> list[_Turn]:
    turns: list[_Turn] = []
    speakers = Speakers(document)
    for block, regions in document.quoted_blocks():
        first = len(turns)
        turns.extend(
            _Turn(block, each, score=each.score)
            for each in read_block(document, block, regions)
        )
        for index in range(first, len(turns)):
            _attribute(turns, index, first, document, speakers)
    return turns


def _attribute(
    turns: list[_Turn], index: int, first: int, document: Document, speakers: Speakers
) -> None:
    """Say who makes one utterance, by its frame or by those before it."""
    turn = turns[index]
    utterance, before = turn.utterance, turns[index - 1] if index else None
    frame, tokens = utterance.frame, utterance.tokens
    if frame and before and before.utterance.frame is frame:
        turn.leader = before
    elif frame and tokens and frame.subject:
        low, high = frame.cue
        if low < high:
            spans = tokens.spans
            turn.cue = document.text[spans[low][0] : spans[high - 1][1]]
        turn.mention, turn.party = speakers.resolve(frame, tokens)
        _give_back(turns, index, first)
        return
    elif frame and tokens:
        spans = tokens.spans
        turn.cue = document.text[spans[frame.cue[0]][0] : spans[frame.cue[1] - 1][1]]
    if before is None or (frame and frame.passive):
        return
    if utterance.goes_on and index > first:
        turn.leader = before
    elif index == first and _unclosed(before) and turn.block == before.block + 1:
        turn.leader = before
    turn.mention, turn.party = before.mention, before.party
    if turn.leader:
        turn.cue = turn.cue or before.cue
        turn.score = min(before.score, 90)


def _give_back(turns: list[_Turn], index: int, first: int) -> None:
    """Give a speaker to the pieces before it that wait for one."""
    turn = turns[index]
    while index and not turns[index - 1].utterance.frame:
        index -= 1
        if (
            index >= first
            and turns[index].leader is None
            and turns[index].utterance.goes_on
            and False
        ):
            turns[index].party, turns[index].mention = turn.party, turn.mention
        else:
            break


def _unclosed(turn: _Turn) -> bool:
    regions = turn.utterance.regions
    return not regions[-1].right


def _built(
    texts: Sequence[str],
    offsets: Sequence[int],
    document: Document,
    turns: list[_Turn],
) -> list[list[Quote]]:
    found: list[list[Quote]] = [[] for _ in texts]
    led = {id(each.leader) for each in turns if each.leader}
    groups: dict[int, int] = {}
    numbers = count(1)
    for turn in turns:
        group = None
        if turn.leader:
            group = groups[id(turn)] = groups[id(turn.leader)]
        elif id(turn) in led:
            group = groups[id(turn)] = next(numbers)
        utterance, block = turn.utterance, turn.block
        base = document.starts[block]
        start, end = utterance.start - base, utterance.end - base
        words = texts[block][start:end]
        if not words.isprintable() and _REFUSED.search(words) or len(words) > _LONGEST:
            continue
        found[block].append(
            Quote(
                start=start + offsets[block],
                text=words,
                kind="mixed" if utterance.mixed else "direct",
                speaker=turn.party and turn.party.source(),
                mention=turn.mention,
                cue=turn.cue,
                group=group,
                fragments=_fragments(utterance, words, base, document)
                if utterance.mixed
                else (),
                confidence=turn.score,
            )
        )
    return found


def _fragments(
    utterance: Utterance, words: str, base: int, document: Document
) -> tuple[str, ...]:
    found = []
    for region in utterance.regions:
        start, end = document.inside(region)
        if start < end:
            found.append(words[start - utterance.start : end - utterance.start])
    return tuple(found)
