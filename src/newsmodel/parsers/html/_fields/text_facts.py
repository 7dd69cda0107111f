"""What the text of an article and the lines around it say of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from newsmodel.markup.flow import fold
from newsmodel.markup.json_ld import string_of
from newsmodel.model import Dateline
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.topic_facts import split_keywords
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.closing import read_rights, read_source
from newsmodel.rules.counts import read_count
from newsmodel.rules.datelines import read_dateline
from newsmodel.rules.dates import nearest
from newsmodel.rules.languages import language_of

_ENOUGH: Final = 1200
_REACH: Final = 40
_BELOW: Final = 25
_COUNTED: Final = re.compile("[0-9]")
_BAR: Final = re.compile(r"\s*(?:[|·•\t\n()]|,(?![0-9]))\s*")
_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|keywords?|themen?|schlag(?:wort|worte|woerter)|temas?|etiquetas?"
    r"|mots?-cles?|themes?|argoment[io]|trefwoord|onderwerp|amne|emne|etiket|teg)/",
    re.IGNORECASE,
)


def read_language(page: Page, body: Body, findings: Findings) -> None:
    """Read the language of the text where none is stated, or the usual default.

    Makers of templates leave ``lang="en"`` in, whatever their users write.
    """
    stated = findings.fields.get("language")
    if stated not in (None, "en", "en-US") or "language" in findings.settled:
        return
    runs = page.flow.runs
    text = " ".join([runs[each].text for each in body.runs[:8]])
    if stated and text.count(" the ", 0, _ENOUGH) > 1:
        return  # the usual case, and quickly told
    language = language_of(text)
    if language and language != "en":
        if stated:
            del findings.fields["language"]
            trace = Trace("stated", stated)
            findings.lose("language", trace, "the text is in another language")
        findings.offer("language", language, Trace("words-of-text", text))
    elif language and not stated:
        findings.offer("language", language, Trace("words-of-text", text))


def read_tags(page: Page, body: Body, findings: Findings) -> None:
    """Read the tags below the text, which many a page has nowhere else."""
    if "keywords" in findings.fields or not body.runs:
        return
    found: list[str] = []
    place = None
    for run in page.flow.runs[body.last + 1 : body.last + 1 + _BELOW]:
        tags = [
            fold("".join(run.pieces[span.start : span.stop]))
            for span in run.spans
            if span.kind == "link" and _is_tag(span.element)
        ]
        if found and not tags:
            break  # of the tags of other articles there may be more
        if tags and not found:
            place = run.box.element
        found += tags
    if keywords := split_keywords(found):
        trace = Trace("tags-below-text", ", ".join(found), place)
        findings.offer("keywords", keywords, trace)


def _is_tag(link: Any) -> bool:
    """Whether a link leads to all that has a tag."""
    rel = link.get("rel")
    if rel and "tag" in rel.lower().split():
        return True
    return _TAG_PATH.search((link.get("href") or "")[:300]) is not None


def read_closing(page: Page, body: Body, findings: Findings) -> set[int]:
    """Take lines out of the end of the body that say whose it is."""
    taken: set[int] = set()
    runs = page.flow.runs
    for at in body.runs[-6:]:
        text = runs[at].text
        if len(text) > 400:
            continue
        if rights := read_rights(text):
            # It stands in the article itself, so it goes before what others say.
            if "rights" not in findings.settled:
                findings.fields.pop("rights", None)
            trace = Trace("copyright-line", text, runs[at].box.element)
            findings.offer("rights", rights, trace)
            taken.add(at)
        elif source := read_source(text):
            trace = Trace("source-line", text, runs[at].box.element)
            findings.offer("source", source, trace)
            taken.add(at)
    return taken


def read_counts(page: Page, body: Body, at: int, findings: Findings) -> None:
    """Read what is counted about the article, between its headline and text."""
    runs = page.flow.runs
    first = body.first if body.runs else len(runs)
    start = max(at - 6, 0) if at else max(first - _REACH, 0)
    for run in runs[start : min(first + 1, start + _REACH)]:
        if len(run.text) > 120 or not _COUNTED.search(run.text):
            continue
        is_read, refused = False, ""
        for part in dict.fromkeys(_parts(run.text, run.pieces)):
            count = read_count(part)
            if count is None:
                continue
            trace = Trace(count.rule, part, run.box.element)
            if count.field is None:
                message = f"{part!r} has no field in an article"
                findings.note("count-skipped", message, run.box.element)
            elif count.value is None:
                refused = refused or part
            else:
                is_read = True
                findings.offer(count.field, count.value, trace)
        # Of "June 1, 2024 1,284 views" a part is no number, and a part of that is.
        if refused and not is_read:
            message = f"{refused!r} is no number that an article can hold"
            findings.note("count-refused", message, run.box.element)


def _parts(text: str, pieces: Sequence[str]) -> Iterator[str]:
    yield text
    if len(pieces) > 1:
        for piece in pieces[:20]:
            yield piece.strip()
    yield from _BAR.split(text)


def read_place_and_day(
    page: Page, body: Body, taken: set[int], findings: Findings
) -> None:
    """Read the dateline that opens the text, which stays there."""
    runs = page.flow.runs
    for at in body.runs[:4]:
        if at in taken or len(runs[at].text) < 60:
            continue
        text = runs[at].text
        reading = read_dateline(text)
        if reading is None or not (reading.sure or text[-1] in '.!?…”"'):
            return
        day = _day_of(reading.day, page) if reading.day else None
        dateline = Dateline(text=reading.text, place=reading.place, date=day)
        trace = Trace(reading.rule, reading.text, runs[at].box.element)
        findings.offer("dateline", dateline, trace)
        return


def _day_of(day: tuple[int, int, int | None], page: Page) -> date | None:
    """Return the day of a dateline; its year is that of publication, if unsaid."""
    month, number, year = day
    if year:
        try:
            return date(year, month, number)
        except ValueError:
            return None
    raw = string_of(page.article.get("datePublished"))
    raw = raw or page.meta("article:published_time")
    try:
        return nearest(month, number, date.fromisoformat(raw[:10]))
    except ValueError:
        return None
