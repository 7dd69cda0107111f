"""The article, and the values that only it has."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, TypeAlias, final

from attrs import field, frozen

from newsmodel.model.blocks import (
    Block,
    BlockQuote,
    Heading,
    ImageCaption,
    ListItem,
    Paragraph,
    Table,
)
from newsmodel.model.fieldtypes import (
    Count,
    LanguageTag,
    Line,
    Text,
    Value,
    When,
    Whole,
    to_strings,
    to_tuple,
)
from newsmodel.model.marks import Quote
from newsmodel.model.people import Contributor, Source
from newsmodel.model.times import to_when

Status: TypeAlias = Literal["usable", "withheld", "canceled"]


@final
@frozen(kw_only=True, repr=False)
class Dateline(Value):
    """The place and date that open a text: ``KYIV, June 1 (Reuters)``.

    Attributes:
        text: As printed, without the dash that ends it.
        place: Where the article was written, as printed.
        date: When, where it can be told.

    Raises:
        ModelError: If all is absent, or a value is not of its field's type.

    Example:
        >>> Dateline(text="KYIV, June 1 (Reuters)", place="KYIV").place
        'KYIV'

    .. versionadded:: 0.1.0
    """

    _any_of = ("text", "place", "date")

    text: Text | None = None
    place: Line | None = None
    date: When | None = field(default=None, converter=to_when, eq=str)


@final
@frozen(kw_only=True, repr=False)
class Subject(Value):
    """What an article is about, in words, in a code, or in both.

    Attributes:
        name: As published: ``"flood"``.
        code: Code within ``scheme``: ``"20000146"``. NewsML-G2: the part of a
            QCode after the colon.
        scheme: The vocabulary that ``code`` belongs to, as a URI.

    Raises:
        ModelError: If name and code are both absent, or a value is not of its
            field's type.

    Example:
        >>> Subject(name="flood").code is None
        True

    .. versionadded:: 0.1.0
    """

    _any_of = ("name", "code")

    name: Line | None = None
    code: Line | None = None
    scheme: Line | None = None


@final
@frozen(kw_only=True, repr=False)
class Rights(Value):
    """Whose an article is, and what may be done with it.

    Attributes:
        holder: Who holds the copyright.
        notice: The copyright line, as printed.
        terms: What use is allowed, as printed.

    Raises:
        ModelError: If all is absent, or a value is not of its field's type.

    Example:
        >>> Rights(holder="Example Media", notice="© 2023 Example Media").holder
        'Example Media'

    .. versionadded:: 0.1.0
    """

    _any_of = ("holder", "notice", "terms")

    holder: Line | None = None
    notice: Text | None = None
    terms: Text | None = None


def _to_contributors(value: Iterable[Contributor]) -> tuple[Contributor, ...]:
    return to_tuple(value)


def _to_subjects(value: Iterable[Subject]) -> tuple[Subject, ...]:
    return to_tuple(value)


def _to_blocks(value: Iterable[Block]) -> tuple[Block, ...]:
    return to_tuple(value)


@final
@frozen(kw_only=True, repr=False)
class Article(Value):
    """A news article: immutable, equal by value, and valid once built.

    What an article does not have is ``None``, or ``()`` where there may be
    several. Texts are held as given, whatever their white space or Unicode
    normal form. A time is a ``date`` or a ``datetime``: the precision given is
    the precision kept, and two times are equal when they are written alike.

    Attributes:
        headline: The line that draws the reader in.
        standfirst: The summary under the headline.
        slugline: The desk's working label: ``US-Finance-Fed``.
        section: The part of the paper it stands in.
        byline: The credit as printed: ``By Ann Example``.
        contributors: Who made it, authors first as a rule.
        dateline: The place and date that open the text.
        published: When it was first published.
        modified: When it was last changed.
        embargoed: Until when it must not be published.
        source: Who published or provides it.
        language: Of the text, as a BCP 47 tag; nothing is looked up.
        url: Where it lies, as written.
        guid: Its identifier at the publisher's, as written.
        version: The number of this version at the publisher's.
        subjects: What it is about, from vocabularies.
        keywords: What it is about, in free words.
        genre: What sort of article it is.
        rights: Whose it is, and what may be done with it.
        urgency: How soon it needs an editor's eye, 1 (most) to 9.
        status: Whether it may be used. NewsML-G2: ``pubStatus``.
        editorial_note: A note to editors, not for publication.
        views: How often it was read, as printed on the page.
        body: Its blocks, in reading order.

    Raises:
        ModelError: If a value is not of its field's type.

    Example:
        >>> article = Article(headline="Bridge reopens", keywords=["bridges"])
        >>> article.keywords
        ('bridges',)

    .. versionadded:: 0.1.0
    """

    headline: Text | None = None
    standfirst: Text | None = None
    slugline: Line | None = None
    section: Line | None = None
    byline: Text | None = None
    contributors: tuple[Contributor, ...] = field(
        default=(), converter=_to_contributors
    )
    dateline: Dateline | None = None
    published: When | None = field(default=None, converter=to_when, eq=str)
    modified: When | None = field(default=None, converter=to_when, eq=str)
    embargoed: When | None = field(default=None, converter=to_when, eq=str)
    source: Source | None = None
    language: LanguageTag | None = None
    url: Line | None = None
    guid: Line | None = None
    version: Count | None = None
    subjects: tuple[Subject, ...] = field(default=(), converter=_to_subjects)
    keywords: tuple[Line, ...] = field(default=(), converter=to_strings)
    genre: Subject | None = None
    rights: Rights | None = None
    urgency: Annotated[int, Whole(1, 9)] | None = None
    status: Status | None = None
    editorial_note: Text | None = None
    views: Count | None = None
    body: tuple[Block, ...] = field(default=(), converter=_to_blocks)

    @property
    def text(self) -> str:
        """What is read below the headline, parted by blank lines.

        The standfirst, then the paragraphs, headings, list items, block quotes and
        tables of the body; captions and embeds stand beside the text.
        """
        texts = [block.text for block in self.body if type(block) in _RUNNING_TEXT]
        return "\n\n".join([self.standfirst, *texts] if self.standfirst else texts)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the paragraphs, in order."""
        return tuple([each.text for each in self.body if type(each) is Paragraph])

    @property
    def captions(self) -> tuple[ImageCaption, ...]:
        """The image captions, in order."""
        return tuple([each for each in self.body if type(each) is ImageCaption])

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes of the body, in order; each counts in its own block."""
        return tuple([quote for block in self.body for quote in block.quotes])

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of the contributors whose role is author, in order."""
        return tuple([each.name for each in self.contributors if each.role == "author"])

    @property
    def speakers(self) -> tuple[Source, ...]:
        """The speakers of the quotes, each once, in order of first appearance."""
        return tuple(
            dict.fromkeys(each.speaker for each in self.quotes if each.speaker)
        )

    def iter_quotes(self) -> Iterator[tuple[Block, Quote]]:
        """Yield each quote with the block that it stands in.

        A quote in a table counts its place in its own cell.
        """
        for block in self.body:
            for quote in block.quotes:
                yield block, quote


_RUNNING_TEXT = frozenset((Paragraph, Heading, ListItem, BlockQuote, Table))
