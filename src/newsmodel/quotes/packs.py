"""Language packs: what has to be known of a language to read its quotations.

A pack is a file of words, ``languages/en.toml``; docs/reference/languages.md
says what each table means. It is read when a text in its language has quotes.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Any, Final, final

from newsmodel.errors import Location, ParseError
from newsmodel.quotes.shapes import Shapes

# The shapes of the words in each list. A word in two has that of the later one.
_WORDS: Final = {
    "particles": "n",
    "others": "w",
    "pronouns": "P",
    "relatives": "W",
    "determiners": "D",
    "oblique": "d",
    "genitive": "y",
    "auxiliaries": "x",
    "reporting": "j",
    "being": "b",
    "adverbs": "a",
    "that": "T",
    "prepositions": "i",
    "agents": "U",
    "viewers": "F",
    "times": "t",
    "verbs": "v",
    "conjunctions": "c",
    "subordinators": "s",
    "asides": "V",
    "postpositions": "B",
    "impersonal": "E",
    "views": "M",
    "citing": "Z",
}
# Those of the finite forms and of the participles of each sort of verb.
_CUES: Final = {"label": "LH", "say": "CG", "tell": "OG"}
# What may stand in each table; in those that are not here, anything.
_PEOPLE: Final = """
titles titles_he titles_she roles roles_he roles_she forenames_he forenames_she
title_endings title_endings_he title_endings_she bodies body_endings joints places
peoples he she it
"""
_ENDINGS: Final = {"adverb": "a", "gerund": "g", "past": "e", "pronoun": "P"}
_ENTRIES: Final = {
    "words": frozenset([*_WORDS, "alone", "according", "abbreviations", "works"]),
    "cues": frozenset([*_CUES, "nouns"]),
    "endings": frozenset([*_ENDINGS, "plural"]),
    "people": frozenset(_PEOPLE.split()),
}
_OPEN: Final = frozenset(["forms", "irregular", "pieces"])
_SETTINGS: Final = frozenset(
    ["capitals", "dashes", "guesses", "patterns", "patterns_of", "people_of"]
)
_PRIMARY: Final = re.compile("[a-z]{2,3}")
# The tag of a language that is written in two ways, and what stands for both.
_SAME: Final = {"nb": "no", "nn": "no"}
_PIECE: Final = re.compile(r"\{([a-z_]+)\}")
_FOLDER: Final = Path(__file__).with_name("languages")


Pattern = tuple[re.Pattern[str], int]


@final
@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Language:
    """What is known of one language.

    Attributes:
        words: Words in lower case, and the shape of each; see ``tokens``.
        shapes: The shapes of all words, known or not.
        particles: Small words inside a name: "von".
        alone: Determiners that may stand for a noun: "many".
        abbreviations: Words whose full stop ends no sentence, as printed: "Mr".
        works: Words that stand before the title of what somebody made: "novel".
        patterns: By where they stand, what says who speaks, and how far each is
            to be trusted, in per cent; where there are none, ``frames`` says it.
        dialogue: Where a dash in front of a paragraph marks what is said, the end
            of that, before the words that say whose it is.
        guesses: Whether a speaker may be had from what a sentence is about; in
            a language that is known less well only from a cue.
        titles: What stands before a name and is no part of it.
        roles: What speakers without a name are called.
        gendered: Titles and roles, 1 for him and -1 for her.
        forenames: Forenames, the same.
        pronouns: Pronouns, the same.
        things: Pronouns for an organisation: "it".
        endings: Endings of more titles and roles, the same: "-sprecherin".
        title_endings: These endings alone.
        capitals: Whether every noun is capitalised, and not only names.
        bodies: Words that make a name that of an organisation.
        joints: Small words behind which the name of an organisation goes on.
        places: First words of the names of places and institutions.
        peoples: What one is called by a country or a town: "Spaniard".

    .. versionadded:: 0.1.0
    """

    words: Mapping[str, str]
    shapes: Shapes
    particles: frozenset[str]
    alone: frozenset[str]
    abbreviations: frozenset[str]
    works: frozenset[str]
    patterns: Mapping[str, tuple[Pattern, ...]]
    dialogue: re.Pattern[str] | None
    guesses: bool
    titles: frozenset[str]
    roles: frozenset[str]
    gendered: Mapping[str, int]
    endings: Mapping[str, int]
    title_endings: tuple[str, ...]
    capitals: bool
    forenames: Mapping[str, int]
    pronouns: Mapping[str, int]
    things: frozenset[str]
    bodies: frozenset[str]
    joints: frozenset[str]
    body_endings: tuple[str, ...]
    places: frozenset[str]
    peoples: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Tell whether a word in lower case is a title or a role before a name."""
        return word in self.titles or bool(
            self.title_endings and word.endswith(self.title_endings)
        )

    def is_body(self, word: str) -> bool:
        """Tell whether a word in lower case is of the name of an organisation."""
        return word in self.bodies or word.endswith(self.body_endings)

    def gender_of(self, word: str) -> int:
        """Return what a title or a role says: 1 for him, -1 for her, or 0."""
        known = self.gendered.get(word)
        if known is None and self.title_endings:
            fits = [each for each in self.title_endings if word.endswith(each)]
            return self.endings[max(fits, key=len)] if fits else 0
        return known or 0


