"""What is written is valid, and comes back equal."""

from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.markup.escape import escape
from newsmodel.model import (
    Article,
    Block,
    Contributor,
    Dateline,
    Embed,
    Emphasis,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Source,
    Subject,
    When,
)
from newsmodel.serialisers.newsml import SERIALISER
from newsmodel.serialisers.newsml._vocabulary import _URI, G2
from newsmodel.testing import articles
from tests.serialisers.newsml.example import ARTICLE, GOLDEN


def there_and_back(article: Article) -> Article:
    found = SERIALISER.read(SERIALISER.write(article))
    assert found.notes == ()
    assert found.format == "newsml"
    return found.article


@given(articles())
def test_every_document_is_valid(article: Article) -> None:
    assert SERIALISER.validate(SERIALISER.write(article)) == ()


@given(articles())
def test_a_document_is_written_alike_each_time(article: Article) -> None:
    document = SERIALISER.write(article)
    assert SERIALISER.write(SERIALISER.read(document).article) == document


@cache
def published_schema(folder: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder / "standards" / "all.xsd"))


@pytest.mark.corpora
@given(article=articles())
def test_every_document_is_valid_by_the_published_schema(
    shared: Path, article: Article
) -> None:
    document = etree.fromstring(SERIALISER.write(article))
    published_schema(shared).assertValid(document)


def test_the_example_is_written_as_the_golden_document() -> None:
    assert SERIALISER.write(ARTICLE).decode() == GOLDEN.read_text("utf-8")


def test_the_golden_document_is_read_as_the_example() -> None:
    assert there_and_back(ARTICLE) == ARTICLE
    assert SERIALISER.read(GOLDEN.read_bytes()).article == ARTICLE


TRICKY_TEXTS = (
    " ",
    "\n",
    "\t\n \n",
    "  two  spaces ",
    "a\n\nb\tc",
    "\u0085\u2028\u2029",
    "<b>&amp;]]></b>",
    "e\u0301\u202eabc\u200f",
    "\U0001f600\U0010ffff",
    "\ufeff\ufffd\ufdd0",
    "<!DOCTYPE a>",
)


@pytest.mark.parametrize("text", TRICKY_TEXTS)
def test_a_text_comes_back_to_the_last_space(text: str) -> None:
    line = text.replace("\n", " ").replace("\t", " ")
    mark = Link(start=0, text=text[0], href=line)
    article = Article(
        headline=text,
        slugline=line,
        editorial_note=text,
        guid=line,
        url=line,
        subjects=[Subject(name=line, code=line, scheme=line)],
        source=Source(name=line, description=text, url=line, identifiers=[line, line]),
        contributors=[Contributor(name=line, location=line, affiliation=line)],
        body=[
            Paragraph(text=text, marks=[mark]),
            Paragraph(text=text, marks=[Quote(start=0, text=text, cue=text)]),
            ImageCaption(text=text, image=Image(alt=text, url=line), credit_line=line),
            Embed(text=text, url=line, provider=line),
        ],
    )
    assert there_and_back(article) == article
    assert SERIALISER.validate(SERIALISER.write(article)) == ()


TEXT = "abcdef"
MARKS: dict[str, list[Mark]] = {
    "overlapping": [Quote(start=0, text="abcd"), Quote(start=2, text="cdef")],
    "nested": [Quote(start=0, text="abcdef"), Quote(start=2, text="c")],
    "adjacent": [Quote(start=0, text="abc"), Quote(start=3, text="def")],
    "discontinuous": [
        Quote(start=0, text="a", group=1),
        Quote(start=4, text="e", group=1),
    ],
    "equal stretch": [
        Quote(start=1, text="bc", cue="z"),
        Quote(start=1, text="bc", cue="a"),
        Emphasis(start=1, text="bc", kind="strong"),
        Emphasis(start=1, text="bc", kind="em"),
        Link(start=1, text="bc", href="x"),
    ],
    "emphasis in reverse": [
        Emphasis(start=1, text="bc", kind="em"),
        Emphasis(start=1, text="bc", kind="strong"),
    ],
    "adjacent links": [
        Link(start=0, text="abc", href="x"),
        Link(start=3, text="def", href="x"),
    ],
    "adjacent emphasis": [
        Emphasis(start=0, text="abc"),
        Emphasis(start=3, text="def"),
    ],
    "overlapping emphasis": [
        Emphasis(start=0, text="abc"),
        Emphasis(start=2, text="cde"),
    ],
    "a link cut by a quote": [
        Link(start=0, text="abcd", href="x"),
        Quote(start=2, text="cdef"),
    ],
    "sixteen deep": [Quote(start=0, text="abc", group=each) for each in range(16)],
}


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_marks_come_back_in_order_however_they_lie(marks: list[Mark]) -> None:
    article = Article(body=[Paragraph(text=TEXT, marks=marks)])
    assert there_and_back(article) == article


