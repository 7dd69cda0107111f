"""Tells Hypothesis how to draw the classes of the model.

Hypothesis calls :func:`register` by an entry point while it is imported, which
may be because :mod:`newsmodel.testing` is; so that cannot be imported here
before a value is drawn.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from newsmodel import model

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

#: The classes, and the functions of newsmodel.testing that draw them.
STRATEGIES: dict[type, str] = {
    model.Article: "articles",
    model.BlockQuote: "block_quotes",
    model.Cell: "cells",
    model.Contributor: "contributors",
    model.Dateline: "datelines",
    model.Embed: "embeds",
    model.Emphasis: "emphases",
    model.Heading: "headings",
    model.Image: "images",
    model.ImageCaption: "captions",
    model.Link: "links",
    model.ListItem: "list_items",
    model.Paragraph: "paragraphs",
    model.Quote: "quotes",
    model.Rights: "rights",
    model.Source: "sources",
    model.Subject: "subjects",
    model.Table: "tables",
}


def register() -> None:
    """Have ``st.from_type`` draw from :mod:`newsmodel.testing`."""
    from hypothesis import strategies as st

    for cls, name in STRATEGIES.items():
        st.register_type_strategy(cls, partial(_strategy, name))


def _strategy(name: str, _: Any) -> "SearchStrategy[Any]":
    from newsmodel import testing

    drawn: SearchStrategy[Any] = getattr(testing, name)()
    return drawn
