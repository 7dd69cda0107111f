"""Who made an article: those whom a document names, and those in its byline."""

from typing import Final, final

from attrs import evolve

from newsmodel.model import Contributor
from newsmodel.rules.authors import is_same, read_authors
from newsmodel.serialisers._findings import PlacedFindings, Trace

_AUTHOR, _OTHER = "author", "contributor"
_WRITERS: Final = ("writer", "reporter")
# Where a document names more makers than so many, none is looked for in a byline:
# each of the one would be compared with each of the other.
_MOST: Final = 100


@final
class Makers:
    """The makers of one article, each once.

    Example:
        >>> from newsmodel.serialisers._findings import Findings
        >>> found = Findings()
        >>> makers = Makers(found)
        >>> makers.add(Contributor(name="Ann Example"), Trace("creator", ""))
        >>> makers.add_byline("By Ann Example in Kyiv", Trace("by", ""))
        >>> makers.settle()
        >>> [(each.name, each.location) for each in found.fields["contributors"]]
        [('Ann Example', 'Kyiv')]
    """

    def __init__(self, findings: PlacedFindings) -> None:
        self._findings = findings
        self._made: list[tuple[Contributor, Trace]] = []
        self._all: set[Contributor] = set()

    @property
    def has_author(self) -> bool:
        """Whether an author is among them."""
        return any(one.role == _AUTHOR for one, _ in self._made)

    def add(self, one: Contributor, trace: Trace) -> None:
        """Add somebody whom a document names."""
        if one not in self._all:
            self._all.add(one)
            self._made.append((one, trace))

    def add_byline(self, byline: str, trace: Trace) -> None:
        """Add those in a byline, or what it says of those who are there.

        Whoever is printed there is an author, whatever else, and is called as
        printed where that says more.
        """
        before = self._made[:] if len(self._made) <= _MOST else []
        for one in read_authors(byline):
            for at, (other, where) in enumerate(before):
                if _are_same(one, other):
                    full = evolve(
                        other,
                        name=max(other.name, one.name, key=_words),
                        role=one.role,
                        location=other.location or one.location,
                        affiliation=other.affiliation or one.affiliation,
                    )
                    self._made[at] = full, where
                    break
            else:
                self._made.append((one, trace))

    def settle(self) -> None:
        """Give them to the article.

        An organisation, or whoever may be one, is the author only where nobody
        else is, and then so are those who wrote or reported.
        """
        authors = [one for one, _ in self._made if one.role == _AUTHOR]
        has_people = any(one.kind == "person" for one in authors)
        contributors: list[Contributor] = []
        for one, trace in self._made:
            role = one.role
            if role == _AUTHOR and has_people and one.kind != "person":
                role = _OTHER
            elif role in _WRITERS and not authors:
                role = _AUTHOR
            self._findings.witness(f"contributors[{len(contributors)}]", trace)
            contributors.append(one if role == one.role else evolve(one, role=role))
        if contributors:
            self._findings.fields["contributors"] = contributors


def _words(name: str) -> int:
    return len(name.split())


def _are_same(one: Contributor, other: Contributor) -> bool:
    if one.name.casefold() == other.name.casefold():
        return True
    return is_same(one.name, other.name)
