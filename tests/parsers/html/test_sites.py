"""Sites' own rules, with sites that are invented."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.metadata import EntryPoint
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel import SiteReading, SiteRules
from newsmodel.evidence import Note
from newsmodel.model import Contributor, Rights, Source
from newsmodel.parsers.html import PARSER, _sites
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._sites import SiteFound, body_of_site, site_reading

PAGE = """<html><body><h5>Bridge
reopens</h5><div id="text"><p>The old bridge opened again.</p><p>Read on</p></div>
<i>1 June 2023</i></body></html>"""


class Elmsworth:
    hosts: tuple[str, ...] = ("elmsworth.example", "News.Elmsworth.test")

    def read(self, root: etree._Element, url: str) -> SiteReading | None:
        if "/shop/" in url:
            return None
        text = root.findall("body/div")
        return SiteReading(
            body=tuple(text),
            leave_out=text[0].xpath("p[2]"),
            fields={
                "headline": root.findtext("body/h5"),
                "published": root.findtext("body/i"),
                "authors": ["Ann Example"],
                "section": root.findtext("body/b"),
            },
        )


class Inner(Elmsworth):
    hosts = ("inner.elmsworth.example",)

    def read(self, root: etree._Element, url: str) -> SiteReading | None:
        return SiteReading(fields={"headline": url})


class Failing:
    hosts = ("failing.example",)
    said: Any = None

    def read(self, root: etree._Element, url: str) -> Any:
        return 1 / 0


class Wrong(Failing):
    hosts = ("wrong.example",)

    def read(self, root: etree._Element, url: str) -> Any:
        return self.said


class LoneHost(Elmsworth):
    hosts = "elmsworth.example"  # type: ignore[assignment]  # the comma is missing


ELMSWORTH, INNER, FAILING, WRONG = Elmsworth(), Inner(), Failing(), Wrong()
LONE_HOST, NO_RULES = LoneHost(), object()


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Declare objects of this module as rules of sites."""

    def declare(*values: str) -> None:
        points = [
            EntryPoint(value.lower(), f"{__name__}:{value}", _sites._GROUP)
            for value in values
        ]
        monkeypatch.setattr(
            "importlib.metadata.entry_points",
            lambda group: points if group == _sites._GROUP else [],
        )
        _sites._rules_by_host.cache_clear()

    yield declare
    _sites._rules_by_host.cache_clear()


def read(
    url: str | None = None, canonical: str | None = None
) -> tuple[SiteFound | None, list[Note]]:
    notes: list[Note] = []
    return site_reading(etree.HTML(PAGE), url, canonical, notes), notes


def test_rules_say_which_element_is_what(declared: Callable[..., None]) -> None:
    declared("ELMSWORTH")
    found, notes = read("https://elmsworth.example/a")
    assert found is not None
    assert found.rule == "site:elmsworth"
    assert [each.get("id") for each in found.body] == ["text"]
    assert [each.text for each in found.leave_out] == ["Read on"]
    assert found.fields == {
        "headline": "Bridge reopens",
        "published": date(2023, 6, 1),
        "contributors": (Contributor(name="Ann Example", role="author"),),
    }
    assert type(found.fields["headline"]) is str
    assert notes == []


@pytest.mark.parametrize(
    ("url", "canonical", "rule"),
    [
        ("https://elmsworth.example/a", None, "site:elmsworth"),
        ("https://www.elmsworth.example:8080/a", None, "site:elmsworth"),
        ("https://ELMSWORTH.example./a", None, "site:elmsworth"),
        ("https://news.elmsworth.test/a", None, "site:elmsworth"),
        ("https://a.inner.elmsworth.example/a", None, "site:inner"),
        ("https://outer.example/a", "https://elmsworth.example/a", "site:elmsworth"),
        (None, "https://inner.elmsworth.example/a", "site:inner"),
        ("https://notelmsworth.example/a", None, None),
        ("https://example/elmsworth.example", None, None),
        ("https://elmsworth.test/a", None, None),
        ("elmsworth.example", None, None),
        ("https://[elmsworth.example", "https://]", None),
        ("https://elmsworth.example/shop/a", None, None),
        ("", "", None),
        (None, None, None),
    ],
)
def test_rules_are_found_by_the_host(
    declared: Callable[..., None],
    url: str | None,
    canonical: str | None,
    rule: str | None,
) -> None:
    declared("ELMSWORTH", "INNER")
    found, notes = read(url, canonical)
    assert (found and found.rule, notes) == (rule, [])


