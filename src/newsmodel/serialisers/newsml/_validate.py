"""Checks a document against the schema of NewsML-G2."""

from functools import cache
from threading import Lock

from lxml import etree

from newsmodel.errors import Location
from newsmodel.evidence import Note
from newsmodel.markup.xml import parse_xml
from newsmodel.serialisers.newsml._vocabulary import FORMAT, G2, SCHEMA_FOLDER

_LOCK = Lock()  # a schema keeps its findings, so it takes one document at a time


def validate(data: bytes | str) -> tuple[Note, ...]:
    """Return what the schema of NewsML-G2 2.35 has against a document.

    Inline NITF is checked too; inline XHTML is not, as it has no schema.

    Raises:
        ParseError: If it is not well-formed.

    Example:
        >>> for note in validate("<newsItem/>"):
        ...     print(note)
        Element 'newsItem': No matching global declaration available ... (line 1)
    """
    root = parse_xml(data, FORMAT)
    with _LOCK:
        schema = _schema()
        schema.validate(root)
        return tuple(
            Note(
                code="schema",
                message=fault.message.replace(f"{{{G2}}}", "").rstrip("."),
                location=Location(line=fault.line),
            )
            for fault in schema.error_log
        )


@cache
def _schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(SCHEMA_FOLDER / "all.xsd", parser))
