"""The table of standings follows what happens, and the calendar."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from learners.requirements.keeping import catch_up, differences
from learners.requirements.models import Figure, KeptStanding, Roll, Stirred
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago
from tests.factories.standings import AssignmentFactory, worked_out

pytestmark = pytest.mark.django_db


def states(organisation) -> list[str]:
    return list(
        KeptStanding.objects.current().filter(organisation=organisation).values_list("state", flat=True)
    )


def later(days: int):
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def test_whoever_finishes_is_done_as_soon_as_somebody_looks() -> None:
    hat = MembershipFactory()
    module = RequirementFactory(organisation=hat.organisation).modules.get()
    assert states(worked_out(hat.organisation)) == ["overdue"]
    finish_attempt(hat.person, module, hat.organisation)
    assert states(hat.organisation) == ["overdue"]
    assert states(worked_out(hat.organisation)) == ["compliant"]


def test_the_calendar_turns_each_on_its_own_day_however_late_somebody_looks() -> None:
    hat = MembershipFactory(new_starter=True)
    RequirementFactory(organisation=hat.organisation, due_days=28)
    today = timezone.localdate()
    worked_out(hat.organisation)
    with later(60):
        worked_out(hat.organisation)
    rows = KeptStanding.objects.filter(organisation=hat.organisation).order_by("from_on")
    turned = [(row.state, (row.from_on - today).days) for row in rows]
    assert turned == [("not_started", 0), ("due", 14), ("overdue", 29)]


def test_of_two_requirements_the_other_may_turn_first() -> None:
    hat = MembershipFactory(new_starter=True)
    lax = RequirementFactory(organisation=hat.organisation, due_days=90)
    strict = RequirementFactory(
        organisation=hat.organisation, module=lax.modules.get(), due_days=5, starts_on=days_ago(-3)
    )
    worked_out(hat.organisation)
    with later(3):
        assert not list(differences(hat.organisation.pk))
        assert KeptStanding.objects.current().get().requirement_id == strict.pk


def test_a_joiner_of_the_network_brings_completions_that_count() -> None:
    hat, there = MembershipFactory(), OrganisationFactory()
    network = NetworkMembershipFactory(organisation=hat.organisation).network
    asked = RequirementFactory(organisation=hat.organisation, accepts_from="network")
    finish_attempt(hat.person, asked.modules.get(), there)
    assert states(worked_out(hat.organisation)) == ["overdue"]
    NetworkMembershipFactory(network=network, organisation=there, starts_on=days_ago(-2))
    assert states(worked_out(hat.organisation)) == ["overdue"]
    with later(2):
        assert states(worked_out(hat.organisation)) == ["compliant"]


def test_another_kind_of_organisation_is_asked_other_things() -> None:
    hat = MembershipFactory()
    RequirementFactory(organisation=hat.organisation, kinds=["hospice"])
    assert states(worked_out(hat.organisation)) == []
    hat.organisation.kind = "hospice"
    hat.organisation.save()
    assert states(worked_out(hat.organisation)) == ["overdue"]


def test_more_than_a_few_are_not_worked_out_while_somebody_waits() -> None:
    organisation = OrganisationFactory()
    MembershipFactory.create_batch(3, organisation=organisation)
    RequirementFactory(organisation=organisation)
    assert not catch_up(organisation.pk, at_most=2)
    assert states(organisation) == []
    assert catch_up(organisation.pk, at_most=None)
    assert len(states(organisation)) == 3


def test_working_out_many_assignments_costs_as_many_queries_as_one(django_assert_max_num_queries) -> None:
    organisation, module = OrganisationFactory(), ModuleFactory()
    for hat in MembershipFactory.create_batch(16, organisation=organisation):
        AssignmentFactory(organisation=organisation, person=hat.person, module=module)
    with django_assert_max_num_queries(50):
        worked_out(organisation)
    assert states(organisation) == ["due"] * 16


def test_whoever_left_has_no_standing_any_more() -> None:
    hat = MembershipFactory()
    RequirementFactory(organisation=hat.organisation)
    worked_out(hat.organisation)
    hat.ends_on = timezone.localdate()
    hat.save()
    assert states(worked_out(hat.organisation)) == ["overdue"]
    with later(1):
        assert states(worked_out(hat.organisation)) == []
        assert not Figure.objects.filter(organisation=hat.organisation, month_end=None).exists()


def test_the_daily_pass_keeps_the_month_end_and_finds_no_difference() -> None:
    hat = MembershipFactory()
    RequirementFactory(organisation=hat.organisation)
    worked_out(hat.organisation)
    with later(40):
        told = StringIO()
        call_command("standings", check=True, stdout=told)
        call_command("standings", check=True, rebuild=True, stdout=told)
        month_end = timezone.localdate().replace(day=1) - datetime.timedelta(days=1)
    assert "1 organisations, 1 standings" in told.getvalue()
    kept = Figure.objects.filter(month_end=month_end, module_key=None)
    assert [figure.overdue for figure in kept] == [1]


def test_the_check_fails_where_the_table_is_wrong() -> None:
    hat = MembershipFactory()
    RequirementFactory(organisation=hat.organisation)
    worked_out(hat.organisation)
    KeptStanding.objects.update(state="compliant")
    with pytest.raises(CommandError, match="1 standings differ"):
        call_command("standings", check=True, stdout=StringIO(), stderr=StringIO())
    call_command("standings", check=True, rebuild=True, stdout=StringIO())
    assert states(hat.organisation) == ["overdue"]


def test_notes_of_one_organisation_are_its_own() -> None:
    hat = MembershipFactory()
    Stirred.objects.all().delete()
    RequirementFactory()
    assert catch_up(hat.organisation.pk)
    assert not Roll.objects.filter(pk=hat.organisation.pk).exists()
    assert Stirred.objects.exists()
