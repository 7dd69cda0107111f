"""When the article was published and changed."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, NamedTuple

from newsmodel.markup.flow import Shown
from newsmodel.model import When
from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._region import Region, region_of
from newsmodel.rules._calendar import DAY_FIRST_DOMAINS, MONTH_FIRST_COUNTRIES
from newsmodel.rules._words import ranks, words
from newsmodel.rules.dates import DateReading, Order, read_date
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.stamps import StampField, label_in


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
    region: Region
    order: Order | None


class DateRule(NamedTuple):
    """One place where pages say dates.

    Attributes:
        name: Which one.
        find: Returns what is said there, the best first.
        example: Markup that says there that the article is of 1 June 2023.
        printed: Whether it is looked at only for what is not stated.
        labelled: Whether words may say there what happened.
    """

    name: str
    find: Callable[[Scene], Iterator[Said]]
    example: str
    printed: bool = False
    labelled: bool = False


# Names of meta elements without signs, the best first.
_PUBLISHED: Final = ranks(
    "articlepublishedtime ogarticlepublishedtime ogpublishedtime publishedtime"
    " datepublished publisheddate publishdate publicationdate pubdate parselypubdate"
    " sailthrudate articlepublished articlepublishdate articlepublicationdate"
    " cxenseparserecspublishtime cxenseparserecspublishtimestamp dcdateissued"
    " dctermsissued dcdatepublished originalpublicationdate publishtime"
    " publisheddatetime firstpublished firstpublishdate datecreated createdat"
    " articlecreated articlepubdate articledate articledateoriginal"
    " articleoriginaldate datepublication dateofpublication gsadate bttime"
    " vrbpubdate prismpublicationdate citationpublicationdate citationdate"
    " citationonlinedate releasedate ogpubdate ogpublishdate articledatepublished"
    " displaydate articlepublishedat publishedat storydate postdate newsdate"
    " issuedate contentpublishedtime creationdate dateissued articlecreatedtime"
    " rnewsdatepublished pdate published firstpublishedtime articlefirstpublishedtime"
    " datepub dateavailable daterelease firstcreate cmscreationdate ogarticletime"
    " cxenseparsepublishtime cxenseparserecspublishedtime ogdatepublished"
    " ogreleasedate shareaholicarticlepublishedtime storypublishedtime"
)
_GENERAL: Final = (
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "created",
    "timestamp",
)
_MODIFIED: Final = words(
    "articlemodifiedtime ogarticlemodifiedtime ogmodifiedtime modifiedtime"
    " ogupdatedtime articleupdatedtime datemodified modifieddate lastmodified"
    " lastupdated updateddate dateupdated dcdatemodified dctermsmodified dcmodified"
    " revised revisiondate lastmod lastpublisheddate articlemodified articleupdated"
    " lastupdate updatedtime modified updated articleupdateddate articledateupdated"
    " lastupdateddate lastdate cxenseparsemodifiedtime"
    " shareaholicarticlemodifiedtime"
)
_HINT: Final = re.compile("dat|time|publi|issue|creat|modif|updat|revis")
_NO_LETTER: Final = re.compile(r"[^a-z]")
_EPOCH: Final = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_ISO: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{3})?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
_NO_TIME: Final = timedelta()
_FARTHEST: Final = timedelta(hours=14)
_IN_URL: Final = re.compile(
    r"[/_.-]((?:19|20)[0-9]{2})([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_PUBLISHED_NAMES: Final = ("publish", "entry-date", "posted", "created", "original")
_MODIFIED_NAMES: Final = ("modif", "updat", "edited", "revis", "changed")
_LONGEST_LINE: Final = 160
_MOST_WORDS: Final = 20
_LONGEST_LABEL: Final = 60
_REACH: Final = 12
_MOST_TIMES: Final = 12
_FIRST_YEAR: Final = 1700
_LAST_YEAR: Final = 2100
_BEFORE_ALL: Final = date(1970, 1, 1)
_HAS_DATE: Final = re.compile(
    r"[0-9]{4}|[0-9][./-][0-9]{2}|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]"
)


def read_dates(page: Page, body: Body, findings: Findings) -> set[int]:
    """Give the fields when it was published; return the runs that are taken."""
    region = region_of(page, body, findings)
    scene = Scene(page, region, order_of(page))
    _settle(scene, findings)
    return set()


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
    host = (page.url or page.meta("og:url")).partition("://")[2].partition("/")[0]
    domain = host.partition(":")[0].rpartition(".")[2]
    if not domain and not name:
        return None
    return "day-first" if domain in DAY_FIRST_DOMAINS else "month-first"


def _settle(scene: Scene, findings: Findings) -> None:
    """Give published and modified what the rules find, the best first."""
    all_said: list[tuple[Said, DateReading | None, Trace]] = []
    known: dict[str, DateReading | None] = {}
    fields: set[str] = set()
    for rule in DATE_RULES:
        if rule.printed and "published" in fields and not rule.labelled:
            break
        if rule.printed and fields >= {"published", "modified"}:
            break
        for said in rule.find(scene):
            reading = said.reading
            if reading is None:
                if said.raw not in known:
                    known[said.raw] = read_stated(said.raw)
                reading = known[said.raw]
            all_said.append(
                (said, reading, Trace(rule.name, said.raw, said.element, said.path))
            )
            if reading and reading.when:
                fields.add(said.field)
    days = [
        _day(reading.when) for _, reading, _ in all_said if reading and reading.when
    ]
    found: dict[str, list[tuple[When, Trace]]] = {"published": [], "modified": []}
    for said, reading, trace in all_said:
        when, problem = _checked(said.raw, reading, days, scene.order)
        if when is None:
            findings.lose(said.field, trace, problem)
            message = f"{said.raw[:80]!r}: {problem}"
            findings.note("date-refused", message, said.element)
        elif said.field in found:
            found[said.field].append((when, trace))
    _offer("published", found["published"], findings)
    _offer("modified", found["modified"], findings)
    if not found["published"] and found["modified"]:
        when, trace = found["modified"][0]
        findings.offer("published", when, trace._replace(rule="last-change"))
        message = (
            "no date of publication is given, and that of the last change is taken"
        )
        findings.note("date-guessed", message, trace.element)


def _offer(field: str, found: list[tuple[When, Trace]], findings: Findings) -> None:
    """Take the first of the dates found, in its most precise form."""
    if not found:
        return
    first = found[0][0]
    best = max(
        range(len(found)),
        key=lambda at: (_closeness(first, found[at][0]) if at else 1, -at),
    )
    findings.offer(field, found[best][0], found[best][1])
    for at, (when, trace) in enumerate(found):
        if at != best:
            if at < best:
                reason = "another says the same day more precisely"
            elif _day(when) == _day(first):
                reason = "a rule that goes before says the same day"
            else:
                reason = "a rule that goes before says another day"
            findings.lose(field, trace, reason)


def _closeness(first: When, other: When) -> int:
    """Return how much more of one moment a second date says, 0 for nothing."""
    if _day(first) != _day(other) or not isinstance(other, datetime):
        return 0
    zoned = other.tzinfo is not None
    if not isinstance(first, datetime):
        return 3 if zoned else 2
    if first.tzinfo is None:
        same = first.replace(second=0, microsecond=0) == other.replace(
            second=0, microsecond=0, tzinfo=None
        )
        if same and zoned:
            return 3
    midnight = first.hour == first.minute == first.second == 0
    timed = bool(other.hour or other.minute)
    return 2 + zoned if midnight and timed and (zoned or first.tzinfo is None) else 0


def _day(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when


def read_stated(raw: str, order: Order | None = None) -> DateReading | None:
    """Return what a value says that is stated to be a date.

    Example:
        >>> read_stated("1685642400000").when.isoformat()
        '2023-06-01T18:00:00+00:00'
    """
    raw = raw.strip()
    if _ISO.fullmatch(raw):
        # The usual form by the fast way, which reads the same.
        try:
            when = datetime.fromisoformat(raw)
        except ValueError:
            return read_date(raw)
        if abs(when.utcoffset() or _NO_TIME) <= _FARTHEST:
            return DateReading("year-month-day", when)
        return read_date(raw)
    if _EPOCH.fullmatch(raw):
        seconds, rest = int(raw[:10]), int(raw[10:] or 0)
        when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
        return DateReading("epoch", when.replace(microsecond=rest * 1000))
    reading = read_date(raw, order=order)
    if reading is None or (reading.when is None and not reading.readings):
        found = find_dates(raw, order=order)
        return found[0].reading if found else reading
    return reading


def _checked(
    raw: str, reading: DateReading | None, days: list[date], order: Order | None
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
        agreed = [each for each in reading.readings if _day(each) in days]
        if len(agreed) == 1:
            when = agreed[0]
        elif order and (again := read_stated(raw, order)):
            when = again.when
    if when is None:
        return None, reading.problem
    if _day(when) == _BEFORE_ALL or not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        return None, "no article is of that time"
    return when, ""


def _from_json_ld(scene: Scene) -> Iterator[Said]:
    node = scene.page.article
    for field, name in _PROPERTIES:
        value = node.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@value")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            yield Said(field, value, None, name)


_PROPERTIES: Final[tuple[tuple[StampField, str], ...]] = (
    ("published", "datePublished"),
    ("modified", "dateModified"),
    ("published", "dateCreated"),
    ("published", "uploadDate"),
)


def _from_metas(scene: Scene) -> Iterator[Said]:
    published: list[tuple[int, Said]] = []
    for name, contents in scene.page.metas.items():
        if not _HINT.search(name):
            continue
        bare = _NO_LETTER.sub("", name)
        if (rank := _PUBLISHED.get(bare)) is not None:
            said = Said("published", contents[0], None, f"meta {name}")
            published.append((rank, said))
        elif bare in _MODIFIED:
            yield Said("modified", contents[0], None, f"meta {name}")
    for _, said in sorted(published, key=lambda each: each[0]):
        yield said


def _from_general_metas(scene: Scene) -> Iterator[Said]:
    """Read those that do not say whether the page or the article is of that date."""
    for name in _GENERAL:
        if contents := scene.page.metas.get(name):
            yield Said("published", contents[0], None, f"meta {name}")


def _from_items(scene: Scene) -> Iterator[Said]:
    for field, name in _PROPERTIES[:3]:
        for element in scene.page.items.get(name, ())[:1]:
            value = element.get("content") or element.get("datetime")
            if not value:
                value = " ".join("".join(element.itertext()).split())
            if value:
                yield Said(field, value, element)


def _from_times(scene: Scene) -> Iterator[Said]:
    """Read ``time`` elements: below the headline first, then those above it."""
    _, _, first, _, _ = scene.region
    below: list[Shown] = []
    above: list[Shown] = []
    for shown in scene.page.flow.shown:
        if shown.tag == "time" and scene.region.start <= shown.at <= first + 2:
            (below if shown.at > scene.region.headline else above).append(shown)
    for shown in [*below, *above][:_MOST_TIMES]:
        element = shown.element
        value = element.get("datetime") or ""
        text = " ".join("".join(element.itertext()).split())
        if value or text:
            field = _field_of(scene, element, shown.at, text)
            reading = read_stated(value) if value else None
            if reading is None or not (reading.when or reading.readings):
                value = text
            if value:
                yield Said(field, value, element)


def _field_of(scene: Scene, element: Any, at: int, text: str) -> StampField:
    """Return what happened at the moment of a ``time`` element."""
    names = f"{element.get('class')} {element.get('itemprop')}".lower()
    if any(each in names for each in _PUBLISHED_NAMES):
        return "published"
    if any(each in names for each in _MODIFIED_NAMES):
        return "modified"
    if field := label_in(text):
        return field
    runs = scene.page.flow.runs
    if at < len(runs):
        before = runs[at].text.partition(text)[0] if text else ""
        if before and len(before) < _LONGEST_LINE and (field := label_in(before)):
            return field
    return "published"


def _from_print(scene: Scene) -> Iterator[Said]:
    """Read the dates near the headline: those with a label first."""
    bare = []
    for at in [*scene.region.head, scene.region.headline]:
        for labelled, said in _printed(scene, at):
            if labelled:
                yield said
            else:
                bare.append(said)
    yield from bare


def _from_foot(scene: Scene) -> Iterator[Said]:
    """Read the dates below the body, where other articles and comments have some."""
    bare = []
    for at in scene.region.tail[:_REACH]:
        run = scene.page.flow.runs[at]
        for labelled, said in _printed(scene, at):
            if labelled:
                yield said
            elif run.box.tag != "li" and not run.linked:
                bare.append(said)
    yield from bare


def _printed(scene: Scene, at: int) -> Iterator[tuple[bool, Said]]:
    """Return the dates in a run, and whether words say what happened then."""
    runs = scene.page.flow.runs
    if not 0 <= at < len(runs):
        return
    text = runs[at].text
    if len(text) > 2 * _LONGEST_LINE or not _HAS_DATE.search(text):
        return
    end = 0
    for each in find_dates(text):
        before = text[end : each.start]
        field = None
        if min(len(before), len(text) - _LONGEST_LABEL) <= _LONGEST_LABEL:
            field = label_in(before[-_LONGEST_LABEL:])
        if field is None and at and not end and not before.strip():
            above = runs[at - 1].text
            field = label_in(above) if len(above) <= _LONGEST_LABEL else None
        end = each.end
        raw = text[each.start : each.end].strip()
        short = len(text) <= _LONGEST_LINE and len(text.split()) <= _MOST_WORDS
        if field or short:
            place = runs[at].box.element
            said = Said(field or "published", raw, place, "", each.reading)
            yield field is not None, said


def _from_url(scene: Scene) -> Iterator[Said]:
    page = scene.page
    links = [link.get("href") or "" for link in page.links.get("canonical", ())]
    for url in [page.url or "", *links, page.meta("og:url")]:
        if found := _IN_URL.search(url[:500]):
            year, _, month, day = found.groups()
            yield Said(
                "published", f"{year}-{int(month):02}-{int(day):02}", None, url[:200]
            )
            return


def _from_dateline(scene: Scene) -> Iterator[Said]:
    """Read a date that the text begins with, as in ``KYIV, June 1, 2023 (AP)``."""
    runs = scene.page.flow.runs
    region = scene.region
    for at in range(region.headline + 1, min(region.first + 1, len(runs))):
        text = runs[at].text[:_LONGEST_LINE]
        if len(text) > _LONGEST_LABEL and _HAS_DATE.search(text):
            for each in find_dates(text)[:1]:
                if each.start < _LONGEST_LABEL:
                    raw = text[each.start : each.end]
                    element = runs[at].box.element
                    yield Said("published", raw, element, "", each.reading)


def _from_lone_time(scene: Scene) -> Iterator[Said]:
    times = [each for each in scene.page.flow.shown if each.tag == "time"]
    for shown in times[:1]:
        value = shown.element.get("datetime") or "".join(shown.element.itertext())
        if value and value.strip():
            yield Said("published", value.strip(), shown.element)


def _from_other_nodes(scene: Scene) -> Iterator[Said]:
    for node in scene.page.json_ld:
        value = node.get("datePublished")
        if isinstance(value, str) and value.strip():
            yield Said("published", value, None, "datePublished")
            return


# The order is the precedence.
DATE_RULES: Final = (
    DateRule(
        "json-ld",
        _from_json_ld,
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2023-06-01T17:52:11Z"}</script>',
    ),
    DateRule(
        "meta",
        _from_metas,
        '<meta property="article:published_time" content="2023-06-01T17:52:11Z">',
    ),
    DateRule(
        "meta-date", _from_general_metas, '<meta name="date" content="2023-06-01">'
    ),
    DateRule(
        "microdata",
        _from_items,
        '<span itemprop="datePublished" content="2023-06-01">yesterday</span>',
    ),
    DateRule(
        "time-element",
        _from_times,
        '<h1>Bridge reopens</h1><time datetime="2023-06-01T17:52">yesterday</time>',
    ),
    DateRule(
        "print",
        _from_print,
        "<h1>Bridge reopens</h1><div>Published on 1 June 2023 at 17:52</div>",
        printed=True,
        labelled=True,
    ),
    DateRule(
        "url",
        _from_url,
        '<link rel="canonical" href="https://example.com/2023/06/01/bridge">',
        printed=True,
    ),
    DateRule(
        "dateline",
        _from_dateline,
        '<h1>Bridge reopens</h1><p class="text">KYIV, June 1, 2023 (AP) — The'
        " bridge has been opened again after two years of work.</p>",
        printed=True,
    ),
    DateRule(
        "foot",
        _from_foot,
        '<p class="text">The bridge is open.</p><div>Posted on June 1, 2023</div>',
        printed=True,
    ),
    DateRule(
        "first-time-element",
        _from_lone_time,
        "<time>1 June 2023</time>",
        printed=True,
    ),
    DateRule(
        "json-ld-elsewhere",
        _from_other_nodes,
        '<script type="application/ld+json">{"@type": "VideoObject",'
        ' "datePublished": "2023-06-01"}</script>',
        printed=True,
    ),
)
"""Where a page says when its article is of, the surest first."""
