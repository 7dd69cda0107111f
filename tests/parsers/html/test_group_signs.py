"""What a run belongs with: its class, its box, the page."""

import pytest

from newsmodel.parsers.html._body.far_signs import FarSigns
from newsmodel.parsers.html._body.near_signs import NearSigns
from newsmodel.parsers.html._body.signs import parts_of
from newsmodel.parsers.html._page.page import Page

LIKELY, UNLIKELY = 400, -400


def far_parts(markup: str, guesses: list[int], at: int) -> set[str]:
    """Return the names of the far signs of a run, for given first guesses."""
    signs = NearSigns(Page(f"<body>{markup}", None))
    assert len(signs.runs) == len(guesses)
    around = FarSigns(signs, guesses)
    return {part for sign in around.far(at) for part in parts_of(sign)}


def near_parts(markup: str) -> set[str]:
    """Return the names of the near signs of the first run."""
    signs = NearSigns(Page(f"<body>{markup}", None))
    return {part for sign in next(signs.near()) for part in parts_of(sign)}


def test_a_run_is_told_by_others_of_its_class_and_not_by_itself() -> None:
    markup = "<div><p>One bridge.<p>Two bridges.<p>Three bridges.</div>"
    guesses = [UNLIKELY, LIKELY, LIKELY]
    assert "guess,count of its class 8,2" in far_parts(markup, guesses, 0)
    assert "guess,count of its class 5,2" in far_parts(markup, guesses, 1)


def test_a_run_of_a_class_of_its_own_has_no_others_that_are_likely() -> None:
    parts = far_parts("<p>One bridge.<div>Two</div>", [LIKELY, LIKELY], 0)
    assert "guess,count of its class 9,0" in parts


def test_kin_stand_in_boxes_of_one_class() -> None:
    markup = "<div><p class=a>One bridge.<p class=b>Two.</div><i><p class=a>Three."
    parts = far_parts(markup, [LIKELY, UNLIKELY, LIKELY], 0)
    assert {"guess,count of its class 8,1", "guess,count of its kin 9,0"} <= parts


def test_all_in_a_box_beside_the_article_is_told_by_that_box() -> None:
    story = "".join(
        f"<p>A long line about the old bridge, number {at}." for at in "123"
    )
    markup = f"<main><article>{story}</article><aside><ul><li>A boat.</ul></aside>"
    parts = far_parts(markup, [LIKELY] * 3 + [-100], 3)
    assert {"branch,levels aside,1", "inside aside", "inside ul", "inside li"} <= parts


@pytest.mark.parametrize(
    ("markup", "where"),
    [
        ("<p>The <a href=x>old bridge</a> is open.", 0),
        ("<p><a href=x>The old bridge is open</a>.", 1),
        ("<p><a href=x>The old bridge</a> is open.", 2),
        ("<p>Nobody had seen <a href=x>the old bridge</a>.", 3),
        ("<p>Read more: <a href=x>The old bridge is open</a>", 4),
        ("<p>Lies auch – <a href=x>Die alte Brücke ist offen</a>", 4),
        ("<p>相关新闻：<a href=x>大桥重新开放</a>", 4),
    ],
)
def test_where_the_links_of_a_run_lie_is_a_sign(markup: str, where: int) -> None:
    assert any(
        part.startswith(f"links,length/3 {where},") for part in near_parts(markup)
    )
