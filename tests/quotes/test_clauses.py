"""Reported clauses: where they start and end, who speaks, and how sure it is."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Paragraph, Quote
from newsmodel.quotes import extract_quotes, find_quotes
from newsmodel.quotes.clauses import cues_in, learned_weights, may_report
from newsmodel.quotes.packs import language_pack
from newsmodel.quotes.tokens import Tokens

ENGLISH = language_pack("en")


def only(text: str) -> Quote:
    (quote,) = extract_quotes(text)
    return quote


@pytest.mark.parametrize(
    ("text", "clause", "cue", "mention"),
    [
        (
            "The mayor said the ferry would not run on Sunday.",
            "the ferry would not run on Sunday",
            "said",
            "The mayor",
        ),
        (
            "Ann Example told reporters that the bridge was safe.",
            "that the bridge was safe",
            "told",
            "Ann Example",
        ),
        (
            "The bridge will stay closed until May, according to the city council.",
            "The bridge will stay closed until May",
            "according to",
            "the city council",
        ),
        (
            "The bridge will stay closed until May, Ann Example said.",
            "The bridge will stay closed until May",
            "said",
            "Ann Example",
        ),
        (
            "The bureau confirmed last week that it had opened an inquiry into fees.",
            "that it had opened an inquiry into fees",
            "confirmed",
            "The bureau",
        ),
        (
            "She argued that nobody had asked the fishermen.",
            "that nobody had asked the fishermen",
            "argued",
            "She",
        ),
        (
            "Bob Sample promised to rebuild the harbour within a year.",
            "to rebuild the harbour within a year",
            "promised",
            "Bob Sample",
        ),
    ],
)
def test_an_indirect_quote_is_the_whole_clause(
    text: str, clause: str, cue: str, mention: str
) -> None:
    quote = only(text)
    assert (quote.kind, quote.text, quote.cue, quote.mention) == (
        "indirect",
        clause,
        cue,
        mention,
    )
    assert quote.fragments == ()


def test_a_clause_with_words_in_marks_is_mixed() -> None:
    quote = only("Ann Example said the harbour had been “left to rot” for years.")
    assert (quote.kind, quote.text) == (
        "mixed",
        "the harbour had been “left to rot” for years",
    )
    assert quote.fragments == ("left to rot",)


def test_what_stands_on_both_sides_of_its_cue_is_one_utterance() -> None:
    text = "The new ferry, Ann Example said, would be built in Norway by the spring."
    quotes = extract_quotes(text)
    assert [each.text for each in quotes] == [
        "The new ferry",
        "would be built in Norway by the spring",
    ]
    assert {each.group for each in quotes} == {1}
    assert {each.mention for each in quotes} == {"Ann Example"}


def test_clauses_of_two_cues_are_two_quotes_of_one_speaker() -> None:
    text = (
        "Ann Example stressed that the work would go on and "
        "lamented that nobody had offered any help."
    )
    quotes = extract_quotes(text)
    assert [each.text for each in quotes] == [
        "that the work would go on",
        "that nobody had offered any help",
    ]
    assert {each.mention for each in quotes} == {"Ann Example"}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Ann Example said that “nobody had been told a thing about it.”",
            "that “nobody had been told a thing about it.”",
        ),
        (
            "The annual harbour festival, which began on Friday, “lets us meet "
            "everybody in town,” said Ann Example.",
            "The annual harbour festival, which began on Friday, “lets us meet "
            "everybody in town",
        ),
    ],
)
def test_a_quotation_that_is_part_of_a_clause_is_mixed(text: str, clause: str) -> None:
    quote = only(text)
    assert quote.kind == "mixed"
    assert quote.text.rstrip(",”.") == clause.rstrip(",”.")
    assert quote.mention == "Ann Example"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (
            "Asked by Bob Sample if she would resign, Ann Example shook her head.",
            "Bob Sample",
        ),
        (
            "Noting that he had studied law, Ann Example said no.",
            "Ann Example",
        ),
    ],
)
def test_a_speaker_may_stand_behind_the_cue(text: str, mention: str) -> None:
    assert only(text).mention == mention


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour at noon with forty people on board.",
        "The report ran to ninety pages. Its authors live in Norway.",
        "The talks took place in Kyiv on Monday.",
    ],
)
def test_nothing_is_said_where_nobody_speaks(text: str) -> None:
    assert extract_quotes(text) == ()


def test_a_quotation_with_its_speaker_beside_it_stays_direct() -> None:
    quote = only("“It is over,” Ann Example, a local baker, said.")
    assert (quote.kind, quote.text) == ("direct", "It is over,")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is safe, said Mayor Tom Brook.",
        "Rents will rise, said Prime Minister Ann Example on Monday.",
    ],
)
def test_who_speaks_is_nothing_that_was_said(text: str) -> None:
    assert only(text).text == text.split(",", maxsplit=1)[0]


def test_rules_alone_find_no_indirect_speech() -> None:
    text = "The mayor said the ferry would not run. She called it “a raft”."
    kinds = [each.kind for each in extract_quotes(text, clauses="rules")]
    assert kinds
    assert "indirect" not in kinds
    assert find_quotes(["The mayor said it was over."], clauses="rules") == ((),)


def test_another_way_to_find_clauses_is_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        extract_quotes("Ann Example left.", clauses="neither")  # type: ignore[arg-type]


def test_clauses_are_found_in_english_alone() -> None:
    text = "Anna Muster sagte, die Brücke bleibe bis Mai geschlossen."
    assert not [each for each in extract_quotes(text) if each.kind == "indirect"]


def test_quotes_below_the_least_confidence_are_left_out() -> None:
    text = (
        "The mayor said that the ferry was late.\n"
        "The baker, who had asked for it, questioned the new rule about dogs.\n"
        "“It is over,” Ann Example said."
    )
    quotes = extract_quotes(text)
    assert len(quotes) > 1
    for least in (50, 80, 96, 100):
        wanted = tuple(each for each in quotes if each.confidence >= least)
        assert extract_quotes(text, min_confidence=least) == wanted
        lines = find_quotes(text.split("\n"), min_confidence=least)
        assert sum(map(len, lines)) == len(wanted)


_WORDS = """
said says told reporters that the mayor Ann Example asked to go , . ; : - ( ) and but
who when on Monday according to claims saying it was “no” “Stop,” he if called him
with in May promised argued A The
"""
CLAUSES = st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=200)


@given(CLAUSES.map(" ".join))
def test_whatever_is_found_fits_its_text(text: str) -> None:
    quotes = extract_quotes(text)
    assert all(text[each.start : each.end] == each.text for each in quotes)
    assert all(0 <= each.confidence <= 100 for each in quotes)
    assert Paragraph(text=text, marks=quotes).quotes == quotes


@pytest.mark.parametrize("unit", ["said ", "he said, ", "said that he (", "A said: "])
def test_a_sentence_without_an_end_fits_its_text(unit: str) -> None:
    text = unit * 3000
    quotes = extract_quotes(text)
    assert Paragraph(text=text, marks=quotes).quotes == quotes


def test_the_weights_know_common_words_alone() -> None:
    weights = learned_weights()
    assert {"said", "according", "promised"} <= weights.cues
    assert all(each.isascii() and each.islower() for each in weights.cues)


def test_every_table_knows_what_some_sign_counts_for() -> None:
    tables = learned_weights().tables
    for group in fields(tables):
        own = getattr(tables, group.name)
        assert all(getattr(own, each.name) for each in fields(own))


@given(st.text(st.sampled_from("saidwrote ,.SAID’é“”\n")) | st.text())
def test_a_text_that_reports_nothing_has_no_cue(text: str) -> None:
    weights, tokens = learned_weights(), Tokens(text, 0, len(text), ENGLISH)
    if not may_report(text, weights):
        assert not cues_in(tokens, tokens.keys(weights.keys), weights)


def test_a_pronoun_with_a_verb_of_its_own_does_not_speak() -> None:
    quote = only("Emma Sample, author of the “Long Road” books, said it was late.")
    assert (quote.text, quote.mention) == ("it was late", "Emma Sample")
