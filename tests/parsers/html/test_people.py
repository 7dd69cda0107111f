"""Authors and other contributors of a page, and its byline."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Article, Contributor
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.credits import CREDIT_RULES, CreditRule
from newsmodel.parsers.html._fields.headline import find_headline
from newsmodel.parsers.html._fields.people import read_people
from newsmodel.parsers.html._fields.region import region_of
from newsmodel.parsers.html._fields.scene import Scene, is_site
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page.page import Page

TEXT = '<p class="text">The bridge is open again after two years of work on it.</p>'


def body_of(page: Page) -> Body:
    """Return a body that is the paragraphs of the class ``text``."""
    flow = page.flow
    runs = [
        at for at, run in enumerate(flow.runs) if run.box.element.get("class") == "text"
    ]
    return Body(flow.boxes[0], runs, [0] * len(flow.runs))


def read(markup: str, url: str | None = None) -> tuple[Findings, set[int]]:
    page = Page(markup, url)
    findings = Findings(page.notes)
    body = body_of(page)
    region = region_of(page, body, find_headline(page, body))
    taken = read_people(page, body, region, findings)
    return findings, taken


def contributors(markup: str, url: str | None = None) -> list[Contributor]:
    found: list[Contributor] = read(markup, url)[0].fields.get("contributors", [])
    return found


def names(markup: str, url: str | None = None) -> list[str]:
    return [each.name for each in contributors(markup, url) if each.role == "author"]


def ld(author: object, **more: object) -> str:
    node = json.dumps({"@type": "NewsArticle", "author": author, **more})
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize("rule", CREDIT_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: CreditRule) -> None:
    page = Page(rule.example, None)
    region = region_of(page, body_of(page))
    credit = next(rule.find(Scene(page, region)))
    assert [each.name for each in credit.people] == ["Ann Example"]


@pytest.mark.parametrize("rule", CREDIT_RULES, ids=lambda rule: rule.name)
def test_each_example_alone_gives_the_author(rule: CreditRule) -> None:
    assert names(rule.example) == ["Ann Example"]


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("Ann Example", ["Ann Example"]),
        ("Ann Example and Bob Roe", ["Ann Example", "Bob Roe"]),
        (["Ann Example", "Bob Roe"], ["Ann Example", "Bob Roe"]),
        ([{"name": "Ann Example"}, {"name": "Bob Roe"}], ["Ann Example", "Bob Roe"]),
        ({"name": ["Ann Example", "Bob Roe"]}, ["Ann Example", "Bob Roe"]),
        ({"@list": [{"name": "Ann Example"}]}, ["Ann Example"]),
        ({"givenName": "Ann", "familyName": "Example"}, ["Ann Example"]),
        ({"givenName": "Di", "familyName": [{"@value": "Roe"}]}, ["Di Roe"]),
        ({"name": {"@value": "Ann Example"}}, ["Ann Example"]),
        ({"@value": "Ann Example", "@language": "en"}, ["Ann Example"]),
        ({"name": [{"@value": "Ann Example", "@language": "en"}]}, ["Ann Example"]),
        ({"name": "Ann Example, PhD, RD"}, ["Ann Example"]),
        ({"name": "Ann Example, Chief Technology Officer"}, ["Ann Example"]),
        ({"name": "View all posts by Ann Example"}, ["Ann Example"]),
        ("https://example.com/ann", []),
        ({"@id": "#ann"}, []),
        (None, []),
        (17, []),
        ([[[[[["Ann Example"]]]]]], []),
    ],
)
def test_json_ld_names_authors_in_many_forms(author: object, wanted: list[str]) -> None:
    assert names(ld(author)) == wanted


def test_who_is_stated_several_times_is_named_once() -> None:
    one = {"@type": "Person", "name": "Ann Example"}
    markup = ld([one, one, {"name": "ann example"}], editor=[{"name": "Di Roe"}] * 2)
    assert [each.name for each in contributors(markup)] == ["Ann Example", "Di Roe"]


def test_what_json_ld_says_of_authors_is_kept() -> None:
    (author,) = contributors(
        ld(
            {
                "@type": "Person",
                "name": "Ann Example",
                "url": "https://example.com/ann",
                "worksFor": {"name": "Example Times"},
            }
        )
    )
    assert author.url == "https://example.com/ann"
    assert author.affiliation == "Example Times"
    assert author.kind == "person"


def test_an_organisation_that_writes_is_one() -> None:
    (author,) = contributors(ld({"@type": "Organization", "name": "Bridge Builders"}))
    assert author.kind == "organisation"


def test_the_publisher_is_an_author_where_it_is_stated_as_one_more() -> None:
    markup = ld(["Ann Example", "Example Times"], publisher={"name": "Example Times"})
    assert names(markup) == ["Ann Example", "Example Times"]


def test_the_site_beside_persons_is_no_author_in_its_metadata() -> None:
    markup = (
        '<meta name="author" content="Ann Example; Example Times">'
        '<meta property="og:site_name" content="Example Times">'
    )
    assert names(markup) == ["Ann Example"]


def test_the_publisher_alone_gives_way_to_a_printed_byline() -> None:
    markup = ld("Example Times", publisher={"name": "Example Times"})
    assert names(markup) == ["Example Times"]
    printed = f"{markup}<h1>Bridge reopens</h1><div>By Ann Example</div>{TEXT}"
    assert names(printed) == ["Ann Example"]


def test_a_user_gives_way_to_a_printed_byline() -> None:
    markup = f"{ld('aexample7')}<h1>Bridge</h1><div>By Ann Example</div>{TEXT}"
    assert names(markup) == ["Ann Example"]


def test_software_is_nobody() -> None:
    assert names(ld("admin")) == []


def test_a_name_that_is_printed_nowhere_near_gives_way_to_a_byline() -> None:
    markup = f"{ld('Bob Roe')}<h1>Bridge</h1><div>By Ann Example</div>{TEXT}"
    findings, _ = read(markup)
    assert [each.name for each in findings.fields["contributors"]] == ["Ann Example"]
    evidence = {each.field: each for each in findings.evidence()}["contributors[0]"]
    assert evidence.winner.rule == "by-line"
    assert evidence.losers[0].raw == "Bob Roe"
    assert evidence.losers[0].reason


def test_a_printed_byline_can_name_more_than_json_ld() -> None:
    markup = (
        ld({"name": "Ann Example", "url": "https://example.com/ann"})
        + f"<h1>Bridge</h1><div>By Ann Example and Bob Roe, BBC News</div>{TEXT}"
    )
    both = contributors(markup)
    assert [each.name for each in both] == ["Ann Example", "Bob Roe"]
    assert both[0].url == "https://example.com/ann"


def test_those_whom_the_byline_leaves_out_did_something_else() -> None:
    markup = (
        ld(["Ann Example", "Bob Roe", "Cy Lee"])
        + "<h1>Bridge</h1><div>By Ann Example</div><div>Edited by Bob Roe</div>"
        + TEXT
    )
    roles = {each.name: each.role for each in contributors(markup)}
    assert roles == {
        "Ann Example": "author",
        "Bob Roe": "contributor",
        "Cy Lee": "contributor",
    }


def test_editors_and_translators_are_contributors() -> None:
    markup = ld("Ann Example", editor={"name": "Bob Roe"}, translator=["Cy Lee"])
    roles = [(each.name, each.role) for each in contributors(markup)]
    assert roles == [
        ("Ann Example", "author"),
        ("Bob Roe", "editor"),
        ("Cy Lee", "translator"),
    ]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<div>By</div><div>Ann Example</div>", ["Ann Example"]),
        (
            "<div>By <a href='/x'>Ann Example</a>, <a href='/y'>Bob Roe</a></div>",
            ["Ann Example", "Bob Roe"],
        ),
        ("<div>ByAnn Example</div>", ["Ann Example"]),
        (
            "<div>Posted on June 1, 2023 by Ann Example 5 Comments</div>",
            ["Ann Example"],
        ),
        ("<div>June 1, 2023 · 3 min read · By Ann Example</div>", ["Ann Example"]),
        ("<div class='byline'>Ann Example<br>Science Editor</div>", ["Ann Example"]),
        ("<div class='author-name'>Example Times Staff</div>", ["Example Times Staff"]),
        (
            "<div>Von Anna Muster und Karl Beispiel</div>",
            ["Anna Muster", "Karl Beispiel"],
        ),
        ("<div>Par Jeanne Exemple (avec AFP)</div>", ["Jeanne Exemple"]),
        ("<div>Text: Anna Muster, Fotos: Karl Beispiel</div>", ["Anna Muster"]),
        ("<div>記者 田中花子</div>", ["田中花子"]),
        ("<div class='byline'>홍길동 기자</div>", ["홍길동"]),
        ("<div>by jdoe</div>", ["jdoe"]),
        ("<div class='author'>Reviewed by Ann Example</div>", []),
        ("<div>Fotos von Anna Muster</div>", []),
        ("<a href='/author/ann-example'>Ann Example</a>", ["Ann Example"]),
        ("<a href='/people/'>Local News</a>", []),
        ("<div>Share</div><div>Table of Contents</div>", []),
        ("<figure><figcaption class='byline'>Bob Roe</figcaption></figure>", []),
        ("<div>The bridge by the sea has been closed.</div>", []),
    ],
)
def test_printed_bylines_are_read_below_the_headline(
    markup: str, wanted: list[str]
) -> None:
    page = f"<title>A | example times</title><h1>Bridge reopens</h1>{markup}{TEXT}"
    assert names(page, "https://exampletimes.com/a") == wanted


def test_the_byline_is_as_it_is_printed() -> None:
    findings, _ = read(
        ld("Ann Example")
        + f"<h1>Bridge</h1><div>By  Ann Example,\nScience Editor</div>{TEXT}"
    )
    assert findings.fields["byline"] == "By Ann Example, Science Editor"
    assert read(ld("Ann Example"))[0].fields.get("byline") is None


def test_a_sentence_that_names_the_author_is_no_byline() -> None:
    summary = "<p>Ann Example, who built three of them, asks us to look at bridges.</p>"
    markup = f"{ld('Ann Example')}<h1>Look at bridges</h1>{summary}"
    assert "byline" not in read(markup + TEXT)[0].fields
    more = (
        "<div>Ann Example December 22, 2023 Nobody has said a thing about it yet!</div>"
    )
    assert read(markup + more + TEXT)[0].fields["byline"] == "Ann Example"
    printed = f"{markup}<div>Ann Example <span>Engineer</span></div>{TEXT}"
    assert read(printed)[0].fields["byline"] == "Ann Example Engineer"


def test_links_to_other_authors_above_the_headline_are_not_taken() -> None:
    markup = (
        '<a href="/authors/bob-roe">Bob Roe</a>'
        f"{ld('Ann Example')}<h1>Bridge reopens</h1>{TEXT}"
    )
    assert names(markup) == ["Ann Example"]


def test_closing_lines_name_no_authors_whatever_they_are_called() -> None:
    line = '<p class="contributors">Additional reporting by Ann Example in London</p>'
    assert names(f"<h1>Bridge reopens</h1>{TEXT}{line}") == []


def test_closing_lines_name_contributors_and_are_taken_out() -> None:
    findings, taken = read(
        f"<h1>Bridge</h1>{TEXT}"
        "<p><em>Additional reporting by Ann Example in London</em></p>"
    )
    (one,) = findings.fields["contributors"]
    assert (one.name, one.role, one.location) == (
        "Ann Example",
        "additional-reporting",
        "London",
    )
    assert taken == {2}


@pytest.mark.parametrize(
    "heading",
    ["Most Popular Posts", "Recent Comments", "Beliebte Beiträge", "会員登録"],
)
def test_headings_of_lists_are_nobodys_names(heading: str) -> None:
    link = f'<h1>Bridge</h1><a href="/authors/">{heading}</a>'
    assert names(f'{link}<div class="author">{heading}</div>{TEXT}') == []


LONG = TEXT.replace("years", "years of hard work, of noise and of waiting for it")


@pytest.mark.parametrize("line", ["Ann Example", "Ann Example and Bob Roe"])
def test_a_paragraph_of_names_alone_names_authors_before_the_site(line: str) -> None:
    site = ld("Example Times", publisher={"name": "Example Times"})
    paragraph = f'<p class="text">{line}</p>'
    wanted = line.split(" and ")
    assert names(f"{site}<h1>Bridge</h1>{paragraph}{LONG}{LONG}") == wanted
    assert names(f"{site}<h1>Bridge</h1>{LONG}{LONG}{paragraph}") == wanted
    middle = f"{site}<h1>Bridge</h1>{LONG}{paragraph}{LONG * 9}"
    assert names(middle) == ["Example Times"]


def test_a_name_below_reviewed_by_is_no_authors() -> None:
    above = "<h1>Bridge</h1><div>Reviewed by</div>"
    byline = '<div class="byline">Bob Roe</div>'
    assert names(ld("The Example Team") + above + byline + TEXT) == ["The Example Team"]


def test_a_stated_name_may_be_longer_than_the_printed_one() -> None:
    printed = '<h1>Bridge</h1><div class="byline">Ann Example</div>'
    assert names(ld("Ann Bea EXAMPLE") + printed + TEXT) == ["Ann Bea EXAMPLE"]


def test_a_printed_line_of_names_may_name_more_than_are_stated() -> None:
    line = "<h1>Bridge</h1><div>Dr. Ann Example, Bob Roe &amp; Di Doe</div>"
    assert names(ld("Ann Example") + line + TEXT) == [
        "Dr. Ann Example",
        "Bob Roe",
        "Di Doe",
    ]


def test_lines_of_one_kind_beside_a_stated_name_name_authors_too() -> None:
    lines = "<address>Ann Example</address><address>Bob Roe</address>"
    wanted = ["Ann Example", "Bob Roe"]
    for stated in wanted:
        assert names(f"{ld(stated)}<h1>Bridge</h1>{lines}{TEXT}") == wanted


def test_those_who_comment_are_no_authors() -> None:
    said = '<div class="byline">Bob Roe says:</div>'
    box = '<div class="comments"><span class="author">Bob Roe</span></div>'
    assert names(f"<h1>Bridge</h1>{TEXT}{said}{box}") == []


def test_an_outlet_that_is_named_as_the_source_is_no_author() -> None:
    for label in ("Source", "Quelle", "来源"):
        line = f"<div>June 1, 2023 | {label}: Bridge Post</div>"
        assert names(f"<h1>Bridge</h1>{line}{TEXT}") == []


def test_editors_at_the_foot_of_a_chinese_page_stand_for_authors() -> None:
    assert names(f"<h1>大桥</h1>{TEXT}<div>(责编：王小明、李芳)</div>") == [
        "王小明",
        "李芳",
    ]


def test_a_site_that_is_stated_with_its_address_is_the_site() -> None:
    stated = "Bridge Post (www.example.com)"
    markup = (
        f'<meta name="author" content="{stated}">'
        f'<meta name="publisher" content="{stated}"><h1>Bridge</h1>{TEXT}'
    )
    assert names(markup) == ["Bridge Post"]
    assert names(f"{markup}<div>By Ann Example</div>") == ["Ann Example"]


def test_microdata_of_those_who_updated_names_no_authors() -> None:
    items = '<b itemprop="author">By Ann Example</b><b itemprop="author">{} Bob Roe</b>'
    assert names(items.format("Updated by")) == ["Ann Example"]
    assert names(items.format("By")) == ["Ann Example", "Bob Roe"]


def test_a_team_is_named_right_above_the_headline() -> None:
    byline = '<div class="author-name">bridge team</div>'
    assert names(f"{byline}<h1>Bridge</h1>{TEXT}") == ["bridge team"]
    assert names(f"{byline}{'<p>News' * 9}</p><h1>Bridge</h1>{TEXT}") == []


def test_breadcrumbs_and_lists_above_the_headline_name_nobody() -> None:
    crumb = '<h1>Bridge</h1><div class="author">&gt; Bridge Tests</div>'
    assert names(crumb + TEXT) == []
    listed = '<li><b class="author">Bob Roe</b> on bridges</li><h1>Bridge</h1>'
    assert names(listed + TEXT) == []


@pytest.mark.parametrize(
    "line", ["Author Spotlight", "Recipe by", "DE FR IT EN", "Member List"]
)
def test_labels_and_menus_beside_the_headline_name_nobody(line: str) -> None:
    assert names(f"<h1>Bridge</h1><div>{line}</div>{TEXT}") == []
    assert names(f"<h1>Bridge</h1>{TEXT}<div>{line}</div>") == []


def test_a_line_of_many_facts_is_no_byline() -> None:
    facts = "Author: Bob Roe<br>Released: June 2023<br>Genre: Bridges, Rivers"
    markup = f"<h1>Bridge</h1><div>by Ann · June 1, 2023</div><p>{facts}</p>{TEXT}"
    assert names(markup) == ["Ann"]


def test_who_wrote_it_may_be_said_inside_the_text() -> None:
    said = "<h3>Written by Ann Example</h3>"
    assert names(f"<h1>Bridge</h1>{LONG * 4}{said}{LONG * 4}") == ["Ann Example"]


def test_who_reported_is_the_author_where_nobody_else_is_named() -> None:
    line = "<p>Reporting by Ann Example in London.</p>"
    assert names(f"<h1>Bridge</h1>{TEXT}{line}") == ["Ann Example"]
    assert names(f"{ld('Bob Roe')}<h1>Bridge</h1>{TEXT}{line}") == ["Bob Roe"]


def test_microdata_of_comments_names_no_authors() -> None:
    one = '<b itemprop="author">Ann Example</b>'
    for around in ('itemprop="comment" itemscope', 'class="comment odd"'):
        markup = f'{one}<div {around}><i itemprop="author">Bob Roe</i></div>'
        assert names(markup) == ["Ann Example"]


@pytest.mark.parametrize(
    "line",
    [
        "Bridge Prize 2023 presented by Bridge Makers",
        "Interview: Bob Roe",
        "Published On 1 June 2023",
        "Bridge Street, June 1, 2023",
    ],
)
def test_the_site_is_stated_before_what_may_be_of_other_articles(line: str) -> None:
    site = ld("Example Times", publisher={"name": "Example Times"})
    above = f"{site}<h1>Bridge</h1><div>{line}</div>{TEXT}"
    below = f"{site}<h1>Bridge</h1>{TEXT}<div>{line}</div>"
    if not line.startswith("Interview"):
        assert names(above) == ["Example Times"]
    assert names(below) == ["Example Times"]


def test_the_site_is_known_by_its_host_and_its_desks() -> None:
    sites = frozenset({"exampletimes", "ext"})
    assert is_site("Example Times", sites)
    assert is_site("Example Times Staff", sites)
    assert is_site("EXT Business", sites)
    assert is_site("Example Times Ltd.", sites)
    assert not is_site("Ann Example", sites)


@pytest.mark.parametrize(
    "address",
    [
        "JavaScript:a()",
        "java\tscript:a()",
        "\x01 javascript:a()",
        "vbscript:a",
        "data:,a",
    ],
)
def test_an_address_that_is_a_script_is_nobodys(address: str) -> None:
    link = f'<h1>Bridge</h1><a rel="author" href="{address}">Ann Example</a>{TEXT}'
    for markup in (link, ld({"name": "Ann Example", "url": address}) + TEXT):
        (author,) = contributors(markup)
        assert (author.name, author.url) == ("Ann Example", None)


@given(st.text(max_size=80), st.text(max_size=80))
def test_hostile_names_give_contributors_that_an_article_can_hold(
    a: str, b: str
) -> None:
    markup = (
        ld({"name": a, "url": b, "worksFor": a}, editor=b)
        + f'<meta name="author" content="{b}"><h1>Bridge</h1><div class="byline">By {a}'
        f'</div><a rel="author" href="{b}">{a}</a><div>{b} June 1, 2023</div>{TEXT}'
    )
    fields = read(markup)[0].fields
    Article(byline=fields.get("byline"), contributors=fields.get("contributors", ()))


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("<div class=byline>By A B</div>", ["A B"]),
        ("<h1>Bridge</h1>", []),
        ("<a rel=author href=/a/b>A B</a>, ", []),
        ("<span class=author>By <time>1 June 2023</time>", []),
        ("<p class=text>By Ann Example, Bob Roe and others</p>", []),
    ],
)
def test_pages_full_of_bylines_name_each_once_or_nobody(
    part: str, names: list[str]
) -> None:
    found = contributors(f"<h1>Bridge</h1>{part * 5_000}")
    assert [each.name for each in found] == names


@pytest.mark.parametrize("name", ["c-signature", "firma", "muhabir", "firmante"])
def test_bylines_are_named_in_other_languages_too(name: str) -> None:
    markup = f'<h1>Bridge</h1><div class="{name}"><b>Ann Example</b></div>{TEXT}'
    assert names(markup) == ["Ann Example"]


def test_who_did_something_else_by_the_byline_is_a_contributor() -> None:
    line = "By Ann Example in Elmsworth; additional reporting by Bob Roe"
    found = contributors(f"<h1>Bridge</h1><div>{line}</div>{TEXT}")
    assert [(each.name, each.role) for each in found] == [
        ("Ann Example", "author"),
        ("Bob Roe", "additional-reporting"),
    ]
