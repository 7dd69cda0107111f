"""The body: paragraphs, sub-headings, list items and captions."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsmodel.model import Heading, ImageCaption, ListItem, Paragraph, Quote
from newsmodel.parsers.text._captions import caption_of, has_no_credit
from newsmodel.parsers.text._findings import Findings
from newsmodel.parsers.text._lines import Piece
from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.rules._words import words
from newsmodel.rules.captions import CaptionReading
from newsmodel.rules.furniture import is_furniture, points_elsewhere
from newsmodel.rules.wire import read_wire_line

TextBlock = Paragraph | Heading | ListItem | ImageCaption


class Draft(NamedTuple):
    """A block before its quotes are known."""

    kind: type[TextBlock]
    text: str
    piece: Piece
    rule: str = ""
    ordered: bool = False
    level: int = 2
    caption: CaptionReading | None = None

    def build(self, quotes: tuple[Quote, ...]) -> TextBlock:
        """Return the block."""
        if self.kind is ListItem:
            return ListItem(text=self.text, ordered=self.ordered, marks=quotes)
        if self.kind is Heading:
            return Heading(text=self.text, level=self.level, marks=quotes)
        if self.caption:
            line, credits = self.caption.credit_line, self.caption.credits
            return ImageCaption(
                text=self.text, credit_line=line, credits=credits, marks=quotes
            )
        return self.kind(text=self.text, marks=quotes)


_OPENS_BLOCK: Final = frozenset("#•‣◦▪●·*-–0123456789")
#: What stands before a heading in Markdown, a sign for each level.
HASHES: Final = re.compile(r"^#{1,6}\s+(?=\S)")
_ITEM: Final = re.compile(
    r"(?:(?P<sign>[•‣◦▪●·*–-])|(?P<number>[0-9]{1,3})[.)])\s+(?=\S)"
)
_DASHES: Final = ("-", "–")
# In others than these a dash opens what people say.
_NO_SPEECH_BY_DASH: Final = words("de en nl")
_SEPARATOR: Final = re.compile(r"[*\-–—_=~•·#\s]{1,100}")
# "Q: Why?", and questions of more than one sentence.
_ASKED: Final = re.compile(r"^[^\W\d_][\w.]{0,24}\s?:\s|[.!?]\s")
# A line of speech, of a chat or of a message's header: "[12:01] Ann: Hello".
LABELLED: Final = re.compile(r"[\[(<]?[^\W_][\w :.>)\]-]{0,30}:(?:\s|$)")
_LONGEST_HEADING: Final = 120
_LONGEST_CAPTION: Final = 400
_LONGEST_UNSTOPPED: Final = 200


def read_body(
    left: Sequence[Piece], language: str | None, findings: Findings
) -> list[Draft]:
    """Return the pieces that are no facts as drafts of blocks, in order."""
    drafts: list[Draft] = []
    for index, piece in enumerate(left):
        text = piece.text
        if _is_plain(text):
            drafts.append(Draft(Paragraph, text, piece))
            continue
        if _SEPARATOR.fullmatch(text):
            findings.note("line-skipped", "a line between parts", piece)
        elif _is_furniture(text):
            message = f"{text!r} is no part of the article"
            findings.note("line-skipped", message, piece)
        elif hashes := HASHES.match(text):
            level = len(hashes[0].rstrip())
            drafts.append(
                Draft(Heading, text[hashes.end() :], piece, "hashes", level=level)
            )
        elif item := _item(left, index, language):
            drafts.append(item)
        elif caption := caption_of(text):
            _take_caption(drafts, caption, piece)
        elif drafts and _is_caption_below(drafts[-1], piece):
            drafts[-1] = drafts[-1]._replace(text=text)
        elif _is_heading(left, index, drafts[-1] if drafts else None):
            drafts.append(Draft(Heading, text, piece, "short-line"))
        else:
            drafts.append(Draft(Paragraph, text, piece))
    return drafts


def _is_furniture(text: str) -> bool:
    """Whether a line is a label, leads to another article, or says more follows."""
    if len(text) > _LONGEST_UNSTOPPED:
        return False
    wire = read_wire_line(text)
    more = wire is not None and wire.field is None
    return more or is_furniture(text) or points_elsewhere(text)


def has_bullet(text: str) -> bool:
    """Whether a line begins as an item does, and not with a dash, as speech may."""
    found = _ITEM.match(text)
    return bool(found and found["sign"] and found["sign"] not in _DASHES)


def _is_plain(text: str) -> bool:
    """Whether a text is a paragraph at first sight, as nearly all are."""
    may_head = len(text) <= _LONGEST_HEADING and text[-1] == "?"
    return has_no_credit(text) and not may_head and text[0] not in _OPENS_BLOCK


def _take_caption(drafts: list[Draft], caption: CaptionReading, piece: Piece) -> None:
    """Add a caption, as one with the line before where that is its other half."""
    text = caption.text
    if drafts:
        last = drafts[-1]
        if not text and _is_captioned(last, piece):
            text, piece = last.text, last.piece
            drafts.pop()
        elif caption.credit_line is None and last.caption and not last.text:
            caption, piece = last.caption, last.piece
            drafts.pop()
    drafts.append(_caption(text, caption, piece))


def _caption(text: str, caption: CaptionReading, piece: Piece) -> Draft:
    return Draft(ImageCaption, text, piece, caption.rule, caption=caption)


def _is_captioned(last: Draft, credit: Piece) -> bool:
    """Whether a text is the caption whose credit stands on the line after it."""
    if last.caption:
        # "Image caption: The bridge", "Image source: AFP".
        return last.caption.credit_line is None
    if last.kind not in (Paragraph, Heading):
        return False
    piece = last.piece
    if credit.block > piece.block + 1:
        return False  # something that was left out stands between the two
    if piece.block == credit.block and credit.of == 2:
        return len(piece.text) <= _LONGEST_CAPTION
    return not is_stopped(piece.text) and len(piece.text) <= _LONGEST_UNSTOPPED


def _is_caption_below(last: Draft, piece: Piece) -> bool:
    """Whether a line is the caption of the credit on the line before it."""
    together = last.piece.block == piece.block and piece.of == 2
    return last.caption is not None and not last.text and together


def _item(left: Sequence[Piece], index: int, language: str | None) -> Draft | None:
    piece = left[index]
    found = _ITEM.match(piece.text)
    if not found:
        return None
    number, sign = found["number"], found["sign"]
    beside = [
        near
        for each in [*left[max(index - 1, 0) : index], *left[index + 1 : index + 2]]
        if (near := _ITEM.match(each.text))
    ]
    if number:
        steps = (int(number) - 1, int(number) + 1)
        is_item = any(int(near["number"] or -9) in steps for near in beside)
    else:
        is_item = sign not in _DASHES or (
            any(near["sign"] for near in beside)
            and (language in _NO_SPEECH_BY_DASH or piece.text[-1] not in ".!?:…")
        )
    if not is_item:
        return None
    rule = "numbered-item" if number else "bulleted-item"
    return Draft(ListItem, piece.text[found.end() :], piece, rule, ordered=bool(number))


def _is_heading(left: Sequence[Piece], index: int, last: Draft | None) -> bool:
    """Whether a short line stands over a longer paragraph, or over a list."""
    piece = left[index]
    text = piece.text
    if (
        len(text) > _LONGEST_HEADING
        or index + 1 == len(left)
        or text[-1] in ",;:"
        or text[0].islower()
        or (is_stopped(text) and not _is_question(piece))
    ):
        return False
    after_text = last is not None and last.kind is Paragraph
    if last and after_text and not piece.alone and not is_stopped(last.text):
        return False  # one verse of many
    after = left[index + 1].text
    if LABELLED.match(text) and LABELLED.match(after):
        return False  # what people say in turn
    return _ITEM.match(after) is not None or (
        len(after) > len(text)
        and (is_stopped(after) or after[-1] == ":" or len(after) > _LONGEST_HEADING)
    )


def _is_question(piece: Piece) -> bool:
    """Whether a piece asks as a heading does, and not as an interviewer."""
    text = piece.text
    return text[-1] == "?" and piece.alone and not _ASKED.search(text)


def texts_in_reading_order(drafts: Sequence[Draft]) -> Iterator[int]:
    """Yield the places of running text, then those of captions.

    So that a picture between two paragraphs parts no quote that goes on.
    """
    for index, draft in enumerate(drafts):
        if draft.kind is not ImageCaption:
            yield index
    for index, draft in enumerate(drafts):
        if draft.kind is ImageCaption:
            yield index
