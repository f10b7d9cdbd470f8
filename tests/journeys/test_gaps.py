"""A lead looks where what is taught and what is agreed do not fit; a nurse reads what is not there yet."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import AppointmentFactory, MembershipFactory, NetworkMembershipFactory
from tests.factories.gaps import teaching
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of, scope_of
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.mark.parametrize("held", [NARROW_PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_gaps_and_what_is_not_there_yet(open_page: OpenPage, held: Any) -> None:
    lead = AppointmentFactory(network_lead=True, network__name="Tarn and Fell")
    nurse = MembershipFactory(organisation__name="Brackwater Hospitals")
    NetworkMembershipFactory(network=lead.network, organisation=nurse.organisation)
    agreement = agreement_in(lead.network)
    party_of(agreement, nurse.organisation)
    scope_of(agreement, "allergies")
    scope_of(agreement, "care-plans", phase="planned", planned_for=days_ago(-120))
    scope_of(agreement, "mental-health", phase="out_of_scope", reason="Partners could not agree.")
    module = teaching("care-plans", "mental-health", "medicines", title="Before you hand over")

    page = open_page(lead.person, **held)
    page.goto(reverse("gaps:network", args=[lead.network.slug]))
    expect(page.get_by_role("heading", name="Taught before it is shared")).to_be_visible()
    expect(page.get_by_role("link", name="Before you hand over")).to_have_count(3)
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)

    page = open_page(nurse.person, **held)
    page.goto(module.url)
    expect(page.get_by_text("Not here yet: Care and support plans")).to_be_visible()
    expect(page.get_by_text("You won't find Mental health contacts: Partners could")).to_be_visible()
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)
