"""Reads ninjs 1.x, 2.x and 3.x, and superdesk's dialect of it."""

from collections.abc import Iterator
from typing import Any

from newsmodel.errors import Location
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.decoding import decode
from newsmodel.model import Paragraph
from newsmodel.serialisers._datelines import offer_dateline
from newsmodel.serialisers._findings import Trace
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import Item, line_of, squeezed, text_of
from newsmodel.serialisers.ninjs._body import read_body
from newsmodel.serialisers.ninjs._document import news_objects
from newsmodel.serialisers.ninjs._facts import read_facts
from newsmodel.serialisers.ninjs._people import byline_in, read_makers, read_source
from newsmodel.serialisers.ninjs._pictures import Picture, read_picture
from newsmodel.serialisers.ninjs._read_own import is_own, read_own
from newsmodel.serialisers.ninjs._texts import Written, best, written_in
from newsmodel.serialisers.ninjs._vocabulary import (
    ABOUT_THE_DOCUMENT,
    BYLINE,
    FORMAT,
    MAIN_HEADLINES,
    PICTURES,
    RENDITIONS,
    STANDFIRSTS,
)


def read(data: bytes | str, url: str | None, *, quiet: bool = False) -> Explanation:
    """Return the article of a ninjs document, and unless quiet, how it was read.

    Raises:
        ParseError: If it is no JSON, or holds no news object.
    """
    text, notes = decode(data)
    return _explained(news_objects(text)[0], notes, url, quiet=quiet)


def read_all(data: bytes | str, url: str | None) -> Iterator[Explanation]:
    """Yield the articles of a list, in order.

    Raises:
        ParseError: If it is no JSON, or holds no news object.
    """
    text, notes = decode(data)
    found = news_objects(text)
    for each in found:
        yield _explained(each, notes, url if len(found) == 1 else None, quiet=False)


def _explained(
    document: dict[str, Any], notes: tuple[Note, ...], url: str | None, *, quiet: bool
) -> Explanation:
    if is_own(document):
        try:
            return read_own(document, list(notes))
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            # A claim and no more: such a document is read as anybody's.
            message = f"not what newsmodel writes, so read by rules: {error}"
            where = Location(path="$.profile")
            notes = (*notes, Note(code="profile", message=message, location=where))
    findings = Findings(notes, quiet=quiet)
    if url:
        findings.fields["url"] = url
    return _read_item(Item(document, "$"), findings)


def _read_item(item: Item, findings: Findings) -> Explanation:
    """Read all fields, then the body, then the quotes in it."""
    picture = None
    if line_of(item.peek("type")).lower() in PICTURES:
        # Its descriptions, renditions and byline stay to be read again: what is
        # shown below a picture is not the article's standfirst.
        picture = read_picture(Item(item.fields, "$"))
        item.take(*RENDITIONS)
    _read_texts(item, picture, findings)
    read_facts(item, findings)
    makers = read_makers(item, findings)
    body = read_body(item, picture, findings, makers)
    makers.settle()
    read_source(item, findings)
    located = item.take("located")
    place = line_of(located.value) if located else ""
    places = [(place, located.path)] if located and place else []
    paragraphs = [each for each in body.blocks if isinstance(each, Paragraph)]
    offer_dateline(findings, body.datelines, places, paragraphs)
    findings.leave_out_the_rest(item, ABOUT_THE_DOCUMENT)
    return findings.explanation(FORMAT, body=body.quoted())


def _read_texts(item: Item, picture: Picture | None, findings: Findings) -> None:
    headlines = written_in(item, "headlines", "headline")
    main = best(headlines, MAIN_HEADLINES) or next(iter(headlines), None)
    _offer("headline", main, headlines, findings)
    if title := item.take("title"):
        said = text_of(title.value)
        if main is None:
            findings.take("headline", said, "title", title)
        elif squeezed(said) != squeezed(main.text):
            findings.left_out(title.path, said, "another headline was taken")
    descriptions = written_in(item, "descriptions", "description")
    if picture is None:
        lead = best(descriptions, STANDFIRSTS)
        _offer("standfirst", lead, descriptions, findings)
    if found := item.take("slugline"):
        findings.take("slugline", line_of(found.value), "slugline", found)
    if found := item.take("ednote"):
        findings.take("editorial_note", text_of(found.value), "ednote", found)
    if found := item.take(*BYLINE):
        findings.take("byline", text_of(found.value), "byline", found)
    elif lines := byline_in(item):
        findings.offer("byline", lines, Trace("bylines", lines, "$.bylines"))


def _offer(
    field: str, chosen: Written | None, texts: list[Written], findings: Findings
) -> None:
    """Offer the chosen of some texts; tell of those that say something else."""
    known = ""
    if chosen and (text := chosen.text):
        known = squeezed(text)
        rule = f"{field}-{chosen.role or chosen.form}"
        findings.offer(field, text, Trace(rule, chosen.value, chosen.path))
    for each in texts:
        if each is not chosen and squeezed(said := each.text) != known:
            reason = f"another {field} was taken"
            findings.left_out(each.path, line_of(said), reason)
