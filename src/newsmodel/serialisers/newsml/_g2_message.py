"""The articles in a document: which items there are, and what belongs together."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.elements import Element
from newsmodel.markup.xml import local_name, path_of
from newsmodel.serialisers._findings import Findings
from newsmodel.serialisers.newsml._catalogs import aliases_in
from newsmodel.serialisers.newsml._g2_item import (
    PICTURES,
    ItemReader,
    item_class,
    read_picture_item,
)
from newsmodel.serialisers.newsml._vocabulary import FORMAT

_ITEMS: Final = ("newsItem", "packageItem")
#: Roots that hold articles, and those of the standard that hold something else.
ROOTS: Final = (*_ITEMS, "newsMessage")
OTHERS: Final = ("catalogItem", "conceptItem", "knowledgeItem", "planningItem")
_TEXTS: Final = ("text", "")
_CATALOGS: Final = ("catalogRef", "catalog")


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
    classes = [item_class(each) for each in news]
    texts = [each for each, kind in zip(news, classes, strict=True) if kind in _TEXTS]
    if not texts:
        return [Unit(each) for each in news or items]
    pictures: dict[Element, list[Element]] = {each: [] for each in texts}
    owners = _owners(texts)
    others: list[Element] = []
    for each, kind in zip(news, classes, strict=True):
        if kind in PICTURES:
            owner = owners.get(each.get("guid"), texts[0])
            pictures[owner].append(each)
        else:
            others.append(each)
    return [Unit(each, pictures.get(each, ())) for each in others]


def _owners(texts: Sequence[Element]) -> dict[str | None, Element]:
    """Return which text links to a picture first, by the GUID of the picture."""
    owners: dict[str | None, Element] = {}
    for text in texts if len(texts) > 1 else ():
        for each in text.iter("{*}link"):
            for guid in (each.get("residref"), each.get("href")):
                if guid:
                    owners.setdefault(guid, text)
    return owners


def main_of(units: Sequence[Unit]) -> Unit:
    """Return the article that a document is about: the first text, or the first."""
    for unit in units:
        if item_class(unit.item) in _TEXTS:
            return unit
    return units[0]


def aliases_around(root: Element) -> dict[str, str]:
    """Return the aliases that hold for all items of a message."""
    return aliases_in(
        each
        for part in root
        if local_name(part) == "header"
        for each in part
        if local_name(each) == "catalog"
    )


def read_unit(
    unit: Unit, aliases: Mapping[str, str], *, quiet: bool = False
) -> Explanation:
    """Return an article of a document, with evidence unless it is not wanted."""
    pictures = [read_picture_item(each, aliases, quiet=quiet) for each in unit.pictures]
    return ItemReader(unit.item, pictures, aliases, quiet=quiet).read()


def around(root: Element) -> tuple[Note, ...]:
    """Return notes on what stands in a message besides its items of news."""
    if local_name(root) != "newsMessage":
        return ()
    found = Findings()
    is_news = any(local_name(each) == "newsItem" for part in root for each in part)
    for part in root:
        is_open = local_name(part) in ("header", "itemSet")
        for each in part if is_open else (part,):
            name = local_name(each)
            if name == "newsItem" or (name == "packageItem" and not is_news):
                continue
            if name not in _CATALOGS:
                found.leave_out(each)
    return tuple(found.notes)
