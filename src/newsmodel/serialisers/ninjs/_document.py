"""The objects that a document holds, wherever in it they stand."""

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


def news_objects(text: str) -> list[dict[str, Any]]:
    """Return the objects in a document, in order: one, or those of a list.

    An interface may wrap them in objects of its own.

    Raises:
        ParseError: If it is no JSON, or there is none.

    Example:
        >>> news_objects('{"_items": [{"uri": "a"}, {"item": {"uri": "b"}}]}')
        [{'uri': 'a'}, {'uri': 'b'}]
    """
    try:
        document = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        where = Location(line=error.lineno, offset=error.pos)
        raise ParseError(f"no JSON: {error.msg}", FORMAT, where) from error
    except (RecursionError, ValueError) as error:  # a number of 5,000 digits
        raise ParseError("no JSON that can be read", FORMAT) from error
    found = _unwrapped(document, 0)
    if not found:
        advice = "ninjs has one object with a uri, a headline or a body"
        raise ParseError("there is no news object", FORMAT, Location(path="$"), advice)
    return found


def _unwrapped(value: Any, depth: int) -> list[dict[str, Any]]:
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [one for each in value for one in _unwrapped(each, depth + 1)]
    if _is_news(value):
        return [value]
    if isinstance(value, dict):
        for name in _WRAPPERS:
            if name in value and (found := _unwrapped(value[name], depth + 1)):
                return found
    return []


def _is_news(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return not _NEWS.isdisjoint([name.lower() for name in value])
