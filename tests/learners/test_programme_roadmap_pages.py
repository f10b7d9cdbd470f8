"""Who reads what of a roadmap: the lead everything, staff what is theirs; and what that costs."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from learners.programme.actions.roadmap import change_milestone
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.roadmap import capability, measure_of, milestone_in, objective_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def nurse(lead: Any) -> Any:
    """A hat in an organisation of the network."""
    hat = MembershipFactory()
    NetworkMembershipFactory(network=lead.network, organisation=hat.organisation)
    return hat


def roadmap(client: Any, network: Any) -> Any:
    return client.get(reverse("roadmap:network", args=[network.slug]))


def ours(client: Any, network: Any) -> Any:
    return client.get(reverse("our_network:our_network", args=[network.slug]))


def test_the_lead_sees_objectives_milestones_and_where_each_is_live(
    signed_in: Any, lead: Any, nurse: Any
) -> None:
    measure_of(objective_in(lead.network), {"2026-03": "12.5", "2026-04": "13"})
    milestone_in(lead.network, organisation=nurse.organisation, status="live", on=days_ago(3))
    milestone_in(lead.network, title="Everybody reads discharges")
    page = roadmap(signed_in(lead.person), lead.network)
    for words in ("Ward nurses look before they ring", "13", "April 2026", "Everybody reads discharges"):
        assert words in page.text
    grid = page.context["grid"]
    assert [row.name for row in grid.rows] == ["The whole network", nurse.organisation.name]
    assert [[each.status for each in row.cells[0].milestones] for row in grid.rows] == [["planned"], ["live"]]
    assert [each.title for each in page.context["next"]] == ["Everybody reads discharges"]
    for name in ("network_checklist", "network_changes", "network_champions"):
        assert reverse(f"culture:{name}", args=[lead.network.slug]) in page.text


def test_an_organisation_with_nothing_of_its_own_takes_no_line(signed_in: Any, lead: Any, nurse: Any) -> None:
    milestone_in(lead.network, title="Everybody reads discharges")
    page = roadmap(signed_in(lead.person), lead.network)
    assert [row.name for row in page.context["grid"].rows] == ["The whole network"]
    assert "what holds for the whole network holds for them" in page.text


def test_an_empty_roadmap_says_how_to_begin(signed_in: Any, lead: Any) -> None:
    page = roadmap(signed_in(lead.person), lead.network).text
    assert "None so far" in page
    assert "Nothing is planned" in page
    assert '<svg class="app-timeline' not in page


def test_what_is_dropped_leaves_the_page_of_staff_and_stays_in_the_leads(
    signed_in: Any, lead: Any, nurse: Any
) -> None:
    row = milestone_in(lead.network, title="Letters can be sent")
    assert "Letters can be sent" in ours(signed_in(nurse.person), lead.network).text
    change_milestone(milestone=row, status="dropped", on=row.on, reason="No money", by=lead.person)
    page = ours(signed_in(nurse.person), lead.network).text
    assert "Letters can be sent" not in page
    assert "No money" not in page
    page = roadmap(signed_in(lead.person), lead.network)
    assert [each.title for each in page.context["dropped"]] == ["Letters can be sent"]
    assert page.context["grid"].capabilities == []
    assert "No money" in page.text


def test_staff_read_what_is_live_and_coming_where_they_work(signed_in: Any, lead: Any, nurse: Any) -> None:
    elsewhere = NetworkMembershipFactory(network=lead.network).organisation
    milestone_in(
        lead.network, title="Ours is live", organisation=nurse.organisation, status="live", on=days_ago(1)
    )
    milestone_in(lead.network, title="Theirs is live", organisation=elsewhere, status="live", on=days_ago(1))
    milestone_in(lead.network, title="All will have it")
    milestone_in(lead.network, title="It was to come", on=days_ago(2))
    milestone_in(lead.network, title="It stands still", status="paused")
    page = ours(signed_in(nurse.person), lead.network)
    assert [each.title for each in page.context["live"]] == ["Ours is live"]
    assert [each.title for each in page.context["next"]] == ["It was to come", "All will have it"]
    assert [each.title for each in page.context["paused"]] == ["It stands still"]
    assert "Theirs is live" not in page.text
    assert "is not here yet" in page.text
    assert "/managing/" not in page.text.partition("<main")[2].partition("</main>")[0]


def test_staff_read_no_figures_of_other_organisations(signed_in: Any, lead: Any, nurse: Any) -> None:
    objective, other = objective_in(lead.network), NetworkMembershipFactory(network=lead.network).organisation
    for name, organisation in (("All", None), ("Ours", nurse.organisation), ("Theirs", other)):
        measure_of(objective, {"2026-03": "12"}, name=f"{name} counted", organisation=organisation)
    page = ours(signed_in(nurse.person), lead.network).text
    assert "All counted" in page
    assert "Ours counted" in page
    assert "Theirs counted" not in page
    assert "Theirs counted" in roadmap(signed_in(lead.person), lead.network).text


def test_a_lead_who_works_nowhere_there_reads_of_every_place(signed_in: Any, lead: Any, nurse: Any) -> None:
    milestone_in(lead.network, title="Theirs", organisation=nurse.organisation)
    assert "Theirs" in ours(signed_in(lead.person), lead.network).text


def test_it_is_open_to_those_of_the_network_today_and_to_nobody_else(
    signed_in: Any, lead: Any, nurse: Any
) -> None:
    network, organisation = lead.network, nurse.organisation
    left = NetworkMembershipFactory(network=network, ends_on=days_ago(1)).organisation
    may = [nurse.person, lead.person, AppointmentFactory(organisation=organisation).person]
    may_not = [
        PersonFactory(),
        MembershipFactory(organisation=organisation, left=True).person,
        MembershipFactory(organisation=left).person,
        AppointmentFactory(organisation=organisation, over=True).person,
        AppointmentFactory(network_lead=True).person,
    ]
    for person in may:
        assert ours(signed_in(person), network).status_code == 200
    for person in may_not:
        assert ours(signed_in(person), network).status_code == 404


def test_my_learning_links_to_the_networks_with_something_to_read(
    signed_in: Any, lead: Any, nurse: Any
) -> None:
    empty = NetworkMembershipFactory(organisation=nurse.organisation).network
    client, link = signed_in(nurse.person), reverse("our_network:our_network", args=[lead.network.slug])
    assert link not in client.get(reverse("home:my_learning")).text
    milestone_in(lead.network)
    page = client.get(reverse("home:my_learning")).text
    assert link in page
    assert empty.name not in page


def fill(network: Any, size: int) -> None:
    """So many organisations, objectives with figures, and milestones at each and of all."""
    modules, capabilities = [ModuleFactory()], [capability(), capability("referrals")]
    for number in range(size):
        organisation = NetworkMembershipFactory(network=network).organisation
        objective = objective_in(network, statement=f"Objective {number}", modules=modules)
        measure_of(objective, {"2026-03": "1", "2026-04": "2"})
        measure_of(objective, {"2026-03": "1"}, organisation=organisation, name="Another")
        for each in capabilities:
            milestone_in(network, organisation=organisation, capability=each, title=f"At {number}")
        milestone_in(network, title=f"Of all {number}")


@pytest.mark.parametrize("page", ["roadmap:network", "roadmap:history", "our_network:our_network"])
def test_few_and_many_rows_cost_the_same_queries(signed_in: Any, page: str) -> None:
    counts = []
    for size in (1, 8):
        lead = AppointmentFactory(network_lead=True)
        fill(lead.network, size)
        client, url = signed_in(lead.person), reverse(page, args=[lead.network.slug])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_my_learning_costs_the_same_for_one_network_and_for_three(signed_in: Any, nurse: Any) -> None:
    counts = []
    for _ in range(3):
        network = NetworkMembershipFactory(organisation=nurse.organisation).network
        milestone_in(network)
        client = signed_in(nurse.person)
        client.get(reverse("home:my_learning"))
        with CaptureQueriesContext(connection) as queries:
            assert network.name in client.get(reverse("home:my_learning")).text
        counts.append(len(queries))
    assert len(set(counts)) == 1
