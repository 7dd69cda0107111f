"""Names of sections."""

import pytest

from newsmodel.rules.sections import is_section


@pytest.mark.parametrize("line", ["World", "WORLD NEWS", "Science & Environment"])
def test_parts_of_a_paper_are_known(line: str) -> None:
    assert is_section(line)


@pytest.mark.parametrize("line", ["World news is bad", "Riverton", ""])
def test_other_lines_are_none(line: str) -> None:
    assert not is_section(line)
