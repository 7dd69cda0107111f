"""Markdown: an article for people to read and to go on writing with."""

from typing import Final, final

from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.losses import Loss, all_but
from newsmodel.model import Article

FORMAT: Final = "markdown"
LOSSES: Final = all_but(
    ("headline", "standfirst", "byline"),
    Loss("contributors", "the names of authors, where there is no byline"),
    Loss("published", "a time is shown to the minute"),
    Loss(
        "body",
        "all texts, with links and most emphasis, and no quotes; headings of the first"
        " level as of the second; of pictures and embeds what is shown, and no address"
        " that a browser might run",
    ),
)


@final
class MarkdownSerialiser:
    r"""Writes Markdown, of the kind that CommonMark and GitHub read.

    It is not read: an article in Markdown is a text, and the format ``text``
    reads it as one.

    Example:
        >>> SERIALISER.write(Article(headline="Bridge *reopens*"))
        b'# Bridge \\*reopens\\*\n'
    """

    format = FORMAT
    media_types = ("text/markdown",)
    suffixes = (".md", ".markdown")
    reads = False
    losses = LOSSES
    loses = tuple(each.field for each in LOSSES)
    summary = "Markdown, for people to read and to go on writing with"

    def looks_like(self, head: bytes) -> int:
        """Return 0, since it is not read."""
        del head
        return 0

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Refuse to read.

        Raises:
            ParseError: Always.
        """
        del data, url
        problem = "Markdown is only written"
        raise ParseError(problem, FORMAT, advice="Read it as text")

    def write(self, article: Article) -> bytes:
        """Return an article as Markdown, in UTF-8."""
        from newsmodel.serialisers.markdown._write import write

        return write(article)


SERIALISER: Final = MarkdownSerialiser()
