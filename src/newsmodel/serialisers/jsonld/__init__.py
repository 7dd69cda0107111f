"""JSON-LD: articles in the terms of schema.org, as search engines read them."""

import re
from collections.abc import Iterator
from typing import Final, final

from newsmodel.evidence import Explanation
from newsmodel.model import Article
from newsmodel.serialisers.jsonld._vocabulary import FORMAT, LOSSES

_CONTEXT: Final = re.compile(rb'"@context"|"@graph"|"@type"')
_SCHEMA: Final = re.compile(
    rb'schema\.org|"@type"\s*:\s*\[?\s*"[A-Za-z]{0,30}(?:Article|Posting|Report)"'
)


@final
class JsonldSerialiser:
    """Reads and writes articles in JSON-LD; see the reference page on it.

    Example:
        >>> data = '{"@type": "NewsArticle", "headline": "Bridge reopens"}'
        >>> SERIALISER.read(data).article.headline
        'Bridge reopens'
    """

    format = FORMAT
    media_types = ("application/ld+json",)
    suffixes = (".jsonld",)
    losses = LOSSES
    loses = tuple(each.field for each in LOSSES)
    summary = "schema.org's NewsArticle in JSON-LD, as search engines read it"

    def looks_like(self, head: bytes) -> int:
        """Return 90 for JSON in the terms of schema.org, 55 for other JSON-LD."""
        start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
        if start[:1] not in (b"{", b"[") or b'"newsmodel"' in start:
            return 0
        if not _CONTEXT.search(start):
            return 0
        return 90 if _SCHEMA.search(start) else 55

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the main article of a document, and how it was read.

        Args:
            data: The document: a node, a list of nodes, or a graph. What is no
                JSON is repaired as far as that can be done, with a note.
            url: Where it was found.

        Raises:
            ParseError: If it is no JSON, or holds no article.
        """
        from newsmodel.serialisers.jsonld._read import read

        return read(data, url)

    def read_article(self, data: bytes | str, *, url: str | None = None) -> Article:
        """Return the article that :meth:`read` explains."""
        from newsmodel.serialisers.jsonld._read import read

        return read(data, url, quiet=True).article

    def read_all(
        self, data: bytes | str, *, url: str | None = None
    ) -> Iterator[Explanation]:
        """Yield the articles of a list or a graph, in order.

        Raises:
            ParseError: If it is no JSON, or holds no article.
        """
        from newsmodel.serialisers.jsonld._read import read_all

        return read_all(data, url)

    def write(self, article: Article) -> bytes:
        """Return an article as a ``NewsArticle``."""
        from newsmodel.serialisers.jsonld._write import write

        return write(article)


SERIALISER: Final = JsonldSerialiser()
