"""The JSON form of an article: complete, exact, and with a number of its own."""

from typing import final

from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article


@final
class JsonSerialiser:
    """Reads and writes the JSON form of articles; see the reference page on it."""

    format = "json"
    media_types = ("application/vnd.newsmodel+json", "application/json")
    suffixes = (".json",)
    summary = "newsmodel's own form: every field of every article, nothing lost"

    def looks_like(self, head: bytes) -> int:
        """Return 100 for an object whose start has the key ``newsmodel``."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return 100 if start.startswith(b"{") and b'"newsmodel"' in start else 0

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article in a document, read literally.

        Args:
            data: The document.
            url: Where it was found; it changes nothing, since the document
                says itself where its article lies.

        Raises:
            ParseError: If it is not UTF-8, not JSON (NaN and doubled keys are
                not), of an unknown major form, or a value does not fit the
                model; with the path of the value.
        """
        from newsmodel.serialisers.json._read import read

        del url
        return read(data)

    def validate(self, data: bytes | str) -> tuple[Note, ...]:
        """Return nothing: what the schema refuses, :meth:`read` refuses.

        Raises:
            ParseError: If the document does not fit; with the path of the value.
        """
        self.read(data)
        return ()

    def write(self, article: Article) -> bytes:
        """Return an article as UTF-8 JSON in one line, its keys in fixed order."""
        from newsmodel.serialisers.json._write import write

        return write(article)


SERIALISER = JsonSerialiser()
