"""Reads NewsML 1.0 to 1.2, in the profile of any agency.

What stands nearest to the text holds for it: lines and metadata of its component,
then those of the components around it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from attrs import evolve
from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation
from newsmodel.markup.body_figures import area_of
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import LANG, Element, name_of, text_of
from newsmodel.markup.xml import path_of
from newsmodel.model import Contributor, Image, ImageCaption, Rights, Subject
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules.lines import folded
from newsmodel.rules.names import is_agency
from newsmodel.serialisers._captions import caption_of, image_at
from newsmodel.serialisers._datelines import Stated
from newsmodel.serialisers._findings import Trace, attributes_of
from newsmodel.serialisers._xml_reader import XmlReader
from newsmodel.serialisers.newsml._inline import read_inline
from newsmodel.serialisers.newsml._newsml1_tree import (
    SHOWN,
    SUMMARIES,
    TITLES,
    Component,
    Part,
    Picture,
    child,
    formal,
    main_of,
    parts_in,
    pictures_in,
    texts_in,
)
from newsmodel.serialisers.newsml._vocabulary import FORMAT

_SUBJECTS: Final = "http://cv.iptc.org/newscodes/subjectcode/"
_SUBJECT_CODE: Final = 8  # digits
_IN_SUBJECT: Final = ("subject", "subjectmatter", "subjectdetail", "subjectqualifier")
_MAKERS: Final = (("creator", "author"), ("contributor", "contributor"))
_LINES: Final = ("headline", "byline", "slugline")
_ADMINISTRATIVE: Final = "administrativemetadata"
_DESCRIPTIVE: Final = "descriptivemetadata"
_RIGHTS: Final = "rightsmetadata"


def parts_of(root: Element) -> list[Part]:
    """Return the articles in a document.

    Raises:
        ParseError: If there are none.
    """
    parts = parts_in(root)
    if not parts:
        where = Location(line=root.sourceline, path=path_of(root))
        raise ParseError("the document holds no news item", FORMAT, where)
    return parts


class ItemReader(XmlReader):
    """Reads one article of a news item."""

    def __init__(
        self, part: Part, root: Element, *, is_first: bool = True, quiet: bool = False
    ) -> None:
        """Take an article.

        Args:
            part: The part of a news item that it is.
            root: The root of its document.
            is_first: Whether it is the first one, with which is listed what
                stands around the items.
            quiet: Whether only the article is wanted.
        """
        super().__init__(part.item, FORMAT, quiet=quiet)
        self._part = part
        self._is_first = is_first
        self._root = root
        self._known: list[Element] = []  # kept, so that each stays the one it was
        self._texts = list(texts_in(part.components))
        self._pictures = list(pictures_in(part.components))
        self._text = main_of(self._texts)
        start = part.components[0]
        if self._text or self._pictures:
            start = (self._text or self._pictures[0]).component
        # From the text outwards: what stands nearer holds.
        self._chain = list(start.outwards())

    def read(self) -> Explanation:
        """Return the article that it is."""
        self._read_management()
        self._read_lines()
        self._read_source()
        self._read_language()
        self._read_concepts()
        self._read_makers()
        body = BodyReader(self._found.note, quiet=self._found.quiet)
        if self._text is not None:
            data = self._use(self._text.data)
            read_inline(data, self._text.encoding, body, self._found)
        self._put_pictures(body)
        datelines = [(text_of(each), each) for each in self._lines("dateline")]
        return self._article(body, datelines, list(self._places()))

    # What is used, and what is not.

    def _use(self, element: Element) -> Element:
        self._known.append(element)
        return element

    def _list_left(self) -> None:
        """Say what nobody read: elements that say something and hold no others."""
        if self._found.quiet:
            return
        known = {*self._known, *self._part.others}
        tops = [self._part.top]
        if self._is_first:
            tops += [each for each in self._root if name_of(each) != "newsitem"]
        for top in tops:
            walk = etree.iterwalk(top, events=("start",))
            for _, element in walk:
                name = name_of(element)
                if element is not top and (element in known or name == "newsitem"):
                    walk.skip_subtree()
                elif name == "datacontent":
                    walk.skip_subtree()
                    if words := text_of(element):
                        self._found.left_out(element, words, "another text was read")
                elif said := _said(element):
                    self._found.left_out(element, said)

    # Fields.

    def _lines(self, name: str) -> list[Element]:
        """Return the lines of a name that have words, the nearest first.

        Those of what is shown come last: a film has a headline of its own.
        """
        return [
            self._use(line)
            for component in sorted(self._chain, key=_is_shown)
            for line in component.stated(f"newslines/{name}")
            if text_of(line)
        ]

    def _metadata(self, section: str, name: str) -> list[Element]:
        """Return the elements of a name in a section, the nearest first."""
        full = f"{section}/{name}"
        return [each for component in self._chain for each in component.stated(full)]

    def _identified(self, name: str) -> Iterator[Element]:
        """Yield the elements of a name in what identifies the item."""
        identification = child(self._item, "identification")
        if identification is not None:
            yield from map(self._use, identification.iter(f"{{*}}{name}"))

    def _properties(self, section: str, name: str) -> Iterator[Stated]:
        """Yield the values of the properties of a name in a section."""
        for each in self._metadata(section, "property"):
            value = folded(each.get("Value"))
            if value and formal(each).lower() == name:
                yield value, self._use(each)

    def _parties(self, element: Element) -> list[Stated]:
        """Return the names of the parties in an element."""
        return [
            (name, self._use(each))
            for each in element
            if name_of(each) == "party" and (name := formal(each) or text_of(each))
        ]

    def _read_management(self) -> None:
        for each in self._item.iter():
            name = name_of(each)
            if name == "newscomponent":
                break  # what is in there is the component's
            if read := _MANAGEMENT.get(name):
                read(self, each)
        found = self._found
        if "published" not in found.fields and "modified" in found.fields:
            trace = Trace("ThisRevisionCreated", "")
            found.offer("published", found.fields["modified"], trace)

    def _guid(self, element: Element) -> None:
        self._offer_text("guid", text_of(element), self._use(element))

    def _version(self, element: Element) -> None:
        self._offer_number("version", text_of(element), self._use(element))

    def _first_created(self, element: Element) -> None:
        self._offer_date("published", text_of(element), self._use(element))

    def _revised(self, element: Element) -> None:
        self._offer_date("modified", text_of(element), self._use(element))

    def _embargoed(self, element: Element) -> None:
        if (date := child(element, "dateandtime")) is not None:
            self._offer_date("embargoed", text_of(self._use(date)), element)

    def _status(self, element: Element) -> None:
        self._offer_status(formal(element), self._use(element))

    def _urgency(self, element: Element) -> None:
        self._offer_urgency(formal(element), self._use(element))

    def _instruction(self, element: Element) -> None:
        said = text_of(element) or formal(element)
        self._offer_text("editorial_note", said, self._use(element))

    def _read_lines(self) -> None:
        for name in _LINES:
            for each in self._lines(name):
                self._offer_text(name, text_of(each), each)
        for roles, field in ((TITLES, "headline"), (SUMMARIES, "standfirst")):
            for content in self._texts:
                if content.component.role in roles and (text := _plain(content.data)):
                    self._offer_text(field, text, self._use(content.data))
        if "slugline" not in self._found.fields:
            for each in self._identified("NameLabel"):
                self._offer_text("slugline", text_of(each), each)
        self._read_rights()

    def _read_rights(self) -> None:
        holders = [
            (_plain(each) or formal(each), each)
            for copyright in self._metadata(_RIGHTS, "copyright")
            for each in copyright.iter()
            if name_of(each) == "copyrightholder"
        ]
        terms = [
            (_plain(each), each) for each in self._metadata(_RIGHTS, "usagerights")
        ]
        terms += [(text_of(each), each) for each in self._lines("rightsline")]
        notices = [(text_of(each), each) for each in self._lines("copyrightline")]
        stated = {"notice": notices, "holder": holders, "terms": terms}
        given: dict[str, str] = {}
        used: list[Element] = []
        for part, said in stated.items():
            texts = {text: each for text, each in said if text}
            kept = list(texts)[:1] if part == "holder" else list(texts)
            if kept:
                given[part] = "\n".join(kept)[:TEXT_LIMIT]
                used += [self._use(texts[text]) for text in kept]
        if given:
            raw = next(iter(given.values()))
            self._offer("rights", Rights(**given), raw, used[0])

    def _read_source(self) -> None:
        for name in ("provider", "source"):
            for each in self._metadata(_ADMINISTRATIVE, name):
                for party in self._parties(each):
                    self._offer_source(*party)
        for each in self._identified("ProviderId"):
            self._offer_source(text_of(each), each)
        for each in self._root:
            if name_of(each) == "newsitem":
                break  # there may be many
            for sender in each.iter("{*}SentFrom"):
                for party in self._parties(sender):
                    self._offer_source(*party)

    def _read_language(self) -> None:
        for each in self._metadata(_DESCRIPTIVE, "language"):
            self._offer_language(formal(each), self._use(each))
        inner = self._text.data.iter() if self._text else ()
        around = [component.element for component in self._chain]
        for each in (*around, self._item, *inner):
            if "language" in self._found.fields:
                return
            self._offer_language(each.get(LANG) or each.get("baselang"), each)

    def _read_concepts(self) -> None:
        subjects: dict[Subject, Element] = {}
        for each in self._metadata(_DESCRIPTIVE, "subjectcode"):
            for inner in each.iter():
                code = formal(inner)
                if name_of(inner) in _IN_SUBJECT and code:
                    scheme = folded(inner.get("Vocabulary") or inner.get("Scheme"))
                    if code.isdigit() and len(code) == _SUBJECT_CODE:
                        scheme = _SUBJECTS
                    subject = Subject(code=code, scheme=scheme or None)
                    subjects.setdefault(subject, self._use(inner))
        if subjects:
            raw = ", ".join(each.code or "" for each in subjects)
            self._offer("subjects", list(subjects), raw, next(iter(subjects.values())))
        for each in self._metadata(_DESCRIPTIVE, "genre"):
            if code := formal(each):
                self._offer("genre", Subject(code=code), code, self._use(each))
        keywords = {text_of(each): each for each in self._lines("keywordline")}
        for value, each in self._properties(_DESCRIPTIVE, "keyword"):
            keywords.setdefault(value, each)
        if keywords:
            raw = ", ".join(keywords)
            self._offer("keywords", list(keywords), raw, next(iter(keywords.values())))

    def _read_makers(self) -> None:
        for name, role in _MAKERS:
            for each in self._metadata(_ADMINISTRATIVE, name):
                for party, element in self._parties(each):
                    topic = folded(element.get("Topic")).lower()
                    one = Contributor(
                        name=party,
                        role="editor" if topic == "editor" else role,
                        kind="agency" if is_agency(party) else "person",
                    )
                    self._makers.add(one, Trace(self._rule(each), party, element))
        for value, each in self._properties(_ADMINISTRATIVE, "author"):
            self._makers.add(Contributor(name=value), Trace("author", value, each))
        if byline := self._found.fields.get("byline"):
            self._makers.add_byline(byline, Trace("ByLine", byline))

    def _places(self) -> Iterator[Stated]:
        for each in self._metadata(_DESCRIPTIVE, "location"):
            for inner in each.iter():
                value = folded(inner.get("Value"))
                if formal(inner).lower() == "city" and value:
                    yield value, self._use(inner)

    def _settle(self) -> None:
        # Some set their topics there, so that any summary goes before it.
        for each in self._lines("subheadline"):
            self._offer_text("standfirst", text_of(each), each)

    # Pictures.

    def _put_pictures(self, body: BodyReader) -> None:
        """Put each picture where the text refers to it, or behind the text."""
        captions = {
            f"#{picture.component.element.get('Duid')}": caption
            for picture in self._pictures
            if (caption := self._caption(picture))
        }
        kept: list[int] = []
        for at, block in enumerate(body.blocks):
            image = block.image if isinstance(block, ImageCaption) else None
            url = image.url if image else None
            caption = captions.pop(url or "", None)
            if isinstance(block, ImageCaption) and caption is not None:
                # A caption in the text says more than one of the picture's own.
                body.blocks[at] = evolve(caption, text=block.text or caption.text)
            elif url and url.startswith("#") and not block.text:
                message = f"the text refers to {url[:80]}, which is no picture"
                self._found.note(None, "part-missing", message)
                continue
            kept.append(at)
        if len(kept) < len(body.blocks):
            body.keep(kept)
        body.blocks += captions.values()

    def _caption(self, picture: Picture) -> ImageCaption | None:
        text = "" if picture.caption is None else _plain(self._use(picture.caption))
        shown = picture.component
        line = _first(map(self._use, shown.stated("newslines/creditline")))
        maker = _first(map(self._use, shown.stated("newslines/byline")))
        if not maker:
            creators = shown.stated(f"{_ADMINISTRATIVE}/creator")
            named = [name for each in creators for name, _ in self._parties(each)]
            maker = next(iter(named), "")
        image, best = max(
            ((_image(each), each) for each in picture.files),
            key=lambda one: area_of(one[0]),
            default=(None, None),
        )
        if best is not None:
            self._use(best)
        text = text or _first(shown.stated("newslines/headline"))
        return caption_of(text, line or None, filter(None, [maker]), image)


#: Elements of NewsManagement and Identification that are read.
_MANAGEMENT: Final[dict[str, Callable[[ItemReader, Element], Any]]] = {
    "publicidentifier": ItemReader._guid,
    "revisionid": ItemReader._version,
    "firstcreated": ItemReader._first_created,
    "thisrevisioncreated": ItemReader._revised,
    "statuswillchange": ItemReader._embargoed,
    "status": ItemReader._status,
    "urgency": ItemReader._urgency,
    "instruction": ItemReader._instruction,
}


def _is_shown(component: Component) -> bool:
    return component.role in SHOWN


def _first(elements: Iterable[Element]) -> str:
    """Return the words of the first element that has any."""
    return next(filter(None, map(text_of, elements)), "")


def _image(file: Element) -> Image | None:
    sizes: dict[str, str | None] = {}
    for each in file.iter():
        sizes.setdefault(formal(each).lower(), each.get("Value"))
    return image_at(file.get("Href"), sizes.get("width"), sizes.get("height"))


def _said(element: Element) -> str:
    """Return what an element says itself: its words, if it holds no others."""
    return ("" if len(element) else text_of(element)) or attributes_of(element)


def _plain(data: Element) -> str:
    """Return the words of a text that is one line, marked up or not."""
    if not len(data):
        return folded(data.text)
    reader = BodyReader(lambda *_: None)
    reader.read(data)
    return folded(" ".join(block.text for block in reader.blocks if block.text))
