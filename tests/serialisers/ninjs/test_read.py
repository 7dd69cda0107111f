"""ninjs of all versions and superdesk's dialect are read; what has no field is told."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import NewsModelError, ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Embed,
    Heading,
    ImageCaption,
    Paragraph,
    Rights,
    Source,
    Subject,
)
from newsmodel.rules._words import words
from newsmodel.serialisers.ninjs import SERIALISER

HEADLINE = "Bridge reopens"
BODY = (
    "<h1>Bridge reopens</h1><p>ELMSWORTH (Reuters) - The bridge is open.</p>"
    "<p>“It is safe,” said Tom Brook, the mayor.</p>"
)


def explained(**fields: Any) -> Explanation:
    document = {"uri": "urn:example:1", **fields}
    return SERIALISER.read(json.dumps(document))


def read(**fields: Any) -> Article:
    return explained(**fields).article


ONE = {
    "uri": "urn:example:1",
    "type": "text",
    "version": "2",
    "versioncreated": "2024-05-02T10:00:00Z",
    "firstcreated": "2024-05-01T09:00:00+0200",
    "embargoed": "2024-05-03T00:00:00Z",
    "pubstatus": "usable",
    "urgency": 3,
    "language": "en_gb",
    "headline": HEADLINE,
    "slugline": "bridge",
    "byline": "By Ann Example and Ben Roe",
    "located": "Elmsworth",
    "ednote": "Check the date",
    "copyrightholder": "Example News",
    "copyrightnotice": "© Example News",
    "usageterms": "Ask first",
    "body_xhtml": BODY,
    "body_text": "Bridge reopens. The bridge is open.",
    "description_text": "Shut for two years.",
    "subject": [
        {"name": "bridges", "scheme": "http://example.org/cv/", "code": "b1"},
        {"name": "roads"},
    ],
    "associations": {
        "photo": {
            "uri": "urn:example:2",
            "type": "picture",
            "byline": "Jane Doe/AFP",
            "description_text": "The bridge on Monday",
            "renditions": {
                "small": {"href": "s.jpg", "width": 10, "height": 10},
                "big": {"href": "b.jpg", "width": 900, "height": 600},
            },
        }
    },
}
TWO = {
    **{name: ONE[name] for name in ("uri", "type", "version", "urgency", "slugline")},
    "versioncreated": ONE["versioncreated"],
    "firstcreated": ONE["firstcreated"],
    "embargoeduntil": ONE["embargoed"],
    "pubstatus": "usable",
    "language": "en-GB",
    "by": ONE["byline"],
    "located": "Elmsworth",
    "ednote": ONE["ednote"],
    "copyrightholder": "Example News",
    "copyrightnotice": "© Example News",
    "usageterms": "Ask first",
    "headlines": [
        {"role": "short", "value": "Bridge"},
        {"role": "main", "contenttype": "text/plain", "value": HEADLINE},
    ],
    "descriptions": [{"role": "summary", "value": "Shut for two years."}],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "Bridge reopens."},
        {"role": "html", "contenttype": "text/html", "value": BODY},
    ],
    "subjects": [
        {"name": "bridges", "uri": "http://example.org/cv/b1"},
        {"name": "roads"},
    ],
    "associations": [
        {
            "name": "photo",
            "uri": "urn:example:2",
            "type": "picture",
            "by": "Jane Doe/AFP",
            "descriptions": [{"role": "caption", "value": "The bridge on Monday"}],
            "renditions": [
                {"name": "small", "href": "s.jpg", "width": 10, "height": 10},
                {"name": "big", "href": "b.jpg", "width": 900, "height": 600},
            ],
        }
    ],
}
_CAPITALS = {
    "versioncreated": "versionCreated",
    "firstcreated": "firstCreated",
    "embargoeduntil": "embargoedUntil",
    "pubstatus": "pubStatus",
    "ednote": "edNote",
    "copyrightholder": "copyrightHolder",
    "copyrightnotice": "copyrightNotice",
    "usageterms": "usageTerms",
    "contenttype": "contentType",
}


def capitalised(value: Any) -> Any:
    """Return a document of 2.x as 3.x writes it."""
    if isinstance(value, dict):
        return {_CAPITALS.get(name, name): capitalised(v) for name, v in value.items()}
    return [capitalised(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "document", [ONE, TWO, capitalised(TWO)], ids=["1.x", "2.x", "3.x"]
)
def test_one_article_is_read_from_each_version(document: dict[str, Any]) -> None:
    article = SERIALISER.read(json.dumps(document)).article
    assert article.headline == HEADLINE
    assert article.standfirst == "Shut for two years."
    assert article.byline == "By Ann Example and Ben Roe"
    assert article.authors == ("Ann Example", "Ben Roe")
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-01T09:00:00+02:00"
    assert article.modified == datetime(2024, 5, 2, 10, tzinfo=UTC)
    assert article.embargoed == datetime(2024, 5, 3, tzinfo=UTC)
    assert (article.version, article.urgency, article.status) == (2, 3, "usable")
    assert (article.language, article.guid) == ("en-GB", "urn:example:1")
    assert article.editorial_note == "Check the date"
    assert article.source == Source(name="Example News", kind="publication")
    assert article.rights == Rights(
        holder="Example News", notice="© Example News", terms="Ask first"
    )
    assert article.subjects == (
        Subject(name="bridges", scheme="http://example.org/cv/", code="b1"),
        Subject(name="roads"),
    )
    assert article.dateline == Dateline(text="ELMSWORTH (Reuters)", place="Elmsworth")
    assert article.paragraphs == (
        "ELMSWORTH (Reuters) - The bridge is open.",
        "“It is safe,” said Tom Brook, the mayor.",
    )
    (caption,) = article.captions
    assert (caption.text, caption.credit_line) == (
        "The bridge on Monday",
        "Jane Doe/AFP",
    )
    assert [each.name for each in caption.credits] == ["Jane Doe", "AFP"]
    assert caption.image is not None
    assert caption.image.url == "b.jpg"
    (quote,) = article.quotes
    assert quote.text == "It is safe,"
    assert quote.speaker is not None
    assert quote.speaker.name == "Tom Brook"


def test_superdesk_names_its_fields_its_own_way() -> None:
    article = SERIALISER.read(
        json.dumps(
            {
                "guid": "tag:example.com,2024:1",
                "source": "Example Agency",
                "headline": HEADLINE,
                "byline": "Ann Example, Example University",
                "authors": [
                    {"name": "Ben Roe", "role": "editor"},
                    {"name": "Ann Example", "role": "author", "uri": "urn:ann"},
                ],
                "keywords": ["bridges", "roads"],
                "service": [{"name": "Local", "code": "l"}],
                "genre": [{"name": "Article (news)", "code": "Article"}],
                "body_html": "<p>The bridge is open.</p>",
                "priority": 6,
            }
        )
    ).article
    assert article.guid == "tag:example.com,2024:1"
    assert article.source == Source(name="Example Agency", kind="organisation")
    assert article.authors == ("Ann Example",)
    assert [each.role for each in article.contributors] == ["editor", "author"]
    assert article.contributors[1].identifiers == ("urn:ann",)
    assert article.keywords == ("bridges", "roads")
    assert article.section == "Local"
    assert article.genre == Subject(name="Article (news)", code="Article")


def test_a_picture_in_the_body_gets_the_credit_of_its_association() -> None:
    article = read(
        body_html='<p>One.</p><figure><img src="b.jpg"></figure><p>Two.</p>',
        associations={
            "embedded1": {
                "type": "picture",
                "byline": "Jane Doe",
                "description_text": "The bridge",
                "renditions": {"original": {"href": "b.jpg"}},
            }
        },
    )
    assert [type(each) for each in article.body] == [Paragraph, ImageCaption, Paragraph]
    assert article.captions[0].text == "The bridge"
    assert article.captions[0].credit_line == "Jane Doe"


def test_a_picture_alone_is_a_caption() -> None:
    article = read(
        type="picture",
        headlines=[{"value": "Old bridge"}],
        by="Jane Doe",
        descriptions=[
            {"role": "creditline", "value": "Example"},
            {"role": "caption", "value": "The old bridge"},
        ],
        renditions=[{"name": "main", "href": "a.jpg", "contenttype": "image/jpeg"}],
    )
    assert article.headline == "Old bridge"
    (caption,) = article.captions
    assert caption.text == "The old bridge"
    assert caption.credit_line == "Example"
    assert [each.name for each in caption.credits] == ["Jane Doe", "Example"]


def test_a_film_beside_the_text_is_an_embed() -> None:
    article = read(
        body_text="One.",
        associations=[
            {"type": "video", "headline": "Ride", "renditions": [{"href": "v.mp4"}]}
        ],
    )
    assert article.body == (Paragraph(text="One."), Embed(url="v.mp4", text="Ride"))


def test_a_text_beside_the_text_is_told() -> None:
    found = explained(
        headline="A", associations={"b": {"type": "text", "headline": "Other news"}}
    )
    assert found.article.body == ()
    assert any("Other news" in each.message for each in found.notes)


def test_plain_text_is_parted_into_paragraphs() -> None:
    assert read(body_text="One.\r\nTwo.\r\n").paragraphs == ("One.", "Two.")
    assert read(body_text="One\ntwo.\n\nThree.").paragraphs == ("One\ntwo.", "Three.")


def test_the_headline_is_not_repeated_in_the_body() -> None:
    assert read(headline=HEADLINE, body_html=BODY).paragraphs[0].startswith("ELMSWORTH")
    assert read(headline="Other", body_html=BODY).body[0] == Heading(
        text=HEADLINE, level=1
    )


def test_a_description_that_is_the_start_of_the_text_is_no_standfirst() -> None:
    text = (
        "The bridge over the river at Elmsworth is open again, after two years of work."
    )
    found = explained(body_text=text, description_text=text[:70])
    assert found.article.standfirst is None
    assert "repeated" in [each.code for each in found.notes]


def test_info_sources_are_the_source_and_contributors() -> None:
    article = read(
        infoSources=[
            {"name": "Ann Example", "role": "author"},
            {"name": "Example Agency", "role": "provider"},
        ],
        people=[{"name": "Tom Brook", "rel": "about"}],
    )
    assert article.contributors == (Contributor(name="Ann Example"),)
    assert article.source is not None
    assert article.source.name == "Example Agency"


def test_what_has_no_field_is_told_with_its_place() -> None:
    found = explained(
        headline=HEADLINE,
        places=[{"name": "Elmsworth", "rel": "mentions"}],
        people=[{"name": "Tom Brook", "rel": "about"}],
        priority=6,
        genre=[{"name": "A"}, {"name": "B"}],
    )
    told = {each.location.path: each.message for each in found.notes}
    assert "Elmsworth" in told["$.places"]
    assert "Tom Brook" in told["$.people[0]"]
    assert "6" in told["$.priority"]
    assert "B" in told["$.genre[1]"]


def test_each_field_says_where_it_was_read() -> None:
    found = explained(headlines=[{"role": "main", "value": HEADLINE}], urgency=4)
    places = {each.field: each.winner.location.path for each in found.evidence}
    assert places["headline"] == "$.headlines[0].value"
    assert places["urgency"] == "$.urgency"
    found = explained(byline="By Ann Example")
    places = {each.field: each.winner.location.path for each in found.evidence}
    assert places["contributors[0]"] == places["byline"] == "$.byline"
    found = explained(people=[{"name": "Tom"}, {"name": "Ann", "rel": "author"}])
    places = {each.field: each.winner.location.path for each in found.evidence}
    assert places["contributors[0]"] == "$.people[1]"


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "two"},
        {"urgency": 12},
        {"language": "English, mostly"},
        {"versioncreated": "soon"},
        {"pubstatus": "perhaps"},
    ],
)
def test_one_bad_value_costs_its_field_with_a_note(fields: dict[str, Any]) -> None:
    found = explained(headline=HEADLINE, **fields)
    assert found.article.headline == HEADLINE
    assert len(found.notes) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"null",
        b"7",
        b'{"a": 1}',
        b"[" * 100_000,
        b'{"uri":' * 50_000,
        b'{"uri": ' + b"9" * 6_000 + b"}",
    ],
)
def test_what_is_no_news_object_is_refused(data: bytes) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(data)


def test_the_first_news_object_of_a_list_is_read() -> None:
    data = json.dumps([{"a": 1}, {"uri": "urn:example:1", "headline": "A"}])
    assert SERIALISER.read(data).article.headline == "A"


def test_each_news_object_of_a_list_is_read() -> None:
    items = [{"uri": "a", "headline": "A"}, {"b": 1}, {"uri": "c", "headline": "C"}]
    for document in (items, {"_items": items}):
        found = SERIALISER.read_all(json.dumps(document))
        assert [each.article.headline for each in found] == ["A", "C"]


def test_the_day_in_a_dateline_is_in_the_year_of_publication() -> None:
    article = read(
        versioncreated="2024-05-02T10:00:00Z",
        body_text="ELMSWORTH, May 1 (Reuters) - The bridge is open.",
    )
    assert article.dateline == Dateline(
        text="ELMSWORTH, May 1 (Reuters)", place="ELMSWORTH", date=date(2024, 5, 1)
    )


def test_characters_that_the_model_refuses_are_erased() -> None:
    found = SERIALISER.read(
        '{"headline": "A\\u0007\\ud800B", "byline": "By\\u0000 C D"}'
    )
    assert found.article.headline == "AB"


@pytest.mark.parametrize(
    ("head", "score"),
    [
        (b'{"uri": "a", "versionCreated": "b"}', 85),
        (b'\xef\xbb\xbf \n[{"guid": "a", "headline": "b"}]', 60),
        (b'{"newsmodel": "1.0", "headline": "b", "byline": "c"}', 0),
        (b'{"@context": "https://schema.org", "headline": "b", "urgency": 1}', 0),
        (b'{"body_html": "<p>A', 85),
        (b'{"headline": "a"}', 30),
        (b'{"name": "a"}', 0),
        (b"<uri>", 0),
    ],
)
def test_ninjs_is_known_by_its_names(head: bytes, score: int) -> None:
    assert SERIALISER.looks_like(head) == score


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["text", "picture", "main", "<p>A</p>", "2024-05-01", "author"]),
)
_NAMES = st.sampled_from(
    sorted(
        words(
            "uri guid headline headlines body_html bodies by byline authors people"
            " infoSources subjects genres keywords associations renditions type"
            " descriptions description_text versionCreated language version urgency"
            " pubStatus located altIds name role value href width rel"
        )
    )
)
_VALUES = st.recursive(
    _SCALARS,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(_NAMES, each, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(_NAMES, _VALUES))
def test_any_values_under_any_names_are_read_or_refused(fields: dict[str, Any]) -> None:
    try:
        SERIALISER.read(json.dumps(fields))
    except NewsModelError:
        assert not fields.keys() & {"uri", "guid", "headline", "bodies", "type"}


@given(st.binary())
def test_any_bytes_raise_nothing_but_parse_errors(data: bytes) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(data)


@pytest.mark.corpora
def test_the_corpus_is_read_as_is_expected(shared: Path) -> None:
    folder = shared / "corpora" / "newsml"
    index = json.loads((folder / "index.json").read_text())
    paragraphs = captions = dates = count = with_paragraphs = with_captions = 0
    for entry in index:
        if entry["format"] != "ninjs":
            continue
        data = (folder / entry["file"]).read_bytes()
        assert SERIALISER.looks_like(data[:4096]) >= 60, entry["file"]
        article = SERIALISER.read(data).article
        facts = entry["facts"]
        if not facts:
            continue
        count += 1
        dates += not facts.get("published") or article.published is not None
        if facts.get("headline"):
            assert article.headline == facts["headline"], entry["file"]
        if facts.get("byline"):
            assert article.authors, entry["file"]
        if facts.get("n_paragraphs"):
            with_paragraphs += 1
            paragraphs += len(article.paragraphs) == facts["n_paragraphs"]
        if facts.get("captions"):
            with_captions += 1
            captions += len(article.captions) >= len(facts["captions"])
    assert count >= 40
    assert dates == count
    # One expects the paragraph around a picture to have text.
    assert paragraphs >= with_paragraphs - 1
    assert captions == with_captions


def test_an_item_is_found_in_what_an_interface_wraps_it_in() -> None:
    item = {"uri": "urn:example:1", "headline": HEADLINE}
    for document in (
        {"data": {"item": item}},
        {"_items": [item], "_meta": {"total": 1}},
        {"data": {"items": [{"item": item}]}},
    ):
        assert SERIALISER.read(json.dumps(document)).article.headline == HEADLINE


def test_bylines_in_a_list_are_the_byline() -> None:
    article = read(
        bylines=[
            {"by": "By ANN EXAMPLE", "title": "Example Press"},
            {"byline": "Ben Roe", "jobtitle": "Reporter"},
        ]
    )
    assert article.byline == "By ANN EXAMPLE\nBen Roe"
    assert article.authors == ("ANN EXAMPLE", "Ben Roe")


def test_usage_terms_in_a_list_are_lines() -> None:
    article = read(headline=HEADLINE, usageterms=["Ask first", "No archive"])
    assert article.rights == Rights(terms="Ask first\nNo archive")


def test_associations_that_are_null_are_passed_over() -> None:
    picture = {"type": "picture", "description_text": "The bridge"}
    article = read(associations={"featuremedia": None, "embedded1": picture})
    assert [each.text for each in article.captions] == ["The bridge"]


def test_a_picture_of_which_only_the_headline_is_known_is_listed() -> None:
    picture = {"type": "picture", "headline": "Bridge"}
    found = explained(headline=HEADLINE, associations={"a": picture})
    assert found.article.captions == ()
    (note,) = found.notes
    assert "Bridge" in note.message


def test_a_credit_line_of_its_own_is_the_credit() -> None:
    picture = {
        "type": "picture",
        "byline": "Jane Doe",
        "creditline": "AFP",
        "description_caption": "A bridge",
    }
    (caption,) = read(associations=[picture]).captions
    assert caption.credit_line == "AFP"
    assert [each.name for each in caption.credits] == ["Jane Doe", "AFP"]


def test_a_body_of_nitf_is_read_where_there_is_no_other() -> None:
    nitf = (
        '<?xml version="1.0"?><nitf><head><title>A</title></head><body><body.head>'
        "<hedline><hl1>Bridge reopens</hl1></hedline><byline>By Ann Example</byline>"
        "<distributor>Example Agency</distributor></body.head><body.content>"
        "<block><p>The bridge is open.</p></block></body.content></body></nitf>"
    )
    found = explained(
        bodies=[{"role": "nitf", "contentType": "application/nitf+xml", "value": nitf}]
    )
    article = found.article
    assert article.headline == HEADLINE
    assert article.authors == ("Ann Example",)
    assert article.source == Source(name="Example Agency", kind="organisation")
    assert article.paragraphs == ("The bridge is open.",)


def test_names_without_an_underscore_are_read() -> None:
    assert read(bodyXhtml="<p>One.</p><p>Two.</p>").paragraphs == ("One.", "Two.")
