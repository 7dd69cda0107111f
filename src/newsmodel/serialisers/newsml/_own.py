"""Which documents are our own, and how they are read: to the letter."""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from newsmodel.errors import ModelError, ParseError
from newsmodel.evidence import Explanation
from newsmodel.markup.xml import place_of
from newsmodel.serialisers._xml_reader import EmptyItemError
from newsmodel.serialisers.newsml._read_own import OwnReader
from newsmodel.serialisers.newsml._vocabulary import (
    FORMAT,
    G2,
    PROFILE,
    PROFILE_VERSION,
)

_ITEM = f"{{{G2}}}newsItem"
_PROFILE = f"{{{G2}}}itemMeta/{{{G2}}}profile"


def with_content(
    readings: Iterable[Callable[[], Explanation]],
) -> Iterator[Explanation]:
    """Yield what is read, item by item, but for items that say nothing.

    Raises:
        ParseError: If none says anything, or one cannot be read.
    """
    is_any = False
    empty: ParseError | None = None
    for read in readings:
        try:
            found = read()
        except EmptyItemError as error:
            empty = error
            continue
        is_any = True
        yield found
    if not is_any:
        raise empty or ParseError("the document holds no news item", FORMAT)


def is_own(item: etree._Element) -> bool:
    """Whether an item says that newsmodel wrote it, in a version known here."""
    if item.tag != _ITEM:
        return False
    profile = item.find(_PROFILE)
    return (
        profile is not None
        and profile.text == PROFILE
        and profile.get("versioninfo") == PROFILE_VERSION
    )


def read_own(item: etree._Element) -> Explanation:
    reader = OwnReader(item)
    try:
        article = reader.read()
    except ModelError as error:
        raise ParseError(str(error), FORMAT, place_of(reader.at)) from error
    return Explanation(article=article, format=FORMAT, notes=tuple(reader.notes))
