"""The elements of an item by name, and what is left of them in the end."""

from collections.abc import Collection, Iterator
from typing import Final

from newsmodel.markup.elements import Element
from newsmodel.serialisers._findings import Findings

#: Sections of an item, each a list of elements that say something.
SECTIONS: Final = ("rightsInfo", "itemMeta", "contentMeta")


class Groups:
    """The elements in the sections of one item, by section and name.

    A reader takes what it knows; what nobody took is listed in the end.
    """

    def __init__(self, item: Element) -> None:
        # Any prefix, or none: names are told by the namespace of the item.
        self.prefix = str(item.tag).rpartition("}")[0]
        self.prefix += "}" if self.prefix else ""
        self._groups: dict[str, list[Element]] = {}
        for section in item:
            name = self.name(section)
            if name in SECTIONS:
                for element in section:
                    full = f"{name}/{self.name(element)}"
                    self._groups.setdefault(full, []).append(element)
            else:
                self._groups.setdefault(name, []).append(section)

    def name(self, element: Element) -> str:
        """Return the name of an element, with its namespace if that is another."""
        return str(element.tag).removeprefix(self.prefix)

    def take(self, name: str) -> list[Element]:
        """Return all elements of a name, once."""
        return self._groups.pop(name, [])

    def peek(self, name: str) -> list[Element]:
        """Return all elements of a name, and leave them."""
        return self._groups.get(name, [])

    def child(self, element: Element, name: str) -> Element | None:
        """Return the first child of this name."""
        return next(self.children(element, name), None)

    def children(self, element: Element, name: str) -> Iterator[Element]:
        """Yield the children of this name, in the item's namespace or in none."""
        full = self.prefix + name
        return (each for each in element if each.tag in (full, name))

    def list_left(self, findings: Findings) -> None:
        """Say what nobody took."""
        if not findings.quiet:
            for elements in self._groups.values():
                for element in elements:
                    findings.leave_out(element)

    def list_inner(
        self, element: Element, known: Collection[str], findings: Findings
    ) -> None:
        """Say what an element holds besides what is known."""
        if not findings.quiet:
            for each in element:
                if self.name(each) not in known:
                    findings.leave_out(each)
