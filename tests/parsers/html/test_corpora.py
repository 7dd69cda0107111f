"""Real pages: all are read, and as well as they have been.

The measures are those of the benchmark that lies beside the corpora. The floors are
a little below what was measured last, so that a change that costs quality shows.
"""

import gzip
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newsmodel
from newsmodel.parsers.html import PARSER
from newsmodel.rules._words import words

pytestmark = pytest.mark.corpora

FLOORS = {
    "news424": {
        "body_f1": 0.972,
        "headline_exact": 0.95,
        "author_f1": 0.95,
        "date_acc": 0.855,
    },
    "publishers-dev": {
        "body_f1": 0.981,
        "para_f1": 0.96,
        "caption_f1": 0.92,
        "credit_recall": 0.89,
        "headline_exact": 0.84,
        "author_f1": 0.93,
        "date_acc": 0.975,
    },
    "wcxb-dev": {
        "body_f1": 0.969,
        "headline_exact": 0.89,
        "author_f1": 0.865,
        "date_acc": 0.88,
    },
    "trafilatura-dev": {
        "seg_accuracy": 0.944,
        "headline_exact": 0.865,
        "author_f1": 0.78,
        "date_acc": 0.87,
    },
}
OFFERS = words("headline authors published body paragraphs captions")


@pytest.fixture(scope="module")
def score(shared: Path) -> Iterator[ModuleType]:
    folder = str(shared / "bench" / "html")
    sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location("score", f"{folder}/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(folder)


def records(shared: Path, corpus: str) -> Iterator[dict[str, Any]]:
    path = shared / "corpora" / "html" / f"{corpus}.jsonl.gz"
    doubtful = json.loads(path.with_name("doubtful.json").read_text("utf-8"))
    left_out = set(doubtful.get(corpus, ()))
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] not in left_out:
                yield record


@pytest.mark.parametrize("corpus", FLOORS)
def test_every_page_is_read_and_as_well_as_before(
    shared: Path, score: ModuleType, corpus: str
) -> None:
    pages = []
    for number, record in enumerate(records(shared, corpus)):
        data = record["html"].encode(record["html_encoding"])
        article = PARSER.read(data, url=record["url"]).article
        result = score.adapters.Result(
            headline=article.headline,
            authors=article.authors,
            published=article.published,
            body_text=article.text,
            paragraphs=article.paragraphs,
            blocks=article.text.split("\n\n"),
            captions=[
                score.adapters.Caption(caption.text, caption.credit_line)
                for caption in article.captions
            ],
        )
        pages.append(score.score_page(record, result, OFFERS))
        if number % 20 == 0:
            for format in ("json", "newsml"):
                written = newsmodel.serialise(article, format)
                assert newsmodel.parse(written, format) == article
    found = score.aggregate(pages)
    below = {
        name: round(found[name], 4)
        for name, floor in FLOORS[corpus].items()
        if found[name] < floor
    }
    assert below == {}
