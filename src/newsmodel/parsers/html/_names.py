"""What the names that a page gives its elements say: classes, ids and the like.

They are weak evidence, since anybody may call anything anything. The words in
them are looked up in one list and become bits, so that to ask what all boxes
around a text are called costs one ``or`` a box.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from newsmodel.rules._words import words

_KINDS: Final = {
    "byline": words(
        "byline bylines author authors autor autoren autore auteur auteurs autores"
        " verfasser verfasserin writer writers redacteur redaktor contributor"
        " contributors journalist"
    ),
    "time": words(
        "date dates datum fecha data time times timestamp datetime dateline published"
        " publish pubdate publication posted updated modified dato heure horario"
    ),
    "caption": words(
        "caption captions figcaption legend legende légende bildunterschrift"
        " bildtext bu didascalia cutline imagecaption piefoto pie photocaption"
    ),
    "credit": words(
        "credit credits copyright copyrights photographer photographers fotograf"
        " bildquelle quelle byline rights attribution copy source credito credits"
    ),
    "headline": words("headline title heading titel titre titulo titolo header"),
    "standfirst": words(
        "standfirst dek deck subtitle subtitles subheadline subheading subhead summary"
        " lede lead intro introduction vorspann excerpt description abstract chapo"
        " chapeau entradilla sottotitolo bajada sumario teaser tagline blurb ingress"
    ),
}
_ATTRIBUTES: Final = (
    "class",
    "id",
    "itemprop",
    "role",
    "data-testid",
    "data-component",
    "data-qa",
    "data-type",
)
_WORD: Final = re.compile(r"[A-Z]+(?![a-zß-ÿ])|[A-Z]?[a-zß-ÿ]+")
_LONGEST: Final = 300

_BIT: Final[dict[str, int]] = {}
for _words in _KINDS.values():
    for _word in sorted(_words):
        _BIT.setdefault(_word, 1 << len(_BIT))


def mask(kind: str) -> int:
    """Return the bits of all words of one kind: ``byline``, ``caption``."""
    found = 0
    for word in _KINDS[kind]:
        found |= _BIT[word]
    return found


BYLINE: Final = mask("byline")
TIME: Final = mask("time")
CAPTION: Final = mask("caption")
CREDIT: Final = mask("credit")
HEADLINE: Final = mask("headline")
STANDFIRST: Final = mask("standfirst")


def bits_of(name: str) -> int:
    """Return the bits of the words in a name: ``ArticleByline_author``."""
    found = 0
    for word in _WORD.findall(name[:_LONGEST]):
        found |= _BIT.get(word.lower(), 0)
    return found


def reader_of_names(data: bytes) -> Callable[[Any, str], int]:
    """Return a function that says what the names of a page's elements say.

    It looks at each distinct name once, and only at attributes that the page
    has at all.

    Args:
        data: The page, as bytes.
    """
    attributes = [each for each in _ATTRIBUTES if each.encode() in data]
    known: dict[str, int] = {}

    def names_of(element: Any, tag: str) -> int:
        found = 0
        for attribute in attributes:
            name = element.get(attribute)
            if name:
                bits = known.get(name)
                if bits is None:
                    bits = known[name] = bits_of(name)
                found |= bits
        return found

    return names_of
