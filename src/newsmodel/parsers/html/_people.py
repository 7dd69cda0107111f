"""Who made the article: byline, authors and other contributors."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

from attrs import evolve

from newsmodel.errors import ModelError
from newsmodel.markup.flow import Run
from newsmodel.model import Contributor
from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._names import BYLINE, CAPTION
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._region import Region, region_of
from newsmodel.rules._words import words
from newsmodel.rules.authors import (
    has_lead,
    is_full,
    is_lead,
    is_nobody,
    plain,
    read_authors,
)
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.closing import read_contributors
from newsmodel.rules.names import is_agency, is_name, kind_of


class Credit(NamedTuple):
    """Authors whom a page names in one place.

    Attributes:
        people: They, in order.
        raw: The words.
        element: Where they stand, as far as it is known.
        path: Where inside that.
    """

    people: tuple[Contributor, ...]
    raw: str
    element: Any = None
    path: str = ""


class Scene(NamedTuple):
    """What the rules look at."""

    page: Page
    region: Region
    sites: frozenset[str]


class CreditRule(NamedTuple):
    """One place where pages name authors.

    Attributes:
        name: Which one.
        find: Returns who is named there, the best first.
        printed: Whether readers see it.
    """

    name: str
    find: Callable[[Scene], Iterator[Credit]]
    printed: bool = False
    loose: bool = False


_METAS: Final = (
    "author",
    "article:author",
    "article:author:name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "dcsext.author",
    "byl",
    "byline",
    "authors",
    "article.author",
    "article_author",
    "cxenseparse:author",
    "og:author",
    "og:article:author",
    "creator",
    "citation_author",
    "sailthru.byline_name",
    "vr:author",
    "article:author_name",
    "author_name",
    "mediator_author",
    "twitter:data1",
)
_ADDRESS: Final = re.compile(r"https?://|www\.|/|@\w|^[0-9]+$")
_AUTHOR_LINK: Final = re.compile(
    r"/(?:authors?|auteurs?|autor(?:en|es|i|a)?|autore|people|person|staff|by|profiles?|writers?"
    r"|contributors?|journalists?|reporters?|columnists?|correspondents?|team|user|users"
    r"|members?|bio|bios|redaktion|redakteure?|redaktorzy|redazione|redaccion|firmas?"
    r"|journaliste|profil|profiel|skribent|forfatter|penulis|yazar(?:lar)?|editors?"
    r"|experts?|by-author|author_name|news-team|masthead|byline|reporter|autorzy|osoby)"
    r"[/?=]|[?&](?:author|autor|user)(?:_?name|_?id)?=|author[:-]",
    re.IGNORECASE,
)
_ROLES: Final = (("editor", "editor"), ("translator", "translator"))
_PICTURE: Final = CAPTION
_SUFFIXES: Final = words(
    "staff team editors editor editorial newsroom desk online redaktion reporter reporters"
    " writers writer news com correspondent blog admin author media web the magazine contributor"
    " contributors"
)
_SPLIT_TITLE: Final = re.compile(r"\s+[|·•–—-]\s+|\s*[|»]\s*")
_LONGEST_RUN: Final = 220
_LONGEST_NAMED: Final = 300
# Before the name of someone who did not write the article.
_OTHER_PART: Final = re.compile(
    r"(?:review|check|edit(?:ed|ing|or)|photo|picture|medical|credit|illustrat|translat"
    r"|übersetz|foto|bild|tradu)[^|·•\n]{0,25}$",
    re.IGNORECASE,
)
_MOST_AUTHORS: Final = 12


def read_people(page: Page, body: Body, findings: Findings) -> set[int]:
    """Give the fields who made the article; return the runs that are taken."""
    region = region_of(page, body, findings)
    scene = Scene(page, region, _site_names(page))
    people: list[Contributor] = []
    traces: list[Trace] = []
    found = _chosen(scene, findings)
    if found:
        credit, rule, others = found
        trace = Trace(rule, credit.raw, credit.element, credit.path)
        for each in credit.people[:_MOST_AUTHORS]:
            people.append(each)
            traces.append(trace)
        _offer_byline(scene, people, findings)
        for each in others:
            people.append(evolve(each, role="contributor"))
            traces.append(trace)
    known = {each.name.casefold() for each in people}
    for each, trace in _other_roles(scene):
        if each.name.casefold() not in known:
            people.append(each)
            traces.append(trace)
    taken = _read_closing(page, body, people, traces)
    if people:
        findings.fields["contributors"] = people
        for at, trace in enumerate(traces):
            findings.witness(f"contributors[{at}]", trace)
    return taken


_Found = tuple[Credit, str, tuple[Contributor, ...]]


def _chosen(scene: Scene, findings: Findings) -> _Found | None:
    """Return the credit that names the authors, its rule, and who else is named.

    What is stated goes before what is printed, but names of persons go before
    those of organisations and users, and a printed byline before a name that is
    printed nowhere near.
    """
    ranked: list[tuple[int, Credit, str]] = []
    seen = _seen(scene)
    best = -1
    for rule in CREDIT_RULES:
        if best >= _SURE and (rule.printed or best > _SURE):
            break
        for credit in rule.find(scene):
            good = tuple([each for each in credit.people if _is_somebody(each, scene)])
            rank = _rank(credit, good, rule, seen)
            if rank > 1 and len(good) < len(credit.people):
                credit = credit._replace(people=good)
            ranked.append((rank, credit, rule.name))
            if rank > best:
                best = rank
            if rank >= _SURE:
                break
    if not ranked or best < 0:
        return None
    chosen = next(each for each in ranked if each[0] == best)
    for each in ranked:
        if each is not chosen:
            _, credit, name = each
            reason = (
                "another names persons, or is printed nearer"
                if each[0] < best
                else "one found before goes before it"
            )
            trace = Trace(name, credit.raw, credit.element, credit.path)
            findings.lose("contributors[0]", trace, reason)
    _, credit, name = chosen
    if chosen[0] >= _SURE and not credit.element is not None:
        return _compared(credit, name, scene)
    return credit, name, ()


_SURE: Final = 7


def _rank(
    credit: Credit, good: tuple[Contributor, ...], rule: CreditRule, seen: str
) -> int:
    """Return how well a credit names authors.

    Nobody 0, the site 1, one word or an organisation 3, persons 4 or more.
    """
    if not good:
        names = [each.name.casefold() for each in credit.people]
        if not all(is_nobody(name) for name in names):
            return 1
        return -1 if set(names) & _MACHINES else 0
    if not any(is_full(each) for each in good):
        return (
            3 if not rule.printed or any(each.kind == "agency" for each in good) else 2
        )
    if rule.printed:
        return 2 if rule.loose else 6
    names = [each.name.casefold() for each in good]
    return _SURE if any(name in seen for name in names) else 5


_MACHINES: Final = words(
    "admin administrator user root webmaster unknown none null undefined guest anonymous"
)


def _is_somebody(each: Contributor, scene: Scene) -> bool:
    return not is_nobody(each.name) and not _is_site(each.name, scene.sites)


def _seen(scene: Scene) -> str:
    """Return what is printed where bylines are, in small letters."""
    runs = scene.page.flow.runs
    texts = [
        runs[at].text
        for at in [*scene.region.head, *scene.region.tail]
        if 0 <= at < len(runs) and len(runs[at].text) <= _LONGEST_NAMED
    ]
    return " ".join(texts).casefold().replace("\n", " ")


def _compared(credit: Credit, rule: str, scene: Scene) -> _Found:
    """Compare stated authors with the printed byline that names one of them.

    The byline may name more of them; whom it does not name, and who is not
    printed elsewhere at the head, has another part in the article.
    """
    run = _byline_run(scene, credit.people)
    if run is None or not (has_lead(run.text) or _is_named(run)):
        return credit, rule, ()
    printed = [
        each
        for each in read_authors(_lines(run))
        if is_full(each) and _is_somebody(each, scene)
    ]
    names = {plain(each.name) for each in printed}
    stated = {plain(each.name) for each in credit.people}
    if names > stated:
        known = {plain(each.name): each for each in credit.people}
        people = tuple([known.get(plain(each.name), each) for each in printed])
        return (
            credit._replace(
                people=people, raw=run.text, element=run.box.element, path=""
            ),
            "byline",
            (),
        )
    if names and names < stated and has_lead(run.text):
        head = _head_text(scene)
        shown = [each for each in credit.people if each.name.casefold() in head]
        others = [each for each in credit.people if each not in shown]
        if shown and others:
            return credit._replace(people=tuple(shown)), rule, tuple(others)
    return credit, rule, ()


def _head_text(scene: Scene) -> str:
    runs = scene.page.flow.runs
    texts = [
        runs[at].text
        for at in scene.region.head
        if 0 <= at < len(runs) and len(runs[at].text) <= _LONGEST_NAMED
    ]
    return " ".join(texts).casefold().replace("\n", " ")


def _byline_run(scene: Scene, people: Iterable[Contributor]) -> Run | None:
    """Return the run near the headline that names one of some people."""
    runs = scene.page.flow.runs
    names = [each.name.casefold() for each in people]
    for at in scene.region.head:
        if 0 <= at < len(runs):
            run = runs[at]
            if len(run.text) <= _LONGEST_RUN:
                text = run.text.casefold()
                if any(name in text for name in names):
                    return run
    return None


def _site_names(page: Page) -> frozenset[str]:
    """Return the names of a page's site and publisher, as ``plain`` has them."""
    names = [
        page.meta(
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "publisher",
        )
    ]
    publisher = page.article.get("publisher")
    for each in publisher if isinstance(publisher, list) else [publisher]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            names.append(name)
    names += _SPLIT_TITLE.split(page.title)[1:]
    host = (page.url or page.meta("og:url")).partition("://")[2].partition("/")[0]
    names += [part for part in host.split(".") if len(part) > 3]
    names += [host, host.removeprefix("www.")]
    return frozenset([plain(name) for name in names if name and len(name) < 80]) - {""}


