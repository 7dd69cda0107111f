"""Markup that runs away taken out of a page, so that it can be parsed.

Such pages never close an element or a quote, or were made to do harm. What counts
is that none of their text is lost, and that time grows with their length alone.
"""

import re
from collections import Counter
from typing import Final

from newsmodel.markup.flow import BLOCKS
from newsmodel.rules._words import words

ATTRIBUTE: Final = re.compile(
    rb"""
    [\s/]*
    (?P<name> =? [^\s/>=]* )
    (?: \s* = \s* (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s>]*) ) )?
    """,
    re.VERBOSE,
)
#: Each further attribute of an element takes libxml2 longer than the one before.
MOST_ATTRIBUTES: Final = 500
# To look at each tag would take as long as the parse. So the page is looked at in
# steps, for one without the end of a tag; what fits between two is let pass.
_STEP: Final = 8192
_OPENED: Final = re.compile(rb"<[a-zA-Z][^\s/>]*")
# As above, and as one, since to go back into an attribute may take for ever.
_ATTRIBUTES: Final = (
    rb"""(?>[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s>]*+))?)"""
)
_MANY: Final = re.compile(rb"%s{%d}" % (_ATTRIBUTES, MOST_ATTRIBUTES))
_SOME: Final = re.compile(rb"%s{1,500}+" % _ATTRIBUTES)
_SCRIPT: Final = re.compile(rb"<(/?)script", re.I)
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


def with_fewer_attributes(page: bytes) -> bytes:
    """Return a page without those attributes of an element that are too many.

    Example:
        >>> page = b"<p" + b" a=b" * 10_000 + b">It is open.</p>"
        >>> len(with_fewer_attributes(page))
        2018
    """
    pieces: list[bytes] = []
    kept = seen = told = 0
    is_script = False
    for start in range(0, len(page) - _STEP, _STEP):
        if start < seen or page.find(b">", start, start + _STEP) >= 0:
            continue
        begin = max(seen, page.rfind(b">", 0, start) + 1)
        # That ">" may have stood in a quote, and the element begun before it.
        before = page.rfind(b"<", seen, begin)
        seen = page.find(b">", start + _STEP)
        seen = len(page) if seen < 0 else seen
        # Mostly it is a script, and no element begins in it.
        first = page.find(b"<", begin, seen)
        for tag in (
            _OPENED.match(page, max(before, kept)),
            _OPENED.search(page, first, seen) if first >= 0 else None,
        ):
            if tag is None:
                continue
            many = _MANY.match(page, tag.end())
            if many is None:
                continue
            for found in _SCRIPT.finditer(page, told, tag.start()):
                is_script = not found[1]
            told = tag.start()
            if not is_script:  # where "a<b" opens no element
                pieces.append(page[kept : many.end()])
                kept = _end_of_attributes(page, many.end())
                seen = max(kept, seen)
                break
    pieces.append(page[kept:])
    return b"".join(pieces) if kept else page


def _end_of_attributes(page: bytes, at: int) -> int:
    while found := _SOME.match(page, at):
        at = found.end()
    return at


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
