"""The body of a page that shows none: what its scripts hold to be shown later.

Only where the visible page has no article: what scripts hold is as often another
article, or this one without its paragraphs.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from newsmodel.markup.flow import read_flow
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._page.names import NameReader
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._page.tree import parse_html
from newsmodel.rules.density import SYLLABIC, letters_worth

_ENOUGH: Final = 250  # letters
_SHORTEST_SCRIPT: Final = 400
_SHORTEST: Final = 40
_MOST_STRINGS: Final = 100_000
_ASSIGNED: Final = re.compile(r"[=(]\s*(?=[{\[])|JSON\.parse\(\s*(?=\")")
_MOST_ASSIGNED: Final = 40
_MARKUP: Final = re.compile(r"</?(?:p|br|div|li|h[1-6]|span|a|em|strong)\b[^>]*>", re.I)
_PROSE: Final = re.compile(rf"\s\S+\s|[{SYLLABIC}]{{8}}")
_NO_PROSE: Final = re.compile(r"[{};=]\s*[{};=\n]|https?://\S+$|function\s*\(")


class Stated(NamedTuple):
    """A body that a script holds.

    Attributes:
        rule: Whether it is the ``articleBody`` of JSON-LD or other data.
        path: Where in the data it stands.
        markup: It as HTML.
    """

    rule: str
    path: str
    markup: str


def is_shown(page: Page, body: Body) -> bool:
    """Whether the visible page has so much of a body that scripts are no matter."""
    runs = page.flow.runs
    texts = [runs[at].text for at in body.runs]
    return sum(map(len, texts)) >= _ENOUGH or sum(map(letters_worth, texts)) >= _ENOUGH


def find_stated(page: Page) -> Stated | None:
    """Return the body that the scripts of a page hold, if one of them does."""
    said = page.article.get("articleBody")
    if isinstance(said, str) and len(said) >= _ENOUGH:
        return Stated("articleBody", "articleBody", _as_markup(said))
    best: tuple[int, str, list[str]] = (0, "", [])
    for script in page.root.iter("script"):
        text = script.text or ""
        if len(text) < _SHORTEST_SCRIPT or "ld+json" in (script.get("type") or ""):
            continue
        for data in _data_in(text):
            for path, strings in _strings_by_path(data).items():
                length = sum(map(len, strings))
                if length > best[0]:
                    best = length, path, strings
    if best[0] < _ENOUGH:
        return None
    markup = "\n".join([_as_markup(each) for each in best[2]])
    return Stated("script-data", best[1], markup)


def add_stated(page: Page, stated: Stated) -> Body:
    """Add a body that a script holds to the flow of a page, and return it."""
    root, _ = parse_html(f"<body><article>{stated.markup}</article>", [])
    flow = read_flow(root, NameReader())
    start = len(page.flow.runs)
    for box in flow.boxes:
        box.start += start
        box.stop += start
    page.flow.runs += flow.runs
    page.flow.boxes += flow.boxes
    runs = list(range(start, len(page.flow.runs)))
    core = flow.boxes[-1] if len(flow.boxes) < 3 else flow.boxes[2]
    return Body(core, runs, [0] * start + [1] * len(runs), stated.rule)


def _data_in(text: str) -> Iterator[Any]:
    """Yield the JSON that a script is, or assigns to variables."""
    text = text.strip()
    decoder = json.JSONDecoder(strict=False)
    starts = [0] if text[0] in "{[" else []
    for found in _ASSIGNED.finditer(text):
        starts.append(found.end())
        if len(starts) > _MOST_ASSIGNED:
            break
    end = 0
    for start in starts:
        if start < end:
            continue  # inside what has been read
        try:
            data, end = decoder.raw_decode(text, start)
            yield json.loads(data, strict=False) if isinstance(data, str) else data
        except (ValueError, RecursionError):
            continue


def _strings_by_path(data: Any) -> dict[str, list[str]]:
    """Return all prose in data, by its path without the numbers in lists."""
    found: dict[str, list[str]] = {}
    left: list[tuple[str, Any]] = [("", data)]
    count = 0
    while left and count < _MOST_STRINGS:
        path, value = left.pop()
        count += 1
        if isinstance(value, dict):
            left += [
                (f"{path}.{key}"[-200:], each)
                for key, each in reversed(list(value.items()))
            ]
        elif isinstance(value, list):
            left += [(path, each) for each in reversed(value)]
        elif isinstance(value, str) and _is_prose(value):
            found.setdefault(path, []).append(value)
    return found


def _is_prose(text: str) -> bool:
    head = text[:2000]
    return (
        len(text) >= _SHORTEST
        and _PROSE.search(head) is not None
        and _NO_PROSE.search(head) is None
    )


def _as_markup(text: str) -> str:
    """Return a text as HTML, which it may be already."""
    if "&lt;" in text and _MARKUP.search(unescaped := html.unescape(text)):
        text = unescaped
    if _MARKUP.search(text):
        return text if "<p" in text.lower() else f"<p>{text}</p>"
    text = html.unescape(text) if "&" in text else text
    lines = [html.escape(line, quote=False) for line in text.splitlines()]
    return "".join([f"<p>{line}</p>" for line in lines if not line.isspace()])
