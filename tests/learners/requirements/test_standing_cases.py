"""Every state and every way to be due, good and excused, read aloud."""

import datetime
from dataclasses import replace

import pytest

from learners.requirements.standing import (
    Change,
    Completed,
    Exempt,
    History,
    MembershipFacts,
    Refresh,
    RequirementFacts,
    Span,
    State,
    Where,
    standing,
)


def day(text: str) -> datetime.date:
    return datetime.datetime.strptime(text, "%d %b %Y").date()  # noqa: DTZ007


def at(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%d %b %Y").replace(tzinfo=datetime.UTC)


ASKED = RequirementFacts(starts_on=day("1 Jan 2026"), due_days=28)
ROLLING = replace(ASKED, refresh=Refresh.ROLLING, refresh_months=12)
WINTER = replace(
    ASKED, refresh=Refresh.YEARLY, window_opens=(11, 1), window_closes=(2, 29), window_grace_days=14
)
NURSE = MembershipFacts(role="Nurse", starts_on=day("1 Jan 2026"))


def done(*days: str, **more) -> History:
    return History((), tuple(Completed(day(each), **more) for each in days))


@pytest.mark.parametrize(
    ("on", "state", "expires"),
    [
        ("1 Nov 2026", State.COMPLIANT, "20 Jan 2027"),
        ("20 Nov 2026", State.COMPLIANT, "20 Jan 2027"),
        ("21 Nov 2026", State.EXPIRING, "20 Jan 2027"),
        ("20 Jan 2027", State.EXPIRING, "20 Jan 2027"),
        ("21 Jan 2027", State.EXPIRED, None),
    ],
)
def test_what_was_done_runs_out_some_months_later(on: str, state: State, expires: str | None) -> None:
    found = standing(ROLLING, NURSE, done("20 Jan 2026"), day(on))
    assert (found.state, found.expires) == (state, day(expires) if expires else None)


def test_what_ran_out_says_by_when_it_was_to_be_done_again() -> None:
    assert standing(ROLLING, NURSE, done("20 Jan 2026"), day("1 Mar 2027")).why == (
        "Asked of everybody, within 28 days. Done on 20 January 2026. "
        "It was to be done again by 20 January 2027."
    )


@pytest.mark.parametrize(
    ("was", "until"),
    [
        ("29 Feb 2028", "28 Feb 2029"),
        ("28 Feb 2027", "28 Feb 2028"),
        ("31 Dec 2026", "31 Dec 2027"),
        ("29 Mar 2026", "29 Mar 2027"),
    ],
)
def test_a_year_is_a_year_whatever_its_february(was: str, until: str) -> None:
    assert standing(ROLLING, NURSE, done(was), day(was)).expires == day(until)


def test_a_month_without_such_a_day_ends_with_its_last() -> None:
    monthly = replace(ROLLING, refresh_months=1)
    assert standing(monthly, NURSE, done("31 Jan 2028"), day("1 Feb 2028")).expires == day("29 Feb 2028")


@pytest.mark.parametrize(
    ("was", "until"),
    [
        ("10 Dec 2026", "14 Mar 2028"),  # within a window: good for the whole of the next, and its grace
        ("3 Jan 2027", "14 Mar 2028"),  # the same window, over new year
        ("1 Nov 2026", "14 Mar 2028"),
        ("31 Oct 2026", "14 Mar 2027"),
    ],
)
def test_once_in_each_yearly_window(was: str, until: str) -> None:
    found = standing(WINTER, NURSE, done(was), day(was))
    assert found.expires == day(until)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("31 Oct 2027", State.COMPLIANT),
        ("1 Nov 2027", State.EXPIRING),
        ("14 Mar 2028", State.EXPIRING),
        ("15 Mar 2028", State.EXPIRED),
    ],
)
def test_it_expires_while_the_window_is_open(on: str, state: State) -> None:
    assert standing(WINTER, NURSE, done("10 Dec 2026"), day(on)).state is state


def test_evidence_may_run_out_before() -> None:
    history = done("20 Jan 2026", expires_on=day("1 Jun 2026"))
    assert standing(ROLLING, NURSE, history, day("2 Feb 2026")).expires == day("1 Jun 2026")
    assert standing(ASKED, NURSE, history, day("2 Jun 2026")).state is State.EXPIRED


CHANGED = replace(ASKED, changes=(Change(day("1 Jun 2026"), at("1 Jun 2026"), "Sharing with social care."),))


@pytest.mark.parametrize(
    ("on", "state", "words"),
    [
        ("1 Jun 2026", State.EXPIRING, "What changed is to be done by 29 June 2026."),
        ("29 Jun 2026", State.EXPIRING, "What changed is to be done by 29 June 2026."),
        ("30 Jun 2026", State.EXPIRED, "What changed was to be done by 29 June 2026."),
    ],
)
def test_a_material_change_asks_for_what_changed(on: str, state: State, words: str) -> None:
    found = standing(CHANGED, NURSE, done("20 Jan 2026", edition=at("1 Jan 2026")), day(on))
    assert found.state is state
    assert f"The module changed on 1 June 2026: Sharing with social care. {words}" in found.why


def test_whoever_did_the_new_edition_or_what_changed_in_it_is_done() -> None:
    old = Completed(day("20 Jan 2026"), edition=at("1 Jan 2026"))
    new = Completed(day("3 Jun 2026"), edition=at("1 Jun 2026"))
    whole = standing(CHANGED, NURSE, History((), (new,)), day("4 Jun 2026"))
    part = standing(CHANGED, NURSE, History((), (old, replace(new, only_changes=True))), day("4 Jun 2026"))
    assert whole.state is part.state is State.COMPLIANT


