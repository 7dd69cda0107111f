"""ninjs, News in JSON: what agencies send where JSON is wanted."""

from collections.abc import Iterator
from typing import Final, final

from newsmodel.evidence import Explanation
from newsmodel.model import Article
from newsmodel.serialisers.ninjs._vocabulary import FORMAT, LOSSES, MEDIA_TYPE

# Names of ninjs that hardly anything else has, in small letters.
_SURE: Final = (
    b'"versioncreated"',
    b'"pubstatus"',
    b'"contenttype"',
    b'"urgency"',
    b'"body_html"',
    b'"body_xhtml"',
)
_LIKELY: Final = (
    b'"uri"',
    b'"guid"',
    b'"headline"',
    b'"headlines"',
    b'"bodies"',
    b'"body_text"',
    b'"byline"',
    b'"slugline"',
    b'"representationtype"',
    b'"firstcreated"',
    b'"associations"',
    b'"altids"',
    b'"copyrightnotice"',
    b'"ninjs"',
)
# What says that it is something else in JSON.
_OTHERS: Final = (b'"newsmodel"', b'"@context"', b'"@graph"', b'"@type"')


@final
class NinjsSerialiser:
    """Reads ninjs 1.x, 2.x, 3.x and superdesk's; see the reference page on it.

    Example:
        >>> data = '{"uri": "urn:example:1", "headline": "Bridge reopens"}'
        >>> SERIALISER.read(data).article.headline
        'Bridge reopens'
    """

    format = FORMAT
    media_types = (MEDIA_TYPE,)
    suffixes = (".ninjs",)
    losses = LOSSES
    loses = tuple(each.field for each in LOSSES)
    summary = "ninjs 1.x to 3.x, News in JSON, as agencies and superdesk send it"

    def looks_like(self, head: bytes) -> int:
        """Return how many names of ninjs there are in JSON.

        85 for one that only ninjs has, 60 for two likely ones, 30 for one.
        """
        start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
        if start[:1] not in (b"{", b"[") or any(each in start for each in _OTHERS):
            return 0
        start = start.lower()
        if any(each in start for each in _SURE):
            return 85
        likely = sum([each in start for each in _LIKELY])
        return (0, 30, 60)[min(likely, 2)]

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article of a document, and how it was read.

        Args:
            data: The document: an object, or a list of which the first is read.
            url: Where it was found.

        Raises:
            ParseError: If it is no JSON, or holds no news object.
        """
        from newsmodel.serialisers.ninjs._read import read

        return read(data, url)

    def read_article(self, data: bytes | str, *, url: str | None = None) -> Article:
        """Return the article that :meth:`read` explains."""
        from newsmodel.serialisers.ninjs._read import read

        return read(data, url, quiet=True).article

    def read_all(
        self, data: bytes | str, *, url: str | None = None
    ) -> Iterator[Explanation]:
        """Yield the articles of a list, in order.

        Raises:
            ParseError: If it is no JSON, or holds no news object.
        """
        from newsmodel.serialisers.ninjs._read import read_all

        return read_all(data, url)

    def write(self, article: Article) -> bytes:
        """Return an article as ninjs 3.1, valid by its schema."""
        from newsmodel.serialisers.ninjs._write import write

        return write(article)


SERIALISER: Final = NinjsSerialiser()
