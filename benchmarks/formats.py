"""Times the reference article in and out of each format, in ratios to the floor.

    python benchmarks/formats.py [--rounds 60]

The floors are what nobody can go below: the json module and lxml parsing the
same bytes, and the same values of the model built from ready parts. All are
measured in one run, in turn, so that a noisy machine disturbs all alike; the
best of many rounds counts.
"""

import argparse
import json
from collections.abc import Callable
from time import perf_counter
from typing import Any

import articles
import attrs
from lxml import etree

import newsmodel


def parts(value: Any) -> Any:
    """Take a value of the model to pieces that :func:`build` puts together."""
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        held = {each.name: getattr(value, each.name) for each in fields}
        given = {
            each.name: parts(held[each.name])
            for each in fields
            if held[each.name] != each.default
        }
        return (type(value), given)
    if type(value) is tuple:
        return [parts(member) for member in value]
    return value


def build(pieces: Any) -> Any:
    """Put a value of the model together."""
    if type(pieces) is tuple:
        cls, given = pieces
        return cls(**{name: build(value) for name, value in given.items()})
    if type(pieces) is list:
        return [build(piece) for piece in pieces]
    return pieces


def best_of(rounds: int, tasks: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Return the best time of each task in milliseconds, the tasks taking turns."""
    best = dict.fromkeys(tasks, float("inf"))
    for task in tasks.values():
        task()
    for _ in range(rounds):
        for name, task in tasks.items():
            start = perf_counter()
            for _ in range(10):
                task()
            best[name] = min(best[name], (perf_counter() - start) * 100)
    return best


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=60)
    rounds = options.parse_args().rounds
    article, text = articles.article(), articles.text()
    written = {name: newsmodel.serialise(article, name) for name in ("json", "newsml")}
    form = json.loads(written["json"])
    pieces = parts(article)
    best = best_of(
        rounds,
        {
            "json.dumps": lambda: json.dumps(form, ensure_ascii=False),
            "json.loads": lambda: json.loads(written["json"]),
            "lxml parse": lambda: etree.fromstring(written["newsml"]),
            "build": lambda: build(pieces),
            "json write": lambda: newsmodel.serialise(article, "json"),
            "json read": lambda: newsmodel.parse(written["json"], "json"),
            "newsml write": lambda: newsmodel.serialise(article, "newsml"),
            "newsml read": lambda: newsmodel.parse(written["newsml"], "newsml"),
            "text read": lambda: newsmodel.parse(text, "text"),
        },
    )
    floors = {
        "json write": best["json.dumps"],
        "json read": best["json.loads"] + best["build"],
        "newsml write": best["json.dumps"],
        "newsml read": best["lxml parse"] + best["build"],
        "text read": best["build"],
    }
    blocks, quotes = len(article.body), len(article.quotes)
    print(f"{blocks} blocks, {quotes} quotes, {len(text)} characters")
    for name, time in best.items():
        ratio = f"{time / floors[name]:5.2f} x floor" if name in floors else ""
        print(f"{name:14} {time:7.3f} ms  {ratio}")


if __name__ == "__main__":
    main()
