"""What the model refuses does not get into the texts of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Paragraph
from newsmodel.parsers.html._characters import clean, has_refused
from newsmodel.parsers.html._page import Page


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Bridge\x07 reopens", "Bridge reopens"),
        ("Bridge&#7; reopens", "Bridge reopens"),
        ("Bridge\x0b reopens", "Bridge reopens"),
        ("Bridge&#xFFFE; reopens", "Bridge reopens"),
        ("Bridge\x0creopens", "Bridge reopens"),
        ("Bridge <b>re\x01opens</b>", "Bridge reopens"),
        ("Bridge\x01<br>reopens\x01", "Bridge\nreopens"),
        ("&#1;", "\ufffd"),
    ],
)
def test_characters_that_no_text_can_hold_are_left_out(markup: str, text: str) -> None:
    page = Page(f"<p>{markup}</p><p>after</p>", None)
    assert [run.text for run in page.flow.runs] == [text, "after"]
    assert [note.code for note in page.notes] == ["characters-left-out"]
    for run in page.flow.runs:
        assert not any(has_refused(piece) for piece in run.pieces if piece != "\0")


def test_a_page_without_any_has_no_note() -> None:
    assert Page("<p>Bridge\tre\r\nopens\x7f\x85 &nbsp;</p>", None).notes == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_clean_text_is_taken_by_the_model(text: str) -> None:
    found = clean(text)
    assert not has_refused(found)
    if found:
        Paragraph(text=found)
