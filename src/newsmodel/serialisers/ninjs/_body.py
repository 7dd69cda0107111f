"""The body of an item, with what is associated with it."""

from typing import Final

from newsmodel.model import Block
from newsmodel.serialisers._findings import Trace
from newsmodel.serialisers._json_body import JsonBody
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import Item, line_of, squeezed
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers.ninjs._pictures import Picture, read_film, read_picture
from newsmodel.serialisers.ninjs._placing import LEADS, place
from newsmodel.serialisers.ninjs._texts import Written, written_in
from newsmodel.serialisers.ninjs._vocabulary import (
    ABOUT_THE_DOCUMENT,
    ASSOCIATIONS,
    FILMS,
    PICTURES,
)

_NO_TEXT: Final = Written("associations", "plain", "", "$.associations")


def read_body(
    item: Item, picture: Picture | None, findings: Findings, makers: Makers
) -> JsonBody:
    """Return the body of an item, with the pictures and films beside it.

    Args:
        item: The item.
        picture: The picture that it is itself, if it is one.
        findings: What was found so far.
        makers: Those who made it, so far.
    """
    body = JsonBody(findings, makers)
    pictures, films = _associated(item, findings)
    taken = _taken(written_in(item, "bodies", "body"), findings)
    text = body.read(taken.value, taken.form, taken.path)
    if picture:
        pictures.insert(0, picture._replace(name=LEADS[0]))
        # Superdesk repeats the caption of a picture as its body.
        words = [squeezed(each.text) for each in text.blocks]
        if words == [squeezed(picture.caption.text)]:
            text.keep([])
    first, last = place(pictures, text.blocks)
    body.add(first)
    body.add_text(text)
    body.add(last + films)
    if body.blocks:
        rule = f"body-{taken.role or taken.form}"
        findings.witness("body", Trace(rule, body.blocks[0].text, taken.path))
    body.drop_repeated_standfirst()
    return body


def _taken(bodies: list[Written], findings: Findings) -> Written:
    """Return the rendition of the text that is read: markup before plain text."""
    known = [each for each in bodies if not each.value.isspace()]
    rank = ("html", "plain", "xml").index
    taken = min(known, key=lambda each: rank(each.form), default=_NO_TEXT)
    for each in bodies:
        if each is not taken:
            reason = "another rendition of the body was taken"
            findings.left_out(each.path, line_of(each.value[:400]), reason)
    return taken


def _associated(item: Item, findings: Findings) -> tuple[list[Picture], list[Block]]:
    """Return the pictures and the films beside the text; texts are told of."""
    pictures: list[Picture] = []
    films: list[Block] = []
    for each in item.items(*ASSOCIATIONS):
        kind = line_of(each.peek("type")).lower()
        is_picture = kind in PICTURES or (not kind and each.peek("renditions"))
        if is_picture and (picture := read_picture(each)):
            pictures.append(picture)
        elif kind in FILMS and (film := read_film(each)):
            films.append(film)
        else:
            headlines = written_in(each, "headlines", "headline")
            words = [one.text for one in headlines] or [each.line("uri", "guid")]
            reason = "it is an item of its own"
            findings.left_out(each.path, " ".join(words), reason)
            continue
        findings.leave_out_the_rest(each, ABOUT_THE_DOCUMENT)
    return pictures, films
