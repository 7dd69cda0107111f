"""What a format is, and what a site's own rules are: the interfaces of plug-ins.

A parser or serialiser is any object with these members; nothing has to be
inherited. See the how-to on plug-ins for how one is registered.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, final, runtime_checkable

from attrs import field, frozen

from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@runtime_checkable
class Parser(Protocol):
    """Reads documents of one format; holds no state.

    Example:
        >>> from newsmodel.parsers.text import PARSER
        >>> isinstance(PARSER, Parser), isinstance(PARSER, Serialiser)
        (True, False)

    .. versionadded:: 0.1.0
    """

    @property
    def format(self) -> str:
        """Short lower-case name, such as ``"text"``."""
        ...

    @property
    def media_types(self) -> tuple[str, ...]:
        """Its media types, the usual one first, such as ``"text/plain"``."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Its file name endings, the usual one first, such as ``".txt"``."""
        ...

    def looks_like(self, head: bytes) -> int:
        """Return how much the start of a document looks like this format.

        Args:
            head: The first bytes of the document, 4,096 at most; of a ``str``
                its UTF-8 form.

        Returns:
            0 (it cannot be) to 100 (it can be nothing else). 1 is for formats
            that can read anything, 50 for the right kind of file.
        """
        ...

    def read(self, data: bytes | str, *, url: str | None) -> Explanation:
        """Return the article in a document, and how it was read.

        Args:
            data: The whole document.
            url: Where it was found, if that is known.

        Raises:
            ParseError: If there is no article to be had; and nothing else.
        """
        ...


@runtime_checkable
class Serialiser(Parser, Protocol):
    """Reads and writes documents of one format; holds no state.

    Example:
        >>> from newsmodel.serialisers.json import SERIALISER
        >>> isinstance(SERIALISER, Serialiser), SERIALISER.write(Article())
        (True, b'{"newsmodel":"1.0"}')

    .. versionadded:: 0.1.0
    """

    def write(self, article: Article) -> bytes:
        """Return an article as a whole document.

        Raises:
            SerialiseError: If the format cannot hold it.
        """
        ...


@runtime_checkable
class ReaderOfSeveral(Parser, Protocol):
    """Reads documents that may hold several articles; holds no state.

    Example:
        >>> from newsmodel.serialisers.newsml import SERIALISER
        >>> isinstance(SERIALISER, ReaderOfSeveral)
        True

    .. versionadded:: 0.1.0
    """

    def read_all(self, data: bytes | str, *, url: str | None) -> Iterator[Explanation]:
        """Yield the articles in a document, in order, and how each was read.

        Args:
            data: The whole document.
            url: Where it was found, if that is known.

        Raises:
            ParseError: If there is no article to be had; and nothing else.
        """
        ...


@runtime_checkable
class ReaderOfFiles(Parser, Protocol):
    """Reads files of several articles, one at a time; holds no state.

    Example:
        >>> from newsmodel.serialisers.newsml import SERIALISER
        >>> isinstance(SERIALISER, ReaderOfFiles)
        True

    .. versionadded:: 0.1.0
    """

    def read_file(self, file: BinaryIO, *, url: str | None) -> Iterator[Explanation]:
        """Yield the articles in a file, in order, and how each was read.

        Args:
            file: A file that can be read again from its start.
            url: Where it was found, if that is known.

        Raises:
            ParseError: If there is no article to be had; and nothing else.
        """
        ...


@runtime_checkable
class Validator(Parser, Protocol):
    """Reads documents of a format that has a schema; holds no state.

    Example:
        >>> from newsmodel.serialisers.json import SERIALISER
        >>> [str(note) for note in SERIALISER.validate('{"newsmodel": "1.0"}')]
        []

    .. versionadded:: 0.1.0
    """

    def validate(self, data: bytes | str) -> tuple[Note, ...]:
        """Return what is wrong with a document by its schema; nothing if valid.

        Raises:
            ParseError: If it cannot be read so far that it could be checked.
        """
        ...


def _elements(value: "Iterable[_Element]") -> "tuple[_Element, ...]":
    return tuple(value)


@final
@frozen(kw_only=True)
class SiteReading:
    """What a site's own rules say of one page; all that they do not say is found.

    Attributes:
        body: The elements that hold the article's text, in order.
        leave_out: Elements inside the body that are not of the article.
        fields: Values by the name of the article's field, such as
            ``"headline"``: what the model holds there, or for a date or a
            contributor the text to be read. ``"authors"`` takes names of
            contributors. An empty text or ``None`` says nothing.

    Example:
        >>> said = SiteReading(fields={"headline": "Bridge reopens"})
        >>> said.fields["headline"], said.body
        ('Bridge reopens', ())

    .. versionadded:: 0.1.0
    """

    body: "tuple[_Element, ...]" = field(default=(), converter=_elements)
    leave_out: "tuple[_Element, ...]" = field(default=(), converter=_elements)
    fields: Mapping[str, Any] = _NOTHING


@runtime_checkable
class SiteRules(Protocol):
    """Knows the pages of some sites; holds no state.

    Example:
        >>> class Elmsworth:
        ...     hosts = ("elmsworth.example",)
        ...
        ...     def read(self, root, url):
        ...         return SiteReading(body=root.findall(".//article"))
        >>> isinstance(Elmsworth(), SiteRules)
        True

    .. versionadded:: 0.1.0
    """

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts it is for, such as ``("example.com",)``, with all below them."""
        ...

    def read(self, root: "_Element", url: str) -> SiteReading | None:
        """Return which elements of a page are what; ``None`` to leave it alone.

        Args:
            root: The ``html`` element of the page, which must stay as it is.
            url: The address that it is known by.
        """
        ...
