"""Addresses of pages: whose host they are on."""

import re
from typing import Final

_HOST: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#@:]*)", re.I)


def host_of(address: str) -> str:
    """Return the host of an address, in small letters; nothing where it has none.

    Example:
        >>> host_of("https://ann@www.Example.com:80/a"), host_of("//example.com?a")
        ('www.example.com', 'example.com')
        >>> host_of("/a//example.com"), host_of("example.com/a")
        ('', '')
    """
    found = _HOST.match(address)
    return found[1].lower() if found else ""
