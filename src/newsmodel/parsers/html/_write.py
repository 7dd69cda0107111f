"""Writes an article as a page for people to read: clean, semantic and safe."""

from collections.abc import Iterator

from newsmodel.markup.escape import escape, escape_attribute
from newsmodel.markup.html_writer import (
    HtmlWriter,
    safe_address,
    shown_time,
    words_of,
)
from newsmodel.model import Article, When

# Nothing is fetched for it, and no script is run.
_POLICY = "default-src 'none'; img-src http: https:; style-src 'unsafe-inline'"
_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "font:1.1rem/1.5 Georgia,serif}"
    "figure{margin:1.5rem 0}img{max-width:100%;height:auto}"
    "header p,footer,figcaption{color:#555;font-size:.9rem}"
    "header .standfirst{color:inherit;font-size:1.2rem}"
    "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem}"
)


def write(article: Article) -> bytes:
    """Return an article as a page of HTML, in UTF-8."""
    language = f' lang="{article.language}"' if article.language else ""
    lines = [
        "<!DOCTYPE html>",
        f"<html{language}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(_one_line(article.headline or 'Article'))}</title>",
        *_links(article),
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<article>",
        *_header(article),
        HtmlWriter().write(article.body),
        *_footer(article),
        "</article>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join([line for line in lines if line] + [""]).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _links(article: Article) -> Iterator[str]:
    if article.standfirst:
        content = escape_attribute(_one_line(article.standfirst))
        yield f'<meta name="description" content="{content}">'
    if url := safe_address(article.url):
        yield f'<link rel="canonical" href="{escape_attribute(url)}">'


def _header(article: Article) -> Iterator[str]:
    yield "<header>"
    if article.section:
        yield f'<p class="section">{words_of(article.section)}</p>'
    if article.headline:
        yield f"<h1>{words_of(article.headline)}</h1>"
    if article.standfirst:
        yield f'<p class="standfirst">{words_of(article.standfirst)}</p>'
    byline = article.byline or ", ".join(article.authors)
    if byline:
        yield f'<p class="byline">{words_of(byline)}</p>'
    times = [
        _time(when, name)
        for when, name in (
            (article.published, "published"),
            (article.modified, "modified"),
        )
        if when is not None
    ]
    if times:
        yield f'<p class="dates">{" · ".join(times)}</p>'
    yield "</header>"


def _time(when: When, name: str) -> str:
    """Return a time for people, and for machines."""
    return (
        f'<time class="{name}" datetime="{when.isoformat()}">{shown_time(when)}</time>'
    )


def _footer(article: Article) -> Iterator[str]:
    lines = []
    if article.source and article.source.name:
        lines.append(f'<p class="source">{escape(article.source.name)}</p>')
    rights = article.rights
    for text in (rights.notice, rights.terms) if rights else ():
        if text:
            lines.append(f"<p><small>{words_of(text)}</small></p>")
    if lines:
        yield "<footer>"
        yield from lines
        yield "</footer>"
