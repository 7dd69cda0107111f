"""Whom the subject of a frame means, and what the article says they are."""

import re
from functools import cached_property

from newsmodel.model import Source
from newsmodel.quotes.document import QUOTED, Document
from newsmodel.quotes.frames import Frame
from newsmodel.quotes.names import Names, Party
from newsmodel.quotes.packs import Language
from newsmodel.quotes.subjects import Span
from newsmodel.quotes.tokens import Tokens

_PARTICLES = re.compile("(?P<between>[UiDn]{1,2})N{1,2}")
_AGE = re.compile("D?tNw")  # "die 35 Jahre alte"
_THE = ("the", "der", "die")
_SOON = 500  # characters within which an organisation goes on as "it"
_NOUNS = re.compile("[NM]+")
_NAMED = re.compile("(?P<role>D?t?[aegw]{0,2}w|)(?P<name>N{2,4}$)")
_NAME_RUN, _NOUN_RUN = re.compile("N+$"), re.compile("(?:D{1,2}t?)?[aegw]{0,3}w$")
_HEAD = re.compile("[^i,c(]+")
_SECOND = re.compile("c[aeg]?w{1,2}N+")
# A name that goes on behind a small word: "Bank of England", "(the) Tea and Scones
# Authority", "Mayor of London".
_JOINED = re.compile(
    r"(?P<article>D{0,2})(?P<head>N{1,5})"
    r"(?P<more>(?:iD?N{1,5}(?:cN{1,4}(?!w))?){1,3}|cN{1,4})(?P<role>w{0,4}(?P<name>N{0,4}))"
)
_ELIDED = re.compile("[LD][’'][a-zà-ÿ]")  # "L’opposition" is no name
_LETTER = re.compile(r"[^\W\d_]")
_BEHIND = re.compile(  # "(Ann Example), 24, a student from Oldtown."
    r"(?:,[ ][0-9]{1,3})?,[ ](?P<words>(?P<first>\w{1,30})[ ][^,.;:\n]{3,80})[,.]"
)
# They are in front of names, and say nothing of what somebody is.
_ADDRESS = """
the mr mrs ms miss dr m mme mlle monsieur madame herr frau señor señora sr sra don doña
dhr mevr hr fru signor signora sig
"""
_EMPTY = frozenset([*_ADDRESS.split(), ""])
_LONGEST = 120
_NEAR = 4000  # characters to look for a name in
# What begins a clause in what somebody is said to be: who, that.
_CLAUSES = ("W", "T")
_WHOSE = ("whose", "dessen", "deren", "dont")
_JOINTS = ("i", "c", "D")  # and what cannot end it: of, and, the


