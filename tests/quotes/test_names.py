import pytest

from newsmodel.model import Source
from newsmodel.quotes import extract_quotes, find_quotes

ANN = "Ann Example"


def speakers(*texts: str) -> list[Source | None]:
    found = find_quotes(texts, clauses="rules")
    return [quote.speaker for quotes in found for quote in quotes]


def names(*texts: str) -> list[str | None]:
    return [each.name if each else None for each in speakers(*texts)]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["Ann Example won.", "“Good,” Example said."], "Ann Example"),
        (["Ann Example won.", "“Good,” Ms. Example said."], "Ann Example"),
        (["Ann Example won.", "“Good,” she said."], "Ann Example"),
        (["Ann Example and Bob Sample won.", "“Good,” she said."], "Ann Example"),
        (["Ann Example and Bob Sample won.", "“Good,” he said."], "Bob Sample"),
        (["Bob Sample Jr. won.", "“Good,” Sample said."], "Bob Sample Jr."),
        (["Bob and Eve Sample met.", "“Good,” Mr. Smith said."], "Smith"),
        (["Eve Sample met Bob Sample.", "“Good,” Mr. Sample said."], "Bob Sample"),
        (["“Good,” President Ann Example said."], "Ann Example"),
        (["“Good,” Prime Minister John Major said."], "John Major"),
        (["“Good,” said her lawyer, Bob Sample, on Monday."], "Bob Sample"),
        (["The mayor, Ann Example, said: “Good for us.”"], "Ann Example"),
        (["“Good,” the mayor, New York, said."], None),
        (["“Good,” Ohio Gov. Bob Sample said."], "Bob Sample"),
        (["“Good,” Bob Sample’s office said."], "Bob Sample’s office"),
        (["“Good,” Councillor Ann Example said."], "Ann Example"),
        (["Headteacher Ann Example won.", "“Good,” she said."], "Ann Example"),
        (["“Good,” Mother-of-two Ann Example said."], "Ann Example"),
        (["“Good,” Mum said."], None),
        (["“Good,” Aguas del Sur said."], "Aguas del Sur"),
        (["“Good,” said Ana de la Prueba."], "Ana de la Prueba"),
        (["Ana de la Prueba came.", "“Good,” Prueba said."], "Ana de la Prueba"),
        (["De Example came. “Good,” De Example said."], "De Example"),
        (["“Good,” the Example Committee said."], "Example Committee"),
        (["“Good,” NATO said."], "NATO"),
        (["“Good,” the air force said."], None),
        (["Bob Sample, who said “it is a good thing,” left."], "Bob Sample"),
        (["“Good,” who said."], None),
        (["“Good,” he said."], None),
        (["“Good,” they said."], None),
        (["The White House spoke. “Good,” he said."], None),
        (["Kyiv mayor Bob Sample came.", "“Good,” the mayor said."], None),
        (["Ann Example Says No.", "“Good,” Example said."], "Ann Example"),
        (["Said Bob Sample On Deck.", "“Good,” Sample said."], "Bob Sample"),
        (["“Good,” the Herald’s Ann Example said."], "Ann Example"),
        (["Ann Example’s Oldtown won.", "“Good,” Example said."], "Ann Example"),
        (["Ann Example won.", "“Good,” Ann B. Example said."], "Ann B. Example"),
        (["Ann B. Example won.", "“Good,” Ann Example said."], "Ann B. Example"),
        (
            ["Ann B. Example met Ann C. Example.", "“Good,” Ann C. Example said."],
            "Ann C. Example",
        ),
        (["Madonna said no. Bob Sample slept.", "“Good,” she said."], "Madonna"),
        (
            ["A Slow Train left.", "The slow Bob Sample won. “Good,” he said."],
            "Bob Sample",
        ),
        (["The Tea Board (TB) met.", "“Good,” the TB said."], "Tea Board"),
        (["“Good,” the Tea Board said.", "“No,” the board said."], "Tea Board"),
    ],
)
def test_a_mention_finds_its_name(texts: list[str], name: str | None) -> None:
    assert names(*texts)[-1] == name


