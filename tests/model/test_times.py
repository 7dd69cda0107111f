"""Times: held as written, at their precision."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ModelError
from newsmodel.model import Article, Dateline, When, sort_key
from newsmodel.testing import whens


class Zone(tzinfo):
    """A zone that gives one offset at all times, or fails."""

    def __init__(self, outcome: timedelta | Exception | None) -> None:
        self.outcome = outcome

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def dst(self, _: datetime | None) -> None:
        return None

    def tzname(self, _: datetime | None) -> None:
        return None


LONDON = ZoneInfo("Europe/London")


def offset(hours: int, minutes: int = 0, seconds: int = 0) -> timezone:
    return timezone(timedelta(hours=hours, minutes=minutes, seconds=seconds))


def held(when: object) -> When:
    published = Article(published=when).published  # type: ignore[arg-type]  # any time at all
    assert published is not None
    assert published == Dateline(date=when).date  # type: ignore[arg-type]  # any time at all
    return published


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (date(2023, 6, 1), "2023-06-01"),
        (date(1, 1, 1), "0001-01-01"),
        (date(9999, 12, 31), "9999-12-31"),
        (datetime(2023, 6, 1), "2023-06-01T00:00:00"),
        (datetime(2023, 6, 1, 9, 30, 0, 1), "2023-06-01T09:30:00.000001"),
        (datetime(2023, 6, 1, 9, tzinfo=UTC), "2023-06-01T09:00:00+00:00"),
        (datetime(2023, 6, 1, 9, tzinfo=LONDON), "2023-06-01T09:00:00+01:00"),
        (datetime(2023, 12, 1, 9, tzinfo=LONDON), "2023-12-01T09:00:00+00:00"),
        # The hour that comes twice, and the one that never comes.
        (
            datetime(2023, 10, 29, 1, 30, tzinfo=LONDON, fold=0),
            "2023-10-29T01:30:00+01:00",
        ),
        (
            datetime(2023, 10, 29, 1, 30, tzinfo=LONDON, fold=1),
            "2023-10-29T01:30:00+00:00",
        ),
        (
            datetime(2023, 3, 26, 1, 30, tzinfo=LONDON, fold=0),
            "2023-03-26T01:30:00+00:00",
        ),
        (
            datetime(2023, 6, 1, tzinfo=ZoneInfo("Asia/Kathmandu")),
            "2023-06-01T00:00:00+05:45",
        ),
        (datetime(2023, 6, 1, tzinfo=offset(14)), "2023-06-01T00:00:00+14:00"),
        (datetime(2023, 6, 1, tzinfo=offset(-14)), "2023-06-01T00:00:00-14:00"),
        (datetime(1, 1, 1, tzinfo=offset(14)), "0001-01-01T00:00:00+14:00"),
        (
            datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=offset(-14)),
            "9999-12-31T23:59:59.999999-14:00",
        ),
    ],
)
def test_a_time_is_held_as_written(given: When, written: str) -> None:
    when = held(given)
    assert when.isoformat() == written
    if isinstance(when, datetime):
        assert when.fold == 0
        assert when.tzinfo is None or type(when.tzinfo) is timezone


def test_a_zone_of_no_offset_is_utc_whatever_its_name() -> None:
    named = timezone(timedelta(0), "GMT")
    assert held(datetime(2023, 6, 1, tzinfo=named)) == datetime(2023, 6, 1, tzinfo=UTC)
    assert str(
        held(datetime(2023, 6, 1, tzinfo=timezone(timedelta(hours=1), "CET")))
    ) == ("2023-06-01 00:00:00+01:00")


def test_a_zone_that_gives_no_offset_is_no_zone() -> None:
    assert held(datetime(2023, 6, 1, tzinfo=Zone(None))) == datetime(2023, 6, 1)


def test_subclasses_become_plain() -> None:
    class Stamp(datetime):
        pass

    class Day(date):
        pass

    stamp = Stamp(2023, 6, 1, 9, tzinfo=UTC)
    assert type(held(stamp)) is datetime
    assert held(stamp) == stamp
    assert type(held(Day(2023, 6, 1))) is date


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (datetime(1900, 1, 1, tzinfo=offset(0, 0, 30)), "1900-01-01T00:00:00+00:00:30"),
        (datetime(2023, 6, 1, tzinfo=offset(14, 1)), "2023-06-01T00:00:00+14:01"),
        (datetime(2023, 6, 1, tzinfo=offset(-14, -1)), "2023-06-01T00:00:00-14:01"),
        (
            datetime(1, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam")),
            "0001-01-01T00:00:00+00:",
        ),
    ],
)
def test_an_offset_is_of_whole_minutes_within_fourteen_hours(
    given: datetime, told: str
) -> None:
    wanted = "wanted an offset of whole minutes within 14 hours of UTC, got " + told
    with pytest.raises(ModelError) as caught:
        Article(modified=given)
    assert str(caught.value).startswith(f"Article.modified: {wanted}")


@pytest.mark.parametrize(
    # The first is what a bare tzinfo raises.
    "outcome",
    [NotImplementedError(), KeyError("zone"), timedelta(hours=30)],
)
def test_a_zone_that_fails_is_refused_with_the_name_of_the_field(
    outcome: Exception | timedelta,
) -> None:
    with pytest.raises(ModelError) as caught:
        Article(embargoed=datetime(2023, 6, 1, tzinfo=Zone(outcome)))
    assert caught.value.path == "embargoed"


@pytest.mark.parametrize("given", ["2023-06-01", 20230601, 1.5, timedelta(1), UTC])
def test_what_is_no_time_is_refused(given: object) -> None:
    wanted = f"wanted a date or a datetime, got {type(given).__name__} "
    with pytest.raises(ModelError, match=rf"^Article\.published: {wanted}"):
        held(given)


def test_times_are_equal_when_they_are_written_alike() -> None:
    noon = datetime(2023, 6, 1, 12, tzinfo=offset(2))
    same_moment = datetime(2023, 6, 1, 10, tzinfo=UTC)
    assert noon == same_moment
    assert Article(published=noon) != Article(published=same_moment)
    assert Article(published=noon) == Article(published=noon.replace())
    assert Article(published=date(2023, 6, 1)) != Article(
        published=datetime(2023, 6, 1)
    )
    assert Article(published=datetime(2023, 6, 1)) != Article(
        published=datetime(2023, 6, 1, tzinfo=UTC)
    )
    assert len({Article(published=noon), Article(published=same_moment)}) == 2
    assert Dateline(date=noon) != Dateline(date=same_moment)


@given(whens())
def test_every_time_of_the_strategy_is_held_unchanged(when: When) -> None:
    assert str(held(when)) == str(when)
    assert type(held(when)) is type(when)


# --------------------------------------------------------------------- sort_key


def test_times_sort_whatever_they_are() -> None:
    in_order: list[When | None] = [
        None,
        datetime(1, 1, 1, tzinfo=offset(14)),
        date(1, 1, 1),
        datetime(1, 1, 1),
        date(2023, 6, 1),
        datetime(2023, 6, 1),
        datetime(2023, 6, 1, 12, tzinfo=offset(5)),
        datetime(2023, 6, 1, 8),
        datetime(2023, 6, 1, 8, 0, 0, 1),
        datetime(2023, 6, 1, 7, tzinfo=offset(-2)),
        date(9999, 12, 31),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=offset(-14)),
    ]
    assert sorted({*in_order}, key=sort_key) == in_order
    assert all(sort_key(a) < sort_key(b) for a, b in pairwise(in_order))


def test_what_is_no_time_has_no_key() -> None:
    with pytest.raises(TypeError, match="wanted a date, a datetime or None, got str"):
        sort_key("2023-06-01")  # type: ignore[arg-type]  # that is the point


@given(st.tuples(whens(), whens()))
def test_times_with_zones_sort_as_their_moments_do(pair: tuple[When, When]) -> None:
    first, second = pair
    if (
        isinstance(first, datetime)
        and isinstance(second, datetime)
        and (first.tzinfo is None) is (second.tzinfo is None)
    ):
        assert (sort_key(first) < sort_key(second)) == (first < second)
    else:
        assert sort_key(None) < min(sort_key(first), sort_key(second))
