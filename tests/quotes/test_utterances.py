"""Invented sentences for every pattern: what is quoted, by whom, with what cue."""

from functools import partial

import pytest

from newsmodel import quotes as q

# What the patterns find by themselves; clauses have tests of their own.
extract_quotes = partial(q.extract_quotes, clauses="rules")
find_quotes = partial(q.find_quotes, clauses="rules")

DIRECT = [
    # behind the quotation
    ("“It is over,” Ann Example said.", "It is over,", "said", "Ann Example"),
    ("“It is over,” said Ann Example.", "It is over,", "said", "Ann Example"),
    ("“It is over,” she said.", "It is over,", "said", "she"),
    ("“Is it over?” asked Ann.", "Is it over?", "asked", "Ann"),
    ("“Is it over?” Ann Example asked them.", "Is it over?", "asked", "Ann Example"),
    (
        "“It is over,” Ann Example, who lives there, later told us.",
        "It is over,",
        "told",
        "Ann Example",
    ),
    (
        "“It is over,” Ann Example (D-Ohio) said on Monday.",
        "It is over,",
        "said",
        "Ann Example",
    ),
    (
        "“It is over,” Ann Example, 67, a retired judge in Ames, Iowa, said.",
        "It is over,",
        "said",
        "Ann Example",
    ),
    (
        "“It is over,” according to Ann Example.",
        "It is over,",
        "according to",
        "Ann Example",
    ),
    ("“It is over,” Ann Example barked.", "It is over,", "barked", "Ann Example"),
    ("“It is over,” grinned Ann Example.", "It is over,", "grinned", "Ann Example"),
    ("“It is over!” beamed Ann Example.", "It is over!", "beamed", "Ann Example"),
    (
        "“It is over,” one of the many judges who had come to see the end of it"
        " all said.",
        "It is over,",
        "said",
        "one of the many judges",
    ),
    ("“It is over.” – Ann Example", "It is over.", None, "Ann Example"),
    ("“It is over!” Ann Example said.", "It is over!", "said", "Ann Example"),
    # before it
    ("Ann Example said, “It is over.”", "It is over.", "said", "Ann Example"),
    ("Ann Example said: “It is over.”", "It is over.", "said", "Ann Example"),
    (
        "Ann Example told reporters on Monday, “It is over.”",
        "It is over.",
        "told",
        "Ann Example",
    ),
    (
        "Ann Example, a judge, said “it is over”.",
        "it is over",
        "said",
        "Ann Example",
    ),
    ("Said Ann Example, “It is over.”", "It is over.", "Said", "Ann Example"),
    ("Ann Example (Ohio): “It is over.”", "It is over.", None, "Ann Example"),
    ("Ann waved a sign: “It is over.”", "It is over.", None, "Ann"),
    (
        "On Monday, Ann urged them to vote, saying, “It is over.”",
        "It is over.",
        "saying",
        "Ann",
    ),
    ("Ann stood up and said, “It is over.”", "It is over.", "said", "Ann"),
    (
        "Ann said as she left the room on Monday, “It is over for me.”",
        "It is over for me.",
        "said",
        "Ann",
    ),
    (
        "In a letter - “It is over,” Ann said - they wept.",
        "It is over,",
        "said",
        "Ann",
    ),
    ("Bob was asked, “Is it over?”", "Is it over?", "asked", None),
    # no cue at all
    ("Ann Example spoke of “a very dark day”.", "a very dark day", None, "Ann Example"),
]


@pytest.mark.parametrize(("text", "words", "cue", "mention"), DIRECT)
def test_a_direct_quote_has_its_cue_and_speaker(
    text: str, words: str, cue: str | None, mention: str | None
) -> None:
    ((quote,),) = find_quotes([text])
    assert (quote.kind, quote.text) == ("direct", words)
    assert (quote.cue, quote.mention) == (cue, mention)


