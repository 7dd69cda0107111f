"""Elements of XML and HTML: what they are called, and the words in them."""

from collections.abc import Collection
from functools import lru_cache
from typing import Final, TypeAlias

from lxml import etree

from newsmodel.markup.body_words import BLOCKS, KINDS
from newsmodel.model.fieldtypes import COUNT_LIMIT
from newsmodel.rules._words import words
from newsmodel.rules.lines import folded

Element: TypeAlias = etree._Element

#: The attribute that says in which language an element is.
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
#: How deep elements are followed; what is deeper is read as text.
REACH: Final = 100

_DIGITS: Final = 16
_PARTING: Final = BLOCKS | {"break"}
# In these no words run together, though there may be no space between them.
_PARTED: Final = words("location person byttl org rights.owner")
# Nor in these, of which each says more of the one before it.
_LISTED: Final = words("city state country story.date")
_SIGNS: Final = tuple(",;:.)]/")


def name_of(element: Element) -> str:
    """Return the local name of an element in lower case."""
    return _lower(str(element.tag))


# Documents have few names, and ask for each as often as they have elements.
@lru_cache(maxsize=1024)
def _lower(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def text_of(element: Element, without: Collection[str] = ()) -> str:
    r"""Return all words of an element as one line that the model can hold.

    Args:
        element: The element.
        without: Names of elements whose words are left out.

    Example:
        >>> from lxml import etree
        >>> text_of(etree.fromstring("<by>By <b>Ann</b>\n Example</by>"))
        'By Ann Example'
        >>> where = "<location><city>Elm</city><state>Kent</state></location>"
        >>> text_of(etree.fromstring(f"<dateline>{where}, May 3</dateline>"))
        'Elm, Kent, May 3'
    """
    if not len(element):
        return folded(element.text)
    pieces: list[str] = []
    _gather(element, without, pieces)
    return folded("".join(pieces))


def _gather(
    element: Element, without: Collection[str], pieces: list[str], level: int = 0
) -> None:
    """Put down the words in an element, with spaces where blocks part them."""
    if level > REACH:
        pieces += element.itertext()
        return
    if element.text:
        pieces.append(element.text)
    for child in element:
        name = name_of(child)
        if name not in without:
            is_listed = name in _LISTED
            parts = is_listed or KINDS.get(name) in _PARTING or name in _PARTED
            if is_listed and _trimmed(pieces)[-1:].isalnum():
                pieces.append(", ")
            elif parts:
                pieces.append(" ")
            _gather(child, without, pieces, level + 1)
            if parts and (child.tail or "").startswith(_SIGNS):
                _trimmed(pieces)
            elif parts:
                pieces.append(" ")
        if child.tail:
            pieces.append(child.tail)


def _trimmed(pieces: list[str]) -> str:
    """Take the spaces from the end of some pieces, and return the last of them."""
    while pieces:
        if last := pieces.pop().rstrip():
            pieces.append(last)
            return last
    return ""


def holds_blocks(element: Element) -> bool:
    """Whether there is a block anywhere in an element."""
    return any(KINDS.get(name_of(each)) in BLOCKS for each in element.iterdescendants())


def whole_number(text: str | None) -> int | None:
    """Return the number that a text is, if it is one that the model can hold.

    It has to be digits and nothing else.

    Example:
        >>> whole_number("1200"), whole_number("-1"), whole_number("9" * 16)
        (1200, None, None)
    """
    if text and len(text) <= _DIGITS and text.isascii() and text.isdigit():
        number = int(text)
        return number if number <= COUNT_LIMIT else None
    return None
