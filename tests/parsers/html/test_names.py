"""What the names of elements say, and the items that they state."""

import pytest
from lxml import html

from newsmodel.parsers.html._page.names import (
    BYLINE,
    CAPTION,
    WORDS,
    NameReader,
    bits_of,
    mask,
    words_in,
)
from newsmodel.parsers.html._page.page import Page


def box(markup: str) -> int:
    element = html.fragment_fromstring(markup)
    return NameReader().box(element, str(element.tag))


def words_of(bits: int) -> set[str]:
    return {word for at, word in enumerate(WORDS) if bits >> at & 1}


@pytest.mark.parametrize(
    "name", ["byline", "article-byline", "ArticleByline", "c-byline__name", "BYLINE"]
)
def test_words_are_found_in_names_of_any_style(name: str) -> None:
    assert bits_of(name) & BYLINE
    assert not bits_of(name) & CAPTION


def test_parts_of_words_are_no_words() -> None:
    assert not bits_of("bylines2go-standbyline") & mask("caption")
    assert words_in("ArticleBody_text2") == ["article", "body", "text"]


def test_class_id_and_role_all_count() -> None:
    found = box('<div class="caption" id="author-box" role="navigation"></div>')
    assert found & BYLINE
    assert found & CAPTION


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display: none"',
        'style="color: red; DISPLAY:none"'.replace("DISPLAY", "display"),
        "hidden",
        'class="x sr-only"',
        'class="hidden"',
    ],
)
def test_what_is_hidden_says_so(attributes: str) -> None:
    assert "<hidden>" in words_of(box(f"<div {attributes}></div>"))


@pytest.mark.parametrize(
    "attributes",
    ['style="display: block"', 'class="hidden md:block"', 'class="unhidden"', ""],
)
def test_what_is_shown_somewhere_is_not_hidden(attributes: str) -> None:
    assert "<hidden>" not in words_of(box(f"<div {attributes}></div>"))


@pytest.mark.parametrize(
    "markup",
    [
        '<div itemscope><span itemprop="author">Ann</span></div>',
        '<div itemscope><p itemprop="author name">Ann</p></div>',
        '<div typeof="NewsArticle"><span property="author">Ann</span></div>',
        '<div typeof="schema:Article"><p property="schema:author">Ann</p></div>',
        '<div itemscope><i itemprop="https://schema.org/author">Ann</i></div>',
    ],
)
def test_microdata_and_rdfa_are_items(markup: str) -> None:
    items = Page(f"<body>{markup}", None).items
    assert [element.text for element in items["author"]] == ["Ann"]


def test_properties_for_sharing_are_no_items_of_the_body() -> None:
    page = Page('<meta property="og:title" content="Bridge"><p>One', None)
    assert page.items == {}
    assert page.meta("og:title") == "Bridge"
