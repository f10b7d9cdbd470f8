"""On which days an agreement binds an organisation: counted in spans, and asked day by day."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.requirements.models import Requirement
from learners.requirements.selectors.openings import Openings
from learners.requirements.standing import RequirementFacts, Span
from learners.requirements.standing.opening import days_held, joined, span_for, within
from learners.sharing.models import Stage, StageEntry
from learners.sharing.selectors.agreements import is_active_for
from tests.factories import NetworkMembershipFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of

FIRST, DAY = datetime.date(2027, 1, 1), datetime.timedelta(days=1)
ALL = [FIRST + number * DAY for number in range(40)]
days = st.sampled_from(ALL[:30])
spans = st.tuples(days, st.none() | st.integers(0, 9)).map(
    lambda pair: Span(pair[0], None if pair[1] is None else pair[0] + pair[1] * DAY)
)


def held(found: list[Span]) -> set[datetime.date]:
    return {day for day in ALL if any(day in span for span in found)}


@given(st.lists(st.tuples(days, st.booleans()), max_size=6).map(sorted))
def test_on_each_day_the_last_entry_until_then_counts(entries: list[tuple[datetime.date, bool]]) -> None:
    expected = {day for day in ALL if any([*(so for at, so in entries if at <= day)][-1:])}
    assert held(days_held(entries)) == expected


@given(st.lists(spans, max_size=5), spans)
def test_joining_and_limiting_keep_to_the_days(several: list[Span], limits: Span) -> None:
    together = joined(several)
    assert held(together) == held(several)
    assert held(within(several, limits)) == held(several) & held([limits])
    for one, other in pairwise(together):
        assert one.last
        assert one.last + DAY < other.first


@given(st.lists(spans, max_size=5).map(joined), days)
def test_what_holds_comes_before_what_will_and_that_before_what_did(
    several: list[Span], on: datetime.date
) -> None:
    found = span_for(several, on)
    assert (found is None) == (not several)
    if found and on not in found:
        assert on not in held(several)
        assert found.first > on or found == several[-1]


@pytest.mark.django_db
def test_the_spans_say_what_is_said_of_each_day() -> None:
    here = NetworkMembershipFactory()
    agreement = agreement_in(here.network, stage=Stage.SIGNING, on=days_ago(40))
    by = agreement.stages.get().by
    for stage, day in (("active", 30), ("review", 25), ("active", 25), ("expired", 12), ("active", 8)):
        StageEntry.objects.create(agreement=agreement, stage=stage, entered_on=days_ago(day), by=by)
    party_of(agreement, here.organisation, state="left", signed_on=days_ago(28), left_on=days_ago(3))
    waiting = Requirement(organisation=here.organisation, agreement=agreement, starts_on=days_ago(60))
    openings = Openings([waiting], [here.organisation_id])
    for number in range(45):
        on = days_ago(number)
        asked = openings.applied(RequirementFacts(starts_on=days_ago(60)), waiting, here.organisation_id, on)
        is_open = asked.is_open(on) and (asked.ends_on is None or on <= asked.ends_on)
        assert is_open == is_active_for(agreement, here.organisation, on), on
