"""Quotes as schema.org's ``Quotation``, whole, and back.

What schema.org has no term for stands in terms of our own namespace, which whoever
does not know it passes over.
"""

from collections.abc import Mapping
from typing import Any, Final

from newsmodel.model import Contributor, Quote, Source

#: The context that the terms need.
CONTEXT: Final = ("https://schema.org", {"nm": "urn:newsmodel:article:"})
_TYPES: Final = {
    "person": "Person",
    "organisation": "Organization",
    "agency": "NewsMediaOrganization",
    "publication": "NewsMediaOrganization",
    "group": "Organization",
}
# What a type says by itself.
_KINDS: Final = {
    "Person": "person",
    "Organization": "organisation",
    "NewsMediaOrganization": "publication",
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


def party(one: Source | Contributor, unknown: str = "Person") -> dict[str, Any]:
    """Return a source or contributor as a node.

    Args:
        one: The party, whose role is told where it is a source.
        unknown: The type of a party of whom it is not known what it is.
    """
    kind = _TYPES.get(one.kind, unknown)
    node: dict[str, Any] = {"@type": kind}
    if one.name is not None:
        node["name"] = one.name
    if isinstance(one, Contributor):
        if one.affiliation is not None:
            node["worksFor"] = {"@type": "Organization", "name": one.affiliation}
        if one.location is not None:
            node["workLocation"] = {"@type": "Place", "name": one.location}
    elif one.description is not None:
        node["description"] = one.description
    if one.url is not None:
        node["url"] = one.url
    if one.identifiers:
        node["identifier"] = list(one.identifiers)
    if one.kind != _KINDS[kind]:
        node["nm:kind"] = one.kind
    if isinstance(one, Source) and one.role is not None:
        node["nm:role"] = one.role
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
    return Source(
        name=node.get("name"),
        description=node.get("description"),
        kind=kind_in(node),
        role=node.get("nm:role"),
        url=node.get("url"),
        identifiers=node.get("identifier") or (),
    )


def kind_in(node: Mapping[str, Any]) -> Any:
    """Return what sort of party a node of ours says that it is."""
    return node.get("nm:kind") or _KINDS.get(str(node.get("@type")), "unknown")
