"""Plain text: layouts, heads, tails and bodies of invented articles."""

import json
import textwrap
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import (
    Article,
    Dateline,
    Heading,
    ImageCaption,
    ListItem,
    Paragraph,
)
from newsmodel.parsers.text import PARSER
from newsmodel.protocols import Parser

BODY = "The bridge reopened on Thursday. The mayor was there.\n\nIt had cost a lot."


def read(text: str | bytes) -> Article:
    return PARSER.read(text, url=None).article


def explain(text: str | bytes) -> Explanation:
    return PARSER.read(text, url=None)


def codes(text: str | bytes) -> list[str]:
    return [note.code for note in explain(text).notes]


def kinds(article: Article) -> list[str]:
    return [type(block).__name__ for block in article.body]


def texts(article: Article) -> list[str]:
    return [block.text for block in article.body]


# What it is.


def test_it_is_a_parser() -> None:
    assert isinstance(PARSER, Parser)
    assert PARSER.format == "text"
    assert PARSER.media_types == ("text/plain",)
    assert PARSER.suffixes == (".txt", ".text")


@pytest.mark.parametrize(
    ("head", "score"),
    [
        (b"Bridge reopens", 1),
        (b"", 1),
        (b"caf\xe9", 1),
        ("Bridge".encode("utf-16"), 1),
        (b"a\x00b", 0),
        (b"  \n<!DOCTYPE html>", 0),
        (b"<html lang='en'>", 0),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", 0),
        (b'{"newsmodel": 1}', 0),
        (b'{ "newsmodel"', 0),
        (b"<3 this town", 1),
        (b"%PDF-1.4 1 0 obj", 0),
        (rb"{\rtf1\ansi Bridge}", 0),
    ],
)
def test_it_looks_like_text_unless_it_is_markup_or_binary(
    head: bytes, score: int
) -> None:
    assert PARSER.looks_like(head) == score


@pytest.mark.parametrize("data", ["", b"", " \n\t\r\n", "\ufeff", "\u200b", "\x00\x01"])
def test_a_blank_document_is_refused(data: str | bytes) -> None:
    with pytest.raises(ParseError, match="the document is empty") as caught:
        PARSER.read(data, url=None)
    assert caught.value.format == "text"
    assert caught.value.advice


def test_the_url_is_kept_and_one_that_cannot_be_is_refused_with_a_note() -> None:
    url = "https://example.com/a"
    assert PARSER.read("A text.", url=url).article.url == url
    assert PARSER.read("A text.", url="").article.url is None
    found = PARSER.read("A text.", url="https://example.com/\n")
    assert found.article.url is None
    assert [note.code for note in found.notes] == ["value-refused"]


# Lines and paragraphs.


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"]
)
def test_every_line_end_ends_a_line(end: str) -> None:
    text = f"Bridge reopens\n\nBy Ann Example\n\n{BODY}".replace("\n", end)
    article = read(text)
    assert article.headline == "Bridge reopens"
    assert texts(article) == BODY.split("\n\n")


WRAPPED = """\
Bridge reopens after two years
By Ann Example
June 1, 2023

The bridge over the river reopened on Thursday after two years of work
on its piers, and the first cars drove over it at six in the morning,
to the applause of some hundred people who had come to see it happen.

The mayor said that she was glad, and that the cost of the work had not
gone above what was planned, which nobody in the town had believed."""
INDENTED = """\
Bridge reopens after two years
By Ann Example
June 1, 2023
   The bridge over the river reopened on Thursday after two years of
work on its piers, and the first cars drove over it at six in the
morning, to the applause of some hundred people who had come to see it
happen.
   The mayor said that she was glad, and that the cost of the work had
not gone above what was planned, which nobody in the town had believed."""


@pytest.mark.parametrize("text", [WRAPPED, WRAPPED.replace("\n", "\n\n"), INDENTED])
def test_lines_wrapped_at_a_width_are_joined(text: str) -> None:
    article = read(text)
    assert article.headline == "Bridge reopens after two years"
    assert article.authors == ("Ann Example",)
    assert article.published == date(2023, 6, 1)
    assert [text[:12] + "…" + text[-9:] for text in texts(article)] == [
        "The bridge o…t happen.",
        "The mayor sa…believed.",
    ]
    assert "years of work on its piers" in texts(article)[0]


def wrap(text: str, width: int, **how: str) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False, **how))  # type: ignore[arg-type]  # of many types


def test_wrapped_list_items_hang() -> None:
    items = [
        "The bridge is older than the town and was built by monks who had come there"
        " on foot.",
        "It has five arches, which is one more than any other bridge that spans the"
        " same river.",
    ]
    lines = [
        wrap(item, 60, initial_indent="- ", subsequent_indent="  ") for item in items
    ]
    text = "\n".join(["Two things about the bridge", "", *lines])
    assert kinds(read(text)) == ["ListItem", "ListItem"]
    assert texts(read(text)) == items


