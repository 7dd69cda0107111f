"""Reads the text of a block by somebody else: its words, with marks over them."""

from collections.abc import Callable, Collection
from typing import Any, Final, NamedTuple

from newsmodel.errors import ModelError
from newsmodel.markup.body_words import BLOCKS, CLASSES, KINDS, MARKS
from newsmodel.markup.elements import REACH, Element, name_of, text_of
from newsmodel.markup.flow import BREAK, Run, Span, fold
from newsmodel.markup.flow_marks import marks_of, stretches_of
from newsmodel.model import Mark, Quote, Source
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules.lines import folded

_SHOWN: Final = 200
_NO_WORDS: Final = ("hr", "script", "style")
_QUOTATION: Final = "\"“”„«»‟'‘’‚"
_QUOTATION_MARKS: Final = frozenset(_QUOTATION)
_NO_PLACE: Any = None  # a run that stands in no box

#: Puts down a note: element, code and message.
Note = Callable[[Any, str, str], None]


class Fact(NamedTuple):
    """What a body says about its article: ``byline``, ``By Ann Example``."""

    field: str
    text: str
    element: Any


class Draft:
    """The text of a block in the making.

    Attributes:
        pieces: Its words as they stand, and breaks.
        spans: What lies over them.
    """

    __slots__ = ("pieces", "spans")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.spans: list[Span] = []

    def run(self, *, as_set: bool = False) -> Run:
        """Return it as a run: white space folded, breaks as line feeds.

        Args:
            as_set: Whether it is kept as it is set, but for empty lines around.
        """
        whole = "".join(self.pieces)
        if BREAK in whole:
            lines = map(fold, whole.split(BREAK))
            text = "\n".join([line for line in lines if line])
        elif as_set:
            text = whole.replace("\r", "").strip("\n")
            text = "" if text.isspace() else text
        else:
            text = fold(whole)
        return Run(_NO_PLACE, text, 0, self.pieces, self.spans)