@pytest.mark.parametrize(
    ("texts", "description"),
    [
        (["“Good,” said Bob Sample, a local blogger."], "a local blogger"),
        (["“Good,” Kyiv mayor Bob Sample said."], "Kyiv mayor"),
        (["“Good,” President Bob Sample said."], "President"),
        (["Kyiv mayor Bob Sample won.", "“Good,” Sample said."], "Kyiv mayor"),
        (
            ["Bob Sample, a former judge, won.", "“Good,” Sample said."],
            "a former judge",
        ),
        (
            [
                "Sun, according to Bob Sample, head of the Rain Office.",
                "“No,” he said.",
            ],
            "head of the Rain Office",
        ),
        (["Bob Sample, farmers and all, won.", "“Good,” Sample said."], None),
        (["President Bob Sample won.", "“Good,” Sample said."], "President"),
        (["Then Mr. Bob Sample won.", "“Good,” Mr. Sample said."], None),
        (["“Good,” Bob said."], None),
        (["“Good,” a western official said."], "a western official"),
        (
            ["A western official came.", "“Good,” the official said."],
            "A western official",
        ),
        (["“Good,” the official said."], "the official"),
        (["“Good,” residents said."], "residents"),
        (["Residents said: “Good.”"], "Residents"),
        (["Farmers in Ohio said it “was good”."], "Farmers in Ohio"),
        (["“Good,” Councillor Ann Example said."], "Councillor"),
        (["“Good,” Mum said."], "Mum"),
        (
            ["It fell, according to a former judge.", "“Good,” the former judge said."],
            "a former judge",
        ),
        (["A judge came.", "“Good,” the former judge said."], "the former judge"),
    ],
)
def test_a_speaker_is_described(texts: list[str], description: str | None) -> None:
    last = speakers(*texts)[-1]
    assert last is not None
    assert last.description == description


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Good,” Bob Sample said.", "person"),
        ("“Good,” the air force said.", "organisation"),
        ("“Good,” the Foo said.", "organisation"),
        ("“Good,” a witness said.", "person"),
        ("“Good,” critics said.", "group"),
        ("“Good,” people said.", "group"),
        ("“Good,” a sign said.", "unknown"),
        ("“Good,” Foo said.", "unknown"),
    ],
)
def test_a_speaker_is_of_a_kind(text: str, kind: str) -> None:
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.kind == kind


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("“No,” the Bank of Elmsworth said.", "Bank of Elmsworth", None),
        ("“No,” said the Tea and Scones Authority.", "Tea and Scones Authority", None),
        (
            "“No,” said the Ministry of Sea Affairs of Elmland.",
            "Ministry of Sea Affairs of Elmland",
            None,
        ),
        (
            "The Department for Tea and Scones said: “No.”",
            "Department for Tea and Scones",
            None,
        ),
        (
            "“No,” a Department of Tea source said.",
            None,
            "a Department of Tea source",
        ),
        (
            "“No,” Bank of Elmsworth governor Ann Example said.",
            "Ann Example",
            "Bank of Elmsworth governor",
        ),
        (
            "“No,” the Bank of Elmsworth’s Ann Example said.",
            "Ann Example",
            "the Bank of Elmsworth’s",
        ),
        ("“No,” Police in Elmsworth said.", "Police", None),
        ("“No,” said Bill and Melinda Sample.", "Bill", None),
        (
            "“No,” the Tea Union’s head of sales, Ann Example, said.",
            "Ann Example",
            "the Tea Union’s head of sales",
        ),
    ],
)
def test_a_name_may_go_on_behind_a_small_word(
    text: str, name: str | None, description: str | None
) -> None:
    ((quote,),) = find_quotes([text])
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.description) == (name, description)


def test_all_quotes_of_one_speaker_carry_one_source() -> None:
    first, second, third = speakers(
        "“Good,” said Bob Sample, a judge.",
        "“Very good,” Sample said.",
        "“The best,” he said.",
    )
    assert first is second is third