WORDS = st.sampled_from(
    [
        "the",
        "bridge",
        "over",
        "river",
        "was",
        "closed",
        "for",
        "two",
        "years",
        "and",
        "its",
        "piers",
        "were",
        "old",
    ]
)
PARAGRAPH = st.lists(WORDS, min_size=30, max_size=90).map(
    lambda words: f"{' '.join(words).capitalize()}."
)


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), st.integers(50, 80))
def test_wrapping_changes_nothing(paragraphs: list[str], width: int) -> None:
    head = "Bridge reopens\nBy Ann Example\n1 June 2023\n\n"
    plain = read(head + "\n\n".join(paragraphs))
    assert texts(plain) == paragraphs
    wrapped = [wrap(paragraph, width) for paragraph in paragraphs]
    assert read(head + "\n\n".join(wrapped)) == plain
    assert read((head + "\n\n".join(wrapped)).replace("\n", "\n\n")) == plain
    indented = [wrap(each, width, initial_indent="   ") for each in paragraphs]
    assert read(head + "\n".join(indented)) == plain


def test_single_line_ends_part_paragraphs() -> None:
    text = "Bridge reopens\nIt was closed for two years.\nIt had cost a lot, they say."
    assert kinds(read(text)) == ["Paragraph", "Paragraph"]
    assert read(text).headline == "Bridge reopens"


def test_a_byline_under_a_full_line_is_not_joined_to_it() -> None:
    text = WRAPPED.replace(
        "two years\nBy", "two years of work on piers and on the deck\nBy"
    )
    assert read(text).headline == (
        "Bridge reopens after two years of work on piers and on the deck"
    )
    assert read(text).authors == ("Ann Example",)


def test_an_item_that_is_none_in_the_middle_of_a_sentence_is_joined() -> None:
    text = WRAPPED.replace("work\non its", "work in\n19. Its")
    assert "work in 19. Its piers" in texts(read(text))[0]


def test_verses_are_not_joined() -> None:
    text = """\
Upon the hill the oak tree stands,
its branches wide, its roots in sand,
and in the evening's fading light
it waits in silence for the night."""
    assert texts(read(text)) == text.split("\n")
    assert read(text).headline is None


def test_texts_without_a_broken_sentence_are_not_wrapped() -> None:
    text = "A list of things to buy\n\n" + "some salt\nsome very good flour\nwater"
    assert texts(read(text)) == ["some salt", "some very good flour", "water"]


@pytest.mark.parametrize(
    ("parted", "joined"),
    [
        ("years of re-\nwork on", "years of re-work on its"),
        ("years of ferry-\nand road work on", "years of ferry- and road work on"),
        ("years of br\xad\nidges on", "years of bridges on"),
        ("years of riv-\ners on", "years of rivers on"),  # as the text has it below
        ("years of work -\non", "years of work - on its"),
    ],
)
def test_words_parted_at_line_ends_are_put_together(parted: str, joined: str) -> None:
    text = WRAPPED.replace("years of work\non", parted) + "\nAll rivers are open.\n"
    assert joined in texts(read(text))[0]


def test_lines_of_nearly_one_width_are_joined() -> None:
    paragraph = (
        "The old bridge at Elmsworth opened to traffic again on Thursday, two\n"
        "years after a barge ran into its middle arch and left it\n"
        "hanging over the river, which is a long time for those who\n"
        "live on the other bank of it and have to take the ferry."
    )
    article = read(f"Bridge reopens\n\n{paragraph}\n\n{paragraph}")
    assert texts(article) == [paragraph.replace("\n", " ")] * 2


def test_tabs_and_hard_blanks_inside_a_line_stay() -> None:
    article = read("\xa0Bridge\xa0reopens\t \n\nIt cost 5\xa0000\tcrowns in all.")
    assert article.headline == "Bridge\xa0reopens"
    assert texts(article) == ["It cost 5\xa0000\tcrowns in all."]


# Characters and places.


def test_what_no_article_can_hold_is_removed_and_counted() -> None:
    found = explain("Bri\x00dge\ud800\n\nIt is\uffff open.\x1f")
    assert texts(found.article) == ["It is open."]
    assert found.article.headline == "Bridge"
    (note,) = found.notes
    assert note.code == "characters-removed"
    assert note.message.startswith("4 ")
    assert note.location.offset == 3


