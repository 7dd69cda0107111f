"""What can go wrong, under one root: ``except NewsModelError`` is enough."""

import reprlib
from datetime import date
from typing import final

from attrs import frozen

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 80
# What an error keeps whole; of anything else only the repr, since an error has
# to pickle and a value that somebody handed in by mistake may not.
_PLAIN = (str, int, bool, type(None), date)


@final
@frozen(kw_only=True)
class Location:
    """A place in a document; each part may be absent.

    Attributes:
        line: Line number, from 1.
        offset: Characters from the start of the document (of the line end
            form it was given in, a byte order mark not counted), from 0.
        path: Place in a structure: ``$.body[3].text``, ``/newsItem/itemMeta``.

    Example:
        >>> print(Location(line=12, path="/newsItem/contentMeta"))
        line 12, /newsItem/contentMeta

    .. versionadded:: 0.1.0
    """

    line: int | None = None
    offset: int | None = None
    path: str | None = None

    def __str__(self) -> str:
        parts = []
        if self.line is not None:
            parts.append(f"line {self.line}")
        elif self.offset is not None:
            parts.append(f"character {self.offset}")
        if self.path is not None:
            parts.append(self.path)
        return ", ".join(parts)


class NewsModelError(Exception):
    """The root of every error that newsmodel raises on purpose.

    Example:
        >>> from newsmodel import parse
        >>> try:
        ...     parse("")
        ... except NewsModelError as error:
        ...     print(error.problem)
        the document is empty

    .. versionadded:: 0.1.0
    """


class ModelError(NewsModelError, ValueError):
    """A value breaks an invariant of the model.

    Attributes:
        kind: Name of the class that was being built: ``"Quote"``.
        path: The field, and the place in it: ``"keywords[2]"``.
        problem: What is wanted, and what was given instead.
        value: The value given (its ``repr`` where it is no plain value).

    Example:
        >>> str(ModelError("Quote", "start", "wanted 0 or more, got -1", -1))
        'Quote.start: wanted 0 or more, got -1'

    .. versionadded:: 0.1.0
    """

    def __init__(self, kind: str, path: str, problem: str, value: object) -> None:
        if type(value) not in _PLAIN:
            value = short(value)
        super().__init__(kind, path, problem, value)
        self.kind, self.path, self.problem, self.value = kind, path, problem, value

    def __str__(self) -> str:
        where = f"{self.kind}.{self.path}" if self.path else self.kind
        return f"{where}: {self.problem}"


class ParseError(NewsModelError, ValueError):
    """The input is not a document that this format can hold.

    Attributes:
        problem: What is wrong.
        format: Name of the format that was being read.
        location: Where, as far as that is known.
        advice: What to do about it; may be empty.

    Example:
        >>> str(ParseError("the document is empty", "text"))
        'text: the document is empty'

    .. versionadded:: 0.1.0
    """

    def __init__(
        self,
        problem: str,
        format: str,
        location: Location | None = None,
        advice: str = "",
    ) -> None:
        # All four go to Exception so that pickling can rebuild the error:
        # a worker process has to be able to hand it back whole.
        super().__init__(problem, format, location, advice)
        self.problem, self.format = problem, format
        self.location, self.advice = location, advice

    def __str__(self) -> str:
        place = str(self.location or "")
        where = f" ({place})" if place else ""
        advice = f". {self.advice}" if self.advice else ""
        return f"{self.format}: {self.problem}{where}{advice}"


class SerialiseError(NewsModelError, ValueError):
    """A format cannot hold a value that the model allows.

    Attributes:
        problem: What cannot be held.
        format: Name of the format that was being written.
        path: The field of the article: ``"body[3].rows"``.

    Example:
        >>> str(SerialiseError("it would not give back views", "ninjs", "views"))
        'ninjs: it would not give back views (views)'

    .. versionadded:: 0.1.0
    """

    def __init__(self, problem: str, format: str, path: str = "") -> None:
        super().__init__(problem, format, path)
        self.problem, self.format, self.path = problem, format, path

    def __str__(self) -> str:
        where = f" ({self.path})" if self.path else ""
        return f"{self.format}: {self.problem}{where}"


class UnknownFormatError(NewsModelError, ValueError):
    """No registered format has this name, or none looks like this input.

    Example:
        >>> from newsmodel import Article, serialise
        >>> try:
        ...     serialise(Article(), "text")
        ... except UnknownFormatError as error:
        ...     print(str(error).partition(";")[0])
        the format 'text' can only be read

    .. versionadded:: 0.1.0
    """


def short(value: object) -> str:
    """Return a ``repr`` of *value* that fits in a message."""
    try:
        return _SHORT.repr(value)
    except Exception:  # a stranger's repr, or an int of thousands of digits
        return f"<{type(value).__name__}>"
