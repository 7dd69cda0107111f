"""What elements are called, and what they say."""

import pytest
from lxml import etree

from newsmodel.markup.elements import text_of, whole_number


def test_blocks_part_the_words_of_a_line() -> None:
    element = etree.fromstring("<a><p>one</p><p>two<br/>three</p><b>f</b>our</a>")
    assert text_of(element) == "one two three four"
    assert text_of(element, ("p",)) == "four"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("007", 7),
        ("9007199254740991", 2**53 - 1),
        ("9007199254740992", None),
        ("9" * 5000, None),
        ("٣", None),
        ("²", None),
        ("-1", None),
        (" 1", None),
        ("", None),
        (None, None),
    ],
)
def test_a_whole_number_is_digits_and_nothing_else(
    text: str | None, number: int | None
) -> None:
    assert whole_number(text) == number
