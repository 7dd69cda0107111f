"""What stands around a picture: whether it is the article's or a stranger's."""

import re
from bisect import bisect_left, bisect_right
from functools import reduce
from operator import or_
from typing import Any, Final, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._page.names import CAPTION, bits_of, words_in
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words

_STRANGE_TAGS: Final = words("aside nav footer form dialog menu")
_STRANGE: Final = words(
    "related relateds recommended recommendations recommendation recommend recirc"
    " recirculation promo promos promotion promoted newsletter newsletters sidebar"
    " advert advertisement advertising ads ad sponsored sponsor sponsors comments"
    " comment author authors bio avatar byline bylines popular trending mostread"
    " footer nav navigation menu breadcrumb outbrain taboola readmore morestories"
    " ticker upsell linkbox"
)
_STRANGE_BITS: Final = reduce(or_, [bits_of(each) for each in sorted(_STRANGE)])
# Words that the walk does not know are looked for in the name itself.
_UNKNOWN: Final = sorted(each for each in _STRANGE if not bits_of(each))
_STRANGE_NAME: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(_UNKNOWN) or '(?!)'})\b")
_PICTURE_FILE: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE
)
_GALLERY: Final = words(
    "lightbox gallery fancybox zoom enlarge photoswipe glightbox popup modal galerie"
)


# A box with so many runs of the body is a part of it, whatever it is called.
_MANY: Final = 3
_TELLING: Final = 10
_LONGEST_SERIES: Final = 600  # runs
_CAPTION_DEPTH: Final = 3


@final
class Surroundings:
    """The boxes around the body of an article.

    Attributes:
        core: The box that holds most of the body.
        frame: The box that holds the headline besides.
        first: Number of the first run where anything of the article may stand.
        last: Number of the first run after all that.
    """

    __slots__ = ("_known", "_runs", "core", "first", "frame", "last")

    def __init__(self, page: Page, body: Body) -> None:
        self.core = body.core
        self.frame = _frame(page, body)
        self.first = self.frame.start
        self.last = _end_of_series(page.flow.runs, max(body.core.stop, body.last + 1))
        self._runs = body.runs
        self._known: dict[Box, bool] = {}

    def is_strange(self, box: Box) -> bool:
        """Whether a box is no part of the article, by its name or one around it.

        A box that holds the body is not strange, whatever it is called.
        """
        above: list[Box] = []
        at = box
        while (known := self._known.get(at)) is None:
            above.append(at)
            if at is self.frame or at.parent is None or self._holds_body(at):
                known = False
                break
            if is_strange(at, tags=True):
                known = True
                break
            at = at.parent
        for each in above:
            self._known[each] = known
        return known

    def _holds_body(self, box: Box) -> bool:
        if holds(box, self.core):
            return True
        runs = self._runs
        return bisect_left(runs, box.stop) - bisect_left(runs, box.start) >= _MANY


def start_of(box: Box) -> int:
    """Return the number of the first run in a box."""
    return box.start


def holds(box: Box, other: Box) -> bool:
    """Whether a box holds all of the text of another."""
    return box.start <= other.start and box.stop >= other.stop


def _end_of_series(runs: list[Run], last: int) -> int:
    """Return the number of the last run with a caption of one kind from a run on.

    Where the first picture of a gallery below the text is the article's, all are.
    """
    first = _caption_box(runs[last].box) if last < len(runs) else None
    if first is None:
        return last
    end = last
    for at in range(last, min(last + _LONGEST_SERIES, len(runs))):
        box = _caption_box(runs[at].box)
        if box is None or box.kin != first.kin:
            break
        end = at
    return end


def _caption_box(box: Box) -> Box | None:
    """Return the box of the caption that a run is in."""
    at: Box | None = box
    for _ in range(_CAPTION_DEPTH):
        if at is None or at.tag == "figcaption" or at.names & CAPTION:
            return at
        at = at.parent
    return None


def _frame(page: Page, body: Body) -> Box:
    """Return the box that holds the headline and the core."""
    core = body.core
    heading = None
    boxes = page.flow.boxes
    upto = bisect_right(boxes, body.first, key=start_of)
    for box in [each for each in boxes[:upto] if each.tag == "h1"]:
        if box.stop > box.start:
            heading = box
            text = page.flow.runs[box.start].text
            if len(text) > _TELLING and text in page.title:
                break
    frame = core
    if heading is not None:
        start = heading.start
        while frame.parent is not None and not frame.start <= start < frame.stop:
            frame = frame.parent
    around: Box | None = frame
    for _ in range(6):
        if around is None:
            break
        if around.tag == "article":
            return around
        around = around.parent
    if heading is None:
        for _ in range(2):
            if frame.parent is not None and frame.parent.parent is not None:
                frame = frame.parent
    return frame


def is_strange(box: Box, *, tags: bool) -> bool:
    """Whether a box is called what holds other things than the article.

    Args:
        box: The box.
        tags: Whether its tag counts, too.
    """
    if box.names & _STRANGE_BITS or (tags and box.tag in _STRANGE_TAGS):
        return True
    name = box.element.get("class")
    return bool(name and _STRANGE_NAME.search(name))


def leads_away(element: Any, url: str | None) -> bool:
    """Whether a link leads to another page, not to a picture or a place in it."""
    href = (element.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:")) or href == url:
        return False
    if _PICTURE_FILE.search(href):
        return False
    named = f"{element.get('class') or ''} {element.get('rel') or ''}"
    return _GALLERY.isdisjoint(words_in(named))


def is_linked_away(run: Run, url: str | None) -> bool:
    """Whether most of a text is a link to another page."""
    if run.linked * 4 < len(run.text) * 3:
        return False
    return any(
        span.kind == "link" and leads_away(span.element, url) for span in run.spans
    )
