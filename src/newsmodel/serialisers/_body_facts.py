"""What a body says of its article: byline, dateline, headline and the like."""

from collections.abc import Iterable
from typing import Any, Final

from attrs import evolve

from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import name_of, text_of
from newsmodel.model import Block, Heading, ImageCaption, Rights, Source
from newsmodel.rules.credits import credits_in
from newsmodel.rules.dates import read_when
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._datelines import Stated
from newsmodel.serialisers._findings import PlacedFindings, Trace
from newsmodel.serialisers._makers import Makers

_SHOWN: Final = 200


def take_facts(
    body: BodyReader, findings: PlacedFindings, makers: Makers
) -> list[Stated]:
    """Take what a body says, where nothing else did; return its datelines."""
    datelines: list[Stated] = []
    subtitles: list[tuple[str, Trace]] = []
    bylines: dict[str, Trace] = {}
    titles: list[tuple[str, Trace]] = []
    for field, text, element in body.facts:
        trace = Trace(f"{field}-in-text", text, element)
        if field == "dateline":
            datelines.append((_dateline(element), element))
        elif field == "subtitle":
            if text != findings.fields.get("headline"):
                subtitles.append((text, trace))
        elif field == "title":
            titles.append((text, trace))
        elif text == findings.fields.get(field):
            continue
        elif field == "byline":
            bylines.setdefault(text, trace)
        elif field == "distributor":
            source = Source(name=text, kind=kind_of_publisher(text))
            findings.offer("source", source, trace)
        elif field == "rights":
            findings.offer("rights", Rights(notice=text), trace)
        else:
            findings.offer(field, text, trace)
    for text, trace in titles:
        if "headline" not in findings.fields:
            findings.offer("headline", text, trace)
        elif text != findings.fields["headline"]:
            findings.left_out(trace.place, text)
    _take_bylines(bylines, findings, makers)
    for text, trace in subtitles:
        findings.offer("standfirst", text, trace)
    without_headline(body, findings)
    return datelines


def _take_bylines(
    bylines: dict[str, Trace], findings: PlacedFindings, makers: Makers
) -> None:
    """Take the byline of a text, or all of them where each has its element.

    What is one by its class alone may be that of a picture or of a box.
    """
    named = [text for text in bylines if name_of(bylines[text].place) == "byline"]
    taken = named or list(bylines)[:1]
    if not taken:
        return
    is_new = findings.offer("byline", "\n".join(taken), bylines[taken[0]])
    if is_new and not makers.has_author:
        for text in taken:
            makers.add_byline(_names(bylines[text].place), bylines[text])


def without_headline(body: BodyReader, findings: PlacedFindings) -> None:
    """Leave out headings that open a text and repeat the headline or standfirst."""
    known = {findings.fields.get(field) for field in ("headline", "standfirst")}
    opening = 0
    for block in body.blocks:
        if not isinstance(block, Heading) or " ".join(block.text.split()) not in known:
            break
        findings.note(None, "repeated", f"a heading is left out: {block.text[:_SHOWN]}")
        opening += 1
    body.drop_first(opening)


def credited(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks, the captions with those whom their credit lines name."""
    return [
        evolve(block, credits=credits_in(block.credit_line))
        if isinstance(block, ImageCaption) and block.credit_line and not block.credits
        else block
        for block in blocks
    ]


def _dateline(element: Any) -> str:
    """Return a dateline as it is printed, without the dates of machines."""
    machine = [
        each
        for each in element.iter()
        if name_of(each) == "story.date" and read_when(text_of(each))
    ]
    return text_of(element, ("story.date",) if machine else ())


def _names(element: Any) -> str:
    """Return the names in a byline, without titles and places."""
    return text_of(element, ("byttl", "location"))
