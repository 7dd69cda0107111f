"""NITF as agencies send it: with namespace or without, valid or not."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import newsmodel
from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Emphasis,
    Heading,
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
from newsmodel.serialisers.nitf import SERIALISER

SUBJECTS = "http://cv.iptc.org/newscodes/subjectcode/"
NAMESPACE = ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'


def explained(
    *, doc: str = "", head: str = "", top: str = "", body: str = "", root: str = ""
) -> Explanation:
    return SERIALISER.read(
        f"<nitf{root}><head>{head}<docdata>{doc}</docdata></head><body>"
        f"<body.head>{top}</body.head><body.content>{body}</body.content></body></nitf>"
    )


def read(**parts: str) -> Article:
    return explained(**parts).article


@pytest.mark.parametrize("root", ["", NAMESPACE, ' baselang="en-GB"'])
def test_a_document_is_read_whole(root: str) -> None:
    article = read(
        root=root,
        head=(
            "<title>1 BRIDGE</title>"
            '<tobject><tobject.property tobject.property.type="Current"/>'
            '<tobject.subject tobject.subject.refnum="11006005"'
            ' tobject.subject.type="Politics" tobject.subject.matter="Government"/>'
            "</tobject>"
        ),
        doc=(
            '<date.issue norm="20230601T103000+0200"/><urgency ed-urg="4"/>'
            '<date.release norm="20230602T060000+0200"/>'
            '<doc-id id-string="urn:x:7" regsrc="EX"/><ed-msg info="Adds the mayor."/>'
            '<du-key key="BRIDGE-OPEN" version="3"/>'
            '<key-list><keyword key="bridges"/><keyword>rivers</keyword></key-list>'
            '<doc.copyright year="2023" holder="Example Wire"/>'
        ),
        top=(
            "<hedline><hl1>Bridge reopens</hl1><hl2>After two years</hl2></hedline>"
            "<byline>By <person>Ann Example</person><byttl>Example Wire</byttl>"
            "</byline>"
            "<distributor><org>Example News</org></distributor><dateline>"
            "<location>ELMSWORTH</location>"
            '<story.date norm="20230601T103000">20230601T103000</story.date></dateline>'
        ),
        body="<block><p>It is open.</p><hl2>What next</hl2><p>All went well.</p>"
        "</block>",
    )
    assert article == Article(
        headline="Bridge reopens",
        standfirst="After two years",
        slugline="BRIDGE-OPEN",
        byline="By Ann Example Example Wire",
        contributors=[Contributor(name="Ann Example")],
        dateline=Dateline(text="ELMSWORTH", place="ELMSWORTH"),
        published=datetime(2023, 6, 1, 10, 30, tzinfo=timezone(timedelta(hours=2))),
        embargoed=datetime(2023, 6, 2, 6, tzinfo=timezone(timedelta(hours=2))),
        source=article.source,
        language="en-GB" if "baselang" in root else None,
        guid="urn:x:7",
        version=3,
        subjects=[Subject(name="Government", code="11006005", scheme=SUBJECTS)],
        keywords=["bridges", "rivers"],
        genre=Subject(name="Current"),
        rights=Rights(holder="Example Wire", notice="© 2023 Example Wire"),
        urgency=4,
        editorial_note="Adds the mayor.",
        body=[
            Paragraph(text="It is open."),
            Heading(text="What next"),
            Paragraph(text="All went well."),
        ],
    )
    assert article.source is not None
    assert article.source.name == "Example News"


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("20230601", date(2023, 6, 1)),
        ("20230601T103000Z", datetime(2023, 6, 1, 10, 30, tzinfo=UTC)),
        ("20230601T103000", datetime(2023, 6, 1, 10, 30)),
        ("2023-06-01 10:30:00+00:00", datetime(2023, 6, 1, 10, 30, tzinfo=UTC)),
    ],
)
def test_dates_are_basic_or_extended(written: str, when: date) -> None:
    assert read(doc=f'<date.issue norm="{written}"/>').published == when


def test_a_release_is_no_embargo_where_it_is_the_only_date_or_not_later() -> None:
    release = '<date.release norm="20230601T103000Z"/>'
    alone = read(doc=release)
    assert (alone.published, alone.embargoed) == (
        datetime(2023, 6, 1, 10, 30, tzinfo=UTC),
        None,
    )
    both = read(doc=f'<date.issue norm="20230601T103000Z"/>{release}')
    assert both.embargoed is None


def test_a_bad_value_costs_itself_with_a_note() -> None:
    found = explained(
        doc='<date.issue norm="YYYYMMDD"/><urgency ed-urg="55"/>',
        top="<hedline><hl1>A</hl1></hedline>",
    )
    assert found.article == Article(headline="A")
    assert [note.code for note in found.notes] == ["date-refused", "number-refused"]


def test_the_title_stands_in_for_a_headline() -> None:
    title = "<title>Bridge reopens</title>"
    assert read(head=title).headline == "Bridge reopens"
    top = "<hedline><hl1>Bridge is open</hl1></hedline>"
    assert read(head=title, top=top).headline == "Bridge is open"


def test_without_a_distributor_the_holder_of_the_rights_is_the_source() -> None:
    doc = '<doc-id regsrc="EX"/><doc.copyright holder="Example Wire"/>'
    source = read(doc=doc).source
    assert source is not None
    assert source.name == "Example Wire"


def test_lists_tables_links_and_emphasis_are_read() -> None:
    article = read(
        body='<p>See <a href="https://example.com">there</a>, <em>now</em>.</p>'
        "<ol><li>one</li></ol>"
        "<table><caption>Votes</caption><tr><th>Yes</th><td>52</td></tr></table>"
    )
    paragraph, item, table = article.body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.marks == (
        Link(start=4, text="there", href="https://example.com"),
        Emphasis(start=11, text="now"),
    )
    assert item == ListItem(text="one", ordered=True)
    assert isinstance(table, Table)
    assert (table.caption, table.text) == ("Votes", "Yes\t52")


def test_each_byline_has_its_element() -> None:
    top = (
        "<byline>By <person>Ann Example</person>, Roads Editor"
        "<location>Elmsworth</location></byline><byline>Ben Case</byline>"
    )
    article = read(top=top)
    assert article.byline == "By Ann Example, Roads Editor Elmsworth\nBen Case"
    assert article.authors == ("Ann Example", "Ben Case")


def test_the_parts_of_a_place_are_listed_as_in_print() -> None:
    place = "<city>Elmsworth</city><state>Kent</state>"
    day = '<story.date norm="20230601">June 1</story.date>'
    dateline = f"<dateline><location>{place}</location>{day}</dateline>"
    found = read(doc='<date.issue norm="20230601"/>', top=dateline).dateline
    assert found == Dateline(
        text="Elmsworth, Kent, June 1", place="Elmsworth, Kent", date=date(2023, 6, 1)
    )


def test_a_tagline_is_a_paragraph_where_it_is_a_sentence() -> None:
    end = "</body.content><body.end><tagline>{}</tagline></body.end><body.content>"
    signed = explained(body="<p>It is open.</p>" + end.format("The Wire/ae"))
    assert signed.article.paragraphs == ("It is open.",)
    assert "The Wire/ae" in signed.notes[0].message
    said = read(body="<p>It is open.</p>" + end.format("Ben Case contributed."))
    assert said.paragraphs == ("It is open.", "Ben Case contributed.")


def test_a_picture_has_caption_credit_and_address() -> None:
    (caption,) = read(
        body='<media media-type="image"><media-reference source="a.jpg" width="640"'
        ' alternate-text="a bridge"/><media-caption>The old bridge.</media-caption>'
        "<media-producer>Jane Doe/AFP</media-producer></media>"
    ).captions
    assert isinstance(caption, ImageCaption)
    assert (caption.text, caption.credit_line) == ("The old bridge.", "Jane Doe/AFP")
    assert [each.name for each in caption.credits] == ["Jane Doe", "AFP"]
    assert caption.image == newsmodel.Image(url="a.jpg", alt="a bridge", width=640)


@pytest.mark.parametrize(
    "body",
    [
        '<p><q quote-source="Tom Brook">“It is open.”</q></p>',
        '<p quote-source="Tom Brook">“It is open.”</p>',
        '<bq quote-source="Tom Brook"><block><p>“It is open.”</p></block></bq>',
    ],
)
def test_a_quote_that_names_its_source_is_one(body: str) -> None:
    assert read(body=body).quotes == (
        Quote(start=1, text="It is open.", speaker=Source(name="Tom Brook")),
    )


def test_the_tags_of_people_and_places_leave_their_words() -> None:
    found = explained(body="<p>So <person>Tom Brook</person> said.</p>")
    assert found.article.paragraphs == ("So Tom Brook said.",)
    assert [note.code for note in found.notes] == ["markup"]


def test_what_has_no_field_is_listed_with_path_and_words() -> None:
    found = explained(
        head='<meta name="desk" content="Finance"/>',
        doc='<series series.part="1"/>',
        body="<p>A.</p>",
    )
    listed = {note.location.path: note.message for note in found.notes}
    assert "content=Finance" in listed["/nitf/head/meta"]
    assert "series.part=1" in listed["/nitf/head/docdata/series"]


def test_it_is_found_by_look() -> None:
    document = b'\xef\xbb\xbf <?xml version="1.0"?><!-- a --><!DOCTYPE nitf SYSTEM "n">'
    document += b"<nitf><head><title>A</title></head></nitf>"
    assert newsmodel.explain(document).format == "nitf"


def test_another_root_is_refused() -> None:
    with pytest.raises(ParseError, match="the root is html"):
        SERIALISER.read("<html/>")