def language_pack(tag: str | None) -> Language:
    """Return what is known of a language; of one without a pack that is nothing.

    Example:
        >>> language_pack("de-AT").words["sagte"], language_pack("tlh").words
        ('C', {})
    """
    primary = (tag or "en").replace("_", "-").split("-")[0].lower()
    return _built_in(_SAME.get(primary, primary) if _PRIMARY.fullmatch(primary) else "")


@lru_cache(maxsize=64)
def _built_in(name: str) -> Language:
    path = _FOLDER / f"{name}.toml"
    return read_language(path) if name and path.exists() else _language({})


def read_language(path: str | PathLike[str]) -> Language:
    """Return the language whose pack is in a file.

    Args:
        path: Where the file is.

    Raises:
        ParseError: If the file is no language pack.
        OSError: If it cannot be read.

    .. versionadded:: 0.1.0
    """
    return _language(_read(Path(path)))


_Pack = dict[str, Any]  # as TOML has it


def _read(path: Path) -> _Pack:
    try:
        pack = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # not TOML, or not UTF-8
        raise _refusal(str(error), str(path)) from error
    for name, value in pack.items():
        if name in _SETTINGS:
            continue
        if not isinstance(value, dict) or (name not in _ENTRIES and name not in _OPEN):
            raise _refusal("no pack has this", name)
        for key, words in value.items():
            if key not in _ENTRIES.get(name, value):
                raise _refusal("no pack has this", f"{name}.{key}")
            if not isinstance(words, str):
                raise _refusal("these are no words in a text", f"{name}.{key}")
    return pack


def _refusal(problem: str, where: str) -> ParseError:
    advice = "docs/reference/languages.md says what may stand in a pack"
    return ParseError(problem, "language pack", Location(path=where), advice)


def _language(pack: _Pack) -> Language:
    people = _people(pack)
    roles = frozenset(people["titles"] + people["roles"])
    titles = people["titles"] + people["titles_he"] + people["titles_she"]
    if pack.get("capitals"):  # then a role before a name looks like part of it
        titles = titles + people["roles"]
    given, endings = _lists(pack, "words"), pack.get("endings", {})
    endings_of_titles = dict.fromkeys(people["title_endings"], 0)
    endings_of_titles |= _genders(people, "title_endings_")
    words = _lexicon(pack, roles)
    return Language(
        words=words,
        shapes=Shapes(
            words, {_ENDINGS.get(each, ""): endings[each] for each in endings}
        ),
        particles=frozenset(given["particles"]),
        alone=frozenset(given["alone"]),
        abbreviations=frozenset(given["abbreviations"]),
        works=frozenset(given["works"]),
        patterns=_patterns(_other(pack, "patterns_of")) | _patterns(pack),
        dialogue=_dialogue(words, endings.get("pronoun", ""))
        if pack.get("dashes")
        else None,
        guesses=bool(pack.get("guesses")),
        titles=frozenset(titles),
        roles=roles,
        gendered=_genders(people, "titles_", "roles_"),
        endings=endings_of_titles,
        title_endings=tuple(endings_of_titles),
        capitals=bool(pack.get("capitals")),
        forenames=_genders(people, "forenames_"),
        pronouns=_genders(people, ""),
        things=frozenset(people["it"]),
        bodies=frozenset(people["bodies"]),
        joints=frozenset(people["joints"]),
        body_endings=tuple(people["body_endings"]),
        places=frozenset(people["places"]),
        peoples=frozenset(people["peoples"]),
    )


