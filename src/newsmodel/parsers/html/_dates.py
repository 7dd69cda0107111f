"""When the article was published and changed."""

from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page import Page


def read_dates(page: Page, body: Body, findings: Findings) -> set[int]:
    """Give the fields when it was published; return the runs that are taken."""
    return set()
