"""JSON to articles, strictly: what does not fit is an error with its path."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from newsmodel.errors import Location, ModelError, ParseError, short
from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article
from newsmodel.model.fieldtypes import FieldType, Member, Moment, Several
from newsmodel.model.marks import to_marks
from newsmodel.serialisers.json._layout import (
    MAJOR,
    MARKS,
    MINOR,
    VERSION_KEY,
    WHEN,
    holds_marks,
    keys_of,
    slots_of,
    tag_of,
)

Decode = Callable[[Any], Any]

_WHEN = re.compile(WHEN)
_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


def read(data: bytes | str) -> Explanation:
    """Return the article in a document, and what was left out of it."""
    text = _text_of(data)
    form = _loads(text)
    notes: list[Note] = []
    if _check_version(form) > MINOR:
        known = {VERSION_KEY, *keys_of(Article)}
        form = _without_unknown(form, Article, known, "$", notes)
    if "null" in text:  # in words most likely, so that few documents pay for it
        _refuse_faults(form, nulls=True)
    del form[VERSION_KEY]
    try:
        article = _decode_article()(form)
    except _MisfitError as error:
        location = Location(path=f"${error.path}")
        raise ParseError(error.problem, "json", location) from error.__cause__
    return Explanation(article=article, format="json", notes=tuple(notes))


def _text_of(data: bytes | str) -> str:
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"byte {error.start} is not UTF-8"
        advice = "Write the document as UTF-8, the only encoding of JSON"
        raise ParseError(problem, "json", Location(line=line), advice) from error


# ---------------------------------------------------------------- JSON itself


class _Fault:
    """Stands in a parsed document where the JSON was at fault."""

    def __init__(self, problem: str) -> None:
        self.problem = problem


_NULL = _Fault("null is no value; what is absent is left out")


def _loads(text: str) -> Any:
    faulty = False

    def unique(pairs: list[tuple[str, Any]]) -> Any:
        nonlocal faulty
        form = dict(pairs)
        if len(form) == len(pairs):
            return form
        faulty = True
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None, which is false
        return _Fault(f"the key {short(twice)} stands twice in one object")

    def constant(name: str) -> Any:
        nonlocal faulty
        faulty = True
        return _Fault(f"{name} is no JSON")

    try:
        form = json.loads(text, object_pairs_hook=unique, parse_constant=constant)
    except json.JSONDecodeError as error:
        location = Location(line=error.lineno, offset=error.pos)
        said = error.msg.removesuffix(" at")  # the place comes next
        problem = f"{said}, at column {error.colno}"
        raise ParseError(problem, "json", location) from error
    except ValueError as error:  # a number of thousands of digits
        problem = "a number has more digits than can be read"
        raise ParseError(problem, "json") from error
    except RecursionError as error:
        raise ParseError("objects and lists are nested too deeply", "json") from error
    if faulty:
        _refuse_faults(form, nulls=False)
    return form


def _refuse_faults(form: Any, *, nulls: bool) -> None:
    """Raise for the first fault in a form, with its path."""
    # Without recursion, since the parser goes deeper than functions may.
    levels = [iter([("$", form)])]
    steps: list[str] = []
    while levels:
        for step, value in levels[-1]:
            if isinstance(value, _Fault) or (nulls and value is None):
                location = Location(path="".join([*steps, step]))
                raise ParseError((value or _NULL).problem, "json", location)
            if isinstance(value, dict | list):
                steps.append(step)
                levels.append(_members(value))
                break
        else:
            levels.pop()
            del steps[-1:]


def _members(form: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(form, dict):
        return ((_step(key), value) for key, value in form.items())
    return ((f"[{index}]", value) for index, value in enumerate(form))


def _step(key: str) -> str:
    """Return a key as a step of a path; a stranger's may be long, or obscene."""
    plain = key.isascii() and key.isidentifier() and len(key) <= 80
    return f".{key}" if plain else f"[{short(key)}]"


# ------------------------------------------------------------------- versions


def _check_version(form: Any) -> int:
    """Return the minor number of the form; refuse what is not of our major one."""
    advice = "Is this a document that newsmodel wrote?"
    if type(form) is not dict:
        problem = f"wanted an object, got {_described(form)}"
        raise ParseError(problem, "json", Location(path="$"), advice)
    given = form.get(VERSION_KEY)
    match = _VERSION.fullmatch(given) if type(given) is str else None
    if match is None:
        problem = f'wanted a form number like "{MAJOR}.{MINOR}", got {short(given)}'
        if VERSION_KEY not in form:
            problem = "the field is missing"
        raise ParseError(problem, "json", Location(path=f"$.{VERSION_KEY}"), advice)
    major, minor = int(match[1]), int(match[2])
    if major != MAJOR:
        problem = f"form {given} cannot be read; this release reads form {MAJOR}"
        advice = "Upgrade newsmodel" if major > MAJOR else "No release ever wrote it"
        raise ParseError(problem, "json", Location(path=f"$.{VERSION_KEY}"), advice)
    return minor


def _without_unknown(
    form: dict[str, Any], cls: type, known: set[str], path: str, notes: list[Note]
) -> dict[str, Any]:
    """Return *form* less the fields that a newer minor form has and ours has not."""
    kept: dict[str, Any] = {}
    for key, value in form.items():
        if key in known:
            kept[key] = value
        else:
            message = f"the field {short(key)} of a newer form was left out"
            location = Location(path=f"{path}{_step(key)}")
            notes.append(Note(code="field-unknown", message=message, location=location))
    for slot in slots_of(cls):
        inner = MARKS if holds_marks(slot.held) else {slot.name: None}
        for key, mark in inner.items():
            if key in kept:
                held = slot.held if mark is None else Several(Member(mark))
                kept[key] = _prune(kept[key], held, f"{path}.{key}", notes)
    return kept


