"""Blocks, written as HTML for people to read: clean, semantic and safe.

What :mod:`newsmodel.markup.xhtml_writer` writes can be read back, so it names its
parts and keeps every address; this writes no names, and no address that a browser
might run.
"""

from datetime import datetime

from newsmodel.markup.escape import escape, escape_attribute
from newsmodel.markup.flow_marks import as_address, runs_script
from newsmodel.markup.segments import segments
from newsmodel.markup.xhtml_writer import XhtmlWriter
from newsmodel.model import Embed, Emphasis, ImageCaption, Link, Mark, Quote, When


class HtmlWriter(XhtmlWriter):
    """Writes blocks.

    Example:
        >>> from newsmodel.model import Paragraph
        >>> said = Quote(start=1, text="Stop,")
        >>> text = "“Stop,” she said."
        >>> HtmlWriter().write([Paragraph(text=text, marks=[said])])
        '<p>“<span class="quote">Stop,</span>” she said.</p>'
    """

    def _inline(self, text: str, marks: tuple[Mark, ...]) -> str:
        shown = [each for each in marks if not _leads_astray(each)]
        stretches = [(each.start, each.end, each) for each in shown]
        written: list[str] = []
        at = 0
        for start, end, over in segments(stretches):
            written.append(words_of(text[at:start]))
            written.append(_segment(words_of(text[start:end]), over))
            at = end
        written.append(words_of(text[at:]))
        return "".join(written)

    def _figure(self, block: ImageCaption) -> str:
        written = ["<figure>"]
        image = block.image
        url = safe_address(image.url) if image else None
        if image and url:
            alt = escape_attribute(image.alt or "")
            written.append(f'<img src="{escape_attribute(url)}" alt="{alt}"')
            for name in ("width", "height"):
                if (value := getattr(image, name)) is not None:
                    written.append(f' {name}="{value}"')
            written.append(">")
        if block.text or block.credit_line:
            written.append(f"<figcaption>{self._inline(block.text, block.marks)}")
            if block.credit_line:
                space = " " if block.text else ""
                credit = escape(block.credit_line)
                written.append(f'{space}<small class="credit">{credit}</small>')
            written.append("</figcaption>")
        written.append("</figure>")
        return "".join(written)

    def _embed(self, block: Embed) -> str:
        written = ['<figure class="embed">']
        if block.text:
            written.append(f"<p>{self._inline(block.text, block.marks)}</p>")
        shown = escape(block.provider or block.url or "")
        if url := safe_address(block.url):
            shown = f'<a href="{escape_attribute(url)}">{shown}</a>'
        if shown:
            written.append(f"<figcaption>{shown}</figcaption>")
        written.append("</figure>")
        return "".join(written)


def words_of(text: str) -> str:
    r"""Return a text as the content of an element, its line feeds as breaks.

    Example:
        >>> words_of("a\n& b")
        'a<br>&amp; b'
    """
    return escape(text).replace("\n", "<br>")


def safe_address(address: str | None) -> str | None:
    """Return an address, unless a browser may run what is in it.

    Example:
        >>> safe_address("https://example.com"), safe_address(" JavaScript:a")
        ('https://example.com', None)
    """
    bare = as_address(address or "")
    return None if not bare or runs_script(bare) else bare


def shown_time(when: When) -> str:
    """Return a time as people of any language read it.

    Example:
        >>> from datetime import date
        >>> shown_time(date(2024, 5, 1))
        '2024-05-01'
    """
    if not isinstance(when, datetime):
        return when.isoformat()
    shown = when.replace(tzinfo=None).isoformat(" ", "minutes")
    offset = when.isoformat()[-6:] if when.tzinfo else ""
    return f"{shown} {'UTC' if offset == '+00:00' else offset}".rstrip()


def _leads_astray(mark: Mark) -> bool:
    return isinstance(mark, Link) and safe_address(mark.href) is None


def _segment(words: str, over: list[Mark]) -> str:
    """Return one segment, whatever lies over it: ``a`` > ``strong`` > ``em``."""
    if any(isinstance(each, Quote) for each in over):
        words = f'<span class="quote">{words}</span>'
    for kind in ("em", "strong"):
        if any(isinstance(each, Emphasis) and each.kind == kind for each in over):
            words = f"<{kind}>{words}</{kind}>"
    for each in over:
        if isinstance(each, Link):
            address = escape_attribute(safe_address(each.href) or "")
            words = f'<a href="{address}">{words}</a>'
    return words
