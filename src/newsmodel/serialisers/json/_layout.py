"""The layout of the JSON form: one table, made from the classes of the model.

Writing, reading and the schema are all made from it. An object stands for a
value and has its fields under their own names; what is absent or has its
default is left out. A block says first what it is (``"type"``). The marks of a
text stand apart by class, as ``quotes``, ``links`` and ``emphasis``.
"""

import re
from functools import cache
from typing import Any

from attrs import NOTHING, fields, frozen

from newsmodel.model import Emphasis, Link, Quote
from newsmodel.model.fieldtypes import FieldType, Optional, types_of
from newsmodel.model.marks import MarksType

#: The number of the form: a new major one cannot be read by older releases, a
#: new minor one only has fields that they can leave out.
MAJOR, MINOR = 1, 0

#: The key that the number stands under, and that tells our documents by sight.
VERSION_KEY = "newsmodel"

#: What a time looks like, as a pattern that Python and JSON Schema read alike.
WHEN = (
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    "(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{6})?"
    "([+-](0[0-9]|1[0-4]):[0-5][0-9])?)?"
)

#: The keys that marks stand under, in the order in which the model sorts them.
MARKS: dict[str, type] = {"links": Link, "emphasis": Emphasis, "quotes": Quote}


@frozen
class Slot:
    """One field of a class: its name, which is its key, and what it holds."""

    name: str
    held: FieldType
    default: Any
    required: bool


@cache  # as many entries as the model has classes
def slots_of(cls: type) -> tuple[Slot, ...]:
    """Return the fields of a class, in order."""
    types = types_of(cls)
    return tuple(
        Slot(
            name=each.name,
            held=held.held if isinstance(held := types[each.name], Optional) else held,
            default=each.default,
            required=each.default is NOTHING,
        )
        for each in fields(cls)
    )


def keys_of(cls: type) -> tuple[str, ...]:
    """Return the keys that the object for a value of *cls* may have."""
    keys: list[str] = []
    for slot in slots_of(cls):
        keys += MARKS if holds_marks(slot.held) else [slot.name]
    return tuple(keys)


def holds_marks(held: FieldType) -> bool:
    """Tell whether a field holds the marks of a text."""
    return isinstance(held, MarksType)


def tag_of(cls: type) -> str:
    """Return the word for a kind of block: ``"image-caption"``."""
    return re.sub("(?<!^)(?=[A-Z])", "-", cls.__name__).lower()
