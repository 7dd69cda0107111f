"""Blocks: the parts of an article's body, in reading order."""

from collections.abc import Iterable
from typing import Annotated, Any, TypeAlias, final

from attrs import field, frozen

from newsmodel.model.fieldtypes import (
    BodyText,
    Count,
    Line,
    Several,
    Text,
    Value,
    Whole,
    to_tuple,
    type_of,
)
from newsmodel.model.marks import Mark, Marks, Quote, to_marks
from newsmodel.model.people import Source


def _to_sources(value: Iterable[Source]) -> tuple[Source, ...]:
    return to_tuple(value)


class _Marked(Value):
    """What all texts with marks have in common."""

    __slots__ = ()

    @property
    def quotes(self: Any) -> tuple[Quote, ...]:  # each subclass has marks
        """The quotes among the marks, in order."""
        marks: tuple[Mark, ...] = self.marks
        return tuple([each for each in marks if type(each) is Quote]) if marks else ()


@final
@frozen(kw_only=True, repr=False)
class Paragraph(_Marked):
    """A paragraph of running text.

    Attributes:
        text: Its text, as printed; never empty.
        marks: Quotes, links and emphasis in it, in order.

    Raises:
        ModelError: If the text is empty, or a mark does not fit it.

    Example:
        >>> said = Quote(start=1, text="Stop,", cue="said")
        >>> Paragraph(text="“Stop,” she said.", marks=[said]).quotes[0].text
        'Stop,'

    .. versionadded:: 0.1.0
    """

    text: Text
    marks: Marks = field(default=(), converter=to_marks)


@final
@frozen(kw_only=True, repr=False)
class Heading(_Marked):
    """A sub-heading inside the body.

    Attributes:
        text: Its text, as printed; never empty.
        level: 1 to 6, as in HTML; the headline of the article counts as 1.
        marks: Quotes, links and emphasis in it, in order.

    Raises:
        ModelError: If the text is empty, or a value does not fit.

    Example:
        >>> Heading(text="What happens next").level
        2

    .. versionadded:: 0.1.0
    """

    text: Text
    level: Annotated[int, Whole(1, 6)] = 2
    marks: Marks = field(default=(), converter=to_marks)


@final
@frozen(kw_only=True, repr=False)
class ListItem(_Marked):
    """One item of a list; items that follow each other form one list.

    Attributes:
        text: Its text, without the bullet or number.
        depth: 1 for an item of an outermost list, to 16.
        ordered: Whether the list is numbered.
        marks: Quotes, links and emphasis in it, in order.

    Raises:
        ModelError: If the text is empty, or a value does not fit.

    Example:
        >>> ListItem(text="Flour, 500 g").ordered
        False

    .. versionadded:: 0.1.0
    """

    text: Text
    depth: Annotated[int, Whole(1, 16)] = 1
    ordered: bool = False
    marks: Marks = field(default=(), converter=to_marks)


@final
@frozen(kw_only=True, repr=False)
class BlockQuote(_Marked):
    """A passage set apart on the page as somebody else's words.

    Attributes:
        text: Its text, as printed; never empty.
        marks: Quotes, links and emphasis in it, in order.

    Raises:
        ModelError: If the text is empty, or a mark does not fit it.

    Example:
        >>> BlockQuote(text="We regret the error.").quotes
        ()

    .. versionadded:: 0.1.0
    """

    text: Text
    marks: Marks = field(default=(), converter=to_marks)


@final
@frozen(kw_only=True, repr=False)
class Image(Value):
    """A picture that is shown, not the picture itself.

    Attributes:
        url: Where it lies, as written.
        alt: What is said in its place to those who do not see it.
        width: In pixels.
        height: In pixels.

    Raises:
        ModelError: If all is absent, or a value is not of its field's type.

    Example:
        >>> Image(url="https://example.com/flood.jpg", width=1200).height is None
        True

    .. versionadded:: 0.1.0
    """

    _any_of = ("url", "alt", "width", "height")

    url: Line | None = None
    alt: Text | None = None
    width: Count | None = None
    height: Count | None = None


