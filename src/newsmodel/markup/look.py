"""What a document of XML is, by the first bytes of it."""

import re
from typing import Final

# A byte order mark, white space, the declaration, comments, other instructions, a
# DOCTYPE with declarations inside. Each part is possessive, so that none is tried
# in more than one way.
_ROOT: Final = re.compile(
    rb"""
    (?: \xef\xbb\xbf | \xfe\xff | \xff\xfe )? \s*+
    (?:
        <\?  (?: [^?] | \?(?!>) )*+ \?>
      | <!-- (?: [^-] | -(?!->) )*+ -->
      | <!DOCTYPE [^\[>]*+ (?: \[ [^\]]*+ \] \s*+ )?+ >
      | \s
    )*+
    < (?: [\w.-]++ : )?+ (?P<name> [\w.-]++ ) (?= [\s/>] | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def root_name(head: bytes) -> str:
    r"""Return the name of the root element, without a prefix, or nothing.

    Args:
        head: The first bytes of the document, in any encoding of XML.

    Example:
        >>> root_name(b"\xef\xbb\xbf <?xml version='1.0'?><!-- a --><n:nitf>")
        'nitf'
        >>> root_name(b"No markup")
        ''
    """
    # Without the zeros of UTF-16 its letters are those of ASCII.
    found = _ROOT.match(head.replace(b"\0", b""))
    return found["name"].decode("ascii", "replace") if found else ""
