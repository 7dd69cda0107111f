"""What the command says, on which stream, and the code it ends with."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from newsmodel import documents, view
from newsmodel.errors import UnknownFormatError
from newsmodel.evidence import Note

#: What the command returns: done; the document is at fault; the command was.
DONE, BAD_DOCUMENT, BAD_COMMAND = 0, 1, 2


def complain(error: Exception, source: str = "") -> int:
    """Write an error to standard error, and return the code to end with.

    Args:
        error: What is wrong.
        source: The document it is about, where the error does not name a file.
    """
    if source and getattr(error, "filename", None) is None:
        tell(f"newsmodel: {source}: {error}")
    else:
        tell(f"newsmodel: {error}")
    if isinstance(error, OSError | UnknownFormatError):
        return BAD_COMMAND
    return BAD_DOCUMENT


def tell(message: str) -> None:
    """Write a line to standard error."""
    if sys.stderr is not None:  # the shell may have closed it
        sys.stderr.write(f"{one_line(message)}\n")


def one_line(text: str) -> str:
    """Return what of a text is safe to show, in one line."""
    return view.safe(text).replace("\n", " ")


def note(notes: Sequence[Note], file: str) -> None:
    """Write the notes on a file to standard error, a line each."""
    for each in notes:
        tell(f"{file}: {each}")


def opened(stream: TextIO | None) -> BinaryIO:
    """Return a standard stream as one of bytes.

    Raises:
        OSError: If it is closed.
    """
    if stream is None:
        raise OSError(errno.EBADF, "standard input or output is closed")
    return stream.buffer


def write(data: bytes) -> None:
    """Write to standard output."""
    out = opened(sys.stdout)
    try:
        out.write(data)
        out.flush()
    except OSError:
        # Python would try to write the rest once more when it ends, and
        # complain again, so the stream is led to nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        raise


def put(data: bytes, out: str | None) -> None:
    """Write a document to a file, or to standard output where there is none."""
    if out:
        documents.write_whole(Path(out), data)
    else:
        write(data.removesuffix(b"\n") + b"\n")


def write_lines(lines: Iterator[view.Line]) -> None:
    """Write to standard output, in colour where that can be shown."""
    write(_laid_out(lines).encode())


def _laid_out(lines: Iterator[view.Line]) -> str:
    if not opened(sys.stdout).isatty():
        return view.plain(lines)
    try:
        return view.coloured(lines)
    except ImportError:
        return view.plain(lines, shutil.get_terminal_size().columns)
