"""The view: what a person sees of an article, and that it leaves terminals alone."""

import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import view
from newsmodel.errors import Location
from newsmodel.evidence import Candidate, Evidence, Explanation, Note
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Cell,
    Contributor,
    Dateline,
    Embed,
    Heading,
    Image,
    ImageCaption,
    ListItem,
    Paragraph,
    Quote,
    Rights,
    Source,
    Subject,
    Table,
)
from newsmodel.testing import articles
from newsmodel.view import Line, article_lines, explanation_lines, plain, quote_lines

SPEAKER = Source(name="Tom Brook", description="the mayor")
EVERYTHING = Article(
    headline="Bridge reopens",
    standfirst="After two years.",
    slugline="GB-Bridge",
    section="Local",
    byline="By Ann Example",
    contributors=[
        Contributor(name="Ann Example"),
        Contributor(name="Bo Example", role="editor", location="Leeds"),
        Contributor(
            name="Cy Example",
            role="additional-reporting",
            location="York",
            affiliation="Example Media",
        ),
    ],
    dateline=Dateline(text="ELMSWORTH, June 1 (Example)", place="ELMSWORTH"),
    published=date(2023, 6, 1),
    modified=datetime(2023, 6, 1, 12, 30, tzinfo=UTC),
    embargoed=datetime(2023, 6, 1, 9),
    source=Source(name="The Example"),
    language="en-GB",
    url="https://example.com/bridge",
    guid="bridge-1",
    version=0,
    subjects=[Subject(name="transport", code="20000337"), Subject(code="x:bridge")],
    keywords=["bridges", "rivers"],
    genre=Subject(name="feature"),
    rights=Rights(holder="Example Media", notice="© 2023 Example Media"),
    urgency=4,
    status="usable",
    editorial_note="Not before noon.\nThank you.",
    views=0,
    body=[
        Heading(text="What happened", level=3),
        Paragraph(
            text="“Stop,” he said.\nHe did.",
            marks=[Quote(start=1, text="Stop,", speaker=SPEAKER, cue="said")],
        ),
        ListItem(text="Stone"),
        ListItem(text="Oak", depth=2, ordered=True),
        BlockQuote(text="It is open.\n\nAt last."),
        ImageCaption(text="The bridge", credit_line="Jane Doe/Example"),
        Table(
            rows=[[Cell(text="Yes"), Cell(text="52")], [Cell(text="No")]],
            caption="The vote",
        ),
        Table(rows=[[Cell(text="alone")]]),
        Embed(url="https://example.com/7", provider="Example TV", text="A film"),
    ],
)
SHOWN = """\
Bridge reopens
After two years.
byline: By Ann Example
author: Ann Example
editor: Bo Example in Leeds
additional-reporting: Cy Example in York, Example Media
dateline: ELMSWORTH, June 1 (Example)
published: 2023-06-01
modified: 2023-06-01T12:30:00+00:00
embargoed: 2023-06-01T09:00:00
source: The Example
section: Local
slugline: GB-Bridge
language: en-GB
url: https://example.com/bridge
guid: bridge-1
version: 0
urgency: 4
subjects: transport, x:bridge
keywords: bridges, rivers
genre: feature
rights: © 2023 Example Media
status: usable
editorial note: Not before noon.
Thank you.
views: 0

### What happened

“Stop,” he said.
He did.

  • Stone
    1. Oak

  > It is open.
  >\x20
  > At last.

  [image] The bridge © Jane Doe/Example

  The vote
  Yes | 52
  No

  alone

  [embed] Example TV https://example.com/7 A film

Quotes (1)
  Tom Brook, the mayor (direct, 'said'): Stop,
"""


def test_the_items_of_each_list_are_counted() -> None:
    items = [
        ListItem(text="a", ordered=True),
        ListItem(text="b", ordered=True, depth=2),
        ListItem(text="c", ordered=True, depth=2),
        ListItem(text="d", ordered=True),
        ListItem(text="e", ordered=True, depth=2),
    ]
    article = Article(body=[*items, Paragraph(text="p"), items[0]])
    assert plain(article_lines(article)) == (
        "\n  1. a\n    1. b\n    2. c\n  2. d\n    1. e\n\np\n\n  1. a\n"
    )


def test_an_article_is_shown_with_every_fact_and_block() -> None:
    assert plain(article_lines(EVERYTHING)) == SHOWN


def test_an_empty_article_shows_nothing() -> None:
    assert list(article_lines(Article())) == []


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (ImageCaption(text="A fire"), "[image] A fire"),
        (ImageCaption(credit_line="Reuters"), "[image] © Reuters"),
        (
            ImageCaption(credits=[Source(name="A. Doe"), Source(name="AFP")]),
            "[image] © A. Doe/AFP",
        ),
        (ImageCaption(image=Image(url="a.jpg", alt="A fire")), "[image] A fire"),
        (ImageCaption(image=Image(url="a.jpg")), "[image] a.jpg"),
        (ImageCaption(image=Image(width=300)), "[image]"),
        (Embed(provider="Example TV"), "[embed] Example TV"),
    ],
)
def test_a_picture_is_shown_by_what_is_known_of_it(block: Block, shown: str) -> None:
    assert [line.text for line in article_lines(Article(body=[block]))] == ["", shown]


