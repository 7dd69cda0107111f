"""Captions: what a text below a picture says, and whose the picture is."""

import re
from bisect import bisect_left
from itertools import islice
from operator import itemgetter
from typing import Any, Final, NamedTuple

from newsmodel.markup.flow import Box, Flow, Run, fold
from newsmodel.parsers.html._page.names import CAPTION, CREDIT, bits_of_class
from newsmodel.rules.credits import is_label, read_credit
from newsmodel.rules.names import kind_of
from newsmodel.rules.picture_credits import (
    PICTURE_RULES,
    is_credit,
    may_be_credit,
    read_picture_caption,
    without_introduction,
)

# What a page says to those who use it, not of the picture.
_FURNITURE: Final = re.compile(
    r"(?:(?:view|open|show)\s+(?:this\s+)?(?:image|photo|gallery|in)\b.{0,30}"
    r"|(?:click|tap)\s+(?:here\s+)?(?:to|for)\s.{0,40}|enlarge(?:\s+(?:this\s+)?image)?"
    r"|toggle\s+caption|hide\s+caption|(?:image|photo|picture)?\s*caption|close|play"
    r"|expand|zoom|share|save|download|fullscreen|view\s+gallery|next|previous|read\s+more"
    r"|(?:photo|image|bild|foto|slide)?\s*[0-9]{1,3}\s*(?:/|of|von|de|av|sur)\s*[0-9]{1,3}"
    r"|zum\s+vergrößern\b.{0,30}|vergrößern|bild\s+vergrößern|bild\s+in\s+.{0,20}öffnen|schließen|agrandir.{0,20}"
    r"|ampliar(?:\s+imagen)?|vis\s+mer|se\s+mer|läs\s+mer|[+×x↗🔍]|powered\s+by.{0,30}"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s*min\.?)?|[0-9]{1,3}(?:\s*min\.?)?|video"
    r"|(?:sub)?(?:titles|captions)(?:\s+(?:off|on|settings))?.{0,30}|off|on"
    r"|advertisement|anzeige|publicidad)\W*",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\[?[0-9]{1,3}\s?(?:/|of)\s?[0-9]{1,3}\]?[\s|]*(?=[^\W\d_])"
)
_TRAILING: Final = re.compile(r"\s+(?:Vis mer|Se mer|Enlarge|Read more)$")
_EDGES: Final = " \t\n\xa0\u2003|/–—-•·"
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_PARTING: Final = ("/", "|", ",", ";")
_SMALL: Final = ("small", "cite")
_AT_LABEL: Final = tuple(
    [rule for rule in PICTURE_RULES if rule.name == "credit-after-source-label"]
)
_IN_BRACKETS: Final = tuple(
    [rule for rule in PICTURE_RULES if rule.name == "credit-in-last-brackets"]
)
_FEW: Final = 12
_MOST_ELEMENTS: Final = 40
_LONGEST_TOLD: Final = 1_000
_LONGEST_CREDIT: Final = 150


class Reading(NamedTuple):
    """A caption as read.

    Attributes:
        rule: Name of the rule that parted the credit.
        text: What the picture shows.
        credit_line: Whose it is.
        raw: All words.
    """

    rule: str
    text: str
    credit_line: str
    raw: str


def read_runs(flow: Flow, holder: Box, at: list[int]) -> Reading:
    """Return what some runs below a picture say.

    Args:
        flow: The page.
        holder: The box that all of them stand in.
        at: Their numbers.
    """
    kept = [number for number in at if not _FURNITURE.fullmatch(flow.runs[number].text)]
    raw = " ".join([flow.runs[number].text for number in kept])
    texts, credits, rule = _by_elements(flow, holder, kept)
    if not credits and len(texts) > 1:
        credits, texts = _apart(texts)
        rule = "credit-line-apart" if credits else ""
    text = _TRAILING.sub("", "\n".join(texts)).strip(_EDGES)
    if text and (counted := _COUNTED.match(text)):
        text = text[counted.end() :]
    if not credits and len(kept) == 1:
        found = _by_last_element(text, flow.runs[kept[0]])
        if found:
            text, credits, rule = found[0], [found[1]], "credit-last-element"
    lines = _lines(credits)
    if not lines and text:
        head, _, last = text.rpartition("\n")
        printed = read_picture_caption(last if head else text)
        if printed.credit_line:
            lines = [printed.credit_line]
        rule = printed.rule
        text = "\n".join([part for part in (head, printed.text) if part])
    elif text:
        printed = read_picture_caption(text, _IN_BRACKETS)
        text = printed.text or text
        if printed.credit_line:  # said twice, in words of their own
            lines = _lines([*lines, printed.credit_line])
    return Reading(
        rule or "no-credit", _clean(text.strip(_EDGES)), _clean(" / ".join(lines)), raw
    )


def _by_elements(
    flow: Flow, holder: Box, at: list[int]
) -> tuple[list[str], list[str], str]:
    """Return lines and credits of some runs by their markup, and the rule for it."""
    texts: list[str] = []
    credits: list[str] = []
    rule = ""
    for number in at:
        run = flow.runs[number]
        if is_credit_box(run.box, holder, alone=len(at) == 1):
            shown, line = _parted(run.text)
            texts += [shown] if shown else []
            credits.append(line)
            rule = rule or "credit-box"
            continue
        text = run.text
        for part in _credit_elements(flow, number):
            rest = _without(text, part)
            if rest is not None:
                text = rest
                credits.append(part)
                rule = rule or "credit-element"
        texts += [line for line in text.split("\n") if line and not is_label(line)]
    return texts, credits, rule


