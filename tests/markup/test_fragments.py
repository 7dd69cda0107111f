"""Bodies that stand in strings become blocks, and what becomes none is told."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.evidence import Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.fragments import parse_fragment
from newsmodel.model import (
    Block,
    BlockQuote,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Paragraph,
    Table,
)


class Read(NamedTuple):
    """What was read, and the messages of the notes."""

    blocks: list[Block]
    left_out: list[str]


def read_tree(root: Any) -> Read:
    messages: list[str] = []

    def note(element: object, code: str, message: str) -> None:
        messages.append(message)

    reader = BodyReader(note)
    reader.read(root)
    return Read(reader.blocks, messages)


def read(markup: str) -> Read:
    root = parse_fragment(markup, [])
    assert root is not None
    return read_tree(root)


def texts(markup: str) -> list[str]:
    return [block.text for block in read(markup).blocks]


def test_each_paragraph_is_one_block_and_a_break_a_line_feed() -> None:
    assert texts("<p>One<br><br/>two</p>\n<p> three\n four </p>") == [
        "One\ntwo",
        "three four",
    ]


def test_text_alone_is_a_paragraph() -> None:
    assert texts("Rivers rose") == ["Rivers rose"]


def test_names_may_be_in_capitals_and_in_any_namespace() -> None:
    root = etree.fromstring(
        '<h:HTML xmlns:h="http://www.w3.org/1999/xhtml"><h:BODY><h:P>One</h:P>'
        "<h:H3>Two</h:H3></h:BODY></h:HTML>"
    )
    assert read_tree(root).blocks == [
        Paragraph(text="One"),
        Heading(text="Two", level=3),
    ]


def test_links_and_emphasis_are_marks() -> None:
    (block,) = read('<p>A <a href="b.html">link <b>in</b></a> it.</p>').blocks
    assert block == Paragraph(
        text="A link in it.",
        marks=[
            Link(start=2, text="link in", href="b.html"),
            Emphasis(start=7, text="in", kind="strong"),
        ],
    )


def test_lists_and_block_quotes_keep_their_kind() -> None:
    assert read(
        "<ul><li>One<ol><li>Two</li></ol></li></ul><blockquote><p>Three</p>"
        "</blockquote>"
    ).blocks == [
        ListItem(text="One"),
        ListItem(text="Two", depth=2, ordered=True),
        BlockQuote(text="Three"),
    ]


def test_a_figure_is_a_caption_with_credit_and_picture() -> None:
    assert read(
        '<figure><img src="a.jpg" alt="Mud" width="640" height="480px">'
        '<div class="byline">Jane Doe/Example</div>'
        "<figcaption>The river on Monday</figcaption></figure>"
    ).blocks == [
        ImageCaption(
            text="The river on Monday",
            credit_line="Jane Doe/Example",
            image=Image(url="a.jpg", alt="Mud", width=640, height=480),
        )
    ]


def test_a_figure_inside_a_paragraph_does_not_end_it() -> None:
    found = read('<p>Rivers <figure><img src="a.jpg"></figure> rose.</p>').blocks
    assert [type(each) for each in found] == [Paragraph, ImageCaption, Paragraph]


def test_a_picture_of_one_pixel_is_none() -> None:
    assert read('<p>One<img src="count.gif" width="1" height="1"></p>').blocks == [
        Paragraph(text="One")
    ]


def test_a_frame_is_an_embed() -> None:
    assert read(
        '<iframe src="https://example.com/map"></iframe><p>One.</p>'
    ).blocks == [Embed(url="https://example.com/map"), Paragraph(text="One.")]


def test_a_table_is_one_block() -> None:
    (block,) = read(
        "<table><caption>Votes</caption><thead><tr><th>Yes</th><th>No</th></tr></thead>"
        "<tr><td>5<p>6</p></td><td></td></tr><tr><td></td></tr></table>"
    ).blocks
    assert isinstance(block, Table)
    assert block.caption == "Votes"
    assert block.text == "Yes\tNo\n5\n6\t\n"
    assert [cell.header for cell in block.rows[0]] == [True, True]


def test_a_table_of_one_cell_only_lays_out_what_is_in_it() -> None:
    assert texts("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>") == [
        "One.",
        "Two.",
    ]


def test_labels_beside_paragraphs_are_left_out_and_told() -> None:
    found = read('<div class="dat">Sports</div><p>One.</p>It goes on.')
    assert [block.text for block in found.blocks] == ["One.", "It goes on."]
    assert found.left_out == ["text between paragraphs is left out: Sports"]


def test_what_stands_beside_the_text_is_left_out_and_told() -> None:
    found = read("<header>By Ann Example</header><p>One.</p><aside>More</aside>")
    assert [block.text for block in found.blocks] == ["One."]
    assert found.left_out == [
        "header is left out: By Ann Example",
        "aside is left out: More",
    ]


def test_scripts_and_styles_hold_no_text() -> None:
    found = read("<style>p {}</style><p>One<script>alert(1)</script>.</p>")
    assert [block.text for block in found.blocks] == ["One."]


def test_a_link_that_would_run_a_script_is_left_out_and_told() -> None:
    found = read('<p><a href="java&#10;script:alert(1)">One</a>.</p>')
    assert found.blocks == [Paragraph(text="One.")]
    assert found.left_out == ["a link that would run a script is left out"]


@pytest.mark.parametrize("markup", ["", " \n", "<!-- -->", "\0"])
def test_what_is_blank_has_no_tree(markup: str) -> None:
    assert parse_fragment(markup, []) is None


def test_what_nests_too_deep_is_cut_with_a_note() -> None:
    notes: list[Note] = []
    root = parse_fragment("<p>One</p>" + "<div>" * 3000 + "Two", notes)
    assert root is not None
    assert read_tree(root).blocks[0].text == "One"
    assert [each.code for each in notes] == ["cut"]


_TAGS = (
    "p",
    "div",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "figure",
    "img",
    "q",
    "br",
)


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in _TAGS]),
            st.sampled_from([f"</{tag}>" for tag in _TAGS]),
            st.sampled_from(['<a href="x">', '<img src="y" alt="z">', "\xad", "&#7;"]),
            st.text(max_size=8),
        )
    ).map("".join)
)
def test_any_markup_is_read(markup: str) -> None:
    root = parse_fragment(markup, [])
    if root is not None:
        read_tree(root)
