"""Whatever the page: a ParseError or an article, and nothing else."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, Explanation, Paragraph, ParseError
from newsmodel.parsers.html._page.page import Page

STATED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": ["NewsArticle"],
            "@id": "#a",
            "headline": "Bridge reopens after two years",
            "datePublished": "2023-06-01T12:30:00+01:00",
            "dateModified": "2023-06-02",
            "author": [{"@id": "#p"}, {"@type": "Person", "name": "Bob Roe"}],
            "publisher": {"@type": "NewsMediaOrganization", "name": "Elmsworth News"},
            "image": {"@type": "ImageObject", "url": "/a.jpg", "caption": "A bridge"},
            "articleSection": ["Local"],
            "keywords": "bridge, river",
            "inLanguage": "en-GB",
        },
        {"@type": "Person", "@id": "#p", "name": "Ann Example", "url": "/by/ann"},
    ],
}
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge reopens after two years | The Elmsworth News</title>
<meta property="og:title" content="Bridge reopens after two years">
<meta property="og:site_name" content="The Elmsworth News">
<meta property="article:published_time" content="2023-06-01T12:30:00+01:00">
<meta name="author" content="Ann Example"><meta name="keywords" content="bridge, river">
<link rel="canonical" href="https://elmsworth.example/news/bridge">
<script type="application/ld+json">{json.dumps(STATED)}</script>
<script id="data" type="application/json">{{"a": [1, {{"b": "c"}}]}}</script></head>
<body class="page"><nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">Bridge reopens after two years</h1>
<p class="standfirst">The old bridge at Elmsworth is open again, to the joy of all.</p>
<div class="byline">By <a rel="author" href="/by/ann">Ann Example</a> and Bob Roe</div>
<time datetime="2023-06-01T12:30:00+01:00">1 June 2023</time>
<figure><img src="/a.jpg" alt="A bridge" width="640" height="480"><figcaption>The
bridge on Thursday. <span class="credit">Photograph: Bob Roe/AP</span></figcaption>
</figure><p>ELMSWORTH (AP) — The old bridge at Elmsworth opened to traffic again on
<b>Thursday</b>, two years after a <a href="/barge">barge</a> ran into it.</p>
<p>“We have waited long enough,” said Tom Brook, the mayor.<br>“It is open.”</p>
<h2>What comes next</h2><ul><li>More traffic</li><li>Less <em>noise</em></li></ul>
<blockquote><p>A bridge is a promise to the other side of the river.</p></blockquote>
<table><tr><th>Year</th><td>2021</td></tr></table>
<iframe src="https://video.example/1"></iframe>
<p>© 2023 The Elmsworth News. All rights reserved &amp; held &#150; for ever.</p>
</article><aside><a href="/b"><img src="/b.jpg" alt="Mill"><h3>The mill burns</h3></a>
</aside></main><footer>Contact us</footer></body></html>
"""
DATA = PAGE.encode()
TAGS = re.findall(r"<[^>]+>", PAGE)
VALUES = sorted({*re.findall(r'"[^"<>]*"', PAGE)})

anything = st.binary() | st.text(st.characters())
addresses = st.none() | st.text(st.characters()) | st.just("https://elmsworth.example/")
pieces = st.sampled_from(
    [
        *TAGS,
        *VALUES,
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<",
        ">",
        "&",
        "&#0;",
        "&#xD800;",
        "&#x1F600;",
        "&#xFFFE;",
        "&#7;",
        "&nbsp;",
        "\0",
        "\x0b",
        "\ud800",
        "\ufffe",
        "\u202e",
        "“",
        "”",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "\\",
        "\\u0000",
        "\\ud83d",
        "null",
        "1e999",
        "99999999999999999999",
        "-1",
        "0001-01-01",
        "9999-12-31T23:59:60+99:99",
        "javascript:alert(1)",
        "http://[",
        "https://\n/",
        "By ",
        "© ",
        "\n",
        "<br><br>",
        "<p>",
        "</p>",
        "<a href='",
    ]
)


def read(data: bytes | str, url: str | None = None) -> Explanation | None:
    """Read a page; where it is none, it has to be a ParseError."""
    try:
        found = newsmodel.explain(data, "html", url=url)
    except ParseError:
        return None
    assert isinstance(found.article, Article)
    assert found.article == newsmodel.parse(data, "html", url=url)
    return found


