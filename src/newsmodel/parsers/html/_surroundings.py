"""What stands around a picture: whether it is the article's or a stranger's."""

import re
from typing import Any, Final

from newsmodel.markup.flow import Box, Run
from newsmodel.rules._words import words

_WORD: Final = re.compile(r"[A-Z]+(?![a-zß-ÿ])|[A-Z]?[a-zß-ÿ]+")
_LONGEST: Final = 200
_STRANGE_TAGS: Final = words("aside nav footer form dialog menu")
_STRANGE: Final = words(
    "related relateds recommended recommendations recommendation recommend recirc"
    " recirculation promo promos promotion promoted newsletter newsletters sidebar"
    " advert advertisement advertising ads ad sponsored sponsor sponsors comments"
    " comment author authors bio avatar byline bylines popular trending mostread"
    " footer nav navigation menu breadcrumb outbrain taboola readmore morestories"
    " ticker upsell linkbox"
)
_PICTURE_FILE: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE
)
_GALLERY: Final = words(
    "lightbox gallery fancybox zoom enlarge photoswipe glightbox popup modal galerie"
)


def words_of(name: str) -> set[str]:
    """Return the words in a name: ``ArticleByline_author``.

    Example:
        >>> sorted(words_of("ArticleByline_author"))
        ['article', 'author', 'byline']
    """
    return {word.lower() for word in _WORD.findall(name[:_LONGEST])}


def is_strange(box: Box, *, tags: bool) -> bool:
    """Whether a box is called what holds other things than the article.

    Args:
        box: The box.
        tags: Whether its tag counts, too.
    """
    if tags and box.tag in _STRANGE_TAGS:
        return True
    element = box.element
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return named != " " and not _STRANGE.isdisjoint(words_of(named))


def leads_away(element: Any, url: str | None) -> bool:
    """Whether a link leads to another page, not to a picture or a place in it."""
    href = (element.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:")) or href == url:
        return False
    if _PICTURE_FILE.search(href):
        return False
    named = f"{element.get('class') or ''} {element.get('rel') or ''}"
    return _GALLERY.isdisjoint(words_of(named))


def is_linked_away(run: Run, url: str | None) -> bool:
    """Whether most of a text is a link to another page."""
    if run.linked * 4 < len(run.text) * 3:
        return False
    return any(
        span.kind == "link" and leads_away(span.element, url) for span in run.spans
    )
