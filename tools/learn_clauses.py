"""Learns what each sign of a reported clause counts for, from annotated quotes.

    python tools/learn_clauses.py ../shared/corpora/quotes/polnear-train.jsonl.gz

Measures on articles that were left out of the fit, then fits to all and writes
``src/newsmodel/quotes/clauses.json``. For each word that could be a cue, all
stretches behind it compete with each other and with nothing at all, and so do all
stretches before it: a conditional logistic regression. Needs numpy and scipy, which
the package itself does not: ``pip install -e '.[learn]'``.
"""

import argparse
import gzip
import json
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsmodel.quotes import clause_signs as signs
from newsmodel.quotes.clause_signs import PADDING
from newsmodel.quotes.clause_tables import tables_of
from newsmodel.quotes.clauses import (
    Clause,
    Span,
    Weights,
    clauses_in,
    cues_in,
    sentences,
)
from newsmodel.quotes.document import Document
from newsmodel.quotes.packs import language_pack
from newsmodel.quotes.reported import chosen
from newsmodel.quotes.tokens import Tokens

TABLE: Final = Path(__file__).parents[1] / "src/newsmodel/quotes/clauses.json"
FOLDS: Final = 5
# How strongly weights are held back: the greater, the more.
STRENGTH: Final = 3.0
STEPS: Final = 60
# A sign that is seen less often, or counts for less (in hundredths), is left out.
LEAST_SEEN: Final = 3
LEAST: Final = 3
# A common word is one of so many articles.
ARTICLES_OF_A_WORD: Final = 40
# A cue introduces speech so often, in such a share of its uses, and is written
# small in such a share, as names are not.
CUES_SEEN: Final = 2
SHARE_OF_A_CUE: Final = 0.03
SHARE_OF_SMALL: Final = 0.5
# Attitudes ("wanted") teach where clauses end, but neither that there is one nor
# that there is none.
WEIGHT_OF_ATTITUDES: Final = 0.5
SAME: Final = 0.8
LINE: Final = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
EDGES: Final = " \xa0,.;:–—-\"“”'‘’`"
THAT: Final = re.compile(r"that\s+", re.IGNORECASE)
NOTHING, SPEECH, ATTITUDE, UNUSED = range(4)


class Said(NamedTuple):
    """What the annotators say was said."""

    cue: list[int]
    start: int
    end: int
    kind: str
    speech: bool


class Paragraph(NamedTuple):
    article: int
    masked: str
    tokens: Tokens
    said: list[Said]


def read_paragraphs(path: Path) -> Iterator[Paragraph]:
    """Yield the paragraphs of all articles with what is said in them."""
    language = language_pack("en")
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for article, line in enumerate(file):
            record = json.loads(line)
            lines = list(LINE.finditer(record["text"]))
            document = Document([each[0] for each in lines], language)
            starts = [each.start() for each in lines]
            said = defaultdict(list)
            for quote in record["quotes"]:
                if quote["cue"]:
                    block = bisect_right(starts, quote["cue"]["start"]) - 1
                    said[block].append(quote)
            for block, start in enumerate(starts):
                low, high = document.starts[block], document.starts[block + 1] - 1
                tokens = Tokens(document.masked, low, high, language)
                own = list(annotated(said[block], record["text"], tokens, start - low))
                yield Paragraph(article, document.masked, tokens, own)


def annotated(
    quotes: Iterable[Mapping[str, Any]], text: str, tokens: Tokens, shift: int
) -> Iterator[Said]:
    for quote in quotes:
        cue = tokens_in(
            tokens, quote["cue"]["start"] - shift, quote["cue"]["end"] - shift
        )
        start, end = quote["start"], quote["end"]
        end = start + len(text[start:end].split("\n", 1)[0].rstrip(EDGES))
        start += len(text[start:end]) - len(text[start:end].lstrip(EDGES))
        if match := THAT.match(text, start, end):
            start = match.end()
        if cue and end > start:
            yield Said(cue, start - shift, end - shift, quote["kind"], quote["speech"])


def tokens_in(tokens: Tokens, low: int, high: int) -> list[int]:
    first = max(0, bisect_right(tokens.starts, low) - 1)
    last = min(len(tokens.shape), bisect_right(tokens.starts, high - 1))
    return [at for at in range(first, last) if tokens.end(at) > low]


def is_speech(said: Said) -> bool:
    return said.speech or said.kind != "indirect"


# Which words there are.


