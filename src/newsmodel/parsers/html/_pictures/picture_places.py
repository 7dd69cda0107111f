"""Where pictures of an article stand, and the words that are theirs.

A caption is looked for where pages put it: in a ``figcaption``, in an element
whose name says so beside a picture, or as the few words that share a box with a
picture or stand right below it.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Any, Final, NamedTuple, final

from newsmodel.markup.flow import Box, Run, Shown
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._page.names import BYLINE, CAPTION, TIME
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.images import is_picture, lead_of, size_of, url_of
from newsmodel.parsers.html._pictures.surroundings import (
    Surroundings,
    holds,
    is_linked_away,
    is_strange,
    leads_away,
    start_of,
)
from newsmodel.rules._words import words
from newsmodel.rules.picture_credits import (
    PICTURE_RULES,
    is_credit,
    may_be_credit,
    read_picture_caption,
)

_PICTURES: Final = ("img", "amp-img")
_SHOWN: Final = ("img", "amp-img", "picture", "video", "iframe", "object", "embed")
# A figure may show these, too, and its caption is then theirs.
_OTHERS: Final = ("blockquote", "table", "pre", "audio")
_HEADINGS: Final = words("h1 h2 h3 h4 h5 h6")
_MOST_RUNS: Final = 3
_MOST_NAMED: Final = 6
_MOST_MARKED: Final = 8
_MOST_HELD: Final = 30
_MOST_SHOWN: Final = 60
_DEEPEST: Final = 12
_SHORTEST: Final = 10
_LONGEST_UNNAMED: Final = 400
_LARGE: Final = 300
_DATE: Final = re.compile(
    r"^\W*(?:[0-9]{1,2}\s*[./-]\s*[0-9]{1,2}\s*[./-]\s*(?:20)?[0-9]{2}"
    r"|20[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2})\b.{0,60}$"
)
_MAY_BE_CREDITED: Final = re.compile(r"[©ⓒ:：]|[)\]）］】]\W*$")
_READING_TIME: Final = re.compile(
    r"\b[0-9]{1,2}[ -]?(?:min|minuten?|minutes?|mins)\b", re.IGNORECASE
)
_SURE_NAMES: Final = words(
    "credit-after-copyright-sign credit-after-source-label credit-in-last-brackets"
)
_SURE: Final = tuple([rule for rule in PICTURE_RULES if rule.name in _SURE_NAMES])


class Place(NamedTuple):
    """Where a caption may be.

    Attributes:
        rule: The rule that found it.
        holder: The box of picture and caption.
        words: The box of the words.
        runs: Numbers of the runs in it.
        shown: The pictures in it.
    """

    rule: str
    holder: Box
    words: Box
    runs: list[int]
    shown: list[Shown]


@final
class Places:
    """A page, searched for the pictures of its article."""

    def __init__(self, page: Page, body: Body, around: Surroundings) -> None:
        self.page = page
        self.runs = page.flow.runs
        self.body = body
        self.around = around
        self.core, self.frame = around.core, around.frame
        self.first, self.last = around.first, around.last
        self.lead = lead_of(page.metas)
        shown = page.flow.shown
        upto = bisect_left(shown, self.first, key=_at) if self.lead else 0
        for each in shown[:upto]:
            if each.tag in _PICTURES and self.is_lead(each.element):
                self.first = each.at
                break
        from_ = bisect_left(shown, self.first, key=_at)
        upto = bisect_right(shown, self.last, key=_at)
        self.shown = [each for each in shown[from_:upto] if each.tag in _SHOWN]
        self.taken: set[int] = set()
        self.text = frozenset(body.runs)
        self.used: set[Any] = set()
        self.pictures: dict[Any, bool] = {}

    def find(self) -> list[Place]:
        """Return all places that are the article's, in order."""
        found: list[Place] = []
        boxes = self.page.flow.boxes
        from_ = bisect_left(boxes, self.first, key=start_of)
        boxes = boxes[from_ : bisect_right(boxes, self.last, key=start_of)]
        captions = [box for box in boxes if box.tag == "figcaption"]
        named = [box for box in boxes if box.names & CAPTION]
        for box in captions:
            if 0 < box.stop - box.start <= _MOST_MARKED and (
                place := self._figcaption(box)
            ):
                self._take(place, found)
        for box in named:
            if (
                box.tag != "figcaption"
                and 0 < box.stop - box.start <= _MOST_NAMED
                and (place := self._named(box))
            ):
                self._take(place, found)
        for shown in self.shown:
            if (
                shown.tag in _PICTURES
                and shown.element not in self.used
                and self._is_picture(shown.element)
                and (place := self._unnamed(shown))
            ):
                self._take(place, found)
        found.sort(key=_order)
        return found

    def _is_picture(self, element: Any) -> bool:
        known = self.pictures.get(element)
        if known is None:
            known = self.pictures[element] = is_picture(element)
        return known

    def _unnamed(self, shown: Shown) -> Place | None:
        """Return the place of a picture with whatever stands near it."""
        return self._beside(shown) or self._below(shown) or self._alone(shown)

    def _take(self, place: Place, found: list[Place]) -> None:
        found.append(place)
        self.taken.update(place.runs)
        self.used.update([each.element for each in place.shown])

    def _shown_in(self, holder: Box) -> list[Shown]:
        """Return what is shown in a box."""
        found = []
        from_ = bisect_left(self.shown, holder.start, key=_at)
        upto = bisect_right(self.shown, holder.stop, key=_at)
        for each in self.shown[from_ : min(upto, from_ + _MOST_SHOWN)]:
            box: Box | None = each.box
            if each.box.depth > holder.depth + _DEEPEST:
                continue
            while box is not None and box.depth > holder.depth:
                box = box.parent
            if box is holder:
                found.append(each)
        if not found and holder.stop - holder.start <= _MOST_RUNS:
            # In a button, as for enlarging it.
            element = next(holder.element.iterdescendants("img"), None)
            if element is not None:
                found.append(Shown(element, "img", holder, holder.start))
        return found

    def _figcaption(self, box: Box) -> Place | None:
        """Return the place of a caption that is marked up as one."""
        holder = box.parent or box
        shown = self._shown_in(holder)
        for _ in range(2):
            if shown or holder.tag == "figure" or holder.parent is None:
                break
            holder = holder.parent
            shown = self._shown_in(holder)
        if holder.stop - holder.start > _MOST_HELD:
            return None
        if _has(holder, *_OTHERS):
            return None
        if self._is_strange(holder, shown):
            return None
        runs = _range(box)
        if holder.tag == "figure" and holder.stop - holder.start <= len(runs) + 2:
            runs += [
                at
                for at in _range(holder)
                if at not in runs and may_be_credit(self.runs[at].text)
            ]
        return Place("figcaption", holder, box, runs, shown)

    def _named(self, box: Box) -> Place | None:
        """Return the place of a caption that only the name of its box tells."""
        runs = _range(box)
        if not self.taken.isdisjoint(runs):
            return None
        if box is self.core or box is self.frame or box.depth < self.core.depth:
            return None
        holder: Box | None = box
        for _ in range(4):
            if holder is None or holder is self.frame or holder is self.core:
                break
            if shown := self._shown_in(holder):
                break
            if holder.tag == "figure":
                break
            holder = holder.parent
        else:
            holder = None
        if holder is None or holder is self.frame or holder is self.core:
            if box.names & TIME or len(runs) > 2:
                return None
            # The picture right above; or one that a script draws, and then nothing
            # but the name is left to go by.
            holder, shown = box, self._right_above(box)
        if self._is_strange(holder, shown) or self._shows_time(box):
            return None
        if shown and holder is not box and holder.stop - holder.start <= len(runs) + 2:
            runs += self._credits_in(holder, runs)
        return Place("caption-class", holder, box, runs, shown)

    def _credits_in(self, holder: Box, runs: list[int]) -> list[int]:
        """Return the texts beside a caption that can be its credit."""
        return [
            at
            for at in _range(holder)
            if at not in runs
            and at not in self.taken
            and may_be_credit(self.runs[at].text)
        ]

    def _right_above(self, box: Box) -> list[Shown]:
        """Return the picture that no text parts from a box below it."""
        from_ = bisect_left(self.shown, box.start, key=_at)
        for each in self.shown[from_ : bisect_right(self.shown, box.start, key=_at)]:
            if (
                each.tag in _PICTURES
                and each.box is box.parent
                and each.element not in self.used
                and self._is_picture(each.element)
            ):
                return [each]
        return []

    def _beside(self, shown: Shown) -> Place | None:
        """Return the place of a picture that shares its box with a few words."""
        holder: Box | None = shown.box
        for _ in range(_DEEPEST):
            if holder is None or holder.stop > holder.start:
                break
            holder = holder.parent
        if holder is None or holder.stop - holder.start > _MOST_RUNS:
            return None
        if holder is self.core or holds(holder, self.frame):
            return None
        runs = _range(holder)
        if not self.taken.isdisjoint(runs) or not self._are_few_words(runs):
            return None
        if not self._may_be_words(runs):
            return None
        if self._is_strange(holder, [shown]):
            return None
        if self._shows_time(holder) or _has(holder, "input"):
            return None
        outside = shown.box.depth <= self.core.depth
        if outside and _is_in_link(shown.element, self.page.url):
            return None
        return Place("picture-with-words", holder, holder, runs, [shown])

    def _are_few_words(self, runs: list[int]) -> bool:
        length = 0
        for at in runs:
            run = self.runs[at]
            length += len(run.text)
            if _READING_TIME.search(run.text):
                return False
            if run.box.tag in _HEADINGS or run.box.names & (BYLINE | TIME):
                return False
            if is_linked_away(run, self.page.url):
                return False
        return _SHORTEST <= length <= _LONGEST_UNNAMED

    def _may_be_words(self, runs: list[int]) -> bool:
        """Whether texts may be a caption, though some pass for the body's."""
        inside = [self.runs[at].text for at in runs if at in self.text]
        # A list of facts beside a picture has several lines.
        if not inside or (len(inside) == 1 and "\n" not in inside[0]):
            return True
        return any(_is_credited(text) for text in inside)

    def _below(self, shown: Shown) -> Place | None:
        """Return the place of a picture right above words that are plainly its."""
        at = shown.at
        if at >= min(self.last, len(self.runs)) or at in self.taken:
            return None
        run = self.runs[at]
        if not _SHORTEST <= len(run.text) <= _LONGEST_UNNAMED:
            return None
        if run.box.tag in _HEADINGS or (at in self.text and "\n" in run.text):
            return None
        alt = " ".join((shown.element.get("alt") or "").split())
        if _READING_TIME.search(run.text):
            return None
        if len(alt) >= _SHORTEST and (
            run.text.startswith(alt) or alt.startswith(run.text)
        ):
            rule = "words-of-alt"
        elif _is_emphasis(run) or _is_credited(run.text):
            rule = "picture-above-words"
        else:
            return None
        if self._is_strange(run.box, [shown]) or is_linked_away(run, self.page.url):
            return None
        runs = [at]
        if at + 1 < self.core.stop and is_credit(self.runs[at + 1].text):
            runs.append(at + 1)
        return Place(rule, run.box, run.box.parent or run.box, runs, [shown])

    def _alone(self, shown: Shown) -> Place | None:
        """Return the place of a picture in the text that has no words."""
        inside = self.body.first <= shown.at <= self.body.last + 1
        inside = inside and self.core.start <= shown.at <= self.core.stop
        lead = self.is_lead(shown.element)
        if not (inside or lead):
            return None
        if not lead and not _is_large(shown):
            return None
        if self._is_strange(shown.box, [shown]):
            return None
        if not lead and _is_in_link(shown.element, self.page.url):
            return None
        at = shown.at
        if (
            not lead
            and at < self.core.stop
            and is_linked_away(self.runs[at], self.page.url)
        ):
            return None  # a teaser: the words below it lead to what it shows
        return Place("picture-alone", shown.box, shown.box, [], [shown])

    def _shows_time(self, box: Box) -> bool:
        if _has(box, "time"):
            return True
        return all(_DATE.search(self.runs[at].text) for at in _range(box)[:1])

    def is_lead(self, element: Any) -> bool:
        """Whether an image is the one that the page gives to others to show."""
        if not self.lead:
            return False
        for name in ("src", "data-src", "srcset", "data-srcset"):
            value = element.get(name)
            if value and self.lead in value:
                return True
        return False

    def _is_strange(self, holder: Box, shown: list[Shown]) -> bool:
        """Whether a place is no part of the article, by a box around it."""
        for each in shown:
            if each.tag in _PICTURES and self.is_lead(each.element):
                return False
        if holder.start < self.frame.start:
            return True
        if is_strange(holder, tags=False):
            return True
        around = holder.parent
        for _ in range(_DEEPEST):
            if around is None or around is self.core or not _is_alike(around, holder):
                break
            # Around nothing else: an aside may be all that holds a picture.
            if is_strange(around, tags=False):
                return True
            around = around.parent
        return around is not None and self.around.is_strange(around)

    def picture_of(self, shown: list[Shown]) -> Any:
        """Return the picture among what a place shows."""
        elements = [each.element for each in shown if each.tag in _PICTURES]
        for each in elements if len(elements) > 1 else ():
            if self._is_picture(each) and url_of(each):
                return each
        return elements[0] if elements else None


