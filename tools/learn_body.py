"""Learns what each sign of an article's body counts for, from pages with their truth.

    python tools/learn_body.py ../shared/corpora/html/*.jsonl.gz

Writes ``src/newsmodel/parsers/html/body.json``. Each weight is learned by logistic
regression; what is printed is measured on sites that were left out of the fit. Needs
numpy, scipy and scikit-learn, which the package does not.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

TABLE = Path(__file__).parents[1] / "src/newsmodel/parsers/html/body.json"
TOKEN = re.compile(r"\w+")
FOLDS = 5
# How many sites a name or a word has to be found on, to be looked at at all.
SITES_OF_A_NAME = 20
SITES_OF_A_WORD = 12
# Weights below this (hundredths of a logit) are left out.
LEAST = 8
CONTAINERS = (
    "nav aside footer header form figure figcaption ul ol li table td tr blockquote"
    " button section article main details dl dd dt address pre center fieldset"
    " noscript select svg"
).split()


def read_records(path: Path, *, doubtful: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the records of one corpus, without those whose truth is wrong."""
    beside = path.with_name("doubtful.json")
    corpus = path.name.removesuffix(".jsonl.gz")
    left_out = (
        set(json.loads(beside.read_text("utf-8")).get(corpus, ()))
        if beside.exists() and not doubtful
        else set()
    )
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] not in left_out:
                yield {**record, "corpus": corpus}


def site_of(record: dict[str, Any]) -> str:
    """Return the registered domain of a page, as nearly as it can be told."""
    parts = (urlsplit(record["url"]).hostname or record["id"]).split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short else parts[-2:])


def draft_table(paths: list[Path]) -> None:
    """Write a table that knows all names worth a look, and no weight."""
    from newsmodel.markup.flow import BLOCKS
    from newsmodel.parsers.html import _names
    from newsmodel.parsers.html._tree import parse_html

    sites: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        for record in read_records(path):
            root, _ = parse_html(record["html"].encode(record["html_encoding"]), [])
            site = site_of(record)
            seen = {
                value
                for element in root.iter(*BLOCKS)
                for attribute in _names._ATTRIBUTES
                if (value := element.get(attribute))
            }
            for value in seen:
                for word in _names.words_in(value):
                    sites[word].add(site)
    names = [
        word
        for word, where in sorted(sites.items())
        if len(where) >= SITES_OF_A_NAME and len(word) > 1
    ]
    names += [f"<{tag}>" for tag in CONTAINERS]
    write_table({}, {name: [0, 0] for name in names}, {}, [0, 0])


def write_table(signs: Any, names: Any, words: Any, bias: list[int]) -> None:
    """Write the weights, one a line, so that changes can be read."""
    tables = {"signs": signs, "names": names, "words": words, "bias": bias}
    TABLE.write_text(
        json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True) + "\n",
        encoding="utf-8",
    )


def key(text: str) -> str:
    return " ".join(TOKEN.findall(text.casefold()))


def labels_of(truth: dict[str, Any], runs: list[Any]) -> list[float | None]:
    """Return for each run which share of it is in the body; None: does not count."""
    if "body" not in truth:
        return labels_by_segments(truth, runs)
    body = truth["body"]
    tokens = TOKEN.findall(body)
    shingles = set(zip(*(tokens[at:] for at in range(4)), strict=False))
    lines = {key(line) for line in body.split("\n") if line.strip()}
    flat = f" {key(body)} "
    labels: list[float | None] = []
    for run in runs:
        own = TOKEN.findall(run.text)
        if not own:
            labels.append(None)
        elif len(own) >= 4:
            parts = list(zip(*(own[at:] for at in range(4)), strict=False))
            labels.append(sum(part in shingles for part in parts) / len(parts))
        else:
            text = key(run.text)
            inside = len(own) > 1 and f" {text} " in flat
            labels.append(1.0 if text in lines else 0.6 if inside else 0.0)
    drop_twins(runs, labels, flat)
    optional = {key(x) for x in truth.get("standfirst", []) + truth.get("optional", [])}
    for at, run in enumerate(runs):
        if not (labels[at] or 0) > 0.5 and key(run.text) in optional:
            labels[at] = None
    return labels


