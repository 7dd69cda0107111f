"""The blocks of an article, out of the runs and pictures that are its body."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from newsmodel.errors import ModelError
from newsmodel.markup.flow import Box, Run
from newsmodel.markup.flow_marks import marks_of
from newsmodel.model import (
    Block,
    BlockQuote,
    Heading,
    ImageCaption,
    ListItem,
    Mark,
    Paragraph,
    Quote,
)
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.parsers.html._findings import Findings
from newsmodel.quotes import find_quotes

_LEVELS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS: Final = {"ul": False, "ol": True, "menu": False}
_DEEPEST: Final = 16


class Piece(NamedTuple):
    """Something that becomes a block, in its place.

    Attributes:
        at: Number of the run that it is, or that it stands before.
        block: The block, where it is one already: a picture, an embed, a table.
        run: The run, where it is one.
    """

    at: int
    block: Block | None = None
    run: Run | None = None


def build_blocks(
    pieces: Sequence[Piece], core: Box, language: str | None, findings: Findings
) -> list[Block]:
    """Return the blocks, with links, emphasis and quotes."""
    texts = [_text(piece)[:TEXT_LIMIT] for piece in pieces]
    found = find_quotes(texts, language=language)
    blocks: list[Block] = []
    for piece, text, quotes in zip(pieces, texts, found, strict=True):
        if piece.run is None:
            blocks.append(_with_quotes(piece.block, quotes))
            continue
        run = piece.run
        if len(text) < len(run.text):
            message = f"cut to {TEXT_LIMIT:,} characters of {len(run.text):,}"
            findings.note("text-cut", message, run.box.element)
        marks, refused = marks_of(run) if len(text) == len(run.text) else ([], 0)
        if refused:
            message = "a link that would run a script was left out"
            findings.note("link-left-out", message, run.box.element)
        blocks.append(_block(run.box, core, text, marks, quotes))
    return blocks


def _text(piece: Piece) -> str:
    if piece.run is not None:
        return piece.run.text
    block = piece.block
    return block.text if isinstance(block, ImageCaption) else ""


def _with_quotes(block: Block | None, quotes: Iterable[Quote]) -> Block:
    if isinstance(block, ImageCaption) and quotes:
        from attrs import evolve

        return evolve(block, marks=[*block.marks, *quotes])
    assert block is not None
    return block


def _block(
    box: Box, core: Box, text: str, marks: list[Mark], quotes: Iterable[Quote]
) -> Block:
    """Return the block that a run is, by the boxes around it."""
    try:
        return _as_kind(box, core, text, [*marks, *quotes])
    except ModelError:
        # More quotes nest over one another than the model holds marks.
        return _as_kind(box, core, text, marks)


def _as_kind(box: Box, core: Box, text: str, marks: list[Mark]) -> Block:
    depth = 0
    ordered = False
    inner: Box | None = box
    while inner is not None and inner is not core:
        tag = inner.tag
        if tag in _LEVELS:
            return Heading(text=text, level=_LEVELS[tag], marks=marks)
        if tag == "blockquote" and not depth:
            return BlockQuote(text=text, marks=marks)
        if tag in _LISTS:
            ordered = ordered if depth else _LISTS[tag]
            depth += 1
        inner = inner.parent
    if depth:
        return ListItem(
            text=text, depth=min(depth, _DEEPEST), ordered=ordered, marks=marks
        )
    return Paragraph(text=text, marks=marks)
