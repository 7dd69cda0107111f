"""Runs what the pages show, each page in a folder of its own.

Lines of Python are doctests. Of a block ``console``, each line behind ``$`` is
given to a shell, and what follows is what it has to print (errors too), with a
``[1]`` at the end for an exit code that is not 0. A block below a line that is
just a file name in backquotes is that file.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import newsmodel
from newsmodel._hypothesis import register

if not entry_points(group="hypothesis", name="newsmodel"):
    register()  # run from the sources, without installing them

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCES = Path(newsmodel.__file__).parents[1]
FILE = re.compile(
    r"^`(?P<name>[a-z._]+)`:\n\n```[a-z]+\n(?P<text>.*?)^```$", re.M | re.S
)
CONSOLE = re.compile(r"^```console\n(?P<lines>.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.M)
CHECKER = doctest.OutputChecker()
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture(autouse=True)
def _folder_of_the_page(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(request.path, tmp_path)
    monkeypatch.chdir(tmp_path)


def lay_out(page: Path, folder: Path) -> None:
    """Fill a folder with the examples and the files that a page shows."""
    shutil.copytree(EXAMPLES, folder / "examples")
    for found in FILE.finditer(page.read_text("utf-8")):
        (folder / found["name"]).write_text(found["text"], "utf-8")
    project = folder / "pyproject.toml"
    if project.exists():
        install(tomllib.loads(project.read_text("utf-8"))["project"], folder)


def install(project: dict[str, dict[str, dict[str, str]]], folder: Path) -> None:
    """Make a distribution known, as an installer does, without a network."""
    info = folder / "page-1.dist-info"
    info.mkdir()
    info.joinpath("METADATA").write_text("Name: page\nVersion: 1\n", "utf-8")
    lines = []
    for group, points in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name}={value}" for name, value in points.items())]
    info.joinpath("entry_points.txt").write_text("\n".join(lines), "utf-8")


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Collect the pages that show commands."""
    if file_path.suffix == ".md" and CONSOLE.search(file_path.read_text("utf-8")):
        return Page.from_parent(parent, path=file_path)
    return None


class Page(pytest.File):
    """A page with commands."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield all its commands as one test, since one may need another."""
        yield Commands.from_parent(self, name="commands")


class Commands(pytest.Item):
    """The commands of a page."""

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return how to call it in a report."""
        return self.path, 0, f"[commands] {self.path.name}"

    def runtest(self) -> None:
        """Run each and compare what it prints."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            lay_out(self.path, folder)
            env = os.environ | {
                "PATH": f"{command_in(folder)}:{os.environ['PATH']}",
                "PYTHONPATH": str(SOURCES),
            }
            for block in CONSOLE.finditer(self.path.read_text("utf-8")):
                for found in COMMAND.finditer(block["lines"]):
                    got = printed(found["command"], folder, env)
                    if not CHECKER.check_output(found["output"], got, FLAGS):
                        pytest.fail(f"$ {found['command']}\n{got}", pytrace=False)


def command_in(folder: Path) -> Path:
    """Return a folder with the command ``newsmodel`` of this very Python."""
    programs = folder / ".programs"
    programs.mkdir()
    program = programs / "newsmodel"
    line = "import sys; from newsmodel.cli import main; sys.exit(main())"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{line}" "$@"\n')
    program.chmod(0o755)
    return programs


def printed(command: str, folder: Path, env: dict[str, str]) -> str:
    """Return what a command prints, and its exit code where it is not 0."""
    done = subprocess.run(  # noqa: S603  # the page's own line
        ["/bin/sh", "-c", command],
        check=False,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.stdout + (f"[{done.returncode}]\n" if done.returncode else "")
