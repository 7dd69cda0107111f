"""Reads NewsML 1.0 to 1.2, in the profile of any agency.

A news item is a tree of components, each with lines and metadata of its own; what
stands nearest to the text holds for it. Which component is the text follows from
what is in it, since agencies name the roles as they like.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from attrs import evolve
from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import Element, name_of, text_of, whole_number
from newsmodel.markup.xml import path_of
from newsmodel.model import (
    Block,
    Contributor,
    Image,
    ImageCaption,
    Rights,
    Source,
    Subject,
)
from newsmodel.model.fieldtypes import COUNT_LIMIT, TEXT_LIMIT
from newsmodel.rules._words import words
from newsmodel.rules.authors import is_same
from newsmodel.rules.credits import credits_in
from newsmodel.rules.iso_dates import read_iso_date
from newsmodel.rules.languages import language_tag
from newsmodel.rules.lines import folded
from newsmodel.rules.names import is_agency, kind_of_publisher
from newsmodel.serialisers._body_facts import credited, take_facts
from newsmodel.serialisers._datelines import offer_dateline
from newsmodel.serialisers._findings import Findings, Trace, attributes_of
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers._quoting import with_quotes
from newsmodel.serialisers.newsml._g2_content import read_text
from newsmodel.serialisers.newsml._own import EmptyItemError
from newsmodel.serialisers.newsml._vocabulary import FORMAT

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SUBJECTS: Final = "http://cv.iptc.org/newscodes/subjectcode/"
_SUBJECT_CODE: Final = 8  # digits
_IN_SUBJECT: Final = ("subject", "subjectmatter", "subjectdetail", "subjectqualifier")
# Roles of components, in lower case.
_MAIN: Final = words("main body fulltext full text article story")
_TITLES: Final = words("title headline")
_SUMMARIES: Final = words("lead abstract summary intro teaser")
_BESIDE: Final = (
    words("caption stylesheet contact logo tweettext subheadline keywords byline")
    | _TITLES
    | _SUMMARIES
)
_NO_PICTURES: Final = words("logo video audio sound clip stylesheet")
# Formats and types of content, in lower case.
_PICTURES: Final = ("photo", "picture", "graphic", "image", "jpeg", "jpg", "png", "gif")
_NO_TEXTS: Final = ("css", "image/", "video/", "audio/", "application/pdf")
_STATUSES: Final = {
    "usable": "usable",
    "embargoed": "withheld",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
}


class _Content(NamedTuple):
    """A ``ContentItem`` with text in it.

    Attributes:
        data: Its ``DataContent``.
        component: The component it stands in.
        role: The role of that, in lower case.
    """

    data: Element
    component: Element
    role: str


class _Picture(NamedTuple):
    """A component that shows a picture: its caption, and where it lies."""

    component: Element
    caption: Element | None
    files: Sequence[Element]


def items_of(root: Element) -> list[Element]:
    """Return the news items in a document that have content.

    Raises:
        ParseError: If there are none.
    """
    items = items_in(root)
    if not items:
        where = Location(line=root.sourceline, path=path_of(root))
        raise ParseError("the document holds no news item", FORMAT, where)
    return items


def items_in(element: Element) -> list[Element]:
    """Return the news items in an element, itself among them, that have content."""
    return [
        each
        for each in element.iter("{*}NewsItem")
        if _child(each, "newscomponent") is not None
    ]


class ItemReader:
    """Reads one news item."""

    def __init__(
        self,
        item: Element,
        root: Element,
        *,
        is_first: bool = True,
        quiet: bool = False,
    ) -> None:
        """Take an item.

        Args:
            item: The item.
            root: The root of its document.
            is_first: Whether it is the first one, with which is listed what
                stands around the items.
            quiet: Whether only the article is wanted.
        """
        self._item = item
        self._is_first = is_first
        self._root = root
        self._quiet = quiet
        self._found = Findings(quiet=quiet)
        self._makers = Makers(self._found)
        self._known: list[Element] = []  # kept, so that each stays the one it was
        self._contents = list(self._texts())
        self._pictures = list(self._shown())
        main = self._main()
        self._text = main
        start = main.component if main else self._around()
        # From the text outwards: what stands nearer holds.
        self._chain = [start, *self._above(start)]

    def read(self) -> Explanation:
        """Return the article that the item is."""
        self._read_management()
        self._read_lines()
        self._read_metadata()
        body = BodyReader(self._found.note)
        if self._text is not None:
            self._read_data(self._text.data, body)
        datelines = take_facts(body, self._found, self._makers)
        self._makers.settle()
        blocks = self._with_pictures(body)
        stated = [(text_of(each), each) for each in self._lines("dateline")]
        places = list(self._places())
        offer_dateline(self._found, [*stated, *datelines], places, blocks)
        if not blocks and not self._found.fields:
            where = Location(line=self._item.sourceline, path=path_of(self._item))
            raise EmptyItemError("the item says nothing", FORMAT, where)
        self._list_left()
        language = self._found.fields.get("language")
        blocks = with_quotes(credited(blocks), language, body.said, body.speech)
        return self._found.explanation(FORMAT, body=blocks)

    # The tree of components.

    def _components(self) -> Iterator[Element]:
        yield from self._item.iter("{*}NewsComponent")

    def _above(self, component: Element) -> Iterator[Element]:
        above = component.getparent()
        while above is not None and name_of(above) == "newscomponent":
            yield above
            above = above.getparent()

    def _around(self) -> Element:
        """Return the component that the article is, where it has no text."""
        if self._pictures:
            return self._pictures[0].component
        first = _child(self._item, "newscomponent")
        return self._item if first is None else first

    def _texts(self) -> Iterator[_Content]:
        for component in self._components():
            role = _role(component)
            for item in _children(component, "contentitem"):
                data = _child(item, "datacontent")
                kinds = " ".join(_kinds(item))
                if data is None or any(each in kinds for each in _NO_TEXTS):
                    continue
                if len(data) or (data.text and not data.text.isspace()):
                    yield _Content(data, component, role)

    def _main(self) -> _Content | None:
        """Return the text: the marked-up one before the plain, then the first."""
        texts = [each for each in self._contents if each.role not in _BESIDE]
        if not texts:
            return None
        return max(
            texts,
            key=lambda each: (each.role in _MAIN or not each.role, len(each.data) > 0),
        )

    def _shown(self) -> Iterator[_Picture]:
        for component in self._components():
            inner = [component, *_children(component, "newscomponent")]
            caption = None
            files: list[Element] = []
            for each in inner:
                role = _role(each)
                if role in _NO_PICTURES or (each is component and role == "caption"):
                    continue
                for item in _children(each, "contentitem"):
                    kinds = " ".join(_kinds(item))
                    data = _child(item, "datacontent")
                    if role == "caption" and data is not None and caption is None:
                        caption = data
                    elif item.get("Href") and any(sign in kinds for sign in _PICTURES):
                        files.append(item)
            # The component of one rendition alone is a part of the one around it.
            is_part = _role(component) and component.getparent() is not None
            if caption is not None or (files and not is_part):
                yield _Picture(component, caption, files)

    # What is used, and what is not.

    def _use(self, element: Element) -> Element:
        self._known.append(element)
        return element

    def _list_left(self) -> None:
        """Say what nobody read: elements that say something and hold no others."""
        if self._quiet:
            return
        known, item = set(self._known), self._item
        around = [each for each in self._root if self._is_first and each is not item]
        for top in (item, *around):
            if top is not item and name_of(top) == "newsitem":
                continue
            walk = etree.iterwalk(top, events=("start",))
            for _, element in walk:
                name = name_of(element)
                if element is not top and (element in known or name == "newsitem"):
                    walk.skip_subtree()
                elif name == "datacontent":
                    walk.skip_subtree()
                    if words := text_of(element):
                        self._found.left_out(element, words, "another text was read")
                elif said := self._said(element):
                    self._found.left_out(element, said)

    @staticmethod
    def _said(element: Element) -> str:
        words = "" if len(element) else text_of(element)
        return words or attributes_of(element)

    # Fields.

    def _lines(self, name: str) -> list[Element]:
        """Return the lines of a name that have words, the nearest first."""
        found = []
        for component in self._chain:
            for lines in _children(component, "newslines"):
                for each in _children(lines, name):
                    self._use(each)
                    if text_of(each):
                        found.append(each)
        return found

    def _metadata(self, section: str, name: str) -> list[Element]:
        """Return the elements of a name in a section, the nearest first."""
        found: list[Element] = []
        for component in self._chain:
            for each in _children(component, section):
                found += _children(each, name)
        return found

    def _parties(self, element: Element) -> list[tuple[str, Element]]:
        """Return the names of the parties in an element."""
        return [
            (name, self._use(each))
            for each in _children(element, "party")
            if (name := _formal(each) or text_of(each))
        ]

    def _offer(self, field: str, value: Any, raw: str, element: Element) -> None:
        self._found.offer(field, value, Trace(_label(element), raw, element))

    def _read_management(self) -> None:
        item, found = self._item, self._found
        for each in item.iter():
            name = name_of(each)
            if name == "newscomponent":
                break  # what is in there is the component's
            text = text_of(each) if not len(each) else ""
            formal = folded(each.get("FormalName"))
            field = _MANAGEMENT.get(name)
            if name == "publicidentifier" and text:
                self._offer("guid", text, text, self._use(each))
            elif name == "revisionid" and (number := whole_number(text)) is not None:
                if number <= COUNT_LIMIT:
                    self._offer("version", number, text, self._use(each))
            elif field and (text or name == "statuswillchange"):
                date = _child(each, "dateandtime")
                raw = text if date is None else text_of(self._use(date))
                if when := read_iso_date(raw):
                    self._offer(field, when, raw, self._use(each))
                elif raw:
                    found.note(self._use(each), "date-refused", f"{raw!r} is no date")
            elif name == "status" and (status := _STATUSES.get(formal.lower())):
                self._offer("status", status, formal, self._use(each))
            elif name == "urgency" and (number := whole_number(formal)):
                if 1 <= number <= 9:
                    self._offer("urgency", number, formal, self._use(each))
            elif name == "instruction" and (text or formal):
                self._offer("editorial_note", text or formal, text, self._use(each))
        if "published" not in found.fields and "modified" in found.fields:
            trace = Trace("ThisRevisionCreated", "")
            found.offer("published", found.fields["modified"], trace)
        if "slugline" not in found.fields:
            self._labels = list(item.iter("{*}NameLabel"))

    _labels: Sequence[Element] = ()

    def _read_lines(self) -> None:
        for field, names in _LINES:
            for name in names:
                for each in self._lines(name):
                    text = text_of(each)
                    self._offer(field, text, text, each)
        for role, field in ((_TITLES, "headline"), (_SUMMARIES, "standfirst")):
            for content in self._contents:
                if content.role in role and (text := _plain(content.data)):
                    self._offer(field, text, text, self._use(content.data))
        for each in self._labels:
            if text := text_of(each):
                self._offer("slugline", text, text, self._use(each))
        if notices := self._lines("copyrightline"):
            raw = "\n".join(dict.fromkeys(map(text_of, notices)))[:TEXT_LIMIT]
            self._offer("rights", self._rights(raw), raw, notices[0])
        elif rights := self._rights(None):
            self._found.offer("rights", rights, Trace("RightsMetadata", ""))

    def _rights(self, notice: str | None) -> Rights | None:
        holder = terms = None
        for each in self._metadata("rightsmetadata", "copyright"):
            for inner in each.iter():
                if name_of(inner) == "copyrightholder":
                    self._use(inner)
                    holder = holder or _plain(inner) or _formal(inner) or None
        for each in self._metadata("rightsmetadata", "usagerights"):
            terms = terms or _plain(self._use(each)) or None
        if holder or notice or terms:
            return Rights(holder=holder, notice=notice, terms=terms)
        return None

    def _read_metadata(self) -> None:
        self._source()
        self._language()
        self._read_subjects()
        self._read_makers()

    def _source(self) -> None:
        named = [
            party
            for name in ("provider", "source")
            for each in self._metadata("administrativemetadata", name)
            for party in self._parties(each)
        ]
        for each in self._item.iter("{*}ProviderId"):
            if text_of(each):
                named.append((text_of(each), self._use(each)))
        for envelope in _children(self._root, "newsenvelope"):
            for each in _children(envelope, "sentfrom"):
                named += self._parties(each)
        for name, element in named:
            source = Source(name=name, kind=kind_of_publisher(name))
            self._offer("source", source, name, element)

    def _language(self) -> None:
        stated: list[tuple[str | None, Element]] = [
            (_formal(each), each)
            for each in self._metadata("descriptivemetadata", "language")
        ]
        stated += [(each.get(_LANG), each) for each in (*self._chain, self._item)]
        if self._text:
            stated += [
                (each.get(_LANG) or each.get("baselang"), each)
                for each in self._text.data.iter()
            ]
        for raw, element in stated:
            if raw and (tag := language_tag(raw)):
                if name_of(element) == "language":
                    self._use(element)
                self._offer("language", tag, raw, element)
                return

    def _read_subjects(self) -> None:
        subjects: dict[Subject, Element] = {}
        for each in self._metadata("descriptivemetadata", "subjectcode"):
            for inner in each.iter():
                code = _formal(inner)
                if name_of(inner) in _IN_SUBJECT and code:
                    scheme = folded(inner.get("Vocabulary") or inner.get("Scheme"))
                    if code.isdigit() and len(code) == _SUBJECT_CODE:
                        scheme = _SUBJECTS
                    subject = Subject(code=code, scheme=scheme or None)
                    subjects.setdefault(subject, self._use(inner))
        if subjects:
            raw = ", ".join(each.code or "" for each in subjects)
            self._offer("subjects", list(subjects), raw, next(iter(subjects.values())))
        for each in self._metadata("descriptivemetadata", "genre"):
            if code := _formal(each):
                self._offer("genre", Subject(code=code), code, self._use(each))
        keywords = {text_of(each): each for each in self._lines("keywordline")}
        for component in self._chain:
            for section in _children(component, "descriptivemetadata"):
                for each in _children(section, "property"):
                    value = folded(each.get("Value"))
                    if _formal(each).lower() == "keyword" and value:
                        keywords.setdefault(value, self._use(each))
        if keywords:
            raw = ", ".join(keywords)
            self._offer("keywords", list(keywords), raw, next(iter(keywords.values())))

    def _read_makers(self) -> None:
        for name, role in (("creator", "author"), ("contributor", "contributor")):
            for each in self._metadata("administrativemetadata", name):
                for party, element in self._parties(each):
                    topic = folded(element.get("Topic")).lower()
                    one = Contributor(
                        name=party,
                        role="editor" if topic == "editor" else role,
                        kind="agency" if is_agency(party) else "person",
                    )
                    self._makers.add(one, Trace(_label(each), party, element))
        for component in self._chain:
            for section in _children(component, "administrativemetadata"):
                for each in _children(section, "property"):
                    value = folded(each.get("Value"))
                    if _formal(each).lower() == "author" and value:
                        trace = Trace("author", value, self._use(each))
                        self._makers.add(Contributor(name=value), trace)
        if byline := self._found.fields.get("byline"):
            self._makers.add_byline(byline, Trace("ByLine", byline))

    def _places(self) -> Iterator[tuple[str, Element]]:
        for each in self._metadata("descriptivemetadata", "location"):
            for inner in each.iter():
                value = folded(inner.get("Value"))
                if _formal(inner).lower() == "city" and value:
                    yield value, self._use(inner)

    # The text and the pictures.

    def _read_data(self, data: Element, body: BodyReader) -> None:
        self._use(data)
        if len(data):
            body.read(data)
        else:
            read_text(data.text or "", body, self._found.notes)

    def _with_pictures(self, body: BodyReader) -> list[Block]:
        """Return the blocks, each picture where the text refers to it, or last."""
        captions = {
            f"#{picture.component.get('Duid')}": caption
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
        return [*body.blocks, *captions.values()]

    def _caption(self, picture: _Picture) -> ImageCaption | None:
        text = "" if picture.caption is None else _plain(self._use(picture.caption))
        line, maker = None, None
        for lines in _children(picture.component, "newslines"):
            for each in lines:
                words = text_of(each)
                if name_of(each) == "creditline":
                    line = line or words or None
                    self._use(each)
                elif name_of(each) == "byline":
                    maker = maker or words or None
                    self._use(each)
                elif name_of(each) == "headline" and not text:
                    text = words
        if maker is None:
            for section in _children(picture.component, "administrativemetadata"):
                for each in _children(section, "creator"):
                    for name, _ in self._parties(each):
                        maker = maker or name
        credits = list(credits_in(line)) if line else []
        if maker and not any(
            each.name and is_same(maker, each.name) for each in credits
        ):
            credits.insert(0, Source(name=maker, kind="person", role="photographer"))
        image = self._image(picture.files)
        if not (text or line or credits or image):
            return None
        return ImageCaption(
            text=text[:TEXT_LIMIT], credit_line=line, credits=credits, image=image
        )

    def _image(self, files: Sequence[Element]) -> Image | None:
        """Return the largest file of a picture."""
        sized: list[tuple[int, int, Element]] = []
        for each in files:
            sizes = {"width": 0, "height": 0}
            for inner in each.iter():
                name = _formal(inner).lower()
                if name in sizes:
                    sizes[name] = whole_number(folded(inner.get("Value"))) or 0
            sized.append((sizes["width"], sizes["height"], each))
        if not sized:
            return None
        width, height, best = max(sized, key=lambda one: one[0] * one[1])
        self._use(best)
        small = max(width, height) <= COUNT_LIMIT
        return Image(
            url=folded(best.get("Href")),
            width=width if width and small else None,
            height=height if height and small else None,
        )


#: Elements of NewsManagement that are times, and their fields.
_MANAGEMENT: Final = {
    "firstcreated": "published",
    "thisrevisioncreated": "modified",
    "statuswillchange": "embargoed",
}
#: Lines that are fields, the nearest that has words.
_LINES: Final = (
    ("headline", ("headline",)),
    ("byline", ("byline",)),
    ("slugline", ("slugline",)),
)


def _children(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element if name_of(each) == name)


def _child(element: Element, name: str) -> Element | None:
    return next(_children(element, name), None)


def _label(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _formal(element: Element) -> str:
    return folded(element.get("FormalName"))


def _role(component: Element) -> str:
    role = _child(component, "role")
    return "" if role is None else _formal(role).lower()


def _kinds(item: Element) -> list[str]:
    """Return what a content item says of its kind: media type, format, MIME type."""
    return [
        _formal(each).lower()
        for each in item
        if name_of(each) in ("mediatype", "format", "mimetype")
    ]


def _plain(data: Element) -> str:
    """Return the words of a text that is one line, marked up or not."""
    reader = BodyReader(lambda *_: None)
    reader.read(data)
    return folded(" ".join(block.text for block in reader.blocks if block.text))
