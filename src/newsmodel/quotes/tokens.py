"""A paragraph as tokens, and its *shape*: one character for each token.

Patterns run on the shape. An index into it is the number of a token, so what a
pattern finds is found in the text at once, and no pattern sees quoted words.

========  ==========================================================
``QSK``   a quoted region; ending like a sentence; with a comma
``N``     a capitalised word
``P W``   a personal pronoun; who, which
``D``     a determiner: the, his, another
``C O``   a verb of speech; one that takes an addressee: told
``L``     a verb that gives a name: called
``G H``   the participles of these: saying, calling
``A``     according to
``x b a`` an auxiliary; a form of to be; an adverb
``T``     that
``i t``   a preposition; a word of time
``c s``   and, or, but; because, when, if
``v``     a verb that is nothing else: took, gave
``e g``   any other word in -ed; in -ing
``w``     any other word; a plural that opens a sentence: Traders
``,:;-()``  themselves (all dashes are one), ``.`` the end of a sentence
``o``     any other sign
========  ==========================================================
"""

import re
from collections.abc import Mapping

from newsmodel.quotes.cues import WORDS

_TOKEN = re.compile(
    r"""
    ( [^\W_] [\w’'&/-]* (?: \.\w [\w’'&/-]* )* )   # 1: a word, "a.m" with its dots
  | ( \ue000*[\ue001-\ue003] )                     # 2: a masked quotation
  | ( [.!?…]+ )                                    # 3: what may end a sentence
  | [^\w\s]
    """,
    re.VERBOSE,
)
_REGION = {"\ue003": "Q", "\ue001": "S", "\ue002": "K"}
_SIGNS = {",": ",", ":": ":", ";": ";", "(": "(", ")": ")", "[": "(", "]": ")"}
_SIGNS |= dict.fromkeys("-–—―", "-")
# Behind a full stop, these say that the sentence goes on: "R-Pa., said".
_INSIDE = frozenset(",;:)")
_SHORT = """
Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Maj Adm Rev Hon Prof
St Jr Sr Jan Feb Aug Sept Sep Oct Nov Dec No Inc Corp Co vs Ala Ariz Ark Calif
Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
Okla Ore Pa Tenn Tex Va Vt Wash Wis Supt Spc Pvt Cpl Cmdr Atty Asst
"""
_ABBREVIATIONS = frozenset(_SHORT.split())
_VERBS = frozenset("COLv")
# A capitalised word of these shapes is a name, unless it opens a sentence.
_NAMED = frozenset("CLOxbwcGHvn")
_LONE = """
this that these those one another some many several most both all each
"""
# Determiners that stand alone: "many say".
_ALONE = frozenset(_LONE.split())


# Small words are of a name only inside one: "Banco de España".
_INNER = re.compile("n+")


class Tokens:
    """The tokens of one paragraph.

    Attributes:
        shape: One character for each token.
        spans: Where each starts and ends.
    """

    def __init__(
        self, masked: str, start: int, end: int, words: Mapping[str, str] = WORDS
    ) -> None:
        shape: list[str] = []
        spans: list[tuple[int, int]] = []
        before = ""  # the word before
        last = "."  # the shape before
        for match in _TOKEN.finditer(masked, start, end):
            word = match[0]
            shaped = words.get(word) or _SIGNS.get(word)
            if shaped is None:
                kind = match.lastindex
                if kind == 1:
                    shaped = _shape(word, last, words)
                elif kind == 2:
                    shaped = _REGION[word[-1]]
                elif kind == 3:
                    after = masked[match.end() : match.end() + 2].lstrip()[:1]
                    if (
                        after in _INSIDE
                        or after.islower()
                        or _is_abbreviated(before, last)
                    ):
                        continue
                    shaped = "."
                else:
                    shaped = "o"
            if shaped in _VERBS and _takes_noun(last, before):
                shaped = "w"  # "his remarks", "Ann's claims", "to add"
            shape.append(shaped)
            spans.append(match.span())
            before, last = word, shaped
        self.shape = _INNER.sub(_as_names, "".join(shape))
        self.spans = spans

    def words(self, text: str, span: tuple[int, int]) -> str:
        """Return what tokens stand for; nothing if there are none."""
        low, high = span
        return text[self.spans[low][0] : self.spans[high - 1][1]] if low < high else ""


def _shape(word: str, last: str, words: Mapping[str, str]) -> str:
    """Return the shape of a word that is not in the lexicon as it is written."""
    if not word[0].isupper():
        if word.endswith("ly"):
            return "a"
        if word.endswith("ing"):
            return "g"
        return "e" if word.endswith("ed") else "w"
    shaped = words.get(word.lower())
    if shaped is None or shaped == "n":
        opens = last == "." and len(word) > 6 and word.endswith("ing")
        return "g" if opens else "N"
    return "N" if shaped in _NAMED and last != "." else shaped


def _as_names(match: re.Match[str]) -> str:
    shape, (low, high) = match.string, match.span()
    inside = shape[low - 1 : low] == shape[high : high + 1] == "N"
    return ("N" if inside else "w") * (high - low)


def _takes_noun(last: str, before: str) -> bool:
    """Tell whether what follows a word is a noun rather than a finite verb."""
    return (
        last == "i"
        or (last == "D" and before.lower() not in _ALONE)
        or (last in "Nw" and before.endswith(("’s", "'s", "s’", "s'")))
    )


def _is_abbreviated(word: str, last: str) -> bool:
    """Tell whether the full stop behind a word is part of it: "Mr.", "J.", "U.S."."""
    return last in "Nw" and (
        word in _ABBREVIATIONS
        or (word[-1:].isupper() and (len(word) == 1 or word[-2:-1] == "."))
    )


def sentence_start(text: str, low: int, at: int) -> int:
    """Return where the sentence before that of an offset starts, or earlier.

    What stands further ahead of a quotation has no say in who speaks.
    """
    stops = 0
    while (at := text.rfind(". ", low, at)) >= 0:
        if text[at + 2 : at + 3].isupper() and text[at - 3 : at].islower():
            stops += 1
            if stops == 2:
                return at + 2
    return low
