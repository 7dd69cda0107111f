"""Lines that say when an article was published, changed, or may be used."""

import re
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from newsmodel.rules.dates import DateReading, Order, read_date

StampField: TypeAlias = Literal["published", "modified", "embargoed"]


class Stamp(NamedTuple):
    """One moment in such a line.

    Attributes:
        field: What happened then, where a word says so.
        raw: The date as printed, without that word.
        start: Where it starts in the line.
        reading: What it says.
    """

    field: StampField | None
    raw: str
    start: int
    reading: DateReading


class LabelRule(NamedTuple):
    """Words that say what happened at the moment beside them."""

    field: StampField
    words: str
    example: str


LABEL_RULES: Final = (
    LabelRule(
        "embargoed",
        r"(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?(?:\s+until|\s+to|\s+till)?"
        r"|not\s+for\s+(?:publication|release)\s+(?:before|until)"
        r"|sperrfrist(?:\s+bis)?",
        "Embargoed until 1 June 2023 00:01 BST",
    ),
    LabelRule(
        "modified",
        r"(?:last\s+)?(?:updated|modified|changed|edited|revised)|last\s+update"
        r"|update|modified|(?:zuletzt\s+)?(?:aktualisiert|bearbeitet|ge[äa]ndert)"
        r"|stand|mise?\s+(?:à|a)\s+jour|modifié|actualizado|(?:ultimo\s+)?aggiorna(?:to"
        r"|mento)|(?:laatst\s+)?(?:bijgewerkt|gewijzigd)|atualizado",
        "Last updated: 2 June 2023",
    ),
    LabelRule(
        "published",
        r"(?:first\s+|originally\s+)?(?:published|posted|issued|released)|created"
        r"|publication\s+date|date\s+published|date|veröffentlicht|erstellt|publiée?"
        r"|publicado|pubblicato|gepubliceerd|publicação",
        "First published on 1 June 2023",
    ),
)
_FIELDS: dict[str, StampField] = {rule.field: rule.field for rule in LABEL_RULES}
_AFTER: Final = r"\.?\s*:?\s*(?:(?:on|at|le|am|el|il|op|em)\b)?\s*:?\s*"
_LABEL: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{rule.field}>{rule.words})" for rule in LABEL_RULES)
    + rf")(?!\w){_AFTER}",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"\s*[|·•\t]\s*")
_EDGES: Final = " \t\xa0.,;:()[]–—-/"
_LONGEST: Final = 250


def read_stamps(line: str, *, order: Order | None = None) -> tuple[Stamp, ...]:
    """Return the moments in a line of dates and their labels, and nothing else.

    Returns:
        Nothing where the line holds anything else.

    Example:
        >>> both = read_stamps("1 June 2023 | Updated: 2 June 2023")
        >>> [stamp.field for stamp in both]
        [None, 'modified']
    """
    if len(line) > _LONGEST:
        return ()
    stamps = []
    for start, end in _stretches(line):
        stamp = _stamp(line, start, end, order)
        if stamp is None:
            return ()
        stamps.append(stamp)
    return tuple(stamps)


def _stretches(line: str) -> list[tuple[int, int]]:
    """Return where the parts of a line are, a label beginning each but the first."""
    cuts = {0, len(line)}
    for found in _PARTED.finditer(line):
        cuts |= {found.start(), found.end()}
    cuts |= {found.start() for found in _LABEL.finditer(line)}
    edges = sorted(cuts)
    return [
        (start, end)
        for start, end in pairwise(edges)
        if line[start:end].strip(_EDGES + "|·•")
    ]


def _stamp(line: str, start: int, end: int, order: Order | None) -> Stamp | None:
    label = _LABEL.match(line, start, end)
    field: StampField | None = None
    if label:
        field = _FIELDS[label.lastgroup or ""]
        start = label.end()
    raw = line[start:end].strip(_EDGES)
    reading = read_date(raw, order=order)
    if reading is None:
        return None
    return Stamp(field, raw, line.index(raw, start), reading)
