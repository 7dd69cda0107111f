"""What a format is: the interfaces that plug-ins carry out.

A parser or serialiser is any object with these members; nothing has to be
inherited. See the how-to on plug-ins for how one is registered.
"""

from typing import Protocol, runtime_checkable

from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article


@runtime_checkable
class Parser(Protocol):
    """Reads documents of one format; holds no state.

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

    .. versionadded:: 0.1.0
    """

    def write(self, article: Article) -> bytes:
        """Return an article as a whole document.

        Raises:
            SerialiseError: If the format cannot hold it.
        """
        ...


@runtime_checkable
class Validator(Parser, Protocol):
    """Reads documents of a format that has a schema; holds no state.

    .. versionadded:: 0.1.0
    """

    def validate(self, data: bytes | str) -> tuple[Note, ...]:
        """Return what is wrong with a document by its schema; nothing if valid.

        Raises:
            ParseError: If it cannot be read so far that it could be checked.
        """
        ...
