import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.quotes.scanner import Region, scan


def inside(text: str) -> list[str]:
    return [text[each.start + each.left : each.end - each.right] for each in scan(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Stop,” she said.", ["Stop,"]),
        ('"Stop," she said. "Now."', ["Stop,", "Now."]),
        ("''Stop,'' she said.", ["Stop,"]),
        ("``Stop,'' she said.", ["Stop,"]),
        ("‘‘Stop,’’ she said.", ["Stop,"]),
        ("«Arrêtez», dit-elle.", ["Arrêtez"]),
        ("»Halt«, sagte sie.", ["Halt"]),
        ("„Halt“, sagte sie.", ["Halt"]),
        ("„Halt”, sagte sie.", ["Halt"]),
        ("”Seis”, hän sanoi.", ["Seis"]),
        ("‘It’s theirs,’ he said.", ["It’s theirs,"]),
        ("'It's theirs,' he said.", ["It's theirs,"]),
        ("the dogs’ ‘home’ burned", ["home"]),
        ("‘the dogs’ home’ burned", ["the dogs’ home"]),
        ("a home for ‘the dogs’", ["the dogs"]),
        ("‘the dogs’ and ‘the cats’ met", ["the dogs", "the cats"]),
        ("‘He said “no” twice,’ she said.", ["He said “no” twice,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
        ("''He said, 'No,''' she said.", ["He said, 'No,'"]),
        ("'''No' was the word,'' she said.", ["'No' was the word,"]),
        ("the hits of the '90s and the rock 'n' roll", []),
        ("He is 6' 2\" tall.", []),
        ('A 12" disc, "very old," he said.', ["very old,"]),
        ('"It was 12"," he said.', ['It was 12",']),
        ("Nothing in marks here, it's plain.", []),
        ("Empty “” and “ ” marks", [" "]),
        ("“All wrong,“ he said.", ["All wrong,"]),
        ('“Mixed up," he said.', ["Mixed up,"]),
        ("“One “two” three", ["One ", "two"]),
        ('He said "one and "two" more', ["one and ", "two"]),
        ("«un „deux“ trois»", ["un „deux“ trois"]),
        ("'He said \"no\" twice,' she said.", ['He said "no" twice,']),
        ("‘One’ and, outside of it, “two”.", ["two"]),
    ],
)
def test_marks_of_every_style_are_read(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Open to the end\nof “its own” paragraph", ["Open to the end", "its own"]),
        ("“One.\n“Two.”", ["One.", "Two."]),
        ("‘One.\n‘Two.’", ["One.", "Two."]),
        ("‘the dogs’\nbark", ["the dogs"]),
        ("‘the dogs’ bark\n", ["the dogs"]),
        ("‘Never closed\nnor opened", []),
        ('"a\n"b"\n"c', ["a", "b", "c"]),
    ],
)
def test_an_odd_mark_costs_its_own_paragraph_at_most(
    text: str, quoted: list[str]
) -> None:
    assert inside(text) == quoted


def test_an_open_region_has_no_right_mark() -> None:
    assert scan("x “y") == [Region(2, 4, 1, 0)]


@given(st.text(alphabet="ab s9 \n\"“”„«»'‘’`.,"))
def test_regions_stand_in_order_apart_and_in_one_paragraph(text: str) -> None:
    end = 0
    for region in scan(text):
        assert end <= region.start < region.end <= len(text)
        assert region.left + region.right < region.end - region.start
        assert "\n" not in text[region.start : region.end]
        end = region.end