def test_a_part_alone_is_not_the_whole() -> None:
    history = done("3 Jun 2026", edition=at("1 Jun 2026"), only_changes=True)
    found = standing(CHANGED, NURSE, history, day("4 Jun 2026"))
    assert found.state is State.OVERDUE
    assert "What was done on 3 June 2026 is only a part of it: what had changed." in found.why


def test_an_edition_that_is_too_old_does_not_count() -> None:
    requirement = replace(ASKED, minimum=at("1 Jun 2026"))
    found = standing(requirement, NURSE, done("20 Jan 2026", edition=at("1 Jan 2026")), day("4 Jun 2026"))
    assert (found.state, found.completed_on) == (State.OVERDUE, None)
    assert "does not count: the module has changed too much since." in found.why


@pytest.mark.parametrize(
    ("accepted", "more", "words"),
    [
        ({}, {"evidence": "self_declared"}, "how we know of it is not accepted here."),
        ({"accepts_from": Where.HERE}, {"where": Where.NETWORK}, "for another organisation is not accepted"),
        ({"accepts_from": Where.NETWORK}, {"where": Where.ANYWHERE}, "for another organisation is not acc"),
    ],
)
def test_what_is_not_accepted_is_said(accepted: dict, more: dict, words: str) -> None:
    found = standing(replace(ASKED, **accepted), NURSE, done("20 Jan 2026", **more), day("4 Jun 2026"))
    assert found.state is State.OVERDUE
    assert words in found.why


def test_what_is_accepted_counts() -> None:
    declared = replace(ASKED, accepts=frozenset({"self_declared"}), accepts_from=Where.NETWORK)
    history = done("20 Jan 2026", evidence="self_declared", where=Where.NETWORK)
    assert standing(declared, NURSE, history, day("4 Jun 2026")).state is State.COMPLIANT


AWAY = replace(NURSE, pauses=(Span(day("10 Jan 2026"), day("31 May 2026")),))


@pytest.mark.parametrize(
    ("on", "state", "words"),
    [
        ("9 Jan 2026", State.NOT_STARTED, "Paused until 31 May 2026, so it is due on 28 June 2026."),
        ("10 Jan 2026", State.PAUSED, "Paused until 31 May 2026: nothing is asked meanwhile."),
        ("31 May 2026", State.PAUSED, "nothing is asked meanwhile."),
        ("1 Jun 2026", State.NOT_STARTED, "Paused until 31 May 2026, so it is due on 28 June 2026."),
        ("29 Jun 2026", State.OVERDUE, "so it was due on 28 June 2026."),
    ],
)
def test_a_pause_puts_off_what_falls_into_it(on: str, state: State, words: str) -> None:
    found = standing(ASKED, AWAY, History(), day(on))
    assert found.state is state
    assert words in found.why


def test_a_pause_without_an_end_lasts() -> None:
    away = replace(NURSE, pauses=(Span(day("10 Jan 2026")),))
    found = standing(ASKED, away, History(), day("1 Jan 2029"))
    assert found.state is State.PAUSED
    assert found.why.endswith("Paused: nothing is asked meanwhile.")


@pytest.mark.parametrize(
    ("on", "state"),
    [("28 Feb 2026", State.OVERDUE), ("1 Mar 2026", State.EXEMPT), ("1 Apr 2026", State.OVERDUE)],
)
def test_somebody_exempt_need_not_on_those_days(on: str, state: State) -> None:
    history = History((), (), (Exempt(Span(day("1 Mar 2026"), day("31 Mar 2026")), "Works in the kitchen"),))
    found = standing(ASKED, NURSE, history, day(on))
    assert found.state is state
    if state is State.EXEMPT:
        assert found.why.endswith("Exempt until 31 March 2026: Works in the kitchen.")


def test_what_is_asked_from_a_later_day_is_not_open_yet() -> None:
    found = standing(replace(ASKED, starts_on=day("2 Mar 2026")), NURSE, History(), day("1 Mar 2026"))
    assert (found.state, found.changes_on) == (State.NOT_YET_OPEN, day("2 Mar 2026"))
    assert found.why.endswith("Not open before 2 March 2026.")


def test_what_waits_for_something_says_for_what() -> None:
    waiting = replace(ASKED, waits_for="the record is not live here")
    found = standing(waiting, NURSE, History(), day("1 Mar 2026"))
    assert found.state is State.NOT_YET_OPEN
    assert found.why.endswith("Not open yet: the record is not live here.")


def test_it_is_to_be_learned_before_a_go_live() -> None:
    requirement = RequirementFacts(
        starts_on=day("1 Jan 2026"),
        due_on=day("31 May 2026"),
        go_live="the shared record goes live",
        asked_by="Dorset",
    )
    found = standing(requirement, NURSE, History((day("2 Feb 2026"),)), day("1 Mar 2026"))
    assert found.state is State.UNDER_WAY
    assert found.why == (
        "Asked by Dorset of everybody, by 31 May 2026, before the shared record goes live. "
        "Began on 2 February 2026, not finished."
    )


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ({"kinds": frozenset({"hospice"})}, "Not asked of people in organisations of this kind."),
        ({"staff_groups": frozenset({"medical"})}, "Not asked of people of this staff group."),
        ({"teams": frozenset({7})}, "Not asked of people in this team."),
        ({"sites": frozenset({7})}, "Not asked of people at this site."),
    ],
)
def test_an_audience_leaves_others_out(audience: dict, words: str) -> None:
    asked = replace(ASKED, **audience)
    assert standing(asked, NURSE, History(), day("1 Mar 2026")).why == words
    member = replace(NURSE, kind="hospice", staff_group="medical", team=7, site=7)
    assert standing(asked, member, History(), day("1 Mar 2026")).state is State.OVERDUE
