"""Embeds: posts, players and charts, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.embeds import (
    EmbedReading,
    provider_of,
    read_embeds,
)
from newsmodel.parsers.html._pictures.surroundings import Surroundings
from tests.parsers.html.test_pictures import body_of, page_of


def embeds_of(part: str) -> list[EmbedReading]:
    """Return the embeds of a page with *part* in its story."""
    page = Page(page_of(part), "https://example.com/a")
    body = body_of(page)
    return read_embeds(page, body, Surroundings(page, body))


@pytest.mark.parametrize(
    ("part", "url", "provider"),
    [
        (
            "<iframe src='https://www.youtube.com/embed/x' width='560'></iframe>",
            "https://www.youtube.com/embed/x",
            "YouTube",
        ),
        (
            "<figure><iframe data-src='//player.vimeo.com/video/7'></iframe></figure>",
            "//player.vimeo.com/video/7",
            "Vimeo",
        ),
        (
            "<iframe src='https://charts.example.co.uk/7/' height='400'></iframe>",
            "https://charts.example.co.uk/7/",
            "Example",
        ),
        ("<iframe src='/interactive/7'></iframe>", "/interactive/7", None),
        (
            "<video><source src='https://cdn.example.net/7.mp4'></video>",
            "https://cdn.example.net/7.mp4",
            None,
        ),
        (
            "<amp-youtube data-videoid='x'></amp-youtube>",
            "https://www.youtube.com/watch?v=x",
            "YouTube",
        ),
        (
            "<amp-twitter data-tweetid='885634330868850689'></amp-twitter>",
            "https://twitter.com/i/status/885634330868850689",
            "Twitter",
        ),
        (
            "<amp-instagram data-shortcode='B-x_1'></amp-instagram>",
            "https://www.instagram.com/p/B-x_1",
            "Instagram",
        ),
    ],
)
def test_what_a_frame_shows_is_named_by_its_host(
    part: str, url: str, provider: str | None
) -> None:
    (found,) = embeds_of(part)
    assert (found.embed.url, found.embed.provider) == (url, provider)
    assert (found.at, found.runs, found.trace.rule) == (2, (), "frame")


@pytest.mark.parametrize("number", ["", "a/../b", "a b", "x" * 65, "1?a=b"])
def test_what_is_no_number_makes_no_address(number: str) -> None:
    assert embeds_of(f"<amp-vimeo data-videoid='{number}'></amp-vimeo>") == []


@pytest.mark.parametrize(
    "part",
    [
        "<blockquote class='twitter-tweet'><p>The bridge is open!</p>&mdash; Jane Doe"
        " <a href='https://twitter.com/doe/status/7'>May 1</a></blockquote>",
        "<blockquote class='tiktok-embed' cite='https://twitter.com/doe/status/7'>"
        "<p>The bridge is open!</p><p>— Jane Doe May 1</p></blockquote>",
        "<div class='social-embed' data-post-url='https://twitter.com/doe/status/7'>"
        "<p>The bridge is open!</p><p>— Jane Doe May 1</p></div>",
    ],
)
def test_a_post_has_its_words_and_its_address(part: str) -> None:
    (found,) = embeds_of(part)
    assert found.embed.url == "https://twitter.com/doe/status/7"
    assert found.embed.provider == "Twitter"
    assert found.embed.text == "The bridge is open!\n— Jane Doe May 1"
    assert found.runs == (2, 3)


@pytest.mark.parametrize(
    "part",
    [
        "<iframe src='https://ads.example.net/7'></iframe>",
        "<iframe src='https://www.googletagmanager.com/ns.html?id=x'></iframe>",
        "<iframe src='https://video.example.net/7' width='1' height='1'></iframe>",
        "<iframe src='https://video.example.net/7' style='display: none'></iframe>",
        "<iframe src='about:blank'></iframe>",
        "<iframe src='javascript:void(0)'></iframe>",
        "<iframe src='/newsletter/embed'></iframe>",
        "<iframe src='https://[broken'></iframe>",
        "<aside class='related'><iframe src='https://v.example.net/7'></iframe></aside>",
        "<blockquote><p>Stop.</p><a href='https://x.example.net/7'>source</a>"
        "</blockquote>",
        "<div class='post embed'><p>Stop.</p></div>",
        "<div class='post type-post' data-url='https://x.example.net/7'>Stop.</div>",
        "<iframe src='https://x.example.net/7.jpg'></iframe>",
    ],
)
def test_other_frames_and_quotations_are_no_embeds(part: str) -> None:
    assert embeds_of(part) == []


def test_the_same_frame_is_read_once() -> None:
    part = "<iframe src='https://www.youtube.com/embed/x'></iframe>"
    assert len(embeds_of(part + f"<noscript>{part}</noscript>")) == 1


def test_a_host_without_a_name_has_no_provider() -> None:
    assert provider_of("https://localhost/7") is None
    assert provider_of("https://192.0.2.1/7") is None


@given(st.text(max_size=40))
def test_any_address_is_read(url: str) -> None:
    provider_of(f"https://{url}")
    quoted = url.replace("'", "")
    embeds_of(f"<iframe src='https://{quoted}'></iframe><video src='{quoted}'></video>")
