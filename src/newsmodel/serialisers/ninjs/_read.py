"""Reads ninjs 1.x, 2.x and 3.x, and superdesk's dialect of it."""

from collections.abc import Iterator
from typing import Any

from newsmodel.errors import Location
from newsmodel.evidence import Explanation, Note
from newsmodel.model import (
    Block,
    Dateline,
    Paragraph,
    Source,
)
from newsmodel.parsers._decoding import decode
from newsmodel.rules.datelines import read_dateline
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._datelines import day_of
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, Value, line_of, text_of
from newsmodel.serialisers.ninjs._body import Body
from newsmodel.serialisers.ninjs._document import news_objects
from newsmodel.serialisers.ninjs._facts import Facts
from newsmodel.serialisers.ninjs._people import (
    Maker,
    byline_in,
    read_makers,
    settle,
)
from newsmodel.serialisers.ninjs._pictures import read_picture
from newsmodel.serialisers.ninjs._placing import squeezed
from newsmodel.serialisers.ninjs._read_own import is_own, read_own
from newsmodel.serialisers.ninjs._texts import Written, best, written_in
from newsmodel.serialisers.ninjs._vocabulary import (
    ABOUT_THE_DOCUMENT,
    BYLINE,
    FORMAT,
    MAIN_HEADLINES,
    PICTURES,
    RENDITIONS,
    SOURCES,
    STANDFIRSTS,
)


def read(data: bytes | str, url: str | None) -> Explanation:
    """Return the article of a ninjs document, and how it was read.

    Raises:
        ParseError: If it is no JSON, or holds no news object.
    """
    text, notes = decode(data)
    return _explained(news_objects(text)[0], notes, url)


def read_all(data: bytes | str, url: str | None) -> Iterator[Explanation]:
    """Yield the articles of a list, in order.

    Raises:
        ParseError: If it is no JSON, or holds no news object.
    """
    text, notes = decode(data)
    found = news_objects(text)
    for each in found:
        yield _explained(each, notes, url if len(found) == 1 else None)


def _explained(
    document: dict[str, Any], notes: tuple[Note, ...], url: str | None
) -> Explanation:
    if is_own(document):
        try:
            return read_own(document, list(notes))
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            # A claim and no more: such a document is read as anybody's.
            message = f"not what newsmodel writes, so read by rules: {error}"
            where = Location(path="$.profile")
            notes = (*notes, Note(code="profile", message=message, location=where))
    return _Reader(Item(document, "$"), Findings(notes)).read(url)


class _Reader:
    """Reads one item with what is associated with it."""

    def __init__(self, item: Item, findings: Findings) -> None:
        self._item = item
        self._findings = findings
        self._byline_path = "$.bylines"
        self._is_picture = line_of(item.peek("type")).lower() in PICTURES

    def read(self, url: str | None) -> Explanation:
        """Read all fields, then the body, then the quotes in it."""
        if url:
            self._findings.fields["url"] = url
        picture = None
        if self._is_picture:
            # Its descriptions, renditions and byline stay to be read again: what
            # is shown below a picture is not the article's standfirst.
            picture = read_picture(Item(self._item.fields, "$"))
            self._item.take(*RENDITIONS)
        self._texts()
        Facts(self._item, self._findings).read()
        body = Body(self._item, self._findings)
        body.read(picture)
        self._makers()
        self._dateline(body.blocks)
        self._leave_out_the_rest()
        return self._findings.explanation(FORMAT, body=body.quoted())

    # Texts.

    def _offer(self, field: str, value: Any, rule: str, found: Value) -> None:
        if value:
            raw = text_of(found.value)
            self._findings.offer(field, value, Trace(rule, raw, found.path))

    def _texts(self) -> None:
        headlines = written_in(self._item, "headlines", "headline")
        main = best(headlines, MAIN_HEADLINES) or next(iter(headlines), None)
        if main:
            self._offer_text("headline", main)
        self._others(headlines, main, "headline")
        if title := self._item.take("title"):
            said = text_of(title.value)
            if main is None:
                self._offer("headline", said, "title", title)
            elif squeezed(said) != squeezed(main.text):
                reason = "another headline was taken"
                self._findings.left_out(title.path, said, reason)
        descriptions = written_in(self._item, "descriptions", "description")
        if not self._is_picture:
            lead = best(descriptions, STANDFIRSTS)
            if lead:
                self._offer_text("standfirst", lead)
            self._others(descriptions, lead, "description")
        for field, name in (("slugline", "slugline"), ("editorial_note", "ednote")):
            if found := self._item.take(name):
                tidy = line_of if field == "slugline" else text_of
                self._offer(field, tidy(found.value), name, found)
        if found := self._item.take(*BYLINE):
            self._offer("byline", text_of(found.value), "byline", found)
            self._byline_path = found.path
        elif lines := byline_in(self._item):
            trace = Trace("bylines", lines, "$.bylines")
            self._findings.offer("byline", lines, trace)

    def _offer_text(self, field: str, written: Written) -> None:
        if text := written.text:
            rule = f"{field}-{written.role or written.form}"
            self._findings.offer(field, text, Trace(rule, written.value, written.path))

    def _others(self, texts: list[Written], chosen: Written | None, noun: str) -> None:
        """Tell of texts that say something else than the chosen one."""
        known = squeezed(chosen.text) if chosen else ""
        for each in texts:
            if each is not chosen and squeezed(said := each.text) != known:
                reason = f"another {noun} was taken"
                self._findings.left_out(each.path, line_of(said), reason)

    # Who.

    def _makers(self) -> None:
        item, findings = self._item, self._findings
        makers: list[Maker] = read_makers(item, findings)
        byline = findings.fields.get("byline", "")
        contributors = settle(byline, makers)
        if contributors:
            first = contributors[0]
            path = self._byline_path if byline or not makers else makers[0].path
            trace = Trace("byline" if byline else "authors", byline or first.name, path)
            findings.offer("contributors", tuple(contributors), trace)
        self._source()

    def _source(self) -> None:
        item, findings = self._item, self._findings
        for name in SOURCES:
            if found := item.take(name):
                said = text_of(found.value).partition("\n")[0]
                self._offer_source(line_of(said), name, found.path)
        holder = item.peek("copyrightholder")
        if holder and "source" not in findings.fields:
            self._offer_source(line_of(holder), "copyright-holder", "$.copyrightholder")

    def _offer_source(self, name: str, rule: str, path: str) -> None:
        if name:
            source = Source(name=name, kind=kind_of_publisher(name))
            self._findings.offer("source", source, Trace(rule, name, path))

    def _dateline(self, blocks: list[Block]) -> None:
        located = self._item.take("located")
        place = line_of(located.value) if located else ""
        reading = None
        for block in blocks:
            if isinstance(block, Paragraph):
                reading = read_dateline(block.text)
                break
        if reading and not reading.sure:
            reading = None
        text = reading.text if reading else None
        place = place or (reading.place if reading and reading.place else "")
        if text or place:
            day = day_of(reading, self._findings.fields.get("published"))
            dateline = Dateline(text=text or None, place=place or None, date=day)
            path = located.path if located else "$"
            self._findings.offer(
                "dateline", dateline, Trace("located", place or text or "", path)
            )

    def _leave_out_the_rest(self) -> None:
        for said, path in self._item.rest():
            name = path.rpartition(".")[2].lower()
            if name not in ABOUT_THE_DOCUMENT:
                self._findings.left_out(path, said)
