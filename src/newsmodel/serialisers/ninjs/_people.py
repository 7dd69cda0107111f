"""Who made the article: those in its byline, and the lists of people beside it."""

from newsmodel.model import Contributor, Source
from newsmodel.rules.authors import read_authors
from newsmodel.rules.names import kind_of, kind_of_publisher
from newsmodel.serialisers._findings import Trace
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import Item, Value, line_of, text_of
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers.ninjs._vocabulary import (
    AUTHORS,
    INFO_SOURCES,
    PEOPLE,
    RELATIONS,
    SOURCES,
)


def read_makers(item: Item, findings: Findings) -> Makers:
    """Return those who made an item: all that it lists, and those in its byline.

    Those who only stand in the text are told of. Who is listed as a source of
    information is the article's source, the first if there are more.
    """
    makers = Makers(findings)
    byline: str = findings.fields.get("byline", "")
    for each in item.items(*AUTHORS):
        role = RELATIONS.get(each.line("role", "jobtitle").lower(), "author")
        _add(each, role, makers)
    for each in item.items(*PEOPLE):
        role = RELATIONS.get(each.line("rel").lower().rpartition("/")[2], "")
        if role:
            _add(each, role, makers)
        else:
            findings.left_out(each.path, each.line("name", "literal"))
    for each in item.items(*INFO_SOURCES):
        said = each.line("role").lower().rpartition("/")[2].rpartition(":")[2]
        if said in RELATIONS:
            _add(each, RELATIONS[said], makers)
        elif name := each.line("name", "literal"):
            source = Source(
                name=name,
                kind=kind_of_publisher(name),
                identifiers=[uri] if (uri := each.line("uri")) else (),
            )
            findings.offer("source", source, Trace("info-source", name, each.path))
    for line in byline.split("\n"):
        makers.add_byline(line, Trace("byline", line, "$.byline"))
    return makers


def _add(item: Item, role: str, makers: Makers) -> None:
    name = item.line("name", "literal")
    if not name and (printed := item.line("byline", "by")):
        found = read_authors(printed)
        name = found[0].name if found else printed
    if not name:
        parts = [item.line("firstname"), item.line("lastname")]
        name = " ".join([part for part in parts if part])
    if not name:
        return
    contributor = Contributor(
        name=name,
        role=role,
        kind=kind_of(name),
        location=item.line("location", "place") or None,
        affiliation=item.line("affiliation", "organisation") or None,
        identifiers=[uri] if (uri := item.line("uri")) else (),
    )
    makers.add(contributor, Trace("listed", name, item.path))


def byline_in(item: Item) -> str:
    """Return the bylines that some list instead of one, each on a line."""
    given = item.peek("bylines")
    lines = [
        line_of(each.get("byline") or each.get("by"))
        for each in (given if isinstance(given, list) else ())
        if isinstance(each, dict)
    ]
    return "\n".join([line for line in lines if line])


def read_source(item: Item, findings: Findings) -> None:
    """Give the article who published it; that is whoever holds the rights, else."""
    for name in SOURCES:
        if found := item.take(name):
            said = line_of(text_of(found.value).partition("\n")[0])
            findings.take("source", _publisher(said), name, found)
    holder = item.peek("copyrightholder")
    if holder and "source" not in findings.fields:
        found = Value(holder, "$.copyrightHolder")
        source = _publisher(line_of(holder))
        findings.take("source", source, "copyright-holder", found)


def _publisher(name: str) -> Source | None:
    return Source(name=name, kind=kind_of_publisher(name)) if name else None
