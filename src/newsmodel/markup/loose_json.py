"""JSON as pages hold it: read strictly, and mended only where that fails."""

import json
import re
from html import unescape
from typing import Any, Final

from newsmodel.markup.characters import erase, has_refused

# What XHTML wraps around a script. Inside, "[" would open a list.
_WRAPPED: Final = re.compile(r"[\s/*]{0,40}<!\[CDATA\[[\s/*]{0,40}")
# Outside strings: what opens, closes and parts, comments, and bare words.
_OUTSIDE: Final = re.compile(r"""["'{}\[\],:]|//[^\n]*|/\*|[^\s"{}\[\],:/]+|/""")
# What follows a quote that ends a string. Texts hold bare quotes too.
_ENDS: Final = r"(?=\s*(?P<after>[,:}\]]|\Z|//|/\*|[\"']))"
_ESCAPE: Final = r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\'
_INSIDE: Final = {
    '"': re.compile(rf'{_ESCAPE}|"(?:{_ENDS})?'),
    "'": re.compile(rf"{_ESCAPE}|\"|'(?:{_ENDS})?"),
}
# After the comma behind a string: what begins a value or a name.
_NEXT: Final = re.compile(r"\s*(?:[\"'{}\[\]]|-?[0-9]|(?:true|false|null)\b|/[/*]|\Z)")
_LITERAL: Final = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null"
)
# How escapes of what the model refuses begin, and of few others.
_ESCAPED: Final = ("\\u000", "\\u001", "\\ud", "\\uD", "\\uf", "\\uF")
_CLOSER: Final = {"{": "}", "[": "]"}
_DEEPEST: Final = 200


def read_json(text: str) -> tuple[list[Any], bool]:
    """Return the values in a text, and whether it had to be mended.

    There is more than one where somebody wrote several into one script.

    Raises:
        ValueError: If there is no sense in it, or it nests too deep.

    Example:
        >>> read_json('{"a": [1, 2,], "b": "x"')
        ([{'a': [1, 2], 'b': 'x'}], True)
    """
    try:
        try:
            return _cleaned(text, [json.loads(text, strict=False)]), False
        except ValueError:
            text = _WRAPPED.sub(" ", text, 1) if "CDATA" in text[:60] else text
            if '"' not in text:
                text = unescape(text)
            values = [json.loads(each, strict=False) for each in _mended(text)]
            return _cleaned(text, values), True
    except RecursionError as error:
        msg = "it nests too deep"
        raise ValueError(msg) from error


def _cleaned(text: str, values: list[Any]) -> list[Any]:
    """Return values without characters that the model refuses.

    They come as they are, or as escapes, half a pair of surrogates among them.
    """
    escaped = "\\u" in text and any(each in text for each in _ESCAPED)
    if escaped or has_refused(text):
        return [_without_refused(each) for each in values]
    return values


def _without_refused(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isprintable() else erase(value)
    if isinstance(value, list):
        return [_without_refused(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_refused(each) for name, each in value.items()}
    return value


def _mended(text: str) -> list[str]:
    """Return the lists and objects in a text, each as JSON.

    One pass, which drops comments and spare commas, adds missing ones, closes
    what is left open and escapes bare quotes.

    Raises:
        ValueError: If it nests too deep.
    """
    values: list[str] = []
    out: list[str] = []
    closers: list[str] = []
    last = ""  # the last sign; "value" after a value
    at = 0
    while found := _OUTSIDE.search(text, at):
        at, sign = found.end(), found[0]
        if sign == "/*":
            end = text.find("*/", at)
            at = len(text) if end < 0 else end + 2
        elif sign in _CLOSER:
            if last == "value" and closers:
                out.append(",")
            if len(closers) == _DEEPEST:
                msg = "it nests too deep"
                raise ValueError(msg)
            closers.append(_CLOSER[sign])
            out.append(sign)
            last = sign
        elif not closers or sign.startswith("/"):
            continue
        elif sign in ("}", "]"):
            if sign not in closers:
                continue
            _finish(out, last)
            while (closer := closers.pop()) != sign:
                out.append(closer)
            out.append(sign)
            last = "value"
            if not closers:
                values.append("".join(out))
                out = []
        elif sign in (",", ":"):
            if last == "value":
                out.append(sign)
                last = sign
        else:
            if last == "value":
                out.append(",")
            if sign in _INSIDE:
                sign, at = _string(text, at, sign)
            elif sign[0] == "'":
                sign, at = _string(text, found.start() + 1, "'")
            elif not _LITERAL.fullmatch(sign):
                sign = "null"
            out.append(sign)
            last = "value"
    if closers:
        _finish(out, last)
        values.append("".join(out + closers[::-1]))
    if not values:
        msg = "neither a list nor an object"
        raise ValueError(msg)
    return values


def _finish(out: list[str], last: str) -> None:
    """Leave no comma or colon before what closes a list or an object."""
    if last == ",":
        out.pop()
    elif last == ":":
        out.append("null")


def _string(text: str, at: int, quote: str) -> tuple[str, int]:
    """Return the string that begins at a place as JSON, and where it ends."""
    parts = ['"']
    start = at
    while found := _INSIDE[quote].search(text, at):
        at, sign = found.end(), found[0]
        if sign == "\\":  # "\'" and the like: the character itself is meant
            parts.append(text[start : found.start()])
            start = at
        elif sign == quote and found["after"] is not None:
            if found["after"] != "," or _NEXT.match(text, found.end("after")):
                parts += [text[start : found.start()], '"']
                return "".join(parts), at
            parts += [text[start : found.start()], '\\"']
            start = at
        elif sign in ('"', quote):
            parts += [text[start : found.start()], '\\"' if sign == '"' else sign]
            start = at
    return "".join([*parts, text[start:], '"']), len(text)
