"""A text that stands in an element: marked up, escaped, plain, or in base64."""

import re
from base64 import b64decode
from binascii import Error
from typing import Final

from newsmodel.evidence import Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.body_words import BLOCKS, KINDS
from newsmodel.markup.elements import Element, name_of
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.plain import paragraphs_of
from newsmodel.model import Paragraph
from newsmodel.serialisers._findings import Findings
from newsmodel.serialisers.newsml._catalogs import code_of

_MARKUP: Final = re.compile(r"<(?:p|br|div|ul|ol|table|h[1-6])\b[^<>]{0,400}>", re.I)
_INLINE: Final = re.compile(r"</(?:a|b|em|i|span|strong|sub|sup|u)>", re.I)
_TEXTS: Final = BLOCKS - {"container", "fact", "aside"}
_NO_TEXT: Final = "its encoding is not that of a text"


def read_inline(
    element: Element, encoding: str | None, reader: BodyReader, findings: Findings
) -> None:
    """Read the text in an element, in whatever form it is there.

    Args:
        element: The element.
        encoding: In what it is encoded, as a word or a QCode: ``encd:base64``.
        reader: What it is read into.
        findings: What is to be said about it.
    """
    if len(element):
        if is_text(element):
            reader.read(element)
        else:  # results, prices, statistics
            findings.leave_out(element, "it is of a vocabulary that is not for text")
        return
    text = element.text or ""
    if encoding:
        decoded = _decoded(text, encoding)
        if decoded is None:
            findings.left_out(element, encoding, _NO_TEXT)
            return
        text = decoded
    read_text(text, reader, findings.notes)


def _decoded(text: str, encoding: str) -> str | None:
    """Return a text out of base64, if it is one."""
    if code_of(encoding).lower() != "base64":
        return None
    try:
        decoded = b64decode(text).decode("utf-8-sig")
    except (Error, ValueError):  # it is cut off, or a picture
        return None
    return None if "\0" in decoded else decoded


def is_text(element: Element) -> bool:
    """Whether what is in an element is marked up as text at all.

    Example:
        >>> from lxml import etree
        >>> is_text(etree.fromstring("<x><team><score>3</score></team></x>"))
        False
    """
    if not len(element) or any(name_of(each) in KINDS for each in element):
        return True
    return any(KINDS.get(name_of(each)) in _TEXTS for each in element.iter())


def read_text(text: str, reader: BodyReader, notes: list[Note]) -> None:
    r"""Read a text that is plain, or HTML that was escaped.

    Example:
        >>> reader = BodyReader(print)
        >>> read_text("It is open.\n\nAll went well.", reader, [])
        >>> read_text("<p>It rained.<br>All day.", reader, [])
        >>> [block.text for block in reader.blocks]
        ['It is open.', 'All went well.', 'It rained.\nAll day.']
    """
    if _MARKUP.search(text):
        root = parse_fragment(text, notes)
        if root is not None:
            reader.read(root)
        return
    for each in paragraphs_of(text):
        if _INLINE.search(each):
            root = parse_fragment(each, notes)
            if root is not None:
                reader.read(root)
        else:
            reader.blocks.append(Paragraph(text=each))
