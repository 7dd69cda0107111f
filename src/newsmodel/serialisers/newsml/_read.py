"""Reads NewsML: our own documents to the letter, all others by rules."""

from collections.abc import Iterator, Mapping

from attrs import evolve
from lxml import etree

from newsmodel.errors import Location, ModelError, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.xml import local_name, parse_xml, place_of
from newsmodel.serialisers.newsml import _newsml1 as newsml1
from newsmodel.serialisers.newsml._g2_message import (
    OTHERS,
    ROOTS,
    Unit,
    aliases_around,
    around,
    main_of,
    read_unit,
    units_of,
)
from newsmodel.serialisers.newsml._read_own import OwnReader
from newsmodel.serialisers.newsml._vocabulary import (
    FORMAT,
    G2,
    PROFILE,
    PROFILE_VERSION,
)

NEWSML1 = "NewsML"
_ITEM = f"{{{G2}}}newsItem"
_PROFILE = f"{{{G2}}}itemMeta/{{{G2}}}profile"


def read(data: bytes | str) -> Explanation:
    """Return the article in a document: its first text, with its pictures.

    Raises:
        ParseError: If it is not well-formed, or holds no article.
    """
    root = parse_xml(data, FORMAT)
    if _is_own(root):
        return _read_own(root)
    if local_name(root) == NEWSML1:
        items = newsml1.items_of(root)
        found, count = newsml1.ItemReader(items[0], root).read(), len(items)
        notes = list(found.notes)
    else:
        units = _units(root)
        found = _read_unit(main_of(units), aliases_around(root))
        notes = [*found.notes, *around(root)]
        count = len(units)
    if count > 1:
        message = f"{count - 1} more in the document are left out: use parse_all"
        notes.append(Note(code="more-articles", message=message))
    return evolve(found, notes=tuple(notes))


def read_all(data: bytes | str) -> Iterator[Explanation]:
    """Yield all articles in a document, in order.

    Raises:
        ParseError: If it is not well-formed, or holds no article.
    """
    root = parse_xml(data, FORMAT)
    if local_name(root) == NEWSML1:
        for at, item in enumerate(newsml1.items_of(root)):
            yield newsml1.ItemReader(item, root, is_first=not at).read()
        return
    aliases = aliases_around(root)
    for unit in _units(root):
        yield _read_unit(unit, aliases)


def _units(root: etree._Element) -> list[Unit]:
    name = local_name(root)
    if name in ROOTS:
        return units_of(root)
    problem = f"the root is {name}, which is no item of NewsML"
    if name in OTHERS:
        problem = f"the document is a {name}, which holds no article"
    raise ParseError(problem, FORMAT, Location(line=root.sourceline))


def _read_unit(unit: Unit, aliases: Mapping[str, str]) -> Explanation:
    return _read_own(unit.item) if _is_own(unit.item) else read_unit(unit, aliases)


def _is_own(item: etree._Element) -> bool:
    """Whether an item says that newsmodel wrote it, in a version known here."""
    if item.tag != _ITEM:
        return False
    profile = item.find(_PROFILE)
    return (
        profile is not None
        and profile.text == PROFILE
        and profile.get("versioninfo") == PROFILE_VERSION
    )


def _read_own(item: etree._Element) -> Explanation:
    reader = OwnReader(item)
    try:
        article = reader.read()
    except ModelError as error:
        raise ParseError(str(error), FORMAT, place_of(reader.at)) from error
    return Explanation(article=article, format=FORMAT, notes=tuple(reader.notes))
