"""The JSON Schema: valid itself, and as strict as the reader, near enough."""

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from newsmodel.errors import ParseError
from newsmodel.model import Article
from newsmodel.model.fieldtypes import FieldType
from newsmodel.serialisers.json import SERIALISER
from newsmodel.serialisers.json._schema import _described, schema
from newsmodel.testing import articles
from tests.golden.makers import EVERYTHING

VALIDATOR = Draft202012Validator(schema())


def read(form: Any) -> Article:
    return SERIALISER.read(json.dumps(form)).article


def with_block(kind: str, **rest: Any) -> dict[str, Any]:
    return {"newsmodel": "1.0", "body": [{"type": kind, **rest}]}


def with_field(**fields: Any) -> dict[str, Any]:
    return {"newsmodel": "1.0", **fields}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_that_is_shipped_is_the_one_of_the_model() -> None:
    shipped = files("newsmodel.serialisers.json").joinpath("article.schema.json")
    assert json.loads(shipped.read_bytes()) == schema()


@given(articles())
def test_every_article_is_valid(article: Article) -> None:
    form = json.loads(SERIALISER.write(article))
    assert list(VALIDATOR.iter_errors(form)) == []


def test_the_article_with_every_field_is_valid() -> None:
    form = json.loads(SERIALISER.write(EVERYTHING))
    assert list(VALIDATOR.iter_errors(form)) == []


@pytest.mark.parametrize(
    "form",
    [
        with_field(keywords=[]),
        with_field(published="2024-02-29T23:59:59.000000-14:00"),
        with_field(source={"description": "an official", "kind": "unknown"}),
        with_block("heading", text="a", level=2, quotes=[], links=[], emphasis=[]),
        with_block("embed", text="", url="u"),
        with_block("image-caption", text="", credits=[], credit_line="Reuters"),
        with_block("table", rows=[[{}], [{"text": "", "header": False}]]),
        {"newsmodel": "1.999999999"},
    ],
)
def test_both_take_what_is_written_out_though_it_need_not(form: Any) -> None:
    read(form)
    assert list(VALIDATOR.iter_errors(form)) == []


REFUSED: list[Any] = [
    None,
    [],
    "article",
    {},
    {"headline": "Flood"},
    {"newsmodel": 1.0},
    {"newsmodel": "1"},
    {"newsmodel": "01.0"},
    {"newsmodel": "1.00"},
    {"newsmodel": "1.1234567890"},
    {"newsmodel": "2.0"},
    {"newsmodel": "0.9"},
    with_field(unknown=3),
    with_field(type="article"),
    with_field(headline=None),
    with_field(headline=""),
    with_field(headline=["Flood"]),
    with_field(headline="a\x00"),
    with_field(headline="a\ufffe"),
    with_field(headline="x" * 2_000_001),
    with_field(section="a\tb"),
    with_field(section="a\nb"),
    with_field(keywords="bridge"),
    with_field(keywords=[""]),
    with_field(keywords=[["a"]]),
    with_field(language="en_GB"),
    with_field(language="a-a" * 2_000_000),
    with_field(status="cancelled"),
    with_field(urgency=0),
    with_field(urgency=10),
    with_field(urgency=5.5),
    with_field(urgency=True),
    with_field(urgency="5"),
    with_field(views=-1),
    with_field(views=2**53),
    with_field(published="2023"),
    with_field(published="2023-06"),
    with_field(published="2023-13-01"),
    with_field(published="2023-06-32"),
    with_field(published="2023-W22-4"),
    with_field(published="20230601"),
    with_field(published="2023-06-01 19:03:00"),
    with_field(published="2023-06-01T19:03"),
    with_field(published="2023-06-01T24:00:00"),
    with_field(published="2023-06-01T19:60:00"),
    with_field(published="2023-06-01T19:03:60"),
    with_field(published="2023-06-01T19:03:00Z"),
    with_field(published="2023-06-01T19:03:00.123"),
    with_field(published="2023-06-01T19:03:00+01"),
    with_field(published="2023-06-01T19:03:00+01:75"),
    with_field(published="2023-06-01T19:03:00+15:00"),
    with_field(published="2023-06-01T19:03:00+01:00:30"),
    with_field(published="2023-06-01+02:00"),
    with_field(published=20230601),
    with_field(dateline={}),
    with_field(dateline="KYIV"),
    with_field(source={}),
    with_field(source={"kind": "agency"}),
    with_field(source={"name": "a", "kind": "robot"}),
    with_field(source={"name": "a", "role": "Agency"}),
    with_field(source={"name": "a", "role": "a" * 2_000_001}),
    with_field(source=[{"name": "a"}]),
    with_field(contributors=[{"role": "author"}]),
    with_field(contributors={"name": "a"}),
    with_field(subjects=[{"scheme": "s"}]),
    with_field(rights={}),
    with_field(body={}),
    with_field(body=["text"]),
    with_field(body=[{"text": "a"}]),
    with_block("video", url="u"),
    with_block("paragraph"),
    with_block("paragraph", text=""),
    with_block("paragraph", text="a", level=2),
    with_block("paragraph", text="a", marks=[]),
    with_block("paragraph", text="a", quotes={}),
    with_block("paragraph", text="a", quotes=[{"start": 0}]),
    with_block("paragraph", text="a", quotes=[{"text": "a"}]),
    with_block("paragraph", text="a", quotes=[{"start": -1, "text": "a"}]),
    with_block("paragraph", text="a", quotes=[{"start": 0, "text": ""}]),
    with_block(
        "paragraph", text="a", quotes=[{"start": 0, "text": "a", "confidence": 101}]
    ),
    with_block("paragraph", text="a", links=[{"start": 0, "text": "a"}]),
    with_block(
        "paragraph", text="a", emphasis=[{"start": 0, "text": "a", "kind": "u"}]
    ),
    with_block("heading", text="a", level=7),
    with_block("list-item", text="a", depth=17),
    with_block("list-item", text="a", ordered=1),
    with_block("image-caption"),
    with_block("image-caption", text=""),
    with_block("image-caption", credits=[]),
    with_block("image-caption", text="a", image={}),
    with_block("table"),
    with_block("table", rows=[]),
    with_block("table", rows=[[]]),
    with_block("table", rows=[{}]),
    with_block("table", rows=[[{"type": "cell"}]]),
    with_block("embed"),
    with_block("embed", text=""),
]


@pytest.mark.parametrize("form", REFUSED, ids=lambda form: repr(form)[:60])
def test_both_refuse_what_is_wrong(form: Any) -> None:
    assert not VALIDATOR.is_valid(form)
    with pytest.raises(ParseError):
        read(form)


@pytest.mark.parametrize(
    "form",
    [
        with_field(published="2023-02-29"),
        with_field(published="0000-01-01"),
        with_field(published="2023-06-01T00:00:00+14:01"),
        with_field(views=1.0),
        with_block("paragraph", text="a", quotes=[{"start": 0, "text": "b"}]),
        with_block("paragraph", text="a", quotes=[{"start": 0, "text": "a"}] * 2),
        with_block(
            "paragraph",
            text="a",
            quotes=[{"start": 0, "text": "a", "fragments": ["b"]}],
        ),
    ],
)
def test_only_the_reader_refuses_what_the_schema_has_no_words_for(form: Any) -> None:
    assert VALIDATOR.is_valid(form)
    with pytest.raises(ParseError):
        read(form)


class Newest(FieldType):
    def problem(self, value: object) -> str | None:
        return None if value else "wanted anything"


def test_a_new_type_of_field_has_to_be_described() -> None:
    with pytest.raises(AssertionError):
        _described(Newest(), {})