@pytest.mark.parametrize(
    ("article", "fact"),
    [
        (Article(dateline=Dateline(place="KYIV")), "dateline: KYIV"),
        (
            Article(dateline=Dateline(date=date(2023, 6, 1))),
            "dateline: 2023-06-01",
        ),
        (Article(genre=Subject(code="genre:feature")), "genre: genre:feature"),
        (Article(rights=Rights(holder="Example")), "rights: Example"),
        (Article(rights=Rights(terms="Not for sale")), "rights: Not for sale"),
        (Article(source=Source(description="a paper")), "source: a paper"),
        (Article(source=SPEAKER), "source: Tom Brook, the mayor"),
    ],
)
def test_a_fact_is_shown_by_what_is_known_of_it(article: Article, fact: str) -> None:
    assert [line.text for line in article_lines(article)] == [fact]


def test_each_quote_stands_on_one_line_behind_its_speaker() -> None:
    quotes = (
        Quote(start=0, text="Stop\nnow", speaker=SPEAKER, cue="said"),
        Quote(start=9, text="it was over", kind="indirect"),
        Quote(start=30, text="no", speaker=Source(description="a\nblogger")),
    )
    assert plain(quote_lines(quotes)) == (
        "  Tom Brook, the mayor (direct, 'said'): Stop now\n"
        "  ? (indirect): it was over\n"
        "  a blogger (direct): no\n"
    )


def test_an_explanation_shows_winners_losers_and_notes() -> None:
    explanation = Explanation(
        article=Article(),
        format="text",
        evidence=(
            Evidence(
                field="headline",
                winner=Candidate(
                    rule="first-line", raw="Bridge\nreopens", location=Location(line=1)
                ),
                losers=(
                    Candidate(
                        rule="all-capitals",
                        raw="LOCAL",
                        location=Location(offset=40),
                        reason="it stands lower",
                    ),
                ),
            ),
            Evidence(field="language", winner=Candidate(rule="words", raw="the")),
        ),
        notes=(Note(code="cut", message="too long", location=Location(line=9)),),
    )
    assert plain(explanation_lines(explanation)) == (
        "Read as text\n"
        "headline\n"
        "  first-line (line 1): 'Bridge reopens'\n"
        "  not all-capitals (character 40): 'LOCAL': it stands lower\n"
        "language\n"
        "  words: 'the'\n"
        "note: too long (line 9)\n"
    )


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("x" * 100, "x" * 100),
        ("桥" * 101, "桥" * 99 + "…"),
        ("word " * 30, "word " * 19 + "word…"),
    ],
)
def test_a_long_raw_text_is_cut_even_where_it_has_no_blanks(
    raw: str, shown: str
) -> None:
    winner = Candidate(rule="r", raw=raw)
    found = Explanation(
        article=Article(),
        format="text",
        evidence=(Evidence(field="headline", winner=winner),),
    )
    assert list(explanation_lines(found))[-1].text == f"r: {shown!r}"


LINES = (
    Line("", "", "one two three"),
    Line("", "", ""),
    Line("quote", "  > ", "four five\n\nsix\u2028seven"),
)


def test_plain_text_stands_in_on_each_line_and_is_not_folded() -> None:
    assert plain(LINES) == (
        "one two three\n\n  > four five\n  > \n  > six\u2028seven\n"
    )


def test_plain_text_is_folded_where_a_width_is_given() -> None:
    assert plain(LINES, 10) == (
        "one two\nthree\n\n  > four\n  > five\n  > \n  > six\u2028seven\n"
    )


def test_a_word_longer_than_the_width_stays_whole() -> None:
    address = "https://example.com/a-long-way/to-the-bridge"
    assert plain([Line("", "  ", f"see {address} there")], 12) == (
        f"  see\n  {address}\n  there\n"
    )


@pytest.mark.parametrize("width", [1, 2, 3])
def test_a_width_below_the_indent_still_shows_the_words(width: int) -> None:
    assert plain([Line("", "    ", "a b")], width) == "    a\n    b\n"


OBEYED = "\x00\x07\x08\x0b\x0c\r\x1b\x7f\x85\x9b\x9f\u202a\u202e\u2066\u2069\ud800"


@pytest.mark.parametrize("character", OBEYED, ids=ascii)
@pytest.mark.parametrize("width", [None, 20])
def test_what_a_terminal_would_obey_is_replaced(
    character: str, width: int | None
) -> None:
    shown = plain([Line("", "", f"a{character}b")], width)
    assert shown == "a\N{REPLACEMENT CHARACTER}b\n"


@given(articles(), st.none() | st.integers(1, 40))
@settings(max_examples=40)
def test_every_article_is_shown_without_control_characters(
    article: Article, width: int | None
) -> None:
    shown = plain(article_lines(article), width)
    assert not {each for each in shown if ord(each) < 32} - {"\n", "\t"}
    assert not {each for each in shown if 0x7F <= ord(each) <= 0x9F}
    shown.encode()


def test_in_colour_an_article_has_the_same_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = view.coloured(article_lines(EVERYTHING))
    words = [line.strip() for line in shown.splitlines() if line.strip()]
    expected = [line.strip(" >") for line in SHOWN.splitlines() if line.strip(" >")]
    assert words == expected


def test_in_colour_what_looks_like_markup_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = view.coloured([Line("headline", "", "[bold]a[/bold] \x9b31m :smile:")])
    assert shown.strip() == "[bold]a[/bold] \N{REPLACEMENT CHARACTER}31m :smile:"


def test_colour_needs_rich_and_says_so_before_a_line_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)  # cannot be imported
    lines = iter(LINES)
    with pytest.raises(ImportError):
        view.coloured(lines)
    assert tuple(lines) == LINES
