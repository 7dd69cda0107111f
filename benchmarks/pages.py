"""Times pages as a ratio to lxml's own parse, and shows that they grow linearly.

    python benchmarks/pages.py [--rounds 30] [--corpus FILE.jsonl.gz] [--pages 200]
    python benchmarks/pages.py --growth [--bytes 10000000] [--shape NAME]

The first form reads an invented page, and with ``--corpus`` those of a corpus,
whole and in turn with ``lxml.html.fromstring`` of the same bytes, in CPU time.

The second reads hostile pages of a tenth of the size and of the whole size, each
in a process of its own. Where time grows linearly the growth is about 1. Memory is
what the process holds at most, less what it holds with a small page, in bytes for
each byte of the page; beside it the same for lxml's parse alone.
"""

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import process_time

from lxml import html

import newsmodel

URL = "https://elmsworth.example/news/bridge"
STOCK = (
    "the a of and to in bridge river town mayor council water night road people years"
    " opened closed said after before two three long new old money plan work traffic"
)
WORDS = STOCK.split()
WIDTHS = (320, 480, 640, 960, 1280)
SLOWEST = 120  # seconds that a shape may take


def invented_page(seed: int = 1, paragraphs: int = 25) -> bytes:
    """Return a page as sites have them: a little text in a lot of markup."""
    draw = random.Random(seed)  # noqa: S311  # the same page on every machine

    def words(count: int) -> str:
        return " ".join(draw.choice(WORDS) for _ in range(count)).capitalize()

    def teaser(number: int) -> str:
        sizes = ", ".join(f"/i/{number}.jpg?w={width} {width}w" for width in WIDTHS)
        return (
            f'<li class="teaser teaser--{number % 7} grid__item grid__item--third">'
            f'<div class="teaser__inner" data-id="{draw.random():.12f}">'
            f'<div class="teaser__media"><a href="/news/{number}" tabindex="-1">'
            f'<picture><source srcset="{sizes}" type="image/webp"><img alt="{words(6)}"'
            f' src="/i/{number}.jpg" srcset="{sizes}" loading="lazy"></picture></a>'
            f'</div><div class="teaser__text"><span class="teaser__kicker">{words(2)}'
            f'</span><h3 class="teaser__title"><a href="/news/{number}">{words(7)}</a>'
            f'</h3><svg class="icon" viewBox="0 0 24 24"><path d="M12 2a10 10 0 0 1 0'
            f' 20"></path></svg></div></div></li>'
        )

    def paragraph(number: int) -> str:
        if number % 4 == 1:
            who = "Ann Example" if number % 8 == 1 else "Bob Roe"
            return f"<p>“{words(18)},” said {who}. “{words(12)}.”</p>"
        link = f'<a href="/topic/{number}">{words(2)}</a>'
        return f'<p class="text">{words(30)}, {link} {words(25)}. {words(14)}.</p>'

    def script(length: int) -> str:
        numbers = ",".join(f"{draw.random():.6f}" for _ in range(length // 9))
        return f"<script>var settings{length} = [{numbers}];</script>"

    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge reopens after two years",
        "datePublished": "2023-06-01T12:30:00+01:00",
        "author": [{"@type": "Person", "name": "Ann Example"}],
        "publisher": {"@type": "Organization", "name": "The Elmsworth News"},
        "image": [
            {"@type": "ImageObject", "url": f"/i/{width}.jpg", "width": width}
            for width in WIDTHS
        ],
        "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
    }
    metas = "".join(
        f'<meta property="og:image:{width}" content="/i/{width}.jpg"><meta'
        f' name="twitter:data{width}" content="{words(3)}">'
        for width in (*WIDTHS, *WIDTHS)
    )
    figure = (
        '<figure class="media"><img src="/i/bridge.jpg" alt="A bridge" width="640"'
        ' height="480"><figcaption class="media__caption">The bridge on Thursday.'
        ' <span class="media__credit">Bob Roe/AP</span></figcaption></figure>'
    )
    text = [paragraph(number) for number in range(paragraphs)]
    text[3:3], text[12:12] = [figure], ["<h2>What comes next</h2>", figure]
    menu = "".join(
        f'<li class="menu__item"><div class="menu__box"><a class="menu__link"'
        f' href="/{number}"><span>{words(2)}</span></a></div></li>'
        for number in range(45)
    )
    return f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge reopens after two years | The Elmsworth News</title>
<meta property="og:title" content="Bridge reopens after two years">
<meta property="og:site_name" content="The Elmsworth News">{metas}
<meta property="article:published_time" content="2023-06-01T12:30:00+01:00">
<link rel="canonical" href="{URL}">{script(24_000)}
<script type="application/ld+json">{json.dumps(stated)}</script>
<style>{" ".join(f".c{n} {{ color: #{n:06x} }}" for n in range(400))}</style></head>
<body><header class="page-header"><nav><ul class="menu">{menu}</ul></nav></header>
<main><article class="article"><header><h1>Bridge reopens after two years</h1>
<p class="standfirst">{words(22)}.</p><div class="byline">By <a rel="author"
href="/by/ann">Ann Example</a></div><time datetime="2023-06-01T12:30:00+01:00">1 June
2023</time></header><div class="body">{"".join(text)}</div></article>
<aside><ul>{"".join(teaser(number) for number in range(40))}</ul></aside></main>
<footer>{"".join(f"<a href='/{n}'>{words(3)}</a>" for n in range(40))}
<p>© 2023 The Elmsworth News</p></footer>{script(30_000)}</body></html>""".encode()


def corpus(path: Path, count: int) -> Iterator[tuple[bytes, str | None]]:
    """Yield the pages of a corpus with their addresses."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for _, line in zip(range(count), file, strict=False):
            record = json.loads(line)
            page = record["html"].encode(record["html_encoding"])
            yield page, record["url"] or None


def repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Return a maker of pages that repeat something, with its number as ``{n}``."""
    is_numbered = "{n}" in unit

    def make(size: int) -> str:
        count = size // (len(unit) + 3 * is_numbered)
        if not is_numbered:
            return before + unit * count + after
        parts = unit.split("{n}")
        return before + "".join(str(n).join(parts) for n in range(count)) + after

    return make


def nested(opens: str, closes: str, levels: int = 2000) -> Callable[[int], str]:
    """Return a maker of pages with so many levels, over and over."""
    return repeated(opens * levels + "Some text here." + closes * levels)


LD = '<script type="application/ld+json">'
DEEP = "<b>a" * 300
FIGURE = "<p>a<figure><img src=/a.jpg>"
CAPTION = FIGURE + "<figcaption>"
TEXT = "The old bridge at Elmsworth opened to traffic again on Thursday. "
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": repeated(f"<p>{TEXT * 3}</p>\n"),
    "siblings": repeated("<div>a</div>"),
    "deep blocks": nested("<div>", "</div>"),
    "deep words": nested("<b>", "</b>"),
    "deep menus": nested("<nav>", "</nav>"),
    "deep round much": repeated("<p>a</p>", "<div>" * 240),
    "too deep round much": repeated("<p>a</p>", "<div>" * 2000),
    "bold round much": repeated("<p>a</p>", "<b>" * 240),
    "menus round much": repeated("<i>a</i>", "<nav>" * 240, "<p>b"),
    "never closed": repeated("<div><b>a"),
    "tables in tables": repeated("<table><tr><td>a"),
    "lists in lists": repeated("<ul><li>a"),
    "links": repeated('<a href="/a">a b</a> '),
    "links in a paragraph": repeated('<a href="/a">a b</a> ', f"<p>{TEXT}"),
    "links and breaks": repeated('<a href="/a">a b</a><br><br>'),
    "words in a link": repeated("a ", "<a href='/a'>"),
    "bold in a paragraph": repeated("a <b>b</b> ", f"<p>{TEXT}"),
    "breaks": repeated("<br>"),
    "lines": repeated("a<br>"),
    "double breaks": repeated(f"{TEXT}<br><br>"),
    "images": repeated('<img src="/{n}.jpg" alt="a b">'),
    "images in one": repeated('<img src="/a.jpg" alt="a b">', "<article><p>a"),
    "figures": repeated(
        f'<figure><img src="/{{n}}.jpg" alt="a"><figcaption>{TEXT}'
        "(Bob Roe/AP)</figcaption></figure>"
    ),
    "figures in figures": repeated("<figure><img src=a><figcaption>a"),
    "figures in an article": repeated(
        f"<figure><img src=/{{n}}.jpg><figcaption>{TEXT}</figcaption></figure>"
        f"<p>{TEXT}</p>",
        "<article><h1>Bridge reopens</h1>",
    ),
    "captions": repeated('<div class="caption">a b</div>'),
    "captions of a figure": repeated("<figcaption>A</figcaption>", FIGURE),
    "small words in a caption": repeated("<small>a</small>", CAPTION),
    "colons in a caption": repeated("a: ", CAPTION),
    "by in a caption": repeated("by ", CAPTION),
    "sentences in a caption": repeated("Aaaa. ", CAPTION),
    "one long address": repeated("x", "<p>a<figure><img srcset='", " y z'></figure>"),
    "brackets of a picture": repeated(")", "<p>a<figure><img src=a alt='", "'>"),
    "less-than signs": repeated("<"),
    "ampersands": repeated("&"),
    "tags cut short": repeated("<a "),
    "attributes": repeated(" a{n}=b", "<p", ">a</p>"),
    "attributes, no values": repeated(" a b", "<p", ">a</p>"),
    "attributes never ended": repeated(" a=", "<p"),
    "attributes, one mark": repeated(" a='", "<p"),
    "attributes, two marks": repeated(' a="', "<p"),
    "attributes, no names": repeated(" /", "<p"),
    "attributes of elements": repeated("<p a "),
    "attributes of scripts": repeated("<script a "),
    "comments": repeated("<!-- a -->", "", "<p>a"),
    "deep, then tags": repeated("<div", DEEP),
    "deep, then comments": repeated("<!--", DEEP),
    "deep, then scripts": repeated("<script>", DEEP),
    "deep, then titles": repeated("<title>", DEEP),
    "deep, then ends": repeated("</div>", DEEP),
    "deep, then other ends": repeated("<b></i>", DEEP),
    "deep, then signs": repeated("< ", DEEP),
    "one text": repeated(TEXT),
    "one text in a paragraph": repeated(TEXT, "<p>"),
    "one word": repeated("a", "<p>"),
    "quotes": repeated("<p>“It is open,” said Ann Example.</p>"),
    "quotes never closed": repeated("“a "),
    "JSON-LD scripts": repeated(
        LD + '{"@type":"NewsArticle","@id":"{n}","headline":"A {n}"}</script>'
    ),
    "JSON-LD in one": repeated(
        '{"@type":"NewsArticle","headline":"A"},', LD + "[", "0]</script><p>a"
    ),
    "JSON-LD references": repeated(
        '{"@type":"NewsArticle","@id":"{n}","author":{"@id":"{n}"}},',
        LD + "[",
        "0]</script><p>a",
    ),
    "JSON-LD authors": repeated(
        '{"@type":"Person","name":"Ann Example {n}"},',
        LD + '{"@type":"NewsArticle","headline":"A","author":[',
        "0]}</script><p>a",
    ),
    "JSON-LD images": repeated(
        '"/{n}.jpg",',
        LD + '{"@type":"NewsArticle","headline":"A","image":[',
        "0]}</script><p>a",
    ),
    "JSON-LD text": repeated(
        TEXT, LD + '{"@type":"NewsArticle","articleBody":"', '"}</script><p>a'
    ),
    "JSON-LD deep": repeated("[", LD, "</script><p>a"),
    "JSON-LD deep objects": repeated('{"a":', LD, "</script><p>a"),
    "JSON-LD broken": repeated('{"a": "b" c "d", ', LD, "</script><p>a"),
    "JSON-LD broken scripts": repeated(LD + '{"a": "b" "c", </script>'),
    "JSON-LD quotes": repeated('"', LD + '{"a": ', "</script><p>a"),
    "scripts": repeated('<script id="a{n}" type="application/json">{}</script>'),
    "classes": repeated('<p class="a{n} byline-b{n}">a b</p>'),
    "one class": repeated("byline ", '<p class="', '">a b</p>'),
    "headings": repeated("<h1>Bridge {n} reopens</h1>"),
    "equal headings": repeated("<h1>Bridge reopens</h1>"),
    "words in a heading": repeated("Bridge ", "<h1>", "</h1>"),
    "bylines": repeated('<p class="byline">By Ann Example {n}</p>'),
    "bylines of many": repeated("Ann Example and ", '<p class="byline">By ', "</p>"),
    "bylines in the text": repeated("<p>By Ann Example, Bob Roe and others</p>"),
    "authors in one another": repeated("<i class=author>By <time>1 June 2023</time>"),
    "authors": repeated('<a rel="author" href="/{n}">Ann Example {n}</a>'),
    "meta authors": repeated('<meta name="author" content="Ann Example {n}">'),
    "metas": repeated('<meta property="og:image" content="/{n}.jpg">'),
    "times": repeated('<time datetime="2023-06-01T12:00:00Z">1 June 2023</time>'),
    "dates": repeated('<p class="date">1 June 2023</p>'),
    "dates in a text": repeated("1 June 2023 ", "<p class=date>"),
    "items": repeated('<span itemprop="author">Ann Example {n}</span>'),
    "item scopes": repeated('<div itemscope itemprop="author">a'),
    "tables": repeated("<tr><td>a<td>b", "<table>"),
    "cells in one row": repeated("<td>a b", "<table><tr>"),
    "small tables": repeated("<table><tr><td>a b</td></tr></table>"),
    "list items": repeated("<li>a b", "<ul>"),
    "block quotes": repeated(f"<blockquote><p>{TEXT}</p></blockquote>"),
    "frames": repeated('<iframe src="https://a.example/{n}"></iframe>'),
    "hidden": repeated('<div hidden style="display: none">a b</div>'),
    "sections": repeated(f"<section><h2>A {{n}}</h2><p>{TEXT}</p></section>"),
    "articles": repeated(f"<article><h2>A {{n}}</h2><p>{TEXT}</p></article>"),
    "credits": repeated("© A/B/", "<figure><img src=a><figcaption>"),
    "no UTF-8": repeated("<p>caf\udce9</p>"),
    "controls": repeated("<p>a\x01b</p>"),
}


def ratio(tasks: list[tuple[bytes, str | None]], rounds: int) -> None:
    """Print what pages take, as against lxml's parse of the same bytes."""
    parses: dict[str, Callable[[bytes, str | None], object]] = {
        "lxml.html.fromstring": lambda page, _: html.fromstring(page),
        "newsmodel.parse": lambda page, url: newsmodel.parse(page, "html", url=url),
    }
    best = dict.fromkeys(parses, float("inf"))
    for _ in range(rounds):
        for name, parse in parses.items():
            start = process_time()
            for page, url in tasks:
                with suppress(newsmodel.ParseError):
                    parse(page, url)
            best[name] = min(best[name], process_time() - start)
    size = sum(len(page) for page, _ in tasks) / len(tasks)
    floor = best["lxml.html.fromstring"]
    print(f"{len(tasks)} pages of {size / 1000:.0f} kB")
    for name, time in best.items():
        each = time * 1000 / len(tasks)
        print(f"  {name:22}{each:8.2f} ms a page {time / floor:6.2f} x lxml")


def held() -> int:
    """Return the most that this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def measure(shape: str, size: int, *, plain: bool) -> None:
    """Print the seconds and bytes that one page takes in this process."""
    page = SHAPES[shape](size).encode("utf-8", "surrogateescape")
    small = invented_page(paragraphs=3)
    newsmodel.parse(small, "html")
    before, start = held(), process_time()
    with suppress(newsmodel.ParseError):
        if plain:
            html.fromstring(page, parser=html.HTMLParser(huge_tree=True))
        else:
            newsmodel.parse(page, "html", url=URL)
    print(json.dumps([process_time() - start, held() - before, len(page)]))


def measured(shape: str, size: int, *options: str) -> tuple[float, float, float]:
    """Return seconds, bytes held and bytes of a page, in a process of its own."""
    here = [sys.executable, __file__, "--measure", shape, "--bytes", str(size)]
    try:
        done = subprocess.run(
            [*here, *options], capture_output=True, check=True, timeout=SLOWEST
        )
    except subprocess.TimeoutExpired:
        return float("inf"), float("nan"), size
    except subprocess.CalledProcessError as error:
        print(f"{shape}: {error.stderr.decode().strip().splitlines()[-1]}")
        return float("nan"), float("nan"), size
    seconds, memory, length = json.loads(done.stdout)
    return seconds, memory, length


def growth(shapes: list[str], size: int) -> None:
    """Print how time and memory grow for each shape."""
    for shape in shapes:
        small, _, few = measured(shape, size // 10)
        large, memory, many = measured(shape, size)
        _, plain, _ = measured(shape, size, "--plain")
        times = (large / many) / (small / few) if small else float("nan")
        print(
            f"{shape:24}{large / many * 1e9:9.0f} ms a MB  x{times:5.2f} growth"
            f" {memory / many:6.1f} bytes a byte, lxml alone {plain / many:5.1f}",
            flush=True,
        )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=30)
    options.add_argument("--corpus", type=Path, nargs="*", default=())
    options.add_argument("--pages", type=int, default=200)
    options.add_argument("--growth", action="store_true")
    options.add_argument("--bytes", type=int, default=10_000_000)
    options.add_argument("--shape", nargs="*", choices=SHAPES)
    options.add_argument("--measure", choices=SHAPES, help=argparse.SUPPRESS)
    options.add_argument("--plain", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.measure:
        measure(given.measure, given.bytes, plain=given.plain)
    elif given.growth:
        growth(given.shape or list(SHAPES), given.bytes)
    else:
        ratio([(invented_page(), URL)], given.rounds)
        for path in given.corpus:
            print(path.name, end=": ")
            ratio(list(corpus(path, given.pages)), max(given.rounds // 10, 2))


if __name__ == "__main__":
    main()
