"""Who: the sources that an article cites or comes from, and its makers."""

from typing import Literal, TypeAlias, final

from attrs import field, frozen

from newsmodel.model.fieldtypes import Line, Role, Text, Value, to_strings

PartyKind: TypeAlias = Literal[
    "person", "organisation", "agency", "publication", "group", "unknown"
]


@final
@frozen(kw_only=True, repr=False)
class Source(Value):
    """Who information or a picture came from, free of any place in a text.

    All quotes of one speaker in an article carry one equal ``Source``.

    Attributes:
        name: The fullest name the article gives. ``None`` for those who are
            never named: ``"a western official"`` is a description.
        description: What the article says they are: ``"a local blogger"``.
        kind: What sort of party it is.
        role: What they are to the thing they stand beside, as a lower-case
            word: ``"photographer"``, ``"agency"``, ``"distributor"``.
        url: Their page, as written.
        identifiers: Their codes or addresses in other systems, as written.

    Raises:
        ModelError: If name and description are both absent, or a value is not
            of its field's type.

    Example:
        >>> Source(name="Dmitry Peskov", description="Kremlin spokesman")
        Source(name='Dmitry Peskov', description='Kremlin spokesman')

    .. versionadded:: 0.1.0
    """

    _any_of = ("name", "description")

    name: Line | None = None
    description: Text | None = None
    kind: PartyKind = "unknown"
    role: Role | None = None
    url: Line | None = None
    identifiers: tuple[Line, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, repr=False)
class Contributor(Value):
    """Who made the article, and what they did.

    Attributes:
        name: As printed, without the words around it.
        role: ``"author"``, ``"additional-reporting"``, ``"reporter"``,
            ``"writer"``, ``"editor"``, ``"photographer"``, ``"translator"``,
            or any other lower-case word. NewsML-G2: the role of a ``creator``
            or ``contributor``.
        kind: What sort of party it is.
        location: Where they worked from: ``"London"``.
        affiliation: Whom they work for.
        url: Their page, as written.
        identifiers: Their codes or addresses in other systems, as written.

    Raises:
        ModelError: If a value is not of its field's type.

    Example:
        >>> Contributor(name="Ann Example", location="Kyiv").role
        'author'

    .. versionadded:: 0.1.0
    """

    name: Line
    role: Role = "author"
    kind: PartyKind = "person"
    location: Line | None = None
    affiliation: Line | None = None
    url: Line | None = None
    identifiers: tuple[Line, ...] = field(default=(), converter=to_strings)
