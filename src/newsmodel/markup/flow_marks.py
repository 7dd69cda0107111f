"""The links and emphasis over a run of text, at their places in it."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any, Final

from newsmodel.markup.flow import BREAK, SPACES, Run
from newsmodel.model import Emphasis, EmphasisKind, Link, Mark

_FOLDED: Final = " \t\n\r\f\v"
_NO_LINKS: Final = ("javascript:", "vbscript:", "data:")
_LONGEST_SCHEME: Final = max([len(each) for each in _NO_LINKS])
_EMPHASES: Final[tuple[EmphasisKind, ...]] = ("strong", "em")


def marks_of(run: Run) -> tuple[list[Mark], int]:
    """Return the links and emphasis of a run, and how many links were refused.

    What overlaps another of its kind is one with it. Links that lead nowhere
    (``#``) are none, and those that would run a script are refused.
    """
    if not run.spans:
        return [], 0
    places = _places(run)
    marks: list[Mark] = []
    refused = 0
    if not places:
        return marks, refused
    text = run.text
    emphasised: dict[str, list[tuple[int, int]]] = {}
    # Those of one kind are apart and in order: the walk opens none inside another.
    for kind, first, stop, element in run.spans:
        start = max(places[first][0], 0)
        words = text[start : max(places[stop - 1][1], 0)]
        length = len(words)
        start += length - len(words.lstrip(SPACES))
        words = words.strip(SPACES)
        if not words:
            continue
        if kind != "link":
            emphasised.setdefault(kind, []).append((start, start + len(words)))
            continue
        href = href_of(element)
        if runs_script(href):
            refused += 1
        elif href and href[0] != "#":
            marks.append(Link(start=start, text=words, href=href))
    for each in _EMPHASES if emphasised else ():
        for start, end in _united(emphasised.get(each, ()), text):
            marks.append(Emphasis(start=start, text=text[start:end], kind=each))
    return marks, refused


def href_of(element: Any) -> str:
    """Return where a link leads, as a browser reads it: without line ends."""
    return as_address(element.get("href") or "")


def as_address(text: str) -> str:
    r"""Return what a page gives as an address, as a browser reads it.

    Example:
        >>> as_address(" java\nscript:a ")
        'javascript:a'
    """
    if not text.isprintable():
        text = "".join([each for each in text if each.isprintable()])
    return text.strip(_FOLDED)


def runs_script(address: str) -> bool:
    """Whether an address leads nowhere, but holds what a browser may run.

    Example:
        >>> runs_script("JavaScript:a"), runs_script("/javascript")
        (True, False)
    """
    return address[:_LONGEST_SCHEME].lower().startswith(_NO_LINKS)


def _united(stretches: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return stretches with those that overlap, or have a blank between, made one."""
    united: list[tuple[int, int]] = []
    for start, end in stretches:
        if united and not text[united[-1][1] : start].strip():
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _places(run: Run) -> list[tuple[int, int]]:
    """Return where each piece of a run starts and ends in its text.

    Most texts stood as they are, with blanks around them. Otherwise the pieces are
    folded as the text was; should that come out otherwise, which only odd blanks
    around breaks can cause, there are no places.
    """
    before = "".join(run.pieces).replace(BREAK, "\n").find(run.text)
    if before >= 0:
        return list(pairwise(accumulate(map(len, run.pieces), initial=-before)))
    places: list[tuple[int, int]] = []
    parts: list[str] = []
    at = 0
    waits = ""  # the blank or line feed that comes before the next word
    for piece in run.pieces:
        if piece == BREAK:
            waits = "\n"
            places.append((at, at))
            continue
        words = [word for word in _split(piece) if word]
        if not words:
            if piece and not waits:
                waits = " "
            places.append((at, at))
            continue
        if piece[0] in _FOLDED and not waits:
            waits = " "
        if waits and at:
            parts.append(waits)
            at += 1
        folded = " ".join(words)
        parts.append(folded)
        places.append((at, at + len(folded)))
        at += len(folded)
        waits = " " if piece[-1] in _FOLDED else ""
    text = "".join(parts)
    shift = len(text) - len(text.lstrip(SPACES))
    if text.strip(SPACES) != run.text:
        return []
    if shift:
        return [(max(0, start - shift), max(0, end - shift)) for start, end in places]
    return places


def _split(piece: str) -> list[str]:
    for blank in "\t\n\r\f\v":
        if blank in piece:
            piece = piece.replace(blank, " ")
    return piece.split(" ")


def stretches_of(run: Run, kind: str) -> list[tuple[int, str, Any]]:
    """Return where the spans of one kind lie in a run: start, words, element.

    White space at either end is no part of a stretch; one without words is left
    out.
    """
    places = _places(run)
    found: list[tuple[int, str, Any]] = []
    for name, first, stop, element in run.spans if places else ():
        if name != kind or first == stop:
            continue
        start = max(places[first][0], 0)
        words = run.text[start : max(places[stop - 1][1], 0)]
        start += len(words) - len(words.lstrip(SPACES))
        if words := words.strip(SPACES):
            found.append((start, words, element))
    return found
