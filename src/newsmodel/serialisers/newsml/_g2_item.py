"""Reads an item of NewsML-G2 by other makers: by rules, with evidence.

What agencies send is valid in three documents of four, so nothing here depends on
order, number or place of elements more than it has to.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import LANG, Element, text_of, whole_number
from newsmodel.model import Embed, ImageCaption, Rights
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules._words import words
from newsmodel.rules.lines import folded
from newsmodel.serialisers._datelines import Stated
from newsmodel.serialisers._findings import Findings, Trace, attributes_of
from newsmodel.serialisers._xml_reader import XmlReader
from newsmodel.serialisers.newsml._catalogs import Catalogs, code_of
from newsmodel.serialisers.newsml._g2_content import read_content, read_picture
from newsmodel.serialisers.newsml._g2_groups import Groups
from newsmodel.serialisers.newsml._g2_parties import Parties
from newsmodel.serialisers.newsml._vocabulary import FORMAT

_MAIN: Final = words("main title headline head")
_SUMMARIES: Final = (
    *("summary", "abstract", "synopsis", "standfirst", "teaser", "intro", "lead"),
    "",
)
PICTURES: Final = words("picture photo graphic graphics image")
_FILMS: Final = words("video audio film")
_UNDER: Final = 3  # the rank of a line under the headline
_SECOND: Final = "another came before it"
#: Where the dates stand, the best place first.
_DATES: Final = (
    ("published", "itemMeta/firstCreated"),
    ("published", "itemMeta/versionCreated"),
    ("published", "contentMeta/contentCreated"),
    ("modified", "itemMeta/versionCreated"),
    ("modified", "contentMeta/contentModified"),
    ("embargoed", "itemMeta/embargoed"),
)
_RIGHTS: Final = (
    ("copyrightHolder", "holder"),
    ("copyrightNotice", "notice"),
    ("usageTerms", "terms"),
)
_MAKERS: Final = (("creator", "author"), ("contributor", "contributor"))


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


class ItemReader(XmlReader):
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
        super().__init__(item, FORMAT, quiet=quiet)
        self._pictures = pictures
        self._groups = Groups(item)
        self._take = self._groups.take
        catalogs = Catalogs(self._take("catalog"), around)
        self._take("catalogRef")
        kind = item_class(item)
        self._is_picture, self._is_film = kind in PICTURES, kind in _FILMS
        self._caption = ""
        self._parties = Parties(self._groups, catalogs, self._found)
        self._subtitles: list[Element] = []

    def read(self) -> Explanation:
        """Return the article that the item is."""
        item = self._item
        guid = folded(item.get("guid") or item.get("uri"))
        self._offer_text("guid", guid, item, "guid")
        self._offer_number("version", item.get("version"), item, "version")
        self._language()
        self._headline()
        self._standfirst()
        self._first("slugline", "contentMeta/slugline")
        self._byline()
        self._source()
        self._concepts()
        self._rights()
        self._editorial_note()
        self._codes()
        self._dates()
        self._read_makers()
        return self._article(self._body(), *self._datelines())

    def _body(self) -> BodyReader:
        if self._is_picture:
            body = BodyReader(self._found.note, quiet=self._found.quiet)
            if caption := read_picture(self._groups, self._parties, self._found):
                body.blocks.append(caption)
        else:
            body = read_content(self._groups, self._found)
            if self._caption:
                self._put_caption(body)
        for picture in self._pictures:
            body.blocks += [picture.caption] if picture.caption else []
            self._found.notes += picture.notes
        return body

    def _put_caption(self, body: BodyReader) -> None:
        """Put what a film or a recording shows below it."""
        for at, block in enumerate(body.blocks):
            if isinstance(block, Embed) and not block.text:
                body.blocks[at] = evolve(block, text=self._caption[:TEXT_LIMIT])
                return
        body.blocks.append(Embed(text=self._caption[:TEXT_LIMIT]))

    def _rule(self, element: Element) -> str:
        role = code_of(element.get("role"))
        return f"{super()._rule(element)}-{role}" if role else super()._rule(element)

    def _list_left(self) -> None:
        self._take("itemMeta/itemClass")
        self._groups.list_left(self._found)

    def _inner(self, element: Element) -> None:
        """List what an element holds besides its name."""
        self._groups.list_inner(element, ("name",), self._found)

    def _language(self) -> None:
        for each in self._take("contentMeta/language"):
            self._offer_language(each.get("tag") or each.text, each)
        self._offer_language(self._item.get(LANG), self._item)
        if "language" in self._found.fields:
            return
        for content in self._groups.peek("contentSet"):
            for each in content.iter():
                if raw := each.get(LANG):
                    self._offer_language(raw, each)
                    return

    # Texts.

    def _first(self, field: str, name: str) -> None:
        """Take the first text of a name, one without a role before others."""
        elements = self._take(name)
        for each in sorted(elements, key=lambda each: each.get("role") is not None):
            self._offer_text(field, text_of(each), each)

    def _byline(self) -> None:
        """Take all bylines, but for those in another language than the article."""
        lines = {text_of(each): each for each in self._take("contentMeta/by")}
        lines.pop("", None)
        own = [text for text in lines if not self._parties.is_foreign(lines[text])]
        taken = dict.fromkeys(own or list(lines)[:1])
        if taken:
            self._offer_text("byline", "\n".join(taken), lines[next(iter(taken))])
        for text, each in lines.items():
            if text not in taken:
                self._found.left_out(each, text, "it is in another language")

    def _headline(self) -> None:
        ranked: list[tuple[bool, int, int, int, str, Element]] = []
        for at, each in enumerate(self._take("contentMeta/headline")):
            if text := text_of(each):
                role = code_of(each.get("role") or each.get("roleuri")).lower()
                is_under = "sub" in role or role == "deck"
                group = (
                    0 if not role else 1 if role in _MAIN else _UNDER if is_under else 2
                )
                rank = whole_number(each.get("rank")) or 1
                is_foreign = self._parties.is_foreign(each)
                ranked.append((is_foreign, group, rank, at, text, each))
        ranked.sort(key=lambda one: one[:4])
        for at, (_, group, _, _, text, each) in enumerate(ranked):
            if at and group == _UNDER:
                # It is read as the standfirst, if need be.
                self._subtitles.append(each)
            else:
                self._offer_text("headline", text, each)
        for each in self._take("itemMeta/title"):
            self._offer_text("headline", text_of(each), each)

    def _standfirst(self) -> None:
        if self._is_picture:
            # There a description is the caption.
            for each in self._subtitles:
                self._found.left_out(each, text_of(each))
            return
        described = [
            (code_of(each.get("role")).lower(), text, each)
            for each in self._take("contentMeta/description")
            if (text := text_of(each))
        ]
        for wanted in _SUMMARIES if described else ():
            for role, text, each in described:
                if role == wanted:
                    self._offer_text("standfirst", text, each)
        for each in self._subtitles:
            text = text_of(each)
            self._offer_text("standfirst", text, each, "subtitle")
        for role, text, each in described:
            if role in _SUMMARIES:
                continue
            if self._is_film and not self._caption:
                self._caption = text
            else:
                self._found.left_out(each, text, f"it is no summary but {role}")

    def _editorial_note(self) -> None:
        notes = {
            text: each
            for each in self._take("itemMeta/edNote")
            if (text := text_of(each))
        }
        if notes:
            # Contacts, corrections and the like are all for editors only.
            self._offer_text(
                "editorial_note", "\n\n".join(notes), next(iter(notes.values()))
            )

    def _rights(self) -> None:
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
            raw = " ".join(parts.values())
            self._offer("rights", Rights(**parts), raw, first)

    # Codes, concepts, numbers and dates.

    def _codes(self) -> None:
        for each in self._take("contentMeta/urgency"):
            self._offer_urgency(text_of(each), each)
        for each in self._take("itemMeta/pubStatus"):
            code = each.get("qcode") or each.get("uri") or each.get("literal")
            self._inner(each)
            self._offer_status(code_of(code), each)
        for each in self._take("contentMeta/userInteraction"):
            kind = code_of(
                each.get("interactiontypeuri") or each.get("interactiontype")
            )
            number = whole_number(each.get("interactions"))
            if number is not None and "View" in kind:
                self._offer("views", number, str(number), each)
            else:
                self._found.left_out(each, attributes_of(each))

    def _concepts(self) -> None:
        elements = self._take("contentMeta/subject")
        if subjects := list(filter(None, map(self._parties.subject, elements))):
            raw = ", ".join(each.name or each.code or "" for each in subjects)
            self._offer("subjects", subjects, raw, elements[0])
        elements = self._take("contentMeta/keyword")
        if keywords := list(filter(None, map(text_of, elements))):
            self._offer("keywords", keywords, ", ".join(keywords), elements[0])
        for each in self._take("contentMeta/genre"):
            if genre := self._parties.subject(each):
                self._offer("genre", genre, genre.name or genre.code or "", each)

    def _dates(self) -> None:
        for field, name in _DATES:
            for each in self._groups.peek(name):
                raw = text_of(each)
                self._offer_date(field, raw, each)
                if not raw and field == "embargoed":
                    message = "until when it is embargoed is not said"
                    self._found.note(each, "empty", message)
        for _, name in _DATES:
            self._take(name)

    # People and places.

    def _source(self) -> None:
        for each in self._take("itemMeta/provider"):
            if source := self._parties.provider(each):
                self._offer("source", source, source.name or "", each)

    def _read_makers(self) -> None:
        for name, role in _MAKERS:
            for each in self._take(f"contentMeta/{name}"):
                one = self._parties.contributor(each, role)
                if one and self._is_picture and one.role == "photographer":
                    one = evolve(one, role="author")  # who took it made the item
                if one:
                    self._makers.add(one, Trace(name, one.name, each))
        if byline := self._found.fields.get("byline"):
            for line in byline.split("\n"):
                self._makers.add_byline(line, Trace("by", line))

    def _datelines(self) -> tuple[list[Stated], list[Stated]]:
        """Return the datelines that are stated, and the places that are."""
        places = []
        for each in self._take("contentMeta/located"):
            if name := self._parties.name(each):
                places.append((name, each))
                self._inner(each)
        elements = self._take("contentMeta/dateline")
        return [(text_of(each), each) for each in elements], places


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
