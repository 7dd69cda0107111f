"""Characters that a page can hold and a text of the model cannot.

Some come as they are, some as references (``&#7;``), so that only the tree tells
whether there are any. One page in eight hundred has one in its text.
"""

from collections.abc import Sequence
from typing import Final

from newsmodel.evidence import Note
from newsmodel.markup.flow import BREAK, Run, fold

# To look for each in turn takes a hundredth of the time that a pattern takes.
_REFUSED: Final = (*map(chr, range(9)), *map(chr, range(0xB, 0x20)), "\ufffe", "\uffff")
# What parts words stays a space.
_ERASED: Final = {ord(each): " " if each.isspace() else "" for each in _REFUSED}


def has_refused(text: str) -> bool:
    """Whether a text holds a character that the model refuses.

    Lone surrogates are not looked for, since the tree holds none.
    """
    return any(each in text for each in _REFUSED)


def clean(text: str) -> str:
    r"""Return a text without what the model refuses, white space folded.

    Line feeds are kept.

    Example:
        >>> clean("Bridge\x07 reopens\x0bat noon")
        'Bridge reopens at noon'
    """
    text = text.translate(_ERASED)
    return "\n".join([fold(line) for line in text.split("\n")])


def clean_runs(runs: Sequence[Run], notes: list[Note]) -> None:
    """Take out of runs of text what the model refuses."""
    if not has_refused("".join([run.text for run in runs])):
        return
    changed = [run for run in runs if has_refused(run.text)]
    for run in changed:
        run.text = clean(run.text)
        run.pieces = [_cleaned(piece) for piece in run.pieces]
        if not run.text:  # runs are known by their number, so it has to stay
            run.text, run.pieces, run.spans = "\ufffd", ["\ufffd"], []
    message = f"what no text can hold was left out, in {len(changed)} places"
    notes.append(Note(code="characters-left-out", message=message))


def _cleaned(piece: str) -> str:
    return piece if piece == BREAK else piece.translate(_ERASED)
