"""Findings in documents by others: what was read, and the place it stands at."""

from abc import abstractmethod
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
    """How a value was read: the rule, the words, and the place they stand at.

    A place is an element of XML, or a path in JSON.
    """

    rule: str
    raw: str
    place: Any = None


class PlacedFindings(findings.Findings[Trace]):
    """The fields of one article in the making, with evidence and notes."""

    @abstractmethod
    def _location(self, place: Any) -> Location:
        """Return where a place is, as users see it."""

    @abstractmethod
    def _name(self, place: Any) -> str:
        """Return what the document calls what stands at a place."""

    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        """Return a trace as users see it, with the reason why it lost."""
        rule, raw, place = trace
        where = _NOWHERE if place is None else self._location(place)
        return Candidate(rule=rule, raw=raw[:_SHOWN], location=where, reason=reason)

    def note(self, place: Any, code: str, message: str) -> None:
        """Say something about a place."""
        if not self.quiet:
            where = _NOWHERE if place is None else self._location(place)
            self.notes.append(Note(code=code, message=message, location=where))

    def left_out(self, place: Any, words: str, reason: str = "") -> None:
        """Say what an article has no field for."""
        if self.quiet:
            return
        why = reason or "an article has no field for it"
        said = f": {words[:_SHOWN]}" if words else ""
        message = f"{self._name(place)} is left out, {why}{said}"
        self.note(place, "left-out", message)


@final
class Findings(PlacedFindings):
    """Findings in XML, whose places are elements."""

    def __init__(self, notes: Iterable[Note] = (), *, quiet: bool = False) -> None:
        super().__init__(notes, quiet=quiet)
        self._paths: dict[Any, str] = {None: ""}

    def _name(self, place: Any) -> str:
        return str(place.tag).rpartition("}")[2]

    def _location(self, place: Any) -> Location:
        name = place.tag.rpartition("}")[2]
        path = f"{self._path(place.getparent())}/{name}"
        return Location(line=place.sourceline, path=path)

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
        if self.quiet:
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


def attributes_of(element: Any) -> str:
    """Return what the attributes of an element say: ``qcode=sig:update``."""
    return " ".join(_said(element)) if element.attrib else ""


def _said(element: Any) -> Iterator[str]:
    for name, value in element.items():
        yield f"{name.rpartition('}')[2]}={value}"
