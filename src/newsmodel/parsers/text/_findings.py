"""Findings in a plain text, which say the line and the column of each."""

from collections.abc import Iterable
from typing import NamedTuple, final

from newsmodel import findings
from newsmodel.evidence import Candidate, Note
from newsmodel.parsers.text._lines import Document, Piece


class Trace(NamedTuple):
    """How a value was read: the rule, the words, and where they stand."""

    rule: str
    raw: str
    piece: Piece
    column: int = 0


@final
class Findings(findings.Findings[Trace]):
    """The fields of one article in the making, with evidence and notes."""

    def __init__(self, document: Document, notes: Iterable[Note]) -> None:
        super().__init__([*notes, *document.notes])
        self.document = document

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        place = self.document.location(trace.piece, trace.column)
        return Candidate(rule=trace.rule, raw=trace.raw, location=place, reason=reason)

    def note(self, code: str, message: str, piece: Piece, column: int = 0) -> None:
        """Say something about a place."""
        place = self.document.location(piece, column)
        self.notes.append(Note(code=code, message=message, location=place))
