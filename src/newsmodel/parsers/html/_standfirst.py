"""The standfirst: the summary that a page shows under its headline."""

from typing import Any, Final, NamedTuple

from newsmodel.markup.flow import Run
from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._headline import clean_title, key_of
from newsmodel.parsers.html._names import BYLINE, CAPTION, CREDIT, STANDFIRST, TIME
from newsmodel.parsers.html._page import Page
from newsmodel.parsers.html._statements import string_of

_SHORTEST: Final = 25
_LONGEST: Final = 800
_REACH: Final = 25


class Standfirst(NamedTuple):
    """A standfirst and how it was told."""

    rule: str
    text: str
    element: Any
    runs: range


def find_standfirst(
    page: Page, body: Body, start: int, headline: str
) -> Standfirst | None:
    """Return what is shown between headline and text as a summary.

    Args:
        page: The page.
        body: The body as found, which may begin with the standfirst.
        start: Number of the first run after the headline.
        headline: The headline, which is no summary of itself.
    """
    runs = page.flow.runs
    stop = min(body.runs[1] if len(body.runs) > 1 else body.first, start + _REACH)
    described = _descriptions(page)
    for at in range(start, stop):
        run = runs[at]
        if not _SHORTEST <= len(run.text) <= _LONGEST or run.linked * 2 > len(run.text):
            continue
        rule = _rule(run, described)
        if (
            rule
            and not _is_paragraph(runs, at)
            and key_of(run.text) != key_of(headline)
        ):
            return Standfirst(rule, run.text, run.box.element, range(at, at + 1))
    return None


def _descriptions(page: Page) -> list[str]:
    texts = [
        page.meta("description"),
        page.meta("og:description"),
        string_of(page.article.get("description")),
        string_of(page.article.get("alternativeHeadline")),
    ]
    keys = {key_of(clean_title(each)) for each in dict.fromkeys(texts)}
    return [each for each in sorted(keys) if len(each) >= _SHORTEST * 0.7]


def _rule(run: Run, described: list[str]) -> str | None:
    names = run.box.names
    parent = run.box.parent
    if parent is not None and parent.stop - parent.start <= 2:
        names |= parent.names
    if names & STANDFIRST and not names & (BYLINE | TIME | CAPTION | CREDIT):
        return "named-standfirst"
    if not described:
        return None
    key = key_of(run.text)
    if any(
        key == each or (len(each) > 60 and key.startswith(each)) for each in described
    ):
        return "shown-description"
    return None


def _is_paragraph(runs: list[Run], at: int) -> bool:
    """Whether a run is the first of several paragraphs side by side."""
    box = runs[at].box
    if box.tag != "p":
        return False
    parent, tag = box.parent, box.element.get("class")
    for run in runs[at + 1 : at + 3]:
        other = run.box
        if (
            other.parent is parent
            and other.tag == "p"
            and other.element.get("class") == tag
            and len(run.text) > 60
        ):
            return True
    return False
