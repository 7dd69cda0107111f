"""The shape of a single token, as far as it can be told without its neighbours."""

from collections.abc import Mapping
from types import MappingProxyType

_REGION = {"\ue003": "Q", "\ue001": "S", "\ue002": "K"}
_SIGNS = {",": ",", ":": ":", ";": ";", "(": "(", ")": ")", "[": "(", "]": ")"}
_SIGNS |= dict.fromkeys("-–—―", "-") | dict.fromkeys(".!?…", ".") | _REGION
# A capitalised word of these shapes is a name, unless it opens a sentence. Until
# that is known, it has a shape of its own.
_NAMED = "CLOxbwcGHvg"
_FIRST = 0x100
OPENS = {_FIRST + index: shape for index, shape in enumerate(_NAMED)}
"""The code points of such shapes, and what they become if they open a sentence."""

_UNTIL_KNOWN = {shape: chr(code) for code, shape in OPENS.items()}
_MOST, _LONGEST = 20_000, 24  # what is remembered takes bounded memory
_NO_ENDINGS: Mapping[str, str] = MappingProxyType({})


# All that `\s` stands for, and the underscore.
GAPS = "_ \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004"
GAPS += "\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


class Shapes(dict[str, str]):
    """The shapes of tokens as they are printed, remembered once they are asked for.

    Attributes:
        words: The lexicon: words in lower case, and the shape of each.
        endings: By the shapes ``a``, ``g`` and ``e`` the ending of other words
            that have it: "-ly", "-ing" and "-ed" in English; by ``P`` the
            endings of verbs with their pronoun: "dit-elle".
    """

    def __init__(
        self, words: Mapping[str, str], endings: Mapping[str, str] = _NO_ENDINGS
    ) -> None:
        super().__init__()
        self.words = words
        self._pronoun = tuple(endings.get("P", "").split())
        # What ends with nothing would be every word.
        self._adverb, self._gerund, self._past = (
            endings.get(shape) or "\0" for shape in "age"
        )

    def __missing__(self, printed: str) -> str:
        word = printed.rstrip(GAPS)
        if len(printed) > _LONGEST:  # most often a quotation
            return _REGION.get(word[-1]) or self._shape(word)
        if len(self) >= _MOST:
            self.clear()
        self[printed] = shape = self._shape(word)
        return shape

    def _shape(self, word: str) -> str:
        if shape := self.words.get(word) or _SIGNS.get(word[-1:]):
            return shape
        if not word[0].isalnum():
            return "o"
        if not word[0].isupper():
            if word.replace(",", "").isdecimal():
                return "t"
            if self._pronoun and word.endswith(self._pronoun):
                return "P"
            if word.endswith(self._adverb):
                return "a"
            if word.endswith(self._gerund):
                return "g"
            return "e" if word.endswith(self._past) else "w"
        shape = self.words.get(word.lower(), "n")
        if shape == "n":
            gerund = len(word) > 6 and word.endswith(self._gerund)
            return _UNTIL_KNOWN["g"] if gerund else "N"
        return _UNTIL_KNOWN.get(shape, shape)
