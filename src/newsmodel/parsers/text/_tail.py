"""The tail of an article: closing lines, end marks, and links of a page below it."""

from collections.abc import Sequence
from typing import Final

from newsmodel.parsers.text._captions import caption_of
from newsmodel.parsers.text._facts import Fact, FactReader
from newsmodel.parsers.text._findings import Findings
from newsmodel.parsers.text._lines import Piece
from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.rules.closing import is_end_mark
from newsmodel.rules.furniture import heads_links

_LONGEST_MARK: Final = 12
_MOST_PASSED: Final = 3
_LONGEST_LINK: Final = 150
_MOST_LINKS: Final = 100


def read_tail(
    pieces: Sequence[Piece], reader: FactReader, used: set[int], findings: Findings
) -> list[tuple[Fact, Piece]]:
    """Take the closing lines out of the body, and return the facts in them.

    They stand at the end, and before an end mark that text follows.
    """
    links = _links_below(pieces, reader, used)
    for index in sorted(links):
        message = f"{pieces[index].text!r} stands below the article"
        findings.note("line-skipped", message, pieces[index])
    ends = [
        index
        for index, piece in enumerate(pieces)
        if len(piece.text) <= _LONGEST_MARK and is_end_mark(piece.text)
    ]
    found: list[tuple[Fact, Piece]] = []
    start = -1
    for end in [*ends, len(pieces)]:
        indices = [at for at in range(end - 1, start, -1) if at not in links]
        found += _closing(pieces, reader, used, indices)
        start = end
    used.update(links)
    last = next((i for i in range(len(pieces) - 1, -1, -1) if i not in used), -1)
    for index in ends:
        if index < last:
            message = "an end mark with text after it"
            findings.note("end-mark-skipped", message, pieces[index])
    used.update(ends)
    return found


def _links_below(
    pieces: Sequence[Piece], reader: FactReader, used: set[int]
) -> set[int]:
    """Return the lines of links that end a page pasted whole, with those above them.

    Only short lines without a stop are, and facts may stand among them.
    """
    below: set[int] = set()
    start = len(pieces)
    for index in range(len(pieces) - 1, max(len(pieces) - _MOST_LINKS, 0), -1):
        text = pieces[index].text
        if reader.sure_at(index):
            continue
        if index in used or is_stopped(text) or len(text) > _LONGEST_LINK:
            break
        below.add(index)
        if heads_links(text):
            start = index
    return {index for index in below if index >= start}


def _closing(
    pieces: Sequence[Piece],
    reader: FactReader,
    used: set[int],
    indices: Sequence[int],
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
