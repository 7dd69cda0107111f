"""The reference article: every fact that a reader finds in it."""

import json
from pathlib import Path

import pytest

from newsmodel.model import ImageCaption, Paragraph
from newsmodel.parsers.text import PARSER

pytestmark = pytest.mark.corpora


def test_every_fact_of_the_reference_article_is_found(shared: Path) -> None:
    wanted = json.loads((shared / "seeds" / "expected.json").read_text("utf-8"))
    data = (shared / "seeds" / wanted["file"]).read_bytes()
    article = PARSER.read(data, url=None).article
    assert article.headline == wanted["headline"]
    assert article.published is not None
    assert article.published.isoformat() == wanted["published"]
    assert article.views == wanted["views"]
    assert article.language == wanted["language"]
    assert list(article.paragraphs) == wanted["paragraphs"]
    assert list(article.authors) == wanted["authors"]
    assert article.byline is None
    assert article.standfirst is None
    assert article.source is not None
    assert article.source.name == wanted["source"]["name"]
    contributors = [
        {
            "name": each.name,
            "role": each.role.replace("-", " "),
            "location": each.location,
        }
        for each in article.contributors
    ]
    assert contributors == wanted["contributors"]


def test_its_captions_stand_in_their_places(shared: Path) -> None:
    wanted = json.loads((shared / "seeds" / "expected.json").read_text("utf-8"))
    data = (shared / "seeds" / wanted["file"]).read_bytes()
    captions = []
    paragraphs = 0
    for block in PARSER.read(data, url=None).article.body:
        assert isinstance(block, Paragraph | ImageCaption)
        if isinstance(block, Paragraph):
            paragraphs += 1
            continue
        captions.append(
            {
                "text": block.text,
                "credit": block.credit_line,
                "credited": [each.name for each in block.credits],
                "after_paragraph": paragraphs,
            }
        )
    assert captions == wanted["captions"]
    assert paragraphs == wanted["paragraph_count"]
