"""What is in a figure by somebody else: captions, credits, files."""

import re
from typing import Final, NamedTuple

from lxml import etree

from newsmodel.markup.body_words import CAPTIONS, CREDITS, FILES, KINDS
from newsmodel.markup.elements import Element, name_of, text_of, whole_number
from newsmodel.markup.flow_marks import as_address, runs_script
from newsmodel.model import Image
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules.credits import read_credit
from newsmodel.rules.lines import folded

_CREDIT: Final = re.compile(
    r"credit|byline|copyright|photographer|fotograf", re.IGNORECASE
)
# What can hold a line of text.
_TEXTS: Final = ("container", "paragraph", "plain")
_ADDRESSES: Final = ("src", "source", "href", "data", "data-location")


class FigureParts(NamedTuple):
    """The elements in a figure, each by what it is for."""

    captions: list[Element]
    credits: list[Element]
    files: list[Element]
    others: list[Element]


def parts_of(figure: Element) -> FigureParts:
    """Return the elements in a figure that tell something.

    A file in a caption is one of the figure, and a credit there is its credit.
    """
    parts = FigureParts([], [], [], [])
    walk = etree.iterwalk(figure, events=("start", "end"))
    around = 0  # how many captions are open
    for event, each in walk:
        name = name_of(each)
        if event == "end":
            around -= name in CAPTIONS
            continue
        if each is figure:
            continue
        if name in CAPTIONS:
            if not around:
                parts.captions.append(each)
            around += 1
        elif name in CREDITS or _names_credit(each, name):
            parts.credits.append(each)
        elif name in FILES:
            parts.files.append(each)
        elif KINDS.get(name) in ("embed", "table"):
            walk.skip_subtree()
            if not around:
                parts.others.append(each)
    return parts


def credit_of(element: Element) -> str:
    """Return whose picture it is, as an element of a figure says.

    Example:
        >>> credit_of(etree.fromstring("<p class='credit'>Photo: Jane Doe/EX</p>"))
        'Jane Doe/EX'
    """
    text = text_of(element)
    return text if name_of(element) in CREDITS else read_credit(text).credit_line


def _names_credit(element: Element, name: str) -> bool:
    """Whether an element of a figure says that it holds whose picture it is."""
    said = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return KINDS.get(name) in _TEXTS and _CREDIT.search(said) is not None


def address_of(element: Element) -> str | None:
    """Return where what is shown lies."""
    named = [element.get(name) for name in _ADDRESSES]
    named += [
        each.get("src")
        for each in element.iterdescendants()
        if name_of(each) == "source"
    ]
    for address in (*named, element.text):
        address = folded(as_address(address or ""))  # noqa: PLW2901
        # What a browser may run is no address, nor what is cut is one.
        if address and len(address) < TEXT_LIMIT and not runs_script(address):
            return address
    return None


def image_of(element: Element) -> Image | None:
    """Return the image that an element shows."""
    width, height = (
        whole_number((element.get(name) or "").removesuffix("px"))
        for name in ("width", "height")
    )
    if (width is not None and width <= 1) or (height is not None and height <= 1):
        return None  # it is there to be counted, not to be seen
    url = address_of(element)
    alt = folded(element.get("alt") or element.get("alternate-text")) or None
    if url is None and alt is None:
        return None
    return Image(url=url, alt=alt, width=width, height=height)


def area_of(image: Image | None) -> int:
    """Return how many pixels a picture has, as far as it says."""
    return (image.width or 0) * (image.height or 0) if image else -1