@pytest.mark.parametrize(
    ("name", "value", "held"),
    [
        ("headline", "  Bridge\n\treopens ", {"headline": "Bridge reopens"}),
        ("headline", "", {}),
        ("headline", None, {}),
        ("headline", " \n", {}),
        ("views", 0, {"views": 0}),
        ("keywords", ["bridge"], {"keywords": ("bridge",)}),
        ("published", "2023-06-01T12:00:00Z", datetime(2023, 6, 1, 12, tzinfo=UTC)),
        ("published", date(2023, 6, 1), date(2023, 6, 1)),
        ("source", "The Elmsworth News", Source(name="The Elmsworth News")),
        ("authors", (), {}),
        (
            "contributors",
            [Contributor(name="Bob Roe", role="editor"), "Ann Example"],
            (
                Contributor(name="Bob Roe", role="editor"),
                Contributor(name="Ann Example", role="author"),
            ),
        ),
    ],
)
def test_values_become_those_of_the_model(
    declared: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: Any,
    held: Any,
) -> None:
    declared("WRONG")
    monkeypatch.setattr(Wrong, "said", SiteReading(fields={name: value}))
    found, notes = read("https://wrong.example/")
    assert found is not None
    assert found.fields == (held if isinstance(held, dict) else {name: held})
    assert notes == []


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("published", "some day", "'some day' is no date"),
        ("published", "31 June 2023", "there is no such day"),
        ("views", "many", "wanted"),
        ("headline", 5, "wanted"),
        ("headline", etree.HTML("<p>A</p>"), "wanted"),
        ("authors", "Ann Example", "wrap it in a tuple"),
        ("authors", [""], "wanted"),
        ("headline", {}, "wanted"),
        ("body", (), "no such field"),
        ("body", ("a",), "no such field"),
        ("title", "A", "no such field"),
        (5, "A", "no such field"),
    ],
)
def test_a_value_that_cannot_be_costs_only_itself(
    declared: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    name: Any,
    value: Any,
    problem: str,
) -> None:
    declared("WRONG")
    said = SiteReading(
        fields={name: value, "headline" if name != "headline" else "section": "A"}
    )
    monkeypatch.setattr(Wrong, "said", said)
    found, notes = read("https://wrong.example/")
    assert found is not None
    assert list(found.fields.values()) == ["A"]
    if value != ():
        assert [note.code for note in notes] == ["site-value-refused"]
        assert problem in notes[0].message


@pytest.mark.parametrize(
    "said",
    [
        "a",
        5,
        {"headline": "A"},
        SiteReading,
        SiteReading(body=(etree.HTML(PAGE),)),
        SiteReading(body="text"),  # type: ignore[arg-type]  # as strangers write it
        SiteReading(leave_out=[None]),  # type: ignore[list-item]  # likewise
        SiteReading(fields=["headline"]),  # type: ignore[arg-type]  # likewise
    ],
)
def test_what_is_no_reading_is_noted_and_costs_nothing_else(
    declared: Callable[..., None], monkeypatch: pytest.MonkeyPatch, said: object
) -> None:
    declared("WRONG")
    monkeypatch.setattr(Wrong, "said", said)
    found, notes = read("https://wrong.example/")
    assert found is None
    assert [note.code for note in notes] == ["site-rules-failed"]


def test_rules_that_fail_are_noted_with_what_they_raised(
    declared: Callable[..., None],
) -> None:
    declared("FAILING")
    found, (note,) = read("https://failing.example/")
    assert found is None
    assert note.message == (
        "site:failing of unknown failed: ZeroDivisionError: division by zero"
    )


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("Elmsworth", "it is the class Elmsworth; name an object of it"),
        ("LONE_HOST", "the hosts of 'lone_host' are no tuple of strings, but 'elms"),
        ("NO_RULES", "it has no hosts, no read"),
        ("MISSING", "AttributeError: "),
    ],
)
def test_what_are_no_rules_is_left_out(
    declared: Callable[..., None], value: str, reason: str
) -> None:
    declared(value)
    told = re.escape(f"{value} of unknown is left out: {reason}")
    with pytest.warns(RuntimeWarning, match=told):
        assert read("https://elmsworth.example/") == (None, [])
    assert read("https://elmsworth.example/") == (None, [])


def test_rules_are_looked_for_once(declared: Callable[..., None]) -> None:
    declared()
    assert read("https://elmsworth.example/") == (None, [])
    read("https://elmsworth.example/")
    assert _sites._rules_by_host.cache_info().misses == 1


def test_rules_need_not_inherit() -> None:
    assert isinstance(ELMSWORTH, SiteRules)
    assert not isinstance(NO_RULES, SiteRules)


@given(st.text(), st.text())
def test_any_address_is_looked_at(url: str, canonical: str) -> None:
    rules: Mapping[str, Any] = {}
    for address in (url, canonical, f"https://{url}/", "https://" + "a." * 5000):
        assert not any(host in rules for host in _sites._hosts_of(address))


