"""A requirement that opens only when an agreement binds the organisation."""

import datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from learners.requirements.keeping import differences
from learners.requirements.models import KeptStanding
from learners.requirements.selectors import standings_of_person
from learners.requirements.standing import State
from learners.sharing.models import Stage, StageEntry
from tests.factories import (
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of
from tests.factories.standings import AdoptionFactory, worked_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory()


@pytest.fixture
def network(nurse: Any) -> Any:
    return NetworkMembershipFactory(organisation=nurse.organisation).network


@pytest.fixture
def agreement(network: Any) -> Any:
    """An agreement that is being signed."""
    return agreement_in(network, stage=Stage.SIGNING, on=days_ago(50))


@pytest.fixture
def waiting(nurse: Any, agreement: Any) -> Any:
    """Asked for 60 days within 28, once the agreement is active here."""
    return RequirementFactory(organisation=nurse.organisation, agreement=agreement)


def enters(agreement: Any, stage: Stage, on: datetime.date) -> None:
    StageEntry.objects.create(agreement=agreement, stage=stage, entered_on=on, by=agreement.stages.first().by)


def standing_of(hat: Any, on: datetime.date | None = None) -> Any:
    found = standings_of_person(hat.person, on or timezone.localdate())
    return found[0].standing if found else None


def kept(organisation: Any) -> list[str]:
    worked_out(organisation)
    assert not list(differences(organisation.pk))
    rows = KeptStanding.objects.current().filter(organisation=organisation)
    return list(rows.values_list("state", flat=True))


def later(days: int) -> Any:
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def test_it_waits_until_the_agreement_is_active_and_signed_here(
    nurse: Any, agreement: Any, waiting: Any
) -> None:
    here = nurse.organisation
    assert kept(here) == ["not_yet_open"]
    found = standing_of(nurse)
    assert (found.state, found.due) == (State.NOT_YET_OPEN, None)
    assert found.why.endswith("Not open yet: it waits for Sharing for care, version 1.0.")
    enters(agreement, Stage.ACTIVE, days_ago(0))
    assert kept(here) == ["not_yet_open"]
    party_of(agreement, OrganisationFactory())
    assert kept(here) == ["not_yet_open"]
    party_of(agreement, here, signed_on=days_ago(3))
    assert kept(here) == ["not_started"]


@pytest.mark.parametrize(
    ("active", "signed", "started", "due"),
    [
        (10, 20, 100, -18),  # days ago; from the day on which both hold
        (20, 10, 100, -18),
        (20, 10, 4, -24),  # whoever starts later has their days from there
        (70, 80, 100, 32),  # open before it was asked
    ],
)
def test_days_count_from_the_last_of_all_that_must_be_so(
    nurse: Any, agreement: Any, waiting: Any, active: int, signed: int, started: int, due: int
) -> None:
    agreement.stages.update(entered_on=days_ago(90))
    enters(agreement, Stage.ACTIVE, days_ago(active))
    party_of(agreement, nurse.organisation, signed_on=days_ago(signed))
    nurse.starts_on = days_ago(started)
    nurse.save()
    assert standing_of(nurse).due == days_ago(due)


def test_one_day_for_everybody_leaves_days_to_those_for_whom_it_opened_late(
    nurse: Any, agreement: Any, waiting: Any
) -> None:
    waiting.due_days, waiting.due_on, waiting.grace_days = None, days_ago(5), 14
    waiting.save()
    enters(agreement, Stage.ACTIVE, days_ago(2))
    party_of(agreement, nurse.organisation)
    found = standing_of(nurse)
    assert (found.state, found.due) == (State.DUE, days_ago(-12))
    day = f"{days_ago(2).day} {days_ago(2):%B %Y}"
    assert f"It opened here on {day}, so it is due on" in found.why


def test_a_day_ahead_is_kept_by_the_calendar_alone(nurse: Any, agreement: Any, waiting: Any) -> None:
    enters(agreement, Stage.ACTIVE, days_ago(-10))
    party_of(agreement, nurse.organisation)
    assert kept(nurse.organisation) == ["not_yet_open"]
    assert "Not open before" in standing_of(nurse).why
    with later(10):
        assert kept(nurse.organisation) == ["not_started"]
    with later(40):
        worked_out(nurse.organisation)
    rows = KeptStanding.objects.filter(organisation=nurse.organisation).order_by("from_on")
    turned = [(row.state, (row.from_on - days_ago(0)).days) for row in rows]
    assert turned == [("not_yet_open", 0), ("not_started", 10), ("due", 24), ("overdue", 39)]


@pytest.mark.parametrize("how", ["expires", "leaves", "declines"])
def test_it_ends_when_the_agreement_does_and_what_was_known_stays(
    nurse: Any, agreement: Any, waiting: Any, how: str
) -> None:
    here, today = nurse.organisation, days_ago(0)
    enters(agreement, Stage.ACTIVE, days_ago(40))
    party = party_of(agreement, here, signed_on=days_ago(40))
    assert kept(here) == ["overdue"]
    with later(1):
        if how == "expires":
            enters(agreement, Stage.EXPIRED, days_ago(0))
        elif how == "leaves":
            party.state, party.left_on = "left", today
            party.save()
        else:
            party.state = "declined"
            party.save()
        assert kept(here) == (["not_yet_open"] if how == "declines" else [])
        then = KeptStanding.objects.as_at(today).filter(organisation=here)
        assert list(then.values_list("state", flat=True)) == ["overdue"]


def test_it_opens_again_when_the_agreement_is_active_again(nurse: Any, agreement: Any, waiting: Any) -> None:
    enters(agreement, Stage.ACTIVE, days_ago(40))
    enters(agreement, Stage.REVIEW, days_ago(20))
    party_of(agreement, nurse.organisation, signed_on=days_ago(40))
    assert kept(nurse.organisation) == []
    enters(agreement, Stage.ACTIVE, days_ago(-5))
    assert kept(nurse.organisation) == ["not_yet_open"]
    with later(5):
        assert kept(nurse.organisation) == ["not_started"]


def test_the_next_version_carries_on_where_it_was_signed(nurse: Any, agreement: Any, waiting: Any) -> None:
    here, there = nurse.organisation, MembershipFactory()
    RequirementFactory(organisation=there.organisation, agreement=agreement)
    enters(agreement, Stage.ACTIVE, days_ago(40))
    for place in (here, there.organisation):
        party_of(agreement, place, signed_on=days_ago(40))
    following = agreement_in(agreement.network, version="2.0", supersedes=agreement, on=days_ago(5))
    party_of(following, here)
    enters(agreement, Stage.EXPIRED, days_ago(4))
    assert (kept(here), kept(there.organisation)) == (["overdue"], [])


def test_a_network_s_requirement_opens_in_each_organisation_that_signed(
    nurse: Any, network: Any, agreement: Any
) -> None:
    other = MembershipFactory()
    NetworkMembershipFactory(network=network, organisation=other.organisation)
    asked = RequirementFactory(organisation=None, network=network, agreement=agreement)
    for place in (nurse.organisation, other.organisation):
        AdoptionFactory(requirement=asked, organisation=place, starts_on=days_ago(60))
    enters(agreement, Stage.ACTIVE, days_ago(10))
    party_of(agreement, other.organisation)
    assert (kept(nurse.organisation), kept(other.organisation)) == (["not_yet_open"], ["not_started"])


def test_what_was_done_before_it_opens_counts(nurse: Any, agreement: Any, waiting: Any) -> None:
    finish_attempt(nurse.person, waiting.modules.get(), nurse.organisation)
    assert kept(nurse.organisation) == ["not_yet_open"]
    enters(agreement, Stage.ACTIVE, days_ago(0))
    party_of(agreement, nurse.organisation)
    assert kept(nurse.organisation) == ["compliant"]


def test_an_agreement_that_something_waits_for_stays(waiting: Any, agreement: Any) -> None:
    agreement.stages.all().delete()
    with pytest.raises(ProtectedError):
        agreement.delete()


def test_many_that_wait_cost_as_many_queries_as_one(nurse: Any, network: Any, waiting: Any) -> None:
    today = days_ago(0)
    with CaptureQueriesContext(connection) as one:
        standings_of_person(nurse.person, today)
    for version in ("2.0", "3.0", "4.0"):
        another = agreement_in(network, version=version)
        party_of(another, nurse.organisation)
        RequirementFactory(organisation=nurse.organisation, agreement=another)
    with CaptureQueriesContext(connection) as many:
        assert len(standings_of_person(nurse.person, today)) == 4
    assert len(many) == len(one)
