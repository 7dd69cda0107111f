"""Contributors and sources as parties of ninjs, with what is known of them."""

from collections.abc import Iterator
from typing import Any, Final

from newsmodel.model import Contributor, Source
from newsmodel.serialisers._json_item import Item

#: The role of who published or provides the article.
PROVIDER: Final = "provider"
# What begins a role of a contributor that would be taken for the provider's.
_CONTRIBUTOR: Final = "contributor:"
_WEB, _AFFILIATION, _DESCRIPTION = "web", "affiliation", "description"
_IDENTIFIER, _PLACE = "identifier", "reporting-location"
_KIND, _ROLE = "kind", "role"
# What sort of party it is where nothing is said.
_PERSON, _UNKNOWN = "person", "unknown"


def party(one: Contributor | Source, role: str | None) -> dict[str, Any]:
    """Return a party; ``contactInfo`` takes any kind of thing known of it.

    Args:
        one: The party.
        role: What it is in ninjs. Where that is not its own role, the own one
            stands among what is known of it.
    """
    written: dict[str, Any] = {}
    if one.name is not None:
        written["name"] = one.name
    if role is not None:
        written["role"] = role
    contacts = list(_contacts(one))
    if isinstance(one, Source) and one.role and role in (PROVIDER, None):
        contacts.append({"type": _ROLE, "value": one.role})
    if contacts:
        written["contactInfo"] = contacts
    return written


def contributor(one: Contributor) -> dict[str, Any]:
    """Return a contributor as a party."""
    role = one.role
    return party(one, f"{_CONTRIBUTOR}{role}" if role == PROVIDER else role)


def _contacts(one: Contributor | Source) -> Iterator[dict[str, Any]]:
    if one.url is not None:
        yield {"type": _WEB, "value": one.url}
    if isinstance(one, Contributor):
        if one.location is not None:
            yield {"role": _PLACE, "address": {"locality": one.location}}
        if one.affiliation is not None:
            yield {"type": _AFFILIATION, "value": one.affiliation}
    elif one.description is not None:
        yield {"type": _DESCRIPTION, "value": one.description}
    for identifier in one.identifiers:
        yield {"type": _IDENTIFIER, "value": identifier}
    if one.kind != (_PERSON if isinstance(one, Contributor) else _UNKNOWN):
        yield {"type": _KIND, "value": one.kind}


def is_provider(item: Item) -> bool:
    """Whether a party is who published the article."""
    return bool(item.fields.get("role") == PROVIDER)


def source_in(item: Item, *, is_provider: bool = False) -> Source:
    """Return the source that a party is, whose role in ninjs may be its own.

    Raises:
        ModelError: If the model refuses a value.
    """
    return Source(
        name=item.fields.get("name"),
        description=_contact(item, _DESCRIPTION),
        kind=_contact(item, _KIND, _UNKNOWN),
        role=_contact(item, _ROLE) if is_provider else item.fields.get("role"),
        url=_contact(item, _WEB),
        identifiers=_identifiers(item),
    )


def contributor_in(item: Item) -> Contributor:
    """Return the contributor that a party is.

    Raises:
        ModelError: If the model refuses a value.
    """
    fields = item.fields
    role = fields.get("role", "author")
    return Contributor(
        name=fields.get("name"),  # type: ignore[arg-type]  # the model checks it
        role=role.removeprefix(_CONTRIBUTOR) if isinstance(role, str) else role,
        kind=_contact(item, _KIND, _PERSON),
        location=_place(item),
        affiliation=_contact(item, _AFFILIATION),
        url=_contact(item, _WEB),
        identifiers=_identifiers(item),
    )


def _contact_infos(item: Item) -> list[dict[str, Any]]:
    given = item.fields.get("contactInfo")
    return (
        [each for each in given if isinstance(each, dict)]
        if isinstance(given, list)
        else []
    )


def _contact(item: Item, kind: str, absent: str | None = None) -> Any:
    for each in _contact_infos(item):
        if each.get("type") == kind:
            return each.get("value")
    return absent


def _identifiers(item: Item) -> list[Any]:
    return [
        each.get("value")
        for each in _contact_infos(item)
        if each.get("type") == _IDENTIFIER
    ]


def _place(item: Item) -> Any:
    for each in _contact_infos(item):
        address = each.get("address")
        if each.get("role") == _PLACE and isinstance(address, dict):
            return address.get("locality")
    return None
