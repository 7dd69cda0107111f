"""Writing JSON: one form for one article, and nothing lost."""

import json
from typing import Any

import pytest
from hypothesis import given

from newsmodel.model import (
    Article,
    Cell,
    Embed,
    Emphasis,
    Heading,
    ImageCaption,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Table,
)
from newsmodel.model.marks import Mark
from newsmodel.serialisers.json import SERIALISER
from newsmodel.serialisers.json._layout import keys_of, tag_of
from newsmodel.testing import articles
from tests.golden.makers import EVERYTHING

write = SERIALISER.write


def form_of(article: Article) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(write(article))
    return form


@given(articles())
def test_json_gives_back_the_article_it_was_given(article: Article) -> None:
    data = write(article)
    found = SERIALISER.read(data)
    assert found.article == article
    assert (found.format, found.evidence, found.notes) == ("json", (), ())
    assert write(found.article) == data
    assert SERIALISER.read(data.decode()) == found
    assert SERIALISER.read(b"\xef\xbb\xbf" + data) == found
    assert SERIALISER.read("\ufeff" + data.decode()) == found


@given(articles())
def test_the_bytes_are_those_that_json_and_orjson_write(article: Article) -> None:
    data = write(article)
    form = json.loads(data)
    text = json.dumps(form, ensure_ascii=False, separators=(",", ":"))
    assert data == text.encode()
    orjson = pytest.importorskip("orjson")
    assert data == orjson.dumps(form)


@given(articles())
def test_keys_stand_in_order_and_nothing_absent_is_written(article: Article) -> None:
    form = form_of(article)
    every = ["newsmodel", *keys_of(Article)]
    assert list(form) == [key for key in every if key in form]
    for block, given_block in zip(form.get("body", []), article.body, strict=True):
        keys = ["type", *keys_of(type(given_block))]
        assert list(block) == [key for key in keys if key in block]
        assert block["type"] == tag_of(type(given_block))
    inside: list[Any] = [form]
    for each in inside:
        assert each is not None
        assert each != []
        if isinstance(each, dict | list):
            inside += each.values() if isinstance(each, dict) else each


def test_an_article_of_nothing_is_its_form_number() -> None:
    assert write(Article()) == b'{"newsmodel":"1.0"}'


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Paragraph(text="a"), {"type": "paragraph", "text": "a"}),
        (Heading(text="a"), {"type": "heading", "text": "a"}),
        (Heading(text="a", level=1), {"type": "heading", "text": "a", "level": 1}),
        (
            ListItem(text="a", ordered=True),
            {"type": "list-item", "text": "a", "ordered": True},
        ),
        (
            ImageCaption(credits=[Source(name="Reuters")]),
            {"type": "image-caption", "credits": [{"name": "Reuters"}]},
        ),
        (
            Table(rows=[[Cell(), Cell(header=True)]]),
            {"type": "table", "rows": [[{}, {"header": True}]]},
        ),
        (Embed(url="u"), {"type": "embed", "url": "u"}),
    ],
)
def test_what_has_its_default_is_left_out(block: Any, written: Any) -> None:
    assert form_of(Article(body=[block]))["body"] == [written]


def test_marks_stand_apart_by_class_in_the_models_order() -> None:
    marks: list[Mark] = [
        Quote(start=1, text="b"),
        Quote(start=0, text="ab"),
        Emphasis(start=0, text="ab"),
        Link(start=0, text="ab", href="u"),
    ]
    form = form_of(Article(body=[Paragraph(text="ab", marks=marks)]))["body"][0]
    assert list(form) == ["type", "text", "links", "emphasis", "quotes"]
    assert [each["start"] for each in form["quotes"]] == [0, 1]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('"\\/', rb'"\"\\/"'),
        ("\t\n", rb'"\t\n"'),
        ("\x7f\x85\u2028\u2029", '"\x7f\x85\u2028\u2029"'.encode()),
        ("é🙂", '"é🙂"'.encode()),
        ("</script>", b'"</script>"'),
    ],
)
def test_only_what_json_wants_is_escaped(text: str, written: bytes) -> None:
    data = write(Article(headline=text))
    assert data == b'{"newsmodel":"1.0","headline":' + written + b"}"


def test_the_bytes_are_the_same_each_time() -> None:
    assert write(EVERYTHING) == write(EVERYTHING)
