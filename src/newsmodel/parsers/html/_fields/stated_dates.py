"""Dates that a page states: in data for machines, and in its address."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from newsmodel.markup.flow import Shown
from newsmodel.parsers.html._fields.date_scene import Said, Scene
from newsmodel.parsers.html._page.names import TIME, bits_of_class
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._calendar import MONTHS
from newsmodel.rules._words import ranks, words
from newsmodel.rules.dates import DateReading, Order, read_date
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.stamps import StampField, label_in

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
_IN_URL: Final = re.compile(
    r"[/_.-](?:(?P<y1>(?:19|20)[0-9]{2})(?P<s1>[/_-])(?P<m1>0?[1-9]|1[0-2]|[a-z]{3,9})"
    r"(?P=s1)(?P<d1>0?[1-9]|[12][0-9]|3[01])"
    r"|(?P<d2>0[1-9]|[12][0-9]|3[01])(?P<s2>[_-])(?P<m2>0[1-9]|1[0-2])(?P=s2)"
    r"(?P<y2>20[0-9]{2}))(?![0-9])"
)
_NUMBER_IN_URL: Final = re.compile(
    r"(?<![0-9])(20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
    r"(?![0-9]{13}|[0-9]*/https?:)"  # archives say there when they took the page
)
PUBLISHED_NAMES: Final = ("publish", "entry-date", "posted", "created", "original")
MODIFIED_NAMES: Final = ("modif", "updat", "edited", "revis", "changed")
_LONGEST_LINE: Final = 160
_MOST_TIMES: Final = 12
_INTO: Final = 2
_PROPERTIES: Final[tuple[tuple[StampField, str], ...]] = (
    ("published", "datePublished"),
    ("modified", "dateModified"),
    ("published", "dateCreated"),
    ("published", "uploadDate"),
)


def read_stated(raw: str, order: Order | None = None) -> DateReading | None:
    """Return what a value says that is stated to be a date.

    Example:
        >>> read_stated("1685642400000").when.isoformat()
        '2023-06-01T18:00:00+00:00'
    """
    raw = raw.strip()
    if _EPOCH.fullmatch(raw):
        seconds, rest = int(raw[:10]), int(raw[10:] or 0)
        when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
        return DateReading("epoch", when.replace(microsecond=rest * 1000))
    reading = read_date(raw, order=order)
    if reading is None or (reading.when is None and not reading.readings):
        found = find_dates(raw, order=order)
        return found[0].reading if found else reading
    return reading


def from_json_ld(scene: Scene) -> Iterator[Said]:
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


def from_metas(scene: Scene) -> Iterator[Said]:
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


def from_general_metas(scene: Scene) -> Iterator[Said]:
    """Read those that do not say whether the page or the article is of that date."""
    for name in _GENERAL:
        if contents := scene.page.metas.get(name):
            yield Said("published", contents[0], None, f"meta {name}")


def from_items(scene: Scene) -> Iterator[Said]:
    for field, name in _PROPERTIES[:3]:
        for element in scene.page.items.get(name, ())[:1]:
            value = element.get("content") or element.get("datetime")
            if not value and element.tag == "abbr":
                value = element.get("title")
            if not value:
                value = " ".join("".join(element.itertext()).split())
            if value:
                yield Said(field, value, element)


def from_times(scene: Scene) -> Iterator[Said]:
    """Read ``time`` elements: below the headline first, then those above it."""
    start, end = scene.region.start, scene.region.first + _INTO
    below: list[Shown] = []
    above: list[Shown] = []
    for shown in scene.page.flow.shown:
        if shown.tag == "time" and start <= shown.at <= end:
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


def from_value_titles(scene: Scene) -> Iterator[Said]:
    """Read the titles of elements near the headline, as microformats have it."""
    start, end = scene.region.start, scene.region.first + _INTO
    for element, _, at in scene.page.flow.inlines:
        if start <= at <= end and bits_of_class(element) & TIME:
            value = (element.get("title") or "").strip()
            if _ISO.fullmatch(value):
                yield Said(_field_of(scene, element, at, ""), value, element)


def _field_of(scene: Scene, element: Any, at: int, text: str) -> StampField:
    """Return what happened at the moment of a ``time`` element."""
    names = f"{element.get('class')} {element.get('itemprop')}".lower()
    if any(each in names for each in PUBLISHED_NAMES):
        return "published"
    if any(each in names for each in MODIFIED_NAMES):
        return "modified"
    if field := label_in(text):
        return field
    runs = scene.page.flow.runs
    if at < len(runs):
        before = runs[at].text.partition(text)[0] if text else ""
        if before and len(before) < _LONGEST_LINE and (field := label_in(before)):
            return field
    return "published"


def from_url(scene: Scene) -> Iterator[Said]:
    for url in _addresses(scene.page):
        if day := _day_in_url(url[:500].lower()):
            yield Said("published", day, None, url[:200])
            return


def from_url_number(scene: Scene) -> Iterator[Said]:
    """Read a number in the address that begins with a day, as many systems count."""
    for url in _addresses(scene.page):
        if found := _NUMBER_IN_URL.search(url[:500].partition("://")[2]):
            yield Said("published", "-".join(found.groups()), None, url[:200])
            return


def _addresses(page: Page) -> list[str]:
    links = [link.get("href") or "" for link in page.links.get("canonical", ())]
    return [page.url or "", *links, page.meta("og:url")]


def _day_in_url(url: str) -> str | None:
    """Return the day in an address, as in ``/2023/jun/01/`` and ``/01-06-2023``."""
    for found in _IN_URL.finditer(url):
        month = found["m1"] or found["m2"]
        number = int(month) if month.isdigit() else MONTHS.get(month)
        if number:
            year, day = found["y1"] or found["y2"], found["d1"] or found["d2"]
            return f"{year}-{number:02}-{int(day):02}"
    return None


def from_lone_time(scene: Scene) -> Iterator[Said]:
    times = [each for each in scene.page.flow.shown if each.tag == "time"]
    for shown in times[:1]:
        value = shown.element.get("datetime") or "".join(shown.element.itertext())
        if value and value.strip():
            yield Said("published", value.strip(), shown.element)


def from_other_nodes(scene: Scene) -> Iterator[Said]:
    for node in scene.page.json_ld:
        value = node.get("datePublished")
        if isinstance(value, str) and value.strip():
            yield Said("published", value, None, "datePublished")
            return
