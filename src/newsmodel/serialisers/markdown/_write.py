"""Writes an article as Markdown: CommonMark, with the tables of GitHub."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from newsmodel.markup.html_writer import safe_address, shown_time
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Embed,
    Emphasis,
    Heading,
    ImageCaption,
    Link,
    ListItem,
    Mark,
    Table,
)

# What means something wherever it stands, and what does at the start of a line.
_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&|~!#]")
_AT_START: Final = re.compile(
    r"^(?P<space>[ \t\xa0]*)(?P<digits>[0-9]{0,9})(?P<sign>[-+=.)])"
)
_SIGNS: Final = {"strong": "**", "em": "*"}
# What may not stand bare in an address.
_IN_ADDRESS: Final = {each: f"%{ord(each):02X}" for each in ' <>()[]\\"`*_'}


def write(article: Article) -> bytes:
    """Return an article as Markdown, in UTF-8."""
    parts = [*_head(article), *_body(article.body)]
    return ("\n\n".join(parts) + "\n").encode() if parts else b""


def _head(article: Article) -> Iterator[str]:
    if article.headline and (words := escaped(article.headline)):
        yield f"# {' '.join(words.split())}"
    if article.standfirst and (words := escaped(article.standfirst)):
        yield _lines(words)
    byline = article.byline or ", ".join(article.authors)
    facts = [escaped(byline)] if byline else []
    if article.published is not None:
        facts.append(escaped(shown_time(article.published)))
    if facts:
        yield _lines(" · ".join(facts))


def _body(blocks: Iterable[Block]) -> Iterator[str]:
    items: list[ListItem] = []
    for block in blocks:
        if isinstance(block, ListItem):
            items.append(block)
            continue
        if items:
            yield _list(items)
            items = []
        if written := _block(block):
            yield written
    if items:
        yield _list(items)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        words = " ".join(_inline(block.text, block.marks).split())
        # The headline is the only one of the first level.
        return f"{'#' * max(block.level, 2)} {words}" if words else ""
    if isinstance(block, BlockQuote):
        lines = _lines(_inline(block.text, block.marks)).split("\n")
        return "\n".join([f"> {line}" for line in lines])
    if isinstance(block, ImageCaption):
        return _picture(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Embed):
        return _embed(block)
    return _lines(_inline(block.text, block.marks))


def _list(items: list[ListItem]) -> str:
    """Return items as one list, those inside others set in.

    None more than one step: farther in it would be code.
    """
    written = []
    depth = 0
    for item in items:
        depth = min(item.depth, depth + 1)
        margin = "   " * (depth - 1)
        sign = "1." if item.ordered else "- "
        words = _lines(_inline(item.text, item.marks))
        inner = f"\n{margin}   ".join(words.split("\n"))
        written.append(f"{margin}{sign} {inner}".rstrip())
    return "\n".join(written)


def _picture(block: ImageCaption) -> str:
    parts = []
    image = block.image
    url = safe_address(image.url) if image else None
    if image and url:
        alt = " ".join(escaped(image.alt or "").split())
        parts.append(f"![{alt}]({_address(url)})")
    words = _inline(block.text, block.marks)
    if block.credit_line:
        credit = escaped(block.credit_line)
        words = f"{words} ({credit})" if words else f"({credit})"
    if words:
        parts.append(_lines(words))
    return "\n\n".join(parts)


def _embed(block: Embed) -> str:
    parts = []
    if block.text:
        parts.append(_lines(_inline(block.text, block.marks)))
    name = " ".join(escaped(block.provider or block.url or "").split())
    url = safe_address(block.url)
    if name:
        parts.append(f"[{name}]({_address(url)})" if url else name)
    return "\n\n".join(parts)


def _table(block: Table) -> str:
    width = max([len(row) for row in block.rows])
    rows = [
        [" ".join(_inline(cell.text, cell.marks).split()) for cell in row]
        + [""] * (width - len(row))
        for row in block.rows
    ]
    if not all(cell.header for cell in block.rows[0]):
        rows.insert(0, [""] * width)
    rows.insert(1, ["---"] * width)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    title = [_lines(escaped(block.caption)) + "\n"] if block.caption else []
    return "\n".join(title + lines)


def _address(url: str) -> str:
    return "".join([_IN_ADDRESS.get(each, each) for each in url])


def _lines(words: str) -> str:
    """Return a text whose line feeds are kept, and whose lines begin with nothing."""
    lines = [_start(line.strip()) for line in words.split("\n") if line.strip()]
    return "\\\n".join(lines)


def _start(line: str) -> str:
    r"""Return a line without what would make a list or a rule of it.

    Example:
        >>> _start("1. Ajax"), _start("- no"), _start("1.5 miles")
        ('1\\. Ajax', '\\- no', '1\\.5 miles')
    """
    found = _AT_START.match(line)
    if not found:
        return line
    digits, sign = found["digits"], found["sign"]
    if bool(digits) != (sign in ".)"):
        return line
    return f"{found['space']}{digits}\\{sign}{line[found.end() :]}"


def escaped(text: str) -> str:
    r"""Return a text of which nothing is markup.

    Example:
        >>> escaped("5 * 5 <b>")
        '5 \\* 5 \\<b\\>'
    """
    return _ANYWHERE.sub(r"\\\g<0>", text)


def _inline(text: str, marks: tuple[Mark, ...]) -> str:
    """Return a text with its links and emphasis.

    Marks that overlap others have to give way to the first, and so has emphasis
    that Markdown would not see: between letters and signs, at spaces.
    """
    written: list[str] = []
    at = 0
    for mark in marks:
        if mark.start < at or "\n" in mark.text:
            continue
        words = escaped(mark.text)
        if isinstance(mark, Link) and (url := safe_address(mark.href)):
            words = f"[{words}]({_address(url)})"
        elif isinstance(mark, Emphasis) and _is_seen(text, mark):
            sign = _SIGNS[mark.kind]
            words = f"{sign}{words}{sign}"
        else:
            continue
        written += [escaped(text[at : mark.start]), words]
        at = mark.end
    written.append(escaped(text[at:]))
    return "".join(written)


def _is_seen(text: str, mark: Emphasis) -> bool:
    """Whether Markdown takes signs around a stretch for emphasis.

    Signs have a letter inside and none outside, which is narrower than the rule
    for left-flanking and right-flanking delimiter runs (CommonMark 6.2).
    """
    before = text[mark.start - 1] if mark.start else " "
    after = text[mark.end] if mark.end < len(text) else " "
    inside = mark.text[0] + mark.text[-1]
    return (
        inside.isalnum()
        and before in _PARTING
        and after in _PARTING
        and unicodedata.category(inside[0])[0] in "LN"
    )


_PARTING: Final = frozenset(' .,;:?()"“”„’')
