"""A lead says what the network wants to reach and what goes live when; a nurse reads it on a phone."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    RequirementFactory,
)
from tests.factories.dashboards import month_kept
from tests.factories.organisations import days_ago
from tests.factories.roadmap import capability, measure_of, milestone_in, objective_in
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, OpenPage
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True, network__name="Tarn and Fell", network__slug="tarn")


@pytest.fixture
def nurse(lead: Any) -> Any:
    hat = MembershipFactory(organisation__name="Brackwater Hospitals")
    NetworkMembershipFactory(network=lead.network, organisation=hat.organisation)
    return hat


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_say_what_is_to_be_better(page: Page) -> None:
    page.get_by_role("link", name="Add an objective").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Say how it is measured")).to_be_visible()
    look(page)
    page.get_by_label("What is to be better").fill("Ward nurses look before they ring")
    page.get_by_label("How it is measured").fill("Views per 100 contacts")
    page.get_by_label("Baseline").fill("10")
    page.get_by_label("Target").fill("30")
    page.get_by_label("By when").fill("2099-06-30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1, name="Ward nurses look before they ring")).to_be_visible()
    look(page)


def when_i_bring_in_the_figures(page: Page) -> None:
    page.get_by_role("link", name="Add what is counted").click()
    page.get_by_label("What is counted").fill("Views of the record")
    page.get_by_label("Unit").fill("per 100 contacts")
    page.get_by_label("Where the figures come from").fill("Monthly report")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Bring in many months from a file").click()
    lines = page.get_by_label("Or the lines themselves")
    lines.fill("2026-01,12\n2026-02,\n2026-03,many")
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_role("link", name="Line 3: “many” is not a number")).to_be_visible()
    look(page)
    lines.fill("2026-01,12\n2026-02,\n2026-03,14.5")
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_role("row", name="March 2026 No figure 14.5 New")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Take these figures").click()
    expect(page.get_by_text("2 months changed.")).to_be_visible()
    expect(page.get_by_role("row", name="Feb 2026 No figure")).to_be_visible()
    look(page)


def when_i_plan_a_milestone_and_say_that_it_is_live(page: Page) -> None:
    page.get_by_role("link", name="Plan a milestone").click()
    page.get_by_label("What goes live, in a few words").fill("Care plans can be read")
    page.get_by_label("What it is about").select_option(label=str(capability()))
    page.get_by_label("The day for which it is planned").fill("2099-04-01")
    look(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("radio", name="Live").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="It cannot be live on a day to come")).to_be_visible()
    look(page)
    page.get_by_label("Day", exact=True).fill(f"{days_ago(0)}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Kept.")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_lead_keeps_a_roadmap(
    open_page: OpenPage, lead: Any, nurse: Any, watch: Watch, scripts: bool
) -> None:
    page = open_page(lead.person, **DESKTOP)
    if not scripts:  # they are lost on their way
        watch.allow(".js)")
        page.route("**/*.js", lambda route: route.abort())
    address = reverse("roadmap:network", args=[lead.network.slug])
    page.goto(address)
    look(page)
    when_i_say_what_is_to_be_better(page)
    when_i_bring_in_the_figures(page)
    page.goto(address)
    when_i_plan_a_milestone_and_say_that_it_is_live(page)
    page.goto(address)
    expect(page.get_by_role("region", name="What is live where")).to_be_visible()
    look(page)


def test_a_nurse_reads_it_on_a_phone(open_page: OpenPage, lead: Any, nurse: Any) -> None:
    measure_of(objective_in(lead.network), {"2026-03": "12.5"})
    milestone_in(lead.network, organisation=nurse.organisation, status="live", on=days_ago(300))
    for days, title in ((200, "Letters"), (205, "Letters home"), (-90, "Referrals"), (-400, "Scans")):
        milestone_in(lead.network, title=title, on=days_ago(days), status="live" if days > 0 else "planned")
    page = open_page(nurse.person, **NARROW_PHONE)
    page.goto("/learning/")
    look(page)
    page.get_by_role("link", name="Tarn and Fell").click()
    expect(page.get_by_role("heading", level=1, name="Tarn and Fell")).to_be_visible()
    expect(page.get_by_role("heading", name="Live today")).to_be_visible()
    look(page)


def test_figures_and_what_was_learned_on_a_phone(open_page: OpenPage, lead: Any, nurse: Any) -> None:
    modules = [ModuleFactory(), ModuleFactory()]
    for module in modules:
        RequirementFactory(organisation=nurse.organisation, module=module)
    month_kept(nurse.organisation, datetime.date(2026, 3, 31))
    months = {"2025-11": "9", "2025-12": "9.5", "2026-02": "12", "2026-03": "15"}
    measure = measure_of(objective_in(lead.network, modules=modules), months)
    page = open_page(lead.person, **NARROW_PHONE)
    page.goto(reverse("roadmap:measure", args=[lead.network.slug, measure.uuid]))
    expect(page.get_by_text("do not prove")).to_be_visible()
    look(page)
