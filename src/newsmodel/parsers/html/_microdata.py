"""What an element says of itself by ``itemprop``."""

from typing import Any


def stated_by(element: Any) -> str:
    """Return what an element with ``itemprop`` states: its content or its text."""
    for attribute in ("content", "datetime"):
        if value := element.get(attribute):
            return " ".join(value.split())
    address = element.get("href") or element.get("src")
    if address and element.tag in ("a", "area", "img", "link"):
        return str(address).strip()
    return " ".join("".join(element.itertext()).split())
