"""Checks a document against the schema of NewsML-G2."""

from functools import cache
from threading import Lock

from lxml import etree

from newsmodel.errors import Location
from newsmodel.evidence import Note
from newsmodel.markup.xml import parse_xml
from newsmodel.serialisers.newsml._vocabulary import FORMAT, SCHEMA_FOLDER

_LOCK = Lock()  # a schema keeps its findings, so it takes one document at a time


def validate(data: bytes | str) -> tuple[Note, ...]:
    """Return what the schema of NewsML-G2 2.35 has against a document.

    Inline NITF is checked too; inline XHTML is not, it has no schema.

    Returns:
        A note with line and message for each fault; none if it is valid.

    Raises:
        ParseError: If it is not well-formed.

    Example:
        >>> for note in validate("<newsItem/>"):
        ...     print(note)
        Element 'newsItem': No matching global declaration available ... (line 1)

    .. versionadded:: 0.1.0
    """
    root = parse_xml(data, FORMAT)
    with _LOCK:
        schema = _schema()
        if schema.validate(root):
            return ()
        return tuple(
            Note(
                code="schema",
                message=entry.message.rstrip("."),
                location=Location(line=entry.line),
            )
            for entry in schema.error_log
        )


@cache
def _schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(SCHEMA_FOLDER / "all.xsd", parser))
