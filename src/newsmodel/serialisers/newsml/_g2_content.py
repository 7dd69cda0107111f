"""The content of an item by other makers: its text, or the picture that it is."""

from collections.abc import Sequence
from typing import Final

from newsmodel.markup.body_figures import area_of
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import Element, text_of
from newsmodel.model import Embed, Image, ImageCaption
from newsmodel.rules.lines import folded
from newsmodel.serialisers._captions import caption_of, image_at
from newsmodel.serialisers._findings import Findings, attributes_of
from newsmodel.serialisers.newsml._catalogs import code_of
from newsmodel.serialisers.newsml._g2_groups import Groups
from newsmodel.serialisers.newsml._g2_parties import Parties
from newsmodel.serialisers.newsml._inline import read_inline

_ANOTHER: Final = "another rendition was read"
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
    reader = BodyReader(findings.note, quiet=findings.quiet)
    for each in (*inline["inlineXML"], *inline["inlineData"]):
        if reader.blocks:
            reason = "another rendition of the text was read"
            findings.left_out(each, text_of(each) or attributes_of(each), reason)
        else:
            read_inline(each, each.get("encoding"), reader, findings)
    _read_remote(remote, reader, findings)
    return reader


def _read_remote(
    elements: Sequence[Element], reader: BodyReader, findings: Findings
) -> None:
    """Read what lies elsewhere: pictures, films, files."""
    kinds: dict[str, list[Element]] = {"image": [], "video": [], "audio": []}
    for each in elements:
        kind = (each.get("contenttype") or "").partition("/")[0].lower()
        if kind in kinds and folded(each.get("href")):
            kinds[kind].append(each)
        else:
            findings.leave_out(each)
    for kind, alike in kinds.items():
        names = {each.get("rendition") for each in alike}
        if None not in names and len(names) == len(alike) > 1:
            # Of each rendition one: so it is one picture, or one film.
            alike = [_largest(alike, findings)]  # noqa: PLW2901
        for each in alike:
            for inner in each:
                findings.leave_out(inner)
            if kind == "image":
                reader.blocks.append(ImageCaption(image=_image(each)))
            else:
                reader.blocks.append(Embed(url=folded(each.get("href"))))


def _largest(renditions: Sequence[Element], findings: Findings) -> Element:
    """Return the largest of some renditions; the others are listed."""
    best = max(renditions, key=lambda each: area_of(_image(each)))
    for each in renditions:
        if each is not best:
            findings.leave_out(each, _ANOTHER)
    return best


def _image(element: Element) -> Image | None:
    return image_at(element.get("href"), element.get("width"), element.get("height"))


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
    makers = map(parties.name, groups.peek("contentMeta/creator"))
    image = None
    if renditions := [each for part in groups.take("contentSet") for each in part]:
        best = _largest(renditions, findings)
        image = _image(best)
        for inner in best if image else (best,):
            findings.leave_out(inner)
    return caption_of(text, line, filter(None, makers), image)
