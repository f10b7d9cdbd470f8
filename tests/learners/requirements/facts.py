"""Situations for the pure decision: drawn at random, yet such as may come about."""

import datetime
from typing import NamedTuple

from hypothesis import strategies as st

from learners.requirements.standing import (
    Change,
    Completed,
    Exempt,
    History,
    MembershipFacts,
    Refresh,
    RequirementFacts,
    Span,
    Where,
)

FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2030, 12, 31)
days = st.dates(FIRST, LAST)
roles = st.sampled_from(["Nurse", "Doctor", "GP practice admin or reception"])
evidence = st.sampled_from(["marked", "tested_out", "self_declared", "package"])
EDITIONS = [datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), datetime.datetime(2027, 5, 1, tzinfo=datetime.UTC),
            datetime.datetime(2028, 2, 29, tzinfo=datetime.UTC)]  # fmt: skip
CHANGES = [Change(edition.date(), edition, "How to share") for edition in EDITIONS[1:]]


def spans(first: datetime.date = FIRST) -> st.SearchStrategy[Span]:
    return st.dates(first, LAST).flatmap(
        lambda day: st.builds(Span, st.just(day), st.none() | st.dates(day, LAST))
    )


def completions(until: datetime.date = LAST) -> st.SearchStrategy[Completed]:
    def of(day: datetime.date) -> st.SearchStrategy[Completed]:
        known = [edition for edition in EDITIONS if edition.date() <= day]
        return st.builds(
            Completed, st.just(day), st.sampled_from(Where), st.none() | st.sampled_from(known), evidence,
            st.none() | st.dates(day, LAST), st.booleans(),
        )  # fmt: skip

    return st.dates(FIRST, until).flatmap(of)


@st.composite
def requirements(draw: st.DrawFn, on: datetime.date) -> RequirementFacts:
    starts_on = draw(days)
    within = draw(st.none() | st.integers(0, 400))
    opens = draw(st.none() | days | st.just("it waits for an agreement"))
    return RequirementFacts(
        starts_on=starts_on,
        ends_on=draw(st.none() | st.dates(starts_on, LAST)),
        waits_for=opens if isinstance(opens, str) else "",
        opens_on=None if isinstance(opens, str) else opens,
        roles=draw(st.frozensets(roles)),
        due_days=within,
        due_on=draw(days) if within is None else None,
        refresh=draw(st.sampled_from(Refresh)),
        refresh_months=draw(st.integers(1, 40)),
        window_opens=(draw(st.integers(1, 12)), 1),
        window_closes=(draw(st.integers(1, 12)), 28),
        window_grace_days=draw(st.integers(0, 60)),
        minimum=draw(st.none() | st.sampled_from(EDITIONS)),
        changes=tuple(each for each in CHANGES if each.on <= on),
        change_days=draw(st.integers(0, 60)),
        accepts_from=draw(st.sampled_from(Where)),
    )


@st.composite
def memberships(draw: st.DrawFn) -> MembershipFacts:
    starts_on = draw(days)
    ends_on = draw(st.none() | st.dates(starts_on, LAST))
    pauses = draw(st.lists(spans(starts_on), max_size=2).map(tuple))
    return MembershipFacts(role=draw(roles), starts_on=starts_on, ends_on=ends_on, pauses=pauses)


class Situation(NamedTuple):
    """What a standing is decided from. Nothing has happened after the day."""

    requirement: RequirementFacts
    membership: MembershipFacts
    history: History
    on: datetime.date


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    on = draw(days)
    history = History(
        tuple(sorted(draw(st.lists(st.dates(FIRST, on), max_size=3)))),
        tuple(draw(st.lists(completions(on), max_size=3))),
        tuple(draw(st.lists(st.builds(Exempt, spans(), st.just("Works elsewhere")), max_size=1))),
    )
    return Situation(draw(requirements(on)), draw(memberships()), history, on)