def _is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is only that of the site or of its staff."""
    bare = plain(name)
    if bare in sites:
        return True
    parts = name.casefold().split()
    rest = [part for part in parts if part.strip(".,") not in _SUFFIXES]
    return not rest or (len(rest) < len(parts) and plain("".join(rest)) in sites)


def _from_json_ld(scene: Scene) -> Iterator[Credit]:
    for name in ("author", "creator"):
        value = scene.page.article.get(name)
        people = tuple(_people(value))
        if people:
            yield Credit(people, ", ".join(each.name for each in people), None, name)


def _people(value: Any, depth: int = 0) -> Iterator[Contributor]:
    """Return those whom a value of JSON-LD names."""
    if depth > 3:
        return
    if isinstance(value, list):
        for each in value[:_MOST_AUTHORS]:
            yield from _people(each, depth + 1)
    elif isinstance(value, str):
        if not value.startswith(("http", "/", "#", "@")):
            yield from read_authors(value)
    elif isinstance(value, dict):
        if "@list" in value:
            yield from _people(value["@list"], depth + 1)
            return
        name = value.get("name")
        if not name and (value.get("givenName") or value.get("familyName")):
            name = f"{value.get('givenName') or ''} {value.get('familyName') or ''}"
        if isinstance(name, list | dict):
            yield from _people(name, depth + 1)
        elif isinstance(name, str):
            found = read_authors(name)
            if len(found) == 1:
                yield _described(found[0], value)
            else:
                yield from found


def _described(one: Contributor, node: dict[str, Any]) -> Contributor:
    """Return an author with what a node of JSON-LD says besides the name."""
    url = node.get("url")
    kinds = node.get("@type")
    changes: dict[str, Any] = {}
    if isinstance(url, str) and url.strip() and not url.isspace():
        changes["url"] = " ".join(url.split())
    if kinds == "Organization" and one.kind == "person":
        changes["kind"] = "organisation"
    if not changes:
        return one
    try:
        return evolve(one, **changes)
    except ModelError:
        return one


def _from_metas(scene: Scene) -> Iterator[Credit]:
    metas = scene.page.metas
    for name in _METAS:
        if name not in metas:
            continue
        if name == "twitter:data1" and not has_label(metas.get("twitter:label1")):
            continue
        people: list[Contributor] = []
        raws = []
        for content in metas[name][:_MOST_AUTHORS]:
            if _ADDRESS.search(content) and " " not in content.strip():
                continue
            raws.append(content)
            people += [each for each in read_authors(content) if each not in people]
        if people:
            yield Credit(tuple(people), "; ".join(raws), None, f"meta {name}")


_LABELS: Final = words(
    "written by author verfasst von écrit par escrito por autor auteur"
)


def has_label(labels: list[str] | None) -> bool:
    """Whether a card's label says that an author stands beside it."""
    return bool(labels) and not _LABELS.isdisjoint(labels[0].casefold().split())  # type: ignore[index]


