import pytest

from newsmodel.quotes import shapes
from newsmodel.quotes.packs import language_pack
from newsmodel.quotes.shapes import OPENS, Shapes

ENGLISH = language_pack("en")


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
        ("5", "t"),
        ("— ", "-"),
        ("...", "."),
        ("%", "o"),
        ("\ue000\ue000\ue002 ", "K"),
    ],
)
def test_a_token_alone_has_a_shape(printed: str, shape: str) -> None:
    assert ENGLISH.shapes[printed] == shape


@pytest.mark.parametrize(
    ("printed", "opening"), [("Walking", "g"), ("Said", "C"), ("Traders", "w")]
)
def test_a_capitalised_word_waits_for_its_place(printed: str, opening: str) -> None:
    assert OPENS[ord(ENGLISH.shapes[printed])] == opening


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_MOST", 3)
    known = Shapes(ENGLISH.words)
    for each in ("a", "b", "c", "d", "e", "far" * 10, "f"):
        assert known[each] == known[each]
        assert len(known) <= 3
    assert "far" * 10 not in known


def test_without_endings_a_word_that_is_not_known_is_a_word() -> None:
    assert [Shapes({})[each] for each in ("quietly", "walking", "walked")] == ["w"] * 3
