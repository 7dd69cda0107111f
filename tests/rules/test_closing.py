"""Closing lines: who helped, whose it is, and that it is over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.rules.closing import (
    ROLE_RULES,
    RoleRule,
    is_end_mark,
    read_contributors,
    read_rights,
    read_source,
)


@pytest.mark.parametrize("rule", ROLE_RULES, ids=lambda rule: rule.role)
def test_each_rule_reads_its_own_example(rule: RoleRule) -> None:
    (contributor,) = read_contributors(rule.example)
    assert (contributor.name, contributor.role) == ("Ann Example", rule.role)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Additional reporting by Ann Example in London",
            [("Ann Example", "additional-reporting", "London")],
        ),
        (
            "(Reporting by Ann Lee in Kyiv and Bob Roe in Warsaw; Writing by Cy Poe;"
            " Editing by Di Fox)",
            [
                ("Ann Lee", "reporter", "Kyiv"),
                ("Bob Roe", "reporter", "Warsaw"),
                ("Cy Poe", "writer", None),
                ("Di Fox", "editor", None),
            ],
        ),
        (
            "Reporting by Ann Lee, editing by Bob Roe.",
            [("Ann Lee", "reporter", None), ("Bob Roe", "editor", None)],
        ),
        (
            "Reporting by Ann Lee. Editing by Bob Roe.",
            [("Ann Lee", "reporter", None), ("Bob Roe", "editor", None)],
        ),
        (
            "With reporting by Ann Lee and Bob Roe",
            [
                ("Ann Lee", "additional-reporting", None),
                ("Bob Roe", "additional-reporting", None),
            ],
        ),
        ("With files from Reuters", [("Reuters", "additional-reporting", None)]),
        (
            "Writing and editing by Ann Lee",
            [("Ann Lee", "writer", None), ("Ann Lee", "editor", None)],
        ),
        ("Translated from the French by Ann Lee", [("Ann Lee", "translator", None)]),
        ("Mitarbeit: Anna Muster", [("Anna Muster", "additional-reporting", None)]),
        (
            "Ann Lee contributed reporting from Paris.",
            [("Ann Lee", "additional-reporting", "Paris")],
        ),
        ("Reporting by\tAnn\tLee", [("Ann Lee", "reporter", None)]),
    ],
)
def test_contributors_have_their_parts_and_places(
    line: str, wanted: list[tuple[str, str, str | None]]
) -> None:
    contributors = read_contributors(line)
    assert [(each.name, each.role, each.location) for each in contributors] == wanted


def test_writers_of_an_outlet_are_of_it() -> None:
    line = "Associated Press writers Ann Lee in Paris and Bob Roe contributed to this"
    first, second = read_contributors(f"{line} report.")
    assert (first.affiliation, first.location) == ("Associated Press", "Paris")
    assert second.affiliation == "Associated Press"


def test_an_agency_that_helped_is_one() -> None:
    (contributor,) = read_contributors("Additional reporting by AFP")
    assert contributor.kind == "agency"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Reporting by the Guardian has shown that",
        "Research by scientists shows",
        "She contributed to this report.",
        "Ann Lee contributed reporting from the very start",
        "Ann Lee contributed to the fund.",
        "Reporting by " + "Ann Lee, " * 100,
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert read_contributors(line) == ()


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("Source: Financial Example Times", "Financial Example Times", "publication"),
        ("Source: Reuters", "Reuters", "agency"),
        ("Quelle: dpa", "dpa", "agency"),
        ("SOURCE Acme Inc.", "Acme Inc.", "organisation"),
        ("(dpa)", "dpa", "agency"),
    ],
)
def test_source_lines_name_the_source(line: str, name: str, kind: str) -> None:
    source = read_source(line)
    assert source is not None
    assert (source.name, source.kind) == (name, kind)


@pytest.mark.parametrize(
    "line",
    [
        "Source",
        "Source: ..",
        "Source Code matters",
        "(see there)",
        "Source: " + "a" * 99,
    ],
)
def test_other_lines_are_no_sources(line: str) -> None:
    assert read_source(line) is None


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2023 Example Media Ltd. All rights reserved.", "Example Media Ltd"),
        (
            "Copyright 2024 Great Lakes Syndicate. All rights reserved.",
            "Great Lakes Syndicate",
        ),
        (
            "Copyright The Example Times Limited 2023. All rights reserved.",
            "The Example Times Limited",
        ),
        ("(c) 2023 Example", "Example"),
        ("© 2019-2023 Example.com", "Example.com"),
        ("© 2023 Beispiel GmbH. Alle Rechte vorbehalten.", "Beispiel GmbH"),
        ("All rights reserved.", None),
        ("Alle Rechte vorbehalten.", None),
        ("無断転載を禁じます", None),
        ("© EXAMPLE MEDIA LTD 2023.", "EXAMPLE MEDIA LTD"),
        ("© 2015 - 2023", None),
        ("© 2023 – Example Media", "Example Media"),
        ("© 2023 Beispiel Verlags GmbH & Co. KG", "Beispiel Verlags GmbH & Co. KG"),
        ("Copyright 2023 © Example Media. All rights reserved.", "Example Media"),
        ("ⓒ 엘름일보, 무단 전재 및 재배포 금지", "엘름일보"),
        ("© 2023 Пример. Все права защищены.", "Пример"),
        ("© COPYRIGHT 2023, EXAMPLE.COM ALL RIGHTS RESERVED", "EXAMPLE.COM"),
        ("© 2015 Copyright by Example Media", "Example Media"),
        ("Copyright 2019 all rights reserved.", None),
        ("© 2023 Example Media · Privacy ∙ Terms", "Example Media"),
        ("© 2023 24 Example Street Media", "24 Example Street Media"),
        ("© xyz-online, xyz:230601-99-123456/2", "xyz-online"),
        ("(c) 2023 xyz, xyz:230601-99-123456/2", "xyz"),
    ],
)
def test_copyright_lines_name_the_holder(line: str, holder: str | None) -> None:
    rights = read_rights(line)
    assert rights is not None
    assert (rights.notice, rights.holder) == (line, holder)


@pytest.mark.parametrize("line", ["© Jane Doe", "The copyright is old", "©" * 700])
def test_other_lines_are_no_copyright_lines(line: str) -> None:
    assert read_rights(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "-30-",
        "- 30 -",
        "—30—",
        "ENDS",
        "Ends",
        "###",
        "# # #",
        "(END)",
        "(ends)",
        "-ends-",
    ],
)
def test_end_marks_end(line: str) -> None:
    assert is_end_mark(line)


@pytest.mark.parametrize(
    "line", ["30", "The end", "ends", "--", "#", "END OF STORY NOW"]
)
def test_other_lines_are_no_end_marks(line: str) -> None:
    assert not is_end_mark(line)


@given(st.text(alphabet="Aa .;,:()©2023byRrepotingSuc\t\n", max_size=80))
def test_any_line_is_read_or_not(line: str) -> None:
    read_contributors(line)
    read_source(line)
    read_rights(line)
    is_end_mark(line)
