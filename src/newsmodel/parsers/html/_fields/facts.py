"""What a page says of its article: every field but people, dates and the body.

One table says for each field where it is looked for, and in which order. The
first rule that finds a value gives the field; what later rules find and the
first did not is kept as evidence that lost.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

from newsmodel.markup.flow import fold
from newsmodel.model import Dateline, Rights, Source, Subject
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.headline import find_headline
from newsmodel.parsers.html._fields.shortfall import note_shortfall
from newsmodel.parsers.html._fields.standfirst import find_standfirst
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._page.statements import string_of, types_of, values_of
from newsmodel.rules._words import words
from newsmodel.rules.closing import read_rights, read_source
from newsmodel.rules.counts import read_count
from newsmodel.rules.datelines import read_dateline
from newsmodel.rules.dates import nearest
from newsmodel.rules.languages import language_of, language_tag
from newsmodel.rules.likeness import key_of
from newsmodel.rules.lines import clean_line
from newsmodel.rules.names import kind_of_publisher

_LONGEST: Final = 300
_LONGEST_ADDRESS: Final = 2000
_LONGEST_SECTION: Final = 60
_SCHEMES: Final = ("https://", "http://")
_MOST_KEYWORDS: Final = 100
_MOST_TEXT: Final = 5000
_ENOUGH: Final = 1200


class Fact(NamedTuple):
    """A value that a page states.

    Attributes:
        value: The value, as the field holds it.
        raw: The words it was read from.
        element: The element they stand in, where that is known.
        path: Where inside the statement of the article.
    """

    value: Any
    raw: str
    element: Any = None
    path: str = ""


class FactRule(NamedTuple):
    """One place where a field may be stated.

    Attributes:
        field: The field of the article.
        name: Name of the rule.
        find: Returns what it finds on a page.
        example: Part of a page that it must read.
        value: What it must read there.
    """

    field: str
    name: str
    find: Callable[[Page], Fact | None]
    example: str
    value: Any


def read_facts(page: Page, body: Body, findings: Findings) -> set[int]:
    """Give the fields what the page says; return the runs that are taken."""
    taken: set[int] = set()
    headline = find_headline(page, body)
    at = 0
    if headline:
        trace = Trace(headline.rule, headline.text, headline.element, headline.path)
        findings.offer("headline", headline.text, trace)
        taken.update(headline.runs)
        at = headline.runs.stop
        taken |= _repeated(page, body, headline.text)
    standfirst = find_standfirst(page, body, at, headline.text if headline else "")
    if standfirst:
        trace = Trace(standfirst.rule, standfirst.text, standfirst.element)
        findings.offer("standfirst", standfirst.text, trace)
        taken.update(standfirst.runs)
    for rule in FACT_RULES:
        if (found := rule.find(page)) is None:
            continue
        field, name, value = rule.field, rule.name, found.value
        trace = Trace(name, found.raw, found.element, found.path)
        known = findings.fields.get(field)
        if known is None:
            findings.offer(field, value, trace)
        elif not _agree(known, value):
            findings.lose(field, trace, f"{field} was found before")
    _read_language(page, body, findings)
    _read_tags(page, body, findings)
    taken |= _read_closing(page, body, findings)
    _read_counts(page, body, at, findings)
    _read_dateline(page, body, taken, findings)
    note_shortfall(page, body, taken, findings)
    return taken


def _agree(one: object, other: object) -> bool:
    """Whether two values say the same, though one may say more."""
    if isinstance(one, Source) and isinstance(other, Source):
        return one.name == other.name
    if isinstance(one, Rights) and isinstance(other, Rights):
        return one.holder == other.holder
    return one == other


def _repeated(page: Page, body: Body, headline: str) -> set[int]:
    """Return the first runs of the body that only say the headline again."""
    key, most = key_of(headline), len(headline) + 20
    texts = [(at, page.flow.runs[at].text) for at in body.runs[:3]]
    return {at for at, text in texts if len(text) < most and key_of(text) == key}


# --- what the head states


def _line(value: object, most: int = _LONGEST) -> str:
    text = string_of(value)
    return clean_line(text)[:most].rstrip() if text else ""


def _stated(*fields: str) -> Callable[[Page], Fact | None]:
    """Return a rule for a line in the statement of the article."""

    def find(page: Page) -> Fact | None:
        for field in fields:
            if (raw := page.article.get(field)) and (text := _line(raw)):
                return Fact(text, text, None, field)
        return None

    return find


def _html_lang(page: Page) -> Fact | None:
    raw = page.root.get("lang") or page.root.get("xml:lang")
    tag = language_tag(raw) if raw else None
    return Fact(tag, raw, page.root) if tag else None


def _in_language(page: Page) -> Fact | None:
    raw = page.article.get("inLanguage")
    if isinstance(raw, dict):
        raw = raw.get("alternateName") or raw.get("name")
    text = string_of(raw)
    tag = language_tag(text)
    return Fact(tag, text, None, "inLanguage") if tag else None


def _meta_language(page: Page) -> Fact | None:
    for name in ("og:locale", "content-language", "language", "dc.language"):
        raw = page.meta(name)
        if raw and (tag := language_tag(raw.partition(",")[0])):
            return Fact(tag, raw)
    return None


def _address(page: Page, raw: object) -> str | None:
    """Return an address made whole, or ``None`` if it leads to no page."""
    text = string_of(raw).strip()
    if not text or not text.isprintable() or len(text) > _LONGEST_ADDRESS:
        return None
    if '"' in text or "<" in text:
        return None  # markup, or JSON in JSON
    if not text.startswith(_SCHEMES):
        try:
            start = urljoin(page.url or page.meta("og:url"), page.base)
            text = urljoin(start, text)
        except ValueError:
            return None
    return text if text.startswith(_SCHEMES) and _path(text)[0] else None


def _path(address: str) -> tuple[str, str]:
    """Return host and the rest of a whole address."""
    host, _, path = address.partition("://")[2].partition("/")
    return host, path


def _article_address(page: Page, raw: object) -> str | None:
    """Return the address of the article; a site's front page is none."""
    whole = _address(page, raw)
    if whole and page.url and not _path(whole)[1] and _path(page.url)[1]:
        return None
    return whole


