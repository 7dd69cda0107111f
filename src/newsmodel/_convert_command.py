"""The command ``newsmodel convert``: every article of files and folders."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsmodel import documents, registry
from newsmodel._conversion import (
    STANDARD_INPUT,
    Document,
    Folder,
    file_number,
    goes_to_folder,
    numbered,
    to_convert,
)
from newsmodel._streams import BAD_COMMAND, DONE, complain, note, opened, put, tell
from newsmodel.errors import NewsModelError
from newsmodel.evidence import Explanation
from newsmodel.protocols import Serialiser

_NAME_FOLDER = "name a folder to write to, such as -o new/"


def writer_for(name: str | None, out: str | None) -> Serialiser:
    """Return the format to write: by its name, else by suffix, else JSON.

    Raises:
        UnknownFormatError: If there is none, or it can only be read.
    """
    if name or not out:
        return registry.writer(name or "json")
    return registry.by_suffix(out)


def convert(
    sources: Sequence[str],
    format: str | None,
    to: str | None,
    out: str | None,
    *,
    strict: bool,
) -> int:
    """Convert each article of the sources, and return the code to end with.

    Args:
        sources: Paths of files and folders, and ``-`` for standard input.
        format: Their format; else each is looked at.
        to: The format to write; else found by the suffix of ``out``, or JSON.
        out: A file, a folder, or nothing for standard output.
        strict: Whether to write no article that would lose something.

    Raises:
        OSError: If standard output, or the one file to write, cannot be written.
        UnknownFormatError: If no such format is registered.
    """
    if format:
        registry.named(format)  # so that it is told once, and not for each file
    if not goes_to_folder(sources, out):
        return _convert_one(sources[0], format, writer_for(to, out), out, strict=strict)
    if out is None:
        return _refuse(f"there may be several articles; {_NAME_FOLDER}")
    if os.path.exists(out) and not os.path.isdir(out):
        return _refuse(f"{out} is no folder; {_NAME_FOLDER}")
    if to is None:
        return _refuse("a folder tells no format; name it, such as --to json")
    return _convert_all(sources, format, registry.writer(to), Path(out), strict=strict)


def _refuse(why: str) -> int:
    tell(f"newsmodel: {why}")
    return BAD_COMMAND


def _convert_one(
    source: str, format: str | None, to: Serialiser, out: str | None, *, strict: bool
) -> int:
    there = file_number(out) if out else None
    if there and there == file_number(source):
        return _refuse(f"{out} is the document to be read; name another file")
    try:
        number, found = next(_articles(source, format))
        if number:
            return _refuse(f"{source} holds several articles; {_NAME_FOLDER}")
        note(found.notes, source)
        data = documents.serialise(found.article, to.format, strict=strict)
    except (NewsModelError, OSError) as error:
        return complain(error, source)
    put(data, out)
    return DONE


def _convert_all(
    sources: Sequence[str],
    format: str | None,
    to: Serialiser,
    out: Path,
    *,
    strict: bool,
) -> int:
    code = DONE

    def failed(error: Exception, source: str = "") -> None:
        nonlocal code
        code = max(code, complain(error, source))

    def write(document: Document, number: str, found: Explanation) -> None:
        note(found.notes, document.source)
        try:
            data = documents.serialise(found.article, to.format, strict=strict)
            folder.write(document, number, data)
        except (NewsModelError, OSError) as error:
            # The next article of the message may be better.
            failed(error, f"{document.source}{number and f' ({number[1:]})'}")

    found = to_convert(sources, out, failed)
    folder = Folder(out, to, found)
    for document in found:
        try:
            for number, each in _articles(document.source, format):
                write(document, number, each)
        except (NewsModelError, OSError) as error:
            failed(error, document.source)
    return code


def _articles(source: str, format: str | None) -> Iterator[tuple[str, Explanation]]:
    if source == STANDARD_INPUT:
        yield from numbered(opened(sys.stdin), format, "")
        return
    path = Path(source)
    with path.open("rb") as file:
        yield from numbered(file, format, path.name)