def _other(pack: _Pack, entry: str) -> _Pack:
    """Return the pack that an entry of one refers to, or an empty one."""
    name = pack.get(entry)
    if name is None:
        return {}
    path = _FOLDER / f"{name}.toml"
    if not _PRIMARY.fullmatch(str(name)) or not path.exists():
        raise _refusal("there is no such language", entry)
    return _read(path)


def _people(pack: _Pack) -> dict[str, list[str]]:
    """Return the words for people of a pack, and of the one it refers to for more."""
    people = _lists(pack, "people")
    others = _lists(_other(pack, "people_of"), "people")
    return {name: others[name] + people[name] for name in people}


def _patterns(pack: _Pack) -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of a pack by where they stand, their pieces filled in."""
    pieces: dict[str, str] = {}

    def filled(text: str) -> str:
        return _PIECE.sub(lambda piece: f"(?:{pieces[piece[1]]})", text)

    for name, text in pack.get("pieces", {}).items():
        pieces[name] = filled(text)
    found: dict[str, tuple[Pattern, ...]] = {}
    for at, entry in enumerate(pack.get("patterns", [])):
        try:
            place, score = entry["place"], entry.get("score", 0)
            pattern = re.compile(filled(entry["pattern"]), re.VERBOSE)
        except (re.error, KeyError, TypeError, AttributeError) as error:
            raise _refusal(f"this is no pattern: {error}", f"patterns[{at}]") from error
        found[place] = (*found.get(place, ()), (pattern, score))
    return found


def _dialogue(words: Mapping[str, str], pronouns: str) -> re.Pattern[str]:
    """Return what ends speech behind a dash: ", sa", " —dijo", ", dit-elle"."""
    verbs = "|".join(rf"\w{{1,20}}{re.escape(each)}" for each in pronouns.split())
    verbs = verbs or "(?!)"
    by_shape = {
        shape: "|".join(re.escape(each) for each in words if words[each] in shape)
        for shape in ("CO", "x")
    }
    return re.compile(
        rf"""
        (?P<mark> ,[ \xa0]? [–—―]? | (?<=[?!…]) [ \xa0] [–—―]? | [ \xa0] [–—―][ \xa0]? )
        (?= (?: (?:{by_shape["x"] or "(?!)"})[ ] )? (?:{by_shape["CO"] or "(?!)"}) \b
          | (?:{verbs}) \b )
        """,
        re.VERBOSE,
    )


def _lists(pack: _Pack, name: str) -> dict[str, list[str]]:
    """Return the lists of words in a table; empty ones for those it has not."""
    table = pack.get(name, {})
    return {key: table.get(key, "").split() for key in _ENTRIES[name]}


def _genders(people: Mapping[str, list[str]], *names: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for suffix, gender in (("he", 1), ("she", -1)):
        for name in names:
            found.update(dict.fromkeys(people[name + suffix], gender))
    return found


def _lexicon(pack: _Pack, roles: frozenset[str]) -> dict[str, str]:
    """Return the words of a pack, and the shape of each."""
    words: dict[str, str] = {}
    if plural := pack.get("endings", {}).get("plural"):
        # One that opens a sentence is no name: "Traders".
        words = {each + plural: "w" for each in roles if not each.endswith(plural)}
    given, cues = _lists(pack, "words"), _lists(pack, "cues")
    for name, shape in _WORDS.items():
        words.update(dict.fromkeys(given[name], shape))
    forms, irregular = pack.get("forms", {}), pack.get("irregular", {})
    nouns = frozenset(cues["nouns"])
    for name, shapes in _CUES.items():
        for verb in cues[name]:
            listed = irregular.get(verb) or _regular(verb, forms)
            for shape, part in zip(shapes, listed.split("|"), strict=False):
                for form in part.split():
                    if form != verb or verb not in nouns:
                        words[form] = shape
    words.update(dict.fromkeys(given["according"], "A"))
    return words


def _regular(verb: str, forms: Mapping[str, str]) -> str:
    """Return the forms of a verb by its ending; itself if there is none for it.

    Example:
        >>> _regular("reply", {"": "- -s", "y": "-y -ies -ied | -ying"})
        'reply replies replied | replying'
    """
    fits = [each for each in forms if verb.endswith(each)]
    if not fits:
        return verb
    ending = max(fits, key=len)
    stem = verb.removesuffix(ending)
    return forms[ending].replace("-", stem)
