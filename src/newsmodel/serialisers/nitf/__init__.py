"""NITF, the News Industry Text Format, as agencies and papers exchange it."""

from typing import Final, final

from newsmodel.evidence import Explanation, Note
from newsmodel.markup.look import root_name
from newsmodel.model import Article
from newsmodel.serialisers.nitf._vocabulary import FORMAT


@final
class NitfSerialiser:
    """Reads NITF 2.5 to 3.6 and writes 3.6; see the reference page on it.

    Example:
        >>> document = "<nitf><head><title>Bridge reopens</title></head></nitf>"
        >>> SERIALISER.read(document).article.headline
        'Bridge reopens'

    .. versionadded:: 0.1.0
    """

    format = FORMAT
    media_types = ("application/nitf+xml", "text/vnd.iptc.nitf")
    suffixes = (".nitf", ".xml")
    summary = "NITF, as agencies and papers send it"

    def looks_like(self, head: bytes) -> int:
        """Return 90 for XML whose root is ``nitf``."""
        return 90 if root_name(head).lower() == "nitf" else 0

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article in a document.

        Args:
            data: The document.
            url: Where it was found; it changes nothing.

        Raises:
            ParseError: If it is not well-formed XML, or no NITF.
        """
        from newsmodel.serialisers.nitf._read import read

        del url
        return read(data)

    def read_article(self, data: bytes | str, *, url: str | None = None) -> Article:
        """Return the article that :meth:`read` explains, in less time.

        Raises:
            ParseError: As :meth:`read`.
        """
        from newsmodel.serialisers.nitf._read import read

        del url
        return read(data, quiet=True).article

    def validate(self, data: bytes | str) -> tuple[Note, ...]:
        """Return what the schema of NITF 3.6 has against a document.

        It is of NITF in its namespace: a document without one is not valid.

        Raises:
            ParseError: If it is not well-formed XML.
        """
        # NewsML holds NITF, and so do its schemas.
        from newsmodel.serialisers.newsml._validate import validate

        return validate(data, FORMAT)

    def write(self, article: Article) -> bytes:
        """Return an article as NITF 3.6, valid by its schema."""
        from newsmodel.serialisers.nitf._write import write

        return write(article)


SERIALISER: Final = NitfSerialiser()
