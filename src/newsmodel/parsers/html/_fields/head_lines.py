"""Lines above the text that say who wrote it and when, and nothing else."""

import re
from typing import Final

from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.printed_credits import line_of
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._calendar import MONTHS, WEEKDAYS
from newsmodel.rules.counts import read_count
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.stamps import less_labels

_MOST_LINES: Final = 6
_LONGEST: Final = 200  # characters
_LONGEST_BYLINE: Final = 80  # beyond which it may be a sentence
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What parts the facts of a line, and what joins them: "on", "à", "Uhr", "GMT".
_BETWEEN: Final = re.compile(r"[\W_]+")
_LONGEST_JOINER: Final = 4
_MOST_JOINERS: Final = 4


def read_head_lines(page: Page, body: Body, findings: Findings) -> set[int]:
    """Return the first runs of the body that are fields already, and no text.

    On a page of few texts, signs do not tell such a line from a short paragraph.
    """
    byline = findings.fields.get("byline")
    if byline and len(byline) > _LONGEST_BYLINE:
        byline = None
    runs = page.flow.runs
    taken: set[int] = set()
    for at in body.runs[:_MOST_LINES]:
        if len(runs[at].text) > _LONGEST:
            break
        text = line_of(runs[at])
        if runs[at].box.tag not in _HEADINGS and is_head_line(text, byline):
            taken.add(at)
    return taken


def is_head_line(text: str, byline: str | None = None) -> bool:
    """Whether a line holds dates, the byline and times to read, and nothing else.

    Example:
        >>> is_head_line("By Ann Example | 1 June 2023, 19:03", "By Ann Example")
        True
        >>> is_head_line("The bridge was opened on 1 June 2023.")
        False
        >>> is_head_line("Publié le 1er juin 2023, mis à jour le 2 juin à 7h30")
        True
    """
    rest = text.replace(byline, "|") if byline else text
    for found in reversed(list(find_dates(rest))):
        rest = f"{rest[: found.start]}|{rest[found.end :]}"
    if rest == text:
        return read_count(text) is not None
    parts = [each for each in less_labels(rest).split("|") if not read_count(each)]
    left = [each for each in _BETWEEN.split(" ".join(parts)) if not each.isdigit()]
    left = [each for each in left if each]
    return len(left) <= _MOST_JOINERS and all(
        len(each) <= _LONGEST_JOINER
        or each.casefold() in MONTHS
        or each.casefold() in WEEKDAYS
        for each in left
    )