def _by_last_element(text: str, run: Run) -> tuple[str, str] | None:
    """Return a caption and the credit that its last element is, if that is one."""
    part = _last_element(run.box.element, run.text)
    rest = _without(text, part) if part else None
    if not rest or not (may_be_credit(part) or _is_added(rest, part)):
        return None
    sign = run.text[: len(run.text) - len(part)].rstrip()[-1:]
    if sign in _PARTING or part[0] in _PARTING:
        found = read_picture_caption(rest)  # "Photo by Doe / <b>AFP</b>"
        if found.credit_line and found.text:
            sign = "" if part[0] in _PARTING else f" {sign} "
            return found.text, f"{found.credit_line}{sign}{part}"
    return rest, part


_MAY_HOLD_CREDIT: Final = re.compile(r"[©ⓒ:：|—–/•]|[)\]）]\W*$|\bby\b")
_TOLD: Final = ("data-credit", "data-copyright", "data-caption", "title", "alt")


def with_credit_of(reading: Reading, element: Any) -> Reading:
    """Return a caption with the credit that only the picture's attributes give."""
    for name in _TOLD:
        value = element.get(name)
        if not value or value.isspace() or len(value) > _LONGEST_TOLD:
            continue
        value = _clean(" ".join(value.split()))
        if name in _TOLD[:2]:
            line = read_credit(value).credit_line
        elif not _MAY_HOLD_CREDIT.search(value):
            continue
        else:
            found = read_picture_caption(value)
            known = found.rule.endswith(("sign", "label", "bar", "brackets"))
            line = (found.credit_line or "") if known else ""
        if line and len(line) <= _LONGEST_CREDIT:
            return reading._replace(credit_line=_clean(line), rule=f"credit-in-{name}")
    return reading


def _is_added(text: str, part: str) -> bool:
    """Whether a few words in an element of their own follow a whole sentence."""
    return (
        text.endswith((".", "!", "?", "”", '"', "。"))
        and not part.endswith((".", "!", "?", "。"))
        and len(part.split()) <= _FEW
        and len(part) * 2 < len(text)
    )


def _lines(credits: list[str]) -> list[str]:
    lines: list[str] = []
    for each in credits:
        line = read_credit(" ".join(_TRAILING.sub("", each).split())).credit_line
        if (
            line
            and not is_label(f"{line}:")
            and not any(line in other for other in lines)
        ):
            lines = [other for other in lines if other not in line]
            lines.append(line)
    return lines


def _clean(text: str) -> str:
    return text if text.isprintable() else _NOT_TEXT.sub("", text)


def is_credit_box(box: Box | None, holder: Box, *, alone: bool) -> bool:
    """Whether a box, or one around it, is for the credit and not the caption.

    Args:
        box: The box of a run.
        holder: Where to stop.
        alone: Whether the run is all there is.
    """
    while box is not None and box is not holder:
        if (
            box.names & CREDIT
            and box.tag != "figcaption"
            and not (alone and box.names & CAPTION)
        ):
            return True
        box = box.parent
    return False


def _credit_elements(flow: Flow, number: int) -> list[str]:
    """Return the words of the inline elements of a run that are for its credit."""
    run = flow.runs[number]
    found: list[str] = []
    inlines = flow.inlines
    first = bisect_left(inlines, number, key=itemgetter(2))
    for element, box, at in inlines[first : first + _MOST_ELEMENTS]:
        if at != number:
            break
        if box is run.box and bits_of_class(element) & CREDIT:
            found.append(_text_of(element))
    few = run.box.stop - run.box.start <= _FEW
    inside = run.box.element.iter(*_SMALL) if few else ()
    for element in islice(inside, _MOST_ELEMENTS):
        found.append(_text_of(element))
    parts: list[str] = []
    for text in sorted(found, key=len, reverse=True):
        if text and not any(text in part for part in parts):
            parts.append(text)
    if len(parts) == 1 and parts[0] == run.text and not is_credit(run.text):
        inner = [text for text in found if text != run.text]
        return inner[:1]
    return parts


def _text_of(element: Any) -> str:
    return fold("".join(element.itertext()))


def _without(text: str, part: str) -> str | None:
    """Return a text without a part that opens or ends it."""
    if text.endswith(part):
        return without_introduction(text[: -len(part)])
    if text.startswith(part):
        return text[len(part) :].lstrip(_EDGES)
    at = text.rfind(part)
    if at >= 0 and len(text) - at - len(part) <= 2:
        return without_introduction(text[:at])
    return None


def _parted(text: str) -> tuple[str, str]:
    """Part words that are named as a credit, should they hold the caption, too."""
    found = read_picture_caption(text, _AT_LABEL)
    return (found.text, found.credit_line) if found.credit_line else ("", text)


def _apart(texts: list[str]) -> tuple[list[str], list[str]]:
    """Part the lines that are credits from the others."""
    credits = [text for text in texts if is_credit(text)]
    if not credits and may_be_credit(texts[-1]):
        credits = texts[-1:]
    if not credits and may_be_credit(texts[0]) and kind_of(texts[0]) != "person":
        credits = texts[:1]
    return credits, [text for text in texts if text not in credits]


def _last_element(element: Any, text: str) -> str:
    """Return the words of the last element inside one, if they end its text."""
    for _ in range(4):
        children = len(element)
        if not children:
            return ""
        last = element[children - 1]
        if last.tag == "br" or (last.tail and not last.tail.isspace()):
            return ""
        found = _text_of(last)
        if found and found != text:
            return found if text.endswith(found) else ""
        if not found:
            return ""
        element = last
    return ""
