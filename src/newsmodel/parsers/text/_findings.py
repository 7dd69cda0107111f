"""What was found in a text, what lost, and what is to be said about it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from newsmodel.evidence import Candidate, Evidence, Note
from newsmodel.parsers.text._lines import Document, Piece


class Trace(NamedTuple):
    """How a value was read: the rule, the words, and where they stand."""

    rule: str
    raw: str
    piece: Piece
    column: int = 0


class Findings:
    """The fields of one article in the making, with evidence and notes."""

    def __init__(self, document: Document, notes: Iterable[Note]) -> None:
        self.document = document
        self.fields: dict[str, Any] = {}
        self.notes = [*notes, *document.notes]
        self._winners: dict[str, Candidate] = {}
        self._losers: dict[str, list[Candidate]] = {}

    def note(self, code: str, message: str, piece: Piece, column: int = 0) -> None:
        """Say something about a place."""
        place = self.document.location(piece, column)
        self.notes.append(Note(code=code, message=message, location=place))

    def offer(self, field: str, value: object, trace: Trace) -> bool:
        """Take a value for a field, unless it has one; return whether it was taken."""
        if field in self.fields:
            self.lose(field, trace, f"{field} was found before")
            return False
        self.fields[field] = value
        self.witness(field, trace)
        return True

    def witness(self, field: str, trace: Trace) -> None:
        """Say where a value came from that stands elsewhere than in the fields."""
        self._winners[field] = self._candidate(trace)

    def lose(self, field: str, trace: Trace, reason: str) -> None:
        """Say what could have been the value of a field, and why it is not."""
        self._losers.setdefault(field, []).append(self._candidate(trace, reason))

    def _candidate(self, trace: Trace, reason: str = "") -> Candidate:
        place = self.document.location(trace.piece, trace.column)
        return Candidate(rule=trace.rule, raw=trace.raw, location=place, reason=reason)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence for each field, in the order they were found."""
        return tuple(
            Evidence(
                field=field, winner=winner, losers=tuple(self._losers.get(field, ()))
            )
            for field, winner in self._winners.items()
        )
