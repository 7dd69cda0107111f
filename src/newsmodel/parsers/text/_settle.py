"""Facts to fields: which date is which, and who made the article."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from attrs import evolve

from newsmodel.model import Contributor, Dateline, Source, When
from newsmodel.parsers.text._facts import Fact
from newsmodel.parsers.text._findings import Findings, Trace
from newsmodel.parsers.text._lines import Piece
from newsmodel.rules.bylines import Byline
from newsmodel.rules.datelines import DatelineReading
from newsmodel.rules.dates import Order, nearest, read_date
from newsmodel.rules.names import one_line
from newsmodel.rules.stamps import Stamp

Facts = Sequence[tuple[Fact, Piece]]
_NEAR: Final = timedelta(days=7)
# Facts whose value is the field's.
_AS_READ: Final = ("editorial_note", "rights", "section", "slugline", "source", "url")


def settle(
    facts: Facts, dateline: tuple[DatelineReading, Piece] | None, findings: Findings
) -> None:
    """Give the fields what the facts say."""
    stamps = [(fact, piece) for fact, piece in facts if fact.kind == "stamp"]
    _settle_dates(stamps, dateline and dateline[0], findings)
    contributors: list[Contributor] = []
    for fact, piece in facts:
        if fact.kind == "byline":
            _settle_byline(fact, piece, contributors, findings)
        elif fact.kind == "contributors":
            _add(fact.value, contributors, fact, piece, findings)
        elif fact.kind == "count":
            _settle_count(fact, piece, findings)
        elif fact.kind == "outlet":
            _settle_outlet(fact.value, contributors)
        elif fact.kind == "dateline":
            _settle_dateline(fact.value, piece, findings)
        elif fact.kind in _AS_READ:
            findings.offer(fact.kind, fact.value, _trace(fact, piece))
        elif fact.kind == "furniture":
            message = f"{fact.raw!r} is no part of the article"
            findings.note("line-skipped", message, piece, fact.column)
    findings.fields["contributors"] = contributors
    if dateline:
        _settle_dateline(*dateline, findings)


def _trace(fact: Fact, piece: Piece) -> Trace:
    return Trace(fact.rule, fact.raw, piece, fact.column)


def _settle_byline(
    fact: Fact, piece: Piece, contributors: list[Contributor], findings: Findings
) -> None:
    byline: Byline = fact.value
    if findings.offer("byline", fact.raw, _trace(fact, piece)):
        _add(byline.authors, contributors, fact, piece, findings)
    elif fact.rule == "agency":
        _settle_outlet(byline.authors[0].name, contributors)


def _settle_outlet(outlet: str, contributors: list[Contributor]) -> None:
    """Give authors the outlet on the line below: ``By JANE DOE``, ``AP``."""
    contributors[:] = [
        evolve(each, affiliation=outlet)
        if each.role == "author" and each.kind == "person" and not each.affiliation
        else each
        for each in contributors
    ]


def _add(
    new: Sequence[Contributor],
    contributors: list[Contributor],
    fact: Fact,
    piece: Piece,
    findings: Findings,
) -> None:
    for each in new:
        field = f"contributors[{len(contributors)}]"
        findings.witness(field, _trace(fact, piece))
        contributors.append(each)


def _settle_count(fact: Fact, piece: Piece, findings: Findings) -> None:
    count = fact.value
    if count.field is None:
        message = f"{fact.raw!r} has no field in an article"
        findings.note("count-skipped", message, piece, fact.column)
    elif count.value is None:
        message = f"{fact.raw!r} is no number that an article can hold"
        findings.note("count-refused", message, piece, fact.column)
    else:
        findings.offer(count.field, count.value, _trace(fact, piece))


def _settle_dates(
    stamps: Facts, dateline: DatelineReading | None, findings: Findings
) -> None:
    """Give published, modified and embargoed what the page says.

    A date with a word of its own goes before one without, which counts as the
    time of publication; of two alike the first wins.
    """
    days = [_as_date(when) for fact, _ in stamps if (when := fact.value.reading.when)]
    orders: set[Order] = {
        order for fact, _ in stamps if (order := fact.value.reading.order)
    }
    order = orders.pop() if len(orders) == 1 else None
    month_day = dateline.day if dateline else None
    labelled = [each for each in stamps if each[0].value.field]
    bare = [each for each in stamps if not each[0].value.field]
    for fact, piece in labelled + bare:
        stamp: Stamp = fact.value
        reading = stamp.reading
        when, problem = reading.when, reading.problem
        if reading.readings:
            if order:
                again = read_date(stamp.raw, order=order)
                when, problem = (again.when, again.problem) if again else (None, "")
            else:
                fitting = [
                    each for each in reading.readings if _fits(each, days, month_day)
                ]
                if len(fitting) == 1:
                    when, problem = fitting[0], ""
        if problem:
            code = "date-refused" if when is None else "date-in-part"
            message = f"{stamp.raw!r}: {problem}"
            findings.note(code, message, piece, fact.column)
        field = stamp.field or "published"
        if when is None:
            findings.lose(field, _trace(fact, piece), problem)
        else:
            findings.offer(field, when, _trace(fact, piece))


def _as_date(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when


def _fits(
    when: When, days: Sequence[date], month_day: tuple[int, int, int | None] | None
) -> bool:
    """Whether another date of the page speaks for one reading of a date."""
    day = _as_date(when)
    if month_day and (day.month, day.day) == month_day[:2]:
        return True
    return any(abs(day - other) <= _NEAR for other in days)


def _settle_dateline(
    reading: DatelineReading, piece: Piece, findings: Findings
) -> None:
    published = findings.fields.get("published")
    day = None
    if reading.day:
        month, number, year = reading.day
        if year:
            day = _date_or_none(year, month, number)
        elif published:
            day = nearest(month, number, _as_date(published))
    dateline = Dateline(text=reading.text, place=reading.place, date=day)
    findings.offer("dateline", dateline, Trace(reading.rule, reading.text, piece))
    if reading.agency:
        name = one_line(reading.agency)
        source = Source(name=name, kind="agency")
        findings.offer("source", source, Trace("agency-in-dateline", name, piece))


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
