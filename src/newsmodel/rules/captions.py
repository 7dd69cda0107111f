"""Captions of pictures in a text: those that end in a credit."""

import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from newsmodel.model import Source
from newsmodel.rules.credits import (
    BY,
    LABEL_NOUN,
    LEADERS,
    OPENERS,
    PARTS,
    SAYS_PICTURE,
    SIGN,
    credits_in,
    is_evident_credit,
    last_match,
    read_credit,
)
from newsmodel.rules.names import is_agency, one_line


class CaptionReading(NamedTuple):
    """A caption and the credit in it.

    Attributes:
        rule: Name of the rule that read it.
        text: What the picture shows; empty where the credit stands alone.
        credit_line: As printed, without sign, label and brackets.
        credits: Those named in it, in order.
        start: Where the credit line starts in what was read.
    """

    rule: str
    text: str
    credit_line: str | None
    credits: tuple[Source, ...]
    start: int


_LABEL: Final = re.compile(
    rf"""
    \b (?: {LABEL_NOUN} (?: \ (?: credits? | copyright | courtesy ) )? \s* [:：]
    | (?: credits? | bildquelle | crédits? (?: \ photos? )? | photo\ crédit
        | files? | image\ (?: source | copyright ) ) \s* :
    | image\ (?: source | copyright ) \s* ,
    | (?: fot | zdj ) \. \s
    | {LABEL_NOUN} \s+ {BY} \s
    ) \s* (?: by \s )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Every label has one of these; most texts have none.
_MAY_HAVE_LABEL: Final = re.compile(
    r"[:：]|(?:fot|zdj)\.|photo|pic|image|illustration|graphic|video|screengrab|foto|bild|grafik|beeld",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[^\W\d_]{3}[.!?](?:\s|$)")
_STOP: Final = re.compile(r"[.!?”\"]\s+(?=[^\Wa-z])")
_NOTICE: Final = re.compile(r"all\s+rights\s+reserved|^[12][0-9]{3}\b", re.IGNORECASE)
_OPENING: Final = 12  # characters, as of "Image ©" before a notice
_STOPS: Final = (".", "!", "?", "”", '"', "’")
_LONGEST: Final = 800
_LONGEST_CREDIT: Final = 150


class Cut(NamedTuple):
    """Where a caption's text ends, and where the credit is."""

    end: int
    start: int
    stop: int
    form: Literal["any", "prose", "names"]


def _sign(text: str) -> Cut | None:
    """Cut at the last sign: the credit is what it says, whatever its form."""
    found = last_match(SIGN, text)
    if found is None:
        return None
    before, rest = text[: found.start()].strip(), text[found.end() :].strip()
    opens = before.casefold() == "copyright"
    if opens or (found.start() < _OPENING and _NOTICE.search(rest)):
        return None
    # "(c)" also counts clauses, and after either sign prose may go on.
    names = found[0][0] == "(" or bool(_SENTENCE.search(text, found.end()))
    return Cut(found.start(), found.end(), len(text), "names" if names else "any")


def _label(text: str) -> Cut | None:
    """Cut at the last label that opens the text, a sentence or a bracket."""
    if not _MAY_HAVE_LABEL.search(text):
        return None
    for found in reversed(list(_LABEL.finditer(text))):
        before = text[: found.start()].rstrip()
        first = text[found.start()]
        opens = not before or before[-1] in OPENERS
        if opens:
            return Cut(found.start(), found.end(), len(text), "prose")
        if first.isupper() and found[0].rstrip().endswith((":", "：")):
            return Cut(found.start(), found.end(), len(text), "names")
    return None


def _brackets(text: str) -> Cut | None:
    """Cut at brackets that end the text and hold names."""
    stopped = text.endswith(".")
    text = text.rstrip(" .")
    if not text.endswith((")", "]")):
        return None
    start = max(text.rfind("("), text.rfind("["))
    inner = text[start + 1 : -1]
    if not is_evident_credit(inner):
        return None
    # After a stop "(dpa)" signs an article; a picture's credit says more.
    ended = stopped or start <= 0 or text[:start].rstrip().endswith(_STOPS)
    if ended and not SAYS_PICTURE.search(inner):
        return None
    return Cut(start, start + 1, len(text) - 1, "names")


def _bar(text: str) -> Cut | None:
    """Cut at a bar or dash before the name of an agency."""
    at = max(text.rfind(sign) for sign in ("|", " — ", " – "))
    credit = text[at + 1 :].strip(" —–")
    if at <= 0 or not _is_picture_desk(credit):
        return None
    return Cut(at, text.index(credit, at), len(text), "names")


def _is_picture_desk(credit: str) -> bool:
    last = PARTS.split(credit)[-1].strip()
    return is_agency(last) or last.casefold().endswith(
        (" images", " photo", "pictures")
    )


def _sentence(text: str) -> Cut | None:
    """Cut before a last sentence that is a list of names with an agency in it."""
    found = last_match(_STOP, text)
    if found is None:
        return None
    parts = PARTS.split(text[found.end() :])
    if len(parts) < 2 or not any(_is_picture_desk(part) for part in parts):
        return None
    return Cut(found.end(), found.end(), len(text), "names")


class CaptionRule(NamedTuple):
    """One way to print a credit, with an example and what it says."""

    name: str
    cut: Callable[[str], Cut | None]
    example: str
    text: str
    credit_line: str


CAPTION_RULES: Final = (
    CaptionRule(
        "credit-after-sign",
        _sign,
        "The old bridge on Monday © Jane Doe/AFP/Getty Images",
        "The old bridge on Monday",
        "Jane Doe/AFP/Getty Images",
    ),
    CaptionRule(
        "credit-after-label",
        _label,
        "The old bridge on Monday. Photograph: A. Doe/The Paper",
        "The old bridge on Monday.",
        "A. Doe/The Paper",
    ),
    CaptionRule(
        "credit-in-brackets",
        _brackets,
        "The old bridge on Monday. (AP Photo/Jane Doe)",
        "The old bridge on Monday.",
        "AP Photo/Jane Doe",
    ),
    CaptionRule(
        "credit-after-bar",
        _bar,
        "The old bridge on Monday | Jane Doe/AFP",
        "The old bridge on Monday",
        "Jane Doe/AFP",
    ),
    CaptionRule(
        "credit-after-stop",
        _sentence,
        "The old bridge on Monday. REUTERS/Jane Doe",
        "The old bridge on Monday.",
        "REUTERS/Jane Doe",
    ),
)
# What introduces a caption, at times only for those who hear the page.
CAPTION_LABEL: Final = (
    r"(?:(?:photo|picture|image)\s+caption\s*[:,]|(?:caption|legend|légende"
    r"|bildunterschrift|bildtext|bildbeschreibung|pie\ de\ foto|didascalia"
    r"|キャプション)\s*[:：])\s*"
)
_BEFORE: Final = re.compile(
    rf"{CAPTION_LABEL}|(?:pictured|photo|picture|image|foto|bild)\s*:\s*",
    re.IGNORECASE,
)


def read_caption(
    text: str, rules: tuple[CaptionRule, ...] = CAPTION_RULES
) -> CaptionReading | None:
    """Return the caption that a text is, if it ends in a credit.

    Example:
        >>> read_caption("The old bridge on Monday © Jane Doe/AFP").credit_line
        'Jane Doe/AFP'
    """
    if len(text) > _LONGEST:
        return None
    label = _BEFORE.match(text)
    for rule in rules:
        if (cut := rule.cut(text)) is None:
            continue
        credit = read_credit(text[cut.start : cut.stop]).credit_line
        shown = text[: cut.end].rstrip(LEADERS)
        if not 2 <= len(credit) <= _LONGEST_CREDIT:
            continue
        credits = credits_in(credit, prose=cut.form != "names")
        if credits or cut.form == "any":
            start = one_line(text).index(credit, cut.start)
            if label and shown:
                shown = shown[label.end() :]
            return CaptionReading(rule.name, shown, credit, credits, start)
    if label and " " in text[label.end() :]:
        return CaptionReading("label-before-text", text[label.end() :], None, (), 0)
    return None
