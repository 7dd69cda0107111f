"""The reference article as a page: the same article as from its text."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from newsmodel.model import Article, ImageCaption, Paragraph
from newsmodel.parsers.html import PARSER
from newsmodel.parsers.text import PARSER as TEXT

pytestmark = pytest.mark.corpora


@pytest.fixture(scope="module")
def page(shared: Path) -> Article:
    return PARSER.read((shared / "seeds" / "article.html").read_bytes()).article


@pytest.fixture(scope="module")
def text(shared: Path) -> Article:
    wanted = json.loads((shared / "seeds" / "expected.json").read_text("utf-8"))
    return TEXT.read((shared / "seeds" / wanted["file"]).read_bytes()).article


def test_the_page_has_the_body_of_the_text(page: Article, text: Article) -> None:
    blocks = [
        evolve(block, image=None) if isinstance(block, ImageCaption) else block
        for block in page.body
    ]
    assert blocks == list(text.body)


def test_its_quotes_are_those_of_the_text(page: Article, text: Article) -> None:
    assert page.quotes == text.quotes
    assert sum(isinstance(block, Paragraph) for block in page.body) == 27


def test_its_times_have_their_zone(page: Article) -> None:
    assert str(page.published) == "2023-06-01 17:52:11+00:00"
    assert str(page.modified) == "2023-06-01 19:03:40+00:00"


def test_all_else_is_as_in_the_text(page: Article, text: Article) -> None:
    assert page.headline == text.headline
    assert page.standfirst is None
    assert page.byline is None
    assert page.authors == ()
    assert page.contributors == text.contributors
    assert page.views == text.views
    assert page.source is not None
    assert page.source.name == "Financial Times"
    assert page.language == "en-GB"
    assert page.url == "https://www.example.com/content/shebekino"


def test_its_pictures_are_those_of_the_page(page: Article) -> None:
    images = [caption.image for caption in page.captions]
    assert [image.url for image in images if image] == [
        "/images/8.jpg",
        "/images/23.jpg",
    ]
    assert [image.width for image in images if image] == [700, 700]
