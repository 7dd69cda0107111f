"""Characters that a document can hold and a text of the model cannot."""

from typing import Final

from newsmodel.markup.flow import fold

# To look for each in turn takes a hundredth of the time that a pattern takes.
# A carriage return is not among these, being white space that is folded anyway.
_REFUSED: Final = tuple(
    map(chr, [*range(9), 0xB, 0xC, *range(0xE, 0x20), 0xFFFE, 0xFFFF])
)
# What parts words stays a space.
_ERASED: Final = {
    **dict.fromkeys(range(0xD800, 0xE000), ""),
    **{ord(each): " " if each.isspace() else "" for each in _REFUSED},
}


def has_refused(text: str) -> bool:
    """Whether a text holds a character that the model refuses.

    Lone surrogates are not looked for, since the tree holds none.
    """
    return any(each in text for each in _REFUSED)


def erase(text: str) -> str:
    r"""Return a text without what the model refuses.

    Example:
        >>> erase("Bridge\x07\ud800 reopens")
        'Bridge reopens'
    """
    return text.translate(_ERASED)


def clean(text: str) -> str:
    r"""Return a text without what the model refuses, its white space folded.

    Line feeds are kept.

    Example:
        >>> clean("Bridge\x07 reopens\x0bat noon")
        'Bridge reopens at noon'
    """
    if text.isprintable():
        return fold(text)  # most are, and this is ten times as fast
    return "\n".join([fold(line) for line in erase(text).split("\n")])
