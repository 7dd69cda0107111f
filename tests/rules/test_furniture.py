"""Lines that belong to the page."""

import pytest

from newsmodel.rules.furniture import heads_links, is_furniture, points_elsewhere


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "- ANZEIGE -",
        "[Publicité]",
        "広告",
        "Share this article",
        "FOR IMMEDIATE RELEASE",
        "This article is more than 2 years old",
    ],
)
def test_labels_of_the_page_are_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Advertisement is an old trade.",
        "Print is not dead",
        "A" * 1000,
        "…",
        "Paris",
    ],
)
def test_what_the_article_says_is_none(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: The ferry is late again",
        "Related: “Nobody told us”",
        "» À lire aussi : Le pont a rouvert",
        "Lesen Sie hier | Die Brücke ist offen",
        "Mehr zum Thema: Die Brücke ist offen",
        "Lea también: El puente abrió de nuevo",
        "Czytaj też: Most znów otwarty",
        "関連記事：橋が開通",
    ],
)
def test_lines_that_lead_to_other_articles_are_told(line: str) -> None:
    assert points_elsewhere(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Read more",
        "Read the letter: it is short",
        "The mayor said: read more: The ferry is late",
        "More from the fair than anybody expected it to bring in: a profit",
        "Related is not the same. Look: here",
    ],
)
def test_what_only_begins_like_them_does_not_lead_anywhere(line: str) -> None:
    assert not points_elsewhere(line)


@pytest.mark.parametrize(
    "line", ["MOST READ", "Related stories:", "[Leggi anche]", "Темы"]
)
def test_lines_above_links_are_told(line: str) -> None:
    assert heads_links(line)


@pytest.mark.parametrize(
    "line", ["", "Most readers agree", "Tags and titles", "A" * 99]
)
def test_other_lines_stand_above_no_links(line: str) -> None:
    assert not heads_links(line)
