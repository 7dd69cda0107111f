"""What the names that a page gives its elements say: classes, ids and the like.

They are weak evidence, since anybody may call anything anything. The words in
them are looked up in one list and become bits, so that to ask what all boxes
around a text are called costs one ``or`` a box.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from newsmodel.parsers.html._weights import NAMES
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
        " bildquelle quelle byline rights attribution source credito credits"
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
_HIDDEN: Final = re.compile(rb"display\s*:\s*none|\shidden[\s>=]", re.IGNORECASE)

_BIT: Final[dict[str, int]] = {"<hidden>": 1}
for _words in _KINDS.values():
    for _word in sorted(_words):
        _BIT.setdefault(_word, 1 << len(_BIT))
for _word in NAMES:
    _BIT.setdefault(_word, 1 << len(_BIT))
#: The word of each bit, and what is known of a tag before any name is read.
WORDS: Final = tuple(_BIT)
_TAGS: Final = {word[1:-1]: bit for word, bit in _BIT.items() if word[0] == "<"}


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
TIME_OR_BYLINE: Final = TIME | BYLINE


def words_in(name: str) -> list[str]:
    """Return the words of a name, in small letters.

    Example:
        >>> words_in("ArticleBody_text")
        ['article', 'body', 'text']
    """
    return [word.lower() for word in _WORD.findall(name[:_LONGEST])]


def bits_of(name: str) -> int:
    """Return the bits of the words in a name: ``ArticleByline_author``."""
    found = 0
    for word in words_in(name):
        found |= _BIT.get(word, 0)
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
    hides = _HIDDEN.search(data) is not None

    def names_of(element: Any, tag: str) -> int:
        found = _TAGS.get(tag, 0)
        for attribute in attributes:
            name = element.get(attribute)
            if name:
                bits = known.get(name)
                if bits is None:
                    bits = known[name] = bits_of(name)
                found |= bits
        if hides and _is_hidden(element):
            found |= _BIT["<hidden>"]
        return found

    return names_of


def _is_hidden(element: Any) -> bool:
    """Whether an element says that it is not shown."""
    style = element.get("style")
    if style and "display" in style and "none" in style:
        return "display:none" in style.replace(" ", "").lower()
    return element.get("hidden") is not None
