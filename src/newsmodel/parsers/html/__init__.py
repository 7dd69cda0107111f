"""HTML: any news page, its article found among all the rest.

The bytes become a tree, the tree in one walk a flow of text and boxes; then it is
decided which of the text is the article's, what the page says about it, and which
pictures belong to it.
"""

import re
from operator import attrgetter
from typing import Final, final

from newsmodel.evidence import Explanation
from newsmodel.markup.flow import BLOCKS
from newsmodel.model import Article
from newsmodel.parsers._other_kinds import other_kind
from newsmodel.parsers.html._body.blocks import Piece, build_blocks
from newsmodel.parsers.html._body.body import Body, find_body
from newsmodel.parsers.html._body.state import add_stated, find_stated, is_shown
from newsmodel.parsers.html._fields.dates import read_dates
from newsmodel.parsers.html._fields.facts import read_facts
from newsmodel.parsers.html._fields.head_lines import read_head_lines
from newsmodel.parsers.html._fields.headline import find_headline
from newsmodel.parsers.html._fields.people import read_people
from newsmodel.parsers.html._fields.region import region_of
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._losses import LOSSES
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.embeds import read_embeds
from newsmodel.parsers.html._pictures.pictures import read_pictures
from newsmodel.parsers.html._pictures.surroundings import Surroundings
from newsmodel.parsers.html._pictures.tables import read_tables
from newsmodel.parsers.html._sites import SiteFound, body_of_site, site_reading
from newsmodel.rules._words import words

# What may stand before the first element. Possessive, since a row of comments can
# also be taken for a shorter row of longer ones, in as many ways as double with each.
_BEFORE: Final = (
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}>\s*)?"
    rb"(?:<!--.{0,2000}?-->\s*)*+"
)
_PAGE: Final = re.compile(
    rb"%s<(?:!doctype\s+html|html|head|body)\b" % _BEFORE, re.IGNORECASE | re.DOTALL
)
_BLOCKS: Final = "|".join(
    sorted(BLOCKS | words("br hr img link meta noscript picture script style title"))
).encode()
_INLINE: Final = rb"a|abbr|b|cite|code|em|font|i|q|s|small|span|strong|sub|sup|time|u"
# A piece of a page: an element that stands alone, or one of those that may as well be
# a word in angle brackets, where its end or an attribute shows that it is none.
_PIECE: Final = re.compile(
    rb"""
    %s
    (?: < (?:%s) (?: \s*+ /? > | \s+ (?:hidden|itemscope|open|reversed)\b )
      | < (?:%s|%s) \s+ [a-z][a-z0-9:_.-]* \s* = \s* ["'a-z0-9\#/]
      | < (?P<inline>%s) \s*+ > .*? </ (?P=inline) \s*+ >
    )
    """
    % (_BEFORE, _BLOCKS, _BLOCKS, _INLINE, _INLINE),
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_MAYBE: Final = re.compile(rb"<(?:p|div|article|title|meta|h1|br)\b[^<]{0,400}>", re.I)


@final
class HtmlParser:
    """Reads news pages, of any site and in any language.

    Nothing is fetched, no script is run, and what a page is about is not asked.

    Example:
        >>> page = "<title>Bridge reopens</title><h1>Bridge reopens</h1>"
        >>> PARSER.read(page, url="https://example.com/bridge").article.headline
        'Bridge reopens'

    .. versionadded:: 0.1.0
    """

    format = "html"
    media_types = ("text/html", "application/xhtml+xml")
    suffixes = (".html", ".htm", ".xhtml")
    losses = LOSSES
    loses = tuple(each.field for each in LOSSES)
    summary = "a news page as it was saved"

    def looks_like(self, head: bytes) -> int:
        """Return 80 for a page, 40 for a piece of one, 20 for markup in something.

        A page begins with its ``html``, ``head`` or ``body``, a piece with any
        other element. A text file may begin so too: there its suffix decides.
        """
        if other_kind(head):
            return 0
        head = head.replace(b"\0", b"")  # of UTF-16, every second byte of markup
        if _PAGE.match(head):
            return 80
        if _PIECE.match(head):
            return 40
        return 20 if _MAYBE.search(head) else 0

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article of a page, and how it was read.

        Bytes are read in the encoding that the page declares, as browsers do; a
        ``str`` is taken as it is.

        Args:
            data: The page.
            url: Where it was found: it settles addresses and helps with dates.

        Raises:
            ParseError: If the document is empty or no page at all.
        """
        return _read(data, url)

    def read_article(self, data: bytes | str, *, url: str | None = None) -> Article:
        """Return the article that :meth:`read` explains, in less time.

        Raises:
            ParseError: As :meth:`read`.
        """
        return _read(data, url, quiet=True).article

    def write(self, article: Article) -> bytes:
        """Return an article as a page for people: clean, semantic and safe.

        It holds what people read, and is no exchange format: what is read back is
        found by rules, as on any page.
        """
        from newsmodel.parsers.html._write import write

        return write(article)


def _read(data: bytes | str, url: str | None, *, quiet: bool = False) -> Explanation:
    """Return the article of a page, and unless quiet, how it was read."""
    page = Page(data, url)
    findings = Findings(page.notes, quiet=quiet)
    site = site_reading(page.root, url, page.canonical, findings.notes)
    body = _find_body(page, site, findings)
    headline = find_headline(page, body)
    taken = read_facts(page, body, headline, findings)
    region = region_of(page, body, headline)
    taken |= read_people(page, body, region, findings)
    read_dates(page, body, region, findings)
    taken |= read_head_lines(page, body, findings)
    pieces: list[Piece] = []
    around = Surroundings(page, body)
    for picture in read_pictures(page, body, around, findings):
        pieces.append(Piece(picture.at, picture.caption, picture.trace))
        taken.update(picture.runs)
    for table in read_tables(page, body, around):
        if taken.isdisjoint(table.runs) and body.holds_most(table.runs):
            pieces.append(Piece(table.at, table.table, table.trace))
            taken.update(table.runs)
    for embed in read_embeds(page, body, around):
        if taken.isdisjoint(embed.runs):
            pieces.append(Piece(embed.at, embed.embed, embed.trace))
            taken.update(embed.runs)
    runs = page.flow.runs
    pieces += [Piece(at, runs[at]) for at in body.runs if at not in taken]
    # What stands before a run comes before it, and sorting keeps that order.
    pieces.sort(key=attrgetter("at"))
    blocks = build_blocks(pieces, runs, body, findings)
    return findings.explanation(PARSER.format, body=blocks)


def _find_body(page: Page, site: SiteFound | None, findings: Findings) -> Body:
    """Return the body as a site's own rules name it, as it is shown, or as stated."""
    if site:
        for field, value in site.fields.items():
            findings.settle(field, value, Trace(site.rule, site.raws[field]))
        if body := body_of_site(page.flow, site):
            return body
    body = find_body(page)
    if not is_shown(page, body) and (stated := find_stated(page)):
        message = "the page shows no body; it was taken from a script's data"
        findings.note("body-from-script", message)
        return add_stated(page, stated)
    return body


PARSER: Final = HtmlParser()
