from pathlib import Path

import pytest

from newsmodel.errors import ParseError
from newsmodel.quotes import extract_quotes, find_quotes, packs
from newsmodel.quotes.packs import language_pack, read_language


def test_a_pack_is_read_once_for_all_tags_of_its_language() -> None:
    assert language_pack("en-GB") is language_pack(None) is language_pack("en_US")
    assert language_pack("de") is language_pack("de-AT") is not language_pack("en")


@pytest.mark.parametrize("tag", ["tlh", "", "x", "../packs", "en/../de", "\x00"])
def test_nothing_is_known_of_a_language_without_a_pack(tag: str) -> None:
    assert language_pack(tag).words == {} or not tag


def test_an_english_verb_has_its_usual_forms() -> None:
    words = language_pack("en").words
    for word in ("says", "told", "cried", "stresses", "quipped", "agrees", "replied"):
        assert words[word] in "CO"
    for word in ("saying", "quipping", "agreeing", "writing", "putting"):
        assert words[word] == "G"
    assert words.get("quote") != "C"
    assert words["quotes"] == "C"


@pytest.mark.parametrize("path", sorted(packs._FOLDER.glob("*.toml")), ids=str)
def test_each_pack_can_be_read(path: Path) -> None:
    assert read_language(path).words


def pack(folder: Path, text: str) -> Path:
    path = folder / "xx.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_verbs_get_their_forms_by_the_longest_ending_that_fits(tmp_path: Path) -> None:
    language = read_language(
        pack(
            tmp_path,
            """
            [cues]
            say = "dixar respondir ek"
            tell = "telar"
            nouns = "ek"
            [forms]
            ar = "-as -is | -ante"
            ir = "-ir -is"
            [irregular]
            telar = "tol tolde"
            """,
        )
    )
    assert language.words == {
        "dixas": "C",
        "dixis": "C",
        "dixante": "G",
        "respondir": "C",
        "respondis": "C",
        "tol": "O",
        "tolde": "O",
    }


def test_a_pack_can_take_in_the_people_of_another(tmp_path: Path) -> None:
    path = pack(tmp_path, 'people_of = "en"\n[people]\ntitles_she = "frua"')
    language = read_language(path)
    assert {"frua", "mrs"} <= language.titles
    assert language.gendered["frua"] == language.gendered["mrs"] == -1
    assert not language.words


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[words", "xx.toml"),
        ("[verbs]\nsay = ''", "verbs"),
        ("words = 1", "words"),
        ("[words]\nadjectives = ''", "words.adjectives"),
        ("[words]\npronouns = ['he']", "words.pronouns"),
        ("[irregular]\nsay = 1", "irregular.say"),
        ("people_of = '../../en'", "people_of"),
        ("people_of = 1", "people_of"),
    ],
)
def test_what_is_no_pack_is_refused(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_language(pack(tmp_path, text))
    assert str(caught.value.location).endswith(where)


def test_a_pack_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_bytes("[people]\nshe = 'süe'".encode("latin-1"))
    with pytest.raises(ParseError):
        read_language(path)


def test_an_invented_language_is_added_by_a_file(tmp_path: Path) -> None:
    path = pack(
        tmp_path,
        """
        [words]
        pronouns = "lu ela"
        determiners = "il una"
        [cues]
        say = "dixar"
        [forms]
        ar = "-as -is"
        [people]
        titles_she = "frua"
        she = "ela"
        """,
    )
    invented = read_language(path)
    text = "“Nu va il ferro,” dixas Frua Anna Sample. “Ma nu,” ela dixis."
    first, second = extract_quotes(text, language=invented)
    assert first.cue == "dixas"
    assert first.speaker
    assert first.speaker.name == "Anna Sample"
    assert (second.mention, second.speaker) == ("ela", first.speaker)
    assert find_quotes([text], language=invented) == ((first, second),)
    assert extract_quotes(text, language="en")[0].cue is None


def test_texts_tell_their_language_where_it_is_not_given() -> None:
    text = "„Wir haben gewonnen“, sagte Anna Muster am Montag in der Stadt."
    (quote,) = extract_quotes(text)
    assert (quote.cue, quote.mention) == ("sagte", "Anna Muster")
    assert extract_quotes(text, language="de") == (quote,)
    assert find_quotes(["", *[text] * 2])[1:] == ((quote,), (quote,))


def test_what_is_quoted_does_not_tell_the_language_of_a_text() -> None:
    (quote,) = extract_quotes("“Así es la vida en el sur,” said Ann Example.")
    assert quote.mention == "Ann Example"


def test_the_reference_names_every_entry_of_a_pack() -> None:
    page = Path(__file__).parents[2] / "docs/reference/languages.md"
    text = page.read_text("utf-8")
    entries = {"pieces", "forms", "irregular", *packs._SETTINGS}
    for table, listed in packs._ENTRIES.items():
        assert f"## `[{table}]`" in text
        entries |= listed
    missing = {each for each in entries if f"`{each}`" not in text}
    assert {each for each in missing if f"[{each}]" not in text} == set()
