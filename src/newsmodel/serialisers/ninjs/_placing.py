"""Pictures of associations, at their places in the body."""

from typing import Final

from attrs import evolve

from newsmodel.model import Block, ImageCaption
from newsmodel.serialisers._json_item import squeezed
from newsmodel.serialisers.ninjs._pictures import Picture

#: Where the front picture stands by the name of its association.
LEADS: Final = ("featuremedia", "featured", "lead", "leadimage", "hero")


def place(
    pictures: list[Picture], blocks: list[Block]
) -> tuple[list[Block], list[Block]]:
    """Return the pictures that stand before blocks, and those that stand behind.

    A picture that is among the blocks gets there what it lacks.
    """
    by_address, by_words = _shown_in(blocks)
    first: list[Block] = []
    last: list[Block] = []
    for picture in pictures:
        ats = [by_address[each] for each in picture.addresses if each in by_address]
        at = min(ats, default=by_words.get(squeezed(picture.caption.text)))
        if at is not None:
            blocks[at] = _filled(blocks[at], picture.caption)
        elif picture.name.lower() in LEADS:
            first.append(picture.caption)
        else:
            last.append(picture.caption)
    return first, last


def _shown_in(blocks: list[Block]) -> tuple[dict[str, int], dict[str, int]]:
    """Return where pictures are shown: by their addresses, and by their words."""
    by_address: dict[str, int] = {}
    by_words: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, ImageCaption):
            if block.image and block.image.url:
                by_address.setdefault(block.image.url, at)
            if words := squeezed(block.text):
                by_words.setdefault(words, at)
    return by_address, by_words


def _filled(block: Block, caption: ImageCaption) -> Block:
    if not isinstance(block, ImageCaption):
        return block
    return evolve(
        block,
        text=block.text or caption.text,
        credit_line=block.credit_line or caption.credit_line,
        credits=block.credits or caption.credits,
        image=block.image or caption.image,
    )