def _from_items(scene: Scene) -> Iterator[Credit]:
    people: list[Contributor] = []
    raws = []
    where = None
    for element in scene.page.items.get("author", ())[:4]:
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
        if text and len(text) < _LONGEST_RUN and not _ADDRESS.match(text):
            where = element if where is None else where
            raws.append(text)
            known = {each.name.casefold() for each in people}
            people += [
                each for each in read_authors(text) if each.name.casefold() not in known
            ]
    if people:
        yield Credit(tuple(people), "; ".join(raws), where, "itemprop author")


def _text_of(element: Any) -> str:
    return "\n".join(
        [text for each in element.itertext() if (text := " ".join(each.split()))]
    )


def _lines(run: Run) -> str:
    """Return the text of a run, a line for each piece."""
    return "\n".join([text for each in run.pieces if (text := " ".join(each.split()))])


def _from_links(scene: Scene) -> Iterator[Credit]:
    """Read links to the pages of authors, which ``rel`` or their address tell."""
    runs = scene.page.flow.runs
    for strict in (True, False):
        people: list[Contributor] = []
        raws: list[str] = []
        where = None
        last = None
        for at in scene.region.head:
            if not 0 <= at < len(runs) or not runs[at].spans:
                continue
            run = runs[at]
            if last is not None and abs(at - last) > 3:
                break
            links = [span for span in run.spans if span.kind == "link"]
            if (
                run.box.names & _PICTURE
                or run.box.tag == "figcaption"
                or ">" in run.text
            ):
                continue
            for span in links:
                href = span.element.get("href") or ""
                rel = span.element.get("rel") or ""
                if not ("author" in rel if strict else _AUTHOR_LINK.search(href)):
                    continue
                text = " ".join(
                    "".join(run.pieces[span.start : span.stop])
                    .replace("\0", " ")
                    .split()
                )
                if not text or len(text) > 80:
                    continue
                if _OTHER_PART.search("".join(run.pieces[: span.start])[-60:]):
                    continue
                found = [
                    each
                    for each in read_authors(text)
                    if strict
                    or (is_name(each.name) and " " in each.name)
                    or not each.name.isascii()
                ]
                known = {each.name.casefold() for each in people}
                new = [each for each in found if each.name.casefold() not in known]
                if new:
                    where = span.element if where is None else where
                    raws.append(text)
                    people += [evolve(each, url=_url(href)) for each in new]
                    last = at
        if people:
            yield Credit(
                tuple(people),
                "; ".join(raws),
                where,
                "rel=author" if strict else "href",
            )


