"""The dateline of an article, out of all places that may have it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from newsmodel.model import Block, Dateline, When
from newsmodel.rules.datelines import DatelineReading, read_dateline
from newsmodel.rules.dates import nearest, read_when
from newsmodel.serialisers._findings import PlacedFindings, Trace

#: Words, and the element they stand in.
Stated = tuple[str, Any]


def offer_dateline(
    findings: PlacedFindings,
    stated: Sequence[Stated],
    places: Sequence[Stated],
    blocks: Sequence[Block],
) -> None:
    """Give an article the dateline that is stated, or that opens its text.

    Args:
        findings: What was found so far.
        stated: Datelines as the document has them.
        places: Names of places that it says the article is from.
        blocks: The text; nothing is taken out of it.
    """
    where = places[0][0] if places else None
    sent: list[tuple[date, Trace]] = []
    for text, element in stated:
        text = text.rstrip(" -–—:,")  # noqa: PLW2901
        if day := _machine_date(text):
            sent.append((day, Trace("dateline-date", text, element)))
        elif text:
            # It is read as what opens a paragraph, for its place and day.
            reading = read_dateline(f"{text} - A")
            _offer(findings, text, reading, where, Trace("dateline", text, element))
    first = next((each.text for each in blocks if each.text), "")
    opening = read_dateline(first)
    if opening and opening.sure:
        trace = Trace(f"dateline-{opening.rule}", opening.text)
        _offer(findings, opening.text, opening, where, trace)
    for day, trace in sent:
        findings.offer("dateline", Dateline(place=where, date=day), trace)
    for name, element in places:
        if "dateline" not in findings.fields:
            trace = Trace("located", name, element)
            findings.offer("dateline", Dateline(place=name), trace)
        elif findings.fields["dateline"].place != name:
            findings.left_out(element, name, "another place came before it")


def _offer(
    findings: PlacedFindings,
    text: str,
    reading: DatelineReading | None,
    where: str | None,
    trace: Trace,
) -> None:
    place = reading.place if reading else None
    # Datelines are printed in capitals.
    if where and (place is None or place.casefold() == where.casefold()):
        place = where
    day = day_of(reading, findings.fields.get("published"))
    findings.offer("dateline", Dateline(text=text, place=place, date=day), trace)


def _machine_date(text: str) -> date | None:
    """Return the day where a dateline is a date of machines, and none as printed."""
    when = read_when(text) if text[:4].isdigit() else None
    return when.date() if isinstance(when, datetime) else when


def day_of(reading: DatelineReading | None, published: When | None) -> date | None:
    """Return the day that a dateline has, in the year it was published."""
    if reading is None or reading.day is None:
        return None
    month, day, year = reading.day
    try:
        if year:
            return date(year, month, day)
    except ValueError:
        return None
    if published is None:
        return None
    near = published.date() if isinstance(published, datetime) else published
    return nearest(month, day, near)
