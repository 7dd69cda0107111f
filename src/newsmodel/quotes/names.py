"""The table of names of one document, and whom a mention in it means."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from newsmodel.model import PartyKind, Source
from newsmodel.quotes.packs import Language

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĆČĎĐĒĘĚĞİĶŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽΑ-ΩА-ЯЁІЇЄҐ"
# A full stop belongs to a name behind an initial or a title, and nowhere else.
# (An empty branch is tried faster than "?" is.)
_DOT = rf"""(?: \. (?: (?<=[^\w’'-][{_UPPER}]\.) | (?<=(?:Mr|Ms|Dr|Lt|St|Jr|Sr)\.)
    | (?<=(?:Mrs|Sen|Rep|Gov|Gen|Col|Sgt|Maj|Adm|Rev|Hon)\.)
    | (?<=(?:Capt|Sens|Reps|Govs|Prof|Cmdr|Supt)\.) ) | )"""


@lru_cache(maxsize=16)
def _name_pattern(language: Language) -> re.Pattern[str]:
    inner = "|".join(map(re.escape, language.particles)) or "(?!)"
    return re.compile(
        rf"""
        [{_UPPER}] (?<!\w.) [\w’'-]*+ {_DOT}
        (   # a second word
            [ \xa0](?:(?:{inner})[ \xa0]){{0,2}} [{_UPPER}][\w’'-]*+ {_DOT}
        ){{0,6}}+
        """,
        re.VERBOSE,
    )


_POSSESSIVE = "s’'"  # what one ends with
_JUNIOR = frozenset(["Jr.", "Sr.", "Jr", "Sr", "II", "III"])
# The shapes of words that stand before a name: "Said Ann Example", "When Ann".
_AHEAD = frozenset("DPWxaTicstAbvCOLGH")


# What speaks for a person to be meant by a pronoun, found by trying on articles
# whose pronouns are resolved.
_SPOKE_LAST, _GENDER, _COUNT, _SPEAKING, _FIRST, _ACTING = 2.0, 1.0, 0.2, 3.0, 2.0, 1.0
_GOVERNED, _PER_PARAGRAPH, _PER_CHARACTER = -1.0, -2.0, -0.004
_MOST = 10.0  # more than all but the distance can come to


@lru_cache(maxsize=16)
def _speaking_pattern(language: Language) -> re.Pattern[str]:
    cues = sorted(word for word, shape in language.words.items() if shape in "CO")
    return re.compile(
        rf"""
        (?: ,[^.,\n]{{1,90}} (?:,[^.,\n]{{1,50}})? , | [ ][(][^)\n]{{1,20}}[)],? )?
        ,?[ ] (?:\w+ly[ ]|also[ ]|later[ ]|has[ ]|had[ ])?
        (?:{"|".join(map(re.escape, cues)) or "(?!)"}) \b
        """,
        re.VERBOSE,
    )


_ACTS = re.compile(
    r" (?:\w+ed|has|had|was|is|will|would|did|does|took|gave|made|went|came|says|has)\b"
)
_INDEFINITE = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal)(?: [\w’'-]+){1,5}$"
)
_ARTICLES = ("D", "d", "y")
_CLAUSES = ("W", "T", "s")  # what begins another: "a case that prosecutors"
_ACRONYM = re.compile(r" \(([A-Z]{2,7})\)")
_FEW = 60  # words that the text is searched for one by one
_GLANCE, _SPOKEN = 30, ("C", "O")
_LONGEST_NAME = 12  # words of a name that an acronym stands for
_SYLLABLES = re.compile(f"[{_UPPER}][a-z]{{1,5}}-[a-z]{{1,5}}")
_DETERMINER = re.compile(r"(?:an?|the|this|that|one|another)\s+", re.IGNORECASE)


# How far back to look for somebody, so that every mention takes bounded time.
_REACH, _NAMESAKES, _CANDIDATES, _RECENT = 5_000, 16, 25, 100


@dataclass(slots=True, eq=False)
class Party:
    """One who is named, or spoken of, in the document.

    Attributes:
        name: The fullest name, if there is one.
        description: What they are said to be.
        kind: What sort of party.
        gender: Votes: above 0 for him, below for her.
        at: Where the full name first stands, if it does.
        printed: The full name as it stands there.
        count: How often they are named.
        made: What they became for the quotes.
    """

    name: str | None
    description: str | None = None
    kind: PartyKind = "unknown"
    gender: int = 0
    at: int = -1
    printed: str = ""
    count: int = 0
    made: Source | None = None


_Printed = tuple[Party | None, str, int]  # who, the last word, the gender


class Names:
    """Who is named in a text, and where.

    Args:
        masked: The text of the document, without what is quoted.
        language: What is known of its language.
    """

    def __init__(self, masked: str, language: Language) -> None:
        self.masked, self.language, self.words = masked, language, language.words
        self._speaks = _speaking_pattern(language)
        self.parties: dict[str, Party] = {}
        self.by_word: dict[str, list[Party]] = {}
        self.unnamed: dict[str, Party] = {}
        self.acronyms = _acronyms(masked)
        self._searches = 0
        self._spelt_out = frozenset(self.acronyms.values())
        # where people are named, for pronouns: start, end, and who
        self.places: list[tuple[int, int, Party]] = []
        self._collect()

    def _collect(self) -> None:
        """Find the full names, and then where anybody is named."""
        matches = list(_name_pattern(self.language).finditer(self.masked))
        self._printed = {match[0] for match in matches}
        printed: dict[str, _Printed] = {}
        for match in matches:
            if (raw := match[0]) not in printed:
                whole = bool(match.lastindex)
                printed[raw] = (
                    self._read(raw, match.start()) if whole else self._alone(raw)
                )
        by_word, places = self.by_word, self.places
        for match in matches:
            party, last, gender = printed[match[0]]
            if party is None:
                if not last:
                    continue
                namesakes = by_word.get(last)
                if namesakes is None:
                    if match.lastindex or not self._speaks_at(match):
                        continue
                    namesakes = by_word[last]
                party = _fitting(namesakes, gender)
                party.gender += gender * 3
            start, end = match.span()
            places.append((start, end, party))
            party.count += 1

    def _alone(self, raw: str) -> _Printed:
        """Return the name that a single word may be; none if it is a common word."""
        if self._is_common(raw.lower()):
            return None, "", 0
        return None, _without_s(raw) if raw[-1] in _POSSESSIVE else raw, 0

    def _speaks_at(self, match: re.Match[str]) -> bool:
        """Take a single word that somebody speaks under for a name: "Madonna said"."""
        name, end = match[0], match.end()
        following = self.masked[end : end + _GLANCE].split(" ", 3)
        if following[0] or len(following) < 3 or name in self.acronyms:
            return False
        if name[-1] in _POSSESSIVE and _without_s(name) != name:
            return False
        word = following[2 if self.words.get(following[1]) == "a" else 1]
        if self.words.get(word) not in _SPOKEN:
            return False
        self._index(name, Party(name, None, "unknown", 0, match.start(), name))
        return True

    def _is_common(self, lower: str) -> bool:
        """Tell whether a capitalised word is a word like others, or a title."""
        return lower in self.words or lower in self.language.titles

    def _read(self, raw: str, at: int) -> _Printed:
        """Return whom several capitalised words name, where that is plain."""
        words, gender = self.bare(_owner(raw))
        words = words[: self._length(words)]
        if not words:
            return None, raw, 0
        if self._joint_before(at):  # "President of France Ann Example"
            words = words[self.forename_in(words) :]
        party = None
        if len(words) > 1 and self.is_person(words):
            the = self.masked[max(0, at - 4) : at].lower() == "the "
            party = None if the else self._person(words, gender, at)
        return party, words[-1], gender

    def _joint_before(self, at: int) -> bool:
        ahead = self.masked[max(0, at - _GLANCE) : at].rsplit(" ", 2)
        return len(ahead) == 3 and ahead[1] in self.language.joints

    def forename_in(self, words: list[str]) -> int:
        """Return which word is the first forename with a name behind it, or 0."""
        forenames = self.language.forenames
        return next(
            (at for at, word in enumerate(words[:-1]) if word.lower() in forenames), 0
        )

    def _length(self, words: list[str]) -> int:
        """Return how many words are of a name: two of "Ann Example Says No"."""
        known = words and words[0].lower() in self.language.forenames
        start, particles = 2 if known else 1, self.language.particles
        if known and words[1:2] and words[1] in particles:
            while words[start:] and words[start] in particles:
                start += 1  # "Ursula von der Leyen"
        for index in range(start, len(words)):
            if words[index] in particles and self.words.get(words[index]) == "D":
                continue  # "Marijke de Groot"
            if self.words.get(words[index].lower(), "n") not in "nw":
                return index
        return len(words)

    def _person(self, words: list[str], gender: int, at: int) -> Party:
        name = " ".join(words)
        party = self.parties.get(name) or self._variant(words)
        if party is None:
            guess = self.language.forenames.get(words[0].lower(), 0)
            party = Party(name, None, "person", guess + 3 * gender, at, name)
            self.parties[name] = party
            last = _surname(words)
            self._index(last, party)
            if words[0] != last:
                self._index(words[0], party)
        return party

    def _variant(self, words: list[str]) -> Party | None:
        """Return who has that name with a middle name more or less.

        The fuller of the two is kept as the name: "Ann B. Example".
        """
        first, last = words[0], _surname(words)
        for party in self.by_word.get(last, ()):
            known = (party.name or "").split()
            if (
                known[0] == first
                and _surname(known) == last
                and (set(known) <= set(words) or set(words) <= set(known))
            ):
                name = " ".join(words)
                self.parties[name] = party
                if len(words) > len(known):
                    party.name = name
                return party
        return None

    def _index(self, word: str, party: Party) -> None:
        namesakes = self.by_word.get(word)
        if namesakes is None:
            self.by_word[word] = [party]
        elif len(namesakes) < _NAMESAKES:
            namesakes.append(party)

    # -- whom a mention means -------------------------------------------------

    def named(self, words: list[str], gender: int) -> Party:
        """Return the party of a name as it is printed, without titles."""
        name = " ".join(words)
        name = self.acronyms.get(name, name)
        if party := self.parties.get(name):
            return party
        for word in (words[-1], words[0]):
            if parties := self.by_word.get(word):
                fits = [
                    each
                    for each in parties
                    if len(words) == 1 or words[-1] in (each.name or "")
                ]
                if fits:
                    return _fitting(fits, gender)
        given = self._has_given_name(words)
        person = self.is_person(words) and (len(words) > 1 or given)
        kind: PartyKind = "person" if person or gender else "unknown"
        if (
            name.isupper()
            or name in self._spelt_out
            or any(map(self.language.is_body, name.lower().split()[given:]))
        ):
            kind = "organisation"
        guess = self.language.forenames.get(words[0].lower(), 0)
        party = Party(name, None, kind, 3 * gender + guess)
        self.parties[name] = party
        for word in {words[-1]: None, name.split()[-1]: None}:
            self._index(word, party)
        return party

    def organisation(self, name: str, noun: str) -> Party:
        """Return the party of an organisation that is called *noun* for short."""
        party = self.parties.get(name)
        if party is None:
            self.parties[name] = party = Party(name, None, "organisation")
            self._index(noun, party)
        return party

    def pronoun(
        self, word: str, at: int, speaker: Party | None, spoke: int
    ) -> Party | None:
        """Return whom a pronoun at an offset means.

        Args:
            word: The pronoun.
            at: Where it stands.
            speaker: Who spoke last.
            spoke: Where that was.
        """
        # Of "dit-elle" only the end.
        gender = self.language.pronouns.get(word.lower().rsplit("-", 1)[-1])
        if gender is None:
            return None
        best = self.person(gender, at, speaker, spoke)
        if best:
            best.gender += gender
        return best

    def person(
        self, gender: int, at: int, speaker: Party | None, spoke: int
    ) -> Party | None:
        """Return who is meant at an offset, of a gender if that is not 0."""
        best, best_score = None, -1e9
        single = speaker and speaker.kind not in ("organisation", "group")
        if speaker and single and speaker.gender * gender >= 0:
            best, best_score = speaker, self._salience(spoke, at) + _SPOKE_LAST
        for start, end, party in self._named_before(at, _CANDIDATES):
            salience = self._salience(start, at)
            if at - start > _REACH or salience + _MOST < best_score:
                break  # those before are farther off still
            if party.gender * gender < 0:
                continue
            score = salience + self._standing(start, end)
            if party.gender * gender > 0:
                score += _GENDER
            score += _COUNT * min(party.count, 10)
            if score > best_score:
                best, best_score = party, score
        return best

    def _salience(self, place: int, at: int) -> float:
        breaks = self.masked.count("\n", max(place, at - _REACH), at)
        return min(breaks, 8) * _PER_PARAGRAPH + (at - place) * _PER_CHARACTER

    def _named_before(self, at: int, most: int) -> Iterator[tuple[int, int, Party]]:
        """Return the people named before an offset, the nearest first."""
        index = bisect_left(self.places, (at,))
        return reversed(self.places[max(0, index - most) : index])

    def _standing(self, start: int, end: int) -> float:
        masked = self.masked
        if masked[end - 2 : end] in ("’s", "'s"):
            return 0.0
        word = masked[end + 1 : end + _GLANCE].split(" ", 1)[0]
        if masked[end : end + 1] == " " and word in self.language.roles:
            return 0.0  # "Elmsworth Town manager Ann Example"
        score = 0.0
        if self._opens_sentence(start):
            score += _FIRST
        else:
            words = masked[max(0, start - 14) : start].split()
            last = self.words.get(words[-1].lower()) if words else None
            if last in ("C", "O"):
                score += _SPEAKING
            elif last in ("i", "L", "v"):
                score += _GOVERNED
        if self._speaks.match(masked, end):
            score += _SPEAKING
        elif _ACTS.match(masked, end):
            score += _ACTING
        return score

    def _opens_sentence(self, at: int) -> bool:
        before = self.masked[max(0, at - 2) : at]
        return not before or before[-1] == "\n" or before[-2:-1] in ".!?\n"

    def bare(self, name: str) -> tuple[list[str], int]:
        """Return the words of a name without titles and the like, and its gender."""
        if "’" in name or "'" in name:
            name = _owned(name)
        words, lowers = name.split(), name.lower().split()
        if "." in name or "-" in name:  # "Mother-of-two Ann Example"
            lowers = [each.rstrip(".").split("-of-", 1)[0] for each in lowers]
        gender = first = 0
        several, forenames = len(words) > 1, self.language.forenames
        body = several and self.language.is_body(lowers[-1])  # "Republican Party"
        # "Prosecutor Ann Example"; of a heading there may be more.
        role_at = -1 if body else len(words) - 3
        for index, lower in enumerate(lowers):
            if not body and self.language.is_title(lower):
                if first < index == len(words) - 1 and lowers[index - 1] in forenames:
                    break  # the surname of John Major
                gender = self.language.gender_of(lower) or gender
                first = index + 1
            elif several and index == first and lower not in forenames:
                shape = self.words.get(lower)
                ahead = shape in _AHEAD and not (body and shape == "v")  # "Met Office"
                if ahead or (index == role_at and lower in self.language.roles):
                    first = index + 1
        if "’" in name or "'" in name:
            words[-1] = _without_s(words[-1])
        if first:
            words = words[first:]
        return (self._person_in(words) if len(words) > 2 else words), gender

    def _person_in(self, words: list[str]) -> list[str]:
        """Return the words from a forename on, if that name stands alone elsewhere.

        So much of a heading, or of a role that is not listed, is left out: "Ann
        Example" of "Tireless Baker Ann Example".
        """
        forenames = self.language.forenames
        if words[0].lower() in forenames:
            return words
        for index in range(1, len(words) - 1):
            if words[index].lower() in forenames:
                if " ".join(words[index:]) in self._printed:
                    return words[index:]
                break
        return words

    def described(self, words: str, head: str, at: int) -> Party:
        """Return the party of an unnamed speaker: "a western official".

        Args:
            words: The whole phrase.
            head: Its noun, in lower case.
            at: Where it stands.
        """
        determiner = _DETERMINER.match(words)
        bare = words[determiner.end() :] if determiner else words
        first, _, rest = words.partition(" ")
        if (
            rest
            and self.language.patterns
            and self.words.get(first.lower()) in _ARTICLES
        ):
            bare = rest  # "la police"
        if bare.lower() == head or words[:4].lower() == "the ":
            introduced = self._introduced(head if bare.lower() == head else bare, at)
            party = self.unnamed.get((introduced or bare).lower())
            if not introduced and bare.lower() == head:
                party = party or self._in_role(head, at) or self._body(head)
            if party:
                return party
            words = introduced or words
        party = self.unnamed.get(words.lower())
        if party is None:
            bodies = self.language.bodies
            if self.language.is_body(head) or head.removesuffix("s") in bodies:
                # Not so "the air force" or, in front of a sentence, "Local police".
                capital = rest if rest and self._opens_sentence(at) else bare
                named = capital != capital.lower()
                kind: PartyKind = "organisation"
                party = Party(bare if named else None, None if named else words, kind)
            else:
                gender = 3 * self.language.gender_of(head)
                party = Party(None, words, self._kind_of(head), gender)
            self.unnamed[words.lower()] = party
        self.unnamed[head] = party
        return party

    def _in_role(self, head: str, at: int) -> Party | None:
        """Return who was last described by a word: "the mayor"."""
        for _, _, party in self._named_before(at, _RECENT):
            if party.description and head in party.description.lower().split():
                return party
        return None

    def _body(self, head: str) -> Party | None:
        """Return the organisation that was spoken of by name: "the agency"."""
        if self.language.is_body(head):
            for party in reversed(self.by_word.get(head.capitalize(), ())):
                if party.kind == "organisation":
                    return party
        return None

    def _introduced(self, phrase: str, at: int) -> str | None:
        """Return the words that first bring up an unnamed speaker."""
        low = max(0, at - 2 * _REACH)
        for _ in range(8):
            at = self.masked.rfind(f" {phrase}", low, at)
            if at < 0:
                return None
            end = at + 1 + len(phrase)
            if self.masked[end : end + 1].isalnum():
                continue
            match = _INDEFINITE.search(self.masked, max(0, at - 50), end)
            if match and not any(
                self.words.get(word) in _CLAUSES for word in match[0].split()
            ):
                return match[0]
        return None

    def is_person(self, words: list[str]) -> bool:
        """Tell whether a name looks like a person's."""
        if self._has_given_name(words):
            return True
        first, last = words[0].lower(), words[-1].lower()
        if last in self.language.roles:
            return False
        if first in self.language.places or len(words) > 4:
            return False
        for each in words:
            if self.language.is_body(each.lower()) or (
                each.isupper() and len(each) > 2
            ):
                return False
        return not self._stands_small(first)

    def _has_given_name(self, words: list[str]) -> bool:
        """Tell whether one is known, or shows by its two syllables: "Park Min-jun"."""
        known = words[0].lower() in self.language.forenames
        return known or (len(words) == 2 and bool(_SYLLABLES.fullmatch(words[1])))

    def _stands_small(self, lower: str) -> bool:
        """Tell whether a word is one like others, since it stands in small letters.

        To search the text for a few words is faster than to take it apart.
        """
        self._searches += 1
        if self._searches <= _FEW:
            return f" {lower} " in self.masked
        return lower in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(self.masked.split())

    def _kind_of(self, head: str) -> PartyKind:
        language = self.language
        if (
            head in language.roles
            or head in language.peoples
            or language.is_title(head)
            or language.gender_of(head)
        ):
            return "person"
        if head.endswith("s") or head in ("people", "men", "women", "children"):
            return "group"
        return "unknown"


def _acronyms(text: str) -> dict[str, str]:
    """Return the names that acronyms in brackets stand for.

    Example:
        >>> _acronyms("The Society for Tea and Scones (STS) met. Ann (IMHO) left.")
        {'STS': 'Society for Tea and Scones'}
    """
    found: dict[str, str] = {}
    if "(" not in text:
        return found
    for match in _ACRONYM.finditer(text):
        line = text[max(0, match.start() - 100) : match.start()].rsplit("\n", 1)[-1]
        words = line.split()
        letters = match[1]
        low = at = len(words)
        while letters and at and len(words) - at < _LONGEST_NAME:
            at -= 1
            if words[at][0] == letters[-1]:
                letters, low = letters[:-1], at
            elif words[at][0].isupper():
                break
        if not letters:
            found.setdefault(match[1], " ".join(words[low:]))
    return found


def _surname(words: list[str]) -> str:
    return words[-2] if words[-1] in _JUNIOR and len(words) > 1 else words[-1]


def _owned(name: str) -> str:
    """Return what is behind a possessive: "Ann Example" of "Herald’s Ann Example"."""
    words = name.split()
    for index in range(len(words) - 3, -1, -1):
        if words[index].endswith(("’s", "'s", "s’", "s'")):
            return " ".join(words[index + 1 :])
    return name


def _owner(name: str) -> str:
    """Return what is before one: "Ann Example" of "Ann Example’s Oldtown"."""
    words = name.split()
    if len(words) > 2 and words[-2].endswith(("’s", "'s", "s’", "s'")):
        return " ".join(words[:-1])
    return name


def _without_s(word: str) -> str:
    """Return a word without the ending of a possessive."""
    if word[-1] not in _POSSESSIVE:
        return word
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word[:-1] if word.endswith(("’", "'")) else word


def _fitting(parties: list[Party], gender: int) -> Party:
    """Return the first of namesakes that is known to be of a gender, or may be."""
    if len(parties) == 1:
        return parties[0]

    def agreement(party: Party) -> int:
        votes = party.gender * gender
        return (votes > 0) - (votes < 0)

    return max(parties, key=agreement)
