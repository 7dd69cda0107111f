"""The tree of a news item in NewsML 1: which component is the text of an article.

A news item is a tree of components, each with lines and metadata of its own.
Which component is the text follows from what is in it, since agencies name the
roles as they like.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, final

from newsmodel.markup.elements import Element, name_of, text_of
from newsmodel.rules._words import words
from newsmodel.rules.lines import folded

# Roles of components, in lower case.
_MAIN: Final = words("main body fulltext full text article story")
TITLES: Final = words("title headline")
SUMMARIES: Final = words("lead abstract summary intro teaser")
_BESIDE: Final = (
    words("caption stylesheet contact logo tweettext subheadline keywords byline")
    | TITLES
    | SUMMARIES
)
_NO_PICTURES: Final = words("logo video audio sound clip stylesheet")
#: Roles of components that show something: what they say is not the article's.
SHOWN: Final = words("video audio sound photo picture graphic image")
# Formats and types of content, in lower case.
_PICTURES: Final = ("photo", "picture", "graphic", "image", "jpeg", "jpg", "png", "gif")
_NO_TEXTS: Final = ("css", "rtf", "image/", "video/", "audio/", "application/pdf")


@final
class Component:
    """A component of a news item, with what stands right in it.

    Attributes:
        element: Its element.
        above: The component around it.
        role: Its role, in lower case.
        inner: The components right in it.
        contents: Its content items.
    """

    __slots__ = ("_stated", "above", "contents", "element", "inner", "role")

    def __init__(self, element: Element, above: "Component | None") -> None:
        self.element = element
        self.above = above
        self.role = ""
        self.inner: list[Component] = []
        self.contents: list[Element] = []
        self._stated: dict[str, list[Element]] = {}
        for each in element:
            name = name_of(each)
            if name == "contentitem":
                self.contents.append(each)
            elif name == "role":
                self.role = self.role or formal(each).lower()
            elif name != "newscomponent":
                for inner in each:
                    full = f"{name}/{name_of(inner)}"
                    self._stated.setdefault(full, []).append(inner)

    def stated(self, name: str) -> list[Element]:
        """Return the elements of a name in a section: ``newslines/byline``."""
        return self._stated.get(name, [])

    def outwards(self) -> "Iterator[Component]":
        """Yield it and the components around it, the nearest first."""
        at: Component | None = self
        while at is not None:
            yield at
            at = at.above


class Content(NamedTuple):
    """A ``ContentItem`` with text in it.

    Attributes:
        data: Its ``DataContent``.
        encoding: In what that is encoded, if it is: ``Base64``.
        component: The component it stands in.
    """

    data: Element
    encoding: str
    component: Component


class Picture(NamedTuple):
    """A component that shows a picture: its caption, and where it lies."""

    component: Component
    caption: Element | None
    files: Sequence[Element]


class Part(NamedTuple):
    """The part of a news item that is one article.

    Attributes:
        item: The news item.
        components: The components that belong to the article, in order.
        top: The element around them.
        others: Those around the other articles of the item, for the first.
    """

    item: Element
    components: Sequence[Component]
    top: Element
    others: Sequence[Element] = ()


def parts_in(element: Element) -> list[Part]:
    """Return the articles in an element, itself among them, that have content."""
    return [
        part
        for item in element.iter("{*}NewsItem")
        if (components := _components_in(item))
        for part in _parts_of(item, components)
    ]


def _components_in(item: Element) -> list[Component]:
    made: dict[Element, Component] = {}
    for element in item.iter("{*}NewsComponent"):
        parent = element.getparent()
        above = None if parent is None else made.get(parent)
        made[element] = component = Component(element, above)
        if above is not None:
            above.inner.append(component)
    return list(made.values())


def _parts_of(item: Element, components: Sequence[Component]) -> list[Part]:
    """Return the articles in a news item: one, or each with a headline and a text."""
    whole = Part(item, components, item)
    tops: dict[Component, None] = {}
    for text in texts_in(components):
        line = list(text.component.outwards())
        if text.component.role not in _BESIDE:
            headed = next(filter(_has_headline, line), None)
            if headed is None or any(map(_is_no_package, line)):
                return [whole]
            tops[headed] = None
    if any(each in tops for top in tops if top.above for each in top.above.outwards()):
        return [whole]
    first, *others = tops or [components[0]]
    owned: dict[Component, list[Component]] = {each: [] for each in (first, *others)}
    owners: dict[Component | None, Component] = {}
    for each in components:
        owner = each if each in owned else owners.get(each.above, first)
        owners[each] = owner
        owned[owner].append(each)
    around = [each.element for each in others]
    return [
        Part(item, owned[first], item, around),
        *(Part(item, owned[each], each.element) for each in others),
    ]


def _has_headline(component: Component) -> bool:
    return any(map(text_of, component.stated("newslines/headline")))


def _is_no_package(component: Component) -> bool:
    """Whether a component shows something, or holds variants of one text."""
    is_shown = component.role in SHOWN
    return is_shown or component.element.get("EquivalentsList") == "yes"


def texts_in(components: Sequence[Component]) -> Iterator[Content]:
    """Yield the texts in components, whatever they are for."""
    for component in components:
        for item in component.contents:
            kinds = " ".join(_kinds(item))
            encoding = child(item, "encoding")
            data = child(item if encoding is None else encoding, "datacontent")
            if data is None or any(each in kinds for each in _NO_TEXTS):
                continue
            if len(data) or (data.text and not data.text.isspace()):
                notation = "" if encoding is None else folded(encoding.get("Notation"))
                yield Content(data, notation, component)


def main_of(texts: Sequence[Content]) -> Content | None:
    """Return the text: the marked-up one before the plain, then the first."""
    return max(
        (each for each in texts if each.component.role not in _BESIDE),
        key=lambda each: (
            each.component.role in _MAIN or not each.component.role,
            len(each.data) > 0,
        ),
        default=None,
    )


def pictures_in(components: Sequence[Component]) -> Iterator[Picture]:
    """Yield the components among some that show pictures."""
    shown: set[Element] = set()  # files of a component around theirs
    for component in components:
        caption = None
        files: list[Element] = []
        for each in (component, *component.inner):
            if each.role in _NO_PICTURES:
                continue
            if each.role == "caption" and each is component:
                continue
            for item in each.contents:
                data = child(item, "datacontent")
                if each.role == "caption" and data is not None and caption is None:
                    caption = data
                elif item.get("Href"):
                    kinds = " ".join(_kinds(item))
                    if any(sign in kinds for sign in _PICTURES):
                        files.append(item)
        # The component of one rendition alone is a part of the one around it.
        if caption is not None or (files and not component.role):
            if caption is None and shown.issuperset(files):
                continue
            shown.update(files)
            yield Picture(component, caption, files)


def child(element: Element, name: str) -> Element | None:
    """Return the first child of a name, which is in lower case."""
    for each in element:
        if name_of(each) == name:
            return each
    return None


def formal(element: Element) -> str:
    """Return the formal name of an element: a word, a code, a name."""
    return folded(element.get("FormalName"))


def _kinds(item: Element) -> list[str]:
    """Return what a content item says of its kind: media type, format, MIME type."""
    return [
        formal(each).lower()
        for each in item
        if name_of(each) in ("mediatype", "format", "mimetype")
    ]
