"""NewsML 1.2 in the profiles of several agencies."""

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import evolve

from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import Article, Contributor, Dateline, Rights, Subject
from newsmodel.serialisers.newsml import SERIALISER

MANAGEMENT = (
    "<Identification><NewsIdentifier><ProviderId>example.com</ProviderId>"
    "<DateId>20230601</DateId><NewsItemId>7</NewsItemId>"
    '<RevisionId PreviousRevision="0" Update="N">2</RevisionId>'
    "<PublicIdentifier>urn:newsml:example.com:20230601:7:2</PublicIdentifier>"
    "</NewsIdentifier><NameLabel>bridge</NameLabel></Identification><NewsManagement>"
    '<NewsItemType FormalName="News"/><FirstCreated>20230601T103000+0200</FirstCreated>'
    "<ThisRevisionCreated>20230601T090000Z</ThisRevisionCreated>"
    '<Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>'
)
WORDS = "<p>It is open.</p><p>All went well.</p>"


def document(*components: str, head: str = "", management: str = MANAGEMENT) -> str:
    return (
        f'<NewsML Version="1.2">{head}<NewsItem>{management}'
        f"<NewsComponent>{''.join(components)}</NewsComponent></NewsItem></NewsML>"
    )


def content(words: str, *, kind: str = "", role: str = "") -> str:
    """Return a component with a text in it."""
    role = role and f'<Role FormalName="{role}"/>'
    return (
        f"<NewsComponent>{role}<ContentItem>{kind}<DataContent>{words}</DataContent>"
        "</ContentItem></NewsComponent>"
    )


def explained(*components: str, head: str = "") -> Explanation:
    return SERIALISER.read(document(*components, head=head))


def read(*components: str) -> Article:
    return explained(*components).article


def test_an_item_is_read_whole() -> None:
    article = read(
        "<NewsLines><HeadLine>Bridge reopens</HeadLine><ByLine>By Ann Example</ByLine>"
        "<DateLine>ELMSWORTH, June 1 (Reuters) -</DateLine>"
        "<CopyrightLine>© 2023 Example</CopyrightLine><SlugLine>BRIDGE</SlugLine>"
        "<KeywordLine>bridges</KeywordLine></NewsLines>"
        '<AdministrativeMetadata><Provider><Party FormalName="Example Wire"/>'
        '</Provider><Creator><Party FormalName="Ann Example"/></Creator>'
        "</AdministrativeMetadata>"
        '<DescriptiveMetadata><Language FormalName="EN"/><Genre FormalName="Current"/>'
        '<SubjectCode><Subject FormalName="11000000"/>'
        '<SubjectMatter FormalName="11006000"/><SubjectDetail FormalName=""/>'
        '</SubjectCode><SubjectCode><Subject FormalName="11000000"/></SubjectCode>'
        '<Property FormalName="Keyword" Value="rivers"/></DescriptiveMetadata>',
        content(WORDS),
    )
    scheme = "http://cv.iptc.org/newscodes/subjectcode/"
    assert article == Article(
        headline="Bridge reopens",
        slugline="BRIDGE",
        byline="By Ann Example",
        contributors=[Contributor(name="Ann Example")],
        dateline=Dateline(
            text="ELMSWORTH, June 1 (Reuters)",
            place="ELMSWORTH",
            date=date(2023, 6, 1),
        ),
        published=datetime(2023, 6, 1, 10, 30, tzinfo=timezone(timedelta(hours=2))),
        modified=datetime(2023, 6, 1, 9, tzinfo=UTC),
        source=article.source,
        language="en",
        guid="urn:newsml:example.com:20230601:7:2",
        version=2,
        subjects=[
            Subject(code="11000000", scheme=scheme),
            Subject(code="11006000", scheme=scheme),
        ],
        keywords=["bridges", "rivers"],
        genre=Subject(code="Current"),
        rights=Rights(notice="© 2023 Example"),
        urgency=4,
        status="usable",
        body=article.body,
    )
    assert article.paragraphs == ("It is open.", "All went well.")
    assert article.source is not None
    assert article.source.name == "Example Wire"


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        f"<nitf><body><body.content>{WORDS}</body.content></body></nitf>",
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{WORDS}</body></html>',
        f"<![CDATA[{WORDS}]]>",
        "It is open.\n\nAll went well.",
    ],
)
def test_the_text_is_nitf_or_xhtml_or_escaped_or_plain(words: str) -> None:
    assert read(content(words)).paragraphs == ("It is open.", "All went well.")


