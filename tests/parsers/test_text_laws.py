"""Plain text: what holds of any document at all."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.parsers.text import PARSER

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "text"
FIXTURES = [file.read_bytes() for file in sorted(FOLDER.glob("*.txt"))]
WORDS = [
    "By ",
    "Ann Example",
    " and ",
    "Reuters",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "1 June 2023",
    "Updated ",
    "369 views",
    " | ",
    "© ",
    "(AP Photo/",
    ")",
    "Photo: ",
    "Source: ",
    "-30-",
    "ENDS",
    "Reporting by ",
    "; Editing by ",
    "KYIV, June 1 (Reuters) - ",
    "The bridge is",
    " open.",
    "“It is,” he said.",
    "- ",
    "1. ",
    "• ",
    "\x00",
    "\ud800",
    "\u2028",
    "\xa0",
    ":",
    "contributed to this report.",
    "Copyright 2023 ",
    "All rights reserved.",
    "Dear ",
    ",",
]


def read(data: bytes | str) -> Explanation | None:
    """Read a document; only a ParseError may say that there is none."""
    try:
        return PARSER.read(data, url=None)
    except ParseError:
        return None


def check(data: bytes | str) -> None:
    found = read(data)
    assert read(data) == found
    if found:
        for block, quote in found.article.iter_quotes():
            assert block.text[quote.start : quote.end] == quote.text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check(data)


@given(st.text(st.characters(), max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_pieces_of_articles_are_read_or_refused(text: str) -> None:
    check(text)


@settings(max_examples=60)
@given(st.data())
def test_mutated_articles_are_read_or_refused(data: st.DataObject) -> None:
    document = bytearray(data.draw(st.sampled_from(FIXTURES)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(document)))
        length = data.draw(st.integers(0, 40))
        document[at : at + length] = data.draw(st.binary(max_size=8))
    check(bytes(document))
