"""Items by other makers: each field, however agencies write it."""

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsmodel.evidence import Explanation
from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Embed,
    Heading,
    Image,
    ImageCaption,
    Paragraph,
    Quote,
    Rights,
    Source,
    Subject,
)
from newsmodel.serialisers.newsml import SERIALISER

G2 = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
TEXT = '<itemClass qcode="ninat:text"/>'
MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/"


def explained(
    *, meta: str = "", item: str = "", body: str = "", rights: str = "", more: str = ""
) -> Explanation:
    """Return what is read of an item with these elements in its sections."""
    content = f"<contentSet>{body}</contentSet>" if body else ""
    return SERIALISER.read(
        f'<newsItem xmlns="{G2}" guid="tag:example.com,2023:1" version="3">{more}'
        f"<rightsInfo>{rights}</rightsInfo><itemMeta>{TEXT}{item}</itemMeta>"
        f"<contentMeta>{meta}</contentMeta>{content}</newsItem>"
    )


def read(**parts: str) -> Article:
    return explained(**parts).article


def test_an_item_is_read_whole() -> None:
    article = read(
        item=(
            '<provider literal="Example Wire"/>'
            "<versionCreated>2023-06-02T08:00:00Z</versionCreated>"
            "<firstCreated>2023-06-01T10:30:00+02:00</firstCreated>"
            "<embargoed>2023-06-03T06:00:00Z</embargoed>"
            '<pubStatus qcode="stat:usable"/><edNote>Adds the mayor.</edNote>'
        ),
        meta=(
            "<urgency>4</urgency><located><name>Elmsworth</name></located>"
            "<creator><name>Ann Example</name></creator>"
            '<language tag="en-gb"/><genre qcode="genre:Current"/>'
            "<keyword>bridges</keyword>"
            '<subject qcode="medtop:20000139"><name>bridge</name></subject>'
            "<slugline>BRIDGE/OPEN</slugline><headline>Bridge reopens</headline>"
            "<by>By Ann Example</by>"
            '<description role="drol:summary">After two years.</description>'
        ),
        rights=(
            '<copyrightHolder literal="Example Wire"/>'
            "<copyrightNotice>(c) Example Wire</copyrightNotice>"
            "<usageTerms>Ask first.</usageTerms>"
        ),
        body=f'<inlineXML><html xmlns="{XHTML}"><body><p>It is open.</p></body></html>'
        "</inlineXML>",
    )
    assert article == Article(
        headline="Bridge reopens",
        standfirst="After two years.",
        slugline="BRIDGE/OPEN",
        byline="By Ann Example",
        contributors=[Contributor(name="Ann Example")],
        dateline=Dateline(place="Elmsworth"),
        published=datetime(2023, 6, 1, 10, 30, tzinfo=timezone(timedelta(hours=2))),
        modified=datetime(2023, 6, 2, 8, tzinfo=UTC),
        embargoed=datetime(2023, 6, 3, 6, tzinfo=UTC),
        source=article.source,
        language="en-GB",
        guid="tag:example.com,2023:1",
        version=3,
        subjects=[Subject(name="bridge", code="20000139", scheme=MEDTOP)],
        keywords=["bridges"],
        genre=Subject(code="Current", scheme="http://cv.iptc.org/newscodes/genre/"),
        rights=Rights(
            holder="Example Wire", notice="(c) Example Wire", terms="Ask first."
        ),
        urgency=4,
        status="usable",
        editorial_note="Adds the mayor.",
        body=[Paragraph(text="It is open.")],
    )
    assert article.source is not None
    assert article.source.name == "Example Wire"


@pytest.mark.parametrize("space", ["", f' xmlns:n="{G2}"'])
def test_a_prefix_or_no_namespace_changes_nothing(space: str) -> None:
    n = "n:" if space else ""
    article = SERIALISER.read(
        f"<{n}newsItem{space}><{n}contentMeta><{n}headline>Bridge reopens</{n}headline>"
        f"</{n}contentMeta><{n}contentSet><{n}inlineXML><{n}html><{n}body>"
        f"<{n}p>It is open.</{n}p></{n}body></{n}html></{n}inlineXML></{n}contentSet>"
        f"</{n}newsItem>"
    ).article
    assert article.headline == "Bridge reopens"
    assert article.paragraphs == ("It is open.",)


