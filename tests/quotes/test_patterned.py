"""Languages that are read by the patterns of their packs."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Paragraph
from newsmodel.quotes import extract_quotes, find_quotes, packs

PACKS = sorted(packs._FOLDER.glob("*.toml"))
PATTERNS = [
    pytest.param(path.stem, entry, id=f"{path.stem}: {entry['example']}")
    for path in PACKS
    for entry in tomllib.loads(path.read_text("utf-8")).get("patterns", [])
    if "example" in entry
]


def said(text: str, language: str = "de") -> list[tuple[str, str | None, str | None]]:
    quotes = extract_quotes(text, language=language)
    return [(each.text, each.cue, each.mention) for each in quotes]


@pytest.mark.parametrize(("language", "entry"), PATTERNS)
def test_each_pattern_reads_its_own_example(language: str, entry: Any) -> None:
    (quote,) = extract_quotes(entry["example"], language=language)
    assert quote.mention == entry["speaker"]
    assert quote.confidence == entry["score"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("„Nein“, sagte er.", "er", "sagte"),
        ("Ablehnend fügte Probe hinzu: „Nie wieder.“", "Probe", "fügte"),
        ("In der Rede hatte es geheißen: „Nein.“", "der Rede", "geheißen"),
        ("Otto Probe warnte vor dem „Chaos“.", "Otto Probe", "warnte"),
        ("„Wir gehen“, wie die Polizei mitteilte.", "die Polizei", "mitteilte"),
        ("„Wir gehen“, zeigte sich Probe sicher.", "Probe", "zeigte"),
        ("„Wir gehen“, meint auch Otto Probe.", "Otto Probe", "meint"),
        ("„Wir gehen“, so die 45-Jährige.", "die 45-Jährige", "so"),
        ("Die Haltung zur Brücke nannte er als „ganz dumm“.", "er", "nannte"),
        (
            "Laut Anna Muster „gehen wir nun“, suchen alle weiter.",
            "Anna Muster",
            "Laut",
        ),
        ("Um zu sparen, will Anna Muster gehen. „Wir sind arm.“", "Anna Muster", None),
        (
            "„Nein“, erklärte der Sprecher der Stadt.",
            "der Sprecher der Stadt",
            "erklärte",
        ),
        (
            "„Wir gehen“, so Bürgermeisterin Anna Muster.",
            "Bürgermeisterin Anna Muster",
            "so",
        ),
        ("„Wir gehen“, so die Polizei in Berlin.", "die Polizei", "so"),
        ("Die Polizei teilte mit: „Wir sind dabei.“", "Die Polizei", "teilte"),
        ("Dazu sagte Anna Muster am Montag: „Wir gehen.“", "Anna Muster", "sagte"),
        ("Das sagte Anna Muster nicht: „Wir gehen.“", "Anna Muster", "sagte"),
        ("Auch Anna Muster sagte: „Wir gehen nun.“", "Anna Muster", "sagte"),
        (
            "Der Sprecher der Stadt, Otto Probe, sagte: „Wir gehen.“",
            "Der Sprecher der Stadt",
            "sagte",
        ),
        ("Laut Anna Muster ist das „völlig falsch und dumm“.", "Anna Muster", "Laut"),
        ("Otto Probe nannte den Plan „Unsinn“.", "Otto Probe", "nannte"),
        ("Der Plan wurde von allen als „dumm“ bezeichnet.", "Der Plan", None),
    ],
)
def test_german_says_who_speaks(text: str, speaker: str, cue: str | None) -> None:
    assert [each[1:] for each in said(text)] == [(cue, speaker)]


def test_speech_goes_on_in_the_sentences_behind() -> None:
    first, second, third = extract_quotes(
        "„Wir gehen“, sagte Anna Muster. „Morgen kommen wir wieder.“ Die Lage sei"
        " „völlig offen“.",
        language="de",
    )
    assert first.mention == second.mention == third.mention == "Anna Muster"
    assert first.group == second.group == 1
    assert (third.group, third.cue) == (None, None)


@pytest.mark.parametrize(
    ("texts", "set_apart"),
    [
        (["Anna Muster sagte dazu:", "„Wir gehen nun heim.“"], {}),
        (["Alle kamen. Anna Muster:", "„Heim!“"], {}),
        (["Anna Muster sagte dazu:", "Wir gehen nun heim."], {1: ""}),
        (["Alle kamen.", "Wir gehen nun heim."], {1: "Anna Muster"}),
    ],
)
def test_a_whole_block_is_of_whom_the_block_before_or_its_signature_names(
    texts: list[str], set_apart: dict[int, str]
) -> None:
    _, (quote,) = find_quotes(texts, language="de", set_apart=set_apart)
    assert quote.mention == "Anna Muster"


def test_what_a_sentence_without_a_cue_is_about_is_said_with_little_confidence() -> (
    None
):
    (quote,) = extract_quotes("Anna Muster war „sehr zufrieden damit“.", language="de")
    assert quote.mention == "Anna Muster"
    assert quote.confidence < 50


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("sagte Ministerin Anna Muster", "Anna Muster", "Ministerin"),
        ("sagte der CDU-Sprecher Otto Probe", "Otto Probe", "der CDU-Sprecher"),
        (
            "sagte die Chefin der Bahn, Anna Muster",
            "Anna Muster",
            "die Chefin der Bahn",
        ),
        ("sagte Muster", "Muster", None),
        ("sagt Anwohnerin Anna Muster", "Anna Muster", "Anwohnerin"),
        ("sagte Otto Bauer", "Otto Bauer", None),
        ("sagte Chefin Anna von der Probe", "Anna von der Probe", "Chefin"),
        ("sagte Anna Muster von der Polizei", "Anna Muster", None),
        ("sagte die 35 Jahre alte Anna Muster", "Anna Muster", "die 35 Jahre alte"),
        ("nach Angaben eines Sprechers", None, "Sprecher"),
        ("sagte die Süddeutsche Zeitung", "Süddeutsche Zeitung", None),
        ("teilte die Polizei mit", "Polizei", None),
        ("sagte ein Sprecher der Bahn", None, "ein Sprecher der Bahn"),
    ],
)
def test_a_name_is_told_from_a_noun(
    text: str, name: str | None, description: str | None
) -> None:
    (quote,) = extract_quotes(f"„Wir gehen“, {text}.", language="de")
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.description) == (name, description)


def test_pronouns_and_roles_find_their_names() -> None:
    quotes = extract_quotes(
        "Otto Muster und Kanzlerin Anna Probe kamen. „Wir gehen“, sagte Muster."
        " „Nein, nicht jetzt“, sagte sie. „Doch, sofort“, sagte er. „Wir bleiben“,"
        " sagte ein Anwohner. „Immer“, so der Anwohner.",
        language="de",
    )
    assert [each.speaker and each.speaker.name for each in quotes] == [
        "Otto Muster",
        "Anna Probe",
        "Otto Muster",
        None,
        None,
    ]
    assert quotes[3].speaker == quotes[4].speaker


@pytest.mark.parametrize(
    "text",
    [
        "Die „Berliner Zeitung“ erscheint heute.",
        "Das Schiff „Gute Hoffnung“ sank.",
        "Sie sahen den Film „Der lange Weg nach Hause“.",
        "„Ärzte ohne Grenzen“ half den Verletzten.",
        "Ein „Experte“ war da.",
        "“ ” „ “",
    ],
)
def test_names_in_marks_are_not_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("Laut Polizei sank die „Muster“.", "sank die „Muster“", "Polizei"),
        (
            "Laut dem Blatt „Probe“ ist die „Muster“ gesunken.",
            "ist die „Muster“ gesunken",
            "dem Blatt",
        ),
        (
            "Die „Muster“ sank nach Angaben der Polizei.",
            "Die „Muster“ sank",
            "der Polizei",
        ),
        (
            "Im Bericht heißt es, am Ort „Muster“ sei es kalt.",
            "am Ort „Muster“ sei es kalt",
            "Bericht",
        ),
        (
            "Otto Probe sagte, er friere. Die „Muster“ sei kalt.",
            "Die „Muster“ sei kalt",
            "Otto Probe",
        ),
    ],
)
def test_a_name_in_what_is_reported_is_a_fragment_of_it(
    text: str, clause: str, speaker: str
) -> None:
    (quote,) = extract_quotes(text, language="de")
    assert (quote.kind, quote.text, quote.mention) == ("mixed", clause, speaker)
    assert quote.fragments == ("Muster",)


def test_a_name_in_marks_may_be_of_the_speaker() -> None:
    (quote,) = extract_quotes(
        "Ein Sprecher der „Muster AG“ nannte das „sehr gut“.", language="de"
    )
    assert (quote.text, quote.mention) == ("sehr gut", "Ein Sprecher der „Muster AG“")


def test_what_is_reported_is_of_whom_the_sentence_before_is_about() -> None:
    (quote,) = extract_quotes(
        "Am Rande der Sitzung in Musterstadt nahm auch der Minister dazu Stellung. "
        "Die Brücke könne „gar nicht halten“.",
        language="de",
    )
    assert quote.mention == "der Minister"


def test_a_name_in_a_reported_clause_is_a_fragment_of_it() -> None:
    (quote,) = extract_quotes(
        "Anna Muster sagte am Montag, dass die „Gute Hoffnung“ gesunken sei.",
        language="de",
    )
    assert quote.kind == "mixed"
    assert quote.text == "dass die „Gute Hoffnung“ gesunken sei"
    assert quote.fragments == ("Gute Hoffnung",)
    (quote,) = extract_quotes(
        "Der Fährmann rammte die „Gute Hoffnung“, teilte die Polizei mit.",
        language="de",
    )
    assert quote.text == "Der Fährmann rammte die „Gute Hoffnung“"
    assert (quote.kind, quote.mention) == ("mixed", "die Polizei")


def test_a_verb_behind_a_quotation_parts_it_from_the_one_before() -> None:
    first, second = extract_quotes(
        "L’opposition dénonce « un coup ». « C’est trop », s’est moquée Anne Exemple.",
        language="fr",
    )
    assert first.mention == "L’opposition"
    assert first.speaker is not None
    assert first.speaker.name is None
    assert (second.mention, second.group) == ("Anne Exemple", None)


def test_a_verb_without_a_subject_is_of_who_spoke_before() -> None:
    first, second = extract_quotes(
        "«È finita», dice Anna Esempio. E aggiunge: «Chiudiamo ora».", language="it"
    )
    assert (second.cue, second.mention) == ("aggiunge", "Anna Esempio")
    assert first.group == second.group == 1


def test_a_name_beside_an_office_is_read_in_french() -> None:
    (quote,) = extract_quotes(
        "Selon le ministre de l’eau, Luc Exemple, tout sera prêt « avant l’été ».",
        language="fr",
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Luc Exemple"
    assert quote.speaker.description == "le ministre de l’eau"


def test_a_dutch_name_may_have_an_article_in_it() -> None:
    (quote,) = extract_quotes(
        "De burgemeester, Marijke de Vries, komt. „Het moet”, zei De Vries.",
        language="nl",
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Marijke de Vries"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« C’est fini », a dit Anne Exemple.", "Anne Exemple: C’est fini"),
        ("fr", "— Non, répondit Anne Exemple.", "Anne Exemple: Non"),
        ("fr", "« Oui », dit la ministre de l’eau.", "la ministre de l’eau: Oui"),
        ("fr", "“La fin de la chose est là”, selon elle.", None),
        ("fr", "« Oui », indique-t-il dans un texte.", "indique-t-il: Oui"),
        ("fr", "— Oui, dit-elle.", "dit-elle: Oui"),
        ("es", "«Es el final», dijo la alcaldesa.", "la alcaldesa: Es el final"),
        ("es", "—No voy —dijo Ana Ejemplo.", "Ana Ejemplo: No voy"),
        ("es", "Ana Ejemplo dijo que “no hay más”.", "Ana Ejemplo: no hay más"),
        ("no", "– Det er over, sier Anne Eksempel.", "Anne Eksempel: Det er over"),
        ("nb-NO", "«Det er over», sa hun.", "hun: Det er over"),
        ("nn", "«Det er over», seier ho.", "ho: Det er over"),
        (
            "no",
            "Ifølge politiet er saken «svært alvorlig».",
            "politiet: svært alvorlig",
        ),
        ("no", "Hun mener det er «helt galt».", "Hun: helt galt"),
        (
            "es",
            "Ana Ejemplo dijo hoy que es “un gran error”.",
            "Ana Ejemplo: un gran error",
        ),
        ("es", "“Vamos a ganar”, aseguró.", "None: Vamos a ganar"),
        ("sv", "”Det är över”, sade Anna Exempel.", "Anna Exempel: Det är över"),
        ("da", "»Det er slut,« siger Anne Eksempel.", "Anne Eksempel: Det er slut,"),
        ("nl", "‘Het is op’, aldus Anna Voorbeeld.", "Anna Voorbeeld: Het is op"),
        ("it", "«È finita», ha detto Anna Esempio.", "Anna Esempio: È finita"),
        ("pt", "— Não — disse Ana Exemplo.", "Ana Exemplo: Não"),
        ("pt", "A ministra garantiu que “não há pressa”.", "A ministra: não há pressa"),
        ("es", "Ana Ejemplo tachó el plan de «gran error».", "Ana Ejemplo: gran error"),
        ("fr", "« Assez ! » s’écria Anne Exemple.", "Anne Exemple: Assez !"),
        (
            "nl",
            "Een woordvoerder van de stad laat weten: “Het is op.”",
            "Een woordvoerder van de stad: Het is op.",
        ),
    ],
)
def test_other_languages_name_a_speaker_by_a_tight_pattern(
    language: str, text: str, expected: str | None
) -> None:
    (quote,) = extract_quotes(text, language=language)
    if expected:
        assert f"{quote.mention}: {quote.text}" == expected
    else:
        assert quote.speaker is None


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("a dit la police", None, "la police"),
        ("a dit la SNCF", "SNCF", None),
        ("a dit à la presse le maire, Jean Exemple", "Jean Exemple", "le maire"),
        ("a dit le maire Jean Exemple", "Jean Exemple", "le maire"),
        (
            "a dit la cheffe de la SNCF, Anne Exemple",
            "Anne Exemple",
            "la cheffe de la SNCF",
        ),
        ("a dit Mme Exemple, une voisine", "Exemple", "une voisine"),
    ],
)
def test_french_speakers_have_names(
    text: str, name: str | None, description: str | None
) -> None:
    (quote,) = extract_quotes(f"« C’est fini », {text}.", language="fr")
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.description) == (name, description)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ils ont vu « Le vieil homme et la mer du Nord » hier."),
        ("es", "Leyeron “El viejo y el mar de los días” en casa."),
        ("no", "– et punkt\n– et annet"),
        ("fi", "He lukivat kirjan ”Vanha mies ja meri on täällä nyt” eilen."),
    ],
)
def test_titles_and_lists_of_other_languages_are_not_said(
    language: str, text: str
) -> None:
    assert extract_quotes(text, language=language) == ()


def test_words_are_counted_in_scripts_without_spaces() -> None:
    text = "「明日は学校に行きません」と彼は言った。「家」は遠い。『本』を読む。"
    assert said(text, "ja") == [("明日は学校に行きません", None, None)]
    assert extract_quotes(text)[0].text == "明日は学校に行きません"
    assert [each[0] for each in said("他说：“我们明天不去学校。”", "zh")] == [
        "我们明天不去学校。"
    ]


@pytest.mark.parametrize("language", ["fi", "tlh"])
def test_a_language_without_a_pack_has_words_in_marks(language: str) -> None:
    assert said("”Se on nyt ohi”, sanoi Anna Muster.", language) == [
        ("Se on nyt ohi", None, None)
    ]
    assert said("Lehti ”Uusi Aika” oli siellä, ja ”Meri”.", language) == []


PIECES = st.sampled_from(
    [
        *["„", "“", "»", "«", "–", "— ", " —", "\n– ", "「", "」", "‚", "‘", '"', "''"],
        *[", ", ": ", ". ", "? ", "(", ")", "\n", " ", " ", "; "],
        *["sagte ", "so ", "nannte ", "als ", "laut ", "zufolge ", "heißt es in "],
        *["dijo ", "a dit ", "dit-elle", "sier ", "sei ", "dass ", "er ", "hun "],
        *["Anna Muster ", "der Sprecher der Bahn ", "die Polizei ", "Herr ", "1. Mai "],
        *["„wir gehen jetzt“ ", "„Neue Welt“ ", "ein ", "wort ", "あい"],
    ]
)
LANGUAGES = st.sampled_from(["de", "fr", "es", "no", "nl", "ja", "tlh", None])


@given(st.lists(PIECES, max_size=40).map("".join), LANGUAGES)
def test_whatever_the_text_quotes_cut_themselves_out(
    text: str, language: str | None
) -> None:
    quotes = extract_quotes(text, language=language)
    assert all(text[each.start : each.end] == each.text for each in quotes)
    (quotes,) = find_quotes([text], language=language)
    assert Paragraph(text=text or "-", marks=quotes).quotes == quotes


def test_a_german_may_be_called_by_age() -> None:
    quote = extract_quotes(
        "Trainer Lars Probe kam spät. „Das war nichts“, schimpfte der 51-Jährige.",
        language="de",
    )[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.description) == ("Lars Probe", "Trainer")
