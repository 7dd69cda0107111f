"""The body that newsmodel writes in NITF, as the XHTML that it writes elsewhere.

Both hold the same blocks and marks in other elements, so that one reader, which
reads to the letter, is enough.
"""

import json
from typing import Any, Final

from lxml import etree

from newsmodel.markup.xhtml_inline import tag_of
from newsmodel.markup.xml import local_name
from newsmodel.model import Source
from newsmodel.serialisers.nitf._vocabulary import CREDITS, IMAGE

_Captions = dict[str, dict[str, Any]]
#: Attributes of a picture in XHTML, and in NITF.
_OF_PICTURES: Final = {
    "src": "source",
    "alt": "alternate-text",
    "width": "width",
    "height": "height",
}
_LEVEL: Final = "h2"


def as_xhtml(content: etree._Element) -> tuple[etree._Element, _Captions]:
    """Return a body as XHTML, and what that does not hold of its pictures.

    Raises:
        ValueError: If credits are no JSON, or the model refuses one.
    """
    body = etree.Element(tag_of("body"))
    captions: _Captions = {}
    _copy_inside(content, body, captions)
    return body, captions


def verbatim(element: etree._Element) -> str:
    """Return the text of an element to the letter, breaks as line feeds."""
    if not len(element):
        return element.text or ""
    pieces = [element.text or ""]
    for each in element:
        pieces.append("\n" if local_name(each) == "br" else verbatim(each))
        pieces.append(each.tail or "")
    return "".join(pieces)


def _copy_inside(
    source: etree._Element, target: etree._Element, captions: _Captions
) -> None:
    _add_text(target, source.text)
    for child in source:
        name = local_name(child)
        if name == "block":
            _copy_inside(child, target, captions)
        elif name == "media":
            _media(child, target, captions)
        else:
            copy = etree.SubElement(target, tag_of(_name(child, name)))
            _copy_inside(child, _inmost(child, name, copy), captions)
        _add_text(target, child.tail)


def _add_text(target: etree._Element, text: str | None) -> None:
    """Put a text behind all that an element has so far."""
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _name(element: etree._Element, name: str) -> str:
    """Return what an element is called in XHTML."""
    css = element.get("class", "")
    if name == "hl2":
        return css or _LEVEL
    if name == "bq":
        return "blockquote"
    if name == "q" or (name == "a" and element.get("href") is None):
        return "span"
    if name == "em" and "strong" in css.split():
        return "strong"
    return name


def _inmost(element: etree._Element, name: str, copy: etree._Element) -> etree._Element:
    """Return what the content goes into: where marks are named, a ``span``."""
    if name not in ("a", "em", "q"):
        return copy
    if (href := element.get("href")) is not None:
        copy.set("href", href)
    names = " ".join(
        each for each in element.get("class", "").split() if each != "strong"
    )
    if not names:
        return copy
    if copy.tag != tag_of("span"):
        copy = etree.SubElement(copy, tag_of("span"))
    copy.set("data-part", names)
    return copy


def _media(
    element: etree._Element, target: etree._Element, captions: _Captions
) -> None:
    """Copy a picture or what else is shown as a figure."""
    figure = etree.SubElement(target, tag_of("figure"))
    reference = element.find("{*}media-reference")
    shown = {} if reference is None else dict(reference.attrib)
    caption = element.find("{*}media-caption")
    if element.get("media-type") != IMAGE:
        figure.set("class", "embed")
        _embed(figure, shown, caption, captions)
        return
    part: dict[str, Any] = {}
    name = f"image-{len(captions) + 1}"
    captions[name] = part
    figure.set("data-part", name)
    picture = {
        there: str(shown[here]) for there, here in _OF_PICTURES.items() if here in shown
    }
    if picture:
        etree.SubElement(figure, tag_of("img"), picture)
    if caption is not None:
        copy = etree.SubElement(figure, tag_of("figcaption"))
        _copy_inside(caption, copy, captions)
    producer = element.find("{*}media-producer")
    if producer is not None:
        part["credit_line"] = verbatim(producer)
    for each in element.iterfind("{*}media-metadata"):
        if each.get("name") == CREDITS:
            credits = json.loads(each.get("value", ""))
            part["credits"] = tuple(Source(**one) for one in credits)


def _embed(
    figure: etree._Element,
    shown: dict[Any, Any],
    caption: etree._Element | None,
    captions: _Captions,
) -> None:
    if caption is not None:
        _copy_inside(caption, etree.SubElement(figure, tag_of("p")), captions)
    at = etree.SubElement(figure, tag_of("figcaption"))
    if "source" in shown:
        at = etree.SubElement(at, tag_of("a"), href=shown["source"])
    if "source-credit" in shown:
        etree.SubElement(at, tag_of("cite")).text = shown["source-credit"]
