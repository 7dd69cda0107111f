"""XML as it goes in and out: read without trust, written as strings."""

from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Note

_SPACE = b" \t\r\n"
# What libxml2 takes in one text or attribute unless told otherwise.
_USUAL_SIZE = 10_000_000
_DEEP = 30
# A message may quote a name of any length.
_SHOWN = 200


def parse_xml(data: bytes | str, format: str) -> etree._Element:
    """Return the root element of a document.

    Nothing is fetched, no DTD is read, and entities are resolved only where
    the document itself declares them and they stay small; a document of more
    than 10 MB may declare none, and has to be UTF-8. Comments and processing
    instructions are left out, so that they part no text.

    Args:
        data: The document. A ``str`` is taken as it is, whatever encoding it
            declares.
        format: Name of the format, for errors.

    Raises:
        ParseError: If it is not well-formed, nests too deep, or grows by its
            entities beyond measure.
    """
    encoding = None
    if isinstance(data, str):
        encoding = "utf-8"
        try:
            data = data.encode()
        except UnicodeEncodeError as error:
            where = Location(offset=error.start)
            surrogate = ord(error.object[error.start])
            problem = f"U+{surrogate:04X} is no character"
            raise ParseError(problem, format, where) from error
    # Before the declaration XML allows no white space, but feeds send it.
    data = data.lstrip(_SPACE)
    if not data:
        raise ParseError("the document is empty", format)
    # To lift the limit on a text lifts that on entities as well. The encoding is
    # set, since in another one a DOCTYPE would not be seen.
    is_big = len(data) > _USUAL_SIZE
    if is_big:
        encoding = "utf-8"
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise ParseError("a document of this size may have no DOCTYPE", format)
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities="internal",
        no_network=True,
        load_dtd=False,
        huge_tree=is_big,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )  # collect_ids=False would have libxml2 load external DTDs
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = str(error.msg)
        said = (said.rpartition(", line ")[0] or said).strip()[:_SHOWN]
        where = Location(line=error.lineno or None)
        raise ParseError(f"not well-formed XML: {said}", format, where) from error


def place_of(element: etree._Element) -> Location:
    """Return line and path of an element: ``/newsItem/partMeta[3]/role``."""
    steps = []
    at: etree._Element | None = element
    while at is not None:
        tag = at.tag
        nth = 1 + sum(each.tag == tag for each in at.itersiblings(preceding=True))
        name = local_name(at)
        steps.append(f"{name}[{nth}]" if nth > 1 else name)
        at = at.getparent()
    return Location(line=element.sourceline, path="/" + "/".join(reversed(steps)))


def path_of(element: etree._Element) -> str:
    """Return the names of the elements down to one: ``/newsItem/itemMeta``.

    Without numbers, and of one that lies deep only the last names, since it is
    asked for as often as a document has faults.
    """
    names = [local_name(element)]
    above = element.getparent()
    while above is not None and len(names) < _DEEP:
        names.append(local_name(above))
        above = above.getparent()
    names.append("" if above is None else "…")
    return "/".join(reversed(names))


def note_at(element: etree._Element, code: str, message: str) -> Note:
    """Return a note on an element, with its line and name.

    Not with its path, since a path takes time and a document may have as many
    faults as elements.
    """
    where = Location(line=element.sourceline, path=local_name(element))
    return Note(code=code, message=message, location=where)


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
