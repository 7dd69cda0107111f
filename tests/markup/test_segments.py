from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup.segments import segments

STRETCHES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6), st.integers()).map(
        lambda each: (each[0], each[0] + each[1], each[2])
    )
).map(lambda stretches: sorted(stretches, key=lambda each: each[0]))


@given(STRETCHES)
def test_each_character_has_over_it_what_lies_over_its_segment(
    stretches: list[tuple[int, int, int]],
) -> None:
    over = {
        at: item for start, end, item in segments(stretches) for at in range(start, end)
    }
    for at in range(20):
        expected = [item for start, end, item in stretches if start <= at < end]
        assert over.get(at, []) == expected


@given(STRETCHES)
def test_segments_come_in_order_and_apart(
    stretches: list[tuple[int, int, int]],
) -> None:
    found = list(segments(stretches))
    ends = [0, *(end for _, end, _ in found)]
    assert all(start >= end for (start, _, _), end in zip(found, ends, strict=False))
    assert all(start < end and over for start, end, over in found)


@given(STRETCHES)
def test_no_border_lies_inside_a_segment(
    stretches: list[tuple[int, int, int]],
) -> None:
    borders = {border for start, end, _ in stretches for border in (start, end)}
    for start, end, _ in segments(stretches):
        assert not borders & set(range(start + 1, end))


def test_nothing_has_no_segments() -> None:
    assert list(segments([])) == []