def test_two_equal_quotes_in_two_paragraphs_stay_two() -> None:
    quote = Quote(start=0, text="Yes", speaker=Source(name="Ann"))
    article = Article(body=[Paragraph(text="Yes", marks=[quote])] * 2)
    assert there_and_back(article) == article


def test_speakers_that_are_equal_share_one_assert() -> None:
    quotes = [
        Quote(start=start, text="a", speaker=Source(name="Ann")) for start in (0, 2)
    ]
    article = Article(body=[Paragraph(text="a a", marks=quotes)])
    assert SERIALISER.write(article).count(b"<assert ") == 1


@pytest.mark.parametrize(
    "places",
    [
        [(3, False), (1, False), (16, False)],
        [(1, False), (1, True), (1, False)],
        [(2, True), (2, False), (1, True), (3, False), (3, True), (2, True)],
        [(16, True), (1, False)],
    ],
)
def test_lists_of_any_depth_come_back_flat(places: list[tuple[int, bool]]) -> None:
    body: list[Block] = [
        ListItem(text="x", depth=depth, ordered=ordered) for depth, ordered in places
    ]
    article = Article(body=[*body, Paragraph(text="y"), *body])
    assert there_and_back(article) == article


TIMES: tuple[When, ...] = (
    date(1, 1, 1),
    date(9999, 12, 31),
    datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    datetime(9999, 12, 31, 23, 59, 59, 999_999, timezone(timedelta(hours=-14))),
    datetime(2023, 6, 1, 12, 0, 0, 1),
    datetime(2023, 6, 1, tzinfo=timezone(timedelta(minutes=1))),
)


@pytest.mark.parametrize("when", TIMES, ids=str)
def test_times_come_back_at_their_precision(when: When) -> None:
    article = Article(
        published=when, modified=when, embargoed=when, dateline=Dateline(date=when)
    )
    assert there_and_back(article) == article
    assert SERIALISER.validate(SERIALISER.write(article)) == ()


def test_an_article_without_anything_comes_back_without_anything() -> None:
    assert there_and_back(Article()) == Article()
    assert SERIALISER.validate(SERIALISER.write(Article())) == ()


@pytest.mark.parametrize("version", [None, 0, 1, 2**53 - 1])
def test_a_version_comes_back(version: int | None) -> None:
    assert there_and_back(Article(version=version)).version == version


def test_a_derived_guid_is_the_same_each_time_and_not_read_back() -> None:
    article = Article(headline="Bridge reopens", version=1)
    first, again, other = (
        etree.fromstring(SERIALISER.write(each)).get("guid")
        for each in (article, article, Article(headline="Bridge shut"))
    )
    assert first == again != other
    assert there_and_back(article).guid is None


@pytest.mark.parametrize("field", ["guid", "url"])
def test_a_text_as_long_as_the_model_allows_comes_back(field: str) -> None:
    article = Article(**{field: '"' * 2_000_000})  # type: ignore[arg-type]  # a Line
    assert there_and_back(article) == article


@given(st.from_regex(_URI, fullmatch=True))
def test_an_address_that_is_written_as_a_uri_is_a_valid_one(url: str) -> None:
    ann = Contributor(name="Ann", url=url)
    article = Article(
        url=url, contributors=[ann], subjects=[Subject(code="1", scheme=url)]
    )
    document = SERIALISER.write(article)
    assert document.count(f"{escape(url)}<".encode()) == 4
    assert SERIALISER.validate(document) == ()


SCHEMES = {
    "http://cv.iptc.org/newscodes/mediatopic/": ("qcode", "medtop:20000337"),
    "https://example.com/topics/": ("uri", "https://example.com/topics/20000337"),
    "https://example.com/topics": (None, None),
    "not a URI": (None, None),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_code_is_written_as_newsml_wants_it_where_it_fits(scheme: str) -> None:
    article = Article(subjects=[Subject(code="20000337", scheme=scheme)])
    root = etree.fromstring(SERIALISER.write(article))
    subject = root.find(f"{{{G2}}}contentMeta/{{{G2}}}subject")
    assert subject is not None
    name, value = SCHEMES[scheme]
    assert dict(subject.attrib) == ({name: value} if name else {})
    assert there_and_back(article) == article
