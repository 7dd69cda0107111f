"""Documents in and out: from bytes, from files, whole or not at all."""

import io
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import newsmodel
from newsmodel import (
    Article,
    NewsModelError,
    Paragraph,
    ParseError,
    UnknownFormatError,
    registry,
)
from newsmodel.model import Source
from newsmodel.testing import articles

ARTICLE = Article(headline="Bridge reopens", body=[Paragraph(text="It is open.")])


@given(articles())
def test_parse_gives_the_article_of_explain(article: Article) -> None:
    data = newsmodel.serialise(article)
    assert newsmodel.parse(data) == newsmodel.explain(data).article == article


def test_json_is_the_format_to_write_where_none_is_named() -> None:
    assert newsmodel.parse(newsmodel.serialise(ARTICLE), "json") == ARTICLE


def test_the_address_is_handed_on() -> None:
    article = newsmodel.parse("A headline\n\nA text.", url="https://example.com/a")
    assert article.url == "https://example.com/a"


@pytest.mark.parametrize("data", [Path("a.txt"), None, 3, bytearray(b"A")])
def test_what_is_no_document_is_the_callers_mistake(data: object) -> None:
    with pytest.raises(TypeError, match=r"wanted bytes or str, got .*; for files"):
        newsmodel.parse(data)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("file", [None, 3, b"a.txt", [Path("a.txt")]])
def test_what_is_no_file_is_the_callers_mistake(file: Any) -> None:
    wanted = "wanted a path or an open file, got"
    for use in (newsmodel.load, lambda it: [*newsmodel.load_all(it)]):
        with pytest.raises(TypeError, match=wanted):
            use(file)
    with pytest.raises(TypeError, match=wanted):
        newsmodel.dump(ARTICLE, file)
    if not isinstance(file, bytes):
        with pytest.raises(TypeError, match="wanted bytes, str or an open file, got"):
            [*newsmodel.parse_all(file)]


@pytest.mark.parametrize("format", ["text", "html", "json"])
def test_an_address_that_is_no_string_is_the_callers_mistake(format: str) -> None:
    with pytest.raises(TypeError, match="url: wanted str, got bytes"):
        newsmodel.parse("<p>Bridge", format, url=b"http://a")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a.json", "a.xml", "a.newsml", "A.JSON"])
def test_a_file_comes_back(tmp_path: Path, name: str) -> None:
    newsmodel.dump(ARTICLE, tmp_path / name)
    assert newsmodel.load(tmp_path / name) == ARTICLE
    assert newsmodel.load(str(tmp_path / name)) == ARTICLE
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_open_files_are_read_and_written(tmp_path: Path) -> None:
    file = io.BytesIO()
    newsmodel.dump(ARTICLE, file)
    file.seek(0)
    assert newsmodel.load(file) == ARTICLE
    newsmodel.dump(ARTICLE, tmp_path / "a.json")
    with (tmp_path / "a.json").open("rb") as read:
        assert newsmodel.load(read) == ARTICLE
    with (tmp_path / "a.json").open(encoding="utf-8") as text:
        assert newsmodel.load(text) == ARTICLE


def test_the_look_counts_more_than_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(newsmodel.serialise(ARTICLE))
    assert newsmodel.load(tmp_path / "a.txt") == ARTICLE


def test_of_a_piece_of_a_page_the_suffix_says_whether_it_is_text(
    tmp_path: Path,
) -> None:
    for name, format in (("a.txt", "text"), ("a.html", "html"), ("a", "html")):
        (tmp_path / name).write_text("<h2>Bridge reopens</h2>", "utf-8")
        data = (tmp_path / name).read_bytes()
        assert registry.by_look(data, name).format == format


