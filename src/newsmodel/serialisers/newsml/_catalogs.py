"""QCodes and URIs, resolved through the catalogs that a document names."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from newsmodel.rules.lines import folded
from newsmodel.serialisers.newsml._vocabulary import iptc_schemes


class Concept(NamedTuple):
    """What identifies a concept: a code in a vocabulary, as far as both are known."""

    code: str
    scheme: str | None = None

    @property
    def uri(self) -> str:
        """The whole URI, or the code where its vocabulary is not known."""
        return (self.scheme or "") + self.code


def aliases_in(elements: Iterable[etree._Element]) -> dict[str, str]:
    """Return the URIs of the schemes in ``catalog`` elements, by their alias."""
    aliases: dict[str, str] = {}
    for element in elements:
        for each in element.iter("{*}scheme"):
            alias, uri = each.get("alias"), each.get("uri")
            if alias and uri:
                aliases.setdefault(alias, uri)
    return aliases


class Catalogs:
    """The aliases of vocabularies that hold in one item.

    Those in the item itself go before the IPTC's. What a ``catalogRef`` names is
    not fetched; the IPTC never gives an alias to another vocabulary, so the one
    catalog that is at hand resolves the older ones too.
    """

    def __init__(
        self,
        elements: Iterable[etree._Element],
        around: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Take the ``catalog`` elements of an item, and the aliases around it."""
        self.aliases = aliases_in(elements) or around
        if around and self.aliases is not around:
            self.aliases = {**around, **self.aliases}
        self._uris = frozenset(self.aliases.values())

    def resolve(self, qcode: str) -> Concept:
        """Return the concept that a QCode stands for.

        Example:
            >>> Catalogs([]).resolve("medtop:20000139").scheme
            'http://cv.iptc.org/newscodes/mediatopic/'
            >>> Catalogs([]).resolve("desk:7")
            Concept(code='desk:7', scheme=None)
        """
        alias, colon, code = qcode.partition(":")
        scheme = self.aliases.get(alias) or iptc_schemes().get(alias)
        if colon and code and scheme:
            return Concept(code, scheme)
        return Concept(qcode)

    def parted(self, uri: str) -> Concept:
        """Return the concept that a URI stands for.

        Example:
            >>> uri = "http://cv.iptc.org/newscodes/mediatopic/20000139"
            >>> Catalogs([]).parted(uri).code
            '20000139'
        """
        for sign in "/#=:":
            head, found, code = uri.rpartition(sign)
            scheme = head + found
            if code and (scheme in _iptc_uris() or scheme in self._uris):
                return Concept(code, scheme)
        return Concept(uri)

    def concept(self, element: etree._Element) -> Concept | None:
        """Return the concept that the attributes of an element name."""
        if qcode := folded(element.get("qcode")):
            return self.resolve(qcode)
        if uri := folded(element.get("uri")):
            return self.parted(uri)
        return None


def code_of(value: str | None) -> str:
    """Return the code in a QCode or URI, or a word that stands alone.

    Example:
        >>> code_of("drol:caption"), code_of("http://example.com/role/caption")
        ('caption', 'caption')
    """
    if not value:
        return ""
    value = value.strip().rstrip("/#")
    for sign in "#/:":
        value = value.rpartition(sign)[2]
    return value


@cache
def _iptc_uris() -> frozenset[str]:
    return frozenset(iptc_schemes().values())
