"""Names: what looks like one, whose it is, and lists of them with places."""

import re
from typing import NamedTuple

from newsmodel.model import PartyKind
from newsmodel.rules._words import names, words

_PARTICLES = words(
    "van der den de del della delle di da dos das do du des la le les los las von vom"
    " zu zum zur bin bint ibn al el ul ten ter te af av y e i und of the and for san"
)
_CLITICS = (
    "al-",
    "el-",
    "ul-",
    "ad-",
    "as-",
    "at-",
    "d'",
    "d’",
    "l'",
    "l’",
    "o’",
    "o'",
)
_ELIDED = frozenset(("'t", "’t", "‘t", "'s", "’s"))
# What no word of a name has in it; everything else, of any script, it may have.
_SIGN = re.compile("[&@0-9]")
_NO_WORD = re.compile(r"""[0-9,;:!?()\[\]{}<>|/\\@#*"“”„«»…&+=%$€£–—_]""")

AGENCIES = words(
    "aap afp agerpres agi akp ani anp ansa ap apa aptn ats belga bloomberg bns cnn cp"
    " ctk dpa dpa-afx efe epa epa-efe epd ians interfax interfax-ukraine itar-tass kna"
    " kyodo lusa mti newswire ntb pa pap prnewswire pti reuters ria ritzau sda sid stt"
    " swns tass tt ukrinform unian upi xinhua yonhap čtk"
) | names(
    """
    agence france presse
    agence france-presse
    agencia efe
    associated press
    australian associated press
    bloomberg news
    business wire
    canadian press
    deutsche presse-agentur
    dow jones newswires
    europa press
    globe newswire
    kyodo news
    pa media
    pa news agency
    pa wire
    pr newswire
    press association
    press trust of india
    ria novosti
    thomson reuters
    united press international
    yonhap news agency
    """
)
# They have pictures and no articles, so they are no news agencies.
_PICTURES = words("alamy ddp getty imago istock rex shutterstock unsplash") | names(
    """
    alamy stock photo
    getty images
    picture alliance
    rex features
    """
)

# "Reuters Staff", "AP Photo": the agency, at work.
_DESKS = words(
    "agency correspondent desk file files media news photo photos pool reporter"
    " reporters staff video videos wire writer writers"
)

_ORGANISATION = words(
    "agencies agency alamy archive archives army associates association authority bbc"
    " board broadcasting bureau club cnn collection collections commission committee"
    " commons company corporation council courier dc department desk digital"
    " correspondent corp daily foundation gallery gazette government group guardian"
    " handout herald images inc institute institution international journal limited"
    " library ltd magazine media ministry monitor museum network news newspaper"
    " newspapers newsroom nv observatory observer office online party photo photos"
    " photography picture pictures plc police press productions publishing radio"
    " register reporter reporters review service services society staff standard"
    " studio studios syndicate team telegraph television times today parliament"
    " tribune tv union university weekly wire writers zeitung"
)
_PUBLICATION = words(
    "beacon chronicle courier daily echo express figaro gazette globe guardian herald"
    " independent journal magazine mail mirror monde news newspaper observer post"
    " press record register review standard star sun telegraph times tribune weekly"
    " zeitung"
)


