"""HTML: any news page, its article found among all the rest.

The bytes become a tree, the tree in one walk a flow of text and boxes; then it is
decided which of the text is the article's, what the page says about it, and which
pictures belong to it.
"""

import re
from operator import attrgetter
from typing import Final, final

from newsmodel.errors import ModelError, ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import Article
from newsmodel.parsers.html._blocks import Piece, build_blocks
from newsmodel.parsers.html._body import find_body
from newsmodel.parsers.html._dates import read_dates
from newsmodel.parsers.html._facts import read_facts
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._people import read_people
from newsmodel.parsers.html._pictures import read_pictures

_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)", re.I)


@final
class HtmlParser:
    """Reads news pages.

    .. versionadded:: 0.1.0
    """

    format = "html"
    media_types = ("text/html", "application/xhtml+xml")
    suffixes = (".html", ".htm", ".xhtml")
    summary = "a news page as it was saved"

    def looks_like(self, head: bytes) -> int:
        """Return how much a document looks like a page."""
        return 80 if _MARKUP.match(head) else 0

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article of a page, and how it was read.

        Raises:
            ParseError: If there is no element in it.
        """
        page = Page(data, url)
        body = find_body(page)
        findings = Findings(page.notes)
        taken = read_facts(page, body, findings)
        taken |= read_people(page, body, findings)
        taken |= read_dates(page, body, findings)
        pictures = read_pictures(page, body, findings)
        for picture in pictures:
            taken.update(picture.runs)
        runs = page.flow.runs
        pieces = [Piece(picture.at, picture.caption) for picture in pictures]
        pieces += [Piece(at, None, runs[at]) for at in body.runs if at not in taken]
        # What stands before a run comes before it, and sorting keeps that order.
        pieces.sort(key=attrgetter("at"))
        blocks = build_blocks(
            pieces, body.core, findings.fields.get("language"), findings
        )
        try:
            article = Article(body=blocks, **findings.fields)
        except ModelError as error:
            raise ParseError(str(error), self.format) from error
        return Explanation(
            article=article,
            format=self.format,
            evidence=findings.evidence(),
            notes=tuple(findings.notes),
        )


PARSER: Final = HtmlParser()
