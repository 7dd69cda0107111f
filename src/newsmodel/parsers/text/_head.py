"""The head of an article: headline, standfirst, and the facts among them."""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.parsers.text._above import count_above
from newsmodel.parsers.text._body import HASHES, LABELLED, has_bullet
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
from newsmodel.rules.density import letters_worth

_REACH: Final = 16
_LONGEST_HEADLINE: Final = 250
_LONGEST_ALONE: Final = 150
_NEAR: Final = 4
_LONGEST_STANDFIRST: Final = 400
_LONGEST_WORD: Final = 8
_STANDFIRSTS: Final = 2
# Lines below a byline that may stand one under the other.
_BESIDE: Final = frozenset(("job-title", "handle", "outlet-below-byline"))
_NAMES: Final = frozenset(("names-alone", "name-title", "title-name"))
# A standfirst is a text that one of these follows.
_AFTER_STANDFIRST: Final = frozenset(("byline", "stamp", "count"))
_ABOVE_HEADLINE: Final = frozenset(("section", "slugline", "url"))
_NO_HEADLINE: Final = re.compile(
    r"[•‣◦▪●*\[<{>|–—-]|[0-9]{1,3}[.)]\s|[0-9]{1,2}[:.][0-9]{2}\s"
)
_MARKED: Final = re.compile(r"#\s+\S")  # the highest heading of Markdown
_LABEL: Final = re.compile(
    r"^(?:title|headline|titel|titre|título|titolo|заголовок)\s?:\s+(?=\S)",
    re.IGNORECASE,
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
        self._above: list[tuple[Fact, Piece]] = []  # facts of what was left out

    def read(self) -> None:
        """Read pieces up to the first that belongs to the body."""
        first = self._leave_out_above()
        for index in range(first, min(first + _REACH, len(self._pieces))):
            if self._is_repeated(index):
                continue
            if facts := self._facts(index):
                if not self._take_waiting(index, facts):
                    break
                self.facts += [(fact, self._pieces[index]) for fact in facts]
                self.used.add(index)
                self._facts_at = index
            elif not self._is_passed(index) and not self._take(index):
                break
        self.facts += self._above

    def _leave_out_above(self) -> int:
        """Leave out what stands above the article, but for dates; return its end."""
        end, why = count_above(self._pieces, self._reader)
        for index, piece in enumerate(self._pieces[:end]):
            self.used.add(index)
            stamps = [each for each in self._reader.at(index) if each.kind == "stamp"]
            self._above += [(each, piece) for each in stamps]
            if not stamps:
                self._findings.note("line-skipped", f"{piece.text!r} {why}", piece)
        return end

    def _is_repeated(self, index: int) -> bool:
        """Leave out a line that the next one repeats, as pages do for small screens."""
        piece, *after = self._pieces[index : index + 2]
        if not after or after[0].text != piece.text or is_stopped(piece.text):
            return False
        if not self._has_facts_near(index, _NEAR):
            return False  # a verse
        self.used.add(index)
        self._findings.note("line-skipped", f"{piece.text!r} stands twice", piece)
        return True

    def _is_passed(self, index: int) -> bool:
        """Whether a piece of the body may stand among those of the head."""
        text = self._pieces[index].text
        return caption_of(text) is not None or (self._has_headline and has_bullet(text))

    def _facts(self, index: int) -> tuple[Fact, ...]:
        """Return the facts in a piece, if it can stand for them here."""
        facts = self._reader.at(index)
        if are_sure(facts):
            return facts
        beside = 0 <= self._facts_at == index - 1
        above = self.facts[-1][0] if beside else None
        if above and (above.kind == "byline" or above.rule in _BESIDE):
            text = self._pieces[index].text
            if beside_byline := read_beside_byline(text):
                return (beside_byline,)
        if facts and facts[0].kind in _ABOVE_HEADLINE:
            over = not self._has_headline and self._may_be_headline(index + 1)
            return facts if over else ()
        # A name alone is a byline only among facts, and below the headline; after
        # the last one it is rather a heading.
        among = self._has_facts_near(index, 1) or (
            beside and self._pieces[index].block == self._pieces[index - 1].block
        )
        return facts if self._has_headline and among and not self._has_byline() else ()

    def _has_facts_near(self, index: int, most: int) -> bool:
        """Whether facts stand *most* lines below, what goes with a name not counted."""
        lines = 0
        for after in range(index + 1, min(index + _REACH, len(self._pieces))):
            if self._reader.sure_at(after):
                return True
            lines += not read_beside_byline(self._pieces[after].text)
            if lines == most:
                return False
        return False

    def _has_byline(self) -> bool:
        return any(fact.kind == "byline" for fact, _ in self.facts)

    def _take_waiting(self, index: int, facts: tuple[Fact, ...]) -> bool:
        """Make a standfirst of what waits; return whether the head goes on."""
        if not self._waiting:
            return True
        kinds = {fact.kind for fact in facts}
        if kinds.isdisjoint(_AFTER_STANDFIRST) or not self._text_follows(index):
            return False
        lines = [
            each
            for each in self._waiting
            if not self._take_name(each) and not _is_word(self._pieces[each].text)
        ]
        self._waiting = []
        if lines:
            text = "\n".join(self._pieces[each].text for each in lines)
            trace = Trace("text-before-facts", text, self._pieces[lines[0]])
            if self._findings.offer("standfirst", text, trace):
                self.used.update(lines)
        return True

    def _take_name(self, index: int) -> bool:
        """Take a name that stands beside a standfirst as the byline."""
        facts = self._reader.at(index)
        if len(self._waiting) < 2 or self._has_byline():
            return False
        if not facts or facts[0].rule not in _NAMES:
            return False
        self.facts.append((facts[0], self._pieces[index]))
        self.used.add(index)
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
            headline = _LABEL.sub("", HASHES.sub("", text))
            self._has_headline = self._findings.offer("headline", headline, trace)
            self.used.add(index)
            return True
        self._waiting.append(index)
        return (
            len(self._waiting) <= _STANDFIRSTS
            and len(text) <= _LONGEST_STANDFIRST
            and not _opens_text(text)
        )

    def _may_be_headline(self, index: int) -> bool:
        if self._pieces[index : index + 1] and _MARKED.match(self._pieces[index].text):
            return True
        if index + 1 >= len(self._pieces):
            return False
        piece, after = self._pieces[index : index + 2]
        text = piece.text
        if len(text) > _LONGEST_HEADLINE or text[-1] in ",;" or _opens_text(text):
            return False
        next_is_text = not self._reader.sure_at(index + 1)
        if next_is_text and LABELLED.match(text) and LABELLED.match(after.text):
            return False  # the header of a message, a chat
        if self._has_facts_near(index, _NEAR):
            return True
        if _NO_HEADLINE.match(text) or text[-1] == ":":
            return False
        if is_stopped(text) and text[-1] not in "?!" and not _SHORTENED.search(text):
            return False
        # Without facts the look of what follows decides: a verse is no headline.
        stands_out = len(after.text) > len(text) and is_stopped(after.text)
        return len(text) <= _LONGEST_ALONE and (piece.alone or stands_out)


def _is_word(text: str) -> bool:
    """Whether a line is too little for a standfirst, as a name in signs is."""
    return " " not in text and letters_worth(text) <= _LONGEST_WORD


def _opens_text(text: str) -> bool:
    """Whether a dateline that can be nothing else opens a text."""
    dateline = read_dateline(text)
    return dateline is not None and dateline.sure
