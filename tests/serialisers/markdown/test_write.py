"""What is written as Markdown is read by people as the article says it."""

import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

import newsmodel
from newsmodel.errors import ParseError, SerialiseError
from newsmodel.model import (
    Article,
    BlockQuote,
    Cell,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Table,
)
from newsmodel.serialisers.markdown import SERIALISER
from newsmodel.testing import articles, texts


def written(*body: newsmodel.Block) -> str:
    return SERIALISER.write(Article(body=body)).decode()


def test_an_article_has_its_headline_standfirst_and_byline_first() -> None:
    article = Article(
        headline="Bridge reopens",
        standfirst="Shut for two years.",
        byline="By Ann Example",
        published=datetime(2024, 5, 1, 9, 30, tzinfo=UTC),
        body=[Paragraph(text="It is open."), Heading(text="Next", level=1)],
    )
    assert SERIALISER.write(article).decode() == (
        "# Bridge reopens\n\nShut for two years.\n\n"
        "By Ann Example · 2024-05-01 09:30 UTC\n\nIt is open.\n\n## Next\n"
    )


def test_links_and_emphasis_are_kept() -> None:
    marks: list[Mark] = [
        Link(start=0, text="The guide", href="https://example.com/a b"),
        Emphasis(start=13, text="very", kind="em"),
        Emphasis(start=18, text="good", kind="strong"),
    ]
    assert written(Paragraph(text="The guide is very good.", marks=marks)) == (
        "[The guide](https://example.com/a%20b) is *very* **good**.\n"
    )


def test_a_link_that_would_run_a_script_is_text() -> None:
    link = Link(start=0, text="Click", href="javascript:alert(1)")
    assert written(Paragraph(text="Click", marks=[link])) == "Click\n"


def test_lists_are_set_in() -> None:
    assert written(
        ListItem(text="One"),
        ListItem(text="Two", depth=4, ordered=True),
        ListItem(text="Three\nfour"),
    ) == ("-  One\n   1. Two\n-  Three\\\n   four\n")


def test_quotes_pictures_embeds_and_tables() -> None:
    assert written(
        BlockQuote(text="One\ntwo"),
        ImageCaption(
            text="The bridge",
            credit_line="Jane Doe",
            image=Image(url="a.jpg", alt="A [bridge]"),
        ),
        Embed(url="https://example.com/v", provider="Example TV", text="Ride"),
        Table(
            rows=[
                [Cell(text="Yes", header=True), Cell(text="No", header=True)],
                [Cell(text="5|6"), Cell()],
            ]
        ),
        Table(rows=[[Cell(text="a")]], caption="Votes"),
    ) == (
        "> One\\\n> two\n\n"
        "![A \\[bridge\\]](a.jpg)\n\nThe bridge (Jane Doe)\n\n"
        "Ride\n\n[Example TV](https://example.com/v)\n\n"
        "| Yes | No |\n| --- | --- |\n| 5\\|6 |  |\n\n"
        "Votes\n\n|  |\n| --- |\n| a |\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. Ajax",
        "- no",
        "+ 5",
        "# 1",
        "> a",
        "===",
        "---",
        "    a",
        "```",
        "a  \nb",
        "5) a",
    ],
)
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    assert shown_as(written(Paragraph(text=text))) == [" ".join(text.split())]


def shown_as(markdown: str) -> list[str]:
    """Return the paragraphs that a reader of CommonMark shows."""
    reader = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    paragraphs = []
    tokens = reader.parse(markdown)
    for before, token in pairwise(tokens):
        assert token.type not in ("html_block", "code_block", "fence", "hr")
        if token.type == "inline" and before.type == "paragraph_open":
            words = []
            for child in token.children:
                assert child.type != "html_inline"
                breaks = child.type in ("hardbreak", "softbreak")
                words.append(" " if breaks else child.content)
            paragraphs.append(" ".join("".join(words).split()))
    return paragraphs


@given(texts())
def test_any_paragraph_is_shown_as_it_is(text: str) -> None:
    expected = " ".join(text.split())
    assert shown_as(written(Paragraph(text=text))) == ([expected] if expected else [])


@given(articles())
def test_every_article_is_written_without_markup_of_its_own(article: Article) -> None:
    data = SERIALISER.write(article).decode()
    shown = " ".join(shown_as(data))
    for block in article.body:
        if isinstance(block, Paragraph):
            assert " ".join(block.text.split()) in re.sub(r" {2,}", " ", shown)


def test_markdown_is_not_read() -> None:
    with pytest.raises(ParseError, match="only written"):
        newsmodel.parse("# A", "markdown")
    assert newsmodel.parse("# A\n\nB").headline is not None
    (info,) = [each for each in newsmodel.formats() if each.format == "markdown"]
    assert (info.reads, info.writes) == (False, True)


def test_strict_mode_refuses_what_cannot_be_read_back() -> None:
    with pytest.raises(SerialiseError, match="only written"):
        newsmodel.serialise(Article(headline="A"), "markdown", strict=True)


def test_a_file_of_markdown_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    newsmodel.dump(Article(headline="Bridge reopens"), path)
    assert path.read_text() == "# Bridge reopens\n"
    assert newsmodel.load(path) == Article(headline="Bridge reopens")
