"""An article as a person reads it in a terminal."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

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
    Subject,
    Table,
)

# A model's text may hold the second set of control characters and the marks
# that turn text round: a terminal would obey them. Raw texts, notes and names of
# files may hold the first set too, and what UTF-8 cannot write.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_RAW_LIMIT = 100

_STYLES = {
    "headline": "bold",
    "heading": "bold",
    "fact": "dim",
    "caption": "italic",
    "quote": "green",
    "note": "yellow",
}

_NoItem: TypeAlias = Paragraph | Heading | BlockQuote | ImageCaption | Table | Embed


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
    yield from _body_lines(article.body)
    if article.quotes:
        yield Line("", "", "")
        yield Line("heading", "", f"Quotes ({len(article.quotes)})")
        yield from quote_lines(article.quotes)


def _body_lines(body: tuple[Block, ...]) -> Iterator[Line]:
    numbers: dict[int, int] = {}  # of the last item at each depth of the list
    for block in body:
        if not isinstance(block, ListItem):
            numbers.clear()
            yield Line("", "", "")
            yield from _block_lines(block)
            continue
        if not numbers:
            yield Line("", "", "")
        depth = block.depth
        numbers = {each: n for each, n in numbers.items() if each <= depth}
        numbers[depth] = numbers.get(depth, 0) + 1
        sign = f"{numbers[depth]}." if block.ordered else "•"
        yield Line("", "  " * depth, f"{sign} {block.text}")


def quote_lines(quotes: tuple[Quote, ...]) -> Iterator[Line]:
    """Yield quotes, each behind its speaker and cue."""
    for quote in quotes:
        who = _party(quote.speaker) if quote.speaker else "?"
        cue = f", {quote.cue!r}" if quote.cue else ""
        told = f"{who} ({quote.kind}{cue}): {quote.text}"
        yield Line("quote", "  ", told.replace("\n", " "))


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


def plain(lines: Iterable[Line], width: int | None = None) -> str:
    """Return lines as text, folded at *width* characters where one is given.

    A word that is longer than the width stays whole: terminals fold it where
    they end, and an address can still be copied.
    """
    shown = [
        line.indent + row
        for line in lines
        for text in safe(line.text).split("\n")
        for row in _folded(text, len(line.indent), width)
    ]
    return "\n".join(shown) + "\n"


def _folded(text: str, indent: int, width: int | None) -> list[str]:
    if width is None:
        return [text]
    room = max(1, width - indent)
    rows = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
    return rows or [""]


def coloured(lines: Iterable[Line]) -> str:
    """Return lines as text for this terminal, in colour and folded at its edge.

    Raises:
        ImportError: If rich is not installed (the extra ``cli``); no line has
            been taken then.
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    with console.capture() as capture:
        for line in lines:
            text = Text(safe(line.text), style=_STYLES.get(line.style, ""))
            console.print(Padding(text, (0, 0, 0, len(line.indent))))
    return capture.get()


def safe(text: str) -> str:
    """Return *text* without what a terminal would obey."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def _reading(candidate: Candidate) -> str:
    where = str(candidate.location)
    raw = " ".join(candidate.raw.split())
    if len(raw) > _RAW_LIMIT:
        raw = f"{raw[: _RAW_LIMIT - 1].rstrip()}…"
    return f"{candidate.rule}{f' ({where})' if where else ''}: {raw!r}"


def _facts(article: Article) -> Iterator[tuple[str, object]]:
    if article.byline:
        yield "byline", article.byline
    for contributor in article.contributors:
        yield contributor.role, _contributor(contributor)
    if article.dateline:
        dateline = article.dateline
        yield "dateline", dateline.text or dateline.place or dateline.date
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
        yield "subjects", ", ".join(map(_subject, article.subjects))
    if article.keywords:
        yield "keywords", ", ".join(article.keywords)
    if article.genre:
        yield "genre", _subject(article.genre)
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


def _subject(subject: Subject) -> str:
    return subject.name or subject.code or ""


def _party(source: Source) -> str:
    if source.name and source.description:
        return f"{source.name}, {source.description}"
    return source.name or source.description or ""


def _block_lines(block: _NoItem) -> Iterator[Line]:
    match block:
        case Paragraph(text=text):
            yield Line("", "", text)
        case Heading(text=text, level=level):
            yield Line("heading", "", f"{'#' * level} {text}")
        case BlockQuote(text=text):
            yield Line("quote", "  > ", text)
        case ImageCaption(text=text, image=image):
            credit = block.credit_line or "/".join(map(_party, block.credits))
            shown = text or (image and (image.alt or image.url))
            yield _shown_as("image", shown, credit and f"© {credit}")
        case Table(rows=rows, caption=caption):
            if caption:
                yield Line("caption", "  ", caption)
            for row in rows:
                yield Line("", "  ", " | ".join(cell.text for cell in row))
        case _:
            yield _shown_as("embed", block.provider, block.url, block.text)


def _shown_as(kind: str, *parts: str | None) -> Line:
    return Line("caption", "  ", " ".join([f"[{kind}]", *filter(None, parts)]))
