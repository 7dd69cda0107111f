"""What a page says of its article: every field but people, dates and the body."""

from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page import Page


def read_facts(page: Page, body: Body, findings: Findings) -> set[int]:
    """Give the fields what the page says; return the runs that are taken."""
    for node in page.json_ld:
        headline = node.get("headline")
        if isinstance(headline, str) and headline.strip():
            trace = Trace("json-ld", headline)
            findings.offer("headline", " ".join(headline.split()), trace)
    return set()
