"""A report of a day before a merger reads the same after it."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from learners.organisations.merging import undo_merger
from learners.organisations.models import Membership, Organisation
from learners.organisations.scope import Scope
from learners.requirements.keeping import catch_up, differences
from learners.requirements.models import KeptStanding, Stirred
from learners.requirements.selectors import PersonHere, standings_of
from learners.requirements.standing import Standing
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago
from tests.factories.structure import applied

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> Organisation:
    """A trust in a network that asks for a module: some have done it, some are overdue, one has just begun."""
    trust = OrganisationFactory(name="Ashdown Trust")
    module = RequirementFactory(organisation=trust).modules.get()
    team = TeamFactory(organisation=trust)
    members = MembershipFactory.create_batch(7, organisation=trust, team=team)
    for member in members[:3]:
        finish_attempt(member.person, module, trust)
    MembershipFactory(organisation=trust, starts_on=days_ago(2))
    MembershipFactory(organisation=trust, left=True)
    NetworkMembershipFactory(organisation=trust)
    return trust


def reads(people: list[PersonHere]) -> list[Any]:
    """What a report says of people, in every word: all but a last day that nobody knew of then, and when that turns."""
    return [
        (
            [hat._replace(ends_on=None) for hat in each.hats],
            [(asked.module, _standing(asked.standing), asked.standing.why) for asked in each.asked],
        )
        for each in people
    ]


def _standing(standing: Standing) -> Standing:
    return replace(standing, changes_on=None, membership=replace(standing.membership, ends_on=None))


def report(old: Organisation, day: datetime.date) -> Any:
    """Everything that is read of an organisation as at a day: from the history, and from the table of standings."""
    roster = Membership.objects.in_force(on=day).filter(organisation=old)
    kept = KeptStanding.objects.as_at(day).filter(organisation=old).order_by("person", "module_key")
    return reads(standings_of(roster, day)), list(
        kept.values_list("person", "module_key", "state", "due", "team")
    )


@pytest.mark.parametrize("days", [1, 30, 59])
def test_a_report_as_at_a_day_before_reads_the_same_after_the_merger_and_after_its_undoing(old, days) -> None:
    first_day = timezone.localdate()
    day = first_day - datetime.timedelta(days=days)
    Stirred.objects.create(organisation=old, on=first_day - datetime.timedelta(days=60))
    catch_up(old.pk, at_most=None)
    before = report(old, day)
    assert all(before)
    new = OrganisationFactory()
    merger = applied(old, new, first_day)
    assert not list(differences(old.pk)) + list(differences(new.pk))
    assert report(old, day) == before
    undo_merger(merger=merger, by=merger.planned_by)
    assert not list(differences(old.pk)) + list(differences(new.pk))
    assert report(old, day) == before


def test_march_reads_the_same_after_an_april_merger() -> None:
    march, april = datetime.date(2026, 3, 31), datetime.date(2026, 4, 1)
    trust, new = OrganisationFactory(), OrganisationFactory()
    MembershipFactory.create_batch(2, organisation=trust, starts_on=datetime.date(2020, 1, 6))
    RequirementFactory(organisation=trust, starts_on=datetime.date(2026, 1, 5))
    roster = Membership.objects.in_force(on=march).filter(organisation=trust)
    before = reads(standings_of(roster, march))
    with time_machine.travel(datetime.datetime(2026, 4, 12, 9, tzinfo=datetime.UTC)):
        applied(trust, new, april)
        assert reads(standings_of(roster.all(), march)) == before
        assert len(before) == 2


def test_from_the_first_day_on_the_people_are_the_successors(old) -> None:
    new, first_day = OrganisationFactory(), timezone.localdate()
    people = Membership.objects.in_force(on=first_day).filter(organisation=old).count()
    applied(old, new, first_day)
    there = Membership.objects.in_force(on=first_day)
    assert (there.filter(organisation=old).count(), there.filter(organisation=new).count()) == (0, people)


def test_who_managed_the_predecessor_may_still_look_back(old) -> None:
    """The appointment in the predecessor goes on, so that its past can be read."""
    manager = AppointmentFactory(organisation=old).person
    new, first_day = OrganisationFactory(), timezone.localdate()
    applied(old, new, first_day)
    assert set(Scope(manager, first_day).organisations()) == {old, new}
    assert not Scope(manager, first_day).roster(old).exists()
    assert Scope(manager, days_ago(1)).roster(old).count() == 9
