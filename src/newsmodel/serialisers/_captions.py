"""Pictures by others: who made them, and how big they are."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from newsmodel.markup.elements import whole_number
from newsmodel.model import Image, ImageCaption, Source
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules.authors import is_same
from newsmodel.rules.credits import credits_in, read_credit
from newsmodel.rules.lines import folded

# So many makers of a picture are compared with those whom it is credited to.
_MOST: Final = 50


def caption_of(
    text: str, line: str | None, makers: Iterable[str], image: Image | None
) -> ImageCaption | None:
    """Return what is said of a picture, if anything is.

    Those who made it are credited first, as photographers, unless the credit line
    names them.

    Example:
        >>> caption = caption_of("A bridge.", "AFP", ["Jane Doe"], None)
        >>> [each.name for each in caption.credits]
        ['Jane Doe', 'AFP']
    """
    named = list(credits_in(read_credit(line).credit_line)) if line else []
    credits = [
        Source(name=maker, kind="person", role="photographer")
        for maker in islice(makers, _MOST)
        if not any(each.name and is_same(maker, each.name) for each in named[:_MOST])
    ] + named
    if not (text or line or credits or image):
        return None
    return ImageCaption(
        text=text[:TEXT_LIMIT], credit_line=line, credits=credits, image=image
    )


def image_at(
    address: str | None, width: str | None, height: str | None
) -> Image | None:
    """Return the picture that lies somewhere, with the size that is stated."""
    url = folded(address)
    if not url:
        return None
    return Image(url=url, width=whole_number(width), height=whole_number(height))
