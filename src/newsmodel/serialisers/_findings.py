"""Findings in documents of XML: what was read, and the element it stands in."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, final

from lxml import etree

from newsmodel.errors import Location
from newsmodel.evidence import Candidate, Note
from newsmodel.markup.body_reader import text_of
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

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        super().__init__(notes)
        # Of elements that others were asked for; there are as many as sections.
        self._paths: dict[Any, str] = {}

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        rule, raw, element = trace
        place = _NOWHERE if element is None else self._place(element)
        return Candidate(rule=rule, raw=raw[:_SHOWN], location=place, reason=reason)

    def note(self, element: Any, code: str, message: str) -> None:
        """Say something about an element."""
        place = _NOWHERE if element is None else self._place(element)
        self.notes.append(Note(code=code, message=message, location=place))

    def _place(self, element: Any) -> Location:
        parent = element.getparent()
        around = self._paths.get(parent)
        if around is None:
            around = "" if parent is None else path_of(parent)
            self._paths[parent] = around
        name = element.tag.rpartition("}")[2]
        return Location(line=element.sourceline, path=f"{around}/{name}")

    def leave_out(self, element: Any, reason: str = "") -> None:
        """List an element: itself if it has words, else all that is in it.

        Of one that holds others and no words, each says what it is.
        """
        walk = etree.iterwalk(element, events=("start",))
        for _, each in walk:
            is_mixed = len(each) and bool(each.text and not each.text.isspace())
            said = attributes_of(each)
            words = text_of(each) if is_mixed or not len(each) else ""
            if words and said:
                said = f"{words} ({said})"
            if said or words:
                self.left_out(each, said or words, reason)
            if is_mixed:
                walk.skip_subtree()

    def left_out(self, element: Any, words: str, reason: str = "") -> None:
        """Say what an article has no field for."""
        why = reason or "an article has no field for it"
        said = f": {words[:_SHOWN]}" if words else ""
        name = str(element.tag).rpartition("}")[2]
        self.note(element, "left-out", f"{name} is left out, {why}{said}")


def attributes_of(element: Any) -> str:
    """Return what the attributes of an element say: ``qcode=sig:update``."""
    return " ".join(_said(element))


def _said(element: Any) -> Iterator[str]:
    for name, value in element.items():
        yield f"{name.rpartition('}')[2]}={value}"
