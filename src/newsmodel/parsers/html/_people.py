"""Who made the article: byline, authors and other contributors."""

from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page import Page


def read_people(page: Page, body: Body, findings: Findings) -> set[int]:
    """Give the fields who made the article; return the runs that are taken."""
    return set()
