"""Where a person stands, and why: the decision and the words for it."""

import datetime

import pytest

from learners.requirements.standing import (
    Completed,
    History,
    MembershipFacts,
    RequirementFacts,
    State,
    Where,
    standing,
)


def day(text: str) -> datetime.date:
    return datetime.datetime.strptime(f"{text} 2026", "%d %b %Y").date()  # noqa: DTZ007


ASKED = RequirementFacts(starts_on=day("1 Jan"), due_days=28)
ASKED_OF_NURSES = RequirementFacts(starts_on=day("1 Jan"), due_days=28, roles=frozenset({"Nurse"}))
NURSE = MembershipFacts(role="Nurse", starts_on=day("3 Oct"))
BEGUN = History((day("5 Oct"),))
DONE = History((day("5 Oct"),), (Completed(day("20 Oct")),))
NOTHING = History()


def test_a_new_starter_has_not_started() -> None:
    found = standing(ASKED_OF_NURSES, NURSE, NOTHING, day("4 Oct"))
    assert found.state is State.NOT_STARTED
    assert found.due == day("31 Oct")
    assert found.why == (
        "Asked of people whose role here is nurse, within 28 days. "
        "Started here on 3 October 2026, so it is due on 31 October 2026. Not begun."
    )


def test_on_the_day_it_is_due_nobody_is_late() -> None:
    found = standing(ASKED, NURSE, BEGUN, day("31 Oct"))
    assert found.state is State.DUE
    assert "so it is due today." in found.why


def test_overdue_says_more_than_under_way_and_still_tells_that_it_was_begun() -> None:
    found = standing(ASKED_OF_NURSES, NURSE, BEGUN, day("1 Nov"))
    assert (found.state, found.began_on) == (State.OVERDUE, day("5 Oct"))
    assert found.why == (
        "Asked of people whose role here is nurse, within 28 days. "
        "Started here on 3 October 2026, so it was due on 31 October 2026. "
        "Began on 5 October 2026, not finished."
    )


def test_done_is_done() -> None:
    found = standing(ASKED, NURSE, DONE, day("1 Nov"))
    assert (found.state, found.completed_on) == (State.COMPLIANT, day("20 Oct"))
    assert found.why == "Asked of everybody, within 28 days. Done on 20 October 2026."


def test_a_completion_for_another_organisation_counts_and_does_not_name_it() -> None:
    history = History((), (Completed(day("20 Oct"), where=Where.ANYWHERE),))
    found = standing(ASKED, NURSE, history, day("1 Nov"))
    assert found.state is State.COMPLIANT
    assert found.why.endswith("Done on 20 October 2026, while working for another organisation.")


def test_a_completion_from_before_they_came_counts() -> None:
    history = History((), (Completed(day("2 May"), where=Where.ANYWHERE),))
    found = standing(ASKED, NURSE, history, day("4 Oct"))
    assert found.state is State.COMPLIANT
    assert found.why.endswith(
        "Done on 2 May 2026, while working for another organisation, before starting here."
    )


def test_a_late_completion_says_when_it_was_due() -> None:
    history = History((), (Completed(day("5 Nov")),))
    assert standing(ASKED, NURSE, history, day("6 Nov")).why.endswith(
        "Done on 5 November 2026. It was due on 31 October 2026."
    )


def test_the_first_of_two_completions_counts() -> None:
    history = History((), (Completed(day("9 Nov")), Completed(day("5 Nov"))))
    assert standing(ASKED, NURSE, history, day("30 Nov")).completed_on == day("5 Nov")


def test_what_happened_later_is_not_known_yet() -> None:
    assert standing(ASKED, NURSE, DONE, day("16 Oct")).state is State.UNDER_WAY
    assert standing(ASKED, NURSE, DONE, day("19 Oct")).state is State.DUE
    assert standing(ASKED, NURSE, DONE, day("4 Oct")).state is State.NOT_STARTED


def test_those_who_were_here_before_it_was_asked_count_from_then() -> None:
    requirement = RequirementFacts(starts_on=day("1 Nov"), due_days=14)
    found = standing(requirement, NURSE, NOTHING, day("20 Nov"))
    assert found.due == day("15 Nov")
    assert "It has been asked since 1 November 2026, so it was due on 15 November 2026." in found.why


