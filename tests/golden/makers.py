"""The golden files, and what makes each; see the README beside this file."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

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
from newsmodel.parsers.html import PARSER
from newsmodel.serialisers.json import SERIALISER
from newsmodel.serialisers.json._schema import schema

_GOLDEN = Path(__file__).parent
_EXAMPLES = _GOLDEN.parents[1] / "examples"
_PACKAGE = _GOLDEN.parents[1] / "src" / "newsmodel"

_MAYOR = Source(
    name="Ada Sample",
    description="the mayor\nof Exampleton",
    kind="person",
    role="speaker",
    url="https://example.org/ada",
    identifiers=["urn:example:ada", "Q0"],
)
_SAID = "“We will «rebuild» it,” said Ada Sample 🙂, the mayor."

#: An article with every field of every class, none at its default.
EVERYTHING = Article(
    headline="Bridge “reopens”\tat last",
    standfirst="After two years\nand a flood.",
    slugline="EX-Bridge",
    section="Local",
    byline="By Ann Example in Exampleton",
    contributors=[
        Contributor(
            name="Ann Example",
            role="translator",
            kind="unknown",
            location="Exampleton",
            affiliation="Example Wire",
            url="https://example.org/ann",
            identifiers=["urn:example:ann"],
        ),
        Contributor(name="B. Example"),
    ],
    dateline=Dateline(
        text="EXAMPLETON, June 1 (Example Wire)",
        place="EXAMPLETON",
        date=date(2023, 6, 1),
    ),
    published=datetime(2023, 6, 1, 9, 30, tzinfo=timezone(timedelta(hours=5.75))),
    modified=datetime(2023, 6, 2, 0, 0, 0, 1),
    embargoed=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    source=Source(name="Example Wire", kind="agency"),
    language="en-GB",
    url="https://example.org/bridge?a=1&b=\\",
    guid="urn:example:bridge:7",
    version=7,
    subjects=[
        Subject(name="bridges", code="20000001", scheme="https://example.org/codes/"),
        Subject(code="a b"),
    ],
    keywords=["bridge", "flood"],
    genre=Subject(name="Feature"),
    rights=Rights(holder="Example", notice="© 2023 Example", terms="No resale."),
    urgency=1,
    status="withheld",
    editorial_note="Check the mayor's name.",
    views=2**53 - 1,
    body=[
        Heading(
            text="What happened",
            level=3,
            marks=[Emphasis(start=5, text="happened")],
        ),
        Paragraph(
            text=_SAID,
            marks=[
                Quote(
                    start=1,
                    text="We will «rebuild» it,",
                    kind="mixed",
                    speaker=_MAYOR,
                    mention="Ada Sample",
                    cue="said",
                    group=0,
                    fragments=["rebuild"],
                    confidence=87,
                ),
                Link(start=29, text="Ada Sample", href="https://example.org/ada"),
                Emphasis(start=29, text="Ada", kind="strong"),
                Quote(start=9, text="«rebuild»"),
                Emphasis(start=33, text="Sample"),
            ],
        ),
        ListItem(
            text="One",
            depth=16,
            ordered=True,
            marks=[Link(start=0, text="One", href="#1")],
        ),
        BlockQuote(
            text="It is \\ over.",
            marks=[Quote(start=0, text="It is \\ over.", kind="indirect")],
        ),
        ImageCaption(
            text="The bridge",
            credit_line="A. Doe/Example Wire",
            credits=[Source(name="A. Doe", role="photographer")],
            image=Image(
                url="https://example.org/bridge.jpg",
                alt="A bridge\nin fog",
                width=0,
                height=600,
            ),
            marks=[Emphasis(start=0, text="The bridge")],
        ),
        Table(
            rows=[
                [Cell(text="Turnout", header=True), Cell()],
                [Cell(text="“Aye”", marks=[Quote(start=1, text="Aye")])],
            ],
            caption="The vote",
        ),
        Embed(
            url="https://example.org/v",
            provider="Example TV",
            text="Watch",
            marks=[Link(start=0, text="Watch", href="https://example.org/v")],
        ),
        Embed(provider="Example TV"),
    ],
)


def _read_page() -> bytes:
    page = (_EXAMPLES / "article.html").read_bytes()
    return SERIALISER.write(PARSER.read(page).article) + b"\n"


#: Each golden file with what makes its bytes.
MAKERS: dict[Path, Callable[[], bytes]] = {
    _GOLDEN / "everything.json": lambda: SERIALISER.write(EVERYTHING) + b"\n",
    _GOLDEN / "page.json": _read_page,
    _PACKAGE / "serialisers/json/article.schema.json": lambda: (
        json.dumps(schema(), indent=2).encode() + b"\n"
    ),
}

if __name__ == "__main__":
    for path, make in MAKERS.items():
        path.write_bytes(make())
