"""An article with something of everything, and the document it is written as.

After a change of the mapping write the document anew, and review its diff::

    PYTHONPATH=src python -m tests.serialisers.newsml.example
"""

from datetime import date, datetime, timedelta, timezone
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
from newsmodel.serialisers.newsml import SERIALISER

GOLDEN = Path(__file__).parents[2] / "golden" / "newsml" / "article.xml"

MAYOR = Source(
    name="Tom Brook",
    description="the mayor",
    kind="person",
    role="mayor",
    url="https://example.org/brook",
    identifiers=("Q1", "isni:2"),
)
RESIDENTS = Source(description="two residents", kind="group")

ARTICLE = Article(
    headline="Bridge “safe & sound”, reopens",
    standfirst="It was shut for two years.",
    slugline="UK-Bridge-Elmsworth",
    section="Local news",
    byline="By Ann Example in Elmsworth",
    contributors=(
        Contributor(
            name="Ann Example", location="Elmsworth", affiliation="The Gazette"
        ),
        Contributor(name="Ben Example", role="editor", url="https://example.com/ben"),
        Contributor(
            name="Gazette Data", role="data-analysis", kind="agency", location="Leeds"
        ),
    ),
    dateline=Dateline(
        text="ELMSWORTH, June 1", place="Elmsworth", date=date(2023, 6, 1)
    ),
    published=datetime(2023, 6, 1, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    modified=date(2023, 6, 2),
    embargoed=date(2023, 6, 1),
    source=Source(name="The Gazette", kind="publication", url="https://example.com/"),
    language="en-GB",
    url="https://example.com/bridge?page=1",
    guid="tag:example.com,2023:bridge",
    version=2,
    subjects=(
        Subject(
            name="bridges",
            code="20000337",
            scheme="http://cv.iptc.org/newscodes/mediatopic/",
        ),
        Subject(name="Elmsworth"),
    ),
    keywords=("bridge", "river Elm"),
    genre=Subject(
        name="Current", code="Current", scheme="http://cv.iptc.org/newscodes/genre/"
    ),
    rights=Rights(
        holder="The Gazette", notice="© 2023 The Gazette", terms="Ask first."
    ),
    urgency=4,
    status="usable",
    editorial_note="Picture follows.",
    views=1234,
    body=(
        Paragraph(
            text="“It is safe,” said Tom Brook,\nas “sound as ever”.",
            marks=[
                Quote(start=1, text="It is safe,", speaker=MAYOR, cue="said", group=0),
                Quote(
                    start=30,
                    text="as “sound as ever”",
                    kind="mixed",
                    speaker=MAYOR,
                    mention="Tom Brook",
                    fragments=("sound as ever",),
                    group=0,
                    confidence=90,
                ),
                Emphasis(start=19, text="Tom Brook"),
            ],
        ),
        ImageCaption(
            text="The bridge on Thursday",
            credit_line="A. Doe/Example Pictures",
            credits=(
                Source(name="A. Doe", kind="person", role="photographer"),
                Source(name="Example Pictures", kind="agency", role="agency"),
            ),
            image=Image(url="https://example.com/b.jpg", alt="A bridge", width=640),
        ),
        Heading(text="What comes next"),
        Paragraph(
            text="See our guide, residents say",
            marks=[
                Link(start=4, text="our guide", href="https://example.com/?a=1&b=2"),
                Emphasis(start=0, text="See our", kind="strong"),
                Quote(
                    start=0, text="See our guide", kind="indirect", speaker=RESIDENTS
                ),
            ],
        ),
        ListItem(text="one"),
        ListItem(text="one by one", depth=3, ordered=True),
        ListItem(text="two"),
        BlockQuote(text="We regret the delay."),
        Table(
            rows=[[Cell(text="Year", header=True)], [Cell(text="2021"), Cell()]],
            caption="Closures",
        ),
        Embed(url="https://example.com/video", provider="Example TV", text="Watch it"),
    ),
)

if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_bytes(SERIALISER.write(ARTICLE))
