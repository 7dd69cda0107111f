"""The example article as a page: the same article as from its text."""

from pathlib import Path

import pytest
from attrs import evolve, fields

import newsmodel
from newsmodel.model import Article, Block, ImageCaption

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def page() -> newsmodel.Explanation:
    return newsmodel.explain((EXAMPLES / "article.html").read_bytes())


@pytest.fixture(scope="module")
def text() -> Article:
    return newsmodel.load(EXAMPLES / "article.txt")


def without_image(block: Block) -> Block:
    return evolve(block, image=None) if isinstance(block, ImageCaption) else block


def test_the_page_has_the_body_of_the_text_and_nothing_around_it(
    page: newsmodel.Explanation, text: Article
) -> None:
    assert tuple(map(without_image, page.article.body)) == text.body
    assert page.article.text == text.text
    assert page.article.quotes == text.quotes


@pytest.mark.parametrize(
    "name", ["headline", "standfirst", "byline", "contributors", "dateline", "views"]
)
def test_what_the_text_says_the_page_says_alike(
    page: newsmodel.Explanation, text: Article, name: str
) -> None:
    assert getattr(page.article, name) == getattr(text, name)


def test_what_the_text_says_in_part_the_page_says_in_full(
    page: newsmodel.Explanation, text: Article
) -> None:
    article = page.article
    assert str(article.published) == "2024-03-14 17:40:00+01:00"
    assert str(text.published) == "2024-03-14"
    assert article.source is not None
    assert text.source is not None
    assert article.source.name == text.source.name
    assert (article.language, text.language) == ("en-GB", "en")


def test_what_only_the_page_says_is_read_too(page: newsmodel.Explanation) -> None:
    article = page.article
    assert str(article.modified) == "2024-03-14 19:05:00+01:00"
    assert article.section == "World"
    assert article.keywords == ("water", "drought", "Spain")
    assert article.url == "https://meridian.example/world/cadiz-water"
    assert article.rights is not None
    assert article.rights.holder == "Meridian Press"


def test_every_field_of_the_page_is_accounted_for(page: newsmodel.Explanation) -> None:
    given = {
        each.name
        for each in fields(Article)
        if getattr(page.article, each.name) != each.default
    }
    assert given == {each.field.partition("[")[0] for each in page.evidence}
    assert page.notes == ()


def test_the_pictures_are_those_of_the_page(page: newsmodel.Explanation) -> None:
    images = [caption.image for caption in page.article.captions]
    assert [(image.url, image.width) for image in images if image] == [
        ("/images/punta-salinas.jpg", 1200),
        ("/images/santa-maria.jpg", 1200),
    ]
