"""Who made the article: byline, authors and other contributors."""

import re
from itertools import islice
from typing import Final, NamedTuple

from attrs import evolve

from newsmodel.markup.flow import Run
from newsmodel.model import Contributor
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.credits import CREDIT_RULES, CreditRule
from newsmodel.parsers.html._fields.printed_credits import (
    MOST_BETWEEN,
    OTHER_PART,
    WRITERS,
    is_named,
    line_of,
    lines_of,
)
from newsmodel.parsers.html._fields.region import Region
from newsmodel.parsers.html._fields.scene import MOST_AUTHORS, Credit, Scene
from newsmodel.parsers.html._fields.stated_credits import people_stated
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page.names import BYLINE
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import words
from newsmodel.rules.authors import (
    credit_in,
    has_lead,
    is_full,
    is_nobody,
    is_same,
    is_title,
)
from newsmodel.rules.closing import read_contributors
from newsmodel.rules.likeness import key_of

_CLOSING: Final = 4  # runs at the end of the body that may name contributors
_BELOW: Final = 6  # runs below it that may, where they were told from the text
_LONGEST_CLOSING: Final = 600
# Properties of JSON-LD, and what they are called here.
_OTHER_ROLES: Final = (("editor", "editor"), ("translator", "translator"))


def read_people(page: Page, body: Body, region: Region, findings: Findings) -> set[int]:
    """Give the fields who made the article; return the runs that are taken."""
    scene = Scene(page, region)
    named: list[tuple[Contributor, Trace]] = []
    choice = _choose(scene, findings)
    if choice:
        credit, rule, others = choice
        trace = Trace(rule, credit.raw, credit.element, credit.path)
        named += [(each, trace) for each in credit.people[:MOST_AUTHORS]]
        named += [(evolve(each, role="contributor"), trace) for each in others]
        _offer_byline(scene, credit, findings)
    known = {each.name.casefold() for each, _ in named}
    # "By Ann Example; additional reporting by Bob Roe".
    for part in findings.fields.get("byline", "").split(";")[1:]:
        for each in read_contributors(part):
            if each.name.casefold() not in known:
                known.add(each.name.casefold())
                named.append((each, Trace("byline", part)))
    for name, role in _OTHER_ROLES:
        for each in islice(people_stated(page.article.get(name), scene), MOST_AUTHORS):
            if each.name.casefold() not in known and scene.is_somebody(each):
                known.add(each.name.casefold())
                trace = Trace("json-ld", each.name, None, name)
                named.append((evolve(each, role=role), trace))
    taken = _read_closing(page, body, named)
    if not choice:
        named = [(_as_author(each), trace) for each, trace in named]
    if "contributors" in findings.settled:
        for _, trace in named:
            findings.lose("contributors", trace, "contributors were found before")
    elif named:
        findings.fields["contributors"] = [each for each, _ in named]
        for at, (_, trace) in enumerate(named):
            findings.witness(f"contributors[{at}]", trace)
    return taken


def _as_author(one: Contributor) -> Contributor:
    """Return one who wrote an article that names nobody else for its author."""
    return evolve(one, role="author") if one.role in WRITERS else one


class _Choice(NamedTuple):
    """The credit that names the authors, its rule, and who else it names."""

    credit: Credit
    rule: str
    others: tuple[Contributor, ...] = ()


# How well a credit names authors. What is printed is not looked for on most pages,
# since most state persons whose names stand near the headline.
_SEEN: Final = 10  # persons, stated, and printed where bylines are
_PRINTED: Final = 9
_STATED: Final = 8
_ABOVE: Final = 7  # printed above the headline, where other articles may be named
_UNSURE: Final = 6  # users, organisations, names of one word
_LOOSE: Final = 5  # persons, from where they stand
_OWN: Final = 4  # the site's own name, stated
_VAGUE: Final = 3  # users and the like, printed; persons beside a date
_SITE: Final = 2
_GUESSED: Final = 1
_NOBODY: Final = 0
_NOTHING: Final = -1
_LOST: Final = {
    _PRINTED: "persons are stated whose names are printed near the headline",
    _ABOVE: "it stands above the headline",
    _STATED: "its names are printed nowhere near the headline",
    _UNSURE: "it is a user, an organisation or one word, and persons are named",
    _LOOSE: "it is a guess, and authors are named elsewhere",
    _VAGUE: "it is a guess, and authors are named elsewhere",
    _GUESSED: "it is a guess, and authors are named elsewhere",
    _OWN: "it is the site's own name, and authors are named",
    _SITE: "it is the site's own name, and authors are named",
    _NOBODY: "it names nobody",
    _NOTHING: "it names nobody",
}
_MACHINES: Final = words(
    "admin administrator anonymous guest none null root undefined unknown user"
    " webmaster"
)


