"""Which encoding a page is in that is not UTF-8 and does not say.

A saved page has lost the header that told browsers. Its bytes still tell the script:
read in the right encoding, a good part of what is beyond ASCII are the commonest
letters of a language, and in any other next to none.
"""

import re
from typing import Final, NamedTuple

from newsmodel.rules.languages import likely_language


class Guess(NamedTuple):
    """One encoding, and what tells it.

    Attributes:
        codecs: Codecs of Python for it, as in ``ENCODINGS``.
        commonest: Characters that are common in what is written in it.
        share: How much of what is beyond ASCII they have to be, in hundredths.
        example: A text that must be found to be in it.
    """

    codecs: tuple[str, ...]
    commonest: str
    share: int
    example: str


_HIRAGANA: Final = "".join(map(chr, range(0x3042, 0x3094)))
_HANGUL: Final = "이다는을의에가고하지로한도은서사를인기어자대나시아그정리해수일부있"
_CYRILLIC: Final = "оеаинтсрвлкмдпуязьыгбі"
_RUSSIAN: Final = "В город открыли новый мост через реку, который ждали два года"
# What is common to both comes before what one of them has alone: Japanese and Chinese
# in their oldest encodings have the same bytes for kana. In Korean nearly all bytes
# are Chinese too, and of common characters.
GUESSES: Final = (
    Guess(
        ("euc_jp", "euc_jis_2004"),
        _HIRAGANA,
        20,
        "市で新しい橋が開通し、住民らが渡り初めをした",
    ),
    Guess(("cp932",), _HIRAGANA, 20, "市で新しい橋が開通し、住民らが渡り初めをした"),
    Guess(("cp949",), _HANGUL, 40, "시는 새 다리를 이번 주에 다시 열었다고 밝혔다"),
    Guess(
        ("gb18030", "gbk"),
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
        "同工也能下过子说产种面而方后多定行学法所民得经日月新市表示",
        12,
        "新大桥正式通车，市长在仪式上表示，我们等这一天等了很久",
    ),
    Guess(
        ("big5hkscs", "cp950"),
        "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動"
        "同工也能下過子說產種面而方後多定行學法所民得經日月新市表示",
        12,
        "新大橋正式通車，市長在儀式上表示，我們等這一天等了很久",
    ),
    Guess(("cp1251",), _CYRILLIC, 60, _RUSSIAN),
    Guess(("koi8_r",), _CYRILLIC, 60, _RUSSIAN),
    Guess(("iso8859_5",), _CYRILLIC, 60, _RUSSIAN),
    Guess(
        ("cp1253",),
        "αοιετσνηυρπκλμςάέίόή",
        60,
        "Η γέφυρα άνοιξε ξανά μετά από δύο χρόνια, είπε ο δήμαρχος",
    ),
    Guess(
        ("cp1255",),
        "יוהלאמרתבשנ",
        60,
        "הגשר החדש מעל הנחל נפתח הבוקר לתנועה אחרי שנתיים",
    ),
    Guess(
        ("cp1256",),
        "اليمنوترةبعدفهكسقح",
        60,
        "افتتحت بلدية المدينة صباح اليوم الجسر الجديد فوق النهر",
    ),
    Guess(
        ("cp874",),
        "านรอกเงยลมวทสต่้ัิีแไ",
        60,
        "สะพานใหม่เปิดให้ใช้แล้ววันนี้หลังจากรอมาสองปี",
    ),
)
_NARROW: Final = frozenset(
    ("cp1251", "koi8_r", "iso8859_5", "cp1253", "cp1255", "cp1256", "cp874")
)
# In Latin letters, the language tells, which is known by words without accents too.
# Of two that are as good the first is taken.
_LATIN: Final = {
    ("iso8859_2", "cp1250"): "bs cs hr hu pl ro sk sl",
    ("cp1254",): "az tr",
    ("cp1257",): "et lt lv",
}
_BY_LANGUAGE: Final = {
    language: names for names, several in _LATIN.items() for language in several.split()
}
WINDOWS_1252: Final = ("cp1252",)
_SAMPLE: Final = 200_000  # bytes
_ENOUGH: Final = 16_000  # bytes beyond ASCII
_FEWEST: Final = 12
_MOST_BAD: Final = 50  # one of so many may be no character
_MARKUP: Final = re.compile(rb"<(?:script|style)\b[^>]*+>[^<]*+|<[^<>]*+>?", re.I)
# A byte beyond ASCII, and what may belong to it: in Shift JIS the second of two bytes
# is at times a letter of ASCII.
_BEYOND: Final = re.compile(rb"[\x80-\xff][\x40-\x7e\x80-\xff]*+")
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_ASCII: Final = re.compile("[\x00-\x7f]+")
_LANG: Final = re.compile(
    rb"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2,3})\b", re.I
)


def guess_encoding(page: bytes) -> tuple[str, ...]:
    """Return the codecs for a page that is not UTF-8 and declares nothing better.

    Returns:
        Those of windows-1252 where nothing speaks for another encoding.

    Example:
        >>> guess_encoding("<p>Сегодня в городе открыли мост".encode("koi8-r"))
        ('koi8_r',)
    """
    page = page[:_SAMPLE]
    text = _MARKUP.sub(b" ", page)
    beyond = b" ".join(_BEYOND.findall(text))[:_ENOUGH]
    in_words = _is_in_words(beyond)
    best: tuple[int, tuple[str, ...]] = 0, WINDOWS_1252
    for guess in GUESSES:
        if in_words or guess.codecs[0] not in _NARROW:
            share = _share(beyond, guess)
            if share > best[0] and share >= guess.share:
                best = share, guess.codecs
                if guess.codecs[0] not in _NARROW:
                    break
    return best[1] if best[0] else _guess_latin(page, text, beyond)


def _is_in_words(beyond: bytes) -> bool:
    """Whether bytes beyond ASCII stand beside one another, as in no Latin letters."""
    runs = [len(each) for each in _HIGH.findall(beyond)]
    return sum([each for each in runs if each > 1]) * 10 > sum(runs) * 7


def _share(beyond: bytes, guess: Guess) -> int:
    """Return how many hundredths of the characters are those to be expected."""
    signs = _signs(beyond, guess.codecs[0])
    count = len(signs)
    if count < _FEWEST or signs.count("\ufffd") * _MOST_BAD > count:
        return 0
    return sum([signs.count(each) for each in guess.commonest]) * 100 // count


def _guess_latin(page: bytes, text: bytes, beyond: bytes) -> tuple[str, ...]:
    """Return the codec for the language that a page states, or is surely in."""
    found = _LANG.search(page)
    language = found[1].decode().lower() if found else "en"
    if language == "en":  # the default of many a template
        language = likely_language(" ".join(text.decode("cp1250", "ignore").split()))
    names = _BY_LANGUAGE.get(language or "", WINDOWS_1252)
    best = max(names, key=lambda name: _letters(_signs(beyond, name)))
    return (best,)


def _letters(signs: str) -> int:
    return sum([each.isalpha() or each in "„”“’–—" for each in signs])


def _signs(beyond: bytes, name: str) -> str:
    """Return the characters that are not of ASCII."""
    return _ASCII.sub("", beyond.decode(name, "replace"))
