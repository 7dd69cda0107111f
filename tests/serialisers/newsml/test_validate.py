import pytest

from newsmodel.errors import ParseError
from newsmodel.protocols import Serialiser, Validator
from newsmodel.serialisers.newsml import SERIALISER
from tests.serialisers.newsml.example import ARTICLE, GOLDEN


def test_a_valid_document_has_no_notes() -> None:
    assert SERIALISER.validate(GOLDEN.read_bytes()) == ()


def test_each_fault_is_noted_with_its_line() -> None:
    document = GOLDEN.read_text("utf-8").replace("<urgency>4", "<urgency>10")
    notes = SERIALISER.validate(document)
    assert [note.location.line for note in notes] == [27]
    assert "'10'" in notes[0].message
    assert str(notes[0]).endswith("(line 27)")


def test_the_same_document_is_judged_alike_each_time() -> None:
    assert SERIALISER.validate("<a/>") == SERIALISER.validate("<a/>") != ()
    assert SERIALISER.validate(GOLDEN.read_bytes()) == ()


def test_inline_nitf_is_checked_too() -> None:
    body = '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><song/></nitf>'
    start, _, rest = GOLDEN.read_text("utf-8").partition("<html ")
    document = f"{start}{body}{rest.partition('</html>')[2]}"
    assert "song" in SERIALISER.validate(document)[0].message


@pytest.mark.parametrize("data", [b"", b"<a>", "text", "\ud800"])
def test_what_is_not_well_formed_is_a_parse_error(data: bytes | str) -> None:
    with pytest.raises(ParseError):
        SERIALISER.validate(data)


def test_the_serialiser_is_one_and_a_validator() -> None:
    assert isinstance(SERIALISER, Serialiser)
    assert isinstance(SERIALISER, Validator)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_document_of_ours_looks_like_nothing_else(encoding: str) -> None:
    head = SERIALISER.write(ARTICLE).decode().encode(encoding)[:4096]
    assert SERIALISER.looks_like(head) == 100


@pytest.mark.parametrize(
    ("head", "likeness"),
    [
        (b' <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', 90),
        (b"<newsItem>", 90),
        (b"<newsItems>", 0),
        (b"", 0),
        (b"See http://iptc.org/std/nar/2006-10-01/ and newsmodel-article.", 0),
        (b'{"a": "http://iptc.org/std/nar/2006-10-01/"}', 0),
    ],
)
def test_other_documents_look_like_what_they_are(head: bytes, likeness: int) -> None:
    assert SERIALISER.looks_like(head) == likeness