def _canonical(page: Page) -> Fact | None:
    for link in page.links.get("canonical", ()):
        if whole := _article_address(page, link.get("href")):
            return Fact(whole, link.get("href"), link)
    return None


def _og_url(page: Page) -> Fact | None:
    raw = page.meta("og:url")
    whole = _article_address(page, raw) if raw else None
    return Fact(whole, raw) if whole else None


def _stated_url(page: Page) -> Fact | None:
    for field in ("url", "mainEntityOfPage"):
        raw = page.article.get(field)
        if isinstance(raw, dict):
            raw = raw.get("@id") or raw.get("url")
        if raw and (whole := _article_address(page, raw)):
            return Fact(whole, string_of(raw), None, field)
    return None


def _given_url(page: Page) -> Fact | None:
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
    return Source(name=name, kind=kind, url=_address(page, url) if url else None)


def _publisher(page: Page) -> Fact | None:
    for field in ("publisher", "sourceOrganization", "provider"):
        for node in values_of(page.article.get(field)):
            if isinstance(node, dict):
                name = _line(node.get("name") or node.get("legalName"))
                url, types = node.get("url"), types_of(node)
            else:
                name, url, types = _line(node), None, ()
            if name and "://" not in name:
                return Fact(
                    _source(name, page, url, types), name, None, f"{field}.name"
                )
    return None


def _site_name(page: Page) -> Fact | None:
    for each in ("og:site_name", "application-name", "publisher", "dc.publisher"):
        raw = page.meta(each)
        name = _line(raw).lstrip("@") if raw else ""
        if name and "://" not in name and "{{" not in name:
            return Fact(_source(name, page), raw)
    return None


_LAST_PART: Final = re.compile(r".*(?:[|｜│]| [-–—·•»:] )\s*(?P<name>[^|｜│]{2,40})")


def _title_end(page: Page) -> Fact | None:
    found = _LAST_PART.fullmatch(page.title[:_LONGEST])
    name = _line(found["name"]) if found else ""
    if not name or len(name.split()) > 4:
        return None
    return Fact(_source(name, page), page.title)


