"""Files of other kinds are told by how they begin, and texts are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ParseError
from newsmodel.parsers._other_kinds import (
    OTHER_KINDS,
    OtherKind,
    other_kind,
    refuse_other_kinds,
)


@pytest.mark.parametrize("kind", OTHER_KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_told_by_its_own_example(kind: OtherKind) -> None:
    assert [each for each in OTHER_KINDS if each.pattern.match(kind.example)] == [kind]
    assert other_kind(kind.example) is kind
    with pytest.raises(ParseError) as caught:
        refuse_other_kinds(kind.example, "text")
    assert f"text: the document is a file of type {kind.name}. " in str(caught.value)
    assert caught.value.advice == kind.advice


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("%PDF-1.7", "PDF"),
        (b"\xef\xbb\xbf\r\n%PDF-2.0\r%", "PDF"),
        ("\ufeff{\\rtf1 Bridge}", "RTF"),
        ("%!PS\n", "PostScript"),
        (b"\x04%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
    ],
)
def test_what_stands_before_it_does_no_harm(data: bytes | str, name: str) -> None:
    found = other_kind(data)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PDF files begin with %PDF-1.4",
        "%PDF is how they begin",
        "BZh is what such a file begins with.",
        "RIFF is a kind of file, and so is GIF89a.",
        "GIF89a was the first to move.",
        "{\\it Bridge reopens}",
        "PK and others",
        "WARC/1.0 is a format of archives.",
        "Subject: Bridge reopens\nDate: 1 June 2023\n\nIt is open.",
        "From: Ann Example\nMIME-Version: 1.0\nContent-Type: text/plain\n\nIt is.",
        "MIME-Version: 1.0\n\nContent-Type: multipart/related",
    ],
)
def test_a_text_is_of_no_other_kind(text: str) -> None:
    assert other_kind(text) is None
    refuse_other_kinds(text, "text")


def test_header_fields_may_be_very_many() -> None:
    assert other_kind("A: b\n c\n" * 100_000) is None


@given(st.text() | st.binary())
def test_anything_is_of_another_kind_or_none(data: bytes | str) -> None:
    assert other_kind(data) in (*OTHER_KINDS, None)
