"""An article as a person reads it in a terminal."""

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from newsmodel.evidence import Candidate, Explanation
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Contributor,
    Embed,
    Heading,
    ImageCaption,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Table,
)

# A model's text may hold the second set of control characters and the marks
# that turn text round: a terminal would obey them.
_UNSAFE = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_STYLES = {
    "headline": "bold",
    "heading": "bold",
    "fact": "dim",
    "caption": "italic",
    "quote": "green",
    "note": "yellow",
}


class Line(NamedTuple):
    """One line of a view: what it is, how far it stands in, and its words."""

    style: str
    indent: str
    text: str


def article_lines(article: Article) -> Iterator[Line]:
    """Yield an article: headline, facts, blocks, then the quotes with speakers."""
    if article.headline:
        yield Line("headline", "", article.headline)
    if article.standfirst:
        yield Line("caption", "", article.standfirst)
    for name, value in _facts(article):
        yield Line("fact", "", f"{name}: {value}")
    for block in article.body:
        yield Line("", "", "")
        yield from _block_lines(block)
    if article.quotes:
        yield Line("", "", "")
        yield Line("heading", "", f"Quotes ({len(article.quotes)})")
        yield from quote_lines(article.quotes)


def quote_lines(quotes: tuple[Quote, ...]) -> Iterator[Line]:
    """Yield quotes, each behind its speaker and cue."""
    for quote in quotes:
        who = _party(quote.speaker) if quote.speaker else "?"
        cue = f", {quote.cue!r}" if quote.cue else ""
        yield Line("quote", "  ", f"{who} ({quote.kind}{cue}): {quote.text}")


def explanation_lines(explanation: Explanation) -> Iterator[Line]:
    """Yield for each field the rule, place and raw text; then losers and notes."""
    yield Line("headline", "", f"Read as {explanation.format}")
    for evidence in explanation.evidence:
        yield Line("heading", "", evidence.field)
        yield Line("", "  ", _reading(evidence.winner))
        for loser in evidence.losers:
            yield Line("fact", "  ", f"not {_reading(loser)}: {loser.reason}")
    for note in explanation.notes:
        yield Line("note", "", f"note: {note}")


def plain(lines: Iterator[Line], width: int | None = None) -> str:
    """Return lines as text, folded at *width* characters where one is given."""
    shown: list[str] = []
    for line in lines:
        text = _safe(line.text)
        if width is None:
            shown.append(textwrap.indent(text, line.indent))
        else:
            shown += [
                textwrap.fill(
                    each,
                    width,
                    initial_indent=line.indent,
                    subsequent_indent=line.indent,
                )
                for each in text.split("\n")
            ]
    return "\n".join(shown) + "\n"


def print_rich(lines: Iterator[Line]) -> None:
    """Print lines in colour.

    Raises:
        ImportError: If rich is not installed (the extra ``cli``).
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        text = Text(_safe(line.text), style=_STYLES.get(line.style, ""))
        console.print(Padding(text, (0, 0, 0, len(line.indent))))


def _safe(text: str) -> str:
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def _reading(candidate: Candidate) -> str:
    where = str(candidate.location)
    raw = textwrap.shorten(candidate.raw, 100, placeholder=" …")
    return f"{candidate.rule}{f' ({where})' if where else ''}: {raw!r}"


def _facts(article: Article) -> Iterator[tuple[str, object]]:
    if article.byline:
        yield "byline", article.byline
    for contributor in article.contributors:
        yield contributor.role, _contributor(contributor)
    if article.dateline:
        yield "dateline", article.dateline.text or article.dateline.place
    for name in ("published", "modified", "embargoed"):
        if when := getattr(article, name):
            yield name, when.isoformat()
    if article.source:
        yield "source", _party(article.source)
    for name in (
        "section",
        "slugline",
        "language",
        "url",
        "guid",
        "version",
        "urgency",
    ):
        if (value := getattr(article, name)) is not None:
            yield name, value
    if article.subjects:
        yield (
            "subjects",
            ", ".join(each.name or each.code or "" for each in article.subjects),
        )
    if article.keywords:
        yield "keywords", ", ".join(article.keywords)
    if article.rights:
        rights = article.rights
        yield "rights", rights.notice or rights.holder or rights.terms
    for name in ("status", "editorial_note", "views"):
        if (value := getattr(article, name)) is not None:
            yield name.replace("_", " "), value


def _contributor(contributor: Contributor) -> str:
    place = f" in {contributor.location}" if contributor.location else ""
    firm = f", {contributor.affiliation}" if contributor.affiliation else ""
    return f"{contributor.name}{place}{firm}"


def _party(source: Source) -> str:
    if source.name and source.description:
        return f"{source.name}, {source.description}"
    return source.name or source.description or ""


def _block_lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(text=text):
            yield Line("", "", text)
        case Heading(text=text, level=level):
            yield Line("heading", "", f"{'#' * level} {text}")
        case ListItem(text=text, depth=depth, ordered=ordered):
            yield Line("", "  " * depth, f"{'1.' if ordered else '•'} {text}")
        case BlockQuote(text=text):
            yield Line("quote", "  > ", text)
        case ImageCaption(text=text, credit_line=credit_line, image=image):
            credit = f" © {credit_line}" if credit_line else ""
            shown = text or (image.alt or image.url or "" if image else "")
            yield Line("caption", "  ", f"[image] {shown}{credit}")
        case Table(rows=rows, caption=caption):
            if caption:
                yield Line("caption", "  ", caption)
            for row in rows:
                yield Line("", "  ", " | ".join(cell.text for cell in row))
        case Embed(text=text, provider=provider, url=url):
            parts = [part for part in (provider, url, text) if part]
            yield Line("caption", "  ", f"[embed] {' '.join(parts)}")
