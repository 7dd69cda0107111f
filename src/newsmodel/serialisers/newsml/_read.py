"""Reads NewsML: our own documents to the letter, all others by rules."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import BinaryIO

from attrs import evolve
from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.xml import local_name, parse_xml
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
from newsmodel.serialisers.newsml._own import is_own, read_own, with_content
from newsmodel.serialisers.newsml._stream import read_file
from newsmodel.serialisers.newsml._vocabulary import FORMAT

NEWSML1 = "NewsML"
# What is bigger is not read as a whole where several articles are wanted.
_BIG = 4_000_000


def read(data: bytes | str, *, quiet: bool = False) -> Explanation:
    """Return the article in a document: its first text, with its pictures.

    Args:
        data: The document.
        quiet: Whether only the article is wanted, without evidence and notes.

    Raises:
        ParseError: If it is not well-formed, or holds no article.
    """
    root = parse_xml(data, FORMAT)
    if is_own(root):
        return read_own(root)
    if local_name(root) == NEWSML1:
        parts = newsml1.parts_of(root)
        found = newsml1.ItemReader(parts[0], root, quiet=quiet).read()
        count = len(parts)
        notes = list(found.notes)
    else:
        units = _units(root)
        found = _read_unit(main_of(units), aliases_around(root), quiet=quiet)
        notes = [*found.notes, *(() if quiet else around(root))]
        count = len(units)
    if count > 1:
        message = f"{count - 1} more in the document are left out: use parse_all"
        notes.append(Note(code="more-articles", message=message))
    return evolve(found, notes=tuple(notes))


def read_all(data: bytes | str | BinaryIO) -> Iterator[Explanation]:
    """Yield all articles in a document, in order.

    A big one, or one in a file, is read item by item.

    Raises:
        ParseError: If it is not well-formed, or holds no article.
    """
    if isinstance(data, bytes) and len(data) > _BIG:
        data = BytesIO(data)
    if not isinstance(data, bytes | str):
        found = read_file(data)
        if found is not None:
            return with_content(found)
        data.seek(0)
        data = data.read()
    return with_content(_each_of(parse_xml(data, FORMAT)))


def _each_of(root: etree._Element) -> Iterator[Callable[[], Explanation]]:
    if is_own(root):
        yield partial(read_own, root)
    elif local_name(root) == NEWSML1:
        for at, part in enumerate(newsml1.parts_of(root)):
            yield newsml1.ItemReader(part, root, is_first=not at).read
    else:
        aliases = aliases_around(root)
        for unit in _units(root):
            yield partial(_read_unit, unit, aliases)


def _units(root: etree._Element) -> list[Unit]:
    name = local_name(root)
    if name in ROOTS:
        return units_of(root)
    problem = f"the root is {name}, which is no item of NewsML"
    if name in OTHERS:
        problem = f"the document is a {name}, which holds no article"
    raise ParseError(problem, FORMAT, Location(line=root.sourceline))


def _read_unit(
    unit: Unit, aliases: Mapping[str, str], *, quiet: bool = False
) -> Explanation:
    if is_own(unit.item):
        return read_own(unit.item)
    return read_unit(unit, aliases, quiet=quiet)
