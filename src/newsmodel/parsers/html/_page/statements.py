"""What a page states about itself in JSON-LD."""

from collections.abc import Iterable
from typing import Any

from newsmodel.evidence import Note
from newsmodel.markup.json_ld import Node, nodes_in
from newsmodel.markup.loose_json import read_json
from newsmodel.markup.xml import note_at


def read_json_ld(scripts: Iterable[Any], notes: list[Note]) -> list[Node]:
    """Return all nodes of a page's JSON-LD, those inside others too, in order.

    A script that is no JSON is repaired, or else skipped, with a note.
    """
    nodes: list[Node] = []
    for script in scripts:
        text = script.text
        if not text or text.isspace():
            continue
        try:
            found, repaired = read_json(text)
        except ValueError as error:
            notes.append(note_at(script, "json-ld-broken", f"no JSON: {error}"))
            continue
        if repaired:
            message = "no JSON as it stood, and repaired"
            notes.append(note_at(script, "json-ld-repaired", message))
        nodes += nodes_in(found)
    return nodes
