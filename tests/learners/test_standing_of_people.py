"""Where people stand, read from what they did."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from learners.organisations.models import Membership, Organisation
from learners.requirements.selectors import PersonHere, PersonStanding, standings_of, standings_of_person
from learners.requirements.standing import State
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
    start_attempt,
)
from tests.factories.modules import publish_again
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db


def people_of(organisation: Organisation) -> list[PersonHere]:
    today = timezone.localdate()
    return standings_of(Membership.objects.in_force(on=today).filter(organisation=organisation), today)


def only(organisation: Organisation) -> PersonStanding:
    (person,) = people_of(organisation)
    (asked,) = person.asked
    return asked


def test_who_began_is_under_way_until_it_is_overdue() -> None:
    member = MembershipFactory(new_starter=True)
    requirement = RequirementFactory(organisation=member.organisation)
    start_attempt(member.person, requirement.modules.get(), member.organisation)
    assert only(member.organisation).standing.state is State.UNDER_WAY
    with time_machine.travel(timezone.now() + datetime.timedelta(days=29)):
        assert only(member.organisation).standing.state is State.OVERDUE


def test_a_completion_in_an_earlier_edition_counts_for_some_weeks_after_a_material_change() -> None:
    member = MembershipFactory()
    requirement = RequirementFactory(organisation=member.organisation)
    finish_attempt(member.person, requirement.modules.get(), member.organisation)
    publish_again(requirement.modules.get())
    asked = only(member.organisation)
    assert asked.standing.state is State.EXPIRING
    assert asked.standing.expires == timezone.localdate() + datetime.timedelta(days=28)
    assert "another organisation" not in asked.standing.why
    assert "The module changed on" in asked.standing.why


def test_a_completion_for_another_employer_counts_in_both() -> None:
    member = MembershipFactory()
    other = MembershipFactory(person=member.person)
    requirement = RequirementFactory(organisation=member.organisation)
    RequirementFactory(organisation=other.organisation, module=requirement.modules.get())
    finish_attempt(member.person, requirement.modules.get(), other.organisation)
    here, there = only(member.organisation).standing, only(other.organisation).standing
    assert here.state is there.state is State.COMPLIANT
    assert "while working for another organisation" in here.why
    assert other.organisation.name not in here.why
    assert "another organisation" not in there.why


def test_a_completion_without_a_hat_names_no_organisation() -> None:
    member = MembershipFactory()
    requirement = RequirementFactory(organisation=member.organisation)
    finish_attempt(member.person, requirement.modules.get(), None)
    assert "another organisation" not in only(member.organisation).standing.why


def test_days_are_local_days() -> None:
    member = MembershipFactory()
    requirement = RequirementFactory(organisation=member.organisation)
    with time_machine.travel(datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)):
        start_attempt(member.person, requirement.modules.get(), member.organisation)
    with time_machine.travel(datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC)):
        Membership.objects.update(starts_on=datetime.date(2026, 6, 1))
        requirement.starts_on = datetime.date(2026, 6, 1)
        requirement.save()
        assert "Began on 1 July 2026" in only(member.organisation).standing.why


def test_somebody_with_two_hats_comes_once_with_the_earlier_due_day() -> None:
    here = OrganisationFactory()
    ward, night = (
        TeamFactory(organisation=here, name="Ward 6"),
        TeamFactory(organisation=here, name="Night team"),
    )
    first = MembershipFactory(organisation=here, team=ward, starts_on=days_ago(50))
    MembershipFactory(
        person=first.person, organisation=here, team=night, starts_on=days_ago(10), staff_group="students"
    )
    RequirementFactory(organisation=here, due_days=28)
    (person,) = people_of(here)
    assert person.hat.uuid == first.uuid
    assert person.teams == "Ward 6, Night team"
    assert person.roles == "Nurse"
    assert person.staff_groups == "Nursing and midwifery registered, Students"
    assert [asked.standing.state for asked in person.asked] == [State.OVERDUE]


def test_a_module_asked_under_the_second_hat_alone_is_asked() -> None:
    first = MembershipFactory()
    doctor = MembershipFactory(person=first.person, organisation=first.organisation, starts_on=days_ago(5))
    RequirementFactory(organisation=first.organisation, roles=["doctor"])
    assert people_of(first.organisation)[0].asked == ()
    doctor.role = type(doctor.role).objects.get(slug="doctor")
    doctor.save()
    assert only(first.organisation).standing.due == doctor.starts_on + datetime.timedelta(days=28)


def test_a_module_asked_for_twice_is_due_by_the_stricter() -> None:
    member = MembershipFactory(new_starter=True)
    lax = RequirementFactory(organisation=member.organisation, due_days=90)
    strict = RequirementFactory(
        organisation=member.organisation, module=lax.modules.get(), due_days=7, starts_on=days_ago(3)
    )
    assert only(member.organisation).requirement == strict


def test_a_module_that_is_no_longer_published_is_not_asked() -> None:
    member = MembershipFactory()
    requirement = RequirementFactory(organisation=member.organisation)
    requirement.modules.get().unpublish()
    assert people_of(member.organisation)[0].asked == ()


def test_people_come_by_last_name_whatever_its_case() -> None:
    organisation = OrganisationFactory()
    for first, last in (("Bea", "Young"), ("Ann", "adams"), ("Cy", "Young")):
        MembershipFactory(organisation=organisation, person=PersonFactory(first_name=first, last_name=last))
    assert [person.name for person in people_of(organisation)] == ["Ann adams", "Bea Young", "Cy Young"]


def test_my_own_standings_come_most_urgent_first_from_every_employer() -> None:
    person = PersonFactory()
    member, other = MembershipFactory(person=person), MembershipFactory(person=person, new_starter=True)
    MembershipFactory(person=person, left=True)
    done, overdue = (RequirementFactory(organisation=member.organisation) for _ in range(2))
    later = RequirementFactory(organisation=other.organisation, module=overdue.modules.get(), due_days=90)
    soon = RequirementFactory(organisation=other.organisation, module=ModuleFactory(), due_days=5)
    finish_attempt(person, done.modules.get(), member.organisation)
    found = standings_of_person(person, timezone.localdate())
    assert [each.requirement for each in found] == [overdue, soon, later, done]
    assert [each.organisation for each in found][:2] == [member.organisation, other.organisation]
    assert found[1].module == soon.modules.get()


def test_people_are_read_in_a_fixed_number_of_queries(django_assert_num_queries) -> None:
    organisation = OrganisationFactory()
    RequirementFactory(organisation=organisation, roles=["nurse"])
    for size in (1, 20):
        MembershipFactory.create_batch(size, organisation=organisation)
        with django_assert_num_queries(15):
            found = people_of(organisation)
            [asked.module.title + asked.organisation.name for person in found for asked in person.asked]


def test_nobody_costs_nothing_more() -> None:
    assert people_of(OrganisationFactory()) == []
