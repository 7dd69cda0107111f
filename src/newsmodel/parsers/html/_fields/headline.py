"""The headline of a page: which of its titles it is."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from html import unescape
from typing import Any, Final, NamedTuple, final

from newsmodel.markup.flow import Box, Run
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._page.statements import string_of

# Scripts without blanks between words: each character counts as one.
_DENSE: Final = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD: Final = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")
_ASCII_SIGNS: Final = bytes([each for each in range(128) if not _WORD.match(chr(each))])
# "Bridge reopens | The Paper", "Bridge reopens - News - The Paper".
_PARTED: Final = re.compile(
    r"\s*[|｜│ㅣ]\s*|\s+(?:[-–—·•»«:~/]|::|--)\s+|--|_(?=\S*\Z)"
)
_ENTITY: Final = re.compile(r"&(?:#x?[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_KICKER: Final = re.compile(r"[^|]{2,30}\s\|\s(?=[^|]+\Z)")
_CUT: Final = ("...", "…")
# Soft hyphens and the like; joiners stay, since Persian is not written without.
_UNSEEN: Final = re.compile("[\xad\u200b\u2060\ufeff]")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ALIKE: Final = 0.5
_VERY_ALIKE: Final = 0.75
_FRONT: Final = ("", "index.html", "index.php", "home")
_LONGEST: Final = 500
_LONGEST_NAME: Final = 50
_MOST: Final = 40
_MOST_RUNS: Final = 8
_NEAR: Final = 5


class Title(NamedTuple):
    """Something that could be the headline, or that tells which is.

    Attributes:
        rule: How it was read.
        text: Its text, cleaned, less the name of the site.
        key: That in small letters without blanks and signs.
        element: Where it stands.
        path: Where inside that.
        runs: The runs that it is made of.
    """

    rule: str
    text: str
    key: str
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


def clean_title(text: str, most: int = _LONGEST) -> str:
    r"""Return a title as one line, with entities that were escaped twice resolved.

    Args:
        text: The title.
        most: How many characters are kept.

    Example:
        >>> clean_title("Salt &amp;amp; pepper\n prices")
        'Salt & pepper prices'
    """
    for _ in range(2):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = unescape(text)
    if not text.isprintable():
        text = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    return " ".join(text.split())[:most]


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
    folded = name.casefold()
    if folded.isascii():  # most are, and bytes are rid of signs in a tenth of the time
        return folded.encode().translate(None, _ASCII_SIGNS).decode()
    return "".join(_WORD.findall(folded))


@final
class Titles:
    """All that could be the headline of a page.

    Attributes:
        page: The page.
        first: Number of the first run of the text.
        sites: Names of the site, as :func:`key_of` gives them.
        stated: What the head of the page says, the surest first.
        h1: Its headings of the first level that name neither the site nor a
            place in it.
        crumbs: The runs of those that do name a place in it.
    """

    def __init__(self, page: Page, body: Body) -> None:
        self.page = page
        self.first = body.first if body.runs else len(page.flow.runs)
        self.sites = _site_names(page)
        self._known: dict[str, tuple[str, str]] = {}
        headline = string_of(page.article.get("headline"))
        shared, tweeted = page.meta("og:title"), page.meta("twitter:title")
        stated = (
            self._title("json-ld", headline, None, "headline"),
            self._title("og-title", shared),
            self._title("twitter-title", tweeted) if tweeted != shared else None,
            self._title("title", page.title),
        )
        self.stated = [each for each in stated if each]
        self._learn_site()
        self.crumbs: set[int] = set()
        self.h1 = self._headings("h1")
        if self.crumbs:
            self._leave_out_crumbs()

    def _title(
        self,
        rule: str,
        text: str,
        element: Any = None,
        path: str = "",
        runs: range = range(0),
    ) -> Title | None:
        if not text:
            return None
        text, key = self._known.get(text) or self._read(text)
        if not key or key in self.sites:
            return None
        return Title(rule, text, key, element, path, runs)

    def _read(self, title: str) -> tuple[str, str]:
        """Return a title cleaned and less the name of the site, with its key."""
        text = clean_title(title)
        key = key_of(text)
        sites = tuple(self.sites)
        if key.endswith(sites) or key.startswith(sites):
            text = without_site(text, self.sites)
            key = key_of(text)
        # The head says the same title several times, and the page once more.
        self._known[title] = text, key
        return text, key

    def _learn_site(self) -> None:
        """Take what ``title`` has around the title that is shared for the site's name.

        Many a site says nowhere else how it is called.
        """
        title = self.by("title")
        for each in self.stated if title else ():
            if title and each.key != title.key:
                self._known.clear()
                if title.key.startswith(each.key):
                    self.sites.add(title.key[len(each.key) :])
                elif title.key.endswith(each.key):
                    self.sites.add(title.key[: -len(each.key)])

    def _leave_out_crumbs(self) -> None:
        """Leave out what is stated as breadcrumbs have it, if anything else is.

        They have the short name that search engines are given.
        """
        runs = self.page.flow.runs
        keys = {key_of(runs[at].text) for at in self.crumbs}
        self.stated = [each for each in self.stated if each.key not in keys] or (
            self.stated
        )

    def _headings(self, tag: str) -> list[Title]:
        """Return the headings of one level that could be the headline."""
        found: list[Title] = []
        runs = self.page.flow.runs
        # A comprehension, since a page has hundreds of boxes and few headings.
        for box in [each for each in self.page.flow.boxes if each.tag == tag]:
            if not 0 < box.stop - box.start <= _MOST_RUNS:
                continue
            at = range(box.start, box.stop)
            if tag == "h1" and _is_crumb(box):
                self.crumbs.update(at)
                continue
            if _leads_home(runs[at[0]]):
                continue
            text = " ".join([runs[each].text for each in at])
            if title := self._title(tag, text, box.element, "", at):
                found.append(title)
                if len(found) == _MOST:
                    break
        return found

    def h2(self) -> list[Title]:
        """Return the headings of the second level."""
        return self._headings("h2")

    def by(self, *rules: str) -> Title | None:
        """Return the first that the head states under one of these names."""
        return next((each for each in self.stated if each.rule in rules), None)


def _is_crumb(box: Box) -> bool:
    """Whether a heading stands among breadcrumbs, as the page's place in a site."""
    at: Box | None = box
    for _ in range(4):
        if at is None:
            break
        element = at.element
        name = (element.get("class") or "") + (element.get("id") or "")
        if "breadcrumb" in name.lower():
            return True
        if at.tag == "li" and element.getprevious() is not None:
            return True
        at = at.parent
    return False


