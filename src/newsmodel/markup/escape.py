"""Strings as XML holds them."""


def escape(text: str) -> str:
    """Return *text* as the content of an element.

    Example:
        >>> escape("Marks & Spencer")
        'Marks &amp; Spencer'
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:  # "]]>" is not allowed in a text
        text = text.replace(">", "&gt;")
    return text


def escape_attribute(value: str) -> str:
    r"""Return *value* as an attribute within double quotes.

    Tab and line feed go as references: a reader makes spaces of bare ones.

    Example:
        >>> escape_attribute('a "b"\n')
        'a &quot;b&quot;&#10;'
    """
    value = escape(value)
    if '"' in value:
        value = value.replace('"', "&quot;")
    if "\n" in value:
        value = value.replace("\n", "&#10;")
    if "\t" in value:
        value = value.replace("\t", "&#9;")
    return value