@final
@frozen(kw_only=True, repr=False)
class ImageCaption(_Marked):
    """What stands below a picture.

    Attributes:
        text: What the picture shows, without the credit; may be empty where
            there is a credit or an image.
        credit_line: Whose picture it is, as printed, without the sign or label
            that introduces it: ``"Sergei Chuzavkov/AFP/Getty Images"``.
        credits: Those named in the credit line, in order, with the role of
            photographer, agency or distributor.
        image: The picture.
        marks: Quotes, links and emphasis in the text, in order.

    Raises:
        ModelError: If text, credit and image are all absent, or a value does
            not fit.

    Example:
        >>> caption = ImageCaption(text="A fire in the town", credit_line="Reuters")
        >>> caption.credits
        ()

    .. versionadded:: 0.1.0
    """

    _any_of = ("text", "credit_line", "credits", "image")

    text: BodyText = ""
    credit_line: Line | None = None
    credits: tuple[Source, ...] = field(default=(), converter=_to_sources)
    image: Image | None = None
    marks: Marks = field(default=(), converter=to_marks)


@final
@frozen(kw_only=True, repr=False)
class Cell(_Marked):
    """One cell of a table.

    Attributes:
        text: Its text; may be empty.
        header: Whether it heads its row or column.
        marks: Quotes, links and emphasis in it, in order.

    Raises:
        ModelError: If a value does not fit.

    Example:
        >>> Cell(text="Turnout", header=True).text
        'Turnout'

    .. versionadded:: 0.1.0
    """

    text: BodyText = ""
    header: bool = False
    marks: Marks = field(default=(), converter=to_marks)


_Row = Annotated[tuple[Cell, ...], Several(type_of(Cell), least=1)]
_Rows = Annotated[tuple[_Row, ...], Several(type_of(_Row), least=1)]


def _to_rows(value: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    rows: Any = to_tuple(value)
    if type(rows) is not tuple:
        return rows  # type: ignore[no-any-return]  # the check refuses it
    return tuple([to_tuple(row) for row in rows])


@final
@frozen(kw_only=True, repr=False)
class Table(Value):
    r"""A table: rows of cells.

    Attributes:
        rows: At least one row, each of at least one cell; rows may differ in
            length.
        caption: What stands above or below it.

    Raises:
        ModelError: If a row is missing or empty, or a value does not fit.

    Example:
        >>> table = Table(rows=[[Cell(text="Yes"), Cell(text="52%")]])
        >>> table.text
        'Yes\t52%'

    .. versionadded:: 0.1.0
    """

    rows: _Rows = field(converter=_to_rows)
    caption: Text | None = None

    @property
    def text(self) -> str:
        """Its cells, parted by tabs, a line a row."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of its cells, row by row; each counts in its own cell."""
        return tuple(
            [quote for row in self.rows for cell in row for quote in cell.quotes]
        )


@final
@frozen(kw_only=True, repr=False)
class Embed(_Marked):
    """Something from elsewhere that the page shows: a post, a video, a map.

    Attributes:
        url: Where it lies, as written.
        provider: Whose it is: ``"YouTube"``.
        text: The words shown in its place; may be empty.
        marks: Quotes, links and emphasis in the text, in order.

    Raises:
        ModelError: If all is absent, or a value does not fit.

    Example:
        >>> Embed(url="https://example.com/video/7", provider="Example TV").text
        ''

    .. versionadded:: 0.1.0
    """

    _any_of = ("url", "provider", "text")

    url: Line | None = None
    provider: Line | None = None
    text: BodyText = ""
    marks: Marks = field(default=(), converter=to_marks)


Block: TypeAlias = (
    Paragraph | Heading | ListItem | BlockQuote | ImageCaption | Table | Embed
)
