"""The mark scanner: where quotation marks open and close.

It knows typography and nothing of what the words say: whether a region is
speech is for others to judge. A region never leaves its paragraph, so an odd
mark costs at most the paragraph it stands in.
"""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import Literal, NamedTuple

# What may close a quotation, by the mark that opened it. Finnish and Swedish open
# and close with the same, books in German and Danish the other way round.
_CLOSED_BY = {
    "“": "”〞",
    "„": "”“〞",
    "‟": "”“»〞",
    "”": "”»〞",
    "«": "»”〞",
    "»": "«»”〞",
    "〝": "”»〞",
    '"': "”»〞",
    "‚": "‘’",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
}
_OPENERS = frozenset("“„‟«〝‚‹「『")
_EITHER = frozenset("”»›")  # they close, and open where a word starts
_STRAIGHT = '"'

# A run of single marks is one event: '' is a double mark typed as two, and
# ''' closes (or opens) a single inside a double.
_MARKS = '"“”„‟«»〝〞‚‹›「」『』'
_DOUBLE = re.compile(f"[{_MARKS}]|``|''+|‘‘|’’+")
_WITH_LOW = re.compile(f"[{_MARKS}]|``|''+|‘‘|’’+|[‘’]")
_SINGLE = re.compile("[‘’'\n]")
_OPENING = re.compile(r"""'(?<![^\W_]')(?:[^\W_]|["“[£$€])""")
_LEADING = re.compile("'(?<![^\n]')")  # opens a paragraph; "\n'" is found more slowly
_OPENED = frozenset('“["£$€’')
_ELISION = re.compile(r"n['’]|(?:[0-9]{2}s?|em|tis|twas|til|cause)\b")
_DIGITS = frozenset("0123456789")
_HEBREW = frozenset("אבגדהוזחטיךכלםמןנסעףפץצקרשת")
_SPEECH_END = frozenset(",.?!…—–-")
_AFTER_CLOSE = frozenset(",.;:?!)—")


class Region(NamedTuple):
    """A stretch in quotation marks, from 0, the marks included.

    Attributes:
        start: Where its opening mark stands.
        end: After its closing mark, or the end of the paragraph.
        left: Width of the opening mark.
        right: Width of the closing mark; 0 if none was found.
        spoken: Whether it is marked by a dash, which needs no closing mark.
    """

    start: int
    end: int
    left: int
    right: int
    spoken: bool = False


def scan(text: str, dialogue: re.Pattern[str] | None = None) -> list[Region]:
    """Return the quoted regions of a text whose line feeds part paragraphs.

    Args:
        text: The text.
        dialogue: In a language that marks what is said by a dash at the start of
            a paragraph, what ends it before the words that say whose it is; its
            group ``mark`` stands for the closing mark.

    Example:
        >>> [Region(0, 7, 1, 1)] == scan("“Stop,” she said.")
        True
    """
    found = _doubles(text)
    # In British papers single marks stand outside, and any double ones inside.
    leads = "'" in text and _LEADING.search(text)
    doubles = found
    if leads or text.count("‘") >= len(found):
        found = _outermost(doubles, _singles(text))
    if found is doubles and "‘" in text:
        found = _with_headings(text, doubles)
    if dialogue:
        spoken = _spoken(text, dialogue)
        found = sorted(spoken + _apart(found, spoken)) if spoken else found
    return found


def _outermost(doubles: list[Region], singles: list[Region]) -> list[Region]:
    """Return regions of the marks that a text sets outermost, most of the time.

    Where single marks are that, double ones outside of them are so too: a title
    or an odd mark in one paragraph says nothing about the others.
    """
    alone = _outside(doubles, singles)
    if len(_outside(singles, doubles)) <= len(alone):
        return doubles
    return sorted(alone + _apart(singles, alone)) if alone else singles


def _with_headings(text: str, doubles: list[Region]) -> list[Region]:
    """Return regions with those of single marks in paragraphs that have no others.

    Headings are often set so where the text has double marks.
    """
    found, done = [], 0
    at = text.find("‘")
    while at >= 0:
        start = text.rfind("\n", done, at) + 1 or done
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        near = bisect_left(doubles, stop, key=attrgetter("start"))
        if not near or doubles[near - 1].end <= start:
            found += [
                Region(start + low, start + high, left, right)
                for low, high, left, right, _ in _singles(text[start:stop])
                if text.count(" ", start + low, start + high) > 1
            ]
        done = stop
        at = text.find("‘", stop)
    return sorted([*doubles, *found]) if found else doubles


