"""Bytes to characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup.decoding import decode, has_mark


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"]
)
def test_each_encoding_is_known_by_its_bytes(encoding: str) -> None:
    text, _ = decode("café “naïve” – 5 €".encode(encoding))
    assert text == "café “naïve” – 5 €"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xfe\xff\x00a", "a"),
        (b"\x00\x00\xfe\xff\x00\x00\x00a", "a"),
        (b"\xff\xfea\x00", "a"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "a"),
    ],
)
def test_both_byte_orders_are_read(data: bytes, text: str) -> None:
    assert decode(data) == (text, ())


def test_a_text_is_taken_as_it_is_but_for_the_mark() -> None:
    assert decode("\ufeffcaf\xe9 \ud800") == ("café \ud800", ())


def test_windows_1252_is_noted_with_the_first_byte_that_is_no_utf_8() -> None:
    text, (note,) = decode(b"caf\xe9")
    assert text == "café"
    assert note.code == "encoding-guessed"
    assert note.location.offset == 3


def test_bytes_without_a_character_are_replaced_and_noted() -> None:
    text, notes = decode(b"\xe9\x81")
    assert text == "é\ufffd"
    assert [note.code for note in notes] == ["encoding-guessed", "bytes-replaced"]
    assert notes[1].location.offset == 1


def test_a_mark_that_lies_costs_only_what_is_wrong() -> None:
    text, (note,) = decode(b"\xef\xbb\xbfa\xffb")
    assert text == "a\ufffdb"
    assert note.code == "bytes-replaced"


def test_a_mark_is_seen() -> None:
    assert has_mark(b"\xff\xfea\x00")
    assert not has_mark(b"a\x00")


@given(st.binary())
def test_any_bytes_are_read(data: bytes) -> None:
    decode(data)