class Words:
    """The words that could be cues, and those that are common."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        uses: Counter[str] = Counter()
        small: Counter[str] = Counter()
        cues: Counter[str] = Counter()
        articles: dict[str, set[int]] = defaultdict(set)
        for each in paragraphs:
            tokens, masked = each.tokens, each.masked
            words = [
                tokens.words(masked, (at, at + 1)) for at in range(len(tokens.shape))
            ]
            for word in words:
                uses[word.lower()] += 1
                small[word] += word.islower()
                if (
                    word.isascii()
                    and word.islower()
                    and word.replace("'", "").isalpha()
                ):
                    articles[word].add(each.article)
            for said in each.said:
                if is_speech(said):
                    cues.update({words[at].lower() for at in said.cue})
        self._share = {word: cues[word] / uses[word] for word in cues}
        self.common = sorted(
            word for word, seen in articles.items() if len(seen) >= ARTICLES_OF_A_WORD
        )
        heads = Counter(
            tokens_word(each, self.head(each, said))
            for each in paragraphs
            for said in each.said
            if is_speech(said)
        )
        self.cues = sorted(
            word
            for word, count in heads.items()
            if count >= CUES_SEEN
            and count / uses[word] >= SHARE_OF_A_CUE
            and small[word] / uses[word] >= SHARE_OF_SMALL
            and word.isascii()
            and word.isalpha()
        )

    def head(self, paragraph: Paragraph, said: Said) -> int:
        """Return the word of a cue that is most of a cue by itself."""
        return max(
            said.cue,
            key=lambda at: (self._share.get(tokens_word(paragraph, at), 0), at),
        )


def tokens_word(paragraph: Paragraph, at: int) -> str:
    return paragraph.tokens.words(paragraph.masked, (at, at + 1)).lower()


# What competes with each other, as rows of matrices.

# The name of a group of tables, of a table of it, and what is looked up there.
Sign = tuple[str, ...]


class Recorder:
    """Stands for a table and takes down which signs are looked up in it."""

    def __init__(self, seen: list[Sign], path: Sign) -> None:
        self._seen, self._path = seen, path

    def get(self, key: str, default: object) -> Any:
        path = (*self._path, key)
        if default != 0:  # a table within the table
            return Recorder(self._seen, path)
        self._seen.append(path)
        return 0


class Recorded:
    """Tables that know no weights, and what was looked up in them."""

    def __init__(self) -> None:
        self._seen: list[Sign] = []
        self.tables = tables_of(lambda *names: Recorder(self._seen, names))

    def of(self, _weight: object) -> list[Sign]:
        """Return the signs that went into a weight."""
        seen = self._seen.copy()
        self._seen.clear()
        return seen


class Choice(NamedTuple):
    """All that could have been said on one side of one cue."""

    article: int
    bias: list[Sign]
    starts: list[int]
    first: list[list[Sign]]
    ends: list[int]
    last: list[list[Sign]]
    right: list[list[bool]]
    truth: int


def choices(paragraphs: Iterable[Paragraph], words: Words) -> Iterator[Choice]:
    weights, recorded = weights_of(words, {}), Recorded()
    for each in paragraphs:
        tokens = each.tokens
        keys = tokens.keys(weights.keys)
        found_cues = cues_in(tokens, keys, weights)
        said = defaultdict(list)
        for own in each.said:
            said[words.head(each, own)].append(own)
        for start, end in sentences(tokens, each.masked):
            cues = [at for at in found_cues if start <= at < end]
            sentence = signs.sentence_of(tokens, keys, start, end, cues)
            shift = start - PADDING
            for cue in sentence.cues:
                about = said[cue + shift]
                at = tokens.starts[cue + shift]
                behind = [one for one in about if one.start > at]
                before = [one for one in about if one.start < at]
                if found := choice_behind(sentence, cue, recorded):
                    yield judged(each, shift, found, behind)
                if found := choice_before(sentence, cue, recorded):
                    yield judged(each, shift, found, before)


Drafted = tuple[list[Sign], list[int], list[list[Sign]], list[int], list[list[Sign]]]


def choice_behind(
    sentence: signs.Sentence, cue: int, recorded: Recorded
) -> Drafted | None:
    that = signs.that_behind(sentence, cue)
    starts = signs.starts_behind(sentence, cue, that)
    if not starts:
        return None
    ends, clause = signs.ends_behind(sentence, cue), signs.clause_of(sentence, cue)
    tables, of = recorded.tables, recorded.of
    start_behind, end_behind = tables.start_behind, tables.end_behind
    return (
        of(signs.cue_behind(tables.cue_behind, sentence, cue)),
        starts,
        [
            of(signs.start_behind(start_behind, sentence, cue, that, [each]))
            for each in starts
        ],
        ends,
        [
            of(signs.edge(tables.edge, sentence, each))
            + of(signs.end_behind(end_behind, sentence, cue, clause, [each]))
            for each in ends
        ],
    )


def choice_before(
    sentence: signs.Sentence, cue: int, recorded: Recorded
) -> Drafted | None:
    if not signs.may_follow(sentence, cue):
        return None
    starts = signs.starts_before(sentence, cue)
    if not starts:
        return None
    ends = signs.ends_before(sentence, cue)
    tables, of = recorded.tables, recorded.of
    return (
        of(signs.cue_before(tables.cue_before, sentence, cue)),
        starts,
        [
            of(signs.start_before(tables.start_before, sentence, cue, [each]))
            for each in starts
        ],
        ends,
        [
            of(signs.end_before(tables.end_before, sentence, cue, [each]))
            for each in ends
        ],
    )


def judged(
    paragraph: Paragraph, shift: int, drafted: Drafted, said: Sequence[Said]
) -> Choice:
    """Return a choice with what is right; the nearest to the truth counts as such."""
    tokens = paragraph.tokens
    bias, starts, first, ends, last = drafted
    shares = [
        [
            max(
                [
                    shared(
                        (one.start, one.end),
                        (tokens.starts[start + shift], tokens.end(end - 1 + shift)),
                    )
                    for one in said
                ],
                default=0.0,
            )
            if end > start
            else 0.0
            for end in ends
        ]
        for start in starts
    ]
    best = max([max(row) for row in shares])
    truth = NOTHING
    if said:
        truth = SPEECH if any(is_speech(one) for one in said) else ATTITUDE
        if best < SAME:
            truth = UNUSED
    right = [[best >= SAME and share == best for share in row] for row in shares]
    return Choice(paragraph.article, bias, starts, first, ends, last, right, truth)


def shared(one: Span, other: Span) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


class Rows:
    """Lists of signs as a sparse matrix; columns are kept by all who share them."""

    def __init__(self, columns: Mapping[Sign, int]) -> None:
        self._columns = columns
        self._indices: list[int] = []
        self._starts = [0]

    def add(self, found: Iterable[Sign]) -> int:
        """Add a row; return its number."""
        known = map(self._columns.get, found)
        self._indices.extend(each for each in known if each is not None)
        self._starts.append(len(self._indices))
        return len(self._starts) - 2

    def matrix(self) -> Any:
        shape = len(self._starts) - 1, len(self._columns)
        ones: Any = np.ones(len(self._indices), np.float32)
        return csr_matrix((ones, self._indices, self._starts), shape)


class Sample:
    """All choices as matrices: of their cues, of their starts and of their ends."""

    def __init__(self, given: Sequence[Choice]) -> None:
        seen: Counter[Sign] = Counter()
        for choice in given:
            for row in (choice.bias, *choice.first, *choice.last):
                seen.update(row)
        often = [sign for sign, count in seen.items() if count >= LEAST_SEEN]
        self.columns = {sign: at for at, sign in enumerate(often)}
        rows = [Rows(self.columns) for _ in range(3)]
        pairs: list[tuple[int, int, int, bool]] = []
        for number, choice in enumerate(given):
            rows[0].add(choice.bias)
            first = [rows[1].add(each) for each in choice.first]
            last = [rows[2].add(each) for each in choice.last]
            pairs += [
                (number, first[a], last[b], choice.right[a][b])
                for a, start in enumerate(choice.starts)
                for b, end in enumerate(choice.ends)
                if end > start
            ]
        self.matrices = [each.matrix() for each in rows]
        self.pairs = np.array(pairs)
        self.truth = np.array([choice.truth for choice in given])
        self.articles = np.array([choice.article for choice in given])

    def fit(self, among: Any) -> dict[Sign, int]:
        """Return what signs count for, in hundredths of a logit."""
        importance = np.where(self.truth == ATTITUDE, WEIGHT_OF_ATTITUDES, 1.0)
        importance *= among & (self.truth != UNUSED)
        pairs = self.pairs[importance[self.pairs[:, 0]] > 0]
        owner, right = pairs[:, 0], pairs[:, 3] > 0
        columns = [pairs[:, each] for each in range(3)]
        turned = [each.T.tocsr() for each in self.matrices]
        count = len(self.truth)
        nothing = (self.truth != ATTITUDE).astype(float)
        unsaid = (self.truth == NOTHING).astype(float)
        off = importance == 0
        nothing[off] = unsaid[off] = 1.0

        def loss(weights: Any) -> tuple[float, Any]:
            logits = sum(
                (matrix @ weights)[column]
                for matrix, column in zip(self.matrices, columns, strict=True)
            )
            odds = np.exp(np.clip(logits, -30, 30))
            all_ = np.bincount(owner, odds, count) + nothing
            good = np.bincount(owner, odds * right, count) + unsaid
            value = (importance * (np.log(all_) - np.log(good))).sum()
            pull = odds * (1 / all_[owner] - right / good[owner]) * importance[owner]
            slope = sum(
                matrix @ np.bincount(column, pull, matrix.shape[1])
                for matrix, column in zip(turned, columns, strict=True)
            )
            value += STRENGTH / 2 * (weights @ weights)
            return value, slope + STRENGTH * weights

        start = np.zeros(len(self.columns))
        found = minimize(
            loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
        ).x
        whole = np.rint(found * 100).astype(int)
        return {
            sign: int(whole[at])
            for sign, at in self.columns.items()
            if abs(whole[at]) >= LEAST
        }


# How well it does.


class Report:
    """How many clauses are right, by how sure they are."""

    def __init__(self) -> None:
        self._bands: dict[int, list[bool]] = defaultdict(list)
        self._wanted = 0

    def add(self, paragraph: Paragraph, found: Iterable[Clause]) -> None:
        tokens = paragraph.tokens
        wanted = [
            (each.start, each.end)
            for each in paragraph.said
            if is_speech(each) and each.kind != "direct"
        ]
        neutral = [
            (each.start, each.end) for each in paragraph.said if not is_speech(each)
        ]
        self._wanted += len(wanted)
        for clause in sorted(found, key=lambda each: -each.chance):
            shape = tokens.shape[clause.start : clause.end]
            if not shape.strip("QSK.,;:-()o"):
                continue
            span = tokens.starts[clause.start], tokens.end(clause.end - 1)
            hit = [each for each in wanted if shared(each, span) >= SAME]
            if not hit and any(shared(each, span) >= 0.5 for each in neutral):
                continue
            if hit:
                wanted.remove(hit[0])
            self._bands[int(clause.chance * 10)].append(bool(hit))

    def show(self) -> None:
        found = right = 0
        for band in sorted(self._bands, reverse=True):
            hits = self._bands[band]
            found, right = found + len(hits), right + sum(hits)
            f1 = 2 * right / (found + self._wanted)
            share = 100 * sum(hits) / len(hits)
            print(
                f"{band * 10:3d}-: {len(hits):5d} clauses, {share:.1f} % right;"
                f" from here up F1 {100 * f1:.1f}"
            )


def learn(path: Path) -> None:
    paragraphs = list(read_paragraphs(path))
    words = Words(paragraphs)
    sample = Sample(list(choices(paragraphs, words)))
    folds = sample.articles % FOLDS
    report = Report()
    for fold in range(FOLDS):
        found = sample.fit(folds != fold)
        weights = weights_of(words, found)
        for each in paragraphs:
            if each.article % FOLDS == fold and each.tokens.shape:
                clauses = clauses_in(each.tokens, each.masked, weights, 0.2)
                report.add(each, chosen(clauses))
    report.show()
    found = sample.fit(folds >= 0)
    write_table(words, found)
    print(f"{len(words.cues)} cues, {len(found)} signs")


def nested(found: Mapping[Sign, int]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return what signs count for as tables, by their groups and names."""
    groups: dict[str, Any] = {}
    tables_of(lambda group, name: groups.setdefault(group, {}).setdefault(name, {}))
    for (*path, last), weight in found.items():
        table = groups
        for key in path:
            table = table.setdefault(key, {})
        table[last] = weight
    return groups


def weights_of(words: Words, found: Mapping[Sign, int]) -> Weights:
    groups = nested(found)
    tables = tables_of(lambda group, name: groups[group][name])
    return Weights(words.common, words.cues, tables)


def write_table(words: Words, found: Mapping[Sign, int]) -> None:
    """Write the weights, one a line, so that changes can be read."""
    table = {
        "cues": " ".join(words.cues),
        "signs": nested(found),
        "words": " ".join(words.common),
    }
    text = json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)
    TABLE.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    learn(parser.parse_args().corpus)


if __name__ == "__main__":
    main()
