"""Pictures of the article with what stands below them."""

from typing import NamedTuple

from newsmodel.model import ImageCaption
from newsmodel.parsers.html._body import Body
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page import Page


class Picture(NamedTuple):
    """A picture in its place.

    Attributes:
        at: Number of the run it stands before.
        runs: Numbers of the runs that are its caption and credit.
        caption: The block, without quotes.
    """

    at: int
    runs: tuple[int, ...]
    caption: ImageCaption


def read_pictures(page: Page, body: Body, findings: Findings) -> list[Picture]:
    """Return the pictures of the article, in order."""
    return []