def test_places_count_in_the_document_as_given() -> None:
    text = (
        "\x00Bridge reopens\r\n\r\n\x01 369 views\r\n\r\nThe bridge is open. It is.\r\n"
    )
    evidence = {each.field: each.winner for each in explain(text).evidence}
    headline, views = evidence["headline"].location, evidence["views"].location
    assert (headline.line, headline.offset) == (1, text.index("Bridge"))
    assert (views.line, views.offset) == (3, text.index("369"))


def test_a_text_over_the_limit_is_cut_with_a_note() -> None:
    found = explain("Bridge reopens\n\n" + "word " * 500_000)
    assert len(found.article.body[0].text) == 2_000_000
    assert [note.code for note in found.notes] == ["text-cut"]


def test_bytes_of_windows_1252_are_read_with_a_note() -> None:
    found = explain("Café reopens\n\nIt is “open”.".encode("windows-1252"))
    assert found.article.headline == "Café reopens"
    assert [note.code for note in found.notes] == ["encoding-guessed"]


# The head.


@pytest.mark.parametrize(
    "head",
    [
        "Bridge reopens\n\nBy Ann Example\n\nJune 1, 2023\n369 views",
        "June 1, 2023\n\nBridge reopens\n\nBy Ann Example | 369 views",
        "By Ann Example\nBridge reopens\n369 views\n2023-06-01",
        "Bridge reopens\nAnn Example\n1 June 2023 · 369 views",
        "Bridge reopens\nBy Ann Example, 1 June 2023\n369 views",
        "Bridge reopens\n369 views | 1 June 2023 | By Ann Example",
        "WORLD NEWS\nBridge reopens\nBy Ann Example - June 1, 2023\n369 views",
        "Riverton | 1 June 2023\nBridge reopens\nBy Ann Example\n369 views",
        "Bridge reopens.\nBy Ann Example\n01.06.2023\nViews: 369\n12 comments",
    ],
)
def test_the_facts_of_a_head_may_stand_in_any_order(head: str) -> None:
    article = read(f"{head}\n\n{BODY}")
    assert article.headline is not None
    assert article.headline.rstrip(".") == "Bridge reopens"
    assert article.standfirst is None
    assert article.authors == ("Ann Example",)
    assert article.published == date(2023, 6, 1)
    assert article.views == 369
    assert texts(article) == BODY.split("\n\n")


def test_a_standfirst_is_a_text_that_facts_follow() -> None:
    head = "Bridge reopens\n\nIt was closed for years"
    assert read(f"{head}\n\nBy Ann Example\n\n{BODY}").standfirst == (
        "It was closed for years"
    )
    assert read(f"{head}\n\n{BODY}").standfirst is None


def test_two_lines_of_standfirst_are_both_kept() -> None:
    text = f"Bridge reopens\nClosed for years\nOpen for all\nJune 1, 2023\n\n{BODY}"
    assert read(text).standfirst == "Closed for years\nOpen for all"


def test_a_second_standfirst_stays_in_the_body() -> None:
    text = f"Bridge reopens\nOpen at last\nBy Ann Lee\nAnd more\nJune 1, 2023\n\n{BODY}"
    article = read(text)
    assert article.standfirst == "Open at last"
    assert article.published == date(2023, 6, 1)
    assert texts(article)[0] == "And more"


def test_a_name_beside_the_standfirst_is_the_byline() -> None:
    text = (
        f"Bridge reopens\nAnn Example\n\nIt was closed for years\n1 June 2023\n\n{BODY}"
    )
    article = read(text)
    assert (article.standfirst, article.byline) == (
        "It was closed for years",
        "Ann Example",
    )
    assert article.authors == ("Ann Example",)


def test_what_stands_below_a_byline_does_not_part_it_from_the_date() -> None:
    text = (
        "Bridge reopens\nIt was closed for years, and is open now\nAnn Example\n"
        f"Transport correspondent\n@annexample\nPublished 1 June 2023\n\n{BODY}"
    )
    article = read(text)
    assert article.headline == "Bridge reopens"
    assert article.standfirst == "It was closed for years, and is open now"
    assert article.authors == ("Ann Example",)
    assert article.published == date(2023, 6, 1)


MENU = "Skip to content\nHome\nNews > Local\nSport\nSign in\nElmsworth Gazette\n"


@pytest.mark.parametrize("between", ["", "\n", "LOCAL NEWS\n\n"])
def test_the_menu_of_a_page_pasted_whole_is_left_out(between: str) -> None:
    text = f"{MENU}{between}Old bridge in Elmsworth reopens\nBy Ann Lee\n\n{BODY}"
    found = explain(text)
    assert found.article.headline == "Old bridge in Elmsworth reopens"
    assert found.article.authors == ("Ann Lee",)
    assert texts(found.article) == BODY.split("\n\n")
    assert found.notes[0].message == "'Skip to content' stands above the article"


