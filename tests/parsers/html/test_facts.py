"""What a page says of its article, from its head to its foot."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import Article, Dateline, Rights, Source
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.fact import FactRule
from newsmodel.parsers.html._fields.fact_rules import FACT_RULES
from newsmodel.parsers.html._fields.facts import read_facts
from newsmodel.parsers.html._fields.headline import find_headline
from newsmodel.parsers.html._fields.shortfall import OFFERS
from newsmodel.parsers.html._fields.standfirst import STANDFIRST_RULES, StandfirstRule
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words

FIRST = "The old bridge over the river was opened again on Thursday after two years."
SECOND = "Some three hundred people came to see it, among them the mayor of the town."
TEXT = f'<div class="body"><p class="t">{FIRST}</p><p class="t">{SECOND}</p>'
LONG = f'<p class="t">{SECOND}</p>' * 40


class Read:
    """What was read of a page whose body is its ``p`` of class ``t``."""

    def __init__(self, markup: str, url: str | None = None) -> None:
        page = Page(markup, url)
        runs = page.flow.runs
        body = [at for at, run in enumerate(runs) if _is_text(run.box.element)]
        self.findings = Findings(page.notes)
        found = Body(page.flow.boxes[0], body, [0] * len(runs))
        headline = find_headline(page, found)
        taken = read_facts(page, found, headline, self.findings)
        self.fields = self.findings.fields
        self.body = [runs[at].text for at in body if at not in taken]
        self.taken = {runs[at].text for at in taken}
        self.codes = [note.code for note in self.findings.notes]
        Article(**self.fields)

    def rule(self, field: str) -> str:
        rules = {each.field: each.winner.rule for each in self.findings.evidence()}
        return rules[field]

    def losers(self, field: str) -> list[str]:
        for each in self.findings.evidence():
            if each.field == field:
                return [loser.rule for loser in each.losers]
        return []


def _is_text(element: Any) -> bool:
    return "t" in (element.get("class") or "").split()


def ld(**fields: Any) -> str:
    node = json.dumps({"@type": "NewsArticle", **fields})
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    "rule", FACT_RULES, ids=lambda rule: f"{rule.field}-{rule.name}"
)
def test_each_rule_reads_its_own_example(rule: FactRule) -> None:
    found = rule.find(Page(rule.example, "https://example.org/given"))
    assert found
    assert found.value == rule.value


def test_each_rule_has_a_name_of_its_own() -> None:
    names = [(rule.field, rule.name) for rule in FACT_RULES]
    assert len(names) == len(set(names))


def test_a_bare_page_gives_its_address_and_no_more() -> None:
    assert Read("<p>x</p>", "https://example.org/a").fields == {
        "url": "https://example.org/a"
    }


def test_what_agrees_is_no_loser_and_what_differs_is() -> None:
    markup = (
        ld(inLanguage="de")
        + '<html lang="de"><meta property="og:locale" content="de_AT">'
    )
    read = Read(markup)
    assert read.fields["language"] == "de"
    assert read.losers("language") == ["meta"]


@pytest.mark.parametrize(
    ("raw", "tag"),
    [("en_US", "en-US"), ("EN", "en"), ("de-at", "de-AT"), ("zh-hans", "zh-Hans")],
)
def test_languages_are_spelt_as_usual(raw: str, tag: str) -> None:
    assert Read(f'<html lang="{raw}">').fields["language"] == tag


@pytest.mark.parametrize("raw", ["english", "", "x-default", "{{lang}}", "e n"])
def test_what_is_no_language_is_none(raw: str) -> None:
    assert "language" not in Read(f'<html lang="{raw}">').fields


def test_the_language_of_the_text_goes_before_the_default_of_templates() -> None:
    words = "Die Brücke ist nach zwei Jahren wieder offen und die Stadt hat sich nicht"
    read = Read(f'<html lang="en"><p class="t">{words} mit dem Preis.</p>')
    assert read.fields["language"] == "de"
    assert read.losers("language") == ["stated"]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://example.org/b", "https://example.org/b"),
        ("/b", "https://example.com/b"),
        ("b", "https://example.com/a/b"),
        ("//example.org/b", "https://example.org/b"),
        ("https://example.org/", "https://example.com/a/x"),
        ("", "https://example.com/a/x"),
        ("javascript:void(0)", "https://example.com/a/x"),
        ("http://[", "https://example.com/a/x"),
        ("https://[::1/b", "https://[::1/b"),
        ("mailto:a@example.org", "https://example.com/a/x"),
    ],
)
def test_the_canonical_address_is_made_whole(href: str, url: str) -> None:
    read = Read(f'<link rel="canonical" href="{href}">', "https://example.com/a/x")
    assert read.fields["url"] == url


def test_a_source_has_its_address_and_kind() -> None:
    maker = {
        "@type": "NewsMediaOrganization",
        "name": "Example &amp; Sons",
        "url": "https://example.org",
    }
    assert Read(ld(publisher=maker)).fields["source"] == Source(
        name="Example & Sons", kind="publication", url="https://example.org"
    )


def test_an_address_is_no_name_of_a_source() -> None:
    site = '<meta property="og:site_name" content="Example Times">'
    markup = ld(publisher={"name": "https://example.org"}) + site
    assert Read(markup).fields["source"].name == "Example Times"


def test_placeholders_are_no_values() -> None:
    markup = (
        '<meta property="og:site_name" content="{{site}}">'
        '<meta name="keywords" content="{{tags}}, towns">'
    )
    read = Read(markup)
    assert "source" not in read.fields
    assert read.fields["keywords"] == ("towns",)


def test_keywords_are_parted_cleaned_and_unique() -> None:
    markup = '<meta name="keywords" content=" Bridges ,#towns, bridges,,  a&amp;amp;b">'
    assert Read(markup).fields["keywords"] == ("Bridges", "towns", "a&b")


def test_words_for_machines_are_no_keywords() -> None:
    raw = ["type: story", "bridges", "12345678-abcd-abcd-abcd-123456789012"]
    assert Read(ld(keywords=raw)).fields["keywords"] == ("bridges",)


def test_tags_below_the_text_are_keywords_where_none_are_stated() -> None:
    tags = (
        '<ul><li><a href="/tag/bridges">Bridges</a></li>'
        '<li><a rel="tag" href="/x">Towns</a></li></ul>'
    )
    other = "<p>More</p>" + tags.replace("Towns", "Trains")
    read = Read(f"{TEXT}</div><div>Topics</div>{tags}{other}")
    assert read.fields["keywords"] == ("Bridges", "Towns")
    assert read.rule("keywords") == "tags-below-text"
    stated = Read(f"{ld(keywords='rivers')}{TEXT}</div>{tags}")
    assert stated.fields["keywords"] == ("rivers",)


def test_what_a_page_has_the_most_of_is_bounded() -> None:
    words = ",".join(map(str, range(5000)))[:4999]
    markup = f'<meta name="keywords" content="{words}">'
    assert len(Read(markup).fields["keywords"]) == 100


def test_breadcrumbs_give_the_section_before_the_article() -> None:
    crumbs = [
        {"position": 1, "item": {"name": "Home"}},
        {"position": 2, "item": {"name": "Town"}},
        {"position": 3, "name": "Old bridge reopens"},
    ]
    node = json.dumps({"@type": "BreadcrumbList", "itemListElement": crumbs})
    markup = f'<script type="application/ld+json">{node}</script>'
    read = Read(f"<title>Old bridge reopens</title>{markup}")
    assert read.fields["section"] == "Town"


@pytest.mark.parametrize(
    ("raw", "section"),
    [
        ("Sport", "Sport"),
        ("Town,Works,Bridges", "Town"),
        ("Example Times | Town", "Town"),
        ("Arts &amp; Culture", "Arts & Culture"),
        ("Uncategorized", None),
        ("Old bridge over the river reopens", None),
        ("!", None),
        ("x" * 99, None),
    ],
)
def test_sections_are_names_of_parts_of_a_paper(raw: str, section: str | None) -> None:
    title = "<title>Old bridge over the river reopens | Example Times</title>"
    assert Read(ld(articleSection=raw) + title).fields.get("section") == section


@pytest.mark.parametrize(
    ("raw", "guid"),
    [
        ("a-17", "a-17"),
        (17, "17"),
        ({"@type": "PropertyValue", "value": "a-17"}, "a-17"),
        ("https://example.org/a", None),
        (True, None),
    ],
)
def test_an_identifier_is_no_address(raw: object, guid: str | None) -> None:
    assert Read(ld(identifier=raw)).fields.get("guid") == guid


def test_the_rights_in_the_text_go_before_those_below_it() -> None:
    line = "Copyright 2026 Example Agency. All rights reserved."
    foot = "<footer>© 2026 Example Times</footer>"
    read = Read(f'{TEXT}<p class="t">{line}</p></div>{foot}')
    assert read.fields["rights"].holder == "Example Agency"
    assert read.body == [FIRST, SECOND]


def test_a_source_line_is_taken_out_of_the_text() -> None:
    read = Read(f'{TEXT}<p class="t">Source: Example Agency</p></div>')
    assert read.fields["source"] == Source(name="Example Agency", kind="organisation")
    assert read.body == [FIRST, SECOND]


def test_the_copyright_line_of_the_foot_is_found_in_a_longer_one() -> None:
    foot = "<footer>Prices are delayed. © EXAMPLE MEDIA LTD 2026.</footer>"
    assert Read(TEXT + foot).fields["rights"] == Rights(
        holder="EXAMPLE MEDIA LTD", notice="© EXAMPLE MEDIA LTD 2026."
    )


@pytest.mark.parametrize(
    "line",
    [
        "<span>1,369 views</span>",
        "<time>1 May 2026</time> <span>1,369 views</span>",
        "<time>May 1, 2026</time> <span>1,369 views</span>",
        "1 May 2026 | 1,369 views",
        "Views: 1369",
    ],
)
def test_views_are_read_below_the_headline(line: str) -> None:
    read = Read(f"<h1>Old bridge reopens</h1><div>{line}</div>{TEXT}")
    assert read.fields["views"] == 1369
    assert "count-refused" not in read.codes


def test_counts_without_a_field_are_noted() -> None:
    read = Read(f"{ld()}<h1>Old bridge</h1><div>12 comments</div>{TEXT}")
    assert read.codes == ["count-skipped"]
    assert "views" not in read.fields


def test_the_dateline_is_read_and_stays() -> None:
    first = f"LEEDS, May 1 (Reuters) - {FIRST}"
    markup = ld(datePublished="2026-05-01T10:00:00Z")
    read = Read(f'{markup}<p class="t">{first}</p>')
    assert read.fields["dateline"] == Dateline(
        text="LEEDS, May 1 (Reuters)", place="LEEDS", date=date(2026, 5, 1)
    )
    assert read.body == [first]


@pytest.mark.parametrize("day", ["", "soon", "2026-99-99", "0001-01-01"])
def test_a_dateline_without_a_year_needs_no_date_of_the_page(day: str) -> None:
    first = f"LEEDS, May 1 (Reuters) - {FIRST}"
    read = Read(f'{ld(datePublished=day)}<p class="t">{first}</p>')
    assert read.fields["dateline"].place == "LEEDS"


def test_the_headline_is_no_part_of_the_text() -> None:
    read = Read(f'<p class="t">Old bridge reopens</p>{TEXT}<title>Old bridge reopens')
    assert read.fields["headline"] == "Old bridge reopens"
    assert read.body == [FIRST, SECOND]


def test_a_headline_that_is_cut_is_noted() -> None:
    read = Read(f"<h1>{'The old bridge reopens ' * 40}</h1>{TEXT}")
    assert len(read.fields["headline"]) == 500
    assert "text-cut" in {note.code for note in read.findings.notes}


# --- standfirst


def standfirst(head: str, between: str, text: str = TEXT) -> str | None:
    read = Read(f"{head}<h1>Old bridge reopens</h1>{between}{text}")
    found: str | None = read.fields.get("standfirst")
    assert found is None or found in read.taken
    return found


@pytest.mark.parametrize("rule", STANDFIRST_RULES, ids=lambda rule: rule.name)
def test_each_rule_tells_the_standfirst_of_its_own_example(
    rule: StandfirstRule,
) -> None:
    read = Read(f"<h1>Old bridge reopens</h1>{rule.example}{TEXT}")
    assert read.fields["standfirst"] == rule.standfirst
    assert read.rule("standfirst") == rule.name


def described(text: str) -> str:
    return f'<meta name="description" content="{text}">'


def test_a_heading_that_is_parted_from_the_text_is_the_standfirst() -> None:
    heading = "The old bridge was shut for two years, and nobody knew for how long"
    text = f'<p class="t">{FIRST}</p><p class="t">{SECOND}</p>'
    byline = "<p>By Ann Example</p>"
    assert standfirst("", f"<h2>{heading}</h2>{byline}", text) == heading
    assert standfirst("", f"<h2>{heading}</h2>", text) is None
    names = "<h2>By Ann Example, Bob Roe and Di Stone in Elmsworth</h2>"
    assert standfirst("", names + byline, text) is None


def test_a_description_may_say_what_kind_of_article_it_is() -> None:
    said = (
        "Nobody knew for how long the old bridge over the river would stay shut again."
    )
    head = f'<meta name="description" content="OPINION. {said}">'
    assert standfirst(head, f"<div>{said}</div>") == said


def test_a_description_that_is_not_shown_is_no_standfirst() -> None:
    assert standfirst(described("All about the old bridge and its works."), "") is None


def test_a_description_that_is_the_first_paragraph_stays_there() -> None:
    assert standfirst(described(FIRST), "") is None


def test_a_first_paragraph_that_is_set_apart_is_the_standfirst() -> None:
    text = f'<div><p class="t intro">{FIRST}</p><p class="t">{SECOND}</p></div>'
    assert standfirst("", "", text) == FIRST


def test_the_place_before_a_description_goes_with_it() -> None:
    between = f'<div class="x">Leeds. {FIRST}</div>'
    assert standfirst(described(FIRST), between) == f"Leeds. {FIRST}"


@pytest.mark.parametrize(
    "between",
    [
        '<figure><figcaption class="summary">The bridge on a day of summer, seen from'
        " the north</figcaption></figure>",
        '<div class="subtitle">In short</div>',
        '<div class="lead author">By Ann Example, who lives in the town</div>',
        '<div class="summary"><a href="/x">What you have to know of the new bridge</a>'
        "</div>",
        "<h2>What the town says about it: Old bridge reopens</h2>",
    ],
)
def test_what_else_stands_there_is_no_standfirst(between: str) -> None:
    assert standfirst("", between) is None


# --- pages without an article, or with a part of one


def test_a_page_of_an_article_is_noted_as_nothing_else() -> None:
    assert Read(f"{ld()}<title>Old bridge reopens</title>{TEXT}{LONG}").codes == []


@pytest.mark.parametrize(
    "markup",
    [
        "<title>404 Not Found</title><p class='t'>The page is gone.</p>",
        "<title>Access denied</title>",
        "<title>Example Times</title><div id=root></div>",
        '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
        f"<title>Sport</title>{TEXT}{TEXT}",
        ld() + "<title>Old bridge reopens</title>",
        f'<link rel="canonical"><link rel="canonical" href="https://a.example/">{LONG}',
        f'<link rel="canonical" href="https://example.org/">{TEXT}{LONG}',
    ],
)
def test_a_page_without_an_article_says_so(markup: str) -> None:
    read = Read(markup)
    assert read.codes == ["no-article"]
    (note,) = read.findings.notes
    assert note.message.startswith("the page holds no article: ")


@pytest.mark.parametrize(
    "markup",
    [
        ld(isAccessibleForFree=False) + TEXT,
        ld(isAccessibleForFree="False", wordCount=1200) + TEXT + LONG,
        ld(hasPart={"isAccessibleForFree": "false"}) + TEXT,
        ld(articleBody=f"{FIRST} {SECOND} " * 9) + TEXT,
        f"{ld()}{TEXT}</div><div>Subscribe to continue reading</div>",
        f"{ld()}{TEXT}</div><div>Jetzt weiterlesen mit dem Abo</div>",
    ],
)
def test_an_article_that_is_cut_off_says_so(markup: str) -> None:
    assert Read(markup).codes == ["partial"]


def test_an_article_that_is_not_free_but_whole_is_not_partial() -> None:
    markup = ld(isAccessibleForFree=False, wordCount=650) + TEXT + LONG
    assert Read(markup).codes == []


@pytest.mark.parametrize("phrase", sorted(OFFERS))
def test_offers_are_written_in_small_letters(phrase: str) -> None:
    assert phrase == phrase.casefold()


# --- any page


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@value", "name", "url", "value", "item"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
FIELDS = words(
    "headline inLanguage url mainEntityOfPage publisher articleSection keywords about"
    " mentions genre identifier copyrightHolder copyrightNotice interactionStatistic"
    " isAccessibleForFree hasPart wordCount articleBody description datePublished"
)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), VALUES, max_size=6))
def test_whatever_a_page_states_its_fields_are_those_of_an_article(
    fields: dict[str, Any],
) -> None:
    Read(ld(**fields) + TEXT, "https://example.org/a")


@given(
    st.sampled_from(
        ["og:title", "og:url", "og:locale", "keywords", "copyright", "dc.identifier"]
    ),
    st.text(),
)
def test_whatever_a_meta_says_its_fields_are_those_of_an_article(
    name: str, content: str
) -> None:
    content = content.replace('"', "")
    Read(f'<meta name="{name}" content="{content}">{TEXT}', "http://[")


def test_addresses_start_from_the_base_of_the_page() -> None:
    head = '<base href="https://b.example/d/"><link rel="canonical" href="e.html">'
    read = Read(head + TEXT, "https://a.example/x")
    assert read.fields["url"] == "https://b.example/d/e.html"


def test_links_to_terms_in_the_line_of_the_copyright_are_no_part_of_it() -> None:
    found = Read("<footer>Copyright 2026 Example Media | Terms of use | Jobs</footer>")
    assert found.fields["rights"] == Rights(
        holder="Example Media", notice="Copyright 2026 Example Media"
    )


@pytest.mark.parametrize("tag", ["nav", "div"])
def test_breadcrumbs_that_are_shown_give_the_section(tag: str) -> None:
    links = '<a href="/">Начало</a><a href="/p">Politics</a><a href="">Old bridge</a>'
    title = "<title>Old bridge reopens</title>"
    crumbs = f'<{tag} class="breadcrumb"><ol><li>{links}</ol></{tag}>'
    found = Read(f"{title}{crumbs}{TEXT}")
    assert found.fields["section"] == "Politics"
    assert found.rule("section") == "shown-breadcrumbs"


def test_a_wrong_canonical_makes_no_front_page_of_an_article() -> None:
    wrong = '<link rel="canonical" href="https://example.org/">'
    assert "no-article" in Read(wrong + LONG).codes
    assert "no-article" not in Read(wrong + LONG, "https://example.org/bridge").codes
