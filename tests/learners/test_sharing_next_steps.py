"""What an agreement's page says is next: for whoever leads the network, and for an organisation."""

from dataclasses import replace

import pytest

from learners.sharing.next_steps import Merged, Situation, next_steps, own_step

WELL = Situation(stage="active", covers_something=True, asked=3, signed=3)
GONE = Merged(gone="Old Trust", into="New Trust", still_signed=True, is_asked=False)

SAID = [
    ("all is well", WELL, []),
    ("it is empty", Situation(stage="scoping", covers_something=False, asked=0, signed=0),
     ["Add what it covers", "Ask organisations", "Note the next stage"]),
    ("it is being written", replace(WELL, stage="review", signed=0), ["Note the next stage"]),
    ("nobody has signed", replace(WELL, stage="signing", signed=0), ["3 organisations have not signed"]),
    ("one has signed", replace(WELL, stage="signing", signed=1), ["It can become active"]),
    ("it is active, and one has not signed", replace(WELL, signed=2), ["1 organisation has not signed"]),
    ("a day has come", replace(WELL, come=["Allergies", "Results"]), ["The day has come for: Allergies, Results."]),
    ("its review is late", replace(WELL, is_review_late=True), ["Its review is late"]),
    ("it has no review", replace(WELL, has_review=False), ["Give it a day"]),
    ("it has no review yet", replace(WELL, stage="signing", has_review=False), ["It can become active"]),
    ("one has become another", replace(WELL, merged=[GONE]),
     ["Old Trust is part of New Trust now. Ask New Trust to sign. Note the last day of Old Trust."]),
    ("that one is asked", replace(WELL, merged=[replace(GONE, is_asked=True)]),
     ["Old Trust is part of New Trust now. Note the last day of Old Trust."]),
    ("both are settled", replace(WELL, merged=[replace(GONE, is_asked=True, still_signed=False)]), []),
    ("it has expired", replace(WELL, stage="expired", signed=0, is_review_late=True), ["It has expired."]),
    ("another follows", replace(WELL, stage="expired", is_followed=True), []),
]  # fmt: skip


@pytest.mark.parametrize(("now", "begins"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_what_a_lead_does_next(now: Situation, begins: list[str]) -> None:
    found = next_steps(now)
    assert len(found) == len(begins)
    for step, words in zip(found, begins, strict=True):
        assert step.startswith(words)


OWN = [
    ("drafting", "asked", "cannot be signed yet"),
    ("signing", "asked", "say so here"),
    ("active", "asked", "say so here"),
    ("signing", "signed", "from the day on which it is active"),
    ("active", "signed", "It holds here."),
    ("active", "declined", "Nothing of it holds here."),
    ("active", "left", ""),
    ("expired", "signed", "has expired"),
]


@pytest.mark.parametrize(("stage", "state", "words"), OWN)
def test_what_an_organisation_s_own_answer_means(stage: str, state: str, words: str) -> None:
    found = own_step(stage, state, may_sign=True)
    assert words in found if words else not found


def test_who_may_not_sign_is_told_who_does() -> None:
    assert "An administrator of this organisation" in own_step("signing", "asked", may_sign=False)
