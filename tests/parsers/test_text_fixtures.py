"""The ten invented articles and the example: every fact expected of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict

import newsmodel
from newsmodel.model import Article, Heading, ImageCaption, ListItem, Paragraph
from newsmodel.parsers.text import PARSER

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests" / "fixtures" / "text").glob("*.json"))
FILES.append(ROOT / "examples" / "article.json")
TYPES = {
    Paragraph: "paragraph",
    Heading: "heading",
    ListItem: "list-item",
    ImageCaption: "image-caption",
}


def present(value: Any) -> Any:
    """Return a value as the fixtures write it: without what is absent."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, dict):
        shown = {key: present(each) for key, each in value.items()}
        return {key: each for key, each in shown.items() if each not in (None, [], ())}
    if isinstance(value, tuple | list):
        return [present(each) for each in value]
    return value


def facts_of(article: Article) -> dict[str, Any]:
    facts = asdict(article, recurse=True)
    del facts["body"]
    for contributor in facts["contributors"]:
        if contributor["kind"] == "person":
            del contributor["kind"]
    if facts["source"] and facts["source"]["kind"] != "agency":
        del facts["source"]["kind"]
    body = []
    for block in article.body:
        shown: dict[str, Any] = {"type": TYPES[type(block)], "text": block.text}
        if isinstance(block, Heading):
            shown["level"] = block.level
        if isinstance(block, ListItem) and block.ordered:
            shown["ordered"] = True
        if isinstance(block, ImageCaption):
            shown["credit_line"] = block.credit_line
            shown["credits"] = [
                {"name": each.name, "role": each.role} for each in block.credits
            ]
        body.append(shown)
    facts["body"] = body
    return dict(present(facts))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_fact_is_found(file: Path) -> None:
    wanted = json.loads(file.read_text(encoding="utf-8"))
    article = PARSER.read(file.with_suffix(".txt").read_bytes(), url=None).article
    found = facts_of(article)
    for facts in (wanted, found):
        facts.pop("quotes", None)
        for block in facts["body"]:
            for credit in block.get("credits", ()):
                credit.pop("kind", None)
    assert found == wanted


def quotes_of(article: Article) -> list[dict[str, Any]]:
    """Return the quotes as the fixtures write them, without descriptions of names."""
    return [
        {
            "text": quote.text,
            "kind": quote.kind,
            "cue": quote.cue,
            "mention": quote.mention,
            "speaker": {"name": quote.speaker.name}
            if quote.speaker and quote.speaker.name
            else quote.speaker and {"description": quote.speaker.description},
        }
        for quote in article.quotes
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_quote_is_found_and_no_other(file: Path) -> None:
    wanted = json.loads(file.read_text(encoding="utf-8"))
    article = newsmodel.parse(file.with_suffix(".txt").read_bytes(), "text")
    assert quotes_of(article) == wanted["quotes"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_str_reads_as_its_bytes_do(file: Path) -> None:
    data = file.with_suffix(".txt").read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    assert PARSER.read(text, url=None).article == PARSER.read(data, url=None).article
