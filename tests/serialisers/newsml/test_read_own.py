"""The profile is a claim: what is wrong costs no more than itself."""

from datetime import date
from typing import Any

import attrs
import pytest

from newsmodel.errors import ParseError
from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Image,
    ImageCaption,
    Mark,
    Paragraph,
    Quote,
    Rights,
    Source,
    Subject,
)
from newsmodel.serialisers.newsml import SERIALISER

QUOTE = Quote(start=0, text="ab", speaker=Source(name="Ann"), cue="said", group=1)
MIXED = Quote(start=3, text="cd", kind="mixed", fragments=["c"], confidence=90)
PARAGRAPH = Paragraph(text="ab cd ef", marks=[QUOTE, MIXED])
CAPTION = ImageCaption(
    text="A bridge",
    credit_line="A. Doe",
    credits=[Source(name="A. Doe", role="photographer")],
    image=Image(url="b.jpg", alt="bridge", width=3),
)
ARTICLE = Article(
    headline="Bridge",
    contributors=[Contributor(name="Ann", role="editor")],
    dateline=Dateline(place="Elm"),
    published=date(2023, 6, 1),
    source=Source(name="Gazette"),
    version=2,
    subjects=[Subject(name="bridges")],
    rights=Rights(holder="Gazette"),
    urgency=4,
    status="usable",
    views=9,
    body=[PARAGRAPH, CAPTION],
)
DOCUMENT = SERIALISER.write(ARTICLE).decode()


def paragraph(*marks: Mark) -> Article:
    changed = attrs.evolve(PARAGRAPH, marks=marks)
    return attrs.evolve(ARTICLE, body=[changed, CAPTION])


def caption(**fields: Any) -> Article:
    changed = attrs.evolve(CAPTION, **fields)
    return attrs.evolve(ARTICLE, body=[PARAGRAPH, changed])


def but(**fields: Any) -> Article:
    return attrs.evolve(ARTICLE, **fields)


