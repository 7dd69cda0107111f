"""The content of an item by other makers: its text, or the picture that it is."""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.errors import ModelError
from newsmodel.evidence import Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.body_words import BLOCKS, KINDS
from newsmodel.markup.elements import Element, name_of, text_of, whole_number
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.plain import paragraphs_of
from newsmodel.model import Embed, Image, ImageCaption, Paragraph, Source
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.rules.authors import is_same
from newsmodel.rules.credits import credits_in
from newsmodel.rules.lines import folded
from newsmodel.serialisers._findings import Findings, attributes_of
from newsmodel.serialisers.newsml._catalogs import code_of
from newsmodel.serialisers.newsml._g2_groups import Groups
from newsmodel.serialisers.newsml._g2_parties import Parties

_MARKUP: Final = re.compile(r"<(?:p|br|div|ul|ol|table|h[1-6])\b[^<>]{0,400}>", re.I)
_INLINE: Final = re.compile(r"</(?:a|b|em|i|span|strong|sub|sup|u)>", re.I)
_ANOTHER: Final = "another rendition was read"
# So many makers of a picture are compared with those whom it is credited to.
_MOST: Final = 50
_TEXTS: Final = BLOCKS - {"container", "fact", "aside"}
_CAPTIONS: Final = ("caption", "")


def read_content(groups: Groups, findings: Findings) -> BodyReader:
    """Return the text of an item: the first rendition of it that has any.

    Marked-up text goes before plain text. What else there is, is listed.
    """
    inline: dict[str, list[Element]] = {"inlineXML": [], "inlineData": []}
    remote: list[Element] = []
    for content in groups.take("contentSet"):
        for each in content:
            name = groups.name(each)
            if name in inline:
                inline[name].append(each)
            elif name == "remoteContent":
                remote.append(each)
            else:
                findings.leave_out(each)
    read: BodyReader | None = None
    for each in (*inline["inlineXML"], *inline["inlineData"]):
        if read is not None and read.blocks:
            reason = "another rendition of the text was read"
            findings.left_out(each, text_of(each) or attributes_of(each), reason)
        else:
            read = _rendition(each, groups, findings)
    reader = read or BodyReader(findings.note)
    _read_remote(remote, reader, findings)
    return reader


def _rendition(element: Element, groups: Groups, findings: Findings) -> BodyReader:
    reader = BodyReader(findings.note)
    if groups.name(element) == "inlineXML" or len(element):
        if is_text(element):
            reader.read(element)
        else:  # results, prices, statistics
            findings.leave_out(element, "it is of a vocabulary that is not for text")
        return reader
    if encoding := element.get("encoding"):
        findings.left_out(element, encoding, "its encoding is not read")
        return reader
    read_text(element.text or "", reader, findings.notes)
    return reader


def is_text(element: Element) -> bool:
    """Whether what is in an element is marked up as text at all.

    Example:
        >>> from lxml import etree
        >>> is_text(etree.fromstring("<x><team><score>3</score></team></x>"))
        False
    """
    if not len(element) or any(name_of(each) in KINDS for each in element):
        return True
    return any(KINDS.get(name_of(each)) in _TEXTS for each in element.iter())


def read_text(text: str, reader: BodyReader, notes: list[Note]) -> None:
    r"""Read a text that is plain, or HTML that was escaped.

    Example:
        >>> reader = BodyReader(print)
        >>> read_text("It is open.\n\nAll went well.", reader, [])
        >>> read_text("<p>It rained.<br>All day.", reader, [])
        >>> [block.text for block in reader.blocks]
        ['It is open.', 'All went well.', 'It rained.\nAll day.']
    """
    if _MARKUP.search(text):
        root = parse_fragment(text, notes)
        if root is not None:
            reader.read(root)
        return
    for each in paragraphs_of(text):
        if _INLINE.search(each):
            root = parse_fragment(each, notes)
            if root is not None:
                reader.read(root)
        else:
            reader.blocks.append(Paragraph(text=each))


def _read_remote(
    elements: Sequence[Element], reader: BodyReader, findings: Findings
) -> None:
    """Read what lies elsewhere: pictures, films, files."""
    kinds: dict[str, list[Element]] = {"image": [], "video": [], "audio": []}
    for each in elements:
        kind = (each.get("contenttype") or "").partition("/")[0].lower()
        if kind in kinds and each.get("href"):
            kinds[kind].append(each)
        else:
            findings.leave_out(each)
    for kind, alike in kinds.items():
        names = {each.get("rendition") for each in alike}
        if None not in names and len(names) == len(alike) > 1:
            # Of each rendition one: so it is one picture, or one film.
            best = max(alike, key=_size)
            for each in alike:
                if each is not best:
                    findings.leave_out(each, _ANOTHER)
            alike = [best]  # noqa: PLW2901
        for each in alike:
            for inner in each:
                findings.leave_out(inner)
            if kind == "image":
                reader.blocks.append(ImageCaption(image=_image(each)))
            elif href := folded(each.get("href")):
                reader.blocks.append(Embed(url=href))


def _size(element: Element) -> int:
    width = whole_number(element.get("width")) or 0
    return width * (whole_number(element.get("height")) or 0)


def read_picture(
    groups: Groups, parties: Parties, findings: Findings
) -> ImageCaption | None:
    """Return what a picture item says of its picture."""
    text = ""
    descriptions = groups.take("contentMeta/description")
    for role in (*_CAPTIONS, None):
        for each in descriptions:
            if not text and role in (None, code_of(each.get("role"))):
                text = text_of(each)
    for each in descriptions:
        words = text_of(each)
        if words and words != text:
            findings.left_out(each, words, "the picture has a caption")
    line = None
    for each in groups.take("contentMeta/creditline"):
        line = line or text_of(each) or None
    credits = list(credits_in(line)) if line else []
    makers: list[Source] = []
    for each in groups.peek("contentMeta/creator")[:_MOST]:
        name = parties.name(each)
        if name and not any(
            other.name and is_same(name, other.name) for other in credits[:_MOST]
        ):
            makers.append(Source(name=name, kind="person", role="photographer"))
    image = _best_image(groups, findings)
    if not (text or line or makers or image):
        return None
    return ImageCaption(
        text=text[:TEXT_LIMIT],
        credit_line=line,
        credits=[*makers, *credits],
        image=image,
    )


def _best_image(groups: Groups, findings: Findings) -> Image | None:
    """Return the largest rendition of a picture; the others are listed."""
    renditions = [each for part in groups.take("contentSet") for each in part]
    best: Image | None = None
    for each in sorted(renditions, key=_size, reverse=True):
        if best is None and each.get("href"):
            best = _image(each)
            for inner in each:
                findings.leave_out(inner)
        else:
            findings.leave_out(each, _ANOTHER)
    return best


def _image(element: Element) -> Image | None:
    url = folded(element.get("href")) or None
    if url is None:
        return None
    width, height = (
        whole_number(element.get("width")),
        whole_number(element.get("height")),
    )
    try:
        return Image(url=url, width=width, height=height)
    except ModelError:  # a width beyond all measure
        return Image(url=url)
