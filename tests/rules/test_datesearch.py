"""Dates inside other text."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.rules._calendar import MONTH_NAMES, MONTHS
from newsmodel.rules.datesearch import DATE_FORMS, DateForm, find_dates


@pytest.mark.parametrize("form", DATE_FORMS, ids=lambda form: form.name)
def test_each_form_reads_its_own_example(form: DateForm) -> None:
    (found,) = find_dates(form.example)
    assert isinstance(found.reading.when, date)
    assert found.reading.when.isoformat()[:10] == form.iso


@pytest.mark.parametrize("language", MONTH_NAMES)
def test_every_language_has_twelve_months_that_no_other_renames(language: str) -> None:
    months = MONTH_NAMES[language].split()
    assert len(months) == 12
    for number, forms in enumerate(months, 1):
        for form in forms.split("/"):
            assert MONTHS[form.replace("-", " ").casefold()] == number


@pytest.mark.parametrize("language", MONTH_NAMES)
def test_dates_with_the_months_of_every_language_are_found(language: str) -> None:
    for number, forms in enumerate(MONTH_NAMES[language].split(), 1):
        for form in forms.split("/"):
            name = form.replace("-", " ")
            (found,) = find_dates(f"| 3 {name} 2023 |")
            assert found.reading.when == date(2023, number, 3), name


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Published 3:41 PM EST, Fri December 1, 2023", "2023-12-01T15:41:00-05:00"),
        ("Ann ExampleDecember 20, 2023", "2023-12-20"),
        ("December 22, 2023 at 7:35 PM", "2023-12-22T19:35:00"),
        ("Jan 23rd 2024 at 11:15AM", "2024-01-23T11:15:00"),
        ("By Ann • 12/18/23 4:02pm", "2023-12-18T16:02:00"),
        ("١٢ سبتمبر ٢٠٢٣ - ٠٣:١٥ م", "2023-09-12T15:15:00"),
        ("١٢ سبتمبر ٢٠٢٣ - ٠٣:١٥ ص", "2023-09-12T03:15:00"),
        ("12 Σεπτεμβρίου 2023 03:15 μ.μ.", "2023-09-12T15:15:00"),
        ("12 Σεπτεμβρίου 2023 03:15 π.μ.", "2023-09-12T03:15:00"),
        ("May 5, 2022 9:00 AM Eastern Daylight Time", "2022-05-05T09:00:00-04:00"),
        ("5 May 2022 at 09:00 British Summer Time", "2022-05-05T09:00:00+01:00"),
        ("Publié le 11 février 2024 à 06h00 Temps", "2024-02-11T06:00:00"),
        ("06.11.2023, 15:20 Uhr • 2 Min.", "2023-11-06T15:20:00"),
        ("23-Dec-23", "2023-12-23"),
        ("1 Jun '95", "1995-06-01"),
        ("1 حزيران/يونيو 2023 - 17:52", "2023-06-01T17:52:00"),
        ("1 كانون الثاني 2023", "2023-01-01"),
        ("2023.06.01. 오후 5:52", "2023-06-01T17:52:00"),
        ("2023年6月1日(木) 午前5時52分", "2023-06-01T05:52:00"),
        ("1 มิ.ย. 2566 17:52 น.", "2023-06-01T17:52:00"),
        ("2023 m. birželio 1 d. 17:52", "2023-06-01T17:52:00"),
        ("25 June 2023 10:15 GMT+1", "2023-06-25T10:15:00+01:00"),
        ("Oct 25, 2023 / 06:44 PM CDT", "2023-10-25T18:44:00-05:00"),
        ("1 June 2023 99:99", "2023-06-01"),
        ("17:52 | 1 June 2023", "2023-06-01T17:52:00"),
        ("1 June 2023 17:52 XYZ", "2023-06-01T17:52:00"),
    ],
)
def test_dates_are_found_with_their_time(text: str, iso: str) -> None:
    (found,) = find_dates(text)
    assert found.reading.when is not None
    assert found.reading.when.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "in 2023",
        "June 2023",
        "version 1.2",
        "5 of 2023 people",
        "31 June 2023",
        "1 Foo 2023",
        "call 555-2023",
        "192.168.10.20",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def test_several_dates_of_one_text_are_found_in_order() -> None:
    text = "Posted: June 1, 2023 | Updated: June 2, 2023 10:00"
    first, second = find_dates(text)
    assert text[first.start : first.end] == "June 1, 2023"
    assert first.reading.when == date(2023, 6, 1)
    assert second.reading.when == datetime(2023, 6, 2, 10)


def test_a_date_that_can_be_two_gives_both() -> None:
    (found,) = find_dates("on 06/01/2023")
    assert found.reading.readings == (date(2023, 1, 6), date(2023, 6, 1))
    (found,) = find_dates("on 06/01/2023", order="month-first")
    assert found.reading.when == date(2023, 6, 1)


@given(st.text(max_size=500))
def test_any_text_has_dates_or_none(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.text(alphabet="0123456789 .,:/-aJunMay年月日T", max_size=400))
def test_texts_of_numbers_are_searched_without_fault(text: str) -> None:
    find_dates(text)
