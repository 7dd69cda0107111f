"""How alike two texts are, whatever their capitals, blanks and signs."""

import re
from collections import Counter
from typing import Final

from newsmodel.rules.density import UNSPACED

_WORD: Final = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_SIGNS: Final = re.compile(r"[\W_]+")
_ASCII_SIGNS: Final = bytes([each for each in range(128) if _SIGNS.match(chr(each))])


def key_of(text: str) -> str:
    """Return a text in small letters without blanks and signs.

    Example:
        >>> key_of("The Bridge-Times")
        'thebridgetimes'
    """
    folded = text.casefold()
    if folded.isascii():  # most are, and bytes are rid of signs in a tenth of the time
        return folded.encode().translate(None, _ASCII_SIGNS).decode()
    return _SIGNS.sub("", folded)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters.

    Where no blanks part them, each character counts as one.

    Example:
        >>> words_of("Bridge re-opens")
        ('bridge', 're', 'opens')
    """
    return tuple(_WORD.findall(text.casefold()))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how much two lists of words have in common: 0 to 1.

    Example:
        >>> likeness(("a", "b"), ("b", "c"))
        0.5
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other))
