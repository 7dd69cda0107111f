"""What a format would lose is named, and in strict mode raises."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel import registry
from newsmodel.errors import SerialiseError
from newsmodel.model import Article, Contributor, Paragraph, Quote
from newsmodel.serialisers._losses import Loss, differences, refuse_losses

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


PAGES = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize(
    "format", [each.format for each in newsmodel.formats() if each.loses]
)
def test_the_page_of_a_format_publishes_what_it_loses(format: str) -> None:
    losses: tuple[Loss, ...] = registry.named(format).losses  # type: ignore[attr-defined]  # only those that lose have it
    page = (PAGES / f"{format}.md").read_text()
    _, _, table = page.partition("| field | what is read back |\n| --- | --- |\n")
    rows = table.partition("\n\n")[0].splitlines()
    assert rows == [f"| `{each.field}` | {each.becomes} |" for each in losses]


EXCHANGE = ("json", "newsml", "nitf", "ninjs", "jsonld")


def kept(format: str, field: str) -> str:
    losses: tuple[Loss, ...] = getattr(registry.named(format), "losses", ())
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
        f"| `{each.name}` | {' | '.join(kept(one, each.name) for one in EXCHANGE)} |"
        for each in attrs.fields(Article)
    ]


def test_the_page_of_formats_says_what_each_holds() -> None:
    page = (PAGES / "formats.md").read_text()
    head = f"| field | {' | '.join(EXCHANGE)} |\n|{' --- |' * (len(EXCHANGE) + 1)}\n"
    _, _, table = page.partition(head)
    assert table.splitlines() == table_of_fields()
