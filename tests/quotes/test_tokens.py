import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.quotes.document import Document
from newsmodel.quotes.packs import language_pack
from newsmodel.quotes.tokens import Tokens, sentence_start

ENGLISH = language_pack("en")


def shape(text: str, language: str = "en") -> str:
    pack = language_pack(language)
    masked = Document([text], pack).masked
    return Tokens(masked, 0, len(masked), pack).shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” Ann Example said.", "KNNC."),
        ("“Over?” “Yes.” (He laughed) “no”", "SS(Pe)Q"),
        ("He told Ann that it's “dull”", "POxTbQ"[:2] + "NTbQ"),
        ("According to Mr. Sample, a judge", "AiNN,Dw"),
        ("Rep. Bob Sample, R-Pa., said", "NNN,N,C"),
        ("J. B. Sample of the U.S. Senate left.", "NNNiDNNv."),
        ("Walking slowly, they added", "ga,PC"),
        ("his remarks, Ann's claims, to add, many say", "Dw,Nw,iw,DC"),
        ("The Claims Court will hear; no - yes: a…", "DNNxw;D-a:D."),
        ("It cost 5 % of £3", "Pwtoiot"),
        ("Said Ann", "CN"),
        ("Mr. . Sample said. no. He", "NNCD.P"),
        ("Banco de España, a van, Los Angeles de la Prueba", "NNN,Dw,NNNNN"),
        ("Traders in Warsaw. Most traders", "wiN.Dw"),
        ("Walking Street, Claims said", "gN,NC"),
        ("_He_ said _no", "PCD"),
        ("On Feb. 3, 14,000 said 2,5 of 3, 4", "itt,tCtit,t"),
        ("LONDON, Nov 3 (Example News) - Ann said", "NC"),
        ("NEW YORK, N.Y., Sept. 13 (UPI) -- Ann said", "NC"),
        ("KABUL, Afghanistan — Ann said", "NC"),
        ("Kabul — Ann said", "N-NC"),
        ("A (B) — Ann said", "D(N)-NC"),
        ("It was the end.Then example.com and the U.S. left", "PbDw.awcDNv"),
    ],
)
def test_a_paragraph_has_the_shape_of_its_words(text: str, expected: str) -> None:
    assert shape(text) == expected


def test_words_are_cut_out_of_the_text() -> None:
    text = "Then Ann Example said"
    tokens = Tokens(text, 0, len(text), ENGLISH)
    assert tokens.words(text, (1, 3)) == "Ann Example"
    assert tokens.words(text, (2, 2)) == ""
    text = " Mr. . Sample  left"
    tokens = Tokens(text, 0, len(text), ENGLISH)
    assert [tokens.words(text, (each, each + 1)) for each in range(3)] == [
        "Mr",
        "Sample",
        "left",
    ]


def test_german_has_shapes_of_its_own() -> None:
    assert shape("„Nein“, sagte Anna Muster.", "de") == "Q,CNN."


def test_only_the_sentence_before_is_looked_at() -> None:
    text = "One came. Two came. Sen. Three came. He said “no”."
    at = text.index("“")
    assert text[sentence_start(text, 0, at) :].startswith("Sen. Three")
    assert sentence_start(text, 25, at) == 25


@example("0._ a")  # an underscore after a stop is no letter of a word
@given(st.text() | st.text("Mr.,_ \u2003éA1’“”"))
def test_tokens_stand_where_they_say(text: str) -> None:
    masked = Document([text], ENGLISH).masked
    tokens = Tokens(masked, 0, len(masked), ENGLISH)
    at = 0
    for number in range(len(tokens.shape)):
        start, end = tokens.starts[number], tokens.end(number)
        assert at <= start < end
        assert not any(each.isalnum() for each in masked[at:start])
        assert not any(each.isspace() for each in masked[start:end])
        at = end
    assert not any(each.isalnum() for each in masked[at:])
