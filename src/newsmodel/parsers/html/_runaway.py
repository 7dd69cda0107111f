"""Runaway nesting taken out of a page, so that it can be parsed.

Such pages never close some element, or were made to do harm. What counts is
that none of their text is lost, and that it takes no longer than it is long.
"""

import re
from collections import Counter
from typing import Final

from newsmodel.markup.flow import BLOCKS
from newsmodel.rules._words import words

_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][^\s/>]*)[^>]*>?")
# Of these the content is no markup.
_RAW: Final = {
    name: re.compile(rf"</{name}[\s/>]".encode(), re.I)
    for name in words("script style textarea title xmp iframe")
}
# These end one another, or by themselves, so that they do not nest alone.
_FLAT: Final = words(
    "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt"
)
_NEVER: Final = words(
    "html head body area base br col embed hr img input link meta param source track"
    " wbr"
)
_BORDER: Final = b"<br><br>"  # keeps the texts of two blocks apart


def flatten(page: bytes, levels: int) -> bytes:
    """Return a page whose elements nest no deeper than so many levels.

    Tags of deeper elements are left out; between blocks a border stays. What ends
    one another in good markup is no level, but at 0 levels it goes too.

    Example:
        >>> flatten(b"<b>a<b>b<div>c</div></b></b>d", 1)
        b'<b>ab<br><br>c<br><br></b>d'
    """
    pieces: list[bytes] = []
    opened: list[str] = []
    kept: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    page = _without_comments(page)
    start = at = 0
    while found := _TAG.search(page, at):
        at = found.end()
        closes, name = found[1], found[2].lower().decode("latin-1")
        if name in _RAW and not closes:
            end = _RAW[name].search(page, at)
            at = end.start() if end else len(page)
        elif name in _NEVER or (levels and name in _FLAT):
            continue
        elif closes and not left_out[name]:
            while kept[name] and opened:
                last = opened.pop()
                kept[last] -= 1
                if last == name:
                    break
        elif closes or len(opened) >= levels:
            pieces.append(page[start : found.start()])
            if name in BLOCKS:
                pieces.append(_BORDER)
            left_out[name] += -1 if closes else 1
            start = at
        else:
            opened.append(name)
            kept[name] += 1
    pieces.append(page[start:])
    return b"".join(pieces)


def _without_comments(page: bytes) -> bytes:
    pieces = []
    at = 0
    while (start := page.find(b"<!--", at)) >= 0:
        pieces.append(page[at:start])
        end = page.find(b"-->", start + 2)
        at = len(page) if end < 0 else end + 3
    pieces.append(page[at:])
    return b"".join(pieces)
