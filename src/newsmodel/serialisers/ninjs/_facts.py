"""What an item says of its article: identity, rights, dates, classification."""

import re
from typing import Final

from newsmodel.model import Subject
from newsmodel.rules.dates import read_when
from newsmodel.rules.languages import language_tag
from newsmodel.serialisers._findings import Trace
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import Item, line_of, text_of
from newsmodel.serialisers._statuses import status_of
from newsmodel.serialisers.ninjs._subjects import read_subject, read_subjects
from newsmodel.serialisers.ninjs._vocabulary import (
    EMBARGOED,
    GENRES,
    GUID,
    MODIFIED,
    PUBLISHED,
    SECTIONS,
    SUBJECTS,
    URL_ROLE,
)

_WHOLE: Final = re.compile(r"[0-9]{1,15}")


def read_facts(item: Item, findings: Findings) -> None:
    """Give the article what an item says of it."""
    for read in (_identity, _state, _sections, _rights, _dates, _classify):
        read(item, findings)


def _identity(item: Item, findings: Findings) -> None:
    if found := item.take(*GUID):
        findings.take("guid", line_of(found.value), "identifier", found)
    if found := item.take("version"):
        said = line_of(found.value)
        if _WHOLE.fullmatch(said):
            # None at all is a number too.
            findings.offer("version", int(said), Trace("version", said, found.path))
        else:
            findings.left_out(found.path, said, "it is no number")
    for each in item.items("altids"):
        role, value = each.line("role", "name"), each.line("value")
        if role == URL_ROLE and value and "url" not in findings.fields:
            findings.offer("url", value, Trace("alternative-id", value, each.path))
        elif value:
            findings.left_out(each.path, f"{role}: {value}")


def _state(item: Item, findings: Findings) -> None:
    if found := item.take("language"):
        said = line_of(found.value)
        if tag := language_tag(said):
            findings.take("language", tag, "language", found)
        else:
            findings.left_out(found.path, said, "it is no language tag")
    if found := item.take("urgency"):
        said = line_of(found.value)
        if _WHOLE.fullmatch(said) and 1 <= int(said) <= 9:
            findings.take("urgency", int(said), "urgency", found)
        else:
            findings.left_out(found.path, said, "it is not 1 to 9")
    if found := item.take("pubstatus"):
        said = line_of(found.value)
        if status := status_of(said):
            findings.take("status", status, "status", found)
        else:
            findings.left_out(found.path, said)


def _sections(item: Item, findings: Findings) -> None:
    for each in item.items(*SECTIONS):
        name = each.line("name", "code")
        if name and "section" not in findings.fields:
            findings.offer("section", name, Trace("service", name, each.path))
        else:
            findings.left_out(each.path, name)


def _rights(item: Item, findings: Findings) -> None:
    parts: dict[str, str] = {}
    path = ""
    for part, name, tidy in _RIGHTS:
        if (found := item.take(name)) and (text := tidy(found.value)):
            parts[part] = text
            path = path or found.path
    findings.offer_rights(parts, path)


_RIGHTS: Final = (
    ("holder", "copyrightholder", line_of),
    ("notice", "copyrightnotice", text_of),
    ("terms", "usageterms", text_of),
)


def _dates(item: Item, findings: Findings) -> None:
    refused: set[str] = set()
    for field, names in _DATES:
        for name in names:
            found = item.take(name)
            if found is None:
                continue
            said = line_of(found.value)
            if when := read_when(said):
                findings.offer(field, when, Trace(name, said, found.path))
            elif name not in refused:
                refused.add(name)
                message = f"{name} is no date: {said[:60]}"
                findings.note(found.path, "date-refused", message)


_DATES: Final = (
    ("published", PUBLISHED),
    ("modified", MODIFIED),
    ("embargoed", EMBARGOED),
)


def _classify(item: Item, findings: Findings) -> None:
    subjects, keywords = read_subjects(item.items(*SUBJECTS))
    keywords += [word for each in item.items("keywords") if (word := each.line("name"))]
    if subjects:
        trace = Trace("subjects", _called(subjects[0]), "$")
        findings.offer("subjects", tuple(subjects), trace)
    if keywords:
        trace = Trace("keywords", ", ".join(keywords), "$.keywords")
        findings.offer("keywords", tuple(dict.fromkeys(keywords)), trace)
    for at, each in enumerate(item.items(*GENRES)):
        genre = read_subject(each)
        if genre and not at:
            findings.offer("genre", genre, Trace("genre", _called(genre), each.path))
        elif genre:
            reason = "another genre was taken"
            findings.left_out(each.path, _called(genre), reason)


def _called(subject: Subject) -> str:
    return subject.name or subject.code or ""