def test_the_header_of_a_message_is_left_out_but_for_its_date() -> None:
    text = (
        "---------- Forwarded message ---------\nFrom: Press <p@example.com>\n"
        "Date: Thu, 1 Jun 2023 at 10:12\nSubject: Bridge\nTo: desk@example.com\n\n"
        f"Bridge reopens\n\n{BODY}"
    )
    found = explain(text)
    assert found.article.headline == "Bridge reopens"
    assert found.article.published == datetime(2023, 6, 1, 10, 12)
    assert texts(found.article) == BODY.split("\n\n")
    assert [note.location.line for note in found.notes] == [1, 2, 4, 5]


def test_a_verse_above_its_poet_stays() -> None:
    verse = ["Roses are red", "Violets are blue", "Sugar is sweet", "And so are you"]
    article = read("\n".join([*verse, "", "By Ann Example", "1 June 2023"]))
    assert (
        "Violets are blue"
        in f"{article.headline}\n{article.standfirst}\n{article.text}"
    )


def test_the_links_below_a_page_pasted_whole_are_left_out() -> None:
    links = "Related stories\nFerry to close\n\nTopics\nElmsworth\n\n© 2023 Example Ltd"
    closing = "Additional reporting by Bob Roe"
    text = f"Bridge reopens\nBy Ann Lee\n\n{BODY}\n\n{closing}\n\n{links}"
    found = explain(text)
    assert texts(found.article) == BODY.split("\n\n")
    assert [each.name for each in found.article.contributors] == ["Ann Lee", "Bob Roe"]
    assert found.article.rights is not None
    assert [note.code for note in found.notes] == ["line-skipped"] * 4


@pytest.mark.parametrize("end", ["Related\n\nIt was shut again.", "Salt\nFlour"])
def test_what_is_no_list_of_links_stays(end: str) -> None:
    text = f"Bridge reopens\nBy Ann Lee\n\n{BODY}\n\n{end}"
    assert len(texts(read(text))) == 4


def test_lines_of_the_head_that_stand_twice_are_read_once() -> None:
    head = "Bridge reopens\nBridge reopens\nAnn Lee\nAnn Lee\n1 June 2023\n1 June 2023"
    article = read(f"{head}\n\n{BODY}")
    assert (article.headline, article.standfirst) == ("Bridge reopens", None)
    assert article.authors == ("Ann Lee",)
    assert texts(article) == BODY.split("\n\n")
    verse = ["Row the boat", "Row the boat", "Down the river"]
    assert texts(read("\n".join(verse))) == verse


def test_short_lines_without_facts_below_stay() -> None:
    lines = ["Salt", "Flour", "Water", "Six eggs", "Butter", "It is all for a cake"]
    assert texts(read("\n".join(lines))) == lines


def test_an_agency_sends_more_than_the_article() -> None:
    article = read(
        "BC-BRIDGE/ (UPDATE 2)\nBridge reopens in Elmsworth\n"
        "* Mayor glad\n* Ferry to close\n(Adds quote of mayor)\n"
        "By Ann Example\nELMSWORTH, June 1 (Reuters) - The bridge is open.\n(more)\n"
        '"At last," said the mayor.\nEND\n'
    )
    assert article.slugline == "BC-BRIDGE"
    assert article.headline == "Bridge reopens in Elmsworth"
    assert article.editorial_note == "Adds quote of mayor"
    assert article.authors == ("Ann Example",)
    assert kinds(article) == ["ListItem", "ListItem", "Paragraph", "Paragraph"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Автор: Анна Примерова", "Анна Примерова"),
        ("كتبت: ليلى مثال", "ليلى مثال"),
        ("מאת: דנה דוגמה", "דנה דוגמה"),
        ("记者 张三", "张三"),
        ("김철수 기자", "김철수"),
        ("Της Άννας Παράδειγμα", "Άννας Παράδειγμα"),
        ("Von unserem Redakteur Max Muster", "Max Muster"),
        ("*By Ann Example*", "Ann Example"),
    ],
)
def test_bylines_are_read_in_other_scripts_and_between_signs(
    line: str, author: str
) -> None:
    article = read(f"# Bridge reopens\n\n{line}\n\n1 June 2023\n\n{BODY}")
    assert article.headline == "Bridge reopens"
    assert article.authors == (author,)


def test_an_address_above_the_headline_is_the_articles() -> None:
    text = f"https://example.com/a\nTitle: Bridge reopens\nBy Ann Lee\n\n{BODY}"
    article = read(text)
    assert (article.url, article.headline) == (
        "https://example.com/a",
        "Bridge reopens",
    )
    found = PARSER.read(text, url="https://example.com/b")
    assert found.article.url == "https://example.com/b"
    assert "url" not in [each.field for each in found.evidence]
    assert (
        read(f"Bridge reopens\nBy Ann Lee\n\n{BODY}\n\nhttps://a.example/").url is None
    )


