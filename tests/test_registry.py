"""Formats are found by name, media type, suffix and look; plug-ins among them."""

import json
import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import newsmodel
from newsmodel import Article, Explanation, UnknownFormatError, registry
from newsmodel.parsers._other_kinds import OTHER_KINDS, OtherKind
from newsmodel.parsers.html import PARSER as HTML

ROOT = Path(__file__).resolve().parents[1]

PLUG_IN = """
from newsmodel import Article, Explanation, ParseError


class Toy:
    format = "toy"
    media_types = ("text/x-toy",)
    suffixes = (".toy",)
    summary = "a toy"
    loses = ("views",)

    def looks_like(self, head):
        return 90 if head.startswith(b"TOY1") else 0

    def read(self, data, *, url):
        text = data.decode() if isinstance(data, bytes) else data
        head, _, rest = text.partition(chr(10))
        if head != "TOY1":
            raise ParseError("the first line is not TOY1", self.format)
        article = Article(headline=rest or None, url=url)
        return Explanation(article=article, format=self.format)

    def write(self, article):
        return f"TOY1{chr(10)}{article.headline or ''}".encode()


class Reader:
    format = "toyread"
    media_types = ()
    suffixes = (".toyread",)
    read = Toy.read

    def looks_like(self, head):
        return 0


TOY, READER, NO_PARSER = Toy(), Reader(), object()
"""

ENTRY_POINTS = """
[newsmodel.parsers]
toyread = toy_news:READER
broken = toy_news_that_is_not_there:PARSER
none = toy_news:NO_PARSER

[newsmodel.serialisers]
toy = toy_news:TOY
json = toy_news:TOY
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that holds a distribution of somebody else, as pip leaves it."""
    (tmp_path / "toy_news.py").write_text(PLUG_IN, "utf-8")
    info = tmp_path / "toy_news-1.0.dist-info"
    info.mkdir()
    metadata = "Metadata-Version: 2.1\nName: toy-news\nVersion: 1.0\n"
    (info / "METADATA").write_text(metadata, "utf-8")
    (info / "entry_points.txt").write_text(ENTRY_POINTS, "utf-8")
    return tmp_path


