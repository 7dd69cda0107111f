"""Whatever a document by others holds, it gives an article or a ParseError."""

import gzip
from contextlib import suppress
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import newsmodel
from newsmodel.errors import ParseError
from newsmodel.markup.body_words import KINDS
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.protocols import Parser
from newsmodel.rules._words import words
from newsmodel.serialisers.newsml import SERIALISER as NEWSML
from newsmodel.serialisers.nitf import SERIALISER as NITF

G2 = "http://iptc.org/std/nar/2006-10-01/"
READERS: dict[str, Parser] = {
    "newsItem": NEWSML,
    "newsMessage": NEWSML,
    "packageItem": NEWSML,
    "NewsML": NEWSML,
    "nitf": NITF,
}
NAMES = sorted(
    KINDS.keys()
    | words(
        """
        affiliation Caption ContentItem Creator DataContent DateLine FirstCreated
        HeadLine NewsComponent NewsItem NewsLines NewsManagement Party Property Provider
        Role Status SubjectCode Subject altId broader by catalog contentCreated
        contentMeta contentSet copyrightHolder creator creditline date.issue
        date.release dateline description doc-id docdata edNote embargoed firstCreated
        genre groupSet head header headline hedline hl1 inlineData inlineXML itemClass
        itemMeta itemSet keyword language located media-caption media-reference name
        newsItem partMeta person personDetails provider pubStatus pubdata remoteContent
        rightsInfo scheme slugline story.date subject tobject.subject urgency usageTerms
        versionCreated
        """
    )
)
ATTRIBUTES = sorted(
    words(
        """
        Duid FormalName Href Value alias contenttype data-location date.publication
        ed-urg guid height href key literal norm qcode quote-source rank role src tag
        type uri version width
        """
    )
)
VALUES = st.one_of(
    st.sampled_from(
        [
            *("", " ", "0", "9" * 30, "2023-06-01T10:30:00Z", "20230601", "#a", "a:b"),
            *("ninat:text", "ninat:picture", "stat:usable", "Caption", "photo", "soon"),
            *("<p>It is open.</p>", "“It is open,” said Tom Brook.", "By Ann Example"),
            *("javascript:alert(1)", "ELMSWORTH, June 31 (AFP) - No.", "\x85\u2028"),
        ]
    ),
    st.text(
        st.characters(
            exclude_categories=["Cs"],
            exclude_characters=[*map(chr, range(32)), "\ufffe", "\uffff"],
        ),
        max_size=20,
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return a root and a document of known names in any order."""
    root = draw(st.sampled_from(sorted(READERS)))
    space = draw(st.sampled_from(["", f"{{{G2}}}"]))
    around = tree = etree.Element(space + root)
    for _ in range(draw(st.integers(0, 25))):
        name = draw(st.sampled_from(NAMES))
        attributes = draw(
            st.dictionaries(st.sampled_from(ATTRIBUTES), VALUES, max_size=3)
        )
        each = etree.SubElement(around, space + name, attributes)
        each.text, each.tail = draw(VALUES), draw(VALUES)
        step = draw(st.integers(0, 3))
        above = around.getparent()
        if step < 2:
            around = each
        elif step == 2 and above is not None:
            around = above
    return root, etree.tostring(tree, encoding="utf-8")


@given(documents())
def test_any_tree_gives_an_article_that_can_be_written_or_a_parse_error(
    document: tuple[str, bytes],
) -> None:
    root, data = document
    with suppress(ParseError):
        article = READERS[root].read(data, url=None).article
        assert newsmodel.parse(newsmodel.serialise(article, "newsml")) == article
        assert newsmodel.parse(newsmodel.serialise(article, "json")) == article
    with suppress(ParseError):
        for each in islice(NEWSML.read_all(data), 50):
            assert newsmodel.parse(newsmodel.serialise(each.article)) == each.article


@given(documents(), st.data())
def test_a_document_with_bytes_changed_raises_nothing_else(
    document: tuple[str, bytes], data: st.DataObject
) -> None:
    root, whole = document
    at = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(at, min(at + 20, len(whole))))
    broken = whole[:at] + data.draw(st.binary(max_size=8)) + whole[stop:]
    for parser in (READERS[root], NEWSML, NITF):
        with suppress(ParseError):
            parser.read(broken, url=None)


@given(documents())
def test_a_document_is_read_the_same_twice_and_without_evidence(
    document: tuple[str, bytes],
) -> None:
    root, data = document
    with suppress(ParseError):
        parser = READERS[root]
        found = parser.read(data, url=None)
        assert parser.read(data, url=None) == found
        assert newsmodel.parse(data, parser.format) == found.article


DEEP = 20_000
WIDE = 20_000
ITEM = "<newsItem><contentMeta>%s</contentMeta><contentSet>%s</contentSet></newsItem>"
NITF_BODY = "<nitf><body><body.content>%s</body.content></body></nitf>"
HOSTILE = {
    "deep": (NEWSML, ITEM % ("", "<inlineXML>" + "<div>" * DEEP)),
    "deep-spans": (
        NITF,
        NITF_BODY % ("<p>" + "<em>" * 250 + "x" + "</em>" * 250 + "</p>"),
    ),
    "deep-figures": (
        NITF,
        NITF_BODY
        % ("<media>" * 240 + "<media-caption>x</media-caption>" + "</media>" * 240),
    ),
    "deep-lists": (NITF, NITF_BODY % ("<ul><li>" * 120 + "x" + "</li></ul>" * 120)),
    "creators": (
        NEWSML,
        ITEM % ("".join(f"<creator literal='{n}'/>" for n in range(WIDE)), ""),
    ),
    "headlines": (NEWSML, ITEM % ("<headline role='x:sub'>a</headline>" * WIDE, "")),
    "uris": (
        NEWSML,
        "<newsItem><catalog>"
        + "".join(f"<scheme alias='a{n}' uri='u{n}/'/>" for n in range(WIDE))
        + "</catalog><contentMeta>"
        + "<subject uri='http://example.com/a/b/c'/>" * WIDE
        + "</contentMeta></newsItem>",
    ),
    "items": (
        NEWSML,
        "<newsMessage><itemSet>"
        + "<newsItem guid='p'><itemMeta><itemClass qcode='n:picture'/></itemMeta>"
        "</newsItem>"
        * 2000
        + "<newsItem><itemMeta><link residref='p'/></itemMeta></newsItem>" * 2000
        + "</itemSet></newsMessage>",
    ),
    "notices": (
        NEWSML,
        "<newsItem><rightsInfo>"
        + "".join(f"<copyrightNotice>{n}</copyrightNotice>" for n in range(WIDE))
        + "</rightsInfo></newsItem>",
    ),
    "captions": (
        NEWSML,
        "<NewsML><NewsItem><NewsComponent>"
        + "<NewsComponent><Role FormalName='Caption'/></NewsComponent>" * WIDE
        + "<ContentItem><DataContent>x</DataContent></ContentItem>"
        + "</NewsComponent></NewsItem></NewsML>",
    ),
    "comments": (NEWSML, "<!---->" * WIDE + "<?xml version='1.0'?><newsItem/>"),
    "quotes": (NITF, NITF_BODY % ("<p>" + "<q>x " * 200 + "</q>" * 200 + "</p>")),
    "laughs": (
        NITF,
        "<!DOCTYPE nitf [<!ENTITY a 'aaaaaaaaaa'>"
        + "".join(
            f"<!ENTITY {two} '{f'&{one};' * 10}'>"
            for one, two in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "]>"
        + NITF_BODY % "<p>&i;</p>",
    ),
}


@pytest.mark.parametrize(("parser", "document"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_document_is_read_or_refused(parser: Parser, document: str) -> None:
    # What takes more than linear time would take minutes here.
    with suppress(ParseError):
        article = parser.read(document, url=None).article
        assert len(repr(article)) < 1000


LONG = "a" * (TEXT_LIMIT + 1)
LONG_VALUES = {
    "g2-names": (
        NEWSML,
        f"<newsItem><rightsInfo><copyrightHolder literal='{LONG}'/></rightsInfo>"
        f"<contentMeta><headline>A</headline><creator literal='{LONG}'/></contentMeta>"
        "</newsItem>",
    ),
    "g2-texts": (
        NEWSML,
        "<newsItem><contentMeta><headline>A</headline>"
        f"<subject><name>{LONG}</name></subject><dateline>{LONG}</dateline>"
        "</contentMeta></newsItem>",
    ),
    "g2-codes": (
        NEWSML,
        f"<newsItem><contentMeta><headline>A</headline><subject qcode='a:{LONG}'/>"
        f"<genre uri='{LONG}'/></contentMeta></newsItem>",
    ),
    "addresses": (
        NITF,
        "<nitf><head><title>A</title></head><body><body.content>"
        f"<p><a href='{LONG}'>x</a></p><img src='{LONG}'/><p quote-source='{LONG}'>y"
        "</p></body.content></body></nitf>",
    ),
    "nitf-head": (
        NITF,
        "<nitf><head><title>A</title><docdata>"
        f"<doc.copyright holder='{LONG}' year='2023'/><key-list><keyword key='{LONG}'/>"
        "</key-list></docdata></head></nitf>",
    ),
    "newsml1": (
        NEWSML,
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>A</HeadLine>"
        f"<CopyrightLine>{LONG}</CopyrightLine><CreditLine>{LONG}</CreditLine>"
        "</NewsLines><Role FormalName='Caption'/></NewsComponent></NewsItem></NewsML>",
    ),
}


@pytest.mark.parametrize(("parser", "document"), LONG_VALUES.values(), ids=LONG_VALUES)
def test_a_value_beyond_measure_costs_no_more_than_itself(
    parser: Parser, document: str
) -> None:
    assert parser.read(document, url=None).article.headline == "A"


def test_no_entity_reads_a_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("secret-marker")
    doctype = f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    document = doctype + NITF_BODY % "<p>a &x; b</p>"
    try:
        said = repr(NITF.read(document))
    except ParseError as error:
        said = str(error)
    assert "secret-marker" not in said


def test_a_compressed_document_is_no_xml() -> None:
    with pytest.raises(ParseError):
        NITF.read(gzip.compress(b"<nitf/>"))
