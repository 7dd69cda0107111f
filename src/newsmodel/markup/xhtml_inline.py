"""Reads the text of an XHTML element, and the marks over it, to the letter."""

from collections.abc import Collection, Mapping
from typing import Any, Final, TypeAlias

from lxml import etree

from newsmodel.evidence import Note
from newsmodel.markup.xml import local_name, note_at
from newsmodel.model import Emphasis, Link, Mark, Quote

XHTML: Final = "http://www.w3.org/1999/xhtml"

#: The fields that XHTML does not hold, by the name of the quote or picture.
Parts: TypeAlias = Mapping[str, Mapping[str, Any]]

# Start, end, where it leads, and whether it lies there in one piece.
_Stretch: TypeAlias = tuple[int, int, str | None, bool]


def tag_of(name: str) -> str:
    """Return the tag of an XHTML element, as lxml writes it."""
    return f"{{{XHTML}}}{name}"


_BR, _SPAN = tag_of("br"), tag_of("span")
_KINDS = {tag_of("a"): "link", tag_of("strong"): "strong", tag_of("em"): "em"}


class InlineReader:
    """Reads texts and marks; knows no blocks.

    Attributes:
        notes: What could not be read, or only in part.
        unused_quotes: The quotes that have had no place so far.
    """

    def __init__(self, quotes: Parts) -> None:
        """Take the other fields of each quote, by its name: ``quote-1``."""
        self.notes: list[Note] = []
        self.unused_quotes = dict(quotes)

    def note(self, element: etree._Element, code: str, message: str) -> None:
        """Put down what could not be read."""
        self.notes.append(note_at(element, code, message))

    def no_text(self, element: etree._Element, text: str) -> None:
        """Put down a text that stands where none is read."""
        if not text.isspace():
            self.note(element, "misplaced", "text between elements is left out")

    def inline(
        self, element: etree._Element, skipped: Collection[str] = ()
    ) -> tuple[str, list[Mark]]:
        """Return the text of an element and the marks over it.

        Elements of the *skipped* names are left to the caller.
        """
        text = element.text or ""
        if not len(element):
            return text, []
        words = [text]
        at = len(text)
        stretches: dict[str, _Stretch] = {}
        for child in element:
            tag: Any = child.tag
            tail = child.tail
            name = child.get("data-part", "") if tag == _SPAN else ""
            if name in self.unused_quotes:  # most marks are a quote and nothing else
                segment = self.words(child)
                _lay(stretches, name, at, segment)
            elif tag == _BR:
                segment = "\n"
            elif tag in skipped:
                if tail:
                    self.no_text(child, tail)
                continue
            else:
                segment = self._segment(child, at, stretches)
            words.append(segment)
            at += len(segment)
            if tail:
                words.append(tail)
                at += len(tail)
        text = "".join(words)
        marks = []
        for name, stretch in stretches.items():
            mark = self._mark(element, name, stretch, text)
            if mark is not None:
                marks.append(mark)
        return text, marks

    def words(self, element: etree._Element) -> str:
        """Return the text of an element that has no marks in it."""
        if not len(element):
            return element.text or ""
        words = [element.text or ""]
        for child in element:
            if child.tag == _BR:
                words.append("\n")
            else:
                message = f"{local_name(child)} is no mark, its text is kept"
                self.note(child, "unknown", message)
                words += child.itertext()
            words.append(child.tail or "")
        return "".join(words)

    def _segment(
        self, outer: etree._Element, at: int, stretches: dict[str, _Stretch]
    ) -> str:
        """Return the text of a segment, and put down the marks over it."""
        names: str | None = None
        href: str | None = None
        kinds: dict[str, None] = {}
        inner = outer
        while True:
            tag: Any = inner.tag
            if tag == _SPAN:
                names = inner.get("data-part")
            elif tag in _KINDS:
                kinds[_KINDS[tag]] = None
                href = inner.get("href", href)
            else:
                message = f"{local_name(inner)} is no mark, its text is kept"
                self.note(inner, "unknown", message)
            if len(inner) != 1 or inner.text or inner[0].tail or inner[0].tag == _BR:
                break
            inner = inner[0]
        text = self.words(inner)
        named = names.split() if names else []
        for name in named:
            kind = name.rpartition("-")[0]
            if kind == "quote" or kind in kinds:
                _lay(stretches, name, at, text, href if kind == "link" else None)
            else:
                self.note(outer, "misplaced", f"nothing here can be {name!r}")
        for kind in kinds:
            if not any(name.startswith(f"{kind}-") for name in named):
                # Without a name it lies here alone and whole.
                _lay(stretches, f"{kind}-at-{at}", at, text, href)
        if not named and not kinds:
            self.note(outer, "part-missing", "a span names no part")
        return text

    def _mark(
        self, element: etree._Element, name: str, stretch: _Stretch, text: str
    ) -> Mark | None:
        """Return the mark of this name, if all of it is there."""
        start, end, href, is_whole = stretch
        text = text[start:end]
        kind = name[0]
        quote = self.unused_quotes.pop(name, None)
        if not is_whole:
            self.note(element, "misplaced", f"{name} does not lie in one piece")
        elif not text:
            self.note(element, "empty", f"{name} has no text")
        elif quote is not None:
            return Quote(start=start, text=text, **quote)
        elif kind == "q":
            message = f"no part tells of {name}, or it stood before"
            self.note(element, "part-missing", message)
        elif kind == "s":
            return Emphasis(start=start, text=text, kind="strong")
        elif kind == "e":
            return Emphasis(start=start, text=text, kind="em")
        elif href:
            return Link(start=start, text=text, href=href)
        else:
            self.note(element, "part-missing", f"{name} leads nowhere")
        return None


def _lay(
    stretches: dict[str, _Stretch],
    name: str,
    at: int,
    text: str,
    href: str | None = None,
) -> None:
    """Put down that the mark of this name lies over *text*, among others."""
    end = at + len(text)
    if name not in stretches:
        stretches[name] = (at, end, href, True)
    else:
        start, stop, first, is_whole = stretches[name]
        is_whole = is_whole and stop == at and first == href
        stretches[name] = (start, end, first, is_whole)
