"""How much texts say in scripts of several kinds."""

import pytest

from newsmodel.rules.density import letters_worth


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0),
        ("bridge", 6),
        ("Brücke", 6),
        ("мост", 4),
        ("สะพาน", 5),  # an alphabet, though without blanks
        ("橋", 2),
        ("ハシ", 4),
        ("다리 A", 6),
    ],
)
def test_signs_of_syllables_count_twice(text: str, letters: int) -> None:
    assert letters_worth(text) == letters
