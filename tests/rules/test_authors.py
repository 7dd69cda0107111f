"""Authors in strings: names, degrees, titles, outlets, and who is nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Contributor
from newsmodel.rules.authors import (
    credit_in,
    has_inner_lead,
    has_lead,
    is_full,
    is_lead,
    is_nobody,
    is_other_part,
    is_same,
    less_title,
    read_authors,
)


def names(text: str) -> list[str]:
    return [each.name for each in read_authors(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Example", ["Ann Example"]),
        ("By Ann Example", ["Ann Example"]),
        ("ByAnn Example", ["Ann Example"]),
        ("BY ANN EXAMPLE AND BOB ROE", ["ANN EXAMPLE", "BOB ROE"]),
        ("Posted by Ann Example on 3 May 2020", ["Ann Example"]),
        ("May 3, 2020 by Ann Example 5 Comments", ["Ann Example"]),
        ("Ann Example am 18. September 2019", ["Ann Example"]),
        ("Ann Example • 12/18/23 4:02pm", ["Ann Example"]),
        ("Veröffentlicht am 3. Mai 2020, 18:18 von amuster", ["amuster"]),
        ("Posted in News by aexample on May 3, 2020", ["aexample"]),
        ("May 3, 2020 · von amuster · in Allgemein", ["amuster"]),
        ("May 3, 2020 •\nAnn Example in", ["Ann Example"]),
        ("Christoph von Beispiel", ["Christoph von Beispiel"]),
        ("Anna Muster, Berlin", ["Anna Muster"]),
        ("Ann Example, 5 min read", ["Ann Example"]),
        ("View all posts by Ann Example", ["Ann Example"]),
        ("Example, Ann", ["Ann Example"]),
        ("Ann Example, MD, RD", ["Ann Example"]),
        ("Ann Example MD", ["Ann Example"]),
        ("Ann Example, Ph.D., and Bob Roe, M.A.", ["Ann Example", "Bob Roe"]),
        ("Ann Example, Jr.", ["Ann Example, Jr"]),
        ("Ann T. Example III", ["Ann T. Example III"]),
        ("Ann Example, Chief Technology Officer", ["Ann Example"]),
        ("Ann Example, Deputy CTO, Cyber Works", ["Ann Example"]),
        ("Ann Example; Bob Roe", ["Ann Example", "Bob Roe"]),
        ("Ann Example | Bob Roe", ["Ann Example", "Bob Roe"]),
        ("Ann Example\nBob Roe", ["Ann Example", "Bob Roe"]),
        ("By\nAnn Example\nand\nBob Roe", ["Ann Example", "Bob Roe"]),
        ("ann example, Ann Example", ["ann example"]),
        ("Ann &amp; Bob", ["Ann", "Bob"]),
        ("Institute of Research and Analysis", ["Institute of Research and Analysis"]),
        ("Roe & Lee News", ["Roe & Lee News"]),
        ("The Associated Press", ["The Associated Press"]),
        ("John Roe The Associated Press", ["John Roe"]),
        ("Ann Example ann@example.com", ["Ann Example"]),
        ("Ann Example @annexample", ["Ann Example"]),
        ("Ann Example (Reuters)", ["Ann Example"]),
        ("Von Anna Muster und Karl Beispiel", ["Anna Muster", "Karl Beispiel"]),
        ("Ursula von der Beispiel", ["Ursula von der Beispiel"]),
        ("Ein Beitrag von Anna Muster", ["Anna Muster"]),
        ("Text: Anna Muster Fotos: Karl Beispiel", ["Anna Muster"]),
        ("Por María Pérez y Juan López", ["María Pérez", "Juan López"]),
        ("Автор: Иван Иванов", ["Иван Иванов"]),
        ("田中花子、山田太郎", ["田中花子", "山田太郎"]),
        ("記者 王小明", ["王小明"]),
        ("홍길동 기자", ["홍길동"]),
        ("jdoe", ["jdoe"]),
        ("https://example.com/ann", []),
        ("@annexample", []),
        ("ann@example.com", []),
        ("By", []),
        ("Facebook", []),
        ("公開日：", []),
        ("12", []),
        ("", []),
    ],
)
def test_names_are_read_without_what_stands_around_them(
    text: str, wanted: list[str]
) -> None:
    assert names(text) == wanted


def test_places_and_outlets_go_with_the_name_before_them() -> None:
    (one,) = read_authors("Ann Example in Kyiv")
    assert (one.name, one.location) == ("Ann Example", "Kyiv")
    (one,) = read_authors("Ann Example, BBC News")
    assert (one.name, one.affiliation) == ("Ann Example", "BBC News")
    (one,) = read_authors("Ann Example for Example Times")
    assert (one.name, one.affiliation) == ("Ann Example", "Example Times")
    (one,) = read_authors("Ann Example, Institute of Arts and Letters")
    assert one.affiliation == "Institute of Arts and Letters"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("By Ann Example | June 1, 2023 | 5 min read", "By Ann Example"),
        ("June 1, 2023 by Ann Example, Editor", "by Ann Example, Editor"),
        ("Ann Example Published 3 May 2020", "Ann Example"),
        (
            "By Ann Example and Bob Roe, BBC News",
            "By Ann Example and Bob Roe, BBC News",
        ),
        ("ANN EXAMPLE", "ANN EXAMPLE"),
        ("June 1, 2023", "June 1, 2023"),
        ("Posted by Ann Example on 3 Jun 2023", "Posted by Ann Example"),
        ("Von Ann Example am 3. Juni 2023, 10:00 Uhr", "Von Ann Example"),
    ],
)
def test_the_credit_is_printed_without_dates(line: str, credit: str) -> None:
    assert credit_in(line, "Ann Example") == credit


@pytest.mark.parametrize(
    "text", ["By Ann", "by: Ann", "Von Anna", "Par Jeanne", "ByAnn", "記者 王"]
)
def test_words_before_names_are_known(text: str) -> None:
    assert has_lead(text)


@pytest.mark.parametrize("text", ["Byron Example", "Dior", "Avril Roe", "The end", ""])
def test_names_are_not_taken_for_words_before_them(text: str) -> None:
    assert not has_lead(text)


def test_such_words_alone_are_known() -> None:
    assert is_lead("By")
    assert is_lead("Written by:")
    assert not is_lead("By Ann")
    assert not is_lead("")


def test_such_words_are_found_inside_a_line() -> None:
    assert has_inner_lead("News | by Ann Example")
    assert not has_inner_lead("Photos by Ann Example")
    assert not has_inner_lead("The bridge by the sea")


@pytest.mark.parametrize(
    "text",
    ["Reviewed by Ann", "Medically reviewed by Ann", "Edited by Ann", "Photo: Ann"],
)
def test_other_work_than_writing_is_known(text: str) -> None:
    assert is_other_part(text)
    assert not is_other_part(text.rpartition(" ")[2])


@pytest.mark.parametrize(
    "name", ["admin", "Staff", "Staff Writer", "Redaktion", "News Desk", "siteadmin"]
)
def test_nobody_is_known(name: str) -> None:
    assert is_nobody(name)


def test_a_person_has_more_than_one_name() -> None:
    assert is_full(Contributor(name="Ann Example"))
    assert is_full(Contributor(name="田中花子"))
    assert not is_full(Contributor(name="Ann"))
    assert not is_full(Contributor(name="Reuters", kind="agency"))
    assert not is_full(Contributor(name="said so"))


def test_titles_beside_a_name_are_cut_from_persons_alone() -> None:
    for name in (
        "Ann Example Editor",
        "Ann Example Health Editor",
        "Editor Ann Example",
    ):
        assert less_title(Contributor(name=name)).name == "Ann Example"
    for name in ("Staff Writer", "Example Times Staff", "Editor of Bridges"):
        assert less_title(Contributor(name=name)).name == name


def test_one_person_may_be_named_in_two_ways() -> None:
    assert is_same("Dr. Ann Example", "Ann Example")
    assert is_same("ANN EXAMPLE", "Ann Example")
    assert is_same("Ann Bea Example", "Ann Example")
    assert not is_same("Ann", "Ann Example")
    assert not is_same("Ann Example", "Bob Example")


def test_counts_are_no_names_but_numbers_may_stand_in_one() -> None:
    assert [each.name for each in read_authors("12 Bridge Makers")]
    assert not read_authors("12 Comments")
    assert not read_authors("5 min read")


def test_a_name_keeps_a_word_in_brackets_in_its_middle() -> None:
    assert [each.name for each in read_authors("Ann (Roe) Example (Kyiv)")] == [
        "Ann (Roe) Example"
    ]


def test_an_organisation_of_two_parts_is_one() -> None:
    assert [each.name for each in read_authors("Staff and news service reports")] == [
        "Staff and news service reports"
    ]


def test_a_lead_without_a_name_is_nobody() -> None:
    assert not read_authors("Recipe by")
    assert [each.name for each in read_authors("Posted by Ann under Bridges")] == [
        "Ann"
    ]


def test_a_first_name_that_is_a_lead_elsewhere_is_kept() -> None:
    assert [each.name for each in read_authors("Di Roe")] == ["Di Roe"]
    assert [each.name for each in read_authors("Di Anna Rossi")] == ["Anna Rossi"]


@given(st.text(max_size=500))
def test_any_text_names_authors_or_none(text: str) -> None:
    read_authors(text)
    has_lead(text)
    has_inner_lead(text)
    is_lead(text)


@given(
    st.sampled_from(["By ", "a,", "and ", "\n", "A ", "B. ", " by ", "1"]), st.data()
)
def test_long_lines_are_read_in_their_beginning(part: str, data: st.DataObject) -> None:
    more = data.draw(st.sampled_from(["by A", ", ", " and ", "x"]))
    assert len(read_authors((part + more) * 20_000)) < 400


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("12 сентября 2023, 17:04. Автор: Иван Образцов", "Иван Образцов"),
        ("14.11.2023 | Autor: Heike Muster", "Heike Muster"),
        ("كتب: أحمد نموذج الثلاثاء ١٢ سبتمبر ٢٠٢٣ - ٠٣:١٥ م", "أحمد نموذج"),
        ("By Ann Example Tuesday, June 1, 2023", "Ann Example"),
        ("By Yo-Yo Ma June 1, 2023", "Yo-Yo Ma"),
        ("By Sam Friday on 1 June 2023", "Sam Friday"),
    ],
)
def test_names_are_parted_from_dates_and_days(line: str, name: str) -> None:
    assert [each.name for each in read_authors(line)] == [name]


def test_a_credit_after_a_date_begins_with_no_stop() -> None:
    line = "12 сентября 2023, 17:04. Автор: Иван Образцов"
    assert credit_in(line, "Иван Образцов") == "Автор: Иван Образцов"


def test_a_credit_before_a_date_ends_without_the_day() -> None:
    line = "Posted by Ann Example on Tuesday, June 1, 2023"
    assert credit_in(line, "Ann Example") == "Posted by Ann Example"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("מאת: דנה לוי\nפורסם: 05.03.2026, 14:20", "דנה לוי"),
        ("लेखक: अनिल शर्मा\nअपडेटेड: गुरुवार, 5 मार्च 2026", "अनिल शर्मा"),
        ("김민수 기자\n입력 2026.03.05 14:20", "김민수"),
        ("2026-03-05 14:20\n来源：江边日报\n作者：王小明\n责任编辑：李红", "王小明"),
        ("Olena Koval — четвер, 5 березня 2026", "Olena Koval"),
        ("Автор: Иван Петров\nПросмотров: 2 431", "Иван Петров"),
        ("By Ann Example\n1,204 views", "Ann Example"),
        ("Ann Example - Elmsworth", "Ann Example"),
    ],
)
def test_labels_days_counts_and_places_beside_a_name_are_left_out(
    text: str, name: str
) -> None:
    assert [each.name for each in read_authors(text)] == [name]


def test_with_an_agency_names_that_too_in_every_language() -> None:
    read = [each.name for each in read_authors("Par\nClaire Exemple\navec AFP")]
    assert read == ["Claire Exemple", "AFP"]


def test_a_credit_ends_before_labels_and_counts() -> None:
    line = "Автор: Иван Петров Просмотров: 2 431"
    assert credit_in(line, "Иван Петров") == "Автор: Иван Петров"
    assert credit_in("Anna Muster Stand: 5.3.2026", "Anna Muster") == "Anna Muster"


@pytest.mark.parametrize("text", ["例报记者", "记者"])
def test_a_reporter_without_a_name_is_nobody(text: str) -> None:
    assert read_authors(text) == ()
