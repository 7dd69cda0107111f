"""Bytes to a tree, none of the text lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ParseError
from newsmodel.evidence import Note
from newsmodel.parsers.html._page import tree as _tree
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._page.runaway import flatten, with_fewer_attributes
from newsmodel.parsers.html._page.tree import parse_html


def read(data: bytes | str) -> tuple[str, list[str]]:
    """Return the text of a page, and the codes of the notes."""
    notes: list[Note] = []
    root, page = parse_html(data, notes)
    page.decode()
    return "".join(root.itertext()), [note.code for note in notes]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "",
        b" \n",
        b"<!-- a -->",
        b"<!--",
        b"<!doctype html>",
        b"\xef\xbb\xbf",
        "\ufeff",
    ],
)
def test_a_page_without_an_element_is_a_parse_error(data: bytes | str) -> None:
    with pytest.raises(ParseError, match="no element"):
        parse_html(data, [])


def test_a_file_of_another_kind_is_said_to_be_one() -> None:
    with pytest.raises(ParseError, match=r"html: .* type PDF") as caught:
        parse_html(b"%PDF-1.4\n<p>", [])
    assert caught.value.advice


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("just a text", "just a text"),
        ("a < b & c", "a < b & c"),
        ("<frameset><frame src=a></frameset>", ""),
        ("<p>a<!-- b -->c", "ac"),
        ("<?xml version='1.0' encoding='utf-16'?><html><p>a", "a"),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><p>c", "c"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><p>a", "a"),
        ("\ud83d\ude00", "\U0001f600"),
    ],
)
def test_what_is_nearly_a_page_is_one(data: str, text: str) -> None:
    found, notes = read(data)
    assert (found.endswith(text), notes) == (True, [])


def test_elements_with_a_prefix_are_those_without() -> None:
    page = (
        "<x:html xmlns:x='http://www.w3.org/1999/xhtml'>"
        "<x:body><x:p>It is 5 x: 3.</x:p></x:body></x:html>"
    )
    root, _ = parse_html(page, [])
    assert root.findtext("body/p") == "It is 5 x: 3."


def test_a_lone_surrogate_is_replaced_and_noted() -> None:
    assert read("<p>a\ud800b") == ("a\ufffdb", ["characters-replaced"])


def test_a_zero_is_replaced() -> None:
    assert read(b"<p>a\0b")[0] == "a\ufffdb"


DEEP = {
    "blocks": "<div>x",
    "words": "<b>x",
    "both": "<section><a>x",
    "tables": "<table><tr><td>x",
    "lists": "<ul><li>x",
    "unknown": "<x-y>x",
    "cells in items": "<li><td>x",
    "closed": "<div>x</div",
    "capitals": "<DIV>x",
}


@pytest.mark.parametrize("piece", DEEP.values(), ids=DEEP)
def test_elements_nested_too_deep_keep_their_text(piece: str) -> None:
    page = f"<body><p>before</p>{piece * 5000}<p>after</p>"
    text, notes = read(page)
    assert text.startswith("before")
    assert text.count("x") == 5000
    assert text.endswith("after")
    assert notes in ([], ["nesting"])


def test_what_stands_behind_deep_elements_is_as_it_was() -> None:
    deep = "<div>" * 3000 + "x" + "</div>" * 3000
    after = '<script type="application/ld+json">{"a": "<div>"}</script><h2>A</h2><p>B'
    root, _ = parse_html(f"<body>{deep}{after}", [])
    body = root.find("body")
    assert body is not None
    assert [child.tag for child in body] == ["div", "script", "h2", "p"]
    assert body.findtext("script") == '{"a": "<div>"}'


def test_blocks_taken_out_of_one_another_stay_apart() -> None:
    assert flatten(b"<div>a<div>b</div>c</div>", 1) == b"<div>a<br><br>b<br><br>c</div>"


@pytest.mark.parametrize(
    ("piece", "below"),
    [
        ("<div", "<div"),
        ("<!--", ""),
        ("<script>", "<script>"),
        ("</div>", "</div>"),
        ("<b>a", "a"),
        ("<b></i>", "</i>"),
        ("<title>", "<title>"),
        ("< ", "< "),
    ],
)
def test_nesting_is_taken_out_below_so_many_levels(piece: str, below: str) -> None:
    above = piece if below else ""
    flat = flatten(piece.encode() * 50_000, 10)
    assert flat == (above * 10 + below * 49_990).encode()


MANY = "".join(f" a{number}=b" for number in range(100_000))


@pytest.mark.parametrize(
    "attributes", [MANY, MANY.replace("b", "'>'", 5), " a b" * 9000]
)
def test_an_element_of_very_many_attributes_keeps_the_first(attributes: str) -> None:
    notes: list[Note] = []
    root, _ = parse_html(f"<p class=c{attributes}>a</p><p>b</p>", notes)
    first, second = root.iter("p")
    assert (first.get("class"), first.text, second.text) == ("c", "a", "b")
    assert [note.code for note in notes] == ["cut"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "a b " * 9000 + "</p>",
        "<script>if (a<b c) {" + "a b " * 9000 + "}</script><p>c",
        "<SCRIPT>a<b " + "a b " * 9000 + "</SCRIPT><p>c",
        "<img src='data:" + "a b " * 9000 + "'>",
        "<img src=data:" + "ab/" * 9000 + ">",
        "a > b " * 9000,
        "< " * 9000,
    ],
)
def test_what_is_long_but_no_list_of_attributes_stays(page: str) -> None:
    assert with_fewer_attributes(page.encode()) == page.encode()


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        (" a='", 1000),  # of two, as the second ends the value of the first
        (' a="', 1000),
        (" a=", 1000),
        ("<p a ", 250),  # each is two attributes, as "<p" is one too
        ("<script a ", 250),
        (" /", 100_000),  # is none
    ],
)
def test_the_first_five_hundred_attributes_are_kept(piece: str, kept: int) -> None:
    page = f"<p {piece * 100_000}"
    assert with_fewer_attributes(page.encode()) == f"<p {piece * kept}".encode()


@pytest.fixture
def _older(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the limits that libxml2 before 2.14 has."""
    monkeypatch.setattr(_tree, "_CAN_BE_HUGE", False)
    monkeypatch.setattr(_tree, "_READS_REFERENCES_LITERALLY", True)


