"""Word signs: which common words a run has.

"Subscribe", "our" and "Autor" speak against a text, "said" and "gestern" for it.
Most runs are certain without; words decide on some of the others.
"""

import re
from typing import Final

from newsmodel.parsers.html._weights import WORDS

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
