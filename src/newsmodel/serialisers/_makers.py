"""Who made an article: those whom a document names, and those in its byline."""

from typing import Final, final

from attrs import evolve

from newsmodel.model import Contributor
from newsmodel.rules.authors import is_same, read_authors
from newsmodel.serialisers._findings import Findings, Trace

_OTHER: Final = "contributor"
# So many makers are looked for in a byline.
_MOST: Final = 100


@final
class Makers:
    """The makers of one article, each once.

    Example:
        >>> found = Findings()
        >>> makers = Makers(found)
        >>> makers.add(Contributor(name="Ann Example"), Trace("creator", ""))
        >>> makers.add_byline("By Ann Example in Kyiv", Trace("by", ""))
        >>> makers.settle()
        >>> [(each.name, each.location) for each in found.fields["contributors"]]
        [('Ann Example', 'Kyiv')]
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._made: list[tuple[Contributor, Trace]] = []
        self._all: set[Contributor] = set()

    @property
    def has_author(self) -> bool:
        """Whether an author is among them."""
        return any(one.role == "author" for one, _ in self._made)

    def add(self, one: Contributor, trace: Trace) -> None:
        """Add somebody whom a document names."""
        if one not in self._all:
            self._all.add(one)
            self._made.append((one, trace))

    def add_byline(self, byline: str, trace: Trace) -> None:
        """Add those in a byline, or what it says of those who are there."""
        before = self._made[:_MOST]
        for one in read_authors(byline):
            for at, (other, where) in enumerate(before):
                if _are_same(one, other):
                    full = evolve(
                        other,
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
        else is.
        """
        has_people = any(
            one.role == "author" and one.kind == "person" for one, _ in self._made
        )
        contributors: list[Contributor] = []
        for one, trace in self._made:
            self._findings.witness(f"contributors[{len(contributors)}]", trace)
            is_author = one.role == "author" and (
                one.kind == "person" or not has_people
            )
            if one.role == "author" and not is_author:
                contributors.append(evolve(one, role=_OTHER))
            else:
                contributors.append(one)
        if contributors:
            self._findings.fields["contributors"] = contributors


def _are_same(one: Contributor, other: Contributor) -> bool:
    if one.name.casefold() == other.name.casefold():
        return True
    return is_same(one.name, other.name)
