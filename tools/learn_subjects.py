"""Learns what tells the subject of a verb of speech, from quotations with their truth.

    python tools/learn_subjects.py ../shared/corpora/quotes/polnear-train.jsonl.gz

Measures on documents that were left out of the fit, then fits to all and writes
``src/newsmodel/quotes/subjects.json``: a weight for each sign, and no word of any
text. Needs numpy, which the package itself does not.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from newsmodel.quotes.document import Document
from newsmodel.quotes.packs import language_pack
from newsmodel.quotes.subjects import phrases_before, signs_of
from newsmodel.quotes.tokens import Tokens

TABLE: Final = Path(__file__).parents[1] / "src/newsmodel/quotes/subjects.json"
FOLDS: Final = 5
#: In how many places a sign has to be found.
LEAST: Final = 20
PASSES: Final = 6
#: How strongly weights are held back.
HELD: Final = 0.01
RATE: Final = 0.3
LINE: Final = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")


class Case(NamedTuple):
    """A verb, the signs of each phrase before it, and which is the subject."""

    fold: int
    signs: list[tuple[str, ...]]
    truth: int


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the verbs of one corpus whose subject stands before them."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield from cases_of(json.loads(line))


def cases_of(record: dict[str, Any]) -> Iterator[Case]:
    lines = list(LINE.finditer(record["text"]))
    document = Document([each[0] for each in lines], language_pack("en"))
    fold = sha256(record["id"].encode()).digest()[0] % FOLDS
    seen: set[tuple[int, int]] = set()
    for quote in record["quotes"]:
        cue, speaker = quote["cue"], quote["speaker"]
        if not cue or not speaker or (cue["start"], speaker["start"]) in seen:
            continue
        seen.add((cue["start"], speaker["start"]))
        for number, each in enumerate(lines):
            if each.start() <= cue["start"] < each.end():
                low, high = document.starts[number], document.starts[number + 1] - 1
                tokens = Tokens(document.masked, low, high, document.language)
                moved = low - each.start()
                if found := case_of(tokens, moved, cue, speaker):
                    yield Case(fold, *found)


def case_of(
    tokens: Tokens, moved: int, cue: dict[str, Any], speaker: dict[str, Any]
) -> tuple[list[tuple[str, ...]], int] | None:
    shape = tokens.shape

    def inside(span: dict[str, Any]) -> list[int]:
        low, high = span["start"] + moved, span["end"] + moved
        return [at for at, start in enumerate(tokens.starts) if low <= start < high]

    verbs = [at for at in inside(cue) if shape[at] in "COLGH"]
    named = inside(speaker)
    if not verbs or not named or named[0] >= verbs[0]:
        return None
    at = verbs[0]
    start = max([m.end() for m in re.finditer("[.S]", shape[:at])], default=0)
    phrases = phrases_before(shape, start, at)
    truths = [n for n, (low, _) in enumerate(phrases) if low in named]
    if not truths:
        return None
    last = len(phrases) - 1
    signs = [
        signs_of(shape, phrase, (n, last - n), start, at)
        for n, phrase in enumerate(phrases)
    ]
    return signs, truths[0]


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return weights under which the truth is the likeliest of its rivals."""
    counts = Counter(sign for case in cases for signs in case.signs for sign in signs)
    columns = {s: n for n, s in enumerate(sorted(counts)) if counts[s] >= LEAST}
    names = list(columns)
    columns = {sign: n for n, sign in enumerate(names)}
    weights, sizes = np.zeros(len(names)), np.full(len(names), 1e-6)
    rows = [
        ([np.array([columns[s] for s in x if s in columns]) for x in case.signs], case)
        for case in cases
        if len(case.signs) > 1
    ]
    order = random.Random(1)  # noqa: S311
    for _ in range(PASSES):
        order.shuffle(rows)
        for row, case in rows:
            scores = np.array([weights[each].sum() for each in row])
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            chances[case.truth] -= 1
            for each, error in zip(row, chances, strict=True):
                slope = error + HELD * weights[each]
                sizes[each] += slope * slope
                weights[each] -= RATE * slope / np.sqrt(sizes[each])
    return dict(zip(names, weights, strict=True))


def chosen(case: Case, weights: dict[str, float]) -> int:
    scores = [sum(weights.get(s, 0) for s in signs) for signs in case.signs]
    return scores.index(max(scores))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="+")
    cases = [case for path in parser.parse_args().corpus for case in read_cases(path)]
    right = 0
    for fold in range(FOLDS):
        weights = fit([case for case in cases if case.fold != fold])
        held_out = [case for case in cases if case.fold == fold]
        right += sum(chosen(case, weights) == case.truth for case in held_out)
    print(f"{len(cases)} verbs, {right / len(cases):.1%} right where left out")
    weights = {s: round(100 * w) for s, w in fit(cases).items()}
    kept = {sign: w for sign, w in sorted(weights.items()) if w}
    TABLE.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(kept)} weights written to {TABLE}")


if __name__ == "__main__":
    main()
