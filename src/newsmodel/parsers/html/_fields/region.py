"""Where on a page bylines and dates stand: around the headline, and below the body."""

from typing import Final, NamedTuple

from newsmodel.markup.flow import Run
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.titles import Title
from newsmodel.parsers.html._page.page import Page

_BELOW: Final = 60  # from headline to body
_ABOVE: Final = 10
_INTO: Final = 2
_AFTER: Final = 25
_LONG: Final = 100
_SURE: Final = 2


class Region(NamedTuple):
    """Numbers of runs.

    Attributes:
        headline: The run that is the headline; -1 where none is.
        start: The first in which a byline above the headline may stand.
        first: The first of the body after the headline.
        last: The last of the body.
        stop: The first after those in which a byline below the body may stand.
    """

    headline: int
    start: int
    first: int
    last: int
    stop: int

    @property
    def head(self) -> list[int]:
        """Those below the headline and the body's first, then those above it."""
        end = min(self.first + _INTO, self.last + 1, self.stop)
        below = range(self.headline + 1, end)
        above = range(self.headline - 1, self.start - 1, -1)
        return [*below, *above]

    @property
    def tail(self) -> range:
        """Those from the last of the body on."""
        return range(max(self.last, self.headline + 1), self.stop)


def region_of(page: Page, body: Body, title: Title | None = None) -> Region:
    """Return where on a page the bylines and dates of its article stand.

    Args:
        page: The page.
        body: Its body.
        title: Its headline.
    """
    runs = page.flow.runs
    headline = _headline(runs, title, body.first)
    start = max(0, headline - _ABOVE)
    if headline < 0:
        start = max(0, body.first - _ABOVE * 2)
        headline = start - 1
    first = min(_first_after(runs, body, headline), headline + _BELOW)
    first = max(0, min(first, len(runs) - 1))
    last = max(body.last, first)
    return Region(headline, start, first, last, min(len(runs), last + _AFTER))


def _first_after(runs: list[Run], body: Body, headline: int) -> int:
    """Return the first run after a headline that is sure to be below a byline.

    The first long run may be a standfirst, and a byline below it.
    """
    seen = 0
    last = next((at for at in body.runs if at > headline), headline + 1)
    for at in body.runs:
        if at > headline and len(runs[at].text) > _LONG:
            last = at
            seen += 1
            if seen == _SURE:
                break
    return last


def _headline(runs: list[Run], title: Title | None, first: int) -> int:
    """Return the run of the headline, or else of an ``h1``; -1 where none is.

    Of several it is the last above the body.
    """
    if title and title.runs:
        # A kicker or a date may stand in the heading too, and a copy in a bar above.
        shown = next(
            (at for at in title.runs if runs[at].text == title.text), title.runs[-1]
        )
        tag, text = runs[shown].box.tag, runs[shown].text
        above = runs[: first + 1]
        found = [at for at, run in enumerate(above) if run.text == text]
        found = [shown, *[at for at in found if runs[at].box.tag == tag]]
    else:
        near = runs[: first + _BELOW]
        found = [at for at, run in enumerate(near) if run.box.tag == "h1"]
    return max([at for at in found if at <= first], default=(found or [-1])[0])
