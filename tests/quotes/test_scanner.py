import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.quotes.scanner import Region, scan


def inside(text: str) -> list[str]:
    return [text[each.start + each.left : each.end - each.right] for each in scan(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Stop,” she said.", ["Stop,"]),
        ('"Stop," she said. "Now."', ["Stop,", "Now."]),
        ("''Stop,'' she said.", ["Stop,"]),
        ("``Stop,'' she said.", ["Stop,"]),
        ("‘‘Stop,’’ she said.", ["Stop,"]),
        ("«Arrêtez», dit-elle.", ["Arrêtez"]),
        ("»Halt«, sagte sie.", ["Halt"]),
        ("„Halt“, sagte sie.", ["Halt"]),
        ("„Halt”, sagte sie.", ["Halt"]),
        ("”Seis”, hän sanoi.", ["Seis"]),
        ("‘It’s theirs,’ he said.", ["It’s theirs,"]),
        ("'It's theirs,' he said.", ["It's theirs,"]),
        ("the dogs’ ‘home’ burned", ["home"]),
        ("‘the dogs’ home’ burned", ["the dogs’ home"]),
        ("a home for ‘the dogs’", ["the dogs"]),
        ("‘the dogs’ and ‘the cats’ met", ["the dogs", "the cats"]),
        ("‘He said “no” twice,’ she said.", ["He said “no” twice,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
        ('"He said “no” twice," she said.', ["He said “no” twice,"]),
        ('"He went,” she said. "I did not.”', ["He went,", "I did not."]),
        ("''He said, 'No,''' she said.", ["He said, 'No,'"]),
        ("'''No' was the word,'' she said.", ["'No' was the word,"]),
        ("the hits of the '90s and the rock 'n' roll", []),
        ("He is 6' 2\" tall.", []),
        ('A 12" disc, "very old," he said.', ["very old,"]),
        ('"It was 12"," he said.', ['It was 12",']),
        ("Nothing in marks here, it's plain.", []),
        ("Empty “” and “ ” marks", [" "]),
        ("“All wrong,“ he said.", ["All wrong,"]),
        ('“Mixed up," he said.', ["Mixed up,"]),
        ("“One “two” three", ["One ", "two"]),
        ('He said "one and "two" more', ["one and ", "two"]),
        ("«un „deux“ trois»", ["un „deux“ trois"]),
        ("'He said \"no\" twice,' she said.", ['He said "no" twice,']),
        ("‘One’ and, outside of it, “two”.", ["two"]),
        ("‘One’ and ‘two’ and, outside of them, “three”.", ["One", "two", "three"]),
        ("‚Nein‘, sagte er.", ["Nein"]),
        ("‚Das ist’s‘, sagte er.", ["Das ist’s"]),
        ("Er kam‚ und ging.", []),
        ("„‚Nein‘ war das Wort“, sagte er.", ["‚Nein‘ war das Wort"]),
        ("‹Non›, dit-il, ›Nein‹, sagte er", ["Non", "Nein"]),
        ("«‹Non› était le mot», dit-il.", ["‹Non› était le mot"]),
        ("« Non », dit-il.", [" Non "]),
        ("”Nej”, sade hon, »ja», sade han", ["Nej", "ja"]),
        ("「行きます」と言った。『本』を読む。", ["行きます", "本"]),
        ("「彼は『はい』と言った」と話した。", ["彼は『はい』と言った"]),
        ("“He is 6’ 2” tall,” she said.", ["He is 6’ 2” tall,"]),
        ("“Born in 1962” and “died in 1999”.", ["Born in 1962", "died in 1999"]),
        ("“I’m 6'2\" tall,” she said. 5' 10\" is not.", ["I’m 6'2\" tall,"]),
        ("‘’Tis late,’ he said.", ["’Tis late,"]),
        ("“Wait … [the] (Ann), . . . no!” she said", ["Wait … [the] (Ann), . . . no!"]),
        ("“A “nested” mark of one kind,” he said.", ["A ", "nested"]),
        ("“One,” he said. “Two,” he said.", ["One,", "Two,"]),
        ('5" and 6" wide, "good" ones', ["good"]),
        ("The 1990s’ ‘best’ day", ["best"]),
        ("ein 10“ großer Schirm, „sehr groß“", ["sehr groß"]),
        ("la ville » et « la mer »", [" la mer "]),
        ('דובר צה"ל אמר "לא"', ["לא"]),
    ],
)
def test_marks_of_every_style_are_read(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Open to the end\nof “its own” paragraph", ["Open to the end", "its own"]),
        ("“One.\n“Two.”", ["One.", "Two."]),
        ("‘One.\n‘Two.’", ["One.", "Two."]),
        ("‘the dogs’\nbark", ["the dogs"]),
        ("‘the dogs’ bark\n", ["the dogs"]),
        ("‘Never closed\nnor opened", []),
        ('"a\n"b"\n"c', ["a", "b", "c"]),
        (
            "‘It was late,’ he said.\nA “thing” it was.\n‘Yes,’ she said.",
            ["It was late,", "thing", "Yes,"],
        ),
        (
            "‘Yes,’ he said.\nAn “odd mark.\n‘No,’ she said.",
            ["Yes,", "odd mark.", "No,"],
        ),
        ("‘Yes,’ he said.\n‘It’s odd.\n‘No,’ she said.", ["Yes,", "It’s odd.", "No,"]),
        ("“Yes,” he said.\nAn ‘odd mark.\n“No,” she said.", ["Yes,", "No,"]),
        ("„Eins\n„Zwei“\nDrei“", ["Eins", "Zwei"]),
        ("«Un\n»deux»", ["Un", "deux"]),
        ("「一\n「二」", ["一", "二"]),
    ],
)
def test_an_odd_mark_costs_its_own_paragraph_at_most(
    text: str, quoted: list[str]
) -> None:
    assert inside(text) == quoted


DIALOGUE = re.compile(r"(?P<mark>, —?|(?<=[?!]) | —)(?=(?:sa|dijo|dit|spurte)\b)")


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("– Nei, sa Anne.", ["Nei"]),
        ("– Nei, sa Anne. – Ikke nå.", ["Nei", "Ikke nå."]),
        ("– Kommer du? spurte Anne. Hun gikk.", ["Kommer du?"]),
        ("— Non, dit Anne.\n— Si, dit Paul.", ["Non", "Si"]),
        ("—No —dijo Ana—. Ya voy.\n—Bien —dijo él.", ["No", "Ya voy.", "Bien"]),
        ("—No —dijo Ana—, ya —dijo— voy.", ["No", "ya", "voy."]),
        ("—¿Vienes? —dijo Ana.", ["¿Vienes?"]),
        ("– et punkt\n– et annet", []),
        ("Han kom – nei, sa Anne.", []),
        ("– Han sa «nei, sa hun», sa Anne.", ["Han sa «nei"]),
        ("«Ja.»\n– Nei, sa Anne. «Ja.»", ["Ja.", "Nei", "Ja."]),
        ("– , sa Anne", []),
    ],
)
def test_dashes_mark_what_somebody_is_said_to_say(text: str, spoken: list[str]) -> None:
    regions = scan(text, DIALOGUE)
    assert [
        text[each.start + each.left : each.end - each.right] for each in regions
    ] == spoken


