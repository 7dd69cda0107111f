"""Marks: how they fit their text, and each other."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ModelError
from newsmodel.model import Article, Cell, Emphasis, Link, Mark, Paragraph, Quote
from newsmodel.testing import marks_over, paragraphs, texts


def link(start: int, text: str, href: str = "u") -> Link:
    return Link(start=start, text=text, href=href)


def em(start: int, text: str) -> Emphasis:
    return Emphasis(start=start, text=text)


def quote(start: int, text: str, **rest: Any) -> Quote:
    return Quote(start=start, text=text, **rest)


@given(paragraphs())
def test_every_mark_cuts_its_own_text_out(block: Paragraph) -> None:
    for mark in block.marks:
        assert block.text[mark.start : mark.end] == mark.text
        assert mark.end == mark.start + len(mark.text)


@given(texts(), st.data(), st.randoms(use_true_random=False))
def test_marks_are_sorted_however_they_are_given(
    text: str, data: st.DataObject, order: random.Random
) -> None:
    marks = data.draw(marks_over(text))
    rank = [Link, Emphasis, Quote].index
    in_order = Paragraph(text=text, marks=marks).marks
    places = [(each.start, -each.end, rank(type(each))) for each in in_order]
    assert places == sorted(places)
    # Marks that nothing tells apart keep the order they were given in.
    shuffled = sorted(marks, key=lambda _: order.random())
    alike = sorted(shuffled, key=marks.index)
    assert Paragraph(text=text, marks=alike).marks == in_order
    assert sorted(map(repr, Paragraph(text=text, marks=shuffled).marks)) == sorted(
        map(repr, in_order)
    )


def test_marks_stand_by_start_then_length_then_kind_then_as_given() -> None:
    in_order: list[Mark] = [
        link(0, "abcd"),
        em(0, "abcd"),
        quote(0, "abcd", group=2),
        quote(0, "abcd", group=1),
        link(4, "e"),
        em(4, "e"),
        quote(4, "e"),
        quote(5, "f"),
    ]
    mixed = [in_order[place] for place in (7, 6, 2, 1, 3, 5, 4, 0)]
    assert list(Paragraph(text="abcdef", marks=mixed).marks) == in_order


@pytest.mark.parametrize("kind", [Paragraph, Cell])
def test_any_iterable_of_marks_will_do(kind: Callable[..., Paragraph | Cell]) -> None:
    marks = [quote(1, "b"), em(0, "a")]
    given_marks: Any
    for given_marks in (marks, tuple(marks), iter(marks), dict.fromkeys(marks).keys()):
        assert kind(text="ab", marks=given_marks).marks == (marks[1], marks[0])


def test_places_are_counted_in_code_points() -> None:
    text = "👩🏽 e\u0301 “no”"
    block = Paragraph(text=text, marks=[quote(7, "no"), em(0, "👩🏽"), em(1, "🏽")])
    assert [each.end for each in block.marks] == [2, 2, 9]


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ([em(0, "b")], "marks[0]: wanted the text at 0, 'a', got 'b'"),
        ([em(0, "abcabcabca")], "marks[0]: wanted the text at 0, 'abcabcabc', got 'ab"),
        ([em(9, "a")], "marks[0]: wanted the text at 9, '', got 'a'"),
        ([em(2**53 - 1, "a")], "marks[0]: wanted the text at 9007199254740991, '', "),
        # After sorting, the wrong one is the second.
        ([em(4, "x"), em(0, "a")], "marks[1]: wanted the text at 4, 'b', got 'x'"),
        (
            [link(0, "abc"), link(2, "ca")],
            "marks[1]: wanted links apart, got 'ca' inside another",
        ),
        (
            [link(0, "abcabc"), em(1, "b"), link(5, "c", "v")],
            "marks[2]: wanted links apart, got 'c' inside another",
        ),
        (
            [link(0, "abc"), link(0, "abc", "v")],
            "marks[1]: wanted links apart, got 'abc' inside another",
        ),
        ([em(0, "a"), em(0, "a")], "marks[1]: wanted each mark once, got 'a' twice"),
        (
            [quote(0, "ab", cue="said"), em(0, "ab"), quote(0, "ab", cue="said")],
            "marks[2]: wanted each mark once, got 'ab' twice",
        ),
        ("abc", "marks: wanted several values, got str 'abc' alone"),
        (em(0, "a"), "marks: wanted several values, got Emphasis Emphasis("),
        (3, "marks: wanted several values, got int 3 alone"),
        (["abc"], "marks[0]: wanted Quote or Link or Emphasis, got str 'abc'"),
        (
            [em(0, "a"), None, em(1, "b")],
            "marks[1]: wanted Quote or Link or Emphasis, got None",
        ),
        (
            [Paragraph(text="a"), em(0, "a")],
            "marks[0]: wanted Quote or Link or Emphasis, got Paragraph Paragraph(",
        ),
    ],
)
def test_marks_that_do_not_fit_are_refused(marks: Any, told: str) -> None:
    with pytest.raises(ModelError) as caught:
        Paragraph(text="abcabcabc", marks=marks)
    assert str(caught.value).startswith(f"Paragraph.{told}")


@pytest.mark.parametrize(
    "marks",
    [
        [link(0, "abc"), link(3, "abc")],
        [quote(0, "abcab"), quote(3, "abcab"), quote(1, "b")],
        [em(0, "a"), Emphasis(start=0, text="a", kind="strong")],
        [quote(0, "a", cue="said"), quote(0, "a", cue="added")],
        [em(0, "a"), em(3, "a")],
        [link(0, "abcabcabc"), em(0, "abcabcabc"), quote(0, "abcabcabc")],
    ],
)
def test_marks_may_touch_nest_and_overlap(marks: list[Mark]) -> None:
    assert set(Paragraph(text="abcabcabc", marks=marks).marks) == set(marks)


def test_at_most_sixteen_marks_stand_over_one_character() -> None:
    sixteen = [quote(0, "ab", group=group) for group in range(16)]
    assert len(Paragraph(text="abcd", marks=sixteen).marks) == 16
    after = [quote(2, "cd", group=group) for group in range(16)]
    assert len(Paragraph(text="abcd", marks=sixteen + after).marks) == 32
    for one_more in (em(1, "b"), em(1, "bcd"), quote(0, "a")):
        with pytest.raises(ModelError) as caught:
            Paragraph(text="abcd", marks=[*sixteen, *after, one_more])
        assert caught.value.path == "marks[16]"
        assert caught.value.problem == (
            f"wanted at most 16 marks over one character, got more at {one_more.start}"
        )
    stairs = [em(at, "a" * 16) for at in range(100)]
    assert len(Paragraph(text="a" * 120, marks=stairs).marks) == 100
    with pytest.raises(ModelError, match=r"marks\[16\]: wanted at most 16 marks"):
        Paragraph(text="a" * 120, marks=[em(at, "a" * 17) for at in range(100)])


@pytest.mark.parametrize(
    ("fragments", "told"),
    [
        (["rebuild"], None),
        (["we", "rebuild", "it"], None),
        (["i", "i"], None),
        (["we will rebuild it"], None),
        (["it", "we"], "fragments[1]: wanted a stretch of the text after 18, got 'we'"),
        (["we", "we"], "fragments[1]: wanted a stretch of the text after 2, got 'we'"),
        (["burn"], "fragments[0]: wanted a stretch of the text after 0, got 'burn'"),
        ([""], 'fragments[0]: wanted a text, got ""; where there is none it is absent'),
        ("we", "fragments: wanted several values, got str 'we' alone"),
        (["we", 3], "fragments[1]: wanted a text, got int 3"),
    ],
)
def test_fragments_stand_in_the_quote_one_after_another(
    fragments: Any, told: str | None
) -> None:
    def build() -> Quote:
        return quote(0, "we will rebuild it", kind="mixed", fragments=fragments)

    if told is None:
        assert build().fragments == tuple(fragments)
    else:
        with pytest.raises(ModelError) as caught:
            build()
        assert str(caught.value) == f"Quote.{told}"


def test_quotes_of_a_block_are_the_quotes_among_its_marks() -> None:
    said = quote(1, "b")
    block = Paragraph(text="abc", marks=[em(0, "a"), said, link(2, "c")])
    assert block.quotes == (said,)
    assert evolve(block, marks=()).quotes == ()
    assert Article(body=[block, block]).quotes == (said, said)
