"""The headline of a page: which of its titles it is."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from html import unescape
from typing import Any, Final, NamedTuple, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._statements import string_of

# Scripts without blanks between words: each character counts as one.
_DENSE: Final = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD: Final = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")
# "Bridge reopens | The Paper", "Bridge reopens - News - The Paper".
_PARTED: Final = re.compile(r"\s*[|｜│]\s*|\s+(?:[-–—·•»«:~/]|::|--)\s+|--|_(?=\S*\Z)")
_ENTITY: Final = re.compile(r"&(?:#x?[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_ALIKE: Final = 0.5
_LONGEST: Final = 500
_MOST: Final = 40


class Title(NamedTuple):
    """Something that could be the headline, or that tells which is.

    Attributes:
        rule: How it was read.
        text: Its text, cleaned, less the name of the site.
        words: Its words, in small letters.
        element: Where it stands.
        path: Where inside that.
        runs: The runs that it is made of.
    """

    rule: str
    text: str
    words: tuple[str, ...]
    element: Any = None
    path: str = ""
    runs: range = range(0)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters.

    Example:
        >>> words_of("Bridge re-opens")
        ('bridge', 're', 'opens')
    """
    return tuple(_WORD.findall(text.casefold()))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how much two lists of words have in common: 0 to 1.

    Example:
        >>> likeness(("a", "b"), ("b", "c"))
        0.5
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other))


def clean_title(text: str) -> str:
    r"""Return a title as one line, with entities that were escaped twice resolved.

    Example:
        >>> clean_title("Salt &amp;amp; pepper\n prices")
        'Salt & pepper prices'
    """
    for _ in range(2):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = unescape(text)
    if "\xad" in text or "\u200b" in text or "\u2060" in text:
        text = re.sub("[\xad\u200b\u2060]", "", text)
    if not text.isprintable():
        text = "".join([each if each.isprintable() else " " for each in text])
    return " ".join(text.split())[:_LONGEST]


def without_site(title: str, sites: Collection[str]) -> str:
    """Return a title less the name of its site, before or after a bar or dash.

    Args:
        title: The title.
        sites: Names of the site, as :func:`key_of` gives them.

    Example:
        >>> without_site("Bridge reopens - News | The Paper", ["thepaper"])
        'Bridge reopens - News'
    """
    for _ in range(2):
        cuts = list(_PARTED.finditer(title, 0, _LONGEST))
        if not cuts:
            break
        last, first = title[cuts[-1].end() :], title[: cuts[0].start()]
        if key_of(last) in sites:
            title = title[: cuts[-1].start()]
        elif key_of(first) in sites:
            title = title[cuts[0].end() :]
        else:
            break
    return title


def key_of(name: str) -> str:
    """Return a name in small letters without blanks and signs.

    Example:
        >>> key_of("The Bridge-Times")
        'thebridgetimes'
    """
    return "".join(_WORD.findall(name.casefold()))


@final
class Titles:
    """All that could be the headline of a page.

    Attributes:
        sites: Names of the site.
        stated: What the head of the page says, the surest first.
        h1: Its headings of the first level that name neither the site nor a
            place in it.
        h2: Those of the second.
        h1_in_crumbs: Whether it has one among its breadcrumbs.
    """

    def __init__(self, page: Page, body: Body) -> None:
        self.page = page
        self.body = body
        self.sites = site_names(page)
        self.stated: list[Title] = []
        headline = page.article.get("headline")
        self._state("json-ld", string_of(headline), path="headline")
        self._state("og-title", page.meta("og:title"))
        self._state("twitter-title", page.meta("twitter:title"))
        self._state("title", page.title)
        self.h1: list[Title] = []
        self.h2: list[Title] = []
        self.h1_in_crumbs = False
        runs = page.flow.runs
        for box in page.flow.boxes:
            tag = box.tag
            if tag == "h1":
                self._add_h1(box, runs)
            elif tag == "h2" and len(self.h2) < _MOST:
                self._add(self.h2, box, runs)

    def _state(self, rule: str, text: str, path: str = "") -> None:
        if text and (text := without_site(clean_title(text), self.sites)):
            self.stated.append(Title(rule, text, words_of(text), None, path))

    def _add_h1(self, box: Box, runs: list[Run]) -> None:
        if box.start == box.stop or len(self.h1) == _MOST:
            return
        if _is_crumb(box):
            self.h1_in_crumbs = True
        else:
            self._add(self.h1, box, runs)

    def _add(self, titles: list[Title], box: Box, runs: list[Run]) -> None:
        if not 0 < box.stop - box.start <= 8:
            return
        text = " ".join([run.text for run in runs[box.start : box.stop]])
        text = without_site(clean_title(text), self.sites)
        key = key_of(text)
        if key and key not in self.sites:
            at = range(box.start, box.stop)
            titles.append(Title(box.tag, text, words_of(text), box.element, "", at))


