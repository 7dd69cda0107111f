"""Bytes to a tree of HTML.

libxml2 reads whatever it is given, and says nothing where it stops: behind its
limits the rest of a page is gone but for a line in its log. So the log is read.
"""

import re
from typing import Any, Final

from lxml import etree

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Note
from newsmodel.markup.characters import erase
from newsmodel.parsers._other_kinds import refuse_other_kinds
from newsmodel.parsers.html._page.characters import with_meant_references
from newsmodel.parsers.html._page.encoding import as_utf_8, once_encoded, quick_utf_8
from newsmodel.parsers.html._page.runaway import flatten, with_fewer_attributes
from newsmodel.rules._words import words

# From here on libxml2, with its usual limits lifted, stops at 2,048 levels and at
# 1 GB; before, at no number of levels, and to walk such a tree takes for ever.
_CAN_BE_HUGE: Final = etree.LIBXML_VERSION >= (2, 14)
_READS_REFERENCES_LITERALLY: Final = not _CAN_BE_HUGE
# How many levels are kept where there were more than 256: first as many as fit if
# each brings along some that end by themselves, as a table its body, row and cell.
# Of 1,624 real pages one had 138 levels, and none of the others more than 56.
_LEVELS: Final = (40, 0)
# So many errors are kept, and after them none but fatal ones.
_LOGGED: Final = 100
_OF_HEAD: Final = words("base link meta noscript script style template title")
# <h:html xmlns:h="http://www.w3.org/1999/xhtml">
_PREFIXED: Final = re.compile(rb"<([a-zA-Z][a-zA-Z0-9]{0,20}:)html[\s>]")
_HEAD: Final = 4096


def parse_html(data: bytes | str, notes: list[Note]) -> tuple[Any, bytes]:
    """Return the root of a page's tree, and the page as UTF-8.

    A ``str`` is taken as it is, whatever encoding it declares, unless it was UTF-8
    and decoded as Latin. There is no limit on the length of a page but libxml2's,
    1 GB for one text or attribute (before 2.14, 10 MB, and the rest is cut off with
    a note). Elements more than 256 levels deep are taken out of one another, with a
    note.

    Raises:
        ParseError: If there is no element in it, or it is no text at all.
    """
    refuse_other_kinds(data, "html")
    if isinstance(data, str):
        page, is_sure = _as_bytes(data, notes), True
    else:
        page, is_sure = quick_utf_8(data, notes)
    page = once_encoded(page, notes)
    if b":html" in page[:_HEAD]:
        page = _without_prefix(page)
    if _READS_REFERENCES_LITERALLY:
        page = with_meant_references(page)
    length = len(page)
    page = with_fewer_attributes(page)
    if len(page) < length:
        message = "an element has too many attributes; some were left out"
        notes.append(Note(code="cut", message=message))
    root, log = _parsed(page)
    if not is_sure and _is_misread(page, log):
        page = as_utf_8(page, notes)
        root, log = _parsed(page)
    if fatal := _fatal(log):
        root, page = _whole(root, page, fatal, notes)
    if root is None:
        advice = "Give it the page as it was saved"
        raise ParseError("there is no element in the page", "html", advice=advice)
    _end_head(root)
    _reopen_body(root)
    return root, page


def _end_head(root: Any) -> None:
    """Move what is no part of a head, and all after it, to the body.

    Pages may leave ``</head><body>`` out. What comes next ends the head then, but
    for libxml2 only if it knows the element, and it knows none of HTML 5.
    """
    head = root.find("head")
    if head is None:
        return
    for at, element in enumerate(head):
        if element.tag not in _OF_HEAD:
            rest = head[at:]
            body = root.find("body")
            if body is None:
                body = etree.SubElement(root, "body")
            elif body.text:
                # What stood first in the body stands behind what is put before it.
                rest[-1].tail = erase((rest[-1].tail or "") + body.text)
            body.text = None
            body[:0] = rest
            return


def _reopen_body(root: Any) -> None:
    """Move what stands behind the body into it, as browsers do.

    Pages may end their body, or all of it, before they do. What comes then libxml2
    puts behind the ``body``, or into an ``html`` of its own behind the first.
    """
    body = root.find("body")
    behind = [] if body is None else list(body.itersiblings())
    behind += root.itersiblings()
    if body is None:
        if not behind:
            return
        body = etree.SubElement(root, "body")
    elif tail := (body.tail or "").strip():
        etree.SubElement(body, "br").tail = erase(tail)  # as lxml wants it to be set
        body.tail = None
    body.extend(behind)


def _whole(
    root: Any, page: bytes, fatal: Note | None, notes: list[Note]
) -> tuple[Any, bytes]:
    """Return a page that was cut off as whole as it can be had."""
    levels = list(_LEVELS)
    is_huge = False
    while fatal is not None:
        if "depth" in fatal.message and levels:
            if len(levels) == len(_LEVELS):
                message = "elements nested too deep were taken out of one another"
                place = fatal.location
                notes.append(Note(code="nesting", message=message, location=place))
            page = flatten(page, levels.pop(0))
        elif _CAN_BE_HUGE and not is_huge:
            is_huge = True
        elif root is None or not "".join(root.itertext()).strip():
            raise ParseError(fatal.message, "html", fatal.location)
        else:
            notes.append(fatal)
            break
        root, log = _parsed(page, huge=is_huge)
        fatal = _fatal(log)
    return root, page


def _parsed(page: bytes, *, huge: bool = False) -> tuple[Any, Any]:
    """Return the root of a tree, ``None`` if it has none, and the parser's log."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
        collect_ids=False,  # nobody asks for elements by id; a twentieth faster
    )
    try:
        root = etree.fromstring(page, parser) if page else None
    except etree.XMLSyntaxError:  # of an empty page, by older versions
        root = None
    return root, parser.error_log


def _is_misread(page: bytes, log: Any) -> bool:
    """Whether there are bytes that are not UTF-8."""
    if len(log) < _LOGGED and not _fatal(log):
        wrong = etree.ErrorTypes.ERR_INVALID_ENCODING
        return any(entry.type == wrong for entry in log)
    try:
        page.decode()
    except UnicodeDecodeError:
        return True
    return False


def _fatal(log: Any) -> Note | None:
    """Return a note on where libxml2 stopped, if it did."""
    for entry in log if log.last_error is not None else ():
        if entry.level == etree.ErrorLevels.FATAL:
            message = f"the rest of the page is cut off: {entry.message.strip()}"
            return Note(code="cut", message=message, location=Location(line=entry.line))
    return None


def _as_bytes(text: str, notes: list[Note]) -> bytes:
    """Return a text as UTF-8, with U+FFFD for lone surrogates."""
    text = text.removeprefix("\ufeff")
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        where = Location(offset=error.start)
    # By way of UTF-16, which makes one character of two surrogates in order.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if "\ufffd" in text:
        message = "surrogates that are no characters became U+FFFD"
        notes.append(Note(code="characters-replaced", message=message, location=where))
    return text.encode()


def _without_prefix(page: bytes) -> bytes:
    """Return XHTML whose elements have a prefix without it."""
    found = _PREFIXED.search(page, 0, _HEAD)
    if found is None:
        return page
    return page.replace(b"<" + found[1], b"<").replace(b"</" + found[1], b"</")
