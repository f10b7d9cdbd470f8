"""Mergers are planned, applied once, and refused where they cannot be; they follow one another."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from learners.organisations.merging import (
    MergerRefused,
    apply_merger,
    move_latecomers,
    plan_merger,
    withdraw_plan,
)
from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Membership, Merger, MergerState, Organisation
from learners.organisations.succession import predecessors_of, successors_of
from tests.factories import (
    OrganisationFactory,
    PersonFactory,
)
from tests.factories.structure import (
    APRIL,
    MARCH_31,
    MAY,
    applied,
    hats,
    keeper,
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


def test_two_predecessors_become_one_and_who_worked_in_both_wears_one_hat(old, new) -> None:
    second, person = OrganisationFactory(), PersonFactory()
    works(old, person)
    works(second, person)
    applied(old, new, APRIL)
    applied(second, new, APRIL)
    (hat,) = hats(person)
    assert hat.organisation == new
    assert predecessors_of(new, on=APRIL) == [old, second]


def test_a_chain_of_mergers_moves_people_on_each_time(old, new) -> None:
    last = OrganisationFactory()
    hat = works(old)
    applied(old, new, APRIL)
    applied(new, last, MAY)
    assert [hats(hat.person, on=day)[0].organisation for day in (MARCH_31, APRIL, MAY)] == [old, new, last]
    assert all(len(hats(hat.person, on=day)) == 1 for day in (MARCH_31, APRIL, MAY))
    assert successors_of(old, on=MAY) == [new, last]
    assert successors_of(old, on=APRIL) == [new]
    assert predecessors_of(last, on=MAY) == [new, old]
    assert successors_of(old, on=MARCH_31) == []


def test_applying_twice_changes_nothing_the_second_time(old, new) -> None:
    works(old)
    merger = planned(old, new, APRIL)
    digest = plan_of(merger).digest
    assert apply_merger(merger=merger, reviewed=digest, by=merger.planned_by)
    rows = list(Membership.objects.values())
    assert not apply_merger(merger=merger, reviewed=digest, by=merger.planned_by)
    assert list(Membership.objects.values()) == rows
    assert ModelLogEntry.objects.filter(action="organisations.apply_merger").count() == 1


def test_a_plan_that_has_changed_since_it_was_read_is_read_again(old, new) -> None:
    merger = planned(old, new, APRIL)
    digest = plan_of(merger).digest
    works(old)
    with pytest.raises(MergerRefused, match="Read it again"):
        apply_merger(merger=merger, reviewed=digest, by=merger.planned_by)
    assert not new.memberships.exists()


def test_who_comes_in_after_it_was_applied_is_moved_by_hand(old, new) -> None:
    merger = applied(old, new, APRIL)
    late = works(old, starts_on=datetime.date(2026, 3, 20))
    digest = plan_of(merger).digest
    assert move_latecomers(merger=merger, reviewed=digest, by=merger.planned_by)
    assert hats(late.person)[0].organisation == new
    assert not move_latecomers(merger=merger, reviewed=digest, by=merger.planned_by)


def test_a_plan_is_withdrawn_and_can_be_made_again(old, new) -> None:
    merger = planned(old, new, APRIL)
    assert withdraw_plan(merger=merger, by=merger.planned_by)
    assert not withdraw_plan(merger=merger, by=merger.planned_by)
    assert not apply_merger(merger=merger, reviewed=plan_of(merger).digest, by=merger.planned_by)
    assert Merger.objects.get().state is MergerState.WITHDRAWN
    assert planned(old, new, MAY).state is MergerState.PLANNED


@pytest.mark.parametrize(
    ("closing", "carrying_on", "reason"),
    [
        ({"ends_on": datetime.date(2026, 1, 31)}, {}, "closed on 31 January 2026"),
        ({"starts_on": MAY}, {}, "opens on 1 May 2026. It cannot close before."),
        ({}, {"starts_on": MAY}, "Nobody can begin there before."),
        ({}, {"ends_on": MAY}, "cannot carry on for another"),
    ],
)
def test_days_that_cannot_be_are_refused(old, new, closing, carrying_on, reason) -> None:
    Organisation.objects.filter(pk=old.pk).update(**closing)
    Organisation.objects.filter(pk=new.pk).update(**carrying_on)
    old.refresh_from_db()
    new.refresh_from_db()
    with pytest.raises(MergerRefused, match=reason):
        planned(old, new, APRIL)


def test_an_organisation_merges_once_and_never_into_itself_or_in_a_circle(old, new) -> None:
    with pytest.raises(MergerRefused, match="into itself"):
        planned(old, old, APRIL)
    applied(old, new, APRIL)
    old.refresh_from_db()
    with pytest.raises(MergerRefused, match="planned or done already"):
        planned(old, OrganisationFactory(), APRIL)
    with pytest.raises(MergerRefused, match="closes on 31 March 2026"):
        planned(new, old, MAY)


def test_only_who_has_leave_merges_organisations(old, new) -> None:
    merger = planned(old, new, APRIL)
    stranger = PersonFactory(groups=["Educators"])
    with pytest.raises(PermissionDenied):
        apply_merger(merger=merger, reviewed=plan_of(merger).digest, by=stranger)
    with pytest.raises(PermissionDenied):
        plan_merger(predecessor=new, successor=old, on=MAY, by=stranger)


def test_the_audit_log_says_who_did_what(old, new) -> None:
    works(old)
    merger = applied(old, new, APRIL)
    entry = ModelLogEntry.objects.get(action="organisations.apply_merger")
    assert (entry.user, entry.label) == (merger.planned_by, "Ashdown Trust into Vale Trust")
    assert entry.data["people"] == 1
    assert keeper() != entry.user
