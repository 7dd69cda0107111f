"""Characters that a page can hold and a text of the model cannot.

Some come as they are, some as references (``&#7;``), so that only the tree tells
whether there are any. One page in eight hundred has one in its text.
"""

import re
from typing import Final

# As it stands in UTF-8, and as references; first what parts words.
_IN_PAGE: Final = re.compile(
    rb"""
    (?P<space> [\x0b\x0c\x1c-\x1f] | &\#0*(?: 1[12] | 2[89] | 3[01] )(?![0-9]);?
        | &\#x0*(?: [bc] | 1[c-f] )(?![0-9a-f]);? )
    | [\x00-\x08\x0e-\x1b] | \xef\xbf[\xbe\xbf]
    | &\#0*(?: [0-8] | 1[4-9] | 2[0-7] | 6553[45] )(?![0-9]);?
    | &\#x0*(?: [0-8ef] | 1[0-9ab] | fff[ef] )(?![0-9a-f]);?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_TO_C1: Final = re.compile(
    rb"&\#0*(?: (1(?:2[89]|[345][0-9]))(?![0-9]) | x0*([89][0-9a-f])(?![0-9a-f]) );?",
    re.VERBOSE | re.IGNORECASE,
)


def clean_page(page: bytes) -> bytes:
    r"""Return a page, as UTF-8, without what the model refuses.

    Example:
        >>> clean_page(b"<p>Bridge\x07 re&#7;opens&#123;</p>")
        b'<p>Bridge reopens&#123;</p>'
    """
    return _IN_PAGE.sub(lambda found: b" " if found["space"] else b"", page)


def with_meant_references(page: bytes) -> bytes:
    """Return a page whose references to windows-1252 are to what browsers show.

    libxml2 reads them so from 2.14 on.

    Example:
        >>> with_meant_references(b"2019&#150;2023 &#x80; &#169;")
        b'2019&#8211;2023 &#8364; &#169;'
    """
    return _TO_C1.sub(_meant, page)


def _meant(found: re.Match[bytes]) -> bytes:
    number = int(found[1]) if found[1] else int(found[2], 16)
    try:
        return b"&#%d;" % ord(bytes([number]).decode("cp1252"))
    except UnicodeDecodeError:  # one of the five that stay what they are
        return found[0]
