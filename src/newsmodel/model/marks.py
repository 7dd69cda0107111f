"""Marks: stretches of a text, and what they are."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeAlias, final

from attrs import field, frozen

from newsmodel.errors import ModelError, short
from newsmodel.model.fieldtypes import (
    Count,
    FieldType,
    Line,
    Member,
    Percentage,
    Several,
    Text,
    Value,
    to_strings,
    to_tuple,
    type_of,
)
from newsmodel.model.people import Source

QuoteKind: TypeAlias = Literal["direct", "mixed", "indirect"]
EmphasisKind: TypeAlias = Literal["strong", "em"]

OVERLAP_LIMIT = 16


class _Stretch(Value):
    """What quotes, links and emphasis have in common."""

    __slots__ = ()

    @property
    def end(self: Any) -> int:  # each subclass has start and text
        """Where it ends in its text, the end excluded."""
        end: int = self.start + len(self.text)
        return end


class _FragmentsType(Several):
    """Stretches of the owner's text, one after another."""

    def check(self, owner: Any, name: str, value: Any) -> None:
        Several.check(self, owner, name, value)
        at = 0
        for index, fragment in enumerate(value):
            found = owner.text.find(fragment, at)
            if found < 0:
                problem = f"wanted a stretch of the text after {at}, got"
                problem = f"{problem} {short(fragment)}"
                path = f"{name}[{index}]"
                raise ModelError(type(owner).__name__, path, problem, fragment)
            at = found + len(fragment)


_Fragments = Annotated[tuple[str, ...], _FragmentsType(type_of(Text))]


@final
@frozen(kw_only=True, repr=False)
class Quote(_Stretch):
    """Words that somebody other than the writer said or wrote.

    The text of a direct quote is without its outer quotation marks; that of a
    mixed or indirect quote is the whole reported clause, with the marks in it.

    Attributes:
        start: Where it starts in its text, in characters (code points) from 0.
        text: The words, cut out of the text at ``start``.
        kind: ``"direct"`` (all in marks), ``"mixed"`` (some in marks) or
            ``"indirect"`` (reported without marks).
        speaker: Who said it, where that can be told.
        mention: The speaker as written beside the quote: ``"He"``.
        cue: The words that introduce it, as written: ``"said"``.
        group: Parts of one utterance that the text splits share a number,
            which no other utterance of the article has.
        fragments: The stretches in marks inside a mixed quote, in order.
        confidence: How sure the finder is, in per cent.

    Raises:
        ModelError: If a value is not of its field's type, or the fragments do
            not stand in ``text`` one after another.

    Example:
        >>> quote = Quote(start=1, text="It is over,", cue="said")
        >>> quote.end
        12

    .. versionadded:: 0.1.0
    """

    start: Count
    text: Text
    kind: QuoteKind = "direct"
    speaker: Source | None = None
    mention: Text | None = None
    cue: Text | None = None
    group: Count | None = None
    fragments: _Fragments = field(default=(), converter=to_strings)
    confidence: Percentage = 100


@final
@frozen(kw_only=True, repr=False)
class Link(_Stretch):
    """A stretch of text that leads somewhere.

    Attributes:
        start: Where it starts in its text, in characters from 0.
        text: The words, cut out of the text at ``start``.
        href: Where it leads, as written.

    Raises:
        ModelError: If a value is not of its field's type.

    Example:
        >>> Link(start=0, text="our guide", href="https://example.com/guide").end
        9

    .. versionadded:: 0.1.0
    """

    start: Count
    text: Text
    href: Line


@final
@frozen(kw_only=True, repr=False)
class Emphasis(_Stretch):
    """A stretch of text that is set in bold or italics.

    Attributes:
        start: Where it starts in its text, in characters from 0.
        text: The words, cut out of the text at ``start``.
        kind: ``"strong"`` or ``"em"``, as in HTML.

    Raises:
        ModelError: If a value is not of its field's type.

    Example:
        >>> Emphasis(start=4, text="must", kind="em").end
        8

    .. versionadded:: 0.1.0
    """

    start: Count
    text: Text
    kind: EmphasisKind = "em"


Mark: TypeAlias = Quote | Link | Emphasis

_RANK = {Link: 0, Emphasis: 1, Quote: 2}


def _place(mark: Mark) -> tuple[int, int, int]:
    return (mark.start, -len(mark.text), _RANK[type(mark)])


def to_marks(value: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks as a tuple in order: by start, then the longer first.

    Where both are equal links come before emphasis before quotes, and marks of
    one class keep the order they were given in.
    """
    marks = to_tuple(value)
    if marks.__class__ is not tuple or len(marks) < 2:
        return marks
    try:
        return tuple(sorted(marks, key=_place))
    except (AttributeError, KeyError, TypeError):
        return marks  # the check refuses what is no mark, and says which


class MarksType(Several):
    """Marks of the owner's text: how they fit it, and each other."""

    def check(self, owner: Any, name: str, value: Any) -> None:
        """Raise :class:`ModelError` for the first mark that does not fit."""
        if type(value) is not tuple:
            FieldType.check(self, owner, name, value)
        text: str = owner.text
        over: list[Mark] = []
        reach = link_end = 0
        for index, mark in enumerate(value):
            if type(mark) not in _RANK:
                self.each.check(owner, f"{name}[{index}]", mark)
            start, words = mark.start, mark.text
            end = start + len(words)
            if start >= reach and text.startswith(words, start):
                # It lies behind all others: no more can be wrong with it.
                over = [mark]
                reach = end
                link_end = end if type(mark) is Link else link_end
                continue
            over = [other for other in over if other.end > start]
            if not text.startswith(words, start):
                problem = f"wanted the text at {start}, {short(text[start:end])},"
                problem = f"{problem} got {short(words)}"
            elif start < link_end and type(mark) is Link:
                problem = f"wanted links apart, got {short(words)} inside another"
            elif over and mark in over:
                problem = f"wanted each mark once, got {short(words)} twice"
            elif len(over) >= OVERLAP_LIMIT:
                problem = f"wanted at most {OVERLAP_LIMIT} marks over one character,"
                problem = f"{problem} got more at {start}"
            else:
                over.append(mark)
                reach = max(reach, end)
                if mark.__class__ is Link:
                    link_end = end
                continue
            raise ModelError(type(owner).__name__, f"{name}[{index}]", problem, words)


Marks = Annotated[tuple[Mark, ...], MarksType(Member(Quote, Link, Emphasis))]
