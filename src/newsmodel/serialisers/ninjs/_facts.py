"""What an item says of its article: identity, rights, dates, classification."""

import re
from typing import Any, Final, final

from newsmodel.model import Rights
from newsmodel.rules.iso_dates import read_iso_date
from newsmodel.rules.languages import language_tag
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, Value, line_of, text_of
from newsmodel.serialisers.ninjs._subjects import read_subject, read_subjects
from newsmodel.serialisers.ninjs._vocabulary import (
    EMBARGOED,
    GENRES,
    GUID,
    MODIFIED,
    PUBLISHED,
    SECTIONS,
    SUBJECTS,
)

_STATUSES: Final = {
    "usable": "usable",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}
_WHOLE: Final = re.compile(r"[0-9]{1,15}")


@final
class Facts:
    """Reads the facts of one item."""

    def __init__(self, item: Item, findings: Findings) -> None:
        self._item = item
        self._findings = findings

    def read(self) -> None:
        """Give the article all of them."""
        self._identity()
        self._state()
        self._rights()
        self._dates()
        self._classify()

    def _offer(self, field: str, value: Any, rule: str, found: Value) -> None:
        if value:
            raw = text_of(found.value)
            self._findings.offer(field, value, Trace(rule, raw, found.path))

    def _identity(self) -> None:
        item = self._item
        if found := item.take(*GUID):
            self._offer("guid", line_of(found.value), "identifier", found)
        if found := item.take("version"):
            said = line_of(found.value)
            if _WHOLE.fullmatch(said):
                # None at all is a number too.
                trace = Trace("version", said, found.path)
                self._findings.offer("version", int(said), trace)
            else:
                self._findings.left_out(found.path, said, "it is no number")
        for each in item.items("altids"):
            role, value = each.line("role", "name"), each.line("value")
            if role == "url" and value and "url" not in self._findings.fields:
                trace = Trace("alternative-id", value, each.path)
                self._findings.offer("url", value, trace)
            elif value:
                self._findings.left_out(each.path, f"{role}: {value}")

    def _state(self) -> None:
        item = self._item
        if found := item.take("language"):
            said = line_of(found.value)
            if tag := language_tag(said):
                self._offer("language", tag, "language", found)
            else:
                self._findings.left_out(found.path, said, "it is no language tag")
        if found := item.take("urgency"):
            said = line_of(found.value)
            if _WHOLE.fullmatch(said) and 1 <= int(said) <= 9:
                self._offer("urgency", int(said), "urgency", found)
            else:
                self._findings.left_out(found.path, said, "it is not 1 to 9")
        if found := item.take("pubstatus"):
            said = line_of(found.value).lower().rpartition(":")[2].rpartition("/")[2]
            if said in _STATUSES:
                self._offer("status", _STATUSES[said], "status", found)
            else:
                self._findings.left_out(found.path, said)
        for each in item.items(*SECTIONS):
            found = Value(each.fields.get("name"), each.path)
            if "section" not in self._findings.fields:
                self._offer("section", each.line("name", "code"), "service", found)
            else:
                self._findings.left_out(each.path, each.line("name", "code"))

    def _rights(self) -> None:
        item = self._item
        found = item.take("copyrightholder")
        holder = line_of(found.value) if found else ""
        notice, terms = item.take("copyrightnotice"), item.take("usageterms")
        parts = {
            "holder": holder,
            "notice": text_of(notice.value) if notice else "",
            "terms": text_of(terms.value) if terms else "",
        }
        given = {name: text for name, text in parts.items() if text}
        if given:
            first = found or notice or terms or Value("", "$")
            trace = Trace("rights", "; ".join(given.values()), first.path)
            self._findings.offer("rights", Rights(**given), trace)

    def _dates(self) -> None:
        refused: set[str] = set()
        for field, names in (
            ("published", PUBLISHED),
            ("modified", MODIFIED),
            ("embargoed", EMBARGOED),
        ):
            for name in names:
                found = self._item.take(name)
                if found is None:
                    continue
                said = line_of(found.value)
                when = read_iso_date(said)
                if when is None and name not in refused:
                    refused.add(name)
                    message = f"{name} is no date: {said[:60]}"
                    self._findings.note("date-refused", message, found.path)
                elif when is not None:
                    trace = Trace(name, said, found.path)
                    self._findings.offer(field, when, trace)

    def _classify(self) -> None:
        subjects, keywords = read_subjects(self._item.items(*SUBJECTS))
        for value in self._listed("keywords"):
            keywords.append(value)
        if subjects:
            trace = Trace("subjects", subjects[0].name or subjects[0].code or "", "$")
            self._findings.offer("subjects", tuple(subjects), trace)
        if keywords:
            trace = Trace("keywords", ", ".join(keywords), "$.keywords")
            self._findings.offer("keywords", tuple(dict.fromkeys(keywords)), trace)
        for at, each in enumerate(self._item.items(*GENRES)):
            genre = read_subject(each)
            if genre and not at:
                trace = Trace("genre", genre.name or genre.code or "", each.path)
                self._findings.offer("genre", genre, trace)
            elif genre:
                said = genre.name or genre.code or ""
                self._findings.left_out(each.path, said, "another genre was taken")

    def _listed(self, name: str) -> list[str]:
        return [line for each in self._item.items(name) if (line := each.line("name"))]
