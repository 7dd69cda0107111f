"""Lines as systems store them: in markup, escaped, over several lines."""

import re
from html import unescape
from typing import Final

from newsmodel.model.fieldtypes import TEXT_LIMIT

LONGEST_LINE: Final = 500
_ENTITY: Final = re.compile(r"&(?:#x?[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
# Soft hyphens and the like; joiners stay, since Persian is not written without.
_UNSEEN: Final = re.compile("[\xad\u200b\u2060\ufeff]")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_line(text: str, most: int = LONGEST_LINE) -> str:
    r"""Return a text as one line, with entities that were escaped twice resolved.

    Args:
        text: The text.
        most: How many characters are kept.

    Example:
        >>> clean_line("Salt &amp;amp; pepper\n prices")
        'Salt & pepper prices'
    """
    for _ in range(2):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = unescape(text)
    if not text.isprintable():
        text = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    return " ".join(text.split())[:most]


def folded(text: str | None) -> str:
    r"""Return a text as one line that the model can hold; of nothing, nothing.

    Example:
        >>> folded(" Salt\n and  pepper "), folded(None)
        ('Salt and pepper', '')
    """
    return " ".join(text.split())[:TEXT_LIMIT] if text else ""
