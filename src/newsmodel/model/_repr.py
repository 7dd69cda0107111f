"""A ``repr`` that fits a screen: absent fields left out, long values cut."""

from typing import Any

from attrs import fields, has

_CHARACTERS = 60
_MEMBERS = 2
_DEPTH = 3


def brief(self: Any) -> str:
    """Return ``Class(field=value, …)``; to be used as ``__repr__``."""
    return _show_object(self, 0)


def _show_object(value: Any, depth: int) -> str:
    name = type(value).__name__
    if depth == _DEPTH:
        return f"{name}(…)"
    shown = [
        f"{each.name}={_show(given, depth + 1)}"
        for each in fields(type(value))
        if (given := getattr(value, each.name)) != each.default
    ]
    return f"{name}({', '.join(shown)})"


def _show(value: Any, depth: int) -> str:
    if has(type(value)):
        return _show_object(value, depth)
    if type(value) is tuple:
        members = [_show(member, depth) for member in value[:_MEMBERS]]
        if len(value) > _MEMBERS:
            members.append(f"… {len(value) - _MEMBERS} more")
        return f"({', '.join(members)}{',' if len(value) == 1 else ''})"
    if type(value) is str and len(value) > _CHARACTERS:
        return f"{value[: _CHARACTERS - 1]!r}…"
    return repr(value)
