"""Articles to JSON."""

import json
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from newsmodel.model import Article
from newsmodel.model._types import FieldType, Member, Moment, Several
from newsmodel.serialisers.json._layout import (
    MAJOR,
    MARKS,
    MINOR,
    VERSION_KEY,
    holds_marks,
    slots_of,
    tag_of,
)

Encode = Callable[[Any], Any]

_KEY_OF_MARK = {cls: key for key, cls in MARKS.items()}


def write(article: Article) -> bytes:
    """Return *article* as UTF-8 JSON, in one line without blanks."""
    form = {VERSION_KEY: f"{MAJOR}.{MINOR}"}
    form.update(_object_encoder(Article)(article))
    return _dumps()(form)


@cache
def _dumps() -> Callable[[Any], bytes]:
    """Return orjson's writer where it is installed; the bytes are the same."""
    try:
        import orjson
    except ImportError:
        encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        return lambda form: encode(form).encode()
    return orjson.dumps


@cache
def _object_encoder(cls: type, *, tagged: bool = False) -> Encode:
    slots = slots_of(cls)
    get = attrgetter(*[slot.name for slot in slots])
    plan = [
        (
            None if holds_marks(slot.held) else slot.name,
            slot.default,
            _encoder(slot.held),
        )
        for slot in slots
    ]
    tag = tag_of(cls)

    def encode(value: Any) -> dict[str, Any]:
        form = {"type": tag} if tagged else {}
        for (key, default, inner), held in zip(plan, get(value), strict=True):
            if held is default:
                continue
            if inner is None:
                if held != default:
                    form[key] = held  # type: ignore[index]  # marks have an encoder
            elif held is not None:
                if key is None:
                    form.update(inner(held))
                else:
                    form[key] = inner(held)
        return form

    return encode


def _encoder(held: FieldType) -> Encode | None:
    """Return how a field is written, or ``None`` where JSON takes it as it is."""
    if isinstance(held, Moment):
        return lambda when: when.isoformat()
    if isinstance(held, Member):
        return _member_encoder(held)
    if not isinstance(held, Several):
        return None
    if holds_marks(held):
        return _encode_marks
    each = _encoder(held.each)
    if each is None:
        return None  # JSON writes a tuple as it writes a list
    return lambda values: [each(value) for value in values]


def _member_encoder(held: Member) -> Encode:
    if len(held.classes) == 1:
        return _object_encoder(held.classes[0])
    encoders = {cls: _object_encoder(cls, tagged=True) for cls in held.classes}
    return lambda value: encoders[value.__class__](value)


def _encode_marks(marks: Any) -> dict[str, list[Any]]:
    apart: dict[str, list[Any]] = {}
    for mark in marks:
        cls = mark.__class__
        apart.setdefault(_KEY_OF_MARK[cls], []).append(_object_encoder(cls)(mark))
    if len(apart) > 1:
        return {key: apart[key] for key in MARKS if key in apart}
    return apart
