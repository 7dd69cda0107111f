"""What a page states of its article, one value each, and where it may be stated."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

from newsmodel.markup.json_ld import string_of
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.lines import clean_line

_LONGEST: Final = 300
_LONGEST_ADDRESS: Final = 2000
SCHEMES: Final = ("https://", "http://")


class Fact(NamedTuple):
    """A value that a page states.

    Attributes:
        value: The value, as the field holds it.
        raw: The words it was read from.
        element: The element they stand in, where that is known.
        path: Where inside the statement of the article.
    """

    value: Any
    raw: str
    element: Any = None
    path: str = ""


class FactRule(NamedTuple):
    """One place where a field may be stated.

    Attributes:
        field: The field of the article.
        name: Name of the rule.
        find: Returns what it finds on a page.
        example: Part of a page that it must read.
        value: What it must read there.
    """

    field: str
    name: str
    find: Callable[[Page], Fact | None]
    example: str
    value: Any


def line_of(value: object, most: int = _LONGEST) -> str:
    """Return what is stated as one line; nothing where it is none."""
    text = string_of(value)
    return clean_line(text)[:most].rstrip() if text else ""


def address_of(page: Page, raw: object) -> str | None:
    """Return an address made whole, or ``None`` if it leads to no page."""
    text = string_of(raw).strip()
    if not text or not text.isprintable() or len(text) > _LONGEST_ADDRESS:
        return None
    if '"' in text or "<" in text:
        return None  # markup, or JSON in JSON
    if not text.startswith(SCHEMES):
        try:
            start = urljoin(page.url or page.meta("og:url"), page.base)
            text = urljoin(start, text)
        except ValueError:
            return None
    return text if text.startswith(SCHEMES) and path_of(text)[0] else None


def path_of(address: str) -> tuple[str, str]:
    """Return host and the rest of a whole address."""
    host, _, path = address.partition("://")[2].partition("/")
    return host, path
