"""What a page states about itself in JSON-LD."""

import json
from typing import Any

from newsmodel.evidence import Note
from newsmodel.markup.xml import note_at


def read_json_ld(scripts: list[Any], notes: list[Note]) -> list[dict[str, Any]]:
    """Return all nodes of a page's JSON-LD, those inside others too, in order."""
    nodes: list[dict[str, Any]] = []
    for script in scripts:
        try:
            found = json.loads(script.text or "", strict=False)
        except ValueError as error:
            notes.append(note_at(script, "json-ld-broken", f"no JSON: {error}"))
            continue
        left = [found]
        while left:
            each = left.pop()
            if isinstance(each, dict):
                nodes.append(each)
                left += reversed(list(each.values()))
            elif isinstance(each, list):
                left += reversed(each)
    return nodes
