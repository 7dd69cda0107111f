"""Authors whom a page prints: in links, bylines, beside dates, at the foot."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsmodel.markup.characters import erase
from newsmodel.markup.flow import Run, Span
from newsmodel.model import Contributor
from newsmodel.parsers.html._fields.scene import (
    LONGEST_RUN,
    MOST_AUTHORS,
    Credit,
    Scene,
    address_of,
    changed,
    text_of,
)
from newsmodel.parsers.html._page.names import BYLINE, CAPTION, bits_of, bits_of_class
from newsmodel.rules._words import words
from newsmodel.rules.authors import (
    has_inner_lead,
    has_lead,
    is_full,
    is_lead,
    is_led_by,
    is_other_part,
    is_posted,
    is_title,
    less_title,
)
from newsmodel.rules.closing import read_contributors
from newsmodel.rules.counts import first_count
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.likeness import key_of
from newsmodel.rules.names import is_agency, is_name
from newsmodel.rules.stamps import less_labels


def lines_of(run: Run) -> str:
    """Return the text of a run, a line for each piece."""
    pieces = run.pieces
    if len(pieces) == 1:
        return run.text
    return "\n".join([text for each in pieces if (text := " ".join(each.split()))])


# Pieces of a line are parted by a blank, as readers see them, but not from commas.
_BEFORE_SIGN: Final = re.compile(r" (?=[,;.:])")


def line_of(run: Run) -> str:
    """Return the text of a run as a line, its pieces parted as readers see them."""
    return _BEFORE_SIGN.sub("", " ".join(erase(lines_of(run)).split()))


_AUTHOR_LINK: Final = re.compile(
    r"/(?:authors?|auteurs?|autor(?:en|es|i|a)?|autore|autorzy|bios?|by|by-author|byline"
    r"|columnists?|contributors?|correspondents?|editors?|experts?|firmas?|forfatter"
    r"|journalists?|journaliste|masthead|members?|news-team|osoby|penulis|people|person"
    r"|profiel|profiles?|profil|redaccion|redakteure?|redaktion|redaktorzy|redazione"
    r"|reporters?|skribent|staff|team|users?|writers?|yazar(?:lar)?)[/?=]"
    r"|[?&](?:author|autor|user)(?:_?name|_?id)?=|author[:-]",
    re.IGNORECASE,
)
# Before the name of someone who did not write the article.
OTHER_PART: Final = re.compile(
    r"(?:bild|check|contributions?\s|credit|edit(?:ed|ing|or)|foto|illustrat|medical|photo|picture|review"
    r"|tradu|translat|übersetz)[^|·•\n]{0,25}$",
    re.IGNORECASE,
)
WRITERS: Final = frozenset(("reporter", "writer"))
_LONGEST_LINK: Final = 80
_REACH: Final = 12
_LONGEST_USER: Final = 60
_LONGEST_LEAD: Final = 50
_LONGEST_LABEL: Final = 30
_CRUMB: Final = (">", "»", "›", "/")  # between the names of sections
_NEAR: Final = 3
_MOST_LINKS: Final = 8


def from_rel(scene: Scene) -> Iterator[Credit]:
    yield from _linked(scene, strict=True)


def from_links(scene: Scene) -> Iterator[Credit]:
    yield from _linked(scene, strict=False)


def _linked(scene: Scene, *, strict: bool) -> Iterator[Credit]:
    """Read links to the pages of authors, which ``rel`` or their address tell."""
    runs = scene.page.flow.runs
    people: list[Contributor] = []
    raws: list[str] = []
    where = first = last = None
    for at in scene.head:
        run = runs[at]
        if not run.spans or is_caption(run):
            continue
        if last is not None and abs(at - last) > _NEAR:
            break
        for span in run.spans[:_MOST_LINKS]:
            for each in _one_link(run, span, scene, strict=strict):
                known = [one.name.casefold() for one in people]
                if each.name.casefold() not in known:
                    people.append(each)
                    raws.append(each.name)
                    if first is None:
                        first, where = at, span.element
                    last = at
    if people:
        below = first is not None and first > scene.region.headline
        yield Credit(
            tuple(people[:MOST_AUTHORS]), "; ".join(raws), where, "href", below
        )


def _one_link(run: Run, span: Span, scene: Scene, *, strict: bool) -> list[Contributor]:
    """Return the authors whom one link names."""
    if span.kind != "link":
        return []
    if strict and "author" not in (span.element.get("rel") or ""):
        return []
    text = " ".join("".join(run.pieces[span.start : span.stop]).split())
    text = text.replace("\0", " ")
    if not 0 < len(text) <= _LONGEST_LINK:
        return []
    href = span.element.get("href") or ""
    if (
        not strict
        and (
            (" " not in text and text.isascii())  # as no full name is
            or not _AUTHOR_LINK.search(href[:500])
        )
    ):
        return []
    before = "".join(run.pieces[: span.start])
    if len(before.strip()) > _LONGEST_LEAD:
        return []
    if OTHER_PART.search(before[-60:]):
        return []
    if not strict and ">" in run.text:
        return []
    found = scene.authors(text)
    return [
        changed(less_title(each), {"url": address_of(href)})
        for each in found
        if strict or (is_full(each) and _tells(href, each.name))
    ]


def _tells(href: str, name: str) -> bool:
    """Whether an address holds a part of a name, as far as letters can tell."""
    bare = key_of(href[-200:])
    parts = [key_of(part) for part in name.split()]
    return not name.isascii() or any(len(part) > 2 and part in bare for part in parts)


def from_bylines(scene: Scene) -> Iterator[Credit]:
    yield from _named_bylines(scene, scene.head)


def from_foot(scene: Scene) -> Iterator[Credit]:
    """Read bylines below the body, where comments have some too."""
    runs = scene.page.flow.runs
    foot = _foot(scene)
    yield from _led_runs(scene, [at for at in foot if _may_credit(runs, at)])
    inside = range(scene.region.first, min(scene.region.last, len(runs)))
    yield from _led_runs(scene, [at for at in inside if _is_credit(runs[at].text)])
    for credit in _named_bylines(scene, foot):
        if all(is_full(each) and not is_title(each.name) for each in credit.people):
            yield credit


_COMMENT: Final = (
    bits_of("comment") | bits_of("comments") | bits_of("reply") | bits_of("replies")
)
_SAYS: Final = words(
    "say says said wrote writes sagt meint schreibt schrieb dice dijo dit zegt skriver"
    " pisze"
)


def from_foot_lines(scene: Scene) -> Iterator[Credit]:
    """Read lines below the body that have *by* in them, as teasers have too."""
    runs = scene.page.flow.runs
    yield from _led_runs(
        scene, [at for at in _foot(scene) if not _may_credit(runs, at)]
    )


def _foot(scene: Scene) -> list[int]:
    """Return the numbers of the runs below the body that may be of the article."""
    runs = scene.page.flow.runs
    return [
        at
        for at in scene.tail[:_REACH]
        if not _is_comment(runs[at]) and not _is_of_others(runs[at].text)
    ]


def _is_comment(run: Run) -> bool:
    """Whether a run belongs to a comment, by its words or the boxes around it."""
    if len(run.text) <= _LONGEST_USER:
        parts = run.text.casefold().replace("\n", "|").split("|")
        ends = [word.strip(".,:") for part in parts for word in part.split()[-1:]]
        if not _SAYS.isdisjoint(ends):
            return True
    box = run.box
    while not box.names & _COMMENT:
        if box.parent is None or box.tag == "article":
            return False
        box = box.parent
    return box.tag != "body"


_GENRE: Final = re.compile(
    r"\W*(?:analys|column|comment|interview|kolumne|kommentar|opinion|reportage|review)"
    r"[^\W\d_]*\s*:",
    re.IGNORECASE,
)


def _may_credit(runs: list[Run], at: int) -> bool:
    """Whether a line below the text, where other articles are named, begins as one."""
    text = runs[at].text
    return (has_lead(text) or is_posted(text)) and not _GENRE.match(text)


def _is_credit(text: str) -> bool:
    """Whether a line inside the text says no more than who wrote it."""
    return len(text) <= LONGEST_RUN and is_posted(text) and not text.endswith(".")


def _is_of_others(text: str) -> bool:
    """Whether it is a closing line of those who did something else than to write."""
    return not {each.role for each in read_contributors(text)} <= WRITERS


def _named_bylines(scene: Scene, numbers: list[int]) -> Iterator[Credit]:
    """Read what is named a byline: elements in lines, and boxes."""
    runs = scene.page.flow.runs
    named: dict[int, list[Any]] = {}
    if numbers:
        low, high = min(numbers), max(numbers)
        for element, _, at in scene.page.flow.inlines:
            if low <= at <= high and bits_of_class(element) & BYLINE:
                named.setdefault(at, []).append(element)
    for at in numbers:
        run = runs[at]
        if is_caption(run) or (run.box.tag == "li" and at < scene.region.headline):
            continue
        below = at > scene.region.headline
        near = at >= scene.region.headline - _NEAR
        for element in named.get(at, ()):
            text = text_of(element)
            if (
                0 < len(text) <= LONGEST_RUN
                and not is_lead(text)
                and not OTHER_PART.search(run.text.partition(text)[0][-60:])
            ):
                yield from _sure_ones(scene, text, element, below=below, near=near)
        if is_named(run) and not _is_after_other_part(runs, at):
            text = _with_next(runs, at) or lines_of(run)
            yield from _sure_ones(scene, text, run.box.element, below=below, near=near)


def _sure_ones(
    scene: Scene, text: str, element: Any, *, below: bool, near: bool
) -> Iterator[Credit]:
    """Read a byline that is one by its name, as far as its words look like it."""
    if is_other_part(text) or text.startswith(_CRUMB):
        return
    led = has_lead(text)
    found = [less_title(each) for each in scene.authors(text)]
    people = tuple(
        [
            each
            for each in found
            if is_full(each) or is_agency(each.name) or (led and is_name(each.name))
        ]
    )
    if people:
        yield Credit(people, text, element, "", below)
    elif 0 < len(found) <= _MOST_BESIDE and near and len(text) <= _LONGEST_USER:
        yield Credit(tuple(found), text, element, "", below)


def _is_after_other_part(runs: list[Run], at: int) -> bool:
    """Whether a label such as ``Reviewed by`` stands alone before a run."""
    before = runs[at - 1].text if at else ""
    return len(before) <= _LONGEST_LABEL and is_other_part(before)


def is_caption(run: Run) -> bool:
    """Whether a run belongs to a picture, by the boxes around it."""
    box = run.box
    for _ in range(3):
        if box.tag in ("figcaption", "figure") or box.names & CAPTION:
            return True
        if box.parent is None:
            return False
        box = box.parent
    return False


def is_named(run: Run) -> bool:
    """Whether the boxes around a run, if small, are named for bylines."""
    box = run.box
    for _ in range(4):
        if box.stop - box.start > 8:
            return False
        if box.names & BYLINE:
            return True
        if box.parent is None:
            return False
        box = box.parent
    return False


def _with_next(runs: list[Run], at: int) -> str:
    """Return a run that is only ``By`` together with the next, else nothing."""
    text = runs[at].text
    if is_lead(text) and at + 1 < len(runs) and len(runs[at + 1].text) < LONGEST_RUN:
        return f"{text} {lines_of(runs[at + 1])}"
    return ""


def from_leads(scene: Scene) -> Iterator[Credit]:
    yield from _led_runs(scene, scene.head)


def _led_runs(scene: Scene, numbers: Iterable[int]) -> Iterator[Credit]:
    """Read runs that begin with ``By``, and have a name after it."""
    runs = scene.page.flow.runs
    for at in numbers:
        run = runs[at]
        led = has_lead(run.text) or (
            _DATED.search(run.text) is not None and has_inner_lead(run.text)
        )
        text = lines_of(run) if led else _with_next(runs, at)
        if not text or is_other_part(text) or _has_facts(text):
            continue
        people = tuple([_less_title(each, scene) for each in scene.authors(text)])
        lone = len(people) == 1 and not (is_full(people[0]) or " " in people[0].name)
        by = is_led_by(text) or has_inner_lead(text)
        short = (
            lone
            and by
            and (
                len(text) <= _LONGEST_USER
                or _DATED.search(text) is not None
                or is_posted(text)
            )
        )
        if lone and not short and (by or not _COLON.search(text)):
            continue
        if people and all(
            short or is_name(each.name) or is_agency(each.name) for each in people
        ):
            below = at > scene.region.headline
            yield Credit(people, run.text, run.box.element, "", below)


def _has_facts(text: str) -> bool:
    """Whether a line has many labels, and others than an author's and of dates."""
    text = text.replace("\n", " ")
    if text.count(": ") <= _MOST_LABELS:
        return False
    return less_labels(text[: first_count(text)]).count(": ") > 1


