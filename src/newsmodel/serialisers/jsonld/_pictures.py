"""Pictures: an address alone, or an ``ImageObject``."""

import re
from typing import Any, Final

from newsmodel.markup.json_ld import string_of, values_of
from newsmodel.model import Image, ImageCaption
from newsmodel.rules.credits import credits_in, read_credit
from newsmodel.serialisers._json_item import line_of
from newsmodel.serialisers.jsonld._values import address_in, plain_text

_SIZE: Final = re.compile(r"\s*([0-9]{1,6})(?:\.0+)?\s*(?:px)?\s*")


def picture_in(value: Any) -> ImageCaption | None:
    """Return a picture: its address alone, or all that an ``ImageObject`` says."""
    if isinstance(value, str):
        url = address_in(value)
        return ImageCaption(image=Image(url=url)) if url else None
    if not isinstance(value, dict):
        return None
    url = address_in(value.get("url") or value.get("contentUrl"))
    if not url:
        url = address_in(value.get("@id"))
    text = plain_text(value.get("caption") or value.get("description"))
    credit = value.get("creditText")
    if not credit:
        makers = [*values_of(value.get("creator") or value.get("author"))]
        makers = makers or values_of(value.get("copyrightHolder"))
        credit = "/".join([name for each in makers if (name := string_of(each))])
    line = read_credit(line_of(plain_text(credit))).credit_line
    image = None
    alt = plain_text(value.get("name") if text else None)
    sizes = {name: _size(value.get(name)) for name in ("width", "height")}
    if url or alt:
        image = Image(url=url or None, alt=alt or None, **sizes)
    if not (text or line or image):
        return None
    return ImageCaption(
        text=text, credit_line=line or None, credits=credits_in(line), image=image
    )


def _size(value: Any) -> int | None:
    if isinstance(value, dict):
        value = value.get("value")
    found = _SIZE.fullmatch(line_of(value))
    return int(found[1]) if found else None
