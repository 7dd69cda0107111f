"""The strategies: they draw what they say, the hard cases among it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import newsmodel.testing as strategies
from newsmodel import model
from newsmodel._hypothesis import STRATEGIES, register
from newsmodel.model import (
    Article,
    Block,
    Contributor,
    Emphasis,
    ImageCaption,
    Link,
    Mark,
    Paragraph,
    Quote,
    Source,
    When,
)

CLASSES = [each for each in vars(model).values() if hasattr(each, "__attrs_attrs__")]


def strategy_of(cls: type) -> st.SearchStrategy[Any]:
    drawn: st.SearchStrategy[Any] = getattr(strategies, STRATEGIES[cls])()
    return drawn


@pytest.mark.parametrize("cls", CLASSES)
@settings(max_examples=10)
@given(st.data())
def test_there_is_a_strategy_for_every_class(cls: type, data: st.DataObject) -> None:
    assert type(data.draw(strategy_of(cls))) is cls


def test_every_strategy_is_named() -> None:
    made = {
        name
        for name, each in vars(strategies).items()
        if callable(each)
        and getattr(each, "__module__", "") == strategies.__name__
        and not name.startswith("_")
    }
    assert made == set(strategies.__all__)


@pytest.mark.parametrize("first", ["newsmodel.testing", "hypothesis"])
def test_either_can_be_imported_first(first: str, tmp_path: Path) -> None:
    info = tmp_path / "newsmodelling-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: a\nVersion: 0\n")
    points = "[hypothesis]\nnewsmodel = newsmodel._hypothesis:register\n"
    (info / "entry_points.txt").write_text(points)
    root = Path(strategies.__file__).parents[1]
    program = f"""
import sys
sys.path[:0] = [{str(tmp_path)!r}, {str(root)!r}]
import {first}
import newsmodel
from hypothesis import strategies as st
print(repr(st.from_type(newsmodel.Article))[:15])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("builds(Article"), done.stderr


@pytest.fixture
def registered() -> None:
    register()


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("cls", CLASSES)
def test_hypothesis_draws_each_class_from_its_strategy(cls: type) -> None:
    assert repr(st.from_type(cls)) == repr(strategy_of(cls))


@pytest.mark.usefixtures("registered")
@settings(max_examples=20)
@given(st.data())
def test_hypothesis_draws_blocks_and_marks_too(data: st.DataObject) -> None:
    block: Block = data.draw(st.from_type(Block))  # type: ignore[arg-type]  # a union is a type too
    mark: Mark = data.draw(st.from_type(Mark))  # type: ignore[arg-type]  # a union is a type too
    assert type(block) in get_args(Block)
    assert type(mark) in get_args(Mark)


def pairs(block: Paragraph) -> Iterator[tuple[Any, Any]]:
    for index, first in enumerate(block.marks):
        for second in block.marks[index + 1 :]:
            yield first, second


def is_rtl(text: str) -> bool:
    return any(letter in text for letter in "\u05d0\u0627\u202e")


