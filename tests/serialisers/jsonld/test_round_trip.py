"""What is written comes back but for what schema.org cannot hold, or the public see."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.errors import SerialiseError
from newsmodel.losses import differences
from newsmodel.model import (
    Article,
    Dateline,
    Emphasis,
    Heading,
    ImageCaption,
    Paragraph,
    Quote,
    Source,
)
from newsmodel.serialisers.jsonld import SERIALISER
from newsmodel.testing import captions, marks_over, texts
from tests.serialisers.newsml.example import ARTICLE


def there_and_back(article: Article) -> Article:
    return SERIALISER.read(SERIALISER.write(article)).article


def lost_of(article: Article) -> set[str]:
    lost = differences(article, there_and_back(article))
    names = {re.sub(r"\[[0-9]+\]", "[]", each) for each in lost}
    return {"body" if each.startswith("body") else each for each in names}


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(texts().filter(lambda each: "\n\n" not in each and each[-1] != "\n"))
    marks = [each for each in draw(marks_over(text)) if isinstance(each, Quote)]
    return Paragraph(text=text, marks=marks)


@st.composite
def _plain_captions(draw: st.DrawFn) -> ImageCaption:
    caption = draw(captions())
    return newsmodel.ImageCaption(
        text=caption.text,
        credit_line=caption.credit_line,
        credits=caption.credits,
        image=caption.image,
    )


@given(st.lists(_paragraphs(), max_size=4), st.lists(_plain_captions(), max_size=3))
def test_paragraphs_with_quotes_and_pictures_come_back(
    paragraphs: list[Paragraph], pictures: list[ImageCaption]
) -> None:
    paragraphs = [each for each in paragraphs if each.text[0] != "\n"]
    article = Article(headline="A", body=[*paragraphs, *pictures])
    assert there_and_back(article) == article


SOMETHING_OF_EACH = Article(
    headline="A",
    slugline="a",
    embargoed=date(2024, 5, 3),
    urgency=3,
    editorial_note="Check",
    dateline=Dateline(text="ELMSWORTH, May 1", date=date(2024, 5, 1)),
    body=[
        Heading(text="One"),
        Paragraph(text="Two", marks=[Emphasis(start=0, text="Two", kind="em")]),
    ],
)


def test_each_published_loss_is_one() -> None:
    lost = lost_of(SOMETHING_OF_EACH) | lost_of(
        Article(dateline=Dateline(date=date.max))
    )
    assert lost == set(SERIALISER.loses)


def test_strict_mode_names_what_is_lost() -> None:
    with pytest.raises(SerialiseError, match=r"slugline.*embargoed.*body\[0\]"):
        newsmodel.serialise(SOMETHING_OF_EACH, "jsonld", strict=True)


def test_search_engines_find_what_they_look_for() -> None:
    node: dict[str, Any] = json.loads(SERIALISER.write(ARTICLE))
    assert node["@context"][0] == "https://schema.org"
    assert node["@type"] == "NewsArticle"
    assert node["headline"] == ARTICLE.headline
    assert node["datePublished"]
    assert node["author"][0]["@type"] == "Person"
    assert node["author"][0]["name"] == "Ann Example"
    assert node["publisher"]["@type"] in ("Organization", "NewsMediaOrganization")
    assert node["mainEntityOfPage"]["@id"] == node["url"] == ARTICLE.url
    assert node["image"][0]["@type"] == "ImageObject"
    assert node["image"][0]["creditText"]
    spoken = [each for each in node["hasPart"] if "spokenByCharacter" in each]
    assert {each["@type"] for each in node["hasPart"]} == {"Quotation"}
    assert spoken[0]["text"]


def test_a_script_of_a_page_can_hold_it() -> None:
    article = Article(headline="</script><!-- A", body=[Paragraph(text="<!--</b>")])
    data = SERIALISER.write(article)
    assert b"</" not in data
    assert b"<!--" not in data
    assert there_and_back(article) == article


def test_a_page_gives_back_what_its_script_says() -> None:
    article = Article(
        headline="Bridge reopens",
        published=date(2024, 5, 1),
        source=Source(name="Example News", kind="publication"),
    )
    script = SERIALISER.write(article).decode()
    page = f'<html><script type="application/ld+json">{script}</script><p>A</p></html>'
    read = newsmodel.parse(page, "html")
    assert (read.headline, read.published) == ("Bridge reopens", date(2024, 5, 1))
    assert read.source == article.source


@pytest.mark.parametrize(
    "change",
    [
        {"headline": 7},
        {"datePublished": "soon"},
        {"author": [{"name": ""}]},
        {"hasPart": [{"position": "x"}]},
        {"about": [{}]},
        {"image": [{"width": -1}]},
        {"keywords": "a"},
        {"interactionStatistic": {"userInteractionCount": "x"}},
    ],
)
def test_the_profile_is_a_claim_and_no_more(change: dict[str, Any]) -> None:
    node = json.loads(SERIALISER.write(ARTICLE)) | change
    found = SERIALISER.read(json.dumps(node))
    assert found.article.paragraphs
    assert "profile" in [each.code for each in found.notes]


@pytest.mark.corpora
def test_every_article_of_the_corpus_is_stable(
    agency_articles: dict[str, Article],
) -> None:
    for file, article in agency_articles.items():
        once = there_and_back(article)
        assert there_and_back(once) == once, file
        assert once.headline == article.headline
        assert once.authors == article.authors
        assert len(once.captions) == len(article.captions)
