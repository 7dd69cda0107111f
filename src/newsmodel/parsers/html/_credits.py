"""Where a page names the authors of its article, stated or printed."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, final

from attrs import evolve

from newsmodel.errors import ModelError
from newsmodel.markup.flow import Run, Span
from newsmodel.model import Contributor
from newsmodel.parsers.html._names import BYLINE, CAPTION
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._region import Region
from newsmodel.rules._words import words
from newsmodel.rules.authors import (
    has_inner_lead,
    has_lead,
    is_full,
    is_lead,
    is_nobody,
    is_other_part,
    less_title,
    plain,
    read_authors,
)
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.names import is_agency, is_name

_LONGEST_RUN: Final = 220
_MOST_AUTHORS: Final = 12
_DEEPEST: Final = 3


class Credit(NamedTuple):
    """Authors whom a page names in one place.

    Attributes:
        people: They, in order.
        raw: The words.
        element: Where they stand, as far as it is known.
        path: Where inside that.
        below: Whether that is below the headline, where it is printed.
    """

    people: tuple[Contributor, ...]
    raw: str
    element: Any = None
    path: str = ""
    below: bool = True


@final
class Scene:
    """What the rules look at.

    Attributes:
        page: The page.
        region: Where bylines stand on it.
        head: Numbers of the runs around the headline that can be bylines.
        tail: Numbers of those below the body.
        sites: Names of the site and its publisher, as ``plain`` has them.
    """

    __slots__ = ("_known", "head", "page", "region", "sites", "tail")

    def __init__(self, page: Page, region: Region) -> None:
        runs = page.flow.runs
        self.page = page
        self.region = region
        self.head = [at for at in region.head if len(runs[at].text) <= _LONGEST_RUN]
        self.tail = [at for at in region.tail if len(runs[at].text) <= _LONGEST_RUN]
        self.sites = _site_names(page)
        self._known: dict[str, tuple[Contributor, ...]] = {}

    def authors(self, text: str) -> tuple[Contributor, ...]:
        """Return whom a text names, which is read once."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = read_authors(text)
        return found

    def is_somebody(self, one: Contributor) -> bool:
        """Whether an author is more than the site, its staff or its software."""
        return not is_nobody(one.name) and not is_site(one.name, self.sites)

    def naming(
        self, people: Iterable[Contributor], numbers: Iterable[int]
    ) -> int | None:
        """Return the first of some runs that names one of some people."""
        runs = self.page.flow.runs
        names = [each.name.casefold() for each in people]
        for at in numbers:
            text = runs[at].text.casefold()
            for name in names:
                if name in text:
                    return at
        return None


class CreditRule(NamedTuple):
    """One place where pages name authors.

    Attributes:
        name: Which one.
        find: Returns who is named there, the best first.
        example: Markup that names Ann Example there.
        printed: Whether readers see it.
        loose: Whether it is a guess from where the words stand.
    """

    name: str
    find: Callable[[Scene], Iterator[Credit]]
    example: str
    printed: bool = False
    loose: bool = False


# ----------------------------------------------------------------- the site

_SPLIT_TITLE: Final = re.compile(r"\s+[|·•–—-]\s+|\s*[|»]\s*")
_STAFF: Final = words(
    "admin author blog com contributor contributors correspondent desk editor editorial"
    " editors magazine media news newsroom online redaktion reporter reporters staff"
    " team the web writer writers"
)
_SHORTEST_LABEL: Final = 2
_LONGEST_SITE: Final = 80


def _site_names(page: Page) -> frozenset[str]:
    """Return the names of a page's site and publisher, as ``plain`` has them."""
    names = [
        page.meta(name) for name in ("og:site_name", "application-name", "publisher")
    ]
    publisher = page.article.get("publisher")
    for each in publisher if isinstance(publisher, list) else [publisher]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            names.append(name)
    host = (page.url or page.meta("og:url")).partition("://")[2].partition("/")[0]
    # The last part of a title may be the author's name as well as the site's.
    bare = plain(host)
    names += [
        part for part in _SPLIT_TITLE.split(page.title)[1:] if plain(part) in bare
    ]
    names += [part for part in host.split(".") if len(part) > _SHORTEST_LABEL]
    names += [host, host.removeprefix("www.")]
    return frozenset(
        [plain(name) for name in names if name and len(name) < _LONGEST_SITE]
    ) - {""}


