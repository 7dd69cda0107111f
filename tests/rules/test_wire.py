"""What agencies send along with an article."""

import pytest

from newsmodel.rules.wire import WIRE_RULES, WireRule, read_wire_line


@pytest.mark.parametrize("rule", WIRE_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: WireRule) -> None:
    line = read_wire_line(rule.example)
    assert line == (rule.name, rule.field, rule.value, rule.sure)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Bridge reopens",
        "COVID-19",
        "NON-PROFIT",
        "More",
        "(more than ever)",
        "(Adds)",
        "Slug:",
        "BC-",
        "PM-elect names her cabinet",
        "The bridge (adds a second one to the river)",
        "BRIDGE-" * 60,
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert read_wire_line(line) is None