def _leads_home(run: Run) -> bool:
    """Whether a heading is a link to the front page, as the name of a site is."""
    if run.linked < len(run.text):
        return False
    for span in run.spans:
        if span.kind == "link":
            address = (span.element.get("href") or "").strip()
            rest = address.partition("://")[2]
            path = rest.partition("/")[2] if rest else address
            return bool(address) and path.strip("./") in _FRONT
    return False


def _site_names(page: Page) -> set[str]:
    """Return the names by which a site goes, as far as its pages say so."""
    named = [
        page.meta("og:site_name"),
        page.meta("application-name"),
        page.meta("twitter:site"),
        string_of(page.article.get("publisher")),
    ]
    for address in (page.url, page.meta("og:url")):
        host = (address or "").partition("://")[2].partition("/")[0]
        host = host.rpartition("@")[2].partition(":")[0].removeprefix("www.")
        named += [host, host.partition(".")[0]]
    # Some templates give the title of each page as the name of the site.
    return {key_of(each) for each in named if 0 < len(each) <= _LONGEST_NAME}


def _h1_as_stated(titles: Titles) -> Title | None:
    """The h1 most like what the head says."""
    return _most_like(titles.h1, titles, _ALIKE)


def _h2_as_stated(titles: Titles) -> Title | None:
    """The h2 that says the same, where the h1 is the site's or there is none."""
    keys = [each.key for each in titles.stated]
    return next((each for each in titles.h2() if each.key in keys), None)


def _h2_like_stated(titles: Titles) -> Title | None:
    """The h2 most like what the head says."""
    return _most_like(titles.h2(), titles, _VERY_ALIKE)


def _shown_as_stated(titles: Titles) -> Title | None:
    """What the head states, where the page shows it word for word."""
    shown: dict[str, int] = {}
    wanted = {each.key for each in titles.stated}
    # Below the text stand lists of articles, this one among them.
    for at, run in enumerate(titles.page.flow.runs[: titles.first + _NEAR]):
        if len(run.text) <= _LONGEST and at not in titles.crumbs:
            key = key_of(run.text)
            if key in wanted:
                shown.setdefault(key, at)
    for title in titles.stated:
        at = shown.get(title.key, -1)
        if at >= 0:
            element = titles.page.flow.runs[at].box.element
            return title._replace(element=element, runs=range(at, at + 1))
    return None


def _h1_alone(titles: Titles) -> Title | None:
    """The h1 before the text, though it is unlike what the head says."""
    for title in titles.h1:
        if title.runs.start <= titles.first and len(words_of(title.text)) > 2:
            return title
    return None


def _only_h1(titles: Titles) -> Title | None:
    """The h1 where there is one, wherever it stands.

    One of a word or two may be the name of a section, unless nothing else is a title.
    """
    if len(titles.h1) != 1:
        return None
    alone = titles.h1[0]
    return alone if len(words_of(alone.text)) > 2 or not titles.stated else None


def _json_ld(titles: Titles) -> Title | None:
    return titles.by("json-ld")


def _shared(titles: Titles) -> Title | None:
    """What pages give to those who share them."""
    found = titles.by("og-title", "twitter-title")
    return found and found._replace(text=_unsigned(found.text))


