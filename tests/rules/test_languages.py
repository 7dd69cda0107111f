"""The language of a text."""

import pytest

from newsmodel.rules.languages import language_of

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
