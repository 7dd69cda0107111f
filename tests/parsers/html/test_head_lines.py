"""Lines above the text that are fields of the article, and no text."""

import pytest

import newsmodel
from newsmodel.parsers.html._fields.head_lines import is_head_line

BYLINE = "Von Heike Muster"


@pytest.mark.parametrize(
    "line",
    [
        "14.11.2023, 09:31 Uhr | Von Heike Muster",
        "Von Heike Muster",
        "Zuletzt aktualisiert am 14. November 2023 um 9:31 Uhr",
        "31. januar 2024 06:40",
        "Publié le 11 février 2024 à 06h00 Temps de lecture 2 min.",
        "Publié le 11 février 2024 à 06h00, mis à jour le 12 février à 7h30",
        "2023年9月12日 15時15分",
        "公開日: 2023年9月12日",
        "2 minuti di lettura",
        "Lesezeit: 3 Minuten",
        "Von Heike Muster Stand: 05.03.2026, 14:20 Uhr Lesedauer: 3 Min.",
        "First published Thursday 5 March 2026, 9.20am; updated Friday 6 March 2026",
        "Giriş: 05.03.2026 - 14:20 Güncelleme: 05.03.2026 - 16:05",
    ],
)
def test_facts_alone_are_no_text(line: str) -> None:
    assert is_head_line(line, BYLINE)


@pytest.mark.parametrize(
    "line",
    [
        "Die Brücke wurde am 14. November 2023 eröffnet.",
        "ELMSWORTH, 18 Mar. (ELMSWORTH NEWS) -",
        "Heike Muster hat die Brücke gebaut.",
        "Two minutes after ten",
        "",
    ],
)
def test_what_says_more_is_text(line: str) -> None:
    assert not is_head_line(line, BYLINE)


def test_a_small_page_has_its_byline_and_date_in_no_paragraph() -> None:
    page = """<html lang="de"><title>Rad gestohlen</title><body>
<h1>Rad gestohlen</h1><div>14.11.2023, 09:31 Uhr | Von Heike Muster</div>
<p>Unbekannte haben am Montagabend vor dem Rathaus ein Fahrrad gestohlen.</p>
<p>Das rote Herrenrad war mit einem Schloss gesichert.</p></body></html>"""
    article = newsmodel.parse(page)
    assert article.authors == ("Heike Muster",)
    assert [text[:10] for text in article.paragraphs] == ["Unbekannte", "Das rote H"]


def test_a_heading_that_is_a_day_stays() -> None:
    days = "".join(
        f"<h2>{day} June 2023</h2><p>On this day the river stood {day} feet above the"
        " road, and we went to school in a boat that the baker had lent us.</p>"
        for day in range(1, 4)
    )
    page = f"<html><title>A flood</title><body><h1>A flood</h1>{days}</body></html>"
    assert "1 June 2023" in newsmodel.parse(page).text
