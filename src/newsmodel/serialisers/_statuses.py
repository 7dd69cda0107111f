"""What agencies call the status of an article."""

from typing import Final

_STATUSES: Final = {
    "usable": "usable",
    "embargoed": "withheld",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}


def status_of(code: str) -> str | None:
    """Return the status that a word or a code with its vocabulary stands for.

    Example:
        >>> status_of("Usable"), status_of("stat:canceled"), status_of("draft")
        ('usable', 'canceled', None)
    """
    return _STATUSES.get(code.rpartition("/")[2].rpartition(":")[2].lower())
