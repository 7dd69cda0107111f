"""What a format would lose is named, and in strict mode raises."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel import registry
from newsmodel.errors import SerialiseError
from newsmodel.losses import Loss, differences, refuse_losses
from newsmodel.model import (
    Article,
    Contributor,
    Paragraph,
    Quote,
    Rights,
    Source,
)

ARTICLE = Article(
    headline="Bridge reopens",
    contributors=[Contributor(name="Ann Example")],
    body=[
        Paragraph(text="“Stop,” she said.", marks=[Quote(start=1, text="Stop,")]),
        Paragraph(text="Two."),
    ],
)


def test_equal_articles_do_not_differ() -> None:
    assert differences(ARTICLE, ARTICLE) == ()


def test_a_difference_is_named_by_its_path() -> None:
    said = Quote(start=1, text="Stop,", cue="said")
    paragraph = Paragraph(text="“Stop,” she said.", marks=[said])
    other = Article(
        headline="Bridge open",
        contributors=[Contributor(name="Ann Example", location="Elmsworth")],
        body=[paragraph, Paragraph(text="Two.")],
    )
    assert differences(ARTICLE, other) == (
        "headline",
        "contributors[0].location",
        "body[0].marks[0].cue",
    )


def test_blocks_that_are_missing_are_named() -> None:
    other = Article(headline="Bridge reopens", contributors=ARTICLE.contributors)
    assert differences(ARTICLE, other) == ("body[0]", "body[1]")
    assert differences(other, ARTICLE) == ("body",)


def test_times_that_are_written_otherwise_differ() -> None:
    one = Article(published=date(2024, 5, 1))
    other = Article(published=datetime(2024, 5, 1, tzinfo=UTC))
    assert differences(one, other) == ("published",)


def test_a_loss_raises_with_the_names_of_the_fields() -> None:
    one = Article(headline="A", views=7, urgency=3)
    with pytest.raises(SerialiseError, match="give back urgency, views") as caught:
        refuse_losses(one, Article(headline="A"), "toy")
    assert caught.value.path == "urgency"


def test_of_many_losses_ten_are_named() -> None:
    body = [Paragraph(text=str(each)) for each in range(200)]
    with pytest.raises(SerialiseError, match="and 90 more"):
        refuse_losses(Article(headline="A", body=body), Article(headline="A"), "toy")


@pytest.mark.parametrize("format", ["json", "newsml", "nitf"])
def test_what_is_complete_is_written_in_strict_mode_as_ever(format: str) -> None:
    data = newsmodel.serialise(ARTICLE, format, strict=True)
    assert data == newsmodel.serialise(ARTICLE, format)


PAGES = Path(__file__).parents[1] / "docs" / "reference"


LOSSY = [each.format for each in newsmodel.formats() if each.loses]


def losses_of(format: str) -> tuple[Loss, ...]:
    """Return what a format loses; those that lose nothing say nothing of it."""
    return getattr(registry.named(format), "losses", ())


@pytest.mark.parametrize("format", LOSSY)
def test_the_page_of_a_format_publishes_what_it_loses(format: str) -> None:
    page = (PAGES / f"{format}.md").read_text()
    _, _, table = page.partition("| field | what is kept |\n| --- | --- |\n")
    rows = table.partition("\n\n")[0].splitlines()
    assert rows == [
        f"| `{each.field}` | {each.becomes} |" for each in losses_of(format)
    ]


@pytest.mark.parametrize("format", LOSSY)
def test_a_format_says_which_fields_it_loses(format: str) -> None:
    (info,) = [each for each in newsmodel.formats() if each.format == format]
    assert info.loses == tuple(each.field for each in losses_of(format))


# For each field that people see a part of, two values that they see no difference of.
ALIKE: dict[str, tuple[object, object]] = {
    "contributors": (
        [Contributor(name="Ann Example")],
        [Contributor(name="Ann Example", kind="unknown", location="Elmsworth")],
    ),
    "source": (Source(name="Example"), Source(name="Example", kind="agency")),
    "url": (None, "javascript:alert(1)"),
    "rights": (Rights(notice="©"), Rights(notice="©", holder="Example")),
    "published": (datetime(2024, 5, 1, 9), datetime(2024, 5, 1, 9, 0, 7)),
    "body": (
        [Paragraph(text="“Stop”", marks=[Quote(start=1, text="Stop")])],
        [Paragraph(text="“Stop”", marks=[Quote(start=1, text="Stop", cue="said")])],
    ),
}


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_what_people_see_a_part_of_is_published_as_such(format: str) -> None:
    partly = {each.field for each in losses_of(format) if each.becomes != "left out"}
    for field, values in ALIKE.items():
        one, other = (
            newsmodel.serialise(Article(**{field: value}), format)  # type: ignore[arg-type]  # as the table has them
            for value in values
        )
        assert one == other or field not in partly
        assert one != other or field in {each.field for each in losses_of(format)}
    assert partly <= ALIKE.keys()


SEEN = Article(
    headline="Bridge reopens",
    standfirst="Shut for two years",
    section="Local",
    byline="By Ann Example",
    published=date(2024, 5, 1),
    modified=date(2024, 5, 2),
    language="en-GB",
)


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_what_people_are_said_to_see_is_written(format: str) -> None:
    data = newsmodel.serialise(SEEN, format).decode()
    lost = {each.field for each in losses_of(format)}
    for each in attrs.fields(Article):
        value = getattr(SEEN, each.name)
        if each.name not in lost:
            assert str(value) in data, each.name


@pytest.mark.parametrize("format", ["html", "markdown", "ninjs", "jsonld"])
def test_strict_mode_raises_where_something_is_lost(format: str) -> None:
    article = Article(
        headline="Bridge reopens",
        embargoed=date(2024, 5, 3),
        body=[Paragraph(text="The bridge is open again.")],
    )
    with pytest.raises(SerialiseError) as caught:
        newsmodel.serialise(article, format, strict=True)
    assert "embargoed" in str(caught.value) or format == "markdown"


FORMATS = [each.format for each in newsmodel.formats() if each.writes]


def kept(format: str, field: str) -> str:
    losses = losses_of(format)
    for each in losses:
        if each.field == field and each.becomes.partition(",")[0] == "left out":
            return "no"
    lossy = [
        each.field for each in losses if re.split(r"[.\[]", each.field)[0] == field
    ]
    return "in part" if lossy else "yes"


def table_of_fields() -> list[str]:
    """Return the rows of the table on the page of formats."""
    return [
        f"| `{each.name}` | {' | '.join(kept(one, each.name) for one in FORMATS)} |"
        for each in attrs.fields(Article)
    ]


def test_the_page_of_formats_says_what_each_holds() -> None:
    page = (PAGES / "formats.md").read_text()
    head = f"| field | {' | '.join(FORMATS)} |\n|{' --- |' * (len(FORMATS) + 1)}\n"
    _, _, table = page.partition(head)
    assert table.splitlines() == table_of_fields()
