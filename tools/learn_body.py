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
from newsmodel.parsers.html._body.body import choose
from newsmodel.parsers.html._body.far_signs import HOPELESS, FarSigns
from newsmodel.parsers.html._body.near_signs import NearSigns
from newsmodel.parsers.html._body.signs import parts_of
from newsmodel.parsers.html._body.word_signs import aside_signs, words_in
from newsmodel.parsers.html._page import names as _names
from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._page.tree import parse_html
from newsmodel.parsers.html._weights import NAMES
from newsmodel.rules._words import words

TABLE: Final = Path(__file__).parents[1] / "src/newsmodel/parsers/html/body.json"
FOLDS: Final = 5
# How strongly weights of either step are held back: the smaller, the more.
STRENGTHS: Final = (0.03, 0.015)
# What the second step adds to each run, in hundredths of a logit: F1 is best where the
# border is below an even chance, since it forgives what is more a little.
LEANING: Final = 15
# On how many sites a name has to be found, so that it is none of one site.
SITES_OF_A_NAME: Final = 35
# On how many a word of the text has to be, so that it is a common one.
SITES_OF_A_WORD: Final = 100
# What having a name is in the fit, where any other sign is 1: the smaller, the more
# are names held back, of which each site has its own.
NAMED: Final = 0.35
# The same for being worded as an aside, of which there are few kinds.
WORDED: Final = 4
# Weights of words below this, in hundredths of a logit, are left out. Those of names
# never are: names dropped by weights that saw all sites flatter what is held out.
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


def names_around(box: Any) -> dict[str, float]:
    """Count the names of a box and of those around it, each as *NAMED*."""
    found: dict[str, float] = defaultdict(float)
    while box is not None:
        bits = box.names
        while bits:
            low = bits & -bits
            found["name " + _names.WORDS[low.bit_length() - 1]] += NAMED
            bits ^= low
        box = box.parent
    return found


class Seen(NamedTuple):
    """What is kept of a page."""

    record: dict[str, Any]
    signs: NearSigns
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
        sites_of: dict[str, set[str]] = defaultdict(set)
        for path in paths:
            for record in read_records(path):
                site = site_of(record)
                page = Page(record.pop("page"), record["url"])
                signs = NearSigns(page)
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
                for near, run, share in zip(signs.near(), runs, shares, strict=True):
                    self.near.add(parts(near) | names_around(run.box))
                    for word in words_in(run.text):
                        sites_of[word].add(site)
                    truths.append(is_in(share))
                    # Each page counts alike, and a run for what it adds or costs.
                    weight = min(1.0, (len(run.text) + 8) / (total or 1000))
                    if "body" not in record["truth"]:
                        weight = 0.08
                    weights.append(0.0 if share is None else weight)
                sites += [site] * len(runs)
        self.truths, self.weights = np.array(truths), np.array(weights)
        self.sites = np.unique(sites, return_inverse=True)[1]
        self.words = {
            word for word, its in sites_of.items() if len(its) >= SITES_OF_A_WORD
        }

    def far(self, guesses: Any) -> Rows:
        """Return the far signs and words of runs that have a chance."""
        rows = Rows()
        for page in self.pages:
            own = [int(each) for each in guesses[page.start : page.stop]]
            around = FarSigns(page.signs, own)
            for at, guess in enumerate(own):
                counts: dict[str, float] = {}
                if guess > HOPELESS:
                    counts = parts(around.far(at))
                    counts["first guess"] = max(-LIMIT, min(LIMIT, guess)) / 100
                    text = page.signs.runs[at].text
                    for word in self.words.intersection(words_in(text)):
                        counts[f"word {word}"] = 1
                    counts |= dict.fromkeys(parts(aside_signs(text)), WORDED)
                rows.add(counts)
        return rows

    def fit(self, matrix: Any, strength: float, among: Any) -> LogisticRegression:
        """Fit to those runs that *among* says and that count."""
        use = among & (self.weights > 0)
        model = LogisticRegression(C=strength, max_iter=300)
        # Weights are scaled so that the strength means the same for all corpora.
        return model.fit(matrix[use], self.truths[use], self.weights[use] * 50)

    def held_out(self, matrix: Any, strength: float, rated: Any) -> Any:
        """Return scores of each run by a fit to *rated* that has not seen its site."""
        scores = np.zeros(len(self.truths))
        folds = GroupKFold(FOLDS).split(matrix, self.truths, self.sites)
        for train, test in folds:
            among: Any = np.zeros(len(self.truths), dtype=bool)
            among[train] = True
            model = self.fit(matrix, strength, among & rated)
            scores[test] = model.decision_function(matrix[test])
        return np.rint(scores * 100).astype(int)

    def report(self, scores: Any, title: str) -> None:
        """Print how well scores part body from the rest, a corpus a line."""
        counts: dict[str, list[tuple[float, float]]] = defaultdict(list)
        segments: dict[str, Counter[str]] = defaultdict(Counter)
        for page in self.pages:
            runs = page.signs.runs
            chosen = choose(runs, scores[page.start : page.stop])
            text = "\n\n".join(runs[at].text for at in chosen)
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
    write_table([0, 0], {}, dict.fromkeys(names, 0), {})


def write_table(
    bias: list[int],
    signs: Mapping[str, int],
    names: Mapping[str, int],
    common: Mapping[str, int],
) -> None:
    """Write the weights, one a line, so that changes can be read."""
    tables = {"bias": bias, "names": names, "signs": signs, "words": common}
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
    everyone: Any = np.ones(len(corpus.truths), dtype=bool)
    guesses = corpus.held_out(near, first_strength, everyone)
    corpus.report(guesses, "by themselves")
    rows = corpus.far(guesses)
    far, hopeful = rows.matrix(), guesses > HOPELESS
    scores = corpus.held_out(far, second_strength, hopeful) + LEANING
    corpus.report(np.where(hopeful, scores, guesses), "by their page")
    first = corpus.fit(near, first_strength, everyone)
    second = corpus.fit(far, second_strength, hopeful)
    weights = hundredths(first, corpus.near) | hundredths(second, rows)
    signs: dict[str, int] = {}
    names = dict.fromkeys(NAMES, 0)
    common: dict[str, int] = {}
    for name, weight in weights.items():
        kind, _, word = name.partition(" ")
        if kind == "name":
            names[word] = round(weight * NAMED)
        elif kind == "aside":
            signs[name] = round(weight * WORDED)
        elif kind != "word":
            signs |= {name: weight} if weight else {}
        elif abs(weight) >= LEAST:
            common[word] = weight
    bias = [round(float(each.intercept_[0]) * 100) for each in (first, second)]
    bias[1] += LEANING
    write_table(bias, signs, names, common)
    print(f"{len(signs)} signs, {len(names)} names, {len(common)} words")


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