def test_parts_without_the_namespace_of_the_item_are_read_all_the_same() -> None:
    article = SERIALISER.read(
        f'<newsItem xmlns="{G2}"><itemMeta xmlns=""><provider><name>Example</name>'
        '</provider></itemMeta><contentMeta><headline xmlns="">A</headline>'
        '<creator><name xmlns="">Ann</name></creator></contentMeta></newsItem>'
    ).article
    assert (article.headline, article.authors) == ("A", ("Ann",))
    assert article.source is not None
    assert article.source.name == "Example"


@pytest.mark.parametrize(
    "headlines",
    [
        '<headline role="x:sub">B</headline><headline>A</headline>',
        '<headline role="x:subtitle">B</headline><headline role="x:title">A</headline>',
        '<headline rank="3">B</headline><headline rank="1">A</headline>',
        '<headline/><headline role="x:main">A</headline>',
        "<headline>A</headline><headline>B</headline>",
    ],
)
def test_of_several_headlines_role_and_rank_tell_the_main_one(headlines: str) -> None:
    found = explained(meta=headlines)
    assert found.article.headline == "A"
    others = [found.article.standfirst]
    for evidence in found.evidence:
        others += [each.raw for each in evidence.losers]
    assert ("B" in others) is ("B" in headlines)


def test_without_a_headline_the_title_of_the_item_is_it() -> None:
    title = "<title>Bridge: text</title>"
    assert read(item=title).headline == "Bridge: text"
    headline = "<headline>Bridge reopens</headline>"
    assert read(item=title, meta=headline).headline == "Bridge reopens"


def test_a_subtitle_is_the_standfirst_where_there_is_no_summary() -> None:
    meta = '<headline>A</headline><headline role="x:subHeadline">B</headline>'
    summary = '<description role="drol:summary">C</description>'
    assert read(meta=meta).standfirst == "B"
    assert read(meta=meta + summary).standfirst == "C"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("<creator><name>Ann Example</name></creator>", "Ann Example"),
        ('<creator literal="Ann Example"/>', "Ann Example"),
        ('<creator qcode="staff:ann"/>', "staff:ann"),
        (
            '<creator uri="http://example.com/staff/ann"/>',
            "http://example.com/staff/ann",
        ),
        ('<creator literal="42"><name>Ann  Example</name></creator>', "Ann Example"),
    ],
)
def test_a_name_is_a_name_or_literal_or_code(written: str, name: str) -> None:
    assert read(meta=written).authors == (name,)


def test_names_of_the_inline_catalog_go_before_the_standard_one() -> None:
    catalog = '<catalog><scheme alias="medtop" uri="http://example.com/t/"/></catalog>'
    subject = '<subject qcode="medtop:7"/><subject qcode="ours:8"/>'
    assert read(meta=subject, more=catalog).subjects == (
        Subject(code="7", scheme="http://example.com/t/"),
        Subject(code="ours:8"),
    )


def test_subjects_are_told_by_uri_and_literal_too() -> None:
    meta = (
        f'<subject uri="{MEDTOP}20000139"/><subject literal="weather"/>'
        '<subject literal="W"><name>weather</name></subject><subject/>'
        '<subject><mainConcept qcode="medtop:1"><name>sport</name></mainConcept>'
        "</subject>"
    )
    assert read(meta=meta).subjects == (
        Subject(code="20000139", scheme=MEDTOP),
        Subject(name="weather"),
        Subject(name="weather", code="W"),
        Subject(name="sport", code="1", scheme=MEDTOP),
    )


def test_by_and_creator_are_both_kept() -> None:
    article = read(
        meta="<creator><name>aex</name></creator><by>By Ann Example in Elmsworth</by>"
    )
    assert article.byline == "By Ann Example in Elmsworth"
    assert article.contributors == (
        Contributor(name="aex"),
        Contributor(name="Ann Example", location="Elmsworth"),
    )


def test_a_desk_is_the_author_only_where_nobody_else_is() -> None:
    desk = '<creator literal="Reuters"/>'
    assert read(meta=desk).authors == ("Reuters",)
    assert read(meta=f"{desk}<by>By Ann Example</by>").authors == ("Ann Example",)


