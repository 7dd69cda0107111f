"""The head of an article: headline, standfirst, and the facts among them."""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.parsers.text._captions import caption_of
from newsmodel.parsers.text._facts import Fact, FactReader, are_sure
from newsmodel.parsers.text._findings import Findings, Trace
from newsmodel.parsers.text._lines import Piece
from newsmodel.rules.bylines import is_job
from newsmodel.rules.datelines import read_dateline

_REACH: Final = 16
_LONGEST_HEADLINE: Final = 250
_LONGEST_STANDFIRST: Final = 400
_STANDFIRSTS: Final = 2
# A standfirst is a text that one of these follows.
_AFTER_STANDFIRST: Final = frozenset(("byline", "stamp", "count"))
_NO_HEADLINE: Final = re.compile(
    r"[•‣◦▪●*\[<{>|–—-]|[0-9]{1,3}[.)]\s|[0-9]{1,2}[:.][0-9]{2}\s"
)
_LABELLED: Final = re.compile(r"[^\W\d_][\w -]{0,24}:\s?\S|[^\W\d_][\w -]{0,24}:$")
_SHORTENED: Final = re.compile(
    r"(?:\.\.\.|\b[^\W\d_]\.[^\W\d_]\.|\b(?:Inc|Ltd|Co|Jr|Sr|etc)\.)$"
)


class Head:
    """The pieces of a head: which were used, and the facts read from them."""

    def __init__(self) -> None:
        self.used: set[int] = set()
        self.facts: list[tuple[Fact, Piece]] = []


def read_head(pieces: Sequence[Piece], reader: FactReader, findings: Findings) -> Head:
    """Read the lines before the body."""
    head = Head()
    headline: int | None = None
    waiting: list[int] = []
    facts_at = -1
    for index, piece in enumerate(pieces[:_REACH]):
        facts = reader.at(index)
        if not are_sure(facts) and (
            headline is None or not _among_facts(reader, index, facts_at)
        ):
            facts = ()
        if facts:
            if waiting:
                kinds = {fact.kind for fact in facts}
                if kinds.isdisjoint(_AFTER_STANDFIRST) or not _goes_on(
                    pieces, index, reader
                ):
                    break
                _take_standfirst(pieces, waiting, head, findings)
                waiting = []
            head.facts += [(fact, piece) for fact in facts]
            head.used.add(index)
            facts_at = index
        elif index == facts_at + 1 and index and is_job(piece.text) and head.facts:
            fact, _ = head.facts[-1]
            if fact.kind != "byline":
                break
            findings.note("line-skipped", "a job title beside the byline", piece)
            head.used.add(index)
            facts_at = index
        elif caption_of(piece.text):
            continue
        elif (
            headline is None and not waiting and _may_be_headline(pieces, index, reader)
        ):
            headline = index
            findings.offer(
                "headline", piece.text, Trace("first-line", piece.text, piece)
            )
            head.used.add(index)
        elif headline is None or not _may_wait(piece) or len(waiting) == _STANDFIRSTS:
            break
        else:
            waiting.append(index)
    return head


def _among_facts(reader: FactReader, index: int, facts_at: int) -> bool:
    """Whether a name alone has a sure fact beside it, and so is a byline."""
    return 0 <= facts_at == index - 1 or reader.sure_at(index + 1)


def _goes_on(pieces: Sequence[Piece], index: int, reader: FactReader) -> bool:
    """Whether text follows; else what seemed a standfirst is all the text."""
    end = min(index + 9, len(pieces))
    return any(not reader.at(after) for after in range(index + 1, end))


def _take_standfirst(
    pieces: Sequence[Piece], waiting: list[int], head: Head, findings: Findings
) -> None:
    text = "\n".join(pieces[index].text for index in waiting)
    first = pieces[waiting[0]]
    if findings.offer("standfirst", text, Trace("text-before-facts", text, first)):
        head.used.update(waiting)


def _may_wait(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST_STANDFIRST and not read_dateline(piece.text)


def _may_be_headline(pieces: Sequence[Piece], index: int, reader: FactReader) -> bool:
    piece = pieces[index]
    text = piece.text
    after = pieces[index + 1 : index + 2]
    if (
        not after
        or len(text) > _LONGEST_HEADLINE
        or text[-1] in ",;"
        or _NO_HEADLINE.match(text)
        or read_dateline(text)
    ):
        return False
    if any(reader.sure_at(near) for near in range(index + 1, index + 4)):
        return True
    if _LABELLED.match(text) and _LABELLED.match(after[0].text):
        return False  # the header of a message, a chat
    if text[-1] == "." and not _SHORTENED.search(text):
        return False
    # Without facts the look of what follows decides: a verse is no headline.
    stands_out = len(after[0].text) > len(text) and after[0].text[-1] in '.!?”"’…'
    return len(text) <= 150 and (piece.alone or stands_out)
