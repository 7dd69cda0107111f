"""Errors: what they say, and that they survive a trip to another process."""

import copy
import pickle
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsmodel import errors
from newsmodel.errors import (
    Location,
    ModelError,
    NewsModelError,
    ParseError,
    SerialiseError,
    UnknownFormatError,
    short,
)

EVERY_ERROR: list[tuple[NewsModelError, str]] = [
    (NewsModelError("it went wrong"), "it went wrong"),
    (
        ModelError("Quote", "start", "wanted 0 or more, got -1", -1),
        "Quote.start: wanted 0 or more, got -1",
    ),
    (
        ModelError("Source", "", "wanted name or description, got none", None),
        "Source: wanted name or description, got none",
    ),
    (ParseError("the document is empty", "text"), "text: the document is empty"),
    (ParseError("no", "text", Location()), "text: no"),
    (ParseError("no", "text", Location(line=3)), "text: no (line 3)"),
    (
        ParseError("headline is missing", "newsml", Location(line=2, path="/a"), "Add"),
        "newsml: headline is missing (line 2, /a). Add",
    ),
    (ParseError("no", "text", advice="Add"), "text: no. Add"),
    (SerialiseError("tables", "brief"), "brief: tables"),
    (SerialiseError("tables", "brief", "body[3].rows"), "brief: tables (body[3].rows)"),
    (UnknownFormatError("no format is called 'x'"), "no format is called 'x'"),
]


@pytest.mark.parametrize(("error", "told"), EVERY_ERROR, ids=str)
def test_an_error_says_what_where_and_what_next(
    error: NewsModelError, told: str
) -> None:
    assert str(error) == told


@pytest.mark.parametrize(("error", "_"), EVERY_ERROR, ids=str)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_comes_back_whole_from_a_pickle(
    error: NewsModelError, _: str, protocol: int
) -> None:
    back = pickle.loads(pickle.dumps(error, protocol))
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error) == vars(copy.deepcopy(error))


@pytest.mark.parametrize(
    ("location", "told"),
    [
        (Location(), ""),
        (Location(line=12), "line 12"),
        (Location(offset=0), "character 0"),
        (Location(line=12, offset=300), "line 12"),
        (Location(path="$.body[3]"), "$.body[3]"),
        (Location(line=12, path="/newsItem"), "line 12, /newsItem"),
        (Location(offset=9, path="$"), "character 9, $"),
    ],
)
def test_a_location_says_as_much_as_is_known(location: Location, told: str) -> None:
    assert str(location) == told


@pytest.mark.parametrize(
    "name", ["ModelError", "ParseError", "SerialiseError", "UnknownFormatError"]
)
def test_one_except_is_enough(name: str) -> None:
    assert issubclass(getattr(errors, name), NewsModelError)
    assert issubclass(getattr(errors, name), ValueError)


@pytest.mark.parametrize(
    "value", ["two\nlines", 3, True, None, datetime(2023, 6, 1, tzinfo=UTC).date()]
)
def test_a_plain_value_stays_in_the_error(value: object) -> None:
    assert ModelError("Article", "url", "no", value).value is value


def test_a_value_that_may_not_pickle_is_kept_as_its_repr() -> None:
    class Local(ZoneInfo):
        pass

    zone = Local("Europe/London")
    held: object
    for held in (lambda: 0, datetime(2023, 6, 1, tzinfo=zone), [zone]):
        error = ModelError("Article", "published", "no", held)
        assert type(error.value) is str
        assert pickle.loads(pickle.dumps(error)).value == error.value


class Broken:
    def __repr__(self) -> str:
        msg = "no repr today"
        raise RuntimeError(msg)


def nested(depth: int) -> object:
    return [nested(depth - 1)] if depth else []


@pytest.mark.parametrize(
    "value",
    [
        "x" * 10**6,
        list(range(10**6)),
        {str(each): each for each in range(10**4)},
        10**100,
        10**5000,
        [10**5000],
        nested(50),
        Broken(),
        [Broken()],
        # reprlib goes by the names of classes, whatever they are.
        type("array", (), {})(),
        type("dict", (), {})(),
        type("set", (), {})(),
    ],
    ids=lambda each: type(each).__name__,
)
def test_the_short_form_of_any_value_is_short(value: object) -> None:
    assert 0 < len(short(value)) < 150


def test_the_short_form_shows_what_cannot_be_printed() -> None:
    assert short("a\x1b\ud800\u202e\n") == r"'a\x1b\ud800\u202e\n'"