# What is no section, but the front page or the default of a system.
_NO_SECTIONS: Final = words(
    "accueil allgemein article articles blogposts home homepage inicio início page"
    " pages post posts sincategoría start startseite strona tags uncategorized"
    " uncategorised uncategorizedde unkategorisiert"
)
_PARTS: Final = re.compile(r"\s*[|>›»]\s*")


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


def _article_section(page: Page) -> Fact | None:
    for raw in values_of(page.article.get("articleSection")):
        if name := _section(string_of(raw), page):
            return Fact(name, string_of(raw), None, "articleSection")
    return None


def _meta_section(page: Page) -> Fact | None:
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


def _crumb_section(page: Page) -> Fact | None:
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
                names.append(_line(named))
        headline = key_of(_line(page.article.get("headline")) or page.title)
        sites = {key_of(page.meta("og:site_name")), ""}
        for name in reversed(names):
            key = key_of(name)
            if key in sites or key in headline:
                continue
            if (name := _section(name, page)) and len(name) <= 40:
                return Fact(name, name, None, "itemListElement")
    return None


# "type: story", "{{tag}}", or an identifier: words for machines.
_MACHINE: Final = re.compile(r"[a-z_ -]{2,30}:|.{0,99}\{\{|[0-9a-f]{8}-[0-9a-f]{4}-")
_COMMAS: Final = re.compile(r"\s*[,;،、，]\s*")


