"""Plug-ins by entry point: what does not fit is left out, with a warning."""

import warnings
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_NONE: Mapping[str, str] = MappingProxyType({})


class PlugIn(NamedTuple):
    """An object of somebody else.

    Attributes:
        name: Name of its entry point.
        value: The object.
        provider: The distribution it comes from.
    """

    name: str
    value: Any
    provider: str


def plug_ins(
    groups: Iterable[str],
    noun: str,
    problem_of: Callable[[object, str], str],
    built_in: Mapping[str, str] = _NONE,
) -> tuple[PlugIn, ...]:
    """Return the plug-ins of some groups that can be used, in order.

    To read entry points takes milliseconds, so callers keep what they get.

    Args:
        groups: Groups of entry points.
        noun: What a plug-in is called in warnings: ``"format"``.
        problem_of: Returns what is wrong with an object of a name, ``""`` if
            nothing is.
        built_in: Names that no plug-in may take, with their objects.
    """
    from importlib.metadata import entry_points

    found: dict[str, PlugIn] = {}
    for group in groups:
        # In an order of its own: the one given is that of folders on the disk.
        for point in sorted(entry_points(group=group), key=str):
            if built_in.get(point.name) == point.value:
                continue
            provider = point.dist.name if point.dist else "unknown"
            if point.name in built_in or point.name in found:
                _warn(point, provider, f"the {noun} {point.name!r} exists already")
                continue
            try:
                value = point.load()
                problem = problem_of(value, point.name)
            except Exception as error:  # whatever a stranger's module raises
                problem = f"{type(error).__name__}: {error}"
            if problem:
                _warn(point, provider, problem)
            else:
                found[point.name] = PlugIn(point.name, value, provider)
    return tuple(found.values())


def lacking(found: object, members: Iterable[str]) -> str:
    """Return which members a plug-in does not have, ``""`` if it has all."""
    if isinstance(found, type):  # it has all of them, but does nothing with them
        return f"it is the class {found.__name__}; name an object of it"
    missing = [each for each in members if not hasattr(found, each)]
    return f"it has no {', no '.join(missing)}" if missing else ""


def _warn(point: "EntryPoint", provider: str, reason: str) -> None:
    msg = f"the plug-in {point.value} of {provider} is left out: {reason}"
    warnings.warn(msg, RuntimeWarning, stacklevel=2)
