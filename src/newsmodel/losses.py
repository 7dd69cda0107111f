"""What a format cannot hold: told before, and found after."""

from collections.abc import Collection
from typing import Any, Final, NamedTuple

from attrs import fields

from newsmodel.errors import SerialiseError
from newsmodel.model import Article
from newsmodel.model.fieldtypes import Value

_MOST: Final = 100
_NAMED: Final = 10


class Loss(NamedTuple):
    """A field that a format does not hold as it is.

    Attributes:
        field: The field: ``"dateline.date"``.
        becomes: What is kept of it.
    """

    field: str
    becomes: str


def all_but(shown: Collection[str], *in_part: Loss) -> tuple[Loss, ...]:
    """Return the losses of a format that holds some of an article's fields.

    Args:
        shown: The fields that it holds whole.
        in_part: Those that it holds in part. All others are left out.

    Example:
        >>> losses = all_but(["headline"], Loss("standfirst", "its first line"))
        >>> [f"{each.field}: {each.becomes}" for each in losses[:2]]
        ['standfirst: its first line', 'slugline: left out']
    """
    known = {each.field: each for each in in_part}
    return tuple(
        known.get(each.name) or Loss(each.name, "left out")
        for each in fields(Article)
        if each.name not in shown
    )


def refuse_losses(article: Article, read_back: Article, format: str) -> None:
    """Raise an error that names what was lost, if anything was.

    Raises:
        SerialiseError: If the two articles differ; its path is the first field in
            which they do.
    """
    lost = differences(article, read_back)
    if lost:
        named = ", ".join(lost[:_NAMED])
        more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
        problem = f"it would not give back {named}{more}"
        raise SerialiseError(problem, format, lost[0])


def differences(one: Article, other: Article) -> tuple[str, ...]:
    """Return the fields in which two articles differ, 100 at most.

    Of several blocks, of which some are missing in the other article, those that
    it does not have are named.

    Example:
        >>> differences(Article(headline="A", views=7), Article(headline="A"))
        ('views',)
    """
    found: list[str] = []
    _compare(one, other, "", found)
    return tuple(found[:_MOST])


def _compare(one: Any, other: Any, path: str, found: list[str]) -> None:
    if one == other or len(found) >= _MOST:
        return
    if isinstance(one, Value) and type(one) is type(other):
        for each in fields(type(one)):  # type: ignore[arg-type]  # all are attrs classes
            name = f"{path}.{each.name}" if path else each.name
            left, right = getattr(one, each.name), getattr(other, each.name)
            # Times are equal in the model only when they are written alike.
            if each.eq_key is not None:
                left, right = each.eq_key(left), each.eq_key(right)
            _compare(left, right, name, found)
    elif isinstance(one, tuple) and isinstance(other, tuple):
        if len(one) == len(other):
            for at, (left, right) in enumerate(zip(one, other, strict=True)):
                _compare(left, right, f"{path}[{at}]", found)
            return
        known = set(other)
        missing = [f"{path}[{at}]" for at, each in enumerate(one) if each not in known]
        found += missing or [path]
    else:
        found.append(path)
