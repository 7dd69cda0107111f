"""Objects of JSON, as they are written."""

import json
from collections.abc import Mapping
from typing import Any


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object without what is absent.

    Example:
        >>> given({"name": "Ann", "url": None, "identifier": [], "position": 0})
        {'name': 'Ann', 'position': 0}
    """
    return {
        name: each for name, each in values.items() if each is not None and each != []
    }


def as_json(value: Any) -> str:
    """Return a value in one line, without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
