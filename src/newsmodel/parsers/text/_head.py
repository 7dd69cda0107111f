"""The head of an article: headline, standfirst, and the facts among them."""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.parsers.text._body import LABELLED
from newsmodel.parsers.text._captions import caption_of
from newsmodel.parsers.text._facts import (
    Fact,
    FactReader,
    are_sure,
    read_beside_byline,
)
from newsmodel.parsers.text._findings import Findings, Trace
from newsmodel.parsers.text._lines import Piece
from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.rules.datelines import read_dateline

_REACH: Final = 16
_LONGEST_HEADLINE: Final = 250
_LONGEST_ALONE: Final = 150
_NEAR: Final = 4
_LONGEST_STANDFIRST: Final = 400
_STANDFIRSTS: Final = 2
# A standfirst is a text that one of these follows.
_AFTER_STANDFIRST: Final = frozenset(("byline", "stamp", "count"))
_NO_HEADLINE: Final = re.compile(
    r"[•‣◦▪●*\[<{>|–—-]|[0-9]{1,3}[.)]\s|[0-9]{1,2}[:.][0-9]{2}\s"
)
_SHORTENED: Final = re.compile(
    r"(?:\.\.\.|\b[^\W\d_]\.[^\W\d_]\.|\b(?:Inc|Ltd|Co|Jr|Sr|etc)\.)$"
)


class Head:
    """The head of one text: its facts, and which pieces it took."""

    def __init__(
        self, pieces: Sequence[Piece], reader: FactReader, findings: Findings
    ) -> None:
        self.used: set[int] = set()
        self.facts: list[tuple[Fact, Piece]] = []
        self._pieces = pieces
        self._reader = reader
        self._findings = findings
        self._has_headline = False
        self._waiting: list[int] = []  # texts that are a standfirst if facts follow
        self._facts_at = -1

    def read(self) -> None:
        """Read pieces up to the first that belongs to the body."""
        for index in range(min(_REACH, len(self._pieces))):
            if facts := self._facts(index):
                if not self._take_waiting(index, facts):
                    break
                self.facts += [(fact, self._pieces[index]) for fact in facts]
                self.used.add(index)
                self._facts_at = index
            elif not caption_of(self._pieces[index].text) and not self._take(index):
                break

    def _facts(self, index: int) -> tuple[Fact, ...]:
        """Return the facts in a piece, if it can stand for them here."""
        facts = self._reader.at(index)
        if are_sure(facts):
            return facts
        beside = 0 <= self._facts_at == index - 1
        if beside and self.facts[-1][0].kind == "byline":
            text = self._pieces[index].text
            if beside_byline := read_beside_byline(text):
                return (beside_byline,)
        if facts and facts[0].kind == "section" and not self._has_headline:
            return facts if self._may_be_headline(index + 1) else ()
        # A name alone is a byline only among facts, and below the headline; after
        # the last one it is rather a heading.
        among = self._reader.sure_at(index + 1) or (
            beside and self._pieces[index].block == self._pieces[index - 1].block
        )
        has_byline = any(fact.kind == "byline" for fact, _ in self.facts)
        return facts if self._has_headline and among and not has_byline else ()

    def _take_waiting(self, index: int, facts: tuple[Fact, ...]) -> bool:
        """Make a standfirst of what waits; return whether the head goes on."""
        if not self._waiting:
            return True
        kinds = {fact.kind for fact in facts}
        if kinds.isdisjoint(_AFTER_STANDFIRST) or not self._text_follows(index):
            return False
        text = "\n".join(self._pieces[each].text for each in self._waiting)
        trace = Trace("text-before-facts", text, self._pieces[self._waiting[0]])
        if self._findings.offer("standfirst", text, trace):
            self.used.update(self._waiting)
        self._waiting = []
        return True

    def _text_follows(self, index: int) -> bool:
        """Whether text follows; else what seemed a standfirst is all there is."""
        end = min(index + 9, len(self._pieces))
        return any(not self._reader.at(after) for after in range(index + 1, end))

    def _take(self, index: int) -> bool:
        """Take a text as headline, or let it wait; return whether it can be."""
        text = self._pieces[index].text
        if not self._has_headline:
            if not self._may_be_headline(index):
                return False
            trace = Trace("first-line", text, self._pieces[index])
            self._has_headline = self._findings.offer("headline", text, trace)
            self.used.add(index)
            return True
        self._waiting.append(index)
        return (
            len(self._waiting) <= _STANDFIRSTS
            and len(text) <= _LONGEST_STANDFIRST
            and not _opens_text(text)
        )

    def _may_be_headline(self, index: int) -> bool:
        if index + 1 >= len(self._pieces):
            return False
        piece, after = self._pieces[index : index + 2]
        text = piece.text
        if len(text) > _LONGEST_HEADLINE or text[-1] in ",;" or _opens_text(text):
            return False
        next_is_text = not self._reader.sure_at(index + 1)
        if next_is_text and LABELLED.match(text) and LABELLED.match(after.text):
            return False  # the header of a message, a chat
        near = range(index + 1, index + 1 + _NEAR)
        if any(self._reader.sure_at(each) for each in near):
            return True
        if _NO_HEADLINE.match(text) or text[-1] == ":":
            return False
        if is_stopped(text) and text[-1] not in "?!" and not _SHORTENED.search(text):
            return False
        # Without facts the look of what follows decides: a verse is no headline.
        stands_out = len(after.text) > len(text) and is_stopped(after.text)
        return len(text) <= _LONGEST_ALONE and (piece.alone or stands_out)


def _opens_text(text: str) -> bool:
    """Whether a dateline that can be nothing else opens a text."""
    dateline = read_dateline(text)
    return dateline is not None and dateline.sure
