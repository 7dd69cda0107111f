"""Documents in and out: the functions that most users call."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

from newsmodel import registry
from newsmodel.errors import SerialiseError, UnknownFormatError
from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article
from newsmodel.protocols import Parser, ReaderOfFiles, ReaderOfSeveral, Validator


def parse(
    data: bytes | str, format: str | None = None, *, url: str | None = None
) -> Article:
    r"""Return the article in a document.

    Args:
        data: The whole document; of a page best the bytes, which tell in which
            encoding they are.
        format: Name or media type of its format; else found by looking.
        url: Where it was found, if that is known. Nothing is fetched.

    Raises:
        ParseError: If there is no article to be had.
        UnknownFormatError: If no such format is registered, or the document
            looks like none.

    Example:
        >>> parse("Bridge reopens\n\nBy Ann Example\n\nIt is open.").byline
        'By Ann Example'

    .. versionadded:: 0.1.0
    """
    _check_url(url)
    parser = _parser(data, format, "")
    # To say how it was read takes time, and is not wanted here.
    read_article = getattr(parser, "read_article", None)
    if read_article is not None:
        article: Article = read_article(data, url=url)
        return article
    return parser.read(data, url=url).article


def explain(
    data: bytes | str, format: str | None = None, *, url: str | None = None
) -> Explanation:
    r"""Return the article in a document, and how it came to be read like that.

    Args:
        data: The whole document; of a page best the bytes, which tell in which
            encoding they are.
        format: Name or media type of its format; else found by looking.
        url: Where it was found, if that is known. Nothing is fetched.

    Returns:
        The article of :func:`parse`, with the rule, place and raw text of each
        field, the readings that lost, and notes on what was skipped, repaired,
        cut or missing.

    Raises:
        ParseError: If there is no article to be had.
        UnknownFormatError: If no such format is registered, or the document
            looks like none.

    Example:
        >>> found = explain("Bridge reopens\n\nBy Ann Example\n\nIt is open.")
        >>> [each.winner.location.line for each in found.evidence][:1]
        [1]

    .. versionadded:: 0.1.0
    """
    return read(data, format, url)


def parse_all(
    data: bytes | str | BinaryIO,
    format: str | None = None,
    *,
    url: str | None = None,
) -> Iterator[Article]:
    """Yield the articles in a document, in order.

    A message or a package holds several; a document of any other sort one. Of a
    file or a pipe above 16 MB only one article at a time is in memory, where the
    format allows it.

    Args:
        data: The whole document, or a file open for reading bytes.
        format: Name or media type of its format; else found by looking.
        url: Where it was found, if that is known. Nothing is fetched.

    Raises:
        ParseError: If there is no article to be had, at the first one.
        UnknownFormatError: If no such format is registered, or the document
            looks like none.

    Example:
        >>> [article.text for article in parse_all("The bridge is open again.")]
        ['The bridge is open again.']

    .. versionadded:: 0.1.0
    """
    _check_url(url)
    for each in read_all(data, format, url):
        yield each.article


def load_all(
    file: str | os.PathLike[str] | BinaryIO,
    format: str | None = None,
    *,
    url: str | None = None,
) -> Iterator[Article]:
    r"""Yield the articles in a file, in order.

    Args:
        file: Its path, or a file open for reading bytes.
        format: Name or media type of its format; else found by suffix and look.
        url: Where it was found, if that is known.

    Raises:
        OSError: If the file cannot be read.
        ParseError: If there is no article to be had, at the first one.
        UnknownFormatError: If no such format is registered, or the document
            looks like none.

    Example:
        >>> from io import BytesIO
        >>> [each.text for each in load_all(BytesIO(b"The bridge is open again."))]
        ['The bridge is open again.']

    .. versionadded:: 0.1.0
    """
    _check_url(url)
    if not isinstance(file, str | os.PathLike):
        yield from parse_all(_opened(file, "read"), format, url=url)
        return
    with Path(file).open("rb") as opened:
        for each in read_all(opened, format, url, Path(file).name):
            yield each.article


# Files up to so many bytes are read whole: in parts, as larger ones are, XML may
# declare no entity, and some agencies' documents do.
_WHOLE = 16_000_000


def read_all(
    data: bytes | str | BinaryIO, format: str | None, url: str | None, name: str = ""
) -> Iterator[Explanation]:
    """Return the articles in a document, which may have come from a file."""
    if isinstance(data, bytes | str):
        parser = _parser(data, format, name)
    else:
        file = _opened(data, "read", "bytes, str")
        data = file.read(_WHOLE + 1)
        parser = _parser(data, format, name)
        if len(data) > _WHOLE:
            if isinstance(parser, ReaderOfFiles):
                return _read_in_parts(data, file, parser, url)
            data += file.read()
    if isinstance(parser, ReaderOfSeveral):
        return parser.read_all(data, url=url)
    return iter((parser.read(data, url=url),))


def _read_in_parts(
    start: bytes, file: BinaryIO, parser: ReaderOfFiles, url: str | None
) -> Iterator[Explanation]:
    """Yield the articles in a file of which the start has been read.

    What can be read only once, as a pipe, is put into a file of its own meanwhile.
    """
    if file.seekable():
        file.seek(0)
        del start
        yield from parser.read_file(file, url=url)
        return
    from tempfile import TemporaryFile

    with TemporaryFile() as copy:
        copy.write(start)
        del start
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        yield from parser.read_file(copy, url=url)


def serialise(article: Article, format: str = "json", *, strict: bool = False) -> bytes:
    """Return an article as a whole document.

    Args:
        article: The article.
        format: Name or media type of the format to write.
        strict: Whether to raise where something of the article would be lost,
            so that reading the document back gives another article.

    Raises:
        SerialiseError: If the format cannot hold the article; in strict mode
            with the fields that it cannot hold.
        UnknownFormatError: If no such format can be written.

    Example:
        >>> serialise(Article(headline="Bridge reopens"))
        b'{"newsmodel":"1.0","headline":"Bridge reopens"}'

    .. versionadded:: 0.1.0
    """
    writer = registry.writer(format)
    data = writer.write(_article(article))
    if strict:
        from newsmodel.losses import refuse_losses

        if not getattr(writer, "reads", True):
            problem = "it is only written, so nothing of it is known to come back"
            raise SerialiseError(problem, writer.format)
        refuse_losses(article, writer.read(data, url=None).article, writer.format)
    return data


def load(
    file: str | os.PathLike[str] | BinaryIO | TextIO,
    format: str | None = None,
    *,
    url: str | None = None,
) -> Article:
    r"""Return the article in a file.

    Args:
        file: Its path, or an open file, which is read to its end.
        format: Name or media type of its format; else found by suffix and look.
        url: Where it was found, if that is known.

    Raises:
        OSError: If the file cannot be read.
        ParseError: If there is no article to be had.
        UnknownFormatError: If no such format is registered, or the document
            looks like none.

    Example:
        >>> from io import BytesIO
        >>> load(BytesIO(b"Bridge reopens\n\nBy Ann Example\n\nIt is open.")).headline
        'Bridge reopens'

    .. versionadded:: 0.1.0
    """
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        return read(path.read_bytes(), format, url, path.name).article
    data = _opened(file, "read").read()
    return read(data, format, url, str(getattr(file, "name", ""))).article


def dump(
    article: Article,
    file: str | os.PathLike[str] | BinaryIO,
    format: str | None = None,
) -> None:
    r"""Write an article to a file: whole, or not at all.

    Args:
        article: The article.
        file: A path, or a file open for writing bytes.
        format: Name or media type of the format to write; else found by the
            suffix of the path, or JSON where there is no path.

    Raises:
        OSError: If the file cannot be written.
        SerialiseError: If the format cannot hold the article.
        UnknownFormatError: If no such format can be written.

    Example:
        >>> from io import BytesIO
        >>> file = BytesIO()
        >>> dump(Article(headline="Bridge reopens"), file, "markdown")
        >>> file.getvalue()
        b'# Bridge reopens\n'

    .. versionadded:: 0.1.0
    """
    if not isinstance(file, str | os.PathLike):
        _opened(file, "write").write(serialise(article, format or "json"))
        return
    path = Path(file)
    _article(article)
    to = registry.writer(format) if format else registry.by_suffix(path.name)
    write_whole(path, to.write(article))


_File = TypeVar("_File")


def _opened(file: _File, method: str, others: str = "a path") -> _File:
    if not hasattr(file, method):
        msg = f"wanted {others} or an open file, got {type(file).__name__}"
        raise TypeError(msg)
    return file


def _article(given: object) -> Article:
    if not isinstance(given, Article):
        msg = f"wanted an Article, got {type(given).__name__}"
        raise TypeError(msg)
    return given


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees a part of it."""
    target = Path(os.path.realpath(path))  # so that a link stays one
    if os.path.lexists(target) and not target.is_file():
        target.write_bytes(data)  # a device or a pipe is no file to be replaced
        return
    # A name that no other thread has, and no longer than every name may be.
    draft = target.with_name(f".newsmodel-{os.urandom(8).hex()}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException as error:
        draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = os.fspath(path)  # nobody has heard of the draft
        raise


def validate(
    data: bytes | str, format: str | None = None, file_name: str = ""
) -> tuple[Note, ...]:
    """Return what is wrong with a document by the schema of its format.

    Args:
        data: The whole document.
        format: Name or media type of its format; else found by looking.
        file_name: Its name, which helps to find the format.

    Returns:
        A note for each fault; none if the document is valid.

    Raises:
        ParseError: If it cannot be read so far that it could be checked.
        UnknownFormatError: If its format is not known, or has no schema.

    Example:
        >>> validate(serialise(Article(headline="Bridge reopens"), "newsml"))
        ()

    .. versionadded:: 0.1.0
    """
    parser = _parser(data, format, file_name)
    if not isinstance(parser, Validator):
        msg = f"the format {parser.format!r} has no schema to check a document against"
        raise UnknownFormatError(msg)
    return parser.validate(data)


def read(
    data: bytes | str, format: str | None, url: str | None, file_name: str = ""
) -> Explanation:
    """Return the article in a document, which may have come from a file."""
    _check_url(url)
    return _parser(data, format, file_name).read(data, url=url)


def _check_url(url: object) -> None:
    if url is not None and not isinstance(url, str):
        msg = f"url: wanted str, got {type(url).__name__}"
        raise TypeError(msg)


def _parser(data: bytes | str, format: str | None, file_name: str) -> Parser:
    if not isinstance(data, bytes | str):
        msg = f"wanted bytes or str, got {type(data).__name__}; for files there is load"  # type: ignore[unreachable]  # not for everybody's callers
        raise TypeError(msg)
    if format is None:
        return registry.by_look(data, file_name)
    return registry.named(format)
