"""The laws that every format keeps, for every article that the model allows.

One test draws an article and gives it to all formats, since to draw it takes longer
than to write and read it. CONTRIBUTING says how the 20,000 examples are run.
"""

import re
from contextlib import suppress
from typing import Any

from attrs import evolve, fields_dict
from hypothesis import given

import newsmodel
from newsmodel.errors import ParseError
from newsmodel.losses import differences
from newsmodel.model import Article
from newsmodel.testing import articles

LOSES = {each.format: {*each.loses} for each in newsmodel.formats() if each.writes}
FOR_PEOPLE = ("html", "markdown")
EXCHANGE = [each for each in LOSES if each not in FOR_PEOPLE]


def lost(article: Article, other: Article, known: set[str]) -> set[str]:
    """Return the fields that were lost, of which all of the body may be one."""
    names = [re.sub(r"\[[0-9]+\]", "[]", each) for each in differences(article, other)]
    whole = "body" in known
    return {"body" if whole and each.startswith("body") else each for each in names}


@given(articles())
def test_what_is_not_published_as_lost_comes_back_for_ever(article: Article) -> None:
    for format in EXCHANGE:
        found = newsmodel.explain(newsmodel.serialise(article, format))
        assert found.format == format
        assert lost(article, found.article, LOSES[format]) <= LOSES[format], format
        if found.article != article:
            again = newsmodel.serialise(found.article, format)
            assert newsmodel.parse(again) == found.article, format
            found = newsmodel.explain(again)
        assert found.notes == (), format


@given(articles())
def test_what_people_do_not_see_changes_nothing_that_is_written(
    article: Article,
) -> None:
    defaults: dict[str, Any] = {
        name: each.default for name, each in fields_dict(Article).items()
    }
    for format in FOR_PEOPLE:
        losses = newsmodel.registry.named(format).losses  # type: ignore[attr-defined]  # both have it
        unseen = [each.field for each in losses if each.becomes == "left out"]
        bare = evolve(article, **{name: defaults[name] for name in unseen})
        data = newsmodel.serialise(article, format)
        assert newsmodel.serialise(bare, format) == data, format
        with suppress(ParseError):  # of a page without a word
            read = newsmodel.parse(data, "html")
            assert newsmodel.parse(data, "html") == read