MIXED = [
    (
        "Ann said on Monday that Bob “is always there” for them.",
        "that Bob “is always there” for them",
        "said",
        "Ann",
    ),
    (
        "Ann told the Daily Paper that it was “too late”, adding more.",
        "that it was “too late”",
        "told",
        "Ann",
    ),
    ("Ann said the plan was “a mess”.", "the plan was “a mess”", "said", "Ann"),
    (
        "Ann said that it was “a mess” and that all knew.",
        "that it was “a mess” and that all knew",
        "said",
        "Ann",
    ),
    (
        "According to Ann Example, a judge, it was “a mess”.",
        "it was “a mess”",
        "According to",
        "Ann Example",
    ),
    (
        "The plan is “a mess” for all, Ann Example said.",
        "The plan is “a mess” for all",
        "said",
        "Ann Example",
    ),
    (
        "According to Ann Example, the plan is “a mess”.",
        "the plan is “a mess”",
        "According to",
        "Ann Example",
    ),
    ("Ann called the plan “a mess” and left.", "the plan “a mess”", "called", "Ann"),
    (
        "Ann said it was “a mess” and later called Bob.",
        "it was “a mess”",
        "said",
        "Ann",
    ),
    (
        "Ann said in May that it is “a mess” and that “it stinks”.",
        "that it is “a mess” and that “it stinks”",
        "said",
        "Ann",
    ),
    (
        "Towns like it “deserve a lot better,” Ann Example said.",
        "Towns like it “deserve a lot better,”",
        "said",
        "Ann Example",
    ),
]


@pytest.mark.parametrize(("text", "words", "cue", "mention"), MIXED)
def test_a_mixed_quote_is_the_whole_clause(
    text: str, words: str, cue: str, mention: str
) -> None:
    quote = find_quotes([text])[0][0]
    assert (quote.kind, quote.text) == ("mixed", words)
    assert (quote.cue, quote.mention) == (cue, mention)
    assert all(f"“{each}" in words for each in quote.fragments)


@pytest.mark.parametrize(
    "text",
    [
        "The “tax” was paid.",
        "They saw “The Long Way Home” twice.",
        "His “so-called friends” left.",
        "An empty “” pair, and “…” dots.",
        "On Channel Six’s “Sunday Tea,” Ann Example said the dam leaks.",
        "Ann Example, host of the show “Sunday Tea,” said the dam leaks.",
        "Ann Example said in her memoir, “The Long Way Home.”",
        "Plain text.",
        "",
    ],
)
def test_scare_quotes_and_titles_are_no_speech(text: str) -> None:
    assert find_quotes([text]) == ((),)


def test_a_name_that_is_called_is_direct() -> None:
    ((quote,),) = find_quotes(["Ann has dubbed “the mess”, and more."])
    assert (quote.text, quote.kind, quote.cue) == ("the mess", "direct", "dubbed")


def test_a_list_is_governed_by_one_cue() -> None:
    ((first, second),) = find_quotes(["Ann said “it stinks,” and “it is over.”"])
    assert (first.mention, second.mention) == ("Ann", "Ann")
    assert first.group == second.group == 1


def test_a_sentence_behind_a_quotation_is_still_the_speakers() -> None:
    texts = ["“It is late,” Ann said. Not to act makes for a “very long winter” there."]
    ((first, second),) = find_quotes(texts)
    assert (second.kind, second.cue) == ("mixed", None)
    assert second.text == "Not to act makes for a “very long winter” there"
    assert second.speaker == first.speaker
    assert second.confidence < first.confidence


def test_a_quotation_takes_its_speaker_from_the_sentence_before() -> None:
    ((quote,),) = find_quotes(["Bob left early. “It is all over.”"])
    assert quote.speaker is not None
    assert quote.speaker.name == "Bob"


def test_a_paragraph_takes_its_speaker_from_the_colon_before_it() -> None:
    for lead in ("Bob wrote:", "Bob sent this letter:", "Bob Sample:", "He left. Bob:"):
        _, (quote,) = find_quotes([lead, "“It is all over.”"])
        assert quote.mention in ("Bob", "Bob Sample")


def test_a_paragraph_takes_its_speaker_from_the_signature_under_it() -> None:
    for below in ("— Ann Example", "- Ann Example, tweeting", "– Ann Example\n(2019)"):
        (quote,), _ = find_quotes(["“It is all over.”", below])
        assert quote.mention == "Ann Example"
    (quote,), _ = find_quotes(["“It is all over.”", "- and so they left"])
    assert quote.mention is None


