"""Where each field may be stated, and in which order it is looked for there."""

from typing import Final

from newsmodel.model import Rights, Source, Subject
from newsmodel.parsers.html._fields.fact import FactRule
from newsmodel.parsers.html._fields.origin_facts import (
    canonical,
    foot_rights,
    given_url,
    guid,
    html_lang,
    in_language,
    meta_guid,
    meta_language,
    meta_rights,
    og_url,
    publisher,
    site_name,
    stated_rights,
    stated_url,
    stated_views,
    title_end,
)
from newsmodel.parsers.html._fields.topic_facts import (
    article_section,
    crumb_section,
    genre,
    genre_by_type,
    meta_keywords,
    meta_section,
    shown_crumb,
    stated_keywords,
    subjects,
)


def _ld(fields: str) -> str:
    node = f'{{"@type":"NewsArticle",{fields}}}'
    return f'<script type="application/ld+json">{node}</script>'


FACT_RULES: Final = (
    FactRule("language", "html-lang", html_lang, '<html lang="en_gb">', "en-GB"),
    FactRule("language", "json-ld", in_language, _ld('"inLanguage": "pt-BR"'), "pt-BR"),
    FactRule(
        "language",
        "meta",
        meta_language,
        '<meta property="og:locale" content="de_AT">',
        "de-AT",
    ),
    FactRule(
        "url",
        "canonical",
        canonical,
        '<link rel="canonical" href="https://example.org/a">',
        "https://example.org/a",
    ),
    FactRule(
        "url",
        "og-url",
        og_url,
        '<meta property="og:url" content="https://example.org/a">',
        "https://example.org/a",
    ),
    FactRule(
        "url",
        "json-ld",
        stated_url,
        _ld('"mainEntityOfPage": {"@id": "https://example.org/a"}'),
        "https://example.org/a",
    ),
    FactRule("url", "given", given_url, "<p>", "https://example.org/given"),
    FactRule(
        "source",
        "json-ld",
        publisher,
        _ld('"publisher": {"@type": "Organization", "name": "Example Times"}'),
        Source(name="Example Times", kind="publication"),
    ),
    FactRule(
        "source",
        "site-name",
        site_name,
        '<meta property="og:site_name" content="Example Media">',
        Source(name="Example Media", kind="organisation"),
    ),
    FactRule(
        "source",
        "end-of-title",
        title_end,
        "<title>Bridge reopens | Example Times</title>",
        Source(name="Example Times", kind="publication"),
    ),
    FactRule(
        "section",
        "json-ld",
        article_section,
        _ld('"articleSection": ["Politics", "News"]'),
        "Politics",
    ),
    FactRule(
        "section",
        "meta",
        meta_section,
        '<meta property="article:section" content="Politics">',
        "Politics",
    ),
    FactRule(
        "section",
        "breadcrumbs",
        crumb_section,
        '<script type="application/ld+json">{"@type": "BreadcrumbList",'
        '"itemListElement": [{"name": "Home"}, {"name": "Politics"}]}</script>',
        "Politics",
    ),
    FactRule(
        "section",
        "shown-breadcrumbs",
        shown_crumb,
        '<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/p">Politics</a>'
        " &gt; Bridge reopens</div>",
        "Politics",
    ),
    FactRule(
        "keywords",
        "news-keywords",
        meta_keywords("news_keywords"),
        '<meta name="news_keywords" content="bridges, towns">',
        ("bridges", "towns"),
    ),
    FactRule(
        "keywords",
        "json-ld",
        stated_keywords,
        _ld('"keywords": ["bridges", "Towns, Bridges"]'),
        ("bridges", "Towns"),
    ),
    FactRule(
        "keywords",
        "article-tag",
        meta_keywords("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags"),
        '<meta property="article:tag" content="bridges">'
        '<meta property="article:tag" content="towns">',
        ("bridges", "towns"),
    ),
    FactRule(
        "keywords",
        "meta-keywords",
        meta_keywords("keywords"),
        '<meta name="keywords" content="bridges, towns">',
        ("bridges", "towns"),
    ),
    FactRule(
        "subjects",
        "json-ld",
        subjects,
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
        "genre", "json-ld", genre, _ld('"genre": "Obituary"'), Subject(name="Obituary")
    ),
    FactRule(
        "genre",
        "json-ld-type",
        genre_by_type,
        '<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>',
        Subject(name="opinion", code="OpinionNewsArticle", scheme="https://schema.org"),
    ),
    FactRule("guid", "json-ld", guid, _ld('"identifier": "a-17"'), "a-17"),
    FactRule(
        "guid",
        "meta",
        meta_guid,
        '<meta name="dc.identifier" content="a-17">',
        "a-17",
    ),
    FactRule(
        "rights",
        "json-ld",
        stated_rights,
        _ld('"copyrightHolder": {"name": "Example Media"}'),
        Rights(holder="Example Media"),
    ),
    FactRule(
        "rights",
        "foot",
        foot_rights,
        "<footer>All times are local. © 2026 Example Media</footer>",
        Rights(holder="Example Media", notice="© 2026 Example Media"),
    ),
    FactRule(
        "rights",
        "meta",
        meta_rights,
        '<meta name="copyright" content="Example Media">',
        Rights(notice="Example Media"),
    ),
    FactRule(
        "views",
        "json-ld",
        stated_views,
        _ld(
            '"interactionStatistic": {"interactionType":'
            '"https://schema.org/ViewAction", "userInteractionCount": "369"}'
        ),
        369,
    ),
)
"""The order is the precedence, for each field."""