def _outside(regions: list[Region], others: list[Region]) -> list[Region]:
    """Return those regions of one list that lie in none of another."""
    found, at = [], 0
    for region in regions:
        while at < len(others) and others[at].end < region.end:
            at += 1
        if at == len(others) or others[at].start > region.start:
            found.append(region)
    return found


def _apart(regions: list[Region], others: list[Region]) -> list[Region]:
    """Return those regions of one list that touch none of another."""
    found, at = [], 0
    for region in regions:
        while at < len(others) and others[at].end <= region.start:
            at += 1
        if at == len(others) or others[at].start >= region.end:
            found.append(region)
    return found


def _doubles(text: str) -> list[Region]:
    found: list[Region] = []
    start, left, style = -1, 0, ""  # no style: nothing is open
    nested = -1  # where a mark in curly marks stands inside of straight ones
    inches: frozenset[int] | None = None  # until there is a mark behind a digit
    read, last = 0, len(text)
    events = _events(text)
    for event, place in enumerate(events):
        at, end = place
        mark, width = text[at:end], 1
        if style and (stop := text.find("\n", read, at)) >= 0:
            found.append(Region(start, stop, left, 0))
            style = ""
        read = at
        before = text[at - 1] if at else " "
        after = text[end] if end < last else " "
        if len(mark) > 1:
            mark, at, end, width = _doubled(mark, at, end, style)
        if mark == _STRAIGHT:
            if before in _HEBREW and after in _HEBREW:
                continue  # such a mark in a word makes an acronym of it
            if before in _DIGITS:
                inches = _inch_paragraphs(text) if inches is None else inches
                if at in inches:
                    continue
            does = _straight(style, before, after)
        else:
            does = _curly(mark, style, before, after)
        if does == "closes":
            if mark in _CLOSED_BY[style]:
                if nested > start:
                    nested = -1
                    continue
                if before in _DIGITS and _closes_next(text, events, event, style):
                    continue  # inches
            found.append(Region(start, end, left, width))
            style = ""
        elif does == "nests":
            nested = at
        elif does:
            if does == "reopens":
                found.append(Region(start, at, left, 0))
            start, left, style = at, width, mark
    if style:
        stop = text.find("\n", read)
        found.append(Region(start, stop if stop >= 0 else last, left, 0))
    return [each for each in found if each.end - each.start > each.left + each.right]


# "reopens": an opener where a closer was due; that one was left open.
_Does = Literal["opens", "closes", "reopens", "nests", ""]


def _straight(style: str, before: str, after: str) -> _Does:
    """Return what a straight mark does where a quotation of a style is open."""
    if not style:
        return "" if before in _DIGITS and not after.isalnum() else "opens"
    if style == _STRAIGHT:
        return "reopens" if before.isspace() and after.isalnum() else "closes"
    ends = style == "“" and before in _SPEECH_END and not after.isalnum()
    return "closes" if ends else ""


def _curly(mark: str, style: str, before: str, after: str) -> _Does:
    """Return what any other mark does there."""
    if not style:
        opens = mark in _OPENERS
        if mark in _EITHER or mark == "‚":
            opens = after.isalnum() and not before.isalnum()
        elif mark == "“" and before in _DIGITS:
            opens = False  # inches
        return "opens" if opens else ""
    if style == _STRAIGHT and mark == "“" and after.isalnum():
        return "nests"
    if mark in _CLOSED_BY[style]:
        apostrophe = style == "‚" and after.isalnum()
        return "" if apostrophe else "closes"
    if style == mark and before.isspace() and mark != "„":
        return "reopens"
    typed_wrong = style == mark == "“" and not after.isalnum()
    return "closes" if typed_wrong else ""


def _closes_next(
    text: str, events: list[tuple[int, int]], event: int, style: str
) -> bool:
    """Tell whether the mark behind one closes the same quotation, too."""
    if event + 1 == len(events):
        return False
    end, (at, _) = events[event][1], events[event + 1]
    return text[at] in _CLOSED_BY[style] and "\n" not in text[end:at]


