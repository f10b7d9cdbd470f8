"""One organisation becomes another: who goes where."""

import datetime

import pytest

from learners.organisations.merging import (
    MergerRefused,
    apply_merger,
)
from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Appointment, Membership, Organisation, Pause
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TeamFactory,
)
from tests.factories.structure import (
    APRIL,
    LONG_AGO,
    MARCH_31,
    MAY,
    PauseFactory,
    SiteFactory,
    applied,
    hats,
    planned,
    works,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> Organisation:
    return OrganisationFactory(name="Ashdown Trust")


@pytest.fixture
def new() -> Organisation:
    return OrganisationFactory(name="Vale Trust")


def test_who_works_there_goes_on_in_the_successor_on_the_first_day(old, new) -> None:
    site = SiteFactory(organisation=old, name="North wing")
    ward = TeamFactory(organisation=old, name="Ward 6", parent=TeamFactory(organisation=old, name="Medicine"))
    hat = works(
        old,
        team=ward,
        site=site,
        job_title="Staff nurse",
        employee_number="AT001",
        assignment_number="AT001-2",
        manager_email="m@example.org",
    )
    applied(old, new, APRIL)
    assert hats(hat.person, on=MARCH_31) == [hat]
    (begun,) = hats(hat.person)
    assert (begun.organisation, begun.starts_on, begun.ends_on) == (new, APRIL, None)
    assert (begun.team.name, begun.team.parent.name, begun.site.name) == ("Ward 6", "Medicine", "North wing")
    assert begun.team.organisation == begun.team.parent.organisation == begun.site.organisation == new
    for name in ("role", "staff_group", "job_title", "employee_number", "assignment_number", "manager_email"):
        assert getattr(begun, name) == getattr(hat, name)
    hat.refresh_from_db()
    assert hat.ends_on == MARCH_31


def test_the_predecessor_closes_the_day_before(old, new) -> None:
    applied(old, new, APRIL)
    old.refresh_from_db()
    assert old.ends_on == MARCH_31
    assert old not in Organisation.objects.open(on=APRIL)
    assert old in Organisation.objects.open(on=MARCH_31)


def test_planning_and_looking_write_nothing_but_the_plan(old, new) -> None:
    hat = works(old, team=TeamFactory(organisation=old))
    plan = plan_of(planned(old, new, APRIL))
    assert ([move.ended for move in plan.made], plan.people) == ([hat], 1)
    assert [team.name for team in plan.places.new_teams] == [hat.team.name]
    assert not new.teams.exists()
    assert Membership.objects.get() == hat
    assert Membership.objects.get().ends_on is None


def test_who_works_in_both_ends_with_the_one_hat_they_had_in_the_successor(old, new) -> None:
    person = PersonFactory()
    works(old, person)
    there = works(new, person)
    merger = applied(old, new, APRIL)
    assert hats(person) == [there]
    assert [(move.begun, move.was_made) for move in merger.moves.all()] == [(there, False)]


def test_two_posts_with_numbers_of_their_own_stay_two(old, new) -> None:
    person = PersonFactory()
    works(old, person, assignment_number="1")
    works(new, person, assignment_number="2")
    applied(old, new, APRIL)
    assert sorted(hat.assignment_number for hat in hats(person, new)) == ["1", "2"]


def test_two_hats_without_a_number_become_one_and_the_review_says_which_role_is_lost(old, new) -> None:
    person = PersonFactory()
    works(old, person)
    works(old, person, starts_on=datetime.date(2025, 1, 1), role=Role.objects.get(slug="volunteer"))
    plan = plan_of(planned(old, new, APRIL))
    assert [move.ended.role.slug for move in plan.other_role] == ["volunteer"]
    apply_merger(merger=plan.merger, reviewed=plan.digest, by=plan.merger.planned_by)
    (hat,) = hats(person)
    assert hat.role.slug == "nurse"


def test_a_hat_in_the_successor_that_ends_is_followed_by_one_that_goes_on(old, new) -> None:
    person = PersonFactory()
    works(old, person)
    there = works(new, person, ends_on=datetime.date(2026, 4, 30))
    applied(old, new, APRIL)
    assert hats(person) == [there]
    (later,) = hats(person, on=MAY)
    assert (later.organisation, later.starts_on) == (new, MAY)


def test_who_has_not_begun_begins_in_the_successor(old, new) -> None:
    hat = works(old, starts_on=MAY, team=TeamFactory(organisation=old, name="Ward 6"))
    merger = applied(old, new, APRIL)
    (found,) = hats(hat.person, on=MAY)
    assert (found.pk, found.uuid, found.organisation, found.team.organisation) == (hat.pk, hat.uuid, new, new)
    assert merger.moves.get().begun == found


def test_who_is_to_begin_in_both_has_to_be_settled_first(old, new) -> None:
    person = PersonFactory(first_name="Ada", last_name="Quist")
    works(old, person, starts_on=MAY)
    works(new, person)
    plan = plan_of(planned(old, new, APRIL))
    assert "Ada Quist is to begin at Ashdown Trust on 1 May 2026" in plan.refusals[0]
    with pytest.raises(MergerRefused):
        apply_merger(merger=plan.merger, reviewed=plan.digest, by=plan.merger.planned_by)
    assert not Membership.objects.filter(person=person, organisation=new, starts_on=MAY).exists()


def test_who_left_before_stays_where_they_were(old, new) -> None:
    hat = works(old, ends_on=MARCH_31)
    merger = applied(old, new, APRIL)
    assert not merger.moves.exists()
    assert Membership.objects.get(person=hat.person) == hat


def test_a_last_day_that_was_agreed_holds_in_the_successor(old, new) -> None:
    hat = works(old, ends_on=MAY)
    applied(old, new, APRIL)
    assert hats(hat.person)[0].ends_on == MAY


def test_a_pause_goes_on(old, new) -> None:
    hat = PauseFactory(membership=works(old), starts_on=LONG_AGO, ends_on=MAY).membership
    applied(old, new, APRIL)
    (pause,) = hats(hat.person)[0].pauses.all()
    assert (pause.starts_on, pause.ends_on) == (APRIL, MAY)
    assert Pause.objects.count() == 2


def test_a_team_and_a_site_of_the_same_name_are_used_whatever_their_capitals(old, new) -> None:
    there = TeamFactory(organisation=new, name="ward 6")
    hat = works(old, team=TeamFactory(organisation=old, name="Ward 6", site=SiteFactory(organisation=old)))
    applied(old, new, APRIL)
    assert hats(hat.person)[0].team == there
    assert new.teams.count() == 1
    assert not new.sites.exists()


def test_an_employee_number_that_somebody_else_has_there_is_not_carried(old, new) -> None:
    works(new, employee_number="7")
    hat, other = works(old, employee_number="7"), works(old, employee_number="8")
    merger = planned(old, new, APRIL)
    plan = plan_of(merger)
    assert [move.ended for move in plan.lost_numbers] == [hat]
    apply_merger(merger=merger, reviewed=plan.digest, by=merger.planned_by)
    assert [hats(each.person)[0].employee_number for each in (hat, other)] == ["", "8"]


def test_who_sees_the_people_sees_them_in_the_successor_too(old, new) -> None:
    manager = AppointmentFactory(organisation=old, starts_on=LONG_AGO)
    AppointmentFactory(organisation=old, starts_on=LONG_AGO, ends_on=MARCH_31)
    both = AppointmentFactory(organisation=old, starts_on=LONG_AGO, capacity="administrator")
    AppointmentFactory(organisation=new, person=both.person, starts_on=LONG_AGO, capacity="administrator")
    applied(old, new, APRIL)
    made = Appointment.objects.get(organisation=new, starts_on=APRIL)
    assert (made.person, made.capacity) == (manager.person, "manager")
    manager.refresh_from_db()
    assert manager.ends_on is None


def test_appointments_stay_where_the_plan_says_so(old, new) -> None:
    AppointmentFactory(organisation=old, starts_on=LONG_AGO)
    applied(old, new, APRIL, with_appointments=False)
    assert not new.appointments.exists()


def test_the_predecessor_leaves_its_networks(old, new) -> None:
    now = NetworkMembershipFactory(organisation=old, starts_on=LONG_AGO)
    NetworkMembershipFactory(organisation=old, starts_on=MAY)
    applied(old, new, APRIL)
    assert [(each.pk, each.ends_on) for each in old.network_memberships.all()] == [(now.pk, MARCH_31)]
