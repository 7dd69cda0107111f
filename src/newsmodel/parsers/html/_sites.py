"""Sites' own rules, as plug-ins: found by the host of a page.

They are strangers' code, so nothing that they do or return may cost more than
what they were to say.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple, final

from attrs import fields
from lxml import etree

from newsmodel._plug_ins import PlugIn, lacking, plug_ins
from newsmodel.evidence import Note
from newsmodel.markup.characters import clean
from newsmodel.markup.flow import Box, Flow
from newsmodel.model import Article, Contributor, Source, When
from newsmodel.parsers.html._body.body import Body
from newsmodel.protocols import SiteReading
from newsmodel.rules.addresses import host_of
from newsmodel.rules.dates import read_date

_GROUP: Final = "newsmodel.sites"
_LONGEST: Final = 253  # characters of a host, by RFC 1035
# The body is named by elements, and the address is the caller's to say.
_NAMES: Final = {each.name for each in fields(Article)} - {"body", "url"}
_DATES: Final = ("published", "modified", "embargoed")


@final
class SiteFound(NamedTuple):
    """What a site's own rules say of a page, checked.

    Attributes:
        rule: Their name, as evidence has it: ``"site:elmsworth"``.
        body: The elements that hold the article's text.
        leave_out: Elements inside these that are not of the article.
        fields: Values of the model, by field of the article.
        raws: What each was read from, as text.
    """

    rule: str
    body: tuple[Any, ...]
    leave_out: tuple[Any, ...]
    fields: dict[str, Any]
    raws: dict[str, str]


def site_reading(
    root: Any, url: str | None, canonical: str | None, notes: list[Note]
) -> SiteFound | None:
    """Return what the rules for the site of a page say, if there are any.

    The host is that of the address given or, if there are no rules for that, of
    the address that the page gives itself.
    """
    rules = _rules_by_host()
    if not rules:
        return None
    for address in (url, canonical):
        for host in _hosts_of(address or ""):
            if found := rules.get(host):
                return _read(found, root, address or "", notes)
    return None


@cache
def _rules_by_host() -> Mapping[str, PlugIn]:
    found: dict[str, PlugIn] = {}
    for each in plug_ins([_GROUP], "name", _problem):
        for host in each.value.hosts:
            found.setdefault(host.lower(), each)
    return found


def _problem(found: Any, name: str) -> str:
    """Return why a plug-in is no set of rules, but perhaps nearly one."""
    if problem := lacking(found, ("hosts", "read")):
        return problem
    hosts = found.hosts
    # Of a lone string each letter would be a host.
    if isinstance(hosts, tuple | list) and all(isinstance(h, str) for h in hosts):
        return ""
    return f"the hosts of {name!r} are no tuple of strings, but {hosts!r}"


def _hosts_of(address: str) -> Iterator[str]:
    """Yield the host of an address, then the hosts it is below, the nearest first."""
    host = host_of(address).rstrip(".")
    while host and len(host) <= _LONGEST:
        yield host
        host = host.partition(".")[2]


def _read(
    found: PlugIn, root: Any, address: str, notes: list[Note]
) -> SiteFound | None:
    rule = f"site:{found.name}"
    try:
        said = _checked(found.value.read(root, address), root)
    except Exception as error:  # whatever a stranger's code raises
        message = f"{rule} of {found.provider} failed: {type(error).__name__}: {error}"
        notes.append(Note(code="site-rules-failed", message=message))
        return None
    if said is None:
        return None
    held: dict[str, Any] = {}
    raws: dict[str, str] = {}
    for name, value in said.fields.items():
        try:
            its = _value(name, value)
            raws |= {field: _raw(value, it) for field, it in its.items()}
            held |= its
        except Exception as error:  # a stranger's value may do anything too
            message = f"{rule} gives no {name}: {error}"
            notes.append(Note(code="site-value-refused", message=message))
    return SiteFound(rule, said.body, said.leave_out, held, raws)


def _checked(said: object, root: Any) -> SiteReading | None:
    if said is None:
        return None
    if not isinstance(said, SiteReading):
        msg = f"wanted a SiteReading or None, got {type(said).__name__}"
        raise TypeError(msg)
    for each in (*said.body, *said.leave_out):
        if not etree.iselement(each) or each.getroottree().getroot() is not root:
            msg = f"{each!r} is no element of the page"
            raise ValueError(msg)
    return SiteReading(
        body=said.body, leave_out=said.leave_out, fields=dict(said.fields)
    )


def _value(name: str, value: Any) -> dict[str, Any]:
    """Return a field with its value as the model has it; nothing for nothing.

    Raises:
        Exception: If there is no such field, or it cannot hold that.
    """
    if isinstance(value, str):
        value = _line(value)
    if value is None or (isinstance(value, str | tuple | list) and not value):
        return {}
    if name in ("authors", "contributors"):
        name, value = "contributors", [_contributor(each) for each in _several(value)]
    elif name in _DATES and isinstance(value, str):
        value = _date(value)
    elif name == "source" and isinstance(value, str):
        value = Source(name=value)
    if name not in _NAMES:
        msg = "rules of a site give no such field"
        raise ValueError(msg)
    return {name: getattr(Article(**{name: value}), name)}


def _raw(given: Any, held: Any) -> str:
    """Return as text what a value was given as."""
    if isinstance(given, str):
        return _line(given)
    several = held if isinstance(held, tuple) else (held,)
    return ", ".join([str(getattr(each, "name", each)) for each in several])


def _line(text: str) -> str:
    """Return what an element holds as a line; a ``str`` and no class below it."""
    return " ".join(clean(text).split("\n")).strip()


def _several(value: Any) -> tuple[Any, ...]:
    if isinstance(value, str):
        msg = f"wanted several, got {value!r} alone; wrap it in a tuple"
        raise TypeError(msg)
    return tuple(value)


def _contributor(value: Any) -> Any:
    if isinstance(value, str):
        return Contributor(name=_line(value), role="author")
    return value


def _date(text: str) -> When:
    found = read_date(text)
    if found is None or found.when is None:
        raise ValueError(found.problem if found else f"{text!r} is no date")
    return found.when


def body_of_site(flow: Flow, site: SiteFound) -> Body | None:
    """Return the runs in the elements that a site's rules name as the body.

    An element that is no box of its own, such as a ``span``, holds no run.
    """
    wanted, unwanted = set(site.body), set(site.leave_out)
    if not wanted:
        return None
    inside: dict[Box, bool] = {}
    cores: list[Box] = []
    for box in flow.boxes:
        its = box.parent is not None and inside[box.parent]
        if box.element in wanted:
            its = True
            cores.append(box)
        inside[box] = its and box.element not in unwanted
    if not cores:
        return None
    runs = [at for at, run in enumerate(flow.runs) if inside[run.box]]
    scores = [1 if inside[run.box] else -1 for run in flow.runs]
    return Body(_around(cores), runs, scores, site.rule)


def _around(boxes: list[Box]) -> Box:
    """Return the innermost box around all of some that stand in order."""
    core = boxes[0]
    for box in boxes[1:]:
        while core.parent is not None and not core.start <= box.start < core.stop:
            core = core.parent
    return core
