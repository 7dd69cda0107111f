"""Pictures of the article with what stands below them.

What belongs to other articles, to authors or to advertisements is told by what
stands around it, and by where it leads.
"""

import re
from contextlib import suppress
from typing import Any, Final, NamedTuple

from attrs import evolve

from newsmodel.errors import ModelError
from newsmodel.markup.flow_marks import marks_of
from newsmodel.model import Image, ImageCaption, Link, Mark
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.captions import Reading, read_runs, with_credit_of
from newsmodel.parsers.html._pictures.images import image_of
from newsmodel.parsers.html._pictures.picture_places import Place, Places
from newsmodel.parsers.html._pictures.surroundings import Surroundings, is_linked_away
from newsmodel.rules.credits import credits_in
from newsmodel.rules.names import is_name

_LONGEST: Final = 1200
_LONGEST_BYLINE: Final = 120
_GUESSED: Final = ("picture-with-words", "picture-above-words")
_MOST: Final = 200
_BY: Final = re.compile(
    r"(?:by|von|par|por|di|da|av|af|door|od|przez|text|texte|testo|autor|автор)\s*:?\s+",
    re.IGNORECASE,
)


class Picture(NamedTuple):
    """A picture in its place.

    Attributes:
        at: Number of the run it stands before.
        runs: Numbers of the runs that are its caption and credit.
        caption: The block, without quotes.
        trace: Which rules found it and parted its credit, and where it is.
    """

    at: int
    runs: tuple[int, ...]
    caption: ImageCaption
    trace: Trace


def read_pictures(
    page: Page, body: Body, around: Surroundings, findings: Findings
) -> list[Picture]:
    """Return the pictures of the article, in order."""
    places = Places(page, body, around)
    found = places.find()
    if len(found) > _MOST:
        findings.note("pictures-cut", f"only {_MOST} of {len(found)} pictures are read")
    pictures = [_read(page, body, places, place, findings) for place in found[:_MOST]]
    return _each_once([each for each in pictures if each])


def _read(
    page: Page, body: Body, places: Places, place: Place, findings: Findings
) -> Picture | None:
    """Return the picture of a place, if it holds one of the article's."""
    element = places.picture_of(place.shown)
    lead = element is not None and places.is_lead(element)
    if element is None and not place.shown:
        element = _drawn_in(place)
    image = image_of(element) if element is not None else None
    if place.runs:
        reading = _words_of(page, place, element, lead=lead)
        if reading is None or not (
            place.shown or reading.credit_line or element is not None
        ):
            return None
        if not reading.text and place.runs[0] > body.last + 1:
            return None  # among what follows the article
    elif image is not None and image.url:
        reading = Reading("no-words", "", "", image.alt or image.url)
    else:
        return None
    line = reading.credit_line
    caption = ImageCaption(
        text=reading.text,
        credit_line=line or None,
        credits=credits_in(line) if line else (),
        image=image,
    )
    if reading.text and (marks := _marks(page, place, reading.text, findings)):
        # Words that stand twice may have marks that overlap.
        with suppress(ModelError):
            caption = evolve(caption, marks=marks)
    at = min([*place.runs[:1], *[shown.at for shown in place.shown[:1]]])
    trace = Trace(f"{place.rule}, {reading.rule}", reading.raw, place.words.element)
    return Picture(at, tuple(place.runs), caption, trace)


def _words_of(page: Page, place: Place, element: Any, *, lead: bool) -> Reading | None:
    """Return what the words of a place say, if they are those of a picture."""
    runs = [page.flow.runs[at] for at in place.runs]
    if sum([len(run.text) for run in runs]) > _LONGEST or _is_byline(runs[0].text):
        return None
    if not lead and all(is_linked_away(run, page.url) for run in runs):
        return None
    inside = place.holder if place.rule == "figcaption" else place.words
    reading = read_runs(page.flow, inside, place.runs)
    if not reading.credit_line and element is not None:
        reading = with_credit_of(reading, element)
    if place.rule in _GUESSED and not _says_something(reading):
        return None
    return reading if reading.text or reading.credit_line else None


def _marks(page: Page, place: Place, text: str, findings: Findings) -> list[Mark]:
    """Return the links and emphasis over what is left of the words of a place.

    Emphasis over all of a caption is how captions look, and says nothing.
    """
    marks: list[Mark] = []
    for number in place.runs:
        run = page.flow.runs[number]
        if not run.spans:
            continue
        found, refused = marks_of(run)
        if refused:
            message = "a link that would run a script is left out"
            findings.note("link-left-out", message, run.box.element)
        start = 0
        for line in text.split("\n"):
            at = run.text.find(line)
            if at >= 0:
                marks += _moved(found, at, line, start - at)
            start += len(line) + 1
    return [each for each in marks if type(each) is Link or len(each.text) < len(text)]


def _moved(marks: list[Mark], at: int, line: str, by: int) -> list[Mark]:
    """Return the marks over a line that starts at *at*, moved to its new place."""
    moved = []
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, at + len(line))
        if start < end:
            inside = line[start - at : end - at]
            stripped = inside.strip()
            start += len(inside) - len(inside.lstrip())
            if stripped:
                moved.append(evolve(mark, start=start + by, text=stripped))
    return moved


def _drawn_in(place: Place) -> Any:
    """Return what a figure shows by an element of its own making."""
    if place.holder.tag != "figure":
        return None
    for element in place.holder.element.iter():
        if "-" in element.tag and (element.get("src") or element.get("data-src")):
            return element
    return None


def _is_byline(text: str) -> bool:
    """Whether words beside a picture say who wrote: the picture is of them."""
    found = _BY.match(text)
    if not found or len(text) > _LONGEST_BYLINE:
        return False
    return is_name(re.split(r"[,|\n•·(]|\s[-–—]\s", text[found.end() :])[0].strip())


def _says_something(reading: Reading) -> bool:
    """Whether words are more than a name or a call to press on them."""
    text = reading.text
    return (
        not text
        or bool(reading.credit_line)
        or text.count(" ") >= 2
        or not text.isascii()
    )


def _each_once(pictures: list[Picture]) -> list[Picture]:
    """Leave out pictures that are shown twice, as for small screens."""
    known: dict[str, int] = {}
    worded = {_url(each) for each in pictures if each.runs}
    kept: list[Picture] = []
    for picture in pictures:
        if not picture.runs and _url(picture) in worded:
            continue
        key = "".join(picture.caption.text.split()).casefold() or _url(picture)
        if key in known:
            kept[known[key]] = _better(kept[known[key]], picture)
            continue
        if key:
            known[key] = len(kept)
        kept.append(picture)
    return kept


def _url(picture: Picture) -> str:
    image = picture.caption.image
    return (image.url or "") if image else ""


def _better(first: Picture, second: Picture) -> Picture:
    """Return the first of two with what only the second has, and both their runs."""
    a, b = first.caption, second.caption
    image: Image | None = a.image or b.image
    chosen = a if a.credit_line or not b.credit_line else b
    caption = ImageCaption(
        text=chosen.text,
        credit_line=chosen.credit_line,
        credits=chosen.credits,
        image=image,
        marks=chosen.marks,
    )
    return first._replace(runs=first.runs + second.runs, caption=caption)