def test_the_page_is_read_as_it_stands() -> None:
    found = read(DATA, "https://elmsworth.example/news/bridge")
    assert found is not None
    assert found.article.headline == "Bridge reopens after two years"


@given(anything, addresses)
@example("", None)
@example(b"\0", None)
@example("\ud800", "\ud800")
@example("<p>a", "\x00")
@example("<p>a", "")
@example("<p>a", "http://[")
def test_anything_is_read_or_a_parse_error(data: bytes | str, url: str | None) -> None:
    read(data, url)


@given(st.lists(pieces | st.text(max_size=6)), addresses)
def test_markup_of_any_order_is_read_or_a_parse_error(
    parts: list[str], url: str | None
) -> None:
    read("".join(parts), url)


@given(
    edits=st.lists(
        st.tuples(st.integers(0, len(DATA)), st.integers(0, 60), st.binary(max_size=8)),
        min_size=1,
        max_size=4,
    )
)
def test_a_damaged_page_is_read_or_a_parse_error(
    edits: list[tuple[int, int, bytes]],
) -> None:
    data = DATA
    for at, cut, put in edits:
        data = data[:at] + put + data[at + cut :]
    read(data)


@given(
    edits=st.lists(
        st.tuples(st.integers(0, len(PAGE)), st.integers(0, 60), pieces),
        min_size=1,
        max_size=4,
    )
)
def test_a_page_with_pieces_put_in_is_read_or_a_parse_error(
    edits: list[tuple[int, int, str]],
) -> None:
    page = PAGE
    for at, cut, put in edits:
        page = page[:at] + put + page[at + cut :]
    read(page)


@given(st.sampled_from([*TAGS, *VALUES]), pieces | st.text(max_size=20), st.booleans())
def test_a_page_with_other_tags_and_values_is_read_or_a_parse_error(
    old: str, new: str, every: bool
) -> None:
    read(PAGE.replace(old, new) if every else PAGE.replace(old, new, 1))


@given(st.sampled_from(TAGS), st.integers(2, 60))
def test_a_page_with_tags_doubled_is_read(tag: str, count: int) -> None:
    assert read(PAGE.replace(tag, tag * count)) is not None


@pytest.mark.parametrize("end", range(20, len(DATA), 211))
def test_a_page_cut_short_or_begun_late_is_read(end: int) -> None:
    read(DATA[:end])
    read(DATA[end:])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda held: (
        st.lists(held, max_size=4)
        | st.dictionaries(st.sampled_from(["@id", "@type", "name", "url"]), held)
    ),
    max_leaves=8,
)
ARTICLE: dict[str, object] = STATED["@graph"][0]  # type: ignore[assignment]


@given(st.dictionaries(st.sampled_from(sorted(ARTICLE)), json_values, min_size=1))
def test_a_page_that_states_anything_is_read(stated: dict[str, object]) -> None:
    node = {**ARTICLE, **stated}
    script = json.dumps(node).replace("</", "<\\/")
    page = PAGE.replace(json.dumps(STATED), script)
    assert read(page) is not None


@given(st.lists(st.sampled_from([*'{}[]",:', "@type", "author", "1", "\\", "\n"])))
def test_a_page_whose_statements_are_broken_is_read(parts: list[str]) -> None:
    page = PAGE.replace(json.dumps(STATED), "".join(parts))
    found = read(page)
    assert found is not None
    assert found.article.headline == "Bridge reopens after two years"


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-8-sig", "cp1252", "utf-7", "cp037"]
)
def test_a_page_in_any_encoding_is_read_or_a_parse_error(encoding: str) -> None:
    read(PAGE.encode(encoding, "replace"))


LD = '<script type="application/ld+json">'
# What is repeated, and the text that is to be read on the page.
LONG = {
    "paragraphs": (
        "<p>It is open, said Ann Example.</p>",
        "It is open, said Ann Example.",
    ),
    "blocks": ("<div>a</div>", "a"),
    "unclosed": ("<div><b>a", "a"),
    "lists": ("<ul><li>a", "a"),
    "breaks": ("a<br>", "a"),
    "links and breaks": ('<a href="/a">a b</a><br><br>', "a b"),
    "links": ('<a href="/a">a</a> ', "a"),
    "images": ('<img src="/a.jpg" alt="a b">', ""),
    "figures": (
        "<figure><img src=a><figcaption>A bridge (AP)</figcaption></figure>",
        "A bridge (AP)",
    ),
    "headings": ("<h1>Bridge reopens</h1>", "Bridge reopens"),
    "bylines": ('<p class="byline">By Bob Other</p>', "By Bob Other"),
    "times": ('<time datetime="2023-07-07">7 July 2023</time>', "7 July 2023"),
    "metas": ('<meta name="author" content="Ann Example">', ""),
    "statements": (
        LD + '{"@type": "NewsArticle", "@id": "b", "author": "B C"}</script>',
        "",
    ),
    "broken statements": (LD + '{"a": "b" "c", </script>', ""),
    "items": ('<span itemprop="author">Bob Other</span>', "Bob Other"),
    "rows": ("<tr><td>a<td>b", "ab"),
    "less-than": ("<", "<"),
    "classes": ('<i class="byline date caption">a</i>', "a"),
    "quotes": ("“a ", "“a"),
}


