"""Lines of dates with their labels."""

import pytest

from newsmodel.rules.stamps import LABEL_RULES, LabelRule, label_in, read_stamps


@pytest.mark.parametrize("rule", LABEL_RULES, ids=lambda rule: rule.field)
def test_each_rule_reads_its_own_example(rule: LabelRule) -> None:
    (stamp,) = read_stamps(rule.example)
    assert stamp.field == rule.field


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("1 June 2023", [None]),
        ("Published: 1 June 2023 | Updated: 2 June 2023", ["published", "modified"]),
        ("1 June 2023 · Updated 2 June 2023", [None, "modified"]),
        ("June 1, 2023 (updated June 2, 2023)", [None, "modified"]),
        ("Published 1 June 2023 Updated 2 June 2023", ["published", "modified"]),
        ("Last modified on Thu 1 Jun 2023 21.40 BST", ["modified"]),
        ("Published 2 hours ago", ["published"]),
        ("June 1, 2023 | 7:03 PM EDT", [None]),
        ("Publié aujourd’hui à 08h00, modifié à 09h12", ["published", "modified"]),
        ("Updated 7:03 p.m. ET", ["modified"]),
        ("2023年6月1日 19:03 更新时间：2023年6月2日", [None, "modified"]),
        ("입력 2023.06.01 19:03 수정 2023.06.02 08:00", ["published", "modified"]),
        ("7:03 p.m.", []),
        ("Updated 12", ["modified"]),
        (
            "Publié le 1er juin 2023 à 19h03 - Mis à jour le 2 juin 2023 à 08h00",
            ["published", "modified"],
        ),
        ("Stand: 1. Juni 2023, 19:03 Uhr", ["modified"]),
        ("Embargoed until 00:01 GMT, Thursday 1 June 2023", ["embargoed"]),
        ("Updated", []),
        ("Updated June figures show", []),
        ("Published 1 June 2023 by Ann Example", []),
        ("1 June 2023 " * 30, []),
    ],
)
def test_labels_say_what_happened_then(line: str, fields: list[str | None]) -> None:
    assert [stamp.field for stamp in read_stamps(line)] == fields


def test_a_stamp_says_where_its_date_starts() -> None:
    line = "1 June 2023 | Updated: 2 June 2023"
    _, stamp = read_stamps(line)
    assert line[stamp.start :] == stamp.raw == "2 June 2023"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Published on", "published"),
        ("By Ann Example. Last updated on ", "modified"),
        ("Veröffentlicht am", "published"),
        ("Обновлено:", "modified"),
        ("Opublikowano", "published"),
        ("最終更新：", "modified"),
        ("公開日", "published"),
        ("입력", "published"),
        ("By Ann Example", None),
        ("", None),
    ],
)
def test_labels_are_known_in_many_languages(text: str, field: str | None) -> None:
    assert label_in(text) == field
