"""People and organisations, as NewsML-G2 writes them."""

from newsmodel.markup.escape import escape
from newsmodel.model import Contributor, Source
from newsmodel.serialisers.newsml._vocabulary import (
    KINDS,
    LOCATION_ROLE,
    NATURES,
    SPEAKER_ROLE,
    is_uri,
    role_code,
)

Party = Source | Contributor


def provider(source: Source) -> str:
    """Return who publishes or provides an article."""
    # A provider has no attribute for its role, a creator has.
    role = f"<nm:role>{source.role}</nm:role>" if source.role else ""
    return f"<provider{_marked(source)}>{_details(source)}{role}</provider>"


def reference(name: str, source: Source) -> str:
    """Return who said a quote, by the name of the assertion."""
    nature = NATURES.get(source.kind)
    attribute = f' type="{nature}"' if nature else ""
    return f'<infoSource role="{SPEAKER_ROLE}"{attribute} literal="{name}"/>'


def assertion(name: str, source: Source) -> str:
    """Return what there is to know about a speaker."""
    nature = NATURES.get(source.kind)
    kind = f'<type qcode="{nature}"/>' if nature else ""
    role = f"<nm:role>{source.role}</nm:role>" if source.role else ""
    return f'<assert literal="{name}">{kind}{_details(source)}{role}</assert>'


def credited(source: Source) -> str:
    """Return one of those named in the credit of a picture."""
    element = "creator" if source.role == "photographer" else "contributor"
    role = f' role="{role_code(source.role)}"' if source.role else ""
    return f"<{element}{role}{_marked(source)}>{_details(source)}</{element}>"


def contributor(one: Contributor) -> str:
    """Return one of those who made an article."""
    element = "creator" if one.role == "author" else "contributor"
    inner = ""
    if one.affiliation is not None:
        inner = f"<affiliation><name>{escape(one.affiliation)}</name></affiliation>"
    if one.location is not None:
        place = f"<locality><name>{escape(one.location)}</name></locality>"
        inner += (
            f'<contactInfo role="{LOCATION_ROLE}">'
            f"<address>{place}</address></contactInfo>"
        )
    if inner:
        is_organisation = NATURES.get(one.kind) == "cpnat:organisation"
        name = "organisationDetails" if is_organisation else "personDetails"
        inner = f"<{name}>{inner}</{name}>"
    role = role_code(one.role)
    details = _details(one, inner)
    return f'<{element} role="{role}"{_marked(one)}>{details}</{element}>'


def _marked(party: Party) -> str:
    """Return the attributes that every party may have."""
    nature = NATURES.get(party.kind)
    written = f' type="{nature}"' if nature else ""
    if party.url is not None and is_uri(party.url):
        written += f' uri="{escape(party.url)}"'
    return written


def _details(party: Party, inner: str = "") -> str:
    """Return the elements that every party may have, *inner* in its place."""
    written = ""
    if party.name is not None:
        written = f"<name>{escape(party.name)}</name>"
    if isinstance(party, Source) and party.description is not None:
        written += f"<definition>{escape(party.description)}</definition>"
    written += inner
    kind = party.kind
    if KINDS.get(NATURES.get(kind, ""), "unknown") != kind:
        written += f"<nm:kind>{kind}</nm:kind>"
    if party.url is not None:
        written += f"<nm:url>{escape(party.url)}</nm:url>"
    for identifier in party.identifiers:
        written += f"<nm:identifier>{escape(identifier)}</nm:identifier>"
    return written