def _is_crumb(box: Box) -> bool:
    """Whether a heading stands among breadcrumbs, as the page's place in a site."""
    at: Box | None = box
    for _ in range(4):
        if at is None:
            break
        element = at.element
        name = (element.get("class") or "") + (element.get("id") or "")
        if at.tag == "li" or "breadcrumb" in name.lower():
            return True
        at = at.parent
    return False


def site_names(page: Page) -> list[str]:
    """Return the names by which a site goes, as far as its pages say so."""
    named = [
        page.meta("og:site_name"),
        page.meta("application-name"),
        page.meta("twitter:site").lstrip("@"),
        string_of(page.article.get("publisher")),
    ]
    for address in (page.url, page.meta("og:url")):
        host = (address or "").partition("://")[2].partition("/")[0]
        host = host.rpartition("@")[2].partition(":")[0].removeprefix("www.")
        if host:
            named += [host, host.partition(".")[0]]
    return [
        each for each in dict.fromkeys(key_of(clean_title(n)) for n in named) if each
    ]


def _h1_as_stated(titles: Titles) -> Title | None:
    """The h1 most like what the head says."""
    return _most_like(titles.h1, titles.stated)


def _h2_as_stated(titles: Titles) -> Title | None:
    """The same of the h2, where the h1 is the site's or there is none."""
    return _most_like(titles.h2, titles.stated, 0.75)


def _visible(titles: Titles) -> Title | None:
    """What the head states, where the page shows it word for word."""
    shown = {key_of(run.text): at for at, run in enumerate(titles.page.flow.runs)}
    for title in titles.stated:
        at = shown.get(key_of(title.text))
        if at is not None:
            return title._replace(rule="shown-as-stated", runs=range(at, at + 1))
    return None


def _h1_alone(titles: Titles) -> Title | None:
    """The h1 before the text, though it is unlike what the head says."""
    for title in titles.h1:
        if title.runs.start <= titles.body.first and len(title.words) > 2:
            return title._replace(rule="h1-alone")
    return None


def _json_ld(titles: Titles) -> Title | None:
    return next((each for each in titles.stated if each.rule == "json-ld"), None)


def _shared(titles: Titles) -> Title | None:
    """What pages give to those who share them."""
    rules = ("og-title", "twitter-title")
    found = next((each for each in titles.stated if each.rule in rules), None)
    return found and found._replace(text=_unsigned(found.text))


def _title(titles: Titles) -> Title | None:
    found = next((each for each in titles.stated if each.rule == "title"), None)
    return found and found._replace(text=_unsigned(found.text))


def _unsigned(title: str) -> str:
    """Return a title less a short last part, as the name of a site is."""
    cuts = list(_PARTED.finditer(title))
    if cuts:
        last, before = title[cuts[-1].end() :], title[: cuts[-1].start()]
        if len(words_of(last)) <= 4 and len(before) > len(last):
            return before
    return title


def _most_like(
    headings: list[Title], stated: list[Title], least: float = _ALIKE
) -> Title | None:
    best, most = None, 0.0
    for heading in headings:
        for title in stated:
            like = likeness(heading.words, title.words)
            if like > most:
                best, most = heading, like
    return best if most >= least else None


class HeadlineRule(NamedTuple):
    """One way to find a headline."""

    name: str
    find: Callable[[Titles], Title | None]


HEADLINE_RULES: Final = (
    HeadlineRule("h1-as-stated", _h1_as_stated),
    HeadlineRule("h2-as-stated", _h2_as_stated),
    HeadlineRule("shown-as-stated", _visible),
    HeadlineRule("h1-alone", _h1_alone),
    HeadlineRule("json-ld", _json_ld),
    HeadlineRule("og-title", _shared),
    HeadlineRule("title", _title),
)


def find_headline(page: Page, body: Body) -> Title | None:
    """Return the headline of a page, if it has any."""
    titles = Titles(page, body)
    for rule in HEADLINE_RULES:
        if (found := rule.find(titles)) and found.text:
            return _refined(found, titles)._replace(rule=rule.name)
    return None


def _refined(title: Title, titles: Titles) -> Title:
    """Return a heading less what else stands in it: a kicker, a date.

    Where the head states a part of it, and nobody all of it.
    """
    key = key_of(title.text)
    keys = [key_of(each.text) for each in titles.stated]
    if key in keys:
        return title
    for each, part in zip(titles.stated, keys, strict=True):
        if len(each.words) > 2 and (key.endswith(part) or key.startswith(part)):
            return title._replace(text=each.text)
    return title
