"""What the rules for dates look at: a page, and which way round its dates stand."""

import re
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from newsmodel.model import When
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.region import Region
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._calendar import DAY_FIRST_DOMAINS, MONTH_FIRST_COUNTRIES
from newsmodel.rules.addresses import host_of
from newsmodel.rules.dates import DateReading, Order
from newsmodel.rules.stamps import StampField

_SLASHED: Final = re.compile(
    r"(?<![0-9/-])([0-9]{1,2})([/-])([0-9]{1,2})\2(?:19|20)[0-9]{2}(?![0-9/-])"
)
_MONTHS_OF_YEAR: Final = 12


class Said(NamedTuple):
    """A date that a page says somewhere.

    Attributes:
        field: What happened then.
        raw: The date as it stands.
        element: Where, as far as it is known.
        path: Where inside that.
        reading: What it says, where that has been found out.
    """

    field: StampField
    raw: str
    element: Any = None
    path: str = ""
    reading: DateReading | None = None


class Scene(NamedTuple):
    """What the rules look at."""

    page: Page
    body: Body
    region: Region
    order: Order | None


def order_of(page: Page) -> Order | None:
    """Return which way round dates of numbers alone stand on a page."""
    language = page.root.get("lang") or page.root.get("xml:lang") or ""
    if "-" not in language and "_" not in language:
        language = page.meta("og:locale") or language
    name, _, country = language.replace("_", "-").partition("-")
    if country[-2:].upper() in MONTH_FIRST_COUNTRIES:
        return (
            "month-first" if name.lower() in ("en", "es", "fil", "tl") else "day-first"
        )
    if name and name.lower() != "en":
        return "day-first"
    if country and name:
        return "day-first"
    domain = host_of(page.url or page.meta("og:url")).rpartition(".")[2]
    if not domain and not name:
        return None
    return "day-first" if domain in DAY_FIRST_DOMAINS else "month-first"


def order_shown(page: Page) -> Order | None:
    """Return which way round the dates of numbers stand that can stand only so."""
    orders: set[Order] = set()
    for run in page.flow.runs:
        for first, _, second in _SLASHED.findall(run.text):
            if int(first) > _MONTHS_OF_YEAR >= int(second):
                orders.add("day-first")
            elif int(second) > _MONTHS_OF_YEAR >= int(first):
                orders.add("month-first")
    return orders.pop() if len(orders) == 1 else None


def day_of(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when
