"""Lines that say when an article was published, changed, or may be used."""

import re
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from newsmodel.rules.dates import DateReading, Order, read_date
from newsmodel.rules.datesearch import find_dates

StampField: TypeAlias = Literal["published", "modified", "embargoed"]


class Stamp(NamedTuple):
    """One moment in such a line.

    Attributes:
        field: What happened then, where a word says so.
        raw: The date as printed, without that word.
        start: Where it starts in the line.
        reading: What it says.
    """

    field: StampField | None
    raw: str
    start: int
    reading: DateReading


class LabelRule(NamedTuple):
    """Words that say what happened at the moment beside them."""

    field: StampField
    words: str
    example: str


LABEL_RULES: Final = (
    LabelRule(
        "embargoed",
        r"(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?(?:\s+until|\s+to|\s+till)?"
        r"|not\s+for\s+(?:publication|release)\s+(?:before|until)"
        r"|sperrfrist(?:\s+bis)?",
        "Embargoed until 1 June 2023 00:01 BST",
    ),
    LabelRule(
        "modified",
        r"(?:last\s+)?(?:updated|modified|changed|edited|revised)|last\s+update"
        r"|update|modified|(?:zuletzt\s+)?(?:aktualisiert|bearbeitet|ge[äa]ndert)"
        r"|stand|mise?\s+(?:à|a)\s+jour|modifié|actualizado|(?:ultimo\s+)?aggiorna(?:to"
        r"|mento)|(?:laatst\s+)?(?:bijgewerkt|gewijzigd)|atualizad[oa]|actualizad[oa]"
        r"|actualitzat|actualizat|mis\s+à\s+jour|aktualizováno|aktualizované"
        r"|(?:ostatnia\s+)?aktualizacja|zaktualizowano|обновлено|обновлён|обновлен"
        r"|оновлено|актуализирана?|ажурирано|ažurirano|posodobljeno|atnaujinta"
        r"|(?:son\s+)?güncellen?me|güncellendi|(?:τελευταία\s+)?ενημέρωση"
        r"|ενημερώθηκε|oppdatert|sist\s+oppdatert|(?:senast\s+)?uppdatera[dt]"
        r"|(?:sidst\s+)?opdateret|päivitetty|muokattu|frissítve|diperbarui"
        r"|cập\s+nhật(?:\s+lần\s+cuối)?|تحديث|آخر\s+تحديث|محدث|अपडेटेड|अपडेट|अद्यतन"
        r"|עודכן|عدل|ultima\s+modifica|última\s+(?:actualización|atualização)"
        r"|dernière\s+(?:modification|mise\s+à\s+jour)",
        "Last updated: 2 June 2023",
    ),
    LabelRule(
        "published",
        r"(?:first\s+|originally\s+)?(?:published|posted|issued|released)|created"
        r"|publication\s+date|date\s+published|date|veröffentlicht|erstellt|publiée?"
        r"|publicad[oa]|pubblicat[oa](?:\s+il)?|gepubliceerd|publicação|geplaatst"
        r"|erschienen|publicat|publikováno|zveřejněno|vydáno|publikované|uverejnené"
        r"|opublikowano|data\s+publikacji|dodano|опубликовано|дата\s+публикации"
        r"|размещено|опубліковано|дата\s+публікації|публикувана?|објављено|objavljeno"
        r"|paskelbta|publicēts|avaldatud|yayınlan?ma(?:\s+tarihi)?|yayın\s+tarihi"
        r"|giriş(?:\s+tarihi)?|eklenme(?:\s+tarihi)?|oluşturulma(?:\s+tarihi)?"
        r"|δημοσιεύ[θτ]ηκε|δημοσίευση|δημοσιεύτηκε|publisert|publicerad|publicerat"
        r"|publiceret|offentliggjort|julkaistu|közzétéve|megjelent|publikálva"
        r"|diterbitkan|dipublikasikan|ngày\s+đăng|đăng\s+lúc|đăng|xuất\s+bản|نشر"
        r"|نُشر|نشرت|تاريخ\s+النشر|प्रकाशित|पब्लिश|প্রকাশিত|প্রকাশ|פורסם|เผยแพร่"
        r"|fecha\s+de\s+publicación|imechapishwa|geschrieben|verfasst|written|datum",
        "First published on 1 June 2023",
    ),
)
# In writing without blanks a label is no word of its own.
_SIGNS: Final = re.compile(
    r"(?P<modified>最終更新|更新|修正|수정|업데이트|编辑于|อัปเดต)"
    r"|(?P<published>公開|掲載|発行|配信|投稿|发布|发表|發布|發佈|發表|입력|등록|게시|승인"
    r"|송고|作成|เผยแพร่|วันที่)"
)
_SIGN_LABEL: Final = re.compile(
    rf"(?:{_SIGNS.pattern})(?:日時|日期|時間|时间|시간|[日于於일됨])?\s*[:：]?\s*"
)
_FIELDS: dict[str, StampField] = {rule.field: rule.field for rule in LABEL_RULES}
_AFTER: Final = r"\.?\s*:?\s*(?:(?:on|at|le|am|el|il|op|em|à|às|um|om|alle)\b)?\s*:?\s*"
_LABEL: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{rule.field}>{rule.words})" for rule in LABEL_RULES)
    + rf")(?!\w){_AFTER}",
    re.IGNORECASE,
)
# Of small letters alone, which goes faster than to ignore which ones they are.
_LOWER: Final = re.compile(_LABEL.pattern)
_PARTED: Final = re.compile(r"\s*[|·•\t]\s*")
_TIME_ALONE: Final = re.compile(
    r"[0-9]{1,2}(?:\s?[:.h]\s?[0-9]{2})?(?:\s?(?:[ap]\.?m\b\.?|h|Uhr))?"
    r"(?:\s[A-Z]{2,4})?",
    re.IGNORECASE,
)
_EDGES: Final = " \t\xa0.,;:()[]–—-/"
_LONGEST: Final = 250


