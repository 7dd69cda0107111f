"""An article is written as a page that is clean, semantic and safe."""

from datetime import UTC, date, datetime

from hypothesis import given
from lxml import etree

from newsmodel.model import (
    Article,
    Cell,
    Contributor,
    Embed,
    Emphasis,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Rights,
    Source,
    Table,
)
from newsmodel.parsers.html import PARSER
from newsmodel.testing import articles

ARTICLE = Article(
    headline="Bridge <reopens>",
    standfirst="Shut for two years.",
    byline="By Ann Example",
    contributors=[Contributor(name="Ann Example")],
    published=datetime(2024, 5, 1, 9, 30, tzinfo=UTC),
    modified=date(2024, 5, 2),
    source=Source(name="Example News"),
    rights=Rights(notice="© Example News"),
    language="en-GB",
    url="https://example.com/bridge",
    body=[
        Paragraph(
            text="“It is open,” she said.",
            marks=[
                Quote(start=1, text="It is open,"),
                Emphasis(start=4, text="is", kind="em"),
                Link(start=14, text="she", href="https://example.com/she"),
            ],
        ),
        ListItem(text="One"),
        ImageCaption(
            text="The bridge",
            credit_line="Jane Doe",
            image=Image(url="https://example.com/a.jpg", alt="A bridge", width=90),
        ),
        Embed(url="https://example.com/v", provider="Example TV"),
        Table(rows=[[Cell(text="Yes", header=True)], [Cell(text="5")]]),
    ],
)


def test_a_page_has_each_thing_in_its_element() -> None:
    page = PARSER.write(ARTICLE).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    for part in (
        "<title>Bridge &lt;reopens&gt;</title>",
        '<link rel="canonical" href="https://example.com/bridge">',
        "<h1>Bridge &lt;reopens&gt;</h1>",
        '<p class="standfirst">Shut for two years.</p>',
        '<p class="byline">By Ann Example</p>',
        '<time class="published" datetime="2024-05-01T09:30:00+00:00">'
        "2024-05-01 09:30 UTC</time>",
        '<time class="modified" datetime="2024-05-02">2024-05-02</time>',
        '<p>“<span class="quote">It </span><em><span class="quote">is</span></em>'
        '<span class="quote"> open,</span>”'
        ' <a href="https://example.com/she">she</a> said.</p>',
        "<ul><li>One</li></ul>",
        '<img src="https://example.com/a.jpg" alt="A bridge" width="90">',
        '<figcaption>The bridge <small class="credit">Jane Doe</small></figcaption>',
        '<a href="https://example.com/v">Example TV</a>',
        "<th>Yes</th>",
        "© Example News",
    ):
        assert part in page, part


def test_what_a_browser_may_run_is_left_out() -> None:
    href = " JavaScript:alert(1)"
    article = Article(
        headline="</title><script>alert(1)</script>",
        url="javascript:alert(1)",
        body=[
            Paragraph(text="Click", marks=[Link(start=0, text="Click", href=href)]),
            ImageCaption(text="A", image=Image(url="javascript:alert(1)")),
            Embed(url="vbscript:a", provider='"><script>'),
        ],
    )
    page = PARSER.write(article).decode()
    assert "<script" not in page
    assert "javascript:" not in page.lower()
    assert "vbscript:" not in page


@given(articles())
def test_every_page_is_well_formed_and_holds_the_text(article: Article) -> None:
    root = etree.HTML(PARSER.write(article))
    shown = " ".join("".join(root.itertext()).split())
    assert not list(root.iter("script", "iframe", "object", "embed"))
    for block in article.body:
        if isinstance(block, Paragraph) and "\n" not in block.text:
            assert " ".join(block.text.split()) in shown
    for link in root.iter("a"):
        assert not (link.get("href") or "").lower().startswith("javascript:")


def test_a_page_is_read_back_by_its_head() -> None:
    article = PARSER.read(PARSER.write(ARTICLE)).article
    assert article.headline == ARTICLE.headline
    assert article.authors == ("Ann Example",)
    assert article.published == ARTICLE.published
