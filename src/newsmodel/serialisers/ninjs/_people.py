"""Who made the article: the byline, and the lists of people beside it."""

from typing import Final, NamedTuple

from attrs import evolve

from newsmodel.model import Contributor, Source
from newsmodel.rules.authors import is_same, read_authors
from newsmodel.rules.names import kind_of, kind_of_publisher, one_line
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, line_of
from newsmodel.serialisers.ninjs._vocabulary import AUTHORS, PEOPLE, RELATIONS

# Those who are the author where nobody else is.
_WRITERS: Final = ("writer", "reporter")
_INFO_SOURCES: Final = ("infosources", "infosource")
_LONGEST: Final = 150
_MOST: Final = 200


class Maker(NamedTuple):
    """Somebody who is listed as one who made the article."""

    contributor: Contributor
    path: str


def read_makers(item: Item, findings: Findings) -> list[Maker]:
    """Return those who are listed; those who only stand in the text are told.

    Who is listed as a source of information is the article's source, the first
    if there are more.
    """
    makers: list[Maker] = []
    for each in item.items(*AUTHORS):
        role = RELATIONS.get(each.line("role", "jobtitle").lower(), "")
        if maker := _maker(each, role or "author"):
            makers.append(maker)
    for each in item.items(*PEOPLE):
        role = RELATIONS.get(each.line("rel").lower().rpartition("/")[2], "")
        if not role:
            findings.left_out(each.path, each.line("name", "literal"))
        elif maker := _maker(each, role):
            makers.append(maker)
    for each in item.items(*_INFO_SOURCES):
        said = each.line("role").lower().rpartition("/")[2].rpartition(":")[2]
        name = each.line("name", "literal")
        if said in RELATIONS and (maker := _maker(each, RELATIONS[said])):
            makers.append(maker)
        elif name:
            source = Source(
                name=name,
                kind=kind_of_publisher(name),
                identifiers=[uri] if (uri := each.line("uri")) else (),
            )
            trace = Trace("info-source", name, each.path)
            findings.offer("source", source, trace)
    return makers


def byline_in(item: Item) -> str:
    """Return the bylines that some list instead of one, each on a line."""
    given = item.peek("bylines")
    lines = [
        line_of(each.get("byline") or each.get("by"))
        for each in (given if isinstance(given, list) else ())
        if isinstance(each, dict)
    ]
    return "\n".join([line for line in lines if line])


def _maker(item: Item, role: str) -> Maker | None:
    name = item.line("name", "literal")
    if not name and (printed := item.line("byline", "by")):
        found = read_authors(printed)
        name = found[0].name if found else printed
    if not name:
        parts = [item.line("firstname"), item.line("lastname")]
        name = " ".join([part for part in parts if part])
    if not name:
        return None
    contributor = Contributor(
        name=name,
        role=role,
        kind=kind_of(name),
        location=item.line("location", "place") or None,
        affiliation=item.line("affiliation", "organisation") or None,
        identifiers=[uri] if (uri := item.line("uri")) else (),
    )
    return Maker(contributor, item.path)


def settle(byline: str, makers: list[Maker]) -> list[Contributor]:
    """Return those who are printed, then those who are only listed.

    Whoever is both is written as printed. Where a byline names nobody who could
    be told to be a name, those of its words are the author's that are listed, or
    else all of it: a document says of it that it is a byline.
    """
    # Each is looked for among all before, so there must not be too many.
    listed = [each.contributor for each in makers[:_MOST]]
    found = [one for line in byline.split("\n") for one in read_authors(line)]
    if byline and not found:
        flat = one_line(byline)
        found = [
            evolve(each, role="author") for each in listed if each.name in flat
        ] or [Contributor(name=flat[:_LONGEST].strip(), kind=kind_of(flat[:_LONGEST]))]
    for one in listed:
        same = [at for at, each in enumerate(found) if is_same(each.name, one.name)]
        if same:
            found[same[0]] = _together(found[same[0]], one)
        else:
            found.append(one)
    if all(each.role != "author" for each in found):
        found = [
            evolve(each, role="author") if each.role in _WRITERS else each
            for each in found
        ]
    return found


def _together(printed: Contributor, listed: Contributor) -> Contributor:
    return evolve(
        printed,
        location=printed.location or listed.location,
        affiliation=printed.affiliation or listed.affiliation,
        url=printed.url or listed.url,
        identifiers=printed.identifiers or listed.identifiers,
    )
