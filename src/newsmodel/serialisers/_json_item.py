"""One object of a document in JSON, and which of its values have been read."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, final

from newsmodel.markup.characters import clean
from newsmodel.model.fieldtypes import TEXT_LIMIT

_SHOWN: Final = 200
_DEEPEST: Final = 6
_MOST: Final = 200
_SIGNS: Final = re.compile(r"\W+")


class Value(NamedTuple):
    """A value, and where it stands: ``$.headlines[0].value``."""

    value: Any
    path: str


@final
class Item:
    """An object whose names are looked up whatever their capitals.

    Example:
        >>> item = Item({"versionCreated": "2024-05-01", "x": {"y": 1}}, "$")
        >>> item.take("versioncreated")
        Value(value='2024-05-01', path='$.versionCreated')
        >>> list(item.rest())
        [Value(value='y: 1', path='$.x')]
    """

    __slots__ = ("_left", "_names", "fields", "path")

    def __init__(self, fields: dict[str, Any], path: str) -> None:
        self.fields = fields
        self.path = path
        self._names = {name.lower(): name for name in reversed(fields)}
        self._left = dict.fromkeys(fields)

    def take(self, *names: str) -> Value | None:
        """Return the value of the first name that has one, as read."""
        for name in names:
            written = self._names.get(name)
            if written is not None and not is_empty(self.fields[written]):
                self._left.pop(written, None)
                return Value(self.fields[written], f"{self.path}.{written}")
        return None

    def peek(self, *names: str) -> Any:
        """Return the value of the first name that has one, or ``None``."""
        for name in names:
            written = self._names.get(name)
            if written is not None and not is_empty(self.fields[written]):
                return self.fields[written]
        return None

    def line(self, *names: str) -> str:
        """Return a value as one line of text, as read; empty if there is none."""
        found = self.take(*names)
        return line_of(found.value) if found else ""

    def named(self, prefix: str) -> Iterator[tuple[str, Value]]:
        """Yield the values whose names begin with *prefix*, and what follows it."""
        for name, written in list(self._names.items()):
            if name.startswith(prefix) and not is_empty(self.fields[written]):
                self._left.pop(written, None)
                path = f"{self.path}.{written}"
                yield name[len(prefix) :], Value(self.fields[written], path)

    def items(self, *names: str) -> Iterator["Item"]:
        """Yield the objects in the list of the first name that has one.

        A lone object counts as a list of one; in an object of objects, as 1.x has
        them, the name of each becomes its ``name``. A string is an object with a
        ``name``.
        """
        found = self.take(*names)
        if found is None:
            return
        value, path = found
        if isinstance(value, dict):
            if all(each is None or isinstance(each, dict) for each in value.values()):
                for name, each in value.items():
                    if each:
                        yield Item({"name": name, **each}, f"{path}.{name}")
                return
            value = [value]
        if not isinstance(value, list):
            value = [value]
        for at, each in enumerate(value):
            where = f"{path}[{at}]"
            if isinstance(each, dict):
                yield Item(each, where)
            elif line := line_of(each):
                yield Item({"name": line}, where)

    def rest(self) -> Iterator[Value]:
        """Yield in words what has not been read, with its place."""
        for name in self._left:
            said = words_of(self.fields[name])
            if said:
                yield Value(said, f"{self.path}.{name}")


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: ``null``, ``""``, ``[]`` or ``{}``."""
    return value is None or value in ("", [], {})


def text_of(value: Any) -> str:
    """Return a value as text, white space at the ends of its lines cut off.

    Of a list each text is a line, of an object what it is called counts.

    Example:
        >>> text_of(" Bridge  reopens"), text_of(7), text_of({"value": "Bridge"})
        ('Bridge reopens', '7', 'Bridge')
    """
    if isinstance(value, str):
        return clean(value)[:TEXT_LIMIT]
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        lines = [text_of(each) for each in value[:_MOST] if isinstance(each, str)]
        return "\n".join([line for line in lines if line])[:TEXT_LIMIT]
    if isinstance(value, dict):
        for name in ("value", "name", "byline", "literal"):
            if isinstance(value.get(name), str):
                return clean(value[name])[:TEXT_LIMIT]
    return ""


def line_of(value: Any) -> str:
    """Return a value as one line of text."""
    return " ".join(text_of(value).split())


def squeezed(text: str) -> str:
    """Return a text without what two that say the same may differ in.

    Example:
        >>> squeezed("Bridge re-opens.") == squeezed("BRIDGE REOPENS")
        True
    """
    return _SIGNS.sub("", text).casefold()


def words_of(value: Any) -> str:
    """Return what is in a value, for people to read: at most 200 characters."""
    parts: list[str] = []
    length = 0
    left: list[tuple[str, Any, int]] = [("", value, 0)]
    while left and length < _SHOWN:
        name, each, depth = left.pop()
        if isinstance(each, dict) and depth < _DEEPEST:
            left += [(key, held, depth + 1) for key, held in reversed(each.items())]
        elif isinstance(each, list) and depth < _DEEPEST:
            left += [(name, held, depth + 1) for held in reversed(each)]
        elif not is_empty(each):
            said = each if isinstance(each, str) else repr(each)[:_SHOWN]
            said = " ".join(said[:_SHOWN].split())
            parts.append(f"{name}: {said}" if name else said)
            length += len(parts[-1])
    return ", ".join(parts)[:_SHOWN]
