"""The tail of an article: closing lines and end marks."""

from collections.abc import Sequence
from typing import Final

from newsmodel.parsers.text._captions import caption_of
from newsmodel.parsers.text._facts import Fact, FactReader
from newsmodel.parsers.text._findings import Findings
from newsmodel.parsers.text._lines import Piece
from newsmodel.rules.closing import is_end_mark

_LONGEST_MARK: Final = 12
_MOST_PASSED: Final = 3


def read_tail(
    pieces: Sequence[Piece], reader: FactReader, used: set[int], findings: Findings
) -> list[tuple[Fact, Piece]]:
    """Take the closing lines out of the body, and return the facts in them.

    They stand at the end, and before an end mark that text follows.
    """
    ends = [
        index
        for index, piece in enumerate(pieces)
        if len(piece.text) <= _LONGEST_MARK and is_end_mark(piece.text)
    ]
    found: list[tuple[Fact, Piece]] = []
    start = -1
    for end in [*ends, len(pieces)]:
        found += _closing(pieces, reader, used, range(end - 1, start, -1))
        start = end
    last = next((i for i in range(len(pieces) - 1, -1, -1) if i not in used), -1)
    for index in ends:
        if index < last:
            message = "an end mark with text after it"
            findings.note("end-mark-skipped", message, pieces[index])
    used.update(ends)
    return found


def _closing(
    pieces: Sequence[Piece], reader: FactReader, used: set[int], indices: range
) -> list[tuple[Fact, Piece]]:
    """Take closing lines from the last one up to the first that is none.

    Agencies print lines of their own behind those who reported and edited,
    addresses and rules of the house; so these are looked for behind such too.
    """
    found: list[tuple[Fact, Piece]] = []
    passed = 0
    for index in indices:
        if index in used:
            break
        piece = pieces[index]
        facts = reader.at(index)
        may_close = _names_makers if passed else _may_close
        if facts and all(may_close(fact) for fact in facts):
            used.add(index)
            found += [(fact, piece) for fact in reversed(facts)]
        elif not caption_of(piece.text):
            passed += 1
            if passed > _MOST_PASSED:
                break
    found.reverse()
    return found


def _names_makers(fact: Fact) -> bool:
    return fact.kind == "contributors" and fact.sure


def _may_close(fact: Fact) -> bool:
    if fact.kind == "byline":
        return fact.rule == "by-names"
    return fact.sure