# What stands in the document, what is put in its place, the article that is
# read, and the codes of the notes.
FAULTS: dict[str, tuple[str, str, Article, list[str]]] = {
    "a missing part": (
        'partid="quote-1"',
        'id="q"',
        paragraph(MIXED),
        ["part-unknown", "part-missing"],
    ),
    "a part of another kind": (
        'partid="quote-1"',
        'partid="sound-1"',
        paragraph(MIXED),
        ["part-unknown", "part-missing"],
    ),
    "a doubled part": (
        'partid="quote-2"',
        'partid="quote-1"',
        paragraph(QUOTE),
        ["doubled", "part-missing"],
    ),
    "a part that has no place": (
        'data-part="quote-2"',
        'data-part="quote-3"',
        paragraph(QUOTE),
        ["part-missing", "part-unused"],
    ),
    "a quote that stands twice": (
        " ef</p>",
        ' ef</p><p><span data-part="quote-1">ab</span></p>',
        but(body=[PARAGRAPH, Paragraph(text="ab"), CAPTION]),
        ["part-missing"],
    ),
    "a quote in pieces": (
        " ef</p>",
        ' <span data-part="quote-1">ef</span></p>',
        paragraph(MIXED),
        ["misplaced"],
    ),
    "a quote named twice over one segment": (
        'data-part="quote-1"',
        'data-part="quote-1 quote-1"',
        paragraph(MIXED),
        ["misplaced"],
    ),
    "a quote without a role that is known": (
        "nmpart:quote-direct",
        "nmpart:song",
        paragraph(MIXED),
        ["code-unknown", "part-missing"],
    ),
    "a quote without text": (
        ">ab</span>",
        "></span>ab",
        paragraph(MIXED),
        ["empty"],
    ),
    "a missing speaker": (
        'assert literal="speaker-1"',
        'assert literal="speaker-2"',
        paragraph(attrs.evolve(QUOTE, speaker=None), MIXED),
        ["part-missing"],
    ),
    "a doubled speaker": (
        "  <contentSet>",
        '<assert literal="speaker-1"><name>Ben</name></assert><contentSet>',
        ARTICLE,
        ["doubled"],
    ),
    "a speaker of whom nothing is known": (
        "<name>Ann</name></assert>",
        "</assert>",
        paragraph(attrs.evolve(QUOTE, speaker=None), MIXED),
        ["empty", "part-missing"],
    ),
    "a bad number in a part": (
        "<nm:group>1<",
        "<nm:group>one<",
        paragraph(attrs.evolve(QUOTE, group=None), MIXED),
        ["number-refused"],
    ),
    "digits of another script": (
        "<urgency>4<",
        "<urgency>٤<",
        but(urgency=None),
        ["number-refused"],
    ),
    "a number with no end": (
        'interactions="9"',
        f'interactions="{"9" * 5000}"',
        but(views=None),
        ["number-refused"],
    ),
    "a bad version": (
        'version="2"',
        'version="two"',
        but(version=None),
        ["number-refused"],
    ),
    "a date that is none": (
        "<contentCreated>2023-06-01<",
        "<contentCreated>2023-02-31<",
        but(published=None),
        ["date-refused"],
    ),
    "a month alone": (
        "<contentCreated>2023-06-01<",
        "<contentCreated>2023-06<",
        but(published=None),
        ["date-refused"],
    ),
    "an offset that the model does not hold": (
        "<contentCreated>2023-06-01<",
        "<contentCreated>2023-06-01T00:00:00+14:01<",
        but(published=None),
        ["date-refused"],
    ),
    "an unknown status": (
        "stat:usable",
        "stat:odd",
        but(status=None),
        ["code-unknown"],
    ),
    "an unknown role of a contributor": (
        "cpprole:editor",
        "cpprole:juggler",
        but(contributors=[Contributor(name="Ann", role="contributor")]),
        ["role-unknown"],
    ),
    "a role that is no word of ours": (
        "cpprole:editor",
        "nmrole:Chief Editor",
        but(contributors=[Contributor(name="Ann", role="contributor")]),
        ["role-unknown"],
    ),
    "a contributor without a role": (
        ' role="cpprole:editor"',
        "",
        but(contributors=[Contributor(name="Ann", role="contributor")]),
        ["role-unknown"],
    ),
    "a contributor without a name": (
        "<name>Ann</name></contributor>",
        "</contributor>",
        but(contributors=()),
        ["empty"],
    ),
    "a subject without name and code": (
        "<name>bridges</name>",
        "",
        but(subjects=()),
        ["empty"],
    ),
    "a doubled headline": (
        "</headline>",
        "</headline><headline>Other</headline>",
        ARTICLE,
        ["doubled"],
    ),
    "an empty headline": ("<headline>Bridge<", "<headline><", but(headline=None), []),
    "markup in a headline": (
        "<headline>Bridge<",
        "<headline><span>Bridge</span> open<",
        but(headline="Bridge open"),
        ["unknown"],
    ),
    "an unknown element": (
        "<itemClass",
        '<nm:mood role="nmrole:sad">x</nm:mood><itemClass',
        ARTICLE,
        ["unknown"],
    ),
    "an unknown section": (
        "<itemMeta>",
        "<hopHistory/><itemMeta>",
        ARTICLE,
        ["unknown"],
    ),
    "an empty part of a picture": (
        "<creditline>A. Doe</creditline>",
        "<creditline></creditline>",
        caption(credit_line=None),
        [],
    ),
    "a picture without its part": (
        'data-part="image-1"',
        "",
        but(body=[PARAGRAPH, ImageCaption(text="A bridge", image=CAPTION.image)]),
        ["part-missing", "part-unused"],
    ),
    "a picture whose part has another role": (
        "nmpart:image",
        "nmpart:quote-direct",
        but(body=[PARAGRAPH, ImageCaption(text="A bridge", image=CAPTION.image)]),
        ["code-unknown", "part-missing"],
    ),
    "a credit without a name": (
        "<name>A. Doe</name>",
        "",
        caption(credits=()),
        ["empty"],
    ),
    "a bad width": (
        'width="3"',
        'width="3px"',
        caption(image=Image(url="b.jpg", alt="bridge")),
        ["number-refused"],
    ),
    "no rights": (
        "<copyrightHolder><name>Gazette</name></copyrightHolder>",
        "",
        but(rights=None),
        [],
    ),
    "no provider": (
        "<name>Gazette</name></provider>",
        "</provider>",
        but(source=None),
        [],
    ),
    "a place without a name": ("<name>Elm</name>", "", but(dateline=None), []),
    "a second content": (
        "  </contentSet>",
        "</contentSet><contentSet/>",
        ARTICLE,
        ["doubled"],
    ),
    "an embargo that does not say until when": (
        "<generator>",
        "<embargoed/><generator>",
        ARTICLE,
        ["empty"],
    ),
    "no body": (
        ' xmlns="http://www.w3.org/1999/xhtml"',
        "",
        but(body=()),
        ["body-missing"],
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_no_more_than_itself(fault: str) -> None:
    old, new, article, codes = FAULTS[fault]
    assert DOCUMENT.count(old) == 1
    document = DOCUMENT.replace(old, new)
    found = SERIALISER.read(document)
    assert found.article == article
    assert [note.code for note in found.notes] == codes
    assert all(note.message and note.location.line for note in found.notes)


def test_parts_without_any_content_are_noted() -> None:
    start, _, rest = DOCUMENT.partition("  <contentSet>")
    found = SERIALISER.read(start + rest.partition("</contentSet>")[2])
    assert found.article == but(body=())
    assert [note.code for note in found.notes] == ["body-missing"]


def test_comments_and_instructions_part_no_text() -> None:
    document = DOCUMENT.replace("Bridge</headline>", "Br<!-- x -->id<?y?>ge</headline>")
    found = SERIALISER.read(document.replace(" ef</p>", " e<!-- x -->f</p>"))
    assert (found.article, found.notes) == (ARTICLE, ())


def test_an_own_document_with_another_prefix_is_still_one() -> None:
    document = DOCUMENT.replace("nm:", "x:").replace("xmlns:nm", "xmlns:x")
    assert SERIALISER.read(document).article == ARTICLE


def test_what_the_model_refuses_is_an_error_with_its_place() -> None:
    with pytest.raises(ParseError) as caught:
        SERIALISER.read(DOCUMENT.replace("<urgency>4<", "<urgency>12<"))
    assert str(caught.value) == (
        "newsml: Article.urgency: wanted a whole number from 1 to 9, got int 12"
        " (line 2, /newsItem)"
    )


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("<nm:fragment>c<", "<nm:fragment>x<", "/inlineXML/html/body/p"),
        ("<nm:confidence>90<", "<nm:confidence>101<", "/inlineXML/html/body/p"),
        ('src="b.jpg"', 'src="b&#10;.jpg"', "/inlineXML/html/body/figure"),
        ("<name>bridges", "<name>bri\ndges", "/newsItem/contentMeta/subject"),
        ("<name>A. Doe", "<name>A.\nDoe", "/newsItem/partMeta[3]/creator"),
    ],
)
def test_an_error_names_line_and_path(old: str, new: str, path: str) -> None:
    document = DOCUMENT.replace(old, new)
    assert document != DOCUMENT
    with pytest.raises(ParseError) as caught:
        SERIALISER.read(document)
    where = caught.value.location
    assert where is not None
    assert where.line
    assert where.path
    assert where.path.endswith(path)


def test_a_document_of_another_profile_is_read_by_rules() -> None:
    found = SERIALISER.read(DOCUMENT.replace(">newsmodel-article<", ">theirs<"))
    assert found.article.headline == "Bridge"
    assert found.evidence


def test_another_version_of_the_profile_is_read_by_rules() -> None:
    found = SERIALISER.read(DOCUMENT.replace('versioninfo="1"', 'versioninfo="2"'))
    assert found.article.headline == "Bridge"
    assert found.evidence


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("<newsItem/>", "says nothing"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "the root is html"),
        ("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "no news item"),
        ("<conceptItem/>", "is a conceptItem, which holds no article"),
    ],
)
def test_a_document_without_an_article_is_refused(document: str, problem: str) -> None:
    with pytest.raises(ParseError, match=problem):
        SERIALISER.read(document)
