"""Credits of pictures: whose they are, and the captions that end in one."""

import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from newsmodel.model import Source
from newsmodel.rules.names import (
    is_agency,
    is_name,
    is_party,
    is_picture_agency,
    kind_of,
    one_line,
)


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


# What is credited, in words that stand before a colon in many languages.
LABEL_NOUN: Final = (
    r"(?:file\ |main\ |lead\ |cover\ |header\ |top\ |drone\ |feature\ |symbol)?"
    r"(?:photograph|photo|picture|pic|image|illustration|graphic|video|screengrab"
    r"|screenshot|montage|infografik|infographic|infografía|fotomontage"
    r"|foto|bild|fotografie|grafik|beeld|fotografía|fotografia|imagen|imagem|immagine"
    r"|bilde|billede|illustrasjon|illustrationsfoto|kuva|fotó|kép|zdjęcie|zdj\.|fot\."
    r"|фото|снимка|слика|фотография|εικόνα|φωτογραφία|φωτό|fotoğraf|görsel|gambar|ảnh"
    r"|צילום|תמונה|صورة|تصوير|फोटो|ছবি|写真|画像|撮影|사진|图|图片|圖|摄影|攝影"
    r")(?:s|es|n|er|r|t|k)?"
)
_LABEL: Final = re.compile(
    rf"""
    \b (?: {LABEL_NOUN} (?: \ (?: credits? | copyright | courtesy ) )? \s* [:：]
    | (?: credits? | bildquelle | crédits? (?: \ photos? )? | photo\ crédit
        | files? | image\ (?: source | copyright ) ) \s* :
    | image\ (?: source | copyright ) \s* ,
    | (?: fot | zdj ) \. \s
    | {LABEL_NOUN} \s+ (?: by | via | courtesy\ of | de | von | di | door ) \s
    ) \s* (?: by \s )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Every label has one of these; most texts have none.
_MAY_HAVE_LABEL: Final = re.compile(
    r"[:：]|(?:fot|zdj)\.|photo|pic|image|illustration|graphic|video|screengrab|foto|bild|grafik|beeld",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"©|(?<!\S)\([cC]\)\s")
_SENTENCE: Final = re.compile(r"[^\W\d_]{3}[.!?](?:\s|$)")
# "A. Doe/AFP", "Jane Doe via Reuters", "Jane Doe for The Paper", "Doe | AP".
_PARTS: Final = re.compile(
    r"(\s*[/|,;+]\s*|\s+\(|\s+(?:via|for|and|und|et|og|y|&|[-–—])\s+)",
    re.IGNORECASE,
)
_WASTE: Final = re.compile(
    r"(?:(?<=\w\s)|^)(?:photos?|pictures?|pic|file|files|handout|supplied|archives?|pool"
    r"|via|image)$",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"^(?:courtesy(?:\s+of)?|provided\s+by|supplied\s+by|handout(?:\s+(?:from|by))?|by"
    r"|from|file\s+photo(?:\s+by)?|[12][0-9]{3})\s+",
    re.IGNORECASE,
)
_PROSE: Final = re.compile(r"\b(?:by|from|of|via)\s+(?=[^\Wa-z])")
_STOP: Final = re.compile(r"[.!?”\"]\s+(?=[^\Wa-z])")
_SAYS_PICTURE: Final = re.compile(r"/|\b(?:photo|images|pictures)\b", re.IGNORECASE)
_NOTICE: Final = re.compile(r"all\s+rights\s+reserved|^[12][0-9]{3}\b", re.IGNORECASE)
_OPENING: Final = 12  # "Copyright ©"
OPENERS: Final = ".!?”’\"')]([|–—-…:/。；;）］】（［【"
_STOPS: Final = (".", "!", "?", "”", '"', "’")
_LONGEST: Final = 800
_LONGEST_CREDIT: Final = 150


def credits_in(credit_line: str, *, prose: bool = True) -> tuple[Source, ...]:
    """Return those whom a credit line names, or nothing if it names nobody.

    Args:
        credit_line: Without sign, label and brackets.
        prose: Whether it may be more than a list of names.

    The role follows from the place: a person is the photographer, the first
    organisation the agency, the next ones distributors.

    Example:
        >>> [source.role for source in credits_in("Jane Doe/AFP/Getty Images")]
        ['photographer', 'agency', 'distributor']
        >>> credits_in("Screengrab from a video obtained by Reuters")[0].name
        'Reuters'
    """
    names = _names(credit_line)
    if names is None:
        # "Screengrab from a video obtained by Reuters": the last name is theirs.
        found = _last(_PROSE, credit_line) if prose else None
        end = credit_line[found.end() :].strip(" .") if found else ""
        names = [(end, False)] if is_name(end) else []
    sources: list[Source] = []
    organisations = 0
    after_person = False  # and a slash: "Jane Doe/Al Jazeera"
    for name, after_slash in names:
        kind = kind_of(name, lone="organisation")
        if kind == "person" and after_person and after_slash:
            kind = "organisation"
        after_person = kind == "person"
        role = "photographer"
        if kind != "person":
            role = "distributor" if organisations else "agency"
            organisations += 1
        sources.append(Source(name=name, kind=kind, role=role))
    return tuple(sources)


def names_somebody(credit_line: str) -> bool:
    """Whether a credit line is a list of names and nothing else.

    Example:
        >>> names_somebody("Jane Doe/AFP"), names_somebody("a video of somebody")
        (True, False)
    """
    return bool(_names(credit_line))


def _names(credit_line: str) -> list[tuple[str, bool]] | None:
    """Return the names in a list of them, and whether a slash is before each."""
    names = []
    after_slash = False
    for at, part in enumerate(_PARTS.split(credit_line.strip(" ."))):
        if at % 2:
            after_slash = part.strip() == "/"
            continue
        name = _GIVEN.sub("", part.strip(" ()[]"))
        name = _WASTE.sub("", name).strip()
        if not name:
            continue
        if not is_party(name):
            return None
        names.append((name, after_slash))
    return names


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for each in pattern.finditer(text):
        found = each
    return found


class Cut(NamedTuple):
    """Where a caption's text ends, and where the credit is."""

    end: int
    start: int
    stop: int
    form: Literal["any", "prose", "names"]


def _sign(text: str) -> Cut | None:
    """Cut at the last sign: the credit is what it says, whatever its form."""
    found = _last(_SIGN, text)
    if found is None:
        return None
    if found.start() < _OPENING and _NOTICE.search(text[found.end() :].strip()):
        return None
    # "(c)" also counts clauses, and after either sign prose may go on.
    names = found[0] != "©" or bool(_SENTENCE.search(text, found.end()))
    return Cut(found.start(), found.end(), len(text), "names" if names else "any")


def _label(text: str) -> Cut | None:
    """Cut at the last label that opens the text, a sentence or a bracket."""
    if not _MAY_HAVE_LABEL.search(text):
        return None
    return cut_at_label(_LABEL, text)


def cut_at_label(label: re.Pattern[str], text: str) -> Cut | None:
    """Cut at the last label that opens the text, a sentence or a bracket."""
    for found in reversed(list(label.finditer(text))):
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
    if ended and not _SAYS_PICTURE.search(inner):
        return None
    return Cut(start, start + 1, len(text) - 1, "names")


def is_evident_credit(credit: str) -> bool:
    """Whether names in brackets are a credit, and no aside, no abbreviation.

    "(Men's / Women's)" and "(NSDR)" are none: an agency has to be among them,
    or a person or organisation to stand before a slash.
    """
    parts = [part.strip() for part in _PARTS.split(credit)]
    if any(is_agency(part) or is_picture_agency(part) for part in parts if part):
        return True
    spaced = " " in parts[0] and " / " not in credit
    return bool(_SAYS_PICTURE.search(credit)) and ("/" not in credit or spaced)


def _bar(text: str) -> Cut | None:
    """Cut at a bar or dash before the name of an agency."""
    at = max(text.rfind(sign) for sign in ("|", " — ", " – "))
    credit = text[at + 1 :].strip(" —–")
    if at <= 0 or not _is_picture_desk(credit):
        return None
    return Cut(at, text.index(credit, at), len(text), "names")


def _is_picture_desk(credit: str) -> bool:
    last = _PARTS.split(credit)[-1].strip()
    return is_agency(last) or last.casefold().endswith(
        (" images", " photo", "pictures")
    )


def _sentence(text: str) -> Cut | None:
    """Cut before a last sentence that is a list of names with an agency in it."""
    found = _last(_STOP, text)
    if found is None:
        return None
    parts = _PARTS.split(text[found.end() :])
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
_BEFORE: Final = re.compile(
    r"(?:(?:(?:photo\s+|picture\s+|image\s+)?caption|pictured|photo|picture|image"
    r"|bildunterschrift|foto|bild|légende)\s*:|image\scaption\s*,)\s*",
    re.IGNORECASE,
)


def _unbracketed(credit: str) -> str:
    """Return a credit line without brackets around it: "Jane Doe (AFP)" keeps its."""
    credit = credit.strip(" \xa0[]")
    inside = credit[:1] != "(" and credit.count("(") == credit.count(")")
    return credit if inside else credit.strip(" \xa0()[]")


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
        credit = _unbracketed(one_line(text[cut.start : cut.stop]))
        shown = text[: cut.end].rstrip(" \t\xa0([|–—-")
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
