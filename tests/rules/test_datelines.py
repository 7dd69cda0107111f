"""Datelines: place, day and agency at the start of a paragraph."""

import pytest

from newsmodel.rules.datelines import DATELINE_RULES, DatelineRule, read_dateline


@pytest.mark.parametrize("rule", DATELINE_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: DatelineRule) -> None:
    reading = read_dateline(rule.example, rules=(rule,))
    assert reading is not None
    assert (reading.place, reading.agency) == (rule.place, rule.agency)


@pytest.mark.parametrize(
    ("paragraph", "text", "place", "day", "agency"),
    [
        (
            "KYIV, June 1 (Reuters) - The mayor",
            "KYIV, June 1 (Reuters)",
            "KYIV",
            (6, 1, None),
            "Reuters",
        ),
        ("PARIS — The mayor", "PARIS", "PARIS", None, None),
        (
            "PARIS, Texas (June 1, 2023) — The mayor",
            "PARIS, Texas (June 1, 2023)",
            "PARIS, Texas",
            (6, 1, 2023),
            None,
        ),
        ("(CNN) The mayor", "(CNN)", None, None, "CNN"),
        ("CNN — The mayor", "CNN", None, None, "CNN"),
        (
            "Berlin (dpa/lni) – Die Stadt",
            "Berlin (dpa/lni)",
            "Berlin",
            None,
            "dpa/lni",
        ),
        (
            "LONDON, June 1, 2023 /PRNewswire/ -- Acme",
            "LONDON, June 1, 2023 /PRNewswire/",
            "LONDON",
            (6, 1, 2023),
            "PRNewswire",
        ),
        ("TOLEDO, Ohio -- The", "TOLEDO, Ohio", "TOLEDO, Ohio", None, None),
        (
            "SPRINGFIELD, Ill., June 1, 2023 -- The",
            "SPRINGFIELD, Ill., June 1, 2023",
            "SPRINGFIELD, Ill.",
            (6, 1, 2023),
            None,
        ),
        (
            "STOKE-ON-TRENT, England, June 1 (AP) - The",
            "STOKE-ON-TRENT, England, June 1 (AP)",
            "STOKE-ON-TRENT, England",
            (6, 1, None),
            "AP",
        ),
        (
            "WASHINGTON/LONDON - The",
            "WASHINGTON/LONDON",
            "WASHINGTON/LONDON",
            None,
            None,
        ),
        ("Paris – Die Stadt", "Paris", "Paris", None, None),
        (
            "PARIS, 1er juin (AFP) – Le pont",
            "PARIS, 1er juin (AFP)",
            "PARIS",
            (6, 1, None),
            "AFP",
        ),
        ("LONDON, Monday — The", "LONDON, Monday", "LONDON, Monday", None, None),
    ],
)
def test_datelines_are_read_whole(
    paragraph: str,
    text: str,
    place: str | None,
    day: tuple[int, int, int | None] | None,
    agency: str | None,
) -> None:
    reading = read_dateline(paragraph)
    assert reading is not None
    assert reading[1:5] == (text, place, day, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Inflation – the word of the year – rose.",
        "Klitschko – who visited the scene – said",
        "BREAKING — A bridge fell",
        "FILE - The bridge is seen in May.",
        "The war – in its second year – goes on",
        "Ann Example (Labour) — the member",
        "Russian forces (Reuters) meanwhile",
        "Tom Brook (4 May 1952) – The mayor",
        "Sir – I was glad",
        "A plain paragraph.",
        "PARIS —",
        "LONDON, of all places — The",
        "1 June 2023 – The",
        "London (as ever) – The mayor",
    ],
)
def test_other_openings_are_no_datelines(paragraph: str) -> None:
    assert read_dateline(paragraph) is None
