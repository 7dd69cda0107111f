"""Whom the subject of a frame means, and who goes on speaking."""

import re

from newsmodel.quotes.document import Document
from newsmodel.quotes.frames import Frame
from newsmodel.quotes.names import Names, Party, bare_name
from newsmodel.quotes.people import GENDERED, ROLES
from newsmodel.quotes.tokens import Tokens

_NAME_RUN = re.compile("N+$")
_HEAD = re.compile("[^i,c(]+")
_LIMIT = 120


class Speakers:
    """Resolves the subjects of one document, in the order they come in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = Names(document.masked)
        self.last: Party | None = None
        self.spoke = 0

    def resolve(self, frame: Frame, tokens: Tokens) -> tuple[str, Party | None]:
        """Return the speaker as written, and who that is."""
        assert frame.subject  # noqa: S101
        text, spans = self.document.text, tokens.spans
        low, high = frame.subject
        shape = tokens.shape[low:high]
        start, end = spans[low][0], spans[high - 1][1]
        mention = text[start:end]
        if shape == "W":
            party = self._antecedent(low, tokens)
        elif shape in ("P", "D"):
            party = self.names.pronoun(mention, start, self.last, self.spoke)
        else:
            party = self._phrase(low, high, tokens)
            if frame.appositive and party:
                self._describe(party, frame.appositive, tokens)
        if party:
            self.last, self.spoke = party, start
        return mention, party

    def _phrase(self, low: int, high: int, tokens: Tokens) -> Party | None:
        spans, text = tokens.spans, self.document.text
        shape = tokens.shape[low:high]
        head = _HEAD.match(shape)
        end = low + (head.end() if head else len(shape))
        run = _NAME_RUN.search(tokens.shape[low:end])
        words = lambda a, b: text[spans[a][0] : spans[b - 1][1]]  # noqa: E731
        if run:
            first = low + run.start()
            printed = words(first, end).split()
            name, gender = bare_name(printed)
            if name:
                party = self.names.named(name, gender)
                cut = len(printed) - len(name)
                described = words(low, first) if first > low else ""
                described = " ".join([described, *printed[:cut]]).strip()
                if described.lower() not in (
                    "the",
                    "mr.",
                    "mrs.",
                    "ms.",
                    "mr",
                    "mrs",
                    "ms",
                    "miss",
                    "",
                ):
                    self._set(party, described)
                elif described.lower() == "the" and party.kind == "unknown":
                    party.kind = "organisation"
                return party
        phrase = " ".join(words(low, high).split())
        return (
            self.names.described(phrase, words(end - 1, end).lower(), spans[low][0])
            if len(phrase) <= _LIMIT
            else None
        )

    def _set(self, party: Party, description: str) -> None:
        if party.description is None and party.name and len(description) <= _LIMIT:
            party.description = description
            if party.kind == "unknown":
                party.kind = "person"
            for word in description.lower().split():
                party.gender += 3 * GENDERED.get(word, 0)

    def _describe(self, party: Party, span: tuple[int, int], tokens: Tokens) -> None:
        low, high = span
        text = self.document.text[tokens.spans[low][0] : tokens.spans[high - 1][1]]
        if tokens.shape[low] == "D" or ROLES & set(text.lower().split()):
            self._set(party, " ".join(text.split()))

    def _antecedent(self, at: int, tokens: Tokens) -> Party | None:
        run = _NAME_RUN.search(tokens.shape[:at].rstrip(","))
        return self._phrase(run.start(), run.end(), tokens) if run else None
