"""Pictures: which are the article's, what stands below them, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.parsers.html._body.body import Body, find_body
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.pictures import Picture, read_pictures
from newsmodel.parsers.html._pictures.surroundings import Surroundings

_PARAGRAPHS = [
    f"Paragraph {number} tells at some length what the council of the town decided on"
    " Monday about the old bridge, which has been closed since the flood in spring."
    for number in ("one", "two", "three", "four", "five", "six")
]


def page_of(*parts: str, before: str = "", head: str = "", after: str = "") -> str:
    """Return a page: a headline, paragraphs, and *parts* amid them."""
    first, *rest = [f"<p>{text}</p>" for text in _PARAGRAPHS]
    middle = "\n".join(parts)
    return (
        f"<html><head><title>Bridge to reopen in autumn</title>{head}</head><body>"
        "<header><img src='/logo.png' class='logo' alt='The Paper'></header><main>"
        f"<article><h1>Bridge to reopen in autumn</h1>{before}<div class='story'>"
        f"{first}{middle}{''.join(rest)}</div>{after}</article></main></body></html>"
    )


def body_of(page: Page) -> Body:
    """Return the body that is known from how :func:`page_of` writes it."""
    boxes, runs = page.flow.boxes, page.flow.runs
    core = next((b for b in boxes if b.element.get("class") == "story"), boxes[0])
    inside = range(core.start, core.stop)
    chosen = [at for at in inside if runs[at].text in _PARAGRAPHS]
    return find_body(page)._replace(core=core, runs=chosen)


def pictures_of(page: str) -> list[Picture]:
    """Return the pictures of a page."""
    read = Page(page, "https://example.com/a")
    body = body_of(read)
    around = Surroundings(read, body)
    return read_pictures(read, body, around, Findings(read.notes))


def captions_of(page: str) -> list[tuple[str, str | None]]:
    """Return text and credit line of each picture of a page."""
    return [(each.caption.text, each.caption.credit_line) for each in pictures_of(page)]


_IMAGE = "<img src='/bridge.jpg' width='800' height='600' alt='A bridge'>"


@pytest.mark.parametrize(
    "part",
    [
        "<figure>{image}<figcaption>The old bridge. <span class='credit'>Photo: Jane"
        " Doe/AP</span></figcaption></figure>",
        "<figure>{image}<figcaption>The old bridge. © <span class='credit'>Jane Doe/AP"
        "</span></figcaption></figure>",
        "<figure>{image}<figcaption>The old bridge. (Photo: Jane Doe/AP)</figcaption>"
        "</figure>",
        "<figure>{image}<figcaption>The old bridge. <small>Jane Doe/AP</small>"
        "</figcaption></figure>",
        "<div>{image}<div class='credit'>The old bridge. Photo: Jane Doe/AP</div>"
        "</div>",
        "<figure>{image}<figcaption>The old bridge.</figcaption><footer>Jane Doe/AP"
        "</footer></figure>",
        "<figure>{image}<figcaption><p>The old bridge.</p><p>Jane Doe/AP</p>"
        "</figcaption></figure>",
        "<figure>{image}<figcaption><span>The old bridge.</span><span>Jane Doe/AP"
        "</span></figcaption></figure>",
        "<figure><a href='/bridge-large.jpg'>{image}<figcaption>The old bridge. © Jane"
        " Doe/AP</figcaption></a></figure>",
        "<div class='wp-caption'>{image}<p class='wp-caption-text'>The old bridge."
        " Jane Doe/AP</p></div>",
        "<div class='x1'><div class='x2'>{image}</div><div class='x3'>The old bridge. |"
        " Jane Doe/AP</div></div>",
        "<figure><button>{image}</button><div class='image-caption'>The old bridge."
        " <span class='image-photographer'>Foto: Jane Doe/AP</span></div></figure>",
        "<div class='x1'><span>Foto: Jane Doe/AP</span>{image}<div>The old bridge."
        "</div></div>",
        "<figure>{image}<figcaption>Jane Doe/AP<br>The old bridge.</figcaption>"
        "</figure>",
        "<p>{image}</p><p><em>The old bridge. Photo: Jane Doe/AP</em></p>",
    ],
)
def test_a_caption_is_found_and_parted_from_its_credit(part: str) -> None:
    (picture,) = pictures_of(page_of(part.format(image=_IMAGE)))
    caption = picture.caption
    assert (caption.text, caption.credit_line) == ("The old bridge.", "Jane Doe/AP")
    assert [source.name for source in caption.credits] == ["Jane Doe", "AP"]
    assert caption.image is not None
    assert caption.image.url == "/bridge.jpg"
    assert (caption.image.width, caption.image.height) == (800, 600)


@pytest.mark.parametrize(
    "part",
    [
        "<aside><h3>Read more</h3><figure>{image}<figcaption>Another story"
        "</figcaption></figure></aside>",
        "<div class='related'><figure>{image}<figcaption>Another story</figcaption>"
        "</figure></div>",
        "<figure><a href='/other'>{image}<figcaption>Another story altogether"
        "</figcaption></a></figure>",
        "<figure><img src='/doe.jpg' alt='Jane Doe'><figcaption>By Jane Doe, reporter"
        "</figcaption></figure>",
        "<figure><blockquote><p>Stop.</p></blockquote><figcaption>Jane Doe"
        "</figcaption></figure>",
        "<figure><table><tr><td>1</td></tr></table><figcaption>Turnout</figcaption>"
        "</figure>",
        "<div><img src='/pixel.gif' width='1' height='1'></div>",
        "<div><img src='/doe.jpg' class='avatar'> Jane Doe writes on bridges</div>",
        "<div class='newsletter'><img src='/l.jpg'><p>Our letter, each day</p></div>",
        "<p class='text-caption'>I agree to the terms of the newsletter.</p>",
    ],
)
def test_pictures_of_others_are_left_out(part: str) -> None:
    assert captions_of(page_of(part.format(image=_IMAGE))) == []


def test_a_lead_picture_stands_before_the_text_in_its_place() -> None:
    figure = f"<figure>{_IMAGE}<figcaption>The old bridge</figcaption></figure>"
    (picture,) = pictures_of(page_of(before=figure))
    assert (picture.at, picture.runs) == (1, (1,))


def test_a_lead_picture_above_the_headline_is_known_by_its_address() -> None:
    page = page_of(
        head="<meta property='og:image' content='https://x.example/old-bridge-99x99.jpg'>"
    ).replace(
        "<main>",
        "<main><div><img src='/c/old-bridge-800x600.jpg'><p>The old bridge</p></div>",
    )
    assert captions_of(page) == [("The old bridge", None)]


def test_a_picture_without_words_is_kept_if_it_stands_in_the_text() -> None:
    (picture,) = pictures_of(page_of(f"<figure>{_IMAGE}</figure>"))
    assert picture.caption.text == ""
    assert picture.caption.image is not None
    assert picture.caption.image.alt == "A bridge"
    assert picture.runs == ()


def test_a_caption_that_is_shown_twice_is_read_once() -> None:
    figure = f"<figure>{_IMAGE}<figcaption>The old bridge</figcaption></figure>"
    twice = pictures_of(page_of(figure, before=figure))
    assert [each.caption.text for each in twice] == ["The old bridge"]
    assert len(twice[0].runs) == 2


def test_the_words_of_a_page_are_no_caption() -> None:
    part = (
        f"<figure>{_IMAGE}<figcaption><span>Image caption,</span> The old bridge"
        "<span>Enlarge this image</span></figcaption></figure>"
    )
    assert captions_of(page_of(part))[0][0].startswith("The old bridge")


def test_a_credit_that_only_an_attribute_gives_is_taken() -> None:
    part = (
        "<figure><img src='/b.jpg' width='800' title='The old bridge | Jane Doe/AP'>"
        "<figcaption>The old bridge at noon</figcaption></figure>"
    )
    assert captions_of(page_of(part)) == [("The old bridge at noon", "Jane Doe/AP")]


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ("src='data:image/gif;base64,AA' data-src='/late.jpg'", "/late.jpg"),
        ("srcset='/s.jpg 320w, /l.jpg 960w'", "/l.jpg"),
        ("src='/lazy-placeholder.gif' data-original='/late.jpg'", "/late.jpg"),
        ("src='/b\x1b.jpg'", "/b.jpg"),
        ("srcset='/a,b.jpg 1x,/c.jpg 2x'", "/c.jpg"),
        ("srcset='/a.jpg, /b.jpg 2x'", "/b.jpg"),
        ("srcset='/a.jpg'", "/a.jpg"),
        ("src='/plain.jpg' srcset='/l.jpg 2x'", "/plain.jpg"),
    ],
)
def test_a_picture_that_is_loaded_late_has_its_address(
    attributes: str, url: str
) -> None:
    part = f"<figure><img {attributes}><figcaption>The bridge</figcaption></figure>"
    (picture,) = pictures_of(page_of(part))
    assert picture.caption.image is not None
    assert picture.caption.image.url == url


def test_a_figure_may_show_its_picture_by_means_of_its_own() -> None:
    part = (
        "<figure><my-image src='/b.jpg'></my-image><figcaption>The old bridge"
        "</figcaption></figure>"
    )
    assert captions_of(page_of(part)) == [("The old bridge", None)]
    part = "<figure><figcaption>Please turn on scripts</figcaption></figure>"
    assert captions_of(page_of(part)) == []


def test_a_wrapper_that_holds_the_body_is_not_strange() -> None:
    figure = f"<figure>{_IMAGE}<figcaption>The old bridge</figcaption></figure>"
    inner = f"<div class='related'><p>{_PARAGRAPHS[0]}</p>{figure}"
    inner += "".join([f"<p>{text}</p>" for text in _PARAGRAPHS[1:4]]) + "</div>"
    assert captions_of(page_of(inner)) == [("The old bridge", None)]


def test_links_and_emphasis_of_a_caption_are_marks() -> None:
    part = (
        f"<figure>{_IMAGE}<figcaption>The <em>old</em> bridge, see <a href='/b'>our map"
        "</a>. <span class='credit'>Photo: <a href='/doe'>Jane Doe</a></span>"
        "</figcaption></figure>"
    )
    (picture,) = pictures_of(page_of(part))
    assert [(mark.start, mark.text) for mark in picture.caption.marks] == [
        (4, "old"),
        (20, "our map"),
    ]


def test_emphasis_over_all_of_a_caption_is_how_it_looks() -> None:
    part = f"<figure>{_IMAGE}<figcaption><em>The old bridge</em></figcaption></figure>"
    (picture,) = pictures_of(page_of(part))
    assert picture.caption.marks == ()


def test_marks_find_their_lines() -> None:
    part = (
        f"<figure>{_IMAGE}<figcaption><p>The bridge today.</p><p>It was <b>closed</b>"
        " in spring.</p></figcaption></figure>"
    )
    (picture,) = pictures_of(page_of(part))
    assert picture.caption.text == "The bridge today.\nIt was closed in spring."
    assert [(mark.start, mark.text) for mark in picture.caption.marks] == [
        (25, "closed")
    ]


def test_words_that_stand_twice_break_no_mark() -> None:
    line = "<p>See <a href='/b'>our map of</a> the town</p>"
    part = f"<figure>{_IMAGE}<figcaption>{line}{line}</figcaption></figure>"
    (picture,) = pictures_of(page_of(part))
    assert picture.caption.text.startswith("See our map of the town")


def test_the_trace_names_both_rules_and_the_element() -> None:
    part = f"<figure>{_IMAGE}<figcaption>The bridge © Jane Doe</figcaption></figure>"
    (picture,) = pictures_of(page_of(part))
    assert picture.trace.rule == "figcaption, credit-after-copyright-sign"
    assert picture.trace.raw == "The bridge © Jane Doe"
    assert picture.trace.element.tag == "figcaption"


_TAGS = (
    "figure", "figcaption", "p", "div", "span class='credit'", "a href='/x'", "aside",
    "img src='/a.jpg'", "img alt='x'", "small", "picture", "div class='caption'", "h1",
    "article", "table", "br", "button", "a href='javascript:x'", "b", "noscript",
    "em", "source srcset='a,,b 2w 3x'",
)  # fmt: skip
_TEXTS = ("Photo: Jane Doe/AP", "©", "Von Jane", "A bridge.", "1/5", "\x01", "A " * 99)


@given(st.lists(st.one_of(st.sampled_from(_TAGS), st.sampled_from(_TEXTS))))
def test_any_page_is_read(parts: list[str]) -> None:
    inside = "".join(f"<{each}>" if each in _TAGS else each for each in parts)
    pictures_of(page_of(inside, before=inside))
    pictures_of(f"<html>{inside}</html>")


@given(st.dictionaries(
    st.sampled_from(("src", "srcset", "alt", "width", "title", "data-src", "class")),
    st.text(max_size=30),
))  # fmt: skip
def test_any_attributes_of_a_picture_are_read(attributes: dict[str, str]) -> None:
    quoted = " ".join(
        f'{name}="{value.replace(chr(34), "")}"' for name, value in attributes.items()
    )
    pictures_of(page_of(f"<figure><img {quoted}><figcaption>A</figcaption></figure>"))


@pytest.mark.parametrize(
    "part",
    [
        f"<figure>{'<figcaption>A</figcaption>' * 2_000}</figure>",
        f"<figure>{_IMAGE}{'<figcaption>A</figcaption>' * 2_000}</figure>",
        f"<figure><img srcset='{'x' * 100_000} y z'></figure>",
        f"<figure><img alt='{')' * 100_000}'></figure>",
        f"<figure><figcaption>{'<small>a</small>' * 20_000}</figcaption></figure>",
    ],
)
def test_a_figure_that_is_too_long_leaves_the_next_its_caption(part: str) -> None:
    text = "The old bridge on Monday. (Photo: Jane Doe)"
    good = f"<figure><img src=/a.jpg alt=good><figcaption>{text}</figcaption></figure>"
    found = [each.caption for each in pictures_of(page_of(part, good))]
    (caption,) = [each for each in found if each.image and each.image.alt == "good"]
    assert caption.text == "The old bridge on Monday."
    assert caption.credit_line == "Jane Doe"
    assert len(found) <= 2


def test_a_named_caption_right_below_a_picture_is_its() -> None:
    (found,) = pictures_of(
        page_of(f"{_IMAGE}<p class='caption'>The bridge on Monday. (Photo: Police)</p>")
    )
    caption = found.caption
    assert (caption.text, caption.credit_line) == ("The bridge on Monday.", "Police")
    assert caption.image
    assert caption.image.url == "/bridge.jpg"


def test_a_credit_beside_a_named_caption_is_the_pictures() -> None:
    slide = (
        f"<div class='slide'>{_IMAGE}<p class='caption'>The bridge on Monday.</p>"
        "<span class='credit'>Jane Doe/AP</span></div>"
    )
    assert captions_of(page_of(slide)) == [("The bridge on Monday.", "Jane Doe/AP")]


@pytest.mark.parametrize("box", ["figcaption", 'div class="slide-caption"'])
def test_all_slides_of_a_gallery_below_the_text_are_the_articles(box: str) -> None:
    text = "<p>The mill burned on Tuesday. Our pictures show how the night went on.</p>"
    shows = ("Flames above the roof", "A crowd on the bridge", "Tea at the town hall")
    slides = "".join(
        f'<div class="slide"><img src="/{at}.jpg" width=900 height=600>'
        f"<{box}>{show} on Tuesday. © Ann Lens/dpa</{box.split(maxsplit=1)[0]}></div>"
        for at, show in enumerate(shows)
    )
    page = f"<title>A fire</title><h1>A fire</h1>{text}<div>{slides}</div>"
    end = '<p class="more">About us</p><footer><p>© Elmsworth News</p></footer>'
    article = newsmodel.parse(f"<html><body>{page}{end}</body></html>")
    wanted = [f"{show} on Tuesday." for show in shows]
    assert [each.text for each in article.captions] == wanted