def run(installed: Path, program: str, *options: str) -> str:
    """Run a program in a process of its own that sees the distribution."""
    head = f"import sys; sys.path[:0] = [{str(installed)!r}, {str(ROOT / 'src')!r}]\n"
    done = subprocess.run(
        [sys.executable, *options, "-c", head + textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=False,
        cwd=installed,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


QUIET = "-Wignore::RuntimeWarning"


@pytest.mark.parametrize(
    "program",
    [
        "article = newsmodel.parse('TOY1\\nHello', 'toy')",
        "article = newsmodel.parse('TOY1\\nHello', 'text/x-toy')",
        "article = newsmodel.parse(b'TOY1\\nHello')",
        "article = newsmodel.load('a.toy')",
        "article = newsmodel.load('a.toyread')",
        "newsmodel.dump(newsmodel.Article(headline='Hello'), 'b.toy')\n"
        "article = newsmodel.load('b.toy')",
        "data = newsmodel.serialise(newsmodel.Article(headline='Hello'), 'toy')\n"
        "article = newsmodel.parse(data)",
    ],
    ids=["name", "media type", "look", "suffix", "suffix alone", "dump", "serialise"],
)
def test_a_plug_in_is_found(installed: Path, program: str) -> None:
    (installed / "a.toy").write_bytes(b"TOY1\nHello")
    (installed / "a.toyread").write_bytes(b"TOY1\nHello")
    program = f"import newsmodel\n{program}\nprint(article.headline)"
    assert run(installed, program, QUIET) == "Hello\n"


def test_what_is_wrong_with_a_plug_in_is_said_and_costs_only_itself(
    installed: Path,
) -> None:
    program = """
        import warnings
        import newsmodel
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            names = [each.format for each in newsmodel.formats()]
        print(*names)
        print(*sorted(str(each.message) for each in caught), sep=chr(10))
        print(newsmodel.serialise(newsmodel.Article(headline="Own"), "json").decode())
    """
    names, *warned, written = run(installed, program).splitlines()
    assert names.split() == [*registry.BUILT_IN, "toyread", "toy"]
    assert [each.partition(" is left out: ")[2] for each in warned] == [
        "it has no format, no media_types, no suffixes, no looks_like, no read",
        "the format 'json' exists already",
        "ModuleNotFoundError: No module named 'toy_news_that_is_not_there'",
    ]
    assert json.loads(written)["headline"] == "Own"


def test_the_command_says_in_a_line_what_is_wrong_with_a_plug_in(
    installed: Path,
) -> None:
    program = """
        import contextlib, io
        from newsmodel.cli import main
        with contextlib.redirect_stderr(io.StringIO()) as told:
            main(["formats"])
        print(told.getvalue())
    """
    lines = run(installed, program).splitlines()
    warned = [each for each in lines if each.startswith("warning: the plug-in toy_")]
    assert len(warned) == 3
    assert not any("cli.py" in each or "_warn(" in each for each in lines)


def test_formats_says_what_each_can_do(installed: Path) -> None:
    program = """
        import newsmodel
        for each in newsmodel.formats():
            print(each.format, each.writes, each.provider, *each.loses)
    """
    lines = run(installed, program, QUIET).splitlines()
    assert lines[:4] == [
        "text False newsmodelling",
        f"html True newsmodelling {' '.join(HTML.loses)}",
        "json True newsmodelling",
        "newsml True newsmodelling",
    ]
    assert lines[-2:] == ["toyread False toy-news", "toy True toy-news views"]


def test_the_built_in_formats_are_declared_as_entry_points_too() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        points = tomllib.load(file)["project"]["entry-points"]
    declared = points["newsmodel.parsers"] | points["newsmodel.serialisers"]
    assert declared == registry.BUILT_IN
    assert all(registry.named(name).format == name for name in declared)


@pytest.mark.parametrize("name", ["morse", "", "JSON", "newsmodel"])
def test_an_unknown_name_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownFormatError, match="there are text, html, json, newsml"):
        newsmodel.parse("A", name)


def test_a_format_that_is_only_read_cannot_be_written() -> None:
    with pytest.raises(UnknownFormatError, match="'text' can only be read"):
        newsmodel.serialise(Article(), "text")


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b'{"newsmodel":"1.0"}', "json"),
        (b'\xef\xbb\xbf \n{ "newsmodel": "1.0" }', "json"),
        ('{"newsmodel":"1.0"}', "json"),
        (newsmodel.serialise(Article(headline="A"), "newsml"), "newsml"),
        ("Just a text.\n\nMore of it.", "text"),
        ("\ud800 is no character", "text"),
        (b"{not json", "text"),
        (b"<!doctype html><p>Hello", "html"),
        ("<ul><li>One<li>Two</ul>", "html"),
        (b"\xef\xbb\xbf\n<section>A</section>", "html"),
        ("<b>Bridge reopens</b>", "html"),
        ("<Mark> It is open.", "text"),
        ("PDF is a kind of file, and %PDF-1.4 its start.", "text"),
    ],
)
def test_a_format_is_found_by_looking(data: bytes | str, format: str) -> None:
    assert registry.by_look(data).format == format


@pytest.mark.parametrize("data", [b"\x89QNG\r\n\0\0\0", b"<?xml version='1.0'?><svg/>"])
def test_what_looks_like_nothing_is_said_so(data: bytes) -> None:
    with pytest.raises(UnknownFormatError, match="looks like none of text, html, json"):
        newsmodel.parse(data)


