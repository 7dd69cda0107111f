"""Where an article is from: its address, publisher, rights, language and number."""

import re
from collections.abc import Iterable
from typing import Final

from newsmodel.markup.json_ld import string_of, types_of, values_of
from newsmodel.model import Rights, Source
from newsmodel.parsers.html._fields.fact import (
    SCHEMES,
    Fact,
    address_of,
    line_of,
    path_of,
)
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words
from newsmodel.rules.closing import read_rights
from newsmodel.rules.languages import language_tag
from newsmodel.rules.names import kind_of_publisher

_LONGEST: Final = 300
_FOOT: Final = 40
_LONGEST_FOOT: Final = 400
_COPYRIGHT: Final = re.compile("[©ⓒ]|[Cc]opyright|COPYRIGHT")
_LAST_PART: Final = re.compile(r".*(?:[|｜│]| [-–—·•»:] )\s*(?P<name>[^|｜│]{2,40})")
_VIEWS: Final = words("ReadAction ViewAction UserPageVisits WatchAction")


def html_lang(page: Page) -> Fact | None:
    raw = page.root.get("lang") or page.root.get("xml:lang")
    tag = language_tag(raw) if raw else None
    return Fact(tag, raw, page.root) if tag else None


def in_language(page: Page) -> Fact | None:
    raw = page.article.get("inLanguage")
    if isinstance(raw, dict):
        raw = raw.get("alternateName") or raw.get("name")
    text = string_of(raw)
    tag = language_tag(text)
    return Fact(tag, text, None, "inLanguage") if tag else None


def meta_language(page: Page) -> Fact | None:
    for name in ("og:locale", "content-language", "language", "dc.language"):
        raw = page.meta(name)
        if raw and (tag := language_tag(raw.partition(",")[0])):
            return Fact(tag, raw)
    return None


def _article_address(page: Page, raw: object) -> str | None:
    """Return the address of the article; a site's front page is none."""
    whole = address_of(page, raw)
    if whole and page.url and not path_of(whole)[1] and path_of(page.url)[1]:
        return None
    return whole


def canonical(page: Page) -> Fact | None:
    for link in page.links.get("canonical", ()):
        if whole := _article_address(page, link.get("href")):
            return Fact(whole, link.get("href"), link)
    return None


def og_url(page: Page) -> Fact | None:
    raw = page.meta("og:url")
    whole = _article_address(page, raw) if raw else None
    return Fact(whole, raw) if whole else None


def stated_url(page: Page) -> Fact | None:
    for field in ("url", "mainEntityOfPage"):
        raw = page.article.get(field)
        if isinstance(raw, dict):
            raw = raw.get("@id") or raw.get("url")
        if raw and (whole := _article_address(page, raw)):
            return Fact(whole, string_of(raw), None, field)
    return None


def given_url(page: Page) -> Fact | None:
    url = page.url
    return Fact(url, url) if url and url.isprintable() else None


def _source(
    name: str, page: Page, url: object = None, types: Iterable[str] = ()
) -> Source:
    kind = kind_of_publisher(name)
    if "Person" in types:
        kind = "person"
    elif kind == "organisation" and not {
        "NewsMediaOrganization",
        "Newspaper",
    }.isdisjoint(types):
        kind = "publication"
    return Source(name=name, kind=kind, url=address_of(page, url) if url else None)


def publisher(page: Page) -> Fact | None:
    for field in ("publisher", "sourceOrganization", "provider"):
        for node in values_of(page.article.get(field)):
            if isinstance(node, dict):
                name = line_of(node.get("name") or node.get("legalName"))
                url, types = node.get("url"), types_of(node)
            else:
                name, url, types = line_of(node), None, ()
            if name and "://" not in name:
                return Fact(
                    _source(name, page, url, types), name, None, f"{field}.name"
                )
    return None


def site_name(page: Page) -> Fact | None:
    for each in ("og:site_name", "application-name", "publisher", "dc.publisher"):
        raw = page.meta(each)
        name = line_of(raw).lstrip("@") if raw else ""
        if name and "://" not in name and "{{" not in name:
            return Fact(_source(name, page), raw)
    return None


def title_end(page: Page) -> Fact | None:
    found = _LAST_PART.fullmatch(page.title[:_LONGEST])
    name = line_of(found["name"]) if found else ""
    if not name or len(name.split()) > 4:
        return None
    return Fact(_source(name, page), page.title)


def guid(page: Page) -> Fact | None:
    raw = page.article.get("identifier")
    if isinstance(raw, dict):
        raw = raw.get("value") or raw.get("@value")
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    guid = line_of(raw)
    # An address is the field `url`'s.
    if not guid or guid.startswith(SCHEMES):
        return None
    return Fact(guid, guid, None, "identifier")


def meta_guid(page: Page) -> Fact | None:
    raw = page.meta("dc.identifier", "dcterms.identifier", "identifier")
    guid = line_of(raw) if raw else ""
    return Fact(guid, raw) if guid and not guid.startswith(SCHEMES) else None


def stated_rights(page: Page) -> Fact | None:
    notice = line_of(page.article.get("copyrightNotice"))
    holder = line_of(page.article.get("copyrightHolder"))
    if "://" in holder:
        holder = ""
    if not notice and not holder:
        return None
    rights = Rights(holder=holder or None, notice=notice or None)
    return Fact(rights, notice or holder, None, "copyrightHolder")


def meta_rights(page: Page) -> Fact | None:
    raw = page.meta(
        "copyright", "dc.rights", "dcterms.rights", "dcterms.rightsholder", "rights"
    )
    notice = line_of(raw) if raw else ""
    if not notice:
        return None
    read = read_rights(notice)
    return Fact(read or Rights(notice=notice), raw)


def foot_rights(page: Page) -> Fact | None:
    """The copyright line at the foot of the page."""
    for run in reversed(page.flow.runs[-_FOOT:]):
        text = run.text
        # A third of the time that the pattern takes, which few lines get to.
        if not ("©" in text or "opyright" in text or "ⓒ" in text or "COPY" in text):
            continue
        if len(text) < _LONGEST_FOOT and (found := _COPYRIGHT.search(text)):
            line = text[found.start() :].partition("\n")[0].strip()
            # Links to terms and the like often stand in one line with it.
            for part in (line, line.partition("|")[0].rstrip()):
                rights = read_rights(part)
                if rights and rights.holder:
                    return Fact(rights, part, run.box.element)
    return None


def stated_views(page: Page) -> Fact | None:
    for node in values_of(page.article.get("interactionStatistic")):
        if not isinstance(node, dict):
            continue
        kind = node.get("interactionType")
        name = string_of(kind.get("@type") if isinstance(kind, dict) else kind)
        if name.rpartition("/")[2] in _VIEWS:
            raw = node.get("userInteractionCount")
            count = raw if isinstance(raw, int) else string_of(raw)
            if isinstance(count, str):
                count = int(count) if re.fullmatch("[0-9]{1,15}", count) else -1
            if not isinstance(count, bool) and 0 <= count < 2**53:
                return Fact(count, str(raw), None, "interactionStatistic")
    return None
