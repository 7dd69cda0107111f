"""Real documents of agencies, with the facts that they are known to hold."""

import importlib.util
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel.errors import ParseError

pytestmark = pytest.mark.corpora

FORMATS = {"newsml-g2": "newsml", "newsml-1.2": "newsml", "nitf": "nitf"}
# Each miss is one where the facts count a picture's caption, a heading, a block
# quote or preformatted text as a paragraph, or the document was broken on purpose.
FLOORS = {
    **dict.fromkeys(("published", "modified", "language", "source", "authors"), 1.0),
    **dict.fromkeys(("captions", "credits", "last_paragraph"), 1.0),
    **dict.fromkeys(("headline", "first_paragraph", "subjects"), 0.98),
    **dict.fromkeys(("n_paragraphs", "all_text"), 0.94),
}


@pytest.fixture(scope="module")
def entries(shared: Path) -> list[dict[str, Any]]:
    index = json.loads((shared / "corpora/newsml/index.json").read_text("utf-8"))
    return [each for each in index if each["format"] in FORMATS]


def facts_right(
    shared: Path, entries: list[dict[str, Any]], *, detect: bool
) -> dict[str, float]:
    """Return for each field in how many of the documents it is right."""
    path = shared / "bench/newsml/score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for entry in entries:
        if not entry["facts"]:
            continue
        data = (shared / "corpora/newsml" / entry["file"]).read_bytes()
        name = None if detect else FORMATS[entry["format"]]
        article = newsmodel.parse(data, name)
        for field, is_right in score.check(article, entry["facts"]).items():
            if is_right is not None:
                total[field] += 1
                right[field] += is_right
    return {field: right[field] / total[field] for field in total}


@pytest.mark.parametrize("detect", [False, True])
def test_the_facts_are_read_with_the_format_named_or_found(
    shared: Path, entries: list[dict[str, Any]], detect: bool
) -> None:
    found = facts_right(shared, entries, detect=detect)
    short = {each: found[each] for each in FLOORS if found[each] < FLOORS[each]}
    assert not short


def test_all_articles_of_all_documents_are_valid_newsml_and_come_back_equal(
    shared: Path, entries: list[dict[str, Any]]
) -> None:
    count = 0
    for entry in entries:
        data = (shared / "corpora/newsml" / entry["file"]).read_bytes()
        try:
            articles = list(newsmodel.parse_all(data, FORMATS[entry["format"]]))
        except ParseError:
            assert not entry["facts"]
            continue
        name = FORMATS[entry["format"]]
        assert newsmodel.parse(data, name) == newsmodel.explain(data, name).article
        for article in articles:
            count += 1
            written = newsmodel.serialise(article, "newsml")
            assert not newsmodel.validate(written), entry["file"]
            assert newsmodel.parse(written) == article
            assert newsmodel.parse(newsmodel.serialise(article)) == article
    assert count > 170
