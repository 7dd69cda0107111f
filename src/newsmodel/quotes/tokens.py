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
``w``     any other word
``,:;-()``  themselves (all dashes are one), ``.`` the end of a sentence
``o``     any other sign
========  ==========================================================
"""

import re

from newsmodel.quotes.cues import WORDS

_TOKEN = re.compile(
    r"""
    (?P<Q>\ue000*[\ue001-\ue003])
  | (?P<A>[Aa]ccording\ to\b)
  | (?P<abbreviation>
        (?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon
         |Prof|St|Jr|Sr|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|No|Inc|Corp|Co|vs
         |Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass
         |Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis
         |Supt|Sec|Spc|Pvt|Cpl|Cmdr|Atty|Asst)\.
      | (?:[A-Z]\.){1,4}
    )
  | (?P<word>[^\W_](?:[\w’'&/-]|\.(?=\w))*)
  | (?P<end>[.!?…]+)
  | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
_SIGNS = {",": ",", ":": ":", ";": ";", "(": "(", ")": ")", "[": "(", "]": ")"}
_SIGNS |= dict.fromkeys("-–—―", "-")
_VERBS = frozenset("COLv")
_SPEAKING = frozenset("this that these those one another some many several most both all each other".split())
_INSIDE = frozenset(",;:)")
_REGION = {"\ue003": "Q", "\ue001": "S", "\ue002": "K"}


class Tokens:
    """The tokens of one paragraph.

    Attributes:
        shape: One character for each token.
        spans: Where each starts and ends.
    """

    def __init__(self, masked: str, start: int, end: int) -> None:
        shape: list[str] = []
        spans: list[tuple[int, int]] = []
        words, before = WORDS, ""
        for match in _TOKEN.finditer(masked, start, end):
            kind, word = match.lastgroup, match[0]
            if kind == "word":
                lower = word.lower()
                shaped = words.get(lower)
                if word[0].isupper() and (
                    shaped is None
                    or (shaped in "CLOxbwcGHv" and shape and shape[-1] != ".")
                ):
                    opening = not shape or shape[-1] == "."
                    shaped = "g" if opening and len(word) > 6 and word.endswith("ing") else "N"
                elif shaped is None:
                    shaped = _by_ending(word)
                elif shaped in _VERBS and shape and _takes_noun(shape[-1], before):
                    shaped = "w"  # "his remarks", "Ann's claims", "to add"
                before = lower
            elif kind == "Q":
                shaped = _REGION[word[-1]]
            elif kind == "sign":
                shaped = _SIGNS.get(word, "o")
            elif kind == "end":
                after = masked[match.end() : match.end() + 2].lstrip()[:1]
                if after.islower() or after in _INSIDE:
                    continue  # of an abbreviation: "R-Pa., said"
                shaped = "."
            else:
                shaped = "A" if kind == "A" else "N"
            shape.append(shaped)
            spans.append(match.span())
        self.shape = "".join(shape)
        self.spans = spans


def _takes_noun(shape: str, word: str) -> bool:
    """Tell whether what follows a word is a noun rather than a finite verb."""
    return (
        (shape == "D" and word not in _SPEAKING)
        or shape == "i"
        or (shape in "Nw" and word.endswith(("’s", "'s", "s’", "s'")))
    )


def _by_ending(word: str) -> str:
    if word.endswith("ly"):
        return "a"
    if word.endswith("ing"):
        return "g"
    return "e" if word.endswith("ed") else "w"
