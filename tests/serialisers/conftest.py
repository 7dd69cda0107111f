"""What the tests of several formats share."""

import json
from pathlib import Path

import pytest

import newsmodel
from newsmodel.model import Article


@pytest.fixture(scope="session")
def agency_articles(shared: Path) -> dict[str, Article]:
    """The articles of the agencies' documents, by the names of their files."""
    folder = shared / "corpora" / "newsml"
    found: dict[str, Article] = {}
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        try:
            article = newsmodel.parse((folder / entry["file"]).read_bytes())
        except newsmodel.NewsModelError:
            continue  # some are broken on purpose
        found[entry["file"]] = article
    assert len(found) >= 220
    return found
