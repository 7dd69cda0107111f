"""The links and emphasis over a run of text, at their places in it."""

from collections.abc import Sequence
from typing import Any, Final

from newsmodel.markup.flow import BREAK, SPACES, Run, Span
from newsmodel.model import Emphasis, Link, Mark

_FOLDED: Final = " \t\n\r\f\v"
_NO_LINKS: Final = ("javascript:", "vbscript:", "data:")


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
    link_end = 0
    for span in sorted(run.spans, key=_start):
        start, end = _stretch(places, span, text)
        if start >= end:
            continue
        if span.kind == "link":
            href = href_of(span.element)
            if href.lower().startswith(_NO_LINKS):
                refused += 1
            elif href and href[0] != "#" and start >= link_end:
                marks.append(Link(start=start, text=text[start:end], href=href))
                link_end = end
    for kind in ("strong", "em"):
        stretches = [
            _stretch(places, span, text) for span in run.spans if span.kind == kind
        ]
        for start, end in _united(stretches, text):
            mark = text[start:end]
            marks.append(
                Emphasis(start=start, text=mark, kind="strong")
                if kind == "strong"
                else Emphasis(start=start, text=mark, kind="em")
            )
    return marks, refused


def href_of(element: Any) -> str:
    """Return where a link leads, as a browser reads it: without line ends."""
    href: str = element.get("href") or ""
    href = href.strip(_FOLDED)
    if not href.isprintable():
        href = "".join([each for each in href if each.isprintable()])
    return href


def _start(span: Span) -> tuple[int, int]:
    return span.start, -span.stop


def _stretch(
    places: Sequence[tuple[int, int]], span: Span, text: str
) -> tuple[int, int]:
    """Return where the words of a span start and end."""
    start = places[span.start][0]
    end = min(places[span.stop - 1][1], len(text))
    words = text[start:end]
    lead = len(words) - len(words.lstrip(SPACES))
    return start + lead, start + len(words.rstrip(SPACES))


def _united(stretches: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return stretches with those that overlap, or have a blank between, made one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if united and not text[united[-1][1] : start].strip():
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _places(run: Run) -> list[tuple[int, int]]:
    """Return where each piece of a run starts and ends in its text.

    The pieces are folded as the text was; should that come out otherwise, which
    only odd blanks around breaks can cause, there are no places.
    """
    if run.box.tag == "pre":
        return []
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
