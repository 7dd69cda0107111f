"""What the model refuses does not get into the texts of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup.characters import clean, has_refused
from newsmodel.model import Paragraph
from newsmodel.parsers.html._page.characters import clean_page
from newsmodel.parsers.html._page.page import Page


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Bridge\x07 reopens", "Bridge reopens"),
        ("Bridge&#7; reopens", "Bridge reopens"),
        ("Bridge&#x07 reopens", "Bridge reopens"),
        ("Bridge\x0b reopens", "Bridge reopens"),
        ("Bridge\x0creopens", "Bridge reopens"),
        ("Bridge&#12;reopens", "Bridge reopens"),
        ("Bridge&#x1F;reopens", "Bridge reopens"),
        ("Bridge&#xFFFE; reopens", "Bridge reopens"),
        ("Bridge\uffff reopens", "Bridge reopens"),
        ("Bridge <b>re\x01opens</b>", "Bridge reopens"),
        ("Bridge\x01<br>reopens\x01", "Bridge\nreopens"),
        ("Bridge &#1;&#123;&#x1F600;", "Bridge {\U0001f600"),
        ("&#1;", None),
    ],
)
def test_characters_that_no_text_can_hold_are_left_out(
    markup: str, text: str | None
) -> None:
    page = Page(f"<p>{markup}</p><p>after</p>".encode(), None)
    texts = [run.text for run in page.flow.runs]
    assert texts == ([text, "after"] if text else ["after"])
    assert [note.code for note in page.notes] == ["characters-left-out"]


def test_names_that_a_page_gives_itself_hold_none_either() -> None:
    head = "<title>Bridge\x07</title><meta name=author content='Ann&#7; Example'>"
    page = Page(f"{head}<p>It is open.", None)
    assert (page.title, page.meta("author")) == ("Bridge", "Ann Example")
    assert [note.code for note in page.notes] == ["characters-left-out"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_clean_page_is_clean(text: str) -> None:
    page = clean_page(text.encode())
    assert clean_page(page) == page
    assert not has_refused(page.decode())


def test_a_page_without_any_has_no_note() -> None:
    assert Page("<p>Bridge\tre\r\nopens\x7f\x85 &nbsp;</p>", None).notes == []


@given(st.text(st.characters()))
def test_a_clean_text_is_taken_by_the_model(text: str) -> None:
    found = clean(text)
    assert not has_refused(found)
    if found:
        Paragraph(text=found)


@pytest.mark.parametrize(
    "raw",
    ["Bridge\\u0007", "Bridge\\ud83d", "\\udc00Bridge", "Bridge\x07", "Bri\\uFFFFdge"],
)
def test_statements_hold_none_either(raw: str) -> None:
    stated = f'{{"@type": "NewsArticle", "headline": ["{raw}"]}}'
    for text in (stated, stated.replace("]", ",]")):
        page = Page(f'<script type="application/ld+json">{text}</script>', None)
        assert page.json_ld[0]["headline"] == ["Bridge"]
