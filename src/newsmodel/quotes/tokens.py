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
``i t``   a preposition; a word of time, a number
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
from itertools import accumulate, compress

from newsmodel.quotes.packs import Language
from newsmodel.quotes.shapes import GAPS, OPENS

# Each with what parts it from the next, so that all lengths add up to offsets.
_TOKEN = re.compile(
    r"""
    (?: [^\W_] [\w’'&/-]*+                           # a word, "a.m" with its dots,
        (?: (?: \. (?! (?<=[a-zà-ÿ]{3}\.) [A-ZÀ-Þ] ) # but not two of "the end.The",
              | , (?<=[0-9],) (?=[0-9]) )            # a number: "14,000"
            [^\W_] [\w’'&/-]*+ )*+
      | \ue000*+[\ue001-\ue003]                        # a masked quotation
      | [.!?…]++                                      # what may end a sentence
      | [^\w\s]
    ) [\s_]*+
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"[\s_]*")
# What depends on the token before, or on that behind.
_UNSURE = re.compile(f"[.COLv{''.join(map(chr, OPENS))}]")
# "LONDON, Nov 3 (Reuters) -"; without an agency, the place is in capitals.
_DATELINE = re.compile(r"N{1,3}(?:,[Nt]{1,4}){0,2}(?P<agency>\(N{1,3}\))?-{1,2}")
# Small words are of a name only inside one: "Banco de España".
_INNER = re.compile("n+")
# Behind a full stop, these say that the sentence goes on: "R-Pa., said".
_INSIDE = frozenset(",;:)")


class Tokens:
    """The tokens of one paragraph.

    Args:
        masked: A text whose quotations are masked.
        start: Where the paragraph starts.
        end: Where it ends.
        language: What is known of its language.

    Attributes:
        shape: One character for each token.
        starts: Where each starts.
    """

    def __init__(self, masked: str, start: int, end: int, language: Language) -> None:
        gap = _GAP.match(masked, start, end)
        start = gap.end() if gap else start
        printed = _TOKEN.findall(masked, start, end)
        self.starts = list(accumulate(map(len, printed), initial=start))
        self._printed, self._language = printed, language
        shape = list(map(language.shapes.__getitem__, printed))
        if inner := self._settle(shape):
            self._drop(shape, inner)
        self.shape = "".join(shape)
        self._leave_dateline()
        if "n" in self.shape:
            self.shape = _INNER.sub(_as_names, self.shape)

    def _settle(self, shape: list[str]) -> list[int]:
        """Decide what depends on its surroundings.

        Returns:
            The full stops that end no sentence: those behind "Mr" and the like.
        """
        printed = self._printed
        inner: list[int] = []
        dropped, kept = -1, -1  # the last of these, and the token before them
        for match in _UNSURE.finditer("".join(shape)):
            index = match.start()
            before = kept if dropped == index - 1 else index - 1
            last, word = (".", "") if before < 0 else (shape[before], printed[before])
            unsure = match[0]
            if unsure == ".":
                if last == "D" and word == "A":
                    shape[before] = last = "N"  # "James A. Example"
                after = printed[index + 1][0] if index + 1 < len(printed) else " "
                if (
                    after in _INSIDE
                    or after.islower()
                    or (last in "Nwt" and self._is_abbreviated(word.rstrip(GAPS)))
                ):
                    inner.append(index)
                    dropped, kept = index, before
                continue
            if opens := OPENS.get(ord(unsure)):
                shape[index] = unsure = opens if last in ".S" else "N"
            if last in "iDNw" and unsure in "COLv" and self._takes_noun(last, word):
                shape[index] = "w"  # "his remarks", "Ann's claims", "to add"
        return inner

    def _leave_dateline(self) -> None:
        """Leave out where and when it was written, which is no part of a sentence."""
        dateline = _DATELINE.match(self.shape)
        if dateline and (dateline["agency"] or _in_capitals(self._printed[0])):
            end = dateline.end()
            self.shape, self.starts = self.shape[end:], self.starts[end:]
            self._printed = self._printed[end:]

    def _takes_noun(self, last: str, before: str) -> bool:
        """Tell whether what follows a word is a noun rather than a finite verb."""
        if last == "i":
            return True
        word = before.rstrip(GAPS)
        if last == "D":
            return word.lower() not in self._language.alone
        return last in "Nw" and word.endswith(("’s", "'s", "s’", "s'"))

    def _is_abbreviated(self, word: str) -> bool:
        """Tell whether the full stop behind a word is part of it: "Mr.", "U.S."."""
        return word in self._language.abbreviations or (
            word[-1:].isupper() and (len(word) == 1 or word[-2:-1] == ".")
        )

    def _drop(self, shape: list[str], inner: list[int]) -> None:
        kept = [True] * len(shape)
        for index in inner:
            kept[index] = False
        shape[:] = compress(shape, kept)
        self._printed = list(compress(self._printed, kept))
        self.starts = list(compress(self.starts, kept))

    def keys(self, table: Mapping[str, str]) -> list[str]:
        """Return what a table has for each token as it is printed."""
        return list(map(table.__getitem__, self._printed))

    def end(self, index: int) -> int:
        """Return where a token ends."""
        return self.starts[index] + len(self._printed[index].rstrip(GAPS))

    def words(self, text: str, span: tuple[int, int]) -> str:
        """Return what tokens stand for; nothing if there are none."""
        low, high = span
        return text[self.starts[low] : self.end(high - 1)] if low < high else ""


def _in_capitals(printed: str) -> bool:
    return printed.isupper() and len(printed.rstrip(GAPS)) > 2


def _as_names(match: re.Match[str]) -> str:
    shape, (low, high) = match.string, match.span()
    inside = shape[low - 1 : low] == shape[high : high + 1] == "N"
    return ("N" if inside else "w") * (high - low)


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
