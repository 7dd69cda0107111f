"""Documents to convert, and the folder that they are written to."""

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, final

from attrs import evolve, frozen

from newsmodel import documents, registry
from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.protocols import Serialiser

#: What stands for standard input, and what its article is called in a folder.
STANDARD_INPUT, ITS_NAME = "-", "stdin"

Complain = Callable[[OSError], object]


@final
@frozen(kw_only=True)
class Document:
    """A document to convert.

    Attributes:
        source: Its path, or ``-`` for standard input.
        place: The path below the folder to write to, its suffix left out.
    """

    source: str
    place: Path


def goes_to_folder(sources: Sequence[str], out: str | None) -> bool:
    """Tell whether what is written goes to a folder, there or to be made.

    Example:
        >>> goes_to_folder(["a.xml"], "a.json"), goes_to_folder(["a.xml"], "new/")
        (False, True)
    """
    if len(sources) > 1 or any(map(os.path.isdir, sources)):
        return True
    return out is not None and (out.endswith(_SEPARATORS) or Path(out).is_dir())


_SEPARATORS = tuple({"/", os.sep})


def to_convert(sources: Sequence[str], out: Path, complain: Complain) -> list[Document]:
    """Return the documents in files and folders, in an order that stays.

    Sources come in the order given, and what is in a folder by name. All are
    looked up before the first is written, and the folder to write to is left
    out, so that nothing is read that was written just now.

    Args:
        sources: Paths of files and folders, and ``-``.
        out: The folder to write to.
        complain: Is given each error on the way, which does not stop it.
    """
    suffixes = _known_suffixes()
    found = []
    for source in sources:
        if os.path.isdir(source):
            # Of several folders each keeps its name: files in two of them are
            # often called alike.
            own = Path(os.path.abspath(source)).name if len(sources) > 1 else ""
            for path in _files_below(Path(source), out, complain):
                place = Path(own) / path.relative_to(source)
                found.append(Document(source=str(path), place=place))
        else:
            name = ITS_NAME if source == STANDARD_INPUT else Path(source).name
            found.append(Document(source=source, place=Path(name)))
    bare = [_without_suffix(each.place, suffixes) for each in found]
    often = Counter(bare)
    # Where two documents differ in their suffix alone, both keep it.
    return [
        evolve(each, place=place) if often[place] == 1 else each
        for each, place in zip(found, bare, strict=True)
    ]


def _files_below(top: Path, out: Path, complain: Complain) -> Iterator[Path]:
    """Yield the files in a folder and all below it, by name.

    Names that begin with a dot are left out, as a shell does. Links to folders
    are not followed, since they may lead round in a ring.
    """
    # A list of our own, since a tree may be deeper than calls can be.
    pending = [top]
    while pending:
        path = pending.pop()
        try:
            if path == top or (path.is_dir() and not path.is_symlink()):
                if path == top or not _is_same(path, out):
                    names = sorted(os.listdir(path), reverse=True)
                    pending += [path / name for name in names if name[0] != "."]
            elif path.is_file():
                yield path
            else:  # to open a pipe would wait for ever
                raise OSError(errno.EINVAL, _NO_FILE, str(path))
        except OSError as error:
            complain(error)


_NO_FILE = "It is no file, and no folder of this tree"


def _is_same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)


def _known_suffixes() -> tuple[str, ...]:
    return tuple(suffix for each in registry.formats() for suffix in each.suffixes)


def _without_suffix(place: Path, suffixes: tuple[str, ...]) -> Path:
    """Return a path without its suffix, if it is that of a format.

    What stands behind the last point may be a part of the name, as in
    ``urn.example.1.2``, so other endings stay.
    """
    name = place.name
    for suffix in sorted(suffixes, key=len, reverse=True):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return place.with_name(name[: -len(suffix)])
    return place


def numbered(
    file: BinaryIO, format: str | None, name: str
) -> Iterator[tuple[str, Explanation]]:
    """Yield each article in a document, with the number that its name ends in.

    The number is ``""`` where the document holds one article, and ``-0001``,
    ``-0002`` and so on where it holds several. No more than two are in memory.

    Raises:
        ParseError: If there is no article to be had, or no further one.
        UnknownFormatError: If the document looks like no format.
    """
    articles = documents.read_all(file, format, None, name)
    for first in articles:
        try:
            second = next(articles, None)
        except ParseError:
            yield "-0001", first  # it is whole, whatever is wrong behind it
            raise
        if second is None:
            yield "", first
            return
        for number, each in enumerate(chain((first, second), articles), 1):
            yield f"-{number:04}", each
        return
    # None of ours ends like that, but a plug-in may.
    raise ParseError("there is no article in it", format or "newsmodel")


@final
class Folder:
    """A folder that articles are written to, each to a file of its own.

    Nothing is written outside the folder, not through a link either, nor over
    a file that was read, nor over one that was written to the folder before.
    """

    def __init__(self, path: Path, to: Serialiser, reads: Sequence[Document]) -> None:
        """Keep in mind which files are read, since none may be written over."""
        self._path = path
        self._suffix = to.suffixes[0] if to.suffixes else f".{to.format}"
        # By number, not by name: a file has many names by links, and where
        # capitals make no difference.
        self._taken: dict[tuple[int, int], str] = {}
        for each in reads:
            if number := file_number(each.source):
                self._taken[number] = "It is a document to be read"

    def write(self, document: Document, number: str, data: bytes) -> None:
        """Write an article of a document.

        Raises:
            OSError: If it cannot be written, or must not.
        """
        place = document.place
        name = f"{place.name}{number}{self._suffix}"
        target = self._path / place.with_name(name)
        real = Path(os.path.realpath(target))
        if not real.is_relative_to(os.path.realpath(self._path)):
            problem = "A link leads out of the folder to write to"
            raise PermissionError(errno.EPERM, problem, str(target))
        if (there := file_number(target)) and there in self._taken:
            raise FileExistsError(errno.EEXIST, self._taken[there], str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        documents.write_whole(target, data)
        if there := file_number(target):
            self._taken[there] = f"It holds what was in {document.source}"


def file_number(path: str | Path) -> tuple[int, int] | None:
    """Return what a file is told by, under whatever name; nothing if not there."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
