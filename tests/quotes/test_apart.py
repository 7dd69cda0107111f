"""Block quotes, which need no marks where it is plain whose words they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Quote
from newsmodel.quotes import find_quotes


def said(texts: list[str], *numbers: int) -> list[tuple[str, str | None]]:
    """Return what is quoted, and the name of who says it."""
    found = find_quotes(texts, set_apart=dict.fromkeys(numbers, ""))
    return [(quote.text, name(quote)) for quotes in found for quote in quotes]


def name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def test_a_block_quote_is_of_whom_the_text_before_introduces() -> None:
    texts = [
        "In a letter Ann Example wrote:",
        "The dam “leaks”. Close it.",
        "She left.",
    ]
    assert said(texts, 1) == [("The dam “leaks”. Close it.", "Ann Example")]


@pytest.mark.parametrize(
    "signature",
    [
        "Ann Example",
        "— Ann Example",
        "-- Ann Example, a baker",
        "Ann Example, baker in Oldtown",
        "Ann Example (Oldtown)",
    ],
)
@pytest.mark.parametrize("words", ["The dam leaks.", "“The dam leaks.”"])
def test_a_block_quote_is_of_whom_it_is_signed_by(words: str, signature: str) -> None:
    texts = ["Nobody cared.", words, signature, "Bob Sample left."]
    assert said(texts, 1, 2) == [("The dam leaks.", "Ann Example")]


def test_a_signature_stands_at_the_end_too() -> None:
    texts = ["Nobody cared.", "The dam leaks. — Ann Example, a baker"]
    ((quote,),) = find_quotes(texts, set_apart={1: ""})[1:]
    assert (quote.text, quote.mention) == ("The dam leaks.", "Ann Example")
    assert quote.speaker
    assert quote.speaker.description == "a baker"


def test_a_signature_may_stand_outside_of_the_texts() -> None:
    texts = ["Nobody cared.", "The dam leaks.", "So be it.", "It is fine.", "Bob left."]
    parts = {1: "", 2: "Ann Example, a baker", 3: "— Bob “Bobby” Sample"}
    _, (first,), (second,), (third,), _ = find_quotes(texts, set_apart=parts)
    assert first.mention == "Ann Example"
    assert first.speaker == second.speaker
    assert first.group == second.group
    assert third.mention == "Bob"


def test_the_paragraphs_of_a_block_quote_are_one_utterance() -> None:
    texts = ["Ann Example wrote:", "The dam leaks.", "Close it now.", "She left."]
    _, (first,), (second,), _ = find_quotes(texts, set_apart={1: "", 2: ""})
    assert first.group == second.group == 1
    assert first.speaker == second.speaker
    signed = ["The dam leaks.", "Close it now.", "Ann Example", "No.", "Bob Sample"]
    assert said(signed, *range(5)) == [
        ("The dam leaks.", "Ann Example"),
        ("Close it now.", "Ann Example"),
        ("No.", "Bob Sample"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["Nobody cared.", "The dam leaks.", "Bob Sample left."],
        ["Nobody cared.", "The dam leaks.", "Close it."],
        ["The dam leaks."],
        ["", ""],
    ],
)
def test_other_block_quotes_are_left_as_they_are(texts: list[str]) -> None:
    assert said(texts, *range(len(texts))) == []
    assert said(texts, 7, -1) == []


@given(
    st.lists(st.text("aB “”\"'—-:.,\n", max_size=12), max_size=6),
    st.dictionaries(st.integers(-1, 6), st.text('aB “”"-:\n', max_size=9)),
)
def test_any_texts_may_be_set_apart(texts: list[str], parts: dict[int, str]) -> None:
    found = find_quotes(texts, set_apart=parts)
    assert len(found) == len(texts)
    for text, quotes in zip(texts, found, strict=True):
        for quote in quotes:
            assert text[quote.start : quote.end] == quote.text
