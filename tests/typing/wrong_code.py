"""What type checkers have to refuse: each ignore here has to be needed."""

from newsmodel.model import Article, Paragraph, Quote


def wrong(article: Article, quote: Quote) -> None:
    article.headline = "New"  # type: ignore[misc]  # pyright: ignore
    Article("New")  # type: ignore[call-arg]  # pyright: ignore
    Article(keywords=[3])  # type: ignore[list-item]  # pyright: ignore
    Article(body=["text"])  # type: ignore[list-item]  # pyright: ignore
    Article(status="cancelled")  # type: ignore[arg-type]  # pyright: ignore
    Paragraph()  # type: ignore[call-arg]  # pyright: ignore
    _ = quote.speaker.name  # type: ignore[union-attr]  # pyright: ignore
