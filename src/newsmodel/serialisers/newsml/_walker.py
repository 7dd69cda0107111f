"""Reads elements into fields, as tables say, and notes what does not fit."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeAlias

from lxml import etree

from newsmodel.errors import short
from newsmodel.evidence import Note
from newsmodel.markup.elements import whole_number
from newsmodel.markup.xml import local_name, note_at
from newsmodel.model import When
from newsmodel.serialisers.newsml._vocabulary import G2, OURS

Element: TypeAlias = etree._Element
Fields: TypeAlias = dict[str, Any]
# How to read an element (None: its text, literally), and the field it is for.
# The reader is whatever class has the method.
Read: TypeAlias = Callable[[Any, Element], object] | None
Table: TypeAlias = dict[str, tuple[Read, str]]

_WHEN = re.compile(
    r"""
    [0-9]{4}-[0-9]{2}-[0-9]{2}
    (?P<time>
        T [0-9]{2}:[0-9]{2}:[0-9]{2} (?: \. [0-9]{1,6} )?
        (?: Z | [+-] (?: 14:00 | (?: 0[0-9] | 1[0-3] ) : [0-5][0-9] ) )?
    )?
    """,
    re.VERBOSE,
)
#: Fields to which each element adds a value.
_SEVERAL = frozenset(
    ("contributors", "credits", "fragments", "identifiers", "keywords", "subjects")
)


def tag_of(name: str) -> str:
    if name.startswith("nm:"):
        return f"{{{OURS}}}{name[3:]}"
    return f"{{{G2}}}{name}"


def table_of(*rows: tuple[str, Read, str]) -> Table:
    """Return a table by tag, from rows of element (and role), reading, field."""
    return {tag_of(element): (read, field) for element, read, field in rows}


class Walker:
    """Reads the leaves of a document; knows none of its branches.

    What a method returns is the value of a field, ``None`` where there is none.

    Attributes:
        notes: What could not be read, or only in part.
    """

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def walk(self, element: Element, table: Table, fields: Fields) -> None:
        """Read the children of an element into *fields*, as a table says."""
        for child in element:
            tag: Any = child.tag
            known = table.get(tag) or table.get(f"{tag} {child.get('role')}")
            if known is None:
                self.unknown(child)
                continue
            read, name = known
            if read is not None:
                value = read(self, child)
            elif len(child):
                value = self._flattened(child)
            else:
                value = child.text
            if value is None:
                continue
            if name in _SEVERAL:
                fields.setdefault(name, []).append(value)
            elif name in fields:
                self.doubled(child, local_name(child))
            else:
                fields[name] = value

    def note(self, element: Element, code: str, message: str) -> None:
        self.notes.append(note_at(element, code, message))

    def unknown(self, element: Element) -> None:
        role = element.get("role")
        name = local_name(element) + (f" with role {short(role)}" if role else "")
        message = f"{name} is not known here, and left out"
        self.note(element, "unknown", message)

    def doubled(self, element: Element, name: str | None) -> None:
        self.note(element, "doubled", f"{name} stood before, and is left out")

    def _flattened(self, element: Element) -> str | None:
        message = f"markup in {local_name(element)} is left out, its text is kept"
        self.note(element, "unknown", message)
        return "".join(element.itertext()) or None

    def nothing(self, element: Element) -> None:
        """Leave out what is made from something that stands elsewhere."""

    def number(self, element: Element) -> int | None:
        return self.whole(element, element.text)

    def whole(self, element: Element, text: str | None) -> int | None:
        number = whole_number(text)
        if number is None:
            self.note(element, "number-refused", f"{short(text)} is no number")
        return number

    def when(self, element: Element) -> When | None:
        text = element.text or ""
        found = _WHEN.fullmatch(text)
        try:
            if found:
                return (datetime if found["time"] else date).fromisoformat(text)
        except ValueError:  # the 31st of February
            pass
        self.note(element, "date-refused", f"{short(text)} is no date")
        return None

    def code(self, element: Element, words: dict[str, str]) -> str | None:
        code = element.get("qcode", "")
        word = words.get(code)
        if word is None:
            self.note(element, "code-unknown", f"{short(code)} is not known here")
        return word
