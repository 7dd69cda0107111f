"""Bodies that only a page's scripts hold."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ParseError
from newsmodel.parsers.html import PARSER
from newsmodel.parsers.html._body.state import find_stated
from newsmodel.parsers.html._page.page import Page
from tests.parsers.html.test_body import SENTENCES, STORY

SHELL = "<html><head><title>Bridge reopens</title></head><body><h1>Bridge reopens</h1>"
LINES = "\n\n".join(SENTENCES)


def paragraphs(script: str) -> tuple[str, ...]:
    found = PARSER.read(f"{SHELL}<div id=app></div>{script}")
    assert "body-from-script" in [note.code for note in found.notes]
    return found.article.paragraphs


def test_the_body_that_json_ld_states_is_taken() -> None:
    node = {"@type": "NewsArticle", "headline": "Bridge reopens", "articleBody": LINES}
    data = json.dumps(node)
    script = f'<script type="application/ld+json">{data}</script>'
    assert paragraphs(script) == SENTENCES


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">{}</script>',
        "<script>window.__STATE__ = {};</script>",
        "<script>a=1; window.__INITIAL__={}; b=2</script>",
        "<script>window.queue.push({});</script>",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        {
            "article": {
                "content": [{"type": "text", "html": text} for text in SENTENCES]
            }
        },
        {"story": {"body": STORY, "teaser": "Short"}, "site": {"name": "News"}},
        {"list": [1, None, True, {"paragraphs": list(SENTENCES)}]},
        {"escaped": STORY.replace("<", "&lt;").replace(">", "&gt;")},
    ],
)
def test_the_body_in_the_state_of_an_application_is_taken(
    script: str, body: object
) -> None:
    assert paragraphs(script.replace("{}", json.dumps(body))) == SENTENCES


def test_state_that_is_a_string_of_json_is_read() -> None:
    data = json.dumps(json.dumps({"body": STORY}))
    assert paragraphs(f"<script>x = JSON.parse({data})</script>") == SENTENCES


def test_a_page_that_shows_its_body_needs_no_script() -> None:
    script = json.dumps({"body": STORY.replace("bridge", "ferry")})
    page = f"{SHELL}{STORY}<script id=x type='application/json'>{script}</script>"
    found = PARSER.read(page)
    assert found.article.paragraphs == SENTENCES
    assert "body-from-script" not in [note.code for note in found.notes]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "<script>var a = {" + "x" * 500 + "</script>",
        "<script>var a = " + '{"a":' * 3000 + "1" + "}" * 3000 + "</script>",
        "<script>f = function () { return 1; };" + "g(); " * 200 + "</script>",
        "<script>x = " + json.dumps({"css": "p { color: red; } " * 60}) + "</script>",
    ],
)
def test_scripts_without_a_text_give_none(script: str) -> None:
    assert find_stated(Page(SHELL + script, None)) is None


@given(st.text(max_size=400), st.sampled_from(["", "x=", "x=JSON.parse(", "{", "[["]))
def test_no_script_breaks_a_page(text: str, start: str) -> None:
    try:
        PARSER.read(f"{SHELL}<script>{start}{text * 3}</script>")
    except ParseError:
        raise AssertionError from None


def test_a_short_article_in_a_dense_script_is_shown_and_whole() -> None:
    shown = (
        "例市の例川にかかる新しい橋が1日、開通した。2年前の豪雨で流された旧橋に代わるもので、"
        "式典には住民ら約300人が集まり、開通を祝った。",
        "市長は「待ちに待った日が来た。地域の暮らしを支える橋になってほしい」と話した。"
        "橋の長さは120メートルで、総工費は約18億円。",
        "近くに住む人は「これで病院にも行きやすくなる」と笑顔を見せた。市は今後、周辺の道路も整備する。",
    )
    other = json.dumps({"related": [{"teaser": line} for line in SENTENCES]})
    page = (
        '<!doctype html><html lang="ja"><title>新しい橋が開通、住民ら祝う</title><main>'
        f"<h1>新しい橋が開通、住民ら祝う</h1><p>{'<p>'.join(shown)}</main>"
        f'<script type="application/json">{other}</script>'
    )
    found = PARSER.read(page)
    assert found.article.paragraphs == shown
    assert found.notes == ()
