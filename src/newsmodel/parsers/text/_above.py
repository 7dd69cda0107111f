"""What stands above a pasted article: the header of a message, the menu of a page."""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.parsers.text._facts import FactReader
from newsmodel.parsers.text._lines import Piece
from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.rules.density import letters_worth

_MAIL: Final = re.compile(
    r"(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|betreff|datum|de|à"
    r"|objet|envoyé|para|asunto|enviado|da|a|oggetto|inviato)\s?:\s",
    re.IGNORECASE,
)
_SUBJECT: Final = ("subject", "betreff", "objet", "asunto", "oggetto")
_FEWEST_MAIL_LINES: Final = 3
_MOST_MAIL_LINES: Final = 12
# A menu is of so many short lines, with an article below.
_FEWEST_LABELS: Final = 4
_MOST_LABELS: Final = 60
_LONGEST_LABEL: Final = 30
_MOST_WORDS: Final = 4
_REACH: Final = 8
_WORD: Final = re.compile(r"\w+")


def count_above(pieces: Sequence[Piece], reader: FactReader) -> tuple[int, str]:
    """Return how many pieces stand above the article, and what they are."""
    if count := _mail_lines(pieces):
        return count, "is of the message's header"
    return _menu_lines(pieces, reader), "stands above the article"


def _mail_lines(pieces: Sequence[Piece]) -> int:
    """Count the lines of a header, with a line above it that says "Forwarded"."""
    texts = [piece.text.casefold() for piece in pieces[: _MOST_MAIL_LINES + 1]]
    start = 0 if _MAIL.match(texts[0]) else 1
    end = start
    while end < len(texts) and _MAIL.match(texts[end]):
        end += 1
    has_subject = any(text.startswith(_SUBJECT) for text in texts[start:end])
    return end if has_subject and end - start >= _FEWEST_MAIL_LINES else 0


def _menu_lines(pieces: Sequence[Piece], reader: FactReader) -> int:
    """Count the short lines above the first that is longer, or that is a headline."""
    count = 0
    for index, piece in enumerate(pieces[:_MOST_LABELS]):
        opens_block = index > 0 and piece.block != pieces[index - 1].block
        if not _is_label(piece.text) or (
            opens_block and _is_above_facts(index, reader)
        ):
            count = index
            break
    is_headline = not reader.sure_at(count) and _is_above_facts(count, reader)
    return count if count >= _FEWEST_LABELS and is_headline else 0


def _is_label(text: str) -> bool:
    """Whether a line is as short as those of a menu."""
    few = len(_WORD.findall(text[: _LONGEST_LABEL + 1])) <= _MOST_WORDS
    return few and letters_worth(text) <= _LONGEST_LABEL and not is_stopped(text)


def _is_above_facts(index: int, reader: FactReader) -> bool:
    """Whether a byline or a date stands in the lines below one."""
    return any(
        fact.sure and fact.kind in ("byline", "stamp")
        for below in range(index + 1, index + _REACH)
        for fact in reader.at(below)
    )
