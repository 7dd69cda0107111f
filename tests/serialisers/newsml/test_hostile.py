"""Whatever the bytes: a ParseError or an article, and nothing else."""

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.errors import ParseError
from newsmodel.model import Article, ListItem, Paragraph
from newsmodel.serialisers.newsml import SERIALISER
from tests.serialisers.newsml.example import GOLDEN

DOCUMENT = GOLDEN.read_bytes()
TEXT = DOCUMENT.decode()
ROOT = TEXT.index("<newsItem")
HEADLINE = TEXT[TEXT.index("<headline>") : TEXT.index("</headline>")]


def with_doctype(doctype: str, headline: str) -> str:
    body = TEXT[ROOT:].replace(HEADLINE, f"<headline>{headline}")
    return f'<?xml version="1.0"?>\n{doctype}\n{body}'


@given(st.binary() | st.text(st.characters()))
@example("")
@example(b"\0")
@example("\ud800")
@example("\ufeff")
@example(b"\xff\xfe<\0a\0/\0>\0")
def test_anything_is_a_parse_error(data: bytes | str) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(data)


@given(
    edits=st.lists(
        st.tuples(
            st.integers(0, len(DOCUMENT)), st.integers(0, 40), st.binary(max_size=8)
        ),
        min_size=1,
        max_size=3,
    )
)
def test_a_damaged_document_is_read_or_a_parse_error(
    edits: list[tuple[int, int, bytes]],
) -> None:
    data = DOCUMENT
    for at, cut, put in edits:
        data = data[:at] + put + data[at + cut :]
    with suppress(ParseError):
        assert isinstance(SERIALISER.read(data).article, Article)


PIECES = sorted({*TEXT.replace("><", ">\n<").replace('"', '\n"').split("\n")})


@given(st.sampled_from(PIECES), st.sampled_from(PIECES), st.booleans())
def test_a_document_with_other_pieces_is_read_or_a_parse_error(
    old: str, new: str, every: bool
) -> None:
    data = TEXT.replace(old, new) if every else TEXT.replace(old, new, 1)
    with suppress(ParseError):
        SERIALISER.read(data)


@pytest.mark.parametrize("end", range(0, len(DOCUMENT) - 1, 97))
def test_a_document_cut_short_is_a_parse_error(end: int) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(DOCUMENT[:end])


BOMB = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
)


