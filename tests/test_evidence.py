"""Evidence: values that say how an article was read, and travel with it."""

import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from newsmodel import Article, Candidate, Evidence, Explanation, Location, Note

WINNER = Candidate(rule="first-line", raw="Bridge reopens", location=Location(line=1))
LOSER = Candidate(rule="short-line", raw="It is open.", reason="it ends in a stop")
NOTE = Note(code="date-refused", message="the clock is not read")
EXPLANATION = Explanation(
    article=Article(headline="Bridge reopens"),
    format="text",
    evidence=(Evidence(field="headline", winner=WINNER, losers=(LOSER,)),),
    notes=(NOTE,),
)


@pytest.mark.parametrize(
    ("location", "told"),
    [
        (Location(), "cut"),
        (Location(line=3), "cut (line 3)"),
        (Location(offset=9, path="$.body"), "cut (character 9, $.body)"),
    ],
)
def test_a_note_says_what_and_where(location: Location, told: str) -> None:
    assert str(Note(code="cut", message="cut", location=location)) == told


def test_an_explanation_comes_back_whole_from_another_process() -> None:
    back = pickle.loads(pickle.dumps(EXPLANATION))
    assert back == EXPLANATION
    assert hash(back) == hash(EXPLANATION)
    assert str(back.notes[0]) == str(NOTE)


@pytest.mark.parametrize("value", [WINNER, NOTE, EXPLANATION, EXPLANATION.evidence[0]])
def test_evidence_cannot_be_changed(value: object) -> None:
    with pytest.raises(FrozenInstanceError):
        value.format = "json"  # type: ignore[attr-defined]  # that is the point
    with pytest.raises(TypeError, match="positional"):
        type(value)("text")  # type: ignore[call-arg]  # that is the point
