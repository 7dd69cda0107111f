"""Block quotes: what is set apart on a page, and so needs no quotation marks.

It is somebody's words where the paragraph before introduces it with a colon, or
where it is signed, below or at its end. Without either it may as well be a
document or a sentence of the article itself, and stays what it is.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from newsmodel.quotes.scanner import Region

# "— Ann Example, a baker", below a block quote or at its end.
_DASHED = re.compile(r"\s*[-–—―~]{1,2}\s*(?=[^\W\d_])")
_TAIL = re.compile(r"""(?<=[.!?…”"»’'])\s*(?=[-–—―]{1,2}\s*[^\W\d_][^.!?…”"]{2,80}$)""")
# "Ann van Example, mayor of Oldtown", below one: a name, and what is said of it.
_WORD = r"[^\W\d_][\w’'-]*\.?"
_NAME = re.compile(
    rf"(?P<name>{_WORD}(?:[ ]{_WORD}){{1,4}})(?:(?:,[ ]|[ ][(])[^.!?:;\n]{{1,60}})?\)?"
)
_PARTICLE = 5  # letters of the longest word of a name in small letters: "della"
_LONGEST = 90  # characters of a signature
_SPACE = " \t\xa0"


def whole_regions(
    blocks: Sequence[str],
    starts: Sequence[int],
    regions: Sequence[Region],
    numbers: Collection[int],
    below: Mapping[int, int],
) -> tuple[list[Region], dict[int, tuple[int, int]]]:
    """Return the regions of a document with those of its block quotes.

    Args:
        blocks: The texts, and behind them the signatures that stand in none.
        starts: Where each starts in the document.
        regions: What stands in quotation marks.
        numbers: Which of the texts are block quotes.
        below: By the number of a block quote that of its signature.

    Returns:
        The regions, and by the number of the first text of a block quote where
        its signature stands.
    """
    count = len(blocks) - len(below)
    regions = [each for each in regions if each.start < starts[count]]
    marked = {each.start for each in regions}
    whole: list[Region] = []
    signatures: dict[int, tuple[int, int]] = {}
    known = sorted(each for each in set(numbers) if 0 <= each < count)
    for group in _groups(known, blocks, below):
        own, (first, last) = group, (group[0], group[-1])
        end = starts[last] + len(blocks[last].rstrip())
        signature: tuple[int, int] | None = None
        if line := below.get(last):
            signature = starts[line], starts[line] + len(blocks[line])
        elif last > first and _is_signature(blocks[last]):
            signature = starts[last], end
            own = group[:-1]
        elif tail := _TAIL.search(blocks[last], max(0, len(blocks[last]) - _LONGEST)):
            signature = starts[last] + tail.end(), end
            end = starts[last] + tail.start()
        introduced = first > 0 and blocks[first - 1].rstrip().endswith(":")
        if signature:
            signatures[first] = signature
        elif not introduced:
            continue
        for number in own:
            low = starts[number]
            high = end if number == last else low + len(blocks[number])
            if low not in marked and blocks[number].strip():
                whole.append(Region(low, high, 0, 0))
    return sorted([*_outside(regions, whole), *whole]), signatures


def _groups(
    numbers: Sequence[int], blocks: Sequence[str], below: Mapping[int, int]
) -> Iterator[list[int]]:
    """Yield the numbers that follow on one another together, to each signature."""
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        group: list[int] = []
        for _, number in run:
            group.append(number)
            if number in below or (len(group) > 1 and _is_signature(blocks[number])):
                yield group
                group = []
        if group:
            yield group


def _is_signature(text: str) -> bool:
    text = text.strip(_SPACE)
    if len(text) > _LONGEST or not text:
        return False
    if _DASHED.match(text):
        return True
    match = _NAME.fullmatch(text)
    if not match:
        return False
    first, *inner, last = match["name"].split()
    return (first[0] + last[0]).isupper() and all(
        each[0].isupper() or len(each) <= _PARTICLE for each in inner
    )


def _outside(regions: Sequence[Region], whole: Sequence[Region]) -> Iterator[Region]:
    """Yield the regions that stand in none of the whole ones."""
    at = 0
    for region in regions:
        while at < len(whole) and whole[at].end <= region.start:
            at += 1
        if at == len(whole) or region.start < whole[at].start:
            yield region
