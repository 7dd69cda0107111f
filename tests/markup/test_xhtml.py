"""Blocks written as XHTML, and read back."""

from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from newsmodel.markup.xhtml_inline import XHTML
from newsmodel.markup.xhtml_reader import XhtmlReader
from newsmodel.markup.xhtml_writer import XhtmlWriter
from newsmodel.model import (
    Block,
    BlockQuote,
    Cell,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Table,
)
from newsmodel.testing import blocks

SAID = Quote(start=2, text="cd", cue="said")

# Each block, and the XHTML it is written as.
FORMS: list[tuple[Block, str]] = [
    (Paragraph(text="a\nb <c>\n"), "<p>a<br/>b &lt;c&gt;<br/></p>"),
    (Heading(text="a", level=6), "<h6>a</h6>"),
    (BlockQuote(text="a"), "<blockquote><p>a</p></blockquote>"),
    (ListItem(text="a", ordered=True), "<ol><li>a</li></ol>"),
    (ListItem(text="a", depth=2), "<ul><li><ul><li>a</li></ul></li></ul>"),
    (
        Table(rows=[[Cell(text="a", header=True), Cell()]], caption="b\nc"),
        "<table><caption>b<br/>c</caption><tr><th>a</th><td></td></tr></table>",
    ),
    (
        Embed(url="u&v"),
        '<figure class="embed"><figcaption><a href="u&amp;v">u&amp;v</a>'
        "</figcaption></figure>",
    ),
    (
        Embed(url="u", provider="P", text="a"),
        '<figure class="embed"><p>a</p><figcaption><a href="u"><cite>P</cite></a>'
        "</figcaption></figure>",
    ),
    (
        Embed(provider="P"),
        '<figure class="embed"><figcaption><cite>P</cite></figcaption></figure>',
    ),
    (Embed(text="a"), '<figure class="embed"><p>a</p></figure>'),
    (
        ImageCaption(text="a"),
        '<figure data-part="image-1"><figcaption>a</figcaption></figure>',
    ),
    (
        ImageCaption(credit_line="b"),
        '<figure data-part="image-1"><figcaption><small class="credit">b</small>'
        "</figcaption></figure>",
    ),
    (
        ImageCaption(image=Image(url="u", alt="a\n", width=0, height=2)),
        '<figure data-part="image-1"><img src="u" alt="a&#10;" width="0" height="2"/>'
        "</figure>",
    ),
    (
        ImageCaption(image=Image(height=0)),
        '<figure data-part="image-1"><img height="0"/></figure>',
    ),
    (
        Paragraph(text="abcdef", marks=[SAID]),
        '<p>ab<span class="quote" data-part="quote-1">cd</span>ef</p>',
    ),
    (
        Paragraph(
            text="abc",
            marks=[
                Emphasis(start=0, text="a"),
                Emphasis(start=1, text="b", kind="strong"),
                Link(start=2, text="c", href='"u"'),
            ],
        ),
        '<p><em>a</em><strong>b</strong><a href="&quot;u&quot;">c</a></p>',
    ),
    (
        Paragraph(
            text="abc",
            marks=[Link(start=0, text="ab", href="u"), Emphasis(start=1, text="bc")],
        ),
        '<p><a href="u"><span data-part="link-1">a</span></a>'
        '<a href="u"><em><span data-part="link-1 em-2">b</span></em></a>'
        '<em><span data-part="em-2">c</span></em></p>',
    ),
]


