"""Reads NewsML-G2, each document as its profile says."""

from lxml import etree

from newsmodel.errors import Location, ModelError, ParseError
from newsmodel.evidence import Explanation
from newsmodel.markup.xml import local_name, parse_xml, place_of
from newsmodel.serialisers.newsml._read_own import OwnReader
from newsmodel.serialisers.newsml._vocabulary import (
    FORMAT,
    G2,
    PROFILE,
    PROFILE_VERSION,
)

_ITEM = f"{{{G2}}}newsItem"
_PROFILE = f"{{{G2}}}itemMeta/{{{G2}}}profile"


def read(data: bytes | str) -> Explanation:
    """Return the article in a NewsML-G2 document.

    Raises:
        ParseError: If it is not well-formed, no document of ours, or says what
            the model refuses.
    """
    root = parse_xml(data, FORMAT)
    _check_profile(root)
    reader = OwnReader(root)
    try:
        article = reader.read()
    except ModelError as error:
        raise ParseError(str(error), FORMAT, place_of(reader.at)) from error
    return Explanation(article=article, format=FORMAT, notes=tuple(reader.notes))


def _check_profile(root: etree._Element) -> None:
    """Refuse what this version cannot read to the letter."""
    if root.tag != _ITEM:
        problem = f"the root is {local_name(root)}, not newsItem of NewsML-G2"
        raise ParseError(problem, FORMAT, Location(line=root.sourceline))
    profile = root.find(_PROFILE)
    if profile is None or profile.text != PROFILE:
        problem = f"the document does not have the profile {PROFILE}"
        advice = "NewsML-G2 by other makers cannot be read yet"
        where = Location(line=root.sourceline, path="/newsItem/itemMeta/profile")
        raise ParseError(problem, FORMAT, where, advice)
    version = profile.get("versioninfo")
    if version != PROFILE_VERSION:
        problem = f"version {version!r} of the profile {PROFILE} is not known"
        advice = "A newer newsmodel may have written it: update newsmodel"
        raise ParseError(problem, FORMAT, place_of(profile), advice)
