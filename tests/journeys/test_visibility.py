"""What can be seen here: a learner reads it, an administrator keeps it, whoever leads the network looks on."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.sharing.models import Phase
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    start_attempt,
)
from tests.factories.evidence import keeper_of
from tests.factories.modules import section
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of, scope_of, switched_on
from tests.factories.visibility import visibility_block
from tests.journeys import baseline
from tests.journeys.devices import DESKTOP, NARROW_PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def agreement() -> Any:
    joined = NetworkMembershipFactory(
        organisation__name="Brackwater Hospitals", network__name="Fennings Vale"
    )
    agreement = agreement_in(joined.network)
    party_of(agreement, joined.organisation)
    scope_of(agreement, "allergies")
    scope_of(agreement, "letters", phase=Phase.PLANNED, planned_for=days_ago(-200))
    scope_of(agreement, "results", phase=Phase.OUT_OF_SCOPE, reason="The laboratory shows them itself.")
    return agreement


@pytest.fixture
def organisation(agreement: Any) -> Any:
    found = agreement.parties.get().organisation
    switched_on(found, source="GP record")
    switched_on(
        found, "maternity", source="Maternity system", checked_on=days_ago(300), starts_on=days_ago(400)
    )
    return found


def as_it_should_be(page: Page) -> None:
    baseline.then_it_is_accessible(page)
    baseline.then_it_does_not_scroll_sideways(page)


@pytest.mark.parametrize("window", [NARROW_PHONE, DESKTOP], ids=["phone", "desk"])
def test_a_learner_reads_what_can_be_seen(organisation: Any, open_page: OpenPage, window: Any) -> None:
    asked = visibility_block(
        "allergies", "letters", "results", "maternity", introduction="<p>Where you work:</p>"
    )
    member = MembershipFactory(organisation=organisation)
    attempt = start_attempt(
        member.person, ModuleFactory(sections=[section("Before I ring", asked)]), organisation
    )
    page = open_page(member.person, **window)
    page.goto(f"/learning/{attempt.pk}/")
    expect(page.get_by_role("heading", name="What you can see at Brackwater Hospitals")).to_be_visible()
    expect(page.get_by_role("heading", name="Coming")).to_be_visible()
    expect(page.get_by_text("The laboratory shows them itself.")).to_be_visible()
    as_it_should_be(page)


@pytest.mark.parametrize("window", [NARROW_PHONE, DESKTOP], ids=["phone", "desk"])
def test_an_administrator_keeps_it_without_scripts(
    organisation: Any, open_page: OpenPage, window: Any
) -> None:
    page = open_page(keeper_of(organisation), **window, java_script_enabled=False)
    page.goto(f"/managing/{organisation.uuid}/visibility/")
    expect(page.get_by_text("Check again").first).to_be_visible()
    page.get_by_role("button", name="Checked today: Maternity records").click()
    expect(page.get_by_text("Check again")).to_have_count(0)
    page.get_by_role("link", name="Add a line").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    page.get_by_label("What can be seen").select_option(label="Referrals and their state")
    page.get_by_label("Where it comes from").fill("Referrals desk")
    page.get_by_label("First day").fill(days_ago(2).isoformat())
    page.get_by_label("Last checked").fill(days_ago(1).isoformat())
    page.get_by_role("button", name="Save").click()
    switched_on = page.get_by_role("region", name="What is switched on")
    expect(switched_on.get_by_role("row", name="Referrals desk")).to_contain_text("Live")


@pytest.mark.parametrize("window", [NARROW_PHONE, DESKTOP], ids=["phone", "desk"])
def test_every_page_of_it_fits_and_is_accessible(
    organisation: Any, agreement: Any, open_page: OpenPage, window: Any
) -> None:
    page = open_page(keeper_of(organisation), **window)
    home = f"/managing/{organisation.uuid}/visibility/"
    for address in (home, f"{home}add/", f"{home}files/"):
        page.goto(address)
        as_it_should_be(page)
    heading = "information,source,from,checked on"
    rows = [
        heading,
        "letters,Clinic letters,01/05/2026,01/05/2026",
        "allergies,GP record,02/05/2026,31/02/2026",
    ]
    for count, shown in ((3, "Row 3"), (2, "1 added, 0 changed, 2 ended")):
        text = "\n".join(rows[:count]).encode()
        page.set_input_files("input[type=file]", {"name": "all.csv", "mimeType": "text/csv", "buffer": text})
        page.get_by_role("button", name="Show what would happen").click()
        expect(page.get_by_text(shown)).to_be_visible()
        as_it_should_be(page)
    lead = AppointmentFactory(network_lead=True, network=agreement.network).person
    page = open_page(lead, **window)
    page.goto(f"/managing/networks/{agreement.network.slug}/visibility/")
    as_it_should_be(page)
