"""By which names a site goes, as far as its pages say so."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from newsmodel.rules.addresses import host_of
from newsmodel.rules.likeness import key_of, words_of
from newsmodel.rules.titles import split_title

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


def site_names(given: Iterable[str], addresses: Iterable[str], title: str) -> SiteNames:
    """Return the names of the site of a page.

    Args:
        given: What the page calls its site and its publisher.
        addresses: What may be its address.
        title: Its title, a part of which may be the name.

    Example:
        >>> sites = site_names([], ["https://www.elm-post.example/a"], "A - Elm Post")
        >>> "elmpost" in sites.all
        True
    """
    others: list[str] = []
    for host in {host_of(address) for address in addresses}:
        if host:
            labels = [each for each in host.split(".") if len(each) > _SHORTEST_LABEL]
            others += [host, host.removeprefix("www."), *labels]
            others += _called_as(host, title)
    names = _keys(given)
    return SiteNames(names, names | _keys(others))


def _keys(names: Iterable[str]) -> frozenset[str]:
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
