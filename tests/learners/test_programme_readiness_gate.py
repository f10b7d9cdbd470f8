"""The gate: each condition failing alone keeps a milestone from being ready, and says why."""

from dataclasses import replace
from typing import Any

import pytest

from learners.programme.readiness.asked import Facts, Group, Name, State
from learners.programme.readiness.conditions import listed
from learners.programme.readiness.gate import judge

READY = Facts(
    organisations=["Hospital", "Hospice"],
    agreement="Sharing for care, version 1",
    stage="Active",
    is_active=True,
    capability="Discharge",
    roles=["Nurse", "Doctor"],
    modules=["Find it"],
    threshold=80,
    groups=[Group("Ward 6", 4, 5), Group("Nights, across teams", 8, 10)],
    has_baseline=True,
)
ALONE: list[tuple[Name, dict[str, Any], str]] = [
    (Name.AGREEMENT, {"agreement": ""}, "No agreement is chosen."),
    (Name.AGREEMENT, {"is_active": False, "stage": "Signing"}, "version 1 is not active yet (Signing)."),
    (Name.AGREEMENT, {"unsigned": ["Hospice"]}, "is not signed by Hospice."),
    (
        Name.SCOPE,
        {"gaps": ["Crisis plans are taught and not shared"]},
        "Crisis plans are taught and not shared.",
    ),
    (Name.COVERAGE, {"roles_without_module": ["Doctor"]}, "No published module on Discharge is for: Doctor."),
    (Name.TRAINED, {"modules": []}, "No module is named."),
    (Name.TRAINED, {"groups": [Group("Ward 6", 3, 5)]}, "Fewer than 80% are trained: Ward 6 (3 of 5)."),
    (
        Name.TRAINED,
        {"groups": [Group("Ward 6", 5, 5), Group("Nights", 7, 10)]},
        "Fewer than 80% are trained: Nights (7 of 10).",
    ),
    (
        Name.TRAINED,
        {"groups": [Group("Ward 6", 0, 5)], "not_asking": ["Hospice"]},
        "asked of anybody at Hospice",
    ),
    (Name.BASELINE, {"has_baseline": False}, "No attitude survey was taken before the go-live."),
    (Name.FALLBACK, {"without_fallback": ["Hospital"]}, "when the record is down at Hospital."),
    (
        Name.CHAMPIONS,
        {"without_champion": ["Hospital", "Hospice"]},
        "No champion is named at Hospital and Hospice.",
    ),
    (Name.CHANGES, {"roles_without_help": ["Nurse"]}, "is written down for: Nurse."),
]


def test_all_conditions_met_is_ready() -> None:
    verdict = judge(READY)
    assert verdict.ready
    assert verdict.words == "Ready"
    assert {each.state for each in verdict.conditions} == {State.MET}


@pytest.mark.parametrize(("name", "otherwise", "reason"), ALONE)
def test_each_condition_failing_alone_is_not_ready_and_says_why(
    name: Name, otherwise: dict[str, Any], reason: str
) -> None:
    verdict = judge(replace(READY, **otherwise))
    assert not verdict.ready
    assert [each.name for each in verdict.conditions if not each.met] == [name]
    assert verdict.words.startswith("Not ready: ")
    assert reason in verdict.words
    assert len(verdict.reasons) == 1


@pytest.mark.parametrize(("name", "otherwise", "reason"), ALONE)
def test_a_decision_stands_in_for_its_own_condition_and_no_other(
    name: Name, otherwise: dict[str, Any], reason: str
) -> None:
    failing = replace(READY, **otherwise)
    overridden = judge(replace(failing, overridden=frozenset({name})))
    assert overridden.ready
    assert overridden.words == "Ready with overrides"
    assert reason in next(each.why for each in overridden.conditions if each.name == name)
    others = frozenset(each for each in Name if each != name)
    assert not judge(replace(failing, overridden=others)).ready


def test_what_is_met_needs_no_decision() -> None:
    assert judge(replace(READY, overridden=frozenset(Name))).words == "Ready"


@pytest.mark.parametrize(
    ("otherwise", "apart"),
    [
        ({"teaches": False}, {Name.SCOPE}),
        ({"roles": []}, {Name.COVERAGE, Name.CHANGES}),
        ({"groups": []}, {Name.TRAINED}),
        ({"groups": [Group("Ward 6", 0, 0)]}, {Name.TRAINED}),
    ],
)
def test_what_cannot_apply_says_so_and_keeps_nobody_back(otherwise: dict[str, Any], apart: set[Name]) -> None:
    verdict = judge(replace(READY, **otherwise))
    assert {each.name for each in verdict.conditions if each.state is State.DOES_NOT_APPLY} == apart
    assert verdict.ready


def test_a_network_without_organisations_is_not_ready() -> None:
    verdict = judge(replace(READY, organisations=[]))
    assert verdict.reasons == ["No organisation that it concerns is in this network today."]
    apart = {each.name for each in verdict.conditions if each.state is State.DOES_NOT_APPLY}
    assert apart == {Name.FALLBACK, Name.CHAMPIONS}


@pytest.mark.parametrize(
    ("number", "total", "enough"), [(4, 5, True), (79, 99, False), (80, 100, True), (0, 3, False)]
)
def test_a_share_is_never_rounded_up_to_the_threshold(number: int, total: int, enough: bool) -> None:
    assert Group("Ward 6", number, total).reaches(80) is enough


@pytest.mark.parametrize("number", range(4))
def test_of_teams_that_the_reader_may_not_see_it_says_only_that_some_are_below(number: int) -> None:
    hidden = [Group("Ward 6", number, 5, is_shown=False), Group("Ward 7", number, 7, is_shown=False)]
    why = judge(replace(READY, groups=hidden)).reasons[0]
    assert why == "Not every team and shift has reached 80%. See that people get time to learn."


def test_a_manager_of_some_teams_reads_of_those_and_that_there_are_others() -> None:
    groups = [Group("Ward 6", 1, 5), Group("Ward 7", 1, 5, is_shown=False)]
    why = judge(replace(READY, groups=groups)).reasons[0]
    assert "Ward 6 (1 of 5). Others that you do not see are below it, too." in why
    assert "Ward 7" not in why


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (list("ABCDEFG"), "A, B, C, D, E and 2 more"),
    ],
)
def test_names_in_a_row(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_two_that_fail_are_both_said_and_one_decision_is_not_enough() -> None:
    pairs = [(one, other) for one in ALONE for other in ALONE if one[0] < other[0]]
    for (name, otherwise, reason), (second, also, why) in pairs:
        failing = replace(READY, **otherwise | also)
        verdict = judge(failing)
        assert {each.name for each in verdict.conditions if not each.met} == {name, second}
        assert reason in verdict.words
        assert why in verdict.words
        assert not judge(replace(failing, overridden=frozenset({name}))).ready
        assert judge(replace(failing, overridden=frozenset({name, second}))).ready