def drop_twins(runs: list[Any], labels: list[float | None], flat: str) -> None:
    """Where a text stands more often than in the truth, keep those among the body."""
    twins: dict[str, list[int]] = defaultdict(list)
    mass: Counter[Any] = Counter()
    for at, run in enumerate(runs):
        if (labels[at] or 0) > 0.5:
            twins[key(run.text)].append(at)
            box = run.box
            while box is not None:
                mass[box] += len(run.text)
                box = box.parent
    for text, places in twins.items():
        count = max(1, flat.count(f" {text} "))
        if len(places) > count:
            places.sort(key=lambda at: (-mass[runs[at].box.parent or runs[at].box], at))
            for at in places[count:]:
                labels[at] = 0.0


def labels_by_segments(truth: dict[str, Any], runs: list[Any]) -> list[float | None]:
    wanted = [" ".join(each.split()) for each in truth.get("with", [])]
    unwanted = [" ".join(each.split()) for each in truth.get("without", [])]

    def has(text: str, segments: list[str]) -> bool:
        return any(x in text or (len(text) > 20 and text in x) for x in segments)

    labels: list[float | None] = []
    for run in runs:
        text = " ".join(run.text.split())
        good, bad = has(text, wanted), has(text, unwanted)
        labels.append(None if good == bad else float(good))
    return labels


class Rows:
    """Features of many runs, as rows of a sparse matrix."""

    def __init__(self) -> None:
        self.columns: dict[str, int] = {}
        self.indices: list[int] = []
        self.data: list[int] = []
        self.indptr = [0]

    def add(self, counts: dict[str, int]) -> None:
        for name, count in counts.items():
            at = self.columns.setdefault(name, len(self.columns))
            self.indices.append(at)
            self.data.append(count)
        self.indptr.append(len(self.indices))

    def matrix(self) -> Any:
        shape = (len(self.indptr) - 1, len(self.columns))
        return csr_matrix((self.data, self.indices, self.indptr), shape, dtype=float)


def names_up(box: Any, stop: Any, words: tuple[str, ...]) -> Counter[str]:
    """Count the names of a box and of those around it, up to *stop*."""
    found: Counter[str] = Counter()
    while box is not None and box is not stop:
        bits = box.names
        while bits:
            low = bits & -bits
            found[words[low.bit_length() - 1]] += 1
            bits ^= low
        box = box.parent
    return found


def fit(X: Any, y: Any, weight: Any, c: float) -> Any:
    model = LogisticRegression(C=c, max_iter=300)
    use = weight > 0
    model.fit(X[use], y[use], sample_weight=weight[use] * 50)
    return model


def out_of_fold(X: Any, y: Any, weight: Any, sites: Any, c: float) -> Any:
    scores = np.zeros(len(y))
    for train, test in GroupKFold(FOLDS).split(X, y, sites):
        scores[test] = fit(X[train], y[train], weight[train], c).decision_function(
            X[test]
        )
    return np.rint(scores * 100).astype(int)


