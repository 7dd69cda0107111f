"""Which runs of a page are the article's body."""

from typing import NamedTuple

from newsmodel.markup.flow import Box
from newsmodel.parsers.html._page import Page


class Body(NamedTuple):
    """The body, as far as it has been found.

    Attributes:
        core: The box that holds most of it.
        runs: Numbers of its runs, in order.
    """

    core: Box
    runs: list[int]

    @property
    def first(self) -> int:
        """Number of its first run; 0 where it has none."""
        return self.runs[0] if self.runs else 0

    @property
    def last(self) -> int:
        """Number of its last run; -1 where it has none."""
        return self.runs[-1] if self.runs else -1


_GOOD = 60


def find_body(page: Page) -> Body:
    """Return the body of the article on a page."""
    runs, boxes = page.flow.runs, page.flow.boxes
    weight = [0] * (len(runs) + 1)
    for at, run in enumerate(runs):
        good = len(run.text) > _GOOD and run.linked * 3 < len(run.text)
        weight[at + 1] = weight[at] + (len(run.text) if good else 0)
    core = boxes[0]
    total = weight[-1]
    for box in boxes:
        inside = weight[box.stop] - weight[box.start]
        if box.parent is core and inside * 10 > total * 6:
            core, total = box, inside
    chosen = [
        at
        for at in range(core.start, core.stop)
        if runs[at].linked * 2 < len(runs[at].text)
        and (len(runs[at].text) > _GOOD or runs[at].box.tag in ("p", "h2", "h3"))
    ]
    return Body(core, chosen)
