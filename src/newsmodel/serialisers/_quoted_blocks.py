"""Puts the quotes of an article into its finished blocks."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import evolve

from newsmodel.errors import ModelError
from newsmodel.model import Block, BlockQuote, Cell, Mark, Quote, Table
from newsmodel.quotes import find_quotes

_Quotes = Sequence[Quote]
_DASH = "– "


def with_quotes(
    blocks: Sequence[Block],
    language: str | None,
    said: Mapping[int, _Quotes] | None = None,
    speech: Collection[int] = (),
) -> list[Block]:
    """Return blocks with the quotes in them.

    Args:
        blocks: The blocks, without quotes.
        language: The language they are in, where it is known.
        said: Quotes that the document itself marks, by number of the block;
            what is found there besides only adds to them.
        speech: Numbers of blocks that are speech as a whole, as far as no
            quote is found in them.
    """
    texts: list[str] = []
    set_apart: dict[int, str] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row]
        elif at in speech:
            # Speech is found by the dash that the markup stands for.
            texts.append(_DASH + block.text)
        else:
            if isinstance(block, BlockQuote):
                set_apart[len(texts)] = ""
            texts.append(block.text)
    found = iter(find_quotes(texts, language=language, set_apart=set_apart))
    done: list[Block] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            done.append(_quoted_table(block, found))
            continue
        here: _Quotes = next(found)
        if said and at in said:
            here = _together(said[at], here)
        elif at in speech:
            here = _spoken(here) or [Quote(start=0, text=block.text)]
        done.append(_quoted(block, here) if here else block)
    return done


def _spoken(found: _Quotes) -> list[Quote]:
    """Return quotes found behind a dash, at their places without it."""
    shift = len(_DASH)
    return [evolve(one, start=one.start - shift) for one in found if one.start >= shift]


def _quoted(block: Block, quotes: _Quotes) -> Block:
    if isinstance(block, Table):  # it has them in its cells
        return block
    marks: list[Mark] = [*block.marks, *quotes]
    try:
        return evolve(block, marks=marks)
    except ModelError:  # more marks over one character than the model holds
        return block


def _quoted_table(table: Table, found: Iterator[_Quotes]) -> Table:
    quotes = [[next(found) for _ in row] for row in table.rows]
    if not any(map(any, quotes)):
        return table
    rows = [
        list(map(_quoted_cell, row, here))
        for row, here in zip(table.rows, quotes, strict=True)
    ]
    return evolve(table, rows=rows)


def _quoted_cell(cell: Cell, quotes: _Quotes) -> Cell:
    try:
        return evolve(cell, marks=[*cell.marks, *quotes]) if quotes else cell
    except ModelError:
        return cell


def _together(said: _Quotes, found: _Quotes) -> list[Quote]:
    """Return the quotes that a document marks, and those found beside them.

    Where both are of the same words the markup tells which words and whose,
    and what was found tells the rest.
    """
    done: list[Quote] = []
    for one in said:
        for other in found:
            if other.start < one.end and one.start < other.end:
                one = evolve(  # noqa: PLW2901  # what is known of it so far
                    one,
                    speaker=one.speaker or other.speaker,
                    mention=one.mention or other.mention,
                    cue=one.cue or other.cue,
                )
        if one not in done:
            done.append(one)
    for other in found:
        if all(other.start >= one.end or one.start >= other.end for one in said):
            done.append(other)
    return done
