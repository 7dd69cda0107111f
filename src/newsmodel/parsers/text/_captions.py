"""Which pieces are captions, asked of as few of them as can be."""

from typing import Final

from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.rules.captions import CaptionReading, read_caption

_CREDIT_STARTS: Final = (
    "Photo", "photo", "PHOTO", "Pic", "PIC", "Image", "IMAGE", "Credit", "CREDIT",
    "Foto", "FOTO", "Bild", "Caption", "Crédit", "(",
)  # fmt: skip


def has_no_credit(text: str) -> bool:
    """Whether a text ends as sentences do and names no owner, as nearly all."""
    return (
        is_stopped(text)
        and "©" not in text
        and not text.endswith(").")
        and not text.startswith(_CREDIT_STARTS)
    )


def caption_of(text: str) -> CaptionReading | None:
    """Return the caption that a piece is, if it is one."""
    return None if has_no_credit(text) else read_caption(text)
