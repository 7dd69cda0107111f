"""Writes an article as NITF 3.6, valid by its schema."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsmodel.markup.escape import escape
from newsmodel.markup.xhtml_writer import words_of
from newsmodel.model import Article, Dateline, Quote, Subject, When
from newsmodel.serialisers._json_writing import as_json
from newsmodel.serialisers.nitf._body_writer import (
    BodyWriter,
    attributes,
    tag,
)
from newsmodel.serialisers.nitf._vocabulary import (
    ATTRIBUTES,
    DERIVED,
    NAMESPACE,
    PLAIN_METAS,
    PREFIX,
    PROFILE,
    SUBJECT_CODES,
    TIMES,
    VERSION,
    level_of_code,
    plain,
)

_CODE_LENGTH: Final = 8


def write(article: Article) -> bytes:
    """Return an article as NITF 3.6, in UTF-8."""
    writer = BodyWriter()
    content = writer.write(article.body)
    named = {"version": VERSION, "baselang": article.language}
    written = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<nitf xmlns="{NAMESPACE}"{attributes(named.items())}>\n',
        "<head>\n",
        *(f"{each}\n" for each in _head(article, writer.quotes)),
        "</head>\n<body>\n<body.head>\n",
        *(f"{each}\n" for each in _body_head(article)),
        f"</body.head>\n<body.content>{content}</body.content>\n</body>\n</nitf>\n",
    ]
    return "".join(written).encode()


def moment(when: When | None) -> str | None:
    """Return a time as NITF has them, in the basic form of ISO 8601.

    Example:
        >>> from datetime import datetime
        >>> moment(datetime(2024, 5, 1, 9, 30))
        '20240501T093000'
    """
    if when is None:
        return None
    day, _, clock = when.isoformat().partition("T")
    day = day.replace("-", "")
    return f"{day}T{clock.replace(':', '')}" if clock else day


# The head.


def _head(article: Article, quotes: list[Quote]) -> Iterator[str]:
    """Yield what is in the head, in the order that the schema wants."""
    yield _meta("profile", PROFILE)
    for name, value in _metas(article, quotes):
        yield _meta(name, value)
    coded, others = _by_vocabulary(article.subjects)
    yield from _tobject(article, [article.subjects[at] for at in coded])
    yield from _docdata(article, [article.subjects[at] for at in others])
    if article.section is not None:
        named = {"position.section": article.section}
        yield f"<pubdata{attributes(named.items())}/>"
    if article.modified is not None:
        yield tag("revision-history", norm=moment(article.modified))


def _meta(name: str, value: str) -> str:
    return tag("meta", name=PREFIX + name, content=value)


def _metas(article: Article, quotes: list[Quote]) -> Iterator[tuple[str, str]]:
    """Yield what NITF has no place for."""
    for name in PLAIN_METAS:
        value = getattr(article, name)
        if value is not None:
            yield name, str(value)
    if article.contributors:
        yield "contributors", as_json([plain(each) for each in article.contributors])
    if article.source is not None:
        source = plain(article.source)
        source.pop("name", None)
        if source:
            yield "source", as_json(source)
    genre = article.genre
    if genre is not None and plain(genre).keys() != {"name"}:
        yield "genre", as_json(plain(genre))
    coded, others = _by_vocabulary(article.subjects)
    order = [*coded, *others]
    if order != sorted(order):
        yield "subjects", as_json(order)
    dateline = article.dateline
    if dateline is not None and dateline.place and not _place_shows(dateline):
        yield "place", dateline.place
    if quotes:
        yield "quotes", as_json([_quote(each) for each in quotes])


def _quote(quote: Quote) -> dict[str, Any]:
    """Return a quote without its place and its words, which the text has."""
    written = plain(quote)
    del written["start"], written["text"]
    if quote.speaker is not None:
        written["speaker"] = plain(quote.speaker)
    return written


def _by_vocabulary(subjects: Iterable[Subject]) -> tuple[list[int], list[int]]:
    """Return the numbers of the IPTC's subject codes, and those of all others."""
    coded: list[int] = []
    others: list[int] = []
    for at, each in enumerate(subjects):
        (coded if _is_subject_code(each) else others).append(at)
    return coded, others


