"""Shows that time and memory grow with the input and no faster, hostile or not.

    python benchmarks/growth.py [--bytes 10000000]

For each shape of input the time per megabyte at a tenth of the size and at the
whole size: the ratio of the two is about 1 where growth is linear.
"""

import argparse
import tracemalloc
from contextlib import suppress
from time import perf_counter

import articles

import newsmodel

SHAPES = {
    "the article": "",
    "one line": "a b ",
    "lines": "a\n",
    "blank lines": "\n",
    "quotes": '"a ',
    "single quotes": "‘a ",
    "nested marks": "“‘",
    "brackets": "(((",
    "capitals": "A B ",
    "capital words": "Aa Bb ",
    "credits": "© A/B/",
    "said": "he said, “a” ",
    "dates": "1 June 2023 ",
    "by and": "By A and ",
    "dashes": "- ",
}


def milliseconds(data: str) -> float:
    """Return how long it takes to read a text."""
    start = perf_counter()
    with suppress(newsmodel.ParseError):
        newsmodel.parse(data, "text")
    return (perf_counter() - start) * 1000


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bytes", type=int, default=10_000_000)
    size = options.parse_args().bytes
    milliseconds("warm up")
    for name, shape in SHAPES.items():
        unit = shape or articles.text() + "\n\n"
        whole = unit * (size // len(unit))
        part = whole[: len(whole) // 10]
        small, large = milliseconds(part), milliseconds(whole)
        tracemalloc.start()
        milliseconds(part)
        memory = tracemalloc.get_traced_memory()[1] / len(part)
        tracemalloc.stop()
        print(
            f"{name:14} {large / size * 1e6:8.1f} ms a MB"
            f"  x{large / small / 10:5.2f} growth  {memory:5.1f} bytes a character"
        )


if __name__ == "__main__":
    main()
