"""What a page says to its readers beside the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.rules.asides import ASIDE_RULES, AsideRule, asides_in


def names_in(text: str) -> set[str]:
    return {ASIDE_RULES[at].name for at in asides_in(text)}


@pytest.mark.parametrize("rule", ASIDE_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_example(rule: AsideRule) -> None:
    assert rule.name in names_in(rule.example)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Melden Sie sich hier für unseren Newsletter an.", "newsletter"),
        ("Suscríbete a nuestro boletín", "newsletter"),
        ("Beim Kauf über diese Links erhalten wir eine Provision.", "purchases"),
        ("Have news? Call (555) 010-0100.", "contact"),
        ("Folgen Sie uns auf Instagram", "follow"),
        ("Suivez-nous sur WhatsApp", "follow"),
        ("Faites un don pour soutenir la rédaction", "support"),
        ("Hier finden Sie externe Inhalte unserer Partner", "consent"),
        ("Cet article est réservé aux abonnés", "subscribers"),
        ("Ann Beispiel schreibt für die Beispielpost aus Rom.", "writer"),
        ("Dieser Artikel erschien zuerst bei der Beispielpost.", "origin"),
        ("Transparenzhinweis: Die Autorin ist Mitglied des Vereins.", "note"),
        ("Auch interessant", "label"),
        ("Symbolbild", "picture"),
        ("Was denken Sie darüber?", "talk"),
    ],
)
def test_asides_are_told_in_other_words_too(text: str, name: str) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council met on Tuesday to vote on the bridge.",
        "“We support the workers,” said Ann Example, who follows the talks.",
        "Der Autor des Gutachtens widersprach dem Minister am Montag.",
        "She has commented on the video, an editor of the newsletter said.",
    ],
)
def test_what_articles_say_is_none(text: str) -> None:
    assert names_in(text) == set()


@given(st.text(), st.sampled_from(ASIDE_RULES))
def test_any_text_is_read(text: str, rule: AsideRule) -> None:
    numbers = asides_in(rule.example + text)
    assert numbers == sorted(set(numbers))


def test_only_the_start_of_a_long_text_is_looked_at() -> None:
    assert names_in("word " * 200 + ASIDE_RULES[0].example) == set()
