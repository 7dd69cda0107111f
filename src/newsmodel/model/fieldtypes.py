"""What fields hold: the types of the model, and the check made from them.

The annotation of a field says all about it: ``name: Line | None``. Type
checkers read ``str | None`` there; the check of a value and the serialisers
read the rest, so that the limits of a value stand in one place.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from attrs import fields

from newsmodel.errors import ModelError, short
from newsmodel.model._repr import brief

T = TypeVar("T")

TEXT_LIMIT = 2_000_000
COUNT_LIMIT = 2**53 - 1
_FARTHEST_OFFSET = timedelta(hours=14)
_MINUTE = timedelta(minutes=1)

# What XML 1.0 or JSON cannot hold. A line has no tab and no line feed besides.
# Patterns are left to the cache of `re`: few values need them, and to compile
# them all would add a tenth to the time that importing the model takes.
_NOT_TEXT = r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"
_NOT_LINE = r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]"


class Value:
    """What every class of the model has in common."""

    __slots__ = ()
    __repr__ = brief

    #: Fields of which at least one must not be absent.
    _any_of: ClassVar[tuple[str, ...]] = ()

    def __attrs_post_init__(self) -> None:
        # Made with the first value of a class, since to make all would take a
        # third of the time that importing the model takes.
        cls = type(self)
        check = _check_of(cls)
        cls.__attrs_post_init__ = check  # type: ignore[assignment]  # once for a class
        check(self)


class FieldType(ABC):
    """What a field may hold."""

    #: A Python expression over ``v`` that is true of most good values. Where it
    #: is false :meth:`problem` decides, so it may be narrow but never wrong.
    guard = "False"

    def __repr__(self) -> str:
        # ``help()`` shows it; where it stands in memory tells nobody anything.
        return type(self).__name__

    @abstractmethod
    def problem(self, value: Any) -> str | None:
        """Return what is wanted and what was given, or ``None`` if it is right."""

    def check(self, owner: object, name: str, value: Any) -> None:
        """Raise :class:`ModelError` if *value* cannot stand in this field."""
        problem = self.problem(value)
        if problem is not None:
            raise ModelError(type(owner).__name__, name, problem, value)


class String(FieldType):
    """A text of any script; a *line* holds neither tab nor line feed."""

    def __init__(self, noun: str, bad: str, least: int = 1) -> None:
        self.noun, self.bad, self.least = noun, bad, least
        # Printable characters are all legal, and to ask for them is three
        # times as fast as the search that tells good from bad in the rest.
        some = "v and " if least else ""
        short = f"len(v) <= {TEXT_LIMIT}"
        self.guard = f"type(v) is str and {some}{short} and v.isprintable()"

    def problem(self, value: Any) -> str | None:
        if type(value) is not str:
            hint = "; wrap it in str()" if isinstance(value, str) else ""
            return f"wanted {self.noun}, got {_described(value)}{hint}"
        if len(value) < self.least:
            return f'wanted {self.noun}, got ""; where there is none it is absent'
        if len(value) > TEXT_LIMIT:
            return f"wanted at most {TEXT_LIMIT:,} characters, got {len(value):,}"
        if found := re.search(self.bad, value):
            return (
                f"wanted {self.noun}, got U+{ord(found[0]):04X} at character"
                f" {found.start()}, which it cannot hold"
            )
        return None


class Shape(FieldType):
    """A string of a given shape."""

    def __init__(self, noun: str, pattern: str) -> None:
        self.noun, self.pattern = noun, pattern

    def problem(self, value: Any) -> str | None:
        fits = type(value) is str and len(value) <= TEXT_LIMIT
        if fits and re.fullmatch(self.pattern, value):
            return None
        return f"wanted {self.noun}, got {_described(value)}"


class Choice(FieldType):
    """One of a closed set of words."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        self.choices = choices
        known = ", ".join(map(repr, choices))  # a set, which takes no longer for more
        self.guard = f"type(v) is str and v in {{{known}}}"

    def problem(self, value: Any) -> str | None:
        if type(value) is str and value in self.choices:
            return None
        return f"wanted one of {', '.join(self.choices)}; got {_described(value)}"


class Whole(FieldType):
    """An ``int``, never a ``bool``, in a range with both ends included."""

    def __init__(self, least: int = 0, most: int = COUNT_LIMIT) -> None:
        self.least, self.most = least, most
        self.guard = f"type(v) is int and {least} <= v <= {most}"

    def problem(self, value: Any) -> str | None:
        if type(value) is int and self.least <= value <= self.most:
            return None
        return (
            f"wanted a whole number from {self.least} to {self.most},"
            f" got {_described(value)}"
        )


class Flag(FieldType):
    """``True`` or ``False``."""

    guard = "type(v) is bool"

    def problem(self, value: Any) -> str | None:
        if type(value) is bool:
            return None
        return f"wanted True or False, got {_described(value)}"


class Moment(FieldType):
    """A ``date`` or a ``datetime``, as ``to_when`` leaves them."""

    guard = "type(v) is date"

    def problem(self, value: Any) -> str | None:
        if type(value) is date:
            return None
        if type(value) is not datetime:
            return f"wanted a date or a datetime, got {_described(value)}"
        if type(value.tzinfo) not in (timezone, NoneType):
            return f"wanted a zone that tells its offset, got {short(value.tzinfo)}"
        offset = value.utcoffset()
        if offset and (abs(offset) > _FARTHEST_OFFSET or offset % _MINUTE):
            return (
                "wanted an offset of whole minutes within 14 hours of UTC, got"
                f" {value.isoformat()}"
            )
        return None


