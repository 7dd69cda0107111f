"""Hypothesis strategies for every class of the model.

They generate the hard cases: empty tuples, astral characters, combining marks,
right-to-left text, blank-only text, marks at borders, nested and overlapping,
speakers with every combination of absent fields, odd offsets, plain dates, the
years 1 and 9999. With Hypothesis installed ``st.from_type(newsmodel.Article)``
draws from them without further ado.

Example:
    >>> from hypothesis import given
    >>> from newsmodel.testing import articles
    >>> @given(articles())
    ... def test_my_exporter_takes_every_article(article): ...

.. versionadded:: 0.1.0
"""

from datetime import date, datetime, timedelta, timezone
from typing import Any, get_args

from hypothesis import strategies as st

from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Cell,
    Contributor,
    Dateline,
    Embed,
    Emphasis,
    EmphasisKind,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Paragraph,
    PartyKind,
    Quote,
    QuoteKind,
    Rights,
    Source,
    Status,
    Subject,
    Table,
    When,
)

__all__ = [
    "articles",
    "block_quotes",
    "blocks",
    "captions",
    "cells",
    "contributors",
    "datelines",
    "embeds",
    "emphases",
    "headings",
    "images",
    "lines",
    "links",
    "list_items",
    "marks_over",
    "paragraphs",
    "quotes",
    "rights",
    "sources",
    "subjects",
    "tables",
    "texts",
    "whens",
]

_COUNT_LIMIT = 2**53 - 1
# What goes wrong where, met more often than by chance: markup, marks, blanks of
# all kinds, what XML and Python count as line ends, combining marks, scripts
# written from the right, characters beyond the first plane.
_AWKWARD = (
    "<>&\"'“”‘’«»„`()[]{}:;,.!?-—#@\\/ \u00a0\u2003\u200b\u00ad\u0085\u2028\u2029"
    "\u0300\u0301\u20dd\u200d\ufeff\u202e\u05d0\u0627\u7f8e𝒜🙂👩🏽\x7f\U0010ffffaAzZ09"
)
_BREAKS = "\t\n \n"
_ANY = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="\t\n\r\ufffe\uffff",
    min_codepoint=0x20,
)


def lines() -> st.SearchStrategy[str]:
    """Return a strategy for the model's *lines*: no tab, no line feed."""
    return _pieces(_AWKWARD, 1, most=3)


def texts(min_size: int = 1) -> st.SearchStrategy[str]:
    """Return a strategy for the model's *texts*, empty ones too from size 0."""
    least = min(min_size, 1)
    blank = st.text(st.sampled_from(" \t\n\u00a0"), min_size=least, max_size=5)
    return _pieces(_AWKWARD + _BREAKS, least, most=6) | blank


def _pieces(awkward: str, least: int, most: int) -> st.SearchStrategy[str]:
    # Piece by piece, since Hypothesis makes one alphabet of several, and then
    # draws the awkward characters as seldom as any others.
    piece = st.text(awkward, min_size=1, max_size=6) | st.text(
        _ANY, min_size=1, max_size=8
    )
    return st.lists(piece, min_size=least, max_size=most).map("".join)


def whens() -> st.SearchStrategy[When]:
    """Return a strategy for times: dates and datetimes, with zone or without."""
    offsets = st.integers(-14 * 60, 14 * 60).map(
        lambda minutes: timezone(timedelta(minutes=minutes))
    )
    edges = st.sampled_from([date.min, date.max, datetime.min, datetime.max])
    zoned = st.builds(
        lambda when, zone: when.replace(tzinfo=zone),
        st.sampled_from([datetime.min, datetime.max]),
        offsets,
    )
    anywhen = st.datetimes(timezones=st.none() | offsets)
    return st.one_of(st.dates(), st.datetimes(), anywhen, edges, zoned)


def sources() -> st.SearchStrategy[Source]:
    """Return a strategy for sources: named, described, or both."""
    rest: dict[str, Any] = {
        "kind": st.sampled_from(get_args(PartyKind)),
        "role": st.none() | _roles(),
        "url": st.none() | lines(),
        "identifiers": _few(lines()),
    }
    return st.one_of(
        st.builds(Source, name=lines(), description=st.none() | texts(), **rest),
        st.builds(Source, name=st.none(), description=texts(), **rest),
    )


