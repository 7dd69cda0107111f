"""Dates: when a page says that its article was published and changed."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Article
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.date_checks import CORRECTIONS, Correction
from newsmodel.parsers.html._fields.date_scene import Scene, order_of
from newsmodel.parsers.html._fields.dates import DATE_RULES, DateRule, read_dates
from newsmodel.parsers.html._fields.headline import find_headline
from newsmodel.parsers.html._fields.region import region_of
from newsmodel.parsers.html._fields.stated_dates import read_stated
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page.page import Page

TEXT = '<p class="text">The bridge is open again after two years of work on it.</p>'
DAY = date(2023, 6, 1)


def body_of(page: Page) -> Body:
    """Return a body that is the paragraphs of the class ``text``."""
    flow = page.flow
    runs = [at for at, run in enumerate(flow.runs) if run.box.element.get("class")]
    runs = [at for at in runs if flow.runs[at].box.element.get("class") == "text"]
    return Body(flow.boxes[0], runs, [0] * len(flow.runs))


def read(markup: str, url: str | None = None) -> Findings:
    page = Page(markup, url)
    findings = Findings(page.notes)
    body = body_of(page)
    read_dates(page, body, region_of(page, body, find_headline(page, body)), findings)
    return findings


def published(markup: str, url: str | None = None) -> object:
    return read(markup, url).fields.get("published")


def day_of(when: object) -> object:
    return when.date() if isinstance(when, datetime) else when


@pytest.mark.parametrize("rule", DATE_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: DateRule) -> None:
    page = Page(rule.example, None)
    body = body_of(page)
    region = region_of(page, body)
    said = next(rule.find(Scene(page, body, region, None)))
    reading = said.reading or read_stated(said.raw)
    assert said.field == "published"
    assert reading is not None
    assert day_of(reading.when) == DAY


@pytest.mark.parametrize("rule", DATE_RULES, ids=lambda rule: rule.name)
def test_each_example_alone_gives_the_date_of_the_article(rule: DateRule) -> None:
    assert day_of(published(rule.example)) == DAY


@pytest.mark.parametrize("each", CORRECTIONS, ids=lambda each: each.name)
def test_each_correction_reads_its_own_example(each: Correction) -> None:
    findings = read(each.example)
    assert day_of(findings.fields["published"]) == DAY
    evidence = {each.field: each for each in findings.evidence()}["published"]
    assert evidence.winner.rule == each.name
    assert evidence.losers[0].reason == each.reason


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2023-06-01T17:52:11.000Z", "2023-06-01T17:52:11+00:00"),
        ("2023-06-01T17:52:11+02:00", "2023-06-01T17:52:11+02:00"),
        ("2023-06-01T17:52:11", "2023-06-01T17:52:11"),
        ("2023-06-01 17:52:11 +0000", "2023-06-01T17:52:11+00:00"),
        ("2023-06-01T17:52:11-0500", "2023-06-01T17:52:11-05:00"),
        ("20230601T175211Z", "2023-06-01T17:52:11+00:00"),
        ("06/20/2023 17:52:11", "2023-06-20T17:52:11"),
        ("Fri, 06/23/2023 - 05:12", "2023-06-23T05:12:00"),
        ("Thu, 01 Jun 2023 17:52:11 GMT", "2023-06-01T17:52:11+00:00"),
        ("1685642400", "2023-06-01T18:00:00+00:00"),
        ("1685642400123", "2023-06-01T18:00:00.123000+00:00"),
        ("Tue Feb 20 2018 01:00:00 GMT+0100 (Central)", "2018-02-20T01:00:00+01:00"),
        (" 2023-06-01 ", "2023-06-01"),
    ],
)
def test_stated_dates_are_read_in_the_forms_that_systems_write(
    raw: str, iso: str
) -> None:
    reading = read_stated(raw)
    assert reading is not None
    assert reading.when is not None
    assert reading.when.isoformat() == iso


@pytest.mark.parametrize("raw", ["", "soon", "2023-13-45T99:99:99Z", "0"])
def test_what_is_no_date_gives_none(raw: str) -> None:
    reading = read_stated(raw)
    assert reading is None or reading.when is None


def test_an_offset_that_no_zone_has_is_not_kept() -> None:
    reading = read_stated("2023-06-01T17:52:11+23:00")
    assert reading is not None
    assert reading.when == datetime(2023, 6, 1, 17, 52, 11)


def test_the_most_precise_of_one_day_is_kept() -> None:
    findings = read(
        '<meta name="date" content="2023-06-01T17:52:11Z">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2023-06-01"}</script>'
    )
    when = findings.fields["published"]
    assert when == datetime(2023, 6, 1, 17, 52, 11, tzinfo=UTC)
    (evidence,) = findings.evidence()
    assert evidence.winner.rule == "meta-date"
    assert evidence.losers[0].reason == "another says the same day more precisely"


def test_another_day_does_not_make_a_date_more_precise() -> None:
    markup = (
        '<meta name="date" content="2023-06-02T17:52:11Z">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2023-06-01"}</script>'
    )
    assert published(markup) == DAY


def test_a_bad_date_costs_that_date_alone() -> None:
    findings = read(
        '<meta property="article:published_time" content="0000-00-00">'
        '<meta property="article:modified_time" content="2023-06-01T19:03:40Z">'
        f"<h1>Bridge reopens</h1><div>31.05.2023</div>{TEXT}"
    )
    assert findings.fields["published"] == date(2023, 5, 31)
    assert findings.fields["modified"] == datetime(2023, 6, 1, 19, 3, 40, tzinfo=UTC)
    assert [note.code for note in findings.notes] == ["date-refused"]


@pytest.mark.parametrize("raw", ["1970-01-01", "0001-01-01T00:00:00Z", "9999-12-31"])
def test_dates_that_stand_for_none_are_refused(raw: str) -> None:
    markup = f'<meta property="article:published_time" content="{raw}">'
    assert published(markup) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Example | Jun 1, 2023 | 5 min read",
        "Ann ExampleJune 1, 2023",
        "Ann ExampleJun 01, 20232 Shares1530 Views",
        "Veröffentlicht am 1. Juni 2023 um 17:52 Uhr",
        "Publié le 1er juin 2023 à 17h52",
        "Publicado el 1 de junio de 2023",
        "Pubblicato il 1 giugno 2023",
        "Опубликовано: 1 июня 2023, 17:52",
        "1 червня 2023",
        "1 czerwca 2023",
        "1. června 2023",
        "1 Haziran 2023 Perşembe",
        "1 Ιουνίου 2023",
        "١ يونيو ٢٠٢٣",
        "1 जून 2023",
        "Kamis, 1 Juni 2023 17:52 WIB",
        "1. kesäkuuta 2023",
        "2023年6月1日 17時52分",
        "2023년 6월 1일 오후 5:52",
        "1 มิถุนายน 2566",
        "Thứ năm, 1 tháng 6 năm 2023",
    ],
)
def test_printed_dates_are_read_in_many_languages(line: str) -> None:
    markup = f"<h1>Bridge reopens</h1><div>{line}</div>{TEXT}"
    assert day_of(published(markup)) == DAY


def test_words_tell_what_happened_when() -> None:
    findings = read(
        "<h1>Bridge reopens</h1><div>Last updated on June 2, 2023</div>"
        f"<div>Published</div><div>June 1, 2023</div>{TEXT}"
    )
    assert findings.fields["published"] == DAY
    assert findings.fields["modified"] == date(2023, 6, 2)


def test_two_dates_of_one_line_have_their_own_labels() -> None:
    findings = read(
        "<h1>Bridge reopens</h1><div>Posted: Jun 1, 2023 / 06:44 PM CDT Updated:"
        f" Jun 2, 2023 / 09:34 AM CDT</div>{TEXT}"
    )
    assert str(findings.fields["published"]) == "2023-06-01 18:44:00-05:00"
    assert str(findings.fields["modified"]) == "2023-06-02 09:34:00-05:00"


def test_time_elements_are_told_apart_by_class_and_label() -> None:
    findings = read(
        '<h1>Bridge reopens</h1><time class="updated" datetime="2023-06-02">2 June'
        '</time><div>Published <time datetime="2023-06-01">1 June</time></div>' + TEXT
    )
    assert findings.fields["published"] == DAY
    assert findings.fields["modified"] == date(2023, 6, 2)


def test_the_last_change_stands_in_with_a_note_where_nothing_else_is_said() -> None:
    findings = read(f"<h1>Bridge reopens</h1><div>Updated June 1, 2023</div>{TEXT}")
    assert findings.fields["published"] == DAY
    assert [note.code for note in findings.notes] == ["date-guessed"]


@pytest.mark.parametrize(
    ("language", "url", "month"),
    [
        ("en-US", None, 6),
        ("en-GB", None, 1),
        ("de", None, 1),
        ("en", "https://example.com/a", 6),
        ("en", "https://example.co.uk/a", 1),
    ],
)
def test_the_language_tells_which_way_round_a_date_stands(
    language: str, url: str | None, month: int
) -> None:
    markup = f'<html lang="{language}"><h1>Bridge</h1><div>06/01/2023</div>{TEXT}'
    when = published(markup, url)
    assert isinstance(when, date)
    assert when.month == month


def test_another_date_of_the_page_goes_before_the_language() -> None:
    markup = (
        '<html lang="en-US"><h1>Bridge reopens</h1><div>01/06/2023</div>'
        '<link rel="canonical" href="https://example.com/2023/06/01/a">' + TEXT
    )
    assert published(markup) == DAY


def test_nothing_is_known_of_a_page_that_says_nothing() -> None:
    assert order_of(Page("<p>Text</p>", None)) is None


def test_dates_of_other_articles_below_are_left_alone() -> None:
    markup = f'<h1>Bridge</h1>{TEXT}<ul><li><a href="/a">June 1, 2023</a></li></ul>'
    assert published(markup) is None


def test_the_year_of_a_copyright_is_no_date() -> None:
    assert published(f"<h1>Bridge</h1>{TEXT}<div>© 2023 Example Media</div>") is None


@pytest.mark.parametrize(
    ("beside", "iso"),
    [
        ('<time datetime="2023-06-01T22:41:46-04:00">', "2023-06-01T22:41:46-04:00"),
        ('<time datetime="2023-06-01 22:41:46">', "2023-06-01T22:41:46-04:00"),
        ("<div>Published June 1, 2023 | 10:41pm</div>", "2023-06-01T22:41:46-04:00"),
        ("<div>2 June 2023 08:11 IST</div>", "2023-06-02T08:11:46+05:30"),
        ("<div>2 June 2023 12:41</div>", "2023-06-02T12:41:46+10:00"),
        # twelve hours and more to the west, the next day, and no such gap
        ("<div>June 1, 2023 2:41 pm</div>", "2023-06-02T02:41:46+00:00"),
        ("<div>June 2, 2023 9:41 pm</div>", "2023-06-02T02:41:46+00:00"),
        ("<div>June 1, 2023 10:33 pm</div>", "2023-06-02T02:41:46+00:00"),
        ("<div>June 2, 2023</div>", "2023-06-02T02:41:46+00:00"),
    ],
)
def test_a_moment_of_utc_is_given_in_the_time_of_the_place(
    beside: str, iso: str
) -> None:
    when = published(
        '<meta property="article:published_time" content="2023-06-02T02:41:46Z">'
        f"<h1>Bridge reopens</h1>{beside}{TEXT}"
    )
    assert isinstance(when, datetime)
    assert when.isoformat() == iso
    assert when == datetime.fromisoformat(iso)


@pytest.mark.parametrize(
    "below",
    [
        "<div>More</div><div>June 1, 2023</div><div>June 8, 2023</div>",
        '<time datetime="2023-08-20">20 August</time><div>June 1, 2023</div>',
        "<figcaption>The bridge on June 1, 2023</figcaption>",
        "<div>The old bridge as it was seen from the town on June 1, 2023</div>",
        '<div><a href="/other">Another June 1, 2023</a></div>',
        "<div>https://example.com/2023/06/01/</div>",
        "<div>Joined: June 1, 2023</div>",
        "<div>Updated June 1, 2023</div>",
    ],
)
def test_older_dates_of_other_things_correct_nothing(below: str) -> None:
    when = published(
        '<meta property="article:published_time" content="2023-08-20">'
        f"<h1>Bridge reopens</h1>{below}{TEXT}"
    )
    assert when == date(2023, 8, 20)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2023-05-31T23:00:00Z", 1),
        ("2023-05-31T15:00:00.000Z", 1),
        ("2023-05-31T22:30:00Z", 31),
        ("2023-05-31T09:00:00Z", 31),
        ("2023-05-31T22:00:00+01:00", 31),
    ],
)
def test_a_midnight_stated_in_utc_is_of_the_day_that_is_printed(
    stated: str, day: int
) -> None:
    when = published(
        f'<meta property="article:published_time" content="{stated}">'
        f"<h1>Bridge reopens</h1><div>1 June 2023</div>{TEXT}"
    )
    assert isinstance(when, date)
    assert when.day == day
    assert (when == DAY) == (day == 1)


def test_a_date_that_may_be_of_the_page_gives_way_to_one_that_is_printed() -> None:
    head = '<meta name="date" content="2023-05-20T10:00:00"><h1>Bridge reopens</h1>'
    assert published(f"{head}<div>June 1, 2023</div>{TEXT}") == DAY
    two = "<div>June 1, 2023</div><div>June 8, 2023</div>"
    assert day_of(published(f"{head}{two}{TEXT}")) == date(2023, 5, 20)
    shown = '<time datetime="2023-05-20">20 May</time>'
    assert day_of(published(f"{head}{shown}{TEXT}")) == date(2023, 5, 20)


def test_a_line_that_is_a_link_tells_the_time_of_the_place_alone() -> None:
    head = '<html lang="es"><meta name="publishdate" content="2023-06-02T02:41:46Z">'
    link = '<h1>Bridge</h1><div><a href="/a">Ann Example {}</a></div>'
    when = published(head + link.format("1/6/2023 22:41") + TEXT)
    assert str(when) == "2023-06-01 22:41:46-04:00"
    when = published(head + link.format("1/5/2023 22:41") + TEXT)
    assert str(when) == "2023-06-02 02:41:46+00:00"


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2023-05-29T09:00:00Z", "2023-06-01"),
        ("2021-05-31T09:00:00-05:00", "2023-06-01"),
        ("2023-05-31T09:00:00-05:00", "2023-05-31"),
        ("2023-01-06T09:00:00Z", "2023-01-06"),  # one of the two is turned round
    ],
)
def test_the_only_day_that_is_printed_goes_before_an_older_one(
    stated: str, iso: str
) -> None:
    head = f'<meta property="article:published_time" content="{stated}"><h1>Bridge</h1>'
    assert str(day_of(published(f"{head}<div>June 1, 2023</div>{TEXT}"))) == iso


def test_titles_of_elements_named_for_a_time_are_read_near_the_headline() -> None:
    when = '<div>{} <span class="{}" title="2023-06-01T17:52:11Z">{}</span></div>'
    findings = read("<h1>Bridge</h1>" + when.format("Jo", "updated", "today") + TEXT)
    assert day_of(findings.fields["modified"]) == DAY
    far = "<p>Another line.</p>" * 9 + when.format("A reader", "date", "today")
    assert published(f"<h1>Bridge</h1>{TEXT}{far}") is None
    spoken = when.format("Jo", "date", "today").replace("2023-06-01T17:52:11Z", "Now")
    assert published(f"<h1>Bridge</h1>{spoken}{TEXT}") is None


@pytest.mark.parametrize(
    "line",
    [
        "<div>Updated: June 1, 2023</div>",
        "<div>Ann Example<b>Updated</b>June 1, 2023</div>",
        '<div class="date-modified">June 1, 2023</div>',
        '<div><b class="updated-on"><time class="x">June 1, 2023</time></b></div>',
        "<div>June 1, 2023</div><div>June 8, 2023</div>",
        '<div><a href="/other">June 1, 2023</a></div>',
        '<div><img alt="Works on June 1, 2023"><p>Works on June 1, 2023</p></div>',
    ],
)
def test_the_day_of_a_change_or_of_something_else_goes_before_nothing(
    line: str,
) -> None:
    head = (
        '<meta property="article:published_time" content="2021-05-31"><h1>Bridge</h1>'
    )
    assert published(f"{head}{line}{TEXT}") == date(2021, 5, 31)


def test_a_change_before_the_publication_is_noted() -> None:
    stated = '<meta property="article:{}" content="2023-06-0{}T10:00:00Z">'
    both = stated.format("published_time", 2) + stated.format("modified_time", 1)
    assert [note.code for note in read(both).notes] == ["modified-before-published"]
    both = stated.format("published_time", 1) + stated.format("modified_time", 2)
    assert not read(both).notes
    days = stated.format("published_time", 2)
    days += '<meta property="article:modified_time" content="2023-06-01">'
    assert not read(days).notes


def test_numbers_in_addresses_are_days_where_nothing_else_is() -> None:
    assert published("<p>x", "https://example.com/a/A2023060117520001") == DAY
    assert published("<p>x", "https://example.com/a/20231399") is None
    archive = "https://web.example.org/web/20230601175200/http://example.com/"
    assert published("<p>x", archive) is None
    assert published("<div>June 1, 2023</div>", "https://a.example/20240101") == DAY


def test_the_number_of_a_version_is_no_date() -> None:
    assert published(f"{TEXT}<div>Notes on version 8.4.13</div>") is None


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2023-06-03T22:02:58Z", "2023-06-01"),
        ("2023-06-02T12:02:58Z", "2023-06-01"),
        ("2023-06-02T11:02:58Z", "2023-06-02"),
        ("2023-06-02T11:02:58", "2023-06-02"),
        ("2023-06-02T11:02:58+02:00", "2023-06-01"),
        ("2023-06-02", "2023-06-01"),
    ],
)
def test_a_day_that_a_zone_can_explain_is_not_older(stated: str, iso: str) -> None:
    when = published(
        f'<meta property="article:published_time" content="{stated}">'
        f"<h1>Bridge reopens</h1><div>June 1, 2023</div>{TEXT}"
    )
    assert str(day_of(when)) == iso


@pytest.mark.parametrize(
    "name",
    [
        "published",
        "og:datePublished",
        "cXenseParse:publishtime",
        "shareaholic:article_published_time",
        "first-published-time",
    ],
)
def test_metas_of_many_systems_are_known(name: str) -> None:
    assert published(f'<meta name="{name}" content="2023-06-01">') == DAY


def test_the_title_of_an_abbreviation_is_the_date_that_it_stands_for() -> None:
    markup = (
        '<abbr itemprop="datePublished" title="2023-06-01T10:52:00+02:00">10:52</abbr>'
    )
    assert day_of(published(markup)) == DAY


@pytest.mark.parametrize(
    "path",
    ["2023/06/01/bridge", "2023/jun/01/bridge", "2023/June/1/a", "news/01-06-2023"],
)
def test_days_in_addresses_are_read(path: str) -> None:
    assert published("<h1>Bridge</h1>", f"https://example.com/{path}") == DAY


@pytest.mark.parametrize("path", ["2023/02/31/a", "2023/part/01/a", "a/12023-06-011"])
def test_what_is_no_day_in_an_address_is_left_alone(path: str) -> None:
    markup = f"<h1>Bridge</h1><div>02/03/2023</div>{TEXT}"
    assert published("<h1>Bridge</h1>", f"https://example.com/{path}") is None
    assert published(markup, f"https://example.com/{path}") == date(2023, 2, 3)


def test_the_address_tells_which_way_round_a_date_stands() -> None:
    markup = f'<html lang="en-US"><h1>Bridge</h1><div>01/06/2023</div>{TEXT}'
    assert published(markup, "https://example.com/2023/june/01/bridge") == DAY


def test_dates_that_can_stand_one_way_only_tell_how_the_others_do() -> None:
    markup = f'<html lang="en"><h1>Bridge</h1><div>01/06/2023</div>{TEXT}'
    assert published(markup + "<li>More 24/05/2023</li>") == DAY
    both = "<li>More 24/05/2023</li><li>More 05/24/2023</li>"
    assert published(markup + both) == date(2023, 1, 6)


def test_dates_in_the_text_come_after_those_of_lines_before_it() -> None:
    markup = (
        "<h1>Bridge</h1><div>June 1, 2023 at 8:45 | categories: Bridges, Towns</div>"
        f'<p class="text">The bridge was released on May 5, 2023.</p>{TEXT}'
    )
    assert day_of(published(markup)) == DAY


def test_labels_below_the_first_of_the_text_come_after_lines_above_it() -> None:
    markup = (
        f"<h1>Bridge</h1><div>by Ann Example · June 1, 2023 · No comment</div>{TEXT}"
        f"<div>Released: May 5, 2018 by Example Books</div>{TEXT}"
    )
    assert published(markup) == DAY


def test_a_date_at_the_end_of_a_caption_is_no_dateline() -> None:
    caption = (
        "The old bridge as it was seen from the other side of the river, May 5, 2018"
    )
    markup = f'<h1>Bridge</h1><p class="text">{caption}</p>{TEXT}'
    assert published(markup) is None
    assert published(f"{markup}<li>Datum 01.06.2023</li>") == DAY


@pytest.mark.parametrize("label", ["Registriert:", "Member since", "Until"])
def test_dates_of_readers_and_books_are_none_of_the_article(label: str) -> None:
    markup = f"<h1>Bridge</h1><div>{label} May 5, 2018</div><p>June 1, 2023</p>{TEXT}"
    assert published(markup) == DAY


def test_a_guess_after_the_last_change_is_none() -> None:
    findings = read(
        f"<h1>Bridge</h1><div>Last updated: June 1, 2023</div>{TEXT}"
        "<p>March 5, 2026</p>"
    )
    assert findings.fields["published"] == DAY
    evidence = {each.field: each for each in findings.evidence()}
    assert evidence["published"].winner.rule == "last-change"
    assert evidence["published"].losers[0].reason == "the last change was before"


def test_a_date_far_from_the_article_is_better_than_none() -> None:
    links = "".join(f"<p>Link {number}</p>" for number in range(50))
    markup = f"<h1>Bridge</h1>{TEXT}{links}"
    assert published(f"{markup}<p>Published</p><p>Jun 1, 2023</p>") == DAY
    assert published(f"{markup}<p>1 June 2023 • 3 min read</p>") == DAY
    assert published(f"{markup}<li>1 June 2023</li>") is None
    changed = "<div>Updated June 2, 2023</div>"
    assert published(f"{changed}{markup}<p>1 June 2023</p>") == date(2023, 6, 2)


@given(st.text(max_size=60), st.text(max_size=60))
def test_hostile_dates_give_values_that_an_article_can_hold(a: str, b: str) -> None:
    markup = (
        f'<meta name="date" content="{a}"><h1>Bridge</h1><time datetime="{b}">{a}'
        f"</time><div>Published {b} {a}</div>{TEXT}"
    )
    fields = read(markup).fields
    Article(
        headline="Bridge",
        published=fields.get("published"),
        modified=fields.get("modified"),
    )


def test_a_date_in_a_heading_below_the_name_of_the_site_is_read() -> None:
    name, heading = "<h1>Town Office</h1>", "<span>27.01.2022</span>Old bridge reopens"
    menu = "<h2>Menu</h2><p>Town</p><p>River</p>" * 8
    title = "<title>Old bridge reopens</title>"
    assert published(f"{title}{name}{menu}<h1>{heading}</h1>{TEXT}") == date(
        2022, 1, 27
    )


def test_a_date_that_opens_the_text_is_read_where_no_heading_is_known() -> None:
    text = TEXT.replace("The bridge", "(1 June 2023) The bridge")
    assert published(f'<p class="text">By Ann Example</p>{text}') == DAY


def test_a_date_of_a_change_that_opens_the_text_is_no_publication() -> None:
    text = TEXT.replace("The bridge", "Stand: 1.6.2023, 14:20 Uhr – Die Brücke: The")
    found = read(f"<h1>Bridge reopens</h1>{text}")
    assert {each.field: each.winner.rule for each in found.evidence()} == {
        "modified": "print",
        "published": "last-change",
    }
