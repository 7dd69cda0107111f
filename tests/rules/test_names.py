"""Names: what looks like one, and what sort of party it is."""

import pytest

from newsmodel.rules.names import (
    Person,
    is_agency,
    is_name,
    kind_of,
    kind_of_publisher,
    one_line,
    people_in,
    split_list,
)


@pytest.mark.parametrize(
    "name",
    [
        "Abby Byrne",
        "Ursula van der Berg",
        "María José O’Neill",
        "Jose\N{COMBINING ACUTE ACCENT} Pérez",
        "Omar al-Bashir",
        "Abby d’Alembert",
        "J. K. Roe Jr.",
        "ANN EXAMPLE",
        "Gerard 't Hooft",
        "Ánna Öberg",
        "田中 花子",
        "فاطمة حسن",
    ],
)
def test_names_of_all_sorts_are_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "popular demand",
        "Ann said",
        "Ann, Bob",
        "Ann 2",
        "One Two Three Four Five Six Seven",
        "of the",
        "Ann (Labour)",
    ],
)
def test_other_texts_are_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann Example", "person"),
        ("Theo", "person"),
        ("Reuters", "agency"),
        ("The Associated Press", "agency"),
        ("Reuters Staff", "agency"),
        ("AP Photo", "agency"),
        ("PA Media", "agency"),
        ("Getty Images", "organisation"),
        ("The Paper", "organisation"),
        ("Our Correspondent", "organisation"),
        ("Fire & Rescue", "organisation"),
        ("NASA", "organisation"),
        ("Channel 4", "organisation"),
        ("example.com", "organisation"),
        ("Springfield Police Department", "organisation"),
    ],
)
def test_a_name_tells_what_sort_of_party_it_names(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Reuters", "agency"),
        ("Daily Beacon", "publication"),
        ("Office for Statistics", "organisation"),
    ],
)
def test_a_publisher_is_never_a_person(name: str, kind: str) -> None:
    assert kind_of_publisher(name) == kind


def test_an_agency_is_known_in_any_case_and_only_with_its_own_desks() -> None:
    assert is_agency("REUTERS")
    assert not is_agency("PA Consulting")


def test_a_lone_word_is_what_the_caller_says() -> None:
    assert kind_of("Banksy", lone="organisation") == "organisation"


def test_lists_are_split_at_commas_and_words_for_and() -> None:
    assert split_list("A, B, and C und D; E & F") == ["A", "B", "C", "D", "E", "F"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ann Example", [Person("Ann Example")]),
        (
            "Ann Example in Kyiv and Bob Roe in London",
            [Person("Ann Example", "Kyiv"), Person("Bob Roe", "London")],
        ),
        (
            "Ann Example and Bob Roe in London",
            [Person("Ann Example", "London"), Person("Bob Roe", "London")],
        ),
        (
            "Ann Example in Toledo, Ohio, and Bob Roe",
            [Person("Ann Example", "Toledo, Ohio"), Person("Bob Roe")],
        ),
        (
            "Ann Example in Kyiv, Bob Roe and Cy Lee in Rio de Janeiro",
            [
                Person("Ann Example", "Kyiv"),
                Person("Bob Roe", "Rio de Janeiro"),
                Person("Cy Lee", "Rio de Janeiro"),
            ],
        ),
        ("the Guardian has shown that", []),
        ("", []),
    ],
)
def test_people_are_read_with_their_places(text: str, people: list[Person]) -> None:
    assert list(people_in(text)) == people


def test_one_line_keeps_the_length_so_that_places_stay() -> None:
    assert one_line("a\tb\nc") == "a b c"
