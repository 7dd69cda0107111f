"""Headlines: which of the titles of a page it is, and what belongs to it."""

import json

import pytest

from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.headline import (
    HEADLINE_RULES,
    HeadlineRule,
    find_headline,
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
        (
            "<h1><b>Works</b>Old bridge reopens</h1>",
            "Old bridge reopens - Example Times",
        ),
        ("<h1>Works <b>Old bridge reopens</b></h1>", "Old bridge reopens"),
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


@pytest.mark.parametrize(
    ("heading", "shared"),
    [
        ("Old bridge reopens after two years", "Old bridge reopens"),
        ("The old bridge reopens in town", "Old bridge reopens in town"),
        ("Old bridge reopens: what is new", "Old bridge reopens"),
    ],
)
def test_a_heading_is_not_cut_where_nothing_in_it_is_set_apart(
    heading: str, shared: str
) -> None:
    assert headline(f"<h1>{heading}</h1>", shared) == heading


def test_a_kicker_that_title_alone_has_is_left_out() -> None:
    markup = (
        '<meta property="og:title" content="Old bridge reopens">'
        "<title>Works: Old bridge reopens</title>"
        "<h1><b>Works:</b> Old bridge reopens</h1>"
    )
    assert headline(markup) == "Old bridge reopens"
    stated = ld("Works: Old bridge reopens") + markup
    assert headline(stated) == "Works: Old bridge reopens"


def test_the_heading_that_is_a_part_of_the_title_is_the_headline() -> None:
    title = "<title>Notes from a town » Archive » Old bridge reopens</title>"
    site, story = "<h1>Notes from a town</h1>", "<h3>Old bridge reopens</h3>"
    assert find(title + story) == ("Old bridge reopens", "part-of-title")
    assert (
        find("<title>古い橋が再開-町の新聞</title><h2>古い橋が再開</h2>")[0]
        == "古い橋が再開"
    )
    assert find(title + site + "<h3>Bridge</h3>")[0] == "Notes from a town"
    shared = '<meta property="og:title" content="Bridge">'
    assert find(shared + title + story)[1] != "part-of-title"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Let the bridge be | Opinion", "Let the bridge be"),
        ("Bridges of 2026 | All 12 of them", "Bridges of 2026 | All 12 of them"),
        ("Example Times: Old bridge reopens", "Old bridge reopens"),
        ("Example: Old bridge reopens", "Example: Old bridge reopens"),
    ],
)
def test_labels_and_the_name_of_the_site_are_left_out(heading: str, text: str) -> None:
    site = '<meta property="og:site_name" content="Example Times">'
    url = "https://example.com/bridge"
    assert headline(f"{site}<h1>{heading}</h1>", heading, url) == text


def test_the_name_of_a_site_is_told_by_its_host() -> None:
    title = "Old bridge reopens | Town News"
    url = "https://news.town.example/bridge"
    found = find(STATED.format(title, title) + "<h2>Old bridge reopens</h2>", url)
    assert found == ("Old bridge reopens", "h2-as-stated")


def test_a_page_on_the_site_itself_keeps_its_title() -> None:
    url = "https://examplenews.com/about"
    assert find("<title>Example · Example News</title>", url)[0] == "Example"


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        ("Works: Old bridge reopens", "Works: Old bridge reopens"),
        ("Old bridge reopens", "Old bridge reopens"),
        ("Old bridge open again", "Old bridge reopens"),
    ],
)
def test_what_markup_calls_a_kicker_stays_where_the_head_states_it(
    stated: str, wanted: str
) -> None:
    heading = '<h1><span class="article-kicker">Works</span>Old bridge reopens</h1>'
    assert headline(heading, stated) == wanted
    assert headline(heading.replace("kicker", "text"), "Old bridge reopens") == (
        "Old bridge reopens"
    )
