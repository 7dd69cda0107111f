"""Findings in documents of XML: what was read, and the element it stands in."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, final

from newsmodel.errors import Location
from newsmodel.evidence import Candidate, Note
from newsmodel.markup.xml import path_of
from newsmodel.parsers import _findings

_SHOWN: Final = 200
_NOWHERE: Final = Location()


class Trace(NamedTuple):
    """How a value was read: the rule, the words, and the element they stand in."""

    rule: str
    raw: str
    element: Any = None


@final
class Findings(_findings.Findings[Trace]):
    """The fields of one article in the making, with evidence and notes."""

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        rule, raw, element = trace
        place = _NOWHERE if element is None else _place(element)
        return Candidate(rule=rule, raw=raw[:_SHOWN], location=place, reason=reason)

    def note(self, element: Any, code: str, message: str) -> None:
        """Say something about an element."""
        place = _NOWHERE if element is None else _place(element)
        self.notes.append(Note(code=code, message=message, location=place))

    def left_out(self, element: Any, words: str, reason: str = "") -> None:
        """Say what an article has no field for."""
        why = reason or "an article has no field for it"
        said = f": {words[:_SHOWN]}" if words else ""
        name = str(element.tag).rpartition("}")[2]
        self.note(element, "left-out", f"{name} is left out, {why}{said}")


def _place(element: Any) -> Location:
    return Location(line=element.sourceline, path=path_of(element))


def attributes_of(element: Any) -> str:
    """Return what the attributes of an element say: ``qcode=sig:update``."""
    return " ".join(_said(element))


def _said(element: Any) -> Iterator[str]:
    for name, value in element.items():
        yield f"{name.rpartition('}')[2]}={value}"
