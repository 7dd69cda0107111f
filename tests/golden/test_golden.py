"""Golden files are what the library makes today."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import fields, has

from newsmodel import model
from newsmodel.serialisers.json import SERIALISER
from tests.golden.makers import EVERYTHING, MAKERS


@pytest.mark.parametrize(
    ("path", "make"), MAKERS.items(), ids=[path.name for path in MAKERS]
)
def test_a_golden_file_is_what_is_made_now(
    path: Path, make: Callable[[], bytes]
) -> None:
    advice = "if this is meant, run `python -m tests.golden.makers` and review"
    assert path.read_bytes() == make(), advice


def test_the_golden_article_is_read_from_its_form() -> None:
    golden = next(path for path in MAKERS if path.name == "everything.json")
    assert SERIALISER.read(golden.read_bytes()).article == EVERYTHING


def values_in(value: Any) -> Iterator[Any]:
    if has(type(value)):
        yield value
        for each in fields(type(value)):
            yield from values_in(getattr(value, each.name))
    elif isinstance(value, tuple):
        for member in value:
            yield from values_in(member)


def test_the_golden_article_has_every_field_of_every_class() -> None:
    used = {
        (type(value), each.name)
        for value in values_in(EVERYTHING)
        for each in fields(type(value))
        if getattr(value, each.name) != each.default
    }
    classes: list[Any] = [
        each for each in vars(model).values() if isinstance(each, type)
    ]
    every = {(cls, each.name) for cls in classes if has(cls) for each in fields(cls)}
    assert used == every
