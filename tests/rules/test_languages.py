"""The language of a text."""

import pytest

from newsmodel.rules.languages import language_of, language_tag, likely_language

SENTENCES = {
    "en": "The bridge over the river was closed for two years and is now open to all.",
    "de": "Die Brücke über den Fluss war zwei Jahre gesperrt und ist nun für alle"
    " offen.",
    "fr": "Le pont sur la rivière était fermé depuis deux ans et il est ouvert à tous.",
    "es": "El puente sobre el río estuvo cerrado por dos años y está abierto para los"
    " que quieran.",
    "it": "Il ponte sul fiume è stato chiuso per due anni ed è ora aperto a tutti"
    " quelli che vogliono, ma non alle auto della città.",
    "nl": "De brug over de rivier was twee jaar dicht en is nu open voor het verkeer"
    " van de stad.",
    "pt": "A ponte sobre o rio esteve fechada por dois anos e já está aberta para os"
    " carros, mas não para todos.",
    "sv": "Bron över floden har varit stängd i två år och är nu öppen för alla som"
    " vill åka från staden till kusten, säger hon.",
    "da": "Broen over floden har været lukket i to år, og den er nu åben for alle,"
    " siger hun efter et møde, der blev holdt af byen.",
    "nb": "Broen over elven har vært stengt i to år, og den er nå åpen for alle, sier"
    " hun etter et møte som ble holdt av byen, og seg å.",
    "fi": "Silta on ollut kiinni kaksi vuotta ja se on nyt auki, mutta ei kaikille,"
    " sanoi hän, joka oli sen luona kun se oli kiinni.",
    "pl": "Most na rzece był zamknięty przez dwa lata i jest już otwarty dla tych,"
    " którzy się do niego nie boją, ale nie od razu.",
    "ru": "Мост через реку был закрыт два года, и он открыт для всех, но не на"
    " машинах, как это было до того.",
    "uk": "Міст через річку був закритий два роки, і він відкритий для всіх, але не"
    " на машинах, як це було до того, що сталося.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_function_words_tell_the_language(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text", ["", "Ann Example", "Kyiv Kyiv Kyiv", "de la de la de"]
)
def test_where_they_do_not_tell_there_is_none(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "川に架かる古い橋が二年ぶりに再開した。市長も出席した。"),
        ("zh", "河上的旧桥两年后重新开放，市长也来了。"),
        ("ko", "강 위의 오래된 다리가 2년 만에 다시 열렸다."),
        ("th", "สะพานเก่าเปิดอีกครั้งหลังจากสองปี"),
        ("el", "Η παλιά γέφυρα άνοιξε ξανά μετά από δύο χρόνια."),
        ("he", "הגשר הישן נפתח שוב אחרי שנתיים."),
        ("ka", "ძველი ხიდი ორი წლის შემდეგ კვლავ გაიხსნა."),
        ("ta", "பழைய பாலம் இரண்டு ஆண்டுகளுக்குப் பிறகு திறக்கப்பட்டது."),
    ],
)
def test_scripts_of_one_language_tell_it(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Good,” said Ann Example."),
        ("de", "„Nein“, sagte Anna Muster."),
        ("fr", "« Non », a dit Anne Exemple."),
        ("es", "«No», dijo Ana Ejemplo."),
        ("nb", "– Nei, sa Anne Eksempel."),
        (None, "Ann Example"),
        (None, "de"),
    ],
)
def test_a_short_text_is_in_a_language_more_likely_than_in_others(
    language: str | None, text: str
) -> None:
    assert likely_language(text) == language


def test_a_name_in_another_script_does_not_tell() -> None:
    assert language_of(SENTENCES["en"] + " (古い橋)") == "en"


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("en", "en"),
        (" EN-gb ", "en-GB"),
        ("pt_BR", "pt-BR"),
        ("de_DE.UTF-8", "de-DE"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("sr_Latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("ca-ES-valencia", "ca-ES-valencia"),
        ("english", None),
        ("", None),
        ("x-default", None),
        ("en,de", None),
    ],
)
def test_tags_are_spelt_as_usual(raw: str, tag: str | None) -> None:
    assert language_tag(raw) == tag
