"""Objectives and milestones: what is refused, what is kept, and what moves along."""

import datetime
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from learners.programme.actions.roadmap import NoReason, NotYet, change_milestone
from learners.programme.models import Milestone
from learners.requirements.models import GoLive, Stirred
from tests.factories import AppointmentFactory, ModuleFactory, NetworkMembershipFactory, RequirementFactory
from tests.factories.organisations import days_ago
from tests.factories.roadmap import capability, milestone_in, objective_in

pytestmark = pytest.mark.django_db
OBJECTIVE = {
    "statement": "Ward nurses look before they ring",
    "measure": "Views per 100 contacts",
    "baseline": "10",
    "target": "30.5",
    "by": "2027-06-30",
}


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def at(signed_in: Any, lead: Any) -> Any:
    """A function that posts to, or without words opens, one of the roadmap's pages."""
    client = signed_in(lead.person)

    def ask(name: str, /, *args: Any, **words: Any) -> Any:
        url = reverse(f"roadmap:{name}", args=[lead.network.slug, *args])
        return client.post(url, words) if words else client.get(url)

    return ask


def test_an_objective_is_there_once_however_often_it_is_sent(at: Any, lead: Any) -> None:
    for _ in range(2):
        assert at("add_objective", **OBJECTIVE).status_code == 302
    found = lead.network.objectives.get()
    assert (found.measure, str(found.target), found.by) == (
        "Views per 100 contacts",
        "30.50",
        datetime.date(2027, 6, 30),
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("statement", " ", "Say what is to be better"),
        ("measure", "", "Say how it is measured. Without a measure it is a wish"),
        ("measure", "   ", "Say how it is measured. Without a measure it is a wish"),
        ("baseline", "", "Enter the baseline: the figure today"),
        ("baseline", "ten", "Enter a number like 12.5"),
        ("target", "", "Enter the target: the figure to reach"),
        ("target", "10.00", "The target is the same as the baseline"),
        ("target", "1.234", "two decimal places at most"),
        ("by", "", "Enter the day by which it is to be reached"),
        ("by", "soon", "Enter a day like 2026-03-27"),
        ("by", "9999-12-31", "Choose a day between 2000 and 2099"),
    ],
)
def test_an_objective_without_a_part_of_it_is_refused_and_loses_nothing(
    at: Any, lead: Any, field: str, value: str, message: str
) -> None:
    page = at("add_objective", **OBJECTIVE | {field: value}).text
    assert message in page
    kept = "Ward nurses look before they ring" if field != "statement" else "Views per 100 contacts"
    assert kept in page
    assert not lead.network.objectives.exists()


def test_an_objective_can_be_put_better(at: Any, lead: Any) -> None:
    found = objective_in(lead.network)
    at("change_objective", found.uuid, **OBJECTIVE | {"target": "40"})
    assert lead.network.objectives.get().target == 40
    assert "40" in at("objective", found.uuid).text


def planned(**given: Any) -> dict[str, Any]:
    return {
        "title": "Care plans can be read",
        "capability": capability().pk,
        "on": "2027-04-01",
        "threshold": "80",
    } | given


def test_a_milestone_is_planned_once_and_begins_its_history(at: Any, lead: Any) -> None:
    for _ in range(2):
        assert at("add_milestone", **planned()).status_code == 302
    found = lead.network.milestones.get()
    assert found.status == Milestone.Status.PLANNED
    [change] = found.changes.all()
    assert (change.status, change.on, change.by) == ("planned", datetime.date(2027, 4, 1), lead.person)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"title": ""}, "Say what goes live"),
        ({"capability": ""}, "Choose what it is about"),
        ({"on": ""}, "Enter the day for which it is planned"),
        ({"threshold": "101"}, "Enter a whole number from 1 to 100"),
        ({"threshold": "0"}, "Enter a whole number from 1 to 100"),
    ],
)
def test_a_milestone_that_lacks_something_is_refused(
    at: Any, lead: Any, given: dict[str, str], message: str
) -> None:
    assert message in at("add_milestone", **planned(**given)).text
    assert not lead.network.milestones.exists()


def test_what_was_dropped_can_be_planned_anew(at: Any, lead: Any) -> None:
    at("add_milestone", **planned())
    lead.network.milestones.update(status="dropped")
    for _ in range(2):
        assert at("add_milestone", **planned()).status_code == 302
    assert sorted(lead.network.milestones.values_list("status", flat=True)) == ["dropped", "planned"]


def test_a_module_that_is_taken_down_stays_chosen_when_the_rest_is_put_better(at: Any, lead: Any) -> None:
    module = ModuleFactory()
    row, objective = (made(lead.network, modules=[module]) for made in (milestone_in, objective_in))
    module.live = False
    module.save()
    at("change_milestone", row.uuid, **planned(title="Anew", modules=[module.pk]))
    at("change_objective", objective.uuid, **OBJECTIVE, modules=[module.pk])
    for found in (lead.network.milestones.get(title="Anew"), lead.network.objectives.get()):
        assert list(found.modules.all()) == [module]
    assert module.title not in at("add_milestone").text