def _has(box: Box, *tags: str) -> bool:
    """Whether there is an element of one of these names in a box."""
    return next(box.element.iterdescendants(*tags), None) is not None


def _is_alike(box: Box, other: Box) -> bool:
    """Whether two boxes, one around the other, hold the same text."""
    return box.stop - box.start == other.stop - other.start > 0


def _at(shown: Shown) -> int:
    return shown.at


def _order(place: Place) -> int:
    return place.runs[0] if place.runs else place.shown[0].at


def _is_emphasis(run: Run) -> bool:
    """Whether all of a text is slanted, as captions are."""
    return any(
        span.kind == "em"
        and len("".join(run.pieces[span.start : span.stop])) >= len(run.text)
        for span in run.spans
    )


def _is_credited(text: str) -> bool:
    """Whether the last line of a text ends in a credit that bears a sign or label."""
    line = text.rpartition("\n")[2]
    if not _MAY_BE_CREDITED.search(line):
        return False
    return read_picture_caption(line, _SURE).rule in _SURE_NAMES


def _is_large(shown: Shown) -> bool:
    """Whether an image is likely to be more than an ornament."""
    width = size_of(shown.element, "width")
    if width is not None:
        return width >= _LARGE
    if shown.box.tag == "figure":
        return True
    parent = shown.element.getparent()
    return parent is not None and parent.tag == "picture"


def _range(box: Box) -> list[int]:
    return list(range(box.start, box.stop))


def _is_in_link(element: Any, url: str | None) -> bool:
    for _ in range(6):
        element = element.getparent()
        if element is None:
            return False
        if element.tag == "a":
            return leads_away(element, url)
    return False
