"""Field types: each says by itself what the check of a class asks in one go."""

from collections.abc import Iterator
from typing import Any

import pytest
from attrs import fields, has

from newsmodel import model
from newsmodel.model.fieldtypes import FieldType, Optional, Several, types_of
from tests.golden.makers import EVERYTHING
from tests.golden.test_golden import values_in


def with_members(held: FieldType, value: Any) -> Iterator[tuple[FieldType, Any]]:
    """Yield a type with a value, and the types inside it with what they hold."""
    yield held, value
    if isinstance(held, Optional) and value is not None:
        yield from with_members(held.held, value)
    elif isinstance(held, Several):
        for member in value:
            yield from with_members(held.each, member)


def test_every_type_finds_nothing_wrong_with_a_good_value() -> None:
    for value in values_in(EVERYTHING):
        for name, held in types_of(type(value)).items():
            given = getattr(value, name)
            held.check(value, name, given)
            for inside, member in with_members(held, given):
                assert inside.problem(member) is None


@pytest.mark.parametrize("cls", [each for each in vars(model).values() if has(each)])
def test_every_type_finds_what_is_of_no_type_wrong(cls: Any) -> None:
    for each in fields(cls):
        problem = types_of(cls)[each.name].problem(object())
        assert problem is not None
        assert problem.startswith("wanted ")
        assert ", got object " in problem or "; got object " in problem