def read_stamps(line: str, *, order: Order | None = None) -> tuple[Stamp, ...]:
    """Return the moments in a line of dates and their labels, and nothing else.

    Returns:
        Nothing where the line holds anything else.

    Example:
        >>> both = read_stamps("1 June 2023 | Updated: 2 June 2023")
        >>> [stamp.field for stamp in both]
        [None, 'modified']
    """
    if len(line) > _LONGEST:
        return ()
    # "June 1, 2023 | 7:03 PM": a bar may part the time from its day.
    if "|" in line and (whole := _stamp(line, 0, len(line), order)):
        return (whole,)
    stamps = []
    for start, end in _stretches(line):
        stamp = _stamp(line, start, end, order)
        if stamp is None:
            return ()
        stamps.append(stamp)
    return tuple(stamps)


def label_in(text: str) -> StampField | None:
    """Return what the last label in a text says that happened.

    Example:
        >>> label_in("By Ann Example. Last updated on "), label_in("最終更新:")
        ('modified', 'modified')
    """
    field: StampField | None = None
    for found in _LOWER.finditer(text.lower()):
        field = _FIELDS[found.lastgroup or ""]
    if field is None and not text.isascii():
        for found in _SIGNS.finditer(text):
            field = _FIELDS[found.lastgroup or ""]
    return field


def less_labels(text: str) -> str:
    """Return a text with a bar in place of each word that says what happened when.

    Example:
        >>> less_labels("Zuletzt aktualisiert: 1. Juni")
        '|1. Juni'
    """
    text = _LABEL.sub("|", text)
    return text if text.isascii() else _SIGNS.sub("|", text)


def before_label(text: str) -> str:
    """Return a text without the word at its end that says what happened when.

    Example:
        >>> before_label("Ann Example, updated on: "), before_label("김민수 기자 입력")
        ('Ann Example, ', '김민수 기자 ')
    """
    bare = text.rstrip()
    for pattern in (_LABEL, _SIGNS):
        for found in pattern.finditer(bare):
            if found.end() >= len(bare.rstrip(":：")):
                return text[: found.start()]
    return text


def _stretches(line: str) -> list[tuple[int, int]]:
    """Return where the parts of a line are, a label beginning each but the first."""
    cuts = {0, len(line)}
    for found in _PARTED.finditer(line):
        cuts |= {found.start(), found.end()}
    cuts |= {found.start() for found in _LABEL.finditer(line)}
    if not line.isascii():
        cuts |= {found.start() for found in _SIGNS.finditer(line)}
    edges = sorted(cuts)
    return [
        (start, end)
        for start, end in pairwise(edges)
        if line[start:end].strip(_EDGES + "|·•")
    ]


def _stamp(line: str, start: int, end: int, order: Order | None) -> Stamp | None:
    label = _LABEL.match(line, start, end)
    field: StampField | None = None
    if label:
        field = _FIELDS[label.lastgroup or ""]
        start = label.end()
    raw = line[start:end].strip(_EDGES)
    reading = read_date(raw, order=order)
    if reading is None and not raw.isascii():
        sign = _SIGN_LABEL.match(raw)
        if sign:
            field = _FIELDS[sign.lastgroup or ""]
            raw = raw[sign.end() :]
        reading = read_date(raw, order=order) or _whole_date(raw, order)
    if reading is None and label and _TIME_ALONE.fullmatch(raw):
        reading = DateReading("time", problem="a time alone is no date")
    if reading is None:
        return None
    return Stamp(field, raw, line.index(raw, start), reading)


def _whole_date(text: str, order: Order | None) -> DateReading | None:
    """Read a text that is a date in one of the forms found inside others.

    "2023年6月1日 19:03", "๑ มิถุนายน ๒๕๖๖".
    """
    dates = find_dates(text, order=order)
    if len(dates) != 1 or (dates[0].start, dates[0].end) != (0, len(text)):
        return None
    return dates[0].reading