def _is_subject_code(subject: Subject) -> bool:
    code = subject.code or ""
    is_number = code.isascii() and code.isdigit() and len(code) == _CODE_LENGTH
    return is_number and subject.scheme == SUBJECT_CODES


def _tobject(article: Article, subjects: list[Subject]) -> Iterator[str]:
    genre = article.genre.name if article.genre else None
    if genre is None and not subjects:
        return
    yield "<tobject>"
    if genre is not None:
        named = {"tobject.property.type": genre}
        yield f"<tobject.property{attributes(named.items())}/>"
    for each in subjects:
        code = each.code or ""
        subject = {
            "tobject.subject.refnum": code,
            f"tobject.subject.{level_of_code(code)}": each.name,
        }
        yield f"<tobject.subject{attributes(subject.items())}/>"
    yield "</tobject>"


def _docdata(article: Article, subjects: list[Subject]) -> Iterator[str]:
    yield f"<docdata{attributes([('management-status', article.status)])}>"
    elements: dict[str, dict[str, object]] = {}
    for field, (element, attribute) in ATTRIBUTES.items():
        value = getattr(article, field)
        if value is not None:
            value = moment(value) if field in TIMES else value
            elements.setdefault(element, {})[attribute] = value
    if article.rights is not None:
        if article.rights.holder is not None:
            elements["doc.copyright"] = {"holder": article.rights.holder}
        if article.rights.terms is not None:
            elements["doc.rights"] = {"limitations": article.rights.terms}
    for element, given in elements.items():
        yield f"<{element}{attributes(given.items())}/>"
    if article.keywords:
        yield "<key-list>"
        yield from (tag("keyword", key=each) for each in article.keywords)
        yield "</key-list>"
    if subjects:
        yield "<identified-content>"
        yield from map(_classifier, subjects)
        yield "</identified-content>"
    yield "</docdata>"


def _classifier(subject: Subject) -> str:
    named = {"idsrc": subject.scheme, "value": subject.name}
    code = ""
    if subject.code is not None:
        code = tag("alt-code", idsrc=subject.scheme or "", value=subject.code)
    return f"<classifier{attributes(named.items())}>{code}</classifier>"


# The head of the body.


def _body_head(article: Article) -> Iterator[str]:
    """Yield what stands above the text, in the order that the schema wants."""
    if article.headline is not None:
        yield f"<hedline><hl1>{words_of(article.headline)}</hl1></hedline>"
    if article.rights is not None and article.rights.notice is not None:
        yield f"<rights>{escape(article.rights.notice)}</rights>"
    yield from _byline(article)
    if article.source is not None and article.source.name is not None:
        yield f"<distributor>{escape(article.source.name)}</distributor>"
    if article.dateline is not None:
        yield _dateline(article.dateline)
    if article.standfirst is not None:
        yield f"<abstract><p>{words_of(article.standfirst)}</p></abstract>"


def _byline(article: Article) -> Iterator[str]:
    """Yield the byline, the authors in it marked, or else a line for each author."""
    line = article.byline
    if line is None:
        for name in article.authors:
            yield f'<byline class="{DERIVED}"><person>{escape(name)}</person></byline>'
        return
    written: list[str] = []
    for name in article.authors:
        before, found, behind = line.partition(name)
        if found:
            written.append(f"{escape(before)}<person>{escape(name)}</person>")
            line = behind
    yield f"<byline>{''.join(written)}{escape(line)}</byline>"


def _place_shows(dateline: Dateline) -> bool:
    return dateline.text is None or (dateline.place or "") in dateline.text


def _dateline(dateline: Dateline) -> str:
    text, place = dateline.text, dateline.place
    css = None if text is not None else DERIVED
    inner = escape(text or "")
    if place is not None and _place_shows(dateline):
        before, _, behind = (text or place).partition(place)
        location = f"<location>{escape(place)}</location>"
        inner = f"{escape(before)}{location}{escape(behind)}"
    date = ""
    if dateline.date is not None:
        date = tag("story.date", norm=moment(dateline.date))
    return f"<dateline{attributes([('class', css)])}>{inner}{date}</dateline>"
