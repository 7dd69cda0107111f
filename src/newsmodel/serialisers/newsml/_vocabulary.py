"""The words of NewsML-G2 that stand for words of the model.

Writer and reader use the same tables, so that neither can drift.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

FORMAT: Final = "newsml"
VERSION: Final = "2.35"

#: NewsML-G2 elements.
G2: Final = "http://iptc.org/std/nar/2006-10-01/"
#: Elements for what NewsML-G2 has none for; ``nm:`` in documents.
OURS: Final = "urn:newsmodel:article"
#: Schemes of the aliases ``nmpart`` and ``nmrole``.
PART_SCHEME: Final = "urn:newsmodel:part:"
ROLE_SCHEME: Final = "urn:newsmodel:role:"

CATALOG: Final = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"

#: The published schemas and the catalog, as they lie in the package.
SCHEMA_FOLDER: Final = Path(__file__).with_name("schema")
_CATALOG_FILE: Final = "catalogs/catalog.IPTC-G2-Standards_41.xml"

#: What a document says that was written by this version of the mapping.
PROFILE: Final = "newsmodel-article"
PROFILE_VERSION: Final = "1"

VIEW_ACTION: Final = "http://schema.org/ViewAction"

#: Texts of the article with an element of their own in contentMeta: the field,
#: the element, and the role that tells it from others of its name.
TEXTS: Final = (
    ("slugline", "slugline", None),
    ("headline", "headline", None),
    ("byline", "by", None),
    ("standfirst", "description", "drol:summary"),
)
URL_ROLE: Final = "nmrole:url"

QUOTE_ROLES: Final = {
    "direct": "nmpart:quote-direct",
    "mixed": "nmpart:quote-mixed",
    "indirect": "nmpart:quote-indirect",
}
IMAGE_ROLE: Final = "nmpart:image"
CAPTION_ROLE: Final = "drol:caption"
ALT_ROLE: Final = "nmrole:alt"
LOCATION_ROLE: Final = "nmrole:reporting-location"
SPEAKER_ROLE: Final = "cpprole:contentSource"

STATUSES: Final = {
    "usable": "stat:usable",
    "withheld": "stat:withheld",
    "canceled": "stat:canceled",
}

#: The nature of a party; "two residents" have none that the IPTC has a code for.
#: Where it does not tell the kind, an element of ours does.
NATURES: Final = {
    "person": "cpnat:person",
    "organisation": "cpnat:organisation",
    "agency": "cpnat:organisation",
    "publication": "cpnat:organisation",
}
KINDS: Final = {"cpnat:person": "person", "cpnat:organisation": "organisation"}

#: Roles that the IPTC has a code for; all others are codes of our scheme.
_ROLE_CODES: Final = {
    "author": "cpprole:author",
    "correspondent": "cpprole:correspondent",
    "distributor": "cpprole:distributor",
    "editor": "cpprole:editor",
    "fact-checker": "cpprole:factChecker",
    "interviewee": "cpprole:interviewee",
    "producer": "cpprole:producer",
    "spokesperson": "cpprole:spokesperson",
}
_OWN_ROLE = re.compile("nmrole:(?P<role>[a-z][a-z0-9-]*)")
_ROLE_WORDS: Final = {code: word for word, code in _ROLE_CODES.items()}


def role_code(role: str) -> str:
    """Return the QCode for a role.

    Example:
        >>> role_code("author"), role_code("translator")
        ('cpprole:author', 'nmrole:translator')
    """
    return _ROLE_CODES.get(role) or f"nmrole:{role}"


def role_word(code: str) -> str | None:
    """Return the role that a QCode stands for, if it is one of ours.

    Example:
        >>> role_word("cpprole:factChecker"), role_word("nmrole:translator")
        ('fact-checker', 'translator')
    """
    own = _OWN_ROLE.fullmatch(code)
    return own["role"] if own else _ROLE_WORDS.get(code)


# What every receiver takes for a URI and a code. Narrow, since the schema's
# own patterns differ from one validator to the next.
_URI = re.compile(
    r"""
    https?://
    [A-Za-z0-9] [A-Za-z0-9.-]*              # host
    (?: / [A-Za-z0-9._~/-]* )?
    (?: \? [A-Za-z0-9._~=&-]* )?
    """,
    re.VERBOSE,
)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def is_uri(value: str) -> bool:
    """Return whether *value* can stand where NewsML-G2 wants a URI."""
    return _URI.fullmatch(value) is not None


def concept(scheme: str | None, code: str | None) -> tuple[str, str] | None:
    """Return attribute and value that identify a concept in NewsML-G2.

    A QCode where the IPTC catalog has an alias for the scheme, else a URI, as
    far as the values fit.

    Example:
        >>> concept("http://cv.iptc.org/newscodes/mediatopic/", "20000139")
        ('qcode', 'medtop:20000139')
    """
    if scheme is None or code is None or not _CODE.fullmatch(code):
        return None
    alias = _aliases().get(scheme)
    if alias is not None:
        return "qcode", f"{alias}:{code}"
    if is_uri(scheme) and scheme.endswith(("/", "=")):
        return "uri", scheme + code
    return None


@cache
def _aliases() -> dict[str, str]:
    """Return the alias of each scheme in the IPTC catalog, by its URI."""
    return {uri: alias for alias, uri in iptc_schemes().items()}


@cache
def iptc_schemes() -> dict[str, str]:
    """Return the URI of each scheme in the IPTC catalog, by its alias."""
    from lxml import etree

    catalog = etree.fromstring((SCHEMA_FOLDER / _CATALOG_FILE).read_bytes())
    schemes = catalog.iter("{*}scheme")
    return {each.get("alias", ""): each.get("uri", "") for each in schemes}