def test_a_page_may_be_deep_and_have_a_long_text() -> None:
    long = "y" * 11_000_000
    for page in (f"{'<b>x' * 300}<p>{long}<p>z", f"<p>{long}{'<b>x' * 3000}<p>z"):
        text, notes = read(page)
        assert text.count("x") == page.count("x")
        assert text.endswith("z")
        assert notes == ["nesting"] or not _tree._CAN_BE_HUGE


@pytest.mark.usefixtures("_older")
def test_what_older_limits_cut_off_is_noted() -> None:
    notes: list[Note] = []
    root, _ = parse_html(f"<p>a</p>\n<p>{'x' * 11_000_000}</p><p>b", notes)
    assert "".join(root.itertext()).strip() == "a"
    assert [(note.code, note.location.line) for note in notes] == [("cut", 2)]


@pytest.mark.usefixtures("_older")
def test_older_versions_read_references_as_browsers_do_too() -> None:
    assert read("<p>&#150;&#x93;&#129;&#1500;&#159&#x9f;")[0] == "–“\x81לŸŸ"


@pytest.mark.usefixtures("_older")
def test_where_older_limits_leave_nothing_it_is_a_parse_error() -> None:
    with pytest.raises(ParseError, match="limit"):
        parse_html(f"<p title='{'x' * 11_000_000}'>a", [])


@pytest.mark.skipif(
    not _tree._CAN_BE_HUGE, reason="older versions cut it off, with a note"
)
@pytest.mark.parametrize(
    "page", ["<p>{}</p>", "<!--{}-->", "<p title='{}'>", "<script>{}</script>"]
)
def test_texts_of_more_than_ten_megabytes_are_read(page: str) -> None:
    text, notes = read(page.format("x" * 11_000_000) + "<p>after")
    assert (text[-5:], notes) == ("after", [])