def test_contributors_have_the_role_that_their_code_says() -> None:
    meta = (
        '<contributor role="ctrol:descrWriter" literal="AB"/>'
        '<contributor role="x:factChecker"><name>Tom Brook</name></contributor>'
        "<contributor><name>Eve Ray</name></contributor>"
    )
    roles = [(each.name, each.role) for each in read(meta=meta).contributors]
    assert roles == [
        ("AB", "caption-writer"),
        ("Tom Brook", "fact-checker"),
        ("Eve Ray", "contributor"),
    ]


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2023-06-01T10:30:00.250Z", datetime(2023, 6, 1, 10, 30, 0, 250_000, UTC)),
        ("\n 20230601T103000Z\n", datetime(2023, 6, 1, 10, 30, tzinfo=UTC)),
        ("20230601T103000+0000", datetime(2023, 6, 1, 10, 30, tzinfo=UTC)),
        ("2023-06-01T10:30:00", datetime(2023, 6, 1, 10, 30)),
        ("2023-06-01", date(2023, 6, 1)),
        ("20230601", date(2023, 6, 1)),
    ],
)
def test_dates_are_read_as_agencies_write_them(written: str, when: date) -> None:
    article = read(item=f"<firstCreated>{written}</firstCreated>")
    assert article.published == when


def test_a_bad_date_costs_itself_and_the_next_place_counts() -> None:
    found = explained(
        item="<firstCreated>soon</firstCreated>"
        "<versionCreated>2023-06-02T08:00:00Z</versionCreated>"
    )
    assert found.article.published == datetime(2023, 6, 2, 8, tzinfo=UTC)
    assert "'soon' is no date" in [note.message for note in found.notes]


def test_an_embargo_without_a_time_is_told() -> None:
    found = explained(item="<embargoed/>", meta="<headline>A</headline>")
    assert found.article.embargoed is None
    assert [note.code for note in found.notes] == ["empty"]


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("stat:usable", "usable"),
        ("stat:withheld", "withheld"),
        ("stat:canceled", "canceled"),
        ("x:Cancelled", "canceled"),
    ],
)
def test_a_cancelled_item_needs_no_body(code: str, status: str) -> None:
    article = read(item=f'<pubStatus qcode="{code}"/>', meta="<headline>A</headline>")
    assert (article.status, article.body) == (status, ())


def test_what_is_in_the_language_of_the_article_goes_before_translations() -> None:
    found = explained(
        meta=(
            '<language tag="de"/><by xml:lang="en">By Ann Example</by>'
            '<by xml:lang="de">Von Ann Example</by><by>Ben Case</by>'
            '<headline xml:lang="en">Bridge reopens</headline>'
            '<headline xml:lang="de-AT">Brücke offen</headline>'
            '<subject qcode="medtop:20000139"><name xml:lang="en-GB">bridge</name>'
            '<name xml:lang="de">Brücke</name></subject>'
        ),
    )
    article = found.article
    assert article.headline == "Brücke offen"
    assert article.subjects[0].name == "Brücke"
    assert article.byline == "Von Ann Example\nBen Case"
    assert article.authors == ("Ann Example", "Ben Case")
    (left,) = [each for each in found.notes if "By Ann" in each.message]
    assert "another language" in left.message


def test_a_date_of_machines_is_no_printed_dateline() -> None:
    sent = "<dateline>2023-06-01T10:30:00Z</dateline>"
    alone = read(
        meta=sent + "<located><name>Elm</name></located>",
        body="<inlineXML><p>Open.</p></inlineXML>",
    )
    assert alone.dateline == Dateline(place="Elm", date=date(2023, 6, 1))
    opening = read(
        meta=sent,
        body="<inlineXML><p>ELM (Reuters) - The bridge is open.</p></inlineXML>",
    )
    assert opening.dateline == Dateline(text="ELM (Reuters)", place="ELM")


def test_the_title_of_the_text_stands_in_for_a_headline() -> None:
    head = "<head><title>Bridge reopens</title></head>"
    html = f"<inlineXML><html>{head}<body><p>Open.</p></body></html></inlineXML>"
    assert read(meta="", body=html).headline == "Bridge reopens"
    other = explained(meta="<headline>Bridge open</headline>", body=html)
    assert other.article.headline == "Bridge open"
    assert [note.message for note in other.notes if "Bridge reopens" in note.message]