def test_a_place_may_stand_before_the_date() -> None:
    article = read(f"Bridge reopens\n\nElmsworth, 1 June 2023\n\n{BODY}")
    assert article.published == date(2023, 6, 1)
    assert article.dateline == Dateline(text="Elmsworth", place="Elmsworth")


def test_several_dates_may_stand_in_a_line_without_blanks_between_words() -> None:
    line = "입력 2023.06.01 19:03 수정 2023.06.02 08:00"
    article = read(f"다리 재개통\n\n{line}\n\n오래된 다리가 목요일 다시 개통되었다.")
    assert article.published == datetime(2023, 6, 1, 19, 3)
    assert article.modified == datetime(2023, 6, 2, 8)


def test_a_name_in_signs_is_no_standfirst() -> None:
    article = read(
        "古い橋が2年ぶりに再開\n\n山田太郎\n\n2023年6月1日\n\n橋は木曜日に開通した。"
    )
    assert article.standfirst is None
    assert article.published == date(2023, 6, 1)
    assert texts(article) == ["山田太郎", "橋は木曜日に開通した。"]


def test_a_long_line_with_numbers_is_text() -> None:
    text = "Bridge reopens\nBy Ann Lee\n\n" + "of 12, and of them " * 20
    assert len(read(text).body) == 1


def test_text_that_only_facts_follow_is_no_standfirst() -> None:
    article = read("Bridge reopens\n\nIt is open.\n\nJune 1, 2023\n\nSource: Reuters")
    assert article.standfirst is None
    assert texts(article) == ["It is open."]
    assert article.published == date(2023, 6, 1)


def test_a_section_stands_over_the_headline() -> None:
    assert read(f"World news\nBridge reopens\nBy Ann Example\n\n{BODY}").section == (
        "World news"
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (BODY, "The bridge reopened on Thursday. The mayor was there."),
        ("One line alone", "One line alone"),
        ("Dear Bob,\n\nHow are you? I am well.", "Dear Bob,"),
        ("[12:01] Ann: hi\n[12:02] Bob: hello", "[12:01] Ann: hi"),
        ("Ann: hi\nBob: hello there!", "Ann: hi"),
        ("From: ann@example.com\nTo: bob@example.com\n\nHi.", "From: ann@example.com"),
        ("• one thing\n• another thing", "one thing"),
        ("PARIS — The mayor spoke\n\nShe said a lot.", "PARIS — The mayor spoke"),
        ("word " * 60 + "\n\nShe said a lot.", ("word " * 60).strip()),
        (
            "a first verse without end\nand one more like it\n\nmore",
            "a first verse without end",
        ),
    ],
)
def test_a_text_that_begins_with_no_headline_keeps_its_first_line(
    text: str, first: str
) -> None:
    article = read(text)
    assert article.headline is None
    assert article.body[0].text == first


def test_a_caption_in_the_head_stays_in_the_body() -> None:
    article = read(
        f"Bridge reopens\n\nThe bridge © Jane Doe\n\nBy Ann Example\n\n{BODY}"
    )
    assert kinds(article) == ["ImageCaption", "Paragraph", "Paragraph"]
    assert article.standfirst is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("Associated Press", "Associated Press"), ("BBC News, Leeds", "BBC News")],
)
def test_an_outlet_below_the_byline_is_the_authors(line: str, outlet: str) -> None:
    article = read(f"Bridge reopens\nBy Jane Doe\n{line}\nJune 1, 2023\n\n{BODY}")
    assert article.byline == "By Jane Doe"
    assert article.contributors[0].affiliation == outlet


def test_a_job_title_below_the_byline_is_noted() -> None:
    text = f"Bridge reopens\nBy Jane Doe\nScience editor\nJune 1, 2023\n\n{BODY}"
    assert read(text).authors == ("Jane Doe",)
    assert codes(text) == ["line-skipped"]


def test_a_second_byline_loses() -> None:
    found = explain(f"Bridge reopens\nBy Jane Doe\nBy Bob Roe\nJune 1, 2023\n\n{BODY}")
    assert found.article.authors == ("Jane Doe",)
    (byline,) = [each for each in found.evidence if each.field == "byline"]
    assert byline.losers[0].raw == "By Bob Roe"
    assert byline.losers[0].reason


def test_furniture_is_skipped_with_a_note() -> None:
    text = (
        f"FOR IMMEDIATE RELEASE\n\nBridge reopens\nJune 1, 2023\n5 min read\n\n{BODY}"
    )
    assert read(text).headline == "Bridge reopens"
    assert codes(text) == ["line-skipped", "count-skipped"]


