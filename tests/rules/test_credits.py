"""Credit lines: what is around them, and those whom they name."""

import pytest

from newsmodel.rules.credits import credits_in, read_credit


@pytest.mark.parametrize(
    ("text", "credit_line"),
    [
        ("(Foto: Jane Doe/dpa)", "Jane Doe/dpa"),
        ("© Foto: Jane Doe", "Jane Doe"),
        ("[Photo: Jane Doe]", "Jane Doe"),
        ("Kuva: Jane Doe", "Jane Doe"),
        ("Fotó: Jane Doe", "Jane Doe"),
        ("写真：山田太郎", "山田太郎"),
        ("山田太郎撮影", "山田太郎"),
        ("picture alliance / dpa", "picture alliance / dpa"),
        ("Courtesy of Jane Doe", "Jane Doe"),
        ("(Foto: Jane Doe/AFP).", "Jane Doe/AFP"),
        ("Foto: Jane Doe [", "Jane Doe"),
        ("©", ""),
    ],
)
def test_a_credit_loses_sign_label_and_brackets(text: str, credit_line: str) -> None:
    assert read_credit(text).credit_line == credit_line


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Jane Doe", [("Jane Doe", "photographer")]),
        (
            "Jane Doe/AFP/Getty Images",
            [
                ("Jane Doe", "photographer"),
                ("AFP", "agency"),
                ("Getty Images", "distributor"),
            ],
        ),
        ("AP Photo/Jane Doe", [("AP", "agency"), ("Jane Doe", "photographer")]),
        (
            "Jane Doe and Bob Roe/Reuters",
            [
                ("Jane Doe", "photographer"),
                ("Bob Roe", "photographer"),
                ("Reuters", "agency"),
            ],
        ),
        (
            "Jane Doe / AFP via Getty Images",
            [
                ("Jane Doe", "photographer"),
                ("AFP", "agency"),
                ("Getty Images", "distributor"),
            ],
        ),
        (
            "Jane Doe for The Paper",
            [("Jane Doe", "photographer"), ("The Paper", "agency")],
        ),
        (
            "Jane Doe/Al Jazeera",
            [("Jane Doe", "photographer"), ("Al Jazeera", "agency")],
        ),
        (
            "picture alliance/dpa",
            [("picture alliance", "agency"), ("dpa", "distributor")],
        ),
        ("Handout via Reuters", [("Reuters", "agency")]),
        ("Handout", []),
        ("Urs Doe (Keystone)", [("Urs Doe", "photographer"), ("Keystone", "agency")]),
        ("example.com", [("example.com", "agency")]),
        ("2019 Jane Doe", [("Jane Doe", "photographer")]),
        ("Screengrab from a video obtained by Reuters", [("Reuters", "agency")]),
        ("taken with a telephone", []),
        ("a video of somebody", []),
    ],
)
def test_those_named_have_the_role_of_their_place(
    line: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(each.name, each.role) for each in credits_in(line)] == wanted
