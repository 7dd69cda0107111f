"""How much a text says, whatever script it is in."""

import re
from typing import Final

# Kana, Chinese characters and Hangul: what takes an alphabet two letters and more.
_SYLLABIC: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_DENSE: Final = re.compile(f"[{_SYLLABIC}]")
UNSPACED: Final = f"\u0e00-\u0eff\u1780-\u17ff{_SYLLABIC}"
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