def test_bars_at_the_ends_of_a_line_are_nothing() -> None:
    article = read(f"Bridge reopens\n| 369 views |\n1 June 2023 |\n\n{BODY}")
    assert (article.views, article.published) == (369, date(2023, 6, 1))


def test_a_count_too_large_is_refused_with_a_note() -> None:
    text = f"Bridge reopens\nJune 1, 2023\n9999999999999999 views\n\n{BODY}"
    assert read(text).views is None
    assert codes(text) == ["count-refused"]


# Dates.


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        ("Published 1 June 2023 | Updated 2 June 2023", "2023-06-01", "2023-06-02"),
        (
            "1 June 2023\nUpdated: 2 June 2023, 08:00",
            "2023-06-01",
            "2023-06-02T08:00:00",
        ),
        ("2 June 2023\nPublished 1 June 2023", "2023-06-01", None),
        ("Updated 2 June 2023", None, "2023-06-02"),
        ("1 June 2023\n2 June 2023", "2023-06-01", None),
        ("13/06/2023\nUpdated 06/07/2023", "2023-06-13", "2023-07-06"),
        ("June 1, 2023\nUpdated 06/02/2023", "2023-06-01", "2023-06-02"),
        ("06/01/2023 9 am ET", "2023-06-01T09:00:00-04:00", None),
    ],
)
def test_dates_go_to_their_fields(
    lines: str, published: str | None, modified: str | None
) -> None:
    article = read(f"Bridge reopens\n{lines}\n\n{BODY}")
    got = [when and when.isoformat() for when in (article.published, article.modified)]
    assert got == [published, modified]


@pytest.mark.parametrize(
    "line",
    ["Published 2 hours ago", "Yesterday", "June 2023", "31 June 2023", "06/01/2023"],
)
def test_what_is_no_date_is_refused_with_a_note(line: str) -> None:
    text = f"Bridge reopens\nBy Ann Example\n{line}\n\n{BODY}"
    assert read(text).published is None
    assert codes(text) == ["date-refused"]
    assert texts(read(text)) == BODY.split("\n\n")


def test_an_unknown_zone_costs_the_zone_alone() -> None:
    text = f"Bridge reopens\nJune 1, 2023, 7 p.m. IST\n\n{BODY}"
    article = read(text)
    assert article.published is not None
    assert article.published.isoformat() == "2023-06-01T19:00:00"
    assert codes(text) == ["date-in-part"]


def test_the_day_of_the_dateline_settles_an_ambiguous_date() -> None:
    text = "Bridge reopens\n06/01/2023\n\nKYIV, June 1 (Reuters) - The bridge is open."
    article = read(text)
    assert article.published == date(2023, 6, 1)
    assert article.dateline is not None
    assert article.dateline.date == date(2023, 6, 1)


def test_a_refused_date_is_among_the_losers() -> None:
    found = explain(f"Bridge reopens\nJune 1, 2023\nPublished 2 hours ago\n\n{BODY}")
    (published,) = [each for each in found.evidence if each.field == "published"]
    assert published.winner.rule == "month-day-year"
    assert published.losers[0].raw == "2 hours ago"


def test_an_embargo_is_read() -> None:
    text = f"Bridge reopens\nEmbargoed until 00:01 GMT, 1 June 2023\n\n{BODY}"
    article = read(text)
    assert article.embargoed is not None
    assert article.embargoed.isoformat() == "2023-06-01T00:01:00+00:00"


# Datelines and sources.


def test_the_dateline_stays_in_the_paragraph() -> None:
    text = (
        "Bridge reopens\nJune 2, 2023\n\nKYIV, June 1 (Reuters) - The bridge is open."
    )
    article = read(text)
    assert article.dateline is not None
    assert article.dateline.text == "KYIV, June 1 (Reuters)"
    assert article.dateline.date == date(2023, 6, 1)
    assert article.paragraphs[0].startswith("KYIV, June 1 (Reuters) - The")
    assert article.source is not None
    assert (article.source.name, article.source.kind) == ("Reuters", "agency")


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("June 1", None),
        ("June 1, 2023", date(2023, 6, 1)),
        ("June 31, 2023", None),
    ],
)
def test_a_dateline_has_a_date_only_where_the_year_is_known(
    day: str, wanted: date | None
) -> None:
    article = read(f"Bridge reopens\n\nKYIV, {day} - The bridge is open.")
    assert article.dateline is not None
    assert article.dateline.date == wanted


def test_a_source_line_goes_before_the_agency() -> None:
    text = "Bridge reopens\n\nKYIV (Reuters) - The bridge is open.\n\nSource: The Paper"
    article = read(text)
    assert article.source is not None
    assert article.source.name == "The Paper"


