import pickle
import re
from io import BytesIO

import pytest

from newsmodel.errors import ParseError
from newsmodel.markup.xml import (
    local_name,
    note_at,
    parse_xml,
    path_of,
    place_of,
    stream_xml,
)


def test_a_str_may_declare_any_encoding() -> None:
    root = parse_xml('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', "x")
    assert root.text == "é"


def test_bytes_are_read_as_they_declare() -> None:
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1")
    assert parse_xml(data, "x").text == "é"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x: the document is empty"),
        ("  \r\n", "x: the document is empty"),
        ("ab\ud800", "x: U+D800 is no character (character 2)"),
    ],
)
def test_what_is_no_document_is_a_parse_error(data: bytes | str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_xml(data, "x")
    assert str(caught.value) == message


def test_an_error_names_the_line_and_can_be_pickled() -> None:
    with pytest.raises(ParseError) as caught:
        parse_xml("<a>\n<b>\n</a>", "x")
    assert re.fullmatch(r"x: not well-formed XML: .+ \(line 3\)", str(caught.value))
    assert str(caught.value).count("line 3") == 1
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


def test_an_error_is_short_however_long_the_names() -> None:
    with pytest.raises(ParseError) as caught:
        parse_xml(f"<{'a' * 10_000}></b>", "x")
    assert len(str(caught.value)) < 300


def test_a_large_document_may_have_no_doctype() -> None:
    text = "x" * 10_000_001
    assert parse_xml(f"<a>{text}</a>", "x").text == text
    for encoding in ("utf-8", "utf-16"):
        data = f"<!DOCTYPE a [<!ENTITY b 'c'>]><a>{text}</a>".encode(encoding)
        with pytest.raises(ParseError, match="DOCTYPE"):
            parse_xml(data, "x")


def test_a_place_is_a_path_of_names_counted_where_there_are_several() -> None:
    root = parse_xml('<a xmlns="u"><b/><c/><b>\n<d/></b></a>', "x")
    assert str(place_of(root)) == "line 1, /a"
    assert str(place_of(root[2][0])) == "line 2, /a/b[2]/d"


def test_a_note_names_element_and_line() -> None:
    root = parse_xml('<a xmlns="u">\n<b/></a>', "x")
    assert local_name(root[0]) == "b"
    assert str(note_at(root[0], "odd", "it is odd")) == "it is odd (line 2, b)"


@pytest.mark.parametrize(
    "before",
    [b"\n  ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"<!-- a --> ", b"<!--a--><!--b-->"],
)
def test_what_may_not_stand_before_a_declaration_is_passed_over(before: bytes) -> None:
    document = before + b"<?xml version='1.0' encoding='utf-8'?><a>b</a>"
    assert parse_xml(document, "newsml").text == "b"
    with BytesIO(document) as file:
        assert [event for event, _ in stream_xml(file, "newsml", ["a"])] == [
            "start",
            "end",
        ]


EXTERNAL = '<!DOCTYPE a [<!ENTITY % d SYSTEM "d.dtd"> %d; ]>'


def test_a_dtd_that_would_have_to_be_fetched_is_not_needed() -> None:
    assert parse_xml(f"{EXTERNAL}<a>b &amp; &#169;</a>", "newsml").text == "b & ©"


@pytest.mark.parametrize("words", ["<a>b &eacute; c</a>", "<a b='&eacute;'/>"])
def test_but_where_an_entity_is_used_the_document_is_refused(words: str) -> None:
    with pytest.raises(ParseError):
        parse_xml(EXTERNAL + words, "newsml")


def test_the_path_of_an_element_that_lies_deep_has_its_last_names() -> None:
    root = parse_xml("<a>" * 100 + "</a>" * 100, "newsml")
    element = root
    while len(element):
        element = element[0]
    path = path_of(element)
    assert path.startswith("…/a/a")
    assert len(path) < 100
