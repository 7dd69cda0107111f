"""Formats by name, media type, suffix or look; plug-ins by entry point."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, TypeGuard, final

from attrs import frozen

from newsmodel._plug_ins import lacking, plug_ins
from newsmodel.errors import UnknownFormatError
from newsmodel.protocols import Parser, Serialiser

#: The formats that newsmodel brings along. They are declared as entry points
#: too, like everybody's, but found here, since to read entry points takes long.
BUILT_IN = {
    "text": "newsmodel.parsers.text:PARSER",
    "html": "newsmodel.parsers.html:PARSER",
    "json": "newsmodel.serialisers.json:SERIALISER",
    "newsml": "newsmodel.serialisers.newsml:SERIALISER",
    "ninjs": "newsmodel.serialisers.ninjs:SERIALISER",
    "jsonld": "newsmodel.serialisers.jsonld:SERIALISER",
    "nitf": "newsmodel.serialisers.nitf:SERIALISER",
    "markdown": "newsmodel.serialisers.markdown:SERIALISER",
}

_GROUPS = ("newsmodel.parsers", "newsmodel.serialisers")
_MEMBERS = ("format", "media_types", "suffixes", "looks_like", "read")
#: So many bytes of a document are looked at.
HEAD = 4096
# What the right file name is worth, as against the look: more than "can read
# anything", less than "can be nothing else".
_SUFFIX_SCORE = 50


@final
@frozen(kw_only=True)
class FormatInfo:
    """What is registered under one name, and what it can do.

    Attributes:
        format: The name to give to ``parse`` and ``serialise``.
        media_types: Its media types, the usual one first.
        suffixes: Its file name endings, the usual one first.
        writes: Whether it can be written.
        summary: What it is, in a line.
        loses: The fields that it cannot hold.
        provider: The distribution it comes from.
        reads: Whether it can be read.

    Example:
        >>> from newsmodel import formats
        >>> text = formats()[0]
        >>> text.format, text.suffixes, text.reads, text.writes
        ('text', ('.txt', '.text'), True, False)

    .. versionadded:: 0.1.0
    """

    format: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    writes: bool
    summary: str = ""
    loses: tuple[str, ...] = ()
    provider: str = "newsmodelling"
    reads: bool = True


def formats() -> tuple[FormatInfo, ...]:
    """Return what is registered, what each can do and what it cannot hold.

    A plug-in that cannot be loaded, or that takes the name of another, is left
    out with a ``RuntimeWarning``.

    Example:
        >>> from newsmodel import formats
        >>> [each.format for each in formats() if each.writes][:2]
        ['html', 'json']

    .. versionadded:: 0.1.0
    """
    return tuple(
        FormatInfo(
            format=parser.format,
            media_types=tuple(parser.media_types),
            suffixes=tuple(parser.suffixes),
            writes=_writes(parser),
            summary=getattr(parser, "summary", ""),
            loses=tuple(getattr(parser, "loses", ())),
            provider=provider,
            reads=_reads(parser),
        )
        for parser, provider in _registered()
    )


def named(name: str) -> Parser:
    """Return the format with this name or media type.

    Raises:
        UnknownFormatError: If there is none; it lists those that there are.
    """
    if name in BUILT_IN:
        return _load(BUILT_IN[name])
    for parser, _ in _registered():
        if name == parser.format or name in parser.media_types:
            return parser
    known = ", ".join(parser.format for parser, _ in _registered())
    msg = f"no format is called {name!r}; there are {known}"
    raise UnknownFormatError(msg)


def writer(name: str) -> Serialiser:
    """Return the format with this name or media type, if it can be written.

    Raises:
        UnknownFormatError: If there is none, or it can only be read.
    """
    found = named(name)
    if _writes(found):
        return found
    known = ", ".join(each.format for each in formats() if each.writes)
    msg = f"the format {found.format!r} can only be read; to write there are {known}"
    raise UnknownFormatError(msg)


def by_look(data: bytes | str, file_name: str = "") -> Parser:
    """Return the format that a document looks most like.

    Raises:
        UnknownFormatError: If it looks like none.
    """
    head = data[:HEAD]
    if isinstance(head, str):
        head = head.encode("utf-8", "replace")[:HEAD]
    best, best_score = None, 0
    for parser, _ in _registered():
        if not _reads(parser):
            continue
        score = parser.looks_like(head)
        if _has_suffix(parser, file_name):
            score += _SUFFIX_SCORE
        if score > best_score:
            best, best_score = parser, score
    if best is None:
        raise UnknownFormatError(_none_of_ours(head))
    return best


def _none_of_ours(head: bytes) -> str:
    """Return what is to be said of a document that looks like no format."""
    from newsmodel.parsers._other_kinds import other_kind

    if found := other_kind(head):
        return (
            f"the document is a file of type {found.name}, which no format reads."
            f" {found.advice}"
        )
    known = ", ".join(each.format for each, _ in _registered() if _reads(each))
    return f"the document looks like none of {known}; name its format if it is one"


def by_suffix(file_name: str) -> Serialiser:
    """Return the format to write a file of this name in.

    Raises:
        UnknownFormatError: If no format that can be written has its suffix.
    """
    for parser, _ in _registered():
        if _writes(parser) and _has_suffix(parser, file_name):
            return parser
    msg = f"the suffix of {file_name!r} stands for no format that can be written"
    raise UnknownFormatError(f"{msg}; name the format")


def _writes(parser: Parser) -> TypeGuard[Serialiser]:
    # It is known to be a parser; to ask a protocol for all again takes longer
    # than a short article takes to write.
    return hasattr(parser, "write")


def _reads(parser: Parser) -> bool:
    return bool(getattr(parser, "reads", True))


def _has_suffix(parser: Parser, file_name: str) -> bool:
    return bool(file_name) and file_name.lower().endswith(tuple(parser.suffixes))


def _registered() -> Iterator[tuple[Parser, str]]:
    """Yield each format with the distribution it comes from, the built-in first."""
    for target in BUILT_IN.values():
        yield _load(target), "newsmodelling"
    yield from _plug_ins()


@cache  # as many entries as there are formats built in
def _load(target: str) -> Parser:
    module, _, name = target.partition(":")
    found: Parser = getattr(import_module(module), name)
    return found


@cache
def _plug_ins() -> tuple[tuple[Parser, str], ...]:
    found = plug_ins(_GROUPS, "format", _problem, BUILT_IN)
    return tuple((each.value, each.provider) for each in found)


def _problem(found: Any, name: str) -> str:
    """Return why a plug-in is no parser, but perhaps nearly one."""
    if problem := lacking(found, _MEMBERS):
        return problem
    if (its := found.format) != name:
        return f"its format is {its!r}, and the entry point's name {name!r}"
    for each in ("media_types", "suffixes"):
        # Of a lone string each letter would be a suffix.
        if not isinstance(value := getattr(found, each), tuple | list):
            return f"its {each} are no tuple, but {value!r}"
    return ""
