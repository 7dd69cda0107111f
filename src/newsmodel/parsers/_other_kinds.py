"""Files of other kinds, told by how they begin: what they are, and what to do.

Some of them can be printed, and would else be read as the text of an article.
"""

import re
from typing import Final, NamedTuple

from newsmodel.errors import ParseError

_LOOKED_AT: Final = 4096
# What editors and servers put before a file without harm to it.
_BEFORE: Final = rb"(?:\xef\xbb\xbf)?\s*+"
_DECOMPRESS: Final = "Decompress it first"
_TAKE_OUT: Final = "Take the page out of it first"
_SAVE: Final = "Save it as plain text or as HTML first"
_TEXT_OF: Final = "Take its text out first"
_NO_TEXT: Final = "Give it the page as it was saved, or its text"


class OtherKind(NamedTuple):
    """A kind of file that holds no article as text or as HTML.

    Attributes:
        name: What it is called.
        pattern: What it begins with.
        advice: What to do with it.
        example: The start of one.
    """

    name: str
    pattern: re.Pattern[bytes]
    advice: str
    example: bytes


def _kind(name: str, pattern: bytes, advice: str, example: bytes) -> OtherKind:
    return OtherKind(name, re.compile(pattern, re.DOTALL), advice, example)


# Whoever writes about such files may begin with "BZh" or "RIFF", but hardly with
# all that stands here.
OTHER_KINDS: Final = (
    _kind("PDF", _BEFORE + rb"%PDF-[0-9]", _TEXT_OF, b"%PDF-1.4\n1 0 obj"),
    _kind("RTF", _BEFORE + rb"\{\\rtf", _SAVE, rb"{\rtf1\ansi Bridge reopens}"),
    _kind("PostScript", rb"\x04?" + _BEFORE + rb"%!PS", _TEXT_OF, b"%!PS-Adobe-3.0\n"),
    _kind("PostScript", rb"\xc5\xd0\xd3\xc6", _TEXT_OF, b"\xc5\xd0\xd3\xc6\x1e\0"),
    _kind(
        "MHTML (a page saved with its pictures)",
        # Header fields, lines that go on with one, and among them what says so.
        rb"(?=(?:[A-Za-z-]{1,60}:[^\n]*+\n(?:[\ \t][^\n]*+\n)*+)*?MIME-Version:)"
        rb"(?:[A-Za-z-]{1,60}:[^\n]*+\n(?:[\ \t][^\n]*+\n)*+)*?"
        rb"(?i:content-type):\s*+(?i:multipart/related)",
        "Save the page as HTML alone",
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html"\r\n',
    ),
    _kind("WARC", rb"WARC/[0-9]\.[0-9]+\r?\n", _TAKE_OUT, b"WARC/1.0\r\nWARC-Type: a"),
    _kind("gzip", rb"\x1f\x8b", _DECOMPRESS, b"\x1f\x8b\x08\0"),
    _kind("zstd", rb"\(\xb5/\xfd", _DECOMPRESS, b"(\xb5/\xfd\x04"),
    _kind("bzip2", rb"BZh[1-9]1AY&SY", _DECOMPRESS, b"BZh91AY&SY"),
    _kind("xz", rb"\xfd7zXZ\0", _DECOMPRESS, b"\xfd7zXZ\0\0"),
    _kind(
        "ZIP (or Word, OpenDocument, EPUB)",
        rb"PK\x03\x04",
        "Take the page out of it, or save it as plain text or as HTML",
        b"PK\x03\x04\x14\0",
    ),
    _kind("Word (before 2007)", rb"\xd0\xcf\x11\xe0", _SAVE, b"\xd0\xcf\x11\xe0\xa1"),
    _kind("web archive of Safari", rb"bplist00", _SAVE, b"bplist00\xd1\x01"),
    _kind("PNG", rb"\x89PNG", _NO_TEXT, b"\x89PNG\r\n\x1a\n"),
    _kind("JPEG", rb"\xff\xd8\xff", _NO_TEXT, b"\xff\xd8\xff\xe0\0"),
    _kind("GIF", rb"GIF8[79]a.[\0-\x1f]", _NO_TEXT, b"GIF89a\x01\0\x01\0"),
    _kind(
        "RIFF (WebP, sound or film)",
        rb"RIFF.{4}(?:WEBP|WAVE|AVI\ )",
        _NO_TEXT,
        b"RIFF\x24\0\0\0WEBPVP8 ",
    ),
)
# One look for all of them, since nearly all documents are none.
_ANY: Final = re.compile(
    b"|".join([each.pattern.pattern for each in OTHER_KINDS]), re.DOTALL
)


def other_kind(data: bytes | str) -> OtherKind | None:
    """Return what kind of file this is, if it is none with an article to be read.

    Example:
        >>> other_kind("%PDF-1.4 1 0 obj").name
        'PDF'
        >>> other_kind("PDF is a kind of file.") is None
        True
    """
    head = data[:_LOOKED_AT]
    if isinstance(head, str):
        head = head.encode("utf-8", "replace")
    if not _ANY.match(head):
        return None
    return next(each for each in OTHER_KINDS if each.pattern.match(head))


def refuse_other_kinds(data: bytes | str, format: str) -> None:
    """Refuse a file of another kind, with what it is and what to do.

    Raises:
        ParseError: If it is one.
    """
    if found := other_kind(data):
        problem = f"the document is a file of type {found.name}"
        raise ParseError(problem, format, advice=found.advice)
