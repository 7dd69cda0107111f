"""Articles to JSON, as text straight away.

To build dicts first and hand them to a JSON library takes longer, with any
library: the texts of the model hardly ever need an escape, which is quickly
asked. The writer of each class is written out as one function from the table
of its fields, as the model's checks are, for a loop over them takes twice as
long as all the rest.
"""

from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from newsmodel.model import Article
from newsmodel.model.fieldtypes import (
    Choice,
    FieldType,
    Flag,
    Member,
    Moment,
    Several,
    Shape,
    String,
    Whole,
)
from newsmodel.serialisers.json._layout import (
    MAJOR,
    MARKS,
    MINOR,
    VERSION_KEY,
    holds_marks,
    slots_of,
    tag_of,
)

Encode = Callable[[Any], str]


def write(article: Article) -> bytes:
    """Return *article* as UTF-8 JSON, in one line without blanks."""
    head = f'{{"{VERSION_KEY}":"{MAJOR}.{MINOR}"'
    return f"{_members_encoder(Article)(article, head)}}}".encode()


# Of what JSON escapes, all that the model allows; true of few texts.
_NEEDS_ESCAPE = r"""'"' in v or '\\' in v or '\n' in v or '\t' in v"""


@cache
def _members_encoder(cls: type) -> Callable[[Any, str], str]:
    """Return what puts the fields of a value behind a text: ``,"key":value``."""
    lines = ["def encode(value, out):"]
    known: dict[str, Any] = {"escaped": encode_basestring}
    for slot in slots_of(cls):
        name = slot.name
        key = "" if holds_marks(slot.held) else f',"{name}":'
        lines.append(f"    v = value.{name}")
        if isinstance(slot.held, Several):
            lines.append("    if v:")
        elif slot.default is None:
            lines.append("    if v is not None:")
        else:
            known[f"default_{name}"] = slot.default
            lines.append(f"    if v != default_{name}:")
        if isinstance(slot.held, String):
            lines.append(f"        if {_NEEDS_ESCAPE}: out += {key!r} + escaped(v)")
            lines.append(f"        else: out += f'{key}\"{{v}}\"'")
        else:
            known[f"encode_{name}"] = _encoder(slot.held)
            lines.append(f"        out += {key!r} + encode_{name}(v)")
    lines.append("    return out")
    exec("\n".join(lines), known)  # noqa: S102  # only names from the table
    encode: Callable[[Any, str], str] = known["encode"]
    return encode


@cache
def _object_encoder(cls: type) -> Encode:
    members = _members_encoder(cls)
    return lambda value: "{" + members(value, "")[1:] + "}"


def _tagged_encoder(cls: type) -> Encode:
    members, head = _members_encoder(cls), f'{{"type":"{tag_of(cls)}"'
    return lambda value: members(value, head) + "}"


def _encoder(held: FieldType) -> Encode:
    if isinstance(held, Whole):
        return str
    if isinstance(held, Choice | Shape):
        return lambda word: f'"{word}"'
    if isinstance(held, Flag):
        return lambda flag: "true" if flag else "false"
    if isinstance(held, Moment):
        return lambda when: f'"{when.isoformat()}"'
    if isinstance(held, Member):
        return _member_encoder(held)
    if holds_marks(held):
        return _encode_marks
    if isinstance(held, Several):
        each = _encoder(held.each)
        return lambda values: f"[{','.join([each(value) for value in values])}]"
    return encode_basestring


def _member_encoder(held: Member) -> Encode:
    if len(held.classes) == 1:
        return _object_encoder(held.classes[0])
    encoders = {cls: _tagged_encoder(cls) for cls in held.classes}
    return lambda value: encoders[value.__class__](value)


@cache
def _mark_encoders() -> dict[type, tuple[str, Encode]]:
    return {cls: (key, _object_encoder(cls)) for key, cls in MARKS.items()}


def _encode_marks(marks: Any) -> str:
    apart: dict[str, list[str]] = {}
    encoders = _mark_encoders()
    for mark in marks:
        key, encode = encoders[mark.__class__]
        if key in apart:
            apart[key].append(encode(mark))
        else:
            apart[key] = [encode(mark)]
    return "".join(
        [f',"{key}":[{",".join(apart[key])}]' for key in MARKS if key in apart]
    )
