"""Shows that time and memory grow with the input and no faster, hostile or not.

    python benchmarks/growth.py [--bytes 10000000] [--reader texts|quotes|newsml]

For each shape of input the time per megabyte at a tenth of the size and at the
whole size: the ratio of the two is about 1 where growth is linear. Time is CPU
time. Pages have shapes of their own: ``python benchmarks/pages.py --growth``.
"""

import argparse
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from time import process_time
from typing import NamedTuple

import articles
from pages import repeated

import newsmodel
from newsmodel import Article, Paragraph
from newsmodel.quotes import extract_quotes


class Reader(NamedTuple):
    """What is measured, and what is given to it, made to a size."""

    read: Callable[[str], object]
    shapes: dict[str, Callable[[int], str]]


TEXTS = {
    "the article": articles.text() + "\n\n",
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
# What is among the texts is given to the finder of quotes there.
QUOTES = {
    "double marks": "“",
    "single marks": "‘",
    "apostrophes": "'",
    "never closed": "‘a\n",
    "one sentence": "the cat sat on ",
    "said alone": "said ",
    "said between": "“a b c” said ",
    "not said": "“a b c” a, ",
    "said by somebody": "“a b c,” the official said. ",
    "said before": "of Ann, in Kyiv on Monday, said “a b c” ",
    "said by him": "Ann Example. Ms. Example. “a b c,” he said.\n",
    "reported": "Er sagte, das sei „a b c“ und „d“, so der Mann. ",
    "behind dashes": "– Det er over, sier Anne Eksempel. – Nei.\n",
    "corner marks": "「あい」",
}
HERE = "<p>Here</p>"
DOCUMENT = newsmodel.serialise(
    Article(headline="Bridge reopens", body=[Paragraph(text="Here")]), "newsml"
).decode()
BEFORE, AFTER = DOCUMENT.split(HERE)
NEWSML = {
    "paragraphs": repeated("<p>a</p>", BEFORE, AFTER),
    "unknown blocks": repeated("<x/>", BEFORE, AFTER),
    "no parts": repeated('<p><span data-part="quote-9">a</span></p>', BEFORE, AFTER),
    "parts in one": repeated(
        "quote-{n} ", BEFORE + '<p><span data-part="', '">a</span></p>' + AFTER
    ),
    "unnamed spans": repeated("<p><span>a</span></p>", BEFORE, AFTER),
    "spans in one": repeated("<em>a</em> b ", BEFORE + "<p>", "</p>" + AFTER),
    "line feeds": repeated("<br/>", BEFORE, AFTER),
    "list items": repeated("<li/>", BEFORE, AFTER),
    "items of a list": repeated("<li>a</li>", BEFORE + "<ul>", "</ul>" + AFTER),
    "rows": repeated("<tr><td>a</td></tr>", BEFORE + "<table>", "</table>" + AFTER),
    "one text": repeated("a b ", BEFORE + "<p>", "</p>" + AFTER),
    "comments": repeated("<!-- a -->", BEFORE, AFTER),
}
LEAST = 100_000
READERS = {
    "texts": Reader(
        lambda text: newsmodel.parse(text, "text"),
        {name: repeated(unit) for name, unit in TEXTS.items()},
    ),
    "quotes": Reader(
        extract_quotes, {name: repeated(unit) for name, unit in QUOTES.items()}
    ),
    "newsml": Reader(lambda document: newsmodel.parse(document, "newsml"), NEWSML),
}


def milliseconds(read: Callable[[str], object], data: str) -> float:
    """Return how long it takes to read something."""
    start = process_time()
    with suppress(newsmodel.ParseError):
        read(data)
    return (process_time() - start) * 1000


def measure(reader: Reader, name: str, size: int) -> None:
    """Measure one shape and print."""
    make = reader.shapes[name]
    part, whole = make(size // 10), make(size)
    small, large = milliseconds(reader.read, part), milliseconds(reader.read, whole)
    tracemalloc.start()
    milliseconds(reader.read, part)
    memory = tracemalloc.get_traced_memory()[1] / len(part)
    tracemalloc.stop()
    growth = (large / len(whole)) / (small / len(part)) if small else float("nan")
    print(
        f"{name:16} {large / len(whole) * 1e6:8.1f} ms a MB"
        f"  x{growth:5.2f} growth  {memory:5.1f} bytes a character",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bytes", type=int, default=10_000_000)
    options.add_argument("--reader", choices=READERS, nargs="*")
    given = options.parse_args()
    if given.bytes < LEAST:  # a tenth would not hold one unit of each shape
        options.error(f"--bytes has to be {LEAST} or more")
    for key in given.reader or READERS:
        reader = READERS[key]
        print(f"{key}:")
        first, *_ = reader.shapes.values()
        milliseconds(reader.read, first(10_000))  # to warm up
        for name in reader.shapes:
            measure(reader, name, given.bytes)


if __name__ == "__main__":
    main()