HARD_TEXTS: dict[str, Callable[[str], bool]] = {
    "an astral character": lambda text: any(letter > "\uffff" for letter in text),
    "a combining mark": lambda text: any(letter in text for letter in "\u0300\u0301"),
    "right-to-left text": is_rtl,
    "blanks only": lambda text: text.isspace(),
    "a tab": lambda text: "\t" in text,
    "a line feed at the end": lambda text: text.endswith("\n"),
    "markup": lambda text: "<" in text or "&" in text,
    "a line separator": lambda text: "\u2028" in text,
    "what XML 1.0 holds last": lambda text: "\U0010ffff" in text,
    "a control character of the second set": lambda text: "\x85" in text,
}
HARD_TIMES: dict[str, Callable[[When], bool]] = {
    "a plain date": lambda when: type(when) is date,
    "no zone": lambda when: isinstance(when, datetime) and when.tzinfo is None,
    "UTC": lambda when: str(when).endswith("+00:00"),
    "an odd offset": lambda when: str(when)[-1] not in "05" and "+" in str(when),
    "the farthest offset": lambda when: str(when).endswith(("+14:00", "-14:00")),
    "the year 1": lambda when: when.year == 1,
    "the year 9999": lambda when: when.year == 9999,
    "microseconds": lambda when: isinstance(when, datetime) and bool(when.microsecond),
}
HARD_MARKS: dict[str, Callable[[Paragraph], bool]] = {
    "a mark over all": lambda block: any(
        each.text == block.text for each in block.marks
    ),
    "a mark at the end": lambda block: any(
        each.start and each.end == len(block.text) for each in block.marks
    ),
    "nested marks": lambda block: any(
        a.start < b.start and b.end < a.end for a, b in pairs(block)
    ),
    "overlapping marks": lambda block: any(
        a.start < b.start < a.end < b.end for a, b in pairs(block)
    ),
    "overlapping quotes": lambda block: any(
        a.start < b.start < a.end < b.end
        for a, b in pairs(block)
        if type(a) is type(b) is Quote
    ),
    "touching links": lambda block: any(
        a.end == b.start for a, b in pairs(block) if type(a) is type(b) is Link
    ),
    "a link and a quote over one stretch": lambda block: any(
        (a.start, a.end) == (b.start, b.end) and {type(a), type(b)} == {Link, Quote}
        for a, b in pairs(block)
    ),
    "emphasis within a link": lambda block: any(
        type(a) is Link and type(b) is Emphasis and b.end <= a.end
        for a, b in pairs(block)
    ),
    "fragments": lambda block: any(len(each.fragments) > 1 for each in block.quotes),
}
HARD_SOURCES: dict[str, Callable[[Source], bool]] = {
    "no name": lambda source: source.name is None,
    "no description": lambda source: source.description is None,
    "both": lambda source: None not in (source.name, source.description),
    "role and url": lambda source: None not in (source.role, source.url),
    "identifiers": lambda source: len(source.identifiers) > 1,
}
HARD_ARTICLES: dict[str, Callable[[Article], bool]] = {
    "no body": lambda article: not article.body,
    "three blocks": lambda article: len(article.body) > 2,
}
HARD_CAPTIONS: dict[str, Callable[[ImageCaption], bool]] = {
    "nothing but a credit": lambda caption: not caption.text and not caption.image,
    "nothing but an image": lambda caption: (
        not caption.text and not caption.credit_line and not caption.credits
    ),
}
HARD_CASES: list[tuple[st.SearchStrategy[Any], str, Callable[[Any], bool]]] = [
    (strategy, name, wanted)
    for strategy, cases in [
        (strategies.texts(), HARD_TEXTS),
        (strategies.whens(), HARD_TIMES),
        (strategies.paragraphs(), HARD_MARKS),
        (strategies.sources(), HARD_SOURCES),
        (strategies.captions(), HARD_CAPTIONS),
        (strategies.articles(), HARD_ARTICLES),
    ]
    for name, wanted in cases.items()  # type: ignore[attr-defined]  # of many types
]


@pytest.mark.parametrize(
    ("strategy", "name", "wanted"), HARD_CASES, ids=[each[1] for each in HARD_CASES]
)
def test_the_hard_case_is_drawn(
    strategy: st.SearchStrategy[Any], name: str, wanted: Callable[[Any], bool]
) -> None:
    # Enough examples that it is no matter of luck, nor of patience.
    once = settings(max_examples=3_000, phases=[Phase.generate], database=None)
    assert wanted(find(strategy, wanted, settings=once)), name


@settings(max_examples=30)
@given(strategies.lines(), strategies.texts(), strategies.texts(min_size=0))
def test_texts_and_lines_are_what_the_model_takes(
    line: str, text: str, empty: str
) -> None:
    Article(headline=text, section=line)
    Contributor(name=line)
    model.Cell(text=empty)
