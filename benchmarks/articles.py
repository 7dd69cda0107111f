"""The articles that the benchmarks measure."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import newsmodel
from newsmodel import (
    Article,
    Block,
    Contributor,
    ImageCaption,
    Paragraph,
    Quote,
    Source,
)

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "article.txt"
SHARED = HERE.parents[1] / "shared"
REFERENCE = SHARED / "seeds" / "000_46ee9163f55991b8.txt"


def text() -> str:
    """Return the reference article where it is at hand, else the example."""
    return (REFERENCE if REFERENCE.exists() else EXAMPLE).read_text("utf-8")


def article() -> Article:
    """Return the reference article with the quotes that people found in it."""
    if not REFERENCE.exists():
        return newsmodel.parse(text(), "text")
    quotes = json.loads((SHARED / "corpora/quotes/seed.json").read_text("utf-8"))
    facts = json.loads((SHARED / "seeds/expected.json").read_text("utf-8"))
    paragraphs = set(facts["paragraphs"])
    body: list[Block] = []
    start = 0
    for line in quotes["text"].split("\n"):
        end = start + len(line)
        if line in paragraphs:
            inside = [
                _quote(each, start)
                for each in quotes["quotes"]
                if start <= each["start"] and each["end"] <= end
            ]
            body.append(Paragraph(text=line, marks=inside))
        for caption in facts["captions"]:
            if line.startswith(caption["text"]):
                body.append(_caption(caption))
        start = end + 1
    return Article(
        headline=facts["headline"],
        published=date.fromisoformat(facts["published"]),
        source=Source(name=facts["source"]["name"]),
        contributors=[
            Contributor(name=each["name"], location=each["location"], role="editor")
            for each in facts["contributors"]
        ],
        language=facts["language"],
        views=facts["views"],
        body=body,
    )


def _quote(given: dict[str, Any], start: int) -> Quote:
    return Quote(
        start=given["start"] - start,
        text=given["text"],
        kind=given["kind"],
        cue=given["cue"] and given["cue"]["text"],
        mention=given["speaker"]["text"],
        group=given["group"],
        speaker=Source(
            name=given["speaker_resolved"],
            description=given["speaker"]["text"],
            kind="person",
        ),
    )


def _caption(given: dict[str, Any]) -> ImageCaption:
    credits = [Source(name=name, role="agency") for name in given["credited"]]
    return ImageCaption(
        text=given["text"], credit_line=given["credit"], credits=credits
    )
