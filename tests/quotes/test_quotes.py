"""The laws of the quote finder, and what it makes of the reference article."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Paragraph
from newsmodel.quotes import extract_quotes, find_quotes

PIECES = st.sampled_from(
    [
        *"“”\"„«»‹›‘’'`,.:;-—()!?…",
        *["''", "``", "’’", "'''", " ", " ", " ", "\n", "\r\n", "\n\n", "\t", "\x85"],
        *["said", "told", "called", "according to", "saying", "he", "who", "that"],
        *["Ann Example", "the official", "Mr. Sample", "a judge", "’s", "6", "in"],
        *["\ud800", "\x00", "\ue000", "\ue001", "\u0301", "😀", "שלום", "\u202e"],
        *["“A b c,” ", "“A b c.” ", "and", "of", "was"],
    ]
)
HOSTILE = st.lists(PIECES, max_size=60).map("".join) | st.lists(
    PIECES, max_size=60
).map(" ".join)


@given(HOSTILE | st.text())
def test_every_quote_cuts_itself_out_of_any_text(text: str) -> None:
    quotes = extract_quotes(text)
    assert all(text[each.start : each.end] == each.text for each in quotes)
    assert quotes == extract_quotes(text)


@given(st.lists(HOSTILE, max_size=5), st.sampled_from([None, "en", "de", "xx"]))
def test_the_quotes_of_a_text_fit_it_as_marks(
    texts: list[str], language: str | None
) -> None:
    found = find_quotes(texts, language=language)
    assert len(found) == len(texts)
    for text, quotes in zip(texts, found, strict=True):
        # the model refuses such a text, and has none of its quotes to judge
        if quotes and not any(each in text for each in "\ud800\x00\r"):
            assert Paragraph(text=text, marks=quotes).quotes == quotes


# What is repeated, and how many quotations each repetition has.
LONG = {
    '"a ': 0,
    "A ": 0,
    "‘": 0,
    "‘a ": 0,
    "'": 0,
    "“": 0,
    "the cat sat on ": 0,
    "said ": 0,
    "“a b c” said ": 1,
    "“a b c” a, ": 1,
    "“a b c,” the official said. ": 1,
    "of Ann, in Kyiv on Monday, said “a b c” ": 1,
    "Ann Example. Ms. Example. “a b c,” he said.\n": 1,
    "‘a\n": 1,
}


@pytest.mark.parametrize(("unit", "each"), LONG.items(), ids=LONG)
def test_long_texts_have_the_quotes_that_their_parts_have(unit: str, each: int) -> None:
    count = 80_000 // len(unit)
    text = unit * count
    quotes = extract_quotes(text)
    assert all(text[found.start : found.end] == found.text for found in quotes)
    assert Paragraph(text=text, marks=quotes).quotes == quotes
    pieces = [piece for found in quotes for piece in found.fragments or (found.text,)]
    # The last may be a quotation for want of another sign behind it, or none.
    assert abs(len(pieces) - each * count) <= 1
    assert len(set(pieces)) <= 1
    assert {*pieces} <= {"a", "a b c", "a b c,"}


@pytest.mark.corpora
def test_the_reference_article_has_its_direct_and_mixed_quotes(shared: Path) -> None:
    packed = (shared / "corpora/quotes/seed.jsonl.gz").read_bytes()
    document = json.loads(gzip.decompress(packed))
    expected = [
        (each["kind"], each["speaker_resolved"], each["cue"] and each["cue"]["text"])
        for each in document["quotes"]
        if each["kind"] != "indirect"
    ]
    quotes = [
        each
        for each in extract_quotes(document["text"], clauses="learned")
        if each.kind != "indirect"
    ]
    assert [
        (each.kind, each.speaker and each.speaker.name, each.cue) for each in quotes
    ] == expected
    for quote, gold in zip(
        quotes,
        [each for each in document["quotes"] if each["kind"] != "indirect"],
        strict=True,
    ):
        assert quote.text.strip(".") == gold["text"].strip("“”.") or quote.text in (
            gold["text"],
            gold["text"][1:-1],
        )


@pytest.mark.corpora
def test_the_reference_article_has_nearly_all_its_indirect_quotes(shared: Path) -> None:
    packed = (shared / "corpora/quotes/seed.jsonl.gz").read_bytes()
    document = json.loads(gzip.decompress(packed))
    wanted = {
        (each["text"].removeprefix("that "), each["cue"]["text"])
        for each in document["quotes"]
        if each["kind"] == "indirect"
    }
    found = {
        (each.text.removeprefix("that "), each.cue)
        for each in extract_quotes(document["text"], clauses="learned")
        if each.kind == "indirect"
    }
    assert len(wanted & found) >= len(wanted) - 6
    assert len(found - wanted) <= 6


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        (None, {}, "text: wanted str, got NoneType"),
        (b"x", {}, "text: wanted str, got bytes"),
        ("x", {"language": 3}, "language: wanted a tag .*, got int"),
        ("x", {"min_confidence": "5"}, "min_confidence: wanted int, got str"),
    ],
)
def test_arguments_of_another_type_are_refused(
    text: Any, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        extract_quotes(text, **options)


@pytest.mark.parametrize("least", [-1, 101])
def test_a_confidence_is_in_per_cent(least: int) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        extract_quotes("No quotes.", min_confidence=least)
