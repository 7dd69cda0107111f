"""Shows that a message of any size is read in memory that does not grow with it.

    python benchmarks/streams.py [--bytes 500000000] [--folder DIR]

A newsMessage of invented items is written to a file, at a tenth of the size and at
the whole size, and every article of it is read by ``parse_all``. Time is CPU time;
memory is the most that the process has held, Python and lxml included.
"""

import argparse
import re
import resource
import tempfile
from pathlib import Path
from time import process_time

import articles

import newsmodel
from newsmodel.serialisers.newsml import _vocabulary

HEAD = b'<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="%s"><itemSet>'
TAIL = b"</itemSet></newsMessage>"


def write_message(path: Path, size: int) -> int:
    """Write a message of about *size* bytes, and return how many items it has."""
    document = newsmodel.serialise(articles.article(), "newsml")
    own = document[document.index(b"<newsItem") :]
    # As somebody else's, so that it is read by rules, and its quotes are found.
    item = re.sub(rb"<profile .*?</profile>", b"", own, flags=re.DOTALL)
    count = size // len(item) + 1
    with path.open("wb") as file:
        file.write(HEAD % _vocabulary.G2.encode())
        for _ in range(count):
            file.write(item)
        file.write(TAIL)
    return count


def measure(path: Path, size: int) -> None:
    """Measure one size and print."""
    count = write_message(path, size)
    start = process_time()
    with path.open("rb") as file:
        read = sum(1 for _ in newsmodel.parse_all(file))
    took = process_time() - start
    assert read == count, (read, count)
    written = path.stat().st_size / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{written:7.0f} MB  {count:7} articles  {took:7.1f} s"
        f"  {written / took:6.2f} MB a second  {most:5.0f} MB held",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bytes", type=int, default=500_000_000)
    options.add_argument("--folder", type=Path, help="where the file is put meanwhile")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for size in (given.bytes // 10, given.bytes):
            measure(Path(folder) / "message.xml", size)


if __name__ == "__main__":
    main()