def is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is only that of the site or of its staff.

    Example:
        >>> is_site("Example Times Staff", frozenset({"exampletimes"}))
        True
    """
    if plain(name) in sites:
        return True
    parts = name.casefold().split()
    if name.partition(" ")[0].isupper() and parts[0] in sites:
        return True  # "CNN Business"
    rest = [part for part in parts if part.strip(".,") not in _STAFF]
    return not rest or (len(rest) < len(parts) and plain("".join(rest)) in sites)


# ------------------------------------------------------------------- stated


def _from_json_ld(scene: Scene) -> Iterator[Credit]:
    for name in ("author", "creator"):
        people = tuple(people_stated(scene.page.article.get(name), scene))
        if people:
            yield Credit(people, ", ".join([each.name for each in people]), None, name)


def people_stated(value: Any, scene: Scene, depth: int = 0) -> Iterator[Contributor]:
    """Return those whom a value of JSON-LD names."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:_MOST_AUTHORS]:
            yield from people_stated(each, scene, depth + 1)
    elif isinstance(value, str):
        if not value.startswith(("http", "/", "#", "@", "_:")):
            yield from scene.authors(value)
    elif isinstance(value, dict):
        if "@list" in value:
            yield from people_stated(value["@list"], scene, depth + 1)
            return
        name = value.get("name")
        if not name and (value.get("givenName") or value.get("familyName")):
            name = f"{value.get('givenName') or ''} {value.get('familyName') or ''}"
        if isinstance(name, list | dict):
            yield from people_stated(name, scene, depth + 1)
        elif isinstance(name, str):
            found = scene.authors(name)
            yield from [_described(each, value) for each in found[:1]]
            yield from found[1:]


def _described(one: Contributor, node: dict[str, Any]) -> Contributor:
    """Return an author with what a node of JSON-LD says besides the name."""
    changes: dict[str, Any] = {}
    url = node.get("url")
    if isinstance(url, str) and (address := address_of(url)):
        changes["url"] = address
    if node.get("@type") in ("Organization", "NewsMediaOrganization") and (
        one.kind == "person"
    ):
        changes["kind"] = "organisation"
    works_for = node.get("worksFor") or node.get("affiliation")
    outlet = works_for.get("name") if isinstance(works_for, dict) else works_for
    if isinstance(outlet, str) and not one.affiliation and outlet.strip():
        changes["affiliation"] = " ".join(outlet.split())
    return _changed(one, changes)


def _changed(one: Contributor, changes: dict[str, Any]) -> Contributor:
    """Return an author with changes, or as before where they cannot be held."""
    try:
        return evolve(one, **changes) if changes else one
    except ModelError:
        return one


def address_of(href: str) -> str | None:
    """Return an address as it is written, unless it is a script."""
    href = " ".join(href.split())
    return href if href and not href.lower().startswith("javascript:") else None


# The best first.
_METAS: Final = (
    "author",
    "article:author",
    "article:author:name",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "sailthru.byline_name",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "authors",
    "article.author",
    "article_author",
    "cxenseparse:author",
    "og:author",
    "og:article:author",
    "dcsext.author",
    "vr:author",
    "mediator_author",
    "author_name",
    "citation_author",
    "creator",
    "twitter:data1",
)
_NO_NAME: Final = re.compile(r"https?://|www\.|/|@\w|[0-9]+$")
_LABELS: Final = words(
    "author auteur autor by escrito par por verfasst von written écrit"
)


def _from_metas(scene: Scene) -> Iterator[Credit]:
    metas = scene.page.metas
    found = []
    for name in _METAS:
        if name not in metas:
            continue
        if name == "twitter:data1" and _LABELS.isdisjoint(
            scene.page.meta("twitter:label1").casefold().split()
        ):
            continue
        contents = [
            each
            for each in metas[name][:_MOST_AUTHORS]
            if " " in each or not _NO_NAME.match(each)
        ]
        people = _together(scene.authors(each) for each in contents)
        if people:
            found.append(Credit(people, "; ".join(contents), None, f"meta {name}"))
    # One name in the first of them may be one of several in another.
    for credit in found[1:]:
        names = {each.name for each in credit.people}
        if names > {each.name for each in found[0].people}:
            found.insert(0, credit)
            break
    yield from found