def _choose(scene: Scene, findings: Findings) -> _Choice | None:
    """Return the credit that names the authors.

    What is stated goes before what is printed, but names of persons go before
    those of organisations and users, and a printed byline before a name that is
    printed nowhere near.
    """
    best: tuple[int, Credit, CreditRule] | None = None
    for rule in CREDIT_RULES:
        if best and rule.printed and best[0] >= _most(rule):
            continue
        for found in rule.find(scene):
            rank, credit = _ranked(found, rule, scene)
            if rank == _PRINTED and best and _agree(best[1], credit):
                best = _SEEN, best[1], best[2]
            if best and rank <= best[0]:
                _lose(credit, rule, rank, best[0], findings)
            else:
                if best:
                    _lose(best[1], best[2], best[0], rank, findings)
                best = rank, credit, rule
            if rank >= _PRINTED:
                break
    if not best or best[0] == _NOTHING:
        return None
    if best[0] == _SEEN:
        return _compared(best[1], best[2].name, scene)
    return _Choice(best[1], best[2].name)


def _most(rule: CreditRule) -> int:
    """Return the most that a rule for what is printed can find."""
    if rule.weak:
        return _VAGUE
    return _LOOSE if rule.loose else _PRINTED


def _agree(one: Credit, other: Credit) -> bool:
    """Whether two credits name one person, be it once with a middle name."""
    for each in one.people:
        for twin in other.people:
            if is_same(each.name, twin.name):
                return True
    return False


def _lose(
    credit: Credit, rule: CreditRule, rank: int, best: int, findings: Findings
) -> None:
    reason = "a rule that goes before names them" if rank == best else _LOST[rank]
    trace = Trace(rule.name, credit.raw, credit.element, credit.path)
    findings.lose("contributors[0]", trace, reason)


def _ranked(credit: Credit, rule: CreditRule, scene: Scene) -> tuple[int, Credit]:
    """Return how well a credit names authors, and it without the site's names."""
    good = tuple([each for each in credit.people if scene.is_somebody(each)])
    if not good or key_of(credit.raw) in scene.sites:
        names = [each.name.casefold() for each in credit.people]
        if not _MACHINES.isdisjoint(names):
            return _NOTHING, credit
        nobody = all(is_nobody(name) for name in names)
        if nobody:
            return _NOBODY, credit
        sure = credit.below and not rule.loose and has_lead(credit.raw)
        return (_OWN if sure or not rule.printed else _SITE), credit
    if rule.name == "json-ld":
        good = tuple([each for each in credit.people if not is_nobody(each.name)])
    credit = credit._replace(people=good)
    if not any(is_full(each) or each.kind == "agency" for each in good):
        if not rule.printed:
            return _UNSURE, credit
        led = credit.below and has_lead(credit.raw) and good[0].kind == "organisation"
        if rule.loose:
            return _GUESSED, credit
        return (_ABOVE if led else _VAGUE), credit
    if rule.printed:
        if rule.loose:
            return (_VAGUE if rule.weak else _LOOSE), credit
        return (_PRINTED if credit.below else _ABOVE), credit
    seen = scene.naming(good, scene.head)
    if seen is None:
        seen = scene.naming(good, scene.tail)
    return (_STATED if seen is None else _SEEN), credit


def _compared(credit: Credit, rule: str, scene: Scene) -> _Choice:
    """Compare stated authors with the printed byline that names one of them.

    The byline may name more of them. Whom it does not name, and who is not
    printed elsewhere at the head, has another part in the article.
    """
    at = scene.naming(credit.people, scene.head)
    if at is None:
        return _Choice(credit, rule)
    run = scene.page.flow.runs[at]
    first = credit.people[0].name
    if len(credit.people) == 1 and len(run.text) <= len(first) + len("By: "):
        return _Choice(_with_kin(credit, at, scene), rule)
    led = has_lead(run.text)
    text = run.text if led else lines_of(run)
    printed = [
        each
        for each in scene.authors(text)
        if is_full(each) and scene.is_somebody(each)
    ]
    if not led and not is_named(run) and not _are_all(printed, run.text):
        return _Choice(credit, rule)
    names = {key_of(each.name) for each in printed}
    stated = {key_of(each.name): each for each in credit.people}
    if len(printed) > len(stated) and all(
        any(is_same(each.name, one.name) for one in printed) for each in credit.people
    ):
        people = tuple([stated.get(key_of(each.name), each) for each in printed])
        return _Choice(Credit(people, run.text, run.box.element), "byline")
    if led and names and names < stated.keys():
        shown = [
            each
            for each in credit.people
            if each.kind != "person" or _is_printed(each, scene)
        ]
        others = [each for each in credit.people if each not in shown]
        return _Choice(credit._replace(people=tuple(shown)), rule, tuple(others))
    return _Choice(credit, rule)


