"""Dates as machines write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsmodel.model import When
from newsmodel.rules.iso_dates import read_iso_date

HOURS = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2023-06-01", date(2023, 6, 1)),
        ("20230601", date(2023, 6, 1)),
        ("20230601T103000", datetime(2023, 6, 1, 10, 30)),
        ("20230601T1030Z", datetime(2023, 6, 1, 10, 30, tzinfo=UTC)),
        ("2023-06-01T10:30:00-0400", datetime(2023, 6, 1, 10, 30, tzinfo=HOURS)),
        ("2023-06-01 10:30:00-04", datetime(2023, 6, 1, 10, 30, tzinfo=HOURS)),
        ("2023-06-01t10:30:00.5z", datetime(2023, 6, 1, 10, 30, 0, 500_000, UTC)),
        (
            "2023-06-01T10:30:00.1234567Z",
            datetime(2023, 6, 1, 10, 30, 0, 123_456, UTC),
        ),
        ("\n  2023-06-01T10:30:00Z\n", datetime(2023, 6, 1, 10, 30, tzinfo=UTC)),
        ("1 June 2023", date(2023, 6, 1)),
    ],
)
def test_a_date_is_read_at_the_precision_given(text: str, when: When) -> None:
    found = read_iso_date(text)
    assert type(found) is type(when)
    assert str(found) == str(when)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2023-02-31",
        "20230601T250000",
        "2023-06-01T10:30:00+15:00",
        "2023-06-01T10:30:00+99:99",
        "YYYYMMDD000000-HHMM",
        "2023",
        "٢٠٢٣-٠٦-٠١",
        "2023-06-01" * 100,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_iso_date(text) is None
