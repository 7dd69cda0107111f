"""NewsML-G2, written so that everything comes back."""

from typing import final

from newsmodel.evidence import Explanation
from newsmodel.model import Article
from newsmodel.serialisers.newsml._vocabulary import FORMAT, G2, PROFILE

_MARKS = ((PROFILE.encode(), 100), (G2.encode(), 90))


@final
class NewsmlSerialiser:
    """Reads and writes NewsML-G2 2.35.

    Example:
        >>> data = SERIALISER.write(Article(headline="Bridge reopens"))
        >>> SERIALISER.read(data, url=None).article.headline
        'Bridge reopens'
    """

    format = FORMAT
    media_types = (
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/vnd.iptc.g2.packageitem+xml",
    )
    suffixes = (".xml", ".newsml")

    def looks_like(self, head: bytes) -> int:
        """Return how much the start of a document looks like NewsML-G2."""
        # So that UTF-16 is seen as well.
        head = head.replace(b"\0", b"")
        for mark, likeness in _MARKS:
            if mark in head:
                return likeness
        return 0

    def read(self, data: bytes | str, *, url: str | None) -> Explanation:
        """Return the article in a document, and how it was read.

        Args:
            data: The whole document.
            url: Where it was found. An own document says itself, or says not.

        Raises:
            ParseError: If it is not well-formed, or no document of ours.
        """
        from newsmodel.serialisers.newsml.read import read

        return read(data)

    def write(self, article: Article) -> bytes:
        """Return an article as a NewsML-G2 document."""
        from newsmodel.serialisers.newsml.write import write

        return write(article)


SERIALISER = NewsmlSerialiser()
