"""What an article is about and of what kind: section, keywords, subjects, genre."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsmodel.markup.json_ld import CODED, GENRES, string_of, types_of, values_of
from newsmodel.model import Subject
from newsmodel.parsers.html._fields.fact import Fact, line_of
from newsmodel.parsers.html._page.names import bits_of, bits_of_class
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words
from newsmodel.rules.likeness import key_of
from newsmodel.rules.lines import clean_line, folded

_LONGEST_SECTION: Final = 60
_LONGEST_CRUMB: Final = 40
_MOST_CRUMBS: Final = 12
_CRUMBS: Final = bits_of("breadcrumb breadcrumbs")
_MOST_KEYWORDS: Final = 100
_MOST_TEXT: Final = 5000
# What is no section, but the front page or the default of a system.
_NO_SECTIONS: Final = words(
    "accueil allgemein article articles blogposts home homepage inicio início page"
    " pages post posts sincategoría start startseite strona tags uncategorized"
    " uncategorised uncategorizedde unkategorisiert acasă anasayfa beranda domov domů"
    " etusivu forside főoldal hem hjem naslovnica početna trangchủ úvod αρχική главная"
    " головна начало הבית דףהבית الرئيسية होम ホーム トップ 首页 首頁 홈"
)
_PARTS: Final = re.compile(r"\s*[|>›»]\s*")
# "type: story", "{{tag}}", or an identifier: words for machines.
_MACHINE: Final = re.compile(r"[a-z_ -]{2,30}:|.{0,99}\{\{|[0-9a-f]{8}-[0-9a-f]{4}-")
_COMMAS: Final = re.compile(r"\s*[,;،、，]\s*")


def _section(text: str, page: Page) -> str:
    """Return the name of a section; nothing where it is a default or the title.

    Of several in one string it is the first, of a path the last.
    """
    name = clean_line(text)
    if name.count(",") > 1:
        name = name.partition(",")[0]
    name = _PARTS.split(name)[-1].strip(" /|>»,")
    key = key_of(name)
    if not key or key in _NO_SECTIONS or len(name) > _LONGEST_SECTION:
        return ""
    return "" if key_of(page.title).startswith(key) and len(key) > 20 else name


def article_section(page: Page) -> Fact | None:
    for raw in values_of(page.article.get("articleSection")):
        if name := _section(string_of(raw), page):
            return Fact(name, string_of(raw), None, "articleSection")
    return None


def meta_section(page: Page) -> Fact | None:
    for each in (
        "article:section",
        "og:article:section",
        "og:section",
        "parsely-section",
        "prism.section",
        "section",
    ):
        raw = page.meta(each)
        if raw and "://" not in raw and (name := _section(raw, page)):
            return Fact(name, raw)
    return None


def crumb_section(page: Page) -> Fact | None:
    """The last breadcrumb before the article itself."""
    for node in page.json_ld:
        if "itemListElement" not in node or "BreadcrumbList" not in types_of(node):
            continue
        names: list[str] = []
        for each in values_of(node.get("itemListElement")):
            if isinstance(each, dict):
                item = each.get("item")
                named = each.get("name") or (
                    isinstance(item, dict) and item.get("name")
                )
                names.append(line_of(named))
        if name := _last_crumb(names, page):
            return Fact(name, name, None, "itemListElement")
    return None


def shown_crumb(page: Page) -> Fact | None:
    """The last link among the breadcrumbs that the page shows."""
    if b"readcrumb" not in page.data:
        return None
    shown = [each.element for each in page.flow.boxes if each.names & _CRUMBS]
    for each in shown or page.root.iter("nav"):  # the flow has no menus
        if shown or bits_of_class(each) & _CRUMBS:
            names = [folded("".join(link.itertext())) for link in each.iter("a")]
            if len(names) <= _MOST_CRUMBS and (name := _last_crumb(names, page)):
                return Fact(name, " > ".join(names), each)
            return None
    return None


def _last_crumb(names: list[str], page: Page) -> str:
    """Return the last of some breadcrumbs that is not the article or the site."""
    headline = key_of(line_of(page.article.get("headline")) or page.title)
    sites = {key_of(page.meta("og:site_name")), ""}
    for each in reversed(names):
        key = key_of(each)
        if key in sites or key in headline:
            continue
        if (name := _section(each, page)) and len(name) <= _LONGEST_CRUMB:
            return name
    return ""


def split_keywords(raw: Iterable[object]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for each in raw:
        for part in _COMMAS.split(clean_line(string_of(each), _MOST_TEXT)):
            word = part.strip(" #\"'")
            if 0 < len(word) <= 100 and not _MACHINE.match(word):
                found.setdefault(word.casefold(), word)
            if len(found) == _MOST_KEYWORDS:
                return tuple(found.values())
    return tuple(found.values())


def stated_keywords(page: Page) -> Fact | None:
    raw = page.article.get("keywords")
    found = split_keywords(values_of(raw)) if raw else ()
    return Fact(found, ", ".join(found), None, "keywords") if found else None


def meta_keywords(*names: str) -> Callable[[Page], Fact | None]:
    def find(page: Page) -> Fact | None:
        for name in names:
            if (raw := page.metas.get(name)) and (found := split_keywords(raw)):
                return Fact(found, ", ".join(raw))
        return None

    return find


def subjects(page: Page) -> Fact | None:
    """What it is about, where that has a code in a vocabulary."""
    found: dict[Subject, None] = {}
    for field in ("about", "mentions"):
        for node in values_of(page.article.get(field))[:_MOST_KEYWORDS]:
            if not isinstance(node, dict):
                continue
            for key in ("@id", "sameAs", "identifier", "url"):
                for raw in values_of(node.get(key))[:10]:
                    coded = CODED.fullmatch(raw) if isinstance(raw, str) else None
                    if coded:
                        subject = Subject(
                            name=line_of(node.get("name")) or None,
                            code=coded["code"] or coded["term"],
                            scheme=coded["scheme"] or coded["vocabulary"],
                        )
                        found.setdefault(subject)
    if not found:
        return None
    raw = ", ".join([each.code or "" for each in found])
    return Fact(tuple(found), raw, None, "about")


def genre(page: Page) -> Fact | None:
    name = line_of(page.article.get("genre"), 80)
    return Fact(Subject(name=name), name, None, "genre") if name else None


def genre_by_type(page: Page) -> Fact | None:
    for each in types_of(page.article):
        if name := GENRES.get(each):
            scheme = "https://schema.org"
            return Fact(
                Subject(name=name, code=each, scheme=scheme), each, None, "@type"
            )
    return None
