"""The reference of pages names every rule and every note that there is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsmodel.markup import decoding
from newsmodel.parsers import html
from newsmodel.parsers.html._fields.credits import CREDIT_RULES
from newsmodel.parsers.html._fields.dates import DATE_RULES
from newsmodel.parsers.html._fields.fact_rules import FACT_RULES
from newsmodel.parsers.html._fields.headline import HEADLINE_RULES
from newsmodel.parsers.html._fields.standfirst import STANDFIRST_RULES
from newsmodel.rules.counts import COUNT_RULES
from newsmodel.rules.picture_credits import PICTURE_RULES

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "html.md").read_text("utf-8")
NOTES = PAGE.partition("\n## Notes\n")[2].partition("\n## ")[0]
SOURCES = [*Path(html.__file__).parent.rglob("*.py"), Path(decoding.__file__)]
# How the code of a note stands in the sources, and the name of a rule.
CODE = re.compile(
    r"(?:\bnote\(\s*|\b_note\(notes,\s*|\bnote_at\([a-z_]+,\s*|\bcode=)\"([a-z-]+)\""
)
RULE = re.compile(r"(?:\b(?:Trace|Place|Stated)\(|\brule ?= ?)\s*\"([a-z-]+)\"")


def in_sources(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in SOURCES:
        yield from pattern.findall(path.read_text("utf-8"))


TABLES = (
    HEADLINE_RULES,
    STANDFIRST_RULES,
    FACT_RULES,
    CREDIT_RULES,
    DATE_RULES,
    [rule for rule in COUNT_RULES if rule.field],
    PICTURE_RULES,
)


@pytest.mark.parametrize(
    "name", sorted({rule.name for table in TABLES for rule in table})
)
def test_the_page_has_the_rule_of_a_table(name: str) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("### Headline", HEADLINE_RULES),
        ("### Standfirst", STANDFIRST_RULES),
        ("### Authors and other contributors", CREDIT_RULES),
        ("### Dates", DATE_RULES),
    ],
)
def test_the_page_has_the_rules_in_their_order(title: str, rules: Any) -> None:
    section = PAGE.partition(f"\n{title}\n")[2].partition("\n#")[0]
    listed = re.findall(r"^\| `([a-z0-9-]+)` \|", section, re.M)
    assert listed == [rule.name for rule in rules]


@pytest.mark.parametrize("name", sorted(set(in_sources(RULE))))
def test_the_page_has_the_rule_of_a_trace(name: str) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("code", sorted(set(in_sources(CODE))))
def test_the_page_has_the_note(code: str) -> None:
    assert f"| `{code}` |" in NOTES


def test_the_page_has_no_note_that_is_not_made() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", NOTES, re.M)
    assert len(listed) == len(set(listed)) > 20
    assert set(listed) == set(in_sources(CODE))
