"""How an article was read: for each field the rule, the place and the losers."""

from typing import final

from attrs import frozen

from newsmodel.errors import Location
from newsmodel.model import Article

_NOWHERE = Location()


@final
@frozen(kw_only=True)
class Note:
    """Something a reader skipped, repaired, cut, guessed or missed.

    Attributes:
        code: What sort of thing, as a lower-case word: ``"date-refused"``.
        message: What happened, for a person to read.
        location: Where.

    Example:
        >>> note = Note(code="line-skipped", message="a line between parts")
        >>> note.code, str(note)
        ('line-skipped', 'a line between parts')

    .. versionadded:: 0.1.0
    """

    code: str
    message: str
    location: Location = _NOWHERE

    def __str__(self) -> str:
        where = str(self.location)
        return f"{self.message} ({where})" if where else self.message


@final
@frozen(kw_only=True)
class Candidate:
    """One reading of one field: the rule that made it, from what, and where.

    Attributes:
        rule: Name of the rule.
        raw: The text it was read from, as it stood.
        location: Where that stood.
        reason: Why it lost; empty where it won.

    Example:
        >>> winner = Candidate(rule="by-names", raw="By Ann Example")
        >>> winner.rule, winner.raw, winner.reason
        ('by-names', 'By Ann Example', '')

    .. versionadded:: 0.1.0
    """

    rule: str
    raw: str
    location: Location = _NOWHERE
    reason: str = ""


@final
@frozen(kw_only=True)
class Evidence:
    r"""Where the value of one field came from.

    Attributes:
        field: The field of the article: ``"published"``, ``"body[3].credits"``.
        winner: The reading that gave the value.
        losers: The other readings, with the reason each lost.

    Example:
        >>> from newsmodel import explain
        >>> found = explain("Bridge reopens\n\nBy Ann Example\n\nIt is open.")
        >>> [(each.field, each.winner.rule) for each in found.evidence][:2]
        [('headline', 'first-line'), ('byline', 'by-names')]

    .. versionadded:: 0.1.0
    """

    field: str
    winner: Candidate
    losers: tuple[Candidate, ...] = ()


@final
@frozen(kw_only=True)
class Explanation:
    r"""An article, and how it came to be read like that.

    Attributes:
        article: The article.
        format: Name of the format it was read as.
        evidence: For each field that a rule set, the rule and its place.
        notes: What was skipped, repaired, cut, guessed or missing.

    Example:
        >>> from newsmodel import explain
        >>> found = explain("Bridge reopens\n\nUpdated 2 hours ago\n\nIt is open.")
        >>> found.format, found.article.headline, found.notes[0].code
        ('text', 'Bridge reopens', 'date-refused')

    .. versionadded:: 0.1.0
    """

    article: Article
    format: str
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
