"""What is written is valid, and comes back as it was."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

import newsmodel
from newsmodel.errors import ParseError
from newsmodel.model import (
    Article,
    BlockQuote,
    Contributor,
    Dateline,
    Emphasis,
    Heading,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Rights,
    Source,
    Subject,
)
from newsmodel.serialisers.nitf import SERIALISER
from newsmodel.serialisers.nitf._vocabulary import SUBJECT_CODES
from newsmodel.testing import articles
from tests.serialisers.newsml.example import ARTICLE


def there_and_back(article: Article) -> Article:
    found = SERIALISER.read(SERIALISER.write(article))
    assert found.notes == ()
    return found.article


def written(article: Article) -> Any:
    return etree.fromstring(SERIALISER.write(article))


def first(article: Article, name: str) -> Any:
    """Return the first element of a name in what is written."""
    return next(written(article).iter(f"{{*}}{name}"))


@given(articles())
def test_an_article_is_written_the_same_twice(article: Article) -> None:
    assert SERIALISER.write(article) == SERIALISER.write(there_and_back(article))


@given(articles())
def test_a_reader_that_goes_by_rules_reads_it_too(article: Article) -> None:
    data = SERIALISER.write(article).replace(b"newsmodel-article-1", b"another")
    found = SERIALISER.read(data)
    assert "profile" not in [each.code for each in found.notes]
    # A second trip through our own form changes nothing of what was read.
    assert there_and_back(found.article) == found.article


def test_the_example_comes_back() -> None:
    assert there_and_back(ARTICLE) == ARTICLE
    assert newsmodel.parse(SERIALISER.write(ARTICLE)) == ARTICLE


@cache
def schema(folder: Path) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(folder / "nitf-3-6.xsd", parser))


@given(article=articles())
def test_every_document_is_valid(article: Article) -> None:
    schema(SHIPPED).assertValid(written(article))


SHIPPED = Path(newsmodel.__file__).parent / "serialisers" / "newsml" / "schema" / "nitf"


@pytest.mark.corpora
def test_the_schema_that_is_shipped_is_the_published_one(shared: Path) -> None:
    name = "nitf-3-6.xsd"
    published = (shared / "standards" / "nitf" / name).read_bytes()
    assert (SHIPPED / name).read_bytes() == published


@pytest.mark.corpora
def test_every_article_of_the_corpus_is_written_valid_and_comes_back(
    shared: Path, agency_articles: dict[str, Article]
) -> None:
    check = schema(shared / "standards" / "nitf")
    for file, article in agency_articles.items():
        check.assertValid(written(article))
        assert there_and_back(article) == article, file


def test_a_document_is_checked_against_the_schema() -> None:
    data = SERIALISER.write(ARTICLE)
    assert newsmodel.validate(data) == ()
    (fault,) = newsmodel.validate(data.replace(b"<body>", b"<body><song/>", 1))
    assert "song" in fault.message
    assert newsmodel.validate("<nitf/>") != ()  # it is not in the namespace
    with pytest.raises(ParseError, match="nitf: not well-formed"):
        newsmodel.validate("<nitf>")


def test_the_version_is_stated_and_no_date_of_change() -> None:
    root = written(ARTICLE)
    assert root.tag == "{http://iptc.org/std/NITF/2006-10-18/}nitf"
    assert root.get("version") == "-//IPTC//DTD NITF 3.6//EN"
    assert root.get("change.date") is None


@pytest.mark.parametrize(
    ("when", "norm"),
    [
        (date(2024, 5, 1), "20240501"),
        (datetime(2024, 5, 1, 9, 30), "20240501T093000"),
        (datetime(2024, 5, 1, 9, 30, tzinfo=UTC), "20240501T093000+0000"),
        (datetime(2024, 5, 1, 0, 0, 0, 120), "20240501T000000.000120"),
        (datetime.fromisoformat("2024-05-01T09:30-03:30"), "20240501T093000-0330"),
        (date(17, 5, 1), "00170501"),
    ],
)
def test_a_time_is_written_with_the_precision_it_has(when: Any, norm: str) -> None:
    article = Article(published=when, modified=when, embargoed=when)
    for name in ("date.issue", "date.release", "revision-history"):
        assert first(article, name).get("norm") == norm
    assert there_and_back(article) == article


SAID = Quote(start=1, text="Stop,", speaker=Source(name="Ann Example"), cue="said")
TEXT = "“Stop,” she said."


def test_a_quote_is_a_q_that_names_its_source() -> None:
    q = first(Article(body=[Paragraph(text=TEXT, marks=[SAID])]), "q")
    assert (q.text, q.get("quote-source")) == ("Stop,", "Ann Example")
    bq = first(Article(body=[BlockQuote(text=TEXT, marks=[SAID])]), "bq")
    assert bq.get("quote-source") == "Ann Example"


def test_reported_speech_is_no_q() -> None:
    said = Quote(start=9, text="it is open", kind="indirect")
    article = Article(body=[Paragraph(text="She said it is open.", marks=[said])])
    assert b"<q" not in SERIALISER.write(article)
    assert there_and_back(article) == article


def test_marks_that_overlap_come_back() -> None:
    marks: list[Mark] = [
        SAID,
        Emphasis(start=3, text="op,” she", kind="strong"),
        Emphasis(start=1, text="Stop,", kind="em"),
        Link(start=8, text="she said", href="https://example.org/?a=1&b=2"),
    ]
    article = Article(body=[Paragraph(text=TEXT, marks=marks)])
    assert there_and_back(article) == article


def test_headings_of_all_levels_come_back() -> None:
    body = [Heading(text=f"At {at}", level=at) for at in range(1, 7)]
    assert there_and_back(Article(body=body)).body == tuple(body)


def test_a_list_inside_no_item_comes_back() -> None:
    body = [
        ListItem(text="Two", depth=2),
        ListItem(text="One", depth=1, ordered=True),
        ListItem(text="Sixteen", depth=16),
    ]
    assert there_and_back(Article(body=body)).body == tuple(body)


def test_a_picture_is_media_with_caption_and_credit() -> None:
    caption = ImageCaption(
        text="The bridge.",
        credit_line="Jane Doe/AFP",
        credits=[Source(name="Jane Doe", kind="person", role="photographer")],
    )
    article = Article(body=[caption])
    assert first(article, "media").get("media-type") == "image"
    assert first(article, "media-caption").text == "The bridge."
    assert first(article, "media-producer").text == "Jane Doe/AFP"
    assert there_and_back(article) == article


def test_authors_are_persons_in_the_byline_or_have_one() -> None:
    authors = [Contributor(name="Ann Example"), Contributor(name="Bo Muster")]
    plain = Article(contributors=authors)
    printed = Article(byline="By Ann Example & Bo Muster", contributors=authors)
    for article in (plain, printed):
        found = [each.text for each in written(article).iter("{*}person")]
        assert found == ["Ann Example", "Bo Muster"]
        assert there_and_back(article) == article


@pytest.mark.parametrize(
    "dateline",
    [
        Dateline(text="ELMSWORTH, May 1", place="ELMSWORTH", date=date(2024, 5, 1)),
        Dateline(text="ELMSWORTH", place="Elmsworth"),
        Dateline(text="ELMSWORTH"),
        Dateline(place="Elmsworth"),
        Dateline(date=date(2024, 5, 1)),
    ],
)
def test_a_dateline_comes_back(dateline: Dateline) -> None:
    article = Article(dateline=dateline)
    assert there_and_back(article) == article


def test_subject_codes_are_subjects_and_all_others_classifiers() -> None:
    subjects = [
        Subject(name="bridges", scheme="https://example.org/", code="b1"),
        Subject(name="politics", scheme=SUBJECT_CODES, code="11000000"),
        Subject(scheme=SUBJECT_CODES, code="11006005"),
        Subject(code="b2"),
    ]
    article = Article(subjects=subjects)
    codes = [
        each.get("tobject.subject.refnum")
        for each in written(article).iter("{*}tobject.subject")
    ]
    assert codes == ["11000000", "11006005"]
    assert there_and_back(article) == article


def test_rights_and_strict_mode_lose_nothing() -> None:
    article = Article(
        rights=Rights(holder="Example", notice="© Example", terms="Print\nonly")
    )
    data = newsmodel.serialise(article, "nitf", strict=True)
    assert newsmodel.parse(data) == article


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (b'ed-urg="4"', b'ed-urg="four"'),
        (b'norm="2', b'norm="soon'),
        (b'contributors" content="', b'contributors" content="{'),
        (b'contributors" content="[{', b'contributors" content="[{&quot;x&quot;:1,'),
        (b'quotes" content="[{', b'quotes" content="[7,{'),
    ],
)
def test_the_profile_is_a_claim_and_no_more(before: bytes, behind: bytes) -> None:
    data = SERIALISER.write(SOMETHING)
    assert before in data
    found = SERIALISER.read(data.replace(before, behind))
    assert found.article.headline == "Bridge reopens"
    assert "profile" in [each.code for each in found.notes]


SOMETHING = Article(
    headline="Bridge reopens",
    urgency=4,
    published=date(2024, 5, 1),
    contributors=[Contributor(name="Ann Example")],
    body=[Paragraph(text=TEXT, marks=[SAID])],
)


def test_what_is_out_of_place_in_the_text_costs_no_more_than_itself() -> None:
    data = SERIALISER.write(SOMETHING).replace(b"</p>", b"</p><song/>")
    found = SERIALISER.read(data)
    assert found.article == SOMETHING
    assert [each.code for each in found.notes] == ["unknown"]
