"""The package: what importing it loads, and that its names are what they say."""

import ast
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsmodel

SLOW = {"attr", "attrs", "typing", "lxml", "dateutil", "orjson", "rich", "re"}


def loaded_by(program: str) -> set[str]:
    """Return the top-level modules that a program loads in a bare interpreter."""
    line = f"import sys; before = {{*sys.modules}}; {program}; "
    line += "print(*{each.partition('.')[0] for each in {*sys.modules} - before})"
    done = subprocess.run(
        # Without `site`, since what an environment loads by itself is no fault here.
        [sys.executable, "-S", "-W", "error", "-c", line],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    loaded = loaded_by("import newsmodel")
    assert loaded & SLOW == set()
    assert loaded == {"newsmodel"}


@pytest.mark.parametrize("name", ["Article", "NewsModelError", "Note"])
def test_the_model_loads_no_parser_of_documents_or_dates(name: str) -> None:
    loaded = loaded_by(f"import newsmodel; newsmodel.{name}")
    assert "newsmodel" in loaded
    assert loaded & {"lxml", "dateutil", "orjson", "rich", "hypothesis"} == set()


def test_the_command_loads_no_parser_of_documents_or_dates() -> None:
    loaded = loaded_by("import newsmodel.cli")
    assert loaded & {"lxml", "dateutil", "orjson", "rich", "hypothesis"} == set()


@pytest.mark.parametrize("name", newsmodel.__all__)
def test_every_public_name_can_be_had_and_stays(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(newsmodel, name)
    value = getattr(newsmodel, name)
    assert vars(newsmodel)[name] is value
    assert name in dir(newsmodel)


@pytest.mark.parametrize("name", newsmodel.__all__)
def test_every_public_class_and_function_is_documented(name: str) -> None:
    value = getattr(newsmodel, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert value.__doc__
        assert ".. versionadded:: " in value.__doc__
        assert ">>> " in value.__doc__
        assert value.__module__.startswith("newsmodel.")


def test_a_star_takes_every_public_name() -> None:
    taken: dict[str, object] = {}
    exec("from newsmodel import *", taken)  # noqa: S102  # there is no other way
    assert set(newsmodel.__all__) <= set(taken)


def test_the_names_are_sorted_and_listed_once() -> None:
    assert list(newsmodel.__all__) == sorted(set(newsmodel.__all__))


def test_dir_lists_the_rest_of_the_module_too() -> None:
    listed = dir(newsmodel)
    assert listed == sorted(set(listed))
    assert {"__version__", "__all__", "__doc__"} <= set(listed)


@pytest.mark.parametrize("name", ["Artikel", "documents_", "__wrapped__"])
def test_an_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'newsmodel' has no attribute '{name}'"):
        getattr(newsmodel, name)
    with pytest.raises(ImportError):
        exec(f"from newsmodel import {name}")  # noqa: S102  # there is no other way


def test_type_checkers_see_the_names_where_they_are_found() -> None:
    imported = list(_imported_for_type_checkers())
    assert [name for name, _ in imported] == list(dict.fromkeys(n for n, _ in imported))
    assert dict(imported) == newsmodel._MODULE_OF


def _imported_for_type_checkers() -> Iterator[tuple[str, str | None]]:
    tree = ast.parse(Path(newsmodel.__file__).read_bytes())
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for statement in node.body:
                assert isinstance(statement, ast.ImportFrom)
                for alias in statement.names:
                    # Written twice, so that checkers take it as exported.
                    assert alias.asname == alias.name
                    yield alias.name, statement.module
