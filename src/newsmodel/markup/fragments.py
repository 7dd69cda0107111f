"""Markup that stands in a string, as JSON and inline data have it, to a tree."""

from lxml import etree

from newsmodel.evidence import Note
from newsmodel.markup.characters import erase


def parse_fragment(markup: str, notes: list[Note]) -> etree._Element | None:
    """Return the tree of HTML or XHTML that stands in a string, or ``None``.

    Anything has a tree but what is blank or nothing but comments. Beyond 2,000
    levels libxml2 reads no further (before 2.14, beyond 256), with a note. What no
    text of the model holds is erased.

    Example:
        >>> root = parse_fragment("<p>It is <b>open</b>.", [])
        >>> "".join(root.itertext())
        'It is open.'
    """
    data = markup.encode("utf-8", "replace").replace(b"\0", b"")
    if not data.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=etree.LIBXML_VERSION >= (2, 14),  # before, it lifts all limits
        collect_ids=False,
    )
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # of what is nothing but comments
        return None
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            message = f"the rest of the body is cut off: {entry.message.strip()}"
            notes.append(Note(code="cut", message=message))
            break
    if root is not None and ("&" in markup or not markup.isprintable()):
        _erase_refused(root)
    return root


def _erase_refused(root: etree._Element) -> None:
    """Erase what no text of the model holds, as it came or as a reference."""
    for element in root.iter():
        if element.text and not element.text.isprintable():
            element.text = erase(element.text)
        if element.tail and not element.tail.isprintable():
            element.tail = erase(element.tail)
        for name, value in element.items():
            if not value.isprintable():
                element.set(name, erase(value))
