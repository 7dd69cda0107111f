"""Learns what each sign of an article's body counts for, from pages with their truth.

    python tools/learn_body.py ../shared/corpora/html/*.jsonl.gz

Measures on sites that were left out of the fit, then fits to all and writes
``src/newsmodel/parsers/html/body.json``. Both steps of the judgement are logistic
regressions; the second learns from first guesses for sites that the first did not
see. Needs numpy, scipy and scikit-learn, which the package itself does not:
``pip install -e '.[learn]'``.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newsmodel.markup.flow import BLOCKS, Box, Run
from newsmodel.parsers.html._body.far_signs import Surroundings
from newsmodel.parsers.html._body.near_signs import Signs
from newsmodel.parsers.html._body.signs import parts_of
from newsmodel.parsers.html._page import names as _names
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._page.tree import parse_html
from newsmodel.rules._words import words

TABLE: Final = Path(__file__).parents[1] / "src/newsmodel/parsers/html/body.json"
FOLDS: Final = 5
# How strongly weights of either step are held back: the smaller, the more.
STRENGTHS: Final = (0.03, 0.01)
# What the second step adds to each run, in hundredths of a logit: F1 is best where the
# border is below an even chance, since it forgives what is more a little.
LEANING: Final = 15
# On how many sites a name has to be found, so that it is none of one site.
SITES_OF_A_NAME: Final = 35
# Weights of names below this, in hundredths of a logit, are left out.
LEAST: Final = 6
LIMIT: Final = 600
CONTAINERS: Final = words(
    "nav aside footer header form figure figcaption ul ol li table td tr blockquote"
    " button section article main details dl dd dt address pre center fieldset"
    " noscript select svg"
)
TOKEN: Final = re.compile(r"\w+")


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of one corpus, without those whose truth is wrong."""
    corpus = path.name.removesuffix(".jsonl.gz")
    beside = path.with_name("doubtful.json")
    doubtful: set[str] = set()
    if beside.exists():
        doubtful = set(json.loads(beside.read_text("utf-8")).get(corpus, ()))
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] not in doubtful:
                record["corpus"] = corpus
                record["page"] = record.pop("html").encode(record["html_encoding"])
                yield record


def site_of(record: Mapping[str, Any]) -> str:
    """Return the registered domain of a page, as nearly as it can be told."""
    parts = (urlsplit(record["url"]).hostname or record["id"]).split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short else parts[-2:])


# What is true of each run: how much of it is in the body that the truth has.


def key(text: str) -> str:
    return " ".join(TOKEN.findall(text.casefold()))


def shares_in_truth(
    truth: Mapping[str, Any], runs: Sequence[Run]
) -> list[float | None]:
    """Return which share of each run is in the body; None for what does not count."""
    if "body" not in truth:
        return shares_by_segments(truth, runs)
    tokens = TOKEN.findall(truth["body"])
    shingles = set(zip(*(tokens[at:] for at in range(4)), strict=False))
    lines = {key(line) for line in truth["body"].split("\n") if line.strip()}
    flat = f" {key(truth['body'])} "
    shares: list[float | None] = []
    for run in runs:
        own = TOKEN.findall(run.text)
        if not own:
            shares.append(None)
        elif len(own) >= 4:
            parts = list(zip(*(own[at:] for at in range(4)), strict=False))
            shares.append(sum(part in shingles for part in parts) / len(parts))
        else:
            text = key(run.text)
            inside = len(own) > 1 and f" {text} " in flat
            shares.append(1.0 if text in lines else 0.6 if inside else 0.0)
    drop_twins(runs, shares, flat)
    optional = {key(x) for x in truth.get("standfirst", []) + truth.get("optional", [])}
    return [
        None if not is_in(share) and key(run.text) in optional else share
        for run, share in zip(runs, shares, strict=True)
    ]


def is_in(share: float | None) -> bool:
    return share is not None and share > 0.5


def drop_twins(runs: Sequence[Run], shares: list[float | None], flat: str) -> None:
    """Where a text stands more often than in the truth, keep those amid the body."""
    twins: dict[str, list[int]] = defaultdict(list)
    mass: Counter[Any] = Counter()
    for at, run in enumerate(runs):
        if is_in(shares[at]):
            twins[key(run.text)].append(at)
            box: Box | None = run.box
            while box is not None:
                mass[box] += len(run.text)
                box = box.parent
    for text, places in twins.items():
        count = max(1, flat.count(f" {text} "))
        places.sort(key=lambda at: (-mass[runs[at].box.parent or runs[at].box], at))
        for at in places[count:]:
            shares[at] = 0.0


