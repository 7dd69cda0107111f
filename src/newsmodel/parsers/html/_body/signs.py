"""Signs that a run of text is the article's body, or is not.

A sign is a number that stands for what is seen of a run: its length, what it is
in, what is beside it. What each part of a sign counts for is learned (see
``_weights``), and the parts have names, so that a decision can be explained.
"""

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from math import prod
from typing import Final, NamedTuple, final

from newsmodel.parsers.html._weights import SIGNS

Parts = Callable[..., tuple[str, ...]]


class Family(NamedTuple):
    start: int
    sizes: tuple[int, ...]
    parts: Parts


FAMILIES: Final[list[Family]] = []


def family(parts: Parts, *sizes: int) -> int:
    """Number the signs of one family; return the first number.

    A sign is told by as many digits as there are sizes, each below its size, the
    last one counting ones; *parts* makes names of the digits.
    """
    start = 0
    if FAMILIES:
        last = FAMILIES[-1]
        start = last.start + prod(last.sizes)
    FAMILIES.append(Family(start, sizes, parts))
    return start


@lru_cache(4096)
def parts_of(sign: int) -> tuple[str, ...]:
    """Return the names of the parts of a sign."""
    at = bisect_right(FAMILIES, sign, key=lambda family: family.start) - 1
    family = FAMILIES[at]
    rest = sign - family.start
    digits: list[int] = []
    for size in reversed(family.sizes):
        rest, digit = divmod(rest, size)
        digits.append(digit)
    return family.parts(*reversed(digits))


@final
class Weights(dict[int, int]):
    """What each sign counts for, put together from its parts when first seen."""

    def __missing__(self, sign: int) -> int:
        self[sign] = weight = sum([SIGNS.get(part, 0) for part in parts_of(sign)])
        return weight