def _keywords(raw: Iterable[object]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for each in raw:
        for part in _COMMAS.split(clean_line(string_of(each), _MOST_TEXT)):
            word = part.strip(" #\"'")
            if 0 < len(word) <= 100 and not _MACHINE.match(word):
                found.setdefault(word.casefold(), word)
            if len(found) == _MOST_KEYWORDS:
                return tuple(found.values())
    return tuple(found.values())


def _stated_keywords(page: Page) -> Fact | None:
    raw = page.article.get("keywords")
    found = _keywords(values_of(raw)) if raw else ()
    return Fact(found, ", ".join(found), None, "keywords") if found else None


def _meta_keywords(*names: str) -> Callable[[Page], Fact | None]:
    def find(page: Page) -> Fact | None:
        for name in names:
            if (raw := page.metas.get(name)) and (found := _keywords(raw)):
                return Fact(found, ", ".join(raw))
        return None

    return find


_CODED: Final = re.compile(
    r"(?P<scheme>https?://(?:www\.)?wikidata\.org/(?:entity|wiki))/(?P<code>Q[0-9]{1,12})"
    r"|(?P<vocabulary>https?://cv\.iptc\.org/newscodes/[a-z]{2,30})/(?P<term>[0-9a-zA-Z]{2,30})"
)


def _subjects(page: Page) -> Fact | None:
    """What it is about, where that has a code in a vocabulary."""
    found: dict[Subject, None] = {}
    for field in ("about", "mentions"):
        for node in values_of(page.article.get(field))[:_MOST_KEYWORDS]:
            if not isinstance(node, dict):
                continue
            for key in ("@id", "sameAs", "identifier", "url"):
                for raw in values_of(node.get(key))[:10]:
                    coded = _CODED.fullmatch(raw) if isinstance(raw, str) else None
                    if coded:
                        subject = Subject(
                            name=_line(node.get("name")) or None,
                            code=coded["code"] or coded["term"],
                            scheme=coded["scheme"] or coded["vocabulary"],
                        )
                        found.setdefault(subject)
    if not found:
        return None
    raw = ", ".join([each.code or "" for each in found])
    return Fact(tuple(found), raw, None, "about")


_GENRES: Final = {
    "AdvertiserContentArticle": "advertiser content",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "background",
    "LiveBlogPosting": "live blog",
    "OpinionNewsArticle": "opinion",
    "ReviewNewsArticle": "review",
    "SatiricalArticle": "satire",
}


def _genre(page: Page) -> Fact | None:
    name = _line(page.article.get("genre"), 80)
    return Fact(Subject(name=name), name, None, "genre") if name else None


def _genre_by_type(page: Page) -> Fact | None:
    for each in types_of(page.article):
        if name := _GENRES.get(each):
            scheme = "https://schema.org"
            return Fact(
                Subject(name=name, code=each, scheme=scheme), each, None, "@type"
            )
    return None


def _guid(page: Page) -> Fact | None:
    raw = page.article.get("identifier")
    if isinstance(raw, dict):
        raw = raw.get("value") or raw.get("@value")
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    guid = _line(raw)
    # An address is the field `url`'s.
    if not guid or guid.startswith(_SCHEMES):
        return None
    return Fact(guid, guid, None, "identifier")


def _meta_guid(page: Page) -> Fact | None:
    raw = page.meta("dc.identifier", "dcterms.identifier", "identifier")
    guid = _line(raw) if raw else ""
    return Fact(guid, raw) if guid and not guid.startswith(_SCHEMES) else None


def _stated_rights(page: Page) -> Fact | None:
    notice = _line(page.article.get("copyrightNotice"))
    holder = _line(page.article.get("copyrightHolder"))
    if "://" in holder:
        holder = ""
    if not notice and not holder:
        return None
    rights = Rights(holder=holder or None, notice=notice or None)
    return Fact(rights, notice or holder, None, "copyrightHolder")


def _meta_rights(page: Page) -> Fact | None:
    raw = page.meta(
        "copyright", "dc.rights", "dcterms.rights", "dcterms.rightsholder", "rights"
    )
    notice = _line(raw) if raw else ""
    if not notice:
        return None
    read = read_rights(notice)
    return Fact(read or Rights(notice=notice), raw)


_FOOT: Final = 40


def _foot_rights(page: Page) -> Fact | None:
    """The copyright line at the foot of the page."""
    for run in reversed(page.flow.runs[-_FOOT:]):
        text = run.text
        if len(text) < 400 and ("©" in text or "opyright" in text):
            at = text.find("©")
            if at < 0:
                at = max(text.find("opyright") - 1, 0)
            line = text[at:].partition("\n")[0].strip()
            rights = read_rights(line)
            if rights and rights.holder:
                return Fact(rights, line, run.box.element)
    return None


_VIEWS: Final = words("ReadAction ViewAction UserPageVisits WatchAction")


def _stated_views(page: Page) -> Fact | None:
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


def _ld(fields: str) -> str:
    node = f'{{"@type":"NewsArticle",{fields}}}'
    return f'<script type="application/ld+json">{node}</script>'


FACT_RULES: Final = (
    FactRule("language", "html-lang", _html_lang, '<html lang="en_gb">', "en-GB"),
    FactRule(
        "language", "json-ld", _in_language, _ld('"inLanguage": "pt-BR"'), "pt-BR"
    ),
    FactRule(
        "language",
        "meta",
        _meta_language,
        '<meta property="og:locale" content="de_AT">',
        "de-AT",
    ),
    FactRule(
        "url",
        "canonical",
        _canonical,
        '<link rel="canonical" href="https://example.org/a">',
        "https://example.org/a",
    ),
    FactRule(
        "url",
        "og-url",
        _og_url,
        '<meta property="og:url" content="https://example.org/a">',
        "https://example.org/a",
    ),
    FactRule(
        "url",
        "json-ld",
        _stated_url,
        _ld('"mainEntityOfPage": {"@id": "https://example.org/a"}'),
        "https://example.org/a",
    ),
    FactRule("url", "given", _given_url, "<p>", "https://example.org/given"),
    FactRule(
        "source",
        "json-ld",
        _publisher,
        _ld('"publisher": {"@type": "Organization", "name": "Example Times"}'),
        Source(name="Example Times", kind="publication"),
    ),
    FactRule(
        "source",
        "site-name",
        _site_name,
        '<meta property="og:site_name" content="Example Media">',
        Source(name="Example Media", kind="organisation"),
    ),
    FactRule(
        "source",
        "end-of-title",
        _title_end,
        "<title>Bridge reopens | Example Times</title>",
        Source(name="Example Times", kind="publication"),
    ),
    FactRule(
        "section",
        "json-ld",
        _article_section,
        _ld('"articleSection": ["Politics", "News"]'),
        "Politics",
    ),
    FactRule(
        "section",
        "meta",
        _meta_section,
        '<meta property="article:section" content="Politics">',
        "Politics",
    ),
    FactRule(
        "section",
        "breadcrumbs",
        _crumb_section,
        '<script type="application/ld+json">{"@type": "BreadcrumbList",'
        '"itemListElement": [{"name": "Home"}, {"name": "Politics"}]}</script>',
        "Politics",
    ),
    FactRule(
        "keywords",
        "news-keywords",
        _meta_keywords("news_keywords"),
        '<meta name="news_keywords" content="bridges, towns">',
        ("bridges", "towns"),
    ),
    FactRule(
        "keywords",
        "json-ld",
        _stated_keywords,
        _ld('"keywords": ["bridges", "Towns, Bridges"]'),
        ("bridges", "Towns"),
    ),
    FactRule(
        "keywords",
        "article-tag",
        _meta_keywords(
            "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags"
        ),
        '<meta property="article:tag" content="bridges">'
        '<meta property="article:tag" content="towns">',
        ("bridges", "towns"),
    ),
    FactRule(
        "keywords",
        "meta-keywords",
        _meta_keywords("keywords"),
        '<meta name="keywords" content="bridges, towns">',
        ("bridges", "towns"),
    ),
    FactRule(
        "subjects",
        "json-ld",
        _subjects,
        _ld(
            '"about": {"name": "flood", "sameAs":'
            '"http://cv.iptc.org/newscodes/mediatopic/20000146"}'
        ),
        (
            Subject(
                name="flood",
                code="20000146",
                scheme="http://cv.iptc.org/newscodes/mediatopic",
            ),
        ),
    ),
    FactRule(
        "genre", "json-ld", _genre, _ld('"genre": "Obituary"'), Subject(name="Obituary")
    ),
    FactRule(
        "genre",
        "json-ld-type",
        _genre_by_type,
        '<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>',
        Subject(name="opinion", code="OpinionNewsArticle", scheme="https://schema.org"),
    ),
    FactRule("guid", "json-ld", _guid, _ld('"identifier": "a-17"'), "a-17"),
    FactRule(
        "guid",
        "meta",
        _meta_guid,
        '<meta name="dc.identifier" content="a-17">',
        "a-17",
    ),
    FactRule(
        "rights",
        "json-ld",
        _stated_rights,
        _ld('"copyrightHolder": {"name": "Example Media"}'),
        Rights(holder="Example Media"),
    ),
    FactRule(
        "rights",
        "foot",
        _foot_rights,
        "<footer>All times are local. © 2026 Example Media</footer>",
        Rights(holder="Example Media", notice="© 2026 Example Media"),
    ),
    FactRule(
        "rights",
        "meta",
        _meta_rights,
        '<meta name="copyright" content="Example Media">',
        Rights(notice="Example Media"),
    ),
    FactRule(
        "views",
        "json-ld",
        _stated_views,
        _ld(
            '"interactionStatistic": {"interactionType":'
            '"https://schema.org/ViewAction", "userInteractionCount": "369"}'
        ),
        369,
    ),
)


# --- what the text says


def _read_language(page: Page, body: Body, findings: Findings) -> None:
    """Read the language of the text where none is stated, or the usual default.

    Makers of templates leave ``lang="en"`` in, whatever their users write.
    """
    stated = findings.fields.get("language")
    if stated not in (None, "en", "en-US") or "language" in findings.settled:
        return
    runs = page.flow.runs
    text = " ".join([runs[each].text for each in body.runs[:8]])
    if stated and text.count(" the ", 0, _ENOUGH) > 1:
        return  # the usual case, and quickly told
    language = language_of(text)
    if language and language != "en":
        if stated:
            del findings.fields["language"]
            trace = Trace("stated", stated)
            findings.lose("language", trace, "the text is in another language")
        findings.offer("language", language, Trace("words-of-text", text))
    elif language and not stated:
        findings.offer("language", language, Trace("words-of-text", text))


_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|keywords?|themen?|schlag(?:wort|worte|woerter)|temas?|etiquetas?"
    r"|mots?-cles?|themes?|argoment[io]|trefwoord|onderwerp|amne|emne|etiket|teg)/",
    re.IGNORECASE,
)