ONE_DAY_FOR_EVERYBODY = RequirementFacts(starts_on=day("1 Jan"), due_on=day("30 Oct"))


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("1 Oct", "Asked of everybody by 30 October 2026. Not begun."),
        ("30 Oct", "Asked of everybody by 30 October 2026. It is due today. Not begun."),
        ("31 Oct", "Asked of everybody by 30 October 2026. That day has passed. Not begun."),
    ],
)
def test_one_day_for_everybody(on: str, why: str) -> None:
    since = MembershipFacts(role="Nurse", starts_on=day("1 Mar"))
    assert standing(ONE_DAY_FOR_EVERYBODY, since, NOTHING, day(on)).why == why


def test_who_starts_after_the_one_day_has_some_weeks() -> None:
    late = MembershipFacts(role="Nurse", starts_on=day("2 Nov"))
    found = standing(ONE_DAY_FOR_EVERYBODY, late, NOTHING, day("2 Nov"))
    assert (found.state, found.due) == (State.NOT_STARTED, day("30 Nov"))
    assert "Started here on 2 November 2026, so it is due on 30 November 2026." in found.why


@pytest.mark.parametrize(
    ("days", "words"), [(0, "on the first day."), (1, "within 1 day."), (2, "within 2 days.")]
)
def test_days_are_counted_in_words(days: int, words: str) -> None:
    requirement = RequirementFacts(starts_on=day("1 Jan"), due_days=days)
    assert words in standing(requirement, NURSE, NOTHING, day("4 Oct")).why


def test_a_role_keeps_its_capitals_where_they_are_letters() -> None:
    role = "GP practice admin or reception"
    requirement = RequirementFacts(starts_on=day("1 Jan"), due_days=7, roles=frozenset({role}))
    member = MembershipFacts(role=role, starts_on=day("3 Oct"))
    found = standing(requirement, member, NOTHING, day("4 Oct"))
    assert "whose role here is GP practice admin or reception, within 7 days." in found.why


@pytest.mark.parametrize(
    ("requirement", "member", "why"),
    [
        (
            ASKED_OF_NURSES,
            MembershipFacts(role="Doctor", starts_on=day("1 Jan")),
            "Not asked of people whose role here is doctor.",
        ),
        (
            ASKED,
            MembershipFacts(role="Nurse", starts_on=day("2 Nov")),
            "Not asked yet: starts here on 2 November 2026.",
        ),
        (
            ASKED,
            MembershipFacts(role="Nurse", starts_on=day("1 Jan"), ends_on=day("31 Oct")),
            "Not asked: left on 31 October 2026.",
        ),
        (
            RequirementFacts(starts_on=day("1 Jan"), ends_on=day("31 Oct"), due_days=1),
            NURSE,
            "Not asked since 31 October 2026.",
        ),
    ],
)
def test_nothing_is_asked(requirement: RequirementFacts, member: MembershipFacts, why: str) -> None:
    found = standing(requirement, member, DONE, day("1 Nov"))
    assert (found.state, found.due, found.completed_on) == (State.NOT_REQUIRED, None, None)
    assert found.why == why


def test_the_last_day_here_still_counts() -> None:
    last = MembershipFacts(role="Nurse", starts_on=day("1 Jan"), ends_on=day("31 Oct"))
    assert standing(ASKED, last, NOTHING, day("31 Oct")).state is State.OVERDUE


def test_labels_are_plain_english() -> None:
    assert [state.label for state in State] == [
        "Overdue", "Expired", "Due soon", "Under way", "Not started", "Expires soon", "Done", "Not open yet",
        "Paused", "Exempt", "Not asked",
    ]  # fmt: skip


def test_the_most_urgent_comes_first() -> None:
    overdue = standing(ASKED, NURSE, BEGUN, day("1 Nov"))
    longer_overdue = standing(
        RequirementFacts(starts_on=day("1 Jan"), due_days=7), NURSE, BEGUN, day("1 Nov")
    )
    due_soon = standing(RequirementFacts(starts_on=day("1 Jan"), due_days=40), NURSE, NOTHING, day("1 Nov"))
    due_later = standing(RequirementFacts(starts_on=day("1 Jan"), due_days=90), NURSE, BEGUN, day("1 Nov"))
    done = standing(ASKED, NURSE, DONE, day("1 Nov"))
    ordered = sorted([done, due_later, overdue, due_soon, longer_overdue], key=lambda each: each.urgency)
    assert ordered == [longer_overdue, overdue, due_soon, due_later, done]