def test_a_dateline_on_a_line_of_its_own_is_read() -> None:
    article = read(
        "Bridge reopens\n\nBy Ann Example\n\nCNN —\n\nThe bridge is open. So."
    )
    assert article.dateline is not None
    assert article.dateline.text == "CNN"
    assert article.source is not None
    assert texts(article) == ["The bridge is open. So."]


# The tail.


@pytest.mark.parametrize(
    "mark", ["-30-", "- 30 -", "ENDS", "###", "# # #", "(END)", "-ends-"]
)
def test_end_marks_are_dropped(mark: str) -> None:
    assert texts(read(f"Bridge reopens\n\n{BODY}\n\n{mark}\n")) == BODY.split("\n\n")
    assert codes(f"Bridge reopens\n\n{BODY}\n\n{mark}\n") == []


def test_text_after_an_end_mark_stays_with_a_note() -> None:
    text = (
        f"Bridge reopens\n\n{BODY}\n\nEditing by Bob Roe\n\nENDS\n\nCall Ann Example."
    )
    article = read(text)
    assert texts(article)[-1] == "Call Ann Example."
    assert [each.name for each in article.contributors] == ["Bob Roe"]
    assert codes(text) == ["end-mark-skipped"]


def test_closing_lines_keep_their_order() -> None:
    article = read(
        f"Bridge reopens\nBy Ann Lee\n\n{BODY}\n\n"
        "Additional reporting by Bob Roe in Kyiv\n"
        "Editing by Cy Poe\nThe bridge © Jane Doe\nFirst published on 1 June 2023\n"
        "Source: The Paper\n© 2023 Example Media. All rights reserved.\n-30-"
    )
    assert [(each.name, each.role) for each in article.contributors] == [
        ("Ann Lee", "author"),
        ("Bob Roe", "additional-reporting"),
        ("Cy Poe", "editor"),
    ]
    assert article.published == date(2023, 6, 1)
    assert article.rights is not None
    assert article.rights.holder == "Example Media"
    assert kinds(article) == ["Paragraph", "Paragraph", "ImageCaption"]


def test_a_byline_may_stand_at_the_end() -> None:
    assert read(f"Bridge reopens\n\n{BODY}\n\nBy Ann Lee").authors == ("Ann Lee",)
    assert read(f"Bridge reopens\n\n{BODY}\n\nAnn Lee").authors == ()


# The body.


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            [
                "It began here.",
                "What happens next",
                "Much more is to come now, he said.",
            ],
            ["Paragraph", "Heading", "Paragraph"],
        ),
        (
            [
                "It began here.",
                "What happens next?",
                "Much more is to come now, he said.",
            ],
            ["Paragraph", "Heading", "Paragraph"],
        ),
        (
            ["It began here.", "‘It is a shame’", "Much more is to come now, he said."],
            ["Paragraph", "Heading", "Paragraph"],
        ),
        (
            ["Q: Why do you say it?", "A: Because it is so, and was so for ever."],
            ["Paragraph", "Paragraph"],
        ),
        (
            ["It began here.", "the end of it", "Much more is to come now, he said."],
            ["Paragraph", "Paragraph", "Paragraph"],
        ),
        (["It began here.", "A line at the end"], ["Paragraph", "Paragraph"]),
        (
            ["Key points", "• one thing", "• another"],
            ["Heading", "ListItem", "ListItem"],
        ),
        (["- one thing", "* another"], ["ListItem", "ListItem"]),
        (["– one thing", "– another"], ["ListItem", "ListItem"]),
        (
            ["– Je ne sais pas, dit-il.", "Elle non plus, dit-elle."],
            ["Paragraph", "Paragraph"],
        ),
        (["1. one thing", "2) another"], ["ListItem", "ListItem"]),
        (["1. FC Example won again.", "It was late."], ["Paragraph", "Paragraph"]),
        (["It began here.", "* * *", "It went on."], ["Paragraph", "Paragraph"]),
        (["The bridge at noon", "Photo: Jane Doe"], ["ImageCaption"]),
        (["• one thing", "Photo: Jane Doe"], ["ListItem", "ImageCaption"]),
        (
            ["It began here. It went on.", "Photo: Jane Doe"],
            ["Paragraph", "ImageCaption"],
        ),
        (
            ["Image source, Getty Images", "Image caption, The bridge at noon"],
            ["ImageCaption"],
        ),
        (
            ["Image caption, The bridge at noon", "Image source, Getty Images"],
            ["ImageCaption"],
        ),
        (
            ["It began here.", "Photo: Jane Doe\nThe bridge"],
            ["Paragraph", "ImageCaption"],
        ),
        (["A last word", "---", "Photo: Jane Doe"], ["Paragraph", "ImageCaption"]),
        (
            ["It began here.", "### What happens next", "It is so."],
            ["Paragraph", "Heading", "Paragraph"],
        ),
        (["It began here.", "Advertisement", "It is so."], ["Paragraph", "Paragraph"]),
        (
            ["It began here.", "Read more: Ferry to close", "It is so."],
            ["Paragraph", "Paragraph"],
        ),
        (["It began here.", "-more-", "It is so."], ["Paragraph", "Paragraph"]),
    ],
)
def test_lines_are_what_they_look_like(lines: list[str], wanted: list[str]) -> None:
    article = read("Bridge reopens\nBy Ann Lee\n\n" + "\n\n".join(lines))
    assert kinds(article) == wanted