def test_what_the_rules_of_a_site_say_nothing_overrules(
    declared: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    declared("WRONG")
    said = SiteReading(
        fields={
            "authors": ["Ann Example", "Bob Sample"],
            "published": "1 June 2023",
            "language": "en",
            "rights": Rights(holder="Elmsworth News"),
        }
    )
    monkeypatch.setattr(Wrong, "said", said)
    page = (
        '<html lang="de"><meta name="author" content="Cy Other"><h1>Bridge reopens</h1>'
        '<div class="byline">By Dee Fourth</div><time>2 May 2020</time>'
        f"<div><p>{'Die alte Brücke ist wieder offen, und alle dürfen hinüber. ' * 5}"
        f"<p>{'Das hat die Stadt gestern gesagt, und sie ist froh darüber. ' * 5}</p>"
        "<p>© 2023 Example Media. All rights reserved.</p></div>"
    )
    found = PARSER.read(page, url="https://wrong.example/a")
    assert found.article.authors == ("Ann Example", "Bob Sample")
    assert found.article.published == date(2023, 6, 1)
    assert found.article.language == "en"
    assert found.article.rights == Rights(holder="Elmsworth News")
    by_rules = {
        each.field: each.winner.raw
        for each in found.evidence
        if each.winner.rule == "site:wrong"
    }
    assert by_rules == {
        "contributors": "Ann Example, Bob Sample",
        "published": "1 June 2023",
        "language": "en",
        "rights": "Rights(holder='Elmsworth News')",
    }


def test_what_is_wrong_with_rules_stands_in_the_notes_of_the_page(
    declared: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    declared("WRONG", "FAILING")
    monkeypatch.setattr(Wrong, "said", SiteReading(fields={"views": "many"}))
    codes = {
        url: [note.code for note in PARSER.read(PAGE, url=url).notes]
        for url in ("https://wrong.example/a", "https://failing.example/a")
    }
    assert codes == {
        "https://wrong.example/a": ["site-value-refused", "no-article"],
        "https://failing.example/a": ["site-rules-failed", "no-article"],
    }


def test_a_page_of_which_rules_name_the_body_holds_an_article(
    declared: Callable[..., None],
) -> None:
    declared("ELMSWORTH")
    found = PARSER.read(PAGE, url="https://elmsworth.example/a")
    assert found.article.paragraphs == ("The old bridge opened again.",)
    assert found.notes == ()


PARTS = """<html><body><div class="a"><p>One</p><p class="x">Two</p></div><p>Three</p>
<section><div class="b"><p>Four</p></div></section><p>Five</p></body></html>"""


@pytest.mark.parametrize(
    ("body", "leave_out", "wanted", "core"),
    [
        ("//div[@class='a']", "//p[@class='x']", ["One"], "div"),
        ("//div", "//p[@class='x']", ["One", "Four"], "body"),
        ("//section | //section/div", "//none", ["Four"], "section"),
        ("//body", "//div | //section", ["Three", "Five"], "body"),
    ],
)
def test_the_body_is_all_that_is_in_the_elements_named(
    body: str, leave_out: str, wanted: list[str], core: str
) -> None:
    page = Page(PARTS, None)
    site = SiteFound(
        rule="site:elmsworth",
        body=tuple(page.root.xpath(body)),
        leave_out=tuple(page.root.xpath(leave_out)),
        fields={},
        raws={},
    )
    found = body_of_site(page.flow, site)
    assert found is not None
    assert [page.flow.runs[at].text for at in found.runs] == wanted
    assert found.core.tag == core
    assert found.rule == "site:elmsworth"


@pytest.mark.parametrize("body", ["//none", "//b"])
def test_elements_that_are_no_boxes_name_no_body(body: str) -> None:
    page = Page("<body><p><b>One</b></p></body>", None)
    named = tuple(page.root.xpath(body))
    site = SiteFound(
        rule="site:elmsworth", body=named, leave_out=(), fields={}, raws={}
    )
    assert body_of_site(page.flow, site) is None


def test_rules_of_a_site_reach_the_article(declared: Callable[..., None]) -> None:
    declared("ELMSWORTH")
    found = PARSER.read(PAGE, url="https://www.elmsworth.example/news/bridge")
    assert found.article.paragraphs == ("The old bridge opened again.",)
    assert found.article.headline == "Bridge reopens"
    assert found.article.authors == ("Ann Example",)
    rules = {each.field: each.winner.rule for each in found.evidence}
    assert rules["body"] == rules["headline"] == "site:elmsworth"
