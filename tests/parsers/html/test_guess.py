"""Which encoding a page is in that does not say."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.parsers.html._page.encoding import _LABELS
from newsmodel.parsers.html._page.guess import GUESSES, Guess, guess_encoding

LATIN = {
    "pl": "Most był zamknięty przez dwa lata. „Czekaliśmy dość długo” – powiedział.",
    "cs": "Starý most byl po dvou letech znovu otevřen, řekl šťastný starosta města.",
    "hu": "A régi hidat két év után újra megnyitották, mondta a város polgármestere.",
    "tr": "Eski köprü iki yıl sonra yeniden trafiğe açıldı, dedi belediye başkanı.",
    "lt": "Senasis tiltas po dvejų metų vėl atidarytas, sakė šio miesto meras.",
    "fr": "Le vieux pont a été rouvert à la circulation après deux ans, dit le maire.",
    "de": "Die alte Brücke ist nach zwei Jahren wieder offen, sagte Herr Jäger",
    "no": "Den gamle broen åpnet på ny etter to år, sa ordføreren på møtet på Øya.",
}
ENCODINGS = {"pl": "cp1250", "cs": "iso8859_2", "hu": "iso8859_2", "tr": "cp1254"}


@pytest.mark.parametrize("guess", GUESSES, ids=lambda guess: guess.codecs[0])
def test_each_guess_tells_its_own_example(guess: Guess) -> None:
    assert guess_encoding(guess.example.encode(guess.codecs[0])) == guess.codecs


@pytest.mark.parametrize("guess", GUESSES, ids=lambda guess: guess.codecs[0])
def test_a_page_that_does_not_say_is_read(guess: Guess) -> None:
    text = "".join([f"<p>{guess.example}, {guess.example}.</p>"] * 3)
    page = f"<title>Example</title><h1>Example</h1>{text}"
    found = newsmodel.explain(page.encode(guess.codecs[0]), "html")
    assert guess.example in found.article.text
    assert "encoding-guessed" in {note.code for note in found.notes}


@pytest.mark.parametrize("language", LATIN)
def test_in_latin_letters_the_stated_language_tells(language: str) -> None:
    name = {"lt": "cp1257"}.get(language, ENCODINGS.get(language, "cp1252"))
    page = f'<html class=x lang="{language}"><p>{LATIN[language]}'.encode(name)
    assert page.decode(guess_encoding(page)[0]) == page.decode(name)


def test_in_latin_letters_the_words_tell_where_no_language_is_stated() -> None:
    text = (
        "W czwartek otwarto nowy most na Wiśle, na który mieszkańcy czekali dwa lata."
        " To jest wielki dzień, powiedział burmistrz, i nie tylko dla tego miasta."
    )
    for name in ("cp1250", "iso8859_2"):
        assert guess_encoding(f"<p>{text}".encode(name)) == (name,)


def test_every_guess_has_a_label() -> None:
    for guess in GUESSES:
        assert guess.codecs[0] in _LABELS


@given(st.binary())
def test_any_bytes_have_an_encoding(data: bytes) -> None:
    assert guess_encoding(data)[0] in _LABELS


def test_long_pages_take_no_longer() -> None:
    start = time.process_time()
    for piece in (b"\xe9", b"<", b"<\xe9", b"<p \xe9>a", b"<script>\xe9"):
        guess_encoding(piece * 2_000_000)
    assert time.process_time() - start < 5
