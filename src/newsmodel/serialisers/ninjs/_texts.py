"""Texts of which an item has several: headlines, descriptions and bodies."""

from typing import Final, NamedTuple

from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.characters import clean
from newsmodel.markup.fragments import parse_fragment
from newsmodel.serialisers._json_body import Form
from newsmodel.serialisers._json_item import Item
from newsmodel.serialisers.ninjs._vocabulary import HTML_TYPES

#: Words in a role or in the name of 1.x that only say how the text is written.
_FORMS: Final[dict[str, Form]] = {
    "text": "plain",
    "plain": "plain",
    "html": "html",
    "html5": "html",
    "richhtml5": "html",
    "xhtml": "html",
    "richtext": "html",
    "nitf": "xml",
    "ttnitf": "xml",
    "xml": "xml",
}


def _ignore(element: object, code: str, message: str) -> None:
    """Take no note of what a short text is written in."""


class Written(NamedTuple):
    """One of several texts.

    Attributes:
        role: What it is for, in small letters; empty where nothing is said.
        form: What its value is written in.
        value: The text as it stands.
        path: Where it stands.
    """

    role: str
    form: Form
    value: str
    path: str

    @property
    def text(self) -> str:
        """What is read of it, a line for each paragraph."""
        if self.form == "plain" or "<" not in self.value:
            return clean(self.value).strip("\n")
        root = parse_fragment(self.value, [])
        if root is None:
            return ""
        reader = BodyReader(_ignore)
        reader.read(root)
        return "\n".join([each.text for each in reader.blocks])


def written_in(item: Item, several: str, one: str) -> list[Written]:
    """Return the texts of an item that stand under a name, in its order.

    Args:
        item: The item.
        several: The name in 2.x and 3.x, which has a list of objects.
        one: The name in 1.x, alone or before a role: ``body_html``.
    """
    found: list[Written] = []
    for each in item.items(several):
        value = each.take("value", "name", "text")
        if value is None or not isinstance(value.value, str):
            continue
        role, form = _role_and_form(each.line("role").lower())
        said = each.line("contenttype", "mimetype").lower()
        found.append(Written(role, _form(said, form, value.value), *value))
    for name, (value, path) in item.named(one):
        if isinstance(value, str) and (not name or name[0] == "_" or name in _FORMS):
            role, form = _role_and_form(name.strip("_"))
            found.append(Written(role, _form("", form, value), value, path))
    return found


def _role_and_form(role: str) -> tuple[str, Form | None]:
    """Part what a text is for from how it is written.

    Example:
        >>> _role_and_form("caption_xhtml"), _role_and_form("main")
        (('caption', 'html'), ('main', None))
    """
    parts = role.replace("-", "_").split("_")
    form = next((_FORMS[each] for each in parts if each in _FORMS), None)
    return "_".join([each for each in parts if each not in _FORMS]), form


def _form(said: str, form: Form | None, value: str) -> Form:
    """Return how a text is written: as its type says, else its role, else its look."""
    said = said.partition(";")[0].strip()
    if said in HTML_TYPES:
        form = "html"
    elif said == "text/plain":
        form = "plain"
    elif "xml" in said or "nitf" in said:
        form = "xml"
    if form != "plain" and value.lstrip().startswith("<?xml"):
        return "html" if "<html" in value[:500].lower() else "xml"
    return form or ("html" if "</" in value or "/>" in value else "plain")


def best(texts: list[Written], roles: tuple[str, ...]) -> Written | None:
    """Return the text whose role comes first in a list, plain ones before others.

    A text whose role is not in the list is none of what is asked for.
    """
    known = [each for each in texts if each.role in roles and not each.value.isspace()]
    return min(
        known,
        key=lambda each: (roles.index(each.role), each.form != "plain"),
        default=None,
    )
