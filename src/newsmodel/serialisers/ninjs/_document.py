"""The object that a document is, wherever in it it stands."""

import json
from typing import Any, Final

from newsmodel.errors import Location, ParseError
from newsmodel.rules._words import words
from newsmodel.serialisers.ninjs._vocabulary import FORMAT

# What interfaces wrap their items in.
_WRAPPERS: Final = ("data", "item", "items", "_items", "content", "result", "results")
_DEEPEST: Final = 6
# One of these an item has.
_NEWS: Final = words(
    "uri guid headline headlines body_html body_text body_xhtml bodies type"
    " versioncreated slugline description_text descriptions"
)


def news_object(text: str) -> dict[str, Any]:
    """Return the object that a document is, or the first of a list.

    Raises:
        ParseError: If it is no JSON, or there is none.
    """
    try:
        document = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        where = Location(line=error.lineno, offset=error.pos)
        raise ParseError(f"no JSON: {error.msg}", FORMAT, where) from error
    except (RecursionError, ValueError) as error:  # a number of 5,000 digits
        raise ParseError("no JSON that can be read", FORMAT) from error
    document = _unwrapped(document)
    if not _is_news(document):
        advice = "ninjs has one object with a uri, a headline or a body"
        raise ParseError("there is no news object", FORMAT, Location(path="$"), advice)
    found: dict[str, Any] = document
    return found


def _unwrapped(value: Any) -> Any:
    """Return the first news object in a list, or in what an interface wraps it in."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            inner = [each for each in value if isinstance(each, dict)]
            value = next(filter(_is_news, inner), inner[0] if inner else None)
        elif isinstance(value, dict) and not _is_news(value):
            inner = [value[name] for name in _WRAPPERS if name in value]
            if not inner:
                break
            value = inner[0]
        else:
            break
    return value


def _is_news(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return not _NEWS.isdisjoint([name.lower() for name in value])
