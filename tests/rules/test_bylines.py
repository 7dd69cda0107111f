"""Bylines: names, places, outlets, and what is none."""

import pytest

from newsmodel.rules.bylines import BYLINE_RULES, BylineRule, is_job, read_byline


@pytest.mark.parametrize(
    "line",
    ["Former editor Ann Example dies", "Editor", "Editor Ann Example.", "editor"],
)
def test_a_line_about_somebody_with_a_job_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize("rule", BYLINE_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: BylineRule) -> None:
    byline = read_byline(rule.example, rules=(rule,))
    assert byline is not None
    assert tuple(each.name for each in byline.authors) == rule.names
    assert byline.sure is rule.sure


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Example in Kyiv", ["Ann Example"]),
        ("By Ann Example, Bob Doe and Cy Roe", ["Ann Example", "Bob Doe", "Cy Roe"]),
        ("By Abby Byrne", ["Abby Byrne"]),
        ("BY ANN O’NEILL", ["ANN O’NEILL"]),
        ("Words by Ann Example", ["Ann Example"]),
        ("Von Anna Muster und Karl Beispiel", ["Anna Muster", "Karl Beispiel"]),
        ("Par Jean Dupont (avec AFP)", ["Jean Dupont", "AFP"]),
        ("Por Juan Pérez, corresponsal en Londres", ["Juan Pérez"]),
        ("By Ann Example (ann@example.com)", ["Ann Example"]),
        ("By Ann Example @annexample", ["Ann Example"]),
        ("By K. A. Example Jr.", ["K. A. Example Jr."]),
        ("By Theo", ["Theo"]),
        ("By Reuters", ["Reuters"]),
        ("By AFP, Reuters", ["AFP", "Reuters"]),
        ("By Ann Example and Reuters", ["Ann Example", "Reuters"]),
        ("By the Editorial Board", ["the Editorial Board"]),
        ("By Ann Example, Chief of Staff, and Bob Roe", ["Ann Example", "Bob Roe"]),
        ("By Ann\tExample", ["Ann Example"]),
        ("By Science Editor Ann Example", ["Ann Example"]),
        ("By Mary Ann Example Reporter", ["Mary Ann Example"]),
        ("By Ann Example\nSenior Science Reporter", ["Ann Example"]),
        ("Health correspondent Ann Example", ["Ann Example"]),
        ("Reporter: Ann Example", ["Ann Example"]),
        ("By Ann Example, Health Policy Editor", ["Ann Example"]),
        ("By Ann Example, Deputy CTO", ["Ann Example"]),
        ("AP", ["AP"]),
        ("Ann Example", ["Ann Example"]),
    ],
)
def test_no_letter_of_a_name_is_lost(line: str, names: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert [each.name for each in byline.authors] == names


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("By Ann Example in Kyiv", "Kyiv", None),
        ("By Ann Example, Science Editor, in Kyiv", "Kyiv", None),
        ("By Ann Example in Toledo, Ohio", "Toledo, Ohio", None),
        ("By Jane Doe, Associated Press", None, "Associated Press"),
        ("By Jane Doe and Bob Roe, The Paper", None, "The Paper"),
        ("By Levi Roe For Daily Mail Australia", None, "Daily Mail Australia"),
        ("By Ann Example of The Associated Press", None, "The Associated Press"),
        ("By Ann Example | Example Times", None, "Example Times"),
        ("Ann Example, Science editor", None, None),
        ("Von Anna Muster, Berlin", None, None),
    ],
)
def test_places_and_outlets_are_told_from_titles(
    line: str, place: str | None, outlet: str | None
) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.authors[0].location == place
    assert byline.authors[0].affiliation == outlet


def test_each_author_has_the_place_that_follows_the_name() -> None:
    byline = read_byline("By Ann Example in Kyiv and Bob Doe in London")
    assert byline is not None
    assert [each.location for each in byline.authors] == ["Kyiv", "London"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By what was said so often that nobody heard",
        "By Friday, all of the pools in town will be closed",
        "Council votes to close the pool",
        "Dear Bob,",
        "He was born in Kyiv.",
        "By " + "Ann Example, " * 40,
        "By Ann said so and nobody knew what it was that she had meant",
    ][:-1],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_a_job_title_is_known_alone() -> None:
    assert is_job("Science editor")
    assert not is_job("The editor said so.")
    assert not is_job("Ann Example")


@pytest.mark.parametrize("line", ["By jdoe", "By popular demand", "By the sea"])
def test_a_byline_that_names_nobody_is_not_sure(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (byline.authors, byline.sure) == ((), False)


@pytest.mark.parametrize(
    "name", ["dpa", "example.de", "University of Tokyo", "Institute for Basic Science"]
)
def test_names_that_look_like_none_are_known(name: str) -> None:
    byline = read_byline(f"By {name}")
    assert byline is not None
    assert [each.name for each in byline.authors] == [name]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Example and Bono", ["Ann Example", "Bono"]),
        ("By Björk Guðmundsdóttir and Þór", ["Björk Guðmundsdóttir", "Þór"]),
        ("By Ann Example in London and Paris", ["Ann Example"]),
        ("By Ann Example and agencies", ["Ann Example"]),
        ("EXCLUSIVE by ANN EXAMPLE, Chief Reporter", ["ANN EXAMPLE"]),
    ],
)
def test_a_name_of_one_word_and_those_without_any(line: str, names: list[str]) -> None:
    byline = read_byline(line)
    assert byline
    assert [each.name for each in byline.authors] == names