def _less_title(one: Contributor, scene: Scene) -> Contributor:
    """Return an author without a job title, unless that ends the site's own name."""
    return less_title(one) if scene.is_somebody(one) else one


_NO_BYLINES: Final = words("h1 h2 h3 h4 h5 h6 li")
_DATED: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9][./][0-9]{1,2}[./][0-9]{2}")
_SOURCE: Final = re.compile(
    r"(?:bron|font[e]?|fuente|källa|kaynak|kilde|nguồn|quelle|source|источник|джерело"
    r"|来源|來源|出典|출처)\s?[:：]",
    re.IGNORECASE,
)
_COLON: Final = re.compile("[:：]")
_MOST_LABELS: Final = 2  # more of them may be facts: "Author: ... Pages: ..."
_LONGEST_DATED: Final = 120
_MOST_BESIDE: Final = 3
MOST_BETWEEN: Final = 5  # from one name to the next: " and "
_MOST_REST: Final = 30
_LEAST_TOLD: Final = 20
_LONG_TOLD: Final = 80


def from_dates(scene: Scene) -> Iterator[Credit]:
    """Read a name that stands in one run with a date near the headline."""
    runs = scene.page.flow.runs
    for at in scene.head:
        run = runs[at]
        if (
            at == scene.region.headline
            or len(run.text) > _LONGEST_DATED
            or run.box.tag in _NO_BYLINES
            or not _DATED.search(run.text)
        ):
            continue
        text = lines_of(run)
        dates = find_dates(text)
        if not dates or is_other_part(text) or _SOURCE.search(text):
            continue
        rest = len(text) - sum([found.end - found.start for found in dates])
        for credit in _full_ones(scene, text, run):
            if rest <= sum([len(each.name) for each in credit.people]) + _MOST_REST:
                yield credit