def _read_tags(page: Page, body: Body, findings: Findings) -> None:
    """Read the tags below the text, which many a page has nowhere else."""
    if "keywords" in findings.fields or not body.runs:
        return
    found: list[str] = []
    place = None
    for run in page.flow.runs[body.last + 1 : body.last + 1 + _BELOW]:
        tags = [
            fold("".join(run.pieces[span.start : span.stop]))
            for span in run.spans
            if span.kind == "link" and _is_tag(span.element)
        ]
        if found and not tags:
            break  # of the tags of other articles there may be more
        if tags and not found:
            place = run.box.element
        found += tags
    if keywords := _keywords(found):
        trace = Trace("tags-below-text", ", ".join(found), place)
        findings.offer("keywords", keywords, trace)


def _is_tag(link: Any) -> bool:
    """Whether a link leads to all that has a tag."""
    rel = link.get("rel")
    if rel and "tag" in rel.lower().split():
        return True
    return _TAG_PATH.search((link.get("href") or "")[:300]) is not None


def _read_closing(page: Page, body: Body, findings: Findings) -> set[int]:
    """Take lines out of the end of the body that say whose it is."""
    taken: set[int] = set()
    runs = page.flow.runs
    for at in body.runs[-6:]:
        text = runs[at].text
        if len(text) > 400:
            continue
        if rights := read_rights(text):
            # It stands in the article itself, so it goes before what others say.
            if "rights" not in findings.settled:
                findings.fields.pop("rights", None)
            trace = Trace("copyright-line", text, runs[at].box.element)
            findings.offer("rights", rights, trace)
            taken.add(at)
        elif source := read_source(text):
            trace = Trace("source-line", text, runs[at].box.element)
            findings.offer("source", source, trace)
            taken.add(at)
    return taken


