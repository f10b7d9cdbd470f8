"""Objectives and milestones in the CMS: what an administrator may do there, and what not."""

from typing import Any

import pytest
from django.urls import reverse

from learners.requirements.models import GoLive
from tests.factories import NetworkMembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.roadmap import capability, milestone_in, objective_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(signed_in: Any) -> Any:
    return signed_in(PersonFactory(groups=["Administrators"]))


def test_an_administrator_reads_both_and_puts_an_objective_better(keeper: Any) -> None:
    member = NetworkMembershipFactory()
    row = objective_in(member.network)
    milestone_in(member.network)
    assert row.statement in keeper.get(reverse("objective:index")).text
    assert "Care plans can be read" in keeper.get(reverse("milestone:index")).text
    words = {
        "network": row.network_id,
        "statement": "Better",
        "measure": "Views",
        "baseline": "1",
        "target": "2",
    }
    keeper.post(reverse("objective:edit", args=[row.pk]), words | {"by": "2027-01-01"})
    row.refresh_from_db()
    assert row.statement == "Better"


def test_a_go_live_chosen_in_the_cms_takes_the_day_and_the_history_is_not_written(keeper: Any) -> None:
    member = NetworkMembershipFactory()
    row = milestone_in(member.network, organisation=member.organisation)
    go_live = GoLive.objects.create(name="go-live", on=days_ago(-5), organisation=member.organisation)
    words = {"title": "Plans", "capability": capability().pk, "threshold": "90", "go_live": go_live.pk}
    keeper.post(reverse("milestone:edit", args=[row.pk]), words | {"on": "2030-01-01", "status": "live"})
    row.refresh_from_db()
    go_live.refresh_from_db()
    assert (row.title, row.status, row.on) == ("Plans", "planned", days_ago(-60))
    assert go_live.on == row.on
    assert row.changes.count() == 1


@pytest.mark.parametrize("name", ["add", "delete"])
def test_milestones_are_neither_planned_nor_deleted_there(keeper: Any, name: str) -> None:
    row = milestone_in(NetworkMembershipFactory().network)
    parts = [row.pk] if name == "delete" else []
    assert keeper.post(reverse(f"milestone:{name}", args=parts)).status_code in (302, 403)
    assert type(row).objects.count() == 1


def test_educators_find_neither(signed_in: Any) -> None:
    client = signed_in(PersonFactory(groups=["Educators"]))
    for name in ("objective", "milestone"):
        assert client.get(reverse(f"{name}:index")).status_code in (302, 403)
