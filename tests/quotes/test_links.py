import pytest

from newsmodel.quotes import extract_quotes, find_quotes


def test_pieces_of_one_utterance_share_speaker_cue_and_group() -> None:
    ((first, second, third),) = find_quotes(
        ["“It is,” Ann Example said, “over for us. Yes.” “Really.”"]
    )
    assert (first.group, second.group) == (1, 1)
    assert first.speaker is second.speaker is third.speaker
    assert first.cue == second.cue == "said"
    assert first.confidence >= second.confidence


def test_a_reopened_paragraph_goes_on() -> None:
    (first,), (second,), (third,) = find_quotes(
        ["“It is over,” Ann said.", "Bob said: “One.", "“Two.”"]
    )
    assert first.group is None
    assert second.group == third.group == 1
    assert second.speaker is third.speaker is not None
    assert (third.cue, third.mention) == (None, None)  # neither stands beside it


def test_every_split_utterance_has_a_number_of_its_own() -> None:
    quotes = extract_quotes("“A b,” Ann said, “c d.”\n“E f,” Bob said, “g h.”")
    assert [each.group for each in quotes] == [1, 1, 2, 2]


def test_a_lonely_quotation_goes_to_who_spoke_last() -> None:
    _, (quote,) = find_quotes(["“It is over,” Ann said.", "“It never was.”"])
    assert (quote.mention, quote.cue, quote.group) == ("Ann", None, None)
    ((nobody,),) = find_quotes(["“It never was.”"])
    assert nobody.speaker is None
    assert nobody.mention is None


@pytest.mark.parametrize("bad", ["\ud800", "\x00", "\ufffe", "\r"])
def test_what_the_model_cannot_hold_is_left_out(bad: str) -> None:
    text = f"“Bad {bad} words,” Ann{bad} said, “good words.”"
    ((quote,),) = find_quotes([text])
    assert quote.text == "good words."
    assert quote.mention == "Ann"


def test_a_quotation_longer_than_a_text_may_be_is_left_out() -> None:
    assert find_quotes([f"“{'x y ' * 500_001}” he said."]) == ((),)


def test_a_line_feed_in_a_block_is_a_space() -> None:
    ((quote,),) = find_quotes(["“It is\nover,” Ann\nExample said."])
    assert quote.text == "It is\nover,"
    assert quote.mention == "Ann Example"


@pytest.mark.parametrize("language", ["de", "de-AT"])
def test_german_has_the_speaker_beside_a_quotation(language: str) -> None:
    (first,), (second,), (third,), _, (last,) = find_quotes(
        [
            "„Das ist vorbei“, sagte Anna Muster.",
            "Anna Muster sagte: „Das ist vorbei.“",
            "„Ein sehr dunkler Tag war das.“",
            "Es regnete.",
            "„Ein sehr dunkler Tag war das.“",
        ],
        language=language,
    )
    assert first.mention == second.mention == "Anna Muster"
    assert third.mention == "Anna Muster"  # it goes on in the next paragraph
    assert third.confidence < 40
    assert last.speaker is None


def test_a_language_without_words_has_its_marks_read() -> None:
    ((quote,),) = find_quotes(["”Se on ohi nyt”, sanoi Anna Muster."], language="fi")
    assert (quote.text, quote.speaker, quote.cue) == ("Se on ohi nyt", None, None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028"])
def test_paragraphs_are_parted_by_any_line_end(end: str) -> None:
    text = f"“Open{end}Bob said: “It is over.”"
    quote = extract_quotes(text)[-1]
    assert text[quote.start : quote.end] == quote.text == "It is over."