def _tells(href: str, name: str) -> bool:
    """Whether an address holds a part of a name, as far as letters can tell."""
    bare = plain(href[-200:])
    parts = [plain(part) for part in name.split()]
    return not name.isascii() or any(len(part) > 2 and part in bare for part in parts)


def _url(href: str) -> str | None:
    href = "".join([each for each in " ".join(href.split()) if each.isprintable()])
    return href if href and not href.lower().startswith("javascript:") else None


def _from_bylines(scene: Scene) -> Iterator[Credit]:
    """Read what is named a byline: elements in lines, and boxes."""
    yield from _named_bylines(scene, scene.region.head)


def _from_foot(scene: Scene) -> Iterator[Credit]:
    yield from _led_runs(scene, scene.region.tail)
    yield from _named_bylines(scene, scene.region.tail)


def _named_bylines(scene: Scene, numbers: Iterable[int]) -> Iterator[Credit]:
    runs = scene.page.flow.runs
    wanted = [at for at in numbers if 0 <= at < len(runs)]
    inside = set(wanted)
    named: dict[int, list[Any]] = {}
    for element, names, _, at in scene.page.flow.named:
        if names & BYLINE and at in inside:
            named.setdefault(at, []).append(element)
    for at in wanted:
        run = runs[at]
        if len(run.text) > _LONGEST_RUN:
            continue
        for element in named.get(at, ()):
            text = _text_of(element)
            if text and not is_lead(text):
                yield from _credit(text, element)
        if _is_named(run):
            text = _lines(run)
            if is_lead(text) and at + 1 < len(runs):
                text = f"{text} {_lines(runs[at + 1])}"[:_LONGEST_RUN]
            yield from _credit(text, run.box.element)


def _credit(text: str, element: Any) -> Iterator[Credit]:
    """Read a byline that is one by its place or name."""
    led = has_lead(text)
    people = tuple(
        [
            each
            for each in read_authors(text)
            if is_full(each) or is_agency(each.name) or (led and is_name(each.name))
        ]
    )
    if people:
        yield Credit(people, text, element)


