"""Bytes to a tree of HTML."""

from typing import Any, Final

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.evidence import Note
from newsmodel.parsers._decoding import decode

# From here on libxml2 stops at 2,048 levels by itself; before, nowhere.
_HUGE: Final = etree.LIBXML_VERSION >= (2, 14)


def parse_html(data: bytes | str, notes: list[Note]) -> tuple[Any, bytes]:
    """Return the root of a page's tree, and the page as UTF-8.

    Raises:
        ParseError: If there is no element in it.
    """
    text, found = decode(data)
    notes += found
    page = text.encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=_HUGE,
    )
    try:
        root = etree.fromstring(page, parser)
    except etree.XMLSyntaxError as error:
        raise ParseError("the page is empty", "html") from error
    if root is None:
        raise ParseError("the page is empty", "html")
    return root, page