def fields(value: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def there_and_back(body: list[Block]) -> XhtmlReader:
    writer = XhtmlWriter()
    xhtml = writer.write(body)
    quotes = {
        f"quote-{number}": fields(
            quote,
            *("kind", "speaker", "mention", "cue", "group", "fragments", "confidence"),
        )
        for number, quote in enumerate(writer.quotes, 1)
    }
    captions = {
        f"image-{number}": fields(caption, "credit_line", "credits")
        for number, caption in enumerate(writer.captions, 1)
    }
    reader = XhtmlReader(quotes, captions)
    reader.read(etree.fromstring(f'<body xmlns="{XHTML}">{xhtml}</body>'))
    return reader


@pytest.mark.parametrize(("block", "xhtml"), FORMS)
def test_each_block_has_its_form(block: Block, xhtml: str) -> None:
    assert XhtmlWriter().write([block]) == xhtml


@pytest.mark.parametrize(("block", "xhtml"), FORMS)
def test_each_form_is_read_as_its_block(block: Block, xhtml: str) -> None:
    reader = there_and_back([block])
    assert (reader.blocks, reader.notes) == ([block], [])


@given(blocks())
def test_any_block_comes_back(block: Block) -> None:
    reader = there_and_back([block, block])
    assert (reader.blocks, reader.notes) == ([block, block], [])


# XHTML of others, what is made of it, and what is noted.
FOREIGN: list[tuple[str, list[Block], list[str]]] = [
    (" \n<p>a</p> \n", [Paragraph(text="a")], []),
    ("x<p>a</p>y", [Paragraph(text="a")], ["misplaced", "misplaced"]),
    ("<p/>", [], ["empty"]),
    ("<h2></h2>", [], ["empty"]),
    ("<blockquote/>", [], ["empty"]),
    ("<blockquote>a</blockquote>", [BlockQuote(text="a")], []),
    ("<hr/>", [], ["unknown"]),
    ("<p>a<u>b</u>c</p>", [Paragraph(text="abc")], ["unknown", "part-missing"]),
    (
        "<p><em>a<u>b<i>c</i></u>d</em></p>",
        [Paragraph(text="abcd", marks=[Emphasis(start=0, text="abcd")])],
        ["unknown"],
    ),
    (
        "<p><em><strong>a</strong></em></p>",
        [
            Paragraph(
                text="a",
                marks=[
                    Emphasis(start=0, text="a", kind="em"),
                    Emphasis(start=0, text="a", kind="strong"),
                ],
            )
        ],
        [],
    ),
    ("<p><em></em>a</p>", [Paragraph(text="a")], ["empty"]),
    (
        '<p><a href="u"><span data-part="link-1">a</span></a>'
        '<a href="v"><span data-part="link-1">b</span></a></p>',
        [Paragraph(text="ab")],
        ["misplaced"],
    ),
    ("<p><a>a</a></p>", [Paragraph(text="a")], ["part-missing"]),
    ('<p><span data-part="">a</span></p>', [Paragraph(text="a")], ["part-missing"]),
    ('<p><span data-part="em-1">a</span></p>', [Paragraph(text="a")], ["misplaced"]),
    ('<p><span data-part="image-1">a</span></p>', [Paragraph(text="a")], ["misplaced"]),
    (
        "<p><em><br/></em></p>",
        [Paragraph(text="\n", marks=[Emphasis(start=0, text="\n")])],
        [],
    ),
    ("<ul>x<li>a</li><p>b</p></ul>", [ListItem(text="a")], ["misplaced", "unknown"]),
    ("<ul><li/></ul>", [], []),
    (
        "<ul><li>a<ul><li>b</li></ul>c</li></ul>",
        [ListItem(text="a"), ListItem(text="b", depth=2)],
        ["misplaced"],
    ),
    ("<ul><li>" * 17 + "a" + "</li></ul>" * 17, [], ["too-deep"]),
    ("<table/>", [], ["empty"]),
    ("<table><tr/></table>", [], ["empty"]),
    (
        "<table><thead/><caption/><tr><td>a</td><p>b</p></tr></table>",
        [Table(rows=[[Cell(text="a")]])],
        ["unknown", "unknown"],
    ),
    ('<figure class="embed"/>', [], ["empty"]),
    ('<figure class="embed"><p>a</p><hr/></figure>', [Embed(text="a")], ["unknown"]),
    ("<figure/>", [], ["part-missing", "empty"]),
    (
        '<figure><img alt="a"/><hr/></figure>',
        [ImageCaption(image=Image(alt="a"))],
        ["part-missing", "unknown"],
    ),
    ("<figure><img/></figure>", [], ["part-missing", "empty"]),
    (
        "<figure><figcaption>a<small>b</small>c</figcaption></figure>",
        [ImageCaption(text="a")],
        ["part-missing", "misplaced"],
    ),
]


@pytest.mark.parametrize(("xhtml", "expected", "codes"), FOREIGN)
def test_what_is_not_as_we_write_it_costs_no_more_than_itself(
    xhtml: str, expected: list[Block], codes: list[str]
) -> None:
    reader = XhtmlReader({}, {})
    reader.read(etree.fromstring(f'<body xmlns="{XHTML}">{xhtml}</body>'))
    assert reader.blocks == expected
    assert [note.code for note in reader.notes] == codes


def test_quotes_and_captions_are_numbered_through_the_text() -> None:
    writer = XhtmlWriter()
    quote = Quote(start=0, text="a", speaker=Source(name="Ann"))
    caption = ImageCaption(text="a", marks=[quote])
    body: list[Block] = [Paragraph(text="a", marks=[quote]), caption]
    assert 'data-part="quote-2"' in writer.write(body)
    assert writer.quotes == [quote, quote]
    assert writer.captions == [caption]
