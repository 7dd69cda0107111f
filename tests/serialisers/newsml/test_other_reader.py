"""A reader that is not ours finds in what is written what the article holds.

It is the PyPI package newsmlg2, by the IPTC. It makes one space of white space, and
fails at an empty ``embargoed``, the standard's way of holding an item back until
further notice.
"""

import warnings
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from newsmodel.model import Article, ImageCaption, When
from newsmodel.serialisers.newsml import SERIALISER
from newsmodel.testing import articles
from tests.serialisers.newsml.example import ARTICLE

with warnings.catch_warnings():
    # Its docstrings have backslashes that Python warns of where it compiles them.
    warnings.simplefilter("ignore")
    import NewsMLG2

NOON = datetime(2023, 6, 1, 12, tzinfo=UTC)
INVENTED = {
    "something of everything": evolve(ARTICLE, embargoed=NOON),
    "days without a time": evolve(ARTICLE, published=date(2023, 6, 1), embargoed=None),
    "another language": Article(headline="Broen åbner – “sikker”", language="da"),
    "a headline only": Article(headline="Bridge reopens"),
    "nothing": Article(),
}


def held(article: Article) -> dict[str, Any]:
    """Return what *article* holds of what the other reader can tell."""
    pictures = [each for each in article.body if isinstance(each, ImageCaption)]
    return {
        "headline": spaced(article.headline),
        "language": article.language,
        "creators": [spaced(name) for name in article.authors],
        "provider": spaced(article.source and article.source.name),
        "subjects": [spaced(each.name) for each in article.subjects],
        "published": iso(article.published),
        "modified": iso(article.modified),
        "embargoed": iso(article.embargoed),
        "captions": [spaced(each.text) for each in pictures],
        "credit lines": [spaced(each.credit_line) for each in pictures],
        "photographers": [
            [spaced(who.name) for who in each.credits if who.role == "photographer"]
            for each in pictures
        ],
    }


def found(document: bytes) -> dict[str, Any]:
    """Return what the other reader finds in *document*."""
    item = NewsMLG2.NewsMLG2Document(document).get_item()
    meta, content = item.itemmeta, item.contentmeta
    # It does not know the role of a part.
    pictures = [part for part in item.partmeta if part.partid.startswith("image-")]
    return {
        "headline": first(content.headline),
        "language": item.xml_lang,
        "creators": [first(each.name) for each in content.creator],
        "provider": first(meta.provider.name),
        "subjects": [first(each.name) for each in content.subject],
        "published": text(content.contentcreated),
        "modified": text(content.contentmodified),
        "embargoed": text(meta.embargoed),
        "captions": [
            first(d for d in part.description if d.role == "drol:caption")
            for part in pictures
        ],
        "credit lines": [first(part.creditline) for part in pictures],
        "photographers": [
            [first(w.name) for w in part.creator if w.role == "nmrole:photographer"]
            for part in pictures
        ],
    }


def spaced(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def iso(when: When | None) -> str | None:
    return when.isoformat() if when else None


def text(element: Any) -> str | None:
    """Return the text of one of the other reader's elements, absent ones included."""
    return getattr(element, "_text", None) or None


def first(elements: Any) -> str | None:
    return next(map(text, elements), None)


@pytest.mark.parametrize("article", INVENTED.values(), ids=INVENTED)
def test_another_reader_finds_what_an_article_holds(article: Article) -> None:
    assert found(SERIALISER.write(article)) == held(article)


@given(articles())
def test_another_reader_finds_what_any_article_holds(article: Article) -> None:
    if not isinstance(article.embargoed, datetime):
        article = evolve(article, embargoed=None)
    assert found(SERIALISER.write(article)) == held(article)


@pytest.mark.corpora
def test_another_reader_finds_what_an_agency_sent(
    agency_articles: dict[str, Article],
) -> None:
    for name, article in agency_articles.items():
        assert found(SERIALISER.write(article)) == held(article), name


def test_another_reader_knows_the_codes_of_subjects() -> None:
    document = SERIALISER.write(INVENTED["something of everything"])
    content = NewsMLG2.NewsMLG2Document(document).get_item().contentmeta
    codes = [each.qcode for each in content.subject]
    assert codes == ["medtop:20000337", None]
    known = NewsMLG2.qcode_to_uri("medtop:20000337")
    assert known == "http://cv.iptc.org/newscodes/mediatopic/20000337"
