"""Findings in JSON, which say where in it a value stands."""

from typing import Final, NamedTuple, final

from newsmodel import findings
from newsmodel.errors import Location
from newsmodel.evidence import Candidate, Note

_SHOWN: Final = 200


class Trace(NamedTuple):
    """How a value was read: the rule, the words, and their path."""

    rule: str
    raw: str
    path: str = ""


@final
class Findings(findings.Findings[Trace]):
    """The fields of one article in the making, with evidence and notes."""

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        where = Location(path=trace.path)
        raw = trace.raw[:_SHOWN]
        return Candidate(rule=trace.rule, raw=raw, location=where, reason=reason)

    def note(self, code: str, message: str, path: str) -> None:
        """Say something about a place."""
        where = Location(path=path)
        self.notes.append(Note(code=code, message=message, location=where))

    def left_out(self, path: str, words: str, reason: str = "") -> None:
        """Say what an article has no field for."""
        why = reason or "an article has no field for it"
        name = path.rpartition(".")[2].rpartition(" ")[2]
        self.note("left-out", f"{name} is left out, {why}: {words[:_SHOWN]}", path)