def test_only_organisations_of_the_network_are_offered(at: Any, lead: Any) -> None:
    ours = NetworkMembershipFactory(network=lead.network).organisation
    theirs = NetworkMembershipFactory().organisation
    left = NetworkMembershipFactory(network=lead.network, ends_on=days_ago(1)).organisation
    page = at("add_milestone").text
    assert ours.name in page
    assert theirs.name not in page
    assert left.name not in page
    at("add_milestone", **planned(organisation=theirs.pk))
    assert not lead.network.milestones.exists()


def test_status_and_day_are_the_newest_change(lead: Any) -> None:
    row, today = milestone_in(lead.network), timezone.localdate()
    change = {"milestone": row, "by": lead.person}
    change_milestone(status="planned", on=days_ago(-90), reason="The supplier is late", **change)
    change_milestone(status="live", on=today, reason="", **change)
    change_milestone(status="paused", on=today, reason="Search is slow", **change)
    row.refresh_from_db()
    newest = row.changes.last()
    assert (row.status, row.on) == (newest.status, newest.on) == ("paused", today)
    assert [each.status for each in row.changes.all()] == ["planned", "planned", "live", "paused"]


def test_the_same_said_twice_is_said_once_and_another_reason_is_added(lead: Any) -> None:
    row, today = milestone_in(lead.network), timezone.localdate()
    change = {"milestone": row, "status": "paused", "on": today, "by": lead.person}
    assert change_milestone(reason="Search is slow", **change)
    assert change_milestone(reason=" Search is slow ", **change) is None
    assert change_milestone(reason="Nobody can sign in", **change)
    assert row.changes.count() == 3


@pytest.mark.parametrize("status", ["paused", "dropped"])
def test_what_is_paused_or_dropped_needs_a_reason(at: Any, lead: Any, status: str) -> None:
    row = milestone_in(lead.network)
    with pytest.raises(NoReason):
        change_milestone(milestone=row, status=status, on=row.on, reason=" ", by=lead.person)
    page = at("milestone", row.uuid, status=status, on=str(row.on), reason="")
    assert "Say why it is paused or dropped" in page.text
    assert row.changes.count() == 1
    assert at("milestone", row.uuid, status=status, on=str(row.on), reason="No money").status_code == 302
    assert "No money" in at("milestone", row.uuid).text


@time_machine.travel("2026-03-31T23:30:00+01:00", tick=False)
def test_nothing_is_live_on_a_day_to_come(lead: Any) -> None:
    row = milestone_in(lead.network)
    live = {"milestone": row, "status": "live", "reason": "", "by": lead.person}
    with pytest.raises(NotYet):
        change_milestone(on=datetime.date(2026, 4, 1), **live)
    assert change_milestone(on=datetime.date(2026, 3, 31), **live)


def test_the_page_says_why_it_cannot_be_live_and_keeps_what_was_typed(at: Any, lead: Any) -> None:
    row = milestone_in(lead.network)
    page = at("milestone", row.uuid, status="live", on="2099-01-01", reason="The board said so").text
    assert "It cannot be live on a day to come" in page
    assert "The board said so" in page
    assert row.changes.count() == 1


def test_the_day_moves_the_go_live_and_whoever_is_asked_is_worked_out_again(lead: Any) -> None:
    organisation = NetworkMembershipFactory(network=lead.network).organisation
    go_live = GoLive.objects.create(name="go-live", on=days_ago(-60), organisation=organisation)
    requirement = RequirementFactory(organisation=organisation, due_days=None, go_live=go_live)
    row = milestone_in(lead.network, organisation=organisation, go_live=go_live)
    Stirred.objects.all().delete()
    change_milestone(milestone=row, status="planned", on=days_ago(-90), reason="Late", by=lead.person)
    go_live.refresh_from_db()
    assert go_live.on == row.on == days_ago(-90)
    assert Stirred.objects.filter(organisation=requirement.organisation).exists()


def test_a_go_live_takes_the_day_of_the_milestone_that_it_is_chosen_for(at: Any, lead: Any) -> None:
    go_live = GoLive.objects.create(name="go-live", on=days_ago(-10), network=lead.network)
    at("add_milestone", **planned(go_live=go_live.pk))
    go_live.refresh_from_db()
    assert go_live.on == datetime.date(2027, 4, 1)
    another = NetworkMembershipFactory().network
    others = GoLive.objects.create(name="not ours", on=days_ago(-10), network=another)
    page = at("add_milestone").text
    assert others.name not in page
    assert str(go_live) not in page  # it has a milestone


def test_changing_what_it_is_about_leaves_its_day_and_status(at: Any, lead: Any) -> None:
    row = milestone_in(lead.network)
    change_milestone(milestone=row, status="paused", on=row.on, reason="Slow", by=lead.person)
    words = planned(title="Care plans can be read and written") | {"on": "2030-01-01"}
    at("change_milestone", row.uuid, **words)
    found = lead.network.milestones.get()
    assert (found.title, found.status, found.on) == ("Care plans can be read and written", "paused", row.on)


def test_one_networks_roadmap_is_not_anothers(at: Any) -> None:
    other = AppointmentFactory(network_lead=True).network
    for name, row in (("milestone", milestone_in(other)), ("objective", objective_in(other))):
        assert at(name, row.uuid).status_code == 404
        assert at(f"change_{name}", row.uuid, title="Ours now").status_code == 404
