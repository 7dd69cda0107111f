"""NewsML-G2, the interchange format of news agencies, written without loss."""

from typing import final

from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article
from newsmodel.serialisers.newsml._vocabulary import FORMAT, G2, PROFILE

# What may stand before the root: a byte order mark, white space.
_BEFORE = b"\xef\xbb\xbf\xfe\xff \t\r\n"


@final
class NewsmlSerialiser:
    """Reads and writes NewsML-G2 2.35; see the reference page on it.

    Example:
        >>> data = SERIALISER.write(Article(headline="Bridge reopens"))
        >>> SERIALISER.read(data).article.headline
        'Bridge reopens'
    """

    format = FORMAT
    media_types = (
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/vnd.iptc.g2.packageitem+xml",
    )
    suffixes = (".xml", ".newsml")
    summary = "NewsML-G2 2.35, as agencies send it: every field, nothing lost"

    def looks_like(self, head: bytes) -> int:
        """Return 90 for XML with the namespace of NewsML-G2, 100 for our own."""
        # Without the zeros of UTF-16 its letters are those of ASCII.
        start = head.replace(b"\0", b"").lstrip(_BEFORE)
        if not start.startswith(b"<") or G2.encode() not in start:
            return 0
        return 100 if PROFILE.encode() in start else 90

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article in a document that newsmodel wrote, literally.

        Args:
            data: The document.
            url: Where it was found; it changes nothing, since the document
                says itself where its article lies.

        Raises:
            ParseError: If it is not well-formed XML, not a ``newsItem`` with
                our profile, or a value does not fit the model.
        """
        from newsmodel.serialisers.newsml._read import read

        del url
        return read(data)

    def validate(self, data: bytes | str) -> tuple[Note, ...]:
        """Return what the schema has against a document; nothing if it is valid.

        Raises:
            ParseError: If it is not well-formed XML.
        """
        from newsmodel.serialisers.newsml._validate import validate

        return validate(data)

    def write(self, article: Article) -> bytes:
        """Return an article as a document, valid by the schema of NewsML-G2."""
        from newsmodel.serialisers.newsml._write import write

        return write(article)


SERIALISER = NewsmlSerialiser()
