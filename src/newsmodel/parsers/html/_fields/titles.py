"""All that could be the headline of a page, or that tells which is."""

from typing import Any, Final, NamedTuple, final

from newsmodel.markup.flow import Box, Run
from newsmodel.markup.json_ld import string_of
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.likeness import key_of
from newsmodel.rules.lines import clean_line
from newsmodel.rules.titles import split_title, without_site

_FRONT: Final = ("", "index.html", "index.php", "home")
HEADINGS: Final = ("h1", "h2", "h3", "h4")
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


@final
class Titles:
    """All that could be the headline of a page.

    Attributes:
        page: The page.
        end: Number of the first run that is too far below the begin of the text:
            there stand headings of other articles on the same matter.
        first: Number of the first run of the text.
        stated: What the head of the page says, the surest first.
        crumbs: The runs of ``h1`` that name a place in the site.
    """

    def __init__(self, page: Page, body: Body) -> None:
        self.page = page
        self.first = body.first if body.runs else len(page.flow.runs)
        self.end = self.first + _NEAR + 1
        self._sites = set(page.sites.all)
        self._known: dict[str, tuple[str, str]] = {}
        self.stated = self._statements()
        self._learn_site()
        self._headings: dict[str, list[Title]] = {}
        self.crumbs: set[int] = set()
        self.headings("h1")
        if self.crumbs:
            self._leave_out_crumbs()

    def by(self, *rules: str) -> Title | None:
        """Return the first that the head states under one of these names."""
        return next((each for each in self.stated if each.rule in rules), None)

    def headings(self, tag: str) -> list[Title]:
        """Return the headings of one level that could be the headline.

        Those that are the name of the site or of a place in it could not.
        """
        if tag in self._headings:
            return self._headings[tag]
        found = self._headings[tag] = []
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

    def _statements(self) -> list[Title]:
        page = self.page
        headline = string_of(page.article.get("headline"))
        shared, tweeted = page.meta("og:title"), page.meta("twitter:title")
        stated = (
            self._title("json-ld", headline, None, "headline"),
            self._title("og-title", shared),
            self._title("twitter-title", tweeted) if tweeted != shared else None,
            self._title("title", page.title),
        )
        return [each for each in stated if each]

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
        if not key or key in self._sites:
            return None
        return Title(rule, text, key, element, path, runs)

    def _read(self, title: str) -> tuple[str, str]:
        """Return a title cleaned and less the name of the site, with its key."""
        text = clean_line(title)
        key = key_of(text)
        sites = tuple(self._sites)
        if key.endswith(sites) or key.startswith(sites):
            text = without_site(text, self._sites, self.page.sites.given)
            key = key_of(text)
        # The head says the same title several times, and the page once more.
        self._known[title] = text, key
        return text, key

    def _learn_site(self) -> None:
        """Take what ``title`` has around the title that is shared for the site's name.

        Many a site says nowhere else how it is called.
        """
        title = self.by("title")
        if title is None or all(each.key == title.key for each in self.stated):
            return
        keys = [key_of(each) for each in split_title(title.text)]
        for at in range(1, len(keys)):
            # There may be a bar in the title, and in the name of the site.
            before, after = "".join(keys[:at]), "".join(keys[at:])
            for each in self.stated:
                if each.key == before:
                    self._sites.add(after)
                elif each.key == after:
                    self._sites.add(before)
        self._known.clear()

    def _leave_out_crumbs(self) -> None:
        """Leave out what is stated as breadcrumbs have it, if anything else is.

        They have the short name that search engines are given.
        """
        runs = self.page.flow.runs
        keys = {key_of(runs[at].text) for at in self.crumbs}
        self.stated = [each for each in self.stated if each.key not in keys] or (
            self.stated
        )


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
