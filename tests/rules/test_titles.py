"""Titles of pages, lines and likeness: how their parts are told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Article
from newsmodel.rules.likeness import key_of, likeness, words_of
from newsmodel.rules.lines import clean_line
from newsmodel.rules.titles import split_title, without_label, without_site


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
        ("The Paper: Old bridge reopens", "The Paper: Old bridge reopens"),
        ("The Press: Old bridge reopens", "Old bridge reopens"),
    ],
)
def test_the_name_of_the_site_is_taken_off(title: str, less: str) -> None:
    assert without_site(title, ["thepaper"], ["thepress"]) == less


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Bridge re-opens", ["Bridge re-opens"]),
        ("古い橋が再開-町の新聞", ["古い橋が再開", "町の新聞"]),
        ("Town » Archive » Bridge", ["Town", "Archive", "Bridge"]),
        (" | ", []),
    ],
)
def test_bars_and_dashes_part_a_title(title: str, parts: list[str]) -> None:
    assert split_title(title) == parts


@pytest.mark.parametrize(
    "title", ["Bridges | 12 of them", "Old | new | all of it now", "Bridge or tunnel"]
)
def test_only_a_word_or_two_are_a_label(title: str) -> None:
    assert without_label(title) == title


@given(st.text())
def test_a_cleaned_line_is_one_line(text: str) -> None:
    cleaned = clean_line(text)
    assert cleaned == " ".join(cleaned.split())
    assert len(cleaned) <= 500
    assert not cleaned or Article(section=cleaned)


def test_joiners_stay_in_a_line_and_soft_hyphens_go() -> None:
    assert clean_line("\xadمی\u200cخواهم") == "می\u200cخواهم"


@given(st.text(st.characters(max_codepoint=127)))
def test_the_key_of_an_ascii_text_is_that_of_any_other(text: str) -> None:
    assert key_of(f"{text}é") == f"{key_of(text)}é"


def test_texts_are_compared_without_signs_and_case() -> None:
    assert key_of("O’Neill, ANN") == key_of("o'neill ann")
