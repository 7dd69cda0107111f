"""Who made an article and who published it."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from newsmodel.markup.json_ld import string_of, types_of, values_of
from newsmodel.model import Contributor, Source
from newsmodel.rules.authors import read_authors
from newsmodel.rules.names import kind_of, kind_of_publisher
from newsmodel.serialisers._json_item import line_of
from newsmodel.serialisers.jsonld._values import address_in, plain_text


def contributors_in(value: Any, role: str) -> Iterator[Contributor]:
    """Yield those whom a value names."""
    for each in values_of(value):
        if isinstance(each, str):
            if not each.startswith(("http", "/", "#", "@", "_:")):
                yield from (evolve(one, role=role) for one in read_authors(each))
        elif isinstance(each, dict):
            name = line_of(plain_text(string_of(each.get("name"))))
            if not name:
                parts = [line_of(each.get(n)) for n in ("givenName", "familyName")]
                name = " ".join([part for part in parts if part])
            if not name or name.startswith(("http:", "https:")):
                continue
            kind = kind_of(name)
            if "Person" in types_of(each):
                kind = "person"
            elif kind == "person" and {"Organization", "NewsMediaOrganization"} & {
                *types_of(each)
            }:
                kind = "organisation"
            works_for = each.get("worksFor") or each.get("affiliation")
            place = each.get("workLocation")
            yield Contributor(
                name=name,
                role=role,
                kind=kind,
                url=address_in(each.get("url")) or None,
                affiliation=line_of(string_of(works_for)) or None,
                location=line_of(string_of(place)) or None,
            )


def publisher_in(node: Any) -> Source | None:
    """Return the source that a value names."""
    types: tuple[str, ...] = ()
    url = ""
    name = node
    if isinstance(node, dict):
        name = node.get("name") or node.get("legalName")
        types, url = types_of(node), address_in(node.get("url"))
    name = line_of(string_of(name))
    if not name or "://" in name:
        return None
    kind = kind_of_publisher(name)
    if "Person" in types:
        kind = "person"
    elif kind == "organisation" and "NewsMediaOrganization" in types:
        kind = "publication"
    return Source(name=name, kind=kind, url=url or None)
