"""Reads ninjs 1.x, 2.x and 3.x, and superdesk's dialect of it."""

import json
import re
from typing import Any, Final

from attrs import evolve

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.plain import paragraphs_of
from newsmodel.markup.xml import local_name, parse_xml
from newsmodel.model import (
    Block,
    Dateline,
    Heading,
    ImageCaption,
    Paragraph,
    Quote,
    Rights,
    Source,
)
from newsmodel.parsers._decoding import decode
from newsmodel.rules._words import words
from newsmodel.rules.datelines import read_dateline
from newsmodel.rules.iso_dates import read_iso_date
from newsmodel.rules.languages import language_of, language_tag
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, Value, line_of, text_of
from newsmodel.serialisers._quoting import with_quotes
from newsmodel.serialisers.ninjs._people import (
    Maker,
    byline_in,
    read_makers,
    settle,
)
from newsmodel.serialisers.ninjs._pictures import Picture, read_film, read_picture
from newsmodel.serialisers.ninjs._read_own import is_own, read_own
from newsmodel.serialisers.ninjs._subjects import read_subject, read_subjects
from newsmodel.serialisers.ninjs._texts import Written, best, written_in
from newsmodel.serialisers.ninjs._vocabulary import (
    ABOUT_THE_DOCUMENT,
    ASSOCIATIONS,
    BYLINE,
    EMBARGOED,
    FILMS,
    FORMAT,
    GENRES,
    GUID,
    MAIN_HEADLINES,
    MODIFIED,
    PICTURES,
    PUBLISHED,
    SECTIONS,
    SOURCES,
    STANDFIRSTS,
    SUBJECTS,
)

_STATUSES: Final = {
    "usable": "usable",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}
_WHOLE: Final = re.compile(r"[0-9]{1,15}")
# Where the front picture stands by the name of its association.
_LEADS: Final = ("featuremedia", "featured", "lead", "leadimage", "hero")
_REPEATED: Final = 60
# What interfaces wrap their items in.
_WRAPPERS: Final = ("data", "item", "items", "_items", "content", "result", "results")
_DEEPEST: Final = 6
_SQUEEZE: Final = re.compile(r"\W+")
_NEWS: Final = words(
    "uri guid headline headlines body_html body_text body_xhtml bodies type"
    " versioncreated slugline description_text descriptions"
)


def read(data: bytes | str, url: str | None) -> Explanation:
    """Return the article of a ninjs document, and how it was read.

    Raises:
        ParseError: If it is no JSON, or holds no news object.
    """
    text, notes = decode(data)
    document = _document(text)
    if is_own(document):
        try:
            return read_own(document, list(notes))
        except (ValueError, TypeError, AttributeError) as error:
            # A claim and no more: such a document is read as anybody's.
            message = f"not what newsmodel writes, so read by rules: {error}"
            where = Location(path="$.profile")
            notes = (*notes, Note(code="profile", message=message, location=where))
    findings = Findings(notes)
    reader = _Reader(Item(document, "$"), findings)
    reader.read(url)
    return reader.explanation()


def _document(text: str) -> dict[str, Any]:
    """Return the object that a document is, or the first of a list."""
    try:
        document = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        where = Location(line=error.lineno, offset=error.pos)
        raise ParseError(f"no JSON: {error.msg}", FORMAT, where) from error
    except (RecursionError, ValueError) as error:  # a number of 5,000 digits
        raise ParseError("no JSON that can be read", FORMAT) from error
    document = _unwrapped(document)
    if not _is_news(document):
        advice = "ninjs has one object with a uri, a headline or a body"
        raise ParseError("there is no news object", FORMAT, Location(path="$"), advice)
    found: dict[str, Any] = document
    return found