def test_the_dateline_is_read_from_its_element_or_the_first_paragraph() -> None:
    item = "<firstCreated>2023-06-02T08:00:00Z</firstCreated>"
    stated = read(item=item, meta="<dateline>ELMSWORTH, June 1 (Reuters) -</dateline>")
    body = "<inlineXML><p>ELMSWORTH, June 1 (Reuters) - It is open.</p></inlineXML>"
    opening = read(item=item, body=body)
    assert (
        stated.dateline
        == opening.dateline
        == Dateline(
            text="ELMSWORTH, June 1 (Reuters)", place="ELMSWORTH", date=date(2023, 6, 1)
        )
    )
    assert opening.paragraphs[0].startswith("ELMSWORTH")


BODIES = {
    "xhtml": f'<html xmlns="{XHTML}"><head/><body>%s</body></html>',
    "no-namespace": '<html xmlns=""><body>%s</body></html>',
    "prefix": f'<x:html xmlns:x="{XHTML}"><x:body>%s</x:body></x:html>',
    "nitf": (
        '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline>'
        "<hl1>Bridge reopens</hl1></hedline></body.head><body.content><block>%s</block>"
        "</body.content></body></nitf>"
    ),
    "nitf-alone": '<nitf xmlns=""><body.content>%s</body.content></nitf>',
    "bare": "%s",
    "divisions": '<section xmlns=""><div>%s</div></section>',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("kind", ["application/xhtml+xml", "xhtml/xml", "text/plain"])
def test_a_body_is_read_whatever_it_says_it_is(body: str, kind: str) -> None:
    words = "<p>It is\n  open.</p><p/><p>All went well.</p>"
    content = f'<inlineXML contenttype="{kind}">{body % words}</inlineXML>'
    assert read(body=content).paragraphs == ("It is open.", "All went well.")


def test_upper_case_names_are_read() -> None:
    body = "<inlineXML><BODY xmlns=''><P>It is <B>open</B>.</P><UL><LI>one</LI></UL>"
    assert read(body=f"{body}</BODY></inlineXML>").text == "It is open.\n\none"


@pytest.mark.parametrize(
    "words",
    [
        "It is open.\n\nAll went well.",
        "<![CDATA[<p>It is open.</p><p>All went well.</p>]]>",
        "&lt;p&gt;It is open.&lt;/p&gt; &lt;P&gt;All went well.",
    ],
)
def test_inline_data_is_plain_or_escaped_markup(words: str) -> None:
    content = f'<inlineData contenttype="text/plain">{words}</inlineData>'
    assert read(body=content).paragraphs == ("It is open.", "All went well.")


@pytest.mark.parametrize("encoding", ["encd:base64", "base64"])
def test_inline_data_may_be_in_base64(encoding: str) -> None:
    coded = b64encode("<p>It is öpen.</p><p>Well.</p>".encode()).decode()
    data = f'<inlineData encoding="{encoding}">{coded[:9]}\n{coded[9:]}</inlineData>'
    assert read(body=data).paragraphs == ("It is öpen.", "Well.")


@pytest.mark.parametrize("words", ["/9j/4AA=", "a", "éé"])
def test_what_is_no_text_in_base64_is_left_out_with_a_note(words: str) -> None:
    data = f'<inlineData encoding="encd:base64">{words}</inlineData>'
    found = explained(body=data)
    assert not found.article.body
    assert "inlineData is left out" in found.notes[0].message


def test_of_several_renditions_the_marked_up_one_is_read_and_one_only() -> None:
    found = explained(
        body="<inlineData>It is open. Really.</inlineData>"
        "<inlineXML><html><body/></html></inlineXML>"
        "<inlineXML><html><body><p>It is open.</p></body></html></inlineXML>"
    )
    assert found.article.paragraphs == ("It is open.",)
    assert ["inlineData" in note.message for note in found.notes] == [True]


def test_a_citat_is_a_paragraph_that_somebody_says() -> None:
    content = (
        "<inlineXML><BODY xmlns=''><TEXT><RUBRIK>Bron</RUBRIK><DAT><ORT>Elmsworth</ORT>"
        "</DAT><INGRESS><P>Bron.</P></INGRESS><BRODTEXT><CITAT>Ja!</CITAT>"
        "<MELLIS>Nu</MELLIS></BRODTEXT><BYLINE>Ann Exempel</BYLINE></TEXT><TEXT>"
        "<RUBRIK>Fakta</RUBRIK></TEXT></BODY></inlineXML>"
    )
    article = read(body=content)
    assert article.body == (
        Paragraph(text="Bron."),
        Paragraph(text="Ja!", marks=[Quote(start=0, text="Ja!")]),
        Heading(text="Nu"),
        Heading(text="Fakta"),
    )
    assert (article.headline, article.authors) == ("Bron", ("Ann Exempel",))
    assert article.dateline == Dateline(text="Elmsworth", place="Elmsworth")


def test_a_citat_ends_where_the_words_begin_that_say_whose_it_is() -> None:
    content = (
        "<inlineXML><BODY xmlns=''><CITAT>Det är bra, säger Anna Exempel.</CITAT>"
        "</BODY></inlineXML>"
    )
    (quote,) = read(meta='<language tag="sv"/>', body=content).quotes
    assert (quote.start, quote.text, quote.cue) == (0, "Det är bra", "säger")
    assert quote.speaker is not None
    assert quote.speaker.name == "Anna Exempel"


def test_quotes_are_found_last() -> None:
    content = "<inlineXML><p>“It is open,” said Tom Brook.</p></inlineXML>"
    (quote,) = read(body=content).quotes
    assert (quote.text, quote.cue) == ("It is open,", "said")
    assert quote.speaker is not None
    assert quote.speaker.name == "Tom Brook"


def test_what_has_no_field_is_listed_with_path_and_words() -> None:
    found = explained(
        item='<signal qcode="sig:update"/>',
        meta="<headline>A</headline><creditline>Example</creditline>"
        '<altId type="x">7</altId>',
    )
    listed = {note.location.path: note.message for note in found.notes}
    assert listed["/newsItem/itemMeta/signal"].endswith("qcode=sig:update")
    assert listed["/newsItem/contentMeta/creditline"].endswith(": Example")
    assert "7" in listed["/newsItem/contentMeta/altId"]


def test_each_field_has_evidence_with_its_place() -> None:
    found = explained(meta="<headline>A</headline><slugline>S</slugline>")
    places = {each.field: each.winner.location.path for each in found.evidence}
    assert places["headline"] == "/newsItem/contentMeta/headline"
    assert places["slugline"] == "/newsItem/contentMeta/slugline"


PICTURE = f"""<newsItem xmlns="{G2}" guid="p1"><itemMeta>
<itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
<creator role="crol:photographer"><name>Jane Doe</name></creator>
<creditline>Jane Doe/AFP</creditline><headline>A bridge</headline>
<description role="drol:note">Not this.</description>
<description role="drol:caption">The old bridge.</description></contentMeta>
<contentSet><remoteContent href="s.jpg" width="100" height="50"/>
<remoteContent href="b.jpg" width="1000" height="500"/></contentSet></newsItem>"""


def test_a_picture_item_is_an_article_of_its_caption() -> None:
    article = SERIALISER.read(PICTURE).article
    assert (article.headline, article.authors) == ("A bridge", ("Jane Doe",))
    (caption,) = article.captions
    assert (caption.text, caption.credit_line) == ("The old bridge.", "Jane Doe/AFP")
    assert [each.name for each in caption.credits] == ["Jane Doe", "AFP"]
    assert caption.image is not None
    assert (caption.image.url, caption.image.width) == ("b.jpg", 1000)


def test_of_renditions_of_a_film_one_is_read_with_what_it_shows() -> None:
    renditions = "".join(
        f'<remoteContent contenttype="video/mp4" rendition="rnd:{name}"'
        f' href="{name}.mp4" width="{width}" height="{width}"/>'
        for name, width in (("small", 320), ("large", 1920))
    )
    article = SERIALISER.read(
        '<newsItem><itemMeta><itemClass qcode="ninat:video"/></itemMeta><contentMeta>'
        '<description role="drol:summary">Cars cross.</description>'
        '<description role="x:shotlist">The bridge, cars.</description></contentMeta>'
        f"<contentSet>{renditions}</contentSet></newsItem>"
    ).article
    assert article.standfirst == "Cars cross."
    assert article.body == (Embed(url="large.mp4", text="The bridge, cars."),)


def test_pictures_of_one_rendition_are_several_pictures() -> None:
    pictures = "".join(
        f'<remoteContent contenttype="image/jpeg" rendition="rnd:web" href="{name}"/>'
        for name in "ab"
    )
    words = "<inlineData>It is open.</inlineData>"
    images = [each.image for each in read(body=words + pictures).captions]
    assert images == [Image(url="a"), Image(url="b")]


def test_headings_that_repeat_the_headline_are_left_out() -> None:
    found = explained(
        meta='<headline>A</headline><headline role="x:subtitle">B</headline>',
        body="<inlineXML><h1>A</h1><h2>B</h2><p>It is.</p><h2>A</h2></inlineXML>",
    )
    body = found.article.body
    assert body == (Paragraph(text="It is."), Heading(text="A"))
    assert [note.code for note in found.notes] == ["repeated", "repeated"]


def test_inline_tags_in_a_plain_text_are_read() -> None:
    words = "Tom &lt;b&gt;Brook&lt;/b&gt; came.\n\nAll went well."
    content = f"<inlineData>{words}</inlineData>"
    assert read(body=content).paragraphs == ("Tom Brook came.", "All went well.")


def message(*items: str) -> str:
    return (
        f'<newsMessage xmlns="{G2}"><header><sent>2023-06-01T10:00:00Z</sent></header>'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def text_item(guid: str, headline: str, link: str = "") -> str:
    return (
        f'<newsItem guid="{guid}"><itemMeta>{TEXT}{link}</itemMeta><contentMeta>'
        f"<headline>{headline}</headline></contentMeta></newsItem>"
    )


def test_pictures_of_a_message_are_captions_of_its_text() -> None:
    found = SERIALISER.read(message(PICTURE, text_item("t1", "Bridge reopens")))
    assert found.article.headline == "Bridge reopens"
    assert [each.text for each in found.article.captions] == ["The old bridge."]
    paths = [note.location.path for note in found.notes]
    assert "/newsMessage/header/sent" in paths


def test_a_picture_belongs_to_the_text_that_links_to_it() -> None:
    one = text_item("t1", "One")
    two = text_item("t2", "Two", '<link rel="irel:seeAlso" residref="p1"/>')
    found = list(SERIALISER.read_all(message(one, PICTURE, two)))
    captions = {each.article.headline: len(each.article.captions) for each in found}
    assert captions == {"One": 0, "Two": 1}


def package(*guids: str) -> str:
    """Return a package with a group of these items."""
    refs = "".join(f'<itemRef residref="{guid}"/>' for guid in guids)
    return f"<packageItem><groupSet><group>{refs}</group></groupSet></packageItem>"


def test_a_picture_belongs_to_the_text_in_its_group_of_a_package() -> None:
    texts = text_item("t1", "One") + text_item("t2", "Two")
    for grouped, owner in ((("p1", "t2"), "Two"), (("p1", "t3"), "One")):
        found = SERIALISER.read_all(message(package(*grouped), texts, PICTURE))
        owners = [each.article.headline for each in found if each.article.captions]
        assert owners == [owner]


def test_of_several_texts_the_first_is_read_and_the_others_are_told() -> None:
    data = message(text_item("t1", "One"), text_item("t2", "Two"))
    found = SERIALISER.read(data)
    assert found.article.headline == "One"
    assert "more-articles" in [note.code for note in found.notes]


def test_an_own_item_in_a_message_is_read_to_the_letter() -> None:
    article = Article(headline="  Bridge  ", source=Source(name="Example"))
    own = SERIALISER.write(article).decode().partition("?>")[2]
    assert SERIALISER.read(message(own)).article == article


def test_a_package_alone_gives_what_it_says_of_itself() -> None:
    package = (
        f'<packageItem xmlns="{G2}"><contentMeta><headline>Best of</headline>'
        '</contentMeta><groupSet><group><itemRef residref="t1"/></group>'
        "</groupSet></packageItem>"
    )
    assert SERIALISER.read(package).article == Article(headline="Best of")
    assert ImageCaption not in map(type, SERIALISER.read(package).article.body)
