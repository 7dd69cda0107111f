"""The standfirst: the summary that a page shows under its headline."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from newsmodel.markup.flow import Box, Run
from newsmodel.markup.json_ld import string_of
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._page.names import BYLINE, CAPTION, CREDIT, STANDFIRST, TIME
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.authors import has_lead
from newsmodel.rules.likeness import key_of, words_of
from newsmodel.rules.lines import clean_line

_SHORTEST: Final = 25
_LONGEST: Final = 800
_LONG: Final = 60
_REACH: Final = 25
_MOST_PASSED: Final = 2
_BESIDE: Final = 6
_FEWEST_WORDS: Final = 5
_HEADINGS: Final = frozenset(("h2", "h3", "h4"))
_OTHER: Final = BYLINE | TIME | CAPTION | CREDIT
_FIGURES: Final = frozenset(("figure", "figcaption"))


class Standfirst(NamedTuple):
    """A standfirst and how it was told."""

    rule: str
    text: str
    element: Any
    runs: range


class StandfirstRule(NamedTuple):
    """One way to tell a standfirst from the first paragraph of the text.

    Attributes:
        name: Name of the rule.
        fits: Whether a run is one, beside what the page is described by.
        example: What stands between a headline and a text, with one in it.
        standfirst: What must be read there.
    """

    name: str
    fits: Callable[[Run, list[str]], bool]
    example: str
    standfirst: str


def _is_named(run: Run, described: list[str]) -> bool:
    """Whether its element, or one that holds little else, is named for it."""
    box: Box | None = run.box
    names = 0
    for _ in range(3):
        if box is None or box.stop - box.start > 2:
            break
        names |= box.names
        box = box.parent
    if not names & STANDFIRST or names & _OTHER:
        return False
    return len(words_of(run.text)) >= _FEWEST_WORDS


def _is_described(run: Run, described: list[str]) -> bool:
    """Whether it is what the page is described by, perhaps after a place."""
    if not described or len(run.text) * 1.3 < len(described[0]):
        return False
    key = key_of(run.text)
    for each in described:
        if key == each:
            return True
        # Descriptions leave out the place before it, or its end.
        if len(each) > _LONG and len(key) < len(each) * 1.3 and each in key:
            return True
        # Or they begin with a word for what kind of article it is.
        if len(key) > _LONG and len(each) < len(key) * 1.3 and each.endswith(key):
            return True
    return False


def _is_heading(run: Run, described: list[str]) -> bool:
    """Whether it is a heading of a sentence's length, and no byline."""
    return (
        run.box.tag in _HEADINGS and run.text.count(" ") >= 6 and not has_lead(run.text)
    )


STANDFIRST_RULES: Final = (
    StandfirstRule(
        "named-standfirst",
        _is_named,
        '<div class="article__dek"><p>The old bridge was shut for two years.</p></div>',
        "The old bridge was shut for two years.",
    ),
    StandfirstRule(
        "shown-description",
        _is_described,
        '<meta name="description" content="The old bridge was shut for two years.">'
        "<div>The old bridge was shut for two years.</div>",
        "The old bridge was shut for two years.",
    ),
    StandfirstRule(
        "heading-below-headline",
        _is_heading,
        "<h2>The old bridge was shut for two years</h2>",
        "The old bridge was shut for two years",
    ),
)


def find_standfirst(
    page: Page, body: Body, start: int, headline: str
) -> Standfirst | None:
    """Return what is shown between headline and text as a summary.

    Args:
        page: The page.
        body: The body as found, which may begin with the standfirst.
        start: Number of the first run after the headline; 0 where that is not
            shown.
        headline: The headline, which is no summary of itself.
    """
    runs = page.flow.runs
    if not start:
        start = max(body.first - _REACH // 2, 0)
    described: list[str] | None = None
    passed = 0
    first = set(body.runs[:_BESIDE])
    for at in range(start, min(start + _REACH, len(runs))):
        run = runs[at]
        text = run.text
        before = passed
        if at in first and len(text) > _LONG:
            passed += 1
            if passed == _MOST_PASSED:
                break
        if not _SHORTEST <= len(text) <= _LONGEST or run.linked * 2 > len(text):
            continue
        if described is None:
            described = _descriptions(page)
        rule = next(
            (each for each in STANDFIRST_RULES if each.fits(run, described)), None
        )
        if rule is None or _is_pictured(run) or _repeats(text, headline):
            continue
        if rule.name == "heading-below-headline" and (before or at > start + 3):
            continue
        # What stands right above the text as its heading is one of the text.
        apart = rule.name == "heading-below-headline" and at + 1 not in first
        if not (apart or rule.name == "named-standfirst") and _is_paragraph(
            runs, at, body
        ):
            continue
        return Standfirst(rule.name, text, run.box.element, range(at, at + 1))
    return None


def _descriptions(page: Page) -> list[str]:
    """Return the keys of what the page is described by, the shortest first."""
    texts = [
        page.meta("description"),
        page.meta("og:description"),
        string_of(page.article.get("description")),
    ]
    keys = {key_of(clean_line(each)) for each in dict.fromkeys(texts)}
    long = [each for each in keys if len(each) >= _SHORTEST * 0.7]
    return sorted(long, key=lambda each: (len(each), each))


def _is_pictured(run: Run) -> bool:
    """Whether a run stands below a picture."""
    box: Box | None = run.box
    for _ in range(3):
        if box is None:
            break
        if box.tag in _FIGURES:
            return True
        box = box.parent
    return "©" in run.text


def _repeats(text: str, headline: str) -> bool:
    """Whether a text says the headline again, perhaps with a kicker."""
    key = key_of(headline)
    return bool(key) and key in key_of(text)


def _is_paragraph(runs: list[Run], at: int, body: Body) -> bool:
    """Whether a run stands beside the text, and nothing sets it apart."""
    box = runs[at].box
    name = box.element.get("class")
    for other in body.runs[:_BESIDE]:
        beside = runs[other].box
        if other > at and beside.parent is box.parent:
            alike = beside.tag == box.tag and beside.element.get("class") == name
            if alike or not name or box.tag in _HEADINGS:
                return True
    return False
