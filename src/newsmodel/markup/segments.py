"""Cuts a text at the borders of what lies over it.

Marks overlap as they like, elements only nest. What both have in common is the
segment: a stretch over all of which the same marks lie.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def segments(
    stretches: Sequence[tuple[int, int, T]],
) -> Iterator[tuple[int, int, list[T]]]:
    """Yield each segment that something lies over, from left to right.

    Args:
        stretches: Start, end (excluded) and whatever stands for the mark, in
            order of their starts; none empty.

    Yields:
        Start, end, and what lies over it, in the order given.

    Example:
        >>> for each in segments([(0, 5, "a"), (3, 8, "b"), (9, 10, "c")]):
        ...     print(each)
        (0, 3, ['a'])
        (3, 5, ['a', 'b'])
        (5, 8, ['b'])
        (9, 10, ['c'])
    """
    over: list[tuple[int, int, T]] = []
    at = index = 0
    count = len(stretches)
    while over or index < count:
        if not over:
            at, stop, item = stretches[index]
            if index + 1 == count or stretches[index + 1][0] >= stop:
                yield at, stop, [item]  # most lie alone
                index += 1
                continue
        while index < count and stretches[index][0] == at:
            over.append(stretches[index])
            index += 1
        stop = min([each[1] for each in over])
        if index < count:
            stop = min(stop, stretches[index][0])
        yield at, stop, [each[2] for each in over]
        over = [each for each in over if each[1] > stop]
        at = stop
