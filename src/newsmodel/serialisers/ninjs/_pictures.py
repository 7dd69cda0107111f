"""Pictures of ninjs, with caption, credit and the largest rendition."""

from typing import Any, NamedTuple

from newsmodel.markup.flow_marks import as_address, runs_script
from newsmodel.model import Embed, Image, ImageCaption
from newsmodel.model.fieldtypes import COUNT_LIMIT
from newsmodel.serialisers._captions import caption_of
from newsmodel.serialisers._json_item import Item, line_of
from newsmodel.serialisers.ninjs._texts import Written, best, written_in
from newsmodel.serialisers.ninjs._vocabulary import (
    BYLINE,
    CAPTIONS,
    CREDITS,
    MAIN_HEADLINES,
    RENDITIONS,
)


class Picture(NamedTuple):
    """A picture, and what it is known by.

    Attributes:
        name: What the item around it calls it.
        caption: The block, without quotes.
        addresses: Where its renditions lie.
    """

    name: str
    caption: ImageCaption
    addresses: frozenset[str]


class _Rendition(NamedTuple):
    size: int
    image: Image
    kind: str


def read_picture(item: Item) -> Picture | None:
    """Return the picture that an item is, if it says anything of it.

    The credit is the line that is called so, or a description that is one, else
    the byline; who is in that comes first. A headline is not shown below a picture,
    but names it, so it is what is said in its place.
    """
    descriptions = written_in(item, "descriptions", "description")
    shown = best(descriptions, CAPTIONS)
    if shown is None:
        shown = next((each for each in descriptions if each.role not in CREDITS), None)
    credit = best(descriptions, CREDITS)
    line = item.line(*CREDITS) or (line_of(credit.text) if credit else "")
    maker = item.line(*BYLINE)
    headline = best(written_in(item, "headlines", "headline"), MAIN_HEADLINES)
    renditions = read_renditions(item)
    image = _image(renditions, headline)
    text = shown.text if shown else ""
    makers = [maker] if line and maker else []
    caption = caption_of(text, line or maker or None, makers, image)
    if caption is None:
        return None
    addresses = frozenset(each.image.url or "" for each in renditions)
    return Picture(item.line("name"), caption, addresses)


def _image(renditions: list[_Rendition], headline: Written | None) -> Image | None:
    pictures = [each for each in renditions if each.kind in ("image", "")]
    if not pictures:
        return None
    largest = max(pictures, key=lambda each: each.size).image
    alt = headline.text if headline else None
    return Image(
        url=largest.url, alt=alt or None, width=largest.width, height=largest.height
    )


def read_renditions(item: Item) -> list[_Rendition]:
    """Return the files that an item comes as, which have an address."""
    found: list[_Rendition] = []
    for each in item.items(*RENDITIONS):
        address = as_address(each.line("href", "src"))
        if not address or runs_script(address):
            continue
        width, height = (_number(each.peek(name)) for name in ("width", "height"))
        kind = each.line("contenttype", "mimetype").partition("/")[0].lower()
        image = Image(url=address, width=width, height=height)
        found.append(_Rendition((width or 0) * (height or 0), image, kind))
    return found


def _number(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:17])
    whole = type(value) is int and 0 <= value <= COUNT_LIMIT
    return value if whole else None


def read_film(item: Item) -> Embed | None:
    """Return the film or the recording that an item is, as an embed."""
    text = best(written_in(item, "descriptions", "description"), CAPTIONS)
    headline = best(written_in(item, "headlines", "headline"), MAIN_HEADLINES)
    said = text or headline
    renditions = [
        each for each in read_renditions(item) if each.kind in ("video", "audio", "")
    ]
    url = renditions[0].image.url if renditions else None
    words = said.text if said else ""
    return Embed(url=url, text=words) if url or words else None