@pytest.mark.parametrize("kind", OTHER_KINDS, ids=lambda kind: kind.name)
def test_a_file_of_another_kind_is_said_to_be_one(kind: OtherKind) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        newsmodel.parse(kind.example + b" <p>Bridge</p>")
    assert f"a file of type {kind.name}, which no format reads" in str(caught.value)
    assert kind.advice in str(caught.value)


def test_media_types_are_names_too() -> None:
    assert registry.named("application/json").format == "json"
    assert registry.named("text/plain").format == "text"


class Good:
    format = "good"
    media_types = ("text/x-good",)
    suffixes = (".good",)

    def looks_like(self, head: bytes) -> int:
        return 0

    def read(self, data: bytes | str, *, url: str | None) -> Explanation:
        return Explanation(article=Article(), format=self.format)


class Failing(Good):
    @property
    def format(self) -> str:  # type: ignore[override]  # as strangers write it
        raise LookupError("no settings")


class LoneSuffix(Good):
    suffixes = ".good"  # type: ignore[assignment]  # the comma is missing


class LoneType(Good):
    media_types = "text/x-good"  # type: ignore[assignment]  # the comma is missing


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Declare objects of this module as plug-ins, in the order given."""

    def declare(**plug_ins: str) -> None:
        points = [
            EntryPoint(name.split("_")[0], f"{__name__}:{value}", registry._GROUPS[0])
            for name, value in plug_ins.items()
        ]
        monkeypatch.setattr(
            "importlib.metadata.entry_points",
            lambda group: [each for each in points if each.group == group],
        )
        registry._plug_ins.cache_clear()

    yield declare
    registry._plug_ins.cache_clear()


class Toy(Good):
    format = "toy"


GOOD, FAILING, LONE_SUFFIX, LONE_TYPE = Good(), Failing(), LoneSuffix(), LoneType()
TOY = Toy()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("Good", "it is the class Good; name an object of it"),
        ("FAILING", "LookupError: no settings"),
        ("LONE_SUFFIX", "its suffixes are no tuple, but '.good'"),
        ("LONE_TYPE", "its media_types are no tuple, but 'text/x-good'"),
        ("MISSING", "AttributeError: "),
        ("ROOT", "it has no format, no media_types"),
        ("TOY", "its format is 'toy', and the entry point's name 'good'"),
    ],
)
def test_what_is_no_parser_is_left_out(
    declared: Callable[..., None], value: str, reason: str
) -> None:
    declared(good=value)
    with pytest.warns(RuntimeWarning, match=re.escape(f"{value} of unknown")) as caught:
        names = [each.format for each in newsmodel.formats()]
    assert names == list(registry.BUILT_IN)
    assert reason in str(caught[0].message)


def test_which_of_two_plug_ins_is_left_out_is_no_matter_of_luck(
    declared: Callable[..., None],
) -> None:
    told = []
    for order in (("GOOD", "GOOD_TOO"), ("GOOD_TOO", "GOOD")):
        declared(good_1=order[0], good_2=order[1])
        with pytest.warns(RuntimeWarning, match="'good' exists already") as caught:
            assert registry.named("text/x-good") is GOOD
        told += [str(each.message) for each in caught]
    assert len(set(told)) == 1


GOOD_TOO = Good()


def test_plug_ins_are_looked_for_once(declared: Callable[..., None]) -> None:
    declared(good="GOOD")
    assert registry.by_look(b"\x00", "a.good") is GOOD
    assert newsmodel.parse("a", "good") == Article()
    assert [each.provider for each in newsmodel.formats()][-1] == "unknown"
    assert registry._plug_ins.cache_info().misses == 1


def test_the_built_in_formats_are_not_taken_for_plug_ins(
    monkeypatch: pytest.MonkeyPatch, declared: Callable[..., None]
) -> None:
    declared()
    points = [EntryPoint(*each, "any") for each in registry.BUILT_IN.items()]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    assert [each.format for each in newsmodel.formats()] == list(registry.BUILT_IN)
