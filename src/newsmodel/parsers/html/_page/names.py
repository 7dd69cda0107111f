"""What the names that a page gives its elements say: classes, ids and the like.

They are weak evidence, since anybody may call anything anything. The words in
them are looked up in one list and become bits, so that to ask what all boxes
around a text are called costs one ``or`` a box.
"""

import re
from functools import lru_cache
from typing import Any, Final, final

from newsmodel.parsers.html._weights import NAMES
from newsmodel.rules._words import words

_KINDS: Final = {
    "byline": words(
        "byline bylines author authors autor autoren autore auteur auteurs autores"
        " verfasser verfasserin writer writers redacteur redaktor contributor"
        " contributors journalist signature firma firmante assinatura muhabir skribent"
        " forfatter reporter journaliste periodista giornalista redattore"
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
        " einleitung preface anleser anriss manchet perex zajawka leadtext leadin sapo"
        " catenaccio occhiello sommario copete ingressi resumen resumo unterzeile"
    ),
}
ATTRIBUTES: Final = frozenset(
    (
        "class",
        "id",
        "itemprop",
        "role",
        "data-testid",
        "data-component",
        "data-qa",
        "data-type",
    )
)
_WORD: Final = re.compile(r"[A-Z]+(?![a-zß-ÿ])|[A-Z]?[a-zß-ÿ]+")
_LONGEST: Final = 300
# All but small letters as blanks. Most names are of small letters, signs and figures,
# and to part those so is three times as fast as by the pattern.
_PARTED: Final = bytes(
    each if each in b"abcdefghijklmnopqrstuvwxyz" else 32 for each in range(256)
)

_HIDDEN: Final = 1
_BIT: Final[dict[str, int]] = {"<hidden>": _HIDDEN}
for _words in _KINDS.values():
    for _word in sorted(_words):
        _BIT.setdefault(_word, 1 << len(_BIT))
for _word in NAMES:
    _BIT.setdefault(_word, 1 << len(_BIT))
#: The word of each bit, and what is known of a tag before any name is read.
WORDS: Final = tuple(_BIT)
_TAGS: Final = {word[1:-1]: bit for word, bit in _BIT.items() if word[0] == "<"}


# Classes that hide, by the names that the usual style sheets give them.
_HIDING: Final = words(
    "d-none hidden hide is-hidden invisible screen-reader-text sr-only u-hidden"
    " visually-hidden visuallyhidden"
)


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
STANDFIRST: Final = mask("standfirst")
TIME_OR_BYLINE: Final = TIME | BYLINE


def words_in(names: str) -> list[str]:
    """Return the words of one name or several, in small letters.

    Example:
        >>> words_in("ArticleBody_text")
        ['article', 'body', 'text']
    """
    names = names[:_LONGEST]
    if names.islower() and names.isascii():
        return names.encode().translate(_PARTED).decode().split()
    return [word.lower() for word in _WORD.findall(names)]


def bits_of(names: str) -> int:
    """Return the bits of the words in names: ``ArticleByline_author``."""
    found = 0
    for word in words_in(names):
        if word in _BIT:
            found |= _BIT[word]
    return found


def bits_of_class(element: Any) -> int:
    """Return the bits of what the class of an element says."""
    name = element.get("class")
    return _read(name[:_LONGEST]) if name else 0


# The pages of a site have their names in common.
@lru_cache(4096)
def _read(name: str) -> int:
    found = bits_of(name)
    # "hidden md:block" is shown on wide screens.
    if ":" not in name and not _HIDING.isdisjoint(name.split()):
        found |= _HIDDEN
    return found


@final
class NameReader:
    """Says what the names of a page's elements say.

    Attributes:
        items: Elements with ``itemprop`` (microdata) or, inside something with
            ``typeof``, ``property`` (RDFa), by each name in that, in order.
    """

    __slots__ = ("_has_rdfa", "items")

    def __init__(self) -> None:
        self.items: dict[str, list[Any]] = {}
        self._has_rdfa = False

    def box(self, element: Any, tag: str) -> int:
        """Return the bits of a box: of its tag, class, id and the like."""
        found = _TAGS.get(tag, 0)
        for attribute, value in element.items():
            if attribute in ATTRIBUTES:
                found |= _read(value[:_LONGEST])
                if attribute == "itemprop":
                    self._add_item(element, value)
            elif attribute == "style":
                if "none" in value and "display:none" in value.replace(" ", ""):
                    found |= _HIDDEN
            elif attribute == "hidden":
                found |= _HIDDEN
            elif attribute == "typeof":
                self._has_rdfa = True
            elif attribute == "property":
                self._add_item(element, value)
        return found

    def inline(self, element: Any) -> None:
        """Note which item any other element is."""
        item = element.get("itemprop")
        if not item and self._has_rdfa:
            item = element.get("property")
        if item:
            self._add_item(element, item)

    def _add_item(self, element: Any, value: str) -> None:
        for name in value.split():
            # "schema:author" and "https://schema.org/author" are the author, too.
            item = name.replace("/", ":").rpartition(":")[2]
            self.items.setdefault(item, []).append(element)
