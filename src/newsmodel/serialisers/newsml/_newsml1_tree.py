"""The tree of a news item in NewsML 1: which component is the text of an article.

A news item is a tree of components, each with lines and metadata of its own.
Which component is the text follows from what is in it, since agencies name the
roles as they like.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

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


class Content(NamedTuple):
    """A ``ContentItem`` with text in it.

    Attributes:
        data: Its ``DataContent``.
        encoding: In what that is encoded, if it is: ``Base64``.
        component: The component it stands in.
        role: The role of that, in lower case.
    """

    data: Element
    encoding: str
    component: Element
    role: str


class Picture(NamedTuple):
    """A component that shows a picture: its caption, and where it lies."""

    component: Element
    caption: Element | None
    files: Sequence[Element]


class Part(NamedTuple):
    """The part of a news item that is one article.

    Attributes:
        item: The news item.
        top: The component around all that belongs to the article; the item,
            where it holds one article.
        others: The components of the other articles in it, for the first.
    """

    item: Element
    top: Element
    others: Sequence[Element] = ()


def parts_in(element: Element) -> list[Part]:
    """Return the articles in an element, itself among them, that have content."""
    return [
        part
        for item in element.iter("{*}NewsItem")
        if child(item, "newscomponent") is not None
        for part in _parts_of(item)
    ]


def _parts_of(item: Element) -> list[Part]:
    """Return the articles in a news item: one, or each with a headline and a text."""
    whole = Part(item, item)
    tops: dict[Element, None] = {}
    for text in texts_in(whole):
        if text.role not in _BESIDE:
            above = [text.component, *above_of(text.component)]
            headed = next((each for each in above if _has_headline(each)), None)
            if headed is None or any(map(_is_no_package, above)):
                return [whole]
            tops[headed] = None
    if any(each in tops for top in tops for each in above_of(top)):
        return [whole]
    others = list(tops)[1:]
    return [Part(item, item, others), *(Part(item, top) for top in others)]


def _is_no_package(component: Element) -> bool:
    """Whether a component shows something, or holds variants of one text."""
    return role_of(component) in SHOWN or component.get("EquivalentsList") == "yes"


def _has_headline(component: Element) -> bool:
    lines = child(component, "newslines")
    headline = None if lines is None else child(lines, "headline")
    return headline is not None and bool(text_of(headline))


def components_in(part: Part) -> Iterator[Element]:
    """Yield the components of an article, in order."""
    others = set(part.others)
    for component in part.top.iter("{*}NewsComponent"):
        if not others or others.isdisjoint((component, *above_of(component))):
            yield component


def above_of(component: Element) -> Iterator[Element]:
    """Yield the components around one, the nearest first."""
    above = component.getparent()
    while above is not None and name_of(above) == "newscomponent":
        yield above
        above = above.getparent()


def texts_in(part: Part) -> Iterator[Content]:
    """Yield the texts of an article, whatever they are for."""
    for component in components_in(part):
        role = role_of(component)
        for item in children(component, "contentitem"):
            kinds = " ".join(_kinds(item))
            encoding = child(item, "encoding")
            data = child(item if encoding is None else encoding, "datacontent")
            if data is None or any(each in kinds for each in _NO_TEXTS):
                continue
            if len(data) or (data.text and not data.text.isspace()):
                notation = "" if encoding is None else folded(encoding.get("Notation"))
                yield Content(data, notation, component, role)


def main_of(texts: Sequence[Content]) -> Content | None:
    """Return the text: the marked-up one before the plain, then the first."""
    return max(
        (each for each in texts if each.role not in _BESIDE),
        key=lambda each: (each.role in _MAIN or not each.role, len(each.data) > 0),
        default=None,
    )


def pictures_in(part: Part) -> Iterator[Picture]:
    """Yield the components of an article that show pictures."""
    for component in components_in(part):
        caption = None
        files: list[Element] = []
        for each in (component, *children(component, "newscomponent")):
            role = role_of(each)
            if role in _NO_PICTURES or (each is component and role == "caption"):
                continue
            for item in children(each, "contentitem"):
                data = child(item, "datacontent")
                if role == "caption" and data is not None and caption is None:
                    caption = data
                elif item.get("Href"):
                    kinds = " ".join(_kinds(item))
                    if any(sign in kinds for sign in _PICTURES):
                        files.append(item)
        # The component of one rendition alone is a part of the one around it.
        is_part = role_of(component) and component.getparent() is not None
        if caption is not None or (files and not is_part):
            yield Picture(component, caption, files)


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, which is in lower case."""
    return (each for each in element if name_of(each) == name)


def child(element: Element, name: str) -> Element | None:
    """Return the first child of a name, which is in lower case."""
    return next(children(element, name), None)


def formal(element: Element) -> str:
    """Return the formal name of an element: a word, a code, a name."""
    return folded(element.get("FormalName"))


def role_of(component: Element) -> str:
    """Return the role of a component, in lower case."""
    role = child(component, "role")
    return "" if role is None else formal(role).lower()


def _kinds(item: Element) -> list[str]:
    """Return what a content item says of its kind: media type, format, MIME type."""
    return [
        formal(each).lower()
        for each in item
        if name_of(each) in ("mediatype", "format", "mimetype")
    ]