@pytest.mark.parametrize(("piece", "text"), LONG.values(), ids=LONG)
def test_a_long_page_keeps_all_its_text(piece: str, text: str) -> None:
    count = 100_000 // len(piece)
    runs = Page(piece * count, None).flow.runs
    found = "".join("".join(run.text for run in runs).split())
    assert found == "".join(text.split()) * count


@pytest.mark.parametrize("piece", [piece for piece, _ in LONG.values()], ids=LONG)
def test_what_follows_an_article_at_length_says_nothing_of_it(piece: str) -> None:
    more = piece * (100_000 // len(piece))
    expected = newsmodel.parse(PAGE, "html")
    found = newsmodel.parse(PAGE.replace("<footer>", f"{more}<footer>"), "html")
    for name in ("headline", "published", "modified", "source", "contributors"):
        assert getattr(found, name) == getattr(expected, name)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>", "</p>"),
        ("<p class=byline>By ", "</p>"),
        (LD + '{"@type": "NewsArticle", "articleBody": "', '"}</script>'),
    ],
)
def test_one_long_text_is_read_whole(before: str, after: str) -> None:
    text = "Ann Example and " * 12_500
    found = newsmodel.parse(f"{before}{text}{after}<p>a", "html")
    (block,) = found.body
    assert isinstance(block, Paragraph)
    assert block.text.removeprefix("By ") == text.rstrip()
    assert not found.contributors


def test_of_a_long_headline_the_beginning_is_read() -> None:
    text = "Bridge " * 25_000
    headline = newsmodel.parse(f"<h1>{text}</h1><p>a", "html").headline
    assert headline
    assert text.startswith(headline)


@pytest.mark.parametrize(
    ("before", "piece", "after", "codes"),
    [
        ("<p class='", "byline ", "'>a</p>", []),
        ("<h1>", "Bridge ", "</h1>", []),
        ("<figcaption>", "© A/B/", "</figcaption>", []),
        (LD, "[", "</script>", ["json-ld-broken"]),
        (LD, '{"a":', "</script>", ["json-ld-broken"]),
        (LD + '{"a": ', '"', "</script>", ["json-ld-broken"]),
        (
            LD + '{"@type": "NewsArticle", "author": [',
            '{"name": "A B"},',
            "0]}</script>",
            [],
        ),
        (LD + "[", '{"@id": "b", "author": {"@id": "b"}},', "0]</script>", []),
    ],
)
def test_one_long_thing_costs_only_itself(
    before: str, piece: str, after: str, codes: list[str]
) -> None:
    thing = before + piece * (200_000 // len(piece)) + after
    expected = newsmodel.parse(PAGE, "html")
    found = newsmodel.explain(PAGE.replace("<footer>", f"{thing}<footer>"), "html")
    for name in ("headline", "published", "modified", "source", "contributors"):
        assert getattr(found.article, name) == getattr(expected, name)
    assert [note.code for note in found.notes] == codes


def test_a_statement_of_very_many_authors_names_the_first() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [
        f"Ann {a.upper()}{b}{c}e" for a in letters for b in letters for c in letters
    ]
    stated = {"@type": "NewsArticle", "author": [{"name": name} for name in names]}
    found = newsmodel.parse(f"{LD}{json.dumps(stated)}</script><p>a", "html")
    named = [each.name for each in found.contributors]
    assert named
    assert named == names[: len(named)]


def test_comments_before_anything_else_are_passed_over() -> None:
    comments = "<!-- kept -->" * 300
    assert newsmodel.parse(f"{comments}Bridge reopens").body
    found = newsmodel.explain(f"{comments}<html><h1>Bridge reopens")
    assert (found.format, found.article.headline) == ("html", "Bridge reopens")