def one_line(text: str) -> str:
    """Return a text with blanks for tabs and line feeds, which no name holds."""
    return text.replace("\t", " ").replace("\n", " ")


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency, or of one and its staff."""
    folded = name.casefold().removeprefix("the ")
    first, _, rest = folded.partition(" ")
    return folded in AGENCIES or (first in AGENCIES and rest in _DESKS)


def is_picture_agency(name: str) -> bool:
    """Whether a name is that of an agency for pictures alone."""
    return name.casefold() in _PICTURES


def kind_of(name: str, *, lone: PartyKind = "person") -> PartyKind:
    """Return what sort of party a name names: person, agency or organisation.

    Args:
        name: The name alone.
        lone: What a single word is that says nothing of itself.

    Example:
        >>> kind_of("Abby Byrne"), kind_of("Reuters"), kind_of("Getty Images")
        ('person', 'agency', 'organisation')
    """
    if is_agency(name):
        return "agency"
    folded = name.casefold()
    parts = folded.split()
    if (
        folded in _PICTURES
        or name.startswith(("The ", "the ", "Our "))
        or not _ORGANISATION.isdisjoint([word.strip(".,") for word in parts])
        or _SIGN.search(name)
    ):
        return "organisation"
    if len(parts) != 1:
        return "person"
    shortened = 2 <= len(name) <= 6 and name.isupper()
    return "organisation" if shortened or "." in name.strip(".") else lone


def kind_of_publisher(name: str) -> PartyKind:
    """Return what sort of party publishes under a name; never a person."""
    if is_agency(name):
        return "agency"
    parts = [part.casefold() for part in name.split()]
    return "organisation" if _PUBLICATION.isdisjoint(parts) else "publication"


def is_particle(word: str) -> bool:
    """Whether a word of small letters stands in names: ``van``, ``al-Masri``."""
    return word in _PARTICLES or word.startswith(_CLITICS) or word in _ELIDED


def is_name(text: str, most: int = 6) -> bool:
    """Whether a text has the shape of a proper name, of at most *most* words.

    Example:
        >>> is_name("Ursula van der Berg"), is_name("popular demand")
        (True, False)
    """
    parts = text.split()
    if not 0 < len(parts) <= most or _NO_WORD.search(text):
        return False
    capitals = 0
    for word in parts:
        first = word.lstrip("'’‘`(")[:1]
        if first.isalpha() and not first.islower():
            capitals += 1
        elif not is_particle(word):
            return False
    return capitals > 0


def is_party(text: str) -> bool:
    """Whether a text is a name, or one that is known though it looks like none.

    Example:
        >>> is_party("dpa"), is_party("example.com"), is_party("the sea")
        (True, True, False)
    """
    return (
        is_name(text)
        or is_agency(text)
        or is_picture_agency(text)
        or (" " not in text and (text.startswith("@") or "." in text[1:-1]))
    )


class Person(NamedTuple):
    """A name in a list, with the place that stands beside it."""

    name: str
    location: str | None = None


_COMMA_OR_AND = re.compile(
    r"\s*(?:,|;|&)\s*(?:(?:and|und|et|y|e|en|og|och|with)\s+)?"
    r"|\s+(?:and|und|et|y|e|en|og|och|with)\s+"
)
_IN = re.compile(r"\s+(?:in|from|à)\s+(?=[^\Wa-z])")


def split_list(text: str) -> list[str]:
    """Return the members of a list in words: ``A, B and C``.

    Example:
        >>> split_list("A, B and C")
        ['A', 'B', 'C']
    """
    return [part for part in _COMMA_OR_AND.split(text) if part]


def people_in(text: str) -> tuple[Person, ...]:
    """Return those whom a list names, or nothing where it is no list of names.

    A place counts for all before it that have none: ``A and B in London``.

    Example:
        >>> people_in("Ann Example in Toledo, Ohio, and Bob Roe in Kyiv")[1]
        Person(name='Bob Roe', location='Kyiv')
    """
    people: list[Person] = []
    for part in split_list(text):
        name, *places = _IN.split(part, 1)
        if not is_name(name) or not all(is_name(place) for place in places):
            return ()
        if not places and people and people[-1].location and " " not in name:
            # "Toledo, Ohio": people have two words, states have one.
            people = _placed(people, f"{people[-1].location}, {name}")
            continue
        people.append(Person(name))
        if places:
            people = _placed(people, places[0])
    return tuple(people)


def _placed(people: list[Person], place: str) -> list[Person]:
    last = people[-1].location
    first = len(people)
    while first and people[first - 1].location == last:
        first -= 1
    return [
        *people[:first],
        *[each._replace(location=place) for each in people[first:]],
    ]