def test_the_text_is_told_by_what_it_is_and_not_by_its_role() -> None:
    css = '<Format FormalName="CSS"/>'
    article = read(
        content(".a {color: red}", kind=css, role="StyleSheet"),
        content("Bridge reopens", role="Title"),
        content("After two years.", role="Lead"),
        content(WORDS, role="Whatever"),
        content("The mayor of Elmsworth", role="Caption"),
    )
    assert article.paragraphs == ("It is open.", "All went well.")
    assert (article.headline, article.standfirst) == (
        "Bridge reopens",
        "After two years.",
    )


def test_of_two_forms_of_a_text_the_marked_up_one_is_read_and_the_other_listed() -> (
    None
):
    found = explained(content("It is open. Plain.", role="Body"), content(WORDS))
    assert found.article.paragraphs == ("It is open.", "All went well.")
    assert "It is open. Plain." in str(found.notes)


PHOTO = (
    '<NewsComponent Duid="photo0"><NewsLines><CreditLine>AFP/Archives</CreditLine>'
    "<ByLine>Jane Doe</ByLine></NewsLines>"
    + content("<p>The old bridge.</p>", role="Caption")
    + "".join(
        f'<NewsComponent><Role FormalName="{role}"/><ContentItem Href="{role}.jpg">'
        '<MediaType FormalName="Photo"/><Characteristics>'
        f'<Property FormalName="Width" Value="{width}"/>'
        f'<Property FormalName="Height" Value="{width}"/></Characteristics>'
        "</ContentItem></NewsComponent>"
        for role, width in (("Thumbnail", 90), ("HighDef", 1200))
    )
    + "</NewsComponent>"
)
MEDIA = '<media media-type="image"><media-reference data-location="#photo0"/></media>'


@pytest.mark.parametrize(("media", "at"), [(MEDIA, 0), ("", 2)])
def test_a_picture_stands_where_the_text_refers_to_it(media: str, at: int) -> None:
    article = read(content(media + WORDS), PHOTO)
    (caption,) = article.captions
    assert article.body[at] == caption
    assert (caption.text, caption.credit_line) == ("The old bridge.", "AFP/Archives")
    assert caption.credits[0].name == "Jane Doe"
    assert caption.image is not None
    assert (caption.image.url, caption.image.width) == ("HighDef.jpg", 1200)


def test_files_of_a_picture_may_stand_in_a_component_without_a_role() -> None:
    files = PHOTO.replace('<Role FormalName="Thumbnail"/>', "").replace(
        '<Role FormalName="HighDef"/>', ""
    )
    (caption,) = read(content(WORDS), files).captions
    assert caption.image is not None
    assert (caption.text, caption.image.width) == ("The old bridge.", 1200)


def test_a_reference_to_no_picture_is_left_out_with_a_note() -> None:
    found = explained(content(MEDIA + WORDS))
    assert found.article.captions == ()
    assert "part-missing" in [note.code for note in found.notes]


def test_a_picture_alone_is_an_article_of_its_caption() -> None:
    article = read(PHOTO)
    assert article.paragraphs == ()
    assert [each.text for each in article.captions] == ["The old bridge."]


def test_what_stands_nearest_to_the_text_holds() -> None:
    article = read(
        "<NewsLines><HeadLine>All of it</HeadLine><SlugLine>ALL</SlugLine></NewsLines>"
        "<NewsComponent><NewsLines><HeadLine>Bridge reopens</HeadLine></NewsLines>"
        f"{content(WORDS)}</NewsComponent>"
    )
    assert (article.headline, article.slugline) == ("Bridge reopens", "ALL")


def test_a_line_under_the_headline_and_one_of_rights_are_read() -> None:
    article = read(
        "<NewsLines><SubHeadLine>After two years.</SubHeadLine>"
        "<RightsLine>Ask first.</RightsLine></NewsLines>"
    )
    assert article == evolve(
        read(), standfirst="After two years.", rights=Rights(terms="Ask first.")
    )


def test_all_terms_are_kept_and_a_second_holder_is_told() -> None:
    found = explained(
        "<RightsMetadata><Copyright><CopyrightHolder/></Copyright>"
        "<Copyright><CopyrightHolder>EX</CopyrightHolder></Copyright>"
        "<Copyright><CopyrightHolder>Other</CopyrightHolder></Copyright>"
        "<UsageRights><UsageType>Print</UsageType></UsageRights>"
        "<UsageRights><UsageType>Web</UsageType></UsageRights></RightsMetadata>",
        content(WORDS),
    )
    assert found.article.rights == Rights(holder="EX", terms="Print\nWeb")
    messages = [note.message for note in found.notes]
    assert any(each.endswith(": Other") for each in messages)


