import pytest

from newsmodel.quotes import shapes
from newsmodel.quotes.cues import WORDS
from newsmodel.quotes.shapes import ENGLISH, OPENS, Shapes, shapes_of


@pytest.mark.parametrize(
    ("printed", "shape"),
    [
        ("said ", "C"),
        ("the\xa0", "D"),
        ("Ann", "N"),
        ("De", "N"),
        ("de", "n"),
        ("traders", "w"),
        ("quietly", "a"),
        ("walking", "g"),
        ("walked", "e"),
        ("5", "w"),
        ("— ", "-"),
        ("...", "."),
        ("%", "o"),
        ("\ue000\ue000\ue002 ", "K"),
    ],
)
def test_a_token_alone_has_a_shape(printed: str, shape: str) -> None:
    assert Shapes(WORDS)[printed] == shape


@pytest.mark.parametrize(
    ("printed", "opening"), [("Walking", "g"), ("Said", "C"), ("Traders", "w")]
)
def test_a_capitalised_word_waits_for_its_place(printed: str, opening: str) -> None:
    assert OPENS[ord(Shapes(WORDS)[printed])] == opening


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_MOST", 3)
    known = Shapes(WORDS)
    for each in ("a", "b", "c", "d", "e", "far" * 10, "f"):
        assert known[each] == known[each]
        assert len(known) <= 3
    assert "far" * 10 not in known


def test_other_languages_have_their_own_words_or_none() -> None:
    assert shapes_of("en-GB") is shapes_of(None) is ENGLISH
    assert shapes_of("de") is shapes_of("de-AT") is not ENGLISH
    assert shapes_of("fi").words == {}
