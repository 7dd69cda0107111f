"""Counts of views and others."""

import pytest

from newsmodel.rules.counts import COUNT_RULES, CountRule, first_count, read_count


@pytest.mark.parametrize("rule", COUNT_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: CountRule) -> None:
    count = read_count(rule.example)
    assert count is not None
    assert (count.rule, count.field, count.value) == (rule.name, rule.field, rule.value)


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("369 views", 369),
        ("0 views", 0),
        ("1 view", 1),
        ("1,234 views", 1234),
        ("1.2K views", 1200),
        ("1,5M views", 1_500_000),
        ("12K views", 12_000),
        ("3 456 vues", 3456),
        ("1.234 Aufrufe", 1234),
        ("(369 views)", 369),
        ("1 234 просмотров", 1234),
        ("조회수 1,234", 1234),
        ("浏览量：369", 369),
        ("9007199254740991 views", 2**53 - 1),
        ("9007199254740992 views", None),
        ("12,34 views", None),
    ],
)
def test_views_are_counted(line: str, views: int | None) -> None:
    count = read_count(line)
    assert count is not None
    assert (count.field, count.value) == ("views", views)


@pytest.mark.parametrize(
    "line", ["views", "369", "369 views of the sea are not enough for all", "٣ views"]
)
def test_other_lines_are_no_counts(line: str) -> None:
    assert read_count(line) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("By Ann Example 3 min read, 12 comments", "3 min read, 12 comments"),
        ("By Ann Example", ""),
        ("1 views", "1 views"),
        ("Ann Example, 52", ""),
    ],
)
def test_the_first_count_in_a_text_is_found(text: str, rest: str) -> None:
    assert text[first_count(text) :] == rest


def test_only_what_stands_behind_a_place_is_looked_at() -> None:
    text = "3 comments by Ann"
    assert first_count(text, 1) == len(text)
