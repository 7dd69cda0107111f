"""The command: what it prints where, how it ends, and never with a traceback."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import newsmodel
from newsmodel import cli, documents, registry
from newsmodel.cli import main
from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation, Note
from newsmodel.model import Article

TEXT = """\
Bridge reopens

By Ann Example

Published 2 hours ago

The old bridge at Elmsworth opened again on Thursday.

“We have waited long enough,” said Tom Brook, the mayor.
"""
QUOTES = b"  Tom Brook, the mayor (direct, 'said'): We have waited long enough,\n"
JSON = b'{"newsmodel":"1.0","headline":"Bridge reopens"}\n'
NEWSML = newsmodel.serialise(Article(headline="Bridge reopens"), "newsml")

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bridge.txt").write_text(TEXT, encoding="utf-8")
    Path("bridge.json").write_bytes(JSON)
    Path("bridge.xml").write_bytes(NEWSML)


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def program(*arguments: str) -> list[str]:
    line = "import sys; from newsmodel.cli import main; sys.exit(main())"
    return [sys.executable, "-W", "error", "-c", line, *arguments]


def surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def run(*arguments: str, data: bytes = b"") -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        program(*arguments),
        input=data,
        capture_output=True,
        check=False,
        env=surroundings(),
    )
    return done.returncode, done.stdout, done.stderr


# What each subcommand prints


def test_parse_writes_json_and_tells_notes_apart(capsysbinary: Capture) -> None:
    assert main(["parse", "bridge.txt"]) == 0
    out, err = capsysbinary.readouterr()
    article = newsmodel.parse(out, "json")
    assert article.headline == "Bridge reopens"
    assert out.count(b"\n") == 1
    assert err.startswith(b"bridge.txt: '2 hours ago': ")
    assert err.count(b"\n") == 1


def test_parse_writes_the_format_asked_for(capsysbinary: Capture) -> None:
    assert main(["parse", "bridge.json", "--to", "newsml"]) == 0
    out = capsysbinary.readouterr().out
    assert out.endswith(b">\n")
    assert not out.endswith(b"\n\n")
    assert newsmodel.parse(out).headline == "Bridge reopens"


def test_parse_reads_standard_input(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, JSON)
    assert main(["parse", "-"]) == 0
    assert capsysbinary.readouterr() == (JSON, b"")


def test_parse_takes_the_format_and_the_address(capsysbinary: Capture) -> None:
    url = "https://example.com/bridge"
    assert main(["parse", "bridge.json", "--from", "text", "--url", url]) == 0
    article = newsmodel.parse(capsysbinary.readouterr().out, "json")
    assert article.url == url
    assert "newsmodel" in f"{article.headline}{article.text}"


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["-o", "new.xml"], "newsml"),
        (["--out", "new.JSON"], "json"),
        (["--to", "newsml", "-o", "new.json"], "newsml"),
    ],
)
def test_parse_writes_a_file_by_option_or_suffix(
    options: list[str], name: str, capsysbinary: Capture
) -> None:
    assert main(["parse", "bridge.json", *options]) == 0
    assert capsysbinary.readouterr() == (b"", b"")
    data = Path(options[-1]).read_bytes()
    assert registry.by_look(data).format == name
    assert newsmodel.parse(data).headline == "Bridge reopens"


def test_a_dash_for_the_file_to_write_is_standard_output(
    capsysbinary: Capture,
) -> None:
    assert main(["parse", "bridge.json", "-o", "-"]) == 0
    assert newsmodel.parse(capsysbinary.readouterr().out).headline == "Bridge reopens"
    assert not Path("-").exists()


def test_show_prints_the_article_and_then_notes(capsysbinary: Capture) -> None:
    assert main(["show", "bridge.txt"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"Bridge reopens\nbyline: By Ann Example\n")
    assert out.endswith(b"\nQuotes (1)\n" + QUOTES)
    assert b"clock" in err


def test_explain_prints_rules_and_notes(capsysbinary: Capture) -> None:
    assert main(["explain", "bridge.txt"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"Read as text\nheadline\n  first-line (line 1): ")
    assert b"\nnote: '2 hours ago': " in out
    assert err == b""


def test_quotes_prints_who_said_what(capsysbinary: Capture) -> None:
    assert main(["quotes", "bridge.txt"]) == 0
    assert capsysbinary.readouterr() == (QUOTES, b"")


def test_validate_says_that_documents_are_valid(capsysbinary: Capture) -> None:
    assert main(["validate", "bridge.json", "bridge.xml"]) == 0
    out, err = capsysbinary.readouterr()
    assert out == b"bridge.json: valid\nbridge.xml: valid\n"
    assert err == b""


def test_validate_reads_standard_input(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, JSON)
    assert main(["validate", "--from", "json", "-"]) == 0
    assert capsysbinary.readouterr() == (b"-: valid\n", b"")


def test_formats_lists_each(capsysbinary: Capture) -> None:
    assert main(["formats"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert [line.split()[0] for line in lines] == [
        each.format for each in newsmodel.formats()
    ]
    assert lines[0].startswith("text     read         an article")
    assert lines[1].startswith("html     read, write  a news page")
    assert lines[2].startswith("json     read, write  newsmodel's own form")


def test_a_format_without_a_summary_is_listed_too(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_plug_ins", lambda: ((Obedient(), "tests"),))
    assert main(["formats"]) == 0
    assert capsysbinary.readouterr().out.endswith(b"\nobedient read\n")


def test_schema_prints_the_shipped_schema(capsysbinary: Capture) -> None:
    assert main(["schema"]) == 0
    shipped = files("newsmodel.serialisers.json") / "article.schema.json"
    assert capsysbinary.readouterr() == (shipped.read_bytes(), b"")


def test_the_version_is_that_of_the_package(capsysbinary: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsysbinary.readouterr().out.decode().split() == [newsmodel.__version__]


@pytest.mark.parametrize(
    "command",
    [
        "",
        "parse",
        "convert",
        "show",
        "explain",
        "quotes",
        "validate",
        "formats",
        "schema",
    ],
)
def test_each_command_has_help(command: str, capsysbinary: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    assert capsysbinary.readouterr().out.startswith(b"usage: newsmodel")


def test_in_strict_mode_nothing_is_written_that_would_lose_something(
    capsysbinary: Capture,
) -> None:
    viewed = newsmodel.serialise(Article(headline="A", views=7))
    Path("viewed.json").write_bytes(viewed)
    strict = ["parse", "viewed.json", "--strict", "-o"]
    assert main([*strict, "viewed.ninjs"]) == 1
    assert b"views" in capsysbinary.readouterr().err
    assert not Path("viewed.ninjs").exists()
    assert main([*strict, "viewed.xml"]) == 0
    assert Path("viewed.xml").exists()


# Converting files and folders


SEVERAL = b"[%s]" % b",".join(
    newsmodel.serialise(Article(headline=each), "jsonld")
    for each in ("Bridge shut", "Bridge painted", "Bridge opens")
)


@pytest.fixture
def _archive() -> None:
    """Lay out a tree: two formats, a folder below, and what is no article."""
    below = Path("old/2024")
    below.mkdir(parents=True)
    Path("old/bridge.json").write_bytes(JSON)
    (below / "ferry.newsml").write_bytes(NEWSML)
    (below / "urn.example.1.2").write_bytes(NEWSML)
    (below / "three.jsonld").write_bytes(SEVERAL)
    (below / ".draft.json").write_bytes(JSON)


def tree(folder: str) -> list[str]:
    found = (each for each in Path(folder).rglob("*") if each.is_file())
    return sorted(each.relative_to(folder).as_posix() for each in found)


CONVERTED = [
    "2024/ferry.ninjs",
    "2024/three-0001.ninjs",
    "2024/three-0002.ninjs",
    "2024/three-0003.ninjs",
    "2024/urn.example.1.2.ninjs",
    "bridge.ninjs",
]


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize("new", ["new", "new/", "not/yet/there"])
def test_convert_keeps_the_tree_of_a_folder(new: str, capsysbinary: Capture) -> None:
    assert main(["convert", "old", "--to", "ninjs", "-o", new]) == 0
    assert capsysbinary.readouterr().out == b""
    assert tree(new) == CONVERTED
    headlines = [newsmodel.load(Path(new) / each).headline for each in CONVERTED]
    assert headlines[:4] == [
        "Bridge reopens",
        "Bridge shut",
        "Bridge painted",
        "Bridge opens",
    ]


@pytest.mark.usefixtures("_archive")
def test_convert_does_the_same_again(capsysbinary: Capture) -> None:
    asked = ["convert", "old", "--to", "newsml", "-o", "new"]
    assert main(asked) == 0
    told = capsysbinary.readouterr()
    first = [(Path("new") / each).read_bytes() for each in tree("new")]
    assert main(asked) == 0
    assert capsysbinary.readouterr() == told
    assert [(Path("new") / each).read_bytes() for each in tree("new")] == first


@pytest.mark.usefixtures("_archive", "_bad_files")
def test_what_cannot_be_converted_is_named_and_does_not_stop_the_rest(
    capsysbinary: Capture,
) -> None:
    Path("broken.json").rename("old/broken.json")
    assert main(["convert", "old", "--to", "ninjs", "-o", "new"]) == 1
    err = capsysbinary.readouterr().err.decode()
    assert err.startswith(f"newsmodel: {Path('old/broken.json')}: json: ")
    Path("noise").rename("old/2024/noise.jpg")
    Path("old/gone.json").symlink_to("nowhere")
    Path("old/round").symlink_to(".")
    os.mkfifo("old/pipe")
    asked = ["convert", "old", "missing.xml", "--to", "ninjs", "-o", "new"]
    assert main(asked) == 2
    lines = capsysbinary.readouterr().err.decode().splitlines()
    wrong = [line for line in lines if line.startswith("newsmodel: ")]
    for line, name in zip(
        wrong,
        ["gone.json", "pipe", "round", "noise.jpg", "broken.json", "missing.xml"],
        strict=True,
    ):
        assert name in line
    assert tree("new/old") == CONVERTED


@pytest.mark.usefixtures("_archive")
def test_a_folder_that_cannot_be_listed_does_not_stop_the_rest(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.listdir

    def listdir(path: Path) -> list[str]:
        if path.name == "2024":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert main(["convert", "old", "--to", "ninjs", "-o", "new"]) == 2
    assert b"Permission denied" in capsysbinary.readouterr().err
    assert tree("new") == ["bridge.ninjs"]


@pytest.mark.usefixtures("_archive")
def test_of_several_sources_each_folder_keeps_its_name() -> None:
    asked = ["convert", "bridge.xml", "old/../old/", "old/2024", "--to", "json"]
    assert main([*asked, "-o", "new"]) == 0
    assert tree("new") == [
        "2024/ferry.json",
        "2024/three-0001.json",
        "2024/three-0002.json",
        "2024/three-0003.json",
        "2024/urn.example.1.2.json",
        "bridge.json",
        "old/2024/ferry.json",
        "old/2024/three-0001.json",
        "old/2024/three-0002.json",
        "old/2024/three-0003.json",
        "old/2024/urn.example.1.2.json",
        "old/bridge.json",
    ]


def test_documents_that_differ_in_suffix_alone_keep_it() -> None:
    asked = ["convert", "bridge.xml", "bridge.json", "bridge.txt", "--to", "ninjs"]
    assert main([*asked, "-o", "new"]) == 0
    assert tree("new") == ["bridge.json.ninjs", "bridge.txt.ninjs", "bridge.xml.ninjs"]


def test_no_article_is_written_over_another(capsysbinary: Capture) -> None:
    Path("old").mkdir()
    Path("old/a.jsonld").write_bytes(SEVERAL)
    Path("old/a-0002.xml").write_bytes(NEWSML)
    assert main(["convert", "old", "--to", "json", "-o", "new"]) == 2
    err = capsysbinary.readouterr().err.decode()
    assert f"It holds what was in {Path('old/a-0002.xml')}" in err
    assert tree("new") == ["a-0001.json", "a-0002.json", "a-0003.json"]
    assert newsmodel.load("new/a-0002.json").headline == "Bridge reopens"


@pytest.mark.usefixtures("_archive")
def test_nothing_is_written_over_a_document_that_is_read(
    capsysbinary: Capture,
) -> None:
    assert main(["convert", "old", "--to", "json", "-o", "old"]) == 2
    err = capsysbinary.readouterr().err.decode()
    assert "It is a document to be read" in err
    assert Path("old/bridge.json").read_bytes() == JSON
    assert Path("old/2024/ferry.json").exists()


def test_nothing_is_written_over_a_document_under_another_name(
    capsysbinary: Capture,
) -> None:
    Path("link.json").symlink_to("bridge.json")
    os.link("bridge.json", "twin.json")
    for name in ("bridge.json", "link.json", "twin.json"):
        assert main(["convert", "bridge.json", "-o", name]) == 2
        assert b"is the document to be read" in capsysbinary.readouterr().err
    Path("new").mkdir()
    Path("new/bridge.json").symlink_to("../bridge.json")
    assert main(["convert", "bridge.json", "--to", "json", "-o", "new"]) == 2
    assert Path("bridge.json").read_bytes() == JSON


@pytest.mark.usefixtures("_archive")
def test_nothing_is_written_outside_the_folder(capsysbinary: Capture) -> None:
    Path("new").mkdir()
    Path("elsewhere").mkdir()
    Path("new/2024").symlink_to("../elsewhere", target_is_directory=True)
    assert main(["convert", "old", "--to", "json", "-o", "new"]) == 2
    assert b"A link leads out of the folder" in capsysbinary.readouterr().err
    assert tree("elsewhere") == []
    assert tree("new") == ["bridge.json"]


@pytest.mark.usefixtures("_archive")
def test_the_folder_to_write_to_is_not_read() -> None:
    asked = ["convert", "old", "--to", "newsml", "-o", "old/new"]
    assert main(asked) == 0
    written = tree("old/new")
    assert main(asked) == 0
    assert tree("old/new") == written


def test_convert_writes_one_document_to_a_file_or_standard_output(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["convert", "bridge.json", "-o", "new.xml"]) == 0
    assert newsmodel.load("new.xml", "newsml").headline == "Bridge reopens"
    assert main(["convert", "bridge.xml"]) == 0
    assert capsysbinary.readouterr() == (JSON, b"")
    give(monkeypatch, NEWSML)
    assert main(["convert", "-", "--from", "newsml", "--to", "json", "-o", "-"]) == 0
    assert capsysbinary.readouterr() == (JSON, b"")
    assert not Path("-").exists()
    give(monkeypatch, SEVERAL)
    assert main(["convert", "-", "--to", "json", "-o", "new/"]) == 0
    assert tree("new") == ["stdin-0001.json", "stdin-0002.json", "stdin-0003.json"]


def test_several_articles_do_not_go_to_one_file(capsysbinary: Capture) -> None:
    Path("three.jsonld").write_bytes(SEVERAL)
    for out in ([], ["-o", "new.json"]):
        assert main(["convert", "three.jsonld", *out]) == 2
        said = capsysbinary.readouterr()
        assert said.out == b""
        assert b"three.jsonld holds several articles; name a folder" in said.err
        assert not Path("new.json").exists()


ENTITY = b'<!DOCTYPE newsItem [<!ENTITY e "at last">]>'


def test_only_large_files_are_read_in_parts(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In parts, XML may declare no entity; whole, it may.
    start, end = NEWSML.split(b"?>", 1)
    Path("entity.xml").write_bytes(start + b"?>" + ENTITY + end)
    asked = ["convert", "entity.xml", "--to", "json"]
    assert main(asked) == 0
    assert b"Bridge reopens" in capsysbinary.readouterr().out
    monkeypatch.setattr(documents, "_WHOLE", 100)
    assert main(asked) == 1
    assert b"read in parts" in capsysbinary.readouterr().err
    assert main(["convert", "bridge.xml", "--to", "json"]) == 0
    assert capsysbinary.readouterr() == (JSON, b"")


def test_in_strict_mode_the_other_articles_are_written(capsysbinary: Capture) -> None:
    Path("old").mkdir()
    newsmodel.dump(Article(headline="A", views=7), "old/a.json")
    newsmodel.dump(Article(headline="B"), "old/b.json")
    asked = ["convert", "old", "--to", "ninjs", "--strict", "-o", "new"]
    assert main(asked) == 1
    said = f"newsmodel: {Path('old/a.json')}: ninjs: it would not give back views"
    assert capsysbinary.readouterr().err.decode().startswith(said)
    assert tree("new") == ["b.ninjs"]


class Breaking:
    """A format of three articles, or none, that breaks off after so many bytes."""

    format = "breaking"
    media_types = ()
    suffixes = ()

    def looks_like(self, head: bytes) -> int:
        return 0

    def read(self, data: bytes | str, *, url: str | None) -> Explanation:
        raise NotImplementedError  # nobody may ask for one alone

    def read_all(self, data: bytes | str, *, url: str | None) -> Iterator[Explanation]:
        for number in range(len(data)):
            article = Article(headline=f"{number}")
            yield Explanation(article=article, format="breaking")
        if data:
            raise ParseError("it breaks off", "breaking")

    def write(self, article: Article) -> bytes:
        return b"."


def test_what_was_whole_in_a_broken_message_is_written(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_plug_ins", lambda: ((Breaking(), "tests"),))
    Path("old").mkdir()
    for size in range(3):
        Path(f"old/{size}").write_bytes(b"." * size)
    asked = ["convert", "old", "--from", "breaking", "--to", "json", "-o", "new"]
    assert main(asked) == 1
    assert capsysbinary.readouterr().err.decode().splitlines() == [
        f"newsmodel: {Path('old/0')}: breaking: there is no article in it",
        f"newsmodel: {Path('old/1')}: breaking: it breaks off",
        f"newsmodel: {Path('old/2')}: breaking: it breaks off",
    ]
    assert tree("new") == ["1-0001.json", "2-0001.json", "2-0002.json"]
    # A format that names no suffix has its name for one.
    assert main(["convert", "bridge.txt", "--to", "breaking", "-o", "own/"]) == 0
    assert tree("own") == ["bridge.breaking"]


# How it ends when something is wrong

WRONG = [
    # The document is at fault.
    (1, ["show", "empty"], "text: the document is empty"),
    (1, ["explain", "broken.json"], "$.urgency"),
    (1, ["quotes", "broken.xml"], "newsml: "),
    (1, ["parse", "bridge.txt", "--from", "json"], "json: "),
    (1, ["show", "noise", "--from", "newsml"], "newsml: "),
    (1, ["show", "noise", "--from", "json"], "json: "),
    (1, ["validate", "broken.json"], "newsmodel: broken.json: json: wanted"),
    (1, ["validate", "broken.xml"], "newsmodel: broken.xml: newsml: "),
    (1, ["validate", "invalid.xml"], "invalid.xml: "),
    # The command is at fault.
    (2, ["show", "missing"], "No such file"),
    (2, ["show", "."], "directory"),
    (2, ["show", "noise"], "the document looks like none of text, html, json, newsml"),
    (2, ["show", "bridge.txt", "--from", "morse"], "no format is called 'morse'"),
    (2, ["parse", "bridge.txt", "--to", "morse"], "no format is called 'morse'"),
    (2, ["parse", "bridge.json", "--to", "text"], "'text' can only be read"),
    (2, ["parse", "bridge.json", "-o", "new.txt"], "'new.txt' stands for no format"),
    (2, ["parse", "bridge.json", "-o", "missing/a.json"], "No such file"),
    (1, ["convert", "broken.json"], "newsmodel: broken.json: json: wanted"),
    (1, ["convert", "empty", "-o", "new.xml"], "newsmodel: empty: text: the document"),
    (2, ["convert", "missing"], "No such file"),
    (2, ["convert", "noise"], "newsmodel: noise: the document looks like none of"),
    (2, ["convert", ".", "--to", "json"], "name a folder to write to"),
    (2, ["convert", ".", "-o", "new/"], "a folder tells no format; name it"),
    (2, ["convert", ".", "--to", "text", "-o", "new"], "'text' can only be read"),
    (2, ["convert", ".", "--to", "json", "-o", "empty"], "empty is no folder"),
    (2, ["convert", ".", "--from", "morse", "--to", "json", "-o", "new"], "'morse'"),
    (2, ["convert", "bridge.json", "-o", "new.txt"], "stands for no format"),
    (2, ["validate", "missing"], "No such file"),
    (2, ["validate", "."], "directory"),
    (2, ["validate", "bridge.json", "--from", "morse"], "no format is called 'morse'"),
    (2, ["validate", "bridge.txt"], "newsmodel: bridge.txt: the format 'text' has no"),
]


@pytest.fixture
def _bad_files() -> None:
    Path("empty").touch()
    Path("noise").write_bytes(b"\x00\xff\xfe\x9d" * 40)
    Path("broken.json").write_bytes(b'{"newsmodel":"1.0","urgency":12}')
    Path("broken.xml").write_bytes(NEWSML[:-10])
    Path("invalid.xml").write_bytes(NEWSML.replace(b"<itemMeta>", b"<itemMeta><a/>"))


@pytest.mark.usefixtures("_bad_files")
@pytest.mark.parametrize(
    ("code", "arguments", "said"), WRONG, ids=[" ".join(each[1]) for each in WRONG]
)
def test_what_is_wrong_is_told_in_one_line(
    code: int, arguments: list[str], said: str, capsysbinary: Capture
) -> None:
    assert main(arguments) == code
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert said in err.decode()
    assert err.count(b"\n") == 1
    assert not Path("new.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: COMMAND; see newsmodel --help"),
        (["sing"], "invalid choice: 'sing'"),
        (["show"], "required: FILE; see newsmodel show --help"),
        (["validate"], "required: FILE"),
        (["show", "bridge.txt", "--loud\n\x1b[31m"], "unrecognized arguments: --loud "),
    ],
)
def test_a_wrong_option_is_told_in_one_line(
    arguments: list[str], said: str, capsysbinary: Capture
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert said in err.decode()
    assert err.startswith(b"newsmodel: ")
    assert err.count(b"\n") == 1
    assert b"\x1b" not in err


@pytest.mark.usefixtures("_bad_files")
def test_one_bad_file_does_not_keep_the_others_from_being_checked(
    capsysbinary: Capture,
) -> None:
    asked = ["missing", "bridge.json", "broken.json", "bridge.xml"]
    assert main(["validate", *asked]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b"bridge.json: valid\nbridge.xml: valid\n"
    assert err.count(b"\n") == 2
    assert main(["validate", *asked[1:]]) == 1


def test_a_failed_parse_leaves_the_file_as_it_was() -> None:
    Path("empty").touch()
    assert main(["parse", "empty", "-o", "bridge.json"]) == 1
    assert Path("bridge.json").read_bytes() == JSON


def test_a_stop_from_the_keyboard_is_told_by_the_code(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: str) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_read", stopped)
    assert main(["show", "-"]) == 130
    assert capsysbinary.readouterr() == (b"", b"")


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_closed_stream_is_no_traceback(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, name, None)
    assert main(["show", "-" if name == "stdin" else "missing"]) == 2
    assert main(["parse", "bridge.txt", "-o", "new.json"]) == 0
    if name == "stdout":
        assert main(["show", "bridge.txt"]) == 2
        assert main(["parse", "bridge.txt"]) == 2


def test_a_reader_who_has_seen_enough_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main(["show", "bridge.txt"]) == 0
    # Closing it would have failed, had the stream not been led to nowhere.


def test_a_name_that_is_no_unicode_is_shown_all_the_same(
    capsysbinary: Capture,
) -> None:
    name = os.fsdecode(b"\xff\x1b[31m.json")
    try:
        Path(name).write_bytes(JSON)
    except OSError:
        pytest.skip("this file system takes Unicode alone")
    assert main(["validate", name]) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode() == "��[31m.json: valid\n"
    assert err == b""


# What a terminal gets


class Obedient:
    """A format whose notes hold what a terminal would obey."""

    format = "obedient"
    media_types = ()
    suffixes = ()

    def looks_like(self, head: bytes) -> int:
        return 0

    def read(self, data: bytes | str, *, url: str | None) -> Explanation:
        article = Article(headline="a\x9bb\u202ec")
        return Explanation(
            article=article,
            format="obedient",
            notes=(Note(code="odd", message="d\x1be\nf\x85g\ud800"),),
        )


def test_what_a_terminal_would_obey_is_replaced_everywhere(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_plug_ins", lambda: ((Obedient(), "tests"),))
    assert main(["show", "bridge.txt", "--from", "obedient"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode() == "a�b�c\n"
    assert err.decode() == "bridge.txt: d�e f�g�\n"
    assert main(["explain", "bridge.txt", "--from", "obedient"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode() == "Read as obedient\nnote: d�e\nf�g�\n"
    assert err == b""


class TerminalBytes(io.BytesIO):
    def isatty(self) -> bool:
        return True


def give_terminal(monkeypatch: pytest.MonkeyPatch) -> TerminalBytes:
    shown = TerminalBytes()
    # Narrow on purpose: what is printed is UTF-8, whatever the locale.
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="ascii"))
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return shown


def test_in_a_terminal_there_is_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = give_terminal(monkeypatch)
    assert main(["show", "bridge.txt"]) == 0
    shown = terminal.getvalue().decode()
    assert "\x1b[1mBridge reopens\x1b[0m" in shown
    assert "“We have waited long enough,” said Tom " in shown
    assert "\x1b[32m" in shown


def test_in_a_terminal_without_rich_the_text_is_folded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = give_terminal(monkeypatch)
    monkeypatch.setitem(sys.modules, "rich.console", None)  # cannot be imported
    assert main(["show", "bridge.txt"]) == 0
    shown = terminal.getvalue().decode()
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 40
    assert "\n“We have waited long enough,” said Tom\nBrook, the mayor.\n" in shown


def test_when_piped_the_text_is_plain_and_not_folded(
    capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["show", "bridge.txt"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert "“We have waited long enough,” said Tom Brook, the mayor." in lines


# As a program


def test_the_program_ends_with_the_code_and_prints_utf_8() -> None:
    code, out, err = run("quotes", "-", data=TEXT.replace("Tom", "Zoë").encode())
    assert (code, err) == (0, b"")
    assert out.decode() == QUOTES.decode().replace("Tom", "Zoë")


def test_the_program_ends_with_one_line_and_no_traceback() -> None:
    code, out, err = run("show", "missing")
    assert (code, out) == (2, b"")
    assert err.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_the_program_tells_of_a_full_disk_once() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            program("show", "bridge.json"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=surroundings(),
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"newsmodel: ")
    assert done.stderr.count(b"\n") == 1
