"""What the signs of a reported clause count for, as tables.

A table is named for what its signs look at: a shape is the character of a token,
a word is itself if it is common, else its ending. It has hundredths of a logit,
learned by ``tools/learn_clauses.py``; what is in none counts for nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

Table = Mapping[str, int]
Nested = Mapping[str, Table]

# To freeze and to compare the classes would make the import three times as long.


@dataclass(slots=True, eq=False, repr=False)
class Cue:
    """That a word is a cue, whatever it governs.

    Attributes:
        word: The cue.
        shape: Its shape.
        before: The word before it.
        of_cue: The same, by the cue.
        two_before: The word two before it, by the word before it.
        next_shapes: The two shapes behind it, by the cue.
    """

    word: Table
    shape: Table
    before: Table
    of_cue: Nested
    two_before: Nested
    next_shapes: Nested


@dataclass(slots=True, eq=False, repr=False)
class CueBehind(Cue):
    """That what was said stands behind a cue.

    Attributes:
        other_cues: Whether there are cues behind it, and before it.
        region_behind: The next quoted region, by the shape of the cue.
        region_ahead: The last quoted region before it, by the same.
        room: How many tokens follow.
        finite: How many finite verbs follow.
        opening: What opens the sentence.
        shapes_ahead: The shapes before it, by its own.
    """

    other_cues: Table
    region_behind: Nested
    region_ahead: Nested
    room: Table
    finite: Table
    opening: Table
    shapes_ahead: Nested


@dataclass(slots=True, eq=False, repr=False)
class StartBehind:
    """That what is said behind a cue starts at a word.

    Attributes:
        distance: How far from the cue that is.
        between: The shapes between, by that of the cue.
        word: The word.
        of_cue: The same, by the cue.
        before: The word before it, unless that is the cue.
        before_of_cue: The same, by the cue.
        around: The word, by the word before it.
        second: The next word, by the word.
        opening: The shapes that open it.
        that: Whether it stands next to the "that" of the cue.
    """

    distance: Table
    between: Nested
    word: Table
    of_cue: Nested
    before: Table
    before_of_cue: Nested
    around: Nested
    second: Nested
    opening: Table
    that: Table


@dataclass(slots=True, eq=False, repr=False)
class Edge:
    """That anything said behind a cue ends before a word, whatever the cue is.

    Attributes:
        shape: The shape of the word.
        word: The word.
        second: The word behind it, by the word.
        of_shape: The same, by the shape of the word.
        last: The last word of what is said.
        around: The word, by the last one.
        room: How many tokens follow, by the shape of the word.
        next_cue: How far the next cue is, by the same.
        next_cue_of_two: The same, by the next two shapes.
    """

    shape: Table
    word: Table
    second: Nested
    of_shape: Nested
    last: Table
    around: Nested
    room: Nested
    next_cue: Nested
    next_cue_of_two: Nested


@dataclass(slots=True, eq=False, repr=False)
class EndBehind:
    """That what is said behind a cue ends before a word.

    All but the last two are by the shape of the word.

    Attributes:
        length: How many tokens would be said.
        commas: How many commas are inside, and whether there are any outside.
        brackets: How many brackets stay open.
        dashes: Whether there are two dashes inside, one inside, one outside.
        regions: The first quoted regions inside and outside.
        of_cue: The shapes outside, by the cue.
        of_clause: What the clause of the cue depends on, and the shapes outside.
    """

    length: Nested
    commas: Nested
    brackets: Nested
    dashes: Nested
    regions: Nested
    of_cue: Nested
    of_clause: Table


@dataclass(slots=True, eq=False, repr=False)
class CueBefore(Cue):
    """That what was said stands before a cue.

    Attributes:
        place: How far into the sentence the cue stands.
        shapes_behind: The shapes behind it.
        next_shape: The first of them, by the cue.
        region_behind: A quoted region next to it, and how many finite verbs
            stand before the comma.
        quoted: The shapes from the last quoted region on, by that of the cue.
        quoted_and_next: The same, with the shape behind the cue.
        other_cues: Whether there are cues before it, and behind it.
        finite: How many finite verbs stand before the comma, by the shape of
            the cue.
        subject: The shapes between the comma and the cue, and that behind it.
    """

    place: Table
    shapes_behind: Table
    next_shape: Nested
    region_behind: Table
    quoted: Nested
    quoted_and_next: Table
    other_cues: Table
    finite: Nested
    subject: Table


@dataclass(slots=True, eq=False, repr=False)
class StartBefore:
    """That what is said before a cue starts at a word.

    Attributes:
        place: How far into the sentence that is.
        first: Whether it opens the sentence, by the shape of the cue.
        word: The word.
        before: The word before it.
        around: The word, by the word before it.
        second: The next word, by the word.
        opening: The shapes that open it.
        commas: How many commas are between it and the cue, and whether it opens
            the sentence.
    """

    place: Table
    first: Nested
    word: Table
    before: Table
    around: Nested
    second: Nested
    opening: Table
    commas: Table


@dataclass(slots=True, eq=False, repr=False)
class EndBefore:
    """That what is said before a cue ends before a word.

    Attributes:
        shape: The shape of the word.
        between: The shapes between that and the cue, by that of the cue.
        between_and_next: The same, by the shape behind the cue.
        distance: How far from the cue the word is, by its shape.
        commas: How many commas are between, by the same.
        finite: How many finite verbs are between, by the same.
        said: How many finite verbs stand before it, by the same.
        last: The last word of what is said.
        last_shape: The shape of the last word, by that of the word.
        place: How far into the sentence it is, by the shape of the last word.
        second: The next word, by the word.
    """

    shape: Table
    between: Nested
    between_and_next: Nested
    distance: Nested
    commas: Nested
    finite: Nested
    said: Nested
    last: Table
    last_shape: Nested
    place: Nested
    second: Nested


@dataclass(slots=True, eq=False, repr=False)
class Tables:
    """All tables, by what they judge."""

    cue_behind: CueBehind
    start_behind: StartBehind
    edge: Edge
    end_behind: EndBehind
    cue_before: CueBefore
    start_before: StartBefore
    end_before: EndBefore


def tables_of(table: Callable[[str, str], Any]) -> Tables:
    """Return all tables; *table* gives one for the names of its group and its own."""
    groups: dict[str, Any] = {}
    for group in fields(Tables):
        kind: Any = group.type
        own = {each.name: table(group.name, each.name) for each in fields(kind)}
        groups[group.name] = kind(**own)
    return Tables(**groups)