def _prune(form: Any, held: FieldType, path: str, notes: list[Note]) -> Any:
    if isinstance(held, Several) and type(form) is list:
        return [
            _prune(value, held.each, f"{path}[{index}]", notes)
            for index, value in enumerate(form)
        ]
    if isinstance(held, Member) and type(form) is dict:
        if len(held.classes) == 1:
            cls = held.classes[0]
            return _without_unknown(form, cls, {*keys_of(cls)}, path, notes)
        for cls in held.classes:
            if form.get("type") == tag_of(cls):
                known = {"type", *keys_of(cls)}
                return _without_unknown(form, cls, known, path, notes)
    return form  # as it is, or for the decoder to refuse


# -------------------------------------------------------------------- decoders


class _MisfitError(Exception):
    """A value does not fit; the path grows on the way out."""

    def __init__(self, problem: str, path: str) -> None:
        super().__init__(problem)
        self.problem, self.path = problem, path


def _described(form: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", type(None): "null"}
    return names.get(type(form), short(form))


@cache
def _decode_article() -> Decode:
    return _object_decoder(Article)


@cache
def _object_decoder(cls: type) -> Decode:
    # The form is ours to change: it was parsed for this and nobody else sees it.
    inner: list[tuple[str, Decode]] = []
    marks: list[tuple[str, Decode]] = []
    for slot in slots_of(cls):
        if holds_marks(slot.held):
            marks = [(k, _list_decoder(_object_decoder(m))) for k, m in MARKS.items()]
        elif (decode_held := _decoder(slot.held)) is not None:
            inner.append((slot.name, decode_held))

    mark_keys = {*MARKS, "marks"}

    def decode(form: Any) -> Any:
        if type(form) is not dict:
            raise _MisfitError(f"wanted an object, got {_described(form)}", "")
        has_marks = marks and not mark_keys.isdisjoint(form)
        if has_marks and "marks" in form:  # the name of the field, but no key
            raise _MisfitError("no such field", ".marks")
        key = ""
        try:
            for key, decode_held in inner:
                if key in form:
                    form[key] = decode_held(form[key])
            if has_marks:
                found: list[Any] = []
                for key, decode_marks in marks:
                    if key in form:
                        found += decode_marks(form.pop(key))
                form["marks"] = found
        except _MisfitError as error:
            error.path = f".{key}{error.path}"
            raise
        try:
            return cls(**form)
        except ModelError as error:
            raise _MisfitError(error.problem, _path_of(error, form)) from error
        except TypeError:
            raise _wrong_keys(cls, form) from None

    return decode


def _wrong_keys(cls: type, form: dict[str, Any]) -> _MisfitError:
    names = {slot.name for slot in slots_of(cls)}
    for key in form:
        if key not in names:
            return _MisfitError("no such field", _step(key))
    missing = next(s.name for s in slots_of(cls) if s.required and s.name not in form)
    return _MisfitError("the field is missing", f".{missing}")


def _path_of(error: ModelError, form: dict[str, Any]) -> str:
    """Return where in the form a field stands that the model refused."""
    match = re.fullmatch(r"marks\[([0-9]+)\]", error.path)
    if match is None:
        return f".{error.path}" if error.path else ""
    # The class counts the marks in its own order, the form those of one class.
    refused = to_marks(form["marks"])[int(match[1])]
    alike = [mark for mark in form["marks"] if type(mark) is type(refused)]
    key = next(key for key, cls in MARKS.items() if cls is type(refused))
    index = next(i for i, mark in enumerate(alike) if mark is refused)
    return f".{key}[{index}]"


def _decoder(held: FieldType) -> Decode | None:
    """Return how a field is read, or ``None`` where the model takes it as it is."""
    if isinstance(held, Moment):
        return _decode_when
    if isinstance(held, Member):
        return _member_decoder(held)
    if isinstance(held, Several) and (each := _decoder(held.each)) is not None:
        return _list_decoder(each)
    return None


def _decode_when(form: Any) -> date | datetime:
    # The shape first: fromisoformat also reads weeks, and "2023-06-01+02:00" as
    # two o'clock.
    if type(form) is not str or not _WHEN.fullmatch(form):
        wanted = '"2023-06-01" or "2023-06-01T19:03:00+01:00"'
        raise _MisfitError(f"wanted a time like {wanted}, got {short(form)}", "")
    try:
        return (datetime if "T" in form else date).fromisoformat(form)
    except ValueError as error:
        raise _MisfitError(f"{short(form)} is no day of the calendar", "") from error


def _list_decoder(each: Decode) -> Decode:
    def decode(form: Any) -> list[Any]:
        if form.__class__ is not list:
            raise _MisfitError(f"wanted a list, got {_described(form)}", "")
        values: list[Any] = []
        try:
            for value in form:
                values.append(each(value))  # the length is the index
        except _MisfitError as error:
            error.path = f"[{len(values)}]{error.path}"
            raise
        return values

    return decode


def _member_decoder(held: Member) -> Decode:
    if len(held.classes) == 1:
        return _object_decoder(held.classes[0])
    decoders = {tag_of(cls): _object_decoder(cls) for cls in held.classes}

    def decode(form: Any) -> Any:
        if type(form) is not dict:
            raise _MisfitError(f"wanted an object, got {_described(form)}", "")
        tag = form.get("type")
        if type(tag) is not str or tag not in decoders:
            wanted = ", ".join(decoders)
            raise _MisfitError(f"wanted one of {wanted}; got {short(tag)}", ".type")
        del form["type"]
        return decoders[tag](form)

    return decode
