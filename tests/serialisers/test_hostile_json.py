"""JSON that is made to break a reader is read within bounds, or refused."""

import json
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel.errors import ParseError
from newsmodel.model import Article

MARKER = "TOP-SECRET-MARKER"
LAUGHS = (
    '<!DOCTYPE nitf [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{last};" * 10}">'
        for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><nitf><body><body.content><p>&i;</p></body.content></body></nitf>"
)


def ninjs(body: str, **fields: Any) -> Article:
    document = {"uri": "urn:example:1", "body_html": body, "headline": "A", **fields}
    return newsmodel.parse(json.dumps(document), "ninjs")


def jsonld(body: str, **fields: Any) -> Article:
    document = {"@type": "NewsArticle", "articleBody": body, "headline": "A", **fields}
    return newsmodel.parse(json.dumps(document), "jsonld")


BOTH = pytest.mark.parametrize("read", [ninjs, jsonld])


@BOTH
def test_external_entities_in_a_body_are_not_fetched(read: Any, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(MARKER)
    body = (
        f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<nitf><body><body.content><p>A&x;B</p></body.content></body></nitf>"
    )
    assert MARKER not in repr(read(body))
    body = f'<p>A</p><iframe src="{secret.as_uri()}"></iframe>'
    assert MARKER not in repr(read(body))


@BOTH
def test_entities_in_a_body_do_not_grow(read: Any) -> None:
    article = read(LAUGHS)
    assert len(article.text) < 10_000


@BOTH
@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + "A",
        "<b>" * 5_000 + "A",
        "<table><tr><td>" * 1_500 + "A",
        "<ul><li>" * 2_000 + "A",
        "<p " + "a" * 100_000 + ">A",
        "<p>" + "<!--" * 20_000,
        "&" * 100_000,
        "<" * 100_000,
        "A" * 3_000_000,
        "<p>" * 20_000,
    ],
)
def test_bodies_made_to_break_are_read(read: Any, body: str) -> None:
    assert read(body).headline == "A"


@BOTH
def test_scripts_do_not_get_through(read: Any) -> None:
    article = read(
        '<p>A <a href="javascript:alert(1)">b</a></p><script>alert(2)</script>'
        '<img src="javascript:alert(3)"><iframe src=" java\nscript:alert(4)"></iframe>'
    )
    data = newsmodel.serialise(article, "json")
    assert b"alert" not in data


def test_as_many_pictures_as_blocks_take_no_longer() -> None:
    count = 3_000
    figures = "".join(f'<figure><img src="{at}.jpg"></figure>' for at in range(count))
    pictures = [
        {"type": "picture", "by": "B", "renditions": [{"href": f"{at}.jpg"}]}
        for at in reversed(range(count))
    ]
    article = ninjs(figures, associations=pictures)
    assert len(article.captions) == count
    assert all(each.credit_line == "B" for each in article.captions)


def test_many_names_take_no_longer() -> None:
    authors = [{"name": f"Ann Example{at}"} for at in range(20_000)]
    assert ninjs("<p>A</p>", authors=authors).authors
    assert jsonld("A", author=authors).authors


def test_many_articles_in_a_graph_take_no_longer() -> None:
    graph = [
        {
            "@type": "Article",
            "@id": f"#{at}",
            "headline": str(at),
            "author": {"@id": "#a"},
        }
        for at in range(3_000)
    ]
    graph.append({"@type": "Person", "@id": "#a", "name": "Ann Example"})
    articles = list(newsmodel.parse_all(json.dumps({"@graph": graph}), "jsonld"))
    assert len(articles) == 3_000
    assert articles[-1].authors == ("Ann Example",)


@pytest.mark.parametrize("depth", [50, 300, 900, 950, 990, 2_000, 50_000])
@pytest.mark.parametrize("format", ["ninjs", "jsonld"])
def test_nesting_of_any_depth_raises_nothing_else(format: str, depth: int) -> None:
    nest = '{"about":[' * depth + "]}" * depth
    for data in (
        f'{{"@type":"Article","headline":"A","uri":"https://schema.org/a","x":{nest}}}',
        f'{{"@type":"Article","nm:profile":"1","about":{nest},"uri":"a"}}',
        json.dumps(
            {
                "uri": "a",
                "profile": "newsmodel-article-1",
                "bodies": [
                    {"role": "main", "value": "<p>A</p>"},
                    {"role": "quotes", "value": nest},
                ],
            }
        ),
    ):
        try:
            newsmodel.parse(data, format)
        except ParseError as error:
            assert error.format == format  # noqa: PT017  # or it is read


@pytest.mark.parametrize("format", ["ninjs", "jsonld"])
@pytest.mark.parametrize(
    "data",
    [
        b'{"uri":' * 100_000,
        b'[{"@type":' * 100_000,
        b'{"@graph":[' * 100_000,
        b"\x00" * 1_000,
        b'{"uri": "a", "@type": "Article"',
        b"\xff\xfe{",
        b'{"uri": NaN, "x": 1e999999}',
    ],
)
def test_what_is_no_document_is_read_or_refused(format: str, data: bytes) -> None:
    try:
        newsmodel.parse(data, format)
    except ParseError as error:
        assert error.format == format  # noqa: PT017  # or it is read
