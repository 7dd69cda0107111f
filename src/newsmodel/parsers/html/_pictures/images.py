"""Images: where one lies, how large it is, and whether it is a picture at all."""

import re
from typing import Any, Final

from newsmodel.model import Image
from newsmodel.parsers.html._page.names import words_in
from newsmodel.rules._words import words

# Pages that load images late keep the address in one of these.
_LATE: Final = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-full-src",
    "data-image",
    "data-url",
    "data-hi-res-src",
    "data-large_image",
)
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")
_NOT_LINE: Final = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER: Final = re.compile(r"\s*([0-9]{1,6})(?:\.[0-9]*)?\s*(?:px)?\s*")
# What a file is called that only keeps the place until the picture is loaded.
_BLANK: Final = re.compile(
    "placeholder|missing|dummy|default|spacer|blank|pixel|transparent|1x1|lazy|loading"
)
_DRAWN: Final = (".svg", ".ico")
_SMALL: Final = words(
    "logo logos icon icons avatar avatars emoji badge button spinner sprite pixel"
    " tracking beacon flag favicon gravatar headshot portrait mugshot byline author"
    " placeholder share social qr"
)
_MOST_DIGITS: Final = 6
_LEAST: Final = 90
_LONGEST_URL: Final = 4000


def url_of(element: Any) -> str | None:
    """Return where an image lies, as written; the largest of several.

    A picture that is loaded late has a blank or nothing in ``src``.
    """
    source = _clean(element.get("src"))
    if source and not _is_blank(source):
        return source
    for name in _LATE:
        if found := _clean(element.get(name)):
            return found
    sets = [element]
    parent = element.getparent()
    if parent is not None and parent.tag == "picture":
        sets += parent.iter("source")
    for each in sets:
        for name in _SETS:
            if found := _largest(each.get(name)):
                return found
    return source


def _is_blank(url: str) -> bool:
    """Whether an address is that of a file that shows nothing."""
    name = url.partition("?")[0].rpartition("/")[2].lower()
    return name.endswith(_DRAWN) or _names_nothing(name)


def _names_nothing(name: str) -> bool:
    """Whether the name of a file says that it only keeps a place."""
    return _BLANK.search(name) is not None


def _largest(candidates: str | None) -> str | None:
    """Return the address of the largest image of a ``srcset``.

    Example:
        >>> _largest("/a.jpg 320w, /b.jpg 960w")
        '/b.jpg'
    """
    best, most = None, -1.0
    url = ""
    # A comma parts candidates, but addresses hold commas as well, so only one at
    # the end of a word counts, or one after a descriptor.
    for word in [*(candidates or "").split(), ","]:
        if not url:
            url, size, rest = word, "", ""
            if not word.endswith(","):
                continue
        else:
            size, _, rest = word.partition(",")
        width = _size_in(size)
        cleaned = _clean(url.strip(","))
        if cleaned and width > most:
            best, most = cleaned, width
        url = rest
    return best


def _size_in(descriptor: str) -> float:
    """Return the number of a descriptor: ``960w``, ``1.5x``; 0 for none."""
    try:
        return float(descriptor[:-1]) if len(descriptor) <= _MOST_DIGITS else 0.0
    except ValueError:
        return 0.0


def _clean(url: str | None) -> str | None:
    if not url or len(url) > _LONGEST_URL:
        return None
    url = url.strip()
    if not url.isprintable():
        url = _NOT_LINE.sub("", url)
    lowered = url[:11].lower()
    if not url or lowered.startswith(("data:", "blob:", "about:", "javascript:")):
        return None
    return url


def size_of(element: Any, name: str) -> int | None:
    """Return width or height of an image, in pixels."""
    value = element.get(name)
    if not value:
        return None
    if len(value) <= _MOST_DIGITS and value.isascii() and value.isdigit():
        return int(value)
    found = _NUMBER.fullmatch(value)
    return int(found[1]) if found else None


def image_of(element: Any) -> Image | None:
    """Return what an element shows; ``None`` where nothing is to be known of it."""
    url = url_of(element)
    alt = (element.get("alt") or "").strip() or None
    if alt and not alt.isprintable():
        alt = _NOT_LINE.sub(" ", alt).strip() or None
    width, height = size_of(element, "width"), size_of(element, "height")
    if width is not None and width <= 1:
        width = None
    if height is not None and height <= 1:
        height = None
    if url is None and alt is None:
        return None
    return Image(url=url, alt=alt, width=width, height=height)


def is_picture(element: Any) -> bool:
    """Whether an image is a picture, and no logo, icon, portrait or pixel."""
    for name in ("width", "height"):
        size = size_of(element, name)
        if size is not None and size < _LEAST:
            return False
    name = (element.get("src") or "").partition("?")[0][-40:].lower()
    if name.endswith(_DRAWN) and not _names_nothing(name):
        return False
    for name in ("class", "id"):
        value = element.get(name)
        if value and not _SMALL.isdisjoint(words_in(value)):
            return False
    return True


_SHARED: Final = ("og:image", "twitter:image", "og:image:url", "twitter:image:src")
_SIZED: Final = re.compile(r"[-_.@][0-9]{2,4}x[0-9]{0,4}.*$")
_EXTENSION: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)$", re.IGNORECASE)
_TELLING: Final = 10


def lead_of(metas: dict[str, list[str]]) -> str:
    """Return the part of a file's name that all sizes of a page's picture share.

    Empty where the page names no picture, or in a way that tells nothing.

    Example:
        >>> lead_of({"og:image": ["https://example.com/a/old-bridge-1200x630.jpg?x"]})
        'old-bridge'
    """
    for name in _SHARED:
        for url in metas.get(name, ())[:1]:
            path = url.split("?")[0].rstrip("/")
            stem = _SIZED.sub("", _EXTENSION.sub("", path.rpartition("/")[2]))
            if len(stem) >= _TELLING:
                return stem
    return ""
