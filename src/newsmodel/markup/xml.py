"""XML as it goes in and out: read without trust, written as strings."""

import re
from collections.abc import Collection, Iterator
from typing import BinaryIO

from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Note

_MARK = b"\xef\xbb\xbf"
# White space, and comments that stand before a declaration.
_BEFORE_XML = re.compile(
    rb"""
    (?: [ \t\r\n]++ | <!-- (?: [^-] | -(?!->) )*+ --> )*+ (?= <\?xml )
    | [ \t\r\n]++
    """,
    re.VERBOSE,
)
# A reference to an entity that XML itself does not have.
_REFERENCE = re.compile(rb"&(?!\#|amp;|lt;|gt;|quot;|apos;)")
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
    data = _from_declaration(data)
    if not data:
        raise ParseError("the document is empty", format)
    # To lift the limit on a text lifts that on entities as well. The encoding is
    # set, since in another one a DOCTYPE would not be seen.
    is_big = len(data) > _USUAL_SIZE
    if is_big:
        encoding = "utf-8"
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise ParseError("a document of this size may have no DOCTYPE", format)
    try:
        return _tree(data, encoding, is_big=is_big)
    except etree.XMLSyntaxError as error:
        if not is_big and (root := _without_entities(data, encoding)) is not None:
            return root
        raise _refusal(error, format) from error


def stream_xml(
    file: BinaryIO, format: str, names: Collection[str]
) -> Iterator[tuple[str, etree._Element]]:
    """Yield the start and the end of elements of some names, as a file is read.

    As little is trusted as by :func:`parse_xml`; a text, though, may be no longer
    than 10 MB, and no entity may be declared. Whoever asks frees the elements.

    Raises:
        ParseError: As :func:`parse_xml`.
    """
    file.seek(0)
    tags = [f"{{*}}{name}" for name in names]
    walk = etree.iterparse(
        _Source(file),
        events=("start", "end"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    has_doctype: bool | None = None
    try:
        for event, element in walk:
            if has_doctype is None:
                info = element.getroottree().docinfo
                has_doctype = bool(info.doctype)
                dtd = info.internalDTD
                if dtd is not None and next(dtd.iterentities(), None) is not None:
                    problem = "a document that is read in parts may declare no entity"
                    raise ParseError(problem, format)
            if has_doctype and event == "end":
                for entity in element.iter(etree.Entity):
                    problem = f"entity {entity.text} is not defined"
                    where = Location(line=entity.sourceline)
                    raise ParseError(problem, format, where)
            yield str(event), element
    except etree.XMLSyntaxError as error:
        raise _refusal(error, format) from error


class _Source:
    """A file, without what XML does not allow before its declaration."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._is_first = True

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; none at the end."""
        data = self._file.read(size)
        if self._is_first and data:
            self._is_first = False
            return _from_declaration(data) or b" "
        return data


def _refusal(error: etree.XMLSyntaxError, format: str) -> ParseError:
    said = str(error.msg)
    said = (said.rpartition(", line ")[0] or said).strip()[:_SHOWN]
    where = Location(line=error.lineno or None)
    return ParseError(f"not well-formed XML: {said}", format, where)


def _from_declaration(data: bytes) -> bytes:
    """Return a document without what XML does not allow before its declaration.

    Feeds send white space there, and tools put comments.
    """
    mark = data[: len(_MARK)] if data.startswith(_MARK) else b""
    start = _BEFORE_XML.match(data, len(mark))
    return mark + data[start.end() :] if start else data


def _tree(
    data: bytes, encoding: str | None, *, is_big: bool, resolve: bool = True
) -> etree._Element:
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities="internal" if resolve else False,
        no_network=True,
        load_dtd=False,
        huge_tree=is_big,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )  # collect_ids=False would have libxml2 load external DTDs
    return etree.fromstring(data, parser)


def _without_entities(data: bytes, encoding: str | None) -> etree._Element | None:
    """Return the tree of a document that declares a DTD of its own to be read.

    Agencies send ``<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf;``, which nothing but
    the DTD could resolve. Where the text refers to no entity, it is not needed.
    """
    doctype = data.find(b"<!DOCTYPE")
    if doctype < 0 or _REFERENCE.search(data, doctype):
        return None
    try:
        return _tree(data, encoding, is_big=False, resolve=False)
    except etree.XMLSyntaxError:
        return None


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