def test_without_a_provider_source_and_identifier_tell_who_it_is() -> None:
    source = (
        '<AdministrativeMetadata><Provider><Party FormalName=""/></Provider>'
        '<Source><Party FormalName="Example Wire"/></Source></AdministrativeMetadata>'
    )
    for parts, name in (((source,), "Example Wire"), ((), "example.com")):
        article = read(*parts, content(WORDS))
        assert article.source is not None
        assert article.source.name == name


def test_an_external_parameter_entity_is_not_needed() -> None:
    doctype = '<!DOCTYPE NewsML [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf; ]>'
    assert SERIALISER.read(doctype + document(content(WORDS))).article.paragraphs
    with pytest.raises(ParseError):
        SERIALISER.read(doctype + document(content("<p>Caf&eacute; opens</p>")))


def test_several_items_are_yielded_in_order() -> None:
    item = document(content(WORDS)).partition(">")[2].removesuffix("</NewsML>")
    both = f"<NewsML>{item}{item.replace('It is', 'It was')}</NewsML>"
    texts = [found.article.paragraphs[0] for found in SERIALISER.read_all(both)]
    assert texts == ["It is open.", "It was open."]
    assert "more-articles" in [note.code for note in SERIALISER.read(both).notes]


def headed(headline: str, *components: str, more: str = "") -> str:
    """Return a component with a headline."""
    lines = f"<NewsLines><HeadLine>{headline}</HeadLine></NewsLines>"
    return f"<NewsComponent{more}>{lines}{''.join(components)}</NewsComponent>"


def test_each_text_with_a_headline_is_an_article() -> None:
    both = document(
        headed("One", content(WORDS), PHOTO), headed("Two", content("<p>More.</p>"))
    )
    found = list(SERIALISER.read_all(both))
    assert [each.article.headline for each in found] == ["One", "Two"]
    assert [each.article.paragraphs[-1] for each in found] == [
        "All went well.",
        "More.",
    ]
    assert [len(each.article.captions) for each in found] == [1, 0]
    assert not any("Two" in note.message for note in found[0].notes)
    assert "more-articles" in [note.code for note in SERIALISER.read(both).notes]


def test_variants_of_a_text_are_one_article() -> None:
    same = ' EquivalentsList="yes"'
    texts = headed("One", content(WORDS)) + headed("Two", content(WORDS))
    both = document(f"<NewsComponent{same}>{texts}</NewsComponent>")
    assert len(list(SERIALISER.read_all(both))) == 1


def test_a_film_in_an_article_has_a_headline_of_its_own() -> None:
    film = headed("She laughs", content("Shots of a bridge."))
    film = film.replace("<NewsLines>", '<Role FormalName="Video"/><NewsLines>')
    assert read(headed("Bridge reopens", film)).headline == "Bridge reopens"


@pytest.mark.parametrize(
    ("data", "paragraphs"),
    [(b"It is open.\n\nAll went well.", 2), (b"\xff\xd8\xff\0", 0)],
    ids=["text", "picture"],
)
def test_a_text_in_base64_is_decoded(data: bytes, paragraphs: int) -> None:
    article = read(
        '<NewsComponent><ContentItem><Encoding Notation="Base64"><DataContent>'
        f"{b64encode(data).decode()}</DataContent></Encoding></ContentItem>"
        "</NewsComponent>"
    )
    assert len(article.paragraphs) == paragraphs


def test_what_has_no_field_is_listed_with_path_and_words() -> None:
    found = explained(
        "<NewsLines><CreditLine>Example</CreditLine></NewsLines>",
        content(WORDS),
        head='<NewsEnvelope><NewsProduct FormalName="ALL"/></NewsEnvelope>',
    )
    listed = {note.location.path: note.message for note in found.notes}
    path = "/NewsML/NewsItem/NewsComponent/NewsLines/CreditLine"
    assert listed[path].endswith(": Example")
    assert "ALL" in listed["/NewsML/NewsEnvelope/NewsProduct"]


@pytest.mark.parametrize(
    "broken",
    [
        "<NewsML/>",
        "<NewsML><NewsItem/></NewsML>",
        "<NewsML><NewsItem><NewsComponent/></NewsItem></NewsML>",
    ],
)
def test_a_document_without_an_article_is_refused(broken: str) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(broken)


def test_bad_values_cost_no_more_than_themselves() -> None:
    management = (
        MANAGEMENT.replace("20230601T103000+0200", "soon")
        .replace('"4"', '"44"')
        .replace(">2<", ">two<")
    )
    found = SERIALISER.read(document(content(WORDS), management=management))
    article = found.article
    assert (article.urgency, article.version) == (None, None)
    assert article.modified == datetime(2023, 6, 1, 9, tzinfo=UTC)
    assert article.published == article.modified
    assert "date-refused" in [note.code for note in found.notes]
