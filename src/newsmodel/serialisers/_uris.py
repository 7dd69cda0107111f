"""Which strings every receiver takes for an address."""

import re
from typing import Final

# Narrow, since validators differ from one to the next: letters of ASCII, and no
# sign that some want to be escaped.
_URI: Final = re.compile(
    r"""
    https?://
    [A-Za-z0-9] [A-Za-z0-9.-]* (?: : [0-9]{1,5} )?     # host and port
    (?: / [A-Za-z0-9._~!$'()*+,;=:@/-]* )?
    (?: \? [A-Za-z0-9._~!$'()*+,;=:@/?&-]* )?
    (?: \# [A-Za-z0-9._~!$'()*+,;=:@/?-]* )?
    |
    urn: [A-Za-z0-9] [A-Za-z0-9-]{0,30} [A-Za-z0-9] : [A-Za-z0-9._~!$'()*+,;=:@/-]+
    |
    tag: [A-Za-z0-9.@-]{1,200} , [0-9-]{4,10} : [A-Za-z0-9._~!$'()*+,;=:@/-]*
    """,
    re.VERBOSE,
)


def is_uri(value: str) -> bool:
    """Whether a value can stand where a format wants an address.

    Example:
        >>> is_uri("https://example.com/a?b=1"), is_uri("urn:example:1"), is_uri("a b")
        (True, True, False)
    """
    return _URI.fullmatch(value) is not None
