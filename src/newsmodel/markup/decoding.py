"""Bytes to characters: byte order mark, strict UTF-8, then windows-1252."""

import codecs

from newsmodel.errors import Location
from newsmodel.evidence import Note

#: Byte order marks. UTF-32 stands before UTF-16, whose little-endian mark begins
#: its own.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes | str) -> tuple[str, tuple[Note, ...]]:
    r"""Return a document as characters, without byte order mark, and notes.

    A ``str`` is taken as it is. Bytes that no character of the encoding has
    become U+FFFD.

    Example:
        >>> decode(b"caf\xe9")[0]
        'café'
    """
    if isinstance(data, str):
        return data.removeprefix("\ufeff"), ()
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text, notes = _decoded(data, "windows-1252")
        note = Note(
            code="encoding-guessed",
            message="not UTF-8, so read as windows-1252",
            location=Location(offset=error.start),
        )
        return text, (note, *notes)


def has_mark(head: bytes) -> bool:
    """Whether a document begins with a byte order mark."""
    return any(head.startswith(mark) for mark, _ in MARKS)


def _decoded(data: bytes, encoding: str) -> tuple[str, tuple[Note, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    return text, (bytes_replaced(text, encoding),)


def bytes_replaced(text: str, encoding: str) -> Note:
    """Return a note that a text has U+FFFD for bytes that are no characters."""
    return Note(
        code="bytes-replaced",
        message=f"bytes that are not {encoding} became U+FFFD",
        location=Location(offset=text.find("\ufffd")),
    )