def _events(text: str) -> list[tuple[int, int]]:
    """Return where double quotation marks stand, those typed as two included."""
    # To look for one character after another is many times as fast as a pattern
    # of them all, and most texts have marks of one style.
    low = "‚" in text  # only this is closed by a mark that is an apostrophe, too
    if low or any(each in text and each * 2 in text for each in "`'‘"):
        pattern = _WITH_LOW if low else _DOUBLE
        return [each.span() for each in pattern.finditer(text)]
    found = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append((at, at + 1))
            at = text.find(mark, at + 1)
    found.sort()
    return found


def _doubled(mark: str, at: int, end: int, style: str) -> tuple[str, int, int, int]:
    """Return the one mark that two or more singles stand for, and its place."""
    first = mark[0]
    if first in "`‘":
        return "“", at, end, 2
    if style:
        at = end - 2  # ''' ends a single inside first
    else:
        end = at + 2
    if first == "’" or style == "“":
        return "”", at, end, 2
    return _STRAIGHT, at, end, 2


_INCH = re.compile('[0-9](")')


def _inch_paragraphs(text: str) -> frozenset[int]:
    """Return where straight marks after digits stand for inches.

    Such a mark is read as a quotation mark unless the paragraph has an odd
    number of marks with it, and an even one without.
    """
    places: set[int] = set()
    start = 0
    for line in text.split("\n"):
        inches = [start + each.start(1) for each in _INCH.finditer(line)]
        if len(inches) % 2 and line.count(_STRAIGHT) % 2:
            places.update(inches)
        start += len(line) + 1
    return frozenset(places)


def _singles(text: str) -> list[Region]:
    """Return regions of single marks, told from apostrophes by what is around."""
    found: list[Region] = []
    if "‘" not in text and not _OPENING.search(text):
        return found  # most texts have apostrophes and nothing else
    start = maybe = -1
    last = len(text)
    for event in _SINGLE.finditer(text):
        mark, at = event[0], event.start()
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < last else "\n"
        if mark == "\n":
            if start >= 0 and (maybe > 0 or _reopened(text, start, at)):
                found.append(_single(start, maybe, at))
            start = maybe = -1
        elif (
            mark != "’"
            and not before.isalnum()
            and (after.isalnum() or after in _OPENED)
            and not _ELISION.match(text, at + 1)
        ):
            if start >= 0 and maybe > 0:
                found.append(_single(start, maybe, at))
                start = -1
            if start < 0:
                start, maybe = at, -1
        elif start >= 0 and mark != "‘" and not after.isalnum():
            if before in _SPEECH_END or after in _AFTER_CLOSE or before != "s":
                found.append(Region(start, at + 1, 1, 1))
                start = maybe = -1
            else:
                maybe = at  # the dogs’ home, or the end of ‘the dogs’
    if start >= 0 and maybe > 0:
        found.append(_single(start, maybe, last))
    return [each for each in found if each.end - each.start > each.left + each.right]


# A dash in front of what is said, at the start of a paragraph; where it goes on
# behind the words that say whose it is; and where those are between two dashes.
_DASH = re.compile("[–—―-](?<![^\n].)[ \xa0]?(?=[^\\W_]|[¿¡«“\"'‘(…])")
_AGAIN = re.compile("(?<=[.!?…][ \xa0])[–—―][ \xa0]?(?=[^\\W_])")
_ASIDE_ENDS = re.compile("[–—―][.,;:?!]?[ \xa0]")


_DASHES = ("–", "—", "―")


def _spoken(text: str, dialogue: re.Pattern[str]) -> list[Region]:
    """Return what is said behind dashes, where somebody is said to say it.

    Without that it could as well be one of the items of a list.
    """
    found: list[Region] = []
    for opening in _DASH.finditer(text):
        start, at = opening.span()
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        ends = dialogue.search(text, at, stop)
        while ends:
            mark = ends["mark"]
            found.append(Region(start, ends.end(), at - start, len(mark), spoken=True))
            more = (_ASIDE_ENDS if mark.rstrip()[-1:] in _DASHES else _AGAIN).search(
                text, ends.end(), stop
            )
            if more is None:
                break
            start, at = more.span()
            ends = dialogue.search(text, at, stop)
            if ends is None:
                found.append(Region(start, stop, at - start, 0, spoken=True))
    return [each for each in found if each.end - each.start > each.left + each.right]


def _single(start: int, maybe: int, end: int) -> Region:
    return Region(start, maybe + 1, 1, 1) if maybe > 0 else Region(start, end, 1, 0)


def _reopened(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph is one open quotation that the next goes on with."""
    return (start == 0 or text[start - 1] == "\n") and text.startswith(
        text[start], end + 1
    )