def test_the_last_introduced_is_meant() -> None:
    found = speakers(
        "“One,” a young official said.",
        "“Two,” an old official said. “Three,” the official said.",
        "Another official came in. “Four,” the official said.",
    )
    described = [each.description if each else None for each in found]
    assert described == [
        "a young official",
        "an old official",
        "an old official",
        "Another official",
    ]


def test_a_role_means_whom_it_describes() -> None:
    first, second = speakers(
        "“One,” Kyiv mayor Bob Sample said.", "“Two,” the mayor said."
    )
    assert first is second


def test_a_group_is_not_called_by_the_clause_that_it_stands_in() -> None:
    texts = ["It was a case that prosecutors hated.", "Prosecutors said: “He lied.”"]
    quote = find_quotes(texts)[1][0]
    assert quote.speaker is not None
    assert quote.speaker.description == "Prosecutors"


def test_who_speaks_behind_an_appositive_is_meant_by_a_pronoun() -> None:
    texts = [
        "“Come,” said Sir Ian Sample. He spoke for an hour in the old town hall.",
        "The baker, Mark Example, replied: “No.” He called it “a bad day”.",
    ]
    quotes = [each for one in find_quotes(texts) for each in one]
    assert quotes[-1].speaker is not None
    assert quotes[-1].speaker.name == "Mark Example"


def test_a_colon_introduces_somebody_else() -> None:
    text = 'Ann Example said it was "a long way", while Bob Sample sighed: "They went."'
    (quotes,) = find_quotes([text])
    assert [each.speaker and each.speaker.name for each in quotes] == [
        "Ann Example",
        "Bob Sample",
    ]


def test_a_pronoun_prefers_who_speaks() -> None:
    text = "Bob Sample said Tom Other was ill. Of Tom Other’s house he is fond."
    assert names(text, "“Good,” he said.") == ["Bob Sample"]


def test_who_means_the_noun_before_it() -> None:
    (speaker,) = speakers("They met a local baker who said “it is over now.”")
    assert speaker
    assert (speaker.name, speaker.description) == (None, "a local baker")


def test_one_alone_is_no_group() -> None:
    text = "Ann Example came. Residents said it was over."
    assert names(text, "“Good,” she said.")[-1:] == ["Ann Example"]


def test_somebody_far_away_is_not_meant() -> None:
    filler = "It rained all day in the village. " * 400
    assert names("Bob Sample came.", filler, "“Good,” he said.") == [None]


