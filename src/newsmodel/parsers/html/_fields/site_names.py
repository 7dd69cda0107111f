"""By which names a site goes, as far as its pages say so."""

from typing import Final, NamedTuple

from newsmodel.markup.json_ld import string_of, values_of
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.addresses import host_of
from newsmodel.rules.likeness import key_of, words_of
from newsmodel.rules.titles import split_title

_NAMED: Final = ("og:site_name", "application-name", "twitter:site", "publisher")
# Some templates give the title of each page as the name of the site.
_LONGEST: Final = 50
_SHORTEST_LABEL: Final = 2


class SiteNames(NamedTuple):
    """Names of a site, as ``key_of`` gives them.

    Attributes:
        given: Those that its pages give it.
        all: Those and what its address is made of.
    """

    given: frozenset[str]
    all: frozenset[str]


def site_names(page: Page) -> SiteNames:
    """Return the names of the site of a page and of its publisher."""
    given = [page.meta(name) for name in _NAMED]
    given += [string_of(each) for each in values_of(page.article.get("publisher"))]
    others: list[str] = []
    for host in {host_of(page.url or ""), host_of(page.meta("og:url"))}:
        if host:
            labels = [each for each in host.split(".") if len(each) > _SHORTEST_LABEL]
            others += [host, host.removeprefix("www."), *labels]
            others += _called_as(host, page.title)
    names = _keys(given)
    return SiteNames(names, names | _keys(others))


def _keys(names: list[str]) -> frozenset[str]:
    found = {key_of(each) for each in names if 0 < len(each) <= _LONGEST}
    return frozenset(found - {""})


def _called_as(host: str, title: str) -> list[str]:
    """Return the first or last part of a title, if its words are all in the host.

    Not both: then the article is about the site.
    """
    parts = split_title(title)
    ends = [parts[0], parts[-1]] if len(parts) > 1 else []
    bare = key_of(host)
    called = [each for each in ends if all(word in bare for word in words_of(each))]
    return called if len(called) == 1 else []