def shares_by_segments(
    truth: Mapping[str, Any], runs: Iterable[Run]
) -> list[float | None]:
    """Tell runs by the few texts that must be in the body, or must not."""
    wanted = [" ".join(each.split()) for each in truth.get("with", [])]
    unwanted = [" ".join(each.split()) for each in truth.get("without", [])]

    def has(text: str, segments: list[str]) -> bool:
        return any(x in text or (len(text) > 20 and text in x) for x in segments)

    shares: list[float | None] = []
    for run in runs:
        text = " ".join(run.text.split())
        good, bad = has(text, wanted), has(text, unwanted)
        shares.append(None if good == bad else float(good))
    return shares


# The signs of each run, as rows of a matrix.


class Rows:
    def __init__(self) -> None:
        self.columns: dict[str, int] = {}
        self._indices: list[int] = []
        self._values: list[float] = []
        self._starts = [0]

    def add(self, counts: Mapping[str, float]) -> None:
        for name, count in counts.items():
            self._indices.append(self.columns.setdefault(name, len(self.columns)))
            self._values.append(count)
        self._starts.append(len(self._indices))

    def matrix(self) -> Any:
        shape = (len(self._starts) - 1, len(self.columns))
        return csr_matrix((self._values, self._indices, self._starts), shape)


def parts(signs: Iterable[int]) -> dict[str, float]:
    return {part: 1 for sign in signs for part in parts_of(sign)}


def names_around(box: Any) -> Counter[str]:
    """Count the names of a box and of those around it."""
    found: Counter[str] = Counter()
    while box is not None:
        bits = box.names
        while bits:
            low = bits & -bits
            found["name " + _names.WORDS[low.bit_length() - 1]] += 1
            bits ^= low
        box = box.parent
    return found


class Seen(NamedTuple):
    """What is kept of a page."""

    record: dict[str, Any]
    signs: Signs
    start: int
    stop: int


