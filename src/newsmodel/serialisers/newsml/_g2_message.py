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
#: What an item is that is a text, as it says; most say so.
TEXTS: Final = ("text", "")
_CATALOGS: Final = ("catalogRef", "catalog")


class Unit(NamedTuple):
    """An item that is an article, and the picture items that belong to it."""

    item: Element
    kind: str
    pictures: Sequence[Element] = ()


class Owners:
    """Which text of a message a picture belongs to: texts and pictures by GUID.

    It is the text that links to it, else the first in its group of a package.
    """

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._linked: dict[str, int] = {}
        self._groups: list[list[str]] = []
        self._grouped: dict[str, int] = {}  # the number of the group
        self._of_groups: dict[int, int] = {}

    def add_text(self, at: int, item: Element) -> None:
        """Take note of a text, by the number of its item."""
        if guid := item.get("guid"):
            self._texts.setdefault(guid, at)
        for each in item.iter("{*}link"):
            for target in (each.get("residref"), each.get("href")):
                if target:
                    self._linked.setdefault(target, at)

    def add_package(self, item: Element) -> None:
        """Take note of what a package groups."""
        for group in item.iter("{*}group"):
            refs = group.iter("{*}itemRef")
            guids = [guid for each in refs if (guid := each.get("residref"))]
            for guid in guids:
                self._grouped.setdefault(guid, len(self._groups))
            self._groups.append(guids)

    def of(self, guid: str, otherwise: int) -> int:
        """Return the number of the text that a picture belongs to."""
        if guid in self._linked:
            return self._linked[guid]
        group = self._grouped.get(guid)
        if group is None:
            return otherwise
        if group not in self._of_groups:
            texts = (self._texts.get(each) for each in self._groups[group])
            first = next((at for at in texts if at is not None), otherwise)
            self._of_groups[group] = first
        return self._of_groups[group]


def units_of(root: Element) -> list[Unit]:
    """Return the articles in a document, in order.

    Raises:
        ParseError: If there is no item that could be one.
    """
    items = [root]
    if local_name(root) == "newsMessage":
        items = [
            each
            for part in root
            if local_name(part) == "itemSet"
            for each in part
            if local_name(each) in _ITEMS
        ]
    if not items:
        where = Location(line=root.sourceline, path=path_of(root))
        raise ParseError("the message holds no news item", FORMAT, where)
    news = [Unit(each, item_class(each)) for each in items if _is_news(each)]
    texts = [at for at, unit in enumerate(news) if unit.kind in TEXTS]
    if not texts:
        return news or [Unit(each, "") for each in items]
    owners = Owners()
    if len(texts) > 1:
        for at in texts:
            owners.add_text(at, news[at].item)
        for each in items:
            if not _is_news(each):
                owners.add_package(each)
    pictures: dict[int, list[Element]] = {}
    for unit in news:
        if unit.kind in PICTURES:
            owner = owners.of(unit.item.get("guid", ""), texts[0])
            pictures.setdefault(owner, []).append(unit.item)
    return [
        unit._replace(pictures=pictures.get(at, ()))
        for at, unit in enumerate(news)
        if unit.kind not in PICTURES
    ]


def _is_news(item: Element) -> bool:
    return local_name(item) == "newsItem"


def main_of(units: Sequence[Unit]) -> Unit:
    """Return the article that a document is about: the first text, or the first."""
    return next((unit for unit in units if unit.kind in TEXTS), units[0])


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
    is_news = any(_is_news(each) for part in root for each in part)
    for part in root:
        is_open = local_name(part) in ("header", "itemSet")
        for each in part if is_open else (part,):
            name = local_name(each)
            if name == "newsItem" or (name == "packageItem" and not is_news):
                continue
            if name not in _CATALOGS:
                found.leave_out(each)
    return tuple(found.notes)
