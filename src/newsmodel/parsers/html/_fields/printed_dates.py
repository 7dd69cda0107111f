"""Dates that a page prints: around its headline, below its body, anywhere else."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from newsmodel.markup.flow import Shown
from newsmodel.parsers.html._fields.date_scene import Said, Scene
from newsmodel.parsers.html._fields.stated_dates import (
    MODIFIED_NAMES,
    PUBLISHED_NAMES,
)
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.stamps import label_in

# It begins with one set of characters, which goes faster than a choice of three.
_HAS_DATE: Final = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]"
    r"(?:(?<![0-9])|[0-9]{3}|[./-][0-9]{2})"
)
# Words before dates of readers, books and passports.
_OF_OTHERS: Final = re.compile(
    r"\b(?:joined|registered|registration|member since|registriert|beigetreten"
    r"|mitglied seit|inscrit|registrado|born|geboren|née?|nacido|expires"
    r"|valid|gültig|until|till|bis|jusqu[’']au|hasta|fino al|release date"
    r"|erscheinungsdatum|erscheinungstermin|retrieved"
    r"|accessed|abgerufen|consulté)\b[^0-9]{0,12}$",
    re.IGNORECASE,
)
# "Ann ExampleUpdated": markup alone set the two apart.
_GLUED: Final = re.compile("(?<=[a-z])(?=[A-Z])")
# "8.4.13" is more often a version than a day.
_FULL_YEAR: Final = re.compile(r"[^\W_]{4}")
_AT: Final = attrgetter("at")
_OF_ADDRESSES: Final = ("/", "=")
_LISTS: Final = ("li", "h2", "h3", "h4", "figcaption")
_NO_LINES: Final = ("figcaption", "h1", "h2", "h3")
_BELOW: Final = 60
_FEW: Final = 6
_LONGEST_LINE: Final = 160
_LONGEST_DATED: Final = 320
_MOST_WORDS: Final = 20
_LONGEST_LABEL: Final = 60
_REACH: Final = 12
_MOST_LINES: Final = 200


def from_print(scene: Scene) -> Iterator[Said]:
    """Read the dates near the headline: those with a label first.

    What stands in the text may be the date of anything, and what stands above the
    headline that of today.
    """
    region = scene.region
    inside = set(scene.body.runs[:_BELOW])
    start = next((at for at in scene.body.runs if at > region.headline), region.first)
    places: tuple[list[Said], ...] = ([], [], [], [], [])
    for at in _with_digits(scene, [*region.head, region.headline]):
        for labelled, said in _printed(scene, at):
            if labelled:
                rank = 2 if at >= start else 0
            elif at in inside:
                if _others(scene, at, said) > _FEW:
                    continue  # prose
                rank = 4
            else:
                rank = 1 if at > region.headline else 3
            places[rank].append(said)
    for place in places:
        yield from place


def near_headline(scene: Scene) -> Iterator[tuple[bool, Said]]:
    """Return the dates between headline and body in lines of little else.

    And whether the line is no link, which would lead to what the date is of.
    """
    runs = scene.page.flow.runs
    region = scene.region
    inside = set(scene.body.runs[:_BELOW])
    for at in _with_digits(scene, range(region.headline + 1, region.first)):
        run = runs[at]
        if at in inside or run.box.tag in _NO_LINES:
            continue
        if len(run.text) > _LONGEST_LINE:
            continue
        alone = run.linked * 2 <= len(run.text)
        dates = list(_printed(scene, at))
        rest = len(run.text.split()) - sum(len(said.raw.split()) for _, said in dates)
        for labelled, said in dates:
            if said.field == "published" and (labelled or rest <= _FEW):
                yield alone and not _of_change(scene, at), said


def _of_change(scene: Scene, at: int) -> bool:
    """Whether markup calls the date in a run that of a change."""
    elements = [scene.page.flow.runs[at].box.element]
    for shown in _shown_at(scene, at):
        if shown.tag == "time":
            elements += [shown.element, shown.element.getparent()]
    for each in elements:
        names = f"{each.get('class')} {each.get('itemprop')}".lower()
        if any(word in names for word in PUBLISHED_NAMES):
            continue
        if any(word in names for word in MODIFIED_NAMES):
            return True
    return False


def _shown_at(scene: Scene, at: int) -> list[Shown]:
    """Return what is shown right before a run, or in it."""
    shown = scene.page.flow.shown
    start = bisect_left(shown, at, key=_AT)
    return shown[start : bisect_right(shown, at, start, key=_AT)]


def from_foot(scene: Scene) -> Iterator[Said]:
    """Read the dates below the body, where other articles and comments have some."""
    bare = []
    for at in _with_digits(scene, scene.region.tail[:_REACH]):
        run = scene.page.flow.runs[at]
        for labelled, said in _printed(scene, at):
            if labelled:
                yield said
            elif (
                run.box.tag != "li"
                and run.linked * 2 <= len(run.text)
                and _FULL_YEAR.search(said.raw)
            ):
                bare.append(said)
    yield from bare


def from_dateline(scene: Scene) -> Iterator[Said]:
    """Read a date that the text begins with, as in ``KYIV, June 1, 2023 (AP)``."""
    runs = scene.page.flow.runs
    region = scene.region
    for at in range(region.headline + 1, min(region.first + 1, len(runs))):
        text = runs[at].text[:_LONGEST_LINE]
        if len(text) > _LONGEST_LABEL and _HAS_DATE.search(text):
            for each in find_dates(text)[:1]:
                if label_in(text[: each.start]) == "modified":
                    continue
                if each.start < _LONGEST_LABEL and each.end + _FEW < len(text):
                    raw = text[each.start : each.end]
                    element = runs[at].box.element
                    yield Said("published", raw, element, "", each.reading)


def from_elsewhere(scene: Scene) -> Iterator[Said]:
    """Read the dates with a label anywhere on the page."""
    for at in _with_digits(scene, _all_lines(scene))[:_MOST_LINES]:
        for labelled, said in _printed(scene, at):
            if labelled:
                yield said


def from_lone_line(scene: Scene) -> Iterator[Said]:
    """Read the dates without a label that are about all of a line of their own."""
    runs = scene.page.flow.runs
    inside = set(scene.body.runs)
    for at in _with_digits(scene, _all_lines(scene))[:_MOST_LINES]:
        run = runs[at]
        if at in inside or run.box.tag in _LISTS or run.linked:
            continue
        for labelled, said in _printed(scene, at):
            others = len(run.text.split()) - len(said.raw.split())
            if not labelled and others <= _FEW and _FULL_YEAR.search(said.raw):
                yield said


def _all_lines(scene: Scene) -> list[int]:
    """Return the numbers of all runs, those from the headline on first."""
    headline = max(scene.region.headline, 0)
    return [*range(headline, len(scene.page.flow.runs)), *range(headline)]


def _others(scene: Scene, at: int, said: Said) -> int:
    """Return how many words a line has besides a date."""
    return len(scene.page.flow.runs[at].text.split()) - len(said.raw.split())


def _with_digits(scene: Scene, numbers: Iterable[int]) -> list[int]:
    """Return which of some runs are lines in which a date can be."""
    runs = scene.page.flow.runs
    return [
        at
        for at in numbers
        if 0 <= at < len(runs)
        and len(runs[at].text) <= _LONGEST_DATED
        and _HAS_DATE.search(runs[at].text)
    ]


def _printed(scene: Scene, at: int) -> Iterator[tuple[bool, Said]]:
    """Return the dates in a run, and whether words say what happened then."""
    runs = scene.page.flow.runs
    text = runs[at].text
    end = 0
    dates = find_dates(text)
    if dates and _tells_of_picture(scene, at):
        return
    for each in dates:
        if text[each.start - 1 : each.start] in _OF_ADDRESSES:
            continue
        before = text[end : each.start]
        if _OF_OTHERS.search(before[-_LONGEST_LABEL:]):
            continue
        field = None
        if min(len(before), len(text) - _LONGEST_LABEL) <= _LONGEST_LABEL:
            field = label_in(_GLUED.sub(" ", before[-_LONGEST_LABEL:]))
        if field is None and at and not end and not before.strip():
            above = runs[at - 1].text
            field = label_in(above) if len(above) <= _LONGEST_LABEL else None
        end = each.end
        raw = text[each.start : each.end].strip()
        short = len(text) <= _LONGEST_LINE and len(text.split()) <= _MOST_WORDS
        if field or short:
            place = runs[at].box.element
            said = Said(field or "published", raw, place, "", each.reading)
            yield field is not None, said


def _tells_of_picture(scene: Scene, at: int) -> bool:
    """Whether a picture before a run is described by the same words."""
    text = scene.page.flow.runs[at].text
    return any(
        each.tag == "img" and each.element.get("alt") == text
        for each in _shown_at(scene, at)
    )
