"""What is written is valid, and comes back but for what the format cannot hold."""

import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import referencing
from hypothesis import given

import newsmodel
from newsmodel.errors import SerialiseError
from newsmodel.losses import differences
from newsmodel.model import Article, Contributor, Dateline, ImageCaption, Source
from newsmodel.serialisers.ninjs import SERIALISER
from newsmodel.testing import articles
from tests.serialisers.newsml.example import ARTICLE


def there_and_back(article: Article) -> Article:
    found = SERIALISER.read(SERIALISER.write(article))
    assert found.notes == ()
    return found.article


SOMETHING_OF_EACH = Article(
    headline="A",
    published=date(2024, 5, 1),
    modified=datetime(2024, 5, 2),  # a time without zone is lost
    embargoed=date(2024, 5, 3),
    dateline=Dateline(text="ELMSWORTH, May 1", date=date(2024, 5, 1)),
    contributors=[Contributor(name="Reuters", kind="agency")],
    source=Source(name="Example", kind="publication", role="publisher"),
    views=7,
    body=[ImageCaption(credits=[Source(name="Jane Doe", kind="person")])],
)


def test_each_published_loss_is_one() -> None:
    lost = {
        re.sub(r"\[[0-9]+\]", "[]", each)
        for one in (SOMETHING_OF_EACH, Article(dateline=Dateline(date=date.max)))
        for each in differences(one, there_and_back(one))
    }
    assert lost == {each.field for each in SERIALISER.losses}


def test_strict_mode_names_what_is_lost() -> None:
    with pytest.raises(SerialiseError, match=r"published, .* views"):
        newsmodel.serialise(SOMETHING_OF_EACH, "ninjs", strict=True)


@cache
def validator(folder: Path) -> Any:
    schema = json.loads((folder / "ninjs-schema_3.1.json").read_text())
    geometry = json.loads((folder / "GeoJSON.json").read_text())
    resource = referencing.Resource.from_contents(geometry)
    registry = referencing.Registry().with_resource(geometry["$id"], resource)
    return jsonschema.validators.validator_for(schema)(
        schema, registry=registry, format_checker=jsonschema.FormatChecker()
    )


@pytest.mark.corpora
@given(article=articles())
def test_every_document_is_valid(shared: Path, article: Article) -> None:
    check = validator(shared / "standards" / "ninjs")
    check.validate(json.loads(SERIALISER.write(article)))


@pytest.mark.corpora
def test_the_example_is_valid(shared: Path) -> None:
    check = validator(shared / "standards" / "ninjs")
    check.validate(json.loads(SERIALISER.write(ARTICLE)))


@pytest.mark.parametrize("role", ["provider", "publisher", None])
def test_the_role_of_a_source_comes_back(role: str | None) -> None:
    source = Source(name="Example", kind="agency", role=role)
    contributor = Contributor(name="Ann Example", role=role or "author")
    for article in (
        Article(source=source, contributors=[contributor]),
        Article(contributors=[contributor]),
        Article(body=[ImageCaption(credits=[source])]),
    ):
        assert there_and_back(article) == article


@pytest.mark.corpora
def test_every_article_of_the_corpus_is_written_valid_and_stable(
    shared: Path, agency_articles: dict[str, Article]
) -> None:
    check = validator(shared / "standards" / "ninjs")
    for file, article in agency_articles.items():
        data = SERIALISER.write(article)
        check.validate(json.loads(data))
        once = there_and_back(article)
        assert there_and_back(once) == once, file


@pytest.mark.parametrize(
    "change",
    [
        {"urgency": "x"},
        {"firstCreated": "soon"},
        {"version": "two"},
        {"infoSources": [{"role": "author"}]},
        {"subjects": [{}]},
        {"genres": [{"uri": 7}]},
        {"language": "English, mostly"},
        {"bodies": [{"role": "main", "value": "<p>It is open."}]},
        {
            "bodies": [
                {"role": "main", "value": "<p/>"},
                {"role": "quotes", "value": "{"},
            ]
        },
        {"altIds": [{"role": "url", "value": 7}]},
    ],
)
def test_the_profile_is_a_claim_and_no_more(change: dict[str, Any]) -> None:
    item = json.loads(SERIALISER.write(ARTICLE)) | change
    found = SERIALISER.read(json.dumps(item))
    assert found.article.headline == ARTICLE.headline
    assert "profile" in [each.code for each in found.notes]


@pytest.mark.parametrize("change", ["bodies", "associations", "infoSources", "altIds"])
def test_a_part_that_is_missing_costs_only_itself(change: str) -> None:
    item = json.loads(SERIALISER.write(ARTICLE))
    oddities: tuple[Any, ...] = (None, "x", 7, {}, [None, 7, "x", []])
    for odd in oddities:
        found = SERIALISER.read(json.dumps(item | {change: odd}))
        assert found.article.headline == ARTICLE.headline
