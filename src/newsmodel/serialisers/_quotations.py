"""Quotes as schema.org's ``Quotation``, whole, and back.

What schema.org has no term for stands in terms of our own namespace, which whoever
does not know it passes over.
"""

from collections.abc import Mapping
from typing import Any, Final

from newsmodel.model import Quote, Source

#: The context that the terms need.
CONTEXT: Final = ("https://schema.org", {"nm": "urn:newsmodel:article:"})
#: The type of a party in schema.org, by its kind.
TYPES: Final = {
    "person": "Person",
    "organisation": "Organization",
    "agency": "NewsMediaOrganization",
    "publication": "NewsMediaOrganization",
    "group": "Organization",
    "unknown": "Thing",
}


def quotation(quote: Quote, name: str) -> dict[str, Any]:
    """Return a quote as a node, under the name that its place in the text has.

    Example:
        >>> quotation(Quote(start=1, text="Stop,", cue="said"), "quote-1")["nm:cue"]
        'said'
    """
    node: dict[str, Any] = {
        "@type": "Quotation",
        "identifier": name,
        "text": quote.text,
        "nm:kind": quote.kind,
    }
    if quote.speaker is not None:
        node["spokenByCharacter"] = party(quote.speaker)
    for term in ("mention", "cue", "group"):
        if (value := getattr(quote, term)) is not None:
            node[f"nm:{term}"] = value
    if quote.fragments:
        node["nm:fragments"] = list(quote.fragments)
    if quote.confidence != 100:
        node["nm:confidence"] = quote.confidence
    return node


def party(source: Source) -> dict[str, Any]:
    """Return a source as a node."""
    node: dict[str, Any] = {"@type": TYPES[source.kind]}
    for term in ("name", "description", "url"):
        if (value := getattr(source, term)) is not None:
            node[term] = value
    if source.identifiers:
        node["identifier"] = list(source.identifiers)
    if source.kind not in ("person", "unknown"):
        node["nm:kind"] = source.kind
    if source.role is not None:
        node["nm:role"] = source.role
    return node


def quote_fields(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a quote, less its place and its text.

    The model checks what they hold.
    """
    found = {"kind": node.get("nm:kind", "direct")}
    for term in ("mention", "cue", "group", "confidence", "fragments"):
        if f"nm:{term}" in node:
            found[term] = node[f"nm:{term}"]
    speaker = node.get("spokenByCharacter")
    if isinstance(speaker, Mapping):
        found["speaker"] = source_of(speaker)
    return found


def source_of(node: Mapping[str, Any]) -> Source:
    """Return the source that a node of ours is.

    Raises:
        ModelError: If the model refuses a value.
    """
    kinds = {"Person": "person", "Thing": "unknown"}
    return Source(
        name=node.get("name"),
        description=node.get("description"),
        kind=node.get("nm:kind") or kinds.get(str(node.get("@type")), "unknown"),  # type: ignore[arg-type]  # the model checks it
        role=node.get("nm:role"),
        url=node.get("url"),
        identifiers=node.get("identifier") or (),
    )