def test_a_credit_on_the_line_below_belongs_to_the_caption() -> None:
    article = read(
        f"Bridge reopens\nBy Ann Lee\n\n{BODY}\n\nThe bridge on Monday. It was cold.\n"
        "Photograph: Jane Doe/The Paper"
    )
    caption = article.captions[0]
    assert caption.text == "The bridge on Monday. It was cold."
    assert caption.credit_line == "Jane Doe/The Paper"
    assert [(each.name, each.role) for each in caption.credits] == [
        ("Jane Doe", "photographer"),
        ("The Paper", "agency"),
    ]


def test_numbered_items_are_ordered() -> None:
    article = read("Bridge reopens\n\n1. one thing\n2. another")
    assert [each.ordered for each in article.body if isinstance(each, ListItem)] == [
        True,
        True,
    ]


def test_quotes_are_found_in_every_kind_of_block() -> None:
    article = read(
        "Bridge reopens\nBy Ann Lee\n\n“It is open,” said Bob Roe, the mayor.\n\n"
        "“At last it is open,” said Bob Roe © Jane Doe"
    )
    for block, quote in article.iter_quotes():
        assert block.text[quote.start : quote.end] == quote.text
    assert {type(block) for block, _ in article.iter_quotes()} <= {
        Paragraph,
        ImageCaption,
    }
    assert len(article.body[0].quotes) == 1


def test_no_news_at_all_still_gives_its_paragraphs() -> None:
    recipe = (
        "Grandma's pancakes\n\nServes 4\n\nIngredients\n\n200 g flour\n2 eggs\n300 ml"
        " milk\n\nMethod\n\n1. Whisk the eggs.\n2. Stir in the flour.\n\nEnjoy."
    )
    article = read(recipe)
    assert article.headline == "Grandma's pancakes"
    assert texts(article)[-3:] == ["Whisk the eggs.", "Stir in the flour.", "Enjoy."]
    assert isinstance(article.body[-4], Heading)


# Evidence.


def fields(found: Explanation) -> Sequence[str]:
    return [each.field for each in found.evidence]


def test_every_field_has_its_evidence() -> None:
    found = explain(
        "World\nBridge reopens\nIt was closed for years\nBy Ann Lee\nJune 1, 2023\n"
        "Updated June 2, 2023\n369 views\n\n"
        "KYIV (AP) - The bridge is open, and it is to be so.\n"
        "\nThe bridge © Jane Doe\n\nEditing by Bob Roe\n© 2023 Example Media."
    )
    assert set(fields(found)) == {
        "section",
        "headline",
        "standfirst",
        "byline",
        "contributors[0]",
        "contributors[1]",
        "published",
        "modified",
        "views",
        "dateline",
        "source",
        "rights",
        "language",
        "body",
        "body[1]",
    }
    for each in found.evidence:
        assert each.winner.rule
        assert each.winner.raw
        assert each.winner.location.line is not None


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        (WRAPPED, "wrapped-lines"),
        (f"Bridge reopens\n\n{BODY}", "blank-lines"),
        ("Bridge reopens\nIt is open now.\nIt is late, they say.", "line-ends"),
    ],
)
def test_the_layout_is_told(text: str, layout: str) -> None:
    (body,) = [each for each in explain(text).evidence if each.field == "body"]
    assert body.winner.rule == layout


def test_facts_alone_make_an_article_without_a_body() -> None:
    article = read("By Ann Lee\n369 views")
    assert article.body == ()
    assert article.views == 369
    assert json.dumps(article.authors) == '["Ann Lee"]'


def test_makers_are_found_before_the_lines_of_the_house() -> None:
    text = (
        "Bridge reopens\n\nELMSWORTH, June 1 (Reuters) - It is open, they said.\n\n"
        "(Reporting by Ann Example; Editing by Bob Roe)\n\n"
        "((ann@example.com; +44 20 5550 0000))\n\nOur rules: the rules of the house."
    )
    article = PARSER.read(text, url=None).article
    assert [(each.name, each.role) for each in article.contributors] == [
        ("Ann Example", "reporter"),
        ("Bob Roe", "editor"),
    ]
    assert len(article.body) == 3
