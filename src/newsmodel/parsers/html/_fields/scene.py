"""What the rules for authors look at: a page, and where bylines stand on it."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple, final

from attrs import evolve

from newsmodel.errors import ModelError
from newsmodel.markup.flow_marks import as_address, runs_script
from newsmodel.model import Contributor
from newsmodel.parsers.html._fields.region import Region
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words
from newsmodel.rules.authors import is_nobody, read_authors
from newsmodel.rules.likeness import key_of

LONGEST_RUN: Final = 220
MOST_AUTHORS: Final = 12


class Credit(NamedTuple):
    """Authors whom a page names in one place.

    Attributes:
        people: They, in order.
        raw: The words.
        element: Where they stand, as far as it is known.
        path: Where inside that.
        below: Whether that is below the headline, where it is printed.
    """

    people: tuple[Contributor, ...]
    raw: str
    element: Any = None
    path: str = ""
    below: bool = True


@final
class Scene:
    """What the rules look at.

    Attributes:
        page: The page.
        region: Where bylines stand on it.
        head: Numbers of the runs around the headline that can be bylines.
        tail: Numbers of those below the body.
        sites: Names of the site and its publisher, as ``key_of`` has them.
    """

    __slots__ = ("_known", "head", "page", "region", "sites", "tail")

    def __init__(self, page: Page, region: Region) -> None:
        runs = page.flow.runs
        self.page = page
        self.region = region
        self.head = [at for at in region.head if len(runs[at].text) <= LONGEST_RUN]
        self.tail = [at for at in region.tail if len(runs[at].text) <= LONGEST_RUN]
        self.sites = page.sites.all
        self._known: dict[str, tuple[Contributor, ...]] = {}

    def authors(self, text: str) -> tuple[Contributor, ...]:
        """Return whom a text names, which is read once."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = read_authors(text)
        return found

    def is_somebody(self, one: Contributor) -> bool:
        """Whether an author is more than the site, its staff or its software."""
        return not is_nobody(one.name) and not is_site(one.name, self.sites)

    def naming(
        self, people: Iterable[Contributor], numbers: Iterable[int]
    ) -> int | None:
        """Return the first of some runs that names one of some people."""
        runs = self.page.flow.runs
        names = [each.name.casefold() for each in people]
        for at in numbers:
            text = runs[at].text.casefold()
            for name in names:
                if name in text:
                    return at
        return None


_STAFF: Final = words(
    "admin author blog com contributor contributors correspondent desk editor editorial"
    " editors magazine media news newsroom online redaktion reporter reporters staff"
    " team the web writer writers"
)
_COMPANIES: Final = words("ag co company corp gmbh inc limited llc ltd plc sa")


def is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is only that of the site or of its staff.

    Example:
        >>> is_site("Example Times Staff", frozenset({"exampletimes"}))
        True
    """
    bare = key_of(name)
    if bare in sites:
        return True
    parts = name.casefold().split()
    if parts[-1].strip(".") in _COMPANIES and key_of("".join(parts[:-1])) in sites:
        return True
    if name.partition(" ")[0].isupper() and parts[0] in sites:
        return True  # "CNN Business"
    rest = [part for part in parts if part.strip(".,") not in _STAFF]
    return not rest or (len(rest) < len(parts) and key_of("".join(rest)) in sites)


def changed(one: Contributor, changes: dict[str, Any]) -> Contributor:
    """Return an author with changes, or as before where they cannot be held."""
    try:
        return evolve(one, **changes) if changes else one
    except ModelError:
        return one


def address_of(href: str) -> str | None:
    """Return an address as it is written, unless it is a script."""
    href = as_address(href)
    return href if href and not runs_script(href) else None


def text_of(element: Any) -> str:
    return "\n".join(
        [text for each in element.itertext() if (text := " ".join(each.split()))]
    )