def _is_named(run: Run) -> bool:
    """Whether the boxes around a run, if small, are named for bylines."""
    box = run.box
    for _ in range(4):
        if box is None or box.stop - box.start > 8:
            return False
        if box.names & BYLINE:
            return True
        box = box.parent  # type: ignore[assignment]
    return False


def _from_leads(scene: Scene) -> Iterator[Credit]:
    yield from _led_runs(scene, scene.region.head)


def _led_runs(scene: Scene, numbers: Iterable[int]) -> Iterator[Credit]:
    runs = scene.page.flow.runs
    for at in numbers:
        if not 0 <= at < len(runs):
            continue
        run = runs[at]
        if len(run.text) > _LONGEST_RUN:
            continue
        text = _lines(run)
        if not has_lead(text):
            if not is_lead(text) or at + 1 >= len(runs):
                continue
            text = f"{text} {_lines(runs[at + 1])}"[:_LONGEST_RUN]
        people = read_authors(text)
        if people and all(_is_likely(each) for each in people):
            yield Credit(people, run.text, run.box.element)


def _from_dates(scene: Scene) -> Iterator[Credit]:
    """Read a name that stands alone beside a date near the headline."""
    runs = scene.page.flow.runs
    region = scene.region
    numbers = [at for at in region.head if at < len(runs)][:40]
    dated = [
        at for at in numbers if len(runs[at].text) < 120 and _YEAR.search(runs[at].text)
    ]
    for at in dated:
        for near in (at, at - 1, at + 1):
            if not max(region.start, 0) <= near < len(runs) or near == region.headline:
                continue
            run = runs[near]
            text = run.text
            if len(text) > 120 or run.box.tag in _HEADS or text.endswith(":"):
                continue
            if near == at and not find_dates(text):
                continue
            people = read_authors(_lines(run))
            if people and len(people) < 4 and all(is_full(each) for each in people):
                if near == at or _is_told_of(people[0].name, scene):
                    yield Credit(people, text, run.box.element)


def _is_told_of(name: str, scene: Scene) -> bool:
    """Whether a line at the foot of the article begins with a name and goes on."""
    runs = scene.page.flow.runs
    return any(
        runs[at].text.startswith(name) and len(runs[at].text) > len(name) + 20
        for at in scene.region.tail
    )


_HEADS: Final = words("h1 h2 h3 h4 h5 h6 li")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}|[0-9][./][0-9]{1,2}[./][0-9]{2}")


def _is_likely(one: Contributor) -> bool:
    """Whether a name stands where a word such as ``by`` alone says it is one."""
    return is_name(one.name) or is_agency(one.name)


def _other_roles(scene: Scene) -> Iterator[tuple[Contributor, Trace]]:
    for name, role in _ROLES:
        for each in _people(scene.page.article.get(name)):
            if (
                not is_nobody(each.name)
                and not _is_site(each.name, scene.sites)
                and each.kind == "person"
            ):
                yield evolve(each, role=role), Trace("json-ld", each.name, None, name)


def _offer_byline(scene: Scene, people: list[Contributor], findings: Findings) -> None:
    """Give the byline as it is printed near the headline."""
    run = _byline_run(scene, people)
    if run is not None:
        text = " ".join(run.text.split())
        findings.offer("byline", text, Trace("printed", run.text, run.box.element))


def _read_closing(
    page: Page, body: Body, people: list[Contributor], traces: list[Trace]
) -> set[int]:
    """Add those whom the last lines of the body name; return their runs."""
    taken = set()
    runs = page.flow.runs
    for at in body.runs[-4:]:
        run = runs[at]
        if len(run.text) > 600:
            continue
        for each in read_contributors(run.text):
            people.append(each)
            traces.append(Trace("closing-line", run.text, run.box.element))
            taken.add(at)
    return taken


CREDIT_RULES: Final = (
    CreditRule("json-ld", _from_json_ld),
    CreditRule("meta", _from_metas),
    CreditRule("microdata", _from_items),
    CreditRule("link", _from_links, printed=True),
    CreditRule("byline", _from_bylines, printed=True),
    CreditRule("lead", _from_leads, printed=True),
    CreditRule("beside-date", _from_dates, printed=True, loose=True),
    CreditRule("foot", _from_foot, printed=True, loose=True),
)