class Corpus:
    def __init__(self, paths: list[Path]) -> None:
        from newsmodel.parsers.html import _names, _signs
        from newsmodel.parsers.html._page import Page

        self.pages: list[Any] = []
        self.near = Rows()
        labels, weights, self.sites = [], [], []
        word_sites: dict[str, set[str]] = defaultdict(set)
        rows: list[dict[str, int]] = []
        for path in paths:
            for record in read_records(path):
                page = Page(
                    record["html"].encode(record["html_encoding"]), record["url"]
                )
                signs = _signs.Signs(page)
                runs = page.flow.runs
                truth = labels_of(record["truth"], runs)
                total = sum(
                    len(run.text)
                    for run, label in zip(runs, truth, strict=True)
                    if (label or 0) > 0.5
                )
                site = site_of(record)
                names: dict[Any, Counter[str]] = {}
                for at, (run, label) in enumerate(zip(runs, truth, strict=True)):
                    counts = {_signs.NAMES[each]: 1 for each in signs.near(at)}
                    if run.box not in names:
                        names[run.box] = names_up(run.box, None, _names.WORDS)
                    for name, count in names[run.box].items():
                        counts[f"name {name}"] = count
                    for word in signs.words(at):
                        counts[f"word {word}"] = 1
                        word_sites[word].add(site)
                    rows.append(counts)
                    labels.append(1 if (label or 0) > 0.5 else 0)
                    if label is None:
                        weights.append(0.0)
                    elif "body" in record["truth"]:
                        weights.append(
                            min(1.0, (len(run.text) + 8) / (total or 1000))
                        )
                    else:
                        weights.append(0.08)
                    self.sites.append(site)
                light = (record["id"], record["corpus"], record["truth"], len(runs))
                self.pages.append((light, signs, None))
        for counts in rows:
            self.near.add(
                {
                    name: count
                    for name, count in counts.items()
                    if not name.startswith("word ")
                    or len(word_sites[name[5:]]) >= SITES_OF_A_WORD
                }
            )
        self.y, self.weight = np.array(labels), np.array(weights)
        codes = {site: at for at, site in enumerate(sorted(set(self.sites)))}
        self.groups = np.array([codes[site] for site in self.sites])
        self.offsets = np.cumsum([0] + [light[3] for light, _, _ in self.pages])

    def far(self, scores: Any) -> Rows:
        from newsmodel.parsers.html import _names, _signs

        rows = Rows()
        for nth, (_, signs, _) in enumerate(self.pages):
            start, stop = self.offsets[nth], self.offsets[nth + 1]
            own = [int(each) for each in scores[start:stop]]
            around = _signs.Surroundings(signs, own)
            names: dict[Any, Counter[str]] = {}
            for at, run in enumerate(signs.runs):
                found, common = around.far(at)
                counts = {_signs.NAMES[each]: 1 for each in found}
                if run.box not in names:
                    names[run.box] = names_up(run.box, common, _names.WORDS)
                for name, count in names[run.box].items():
                    counts[f"name {name}"] = count
                counts["guess"] = max(-600, min(600, own[at])) / 100
                rows.add(counts)
        return rows

    def report(self, scores: Any, title: str) -> None:
        sys.path.insert(0, "/work/shared/bench/html")
        import score

        found: dict[str, list[Any]] = defaultdict(list)
        for nth, ((_, corpus, truth, _), signs, _) in enumerate(self.pages):
            start, stop = self.offsets[nth], self.offsets[nth + 1]
            own = scores[start:stop] > 0
            text = "\n\n".join(
                run.text for run, it in zip(signs.runs, own, strict=True) if it
            )
            if "body" in truth:
                found[corpus].append(score.score_body(truth, text))
            else:
                flat = score.squash(text)
                w, o = truth.get("with", []), truth.get("without", [])
                found[corpus].append({
                    "_with_n": len(w), "_without_n": len(o),
                    "_with_hits": sum(score.squash(x) in flat for x in w),
                    "_without_hits": sum(score.squash(x) in flat for x in o),
                })
        print(title, end=": ")
        for corpus, pages in found.items():
            sums = score.aggregate(pages)
            shown = [f"{sums[k]:.4f}" for k in ("body_f1", "body_precision", "body_recall", "seg_accuracy", "with_rate","without_rate") if k in sums]
            print(corpus, *shown, end="; ")
        print(flush=True)


def learn(paths: list[Path], near_c: float, far_c: float, *, write: bool) -> None:
    from newsmodel.parsers.html import _signs
    corpus = Corpus(paths)
    X = corpus.near.matrix()
    print("near", X.shape)
    guess = out_of_fold(X, corpus.y, corpus.weight, corpus.groups, near_c)
    corpus.report(guess, "near")
    rows = corpus.far(guess)
    Z = rows.matrix()
    print("far", Z.shape)
    final = out_of_fold(Z, corpus.y, corpus.weight, corpus.groups, far_c)
    corpus.report(final, "far")
    for shift in (-40, 40):
        corpus.report(final + shift, f"far {shift:+}")
    if not write:
        return
    near = fit(X, corpus.y, corpus.weight, near_c)
    far = fit(Z, corpus.y, corpus.weight, far_c)
    signs: dict[str, int] = {}
    names: dict[str, list[int]] = {}
    words: dict[str, int] = {}
    for which, (model, columns) in enumerate(((near, corpus.near.columns), (far, rows.columns))):
        for name, at in columns.items():
            value = round(float(model.coef_[0][at]) * 100)
            kind, _, rest = name.partition(" ")
            if kind == "name":
                names.setdefault(rest, [0, 0])[which] = value
            elif kind == "word":
                if abs(value) >= LEAST:
                    words[rest] = value
            elif value:
                signs[name] = value
    names = {name: both for name, both in names.items() if max(map(abs, both)) >= LEAST}
    bias = [round(float(model.intercept_[0]) * 100) for model in (near, far)]
    write_table(signs, names, words, bias)
    print(len(signs), "signs", len(names), "names", len(words), "words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--near", type=float, default=0.3)
    parser.add_argument("--far", type=float, default=0.1)
    options = parser.parse_args()
    if options.draft:
        draft_table(options.corpora)
    else:
        learn(options.corpora, options.near, options.far, write=options.write)


if __name__ == "__main__":
    main()