_BEFORE_OUTLET: Final = re.compile("[/|]")


def _are_all(people: list[Contributor], text: str) -> bool:
    """Whether a text is the names of some people and nothing else."""
    named = sum([len(each.name) for each in people])
    return (
        len(people) > 1
        and len(text) - named <= MOST_BETWEEN * (len(people) - 1)
        and not _BEFORE_OUTLET.search(text)
    )


def _with_kin(credit: Credit, at: int, scene: Scene) -> Credit:
    """Return a credit with those whom the lines beside its name, of the same kind."""
    runs = scene.page.flow.runs
    box = runs[at].box
    if not box.names & BYLINE and box.tag != "address":
        return credit
    kin = box.kin
    before: list[Contributor] = []
    after: list[Contributor] = []
    for step, found in ((-1, before), (1, after)):
        near = at + step
        while 0 <= near < len(runs) and runs[near].box.kin == kin:
            people = scene.authors(runs[near].text)
            if len(people) != 1 or people[0].name != runs[near].text:
                break
            if (
                not is_full(people[0])
                or is_title(people[0].name)
                or len(found) == MOST_AUTHORS
            ):
                break
            found.append(people[0])
            near += step
    if OTHER_PART.search(runs[at - len(before) - 1].text[-60:]):
        return credit
    return credit._replace(people=(*reversed(before), *credit.people, *after))


def _is_printed(one: Contributor, scene: Scene) -> bool:
    """Whether the head names someone, and not as one who did something else."""
    at = scene.naming([one], scene.head)
    if at is None:
        return False
    runs = scene.page.flow.runs
    before = runs[at].text.casefold().partition(one.name.casefold())[0]
    if not before and at:
        before = runs[at - 1].text
    return not OTHER_PART.search(before[-60:])


def _offer_byline(scene: Scene, credit: Credit, findings: Findings) -> None:
    """Give the byline as it is printed near the headline.

    Of the lines that name an author the first is it that begins like a byline, or
    else the first that is no sentence.
    """
    runs = scene.page.flow.runs
    first = None
    at = scene.naming(credit.people, scene.head)
    while at is not None and not has_lead(runs[at].text):
        if first is None and not _is_sentence(_byline_in(runs[at], credit), credit):
            first = at
        rest = scene.head[scene.head.index(at) + 1 :]
        at = scene.naming(credit.people, rest)
    if at is None:
        at = first
    if at is not None:
        run = runs[at]
        trace = Trace("printed", run.text, run.box.element)
        findings.offer("byline", _byline_in(run, credit), trace)


def _byline_in(run: Run, credit: Credit) -> str:
    """Return the part of a line that names some authors."""
    text = line_of(run)
    names = [each.name for each in credit.people if each.name in text]
    return credit_in(text, names[0]) if names else text


_ENDS: Final = tuple(".!?。！？।…")
_LONGEST_BESIDE: Final = 30


def _is_sentence(text: str, credit: Credit) -> bool:
    """Whether a text with names in it says more of them, as a summary does."""
    named = sum([len(each.name) for each in credit.people])
    return len(text) > named + _LONGEST_BESIDE and text.endswith(_ENDS)


def _read_closing(
    page: Page, body: Body, named: list[tuple[Contributor, Trace]]
) -> set[int]:
    """Add those whom the last lines of the body name; return their runs."""
    taken = set()
    runs = page.flow.runs
    below = range(body.last + 1, min(body.last + 1 + _BELOW, len(runs)))
    for at in [*body.runs[-_CLOSING:], *below]:
        run = runs[at]
        if len(run.text) > _LONGEST_CLOSING:
            continue
        for each in read_contributors(run.text):
            named.append((each, Trace("closing-line", run.text, run.box.element)))
            taken.add(at)
    return taken
