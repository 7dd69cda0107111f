"""What an article shows from elsewhere: posts, players, maps and charts.

They are known by how they are shown, in a frame or as a quotation that leads to
its source, and named by the host that they come from.
"""

import re
from bisect import bisect_left
from itertools import islice
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from newsmodel.errors import ModelError
from newsmodel.markup.characters import clean
from newsmodel.markup.flow import Box, Shown
from newsmodel.model import Embed
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._findings import Trace
from newsmodel.parsers.html._page.names import words_in
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.images import size_of
from newsmodel.parsers.html._pictures.surroundings import (
    Surroundings,
    start_of,
)
from newsmodel.rules._words import words
from newsmodel.rules.addresses import host_of

_FRAMES: Final = ("iframe", "embed", "object", "video")
_SOURCES: Final = ("src", "data-src", "data-lazy-src", "data-url", "data")
_LONGEST_URL: Final = 2_000
# Smaller than this both ways is a counter, not something to look at.
_LEAST: Final = 60
# Words in the name of a host or in a path, of what is no part of an article.
_NO_EMBED: Final = words(
    "ads ad adserver adservice adsystem doubleclick googlesyndication googletagmanager"
    " googletagservices analytics pixel tracking tracker beacon recaptcha captcha"
    " consent cmp login signin auth comments disqus newsletter newsletters signup"
    " subscribe subscription paywall checkout banner banners sponsor sync like follow"
)
# In a frame of the page's own host, what is to be looked at says so.
_OWN: Final = words(
    "embed embeds video videos player audio graphic graphics interactive interactives"
    " chart charts map maps infographic podcast"
)
_PICTURE: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|pdf)(?:[?#]|$)", re.IGNORECASE
)
_WORD: Final = re.compile(r"[a-z]+")
# What a quotation from elsewhere calls itself, beside the name of the place.
_POST: Final = words("tweet embed embedded media post status toot skeet video")
# Boxes that are no quotations have all kinds of names, so they have to be plain.
_PLAIN_POST: Final = words("tweet embed embedded")
_MOST_RUNS: Final = 20
_MOST_LINKS: Final = 100
# Attributes in which such a quotation gives its address.
_ADDRESS: Final = re.compile(r"^(?:cite|data-[a-z-]*(?:permalink|url|href|uri))$")
# Where lies what AMP pages name by a number alone, and the attribute that holds it.
_BY_NUMBER: Final = {
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v="),
}
_NUMBER: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SECOND_LEVEL: Final = words("co com net org gov ac edu or ne go gob")
_NOT_LINE: Final = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
# How some spell their own name; all others have a capital.
_SPELT: Final = {
    each.casefold(): each
    for each in sorted(
        words(
            "YouTube SoundCloud TikTok LinkedIn DocumentCloud OpenStreetMap ArcGIS"
            " JWPlayer TED GitHub CodePen StreamYard WhatsApp VK"
        )
    )
}
_ALIASES: Final = {
    "youtube-nocookie": "YouTube",
    "youtu": "YouTube",
    "fb": "Facebook",
    "t": "Telegram",
    "dwcdn": "Datawrapper",
    "bsky": "Bluesky",
    "flo": "Flourish",
}


class EmbedReading(NamedTuple):
    """An embed in its place.

    Attributes:
        at: Number of the run it stands before.
        runs: Numbers of the runs that it takes out of the body.
        embed: The block, without quotes.
        trace: The rule that found it, and where it is.
    """

    at: int
    runs: tuple[int, ...]
    embed: Embed
    trace: Trace


def read_embeds(page: Page, body: Body, around: Surroundings) -> list[EmbedReading]:
    """Return what the article shows from elsewhere, in order."""
    host = _site_of(page.url or "")
    found: list[EmbedReading] = []
    boxes = page.flow.boxes
    stop = min(body.last + 2, body.core.stop)
    from_ = bisect_left(boxes, body.core.start, key=start_of)
    for box in boxes[from_ : bisect_left(boxes, stop, key=start_of)]:
        if (
            box.tag in ("blockquote", "div")
            and (name := box.element.get("class"))
            and (box.tag != "div" or "embed" in name or "tweet" in name)
            and box.stop - box.start <= _MOST_RUNS
            and (reading := _post(page, box, host))
            and not around.is_strange(box)
        ):
            found.append(reading)
    taken = {at for reading in found for at in reading.runs}
    for shown in page.flow.shown:
        if (
            (shown.tag in _FRAMES or shown.tag[:4] == "amp-")
            and body.core.start <= shown.at <= min(body.last + 1, body.core.stop)
            and shown.at not in taken
            and (reading := _frame(shown, host))
            and not around.is_strange(shown.box)
        ):
            found.append(reading)
    found.sort(key=lambda each: each.at)
    return _each_once(found)


def _post(page: Page, box: Box, host: str) -> EmbedReading | None:
    """Return the post that a quotation holds, as scripts later dress it up."""
    element = box.element
    named = set(words_in(element.get("class")))
    sought = _POST if box.tag == "blockquote" else _PLAIN_POST
    if named.isdisjoint(sought) or len(named) < 2:
        return None
    url = None
    for name, value in element.attrib.items():
        if _ADDRESS.match(name) and (url := _address(value)):
            break
    if url is None and box.tag == "blockquote":
        for link in islice(element.iter("a"), _MOST_LINKS):
            # The last link is the one on the date, which leads to the post.
            url = _address(link.get("href")) or url
    if url is None or _site_of(url) in ("", host):
        return None
    runs = range(box.start, box.stop)
    text = "\n".join([page.flow.runs[at].text for at in runs])
    embed = _embed(url, text, named=True)
    if embed is None:
        return None
    trace = Trace("post", url, element)
    return EmbedReading(box.start, tuple(runs), embed, trace)


def _frame(shown: Shown, host: str) -> EmbedReading | None:
    """Return the player, map or chart that a frame shows."""
    element = shown.element
    url = _source_of(element, shown.tag)
    if url is None or _is_tiny(element):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    there = _site_of(url)
    if _PICTURE.search(url):
        return None
    if not _NO_EMBED.isdisjoint(_WORD.findall(f"{parts.netloc} {parts.path}".lower())):
        return None
    if (
        there in ("", host)
        and shown.tag != "video"
        and _OWN.isdisjoint(_WORD.findall(parts.path.lower()))
    ):
        return None
    embed = _embed(url, "", named=there != host and shown.tag != "video")
    if embed is None:
        return None
    return EmbedReading(shown.at, (), embed, Trace("frame", url, element))


def _source_of(element: Any, tag: str) -> str | None:
    for name in _SOURCES:
        if found := _address(element.get(name)):
            return found
    if tag == "video":
        for source in element.iter("source"):
            if found := _address(source.get("src")):
                return found
    if tag[:4] == "amp-":
        if (known := _BY_NUMBER.get(tag)) and (number := element.get(known[0])):
            return f"{known[1]}{number}" if _NUMBER.fullmatch(number) else None
        return _address(element.get("data-href"))
    return None


def _address(url: str | None) -> str | None:
    """Return a whole address, or none where it is something else."""
    if not url or len(url) > _LONGEST_URL:
        return None
    url = _NOT_LINE.sub("", url).strip()
    if url.startswith(("https://", "http://", "//")):
        return url
    return url if url.startswith("/") and len(url) > 1 else None


def _is_tiny(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or "visibility:hidden" in style:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    width, height = size_of(element, "width"), size_of(element, "height")
    if width in (0, 1) or height in (0, 1):
        return True
    sizes = [size for size in (width, height) if size is not None]
    return bool(sizes) and max(sizes) < _LEAST


def _embed(url: str, text: str, *, named: bool) -> Embed | None:
    """Return an embed; films of the page itself lie on hosts that say nothing."""
    provider = provider_of(url) if named else None
    try:
        return Embed(url=url, provider=provider, text=clean(text))
    except ModelError:
        return None


def _site_of(url: str) -> str:
    return host_of(url).removeprefix("www.")


def provider_of(url: str) -> str | None:
    """Return the name of whose host an address is on.

    Example:
        >>> provider_of("https://www.youtube.com/embed/x")
        'YouTube'
        >>> provider_of("https://player.vimeo.com/video/7")
        'Vimeo'
    """
    labels = _site_of(url).split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return None
    name = labels[-2]
    if name in _SECOND_LEVEL and len(labels) > 2:
        name = labels[-3]
    return _ALIASES.get(name) or _SPELT.get(name) or name.capitalize() or None


def _each_once(found: list[EmbedReading]) -> list[EmbedReading]:
    known: set[str | None] = set()
    kept = []
    for reading in found:
        if reading.embed.url not in known:
            known.add(reading.embed.url)
            kept.append(reading)
    return kept
