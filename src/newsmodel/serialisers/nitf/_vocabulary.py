"""Names of NITF 3.6, and those under which it carries what it has no place for."""

from typing import Any, Final

from attrs import fields

FORMAT: Final = "nitf"
NAMESPACE: Final = "http://iptc.org/std/NITF/2006-10-18/"
VERSION: Final = "-//IPTC//DTD NITF 3.6//EN"
SUBJECT_CODES: Final = "http://cv.iptc.org/newscodes/subjectcode/"
#: What begins the name of a ``meta`` that only newsmodel reads.
PREFIX: Final = "newsmodel:"
#: What marks a document that newsmodel wrote; such are read to the letter.
PROFILE: Final = "newsmodel-article-1"
#: What is written for others, out of something that stands elsewhere.
DERIVED: Final = "derived"
#: A picture is this, whatever else is shown the other.
IMAGE: Final = "image"
OTHER: Final = "other"
CREDITS: Final = "newsmodel:credits"

#: Fields that are an attribute in the head: element and attribute, by field.
ATTRIBUTES: Final = {
    "guid": ("doc-id", "id-string"),
    "slugline": ("du-key", "key"),
    "version": ("du-key", "version"),
    "urgency": ("urgency", "ed-urg"),
    "editorial_note": ("ed-msg", "info"),
    "published": ("date.issue", "norm"),
    "embargoed": ("date.release", "norm"),
}
#: Those of them, and of the others, that are times or numbers.
TIMES: Final = ("published", "modified", "embargoed")
NUMBERS: Final = ("version", "urgency", "views")
#: Fields that are a ``meta`` of their own.
PLAIN_METAS: Final = ("url", "views")


def plain(value: Any) -> dict[str, Any]:
    """Return what a value of the model holds, as JSON has it.

    Example:
        >>> from newsmodel.model import Source
        >>> plain(Source(name="Example", kind="agency"))
        {'name': 'Example', 'kind': 'agency'}
    """
    return {
        each.name: given
        for each in fields(type(value))
        if (given := getattr(value, each.name)) != each.default
    }


def level_of_code(code: str) -> str:
    """Return which name a subject code of eight digits stands for.

    The first two digits tell the type, three more the matter, the last the detail.

    Example:
        >>> level_of_code("11006000")
        'matter'
    """
    if code.endswith("000000"):
        return "type"
    return "matter" if code.endswith("000") else "detail"
