"""When the article was published and changed."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from newsmodel.model import When
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.date_checks import (
    CORRECTIONS,
    Found,
    Witnesses,
    closeness,
    is_before,
    is_confirmed,
    is_later,
    is_same,
    is_utc,
    local_time,
)
from newsmodel.parsers.html._fields.date_scene import (
    Said,
    Scene,
    day_of,
    order_of,
    order_shown,
)
from newsmodel.parsers.html._fields.printed_dates import (
    from_dateline,
    from_elsewhere,
    from_foot,
    from_lone_line,
    from_print,
    near_headline,
)
from newsmodel.parsers.html._fields.region import Region
from newsmodel.parsers.html._fields.stated_dates import (
    from_general_metas,
    from_items,
    from_json_ld,
    from_lone_time,
    from_metas,
    from_other_nodes,
    from_times,
    from_url,
    from_url_number,
    from_value_titles,
    read_stated,
)
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.dates import DateReading, Order

_FIRST_YEAR: Final = 1700
_LAST_YEAR: Final = 2100
_BEFORE_ALL: Final = date(1970, 1, 1)


class DateRule(NamedTuple):
    """One place where pages say dates.

    Attributes:
        name: Which one.
        find: Returns what is said there, the best first.
        example: Markup that says there that the article is of 1 June 2023.
        printed: Whether it is looked at only for what is not stated.
        labelled: Whether words may say there what happened.
        guessed: Whether what it finds may be the date of something else.
        last: Whether it is looked at only where not even the last change is known.
    """

    name: str
    find: Callable[[Scene], Iterator[Said]]
    example: str
    printed: bool = False
    labelled: bool = False
    guessed: bool = False
    last: bool = False


class _Reading(NamedTuple):
    """What a page says, and how it is read."""

    said: Said
    reading: DateReading | None
    trace: Trace


def read_dates(page: Page, body: Body, region: Region, findings: Findings) -> None:
    """Give the fields when it was published and changed."""
    scene = Scene(page, body, region, order_of(page))
    readings = _read_all(scene)
    days = [each.when for _, each, _ in readings if each and each.when]
    if any(each and each.readings for _, each, _ in readings):
        addressed = [read_stated(said.raw) for said in from_url(scene)]
        days += [each.when for each in addressed if each and each.when]
        scene = scene._replace(order=order_shown(page) or scene.order)
    settled = {day_of(each) for each in days}
    published, modified = _sort(scene, readings, settled, findings)
    if published:
        changed = modified[0].when if modified else None
        published = _corrected(scene, published, settled, changed)
    _offer("published", published, findings)
    _offer("modified", modified, findings)
    _note_order(findings)
    if not published and modified:
        when, trace = modified[0]
        findings.offer("published", when, trace._replace(rule="last-change"))
        message = (
            "no date of publication is given, and that of the last change is taken"
        )
        findings.note("date-guessed", message, trace.element)


def _read_all(scene: Scene) -> list[_Reading]:
    """Return what the rules find and are needed for, the best first."""
    readings: list[_Reading] = []
    known: dict[str, DateReading | None] = {}
    fields: set[str] = set()
    for rule in DATE_RULES:
        if rule.printed and "published" in fields and not rule.labelled:
            break
        if rule.printed and fields >= {"published", "modified"}:
            break
        if rule.last and fields:
            break
        for said in rule.find(scene):
            reading = said.reading
            if reading is None:
                if said.raw not in known:
                    known[said.raw] = read_stated(said.raw)
                reading = known[said.raw]
            trace = Trace(rule.name, said.raw, said.element, said.path)
            readings.append(_Reading(said, reading, trace))
            if reading and reading.when:
                fields.add(said.field)
    return readings


def _sort(
    scene: Scene, readings: list[_Reading], days: set[date], findings: Findings
) -> tuple[list[Found], list[Found]]:
    """Return the dates of publication and of changes; say what of them is none."""
    published: list[Found] = []
    modified: list[Found] = []
    for said, reading, trace in readings:
        when, problem = _checked(said.raw, reading, days, scene.order)
        if when is None:
            findings.lose(said.field, trace, problem)
            message = f"{said.raw[:80]!r}: {problem}"
            findings.note("date-refused", message, said.element)
        elif said.field == "published":
            published.append(Found(when, trace))
        elif said.field == "modified":
            modified.append(Found(when, trace))
    if modified:
        changed = modified[0].when
        for each in published.copy():
            if each.trace.rule in _GUESSED and is_later(each.when, changed):
                published.remove(each)
                findings.lose("published", each.trace, "the last change was before")
    return published, modified


def _corrected(
    scene: Scene, found: list[Found], days: set[date], changed: When | None
) -> list[Found]:
    """Put before a date that is stated what other dates say about it."""
    stated, others = found[0], found[1:]
    if stated.trace.rule in _PRINTED:
        return found
    if is_confirmed(stated, others):
        local = local_time(Witnesses(stated, others, (), None))
        if local or not is_utc(stated.when):
            # What a page prints besides need not be searched for.
            return [_named("local-time", local), *found] if local else found
    printed: list[Found] = []
    for alone, said in near_headline(scene):
        when, _ = _checked(said.raw, said.reading, days, scene.order)
        if when is not None:
            trace = Trace("print", said.raw, said.element)
            (printed if alone else others).append(Found(when, trace))
            if is_same(when, stated.when):
                break
    witnesses = Witnesses(stated, others, printed, changed)
    for correction in CORRECTIONS:
        if better := correction.find(witnesses):
            return [_named(correction.name, better), *found]
    return found


def _named(rule: str, found: Found) -> Found:
    return found._replace(trace=found.trace._replace(rule=rule))


def _offer(field: str, found: list[Found], findings: Findings) -> None:
    """Take the first of the dates found, in its most precise form."""
    if not found:
        return
    first = found[0]
    if len(found) == 1:
        findings.offer(field, first.when, first.trace)
        return
    best = max(
        range(len(found)),
        key=lambda at: (closeness(first.when, found[at].when) if at else 1, -at),
    )
    findings.offer(field, found[best].when, found[best].trace)
    other_day = _REASONS.get(
        first.trace.rule, "a rule that goes before says another day"
    )
    for at, (when, trace) in enumerate(found):
        if at != best:
            if at < best:
                reason = "another says the same day more precisely"
            elif day_of(when) == day_of(first.when):
                reason = "a rule that goes before says the same day"
            else:
                reason = other_day
            findings.lose(field, trace, reason)


def _note_order(findings: Findings) -> None:
    """Say that the last change is before the publication, as of what was planned."""
    published = findings.fields.get("published")
    modified = findings.fields.get("modified")
    if published and modified and is_before(modified, published):
        message = f"the last change ({modified}) is before the publication"
        findings.note("modified-before-published", message)


def _checked(
    raw: str, reading: DateReading | None, days: set[date], order: Order | None
) -> tuple[When | None, str]:
    """Return a date that can be one of a page, or ``None`` and why not.

    Args:
        raw: The date as it stands.
        reading: What it says.
        days: Other days that the page says, one of which may settle which way
            round numbers stand.
        order: Which way round they stand where the page is from.
    """
    if reading is None:
        return None, "it is no date"
    when = reading.when
    if when is None and reading.readings:
        agreed = [each for each in reading.readings if day_of(each) in days]
        if len(agreed) == 1:
            when = agreed[0]
        elif order and (again := read_stated(raw, order)):
            when = again.when
    if when is None:
        return None, reading.problem
    if day_of(when) == _BEFORE_ALL or not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        return None, "no article is of that time"
    return when, ""


# The order is the precedence.
DATE_RULES: Final = (
    DateRule(
        "json-ld",
        from_json_ld,
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2023-06-01T17:52:11Z"}</script>',
    ),
    DateRule(
        "meta",
        from_metas,
        '<meta property="article:published_time" content="2023-06-01T17:52:11Z">',
    ),
    DateRule(
        "meta-date", from_general_metas, '<meta name="date" content="2023-06-01">'
    ),
    DateRule(
        "microdata",
        from_items,
        '<span itemprop="datePublished" content="2023-06-01">yesterday</span>',
    ),
    DateRule(
        "time-element",
        from_times,
        '<h1>Bridge reopens</h1><time datetime="2023-06-01T17:52">yesterday</time>',
    ),
    DateRule(
        "print",
        from_print,
        "<h1>Bridge reopens</h1><div>Published on 1 June 2023 at 17:52</div>",
        printed=True,
        labelled=True,
    ),
    DateRule(
        "value-title",
        from_value_titles,
        '<abbr class="published" title="2023-06-01T17:52:11Z">yesterday</abbr>',
        printed=True,
    ),
    DateRule(
        "url",
        from_url,
        '<link rel="canonical" href="https://example.com/2023/06/01/bridge">',
        printed=True,
    ),
    DateRule(
        "dateline",
        from_dateline,
        '<h1>Bridge reopens</h1><p class="text">KYIV, June 1, 2023 (AP) — The'
        " bridge has been opened again after two years of work.</p>",
        printed=True,
    ),
    DateRule(
        "foot",
        from_foot,
        '<p class="text">The bridge is open.</p><div>Posted on June 1, 2023</div>',
        printed=True,
        guessed=True,
    ),
    DateRule(
        "elsewhere",
        from_elsewhere,
        "<div>Posted on June 1, 2023</div>",
        printed=True,
    ),
    DateRule(
        "first-time-element",
        from_lone_time,
        "<time>1 June 2023</time>",
        printed=True,
    ),
    DateRule(
        "json-ld-elsewhere",
        from_other_nodes,
        '<script type="application/ld+json">{"@type": "VideoObject",'
        ' "datePublished": "2023-06-01"}</script>',
        printed=True,
    ),
    DateRule(
        "lone-line",
        from_lone_line,
        "<div>June 1, 2023</div>",
        printed=True,
        last=True,
    ),
    DateRule(
        "url-number",
        from_url_number,
        '<link rel="canonical" href="https://example.com/story/A2023060117520001">',
        printed=True,
        last=True,
    ),
)
"""Where a page says when its article is of, the surest first."""

_PRINTED: Final = frozenset(rule.name for rule in DATE_RULES if rule.printed)
_GUESSED: Final = frozenset(rule.name for rule in DATE_RULES if rule.guessed)
_REASONS: Final = {each.name: each.reason for each in CORRECTIONS}
