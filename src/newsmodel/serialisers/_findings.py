"""Findings in documents of XML: what was read, and the element it stands in."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, final

from lxml import etree

from newsmodel import findings
from newsmodel.errors import Location
from newsmodel.evidence import Candidate, Note
from newsmodel.markup.elements import text_of
from newsmodel.markup.xml import path_of

_SHOWN: Final = 200
_LONGEST: Final = 500
_NOWHERE: Final = Location()


class Trace(NamedTuple):
    """How a value was read: the rule, the words, and the element they stand in."""

    rule: str
    raw: str
    element: Any = None


@final
class Findings(findings.Findings[Trace]):
    """The fields of one article in the making, with evidence and notes.

    Those that are quiet keep the fields alone: to say where all was read and what
    was left out takes a third of the time, and who wants the article only never
    sees it.
    """

    def __init__(self, notes: Iterable[Note] = (), *, quiet: bool = False) -> None:
        super().__init__(notes)
        self._quiet = quiet
        self._paths: dict[Any, str] = {None: ""}

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        rule, raw, element = trace
        place = _NOWHERE if element is None else self._place(element)
        return Candidate(rule=rule, raw=raw[:_SHOWN], location=place, reason=reason)

    def witness(self, field: str, trace: Trace) -> None:
        """Say where a value came from that stands elsewhere than in the fields."""
        if not self._quiet:
            super().witness(field, trace)

    def lose(self, field: str, trace: Trace, reason: str) -> None:
        """Say what could have been the value of a field, and why it is not."""
        if not self._quiet:
            super().lose(field, trace, reason)

    def note(self, element: Any, code: str, message: str) -> None:
        """Say something about an element."""
        if not self._quiet:
            place = _NOWHERE if element is None else self._place(element)
            self.notes.append(Note(code=code, message=message, location=place))

    def _place(self, element: Any) -> Location:
        name = element.tag.rpartition("}")[2]
        path = f"{self._path(element.getparent())}/{name}"
        return Location(line=element.sourceline, path=path)

    def _path(self, element: Any) -> str:
        """Return the path of an element that others are in: one of a few."""
        path = self._paths.get(element)
        if path is None:
            parent = element.getparent()
            if parent in self._paths:
                path = f"{self._paths[parent]}/{element.tag.rpartition('}')[2]}"
            else:
                path = path_of(element)
            # Of one that lies deep the last names are told.
            path = path if len(path) <= _LONGEST else path_of(element)
            self._paths[element] = path
        return path

    def leave_out(self, element: Any, reason: str = "") -> None:
        """List an element: itself if it has words, else all that is in it.

        Of one that holds others and no words, each says what it is.
        """
        if self._quiet:
            return
        if not len(element):
            self._leave_out(element, text_of(element), reason)
            return
        walk = etree.iterwalk(element, events=("start",))
        for _, each in walk:
            is_mixed = len(each) and bool(each.text and not each.text.isspace())
            words = text_of(each) if is_mixed or not len(each) else ""
            self._leave_out(each, words, reason)
            if is_mixed:
                walk.skip_subtree()

    def _leave_out(self, element: Any, words: str, reason: str) -> None:
        said = attributes_of(element)
        if words and said:
            said = f"{words} ({said})"
        if said or words:
            self.left_out(element, said or words, reason)

    def left_out(self, element: Any, words: str, reason: str = "") -> None:
        """Say what an article has no field for."""
        if self._quiet:
            return
        why = reason or "an article has no field for it"
        said = f": {words[:_SHOWN]}" if words else ""
        name = str(element.tag).rpartition("}")[2]
        self.note(element, "left-out", f"{name} is left out, {why}{said}")


def attributes_of(element: Any) -> str:
    """Return what the attributes of an element say: ``qcode=sig:update``."""
    return " ".join(_said(element)) if element.attrib else ""


def _said(element: Any) -> Iterator[str]:
    for name, value in element.items():
        yield f"{name.rpartition('}')[2]}={value}"
