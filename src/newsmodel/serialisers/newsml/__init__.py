"""NewsML, the interchange format of news agencies: any read, G2 written."""

from collections.abc import Iterator
from typing import BinaryIO, final

from newsmodel.evidence import Explanation, Note
from newsmodel.markup.look import root_name
from newsmodel.model import Article
from newsmodel.serialisers.newsml._vocabulary import FORMAT, PROFILE

#: Roots of documents: of NewsML-G2, those without an article too, and of NewsML 1.
ROOTS = frozenset(
    (
        *("newsItem", "newsMessage", "packageItem"),
        *("catalogItem", "conceptItem", "knowledgeItem", "planningItem"),
        "NewsML",
    )
)


@final
class NewsmlSerialiser:
    """Reads NewsML of all makers, writes NewsML-G2 2.35; see the reference page.

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
        "text/vnd.iptc.newsml",
    )
    suffixes = (".xml", ".newsml")
    summary = "NewsML of any agency; written as NewsML-G2 2.35, nothing lost"

    def looks_like(self, head: bytes) -> int:
        """Return 90 for XML whose root is of NewsML, 100 for our own."""
        name = root_name(head)
        if name not in ROOTS:
            return 0
        return 100 if PROFILE.encode() in head.replace(b"\0", b"") else 90

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article in a document; of several the main one.

        One that newsmodel wrote is read to the letter, all others by rules.

        Args:
            data: The document.
            url: Where it was found; it changes nothing, since the document
                says itself where its article lies.

        Raises:
            ParseError: If it is not well-formed XML, holds no article, or is
                our own and a value does not fit the model.
        """
        from newsmodel.serialisers.newsml._read import read

        del url
        return read(data)

    def read_article(self, data: bytes | str, *, url: str | None = None) -> Article:
        """Return the article that :meth:`read` explains, in less time.

        Raises:
            ParseError: As :meth:`read`.
        """
        from newsmodel.serialisers.newsml._read import read

        del url
        return read(data, quiet=True).article

    def read_all(
        self, data: bytes | str, *, url: str | None = None
    ) -> Iterator[Explanation]:
        """Yield the articles in a message or package, in order.

        Raises:
            ParseError: As :meth:`read`.
        """
        from newsmodel.serialisers.newsml._read import read_all

        del url
        return read_all(data)

    def read_file(
        self, file: BinaryIO, *, url: str | None = None
    ) -> Iterator[Explanation]:
        """Yield the articles in a file, in order, one in memory at a time.

        Raises:
            ParseError: As :meth:`read`; and where a text is longer than 10 MB.
        """
        from newsmodel.serialisers.newsml._read import read_all

        del url
        return read_all(file)

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