def from_paragraphs(scene: Scene) -> Iterator[Credit]:
    """Read names that are a paragraph of the text, its first or its last."""
    runs = scene.page.flow.runs
    region = scene.region
    # The first that is long enough for a paragraph, and the last.
    end = min(region.first + _NEAR, len(runs))
    for at in range(max(0, region.headline + 1), end):
        if len(runs[at].text) > _LONG_TOLD:
            yield from _names_beside(scene, at, -1)
            if runs[at].box.tag == "p":
                break
    end = min(region.last, len(runs) - 1)
    for at in range(end, max(region.first, end - _NEAR), -1):
        if len(runs[at].text) > _LONG_TOLD:
            yield from _names_beside(scene, at, 1)
            break


def _names_beside(scene: Scene, at: int, step: int) -> Iterator[Credit]:
    """Read a paragraph of names near another on one side, in the same box."""
    runs = scene.page.flow.runs
    box = runs[at].box
    for near in range(at + step, at + step * (_NEAR + 1), step):
        if not scene.region.headline < near < len(runs):
            return
        run = runs[near]
        if (
            run.linked
            or len(run.text) > _LONGEST_USER
            or run.box.tag in _NO_BYLINES
            or run.box.parent is not box.parent
            or run.box.kin != box.kin
            or is_caption(run)
        ):
            continue
        for credit in _full_ones(scene, run.text, run):
            people = credit.people
            rest = len(run.text) - sum([len(each.name) for each in people])
            if rest <= MOST_BETWEEN * (len(people) - 1) and not any(
                is_title(each.name) for each in people
            ):
                yield credit._replace(below=False)


def from_told(scene: Scene) -> Iterator[Credit]:
    """Read a name that stands alone near the headline, and is told of at the foot."""
    runs = scene.page.flow.runs
    for at in scene.head:
        run = runs[at]
        if (
            at > scene.region.headline
            and run.box.tag not in _NO_BYLINES
            and len(run.text) <= _LONGEST_LEAD
            and not run.text.endswith(":")
            and _is_told_of(run.text, scene)
        ):
            yield from _full_ones(scene, lines_of(run), run)


def _full_ones(scene: Scene, text: str, run: Run) -> Iterator[Credit]:
    people = scene.authors(text)
    if 0 < len(people) <= _MOST_BESIDE and all(is_full(each) for each in people):
        yield Credit(people, run.text, run.box.element)


def _is_told_of(name: str, scene: Scene) -> bool:
    """Whether the foot of the article says something of the bearer of a name."""
    runs = scene.page.flow.runs
    for at in scene.region.tail:
        text = runs[at].text
        if text.startswith(name):
            if len(text) > len(name) + _LEAST_TOLD:
                return True
            if text == name and any(
                len(each.text) > _LONG_TOLD for each in runs[at + 1 : at + 3]
            ):
                return True
    return False
