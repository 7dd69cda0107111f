"""The articles in a document: which items there are, and what belongs together."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import Element, text_of
from newsmodel.markup.xml import local_name, path_of
from newsmodel.serialisers._findings import attributes_of
from newsmodel.serialisers.newsml._g2_groups import Groups
from newsmodel.serialisers.newsml._g2_item import PICTURES, ItemReader, item_class
from newsmodel.serialisers.newsml._vocabulary import FORMAT

_ITEMS: Final = ("newsItem", "packageItem")
#: Roots that hold articles, and those of the standard that hold something else.
ROOTS: Final = (*_ITEMS, "newsMessage")
OTHERS: Final = ("catalogItem", "conceptItem", "knowledgeItem", "planningItem")
_TEXTS: Final = ("text", "")
_SHOWN: Final = 200


class Unit(NamedTuple):
    """An item that is an article, and the picture items that belong to it."""

    item: Element
    pictures: Sequence[Element] = ()


def units_of(root: Element) -> list[Unit]:
    """Return the articles in a document, in order; the main one is the first text.

    Raises:
        ParseError: If there is no item that could be one.
    """
    items = [root]
    if local_name(root) == "newsMessage":
        items = [
            each
            for item_set in root
            if local_name(item_set) == "itemSet"
            for each in item_set
            if local_name(each) in _ITEMS
        ]
    if not items:
        where = Location(line=root.sourceline, path=path_of(root))
        raise ParseError("the message holds no news item", FORMAT, where)
    news = [each for each in items if local_name(each) == "newsItem"]
    texts = [each for each in news if item_class(Groups(each)) in _TEXTS]
    if not texts:
        return [Unit(each) for each in news or items]
    pictures: dict[int, list[Element]] = {}
    others: list[Element] = []
    for each in news:
        if item_class(Groups(each)) in PICTURES:
            owner = _owner(each, texts, news)
            pictures.setdefault(texts.index(owner), []).append(each)
        else:
            others.append(each)
    return [
        Unit(each, pictures.get(texts.index(each), ()) if each in texts else ())
        for each in others
    ]


def _owner(
    picture: Element, texts: Sequence[Element], news: Sequence[Element]
) -> Element:
    """Return the text that a picture belongs to.

    One that links to it, or else the first text of the message.
    """
    guid = picture.get("guid")
    for text in texts if guid and len(texts) > 1 else ():
        for each in text.iter("{*}link"):
            if guid in (each.get("residref"), each.get("href")):
                return text
    return texts[0]


def main_of(units: Sequence[Unit]) -> Unit:
    """Return the article that a document is about: the first text, or the first."""
    for unit in units:
        if item_class(Groups(unit.item)) in _TEXTS:
            return unit
    return units[0]


def read_unit(unit: Unit, root: Element) -> Explanation:
    """Return an article of a document, with evidence."""
    catalogs = [
        each
        for part in root
        if local_name(part) == "header"
        for each in part
        if local_name(each) == "catalog"
    ]
    return ItemReader(unit.item, unit.pictures, catalogs).read()


def around(root: Element) -> list[Note]:
    """Return notes on what stands in a message besides its items."""
    notes: list[Note] = []
    for part in root if local_name(root) == "newsMessage" else ():
        name = local_name(part)
        inner = list(part)
        for each in inner if name in ("header", "itemSet") else [part]:
            if local_name(each) in _ITEMS or local_name(each).startswith("catalog"):
                continue
            if words := text_of(each) or attributes_of(each):
                message = f"{local_name(each)} is left out: {words[:_SHOWN]}"
                place = Location(line=each.sourceline, path=path_of(each))
                notes.append(Note(code="left-out", message=message, location=place))
    return notes