def test_an_attribution_may_follow_a_closed_quotation_as_a_sentence() -> None:
    ((first, second),) = find_quotes(
        ["“Is it over?” Bob Sample asked in a letter. “It is.”"]
    )
    assert (first.mention, second.mention) == ("Bob Sample", "Bob Sample")
    assert first.group == second.group == 1


@pytest.mark.parametrize(
    "text",
    [
        "“I am fine,” Ann Example said on “Good Morning Oldtown.”",
        "“I am fine,” said Ann Example, author of “Bitter Bread.”",
        "“I am fine,” Ann Example told “Bakers and Friends.”",
    ],
)
def test_a_title_behind_an_attribution_is_not_more_of_what_was_said(text: str) -> None:
    (quote,) = extract_quotes(text)
    assert quote.text == "I am fine,"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Example said no. They wore their “vote for us” shirts to the ball.",
        'Ann Example said no. <post author="@annexample" date="May 5, 2026">',
        "Ann Example said no.\n“Related”:\nMore of it.",
    ],
)
def test_words_in_marks_that_nobody_said_are_left_out(text: str) -> None:
    assert extract_quotes(text) == ()


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        ("“Who was it?” Ann Example, a baker, asked softly.", "Ann Example", "asked"),
        ("“Who was it?” Ann Example pressed.", "Ann Example", "pressed"),
        ("“Do not touch it,” read the email.", "the email", "read"),
        ("“It leaks,” said a 2013 report.", "a 2013 report", "said"),
        ("“It leaks,” James A. Example wrote.", "James A. Example", "wrote"),
        ("As Ann Example, a baker, put it, “It leaks.”", "Ann Example", "put"),
        (
            "Nobody was less surprised than Ann Example: “It leaks.”",
            "Ann Example",
            None,
        ),
        ("Ann Example thundered on Monday: “It leaks.”", "Ann Example", "thundered"),
        ("Ann Example sobbed, “It leaks badly.”", "Ann Example", "sobbed"),
        ("Then Ann Example hissed “It leaks!”", "Ann Example", "hissed"),
        (
            "Ann Example raised her fist, booming: “It leaks badly.”",
            "Ann Example",
            "booming",
        ),
        ("“It leaks,” Ann Example, a baker, sobbed again.", "Ann Example", "sobbed"),
        ("“It leaks,” Ann Example assured Bob Sample.", "Ann Example", "assured"),
        ("“It leaks,” sobbed baker Ann Example.", "baker Ann Example", "sobbed"),
        ("When Bob left, Ann Example released this letter: “Oh.”", "Ann Example", None),
        ("When Bob blamed her, Ann barked: “It leaks now.”", "Ann", "barked"),
        ("Stated Ann Example:\n“It leaks.”", "Ann Example", "Stated"),
    ],
)
def test_the_speaker_stands_beside_the_quotation(
    text: str, mention: str, cue: str | None
) -> None:
    (quote,) = extract_quotes(text)
    assert (quote.mention, quote.cue) == (mention, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The dam will be closed, Ann Example said. “It leaks.”",
        "Ann Example said the dam will be closed.\n“It leaks badly.”",
    ],
)
def test_a_bare_quotation_is_of_whom_the_sentence_before_reports(text: str) -> None:
    (quote,) = extract_quotes(text)
    assert quote.mention == "Ann Example"
    assert quote.cue is None


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“No,” said one, who asked not to be named.", "one"),
        ("“No,” said another.", "another"),
        (
            "“We will fly by 2030” — Aero founder Ann Example",
            "Aero founder Ann Example",
        ),
    ],
)
def test_a_speaker_may_be_a_mere_word_or_signed_with_a_role(
    text: str, mention: str
) -> None:
    (quote,) = extract_quotes(text)
    assert quote.mention == mention


def test_who_is_told_does_not_speak() -> None:
    quotes = extract_quotes(
        "Sample, who starred in “The Long Road,” told the paper that he was “so tired”."
    )
    assert [each.fragments for each in quotes] == [("so tired",)]
