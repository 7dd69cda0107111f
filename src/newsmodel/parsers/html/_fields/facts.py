"""What a page says of its article: every field but people, dates and the body.

One table says for each field where it is looked for, and in which order. The
first rule that finds a value gives the field; what later rules find and the
first did not is kept as evidence that lost.
"""

from newsmodel.model import Rights, Source
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._fields.fact_rules import FACT_RULES
from newsmodel.parsers.html._fields.shortfall import note_shortfall
from newsmodel.parsers.html._fields.standfirst import find_standfirst
from newsmodel.parsers.html._fields.text_facts import (
    read_closing,
    read_counts,
    read_language,
    read_place_and_day,
    read_tags,
)
from newsmodel.parsers.html._fields.titles import Title
from newsmodel.parsers.html._findings import Findings, Trace
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules.likeness import key_of
from newsmodel.rules.lines import LONGEST_LINE


def read_facts(
    page: Page, body: Body, headline: Title | None, findings: Findings
) -> set[int]:
    """Give the fields what the page says; return the runs that are taken."""
    taken: set[int] = set()
    at = 0
    if headline:
        trace = Trace(headline.rule, headline.text, headline.element, headline.path)
        findings.offer("headline", headline.text, trace)
        if len(headline.text) >= LONGEST_LINE:
            message = f"the headline is cut to {LONGEST_LINE} characters"
            findings.note("text-cut", message, headline.element)
        taken.update(headline.runs)
        at = headline.runs.stop
        taken |= _repeated(page, body, headline.text)
    standfirst = find_standfirst(page, body, at, headline.text if headline else "")
    if standfirst:
        trace = Trace(standfirst.rule, standfirst.text, standfirst.element)
        findings.offer("standfirst", standfirst.text, trace)
        taken.update(standfirst.runs)
    for rule in FACT_RULES:
        if findings.quiet and rule.field in findings.fields:
            continue  # nobody asks what else is stated
        if (found := rule.find(page)) is None:
            continue
        field, name, value = rule.field, rule.name, found.value
        trace = Trace(name, found.raw, found.element, found.path)
        known = findings.fields.get(field)
        if known is None:
            findings.offer(field, value, trace)
        elif not _agree(known, value):
            findings.lose(field, trace, f"{field} was found before")
    read_language(page, body, findings)
    read_tags(page, body, findings)
    taken |= read_closing(page, body, findings)
    read_counts(page, body, at, findings)
    read_place_and_day(page, body, taken, findings)
    if not findings.quiet:
        note_shortfall(page, body, taken, findings)
    return taken


def _agree(one: object, other: object) -> bool:
    """Whether two values say the same, though one may say more."""
    if isinstance(one, Source) and isinstance(other, Source):
        return one.name == other.name
    if isinstance(one, Rights) and isinstance(other, Rights):
        return one.holder == other.holder
    return one == other


def _repeated(page: Page, body: Body, headline: str) -> set[int]:
    """Return the first runs of the body that only say the headline again."""
    key, most = key_of(headline), len(headline) + 20
    texts = [(at, page.flow.runs[at].text) for at in body.runs[:3]]
    return {at for at, text in texts if len(text) < most and key_of(text) == key}
