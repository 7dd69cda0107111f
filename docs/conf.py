"""How the documentation is built: ``sphinx-build -W docs docs/_build``."""

import sys
import typing
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from lxml import etree

import newsmodel

project = "newsmodel"
author = "The newsmodel developers"
copyright = "2026, The newsmodel developers"
release = version = newsmodel.__version__
language = "en-GB"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]
nitpicky = True
# Python's own, and others', which could only be found over a network.
nitpick_ignore_regex = [
    ("py:.*", r"(attrs|collections|datetime|hypothesis|os|pathlib|typing)\..*"),
    ("py:class", r"(lxml\.etree\.)?_Element"),
    ("py:exc", r"OSError|TypeError|ValueError|ImportError|RuntimeWarning"),
]

html_theme = "furo"
html_title = f"newsmodel {release}"

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
napoleon_numpy_docstring = False
doctest_global_setup = """
from newsmodel import *
from newsmodel.quotes import find_quotes
"""

# What the sources import for type checkers alone.
LOCAL = {"_Element": etree._Element}


def _plain_hints(app: object, thing: object, bound: bool) -> None:  # noqa: FBT001
    """Show ``str | None`` where the model says ``Line | None``.

    The limits that the annotations carry are for the checks, not for readers.
    """
    target = getattr(thing, "__init__", thing) if isinstance(thing, type) else thing
    if getattr(target, "__module__", "").startswith("newsmodel"):
        # Fields of strings share a converter with those of anything else.
        target.__annotations__ = {
            name: Iterable[str] if hint == Iterable[typing.Any] else hint
            for name, hint in typing.get_type_hints(target, localns=LOCAL).items()
        }


def _no_signature(
    app: object, what: str, name: str, thing: object, *rest: object
) -> tuple[str, None] | None:
    """Show no arguments for a Protocol, which nobody builds."""
    return ("", None) if getattr(thing, "_is_protocol", False) else None


def setup(app: typing.Any) -> None:
    """Connect what stands above to Sphinx."""
    app.connect("autodoc-before-process-signature", _plain_hints)
    app.connect("autodoc-process-signature", _no_signature)
