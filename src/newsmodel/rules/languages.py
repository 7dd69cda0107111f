"""The language of a text, told by its script or its function words."""

import re
from collections import Counter
from typing import Final

_WORDS: Final = {
    "en": "the of and to in that is was for it with as on be at by his he has had from"
    " are were an this which have not but they their been who would she her said will"
    " says told a",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine"
    " als auch es an werden aus er hat dass sie nach wird bei einer einem einen noch"
    " wie war sagte sagt erklärte wurde haben ihre",
    "fr": "le la les de des du et en un une est que qui dans pour pas sur au avec ce"
    " il sont par plus ne se aux elle mais cette ont été ses son leur nous"
    " dit selon déclaré a",
    "es": "el la los las de del que y en un una es por con se para no su al lo como"
    " más pero sus este ha fue son está entre también desde muy hasta"
    " dijo según",
    "it": "il lo la gli le di del della che e un una è per con si non da dei in nel"
    " alla sono ha anche più ma come dal delle ed al questo stato i"
    " detto secondo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als maar"
    " bij door uit naar heeft hij ze wordt over werd nog dan zich deze"
    " zei zegt volgens",
    "pt": "o os a as de do da dos das que e em um uma é para com não no na por mais se"
    " ao foi mas como seu sua são também pelo pela ou já está"
    " disse segundo afirmou",
    "sv": "och att det som en på är av för med den till inte har de om ett han men var"
    " jag sig från vi så kan när år säger hon under också efter eller"
    " sade enligt",
    "da": "og at det er en til af på som for med den ikke der de har i et han men var"
    " jeg sig fra vi så kan når siger hun under også efter eller af blev"
    " sagde ifølge",
    "nb": "og å det er en til av på som for med den ikke de har i et han men var jeg"
    " seg fra vi så kan når sier hun under også etter eller ble"
    " sa ifølge",
    "fi": "ja on ei että se oli hän mutta myös ovat kun niin kuin sen joka tai ole"
    " mukaan olisi mitä tämä hänen jo vain sekä",
    "pl": "i w na z się nie do że to jest o jak po za od przez ale dla są co tym już"
    " jego oraz który przy być także tego",
    "ru": "и в не на что с он по как это но из за его от они для был так же мы все или"
    " она который к у при о после также",
    "uk": "і в не на що з він за та як це але до його від вони для був так же ми або"
    " вона який у при про після також й",
}
# Scripts that one language is written in, nearly always.
_SCRIPTS: Final = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
    "zh": "\u3400-\u9fff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "my": "\u1000-\u109f",
    "km": "\u1780-\u17ff",
}
_IN_SCRIPT: Final = re.compile(
    "|".join(f"(?P<{name}>[{signs}]+)" for name, signs in _SCRIPTS.items())
)
# To see whether there is anything in any of them takes a fraction of the time.
_FOREIGN: Final = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_LANGUAGES: Final[dict[str, tuple[str, ...]]] = {}
for _language, _words in _WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _language)
_ENOUGH: Final = 1200
_HALF: Final = 600  # to tell one language from others takes less than to be sure
_WORD: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Return the language of a text as a BCP 47 tag, or ``None`` where unsure.

    Reads the first 1,200 characters.

    Example:
        >>> language_of("The fire was put out by the men of the town.")
        'en'
        >>> language_of("Ann Example") is None
        True
    """
    text = text[:_ENOUGH]
    best, hits, second, words = _best(text, text.casefold().split())
    sure = hits >= 3 and hits * 8 >= words and hits * 4 >= second * 5
    return best if sure else None


def likely_language(text: str) -> str | None:
    """Return what a text is written in more likely than in anything else.

    As sure of a short text as of a long one, for what has to take one language
    or another. ``None`` only where two are as likely, or no word is known.

    Example:
        >>> likely_language("„Nein“, sagte Anna Muster.")
        'de'
    """
    text = text[:_HALF]
    best, hits, second, _ = _best(text, _WORD.findall(text.casefold()))
    return best if hits > second else None


def _best(text: str, words: list[str]) -> tuple[str | None, int, int, int]:
    """Return the first language, its words, those of the second, and all words."""
    if _FOREIGN.search(text) and (language := _by_script(text)):
        return language, len(text), 0, len(text)
    counts = Counter(words)
    hits: dict[str, int] = {}
    for word in counts.keys() & _LANGUAGES.keys():
        for language in _LANGUAGES[word]:
            hits[language] = hits.get(language, 0) + counts[word]
    if not hits:
        return None, 0, 0, 0
    best = max(hits, key=lambda language: hits[language])
    second = max((n for name, n in hits.items() if name != best), default=0)
    return best, hits[best], second, counts.total()


def _by_script(text: str) -> str | None:
    """Return the language whose script a third of a text is in, if there is one."""
    counts: Counter[str] = Counter()
    for found in _IN_SCRIPT.finditer(text):
        counts[found.lastgroup or ""] += found.end() - found.start()
    if not counts:
        return None
    # Japanese has more of the signs of Chinese than of its own.
    if counts["ja"] * 8 > counts["zh"]:
        counts["ja"] += counts.pop("zh", 0)
    language, count = counts.most_common(1)[0]
    return language if count * 3 >= len(text) else None


_TAG: Final = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?"
    r"(?:[-_](?P<region>[A-Za-z]{2}|[0-9]{3}))?(?P<rest>(?:[-_][A-Za-z0-9]{2,8}){0,4})"
    r"(?:\.[A-Za-z0-9-]{1,12})?"
)


def language_tag(raw: str) -> str | None:
    """Return a language as a BCP 47 tag, in its usual spelling, or ``None``.

    Example:
        >>> language_tag("en_us"), language_tag("zh-hans-cn"), language_tag("x-default")
        ('en-US', 'zh-Hans-CN', None)
    """
    found = _TAG.fullmatch(raw.strip())
    if found is None:
        return None
    parts = [found["language"].lower()]
    if found["script"]:
        parts.append(found["script"].title())
    if found["region"]:
        parts.append(found["region"].upper())
    return "-".join(parts) + found["rest"].replace("_", "-")
