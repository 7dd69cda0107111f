"""Whose a verb of speech is, when more than one phrase stands before it."""

import json
import re
from functools import partial
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import quotes as q
from newsmodel.quotes.subjects import subject_of

# Clauses that are told by weights have tests of their own.
extract_quotes = partial(q.extract_quotes, clauses="rules")

SHAPES = "QSKNPWDCOLGHAxbaTitcsvegw,:;-().o"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("In a letter to the board, Ann Example said, “It leaks.”", "Ann Example"),
        (
            "On Dec. 2, Ann Example, a baker in Oldtown, said, “It leaks.”",
            "Ann Example",
        ),
        ("After talks with Bob Sample, Ann Example said: “It leaks.”", "Ann Example"),
        ("Ann Example met Bob Sample on Friday, saying, “It leaks.”", "Ann Example"),
        ("When Bob Sample left, Ann Example shouted, “It leaks.”", "Ann Example"),
        ("In other words, explained Ann Example, “It leaks badly.”", "Ann Example"),
    ],
)
def test_the_subject_is_told_from_other_phrases(sentence: str, speaker: str) -> None:
    (quote,) = extract_quotes(sentence)
    assert quote.mention == speaker


def test_a_relative_pronoun_is_the_subject_of_its_own_verb() -> None:
    (quote,) = extract_quotes("Ann Example, who called it “a leaky old boat”, left.")
    assert quote.mention == "who"
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Example"


@given(st.text(alphabet=SHAPES, max_size=80), st.data())
def test_any_shape_has_a_subject_before_the_verb_or_none(
    shape: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(shape)))
    start = data.draw(st.integers(0, at))
    found = subject_of(shape + "C", start, at)
    assert found is None or start <= found[0] < found[1] <= at


def test_the_table_holds_weights_of_signs_and_no_words() -> None:
    table = json.loads(files("newsmodel.quotes").joinpath("subjects.json").read_bytes())
    assert table
    for sign, weight in table.items():
        assert re.fullmatch(r"[btsfn1][\w,:;().$^-]{1,5}", sign)
        assert isinstance(weight, int)


def test_what_stands_behind_the_verb_of_who_says_nothing() -> None:
    (quote,) = extract_quotes("Staff who met with Ann Example said it was “too late”.")
    assert quote.mention == "Staff"


def test_two_verbs_of_speech_have_one_subject() -> None:
    *_, quote = extract_quotes(
        "The clerk declined to say what Bob Sample wanted but said it was “too late”."
    )
    assert quote.mention == "The clerk"


def test_a_share_may_say_something() -> None:
    (quote,) = extract_quotes("About 4 in 10 say it is “far too late for that”.")
    assert quote.mention == "4 in 10"