def _together(found: Iterable[Iterable[Contributor]]) -> tuple[Contributor, ...]:
    """Return all of several, none twice."""
    people: dict[str, Contributor] = {}
    for several in found:
        for each in several:
            people.setdefault(each.name.casefold(), each)
    return tuple(people.values())


def _from_items(scene: Scene) -> Iterator[Credit]:
    raws = []
    elements = scene.page.items.get("author", ())[:4]
    for element in elements:
        text = element.get("content")
        if not text:
            inner = next(
                (
                    each
                    for each in element.iter()
                    if "name" in (each.get("itemprop") or "").split()
                ),
                element,
            )
            text = inner.get("content") or _text_of(inner)
        if text and len(text) < _LONGEST_RUN and not _NO_NAME.match(text):
            raws.append(text)
    people = _together(scene.authors(text) for text in raws)
    if people:
        yield Credit(people, "; ".join(raws), elements[0], "author")


# ------------------------------------------------------------------ printed


def _text_of(element: Any) -> str:
    return "\n".join(
        [text for each in element.itertext() if (text := " ".join(each.split()))]
    )


def lines_of(run: Run) -> str:
    """Return the text of a run, a line for each piece."""
    pieces = run.pieces
    if len(pieces) == 1:
        return run.text
    return "\n".join([text for each in pieces if (text := " ".join(each.split()))])


_AUTHOR_LINK: Final = re.compile(
    r"/(?:authors?|auteurs?|autor(?:en|es|i|a)?|autore|autorzy|bios?|by|by-author|byline"
    r"|columnists?|contributors?|correspondents?|editors?|experts?|firmas?|forfatter"
    r"|journalists?|journaliste|masthead|members?|news-team|osoby|penulis|people|person"
    r"|profiel|profiles?|profil|redaccion|redakteure?|redaktion|redaktorzy|redazione"
    r"|reporters?|skribent|staff|team|users?|writers?|yazar(?:lar)?)[/?=]"
    r"|[?&](?:author|autor|user)(?:_?name|_?id)?=|author[:-]",
    re.IGNORECASE,
)
# Before the name of someone who did not write the article.
OTHER_PART: Final = re.compile(
    r"(?:bild|check|contributions?\s|credit|edit(?:ed|ing|or)|foto|illustrat|medical|photo|picture|review"
    r"|tradu|translat|übersetz)[^|·•\n]{0,25}$",
    re.IGNORECASE,
)
_LONGEST_LINK: Final = 80
_LONGEST_USER: Final = 60
_LONGEST_LEAD: Final = 50
_NEAR: Final = 3
_MOST_LINKS: Final = 8


def _from_rel(scene: Scene) -> Iterator[Credit]:
    yield from _linked(scene, strict=True)


def _from_links(scene: Scene) -> Iterator[Credit]:
    yield from _linked(scene, strict=False)


def _linked(scene: Scene, *, strict: bool) -> Iterator[Credit]:
    """Read links to the pages of authors, which ``rel`` or their address tell."""
    runs = scene.page.flow.runs
    people: list[Contributor] = []
    raws: list[str] = []
    where = first = last = None
    for at in scene.head:
        run = runs[at]
        if not run.spans or is_caption(run):
            continue
        if last is not None and abs(at - last) > _NEAR:
            break
        for span in run.spans[:_MOST_LINKS]:
            for each in _one_link(run, span, strict=strict):
                known = [one.name.casefold() for one in people]
                if each.name.casefold() not in known:
                    people.append(each)
                    raws.append(each.name)
                    if first is None:
                        first, where = at, span.element
                    last = at
    if people:
        below = first is not None and first > scene.region.headline
        yield Credit(
            tuple(people[:_MOST_AUTHORS]), "; ".join(raws), where, "href", below
        )


