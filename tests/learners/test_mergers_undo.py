"""A merger is undone within 30 days, exactly; or it says what has moved on."""

import datetime
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from learners.organisations.merging import (
    MergerRefused,
    move_latecomers,
    reasons_against_undoing,
    undo_merger,
)
from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Membership, MergerState, Organisation
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TeamFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.structure import PauseFactory, SiteFactory, applied

pytestmark = pytest.mark.django_db
APRIL = datetime.date(2026, 4, 1)
LONG_AGO = datetime.date(2020, 1, 6)
KEPT = (
    "organisation",
    "site",
    "team",
    "membership",
    "pause",
    "appointment",
    "network",
    "networkmembership",
    "mergermove",
    "mergerchange",
)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of organisations but the mergers themselves."""
    return {
        name: list(apps.get_model("organisations", name)._base_manager.order_by("pk").values())
        for name in KEPT
    }


@pytest.fixture
def old() -> Organisation:
    """A trust with one of everything that a merger touches."""
    trust = OrganisationFactory(name="Ashdown Trust")
    ward = TeamFactory(
        organisation=trust,
        name="Ward 6",
        site=SiteFactory(organisation=trust),
        parent=TeamFactory(organisation=trust, name="Medicine"),
    )
    hat = MembershipFactory(
        organisation=trust,
        team=ward,
        starts_on=LONG_AGO,
        person=PersonFactory(first_name="Zofia", last_name="Nowak"),
    )
    PauseFactory(membership=hat, starts_on=LONG_AGO)
    MembershipFactory(organisation=trust, team=ward, starts_on=datetime.date(2026, 5, 1))
    AppointmentFactory(organisation=trust, starts_on=LONG_AGO)
    NetworkMembershipFactory(organisation=trust, starts_on=LONG_AGO)
    NetworkMembershipFactory(organisation=trust, starts_on=datetime.date(2026, 6, 1))
    return trust


@pytest.fixture
def new() -> Organisation:
    return OrganisationFactory(name="Vale Trust")


def undo(merger) -> bool:
    return undo_merger(merger=merger, by=merger.planned_by)


def made(new) -> Membership:
    return Membership.objects.get(organisation=new, starts_on=APRIL, person__last_name="Nowak")


def test_undoing_puts_every_row_back_as_it_was(old, new) -> None:
    before = everything()
    merger = applied(old, new, APRIL)
    assert everything() != before
    assert undo(merger)
    assert everything() == before
    merger.refresh_from_db()
    assert merger.state is MergerState.UNDONE


def test_it_can_be_planned_again_afterwards(old, new) -> None:
    before = everything()
    undo(applied(old, new, APRIL))
    old.refresh_from_db()
    assert undo(applied(old, new, APRIL))
    assert everything() == before


def test_undoing_twice_changes_nothing_the_second_time(old, new) -> None:
    merger = applied(old, new, APRIL)
    assert undo(merger)
    before = everything()
    assert not undo(merger)
    assert everything() == before


def test_undoing_takes_back_those_who_were_moved_late_too(old, new) -> None:
    before = everything()
    merger = applied(old, new, APRIL)
    late = MembershipFactory(organisation=old, starts_on=datetime.date(2026, 3, 20))
    assert move_latecomers(merger=merger, reviewed=plan_of(merger).digest, by=merger.planned_by)
    assert undo(merger)
    late.refresh_from_db()
    assert late.ends_on is None
    late.delete()
    assert everything() == before


def test_the_thirtieth_day_is_the_last(old, new) -> None:
    merger = applied(old, new, APRIL)
    late, in_time = (timezone.now() + datetime.timedelta(days=days) for days in (31, 30))
    with time_machine.travel(late), pytest.raises(MergerRefused, match="more than 30 days ago"):
        undo(merger)
    with time_machine.travel(in_time):
        assert undo(merger)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"job_title": "Sister"}, "Zofia Nowak, Vale Trust: job title changed since."),
        ({"ends_on": datetime.date(2026, 9, 1)}, "Zofia Nowak, Vale Trust: last day changed since."),
        ({"team": None}, "Zofia Nowak, Vale Trust: team changed since."),
    ],
)
def test_a_hat_that_was_changed_since_is_named(old, new, change, words) -> None:
    merger = applied(old, new, APRIL)
    Membership.objects.filter(pk=made(new).pk).update(**change)
    before = everything()
    with pytest.raises(MergerRefused) as refused:
        undo(merger)
    assert refused.value.reasons == [words]
    assert everything() == before


def test_a_hat_that_was_ended_in_the_predecessor_and_changed_since_is_named(old, new) -> None:
    merger = applied(old, new, APRIL)
    Membership.objects.filter(organisation=old, person__last_name="Nowak").update(ends_on=None)
    assert reasons_against_undoing(merger) == ["Zofia Nowak, Ashdown Trust: last day changed since."]


def test_a_row_that_was_deleted_since_is_told(old, new) -> None:
    merger = applied(old, new, APRIL)
    made(new).pauses.all().delete()
    (reason,) = reasons_against_undoing(merger)
    assert reason.startswith("Pause number")
    assert reason.endswith("was deleted since.")


def test_what_rests_on_it_by_now_stops_it(old, new) -> None:
    merger = applied(old, new, APRIL)
    MembershipFactory(organisation=new, team=new.teams.get(name="Ward 6"))
    PauseFactory(membership=made(new), starts_on=APRIL)
    assert sorted(reasons_against_undoing(merger)) == [
        "1 new membership rests on teams that it made.",
        "1 new pause rests on memberships that it made.",
    ]


def test_a_later_merger_is_undone_first(old, new) -> None:
    last = OrganisationFactory(name="County Trust")
    before = everything()
    first = applied(old, new, APRIL)
    second = applied(new, last, datetime.date(2026, 7, 1))
    assert "The merger of Vale Trust into County Trust came later" in reasons_against_undoing(first)[0]
    assert undo(second)
    assert undo(first)
    assert everything() == before


def test_a_later_merger_into_the_same_one_that_found_people_there_is_undone_first(old, new) -> None:
    person = Membership.objects.get(person__last_name="Nowak").person
    other = MembershipFactory(person=person, starts_on=LONG_AGO).organisation
    first = applied(old, new, APRIL)
    second = applied(other, new, APRIL)
    with pytest.raises(MergerRefused, match="came later and rests on this one"):
        undo(first)
    assert undo(second)
    assert undo(first)


def test_a_later_merger_that_found_a_manager_appointed_is_undone_first(old, new) -> None:
    other = OrganisationFactory()
    AppointmentFactory(organisation=other, person=old.appointments.get().person, starts_on=days_ago(900))
    first = applied(old, new, APRIL)
    applied(other, new, APRIL)
    assert "came later" in reasons_against_undoing(first)[0]


def test_a_later_merger_of_others_does_not_stop_it(old, new) -> None:
    first = applied(old, new, APRIL)
    applied(MembershipFactory(starts_on=LONG_AGO).organisation, new, APRIL)
    assert undo(first)


def test_only_who_has_leave_undoes(old, new) -> None:
    merger = applied(old, new, APRIL)
    with pytest.raises(PermissionDenied):
        undo_merger(merger=merger, by=PersonFactory())


def test_a_post_that_was_filled_again_stops_it(old, new) -> None:
    hat = MembershipFactory(organisation=old, starts_on=LONG_AGO, assignment_number="5")
    merger = applied(old, new, APRIL)
    MembershipFactory(
        organisation=old, person=hat.person, starts_on=datetime.date(2026, 3, 2), assignment_number="5"
    )
    with pytest.raises(MergerRefused, match="has been replaced since"):
        undo(merger)
    assert Membership.objects.filter(organisation=new, person=hat.person).exists()
