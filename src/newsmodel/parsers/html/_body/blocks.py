"""The blocks of an article, out of the runs and pictures that are its body."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from attrs import evolve

from newsmodel.errors import ModelError
from newsmodel.markup.flow import Box, Run, fold
from newsmodel.markup.flow_marks import marks_of
from newsmodel.model import (
    Block,
    BlockQuote,
    Cell,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
)
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.quotes import find_quotes

_LEVELS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS: Final = {"ul": False, "ol": True, "menu": False}
_TELLING: Final = frozenset((*_LEVELS, *_LISTS, "blockquote"))
_DEEPEST: Final = 16
# What names whose words a block quote is, and how much of that is read.
_SIGNATURES: Final = ("footer", "cite")
_LONGEST: Final = 200


class Piece(NamedTuple):
    """Something that becomes a block, in its place.

    Attributes:
        at: Number of the run that it is, or that it stands before.
        part: A run, or what is a block already: a picture, a table, an embed.
        trace: How the block was found.
    """

    at: int
    part: Run | Block
    trace: Trace | None = None


def build_blocks(
    pieces: Sequence[Piece], runs: Sequence[Run], body: Body, findings: Findings
) -> list[Block]:
    """Return the blocks, with links, emphasis and quotes."""
    texts: list[str] = []
    set_apart: dict[int, str] = {}
    for _, part, _ in pieces:
        if isinstance(part, Run):
            if quotation := _quotation(part.box, body.core):
                set_apart[len(texts)] = _signature(quotation, part)
            texts.append(part.text[:TEXT_LIMIT])
        else:
            texts += _texts_of(part)
    language = findings.fields.get("language")
    found = iter(find_quotes(texts, language=language, set_apart=set_apart))
    blocks: list[Block] = []
    for _, part, trace in pieces:
        if isinstance(part, Run):
            blocks.append(_from_run(part, body.core, next(found), findings))
            continue
        if trace:
            findings.witness(f"body[{len(blocks)}]", trace)
        quotes = [next(found) for _ in _texts_of(part)]
        blocks.append(_with_quotes(part, quotes))
    if not findings.quiet:
        shown = [part for _, part, _ in pieces if isinstance(part, Run)]
        _explain(shown, runs, body, findings)
    return blocks


def _explain(
    shown: Sequence[Run], runs: Sequence[Run], body: Body, findings: Findings
) -> None:
    """Say how the body was found, and which text nearly was in it."""
    if not shown:
        return
    first = shown[0]  # the runs before it are other fields
    findings.witness("body", Trace(body.rule, first.text, first.box.element))
    if body.judge:
        for at in body.near_misses():
            trace = Trace(body.rule, runs[at].text, runs[at].box.element)
            findings.lose("body", trace, body.judge.reason(at))


def _texts_of(block: Block) -> list[str]:
    """Return the texts of a block that quotes are looked for in."""
    if isinstance(block, Table):
        return [cell.text for row in block.rows for cell in row]
    return [block.text]


def _with_quotes(block: Block, quotes: list[tuple[Quote, ...]]) -> Block:
    """Return a block that was there already with the quotes in it."""
    if not any(quotes):
        return block
    if isinstance(block, Table):
        left = iter(quotes)
        rows = [[_quoted_cell(cell, next(left)) for cell in row] for row in block.rows]
        return evolve(block, rows=rows)
    return evolve(block, marks=[*block.marks, *quotes[0]])


def _quoted_cell(cell: Cell, quotes: tuple[Quote, ...]) -> Cell:
    return evolve(cell, marks=[*cell.marks, *quotes]) if quotes else cell


def _from_run(
    run: Run, core: Box, quotes: tuple[Quote, ...], findings: Findings
) -> Block:
    """Return the block that a run is, by the boxes around it."""
    text = run.text
    marks: Sequence[Mark] = ()
    if len(text) > TEXT_LIMIT:
        message = f"cut to {TEXT_LIMIT:,} characters of {len(text):,}"
        findings.note("text-cut", message, run.box.element)
        text = text[:TEXT_LIMIT]
    elif run.spans:
        marks, refused = marks_of(run)
        if refused:
            message = "a link that would run a script is left out"
            findings.note("link-left-out", message, run.box.element)
    try:
        return _as_kind(run.box, core, text, (*marks, *quotes))
    except ModelError:
        # More quotes nest over one another than the model holds marks.
        return _as_kind(run.box, core, text, marks)


def _quotation(box: Box, core: Box) -> Box | None:
    """Return the block quote that a run becomes one by."""
    inner: Box | None = box
    while inner is not None and inner is not core:
        if inner.tag in _TELLING:
            return inner if inner.tag == "blockquote" else None
        inner = inner.parent
    return None


def _signature(quotation: Box, run: Run) -> str:
    """Return what a block quote is signed with, unless the run is or has that."""
    for element in quotation.element.iter(*_SIGNATURES):
        text = fold("".join(element.itertext()))
        if text and text not in run.text:
            return text[:_LONGEST]
    return ""


def _as_kind(box: Box, core: Box, text: str, marks: Iterable[Mark]) -> Block:
    depth = 0
    ordered = False
    inner: Box | None = box
    while inner is not None and inner is not core:
        tag = inner.tag
        if tag in _TELLING:
            if tag in _LEVELS:
                return Heading(text=text, level=_LEVELS[tag], marks=marks)
            if tag in _LISTS:
                ordered = ordered if depth else _LISTS[tag]
                depth += 1
            elif not depth:
                return BlockQuote(text=text, marks=marks)
        inner = inner.parent
    if depth:
        depth = min(depth, _DEEPEST)
        return ListItem(text=text, depth=depth, ordered=ordered, marks=marks)
    return Paragraph(text=text, marks=marks)
