"""What each field refuses, and in which words."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from attrs import NOTHING, evolve, fields
from attrs.exceptions import FrozenInstanceError

from newsmodel.errors import ModelError
from newsmodel.model import (
    Article,
    BlockQuote,
    Cell,
    Contributor,
    Dateline,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Rights,
    Source,
    Subject,
    Table,
)

TEXT_LIMIT = 2_000_000
COUNT_LIMIT = 2**53 - 1

#: A value of each class with nothing but what it must have.
LEAST: dict[type, dict[str, Any]] = {
    Article: {},
    BlockQuote: {"text": "a"},
    Cell: {},
    Contributor: {"name": "Ann Example"},
    Dateline: {"text": "KYIV"},
    Embed: {"url": "u"},
    Emphasis: {"start": 0, "text": "a"},
    Heading: {"text": "a"},
    Image: {"url": "u"},
    ImageCaption: {"text": "a"},
    Link: {"start": 0, "text": "a", "href": "h"},
    ListItem: {"text": "a"},
    Paragraph: {"text": "a"},
    Quote: {"start": 0, "text": "a"},
    Rights: {"holder": "h"},
    Source: {"name": "n"},
    Subject: {"name": "n"},
    Table: {"rows": [[Cell(text="a")]]},
}

Fields = dict[type, tuple[str, ...]]

#: Which fields hold which kind of thing, with the word in the message for it.
TEXTS: Fields = {
    Article: ("headline", "standfirst", "byline", "editorial_note"),
    BlockQuote: ("text",),
    Dateline: ("text",),
    Emphasis: ("text",),
    Heading: ("text",),
    Image: ("alt",),
    Link: ("text",),
    ListItem: ("text",),
    Paragraph: ("text",),
    Quote: ("text", "mention", "cue"),
    Rights: ("notice", "terms"),
    Source: ("description",),
    Table: ("caption",),
}
BODY_TEXTS: Fields = {Cell: ("text",), Embed: ("text",), ImageCaption: ("text",)}
LINES: Fields = {
    Article: ("slugline", "section", "url", "guid"),
    Contributor: ("name", "location", "affiliation", "url"),
    Dateline: ("place",),
    Embed: ("url", "provider"),
    Image: ("url",),
    ImageCaption: ("credit_line",),
    Link: ("href",),
    Rights: ("holder",),
    Source: ("name", "url"),
    Subject: ("name", "code", "scheme"),
}
LISTS_OF_LINES: Fields = {
    Article: ("keywords",),
    Contributor: ("identifiers",),
    Source: ("identifiers",),
}
WHOLES = {
    (Article, "version"): (0, COUNT_LIMIT),
    (Article, "urgency"): (1, 9),
    (Article, "views"): (0, COUNT_LIMIT),
    (Emphasis, "start"): (0, COUNT_LIMIT),
    (Heading, "level"): (1, 6),
    (Image, "width"): (0, COUNT_LIMIT),
    (Image, "height"): (0, COUNT_LIMIT),
    (Link, "start"): (0, COUNT_LIMIT),
    (ListItem, "depth"): (1, 16),
    (Quote, "start"): (0, COUNT_LIMIT),
    (Quote, "group"): (0, COUNT_LIMIT),
    (Quote, "confidence"): (0, 100),
}
PARTY_KINDS = "person, organisation, agency, publication, group, unknown"
CHOICES = {
    (Article, "status"): "usable, withheld, canceled",
    (Contributor, "kind"): PARTY_KINDS,
    (Emphasis, "kind"): "strong, em",
    (Quote, "kind"): "direct, mixed, indirect",
    (Source, "kind"): PARTY_KINDS,
}
MEMBERS = {
    (Article, "dateline"): "Dateline",
    (Article, "source"): "Source",
    (Article, "genre"): "Subject",
    (Article, "rights"): "Rights",
    (ImageCaption, "image"): "Image",
    (Quote, "speaker"): "Source",
}
BLOCKS = (
    "Paragraph or Heading or ListItem or BlockQuote or ImageCaption or Table or Embed"
)
LISTS_OF_MEMBERS = {
    (Article, "contributors"): "Contributor",
    (Article, "subjects"): "Subject",
    (Article, "body"): BLOCKS,
    (ImageCaption, "credits"): "Source",
}
MARKED = (BlockQuote, Cell, Embed, Heading, ImageCaption, ListItem, Paragraph)
FLAGS = ((Cell, "header"), (ListItem, "ordered"))
TIMES = (
    (Article, "published"),
    (Article, "modified"),
    (Article, "embargoed"),
    (Dateline, "date"),
)


def each_of(table: Fields) -> list[tuple[type, str]]:
    return [(cls, name) for cls, names in table.items() for name in names]


def refusal(cls: type, **given: Any) -> str:
    with pytest.raises(ModelError) as caught:
        cls(**LEAST[cls] | given)
    return str(caught.value)


@pytest.mark.parametrize("cls", LEAST)
def test_the_tables_name_every_field_of_every_class(cls: type) -> None:
    named = {
        name
        for owner, name in [
            *each_of(TEXTS),
            *each_of(BODY_TEXTS),
            *each_of(LINES),
            *each_of(LISTS_OF_LINES),
            *WHOLES,
            *CHOICES,
            *MEMBERS,
            *LISTS_OF_MEMBERS,
            *FLAGS,
            *TIMES,
            *((each, "marks") for each in MARKED),
            (Article, "language"),
            (Contributor, "role"),
            (Quote, "fragments"),
            (Source, "role"),
            (Table, "rows"),
        ]
        if owner is cls
    }
    assert named == {each.name for each in fields(cls)}


@pytest.mark.parametrize("cls", LEAST)
def test_a_value_needs_no_more_than_what_it_must_have(cls: type) -> None:
    value = cls(**LEAST[cls])
    for each in fields(cls):
        if each.default is not NOTHING and each.name not in LEAST[cls]:
            assert getattr(value, each.name) == each.default


# ----------------------------------------------------------------- texts, lines


@pytest.mark.parametrize(("cls", "name"), each_of(TEXTS) + each_of(LINES))
def test_a_text_that_is_there_is_not_empty(cls: type, name: str) -> None:
    noun = "one line of text" if (cls, name) in each_of(LINES) else "a text"
    assert refusal(cls, **{name: ""}) == (
        f'{cls.__name__}.{name}: wanted {noun}, got "";'
        " where there is none it is absent"
    )


@pytest.mark.parametrize(("cls", "name"), each_of(TEXTS) + each_of(BODY_TEXTS))
def test_a_text_is_a_str_of_what_xml_and_json_hold(cls: type, name: str) -> None:
    where = f"{cls.__name__}.{name}: wanted a text, got "
    assert refusal(cls, **{name: 3}) == f"{where}int 3"
    assert refusal(cls, **{name: b"a"}) == f"{where}bytes b'a'"
    for bad in "\x00\x08\x0b\x0c\r\x0e\x1f\ud800\udfff\ufffe\uffff":
        assert refusal(cls, **{name: f"\n\t{bad}"}) == (
            f"{where}U+{ord(bad):04X} at character 2, which it cannot hold"
        )
    if cls not in (Emphasis, Link, Quote):
        for good in ("\t", "\n", " ", "\x7f", "\x85", "\ud7ff", "\ue000", "\ufffd"):
            assert getattr(cls(**LEAST[cls] | {name: good}), name) == good


@pytest.mark.parametrize(("cls", "name"), each_of(LINES))
def test_a_line_has_no_tab_and_no_line_feed_besides(cls: type, name: str) -> None:
    where = f"{cls.__name__}.{name}: wanted one line of text, got "
    assert refusal(cls, **{name: 3}) == f"{where}int 3"
    for bad in "\x00\t\n\r\x1f\udbff\ufffe\uffff":
        assert refusal(cls, **{name: f"a{bad}b"}) == (
            f"{where}U+{ord(bad):04X} at character 1, which it cannot hold"
        )
    for good in (" ", "\x7f", "\x85", "\u2028", "\ud7ff", "\U0010ffff"):
        assert getattr(cls(**LEAST[cls] | {name: good}), name) == good


@pytest.mark.parametrize(("cls", "name"), each_of(BODY_TEXTS))
def test_the_text_of_some_blocks_may_be_empty_but_not_none(
    cls: type, name: str
) -> None:
    told = f"{cls.__name__}.{name}: wanted a text, got None"
    assert refusal(cls, **{name: None}) == told


@pytest.mark.parametrize(
    ("cls", "name"), each_of(TEXTS) + each_of(BODY_TEXTS) + each_of(LINES)
)
def test_a_text_has_at_most_two_million_characters(cls: type, name: str) -> None:
    longest = "🙂" * TEXT_LIMIT
    assert getattr(cls(**LEAST[cls] | {name: longest}), name) == longest
    assert refusal(cls, **{name: longest + "a"}) == (
        f"{cls.__name__}.{name}: wanted at most 2,000,000 characters, got 2,000,001"
    )


def test_a_subclass_of_str_is_refused_since_it_may_hold_a_tree_alive() -> None:
    class Result(str):
        __slots__ = ()

    assert refusal(Article, headline=Result("Flood")) == (
        "Article.headline: wanted a text, got Result 'Flood'; wrap it in str()"
    )
    assert refusal(Source, role=Result("agency")).endswith("got Result 'agency'")
    assert refusal(Source, kind=Result("agency")).endswith("got Result 'agency'")


@pytest.mark.parametrize(("cls", "name"), each_of(LISTS_OF_LINES))
def test_a_lone_string_is_not_several(cls: type, name: str) -> None:
    where = f"{cls.__name__}.{name}"
    told = f"{where}: wanted several values, got str 'bridge' alone"
    assert refusal(cls, **{name: "bridge"}) == told
    for other in (b"ab", 3, None, {"a": 1}):
        assert "wanted several values, got" in refusal(cls, **{name: other})
    told = f'{where}[1]: wanted one line of text, got ""; where there is none'
    assert refusal(cls, **{name: ["a", ""]}).startswith(told)
    assert refusal(cls, **{name: ["a", 3]}) == (
        f"{where}[1]: wanted one line of text, got int 3"
    )


@pytest.mark.parametrize(("cls", "name"), each_of(LISTS_OF_LINES))
def test_any_iterable_becomes_a_tuple(cls: type, name: str) -> None:
    for given in (
        ["a", "b"],
        ("a", "b"),
        iter("ab"),
        (x for x in "ab"),
        {"a": 1, "b": 2}.keys(),
    ):
        assert getattr(cls(**LEAST[cls] | {name: given}), name) == ("a", "b")


def test_an_error_inside_a_generator_is_the_callers_own() -> None:
    def broken() -> Any:
        yield "a"
        raise KeyError("b")

    with pytest.raises(KeyError):
        Article(keywords=broken())


# --------------------------------------------------- numbers, flags, closed sets


@pytest.mark.parametrize(("cls", "name"), WHOLES)
def test_a_count_is_a_whole_number_in_its_range(cls: type, name: str) -> None:
    least, most = WHOLES[cls, name]
    where = f"{cls.__name__}.{name}: wanted a whole number from {least} to {most}, got "
    given: object
    for given in (least - 1, most + 1, True, 1.0, "1", float("nan")):
        told = f"{where}{type(given).__name__} {given!r}"
        assert refusal(cls, **{name: given}) == told
    for good in (least, most):
        assert getattr(cls(**LEAST[cls] | {name: good}), name) == good


def test_a_number_of_thousands_of_digits_is_refused_like_any() -> None:
    told = refusal(Article, views=10**5000)
    assert told.startswith("Article.views: wanted a whole number from 0 to 9007")
    assert len(told) < 200


@pytest.mark.parametrize(("cls", "name"), FLAGS)
def test_a_flag_is_true_or_false(cls: type, name: str) -> None:
    where = f"{cls.__name__}.{name}: wanted True or False, got "
    assert refusal(cls, **{name: 1}) == f"{where}int 1"
    assert refusal(cls, **{name: None}) == f"{where}None"


@pytest.mark.parametrize(("cls", "name"), CHOICES)
def test_a_word_of_a_closed_set_is_one_of_it(cls: type, name: str) -> None:
    words = CHOICES[cls, name]
    where = f"{cls.__name__}.{name}: wanted one of {words}; got "
    assert refusal(cls, **{name: "cancelled"}) == f"{where}str 'cancelled'"
    assert refusal(cls, **{name: []}) == f"{where}list []"
    for word in words.split(", "):
        assert getattr(cls(**LEAST[cls] | {name: word}), name) == word


@pytest.mark.parametrize("cls", [Contributor, Source])
def test_a_role_is_a_lower_case_word(cls: type) -> None:
    where = f'{cls.__name__}.role: wanted a role like "additional-reporting", got '
    for bad in ("Author", "", "9th", "-a", "a b", "é", "author\n", 3):
        told = f"{where}{type(bad).__name__} {bad!r}"
        assert refusal(cls, role=bad) == told
    for good in ("a", "additional-reporting", "x9-", "gaffer"):
        assert cls(**LEAST[cls], role=good).role == good
    assert refusal(cls, role="a" * (TEXT_LIMIT + 1)).startswith(where)


def test_a_language_has_the_shape_of_bcp_47() -> None:
    where = 'Article.language: wanted a language tag like "en-GB" (BCP 47), got '
    for bad in ("", "en_GB", "en-", "-en", "english12", "en-123456789", "en\n", "١"):
        assert refusal(Article, language=bad) == f"{where}str {bad!r}"
    for good in ("en", "EN-gb", "zh-Hans-CN", "x-klingon", "qqqqqqqq-1", "und"):
        assert Article(language=good).language == good
    assert refusal(Article, language="a-a" * TEXT_LIMIT).startswith(where)


# ------------------------------------------------------------ values in values


@pytest.mark.parametrize(("cls", "name"), MEMBERS)
def test_a_member_is_of_its_class(cls: type, name: str) -> None:
    where = f"{cls.__name__}.{name}: wanted {MEMBERS[cls, name]}, got "
    assert refusal(cls, **{name: "Reuters"}) == f"{where}str 'Reuters'"
    assert refusal(cls, **{name: Paragraph(text="a")}).startswith(f"{where}Paragraph ")


@pytest.mark.parametrize(("cls", "name"), LISTS_OF_MEMBERS)
def test_members_are_of_their_classes(cls: type, name: str) -> None:
    wanted = LISTS_OF_MEMBERS[cls, name]
    told = f"{cls.__name__}.{name}[0]: wanted {wanted}, got str 'a'"
    assert refusal(cls, **{name: ["a"]}) == told
    told = f"{cls.__name__}.{name}: wanted several values, got str 'text' alone"
    assert refusal(cls, **{name: "text"}) == told
    alone = Paragraph(text="a")
    assert refusal(cls, **{name: alone}).startswith(
        f"{cls.__name__}.{name}: wanted several values, got Paragraph "
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "Table.rows: wanted at least 1, got 0"),
        ([[Cell()], []], "Table.rows[1]: wanted at least 1, got 0"),
        ("ab", "Table.rows: wanted several values, got str 'ab' alone"),
        (3, "Table.rows: wanted several values, got int 3 alone"),
        (["ab"], "Table.rows[0]: wanted several values, got str 'ab' alone"),
        ([[Cell()], [3]], "Table.rows[1][0]: wanted Cell, got int 3"),
    ],
)
def test_a_table_has_rows_of_cells(rows: Any, told: str) -> None:
    assert refusal(Table, rows=rows) == told


def test_a_table_takes_any_iterables() -> None:
    table = Table(rows=([Cell(text=letter) for letter in row] for row in ("ab", "c")))
    assert table.text == "a\tb\nc"
    assert type(table.rows[0]) is tuple


@pytest.mark.parametrize(
    ("build", "told"),
    [
        (Dateline, "Dateline: wanted text or place or date, got none of them"),
        (Embed, "Embed: wanted url or provider or text, got none of them"),
        (Image, "Image: wanted url or alt or width or height, got none of them"),
        (
            ImageCaption,
            "ImageCaption: wanted text or credit_line or credits or image, got none of"
            " them",
        ),
        (Rights, "Rights: wanted holder or notice or terms, got none of them"),
        (
            lambda: Source(kind="person", role="agency", url="u", identifiers=["i"]),
            "Source: wanted name or description, got none of them",
        ),
        (
            lambda: Subject(scheme="s"),
            "Subject: wanted name or code, got none of them",
        ),
    ],
)
def test_nothing_may_be_empty_of_everything(
    build: Callable[[], object], told: str
) -> None:
    with pytest.raises(ModelError) as caught:
        build()
    assert str(caught.value) == told
    assert (caught.value.path, caught.value.value) == ("", None)


@pytest.mark.parametrize(
    "value",
    [
        Dateline(date=datetime(2023, 6, 1)),
        Embed(provider="Example TV"),
        Embed(text="a"),
        Image(alt="a"),
        Image(width=0),
        Image(height=0),
        ImageCaption(credit_line="Reuters"),
        ImageCaption(credits=[Source(name="Reuters")]),
        ImageCaption(image=Image(width=0)),
        Rights(terms="t"),
        Source(description="a western official"),
        Subject(code="20000146"),
    ],
)
def test_one_of_them_is_enough(value: Any) -> None:
    assert value == evolve(value)


def test_what_must_be_there_has_no_default() -> None:
    for cls, least in LEAST.items():
        must = {each.name for each in fields(cls) if each.default is NOTHING}
        assert must <= set(least)
        for name in must:
            with pytest.raises(TypeError):
                cls(**{key: least[key] for key in least if key != name})


# -------------------------------------------------------------- the values' ways


@pytest.mark.parametrize("cls", LEAST)
def test_values_are_frozen_slotted_final_and_keyword_only(cls: type) -> None:
    value = cls(**LEAST[cls])
    name = fields(cls)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, "x")
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        value.other = "x"
    assert not hasattr(value, "__dict__")
    assert cls.__final__  # type: ignore[attr-defined]  # set by typing.final
    with pytest.raises(TypeError):
        cls(*LEAST[cls].values(), "x")


def test_evolving_checks_the_copy() -> None:
    article = Article(headline="Bridge closed", keywords=["bridges"])
    assert evolve(article, headline="Bridge reopens").keywords == ("bridges",)
    assert article.headline == "Bridge closed"
    with pytest.raises(ModelError, match=r"Article\.headline: wanted a text"):
        evolve(article, headline="")


def test_the_error_carries_class_path_problem_and_value() -> None:
    with pytest.raises(ModelError) as caught:
        Article(keywords=["a", "b\n"])
    error = caught.value
    assert (error.kind, error.path, error.value) == ("Article", "keywords[1]", "b\n")
    assert error.problem.startswith("wanted one line of text, got U+000A")


def test_an_offset_that_is_refused_is_shown_as_written() -> None:
    odd = timezone(timedelta(hours=1, seconds=30))
    assert refusal(Article, published=datetime(1900, 1, 1, tzinfo=odd)) == (
        "Article.published: wanted an offset of whole minutes within 14 hours of UTC,"
        " got 1900-01-01T00:00:00+01:00:30"
    )
