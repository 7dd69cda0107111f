"""Findings in a page, which say the line and the name of the element."""

from collections.abc import Iterable
from typing import Any, NamedTuple, final

from newsmodel import findings
from newsmodel.errors import Location
from newsmodel.evidence import Candidate, Note
from newsmodel.markup.xml import local_name, note_at

# libxml2 counts the lines of HTML so far and no further.
_LAST_LINE = 65535
_SHOWN = 200
_NOWHERE = Location()


class Trace(NamedTuple):
    """How a value was read: the rule, the words, and the element they stand in.

    Attributes:
        rule: Name of the rule.
        raw: The words.
        element: Where they stand; ``None`` where no one element can be named.
        path: Where inside that, as in ``author[0].name`` of a JSON-LD script.
    """

    rule: str
    raw: str
    element: Any = None
    path: str = ""


@final
class Findings(findings.Findings[Trace]):
    """The fields of one article in the making, with evidence and notes.

    Attributes:
        settled: Fields that a site's own rules gave, which nothing overrules.
    """

    def __init__(self, notes: Iterable[Note] = (), *, quiet: bool = False) -> None:
        super().__init__(notes, quiet=quiet)
        self.settled: set[str] = set()

    def settle(self, field: str, value: object, trace: Trace) -> None:
        """Take a value that nothing overrules."""
        self.offer(field, value, trace)
        self.settled.add(field)

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        rule, raw, element, path = trace
        if element is None:
            place = Location(path=path) if path else _NOWHERE
        else:
            line = element.sourceline
            name = local_name(element)
            place = Location(
                line=line if line and line < _LAST_LINE else None,
                path=f"{name} {path}" if path else name,
            )
        return Candidate(rule=rule, raw=raw[:_SHOWN], location=place, reason=reason)

    def note(self, code: str, message: str, element: Any = None) -> None:
        """Say something about a place."""
        if self.quiet:
            return
        if element is None:
            self.notes.append(Note(code=code, message=message))
        else:
            self.notes.append(note_at(element, code, message))