def _title(titles: Titles) -> Title | None:
    found = titles.by("title")
    return found and found._replace(text=_unsigned(_unsigned(found.text)))


def _unsigned(title: str) -> str:
    """Return a title less a short last part, as the name of a site is."""
    cuts = list(_PARTED.finditer(title))
    if cuts:
        last, before = title[cuts[-1].end() :], title[: cuts[-1].start()]
        if len(words_of(last)) <= 4 and len(before) > len(last):
            return before
    return title


def _most_like(headings: list[Title], titles: Titles, least: float) -> Title | None:
    """Return the heading most like a title that the head states."""
    keys = [each.key for each in titles.stated]
    for heading in headings:
        if heading.key in keys:
            return heading
    stated = [words_of(each.text) for each in titles.stated]
    best, most = None, 0.0
    for heading in headings:
        its = words_of(heading.text)
        like = max([likeness(its, each) for each in stated], default=0.0)
        # Below the text begin headings of other articles on the same matter.
        if like > most and (best is None or heading.runs.start <= titles.first):
            best, most = heading, like
    return best if most >= least else None


class HeadlineRule(NamedTuple):
    """One way to find a headline.

    Attributes:
        name: Name of the rule.
        find: Returns what it finds.
        example: A page on which it is the first that finds anything.
        headline: What it must find there.
    """

    name: str
    find: Callable[[Titles], Title | None]
    example: str
    headline: str


HEADLINE_RULES: Final = (
    HeadlineRule(
        "h1-as-stated",
        _h1_as_stated,
        "<title>Old bridge reopens today | Example Times</title>"
        "<h1>Example Times</h1><h1>Old bridge reopens</h1>",
        "Old bridge reopens",
    ),
    HeadlineRule(
        "h2-as-stated",
        _h2_as_stated,
        "<title>Old bridge reopens</title><h1>Welcome</h1><h2>Old bridge reopens</h2>",
        "Old bridge reopens",
    ),
    HeadlineRule(
        "shown-as-stated",
        _shown_as_stated,
        "<title>Bridge: all you need to know</title>"
        '<meta property="og:title" content="Old bridge reopens">'
        '<ol class="breadcrumbs"><h1>Bridge: all you need to know</h1></ol>'
        "<div>Old bridge reopens</div>",
        "Old bridge reopens",
    ),
    HeadlineRule(
        "h1-alone",
        _h1_alone,
        "<title>All about the works in town</title><h1>Old bridge reopens</h1>",
        "Old bridge reopens",
    ),
    HeadlineRule(
        "json-ld",
        _json_ld,
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline":'
        '"Old bridge reopens"}</script><p>The bridge was shut.</p>',
        "Old bridge reopens",
    ),
    HeadlineRule(
        "only-h1",
        _only_h1,
        "<title>All about the works</title><p>Text.</p><h1>Old bridge reopens</h1>",
        "Old bridge reopens",
    ),
    HeadlineRule(
        "h2-like-stated",
        _h2_like_stated,
        "<title>Old bridge reopens on Monday</title><h2>Old bridge reopens</h2>",
        "Old bridge reopens",
    ),
    HeadlineRule(
        "og-title",
        _shared,
        '<meta property="og:title" content="Old bridge reopens | Example Times">',
        "Old bridge reopens",
    ),
    HeadlineRule(
        "title",
        _title,
        "<title>Old bridge reopens - Example Times</title>",
        "Old bridge reopens",
    ),
)


def find_headline(page: Page, body: Body) -> Title | None:
    """Return the headline of a page, if it has any."""
    titles = Titles(page, body)
    for rule in HEADLINE_RULES:
        if (found := rule.find(titles)) and found.text:
            found = _refined(found, titles) if found.runs else found
            return found._replace(rule=rule.name)
    return None


def _refined(heading: Title, titles: Titles) -> Title:
    """Return a heading less what else stands in it: a kicker, a date.

    Where the head states a part of it and nobody all of it, or all of it with
    a bar between the two: "Opinion Let them sing" and "Opinion | Let them sing".
    Where the head states it twice with a kicker, that goes with it: "Works: Old
    bridge reopens".
    """
    key = heading.key
    ours, shared = titles.by("json-ld"), titles.by("og-title")
    if (
        ours
        and shared
        and ours.key == shared.key != key
        and ours.key.endswith(key)
        and ": " in ours.text
    ):
        return heading._replace(text=ours.text)
    for each in titles.stated:
        if each.key == key:
            kicker = _KICKER.match(each.text)
            is_short = kicker and kicker.end() * 2 < len(each.text)
            if kicker and is_short and not _KICKER.match(heading.text):
                return heading._replace(text=each.text[kicker.end() :])
            return heading
    for each in titles.stated:
        part, text = each.key, each.text
        is_part = key.endswith(part) or key.startswith(part)
        if is_part and not text.endswith(_CUT) and len(words_of(text)) > 2:
            return heading._replace(text=text)
    return heading
