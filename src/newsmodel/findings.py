"""What was found in a document, what lost, and what is to be said about it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from newsmodel.errors import ModelError, ParseError
from newsmodel.evidence import Candidate, Evidence, Explanation, Note
from newsmodel.model import Article

T = TypeVar("T")


class Findings(ABC, Generic[T]):
    """The fields of one article in the making, with evidence and notes.

    How a value was read is a trace: the rule, the words, and where they stand,
    which each kind of document says in its own way.

    Those that are quiet keep the fields alone: to say where all was read and what
    was left out takes time, and who wants the article only never sees it.

    Attributes:
        fields: The values found so far.
        notes: What is to be said about the reading.
        quiet: Whether only the fields are kept.
    """

    def __init__(self, notes: Iterable[Note] = (), *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.fields: dict[str, Any] = {}
        self.notes = list(notes)
        self._winners: dict[str, Candidate] = {}
        self._losers: dict[str, list[Candidate]] = {}

    @abstractmethod
    def candidate(self, trace: T, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""

    def offer(self, field: str, value: object, trace: T) -> bool:
        """Take a value for a field, unless it has one; return whether it was taken."""
        if field in self.fields:
            self.lose(field, trace, f"{field} was found before")
            return False
        self.fields[field] = value
        self.witness(field, trace)
        return True

    def witness(self, field: str, trace: T) -> None:
        """Say where a value came from that stands elsewhere than in the fields."""
        if not self.quiet:
            self._winners[field] = self.candidate(trace)

    def lose(self, field: str, trace: T, reason: str) -> None:
        """Say what could have been the value of a field, and why it is not."""
        if not self.quiet:
            self._losers.setdefault(field, []).append(self.candidate(trace, reason))

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence for each field, in the order they were found."""
        return tuple(
            Evidence(
                field=field, winner=winner, losers=tuple(self._losers.get(field, ()))
            )
            for field, winner in self._winners.items()
        )

    def explanation(self, format: str, **others: Any) -> Explanation:
        """Return the article of all fields found and *others*, and how it was read.

        A value that the model refuses costs its field, with a note.

        Raises:
            ParseError: If the model refuses one of the others.
        """
        while True:
            try:
                article = Article(**others, **self.fields)
                break
            except ModelError as error:
                field = error.path.partition("[")[0].partition(".")[0]
                if field not in self.fields:
                    raise ParseError(str(error), format) from error
                del self.fields[field]
                self._winners.pop(field, None)
                self.notes.append(Note(code="value-refused", message=str(error)))
        return Explanation(
            article=article,
            format=format,
            evidence=self.evidence(),
            notes=tuple(self.notes),
        )