def _one_link(run: Run, span: Span, *, strict: bool) -> list[Contributor]:
    """Return the authors whom one link names."""
    if span.kind != "link":
        return []
    href = span.element.get("href") or ""
    if strict:
        if "author" not in (span.element.get("rel") or ""):
            return []
    elif not _AUTHOR_LINK.search(href[:500]):
        return []
    text = " ".join("".join(run.pieces[span.start : span.stop]).split())
    text = text.replace("\0", " ")
    before = "".join(run.pieces[: span.start])
    if not 0 < len(text) <= _LONGEST_LINK or len(before.strip()) > _LONGEST_LEAD:
        return []
    if OTHER_PART.search(before[-60:]):
        return []
    if not strict and ">" in run.text:
        return []
    found = read_authors(text)
    return [
        _changed(less_title(each), {"url": address_of(href)})
        for each in found
        if strict or (is_full(each) and _tells(href, each.name))
    ]


def _tells(href: str, name: str) -> bool:
    """Whether an address holds a part of a name, as far as letters can tell."""
    bare = plain(href[-200:])
    parts = [plain(part) for part in name.split()]
    return not name.isascii() or any(len(part) > 2 and part in bare for part in parts)


def _from_bylines(scene: Scene) -> Iterator[Credit]:
    yield from _named_bylines(scene, scene.head)


def _from_foot(scene: Scene) -> Iterator[Credit]:
    yield from _led_runs(scene, scene.tail)
    yield from _named_bylines(scene, scene.tail)


def _named_bylines(scene: Scene, numbers: list[int]) -> Iterator[Credit]:
    """Read what is named a byline: elements in lines, and boxes."""
    runs = scene.page.flow.runs
    inside = set(numbers)
    named: dict[int, list[Any]] = {}
    for element, names, _, at in scene.page.flow.named:
        if names & BYLINE and at in inside:
            named.setdefault(at, []).append(element)
    for at in numbers:
        run = runs[at]
        if is_caption(run):
            continue
        for element in named.get(at, ()):
            text = _text_of(element)
            if len(text) <= _LONGEST_RUN and not is_lead(text):
                yield from _sure_ones(text, element, at > scene.region.headline)
        if is_named(run):
            text = _with_next(runs, at) or lines_of(run)
            yield from _sure_ones(text, run.box.element, at > scene.region.headline)


def _sure_ones(text: str, element: Any, below: bool) -> Iterator[Credit]:
    """Read a byline that is one by its name, as far as its words look like it."""
    if is_other_part(text):
        return
    led = has_lead(text)
    found = [less_title(each) for each in read_authors(text)]
    people = tuple(
        [
            each
            for each in found
            if is_full(each) or is_agency(each.name) or (led and is_name(each.name))
        ]
    )
    if people:
        yield Credit(people, text, element, "", below)
    elif 0 < len(found) <= _MOST_BESIDE and below and len(text) <= _LONGEST_USER:
        yield Credit(tuple(found), text, element, "", below)


def is_caption(run: Run) -> bool:
    """Whether a run belongs to a picture, by the boxes around it."""
    box = run.box
    for _ in range(3):
        if box.tag in ("figcaption", "figure") or box.names & CAPTION:
            return True
        if box.parent is None:
            return False
        box = box.parent
    return False


def is_named(run: Run) -> bool:
    """Whether the boxes around a run, if small, are named for bylines."""
    box = run.box
    for _ in range(4):
        if box.stop - box.start > 8:
            return False
        if box.names & BYLINE:
            return True
        if box.parent is None:
            return False
        box = box.parent
    return False


def _with_next(runs: list[Run], at: int) -> str:
    """Return a run that is only ``By`` together with the next, else nothing."""
    text = runs[at].text
    if is_lead(text) and at + 1 < len(runs) and len(runs[at + 1].text) < _LONGEST_RUN:
        return f"{text} {lines_of(runs[at + 1])}"
    return ""


def _from_leads(scene: Scene) -> Iterator[Credit]:
    yield from _led_runs(scene, scene.head)


def _led_runs(scene: Scene, numbers: Iterable[int]) -> Iterator[Credit]:
    """Read runs that begin with ``By``, and have a name after it."""
    runs = scene.page.flow.runs
    for at in numbers:
        run = runs[at]
        led = has_lead(run.text) or (
            has_inner_lead(run.text) and _DATED.search(run.text) is not None
        )
        text = lines_of(run) if led else _with_next(runs, at)
        if not text or is_other_part(text):
            continue
        people = tuple([less_title(each) for each in read_authors(text)])
        lone = len(people) == 1 and " " not in people[0].name
        short = lone and len(text) <= _LONGEST_USER
        if people and all(
            short or is_name(each.name) or is_agency(each.name) for each in people
        ):
            below = at > scene.region.headline
            yield Credit(people, run.text, run.box.element, "", below)


