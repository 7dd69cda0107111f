"""Credits of what is known to be a caption, or the credit itself.

A line below a picture may be read more boldly than a line of a text, where
:mod:`newsmodel.rules.captions` has to tell captions from all the rest.
"""

import re
from typing import Final, NamedTuple

from newsmodel.rules.captions import CAPTION_LABEL, CaptionRule, Cut
from newsmodel.rules.credits import (
    ALONE,
    BRACKETS,
    BY,
    EDGES,
    ENDINGS,
    LABEL_LAST,
    LABEL_NOUN,
    LABEL_WORDS,
    LEADERS,
    OPENERS,
    SIGN,
    CreditReading,
    credits_in,
    is_evident,
    names_somebody,
    read_credit,
)
from newsmodel.rules.names import one_line

_BEFORE_COLON: Final = re.compile(rf"(?<!\w){LABEL_WORDS}\Z", re.IGNORECASE)
_BEFORE_BY: Final = re.compile(rf"(?<!\w){LABEL_NOUN}\Z", re.IGNORECASE)
_LABELS: Final = ("copyright", "credit", "credits", "photo", "foto", "source", "quelle")
_ENDS_BY: Final = (" by", " via", " of", " von", " de", " di", " door", " av")
_JOINED: Final = re.compile(rf"(?<!\w){LABEL_NOUN}\s{BY}\Z", re.IGNORECASE)
_JOINT: Final = re.compile(
    rf"\s*[:：=＝]\s*(?:by\s)?|\s{BY}\s+|(?<!\w)courtesy\s(?:of\s)?",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 40
# What parts the credit before such a label from the caption, the surest first.
_BEFORE_NAMES: Final = (
    re.compile(r"(?<=[。！？])|(?<=[.!?…])\s"),
    re.compile(r"\s*[、，,]\s*"),
    re.compile(r"\s*[=＝]\s*|\s+"),
)
_PARTED: Final = re.compile(r"[\s、，,/・]+")
_LONGEST_NAME: Final = 8
_MOST_PARTS: Final = 3
_NOT_IN_NAMES: Final = frozenset("。！？.!?…=＝")
# "(Dok. Example)", "(Archivo)": out of whose files.
_FILED: Final = re.compile(
    r"(?:dok|doc|arsip|archiv\w*|arhiv\w*)\b\s*[.:/]", re.IGNORECASE
)
_STOP: Final = re.compile(
    r"(?:[^\W\d_]{4}|[)\]%]|[⺀-힣])[.!?…。]['\"”’»)」]?(\s*)(?=[^\W_])|[」”»](\s*)(?=[^\W_])"
)
_BAR: Final = re.compile(r"\s+[|—–/•]\s*(?=[^\W_])|\u2003")
_ANY_LABEL: Final = re.compile(r"[.!?…]\s*([^\W\d_a-z][^\W\d_]{2,20}):\s+(?=[^\Wa-z])")
_SHORT_STOP: Final = re.compile(r"[^\W_]{2}[.!?…'\"”’»)](\s*)(?=[^\W_])")
# A name in a script without capitals: nothing but its length tells it.
_SCRIPT: Final = re.compile(r"[⺀-힣][⺀-힣0-9]{1,7}(?:\s[⺀-힣]{2,4})?")
_SCRIPT_SIGN: Final = re.compile("[⺀-힣]")
_LONGEST: Final = 1500
_LONGEST_CREDIT: Final = 200
_MOST_NAMES: Final = 12
_FEW: Final = 4
_SPACED: Final = 7


class PictureReading(NamedTuple):
    """What stands below a picture, and the credit in it.

    Attributes:
        rule: Name of the rule that read it.
        text: What the picture shows; empty where the credit stands alone.
        credit_line: As printed, without sign, label and brackets.
    """

    rule: str
    text: str
    credit_line: str | None


def is_credit(text: str) -> bool:
    """Whether a text below a picture is a credit and nothing else.

    Example:
        >>> is_credit("© Jane Doe"), is_credit("Jane Doe"), is_credit("Doe/Reuters")
        (True, False, True)
    """
    return _credit_alone(text) is not None


def _credit_alone(text: str) -> CreditReading | None:
    """Return the credit that a text below a picture is, if it is nothing else."""
    if not 2 <= len(text) <= _LONGEST_CREDIT or text.count(" ") > _MOST_NAMES + 4:
        return None
    reading = read_credit(text)
    return reading if _is_whole(text, reading) else None


def _is_whole(text: str, reading: CreditReading) -> bool:
    """Whether a text that was read as a credit can be one from end to end."""
    rule, credit_line = reading
    if not credit_line:
        return False
    if rule == "names":
        if credit_line.count(" ") > _SPACED and "/" not in credit_line:
            return False
        before, bar, _ = credit_line.partition(" / ")
        if _STOP.search(credit_line) or (bar and "," in before):
            return False
        enclosed = BRACKETS.get(text[0]) == text[-1]
        return is_evident(credit_line) or (enclosed and names_somebody(credit_line))
    if rule == "label-last" and _SCRIPT_SIGN.search(credit_line):
        return _is_short(credit_line)
    count = len(credit_line.split())
    return count <= _FEW or (count <= _MOST_NAMES and bool(credits_in(credit_line)))


def _is_short(credit_line: str) -> bool:
    """Whether what stands before a label that comes last is no more than names.

    Where words are written without blanks, their number says nothing.
    """
    parts = _PARTED.split(credit_line)
    return (
        len(parts) <= _MOST_PARTS
        and max(map(len, parts)) <= _LONGEST_NAME
        and _NOT_IN_NAMES.isdisjoint(credit_line)
    )


def without_introduction(text: str) -> str:
    """Return a text without a sign or label at its end, whose credit stands apart.

    Example:
        >>> without_introduction("The old bridge. Foto:")
        'The old bridge.'
    """
    bare = text.rstrip(LEADERS + "©ⓒ=＝：").removesuffix("(c)").rstrip(EDGES)
    after = text[len(bare) :]
    if ":" in after or "：" in after or bare.lower().endswith(_LABELS):
        label = _BEFORE_COLON
    elif bare.endswith(_ENDS_BY):
        label = _JOINED
    else:
        return bare
    window = bare[-_LONGEST_LABEL:]
    if found := label.search(window):
        before = bare[: len(bare) - len(window) + found.start()].rstrip()
        if not before or before[-1] in OPENERS:
            return before.rstrip(LEADERS)
    return bare


def may_be_credit(text: str) -> bool:
    """Whether a text that stands apart in a caption may be its credit."""
    if not 2 <= len(text) <= _LONGEST_CREDIT or text.count(" ") > _MOST_NAMES + 4:
        return False
    rule, credit_line = read_credit(text)
    if not credit_line:
        return False
    if rule == "label-last" and _SCRIPT_SIGN.search(credit_line):
        return _is_short(credit_line)
    if rule != "names" or ALONE.fullmatch(credit_line):
        return True
    return not text.endswith(".") and names_somebody(credit_line)


def _label(text: str) -> Cut | None:
    """Cut at the first label that no more than a credit follows."""
    for found in _JOINT.finditer(text, max(0, len(text) - _LONGEST_CREDIT)):
        rest = text[found.end() :]
        if not rest or rest.count(" ") >= _MOST_NAMES:
            continue
        start = found.start()
        if not found[0][0].isalpha():
            colon = not found[0][1:2].isalpha()
            window = text[max(0, start - _LONGEST_LABEL) : start]
            label = (_BEFORE_COLON if colon else _BEFORE_BY).search(window)
            if label is None:
                continue
            start -= len(window) - label.start()
        before = text[:start].rstrip()
        if not before or before[-1] in OPENERS or not text[start].islower():
            return Cut(start, found.end(), len(text), "prose")
    return None


def _sign(text: str) -> Cut | None:
    found = SIGN.search(text)
    return found and Cut(found.start(), found.end(), len(text), "any")


def _bracket(text: str) -> Cut | None:
    """Cut at brackets at the end, after a full stop, that hold names."""
    bare = text.rstrip(" .")
    if not bare or bare[-1] not in BRACKETS.values():
        return None
    start = max(bare.rfind(opening) for opening in BRACKETS)
    before = bare[:start].rstrip()
    inner = bare[start + 1 : -1]
    if start < 0 or not before:
        return None
    if _FILED.match(inner):
        return Cut(start, start + 1, len(bare) - 1, "any")
    if LABEL_LAST.search(inner) or before[-1] in '.!?…。”»"' or is_evident(inner):
        return Cut(start, start + 1, len(bare) - 1, "names")
    return None


def _tail(text: str) -> Cut | None:
    """Cut at a last bar, dash, slash or wide space before names."""
    from_ = max(0, len(text) - _LONGEST_CREDIT)
    for found in list(_BAR.finditer(text, from_))[-3:]:
        rest = text[found.end() :]
        if found.start() == 0 or not rest or len(rest.split()) > _MOST_NAMES:
            continue
        sure = found[0].strip() in ("—", "–")
        line = read_credit(rest).credit_line
        if is_evident(rest) or (not sure and names_somebody(line)):
            return Cut(found.start(), found.end(), len(text), "names")
    return None


def _label_last(text: str) -> Cut | None:
    """Cut before the few words that a label at the end is about."""
    if not text.endswith(ENDINGS) or (found := LABEL_LAST.search(text)) is None:
        return None
    stop = found.start()
    if not _SCRIPT_SIGN.match(text[stop - 1 : stop]):
        return None
    from_ = max(0, stop - _LONGEST_LABEL)
    for pattern in _BEFORE_NAMES:
        for cut in reversed(list(pattern.finditer(text, from_, stop))):
            rest = text[cut.end() : stop]
            if cut.start() and rest and _is_short(rest):
                return Cut(cut.start(), cut.end(), stop, "any")
    return None


def _unknown_label(text: str) -> Cut | None:
    """Cut after the last stop before one word, a colon and names."""
    from_ = max(0, len(text) - _LONGEST_CREDIT)
    found = next(reversed(list(_ANY_LABEL.finditer(text, from_))), None)
    if found is None or not names_somebody(text[found.end() :]):
        return None
    return Cut(found.start(1), found.end(), len(text), "names")


def _after_stop(text: str) -> Cut | None:
    """Cut after the last stop before names; none where these end in a stop."""
    if text.endswith((".", "!", "?", "”", "。")):
        return None
    from_ = max(0, len(text) - _LONGEST_CREDIT)
    for pattern, sure in ((_STOP, False), (_SHORT_STOP, True)):
        for found in reversed(list(pattern.finditer(text, from_))[-3:]):
            rest = text[found.end() :]
            if rest.count(" ") >= _MOST_NAMES or (
                rest[0].islower() and "/" not in rest and " " in rest
            ):
                continue
            if is_evident(rest) or (not sure and names_somebody(rest)):
                return Cut(found.end(), found.end(), len(text), "names")
            if _SCRIPT.fullmatch(rest):
                return Cut(found.end(), found.end(), len(text), "any")
    return None


PICTURE_RULES: Final = (
    CaptionRule(
        "credit-after-copyright-sign",
        _sign,
        "The old bridge. ⓒ Jane Doe",
        "The old bridge.",
        "Jane Doe",
    ),
    CaptionRule(
        "credit-after-source-label",
        _label,
        "Die alte Brücke am Montag. Quelle: Jane Doe",
        "Die alte Brücke am Montag.",
        "Jane Doe",
    ),
    CaptionRule(
        "credit-in-last-brackets",
        _bracket,
        "The old bridge. (Jane Doe)",
        "The old bridge.",
        "Jane Doe",
    ),
    CaptionRule(
        "credit-before-label",
        _label_last,
        "開通した橋＝1日午前、山田例子撮影",
        "開通した橋＝1日午前",
        "山田例子",
    ),
    CaptionRule(
        "credit-after-last-stop",
        _after_stop,
        "The old bridge on Monday. Jane Doe",
        "The old bridge on Monday.",
        "Jane Doe",
    ),
    CaptionRule(
        "credit-after-last-bar",
        _tail,
        "The old bridge on Monday | Jane Doe",
        "The old bridge on Monday",
        "Jane Doe",
    ),
    CaptionRule(
        "credit-after-unknown-label",
        _unknown_label,
        "The old bridge on Monday. Isithombe: Jane Doe",
        "The old bridge on Monday.",
        "Jane Doe",
    ),
)


_BEFORE: Final = re.compile(CAPTION_LABEL, re.IGNORECASE)


def read_picture_caption(
    text: str, rules: tuple[CaptionRule, ...] = PICTURE_RULES
) -> PictureReading:
    """Return text and credit of what is known to stand below a picture.

    Example:
        >>> read_picture_caption("The old bridge. Quelle: Jane Doe").credit_line
        'Jane Doe'
    """
    text = text[found.end() :] if (found := _BEFORE.match(text)) else text
    if alone := _credit_alone(text):
        return PictureReading(f"credit-alone-{alone.rule}", "", alone.credit_line)
    flat = one_line(text)
    for rule in rules if len(text) <= _LONGEST else ():
        cut = rule.cut(flat)
        if cut is None:
            continue
        credit = read_credit(flat[cut.start : cut.stop]).credit_line
        shown = text[: cut.end].rstrip(LEADERS)
        if not 2 <= len(credit) <= _LONGEST_CREDIT:
            continue
        prose = cut.form != "names"
        short = len(credit.split()) <= (_MOST_NAMES if shown else _FEW)
        if (
            (prose and short)
            or ALONE.fullmatch(credit)
            or (credits_in(credit) if prose else names_somebody(credit))
        ):
            return PictureReading(rule.name, shown, credit)
    return PictureReading("no-credit", text, None)
