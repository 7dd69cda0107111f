"""Reads a message item by item, in memory that does not grow with the message.

A file is walked twice: which pictures belong to which text is not known before the
last item has been seen.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import BinaryIO, Final, TypeAlias

from newsmodel.evidence import Explanation, Note
from newsmodel.markup.elements import Element
from newsmodel.markup.xml import local_name, stream_xml
from newsmodel.serialisers.newsml import _newsml1 as newsml1
from newsmodel.serialisers.newsml._catalogs import aliases_in
from newsmodel.serialisers.newsml._g2_item import (
    PICTURES,
    ItemReader,
    PictureRead,
    item_class,
    read_picture_item,
)
from newsmodel.serialisers.newsml._g2_message import TEXTS, Owners
from newsmodel.serialisers.newsml._newsml1_tree import parts_in
from newsmodel.serialisers.newsml._own import is_own, read_own
from newsmodel.serialisers.newsml._vocabulary import FORMAT

Reading: TypeAlias = Callable[[], Explanation]

_ITEMS: Final = ("newsItem", "packageItem", "NewsItem")
_TAGS: Final = ("newsMessage", "header", "NewsML", *_ITEMS)
# What is left out of pictures is listed for so many of them.
_MOST_NOTED: Final = 1000
_MORE: Final = Note(
    code="left-out", message="what else pictures say is not listed for so many"
)


class _Plan:
    """What the first walk finds: the class of each item, and whose a picture is.

    Attributes:
        kinds: What each news item is, in order.
        pictures: What was read of the pictures of each text, by its number.
    """

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.pictures: dict[int, list[PictureRead]] = {}
        self._owners = Owners()
        self._loose: list[tuple[str, PictureRead]] = []
        self._has_texts = False

    def add(self, item: Element, aliases: Mapping[str, str]) -> None:
        """Take note of the next item."""
        if local_name(item) == "packageItem":
            self._owners.add_package(item)
            return
        kind = item_class(item)
        at = len(self.kinds)
        self.kinds.append(kind)
        if kind in PICTURES:
            read = read_picture_item(item, aliases)
            if len(self._loose) == _MOST_NOTED:
                read = read._replace(notes=(_MORE,))
            elif len(self._loose) > _MOST_NOTED:
                read = read._replace(notes=())
            self._loose.append((item.get("guid", ""), read))
        elif kind in TEXTS:
            self._owners.add_text(at, item)

    def is_of_another(self, at: int) -> bool:
        """Whether the item of a number is a picture of a text."""
        return self._has_texts and self.kinds[at] in PICTURES

    def settle(self) -> None:
        """Give each picture to the text that it belongs to, else to the first."""
        first = next((at for at, kind in enumerate(self.kinds) if kind in TEXTS), None)
        if first is not None:
            for guid, read in self._loose:
                owner = self._owners.of(guid, first)
                self.pictures.setdefault(owner, []).append(read)
        self._has_texts = first is not None
        self._owners, self._loose = Owners(), []


def read_file(file: BinaryIO) -> Iterator[Reading] | None:
    """Yield what reads each article in a message or in NewsML 1, in order.

    Each has to be called before the next is asked for.

    Args:
        file: A file that can be walked twice.

    Returns:
        ``None`` where the document is a single item, to be read as a whole.

    Raises:
        ParseError: If it is not well-formed.
    """
    for _, element in stream_xml(file, FORMAT, _TAGS):
        name = local_name(element)
        if name == "newsMessage":
            return _message(file)
        if name == "NewsML":
            return _newsml1(file)
        break
    return None


def _message(file: BinaryIO) -> Iterator[Reading]:
    plan = _Plan()
    aliases: Mapping[str, str] = {}
    for event, element in stream_xml(file, FORMAT, _TAGS):
        name = local_name(element)
        if event == "end" and name == "header":
            aliases = aliases_in(
                each for each in element if local_name(each) == "catalog"
            )
        elif event == "end" and name in _ITEMS:
            plan.add(element, aliases)
            _forget(element)
    plan.settle()
    at = 0
    wanted = "newsItem" if plan.kinds else "packageItem"
    for event, element in stream_xml(file, FORMAT, _TAGS):
        if event == "start" or local_name(element) not in _ITEMS:
            continue
        if local_name(element) == wanted:
            if is_own(element):
                yield partial(read_own, element)
            elif not plan.is_of_another(at):
                pictures = plan.pictures.pop(at, ())
                yield ItemReader(element, pictures, aliases).read
            at += 1
        _forget(element)


def _newsml1(file: BinaryIO) -> Iterator[Reading]:
    found = 0
    for event, element in stream_xml(file, FORMAT, _TAGS):
        parent = element.getparent()
        if event == "end" and local_name(element) == "NewsItem":
            if parent is None or local_name(parent) != "NewsML":
                continue
            for part in parts_in(element):
                yield newsml1.ItemReader(part, parent, is_first=not found).read
                found += 1
            _forget(element)


def _forget(element: Element) -> None:
    """Free an item, and the items before it."""
    element.clear()
    parent, before = element.getparent(), element.getprevious()
    while parent is not None and before is not None and local_name(before) in _ITEMS:
        parent.remove(before)
        before = element.getprevious()
