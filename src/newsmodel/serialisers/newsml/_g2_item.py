"""Reads an item of NewsML-G2 by other makers: by rules, with evidence.

What agencies send is valid in three documents of four, so nothing here depends on
order, number or place of elements more than it has to.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from newsmodel.errors import Location
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import Element, text_of, whole_number
from newsmodel.markup.xml import path_of
from newsmodel.model import Block, Embed, ImageCaption, Rights
from newsmodel.model.fieldtypes import COUNT_LIMIT, TEXT_LIMIT
from newsmodel.rules._words import words
from newsmodel.rules.iso_dates import read_iso_date
from newsmodel.rules.languages import language_tag
from newsmodel.rules.lines import folded
from newsmodel.serialisers._body_facts import credited, take_facts
from newsmodel.serialisers._datelines import Stated, offer_dateline
from newsmodel.serialisers._findings import Findings, Trace, attributes_of
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers._quoting import with_quotes
from newsmodel.serialisers.newsml._catalogs import Catalogs, code_of
from newsmodel.serialisers.newsml._g2_content import read_content, read_picture
from newsmodel.serialisers.newsml._g2_groups import Groups
from newsmodel.serialisers.newsml._g2_parties import Parties
from newsmodel.serialisers.newsml._own import EmptyItemError
from newsmodel.serialisers.newsml._vocabulary import FORMAT

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_MAIN: Final = words("main title headline head")
_SUMMARIES: Final = (
    *("summary", "abstract", "synopsis", "standfirst", "teaser", "intro", "lead"),
    "",
)
_STATUSES: Final = {
    "usable": "usable",
    "withheld": "withheld",
    "embargoed": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}
PICTURES: Final = words("picture photo graphic graphics image")
_FILMS: Final = words("video audio film")
_UNDER: Final = 3  # the rank of a line under the headline
_SECOND: Final = "another came before it"


class PictureRead(NamedTuple):
    """What was read of a picture item, for the text that it belongs to."""

    caption: ImageCaption | None
    notes: Sequence[Note]


def read_picture_item(
    item: Element, around: Mapping[str, str], *, quiet: bool = False
) -> PictureRead:
    """Return the caption that a picture item is, and what is left out of it."""
    found = Findings(quiet=quiet)
    groups = Groups(item)
    catalogs = Catalogs(groups.take("catalog"), around)
    caption = read_picture(groups, Parties(groups, catalogs, found), found)
    groups.take("catalogRef")
    groups.list_left(found)
    return PictureRead(caption, found.notes)


class ItemReader:
    """Reads one item, with the pictures that belong to it."""

    def __init__(
        self,
        item: Element,
        pictures: Sequence[PictureRead] = (),
        around: Mapping[str, str] = MappingProxyType({}),
        *,
        quiet: bool = False,
    ) -> None:
        """Take an item.

        Args:
            item: The item.
            pictures: What was read of the picture items that belong to it.
            around: The aliases of vocabularies that hold around it.
            quiet: Whether only the article is wanted.
        """
        self._item = item
        self._pictures = pictures
        self._groups = Groups(item)
        inline = self._groups.take("catalog")
        self._groups.take("catalogRef")
        self._catalogs = Catalogs(inline, around)
        kind = item_class(item)
        self._is_picture, self._is_film = kind in PICTURES, kind in _FILMS
        self._caption = ""
        self._found = Findings(quiet=quiet)
        self._parties = Parties(self._groups, self._catalogs, self._found)
        self._makers = Makers(self._found)
        self._subtitles: list[Element] = []

    def read(self) -> Explanation:
        """Return the article that the item is."""
        self._read_head()
        for field, read in _FIELDS:
            read(self, field)
        self._read_dates()
        self._read_makers()
        body = BodyReader(self._found.note)
        if self._is_picture:
            caption = read_picture(self._groups, self._parties, self._found)
            body.blocks += [caption] if caption else []
        else:
            body = read_content(self._groups, self._found)
            if self._caption:
                self._put_caption(body)
        datelines = take_facts(body, self._found, self._makers)
        self._makers.settle()
        for picture in self._pictures:
            body.blocks += [picture.caption] if picture.caption else []
            self._found.notes += picture.notes
        self._dateline(body.blocks, datelines)
        if not body.blocks and not self._found.fields:
            where = Location(line=self._item.sourceline, path=path_of(self._item))
            raise EmptyItemError("the item says nothing", FORMAT, where)
        self._leave_rest()
        language = self._found.fields.get("language")
        blocks = with_quotes(credited(body.blocks), language, body.said, body.speech)
        return self._found.explanation(FORMAT, body=blocks)

    def _put_caption(self, body: BodyReader) -> None:
        """Put what a film or a recording shows below it."""
        for at, block in enumerate(body.blocks):
            if isinstance(block, Embed) and not block.text:
                body.blocks[at] = evolve(block, text=self._caption[:TEXT_LIMIT])
                return
        body.blocks.append(Embed(text=self._caption[:TEXT_LIMIT]))

    # What holds for the whole item.

    def _read_head(self) -> None:
        item, found = self._item, self._found
        if guid := folded(item.get("guid") or item.get("uri")):
            found.offer("guid", guid, Trace("guid", guid, item))
        version = item.get("version")
        number = whole_number(version)
        if number is not None and number <= COUNT_LIMIT:
            found.offer("version", number, Trace("version", version or "", item))
        elif version:
            found.note(item, "number-refused", f"version {version!r} is no number")
        self._language()

    def _language(self) -> None:
        for each in self._take("contentMeta/language"):
            self._offer_language("language", each.get("tag") or each.text, each)
        self._offer_language("item-language", self._item.get(_LANG), self._item)
        if "language" in self._found.fields:
            return
        for content in self._groups.peek("contentSet"):
            for each in content.iter():
                if raw := each.get(_LANG):
                    self._offer_language("text-language", raw, each)
                    return

    def _offer_language(self, rule: str, raw: str | None, element: Element) -> None:
        if not raw or raw.isspace():
            return
        if tag := language_tag(raw):
            self._found.offer("language", tag, Trace(rule, raw, element))
        else:
            message = f"{raw[:80]!r} is no language"
            self._found.note(element, "language-refused", message)

    # Fields with an element of their own.

    def _take(self, name: str) -> list[Element]:
        return self._groups.take(name)

    def _inner(self, element: Element) -> None:
        """List what an element holds besides its name."""
        self._groups.list_inner(element, ("name",), self._found)

    def _first(self, field: str, elements: Sequence[Element]) -> None:
        """Take the first text among elements, one without a role before others."""
        ordered = sorted(elements, key=lambda each: each.get("role") is not None)
        for each in ordered:
            if text := text_of(each):
                self._found.offer(field, text, Trace(_rule(each), text, each))

    def _headline(self, field: str) -> None:
        ranked: list[tuple[int, int, int, Element]] = []
        for at, each in enumerate(self._take("contentMeta/headline")):
            role = code_of(each.get("role") or each.get("roleuri")).lower()
            if not text_of(each):
                continue
            is_under = "sub" in role or role == "deck"
            group = 0 if not role else 1 if role in _MAIN else _UNDER if is_under else 2
            rank = whole_number(each.get("rank")) or 1
            ranked.append((group, rank, at, each))
        ranked.sort(key=lambda one: one[:3])
        for at, (group, _, _, each) in enumerate(ranked):
            if at and group == _UNDER:
                # It is read as the standfirst, if need be.
                self._subtitles.append(each)
            else:
                text = text_of(each)
                self._found.offer(field, text, Trace(_rule(each), text, each))

    def _standfirst(self, field: str) -> None:
        if self._is_picture:
            # There a description is the caption.
            for each in self._subtitles:
                self._found.left_out(each, text_of(each))
            return
        descriptions = self._take("contentMeta/description")
        for role in _SUMMARIES:
            for each in descriptions:
                text = text_of(each)
                if text and code_of(each.get("role") or "").lower() == role:
                    self._found.offer(field, text, Trace(_rule(each), text, each))
        for each in self._subtitles:
            text = text_of(each)
            self._found.offer(field, text, Trace("subtitle", text, each))
        for each in descriptions:
            text = text_of(each)
            role = code_of(each.get("role") or "").lower()
            if text and role not in _SUMMARIES:
                if self._is_film and not self._caption:
                    self._caption = text
                else:
                    self._found.left_out(each, text, f"it is no summary but {role}")

    def _slugline(self, field: str) -> None:
        self._first(field, self._take("contentMeta/slugline"))

    def _byline(self, field: str) -> None:
        self._first(field, self._take("contentMeta/by"))

    def _source(self, field: str) -> None:
        for each in self._take("itemMeta/provider"):
            if source := self._parties.provider(each):
                trace = Trace("provider", source.name or "", each)
                self._found.offer(field, source, trace)

    def _status(self, field: str) -> None:
        for each in self._take("itemMeta/pubStatus"):
            code = each.get("qcode") or each.get("uri") or each.get("literal") or ""
            self._inner(each)
            if status := _STATUSES.get(code_of(code).lower()):
                self._found.offer(field, status, Trace("pubStatus", code, each))
            elif code:
                self._found.note(each, "code-unknown", f"{code[:80]!r} is no status")

    def _urgency(self, field: str) -> None:
        for each in self._take("contentMeta/urgency"):
            text = text_of(each)
            number = whole_number(text)
            if number is not None and 1 <= number <= 9:
                self._found.offer(field, number, Trace("urgency", text, each))
            elif text:
                message = f"{text[:80]!r} is no number from 1 to 9"
                self._found.note(each, "number-refused", message)

    def _editorial_note(self, field: str) -> None:
        notes = [
            (text, each)
            for each in self._take("itemMeta/edNote")
            if (text := text_of(each))
        ]
        if notes:
            # Contacts, corrections and the like are all for editors only.
            text = "\n\n".join(dict.fromkeys(text for text, _ in notes))
            self._found.offer(field, text, Trace("edNote", text, notes[0][1]))

    def _rights(self, field: str) -> None:
        given: dict[str, dict[str, Element]] = {}
        for name, part in _RIGHTS:
            for each in self._take(f"rightsInfo/{name}"):
                text = text_of(each)
                if part == "holder":
                    text = self._parties.name(each) or text
                    self._inner(each)
                if not text:
                    continue
                texts = given.setdefault(part, {})
                if texts and part == "holder":
                    if text not in texts:
                        self._found.left_out(each, text, _SECOND)
                else:
                    texts.setdefault(text, each)
        if given:
            parts = {
                part: "\n".join(texts)[:TEXT_LIMIT] for part, texts in given.items()
            }
            first = next(iter(next(iter(given.values())).values()))
            trace = Trace("rightsInfo", " ".join(parts.values()), first)
            self._found.offer(field, Rights(**parts), trace)

    def _keywords(self, field: str) -> None:
        elements = self._take("contentMeta/keyword")
        keywords = [text for each in elements if (text := text_of(each))]
        if keywords:
            trace = Trace("keyword", ", ".join(keywords), elements[0])
            self._found.offer(field, keywords, trace)

    def _genre(self, field: str) -> None:
        for each in self._take("contentMeta/genre"):
            if genre := self._parties.subject(each):
                raw = genre.name or genre.code or ""
                self._found.offer(field, genre, Trace("genre", raw, each))

    def _subjects(self, field: str) -> None:
        elements = self._take("contentMeta/subject")
        subjects = []
        for each in elements:
            if subject := self._parties.subject(each):
                subjects.append(subject)
        if subjects:
            raw = ", ".join(each.name or each.code or "" for each in subjects)
            self._found.offer(field, subjects, Trace("subject", raw, elements[0]))

    def _views(self, field: str) -> None:
        for each in self._take("contentMeta/userInteraction"):
            raw = each.get("interactions") or ""
            number = whole_number(raw)
            kind = code_of(
                each.get("interactiontypeuri") or each.get("interactiontype")
            )
            if number is not None and number <= COUNT_LIMIT and "View" in kind:
                self._found.offer(field, number, Trace("userInteraction", raw, each))
            else:
                self._found.left_out(each, attributes_of(each))

    # Dates.

    def _read_dates(self) -> None:
        for field, places in _DATES:
            for place in places:
                for each in self._groups.peek(place):
                    self._offer_date(field, each)
        for _, places in _DATES:
            for place in places:
                self._take(place)

    def _offer_date(self, field: str, element: Element) -> None:
        raw = text_of(element)
        if not raw:
            if field == "embargoed":
                message = "until when it is embargoed is not said"
                self._found.note(element, "empty", message)
            return
        trace = Trace(_rule(element), raw, element)
        if when := read_iso_date(raw):
            self._found.offer(field, when, trace)
        else:
            self._found.lose(field, trace, "it is no date")
            self._found.note(element, "date-refused", f"{raw[:80]!r} is no date")

    # People.

    def _read_makers(self) -> None:
        for name, role in (("creator", "author"), ("contributor", "contributor")):
            for each in self._take(f"contentMeta/{name}"):
                one = self._parties.contributor(each, role)
                if one and self._is_picture and one.role == "photographer":
                    one = evolve(one, role="author")  # who took it made the item
                if one:
                    self._makers.add(one, Trace(name, one.name, each))
        if byline := self._found.fields.get("byline"):
            self._makers.add_byline(byline, Trace("by", byline))

    # The text and the pictures.

    def _dateline(self, blocks: Sequence[Block], stated: Sequence[Stated]) -> None:
        places = [
            (name, each)
            for each in self._take("contentMeta/located")
            if (name := self._parties.name(each))
        ]
        for _, each in places:
            self._inner(each)
        elements = self._take("contentMeta/dateline")
        datelines = [(text_of(each), each) for each in elements]
        offer_dateline(self._found, [*datelines, *stated], places, blocks)

    def _leave_rest(self) -> None:
        self._take("itemMeta/itemClass")
        self._groups.list_left(self._found)


_this = ItemReader
_Read = Callable[[ItemReader, str], None]
_FIELDS: Final[tuple[tuple[str, _Read], ...]] = (
    ("headline", _this._headline),
    ("standfirst", _this._standfirst),
    ("slugline", _this._slugline),
    ("byline", _this._byline),
    ("source", _this._source),
    ("subjects", _this._subjects),
    ("keywords", _this._keywords),
    ("genre", _this._genre),
    ("rights", _this._rights),
    ("urgency", _this._urgency),
    ("status", _this._status),
    ("editorial_note", _this._editorial_note),
    ("views", _this._views),
)
#: Where the dates stand, the best place first.
_DATES: Final = (
    (
        "published",
        (
            "itemMeta/firstCreated",
            "itemMeta/versionCreated",
            "contentMeta/contentCreated",
        ),
    ),
    ("modified", ("itemMeta/versionCreated", "contentMeta/contentModified")),
    ("embargoed", ("itemMeta/embargoed",)),
)
_RIGHTS: Final = (
    ("copyrightHolder", "holder"),
    ("copyrightNotice", "notice"),
    ("usageTerms", "terms"),
)


def item_class(item: Element) -> str:
    """Return what an item is: ``text``, ``picture``; empty where it does not say."""
    prefix = str(item.tag).rpartition("}")[0]
    prefix += "}" if prefix else ""
    each = item.find(f"{prefix}itemMeta/{prefix}itemClass")
    if each is None and prefix:
        each = item.find("itemMeta/itemClass")
    if each is None:
        return ""
    return code_of(each.get("qcode") or each.get("uri") or "").lower()


def _rule(element: Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    role = code_of(element.get("role"))
    return f"{name}-{role}" if role else name
