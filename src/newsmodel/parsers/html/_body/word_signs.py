"""Word signs: which common words a run has, and whether it is worded as an aside.

"Subscribe", "our" and "Autor" speak against a text, "said" and "gestern" for it.
Most runs are certain without; words decide on some of the others.
"""

import re
from typing import Final

from newsmodel.parsers.html._body.signs import family
from newsmodel.parsers.html._weights import WORDS
from newsmodel.rules.asides import ASIDE_RULES, asides_in

_ASIDE: Final = family(
    lambda rule: (f"aside {ASIDE_RULES[rule].name}",), len(ASIDE_RULES)
)
_WORD: Final = re.compile(r"[^\W0-9_]+")


def words_in(text: str) -> list[str]:
    """Return the words of a text, in small letters.

    Example:
        >>> words_in("The bridge's 3 arches")
        ['the', 'bridge', 's', 'arches']
    """
    return _WORD.findall(text.lower())


def weighty_words(text: str) -> set[str]:
    """Return the words of a text that have a weight, each once."""
    return WORDS.keys() & words_in(text)


def weight_of_words(text: str) -> int:
    """Return what the words of a text count for, each once."""
    return sum([WORDS[word] for word in weighty_words(text)])


def aside_signs(text: str) -> list[int]:
    """Return the signs of a text that is worded as what stands beside an article."""
    return [_ASIDE + rule for rule in asides_in(text)]
