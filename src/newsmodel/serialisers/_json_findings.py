"""Findings in JSON: what was read, and the path it stands at."""

from collections.abc import Container, Iterable, Mapping
from typing import Any, final

from newsmodel.errors import Location
from newsmodel.evidence import Note
from newsmodel.markup.xml import local_name
from newsmodel.model import Rights
from newsmodel.serialisers._findings import PlacedFindings, Trace
from newsmodel.serialisers._json_item import Item, Value, words_of


@final
class Findings(PlacedFindings):
    """Findings in JSON, whose places are paths.

    Inside a string that is markup, places are its elements.

    Attributes:
        markup: The path of the string whose markup is read.
    """

    def __init__(self, notes: Iterable[Note] = (), *, quiet: bool = False) -> None:
        super().__init__(notes, quiet=quiet)
        self.markup = "$"

    def _path(self, place: Any) -> str:
        return place if type(place) is str else f"{self.markup} {local_name(place)}"

    def _location(self, place: Any) -> Location:
        return Location(path=self._path(place))

    def _name(self, place: Any) -> str:
        return self._path(place).rpartition(".")[2].rpartition(" ")[2]

    def offer_rights(self, parts: Mapping[str, str], path: str) -> None:
        """Offer the rights whose parts were found, if any were."""
        if parts:
            trace = Trace("rights", "; ".join(parts.values()), path)
            self.offer("rights", Rights(**parts), trace)

    def leave_out_the_rest(self, item: Item, silent: Container[str]) -> None:
        """Say what nobody read of an object, but for some names in lower case."""
        if not self.quiet:
            for said, path in item.rest():
                if path.rpartition(".")[2].lower() not in silent:
                    self.left_out(path, said)

    def take(self, field: str, value: object, rule: str, found: Value) -> None:
        """Offer what was read of a value for a field, if it says anything."""
        if value:
            raw = "" if self.quiet else words_of(found.value)
            self.offer(field, value, Trace(rule, raw, found.path))
