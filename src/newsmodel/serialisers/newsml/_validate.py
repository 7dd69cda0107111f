"""Checks a document against the schemas of NewsML-G2 and NITF."""

from functools import cache
from threading import Lock

from lxml import etree

from newsmodel.errors import Location
from newsmodel.evidence import Note
from newsmodel.markup.xml import parse_xml
from newsmodel.serialisers.newsml._vocabulary import FORMAT, G2, SCHEMA_FOLDER

_LOCK = Lock()  # a schema keeps its findings, so it takes one document at a time


def validate(data: bytes | str, format: str = FORMAT) -> tuple[Note, ...]:
    """Return what the schemas of NewsML-G2 2.35 and NITF 3.6 have against a document.

    Inline NITF is checked too; inline XHTML is not, as it has no schema.

    Args:
        data: The document.
        format: What it is called in errors.

    Raises:
        ParseError: If it is not well-formed.

    Example:
        >>> for note in validate("<newsItem/>"):
        ...     print(note)
        Element 'newsItem': No matching global declaration available ... (line 1)
    """
    root = parse_xml(data, format)
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