def test_a_file_of_another_kind_is_none_of_text_whatever_its_suffix(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4 1 0 obj")
    with pytest.raises(ParseError, match=r"text: the document is .* PDF\. Take its"):
        newsmodel.load(tmp_path / "a.txt")


def test_the_suffix_decides_where_the_look_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    with pytest.raises(ParseError, match=r"json: .* \(\$\.newsmodel\)"):
        newsmodel.load(tmp_path / "a.json")


def test_a_named_format_counts_more_than_both(tmp_path: Path) -> None:
    newsmodel.dump(ARTICLE, tmp_path / "a.xml", "json")
    assert (tmp_path / "a.xml").read_bytes() == newsmodel.serialise(ARTICLE)
    with pytest.raises(ParseError, match="newsml"):
        newsmodel.load(tmp_path / "a.xml", "newsml")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.docx"])
def test_a_suffix_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"'{name}' stands for no format"):
        newsmodel.dump(ARTICLE, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        newsmodel.load(tmp_path / "a.json")
    with pytest.raises(FileNotFoundError):
        newsmodel.dump(ARTICLE, tmp_path / "no" / "a.json")


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    newsmodel.dump(ARTICLE, path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        newsmodel.dump(Article(headline="Another"), path)
    assert newsmodel.load(path) == ARTICLE
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_a_stop_from_the_keyboard_leaves_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        newsmodel.dump(ARTICLE, tmp_path / "a.json")
    assert not list(tmp_path.iterdir())


def test_threads_may_write_one_file_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    versions = [Article(headline="A" * 10_000, version=each) for each in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: newsmodel.dump(each, path), versions))
    assert newsmodel.load(path) in versions
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    path = tmp_path / f"{'é' * 125}.json"
    newsmodel.dump(ARTICLE, path)
    assert newsmodel.load(path) == ARTICLE


def test_a_link_to_itself_is_no_way_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(OSError, match="symbolic links"):
        newsmodel.dump(ARTICLE, tmp_path / "loop", "json")
    with pytest.raises(OSError, match="symbolic links"):
        newsmodel.dump(ARTICLE, tmp_path / "loop" / "a.json")
    assert [each.name for each in tmp_path.iterdir()] == ["loop"]


def test_an_error_names_the_file_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a.json"
    with pytest.raises(FileNotFoundError) as caught:
        newsmodel.dump(ARTICLE, path)
    assert caught.value.filename == str(path)


def test_what_is_no_article_cannot_be_written(tmp_path: Path) -> None:
    wrong: Any = "a text"
    with pytest.raises(TypeError, match="wanted an Article, got str"):
        newsmodel.serialise(wrong)
    with pytest.raises(TypeError, match="wanted an Article, got str"):
        newsmodel.dump(wrong, tmp_path / "a.json")


def test_mode_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    newsmodel.dump(ARTICLE, path)
    path.chmod(0o640)
    link.symlink_to(path)
    newsmodel.dump(Article(headline="Another"), link)
    assert link.is_symlink()
    assert newsmodel.load(path).headline == "Another"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    os.mkfifo(path)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(path.read_bytes)
        newsmodel.dump(ARTICLE, path)
        assert read.result() == newsmodel.serialise(ARTICLE)
    assert path.is_fifo()


@pytest.mark.parametrize("format", ["json", "newsml"])
def test_a_written_document_is_valid(format: str) -> None:
    data = newsmodel.serialise(ARTICLE, format)
    assert newsmodel.validate(data) == newsmodel.validate(data, format) == ()


def test_faults_are_noted_or_raised() -> None:
    data = newsmodel.serialise(ARTICLE, "newsml")
    notes = newsmodel.validate(data.replace(b"<itemClass", b"<nonsense"))
    assert notes
    assert notes[0].location.line is not None
    with pytest.raises(ParseError, match=r"\$\.views"):
        newsmodel.validate('{"newsmodel":"1.0","views":-1}')


def test_a_format_without_a_schema_cannot_be_checked() -> None:
    with pytest.raises(UnknownFormatError, match="'text' has no schema"):
        newsmodel.validate("A text.")


def test_all_errors_have_one_root() -> None:
    for cause in (
        lambda: newsmodel.parse(""),
        lambda: newsmodel.parse("A", "nonsense"),
        Source,
    ):
        with pytest.raises(NewsModelError):
            cause()
