"""What an article and its blocks tell about themselves; laws of all values."""

import copy
import pickle
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import given, settings

from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Cell,
    Contributor,
    Embed,
    Heading,
    ImageCaption,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Table,
)
from newsmodel.testing import articles, blocks
from tests.golden.makers import EVERYTHING

ANN, BOB = Source(name="Ann Example"), Source(description="an official")


def said(text: str, **rest: Any) -> Paragraph:
    return Paragraph(text=text, marks=[Quote(start=0, text=text, **rest)])


ARTICLE = Article(
    contributors=[
        Contributor(name="Ann"),
        Contributor(name="Bob", role="editor"),
        Contributor(name="Cy"),
    ],
    body=[
        Heading(text="One"),
        said("Yes", speaker=BOB),
        ListItem(text="two"),
        ImageCaption(text="three"),
        Table(
            rows=[
                [Cell(text="a"), Cell(text="b\nc")],
                [Cell(text="No", marks=[Quote(start=0, text="No", speaker=ANN)])],
            ]
        ),
        BlockQuote(text="four"),
        Embed(text="five"),
        said("Perhaps", speaker=Source(description="an official")),
        said("Who knows"),
    ],
)


def test_the_text_is_the_running_text_by_blank_lines() -> None:
    table = "a\tb\nc\nNo"
    texts = ["One", "Yes", "two", table, "four", "Perhaps", "Who knows"]
    assert ARTICLE.text == "\n\n".join(texts)
    assert Article().text == ""


def test_the_text_begins_with_the_standfirst() -> None:
    article = Article(standfirst="In short", body=[Paragraph(text="At length")])
    assert article.text == "In short\n\nAt length"
    assert Article(standfirst="In short").text == "In short"


def test_paragraphs_are_the_texts_of_paragraphs_only() -> None:
    assert ARTICLE.paragraphs == ("Yes", "Perhaps", "Who knows")


def test_captions_are_blocks() -> None:
    assert ARTICLE.captions == (ImageCaption(text="three"),)


def test_authors_are_names_of_those_whose_role_is_author() -> None:
    assert ARTICLE.authors == ("Ann", "Cy")


def test_quotes_come_in_order_those_of_tables_too() -> None:
    assert [each.text for each in ARTICLE.quotes] == [
        "Yes",
        "No",
        "Perhaps",
        "Who knows",
    ]
    pairs = list(ARTICLE.iter_quotes())
    assert [quote for _, quote in pairs] == list(ARTICLE.quotes)
    assert [type(block) for block, _ in pairs] == [
        Paragraph,
        Table,
        Paragraph,
        Paragraph,
    ]


def test_speakers_come_once_in_order_of_first_appearance() -> None:
    assert ARTICLE.speakers == (BOB, ANN)


def test_a_table_is_text_too() -> None:
    table = Table(rows=[[Cell(text="a"), Cell()], [Cell(text="b")]], caption="c")
    assert (table.text, table.quotes) == ("a\t\nb", ())


@given(blocks())
def test_every_block_has_a_text_and_quotes(block: Block) -> None:
    assert type(block.text) is str
    assert all(type(each) is Quote for each in block.quotes)


@given(articles())
def test_equal_articles_hash_pickle_and_copy_alike(article: Article) -> None:
    again = Article(
        **{each.name: getattr(article, each.name) for each in fields(Article)}
    )
    for other in (
        again,
        evolve(article),
        copy.copy(article),
        copy.deepcopy(article),
        *(pickle.loads(pickle.dumps(article, each)) for each in (2, 5)),
    ):
        assert other == article
        assert hash(other) == hash(article)
        assert repr(other) == repr(article)
        assert type(other) is Article


@given(articles())
def test_properties_agree_with_the_body(article: Article) -> None:
    assert len(article.quotes) == len(list(article.iter_quotes()))
    assert set(article.speakers) == {q.speaker for q in article.quotes if q.speaker}
    assert len(article.speakers) == len(set(article.speakers))
    assert all(each in article.text for each in article.paragraphs)


def classes_in(value: Any) -> dict[type, object]:
    found: dict[type, object] = {type(value): value}
    if isinstance(value, tuple):
        for member in value:
            found |= classes_in(member)
    elif has(type(value)):
        for each in fields(type(value)):
            found |= classes_in(getattr(value, each.name))
    return found


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_of_every_class_pickles(protocol: int) -> None:
    for value in classes_in(EVERYTHING).values():
        assert pickle.loads(pickle.dumps(value, protocol)) == value


# -------------------------------------------------------------------------- repr


def test_a_repr_leaves_out_what_is_absent() -> None:
    assert repr(Article()) == "Article()"
    assert repr(Heading(text="a")) == "Heading(text='a')"
    assert repr(Heading(text="a", level=3)) == "Heading(text='a', level=3)"
    assert repr(Source(name="a", identifiers=["i"])) == (
        "Source(name='a', identifiers=('i',))"
    )


def test_a_repr_shows_two_of_many_and_the_start_of_long_texts() -> None:
    assert repr(Article(keywords=["a", "b", "c", "d"])) == (
        "Article(keywords=('a', 'b', … 2 more))"
    )
    assert repr(Paragraph(text="a" * 61)) == f"Paragraph(text={'a' * 59!r}…)"
    assert repr(Paragraph(text="a" * 60)) == f"Paragraph(text={'a' * 60!r})"


def test_a_repr_ends_where_it_gets_deep() -> None:
    article = Article(body=[said("Yes", speaker=ANN)])
    assert repr(article) == (
        "Article(body=(Paragraph(text='Yes', marks=(Quote(start=0, text='Yes',"
        " speaker=Source(…)),)),))"
    )


def test_the_repr_of_a_long_article_fits_a_screen() -> None:
    words = " ".join(["word"] * 75)
    long = evolve(EVERYTHING, body=[*EVERYTHING.body, *[said(words)] * 40])
    assert len(repr(long)) < 2_000
    tail = Article(
        headline=words,
        contributors=[Contributor(name="A")] * 9,
        body=[said(words)] * 40,
    )
    assert len(repr(tail)) < 1_000


@settings(max_examples=30)
@given(articles())
def test_the_repr_of_any_article_fits_some_screens(article: Article) -> None:
    assert len(repr(article)) < 8_000
    assert "\n" not in repr(article)


# -------------------------------------------------------------------- users' code


@pytest.fixture(scope="module")
def users_code() -> ModuleType:
    path = Path(__file__).parents[1] / "typing" / "users_code.py"
    spec = spec_from_file_location("users_code", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_users_write_runs(users_code: ModuleType) -> None:
    example = users_code.example()
    assert users_code.who_said_what(example) == [
        ("Ann Example", "Stop,"),
        (None, "Stop,"),
    ]
    assert users_code.photographers(EVERYTHING) == ["A. Doe"]
    assert all(type(users_code.as_markdown(block)) is str for block in EVERYTHING.body)
    assert users_code.newest_first([Article(), example]) == [example, Article()]
    moved = users_code.corrected(example, "New", example.modified)
    assert moved == evolve(example, headline="New")
