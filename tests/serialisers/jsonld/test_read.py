"""Articles in JSON-LD are read, alone, in a list or in a graph."""

import json
from datetime import UTC, date, datetime
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
    Image,
    ImageCaption,
    Paragraph,
    Rights,
    Source,
    Subject,
)
from newsmodel.rules._words import words
from newsmodel.serialisers.jsonld import SERIALISER

NODE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge &amp; tunnel reopen",
    "description": "Shut for two years.",
    "datePublished": "2024-05-01T09:00:00+02:00",
    "dateModified": "2024-05-02T10:00:00Z",
    "author": [
        {"@type": "Person", "name": "Ann Example", "url": "https://example.com/ann"},
        {"@type": "Person", "name": "Ben Roe", "worksFor": {"name": "Example News"}},
    ],
    "editor": {"@type": "Person", "name": "Cara Poe"},
    "publisher": {
        "@type": "NewsMediaOrganization",
        "name": "Example News",
        "url": "https://example.com",
        "logo": {"@type": "ImageObject", "url": "https://example.com/logo.png"},
    },
    "inLanguage": "en-GB",
    "articleSection": ["Local", "News"],
    "keywords": "bridges, tunnels",
    "url": "https://example.com/bridge",
    "identifier": {"@type": "PropertyValue", "value": "a-17"},
    "dateline": "ELMSWORTH",
    "copyrightHolder": {"@type": "Organization", "name": "Example Ltd"},
    "copyrightNotice": "© Example Ltd",
    "about": [
        {"@type": "Thing", "name": "bridge", "@id": "https://www.wikidata.org/wiki/Q1"}
    ],
    "interactionStatistic": {
        "@type": "InteractionCounter",
        "interactionType": "https://schema.org/ViewAction",
        "userInteractionCount": 1200,
    },
    "image": {
        "@type": "ImageObject",
        "url": "https://example.com/b.jpg",
        "caption": "The bridge on Monday",
        "creditText": "Photo: Jane Doe/AFP",
        "width": {"@type": "QuantitativeValue", "value": 900},
        "height": "600px",
    },
    "articleBody": "The bridge is open.\n\n“It is safe,” said Tom Brook, the mayor.",
}


def explained(document: Any) -> Explanation:
    return SERIALISER.read(json.dumps(document))


def read(**fields: Any) -> Article:
    return explained({"@type": "NewsArticle", "headline": "A", **fields}).article


def check(article: Article) -> None:
    assert article.headline == "Bridge & tunnel reopen"
    assert article.standfirst == "Shut for two years."
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-01T09:00:00+02:00"
    assert article.modified == datetime(2024, 5, 2, 10, tzinfo=UTC)
    assert article.contributors == (
        Contributor(name="Ann Example", url="https://example.com/ann"),
        Contributor(name="Ben Roe", affiliation="Example News"),
        Contributor(name="Cara Poe", role="editor"),
    )
    assert article.source == Source(
        name="Example News", kind="publication", url="https://example.com"
    )
    assert article.section == "Local"
    assert article.keywords == ("bridges", "tunnels")
    assert (article.url, article.guid) == ("https://example.com/bridge", "a-17")
    assert article.language == "en-GB"
    assert article.views == 1200
    assert article.dateline == Dateline(text="ELMSWORTH", place="ELMSWORTH")
    assert article.rights == Rights(holder="Example Ltd", notice="© Example Ltd")
    assert article.subjects == (
        Subject(name="bridge", code="Q1", scheme="https://www.wikidata.org/wiki"),
    )
    (caption,) = article.captions
    assert (caption.text, caption.credit_line) == (
        "The bridge on Monday",
        "Jane Doe/AFP",
    )
    assert caption.image is not None
    assert (caption.image.width, caption.image.height) == (900, 600)
    assert len(article.paragraphs) == 2
    (quote,) = article.quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Tom Brook"


