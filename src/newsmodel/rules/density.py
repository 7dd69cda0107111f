"""How much a text says, whatever script it is in."""

import re
from typing import Final

SYLLABIC: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Kana, Chinese characters and Hangul, for a set: each is worth two letters."""
_DENSE: Final = re.compile(f"[{SYLLABIC}]")
UNSPACED: Final = f"\u0e00-\u0eff\u1780-\u17ff{SYLLABIC}"
"""What has no or few blanks between words, Thai, Lao and Khmer too, for a set."""


def letters_worth(text: str) -> int:
    """Return the length of a text, characters that stand for syllables twice.

    Example:
        >>> letters_worth("bridge"), letters_worth("新しい橋")
        (6, 8)
    """
    if text.isascii():
        return len(text)
    return len(text) + len(_DENSE.findall(text))