_REACH: Final = 40
_BELOW: Final = 25
_COUNTED: Final = re.compile("[0-9]")
_BAR: Final = re.compile(r"\s*(?:[|·•\t\n()]|,(?![0-9]))\s*")


def _read_counts(page: Page, body: Body, at: int, findings: Findings) -> None:
    """Read what is counted about the article, between its headline and text."""
    runs = page.flow.runs
    first = body.first if body.runs else len(runs)
    start = max(at - 6, 0) if at else max(first - _REACH, 0)
    for run in runs[start : min(first + 1, start + _REACH)]:
        if len(run.text) > 120 or not _COUNTED.search(run.text):
            continue
        is_read, refused = False, ""
        for part in dict.fromkeys(_parts(run.text, run.pieces)):
            count = read_count(part)
            if count is None:
                continue
            trace = Trace(count.rule, part, run.box.element)
            if count.field is None:
                message = f"{part!r} has no field in an article"
                findings.note("count-skipped", message, run.box.element)
            elif count.value is None:
                refused = refused or part
            else:
                is_read = True
                findings.offer(count.field, count.value, trace)
        # Of "June 1, 2024 1,284 views" a part is no number, and a part of that is.
        if refused and not is_read:
            message = f"{refused!r} is no number that an article can hold"
            findings.note("count-refused", message, run.box.element)


def _parts(text: str, pieces: list[str]) -> Iterator[str]:
    yield text
    if len(pieces) > 1:
        for piece in pieces[:20]:
            yield piece.strip()
    yield from _BAR.split(text)


def _read_dateline(page: Page, body: Body, taken: set[int], findings: Findings) -> None:
    """Read the dateline that opens the text, which stays there."""
    runs = page.flow.runs
    for at in body.runs[:4]:
        if at in taken or len(runs[at].text) < 60:
            continue
        text = runs[at].text
        reading = read_dateline(text)
        if reading is None or not (reading.sure or text[-1] in '.!?…”"'):
            return
        day = _day_of(reading.day, page) if reading.day else None
        dateline = Dateline(text=reading.text, place=reading.place, date=day)
        trace = Trace(reading.rule, reading.text, runs[at].box.element)
        findings.offer("dateline", dateline, trace)
        return


def _day_of(day: tuple[int, int, int | None], page: Page) -> date | None:
    """Return the day of a dateline; its year is that of publication, if unsaid."""
    month, number, year = day
    if year:
        try:
            return date(year, month, number)
        except ValueError:
            return None
    raw = string_of(page.article.get("datePublished"))
    raw = raw or page.meta("article:published_time")
    try:
        return nearest(month, number, date.fromisoformat(raw[:10]))
    except ValueError:
        return None
