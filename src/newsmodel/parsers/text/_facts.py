"""Lines that are no text but facts about it: who, when, how often, whose."""

import re
from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from newsmodel.parsers.text._lines import Piece
from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.rules._author_words import AFTER_NAMES
from newsmodel.rules._words import words
from newsmodel.rules.authors import has_lead, is_full, read_authors
from newsmodel.rules.bylines import Byline, is_job, read_byline
from newsmodel.rules.closing import read_contributors, read_rights, read_source
from newsmodel.rules.counts import read_count
from newsmodel.rules.datelines import read_dateline
from newsmodel.rules.furniture import is_furniture
from newsmodel.rules.names import is_name, kind_of, one_line
from newsmodel.rules.sections import is_section
from newsmodel.rules.stamps import Stamp, read_stamps
from newsmodel.rules.wire import read_wire_line

Kind: TypeAlias = Literal[
    "byline",
    "contributors",
    "count",
    "dateline",
    "editorial_note",
    "furniture",
    "outlet",
    "rights",
    "section",
    "slugline",
    "source",
    "stamp",
    "url",
]


class Fact(NamedTuple):
    """One fact in a line.

    Attributes:
        kind: What it is about.
        value: What the rule made of it.
        rule: Name of the rule.
        raw: What it was read from.
        column: Where that starts in the line.
        sure: Whether it can be nothing else.
    """

    kind: Kind
    value: Any
    rule: str
    raw: str
    column: int = 0
    sure: bool = True


_LONGEST: Final = 600
_LONGEST_PLAIN: Final = 100
_LONGEST_STAMP: Final = 250
_MOST_CUTS: Final = 12  # each is tried, so they have to be few
_DASHES: Final = frozenset("—–-")
_DIGIT: Final = re.compile("[0-9]")
# "Published yesterday": a line without numbers can still be of dates.
_NO_CLOCK: Final = words(
    "ago yesterday today tonight now gestern heute hier aujourd’hui aujourd'hui ayer"
    " hoy ieri oggi vandaag gisteren ontem hoje last"
)
# Where "By Ann Example, 1 June 2023 | 369 views" may part.
_CUT: Final = re.compile(
    r"\s*[|·•\t]\s*|\s*[,;(]\s*|\s+[-–—]\s+|\s{2,}"
    r"|\s+(?=(?:first\s+|last\s+)?(?:published|updated|posted|modified)\b)|\s+on\s+",
    re.IGNORECASE,
)
_BAR: Final = re.compile(r"\s*[|·•\t]\s*")
_ADDRESS: Final = re.compile(r"https?://[^\s/]+/\S*")
_HANDLE: Final = re.compile(r"@\w{1,30}")