class Member(FieldType):
    """A value of one of the model's own classes."""

    def __init__(self, *classes: type) -> None:
        self.classes = classes
        self.guard = " or ".join(f"type(v) is {each.__name__}" for each in classes)

    def problem(self, value: Any) -> str | None:
        if type(value) in self.classes:
            return None
        names = " or ".join(each.__name__ for each in self.classes)
        return f"wanted {names}, got {_described(value)}"


class Several(FieldType):
    """A tuple of values of one type, with at least *least* of them."""

    def __init__(self, each: FieldType, least: int = 0) -> None:
        self.each, self.least = each, least
        if not least:
            self.guard = "not v and type(v) is tuple"

    def problem(self, value: Any) -> str | None:
        if type(value) is not tuple:
            return f"wanted several values, got {_described(value)} alone"
        if len(value) < self.least:
            return f"wanted at least {self.least}, got {len(value)}"
        return None

    def check(self, owner: object, name: str, value: Any) -> None:
        FieldType.check(self, owner, name, value)
        each = self.each
        known = each.classes if isinstance(each, Member) else ()
        for index, member in enumerate(value):
            if type(member) not in known:
                each.check(owner, f"{name}[{index}]", member)


class Optional(FieldType):
    """``None``, or a value of another type."""

    def __init__(self, held: FieldType) -> None:
        self.held = held
        self.guard = f"v is None or ({held.guard})"

    def problem(self, value: Any) -> str | None:
        return None if value is None else self.held.problem(value)

    def check(self, owner: object, name: str, value: Any) -> None:
        if value is not None:
            self.held.check(owner, name, value)


Text = Annotated[str, String("a text", _NOT_TEXT)]
BodyText = Annotated[str, String("a text", _NOT_TEXT, least=0)]
Line = Annotated[str, String("one line of text", _NOT_LINE)]
Role = Annotated[str, Shape('a role like "additional-reporting"', "[a-z][a-z0-9-]*")]
LanguageTag = Annotated[
    str,
    Shape(
        'a language tag like "en-GB" (BCP 47)',
        "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*",
    ),
]
Count = Annotated[int, Whole()]
Percentage = Annotated[int, Whole(0, 100)]
When = date | datetime


def to_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Return *value* as a tuple; leave what is none for the check to refuse.

    A string is an iterable of its characters, so ``keywords="bridge"`` would
    otherwise become six one-letter keywords without a word of complaint.
    """
    if value.__class__ is tuple or isinstance(value, str | bytes | dict):
        return value  # type: ignore[return-value]  # the check refuses strings
    try:
        return tuple(value)
    except TypeError:
        return value  # type: ignore[return-value]  # the check refuses the rest


if TYPE_CHECKING:
    # A generic converter would have type checkers let anything pass. Each kind
    # of member has a converter of its own; this one is called too often to wrap.
    def to_strings(value: Iterable[str]) -> tuple[str, ...]:
        """Return strings as a tuple, as :func:`to_tuple` does."""
        ...
else:
    to_strings = to_tuple


def _described(value: object) -> str:
    return "None" if value is None else f"{type(value).__name__} {short(value)}"


def type_of(hint: Any) -> FieldType:
    """Return the field type that an annotation stands for."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return next(each for each in arguments if isinstance(each, FieldType))
    if hint == When:
        return Moment()
    if origin in (Union, UnionType):
        held = [each for each in arguments if each is not NoneType]
        one: Any = Union[tuple(held)]  # noqa: UP007  # a list has no place for a bar
        inner = type_of(one) if len(held) == 1 or one == When else Member(*held)
        return Optional(inner) if NoneType in arguments else inner
    if origin is Literal:
        return Choice(arguments)
    if origin is tuple:
        return Several(type_of(arguments[0]))
    if hint is bool:
        return Flag()
    return Member(hint)


def types_of(cls: type) -> dict[str, FieldType]:
    """Return the type of each field of a class of the model, in order."""
    return {each.name: type_of(each.type) for each in fields(cls)}


def _check_of(cls: type[Value]) -> Callable[[Value], None]:
    """Return the check that runs when a value of a class has been built.

    It is written out as one function, because a value has some ten fields and
    to call a validator for each took longer than all the rest.
    """
    types = types_of(cls)
    known: dict[str, Any] = {"date": date, "ModelError": ModelError}
    lines = ["def check(self):"]
    for name, held in types.items():
        known[f"check_{name}"] = held.check
        inner = held.held if isinstance(held, Optional) else held
        if isinstance(inner, Member):
            known |= {each.__name__: each for each in inner.classes}
        lines.append(f"    v = self.{name}")
        lines.append(f"    if not ({held.guard}): check_{name}(self, {name!r}, v)")
    if names := cls._any_of:
        absent = " and ".join(
            f"self.{name} is None"
            if isinstance(types[name], Optional)
            else f"not self.{name}"
            for name in names
        )
        problem = f"wanted {' or '.join(names)}, got none of them"
        lines.append(f"    if {absent}:")
        lines.append(
            f"        raise ModelError({cls.__name__!r}, '', {problem!r}, None)"
        )
    exec("\n".join(lines), known)  # noqa: S102  # only names and limits from above
    check: Callable[[Value], None] = known["check"]
    return check
