"""Lines that belong to the page."""

import pytest

from newsmodel.rules.furniture import is_furniture


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
