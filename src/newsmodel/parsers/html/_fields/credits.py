"""Where a page names the authors of its article, stated or printed."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from newsmodel.parsers.html._fields.printed_credits import (
    from_bylines,
    from_dates,
    from_foot,
    from_foot_lines,
    from_leads,
    from_links,
    from_paragraphs,
    from_rel,
    from_told,
)
from newsmodel.parsers.html._fields.scene import Credit, Scene
from newsmodel.parsers.html._fields.stated_credits import (
    from_items,
    from_json_ld,
    from_metas,
)


class CreditRule(NamedTuple):
    """One place where pages name authors.

    Attributes:
        name: Which one.
        find: Returns who is named there, the best first.
        example: Markup that names Ann Example there.
        printed: Whether readers see it.
        loose: Whether it is a guess from where the words stand.
        weak: Whether even the site's own name, if it is stated, goes before that.
    """

    name: str
    find: Callable[[Scene], Iterator[Credit]]
    example: str
    printed: bool = False
    loose: bool = False
    weak: bool = False


# The order is the precedence among those that name authors equally well.
CREDIT_RULES: Final = (
    CreditRule(
        "json-ld",
        from_json_ld,
        '<script type="application/ld+json">{"@type": "NewsArticle", "author":'
        ' {"@type": "Person", "name": "Ann Example"}}</script>',
    ),
    CreditRule("meta", from_metas, '<meta name="author" content="Ann Example, PhD">'),
    CreditRule(
        "microdata",
        from_items,
        '<div itemprop="author"><b itemprop="name">Ann Example</b> Editor</div>',
    ),
    CreditRule(
        "rel-author",
        from_rel,
        '<h1>Bridge reopens</h1><a rel="author" href="/ann">Ann Example</a>',
        printed=True,
    ),
    CreditRule(
        "author-link",
        from_links,
        '<h1>Bridge reopens</h1><a href="/authors/ann-example">Ann Example</a>',
        printed=True,
    ),
    CreditRule(
        "named-byline",
        from_bylines,
        '<h1>Bridge reopens</h1><div class="article-byline">Ann Example, Kyiv</div>',
        printed=True,
    ),
    CreditRule(
        "by-line",
        from_leads,
        "<h1>Bridge reopens</h1><div>By Ann Example, Science Editor</div>",
        printed=True,
    ),
    CreditRule(
        "beside-date",
        from_dates,
        "<h1>Bridge reopens</h1><div>Ann Example · June 1, 2023</div>",
        printed=True,
        loose=True,
        weak=True,
    ),
    CreditRule(
        "name-paragraph",
        from_paragraphs,
        '<h1>Bridge reopens</h1><p class="text">Ann Example</p><p class="text">The'
        " bridge is open again after two years of work on it, as the city said on"
        " Monday at noon.</p>",
        printed=True,
    ),
    CreditRule(
        "told-of",
        from_told,
        '<h1>Bridge reopens</h1><div>Ann Example</div><p class="text">The bridge is'
        " open again.</p><div>Ann Example has written about bridges for years.</div>",
        printed=True,
        loose=True,
    ),
    CreditRule(
        "foot",
        from_foot,
        '<p class="text">The bridge is open again.</p><div>By Ann Example</div>',
        printed=True,
        loose=True,
    ),
    CreditRule(
        "foot-line",
        from_foot_lines,
        '<p class="text">The bridge is open again.</p><div>Posted on June 1, 2023 by'
        " Ann Example</div>",
        printed=True,
        loose=True,
        weak=True,
    ),
)
"""Where a page names the authors of its article."""