def prefixed(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node with the names of its terms in full."""
    return {
        name if name[0] == "@" else f"http://schema.org/{name}": value
        for name, value in node.items()
    }


SITE = {"@type": "WebSite", "name": "Example", "url": "https://example.com/"}


@pytest.mark.parametrize(
    "document",
    [
        NODE,
        [SITE, NODE],
        {"@context": "https://schema.org", "@graph": [SITE, NODE]},
        {"@type": "WebPage", "mainEntity": NODE},
        NODE | {"@type": ["Article", "NewsArticle"]},
        NODE | {"@type": "https://schema.org/NewsArticle"},
        NODE | {"@type": "ReportageNewsArticle"},
        prefixed(NODE),
    ],
    ids=["alone", "list", "graph", "inside", "types", "full", "subtype", "prefixed"],
)
def test_an_article_is_read_wherever_it_stands(document: Any) -> None:
    check(explained(document).article)


def test_references_in_a_graph_are_followed() -> None:
    article = explained(
        {
            "@graph": [
                {"@type": "Article", "headline": "A", "author": {"@id": "#ann"}},
                {"@type": "Person", "@id": "#ann", "name": "Ann Example"},
            ]
        }
    ).article
    assert article.authors == ("Ann Example",)


def test_all_articles_of_a_list_are_read_in_order() -> None:
    documents = [
        {"@type": "NewsArticle", "headline": headline} for headline in ("A", "B", "C")
    ]
    found = SERIALISER.read_all(json.dumps(documents))
    assert [each.article.headline for each in found] == ["A", "B", "C"]


def test_a_subtype_is_the_genre() -> None:
    article = explained({"@type": "OpinionNewsArticle", "headline": "A"}).article
    assert article.genre is not None
    assert article.genre.name == "opinion"


def test_lists_and_values_of_json_ld_are_what_they_hold() -> None:
    picture = {"@type": "ImageObject", "url": {"@value": "https://example.com/1.jpg"}}
    article = read(
        articleBody=["One.", "Two."],
        image={"@list": [picture]},
        author={"@list": [{"@type": "Person", "name": "Ann Example"}]},
    )
    assert article.authors == ("Ann Example",)
    assert article.body == (
        ImageCaption(image=Image(url="https://example.com/1.jpg")),
        Paragraph(text="One."),
        Paragraph(text="Two."),
    )


def test_markup_in_the_text_is_read() -> None:
    article = read(articleBody="<p>One.</p><h2>Two</h2><p>Three&nbsp;&amp; four.</p>")
    assert article.body == (
        Paragraph(text="One."),
        Heading(text="Two"),
        Paragraph(text="Three\xa0& four."),
    )


def test_what_is_added_to_a_live_blog_follows() -> None:
    found = explained(
        {
            "@type": "LiveBlogPosting",
            "headline": "A",
            "liveBlogUpdate": [
                {
                    "headline": "Late",
                    "articleBody": "One.",
                    "image": "https://example.com/1.jpg",
                    "datePublished": "2023-06-01T10:00:00Z",
                },
                {"@type": "BlogPosting", "articleBody": "Two."},
            ],
        }
    )
    (note,) = found.notes
    assert note.location.path == "$.liveBlogUpdate[0].datePublished"
    assert found.article.body == (
        Heading(text="Late"),
        Paragraph(text="One."),
        ImageCaption(image=Image(url="https://example.com/1.jpg")),
        Paragraph(text="Two."),
    )


def test_all_of_a_long_live_blog_is_read() -> None:
    updates = [{"headline": f"Update {number}"} for number in range(500)]
    found = explained(
        {"@type": "LiveBlogPosting", "headline": "A", "liveBlogUpdate": updates}
    )
    assert len(found.article.body) == 500


def test_all_of_many_authors_are_read() -> None:
    authors = [{"name": f"Ann Example{number}"} for number in range(500)]
    found = explained(
        {"@type": "LiveBlogPosting", "headline": "A", "author": {"@list": authors}}
    )
    assert len(found.article.contributors) == 500


@pytest.mark.parametrize("term", ["author", "publisher"])
def test_a_maker_without_a_name_is_told(term: str) -> None:
    found = explained(
        {
            "@type": "LiveBlogPosting",
            "headline": "A",
            term: {"name": "https://example.com/ann"},
        }
    )
    (note,) = found.notes
    assert note.code == "left-out"
    assert "names nobody" in note.message


def test_a_stated_quotation_is_put_at_its_place() -> None:
    article = read(
        articleBody="Nobody was hurt. The bridge shall stay shut for a year.",
        hasPart={
            "@type": "Quotation",
            "text": "The bridge shall stay shut for a year.",
            "spokenByCharacter": {"@type": "Person", "name": "Tom Brook"},
        },
    )
    (quote,) = article.quotes
    assert (quote.start, quote.text[:10]) == (17, "The bridge")
    assert quote.speaker == Source(name="Tom Brook", kind="person")


def test_who_is_credited_is_the_author_where_nobody_else_is() -> None:
    credit = "By Ann Example"
    assert read(creditText=credit, author={"name": "Ben Roe"}).authors == ("Ben Roe",)
    assert read(creditText=credit).authors == ("Ann Example",)


def test_what_repeats_the_headline_in_markup_is_left_out() -> None:
    text = "<h1>Bridge reopens</h1><p>It is open.</p>"
    article = read(headline="Bridge reopens", articleBody=text)
    assert article.body == (Paragraph(text="It is open."),)


def test_an_organisation_beside_people_is_no_author() -> None:
    person = {"@type": "Person", "name": "Ann Example"}
    firm = {"@type": "Organization", "name": "Example News Agency"}
    article = read(author=[person, firm])
    assert [each.role for each in article.contributors] == ["author", "contributor"]
    assert read(author=firm).authors == ("Example News Agency",)


def test_a_film_is_an_embed() -> None:
    article = read(
        video={
            "@type": "VideoObject",
            "name": "Ride",
            "embedUrl": "https://a.example/1",
        }
    )
    assert article.body == (Embed(url="https://a.example/1", text="Ride"),)


def test_of_one_picture_in_several_sizes_the_first_is_read() -> None:
    article = read(image=["https://a.example/1.jpg", "https://a.example/2.jpg"])
    (caption,) = article.captions
    assert caption.image is not None
    assert caption.image.url == "https://a.example/1.jpg"


def test_a_date_alone_stays_one() -> None:
    assert read(datePublished="2024-05-01").published == date(2024, 5, 1)


def test_what_has_no_field_is_told_with_its_place() -> None:
    found = explained(
        {
            "@type": "NewsArticle",
            "headline": "A",
            "backstory": "We went there",
            "hasPart": {"@type": "WebPageElement", "cssSelector": ".wall"},
            "potentialAction": {"@type": "ReadAction"},
        }
    )
    told = {each.location.path: each.message for each in found.notes}
    assert "We went there" in told["$.backstory"]
    assert ".wall" in told["$.hasPart"]
    assert "$.potentialAction" not in told


def test_one_bad_value_costs_its_field_with_a_note() -> None:
    found = explained(
        {"@type": "NewsArticle", "headline": "A", "datePublished": "soon"}
    )
    assert found.article == Article(headline="A")
    assert [each.code for each in found.notes] == ["date-refused"]


def test_broken_json_is_repaired_with_a_note() -> None:
    found = SERIALISER.read('{"@type": "NewsArticle", "headline": "A",}')
    assert found.article.headline == "A"
    assert [each.code for each in found.notes] == ["json-ld-repaired"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"@type": "Person", "name": "Ann Example"}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"@context": "https://schema.org"}',
    ],
)
def test_what_holds_no_article_is_refused(data: bytes) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(data)


def test_references_in_a_circle_end() -> None:
    circle = [
        {"@type": "Article", "@id": "a", "headline": "A", "about": {"@id": "a"}},
        {"@type": "Article", "@id": "b", "headline": "B", "author": {"@id": "b"}},
    ]
    assert explained(circle).article.headline == "A"


@pytest.mark.parametrize(
    ("head", "score"),
    [
        (b'{"@context": "https://schema.org", "@type": "NewsArticle"}', 90),
        (b'\xef\xbb\xbf\n[{"@type": "OpinionNewsArticle"}]', 90),
        (b'{"@graph": [{"@type": "Person"}]}', 55),
        (b'{"newsmodel": "1.0", "@type": "NewsArticle"}', 0),
        (b'{"uri": "a", "versionCreated": "b"}', 0),
        (b'<script type="application/ld+json">{"@type": "Article"}', 0),
    ],
)
def test_json_ld_is_known_by_its_names(head: bytes, score: int) -> None:
    assert SERIALISER.looks_like(head) == score


_NAMES = st.sampled_from(
    sorted(
        words(
            "@type @id @graph @list @value headline name description datePublished"
            " author creator publisher image caption creditText articleBody keywords"
            " about mentions genre interactionStatistic interactionType url text"
            " userInteractionCount hasPart video inLanguage dateline width"
            " copyrightHolder usageInfo identifier version liveBlogUpdate nm:profile"
            " position spokenByCharacter embedUrl termCode"
        )
    )
)
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["NewsArticle", "Quotation", "Person", "1", "<p>A</p>"]),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(_NAMES, each, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(_NAMES, _VALUES))
def test_any_values_under_any_names_are_read(fields: dict[str, Any]) -> None:
    document = {**fields, "@type": "NewsArticle", "headline": "A"}
    SERIALISER.read(json.dumps(document))


@given(_VALUES)
def test_any_values_raise_nothing_but_parse_errors(value: Any) -> None:
    try:
        list(SERIALISER.read_all(json.dumps(value)))
    except NewsModelError as error:
        assert isinstance(error, ParseError)  # noqa: PT017  # or nothing at all


@given(st.binary())
def test_any_bytes_raise_nothing_but_parse_errors(data: bytes) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(data)
