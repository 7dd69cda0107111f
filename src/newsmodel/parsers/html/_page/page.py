"""A page, read once: its tree, what its head says, and the flow of its body."""

from typing import Any, Final, final

from lxml import etree

from newsmodel.evidence import Note
from newsmodel.markup.characters import has_refused
from newsmodel.markup.flow import Flow, read_flow
from newsmodel.markup.json_ld import (
    Node,
    choose_article,
    is_article,
    string_of,
    values_of,
)
from newsmodel.parsers.html._page.characters import clean_page
from newsmodel.parsers.html._page.names import NameReader
from newsmodel.parsers.html._page.site_names import SiteNames, site_names
from newsmodel.parsers.html._page.statements import read_json_ld
from newsmodel.parsers.html._page.tree import parse_html

_META_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_SITES: Final = ("og:site_name", "application-name", "twitter:site", "publisher")
_HEAD: Final = ("meta", "link", "title", "script", "base")


@final
class Page:
    """What is to be known of a page before anything is decided.

    Attributes:
        data: The page as UTF-8.
        url: Where it was found, if that is known.
        root: Its tree.
        metas: The contents of its ``meta`` elements by name, in small letters:
            of ``property``, ``name``, ``itemprop`` and ``http-equiv``.
        links: Its ``link`` elements by ``rel``.
        title: The text of its ``title``.
        base: What it says that addresses in it start from.
        canonical: The address that it gives itself; empty where it gives none.
        json_ld: All nodes of its JSON-LD, those inside others too.
        article: The node of the article among these, with the nodes it refers
            to in their places; empty where there is none.
        items: Its elements with ``itemprop``, by each word of that.
        sites: The names of its site and its publisher.
        notes: What had to be repaired or left out to read it.
        flow: Its text and boxes.
    """

    __slots__ = (
        "article",
        "base",
        "canonical",
        "data",
        "flow",
        "items",
        "json_ld",
        "links",
        "metas",
        "notes",
        "root",
        "sites",
        "title",
        "url",
    )

    def __init__(self, data: bytes | str, url: str | None) -> None:
        self.url = url
        self.notes: list[Note] = []
        self._read(data)
        said = [
            self.title,
            *(content for each in self.metas.values() for content in each),
        ]
        if has_refused("".join([*said, *[run.text for run in self.flow.runs]])):
            message = "characters that no text can hold were left out"
            self.notes.append(Note(code="characters-left-out", message=message))
            notes = self.notes.copy()
            self._read(clean_page(self.data).decode("utf-8", "replace"))
            self.notes = notes  # nothing is to be said twice

    def _read(self, data: bytes | str) -> None:
        self.root, self.data = parse_html(data, self.notes)
        self.metas: dict[str, list[str]] = {}
        self.links: dict[str, list[Any]] = {}
        self.title = ""
        self.base = ""
        names = NameReader()
        statements: list[Any] = []
        for element in self.root.iter(*_HEAD):
            tag = element.tag
            if tag == "meta":
                self._meta(element, names)
            elif tag == "script":
                if "ld+json" in (element.get("type") or "").lower():
                    statements.append(element)
            elif tag == "link":
                for rel in (element.get("rel") or "").lower().split():
                    self.links.setdefault(rel, []).append(element)
            elif tag == "base" and not self.base:
                self.base = (element.get("href") or "").strip()
            elif tag == "title" and not self.title:
                self.title = " ".join((element.text or "").split())
        self.json_ld = read_json_ld(statements, self.notes)
        links = self.links.get("canonical", ())
        canonical = [href for link in links if (href := link.get("href"))]
        self.canonical = (*canonical, self.meta("og:url"))[0]
        self.article: Node = choose_article(
            self.json_ld,
            [*canonical, self.meta("og:url"), self.url or ""],
            [self.meta("og:title"), self.title],
        )
        if not self.article and any(map(is_article, self.json_ld)):
            message = "the JSON-LD is of another article, and left out"
            self.notes.append(Note(code="json-ld-left-out", message=message))
        publishers = map(string_of, values_of(self.article.get("publisher")))
        self.sites: SiteNames = site_names(
            [*map(self.meta, _SITES), *publishers],
            [self.url or "", self.meta("og:url")],
            self.title,
        )
        body = self.root.find("body")
        self.flow: Flow = read_flow(self.root if body is None else body, names)
        self.items = names.items

    def meta(self, *names: str) -> str:
        """Return the first content of a ``meta`` of these names, in their order."""
        for name in names:
            if name in self.metas:
                return self.metas[name][0]
        return ""

    def _meta(self, element: etree._Element, names: NameReader) -> None:
        content = ""
        keys: list[str] = []
        for attribute, value in element.items():
            if attribute == "content":
                content = value.strip()
            elif attribute in _META_NAMES:
                keys.append(value)
                if attribute == "itemprop":
                    names.inline(element)
        if content:
            for key in keys:
                self.metas.setdefault(key.strip().lower(), []).append(content)