_NO_BYLINES: Final = words("h1 h2 h3 h4 h5 h6 li")
_DATED: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9][./][0-9]{1,2}[./][0-9]{2}")
_LONGEST_DATED: Final = 120
_MOST_BESIDE: Final = 3
_LEAST_TOLD: Final = 20
_LONG_TOLD: Final = 80


def _from_dates(scene: Scene) -> Iterator[Credit]:
    """Read a name that stands in one run with a date near the headline."""
    runs = scene.page.flow.runs
    for at in scene.head:
        run = runs[at]
        if (
            at == scene.region.headline
            or len(run.text) > _LONGEST_DATED
            or run.box.tag in _NO_BYLINES
            or not _DATED.search(run.text)
        ):
            continue
        text = lines_of(run)
        if find_dates(text) and not is_other_part(text):
            yield from _full_ones(text, run)


def _from_told(scene: Scene) -> Iterator[Credit]:
    """Read a name that stands alone near the headline, and is told of at the foot."""
    runs = scene.page.flow.runs
    for at in scene.head:
        run = runs[at]
        if (
            at > scene.region.headline
            and run.box.tag not in _NO_BYLINES
            and len(run.text) <= _LONGEST_LEAD
            and not run.text.endswith(":")
            and _is_told_of(run.text, scene)
        ):
            yield from _full_ones(lines_of(run), run)


def _full_ones(text: str, run: Run) -> Iterator[Credit]:
    people = read_authors(text)
    if 0 < len(people) <= _MOST_BESIDE and all(is_full(each) for each in people):
        yield Credit(people, run.text, run.box.element)


def _is_told_of(name: str, scene: Scene) -> bool:
    """Whether the foot of the article says something of the bearer of a name."""
    runs = scene.page.flow.runs
    for at in scene.region.tail:
        text = runs[at].text
        if text.startswith(name):
            if len(text) > len(name) + _LEAST_TOLD:
                return True
            if text == name and any(
                len(each.text) > _LONG_TOLD for each in runs[at + 1 : at + 3]
            ):
                return True
    return False


# The order is the precedence among those that name authors equally well.
CREDIT_RULES: Final = (
    CreditRule(
        "json-ld",
        _from_json_ld,
        '<script type="application/ld+json">{"@type": "NewsArticle", "author":'
        ' {"@type": "Person", "name": "Ann Example"}}</script>',
    ),
    CreditRule("meta", _from_metas, '<meta name="author" content="Ann Example, PhD">'),
    CreditRule(
        "microdata",
        _from_items,
        '<div itemprop="author"><b itemprop="name">Ann Example</b> Editor</div>',
    ),
    CreditRule(
        "rel-author",
        _from_rel,
        '<h1>Bridge reopens</h1><a rel="author" href="/ann">Ann Example</a>',
        printed=True,
    ),
    CreditRule(
        "author-link",
        _from_links,
        '<h1>Bridge reopens</h1><a href="/authors/ann-example">Ann Example</a>',
        printed=True,
    ),
    CreditRule(
        "named-byline",
        _from_bylines,
        '<h1>Bridge reopens</h1><div class="article-byline">Ann Example, Kyiv</div>',
        printed=True,
    ),
    CreditRule(
        "by-line",
        _from_leads,
        "<h1>Bridge reopens</h1><div>By Ann Example, Science Editor</div>",
        printed=True,
    ),
    CreditRule(
        "beside-date",
        _from_dates,
        "<h1>Bridge reopens</h1><div>Ann Example · June 1, 2023</div>",
        printed=True,
        loose=True,
    ),
    CreditRule(
        "told-of",
        _from_told,
        '<h1>Bridge reopens</h1><div>Ann Example</div><p class="text">The bridge is'
        " open again.</p><div>Ann Example has written about bridges for ten years.</div>",
        printed=True,
        loose=True,
    ),
    CreditRule(
        "foot",
        _from_foot,
        '<p class="text">The bridge is open again.</p><div>By Ann Example</div>',
        printed=True,
        loose=True,
    ),
)
"""Where a page names the authors of its article."""
