"""The texts of one document as one text, and that text with its quotes masked.

Both copies have the length of the originals, so an offset found in one is an
offset in the other.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from newsmodel.quotes.apart import whole_regions
from newsmodel.quotes.packs import Language
from newsmodel.quotes.scanner import Region, scan

# A masked region is one run of the first, and its last character says how the
# words inside end: like a sentence, with a comma, or like anything else.
QUOTED, STOP, COMMA, PLAIN = "\ue000", "\ue001", "\ue002", "\ue003"
_ENDS = dict.fromkeys(".!?…。！？", STOP) | dict.fromkeys(",—–-", COMMA)

# What the model refuses to hold, and what the mask needs for itself.
_REFUSED = re.compile("[^\x20-\ud7ff\ue004-\ufffd\U00010000-\U0010ffff]")
_MARKS_AND_SPACE = "\"“”„‟«»‘’'` \xa0"


class Document:
    """The blocks of a document, ready to be searched.

    Attributes:
        text: All blocks, parted by line feeds. A line feed inside a block and
            whatever the model cannot hold are spaces here.
        regions: What stands in quotation marks, in order.
        masked: The text with its regions masked.
        language: What is known of its language.
        signatures: Where those of block quotes stand, by the first block of each.
    """

    def __init__(
        self,
        texts: Sequence[str],
        language: Language,
        set_apart: Mapping[int, str] | None = None,
    ) -> None:
        self.language = language
        below: dict[int, int] = {}
        if set_apart:
            texts, below = _with_signatures(texts, set_apart)
        blocks = [
            each if each.isprintable() else _REFUSED.sub(" ", each) for each in texts
        ]
        lengths = [len(each) + 1 for each in blocks]
        self.starts = list(accumulate(lengths, initial=0))
        self.text = "\n".join(blocks)
        self.regions = scan(self.text, language.dialogue)
        self.signatures: dict[int, tuple[int, int]] = {}
        if set_apart:
            self.regions, self.signatures = whole_regions(
                blocks, self.starts, self.regions, set_apart, below
            )
            del self.starts[len(blocks) - len(below) + 1 :]
        self.masked = _masked(self.text, self.regions)

    def block_at(self, offset: int) -> int:
        """Return the number of the block that an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def quoted_blocks(self) -> list[tuple[int, list[Region]]]:
        """Return each block that has regions, with them."""
        found: list[tuple[int, list[Region]]] = []
        for region in self.regions:
            block = self.block_at(region.start)
            if found and found[-1][0] == block:
                found[-1][1].append(region)
            else:
                found.append((block, [region]))
        return found

    def inside(self, region: Region) -> tuple[int, int]:
        """Return where the words between the marks of a region start and end."""
        start, end = region.start + region.left, region.end - region.right
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())


def _with_signatures(
    texts: Sequence[str], set_apart: Mapping[int, str]
) -> tuple[Sequence[str], dict[int, int]]:
    """Return texts with the signatures that stand in none of them behind.

    And by the number of a block quote that of its signature.
    """
    signed = [
        number
        for number in sorted(set_apart)
        if 0 <= number < len(texts) and set_apart[number].strip()
    ]
    below = {number: len(texts) + at for at, number in enumerate(signed)}
    return [*texts, *(set_apart[number] for number in signed)], below


def _masked(text: str, regions: Sequence[Region]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, _, right, _ in regions:
        stop = end - right
        ending = _ENDS.get(text[stop - 1])
        if ending is None:
            last = text[max(start, stop - 4) : stop].rstrip(_MARKS_AND_SPACE)
            ending = _ENDS.get(last[-1:], PLAIN)
        pieces += text[at:start], QUOTED * (end - start - 1), ending
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
