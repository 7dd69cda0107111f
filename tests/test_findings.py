"""Findings of all kinds of documents: what the model refuses costs no more."""

from typing import NamedTuple

import pytest

from newsmodel.errors import ParseError
from newsmodel.evidence import Candidate
from newsmodel.findings import Findings
from newsmodel.model import Paragraph


class Trace(NamedTuple):
    rule: str
    raw: str = ""


class Plain(Findings[Trace]):
    def candidate(self, trace: Trace, reason: str = "") -> Candidate:
        return Candidate(rule=trace.rule, raw=trace.raw, reason=reason)


def test_the_first_value_of_a_field_wins() -> None:
    findings = Plain()
    assert findings.offer("headline", "One", Trace("first"))
    assert not findings.offer("headline", "Two", Trace("second"))
    found = findings.explanation("plain")
    assert found.article.headline == "One"
    (evidence,) = found.evidence
    assert evidence.winner.rule == "first"
    assert [each.rule for each in evidence.losers] == ["second"]
    assert evidence.losers[0].reason == "headline was found before"


def test_a_value_that_the_model_refuses_costs_its_field() -> None:
    findings = Plain()
    findings.offer("headline", "One", Trace("first"))
    findings.offer("section", "two\nlines", Trace("second"))
    findings.offer("keywords", ["", "three"], Trace("third"))
    found = findings.explanation("plain", body=[Paragraph(text="Four")])
    assert found.article.headline == "One"
    assert found.article.section is None
    assert found.article.keywords == ()
    assert [note.code for note in found.notes] == ["value-refused", "value-refused"]
    assert "section" in found.notes[0].message
    assert [each.field for each in found.evidence] == ["headline"]


def test_a_value_that_was_not_found_but_given_is_an_error() -> None:
    with pytest.raises(ParseError, match="url"):
        Plain().explanation("plain", url="two\nlines")
