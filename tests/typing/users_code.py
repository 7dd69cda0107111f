"""What users write, for type checkers to read; run by the tests as well."""

from datetime import UTC, date, datetime

import attrs

from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Embed,
    Heading,
    ImageCaption,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Table,
    When,
    sort_key,
)


def who_said_what(article: Article) -> list[tuple[str | None, str]]:
    said: list[tuple[str | None, str]] = []
    for quote in article.quotes:
        name = quote.speaker.name if quote.speaker else None
        said.append((name, quote.text))
    for block in article.body:
        for quote in block.quotes:
            said.append((quote.mention, block.text[quote.start : quote.end]))
    return said


def photographers(article: Article) -> list[str | None]:
    return [
        credit.name
        for caption in article.captions
        for credit in caption.credits
        if credit.role == "photographer"
    ]


def as_markdown(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return text
        case Heading(text=text, level=level):
            return f"{'#' * level} {text}"
        case ListItem(text=text, ordered=ordered):
            return f"{'1.' if ordered else '-'} {text}"
        case BlockQuote(text=text):
            return f"> {text}"
        case ImageCaption(text=text, credit_line=credit_line):
            return f"*{text}* {credit_line or ''}"
        case Table(rows=rows):
            return "\n".join(" | ".join(cell.text for cell in row) for row in rows)
        case Embed(url=url):
            return url or ""


def newest_first(articles: list[Article]) -> list[Article]:
    return sorted(articles, key=lambda each: sort_key(each.published), reverse=True)


def corrected(article: Article, headline: str, when: datetime) -> Article:
    return attrs.evolve(article, headline=headline, modified=when)


def example() -> Article:
    text = "“Stop,” she said."
    said = Quote(start=1, text="Stop,", cue="said", speaker=Source(name="Ann Example"))
    published: When = date(2023, 6, 1)
    return Article(
        headline="Bridge closed",
        published=published,
        modified=datetime(2023, 6, 1, 12, tzinfo=UTC),
        keywords=["bridges"],
        body=[Paragraph(text=text, marks=[said]), Heading(text="What next?")],
    )
