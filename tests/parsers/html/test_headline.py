"""Headlines: which of the titles of a page it is, and what belongs to it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Article
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.headline import (
    HEADLINE_RULES,
    HeadlineRule,
    clean_title,
    find_headline,
    key_of,
    likeness,
    without_site,
    words_of,
)
from newsmodel.parsers.html._page.page import Page

STATED = '<meta property="og:title" content="{}"><title>{}</title>'


def find(markup: str, url: str | None = None) -> tuple[str, str]:
    """Return the headline of a page whose text is its first p, and the rule."""
    page = Page(markup + "<p>The text of it.</p>", url)
    flow = page.flow
    first = next(at for at, run in enumerate(flow.runs) if run.box.tag == "p")
    found = find_headline(page, Body(flow.boxes[0], [first], [0] * len(flow.runs)))
    return (found.text, found.rule) if found else ("", "")


def headline(markup: str, title: str = "", url: str | None = None) -> str:
    return find(STATED.format(title, title) + markup if title else markup, url)[0]


def ld(text: str) -> str:
    node = json.dumps({"@type": "NewsArticle", "headline": text})
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize("rule", HEADLINE_RULES, ids=lambda rule: rule.name)
def test_each_rule_is_the_first_to_read_its_own_example(rule: HeadlineRule) -> None:
    assert find(rule.example) == (rule.headline, rule.name)


def test_a_page_without_titles_has_no_headline() -> None:
    assert find("<p>Text.</p>") == ("", "")


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<h1>Example Times</h1><h1>Old bridge reopens</h1>", "Old bridge reopens"),
        (
            '<h1><a href="/">News of the day</a></h1><h2>Old bridge reopens</h2>',
            "Old bridge reopens",
        ),
        (
            "<ul><li>News</li><li><h1>Bridge news</h1></li></ul>"
            "<h2>Old bridge reopens</h2>",
            "Old bridge reopens",
        ),
        ("<h1>Old <span>bridge</span><br>reopens</h1>", "Old bridge reopens"),
        ("<h1>Old bridge reopens | Example Times</h1>", "Old bridge reopens"),
        ("<h1>Works Old bridge reopens</h1>", "Works | Old bridge reopens"),
        ("<h1>WorksOld bridge reopens</h1>", "Old bridge reopens - Example Times"),
        ("<h1>Old bridge reopens <small>1 May 2026</small></h1>", "Old bridge reopens"),
        ("<h1>Old bridge&amp;shy; reopens</h1>", "Old bridge reopens"),
    ],
)
def test_the_headline_is_told_from_what_stands_around_it(
    markup: str, title: str
) -> None:
    site = '<meta property="og:site_name" content="Example Times">'
    assert headline(site + markup, title) == "Old bridge reopens"


def test_a_short_heading_is_the_headline_if_nothing_is_stated() -> None:
    assert find("<h1>Bridge reopens</h1>") == ("Bridge reopens", "only-h1")
    assert headline("<h1>Local news</h1>", "Bridge reopens") == "Bridge reopens"


def test_what_the_title_has_around_the_shared_title_is_the_site() -> None:
    markup = (
        "<title>Old bridge reopens » Notes from a town</title>"
        '<meta property="og:title" content="Old bridge reopens">'
        "<h1>Notes from a town</h1><h3>Old bridge reopens</h3>"
    )
    assert find(markup) == ("Old bridge reopens", "shown-as-stated")


def test_a_headline_is_not_cut_where_a_statement_was() -> None:
    markup = (
        ld("Old bridge reopens after...") + "<h1>Old bridge reopens after rain</h1>"
    )
    assert headline(markup) == "Old bridge reopens after rain"


def test_what_is_shown_goes_before_what_search_engines_are_told() -> None:
    markup = ld("Bridge reopening 2026: all dates") + "<h1>Old bridge reopens</h1>"
    assert headline(markup, "Old bridge reopens") == "Old bridge reopens"


def test_what_breadcrumbs_say_is_not_the_headline_if_anything_else_is() -> None:
    crumbs = '<ol class="breadcrumb"><h1>Bridge: all dates</h1></ol>'
    markup = ld("Old bridge reopens") + crumbs
    assert headline(markup, "Bridge: all dates") == "Old bridge reopens"
    assert headline(crumbs, "Bridge: all dates") == "Bridge: all dates"


def test_a_kicker_that_is_stated_twice_goes_with_the_headline() -> None:
    markup = ld("Works: Old bridge reopens") + "<h1>Old bridge reopens</h1>"
    wanted = "Works: Old bridge reopens"
    assert headline(markup, "Works: Old bridge reopens") == wanted


def test_headings_of_other_articles_below_the_text_do_not_count() -> None:
    markup = "<title>Old bridge reopens in town</title><p>Text.</p>"
    page = Page(
        markup + "<h1>Old bridge</h1><p>x</p><h1>Bridge in town shut</h1>", None
    )
    found = find_headline(page, Body(page.flow.boxes[0], [0], [0] * 4))
    assert found
    assert found.text == "Old bridge"


def test_scripts_without_blanks_are_compared_by_character() -> None:
    assert likeness(words_of("古い橋が再開"), words_of("古い橋が再開した")) > 0.8


@pytest.mark.parametrize(
    ("title", "less"),
    [
        ("Old bridge reopens - The Paper", "Old bridge reopens"),
        ("The Paper | Old bridge reopens", "Old bridge reopens"),
        ("Old bridge - a history", "Old bridge - a history"),
        ("Old bridge｜The Paper", "Old bridge"),
        ("The Paper", "The Paper"),
    ],
)
def test_the_name_of_the_site_is_taken_off(title: str, less: str) -> None:
    assert without_site(title, ["thepaper"]) == less


@given(st.text())
def test_a_cleaned_title_is_one_line(text: str) -> None:
    cleaned = clean_title(text)
    assert cleaned == " ".join(cleaned.split())
    assert len(cleaned) <= 500
    assert not cleaned or Article(section=cleaned)


def test_joiners_stay_in_a_title_and_soft_hyphens_go() -> None:
    assert clean_title("\xadمی\u200cخواهم") == "می\u200cخواهم"


@given(st.text(st.characters(max_codepoint=127)))
def test_the_key_of_an_ascii_name_is_that_of_any_other(name: str) -> None:
    assert key_of(f"{name}é") == f"{key_of(name)}é"
