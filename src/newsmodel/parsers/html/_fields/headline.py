"""The headline of a page: which of its titles it is."""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Final, NamedTuple

from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.titles import HEADINGS, Title, Titles
from newsmodel.parsers.html._page.names import words_in
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words
from newsmodel.rules.likeness import key_of, likeness, words_of
from newsmodel.rules.lines import LONGEST_LINE, folded
from newsmodel.rules.titles import split_title, without_label, without_last_part

_KICKER: Final = re.compile(r"[^|]{2,30}\s\|\s(?=[^|]+\Z)")
# What the line above a headline is called, in classes, where it stands in the heading.
_KICKERS: Final = words(
    "antetitulo catchline cintillo dachzeile eyebrow kicker occhiello overline roofline"
    " spitzmarke stikktittel supertitle surtitre topline toptitle vignette volanta"
)
_BEHIND_KICKER: Final = " :|/–—-•·"
_CUT: Final = ("...", "…")
_ALIKE: Final = 0.5
_VERY_ALIKE: Final = 0.75
_FEW_WORDS: Final = 2


def _part_of_title(titles: Titles) -> Title | None:
    """The heading that is the longest part of ``title``, or an ``h1`` that is a part.

    Where nothing else is stated, the other parts are the name of the site, of a
    section, or "Archive".
    """
    title = titles.by("title")
    if title is None or len(titles.stated) > 1:
        return None
    parts = [key_of(each) for each in split_title(title.text)]
    if len(parts) == 1:
        return None
    longest = max(parts, key=len)
    found = None
    for level in HEADINGS:
        for heading in titles.headings(level):
            if heading.key == title.key:
                return None  # all of the title is shown
            if heading.runs.start >= titles.end or heading.key not in parts:
                continue
            if level == "h1" and len(words_of(heading.text)) > _FEW_WORDS:
                return heading
            if found is None and len(heading.key) == len(longest):
                found = heading
    return found


def _h1_as_stated(titles: Titles) -> Title | None:
    """The h1 most like what the head says."""
    return _most_like(titles.headings("h1"), titles, _ALIKE)


def _h2_as_stated(titles: Titles) -> Title | None:
    """The h2 that says the same, where the h1 is the site's or there is none."""
    keys = [each.key for each in titles.stated]
    return next((each for each in titles.headings("h2") if each.key in keys), None)


def _h2_like_stated(titles: Titles) -> Title | None:
    """The h2 most like what the head says."""
    return _most_like(titles.headings("h2"), titles, _VERY_ALIKE)


def _shown_as_stated(titles: Titles) -> Title | None:
    """What the head states, where the page shows it word for word."""
    shown: dict[str, int] = {}
    wanted = {each.key for each in titles.stated}
    # Below the text stand lists of articles, this one among them.
    for at, run in enumerate(titles.page.flow.runs[: titles.end]):
        if len(run.text) <= LONGEST_LINE and at not in titles.crumbs:
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
    for title in titles.headings("h1"):
        if title.runs.start <= titles.first and len(words_of(title.text)) > _FEW_WORDS:
            return title
    return None


def _only_h1(titles: Titles) -> Title | None:
    """The h1 where there is one, wherever it stands.

    One of a word or two may be the name of a section, unless nothing else is a title.
    """
    if len(titles.headings("h1")) != 1:
        return None
    alone = titles.headings("h1")[0]
    return (
        alone if len(words_of(alone.text)) > _FEW_WORDS or not titles.stated else None
    )


def _json_ld(titles: Titles) -> Title | None:
    return titles.by("json-ld")


def _shared(titles: Titles) -> Title | None:
    """What pages give to those who share them."""
    found = titles.by("og-title", "twitter-title")
    return found and found._replace(text=without_last_part(found.text))


def _title(titles: Titles) -> Title | None:
    found = titles.by("title")
    text = without_last_part(without_last_part(found.text)) if found else ""
    return found and found._replace(text=text)


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
        "part-of-title",
        _part_of_title,
        "<title>Example Times » Archive » Old bridge reopens</title>"
        "<h1>Example Times</h1><h2>Old bridge reopens</h2>",
        "Old bridge reopens",
    ),
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
            return found._replace(rule=rule.name, text=without_label(found.text))
    return None


def _refined(heading: Title, titles: Titles) -> Title:
    """Return a heading with its kicker, or less what else stands in it.

    Where the head states it twice with a kicker, that goes with it: "Works: Old
    bridge reopens". What markup calls a kicker stays only where the head states it
    too, and not in ``title`` alone. Where it states a part of it and all of it at most
    in ``title``, or all of it with a bar between the two, the part is the headline:
    "Opinion Let them sing" and "Opinion | Let them sing".
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
    if rest := _below_kicker(heading):
        said = {each.key: each.text for each in titles.stated if each.rule != "title"}
        return heading._replace(
            text=rest if key_of(rest) in said else said.get(key, rest)
        )
    whole = next((each for each in titles.stated if each.key == key), None)
    if whole and whole.rule != "title":
        return _without_kicker(heading, whole.text)
    for each in titles.stated:
        if not each.text.endswith(_CUT) and _is_set_apart(heading, each.key, titles):
            return heading._replace(text=each.text)
    return _without_kicker(heading, whole.text) if whole else heading


def _below_kicker(heading: Title) -> str:
    """Return a heading less what its markup calls a kicker; nothing where none is."""
    for element in heading.element.iterdescendants():
        if _KICKERS.isdisjoint(words_in(element.get("class") or "")):
            continue
        kicker = folded("".join(element.itertext()))
        rest = heading.text.removeprefix(kicker).lstrip(_BEHIND_KICKER)
        # Only the first can open the heading, and there may be one in another.
        told = kicker and rest != heading.text and len(words_of(rest)) > _FEW_WORDS
        return rest if told else ""
    return ""


def _without_kicker(heading: Title, stated: str) -> Title:
    """Return a heading less the short kicker that a bar parts from it in the head."""
    kicker = _KICKER.match(stated)
    is_short = kicker and kicker.end() * 2 < len(stated)
    if kicker and is_short and not _KICKER.match(heading.text):
        return heading._replace(text=stated[kicker.end() :])
    return heading


def _is_set_apart(heading: Title, part: str, titles: Titles) -> bool:
    """Whether the markup of a heading parts its begin or end from the rest of it.

    Where nothing does, the head has the headline shortened.
    """
    if not (heading.key.startswith(part) or heading.key.endswith(part)):
        return False
    runs = titles.page.flow.runs
    keys = [key_of(piece) for at in heading.runs for piece in runs[at].pieces]
    whole, ends = "".join(keys), set(accumulate(map(len, keys)))
    if whole.startswith(part) and len(part) in ends:
        return True
    return whole.endswith(part) and len(whole) - len(part) in ends
