"""The nouns of a newsroom as typed, immutable values. Knows no format."""

from newsmodel.model.article import Article, Dateline, Rights, Status, Subject
from newsmodel.model.blocks import (
    Block,
    BlockQuote,
    Cell,
    Embed,
    Heading,
    Image,
    ImageCaption,
    ListItem,
    Paragraph,
    Table,
)
from newsmodel.model.fieldtypes import When
from newsmodel.model.marks import Emphasis, EmphasisKind, Link, Mark, Quote, QuoteKind
from newsmodel.model.people import Contributor, PartyKind, Source
from newsmodel.model.times import sort_key

__all__ = [
    "Article",
    "Block",
    "BlockQuote",
    "Cell",
    "Contributor",
    "Dateline",
    "Embed",
    "Emphasis",
    "EmphasisKind",
    "Heading",
    "Image",
    "ImageCaption",
    "Link",
    "ListItem",
    "Mark",
    "Paragraph",
    "PartyKind",
    "Quote",
    "QuoteKind",
    "Rights",
    "Source",
    "Status",
    "Subject",
    "Table",
    "When",
    "sort_key",
]