class TextReader:
    """Reads text with what stands in it: links, emphasis, quotes, breaks.

    Attributes:
        facts: What was said about the article, in order.
        shown: The pictures and films that stood in the text read last.
    """

    def __init__(self, note: Note, *, quiet: bool = False) -> None:
        """Take what puts down a note, and whether nobody wants to know more."""
        self.facts: list[Fact] = []
        self.shown: list[Element] = []
        self._note = note
        self._quiet = quiet
        self._unknown: set[str] = set()

    def gather(
        self,
        element: Element,
        draft: Draft,
        level: int,
        *,
        without: Collection[str] = (),
    ) -> None:
        """Put down the text of an element, blocks in it parted by line feeds."""
        if level > REACH:
            draft.pieces += element.itertext()
            return
        if element.text:
            draft.pieces.append(element.text)
        for child in element:
            name = name_of(child)
            if name not in without:
                self.inline(child, name, draft, level + 1)
            if child.tail:
                draft.pieces.append(child.tail)

    def inline(self, element: Element, name: str, draft: Draft, level: int) -> None:
        """Put down what an element is that stands in a text."""
        kind = KINDS.get(name)
        if kind == "break":
            draft.pieces.append(BREAK)
        elif kind in ("image", "embed"):
            self.shown.append(element)
        elif name == "head":
            self._head(element)
        elif kind in ("hidden", "aside"):
            self.leave_out(element)
        elif kind in BLOCKS:
            draft.pieces.append(BREAK)
            self.gather(element, draft, level)
            draft.pieces.append(BREAK)
        elif kind in ("mark", "quote"):
            self._span(element, MARKS.get(name, "quote"), draft, level)
        elif len(element) or element.text:
            if kind is None and name not in self._unknown:
                self._unknown.add(name)
                message = f"what {name} says of words is left out, they are kept"
                self._note(element, "markup", message)
            self.take_fact(element)
            self.gather(element, draft, level)
        elif kind is None and element.attrib:
            self.leave_out(element)

    def _head(self, element: Element) -> None:
        """Take the title; all else in a head is about the document."""
        for each in element:
            if name_of(each) != "title":
                self.leave_out(each)
            elif text := text_of(each):
                self.facts.append(Fact("title", text, each))

    def _span(self, element: Element, kind: str, draft: Draft, level: int) -> None:
        pieces, spans = draft.pieces, draft.spans
        start, count = len(pieces), len(spans)
        # Browsers set marks around an XHTML `q`; in NITF they stand in the text.
        marks = ("“", "”") if kind == "quote" and _is_bare(element) else ("", "")
        pieces.append(marks[0])
        self.gather(element, draft, level)
        pieces.append(marks[1])
        # Bold in bold is bold.
        spans[count:] = [each for each in spans[count:] if each.kind != kind]
        spans.append(Span(kind, start, len(pieces), element))

    def marked(self, run: Run, element: Element) -> tuple[str, list[Mark]]:
        """Return the text of a run, and the links and emphasis in it."""
        if len(run.text) > TEXT_LIMIT:
            return self.cut(run.text, element), []
        try:
            marks, refused = marks_of(run)
        except ModelError as error:  # an address beyond all measure
            self._note(element, "value-refused", str(error))
            return run.text, []
        if refused:
            message = "a link that would run a script is left out"
            self._note(element, "link-left-out", message)
        return run.text, marks

    def cut(self, text: str, element: Element) -> str:
        """Return what the model can hold of a text, with a note if it is less."""
        if len(text) > TEXT_LIMIT:
            message = f"cut to {TEXT_LIMIT:,} characters of {len(text):,}"
            self._note(element, "text-cut", message)
        return text[:TEXT_LIMIT]

    def take_fact(self, element: Element) -> None:
        """Take what an element says of the article by its class."""
        field = CLASSES.get(element.get("class", ""))
        if field and (text := text_of(element)):
            self.facts.append(Fact(field, text, element))

    def leave_out(self, element: Element) -> None:
        """Say what is left out, and the words in it."""
        if self._quiet:
            return
        name = name_of(element)
        words = text_of(element)
        if not words and name in _NO_WORDS:
            return
        said = [f"{key}={value}" for key, value in element.items()]
        for each in element.iter():
            if each is not element and not (each.text or len(each)):
                said += [f"{key}={value}" for key, value in each.items()]
        words = words or " ".join(said)
        if words:
            message = f"{name} is left out: {words[:_SHOWN]}"
            self._note(element, "left-out", message)


def quotes_marked(run: Run, element: Element) -> list[Quote]:
    """Return the quotes that markup marks in a run of an element."""
    if len(run.text) > TEXT_LIMIT:
        return []
    marked = stretches_of(run, "quote") if run.spans else []
    if element.get("quote-source"):
        marked.append((0, run.text, element))
    return [
        quote
        for start, words, each in marked
        if (quote := quote_of(start, words, source_of(each)))
    ]


def source_of(element: Element) -> Source | None:
    """Return who says what an element holds, where it says so."""
    name = folded(element.get("quote-source"))
    return Source(name=name) if name else None


def quote_of(start: int, words: str, source: Source | None) -> Quote | None:
    """Return a direct quote, without its outer marks."""
    inner = words.lstrip(_QUOTATION + " \n")
    start += len(words) - len(inner)
    inner = inner.rstrip(_QUOTATION + " \n")
    return Quote(start=start, text=inner, speaker=source) if inner else None


def _is_bare(element: Element) -> bool:
    """Whether words are quoted by markup alone, without marks."""
    if element.get("quote-source") is not None:
        return False
    words = text_of(element)
    before, parent = element.getprevious(), element.getparent()
    lead = before.tail if before is not None else None
    if before is None and parent is not None:
        lead = parent.text
    return (
        words[:1] not in _QUOTATION_MARKS
        and (lead or "").rstrip()[-1:] not in _QUOTATION_MARKS
    )
