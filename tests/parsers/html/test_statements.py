"""JSON-LD of pages: broken, nested, doubled, and which node is the article's."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup.json_ld import choose_article, string_of, types_of
from newsmodel.markup.loose_json import read_json
from newsmodel.parsers.html._page.page import Page

# Characters that the model refuses are left out.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**9) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def page(*scripts: str, head: str = "", url: str | None = None) -> Page:
    text = f"<html><head>{head}{''.join(map(script, scripts))}</head><p>Text.</p>"
    return Page(text, url)


def article(*nodes: Any, head: str = "", url: str | None = None) -> dict[str, Any]:
    return page(*map(json.dumps, nodes), head=head, url=url).article


NEWS = {"@type": "NewsArticle", "headline": "Old bridge reopens"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('<!-- {"a": 1} -->', [{"a": 1}]),
        ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": 1}]),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', [{"a": 1}]),
        ('{"a": 1};', [{"a": 1}]),
        ('\ufeff{"a": 1}', [{"a": 1}]),
        ("{&quot;a&quot;: &quot;b&quot;}", [{"a": "b"}]),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": [1, 2,],}', [{"a": [1, 2]}]),
        ('{"a": "x" "b": "y"}', [{"a": "x", "b": "y"}]),
        ('{"a": {"b": [1, 2', [{"a": {"b": [1, 2]}}]),
        ('{"a": 1}}', [{"a": 1}]),
        ('{"a": "x\ny\tz"}', [{"a": "x\ny\tz"}]),
        ('{"a": "one", // a note\n "b": /* another */ 2}', [{"a": "one", "b": 2}]),
        ('{"a": "https://example.org/"}', [{"a": "https://example.org/"}]),
        ('{"a": "He said "no" today", "b": 1}', [{"a": 'He said "no" today', "b": 1}]),
        ('{"a": "<img w="1" src="x">",}', [{"a": '<img w="1" src="x">'}]),
        (r'{"a": "it\'s"}', [{"a": "it's"}]),
        ("{'a': 'b \"c\" d'}", [{"a": 'b "c" d'}]),
        ('{"a": undefined, "b": }', [{"a": None, "b": None}]),
    ],
)
def test_broken_json_is_mended(text: str, values: list[Any]) -> None:
    assert read_json(text)[0] == values


@given(JSON)
def test_sound_json_is_read_as_it_is(value: Any) -> None:
    assert read_json(json.dumps(value)) == ([value], False)


@given(st.text("{}[]\",:'\\/*ab1 \n<>!-&;", max_size=80))
def test_no_text_does_more_than_raise_a_value_error(text: str) -> None:
    try:
        read_json(text)
    except ValueError:
        return


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, '{"a": [' * 500, '"' * 100_000, "[1," * 90],
)
def test_deep_or_senseless_json_costs_only_itself(text: str) -> None:
    read = page(text, json.dumps(NEWS))
    assert read.article["headline"] == "Old bridge reopens"
    assert {note.code for note in read.notes} <= {"json-ld-broken", "json-ld-repaired"}


def test_a_broken_script_is_noted_with_its_line() -> None:
    (note,) = page("no json").notes
    assert note.code == "json-ld-broken"
    assert note.location.line == 1


def test_an_empty_script_is_no_fault() -> None:
    assert page("", " \n ").notes == []


def test_types_are_told_in_lists_and_as_addresses() -> None:
    node = {"@type": ["https://schema.org/NewsArticle", "schema:Article", 7]}
    assert types_of(node) == ("NewsArticle", "Article")


@pytest.mark.parametrize(
    "nodes",
    [
        [NEWS],
        [[{"@type": "Organization"}, NEWS]],
        [{"@graph": [{"@type": "WebSite"}, NEWS]}],
        [{"@type": "WebPage", "mainEntity": NEWS}],
        [{"@type": "BreadcrumbList"}, NEWS],
    ],
)
def test_the_article_is_found_wherever_it_stands(nodes: list[Any]) -> None:
    assert article(*nodes)["headline"] == "Old bridge reopens"


def test_a_page_that_states_none_has_none() -> None:
    assert article({"@type": "Organization", "name": "Example Media"}) == {}


def test_of_several_the_one_with_the_title_of_the_page_is_chosen() -> None:
    other = {**NEWS, "headline": "New bridge planned", "datePublished": "2026-01-01"}
    chosen = article(other, NEWS, head="<title>Old bridge reopens | Paper</title>")
    assert chosen["headline"] == "Old bridge reopens"


def test_of_several_the_one_with_the_address_of_the_page_is_chosen() -> None:
    one = {**NEWS, "url": "https://example.org/new?x=1", "headline": "New"}
    two = {**NEWS, "mainEntityOfPage": {"@id": "http://www.example.org/old/"}}
    assert article(one, two, url="https://example.org/old")["headline"] == (
        "Old bridge reopens"
    )


def test_articles_in_lists_of_others_come_last() -> None:
    other = {**NEWS, "headline": "Other", "a": 1, "b": 2}
    listed = {"@type": "ItemList", "itemListElement": [{"item": other}]}
    assert article(listed, NEWS)["headline"] == "Old bridge reopens"


def test_a_page_with_a_date_stands_in_for_an_article() -> None:
    node = {"@type": "WebPage", "datePublished": "2026-01-01"}
    assert article(node) == node


def test_references_are_resolved() -> None:
    person = {"@type": "Person", "@id": "#ann", "name": "Ann Example"}
    maker = {"@type": "Organization", "@id": "#paper", "name": "Paper"}
    node = {**NEWS, "author": [{"@id": "#ann"}], "publisher": "#paper", "url": "#ann"}
    chosen = article({"@graph": [node, person, maker]})
    assert chosen["author"] == [person]
    assert chosen["publisher"] == maker
    assert chosen["url"] == "#ann"


def test_references_in_circles_end() -> None:
    person = {"@type": "Person", "@id": "#a", "name": "A", "worksFor": {"@id": "#b"}}
    paper = {"@type": "Organization", "@id": "#b", "name": "B", "founder": "#a"}
    paper["employee"] = {"@id": "#a"}  # type: ignore[assignment]  # as pages have it
    node = {**NEWS, "@id": "#n", "author": {"@id": "#a"}, "isPartOf": {"@id": "#n"}}
    chosen = article({"@graph": [node, person, paper]})
    assert chosen["author"]["worksFor"]["name"] == "B"


def test_many_references_to_a_large_node_take_no_more_room_than_they_are() -> None:
    large = {"@id": "#x", **{str(number): number for number in range(2000)}}
    nodes: list[dict[str, Any]] = [{**NEWS, "author": [{"@id": "#x"}] * 2000}, large]
    chosen = choose_article([nodes[0], large], [], [])
    assert len({id(each) for each in chosen["author"]}) == 1


@pytest.mark.parametrize(
    ("value", "string"),
    [
        ("a", "a"),
        (["a", "b"], "a"),
        ({"@value": "a", "@language": "en"}, "a"),
        ({"name": ["a"]}, "a"),
        ([], ""),
        (7, ""),
        (None, ""),
    ],
)
def test_any_value_is_read_as_one_string(value: object, string: str) -> None:
    assert string_of(value) == string


def test_metas_are_asked_for_by_names_in_order() -> None:
    head = '<meta name="b" content="two"><meta property="A" content="one">'
    read = page(head=head)
    assert read.meta("c", "a", "b") == "one"
    assert read.meta("c") == ""


def test_elements_with_itemprop_are_at_hand() -> None:
    read = Page('<h1 itemprop="name headline">Old bridge</h1>', None)
    assert [each.tag for each in read.items["headline"]] == ["h1"]


def test_the_statement_of_another_article_is_left_out() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": "Ten tips for your garden",
        "url": "https://garden.example/tips",
        "datePublished": "2015-01-01",
    }
    head = "<title>Bridge reopens</title><link rel=canonical href=https://a.example/b>"
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    page = Page(f"{head}{script}<p>One", None)
    assert page.article == {}
    assert [note.code for note in page.notes] == ["json-ld-left-out"]


@pytest.mark.parametrize(
    "change",
    [{"url": "https://a.example/other"}, {"headline": "The bridge"}, {"headline": ""}],
)
def test_a_statement_that_differs_in_one_respect_is_believed(
    change: dict[str, str],
) -> None:
    node = {
        "@type": "NewsArticle",
        "headline": "Ten tips",
        "url": "https://garden.example/tips",
        **change,
    }
    head = "<title>Bridge reopens</title><link rel=canonical href=https://a.example/b>"
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert Page(f"{head}{script}<p>One", None).article
