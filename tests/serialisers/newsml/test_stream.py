"""A file of many articles is read one by one, and gives what the whole gives."""

from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel import documents
from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import Article, Source
from newsmodel.serialisers.newsml import SERIALISER

from .test_foreign_items import PICTURE, message, package, text_item
from .test_newsml1 import PHOTO, WORDS, content, document, headed

OWN = SERIALISER.write(Article(headline=" A ", source=Source(name="B")))
OWN_ITEM = OWN.decode().partition("?>")[2]
LINK = '<link rel="irel:seeAlso" residref="p1"/>'
ONE_TEXT = content(WORDS)
ONE = document(content(WORDS), PHOTO)
TWO = (
    "<NewsML><NewsEnvelope><SentFrom><Party FormalName='X'/></SentFrom></NewsEnvelope>"
)
TWO += "".join(
    "<NewsItem><NewsComponent><NewsLines><HeadLine>"
    f"{name}</HeadLine></NewsLines></NewsComponent></NewsItem>"
    for name in "ab"
)
DOCUMENTS = {
    "texts": message(text_item("t1", "One"), text_item("t2", "Two")),
    "picture-first": message(PICTURE, text_item("t1", "One")),
    "picture-linked": message(
        text_item("t1", "One"), PICTURE, text_item("t2", "T", LINK)
    ),
    "picture-grouped": message(
        package("p1", "t2"), text_item("t1", "One"), PICTURE, text_item("t2", "Two")
    ),
    "texts-of-newsml1": document(headed("A", content(WORDS)), headed("B", ONE_TEXT)),
    "pictures-alone": message(PICTURE, PICTURE.replace("p1", "p2")),
    "own": message(text_item("t1", "One"), OWN_ITEM, PICTURE),
    "empty-ones": message("<newsItem/>", text_item("t1", "One"), "<newsItem/>"),
    "package": message(
        "<packageItem><contentMeta><headline>P</headline></contentMeta></packageItem>"
    ),
    "catalog": message(text_item("t1", "One")).replace(
        "<header>", '<header><catalog><scheme alias="a" uri="u:"/></catalog>'
    ),
    "item": text_item("t1", "One"),
    "newsml1": ONE,
    "newsml1-two": TWO + "</NewsML>",
    "space": f" \n{ONE}",
    "doctype": f'<!DOCTYPE NewsML PUBLIC "a" "NewsML.dtd">{ONE}',
    "comment": f"<!-- a --><?xml version='1.0'?>{ONE}",
}


def whole(data: str) -> list[Explanation]:
    return list(SERIALISER.read_all(data))


@pytest.mark.parametrize("data", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_file_gives_what_the_whole_document_gives(data: str) -> None:
    assert list(SERIALISER.read_file(BytesIO(data.encode()))) == whole(data)


@pytest.mark.parametrize("data", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_file_is_found_by_look_and_loaded(data: str, tmp_path: Path) -> None:
    path = tmp_path / "message.xml"
    path.write_text(data)
    wanted = [each.article for each in whole(data)]
    assert list(newsmodel.load_all(path)) == wanted
    assert list(newsmodel.parse_all(data)) == wanted
    with path.open("rb") as file:
        assert list(newsmodel.load_all(file)) == wanted


class Pipe(RawIOBase):
    """What can be read once."""

    def __init__(self, data: bytes) -> None:
        self._file = BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize("most", [100, 16_000_000])
def test_what_can_be_read_only_once_is_read_too(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "_WHOLE", most)
    data = DOCUMENTS["picture-linked"]
    file = BufferedReader(Pipe(data.encode()))
    assert list(newsmodel.parse_all(file)) == [each.article for each in whole(data)]


@pytest.mark.parametrize(
    "data",
    [
        "",
        "<newsMessage/>",
        "<newsMessage><itemSet><newsItem/></itemSet></newsMessage>",
        "<NewsML/>",
        "<nitf/>",
        "<newsMessage><itemSet><newsItem>",
        '<!DOCTYPE newsMessage [<!ENTITY a "b">]><newsMessage>&a;</newsMessage>',
        '<!DOCTYPE NewsML SYSTEM "a">' + ONE.replace("It is", "&eacute; is"),
    ],
)
def test_a_file_without_an_article_is_refused(data: str) -> None:
    with pytest.raises(ParseError):
        list(SERIALISER.read_file(BytesIO(data.encode())))


def test_what_stands_before_a_fault_is_yielded() -> None:
    data = message(text_item("t1", "One"), text_item("t2", "Two"))
    articles = newsmodel.parse_all(data.replace("</itemSet>", ""), "newsml")
    with pytest.raises(ParseError):
        list(articles)


def test_a_big_document_in_memory_is_read_in_parts_too() -> None:
    items = [text_item(f"t{at}", "x" * 50_000) for at in range(100)]
    data = message(*items, PICTURE)
    found = list(SERIALISER.read_all(data.encode()))
    assert [each.article.guid for each in found] == [f"t{at}" for at in range(100)]
    assert len(found[0].article.captions) == 1


@pytest.mark.corpora
def test_the_documents_of_the_corpus_give_the_same_in_parts(shared: Path) -> None:
    count = 0
    for folder in ("newsml-g2", "newsml-1.2"):
        for path in sorted((shared / "corpora/newsml" / folder).iterdir()):
            data = path.read_bytes()
            if b"<!ENTITY" in data:
                continue
            try:
                wanted = list(SERIALISER.read_all(data))
            except ParseError:
                continue
            with path.open("rb") as file:
                assert list(SERIALISER.read_file(file)) == wanted, path.name
            count += 1
    assert count > 150
