"""Captions in a text that end in a credit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.rules.captions import CAPTION_RULES, CaptionRule, read_caption


@pytest.mark.parametrize("rule", CAPTION_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: CaptionRule) -> None:
    caption = read_caption(rule.example, rules=(rule,))
    assert caption is not None
    assert (caption.text, caption.credit_line) == (rule.text, rule.credit_line)
    assert rule.example[caption.start :].startswith(rule.credit_line)


@pytest.mark.parametrize(
    ("text", "shown", "credit_line"),
    [
        (
            "A fire © Screengrab from a video obtained by Reuters",
            "A fire",
            "Screengrab from a video obtained by Reuters",
        ),
        ("Credit: Reuters", "", "Reuters"),
        ("Fotos: Max Muster, Eva Muster (dpa)", "", "Max Muster, Eva Muster (dpa)"),
        ("Crowds. Jane Doe/Getty Images", "Crowds.", "Jane Doe/Getty Images"),
        ("Fot. Jan Przykład / PAP", "", "Jan Przykład / PAP"),
        ("写真：山田太郎", "", "山田太郎"),
        ("Brave: Bob Roe. Picture: Jane Doe/SWNS", "Brave: Bob Roe.", "Jane Doe/SWNS"),
        ("Photo by Jane Doe/Getty Images", "", "Jane Doe/Getty Images"),
        (
            "The bridge. Photo courtesy of Springfield Police Department",
            "The bridge.",
            "Springfield Police Department",
        ),
        ("Die Brücke. Foto: Karl Beispiel/dpa", "Die Brücke.", "Karl Beispiel/dpa"),
        ("The bridge (Photo: Jane Doe)", "The bridge", "Jane Doe"),
        ("The bridge Photograph: Jane Doe", "The bridge", "Jane Doe"),
        ("The bridge [File: Jane Doe/Reuters]", "The bridge", "Jane Doe/Reuters"),
        ("The bridge (Reuters)", "The bridge", "Reuters"),
        ("The bridge. (Jane Doe/AP).", "The bridge.", "Jane Doe/AP"),
        ("(Jane Doe/Getty Images)", "", "Jane Doe/Getty Images"),
        ("The bridge — REUTERS", "The bridge", "REUTERS"),
        ("The bridge (c) Jane Doe", "The bridge", "Jane Doe"),
        ("The bridge ⓒ Jane Doe.", "The bridge", "Jane Doe"),
        ("The bridge. © Foto: Jane Doe", "The bridge.", "Jane Doe"),
        ("The bridge. © 2019 Jane Doe", "The bridge.", "2019 Jane Doe"),
        (
            "Photo: The bridge at noon (Jane Doe/AP)",
            "The bridge at noon",
            "Jane Doe/AP",
        ),
        ("Caption: The bridge at noon", "The bridge at noon", None),
        ("Image caption, The bridge at noon", "The bridge at noon", None),
        ("Image source, Getty Images", "", "Getty Images"),
        ("Crédit photo : Jean Exemple", "", "Jean Exemple"),
    ],
)
def test_captions_are_parted_from_their_credit(
    text: str, shown: str, credit_line: str | None
) -> None:
    caption = read_caption(text)
    assert caption is not None
    assert (caption.text, caption.credit_line) == (shown, credit_line)


@pytest.mark.parametrize(
    "text",
    [
        "He wanted a photo by Friday",
        "© 2023 Example Media. All rights reserved",
        "Copyright © Example Media",
        "He said so. (dpa)",
        "He said so in an interview (Reuters).",
        "The law (see there)",
        "Basic Life Support (BLS)",
        "The best shoes (Men’s/Women’s)",
        "App Guru (Project Lead / Strategist)",
        "Docker Hardened Images: Security Validated by Roe",
        "The mark © is used by those who own something. It is old.",
        "Clause (c) Applies here",
        "Inflation – the word",
        "He came. She went",
        "Photo:",
        "©",
        "word " * 200 + "© Jane Doe",
        "Read more: What we know",
    ],
)
def test_other_texts_are_no_captions(text: str) -> None:
    assert read_caption(text) is None


@given(st.text(alphabet="Aa ©().:/|—\t\nPhotoby,", max_size=60))
def test_any_text_is_a_caption_or_none(text: str) -> None:
    read_caption(text)