def contributors() -> st.SearchStrategy[Contributor]:
    """Return a strategy for contributors."""
    return st.builds(
        Contributor,
        name=lines(),
        role=st.just("author") | _roles(),
        kind=st.sampled_from(get_args(PartyKind)),
        location=st.none() | lines(),
        affiliation=st.none() | lines(),
        url=st.none() | lines(),
        identifiers=_few(lines()),
    )


@st.composite
def quotes(draw: st.DrawFn, start: int = 0, text: str | None = None) -> Quote:
    """Draw a quote; of *text* at *start*, where these are given."""
    words = draw(texts()) if text is None else text
    cuts = draw(st.lists(st.integers(0, len(words)), max_size=4).map(sorted))
    fragments = [
        words[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b
    ]
    return Quote(
        start=start,
        text=words,
        kind=draw(st.sampled_from(get_args(QuoteKind))),
        speaker=draw(st.none() | sources()),
        mention=draw(st.none() | texts()),
        cue=draw(st.none() | texts()),
        group=draw(st.none() | st.integers(0, 3) | st.just(_COUNT_LIMIT)),
        fragments=fragments,
        confidence=draw(st.integers(0, 100)),
    )


@st.composite
def links(draw: st.DrawFn, start: int = 0, text: str | None = None) -> Link:
    """Draw a link; over *text* at *start*, where these are given."""
    words = draw(texts()) if text is None else text
    return Link(start=start, text=words, href=draw(lines()))


@st.composite
def emphases(draw: st.DrawFn, start: int = 0, text: str | None = None) -> Emphasis:
    """Draw a stretch of emphasis; of *text* at *start*, where these are given."""
    words = draw(texts()) if text is None else text
    kind = draw(st.sampled_from(get_args(EmphasisKind)))
    return Emphasis(start=start, text=words, kind=kind)


@st.composite
def marks_over(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    """Draw marks that fit *text*: at its borders, nested, overlapping, alike."""
    if not text:
        return ()
    chosen: list[Mark] = []
    link_end = 0
    for _ in range(draw(st.integers(0, 5))):
        edges = st.sampled_from((0, min(link_end, len(text) - 1)))
        start = draw(st.integers(0, len(text) - 1) | edges)
        end = draw(st.integers(start + 1, len(text)) | st.just(len(text)))
        made: Any = draw(st.sampled_from((quotes, quotes, emphases, links)))
        if made is links:
            start = max(start, link_end)
            if start >= end:
                continue
            link_end = end
        mark = draw(made(start, text[start:end]))
        if mark not in chosen:
            chosen.append(mark)
    return tuple(chosen)


@st.composite
def _marked(draw: st.DrawFn, /, kind: Any, min_size: int, **rest: Any) -> Any:
    text = draw(texts(min_size))
    given = {name: draw(each) for name, each in rest.items()}
    return kind(text=text, marks=draw(marks_over(text)), **given)


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Return a strategy for paragraphs."""
    return _marked(Paragraph, 1)


def headings() -> st.SearchStrategy[Heading]:
    """Return a strategy for headings."""
    return _marked(Heading, 1, level=st.integers(1, 6))


def list_items() -> st.SearchStrategy[ListItem]:
    """Return a strategy for list items."""
    return _marked(ListItem, 1, depth=st.integers(1, 16), ordered=st.booleans())


def block_quotes() -> st.SearchStrategy[BlockQuote]:
    """Return a strategy for block quotes."""
    return _marked(BlockQuote, 1)


def images() -> st.SearchStrategy[Image]:
    """Return a strategy for images."""
    return _any_of(Image, url=lines(), alt=texts(), width=_counts(), height=_counts())


@st.composite
def captions(draw: st.DrawFn) -> ImageCaption:
    """Draw an image caption, also one that has only a credit or an image."""
    credit_line = draw(st.none() | lines())
    credits = draw(_few(sources()))
    image = draw(st.none() | images())
    bare = credit_line is None and not credits and image is None
    text = draw(texts(1 if bare else 0))
    return ImageCaption(
        text=text,
        credit_line=credit_line,
        credits=credits,
        image=image,
        marks=draw(marks_over(text)),
    )


def cells() -> st.SearchStrategy[Cell]:
    """Return a strategy for the cells of tables."""
    return _marked(Cell, 0, header=st.booleans())


def tables() -> st.SearchStrategy[Table]:
    """Return a strategy for tables, whose rows may differ in length."""
    row = st.lists(cells(), min_size=1, max_size=3)
    rows = st.lists(row, min_size=1, max_size=3)
    return st.builds(Table, rows=rows, caption=st.none() | texts())


@st.composite
def embeds(draw: st.DrawFn) -> Embed:
    """Draw an embed, also one that has nothing but a provider."""
    url, provider = draw(st.none() | lines()), draw(st.none() | lines())
    text = draw(texts(1 if url is None and provider is None else 0))
    return Embed(url=url, provider=provider, text=text, marks=draw(marks_over(text)))


def blocks() -> st.SearchStrategy[Block]:
    """Return a strategy for blocks of every kind."""
    return st.one_of(
        paragraphs(),
        headings(),
        list_items(),
        block_quotes(),
        captions(),
        tables(),
        embeds(),
    )


def datelines() -> st.SearchStrategy[Dateline]:
    """Return a strategy for datelines."""
    return _any_of(Dateline, text=texts(), place=lines(), date=whens())


def subjects() -> st.SearchStrategy[Subject]:
    """Return a strategy for subjects: in words, in a code, or in both."""
    qcode = st.builds(
        Subject,
        name=st.none() | lines(),
        code=st.sampled_from(["20000146", "text", "a b", "x:y"]),
        scheme=st.just("http://cv.iptc.org/newscodes/mediatopic/"),
    )
    return qcode | st.builds(
        Subject, name=lines(), code=st.none() | lines(), scheme=st.none() | lines()
    )


def rights() -> st.SearchStrategy[Rights]:
    """Return a strategy for rights."""
    return _any_of(Rights, holder=lines(), notice=texts(), terms=texts())


def articles() -> st.SearchStrategy[Article]:
    """Return a strategy for articles: any that the model allows.

    Example:
        >>> from newsmodel.model import Article
        >>> isinstance(articles().example(), Article)  # doctest: +SKIP
        True
    """
    alphanumeric = st.text("abcxyzABC019", min_size=1, max_size=8)
    tag = st.builds(
        lambda first, rest: "-".join([first, *rest]),
        st.text("abcxyzABC", min_size=1, max_size=8),
        _few(alphanumeric),
    )
    return st.builds(
        Article,
        headline=st.none() | texts(),
        standfirst=st.none() | texts(),
        slugline=st.none() | lines(),
        section=st.none() | lines(),
        byline=st.none() | texts(),
        contributors=_few(contributors()),
        dateline=st.none() | datelines(),
        published=st.none() | whens(),
        modified=st.none() | whens(),
        embargoed=st.none() | whens(),
        source=st.none() | sources(),
        language=st.none() | tag,
        url=st.none() | lines(),
        guid=st.none() | lines(),
        version=st.none() | _counts(),
        subjects=_few(subjects()),
        keywords=_few(lines()),
        genre=st.none() | subjects(),
        rights=st.none() | rights(),
        urgency=st.none() | st.integers(1, 9),
        status=st.none() | st.sampled_from(get_args(Status)),
        editorial_note=st.none() | texts(),
        views=st.none() | _counts(),
        body=st.lists(blocks(), max_size=5),
    )


def _few(each: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.just([]) | st.lists(each, max_size=3)


def _counts() -> st.SearchStrategy[int]:
    return st.integers(0, _COUNT_LIMIT) | st.integers(0, 3) | st.just(_COUNT_LIMIT)


def _roles() -> st.SearchStrategy[str]:
    usual = ["photographer", "agency", "distributor", "additional-reporting", "editor"]
    return st.sampled_from(usual) | st.from_regex("[a-z][a-z0-9-]{0,8}", fullmatch=True)


@st.composite
def _any_of(draw: st.DrawFn, /, kind: Any, **each: st.SearchStrategy[Any]) -> Any:
    """Draw a *kind* that has at least one of its fields, and any of the others."""
    sure = draw(st.sampled_from(sorted(each)))
    given = {
        name: draw(strategy if name == sure else st.none() | strategy)
        for name, strategy in each.items()
    }
    return kind(**given)
