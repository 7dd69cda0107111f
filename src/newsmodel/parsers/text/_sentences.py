"""Whether a text ends as a sentence does."""

from typing import Final

_STOPS: Final = ".!?…。！？｡؟۔।"
_CLOSERS: Final = "\"”“’'‘»«›)]」』）"


def is_stopped(text: str) -> bool:
    """Whether a text ends with a stop, or one inside marks or brackets.

    "He left." and "“He left.”" do; "‘It is a shame’" is a heading's end.
    """
    last = text[-1]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
        return last != "" and last in _STOPS
    return last in _STOPS
