"""Credit lines: the signs, labels and brackets around them, and whom they name."""

import re
from typing import Final, NamedTuple

from newsmodel.model import Source
from newsmodel.rules.names import (
    is_agency,
    is_name,
    is_party,
    is_picture_agency,
    kind_of,
    one_line,
)

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
# What joins such a word to a name without a colon.
BY: Final = r"(?:by|via|courtesy\ of|de|von|di|door|av)"
# Words that say whose, not what: too common to be labels in a text.
_WHOSE: Final = (
    r"credits?|crédits?|créditos?|créd|kredit(?:s|i)?|copyright|courtesy|sources?|quellen?"
    r"|fonte|fuente|kilde|källa|bron|źródło|źr\.|zdroj|forrás|lähde|sursa|kaynak|vir"
    r"|источник|джерело|извор|източник|πηγή|nguồn|sumber|מקור|المصدر|मصدر|स्रोत|সূত্র"
    r"|来源|來源|出典|提供|출처|제공|자료|attribution|photographer|fotograf(?:o|in|ie)?"
    r"|photographe|bildquelle|bildnachweis|bildrechte|bildcredit|fotonachweis|fotoquelle"
    r"|fotocredit|urheber|rechte|rights|provider|agency|agentur|vidéo|vídeo|symbolfoto"
    r"|symbolbild|archivfoto|archivbild|beispielfoto|themenbild"
)
# What stands right before a colon.
LABEL_WORDS: Final = (
    rf"(?:{LABEL_NOUN}(?:\ (?:credits?|copyright|courtesy|source|quelle|출처|来源))?"
    rf"|(?:image|photo|picture|foto|video)?\ ?(?:{_WHOSE})"
    r"(?:\ (?:photo|image|foto|фото|de\ la\ foto|da\ foto)s?)?)"
)
_LABEL: Final = re.compile(
    rf"(?:{LABEL_WORDS}\s*[:：=＝]"
    r"|(?:image|photo|picture)\ (?:source|copyright|credit)\s*[,|]"
    rf"|{LABEL_NOUN}\s+{BY}\s"
    r"|courtesy\s(?:of\s)?)\s*(?:by\s)?",
    re.IGNORECASE,
)
SIGN: Final = re.compile(r"[©ⓒ]|（[CcＣｃ]）|(?<!\S)\([cC]\)\s")
_LEADING_SIGN: Final = re.compile(
    r"^(?:(?:copyright|foto|photo|bild)\s*)?(?:©|ⓒ|（[CcＣｃ]）|\([cC]\)(?=\s|$)|&copy;)\s*",
    re.IGNORECASE,
)
# "... 撮影", "... 提供", "... nuotr.": in some languages the label comes last.
LABEL_LAST: Final = re.compile(
    r"\s*(?:さん)?(?:撮影|提供|촬영|제공|撮|摄|攝|供图|供圖)$|\s+nuotr\.?$"
)
ENDINGS: Final = tuple("影供영공撮摄攝图圖r.")
BRACKETS: Final = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】", "〔": "〕"}
_CLOSING: Final = {closing: opening for opening, closing in BRACKETS.items()}
# A credit of one small word, in the way of "Photo: private".
ALONE: Final = re.compile(
    r"(?:privat|private|supplied|handout|zvg\.?|submitted|provided|archiv|archivo|archive"
    r"|file|file\ photo|uncredited|courtesy|shutterstock|stock|pixabay|unsplash|pexels"
    r"|cortesía|divulgação|reprodução|arkiv|arkivfoto|ugc)",
    re.IGNORECASE,
)
EDGES: Final = " \t\n\xa0\u2003|–—-,;:•·"
# What introduces a credit, and stands at the end of what is before it.
LEADERS: Final = EDGES + "([（［【/"
# "A. Doe/AFP", "Jane Doe via Reuters", "Jane Doe for The Paper", "Doe | AP".
PARTS: Final = re.compile(
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
SAYS_PICTURE: Final = re.compile(r"/|\b(?:photo|images|pictures)\b", re.IGNORECASE)
# What a label may stand behind.
OPENERS: Final = ".!?”’\"')]([|–—-…:/。；;）］】（［【"


class CreditReading(NamedTuple):
    """A credit line without what introduces it.

    Attributes:
        rule: How it was introduced: ``"label"``, ``"label-last"``, ``"sign"`` or
            ``"names"``.
        credit_line: As printed, without sign, label and brackets; empty where
            it was nothing else.
    """

    rule: str
    credit_line: str


def read_credit(text: str) -> CreditReading:
    """Return the credit that a text is, which is known to be one.

    Example:
        >>> read_credit("(Foto: Jane Doe/dpa)")
        CreditReading(rule='label', credit_line='Jane Doe/dpa')
    """
    rule = "names"
    text = one_line(text).strip(EDGES)
    if text.endswith(".") and text[-2:-1] in _CLOSING:
        text = text[:-1]
    for _ in range(3):
        before = text
        if text and BRACKETS.get(text[0]) == text[-1]:
            text = text[1:-1].strip(EDGES)
        elif text and text[-1] in _CLOSING and _CLOSING[text[-1]] not in text:
            text = text[:-1].strip(EDGES)
        if found := _LEADING_SIGN.match(text):
            rule, text = "sign", text[found.end() :]
        elif found := _LABEL.match(text):
            rule, text = "label", text[found.end() :]
        if text.endswith(ENDINGS) and (found := LABEL_LAST.search(text)):
            rule, text = "label-last", text[: found.start()]
        text = text.lstrip(EDGES).rstrip(LEADERS)
        if text == before:
            break
    if text.endswith(".") and ALONE.fullmatch(text) is None:
        text = text[:-1] if text.count(".") == 1 else text
    return CreditReading(rule, text)


def is_label(text: str) -> bool:
    """Whether a text is a label that nothing follows: ``"Credit:"``."""
    return bool(_LABEL.fullmatch(text))


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
        found = last_match(_PROSE, credit_line) if prose else None
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


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return where a pattern is found last."""
    found = None
    for each in pattern.finditer(text):
        found = each
    return found


def _names(credit_line: str) -> list[tuple[str, bool]] | None:
    """Return the names in a list of them, and whether a slash is before each."""
    names = []
    after_slash = False
    for at, part in enumerate(PARTS.split(credit_line.strip(" ."))):
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


def is_evident_credit(credit: str) -> bool:
    """Whether names in brackets are a credit, and no aside, no abbreviation.

    "(Men's / Women's)" and "(NSDR)" are none: an agency has to be among them,
    or a person or organisation to stand before a slash.
    """
    parts = [part.strip() for part in PARTS.split(credit)]
    if any(is_agency(part) or is_picture_agency(part) for part in parts if part):
        return True
    spaced = " " in parts[0] and " / " not in credit
    return bool(SAYS_PICTURE.search(credit)) and ("/" not in credit or spaced)


def is_evident(text: str) -> bool:
    """Whether a text lists names of which one is plainly that of an agency."""
    if ALONE.fullmatch(text):
        return True
    return is_evident_credit(text) and names_somebody(text)