def test_wrong_bytes_are_seen_behind_many_errors() -> None:
    # The log of the parser is full by then.
    for between in (b"</x>" * 500, b"<div>" * 3000):
        text, notes = read(b"<body>" + between + b"<p>caf\xe9")
        assert text == "café"
        assert "encoding-guessed" in notes


@given(
    st.binary(max_size=40), st.sampled_from([b"", b"<p>", b"<a href='", b"<script>"])
)
def test_the_parser_says_whether_bytes_are_utf_8(data: bytes, before: bytes) -> None:
    page = b"<p>a" + before + data
    try:
        page.decode()
        is_right = True
    except UnicodeDecodeError:
        is_right = False
    _, log = _tree._parsed(page)
    assert _tree._is_misread(page, log) is not is_right


TAGS = st.sampled_from(["div", "b", "p", "table", "td", "li", "ul", "a", "x-y"])
MARKUP = st.lists(st.builds("{}{}>".format, st.sampled_from(["<", "</"]), TAGS))


@given(MARKUP, st.integers(0, 5))
def test_flattening_loses_no_text(tags: list[str], levels: int) -> None:
    texts = [f"{number};" for number in range(len(tags))]
    page = "".join(map("".join, zip(tags, texts, strict=True)))
    flat = flatten(page.encode(), levels).decode()
    assert "".join(part.split(">")[-1] for part in flat.split("<")) == "".join(texts)


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("<title>A</title><article>b</article>", "b"),
        ("<title>A</title><meta name=a><main>b</main>c<p>d</p>e", "bcde"),
        ("<head><title>A</title><nav>b</nav></head><body>c<p>d</p>", "bcd"),
        ("<head><title>A</title></head><main>b</main>", "b"),
        ("<title>A</title><header>b</header><script>c</script>d", "bcd"),
    ],
)
def test_what_is_no_part_of_a_head_ends_it(page: str, body: str) -> None:
    root, _ = parse_html(page, [])
    assert [each.tag for each in root] == ["head", "body"]
    assert "".join(root.find("body").itertext()) == body
    assert root.findtext("head/title") == "A"


def test_a_head_is_left_as_it_is() -> None:
    page = (
        "<head><title>A</title><meta><link><base><style>b</style><script>c</script>"
        "<noscript><img></noscript><template>d</template></head><body>e</body>"
    )
    root, _ = parse_html(page, [])
    assert len(root.find("head")) == 8


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<body><p>a</p></body><p>b</p>c<div>d</div>", ["a", "b", "c", "d"]),
        ("<body><p>a</p></body>b<p>c</p>", ["a", "b", "c"]),
        ("<body>a</body>b", ["a\nb"]),
        (
            "<html><body><p>a</body></html><p>b <b>c</b></p>d<p>e",
            ["a", "b c", "d", "e"],
        ),
        ("<html><body><p>a</body></html><body><p>b</body></html><p>c", ["a", "b", "c"]),
        ("<html><head><title>A</title></head></html><p>a<p>b", ["a", "b"]),
        ("<html><title>A</title></html><body><h1>a</h1></body></html>", ["a"]),
        ("<body><p>a</p></body></html>\n", ["a"]),
    ],
)
def test_what_stands_behind_the_body_is_in_it(page: str, texts: list[str]) -> None:
    root, _ = parse_html(page, [])
    assert root.getnext() is None
    assert root[-1].tag == "body"
    assert [run.text for run in Page(page, None).flow.runs] == texts


def test_what_is_stated_behind_the_body_is_read() -> None:
    page = Page("<p>a</p></body></html><meta name=author content='Ann Example'>", None)
    assert page.metas == {"author": ["Ann Example"]}


def test_what_no_tree_may_be_given_is_read_behind_the_body() -> None:
    page = Page("<body><p>a</p></body>b\x1bc", None)
    assert [run.text for run in page.flow.runs] == ["a", "bc"]


def test_a_control_character_between_head_and_body_is_no_error() -> None:
    page = "<head><title>A</title><figure>b</figure></head>c\x01d<p>e</p>"
    root, _ = parse_html(page, [])
    assert "".join(root.find("body").itertext()) == "bcde"
