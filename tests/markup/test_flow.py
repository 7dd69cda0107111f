"""The flow of a tree: where its text is cut, and what is gathered on the way."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.markup.flow import BREAK, Flow, fold, read_flow
from newsmodel.markup.flow_marks import href_of, marks_of
from newsmodel.model import Emphasis, Link, Paragraph


class NoNames:
    def box(self, element: Any, tag: str) -> int:
        return 0

    def inline(self, element: Any) -> None:
        pass


def flow_of(markup: str) -> Flow:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True)
    root = etree.fromstring(f"<body>{markup}".encode(), parser)
    return read_flow(root.find("body"), NoNames())


def texts(markup: str) -> list[str]:
    return [run.text for run in flow_of(markup).runs]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<div>Two</div>Three", ["One", "Two", "Three"]),
        ("<p>One <b>and</b>\n a  half", ["One and a half"]),
        ("<div><span>One</span> <span>Two</span></div>", ["One Two"]),
        ("<a href=x><div>One</div><div>Two</div></a>", ["One", "Two"]),
        ("<p>One<br>Two", ["One\nTwo"]),
        ("<p>One<br><br>Two", ["One", "Two"]),
        ("<p>One<br> <br>\n<br>Two<br>Three", ["One", "Two\nThree"]),
        ("<p>&nbsp;One&nbsp;1&nbsp;", ["One\xa01"]),
        ("<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>京", ["東京"]),
        ("One<script>Two</script> Three<style>p{}</style>", ["One Three"]),
        ("<p> \n </p><div></div>", []),
        ("<table><tr><td>One<td>Two", ["One", "Two"]),
        ("One<hr>Two", ["One", "Two"]),
        ("<pre>\n  One\n    two\n</pre>", ["  One\n    two"]),
        ("<pre> \n </pre>", []),
        ("<p>Eva Mus&shy;ter<br>said", ["Eva Muster\nsaid"]),
        ("<p>&shy;</p>", []),
        ("<p>\u3000橋が開通した。", ["橋が開通した。"]),
        ("<p>She said <q>stop, <b>now</b></q>.", ["She said “stop, now”."]),
    ],
)
def test_text_is_cut_where_blocks_begin_and_end(markup: str, wanted: list[str]) -> None:
    assert texts(markup) == wanted


def test_lines_that_are_sentences_are_paragraphs() -> None:
    line = (
        "The old bridge over the river was opened to traffic again on Thursday, after"
        " two years."
    )
    assert texts(f"<div>{line}<br>{line}<br>{line} </div>") == [line, line, line]
    assert texts(f"<div>{line}<br>By the town</div>") == [f"{line}\nBy the town"]


def test_menus_and_buttons_are_passed_over() -> None:
    assert texts("<nav><ul><li>World</ul></nav><p>One<button>Share</button>") == ["One"]


def test_lists_of_links_are_menus_unless_more_stands_in_them() -> None:
    menu = "".join(f"<li><a href=/{at}>Part {at}</a></li>" for at in range(5))
    assert texts(f"<ul>{menu}</ul><p>One") == ["One"]
    assert texts(f"<ul>{menu}<li>Said by Ann</li></ul>")[-1] == "Said by Ann"
    assert texts(f"<ul>{menu}<li><a>Part</a> and more</li></ul>")[-1] == "Part and more"
    assert len(texts(f"<ul>{menu}<li><a rel=tag>Bridges</a></li></ul>")) == 6


def test_forms_are_passed_over_unless_they_hold_the_page() -> None:
    assert texts("<form>Search <input></form><p>One") == ["One"]
    assert texts("<form>Search<p>One</form>") == ["Search", "One"]


def test_what_broken_markup_swallowed_is_read() -> None:
    assert texts("<button>Menu<p>One<p>Two") == ["Menu", "One", "Two"]
    assert texts("<nav>Menu<h1>One</h1><p>Two") == ["Menu", "One", "Two"]


def test_boxes_know_the_runs_in_them() -> None:
    flow = flow_of("<div><p>One<p>Two</div><div>Three</div>")
    spans = [(box.tag, box.start, box.stop) for box in flow.boxes]
    assert spans == [
        ("body", 0, 3),
        ("div", 0, 2),
        ("p", 0, 1),
        ("p", 1, 2),
        ("div", 2, 3),
    ]
    assert [box.depth for box in flow.boxes] == [0, 1, 2, 2, 1]
    assert all(run.box in flow.boxes for run in flow.runs)


def test_pictures_and_inline_elements_stand_before_the_next_run() -> None:
    flow = flow_of(
        "<p>One</p><img src=a><noscript><img src=b></noscript>"
        "<p><span class=credit>Two</span></p>"
    )
    assert [(each.tag, each.at) for each in flow.shown] == [("img", 1), ("img", 1)]
    assert [(element.tag, at) for element, _, at in flow.inlines] == [
        ("img", 1),
        ("span", 1),
    ]


def test_how_much_is_linked_is_counted() -> None:
    (run,) = flow_of("<p>See <a href=x> our <b>guide</b></a>, or not").runs
    assert run.linked == len("our guide")


def test_depth_is_no_matter() -> None:
    # libxml2 nests 255 levels unless it is told otherwise; the walk has no limit.
    root = etree.Element("body")
    inner = root
    for _ in range(5000):
        inner = etree.SubElement(inner, "div")
    inner.text = "One"
    assert [run.text for run in read_flow(root, NoNames()).runs] == ["One"]


def test_marks_stand_over_their_words() -> None:
    (run,) = flow_of(
        "<p> The <b>old  bridge</b> over <a href=' /river '>the <i>river</i></a>."
    ).runs
    marks, refused = marks_of(run)
    assert refused == 0
    assert run.text == "The old bridge over the river."
    assert marks == [
        Link(start=20, text="the river", href="/river"),
        Emphasis(start=4, text="old bridge", kind="strong"),
        Emphasis(start=24, text="river", kind="em"),
    ]


def test_links_that_lead_nowhere_are_none() -> None:
    (run,) = flow_of("<p><a href='#'>One</a> <a>two</a> <a href=' '>three</a>").runs
    assert marks_of(run) == ([], 0)


def test_links_that_run_a_script_are_refused() -> None:
    (run,) = flow_of("<p><a href=' JavaScript:alert(1)'>One</a> and more").runs
    assert marks_of(run) == ([], 1)


def test_line_ends_in_an_address_are_left_out() -> None:
    element = etree.Element("a", href="https://example.com/\n a")
    assert href_of(element) == "https://example.com/ a"


def test_marks_are_where_they_are_in_text_that_is_set_as_it_is() -> None:
    (run,) = flow_of("<pre>\nif  <b>a  b</b>:\n  c</pre>").runs
    assert marks_of(run)[0] == [Emphasis(start=4, text="a  b", kind="strong")]


def test_emphasis_in_emphasis_of_its_kind_is_one() -> None:
    (run,) = flow_of("<p><b>One <strong>two</strong></b><b> three</b> four").runs
    assert marks_of(run)[0] == [Emphasis(start=0, text="One two three", kind="strong")]


def test_marks_over_several_blocks_are_cut_with_the_text() -> None:
    root = etree.fromstring("<div><b>One<p>Two</p>three</b> four</div>")
    runs = read_flow(root, NoNames()).runs
    assert [[mark.text for mark in marks_of(run)[0]] for run in runs] == [
        ["One"],
        ["Two"],
        ["three"],
    ]


def test_marks_around_breaks_are_where_they_are() -> None:
    (run,) = flow_of("<p>One<br><b>two<br> three</b>").runs
    assert run.text == "One\ntwo\nthree"
    assert marks_of(run)[0] == [Emphasis(start=4, text="two\nthree", kind="strong")]


PARTS = st.sampled_from(
    [
        *(
            "word",
            " ",
            "\n",
            "\xa0",
            "“q”",
            "é",
            "e\u0301",
            "\U0001f600",
            "שלום",
            "日本",
        ),
        *("<br>", "<b>", "</b>", "<i>", "</i>", "<a href=/x>", "</a>", "<p>", "</p>"),
        *(
            "<div>",
            "</div>",
            "<li>",
            "<span>",
            "</span>",
            "<button>",
            "<nav>",
            "</nav>",
        ),
        "<pre>",
    ]
)


@given(st.lists(PARTS, max_size=40).map("".join))
def test_every_mark_cuts_its_words_out_of_any_markup(markup: str) -> None:
    for run in flow_of(markup).runs:
        assert run.text.strip()
        assert BREAK not in run.text
        marks, _ = marks_of(run)
        assert Paragraph(text=run.text, marks=marks).text == run.text


@given(st.lists(PARTS, max_size=40).map("".join))
def test_no_word_is_lost_but_in_what_is_passed_over(markup: str) -> None:
    if "<button>" in markup or "<nav>" in markup:
        return
    words = "".join(texts(markup)).count("word")
    assert words == markup.count("word")


@pytest.mark.parametrize("text", ["", " \n ", "a  b", "\ta\r\nb ", "\u200ba\ufeff"])
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