def _unwrapped(value: Any) -> Any:
    """Return the first news object in a list, or in what an interface wraps it in."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            inner = [each for each in value if isinstance(each, dict)]
            value = next(filter(_is_news, inner), inner[0] if inner else None)
        elif isinstance(value, dict) and not _is_news(value):
            inner = [value[name] for name in _WRAPPERS if name in value]
            if not inner:
                break
            value = inner[0]
        else:
            break
    return value


def _is_news(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return not _NEWS.isdisjoint([name.lower() for name in value])


class _Reader:
    """Reads one item with what is associated with it."""

    def __init__(self, item: Item, findings: Findings) -> None:
        self._item = item
        self._findings = findings
        self._is_picture = line_of(item.peek("type")).lower() in PICTURES
        self._blocks: list[Block] = []
        # What the markup says of blocks, by their identity, since they move.
        self._said: dict[int, list[Quote]] = {}
        self._speech: list[int] = []

    def read(self, url: str | None) -> None:
        """Read all fields, then the body, then the quotes in it."""
        if url:
            self._findings.fields["url"] = url
        picture = None
        if self._is_picture:
            # Its descriptions, renditions and byline stay to be read again: what
            # is shown below a picture is not the article's standfirst.
            picture = read_picture(Item(self._item.fields, "$"))
        self._texts()
        self._facts()
        self._dates()
        self._classify()
        self._body(picture)
        self._makers()
        self._dateline()
        self._leave_out_the_rest()

    def explanation(self) -> Explanation:
        """Return the article, its quotes found, and how it was read."""
        fields = self._findings.fields
        language = fields.get("language")
        if language is None:
            sample = "\n".join([each.text for each in self._blocks[:12]])[:1200]
            language = language_of(sample)
        at = {id(block): at for at, block in enumerate(self._blocks)}
        said = {at[key]: quotes for key, quotes in self._said.items() if key in at}
        speech = [at[key] for key in self._speech if key in at]
        blocks = with_quotes(self._blocks, language, said, speech)
        return self._findings.explanation(FORMAT, body=blocks)

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
            elif _plain(said) != _plain(main.text):
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
        elif lines := byline_in(self._item):
            trace = Trace("bylines", lines, "$.bylines")
            self._findings.offer("byline", lines, trace)

    def _offer_text(self, field: str, written: Written) -> None:
        if text := written.text:
            rule = f"{field}-{written.role or written.form}"
            self._findings.offer(field, text, Trace(rule, written.value, written.path))

    def _others(self, texts: list[Written], chosen: Written | None, noun: str) -> None:
        """Tell of texts that say something else than the chosen one."""
        known = _plain(chosen.text) if chosen else ""
        for each in texts:
            if each is not chosen and _plain(said := each.text) != known:
                reason = f"another {noun} was taken"
                self._findings.left_out(each.path, line_of(said), reason)

    # Facts.

    def _facts(self) -> None:
        item = self._item
        if found := item.take(*GUID):
            self._offer("guid", line_of(found.value), "identifier", found)
        if found := item.take("version"):
            said = line_of(found.value)
            if _WHOLE.fullmatch(said):
                self._findings.offer(
                    "version", int(said), Trace("version", said, found.path)
                )
            else:
                self._findings.left_out(found.path, said, "it is no number")
        if found := item.take("language"):
            tag = language_tag(line_of(found.value))
            if tag:
                self._offer("language", tag, "language", found)
            else:
                said = line_of(found.value)
                self._findings.left_out(found.path, said, "it is no language tag")
        if found := item.take("urgency"):
            said = line_of(found.value)
            if _WHOLE.fullmatch(said) and 1 <= int(said) <= 9:
                self._offer("urgency", int(said), "urgency", found)
            else:
                self._findings.left_out(found.path, said, "it is not 1 to 9")
        if found := item.take("pubstatus"):
            said = line_of(found.value).lower().rpartition(":")[2].rpartition("/")[2]
            if said in _STATUSES:
                self._offer("status", _STATUSES[said], "status", found)
            else:
                self._findings.left_out(found.path, said)
        self._rights()
        for each in item.items(*SECTIONS):
            found = Value(each.fields.get("name"), each.path)
            if not self._findings.fields.get("section"):
                self._offer("section", each.line("name", "code"), "service", found)
            else:
                self._findings.left_out(each.path, each.line("name", "code"))
        for each in item.items("altids"):
            role, value = each.line("role", "name"), each.line("value")
            if role == "url" and value and "url" not in self._findings.fields:
                trace = Trace("alternative-id", value, each.path)
                self._findings.offer("url", value, trace)
            elif value:
                self._findings.left_out(each.path, f"{role}: {value}")

    def _rights(self) -> None:
        item = self._item
        found = item.take("copyrightholder")
        holder = line_of(found.value) if found else ""
        notice, terms = item.take("copyrightnotice"), item.take("usageterms")
        parts = {
            "holder": holder,
            "notice": text_of(notice.value) if notice else "",
            "terms": text_of(terms.value) if terms else "",
        }
        given = {name: text for name, text in parts.items() if text}
        if given:
            first = found or notice or terms or Value("", "$")
            trace = Trace("rights", "; ".join(given.values()), first.path)
            self._findings.offer("rights", Rights(**given), trace)

    def _dates(self) -> None:
        refused: set[str] = set()
        for field, names in (
            ("published", PUBLISHED),
            ("modified", MODIFIED),
            ("embargoed", EMBARGOED),
        ):
            for name in names:
                found = self._item.take(name)
                if found is None:
                    continue
                said = line_of(found.value)
                when = read_iso_date(said)
                if when is None and name not in refused:
                    refused.add(name)
                    message = f"{name} is no date: {said[:60]}"
                    self._findings.note("date-refused", message, found.path)
                elif when is not None:
                    trace = Trace(name, said, found.path)
                    self._findings.offer(field, when, trace)

    def _classify(self) -> None:
        subjects, keywords = read_subjects(self._item.items(*SUBJECTS))
        for value in self._listed("keywords"):
            keywords.append(value)
        if subjects:
            trace = Trace("subjects", subjects[0].name or subjects[0].code or "", "$")
            self._findings.offer("subjects", tuple(subjects), trace)
        if keywords:
            trace = Trace("keywords", ", ".join(keywords), "$.keywords")
            self._findings.offer("keywords", tuple(dict.fromkeys(keywords)), trace)
        for at, each in enumerate(self._item.items(*GENRES)):
            genre = read_subject(each)
            if genre and not at:
                trace = Trace("genre", genre.name or genre.code or "", each.path)
                self._findings.offer("genre", genre, trace)
            elif genre:
                said = genre.name or genre.code or ""
                self._findings.left_out(each.path, said, "another genre was taken")

    def _listed(self, name: str) -> list[str]:
        return [line for each in self._item.items(name) if (line := each.line("name"))]

    # Who.

    def _makers(self) -> None:
        item, findings = self._item, self._findings
        makers: list[Maker] = read_makers(item, findings)
        byline = findings.fields.get("byline", "")
        contributors = settle(byline, makers)
        if contributors:
            first = contributors[0]
            path = "$.by" if byline else "$.authors"
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

    # The body.

    def _body(self, picture: Picture | None) -> None:
        bodies = written_in(self._item, "bodies", "body")
        pictures, films, texts = self._associated()
        body = _best_body(bodies)
        read = self._read_body(body) if body else None
        blocks = read.blocks if read else []
        self._others_of(bodies, body)
        if self._is_picture and picture:
            if [_plain(each.text) for each in blocks] == [_plain(picture.caption.text)]:
                blocks = []  # superdesk repeats the caption of a picture as its body
            pictures.insert(0, picture._replace(name=_LEADS[0]))
        blocks = self._without_headline(blocks)
        self._blocks = _placed(blocks, pictures) + films
        for path, said in texts:
            self._findings.left_out(path, said, "it is an item of its own")
        if self._blocks:
            trace = Trace(
                f"body-{body.role or body.form}" if body else "associations",
                self._blocks[0].text,
                body.path if body else "$.associations",
            )
            self._findings.witness("body", trace)
        self._drop_repeated_standfirst()

    def _read_body(self, body: Written) -> BodyReader:
        def note(element: Any, code: str, message: str) -> None:
            path = f"{body.path} {local_name(element)}"
            self._findings.note(code, message, path)

        reader = BodyReader(note)
        if body.form == "plain":
            reader.blocks += [
                Paragraph(text=each) for each in paragraphs_of(body.value)
            ]
        elif (root := self._tree(body)) is not None:
            reader.read(root)
        blocks = reader.blocks
        self._said = {id(blocks[at]): said for at, said in reader.said.items()}
        self._speech = [id(blocks[at]) for at in reader.speech]
        for field, text, element in reader.facts:
            path = f"{body.path} {local_name(element)}"
            if field in ("byline", "standfirst", "headline"):
                self._findings.offer(field, text, Trace(f"{field}-in-body", text, path))
            elif field == "distributor":
                self._offer_source(text, "distributor-in-body", path)
            else:
                self._findings.left_out(path, text)
        return reader

    def _tree(self, body: Written) -> Any:
        """Return the tree of a body, of XML if it is: NITF, or something like it."""
        if body.form == "xml":
            try:
                return parse_xml(body.value, FORMAT)
            except ParseError:  # TT leaves most of its elements open
                pass
        return parse_fragment(body.value, self._findings.notes)

    def _others_of(self, bodies: list[Written], body: Written | None) -> None:
        for each in bodies:
            if each is not body:
                reason = "another rendition of the body was taken"
                self._findings.left_out(each.path, line_of(each.value[:400]), reason)

    def _without_headline(self, blocks: list[Block]) -> list[Block]:
        """Return blocks without the headline that some bodies begin with."""
        headline = _plain(self._findings.fields.get("headline", ""))
        first = blocks[0] if blocks else None
        if (
            headline
            and isinstance(first, Heading | Paragraph)
            and len(blocks) > 1
            and _plain(first.text) == headline
        ):
            self._findings.note("repeated", "the body begins with the headline", "$")
            return blocks[1:]
        return blocks

    def _drop_repeated_standfirst(self) -> None:
        """Leave out a standfirst that is the start of the text, as cut by machines."""
        standfirst = _plain(self._findings.fields.get("standfirst", ""))
        text = _plain(" ".join([each.text for each in self._blocks[:8]]))
        if standfirst and text.startswith(standfirst[:_REPEATED]):
            self._findings.fields.pop("standfirst")
            message = "the description repeats the start of the text"
            self._findings.note("repeated", message, "$")

    def _associated(
        self,
    ) -> tuple[list[Picture], list[Block], list[tuple[str, str]]]:
        """Return the pictures and films beside the text, and the texts by path."""
        pictures: list[Picture] = []
        films: list[Block] = []
        texts: list[tuple[str, str]] = []
        for item in self._item.items(*ASSOCIATIONS):
            kind = line_of(item.peek("type")).lower()
            if kind in PICTURES or (not kind and item.peek("renditions")):
                if picture := read_picture(item):
                    pictures.append(picture)
            elif kind in FILMS:
                if film := read_film(item):
                    films.append(film)
            else:
                headlines = written_in(item, "headlines", "headline")
                words = [each.text for each in headlines] or [item.line("uri", "guid")]
                texts.append((item.path, " ".join(words)))
        return pictures, films, texts

    def _dateline(self) -> None:
        located = self._item.take("located")
        place = line_of(located.value) if located else ""
        reading = None
        for block in self._blocks:
            if isinstance(block, Paragraph):
                reading = read_dateline(block.text)
                break
        if reading and not reading.sure:
            reading = None
        text = reading.text if reading else None
        place = place or (reading.place if reading and reading.place else "")
        if text or place:
            dateline = Dateline(text=text or None, place=place or None)
            path = located.path if located else "$"
            self._findings.offer(
                "dateline", dateline, Trace("located", place or text or "", path)
            )

    def _leave_out_the_rest(self) -> None:
        for said, path in self._item.rest():
            name = path.rpartition(".")[2].lower()
            if name not in ABOUT_THE_DOCUMENT:
                self._findings.left_out(path, said)


def _best_body(bodies: list[Written]) -> Written | None:
    """Return the rendition of the text that is read: markup before plain text."""
    for form in ("html", "plain", "xml"):
        for each in bodies:
            if each.form == form and not each.value.isspace():
                return each
    return None


def _plain(text: str) -> str:
    return _SQUEEZE.sub("", text).casefold()


def _placed(blocks: list[Block], pictures: list[Picture]) -> list[Block]:
    """Return blocks with the pictures of the associations at their places.

    A picture that the body shows gets what it lacks from the association.
    """
    done = list(blocks)
    by_address, by_words = _shown_in(blocks)
    first: list[Block] = []
    last: list[Block] = []
    for picture in pictures:
        ats = [by_address[each] for each in picture.addresses if each in by_address]
        at = min(ats, default=by_words.get(_plain(picture.caption.text)))
        if at is not None:
            done[at] = _filled(done[at], picture.caption)
        elif picture.name.lower() in _LEADS:
            first.append(picture.caption)
        else:
            last.append(picture.caption)
    return first + done + last


def _shown_in(blocks: list[Block]) -> tuple[dict[str, int], dict[str, int]]:
    """Return where pictures are shown: by their addresses, and by their words."""
    by_address: dict[str, int] = {}
    by_words: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, ImageCaption):
            if block.image and block.image.url:
                by_address.setdefault(block.image.url, at)
            if words := _plain(block.text):
                by_words.setdefault(words, at)
    return by_address, by_words


def _filled(block: Block, caption: ImageCaption) -> Block:
    if not isinstance(block, ImageCaption):
        return block
    return evolve(
        block,
        text=block.text or caption.text,
        credit_line=block.credit_line or caption.credit_line,
        credits=block.credits or caption.credits,
        image=block.image or caption.image,
    )