def test_one_person_under_two_full_names_is_one_source() -> None:
    first, second, third = speakers(
        "“Good,” Ann Example, a baker, said.",
        "“Better,” said Ann B. Example.",
        "“Best,” Ms. Example said.",
    )
    assert first == second == third
    assert first
    assert (first.name, first.description) == ("Ann B. Example", "a baker")


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("“Good,” her campaign said.", None, "her campaign"),
        ("“Good,” the Democratic Tea Board said.", "Democratic Tea Board", None),
        ("Ann Example, a cook who sang, came. “Good,” she said.", ANN, "a cook"),
        (
            "Ann Example, a cook of “Old Stew” now, came. “Good,” she said.",
            ANN,
            "a cook",
        ),
        ("Ann Example won. “Good,” Tall Baker Ann Example said.", ANN, "Tall Baker"),
    ],
)
def test_a_name_is_kept_apart_from_what_is_said_of_it(
    text: str, name: str | None, description: str | None
) -> None:
    speaker = speakers(text)[-1]
    assert speaker
    assert (speaker.name, speaker.description) == (name, description)


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        (
            "President of Elmsland Emma Sample said it was late.",
            "Emma Sample",
            "President of Elmsland",
        ),
        (
            "President of the club Emma Sample said it was late.",
            "Emma Sample",
            "President of the club",
        ),
        ("Prosecutor Daniel Sample said it was late.", "Daniel Sample", "Prosecutor"),
        (
            "U.N. envoy Emma Sample left. Sample said it was late.",
            "Emma Sample",
            "U.N. envoy",
        ),
        ("Lead author Dr. Emma Sample said it was late.", "Emma Sample", "Lead author"),
        ("Emma Sample, whose café burnt down, said it was late.", "Emma Sample", None),
        (
            "Emma Sample, a baker who was not there, said it was late.",
            "Emma Sample",
            "a baker",
        ),
        ("The Met Office said it was late.", "Met Office", None),
        ("A quiet Dane said it was late.", None, "A quiet Dane"),
        ("Local police said it was late.", None, "Local police"),
        ("Meteorologist Ken Sample said it was late.", "Ken Sample", "Meteorologist"),
        (
            "“No,” said Emma Sample, the author of “Long Roads”.",
            "Emma Sample",
            "the author",
        ),
        ("Her office said it was late.", None, "Her office"),
        ("But mayor Olna Sample said it was late.", "Olna Sample", "mayor"),
        (
            "Actress and singer Olna Sample said it was late.",
            "Olna Sample",
            "Actress and singer",
        ),
        (
            "Another, 22-year-old student Olna Sample, said it was late.",
            "Olna Sample",
            "22-year-old student",
        ),
        (
            "Current and former staff said it was late.",
            None,
            "Current and former staff",
        ),
    ],
)
def test_a_name_is_parted_from_what_stands_around_it(
    text: str, name: str | None, description: str | None
) -> None:
    speaker = extract_quotes(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.description) == (name, description)


def test_relatives_with_a_name_beside_them_have_it_later() -> None:
    first, second = extract_quotes(
        "“No,” said her daughter, the novelist Emma Sample, on Monday. "
        "“Never,” her daughter added."
    )
    assert first.speaker is not None
    assert first.speaker == second.speaker
    assert first.speaker.name == "Emma Sample"


@pytest.mark.parametrize("later", ["the Scot", "the 52-year-old"])
def test_a_person_may_be_called_by_origin_or_age(later: str) -> None:
    (quote,) = extract_quotes(
        "Elmsworth Town manager Neil Sample praised his side.\n"
        f"“They never gave up,” {later} said."
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Neil Sample"


def test_several_by_origin_are_a_group_without_a_name() -> None:
    (quote,) = extract_quotes("“That is not true,” the Finns said.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == (None, "group")


def test_an_organisation_goes_on_as_it() -> None:
    first, second = extract_quotes(
        "The insurer, Harbour Mutual, said that it was late. It added that it rained."
    )
    assert first.speaker is not None
    assert first.speaker == second.speaker
    assert (first.speaker.name, first.speaker.kind) == (
        "Harbour Mutual",
        "organisation",
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Brightwell, the insurer, said it was late.", "Brightwell", "organisation"),
        (
            "Brightwell, a founder of the agency, said it was late.",
            "Brightwell",
            "person",
        ),
        ("Park Min-jun said it was late.", "Park Min-jun", "person"),
        (
            "The Bakers’ Union said it was late.",
            "Bakers’ Union",
            "organisation",
        ),
        ("A meteorologist said it was late.", None, "person"),
        ("A supporter of Emma Sample said it was late.", None, "person"),
    ],
)
def test_what_is_known_of_a_speaker_says_what_kind_it_is(
    text: str, name: str | None, kind: str
) -> None:
    speaker = extract_quotes(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_time_in_a_heading_is_nobody() -> None:
    (quote,) = extract_quotes("13.55 “Like a bomb going off in here”")
    assert quote.speaker is None


def test_an_age_may_stand_before_what_somebody_is() -> None:
    (quote,) = extract_quotes("“No,” said Emma Sample, 24, a student from Oldtown.")
    assert quote.speaker is not None
    assert quote.speaker.description == "a student from Oldtown"


def test_a_father_is_no_she() -> None:
    *_, quote = extract_quotes(
        "Emma Sample came. “No,” said her father. “What do you think?” she said."
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Emma Sample"