class Speakers:
    """Resolves the subjects of one document, in the order they come in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = document.language
        self.last: Party | None = None
        self.spoke = 0

    @cached_property
    def names(self) -> Names:
        """The names in the document, read once a speaker is asked for."""
        return Names(self.document.masked, self.language)

    def resolve(self, subject: Span, frame: Frame, tokens: Tokens) -> Party | None:
        """Return who the subject of a frame is, as far as that can be told."""
        low, high = subject
        shape = tokens.shape[low:high]
        start = tokens.starts[low]
        party: Party | None = None
        if shape in ("W", "T"):
            party = self._antecedent(low, tokens)
        elif shape == "D" and (
            beside := self._named_beside(None, frame.appositive, tokens)
        ):
            party = beside  # "another, Ann Example, said"
        elif shape in ("P", "D"):
            word = tokens.words(self.document.text, subject)
            last = self.last
            if word.lower() not in self.language.things:
                party = self.names.pronoun(word, start, last, self.spoke)
            elif last and last.kind == "organisation" and start < self.spoke + _SOON:
                party = last
        elif self._is_epithet(subject, tokens):
            party = self.names.person(0, start, self.last, self.spoke)
        elif self.language.capitals:
            party = self._capitalised(subject, frame.appositive, tokens)
        elif self._is_common(subject, tokens) or self._are_people(subject, tokens):
            phrase = tokens.words(self.document.text, subject)
            party = self.names.described(phrase, phrase.lower(), start)
        elif beside := self._named_beside(subject, frame.appositive, tokens):
            party = beside
        else:
            party = self._phrase(subject, tokens)
            if frame.appositive and party:
                self._describe_by(party, frame.appositive, tokens)
        if party:
            self.last, self.spoke = party, start
        return party

    def _are_people(self, subject: Span, tokens: Tokens) -> bool:
        """Tell whether several are meant by where they are from: "the Finns"."""
        low, high = subject
        if tokens.shape[low:high] != "DN":
            return False
        word = tokens.words(self.document.text, (high - 1, high)).lower()
        return word.endswith("s") and word[:-1] in self.language.peoples

    def _is_epithet(self, subject: Span, tokens: Tokens) -> bool:
        """Tell whether somebody is called by where they are from, or by their age."""
        low, high = subject
        if tokens.shape[low:high] not in ("DN", "Dw"):
            return False
        the, word = tokens.words(self.document.text, subject).lower().split()
        by_age = word.endswith(("-year-old", "-jährige"))
        return the in _THE and (by_age or word in self.language.peoples)

    def _is_common(self, subject: Span, tokens: Tokens) -> bool:
        """Tell whether a capital is that of a sentence alone: "Forecasters warned".

        A name that ends like a plural is printed more than once.
        """
        low, high = subject
        shape = tokens.shape
        if not self.language.guesses or shape[low:high] != "N":
            return False
        if low and shape[low - 1] not in ".S:-":
            return False
        word, at = tokens.words(self.document.text, subject), tokens.starts[low]
        near = max(0, at - _NEAR), at + _NEAR
        return (
            word.endswith("s")
            and not word.isupper()
            and self.document.masked.count(word, *near) == 1
        )

    def source(self, party: Party) -> Source:
        """Return the one source that stands for somebody in all their quotes."""
        if party.made is None:
            description = party.description or _introduction(
                self.document.masked, party, self.language
            )
            party.made = Source(
                name=party.name, description=description, kind=party.kind
            )
        return party.made

    def _phrase(self, subject: Span, tokens: Tokens) -> Party | None:
        """Return the party of a noun phrase: "Kremlin spokesman Dmitry Peskov"."""
        text = self.document.text
        low, high = subject
        if body := self._of_organisation(subject, tokens):
            return body
        head = _HEAD.match(tokens.shape, low, high)
        end = head.end() if head else high
        if run := _NAME_RUN.search(tokens.shape[low:end]):
            first = low + run.start()
            printed = tokens.words(text, (first, end))
            name, gender = self.names.bare(printed)
            if (
                _ELIDED.match(printed)
                or (end < high and self._is_no_name(name, tokens.shape[end:high]))
                or (low < first and printed.lower() in self.language.peoples)
            ):
                name = []  # "a Spaniard"
            if name:
                party = self.names.named(name, gender)
                ahead = tokens.words(text, (low, first)).split()
                self._describe(party, " ".join(ahead + printed.split()[: -len(name)]))
                return party
        if office := self._of_office(subject, end, tokens):
            return office
        phrase = self._printed(subject, tokens)
        if len(phrase) > _LONGEST or not _LETTER.search(phrase):
            return None
        noun = tokens.words(text, (end - 1, end)).lower()
        return self.names.described(phrase, noun, tokens.starts[low])

    def _is_no_name(self, words: list[str], more: str) -> bool:
        """Tell whether a word has a capital as the first one of a sentence.

        As in "Head of the agency" and "Current and former officials".
        """
        listed = more[0] == "c" and "N" not in more
        return len(words) == 1 and (listed or words[0].lower() in self.language.roles)

    def _of_office(self, subject: Span, end: int, tokens: Tokens) -> Party | None:
        """Return whom an office and its place name: "President of France Ann Example".

        A forename tells where the name begins, or the second of two offices does:
        "actress and singer Ann Example".
        """
        run = _NAME_RUN.search(tokens.shape, end, subject[1])
        words = tokens.words(self.document.text, run.span()).split() if run else []
        name = words[self.names.forename_in(words) :]
        if len(name) < 2:
            return None
        second = _SECOND.fullmatch(tokens.shape, end, subject[1])
        office = tokens.shape[end - 1] == "N"  # not so "supporters of Ann Example"
        known = office and name[0].lower() in self.language.forenames
        if not known and not (second and self.names.is_person(name)):
            return None
        party = self.names.named(name, 0)
        phrase = tokens.words(self.document.text, subject).split()
        self._describe(party, " ".join(phrase[: -len(name)]))
        return party

    def _of_organisation(self, subject: Span, tokens: Tokens) -> Party | None:
        """Return whom a phrase means that begins with the name of an organisation.

        That is a name which goes on behind a small word: "the Bank of England".
        """
        joined = _JOINED.match(tokens.shape, *subject)
        if joined is None:
            return None
        text = self.document.text
        (start, head), end = joined.span("head"), joined.end("more")
        listed = tokens.shape[head] == "c"
        noun = tokens.words(text, (end - 1, end) if listed else (head - 1, head))
        joint = tokens.words(text, (head, head + 1)).lower()
        known = joined["article"] if listed else joint in self.language.joints
        if not known or not self.language.is_body(noun.lower().removesuffix("s")):
            return None
        name = self._printed((start, end), tokens)
        phrase = self._printed((subject[0], joined.end()), tokens)
        _, owns, person = name.replace("’s ", "'s ").partition("'s ")
        if joined["name"]:
            person = tokens.words(text, joined.span("name"))
        elif not joined["role"] and not owns:
            return self.names.organisation(name, noun)
        words, gender = self.names.bare(person) if person else ([], 0)
        if words:
            party = self.names.named(words, gender)
            self._describe(party, " ".join(phrase.split()[: -len(words)]))
            return party
        role = tokens.words(text, (joined.end() - 1, joined.end())).lower()
        return self.names.described(phrase, role, tokens.starts[start])

    def _named_beside(
        self, subject: Span | None, appositive: Span | None, tokens: Tokens
    ) -> Party | None:
        """Return whom a name set off by commas means: "the mayor, Ann Example"."""
        if appositive is None:
            return None
        head = _HEAD.match(tokens.shape, *subject) if subject else None
        if head and head[0].endswith("N"):
            return None  # it has a name of its own
        beside = _NAMED.match(tokens.shape, *appositive)
        if beside is None:
            return None
        text = self.document.text
        name, gender = self.names.bare(tokens.words(text, beside.span("name")))
        if not name or not self.names.is_person(name):
            return None
        party = self.names.named(name, gender)
        if head and self.language.is_body(
            tokens.words(text, (head.end() - 1, head.end())).lower()
        ):
            party.kind = "organisation"
        self._describe(party, tokens.words(text, beside.span("role")))
        if subject:
            phrase = self._printed(subject, tokens)
            self._describe(party, phrase)
            self.names.unnamed.setdefault(phrase.lower(), party)
        return party

    def _capitalised(
        self, subject: Span, appositive: Span | None, tokens: Tokens
    ) -> Party | None:
        """Return the party of a phrase in a language that capitalises all nouns.

        Several capitalised words are a name, behind titles if there are any; one
        alone is a name where no article stands before it: "Sprecher Otto Muster",
        "die Polizei", "Muster".
        """
        text, (low, high) = self.document.text, subject
        age = _AGE.match(tokens.shape, low, high)
        run = _NOUNS.search(tokens.shape, age.end() if age else low, high)
        if run is None:
            return None
        printed = tokens.words(text, (run.start(), self._name_end(run.end(), tokens)))
        name, gender = self.names.bare(printed)
        ahead = tokens.words(text, (low, run.start())).split()
        titles = printed.split()[: -len(name)] if name else printed.split()
        if name and (titles or len(name) > 1 or not ahead):
            party = self.names.named(name, gender)
            if titles or len(ahead) > 1:
                self._describe(party, " ".join(ahead + titles))
            return party
        if beside := self._named_beside(None, appositive, tokens):
            self._describe(beside, self._printed(subject, tokens))
            return beside
        phrase = self._printed(subject, tokens)
        if len(phrase) > _LONGEST:
            return None
        noun = printed.split()[-1]
        if tokens.shape[low] == "y":
            noun = noun.removesuffix("s")
        bare = noun if len(phrase.split()) == 1 + len(ahead) <= 2 else phrase
        return self.names.described(bare, noun.lower(), tokens.starts[low])

    def _name_end(self, at: int, tokens: Tokens) -> int:
        """Return where a name ends that may go on: "Anna (von der Probe)"."""
        text, language = self.document.text, self.language
        more = _PARTICLES.match(tokens.shape, at)
        if more is None or tokens.words(text, (at - 1, at)).lower() not in (
            language.forenames
        ):
            return at
        low, high = more.end("between"), more.end()
        between = tokens.words(text, (at, low)).split()
        name = tokens.words(text, (low, low + 1))
        # Otto Muster von NATO, Anna Probe von der Polizei
        body = name.isupper() or "-" in name or language.is_body(name.lower())
        return at if body or not language.particles.issuperset(between) else high

    def _printed(self, span: Span, tokens: Tokens) -> str:
        """Return what tokens stand for, with single blanks between the words."""
        return " ".join(tokens.words(self.document.text, span).split())

    def _describe(self, party: Party, description: str) -> None:
        *words, last = description.split() or [""]
        if words and last.lower().rstrip(".") in _EMPTY:
            description = " ".join(words)  # "lead author Dr."
        lower = description.lower().rstrip(".")
        if lower == "the" and party.kind == "unknown":
            party.kind = "organisation"
        if lower in _EMPTY or party.description or len(description) > _LONGEST:
            return
        if self.language.words.get(lower) == "D":
            return  # an article
        if party.name:
            party.description = description
            if party.kind == "unknown":
                body = self.language.is_body(_noun_of(lower.split(), self.language))
                party.kind = "organisation" if body else "person"
            party.gender += 3 * sum(map(self.language.gender_of, lower.split()))

    def _describe_by(self, party: Party, appositive: Span, tokens: Tokens) -> None:
        words = tokens.words(self.document.masked, appositive)
        first = words.split(" ", 1)[0].lower()
        role = not self.language.roles.isdisjoint(words.lower().split())
        if (role or _opens_role(first, self.language)) and first not in _WHOSE:
            self._describe(party, _phrase_of(words, self.language) or words)

    def _antecedent(self, at: int, tokens: Tokens) -> Party | None:
        """Return whom a "who" or "that" goes on about."""
        low = max(0, at - 12)
        ahead = tokens.shape[low:at].rstrip(",")
        run = _NAME_RUN.search(ahead) or _NOUN_RUN.search(ahead)
        return (
            self._phrase((low + run.start(), low + run.end()), tokens) if run else None
        )


def _introduction(masked: str, party: Party, language: Language) -> str | None:
    """Return what the words around the first full name say somebody is.

    Example:
        >>> from newsmodel.quotes.packs import language_pack
        >>> text = "Then Ann Example, a former judge, and mayor Bob Sample met."
        >>> ann = Party("Ann Example", at=5, printed="Ann Example")
        >>> _introduction(text, ann, language_pack("en"))
        'a former judge'
        >>> bob = Party("Bob Sample", at=44, printed="Bob Sample")
        >>> _introduction(text, bob, language_pack("en"))
        'mayor'
    """
    if not party.printed:
        return None
    start = masked.find(party.printed, party.at, party.at + _LONGEST)
    if start < 0:
        return None
    match = _BEHIND.match(masked, start + len(party.printed))
    if match and _opens_role(match["first"], language):
        return _phrase_of(match["words"], language)
    line = masked[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    ahead = line.split(" ")[:-1]
    low = len(ahead)
    while low and _is_office(ahead[low - 1], language, last=low == len(ahead)):
        low -= 1
    return " ".join(ahead[low:]) or None


def _opens_role(word: str, language: Language) -> bool:
    """Tell whether words behind a name say who that is: "a judge", "head of"."""
    known = language.words.get(word) == "D" and word not in _WHOSE
    return known or word in language.roles


def _phrase_of(words: str, language: Language) -> str | None:
    """Return a noun phrase up to a clause in it, or to words in marks."""
    kept: list[str] = []
    for word in words.split():
        clause = language.words.get(word) in _CLAUSES or word in _WHOSE
        if clause or QUOTED in word:
            break
        kept.append(word)
    while kept and language.words.get(kept[-1]) in _JOINTS:
        kept.pop()
    return " ".join(kept) if len(kept) > 1 else None


def _noun_of(words: list[str], language: Language) -> str:
    """Return the noun of a phrase: "founder" of "a founder of the agency"."""
    for at, word in enumerate(words):
        if at and language.words.get(word) in ("i", "c"):
            return words[at - 1]
    return words[-1]


def _is_office(word: str, language: Language, *, last: bool) -> bool:
    """Tell whether a word before a name can be of an office: "Kyiv mayor"."""
    lower = word.lower().rstrip(".")
    if lower in _EMPTY:
        return False
    return (
        lower in language.roles
        or lower in language.titles
        or (
            not last
            and word[0].isupper()
            and word.replace(".", "").isalpha()
            and lower not in language.words  # "But mayor Ann Example"
        )
    )
