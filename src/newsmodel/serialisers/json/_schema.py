"""The JSON Schema of the JSON form, made from the same table as its reader."""

from functools import partial
from typing import Any

from newsmodel.model import Article
from newsmodel.model.fieldtypes import (
    TEXT_LIMIT,
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
    VERSION_KEY,
    WHEN,
    Slot,
    holds_marks,
    slots_of,
    tag_of,
)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the form.

    It says all that the reader asks but what JSON Schema has no words for: a
    mark's text stands at its place in the text, marks overlap within the model's
    limits, fragments stand in their quote one after another, a day is in the
    calendar, an offset within 14 hours, and a count is not written 1.0.
    """
    definitions: dict[str, Any] = {}
    root = _object(Article, definitions)
    root["properties"] = {
        VERSION_KEY: {
            "type": "string",
            "pattern": f"^{MAJOR}[.](0|[1-9][0-9]{{0,8}})$",
        },
        **root["properties"],
    }
    root["required"] = [VERSION_KEY]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsmodel:article:json:{MAJOR}",
        "title": "newsmodel article",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required: list[str] = []
    for slot in slots_of(cls):
        if holds_marks(slot.held):
            for key, mark in MARKS.items():
                items = _reference(mark, definitions)
                properties[key] = {"type": "array", "items": items}
            continue
        properties[slot.name] = _described(slot.held, definitions)
        if slot.required:
            required.append(slot.name)
        elif slot.default not in (None, ()):
            properties[slot.name]["default"] = slot.default
    described: dict[str, Any] = {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    if required:
        described["required"] = required
    if names := cls._any_of:
        slots = [slot for slot in slots_of(cls) if slot.name in names]
        described["anyOf"] = [_present(slot) for slot in slots]
    return described


def _present(slot: Slot) -> dict[str, Any]:
    """Return what asks that a field is there and not empty."""
    asked: dict[str, Any] = {"required": [slot.name]}
    if slot.default is None:
        return asked
    limit = "minItems" if slot.default == () else "minLength"
    return asked | {"properties": {slot.name: {limit: 1}}}


def _reference(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _tagged(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    reference = _reference(cls, definitions)
    described = definitions[cls.__name__]
    described["properties"] = {"type": {"const": tag_of(cls)}} | described["properties"]
    required = [name for name in described.get("required", []) if name != "type"]
    described["required"] = ["type", *required]
    return reference


def _described(held: FieldType, definitions: dict[str, Any]) -> dict[str, Any]:
    described = partial(_described, definitions=definitions)
    match held:
        case String(bad=bad, least=least):
            limits = {"minLength": least} if least else {}
            limits |= {"maxLength": TEXT_LIMIT}
            return {"type": "string", **limits, "not": {"pattern": bad}}
        case Shape(pattern=pattern):
            limits = {"maxLength": TEXT_LIMIT}
            return {"type": "string", **limits, "pattern": f"^(?:{pattern})$"}
        case Choice(choices=choices):
            return {"enum": list(choices)}
        case Whole(least=least, most=most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Flag():
            return {"type": "boolean"}
        case Moment():
            return {"type": "string", "pattern": f"^{WHEN}$"}
        case Several(each=each, least=least):
            limits = {"minItems": least} if least else {}
            return {"type": "array", **limits, "items": described(each)}
        case Member(classes=(cls,)):
            return _reference(cls, definitions)
        case Member(classes=classes):
            return {"oneOf": [_tagged(each, definitions) for each in classes]}
    raise AssertionError(held)  # a new type of field has to be described here
