"""JSON as pages hold it: read strictly, and repaired only where that fails."""

import json
import re
from html import unescape
from typing import Any, Final

# What editors and servers wrap around a script: comments, CDATA, a semicolon.
_WRAPPED: Final = re.compile(
    r"\s*(?:(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?)+"
    r"|(?:(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?)+\s*;?\s*\Z"
)
# Outside strings: what opens, closes, parts or is no JSON at all.
_OUTSIDE: Final = re.compile(r'["{}\[\],:]|//[^\n]*|/\*|[^\s"{}\[\],:/]+|/')
# Inside: a bad escape, and a quote with what follows. A quote ends a string
# only before a sign that parts or closes, for texts hold bare quotes too.
_INSIDE: Final = re.compile(
    r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\|"(?=\s*(?P<after>[,:}\]]|\Z|"))?'
)
_NEXT: Final = re.compile(r'\s*(?:["{}\[\]]|-?[0-9]|(?:true|false|null)\b|//|/\*|\Z)')
_LITERAL: Final = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null"
)
_PAIR: Final = {"{": "}", "[": "]"}


def read_json(text: str) -> tuple[list[Any], bool]:
    """Return the values in a text, and whether it had to be repaired.

    There is more than one where somebody wrote several into one script.

    Raises:
        ValueError: If there is no sense in it, or it nests too deep.

    Example:
        >>> read_json('{"a": [1, 2,], "b": "x"')
        ([{'a': [1, 2], 'b': 'x'}], True)
    """
    try:
        try:
            return [json.loads(text, strict=False)], False
        except ValueError:
            return _repaired(text), True
    except RecursionError as error:
        msg = "it nests too deep"
        raise ValueError(msg) from error


def _repaired(text: str) -> list[Any]:
    text = _WRAPPED.sub(" ", text.strip("\ufeff \t\r\n;"))
    if '"' not in text and "&" in text:
        text = unescape(text)
    return [json.loads(each, strict=False) for each in _mended(text)]


def _mended(text: str) -> list[str]:
    """Return the values of a text, each as JSON: comments and spare commas dropped.

    One pass, which closes what is left open and escapes bare quotes.
    """
    values: list[str] = []
    out: list[str] = []
    open_: list[str] = []
    last = ""  # the last sign or the kind of the last value
    at = 0
    while found := _OUTSIDE.search(text, at):
        at = found.end()
        token = found[0]
        if token.startswith("//"):
            continue
        if token == "/*":
            end = text.find("*/", at)
            at = len(text) if end < 0 else end + 2
            continue
        if token in "}]":
            if token not in open_:
                continue  # one too many
            if last in (",", ":"):
                out.append("null") if last == ":" else out.pop()
            while (closer := open_.pop()) != token:
                out.append(closer)
            out.append(token)
            last = "value"
        elif token in ",:":
            if last == "value" and open_:
                out.append(token)
                last = token
            continue
        else:
            if last == "value" and open_:
                out.append(",")
            if token in _PAIR:
                open_.append(_PAIR[token])
                out.append(token)
                last = token
                continue
            if token == '"':
                string, at = _string(text, at)
                out.append(string)
            else:
                out.append(token if _LITERAL.fullmatch(token) else "null")
            last = "value"
        if not open_ and out:
            values.append("".join(out))
            out, last = [], ""
    if open_:
        if last in (",", ":"):
            out.append("null") if last == ":" else out.pop()
        values.append("".join(out + open_[::-1]))
    return [each for each in values if each[0] in "{["]


def _string(text: str, at: int) -> tuple[str, int]:
    """Return the string that begins at a place, and where it ends."""
    parts = ['"']
    start = at
    while found := _INSIDE.search(text, at):
        at = found.end()
        sign = found[0]
        if sign == "\\":
            parts.append(text[start : found.start()])
            start = at  # "\'" and the like: the escaped character stays
        elif sign == '"':
            after = found["after"]
            if after is not None and (
                after != "," or _NEXT.match(text, found.end("after"))
            ):
                parts += [text[start : found.start()], '"']
                return "".join(parts), at
            parts += [text[start : found.start()], '\\"']
            start = at
    return "".join([*parts, text[start:], '"']), len(text)
