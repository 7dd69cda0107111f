"""Finds quotes in running text, and who is speaking."""

import re
from collections.abc import Sequence

from newsmodel.model import Quote
from newsmodel.quotes.links import quotes_in

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def find_quotes(
    texts: Sequence[str], *, language: str | None = None
) -> tuple[tuple[Quote, ...], ...]:
    """Return the quotes in each block of one document.

    Speakers are resolved over the whole document, and all quotes of one speaker
    carry one equal source. Only direct and mixed quotes are found.

    Args:
        texts: The texts of the blocks, in order.
        language: The language they are written in, as a BCP 47 tag. English is
            read fully; in others little more than the marks is.

    Returns:
        For each text its quotes, in order. Their offsets count from its start,
        and pieces of one utterance share a ``group`` from 1 up.

    Example:
        >>> (quote,), () = find_quotes(["“It is over,” said Ann Example.", "No more."])
        >>> quote.text, quote.cue, quote.speaker.name
        ('It is over,', 'said', 'Ann Example')

    .. versionadded:: 0.1.0
    """
    return tuple(map(tuple, quotes_in(texts, [0] * len(texts), language)))


def extract_quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotes in a text that is no article.

    Paragraphs are parted by line ends. A quote that holds a character which the
    model refuses (a lone surrogate, a control character) is left out.

    Args:
        text: Any text.

    Returns:
        Its quotes in order; ``text[quote.start:quote.end]`` is the quote's text.

    Example:
        >>> (quote,) = extract_quotes('Ann Example said she was "not amused".')
        >>> quote.kind, quote.text, quote.fragments
        ('mixed', 'she was "not amused"', ('not amused',))

    .. versionadded:: 0.1.0
    """
    lines = list(_LINE.finditer(text))
    texts, offsets = [each[0] for each in lines], [each.start() for each in lines]
    blocks = quotes_in(texts, offsets, None)
    return tuple([quote for quotes in blocks for quote in quotes])