class FactReader:
    """Reads the facts in pieces, each piece once."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._read: dict[int, tuple[Fact, ...]] = {}

    def at(self, index: int) -> tuple[Fact, ...]:
        """Return the facts that a piece is made of, or nothing if it is not."""
        if index >= len(self._pieces):
            return ()
        if index not in self._read:
            self._read[index] = read_facts(self._pieces[index].text)
        return self._read[index]

    def sure_at(self, index: int) -> bool:
        """Whether a piece is of facts, and can be nothing else."""
        return are_sure(self.at(index))


def are_sure(facts: tuple[Fact, ...]) -> bool:
    """Whether a line of facts can be nothing else."""
    return any(fact.sure for fact in facts)


def read_facts(line: str) -> tuple[Fact, ...]:
    """Return the facts that a line is made of, or nothing if it is not."""
    if len(line) > _LONGEST:
        return ()
    if len(line) > _LONGEST_PLAIN and is_stopped(line):
        return _closing(line, 0)  # a paragraph, or a closing line that looks like one
    found: tuple[Fact, ...] = ()
    if _DIGIT.search(line):
        found = _numbers(line, 0) or _parted(line)
    elif not _NO_CLOCK.isdisjoint(line.casefold().split()):
        found = _numbers(line, 0)
    return found or _words(line, 0)


def _parted(line: str) -> tuple[Fact, ...]:
    """Read a line that has numbers at its end, or at its start, and words."""
    if len(line) > _LONGEST_STAMP:
        return ()
    cuts = list(_CUT.finditer(line))
    for cut in cuts if len(cuts) <= _MOST_CUTS else ():
        before, after = line[: cut.start()], line[cut.end() :]
        if right := _numbers(after, cut.end()):
            left = _words(before, 0)
            if not left and len(before.split()) <= 3:
                left = _label(before, cut[0])
            if left:
                return left + right
        elif (left := _numbers(before, 0)) and (right := _words(after, cut.end())):
            return left + right
    return ()


def _label(text: str, sign: str) -> tuple[Fact, ...]:
    """Return what a few words before a date are: a place, or a label of the page."""
    if _BAR.fullmatch(sign):
        return (Fact("furniture", None, "label", text),)
    place = read_dateline(f"{text} – A") if sign.strip() == "," else None
    return (Fact("dateline", place, "place-before-date", text),) if place else ()


def _numbers(text: str, column: int) -> tuple[Fact, ...]:
    """Read dates and counts, with bars between them or not."""
    if count := read_count(text):
        return (Fact("count", count, count.rule, text, column),)
    if stamps := read_stamps(text):
        return tuple(_stamp_fact(stamp, column) for stamp in stamps)
    facts: list[Fact] = []
    start = 0
    bars = list(_BAR.finditer(text))
    if not 0 < len(bars) <= _MOST_CUTS:
        return ()
    for end, after in [(bar.start(), bar.end()) for bar in bars] + [(len(text), 0)]:
        if not (found := _numbers(text[start:end], column + start)):
            return ()
        facts += found
        start = after
    return tuple(facts)


def read_beside_byline(line: str) -> Fact | None:
    """Return what a line under a byline says of its authors, if it does.

    "Science editor", or "@annexample", or "Associated Press", or "The Paper, Leeds".
    """
    if is_job(line):
        return Fact("furniture", None, "job-title", line)
    if _HANDLE.fullmatch(line):
        return Fact("furniture", None, "handle", line)
    name = line.partition(",")[0]
    if is_name(name) and kind_of(name) != "person" and not is_stopped(line):
        return Fact("outlet", one_line(name), "outlet-below-byline", line)
    return None


def _stamp_fact(stamp: Stamp, column: int) -> Fact:
    return Fact("stamp", stamp, stamp.reading.rule, stamp.raw, column + stamp.start)


def _closing(text: str, column: int) -> tuple[Fact, ...]:
    """Read what closing lines say: who helped, whose it is."""
    if contributors := read_contributors(text):
        return (Fact("contributors", contributors, "role-by-names", text, column),)
    if source := read_source(text):
        return (Fact("source", source, "source-line", text, column),)
    if rights := read_rights(text):
        return (Fact("rights", rights, "copyright-line", text, column),)
    return ()


def _words(text: str, column: int) -> tuple[Fact, ...]:
    """Read what is said in words."""
    bare = text.strip("*_ \t\xa0")  # "*By Ann Example*", as Markdown has it
    if not bare:
        return ()  # before or after a bar
    column += text.index(bare)
    text = bare
    if facts := _closing(text, column):
        return facts
    if is_furniture(text):
        return (Fact("furniture", None, "furniture", text, column),)
    if wire := read_wire_line(text):
        kind = wire.field or "furniture"
        return (Fact(kind, wire.value, wire.rule, text, column, wire.sure),)
    if _ADDRESS.fullmatch(text):
        return (Fact("url", text, "address-line", text, column, sure=False),)
    if text[-1] in _DASHES and (dateline := read_dateline(f"{text} A")):
        return (Fact("dateline", dateline, dateline.rule, text, column),)
    if is_section(text):
        return (Fact("section", text, "section-name", text, column, sure=False),)
    byline = read_byline(text)
    if byline is None or byline.rule == "names-alone":
        byline = _read_labelled(text) or byline  # "Της Άννας Παράδειγμα"
    if byline is None:
        return ()
    return (Fact("byline", byline, byline.rule, text, column, byline.sure),)


def _read_labelled(line: str) -> Byline | None:
    """Read a byline that begins as those of pages do, in other scripts than ours.

    "Автор: Анна Примерова", "מאת: דנה דוגמה", "记者 张三", "김철수 기자".
    """
    if line.isascii() or is_stopped(line):
        return None
    if not has_lead(line) and line.rsplit(maxsplit=1)[-1] not in AFTER_NAMES:
        return None
    authors = read_authors(line)
    if not authors or not all(is_full(each) for each in authors):
        return None
    return Byline("by-label", authors, sure=":" in line or "：" in line)