class Corpus:
    """All pages: the near signs of their runs, and what is true of these."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.pages: list[Seen] = []
        self.near = Rows()
        truths: list[bool] = []
        weights: list[float] = []
        sites: list[str] = []
        for path in paths:
            for record in read_records(path):
                page = Page(record.pop("page"), record["url"])
                signs = Signs(page)
                runs = page.flow.runs
                shares = shares_in_truth(record["truth"], runs)
                total = sum(
                    len(run.text)
                    for run, share in zip(runs, shares, strict=True)
                    if is_in(share)
                )
                self.pages.append(
                    Seen(record, signs, len(truths), len(truths) + len(runs))
                )
                for at, (run, share) in enumerate(zip(runs, shares, strict=True)):
                    self.near.add(parts(signs.near(at)) | names_around(run.box))
                    truths.append(is_in(share))
                    # Each page counts alike, and a run for what it adds or costs.
                    weight = min(1.0, (len(run.text) + 8) / (total or 1000))
                    if "body" not in record["truth"]:
                        weight = 0.08
                    weights.append(0.0 if share is None else weight)
                sites += [site_of(record)] * len(runs)
        self.truths, self.weights = np.array(truths), np.array(weights)
        self.sites = np.unique(sites, return_inverse=True)[1]

    def far(self, guesses: Any) -> Rows:
        rows = Rows()
        for page in self.pages:
            own = [int(each) for each in guesses[page.start : page.stop]]
            around = Surroundings(page.signs, own)
            for at, guess in enumerate(own):
                counts = parts(around.far(at))
                counts["first guess"] = max(-LIMIT, min(LIMIT, guess)) / 100
                rows.add(counts)
        return rows

    def fit(
        self, matrix: Any, strength: float, among: Any = None
    ) -> LogisticRegression:
        use = self.weights > 0
        if among is not None:
            use &= among
        model = LogisticRegression(C=strength, max_iter=300)
        # Weights are scaled so that the strength means the same for all corpora.
        return model.fit(matrix[use], self.truths[use], self.weights[use] * 50)

    def held_out(self, matrix: Any, strength: float) -> Any:
        """Return scores of each run by a fit that has not seen its site."""
        scores = np.zeros(len(self.truths))
        folds = GroupKFold(FOLDS).split(matrix, self.truths, self.sites)
        for train, test in folds:
            among: Any = np.zeros(len(self.truths), dtype=bool)
            among[train] = True
            model = self.fit(matrix, strength, among)
            scores[test] = model.decision_function(matrix[test])
        return np.rint(scores * 100).astype(int)

    def report(self, scores: Any, title: str) -> None:
        """Print how well scores part body from the rest, a corpus a line."""
        counts: dict[str, list[tuple[float, float]]] = defaultdict(list)
        segments: dict[str, Counter[str]] = defaultdict(Counter)
        for page in self.pages:
            chosen = scores[page.start : page.stop] > 0
            text = "\n\n".join(
                run.text for run, it in zip(page.signs.runs, chosen, strict=True) if it
            )
            truth, corpus = page.record["truth"], page.record["corpus"]
            if "body" in truth:
                counts[corpus].append(precision_and_recall(truth, text))
            else:
                flat = " ".join(text.split())
                tally = segments[corpus]
                for kind in ("with", "without"):
                    for segment in truth.get(kind, []):
                        inside = " ".join(segment.split()) in flat
                        tally["right"] += inside == (kind == "with")
                        tally["all"] += 1
        for corpus, pairs in counts.items():
            precision, recall = np.mean(pairs, axis=0)
            f1 = 2 * precision * recall / (precision + recall)
            print(f"{title}: {corpus} {f1:.4f} ({precision:.4f}, {recall:.4f})")
        for corpus, tally in segments.items():
            print(f"{title}: {corpus} {tally['right'] / tally['all']:.4f} right")


def precision_and_recall(truth: Mapping[str, Any], text: str) -> tuple[float, float]:
    """Return both for the shingles of four words, the standfirst optional."""

    def shingles(text: str) -> Counter[Any]:
        tokens = TOKEN.findall(text)
        return Counter(zip(*(tokens[at:] for at in range(4)), strict=False))

    found = shingles(text)
    best = (0.0, 0.0)
    bodies = [truth["body"]]
    if truth.get("standfirst"):
        bodies.append("\n".join([*truth["standfirst"], truth["body"]]))
    for body in bodies:
        wanted = shingles(body)
        same = (wanted & found).total()
        pair = (same / (found.total() or 1), same / (wanted.total() or 1))
        best = max(best, pair, key=sum)
    return best


# From drafts to the table.


def draft_table(paths: Iterable[Path]) -> None:
    """Write a table that knows all names worth a look, and no weight."""
    sites: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        for record in read_records(path):
            root, _ = parse_html(record["page"], [])
            site = site_of(record)
            values = {
                value
                for element in root.iter(*BLOCKS)
                for attribute in _names.ATTRIBUTES
                if (value := element.get(attribute))
            }
            for value in values:
                for word in _names.words_in(value):
                    sites[word].add(site)
    names = [
        word
        for word, where in sites.items()
        if len(where) >= SITES_OF_A_NAME and len(word) > 1
    ]
    names += [f"<{tag}>" for tag in sorted(CONTAINERS)]
    write_table({}, dict.fromkeys(names, 0), [0, 0])


def write_table(
    signs: Mapping[str, int], names: Mapping[str, int], bias: list[int]
) -> None:
    """Write the weights, one a line, so that changes can be read."""
    tables = {"bias": bias, "names": names, "signs": signs}
    text = json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True)
    TABLE.write_text(text + "\n", encoding="utf-8")


def hundredths(model: LogisticRegression, rows: Rows) -> dict[str, int]:
    return {
        name: round(float(model.coef_[0][at]) * 100)
        for name, at in rows.columns.items()
    }


def learn(paths: list[Path]) -> None:
    corpus = Corpus(paths)
    near = corpus.near.matrix()
    first_strength, second_strength = STRENGTHS
    guesses = corpus.held_out(near, first_strength)
    corpus.report(guesses, "by themselves")
    rows = corpus.far(guesses)
    far = rows.matrix()
    corpus.report(corpus.held_out(far, second_strength) + LEANING, "by their page")
    first = corpus.fit(near, first_strength)
    second = corpus.fit(far, second_strength)
    weights = hundredths(first, corpus.near) | hundredths(second, rows)
    names = {
        name.removeprefix("name "): weight
        for name, weight in weights.items()
        if name.startswith("name ") and abs(weight) >= LEAST
    }
    signs = {
        name: weight
        for name, weight in weights.items()
        if weight and not name.startswith("name ")
    }
    bias = [round(float(each.intercept_[0]) * 100) for each in (first, second)]
    bias[1] += LEANING
    write_table(signs, names, bias)
    print(f"{len(signs)} signs and {len(names)} names have a weight")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument(
        "--draft", action="store_true", help="only look for names; comes first"
    )
    options = parser.parse_args()
    if options.draft:
        draft_table(options.corpora)
    else:
        learn(options.corpora)


if __name__ == "__main__":
    main()
