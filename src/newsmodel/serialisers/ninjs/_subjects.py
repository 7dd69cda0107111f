"""Subjects, keywords and genres: a name, a code, and the vocabulary of it."""

from collections.abc import Iterable

from newsmodel.model import Subject
from newsmodel.serialisers._json_item import Item
from newsmodel.serialisers.ninjs._vocabulary import KEYWORD


def read_subjects(items: Iterable[Item]) -> tuple[list[Subject], list[str]]:
    """Return subjects, and the keywords among them."""
    subjects: list[Subject] = []
    keywords: list[str] = []
    for item in items:
        subject = read_subject(item)
        if subject is None:
            continue
        if item.line("rel") == KEYWORD and subject.name and not subject.code:
            keywords.append(subject.name)
        else:
            subjects.append(subject)
    return subjects, keywords


def read_subject(item: Item) -> Subject | None:
    """Return a subject: 1.x has scheme and code, 2.x one address of both.

    Example:
        >>> read_subject(Item({"uri": "http://example.org/cv/flood"}, "$"))
        Subject(code='flood', scheme='http://example.org/cv/')
    """
    name = item.line("name") or None
    scheme = item.line("scheme") or None
    code = item.line("code", "qcode") or None
    uri = item.line("uri")
    literal = item.line("literal")
    if code is None and uri:
        scheme, code = _parted(uri, literal)
    elif code is None and literal:
        code = literal
    if code is not None and scheme is None and "://" in code:
        scheme, code = _parted(code, "")
    if name is None and code is None:
        return None
    return Subject(name=name, code=code, scheme=scheme if code else None)


def _parted(uri: str, literal: str) -> tuple[str | None, str]:
    """Part an address into vocabulary and code.

    Where the code is given besides, it says where; some address only the
    vocabulary.
    """
    if literal and uri.endswith(literal):
        return uri.removesuffix(literal) or None, literal
    cut = max(uri.rfind(sign) for sign in "/#:=") + 1
    code = uri[cut:]
    if not code:
        return (uri, literal) if literal else (None, uri)
    return uri[:cut] or None, code
