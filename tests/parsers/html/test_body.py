"""Which runs are the body: judged by signs that can be named."""

import json
from itertools import pairwise
from math import prod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.parsers.html import _weights
from newsmodel.parsers.html._body.body import Body, find_body
from newsmodel.parsers.html._body.far_signs import FarSigns
from newsmodel.parsers.html._body.near_signs import NearSigns
from newsmodel.parsers.html._body.signs import FAMILIES, Weights, parts_of
from newsmodel.parsers.html._body.word_signs import weight_of_words, weighty_words
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._weights import NAMES, SIGNS, WORDS

SENTENCES = (
    "The old bridge over the river at Elmsworth opened to traffic again on Thursday.",
    "Two years ago a barge ran into it and left it hanging over the water for a week.",
    "The council paid for the work, which took longer than anybody thought it would.",
    "Some three hundred people came to see the mayor drive across it in a baker's van.",
    "Shops on the other side lost a third of their trade, the chamber of trade said.",
    "A second bridge, for those who walk or cycle, is to be built in the next years.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "".join(f"<div><a href=/{at}>Section {at}</a></div>" for at in range(9))
PAGE = f"""<html><head><title>Bridge reopens | The Elmsworth News</title></head><body>
<div class="cookie-banner"><p>We use cookies. By going on you agree to this.</p></div>
<div class="top-menu">{MENU}</div>
<main><h1>Bridge reopens</h1>
<div class="share-buttons"><span>Share</span> <span>Print</span></div>
<div class="article-body">{STORY}</div>
<div class="related"><h2>Read more</h2><ul><li><a href=/a>Ferry to stop in May</a>
<p>Its boats are for sale.</p></ul></div>
<div class="newsletter"><p>Sign up to our newsletter and never miss a story.</p></div>
</main>
<div class="footer"><p>© 2023 The Elmsworth News. All rights reserved.</p></div>
</body></html>"""


def texts(page: Page, body: Body) -> list[str]:
    return [page.flow.runs[at].text for at in body.runs]


def test_the_story_is_found_amid_the_furniture() -> None:
    page = Page(PAGE, None)
    body = find_body(page)
    assert texts(page, body) == list(SENTENCES)
    assert body.core.element.get("class") == "article-body"


def test_a_story_without_names_and_paragraphs_is_found() -> None:
    lines = "<br><br>".join(SENTENCES)
    page = Page(f"<table><tr><td>{MENU}<td>{lines}</table>", None)
    assert texts(page, find_body(page)) == list(SENTENCES)


def test_a_story_cut_in_two_by_an_advertisement_is_whole() -> None:
    long = [f"{one} {two}" for one, two in pairwise([*SENTENCES, SENTENCES[0]])]
    first, second = (
        "".join([f"<p>{each}</p>" for each in half]) for half in (long[:4], long[4:])
    )
    label = "<div class=ad>Advertisement</div>"
    markup = f"<div class=x>{first}</div>{label}<div class=x>{second}</div>"
    page = Page(f"<h1>Bridge</h1>{markup}", None)
    assert texts(page, find_body(page)) == long


def test_a_link_to_another_story_is_no_part_of_this_one() -> None:
    link = "<p>Read more: <a href=/a>Ferry to stop in May, its owners say</a></p>"
    said = "<p>Read more: that is what the mayor tells <a href=/b>us</a> to do.</p>"
    halves = STORY.split("</p>", 3)
    markup = f"{'</p>'.join(halves[:3])}</p>{link}{said}{halves[3]}"
    page = Page(f"<h1>Bridge</h1>{markup}", None)
    found = texts(page, find_body(page))
    assert "Read more: Ferry to stop in May, its owners say" not in found
    assert "Read more: that is what the mayor tells us to do." in found


def test_what_a_page_hides_is_no_body() -> None:
    note = (
        "<p>Our newsroom needs the help of readers like you to go on with its work.</p>"
    )
    page = Page(
        f"<h1>Bridge</h1>{STORY}<div style='display: none'>{note * 2}</div>", None
    )
    assert texts(page, find_body(page)) == list(SENTENCES)


@pytest.mark.parametrize("hidden", ["hidden", "style='display: none'", "class=d-none"])
def test_a_paragraph_that_is_hidden_is_no_body(hidden: str) -> None:
    note = f"<p {hidden}>This text is shown to nobody, and is here for machines.</p>"
    page = Page(f"<article><h1>Bridge reopens</h1>{STORY}{note}</article>", None)
    assert texts(page, find_body(page))[-len(SENTENCES) :] == list(SENTENCES)


def test_a_story_of_which_all_paragraphs_are_hidden_is_found_all_the_same() -> None:
    story = STORY.replace("<p>", "<p hidden>")
    page = Page(f"<article><h1>Bridge reopens</h1>{story}</article>", None)
    assert set(SENTENCES) <= set(texts(page, find_body(page)))


@pytest.mark.parametrize("count", range(1, len(SENTENCES) + 1))
def test_a_short_page_loses_no_paragraph(count: int) -> None:
    story = STORY[: STORY.index(SENTENCES[count - 1])] + SENTENCES[count - 1]
    page = Page(f"<title>Bridge reopens</title><h1>Bridge reopens</h1>{story}", None)
    assert set(SENTENCES[:count]) <= set(texts(page, find_body(page)))


@pytest.mark.parametrize(
    "page", ["<p>", "<body></body>", "<p>One", "One", "<h1>A</h1>"]
)
def test_a_page_of_hardly_anything_has_a_body_all_the_same(page: str) -> None:
    flow = Page(page, None)
    body = find_body(flow)
    assert len(body.scores) == len(flow.flow.runs)
    assert body.first >= 0


def test_a_text_that_nearly_was_body_says_what_spoke_against_it() -> None:
    body = find_body(Page(PAGE, None))
    assert body.judge is not None
    for at, score in enumerate(body.scores):
        reason = body.judge.reason(at)
        assert reason.startswith(f"{score / 100:+.2f}: ")
    assert all(-200 < body.scores[at] <= 0 for at in body.near_misses())


def test_every_weight_is_of_a_sign_or_name_that_there_is() -> None:
    known = {"first guess"}
    for family in FAMILIES:
        for sign in range(family.start, family.start + prod(family.sizes)):
            known.update(parts_of(sign))
    assert set(SIGNS) <= known
    assert all(isinstance(weight, int) for weight in NAMES.values())


def test_a_sign_weighs_what_its_parts_do() -> None:
    weights = Weights()
    signs = list(NearSigns(Page(PAGE, None)).near())[12]
    for sign in signs:
        wanted = sum(SIGNS.get(part, 0) for part in parts_of(sign))
        assert weights[sign] == wanted == weights[sign]
    assert set(weights) == set(signs)


def test_a_text_weighs_what_its_common_words_do_each_once() -> None:
    word = next(iter(WORDS))
    text = f"Elmsworth. {word}, {word.upper()}; {word}"
    assert weighty_words(text) - {"elmsworth"} == {word}
    assert weight_of_words(word) == WORDS[word]


def test_the_words_of_a_call_to_subscribe_speak_against_it() -> None:
    assert weight_of_words("Subscribe to our newsletter") < 0
    assert weight_of_words("the mayor said on Thursday") > 0


def test_the_table_holds_whole_numbers_and_words_alone() -> None:
    table = Path(_weights.__file__).with_name("body.json")
    tables = json.loads(table.read_text("utf-8"))
    assert set(tables) == {"bias", "names", "signs", "words"}
    for name in (*tables["names"], *tables["words"]):
        assert " " not in name
        assert len(name) < 30


PARTS = st.sampled_from(
    [
        *(STORY, MENU, *SENTENCES, "<div>", "</div>", "<p>", "<li>", "<ul>", "</ul>"),
        *("<h1>A", "<h2>B</h2>", "<article>", "</article>", "<table><tr><td>"),
        *("日本語の記事です。", "<a href=x>", "</a>", "<br>", "<b>", "</b>", "שלום"),
        "<section class='a b'>",
    ]
)


@given(st.lists(PARTS, min_size=1, max_size=25).map("".join))
def test_any_page_is_judged_and_twice_alike(markup: str) -> None:
    markup = f"<html><body>{markup}"
    page = Page(markup, None)
    body = find_body(page)
    assert body == find_body(page)._replace(judge=body.judge)
    assert body.runs == sorted(set(body.runs))
    assert body.core in page.flow.boxes
    signs = NearSigns(page)
    around = FarSigns(signs, body.scores)
    for at, near in enumerate(signs.near()):
        for sign in (*near, *around.far(at)):
            assert parts_of(sign)


FIRE = (
    "The old mill caught fire on Tuesday night and burned for six hours, they said.",
    "Nobody was hurt. The mill had been empty for eleven years when it burned.",
    "Investigators will return to the site on Thursday, when the walls are safe.",
)
CALL = "Sign up to our letter and get the best stories of the valley, free of charge."


@pytest.mark.parametrize(
    "box",
    [
        f"<form><p>{CALL}</p><input type=email><button>Join</button></form>",
        f"<div><p>{CALL}</p><form><input type=email><button>Join</button></form></div>",
        f"<noscript><p>{CALL}</p></noscript>",
    ],
)
def test_calls_beside_forms_and_without_scripts_are_no_text(box: str) -> None:
    text = "".join([f"<p>{each}</p>" for each in FIRE])
    article = newsmodel.parse(
        f"<html><body><h1>Mill burns</h1>{text}{box}</body></html>"
    )
    assert article.paragraphs == FIRE


@pytest.mark.parametrize("name", ["form", "noscript"])
def test_a_page_may_stand_in_a_form_or_be_shown_without_scripts(name: str) -> None:
    text = "".join([f"<p>{each}</p>" for each in FIRE])
    page = f"<html><body><{name}><h1>Mill burns</h1>{text}</{name}></body></html>"
    assert newsmodel.parse(page).paragraphs == FIRE