def test_an_open_region_has_no_right_mark() -> None:
    assert scan("x “y") == [Region(2, 4, 1, 0)]


MARKS = st.sampled_from(
    [
        *"“”\"„‟«»‹›‚‘’'`「」『』〝〞–—",
        *["''", "``", "’’", "'''", "‘‘", "6' 2\"", "'90s", "n’", "s’ ", "'em"],
        *["\n", "\n", " ", " ", ", ", ". ", "? ", "…", "(", "]", " – ", "—dijo "],
        *["word", "Word", "it’s", "sa ", "dijo ", "5"],
    ]
)
TYPOGRAPHY = st.lists(MARKS, max_size=40).map("".join)


@example("«\n–a, sa b «c» – d", DIALOGUE)
@example("‘’’", None)
@given(TYPOGRAPHY | st.text(), st.sampled_from([None, DIALOGUE]))
def test_regions_stand_in_order_apart_and_in_one_paragraph(
    text: str, dialogue: re.Pattern[str] | None
) -> None:
    end = 0
    for region in scan(text, dialogue):
        assert end <= region.start < region.end <= len(text)
        assert region.left + region.right < region.end - region.start
        assert "\n" not in text[region.start : region.end]
        end = region.end


PAIRS = st.sampled_from(["“”", '""', "„“", "«»", "»«", "「」", ["''", "''"]])
WORDS = st.lists(
    st.sampled_from(
        ["word", "it’s", "[no]", "(yes)", "…", "6", "don't", "— so", "and,"]
    ),
    min_size=2,
    max_size=8,
).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), PAIRS)
def test_a_well_set_quotation_is_read_whole(
    pieces: list[tuple[str, str]], pair: tuple[str, str]
) -> None:
    left, right = pair
    text = "\n".join(f"So {outer} {left}x{said}x{right} end" for outer, said in pieces)
    assert inside(text) == [f"x{said}x" for _, said in pieces]


ODD = TYPOGRAPHY.map(lambda text: text.replace("\n", " "))


@given(ODD, ODD)
def test_an_odd_mark_costs_no_paragraph_but_its_own(before: str, behind: str) -> None:
    sound = "“All of it,” she said. “All.”"
    # Which marks are outermost is a question to the whole text.
    before, behind = (re.sub("[‘’']", "", each) for each in (before, behind))
    found = inside(f"{before}\n{sound}\n{behind}")
    assert "All of it," in found
    assert "All." in found


def test_a_heading_in_single_marks_stands_over_a_text_with_double_ones() -> None:
    text = (
        "‘It was carnage here’: survivors tell\n"
        "The dogs’ ‘home’ of the ’90s\n"
        "“It was,” he said. “They shouted ‘run for your life’ to us.”\n"
        "“It was,” he said. “All of it.”"
    )
    inside = [text[each.start : each.end] for each in scan(text)]
    assert inside == [
        "‘It was carnage here’",
        "“It was,”",
        "“They shouted ‘run for your life’ to us.”",
        "“It was,”",
        "“All of it.”",
    ]