@pytest.mark.parametrize(
    "document",
    [
        with_doctype(f'<!DOCTYPE a [<!ENTITY l0 "lol">{BOMB}]>', "&l9;"),
        with_doctype(f'<!DOCTYPE a [<!ENTITY q "{"a" * 50_000}">]>', "&q;" * 50_000),
        with_doctype('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        with_doctype('<!DOCTYPE a [<!ENTITY % x SYSTEM "x.dtd"> %x;]>', "&y;"),
        with_doctype('<!DOCTYPE a [<!ENTITY a "&a;">]>', "&a;"),
        with_doctype('<!DOCTYPE a [<!ENTITY a "b">]>', "&a;" + " " * 10_000_000),
        TEXT.replace("<p>", "<p>" + "<em>" * 300).replace(
            "</p>", "</em>" * 300 + "</p>"
        ),
        TEXT.replace("<headline>", "<headline>&#0;"),
        TEXT.replace("<headline>", "<headline>&#x1;"),
        TEXT.replace("<headline>", "<headline>&nbsp;"),
    ],
    ids=[
        "billion laughs",
        "quadratic",
        "external entity",
        "external parameter entity",
        "entity in itself",
        "a DOCTYPE in 10 MB",
        "deep",
        "NUL",
        "control character",
        "entity of HTML",
    ],
)
def test_what_would_harm_is_a_parse_error(document: str) -> None:
    for data in (document, document.encode(), document.encode("utf-16")):
        with pytest.raises(ParseError):
            SERIALISER.read(data)


def test_small_entities_of_the_document_itself_are_read() -> None:
    doctype = '<!DOCTYPE newsItem [<!ENTITY eacute "é">]>'
    document = with_doctype(doctype, "Caf&eacute; opens")
    assert SERIALISER.read(document).article.headline == "Café opens"


def test_an_external_dtd_is_not_fetched() -> None:
    doctype = '<!DOCTYPE newsItem SYSTEM "http://example.invalid/a.dtd">'
    document = with_doctype(doctype, "Bridge")
    assert SERIALISER.read(document).article.headline == "Bridge"


def test_an_external_dtd_is_not_read_from_disk_either(tmp_path: Path) -> None:
    dtd = tmp_path / "a.dtd"
    dtd.write_text('<!ENTITY secret "leaked">')
    for address in (str(dtd), dtd.as_uri()):
        doctype = f'<!DOCTYPE newsItem SYSTEM "{address}">'
        with pytest.raises(ParseError, match="secret"):
            SERIALISER.read(with_doctype(doctype, "&secret;"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_other_encodings_of_unicode_are_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    document = TEXT.replace("UTF-8", declared).encode(encoding)
    assert SERIALISER.read(document) == SERIALISER.read(DOCUMENT)


def test_a_str_is_taken_as_it_is_whatever_it_declares() -> None:
    document = TEXT.replace("UTF-8", "ISO-8859-1")
    assert SERIALISER.read(document) == SERIALISER.read(DOCUMENT)


@pytest.mark.parametrize("encoding", ["klingon", "utf-16", "utf-32"])
def test_an_encoding_that_it_is_not_in_is_a_parse_error(encoding: str) -> None:
    with pytest.raises(ParseError):
        SERIALISER.read(DOCUMENT.replace(b"UTF-8", encoding.encode()))


def test_white_space_before_the_declaration_is_let_pass() -> None:
    assert SERIALISER.read(b"\r\n  " + DOCUMENT) == SERIALISER.read(DOCUMENT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<ul>", "<ul><li>" * 30),
        ("<p>", "<p>" + "<b>" * 200),
        ("<tr>", "<tr><td>" * 20),
    ],
)
def test_nesting_that_is_no_blocks_of_ours_is_noted(old: str, new: str) -> None:
    opened = re.findall("[a-z]+", new.removeprefix(old))
    closed = "".join(f"</{name}>" for name in reversed(opened))
    assert SERIALISER.read(TEXT.replace(old, f"{new}x{closed}", 1)).notes


# What is repeated, how many blocks each is, and the note that each brings.
LONG = {
    "paragraphs": ("<p>a</p>", 1, None),
    "unknown blocks": ("<x/>", 0, "unknown"),
    "marks without parts": (
        '<p><span data-part="quote-9">a</span></p>',
        1,
        "part-missing",
    ),
    "unnamed spans": ("<p><span>a</span></p>", 1, "part-missing"),
    "line feeds": ("<br/>", 0, "unknown"),
    "list items": ("<li/>", 0, "unknown"),
}


@pytest.mark.parametrize(("piece", "blocks", "code"), LONG.values(), ids=LONG)
def test_each_of_very_many_is_read_or_noted(
    piece: str, blocks: int, code: str | None
) -> None:
    count = 20_000
    start, end = TEXT.split("<blockquote>")[0], TEXT.split("</blockquote>")[1]
    few = SERIALISER.read(start + end).article.body
    found = SERIALISER.read(start + piece * count + end)
    body = found.article.body
    at = len(SERIALISER.read(f"{start}{TEXT[TEXT.index('</body>') :]}").article.body)
    assert body[:at] + body[at + count * blocks :] == few
    assert body[at : at + count * blocks] == (Paragraph(text="a"),) * (count * blocks)
    codes = [code] * count if code else []
    assert [note.code for note in found.notes] == codes


def test_of_very_many_parts_that_one_element_names_those_told_of_are_read() -> None:
    names = " ".join(f"quote-{number}" for number in range(100_000))
    data = TEXT.replace('data-part="quote-1"', f'data-part="{names}"')
    found, expected = SERIALISER.read(data), SERIALISER.read(DOCUMENT).article
    first, was = found.article.body[0], expected.body[0]
    assert isinstance(first, Paragraph)
    assert isinstance(was, Paragraph)
    assert (first.text, first.marks[0]) == (was.text, was.marks[0])
    assert len(found.notes) == 99_999


@pytest.mark.corpora
def test_the_hostile_documents_of_the_corpus_do_no_harm(shared: Path) -> None:
    folder = shared / "corpora" / "newsml"
    secret = (folder / "hostile" / "secret.txt").read_text("utf-8").strip()
    for entry in json.loads((folder / "hostile" / "index.json").read_text("utf-8")):
        data = (folder / entry["file"]).read_bytes()
        try:
            found = SERIALISER.read(data)
        except ParseError as error:
            said, outcome = str(error), "refuse"
        else:
            said, outcome = repr(found), "parse"
        assert secret not in said
        # The other expectations leave open which of the two it is.
        wanted = entry["expect"]
        assert outcome == wanted or wanted not in ("parse", "refuse")


def test_a_thousand_list_items_at_every_depth_come_back() -> None:
    items = [ListItem(text="x", depth=1 + n % 16) for n in range(1000)]
    article = Article(body=[*items, Paragraph(text="y")])
    assert SERIALISER.read(SERIALISER.write(article)).article == article
