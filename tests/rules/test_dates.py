"""Dates: the forms that papers print, and those that are refused."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.rules.dates import (
    american_offset,
    month_and_day,
    nearest,
    read_date,
    read_when,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("June 01, 2023", "2023-06-01"),
        ("1 June 2023", "2023-06-01"),
        ("1st June 2023", "2023-06-01"),
        ("Thursday 1st of June, 2023", "2023-06-01"),
        ("1 JUNE 2023", "2023-06-01"),
        ("Jun. 1 2023", "2023-06-01"),
        ("Sept. 3, 2023", "2023-09-03"),
        ("Thu 1 Jun 2023 19.03 BST", "2023-06-01T19:03:00+01:00"),
        ("Thursday, June 1, 2023 at 7:03 p.m. EDT", "2023-06-01T19:03:00-04:00"),
        ("2023-06-01", "2023-06-01"),
        ("2023-06-01 19:03", "2023-06-01T19:03:00"),
        ("2023-06-01T19:03:00+02:00", "2023-06-01T19:03:00+02:00"),
        ("2023-06-01T19:03:00.123456789Z", "2023-06-01T19:03:00.123456+00:00"),
        ("20230601T120000Z", "2023-06-01T12:00:00+00:00"),
        ("20230601", "2023-06-01"),
        ("20230601T103000", "2023-06-01T10:30:00"),
        ("20230601T1030Z", "2023-06-01T10:30:00+00:00"),
        ("2023-06-01T10:30:00-0400", "2023-06-01T10:30:00-04:00"),
        ("2023-06-01 10:30:00-04", "2023-06-01T10:30:00-04:00"),
        ("2023-06-01t10:30:00.5z", "2023-06-01T10:30:00.500000+00:00"),
        ("\n  2023-06-01T10:30:00Z\n", "2023-06-01T10:30:00+00:00"),
        ("01.06.2023", "2023-06-01"),
        ("1. 6. 2023", "2023-06-01"),
        ("01.06.2023, 19:03 Uhr", "2023-06-01T19:03:00"),
        ("2023/06/01", "2023-06-01"),
        ("06/13/2023", "2023-06-13"),
        ("13/06/2023", "2023-06-13"),
        ("06/06/2023", "2023-06-06"),
        ("Thu 06/01/2023", "2023-06-01"),
        ("06/01/2023 7:03 pm ET", "2023-06-01T19:03:00-04:00"),
        ("06/01/2023 19:03 BST", "2023-01-06T19:03:00+01:00"),
        ("Fri, 12/22/2023 - 05:10", "2023-12-22T05:10:00"),
        ("Thu, 21 Dec 2023 09:12:13 GMT", "2023-12-21T09:12:13+00:00"),
        ("19:03 BST, 1 June 2023", "2023-06-01T19:03:00+01:00"),
        ("19:03, 1 June 2023", "2023-06-01T19:03:00"),
        ("7 PM EST June 1, 2023", "2023-06-01T19:00:00-05:00"),
        ("12 noon, 1 June 2023", "2023-06-01T12:00:00"),
        ("June 1, 2023, 12:30 a.m.", "2023-06-01T00:30:00"),
        ("June 1, 2023 12 midnight", "2023-06-01T00:00:00"),
        ("1 June 2023 19:03 (UTC+2)", "2023-06-01T19:03:00+02:00"),
        ("1 June 2023 19:03 -0330", "2023-06-01T19:03:00-03:30"),
        ("1 June 2023 19:03 local time", "2023-06-01T19:03:00"),
        ("Jan. 5, 2023 7:03 pm Eastern Time", "2023-01-05T19:03:00-05:00"),
        ("Donnerstag, 1. Juni 2023, 19.03 Uhr MESZ", "2023-06-01T19:03:00+02:00"),
        ("1er juin 2023 à 19h03", "2023-06-01T19:03:00"),
        ("jueves, 1 de junio de 2023", "2023-06-01"),
        ("giovedì 1 giugno 2023", "2023-06-01"),
        ("donderdag 1 juni 2023 om 19:03 uur", "2023-06-01T19:03:00"),
        ("quinta-feira, 1 de junho de 2023 às 19h03", "2023-06-01T19:03:00"),
        ("3. März 2023", "2023-03-03"),
        ("1 June 0001", "0001-06-01"),
        ("31 December 9999", "9999-12-31"),
    ],
)
def test_dates_keep_their_precision_and_zone(text: str, iso: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.problem == ""
    assert reading.when is not None
    assert reading.when.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("June 2023", "month"),
        ("junio de 2023", "month"),
        ("June 1", "year"),
        ("31 June 2023", "no such day"),
        ("30/2/2023", "no such day"),
        ("2023-13-01", "no such day"),
        ("1 June 0000", "no such day"),
        ("01.06.23", "century"),
        ("06/01/2023", "2023-01-06 or 2023-06-01"),
        ("2 hours ago", "clock"),
        ("an hour ago", "clock"),
        ("yesterday", "clock"),
        ("vor 2 Stunden", "clock"),
        ("il y a 2 heures", "clock"),
        ("Today at 19:03", "clock"),
    ],
)
def test_what_is_no_full_date_is_refused_and_says_why(text: str, word: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.when is None
    assert word in reading.problem


@pytest.mark.parametrize(
    ("text", "iso", "word"),
    [
        ("June 1, 2023, 7:03 p.m. IST", "2023-06-01T19:03:00", "IST"),
        ("1 June 2023 19:03 XYZ", "2023-06-01T19:03:00", "XYZ"),
        ("1 June 2023 19:03 +23:00", "2023-06-01T19:03:00", "offset"),
        ("1 June 2023 25:00", "2023-06-01", "no such time"),
        ("2023-06-01T25:00:00", "2023-06-01", "no such time"),
        ("2023-06-01T10:30:00+15:00", "2023-06-01T10:30:00", "offset"),
        ("1 June 2023 at 12:75", "2023-06-01", "no such time"),
        ("Nov 5, 2023 1:30 am ET", "2023-11-05T01:30:00", "clocks change"),
    ],
)
def test_what_cannot_be_kept_of_a_date_is_said(text: str, iso: str, word: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.when is not None
    assert reading.when.isoformat() == iso
    assert word in reading.problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Summer 2023",
        "In 2023 1 June",
        "369 views",
        "Foo 1, 2023",
        "Foo, June 1, 2023",
        "1 Foo 2023",
        "2023-06-01+02:00",
        "20230601T250000",
        "YYYYMMDD000000-HHMM",
        "1 June 2023 and more",
        "1 June 2023 at 7",
        "19:03",
        "19:03 by Ann Example",
        "June 1, 2023 19:03 Central European Time",
        "1" * 200,
    ],
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert read_date(text) is None


def test_a_moment_is_asked_for_in_one_step() -> None:
    assert read_when("2023-06-01T10:30") == datetime(2023, 6, 1, 10, 30)
    assert read_when("1 June 2023") == date(2023, 6, 1)
    assert read_when("2023-02-31") is None
    assert read_when("soon") is None


def test_the_page_can_settle_the_order_of_numbers() -> None:
    reading = read_date("06/01/2023 19:03", order="day-first")
    assert reading is not None
    assert reading.when == datetime(2023, 1, 6, 19, 3)


def test_an_unambiguous_date_tells_the_order() -> None:
    reading = read_date("06/13/2023")
    assert reading is not None
    assert reading.order == "month-first"


def test_an_ambiguous_date_gives_both_readings() -> None:
    reading = read_date("06/01/2023")
    assert reading is not None
    assert reading.readings == (date(2023, 1, 6), date(2023, 6, 1))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("June 1", (6, 1, None)),
        ("Jan. 5", (1, 5, None)),
        ("1 June 2023", (6, 1, 2023)),
        ("Monday, June 1", None),
        ("Foo 1", None),
        ("2023-06-01", None),
        ("Kyiv", None),
    ],
)
def test_days_of_datelines_need_no_year(text: str, wanted: object) -> None:
    assert month_and_day(text) == wanted


def test_a_day_without_year_is_the_last_one_before_publication() -> None:
    assert nearest(6, 1, date(2023, 6, 2)) == date(2023, 6, 1)
    assert nearest(12, 31, date(2024, 1, 1)) == date(2023, 12, 31)
    assert nearest(6, 3, date(2023, 6, 1)) == date(2023, 6, 3)
    assert nearest(2, 29, date(2023, 3, 1)) is None
    assert nearest(12, 31, date(1, 1, 1)) is None
    assert nearest(1, 1, date(9999, 12, 31)) == date(9999, 1, 1)


@pytest.mark.parametrize(
    ("when", "offset"),
    [
        (datetime(2023, 3, 12, 1, 59), -300),
        (datetime(2023, 3, 12, 2, 30), None),
        (datetime(2023, 3, 12, 3, 0), -240),
        (datetime(2023, 11, 5, 0, 59), -240),
        (datetime(2023, 11, 5, 1, 30), None),
        (datetime(2023, 11, 5, 2, 0), -300),
        (datetime(2006, 4, 2, 3, 0), -240),
        (datetime(2006, 10, 29, 2, 0), -300),
        (datetime(1990, 4, 1, 1, 0), -300),
        (datetime(1986, 7, 1), None),
    ],
)
def test_american_time_follows_its_law(when: datetime, offset: int | None) -> None:
    assert american_offset(when, "EST5EDT") == offset


@given(st.dates(), st.sampled_from(["%d %B {}", "%B %d, {}", "%d.%m.{}", "{}-%m-%d"]))
def test_every_day_is_read_back_from_each_form(day: date, form: str) -> None:
    text = day.strftime(form).format(f"{day.year:04}")
    reading = read_date(text)
    assert reading is not None
    assert reading.when == day


@given(st.text(max_size=120))
def test_any_text_is_a_date_or_none(text: str) -> None:
    read_date(text)
    month_and_day(text)
