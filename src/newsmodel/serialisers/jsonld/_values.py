"""Values of terms: texts, addresses and subjects, however they are put."""

import re
from html import unescape
from typing import Any, Final

from newsmodel.markup.flow_marks import as_address, runs_script
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.json_ld import CODED, string_of, types_of, values_of
from newsmodel.model import Subject
from newsmodel.serialisers._json_item import line_of, text_of

MARKUP: Final = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6]|b|i|a|strong|em)\b", re.I)


def plain_text(value: object) -> str:
    """Return a text without the references and the markup that some leave in it."""
    text = string_of(value)
    if "&" in text:
        text = unescape(text)
    if MARKUP.search(text):
        root = parse_fragment(text, [])
        text = "" if root is None else "".join(root.itertext())
    return text_of(text)


def first_value(value: Any) -> Any:
    """Return the first of several values, a number or a property as what it says."""
    found = values_of(value)
    first = found[0] if found else None
    if isinstance(first, dict) and "PropertyValue" in types_of(first):
        return first.get("value")
    if isinstance(first, int) and not isinstance(first, bool):
        return str(first)
    return first


def address_in(value: Any) -> str:
    """Return the address that a value is or has, unless a browser may run it."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        names = ("@value", "@id", "url", "contentUrl")
        value = next(filter(None, map(value.get, names)), None)
    address = as_address(line_of(value)) if isinstance(value, str) else ""
    return "" if runs_script(address) else address


def subject_in(value: Any, *, coded: bool = False) -> Subject | None:
    """Return a subject: a term with its code and vocabulary, or a name alone."""
    if isinstance(value, str):
        words_only = line_of(value)
        return Subject(name=words_only) if words_only and not coded else None
    if not isinstance(value, dict):
        return None
    name: str | None = line_of(string_of(value.get("name"))) or None
    code: str | None = line_of(value.get("termCode")) or None
    scheme: str | None = line_of(address_in(value.get("inDefinedTermSet"))) or None
    for term in ("@id", "sameAs", "identifier", "url"):
        for raw in values_of(value.get(term))[:10]:
            found = CODED.fullmatch(raw) if isinstance(raw, str) else None
            if found and code is None:
                code = found["code"] or found["term"]
                scheme = found["scheme"] or found["vocabulary"]
    if name is None and code is None:
        return None
    if coded and code is None:
        return None
    return Subject(name=name, code=code, scheme=scheme if code else None)
