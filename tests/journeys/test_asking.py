"""What is asked is adopted; who is late on a ward is reminded, and the reminder taken back. Without JavaScript, too."""

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from learners.reminders.models import Nudge
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.reminders import asked_in
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, NO_JAVASCRIPT, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def ward() -> Any:
    """A ward on which two people are late, in a hospital of a network that suggests a module for nurses."""
    team = TeamFactory(name="Ward 6", organisation__name="Brackwater Hospitals")
    for first_name in ("Noor", "Una"):
        person = PersonFactory(first_name=first_name, last_name="Tarn")
        MembershipFactory(organisation=team.organisation, team=team, person=person)
    network = NetworkMembershipFactory(organisation=team.organisation).network
    asked_in(-5, team.organisation)
    RequirementFactory(
        organisation=None,
        network=network,
        title="Network core",
        roles=["nurse"],
        module=ModuleFactory(title="Look first"),
    )
    return team


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_press(page: Page, button: str) -> None:
    """By keyboard."""
    page.get_by_role("button", name=button, exact=True).focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("screen", [DESKTOP, NARROW_PHONE], ids=["1280 px", "320 px"])
def test_an_administrator_adopts_what_the_network_asks(
    open_page: OpenPage, ward: Any, screen: dict[str, Any]
) -> None:
    ada = AppointmentFactory(capacity="administrator", organisation=ward.organisation).person
    page = open_page(ada, **screen)
    page.goto(f"/managing/{ward.organisation.uuid}/asked/")
    expect(page.get_by_role("heading", level=1, name="What is asked")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Look at it and adopt it").click()
    expect(page.get_by_role("main")).to_contain_text("2 people who work here today, 10 minutes each")
    look(page)
    page.get_by_label("Ask it from").fill("2020-01-01")
    when_i_press(page, "Adopt it")
    expect(page.get_by_role("alert")).to_contain_text("Choose today or a day ahead")
    look(page)
    page.get_by_label("Ask it from").fill(f"{timezone.localdate()}")
    when_i_press(page, "Adopt it")
    expect(page.get_by_role("heading", level=2, name="Network core")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Ask for something new").click()
    when_i_press(page, "Save")
    expect(page.get_by_role("link", name="Tick at least one module")).to_be_visible()
    look(page)


@pytest.mark.parametrize(
    "screen",
    [DESKTOP, NARROW_PHONE | NO_JAVASCRIPT],
    ids=["1280 px", "320 px, no JavaScript"],
)
def test_a_manager_reminds_a_ward_and_takes_it_back(
    open_page: OpenPage, ward: Any, screen: dict[str, Any]
) -> None:
    page = open_page(AppointmentFactory(organisation=ward.organisation, team=ward).person, **screen)
    scripted = screen.get("java_script_enabled", True)
    page.goto(f"/managing/{ward.organisation.uuid}/people/?state=late")
    page.get_by_label("Choose Noor Tarn").check()
    page.get_by_label("Choose Una Tarn").check()
    when_i_press(page, "Remind")
    expect(page.get_by_role("heading", name="It will be done for 2 people")).to_be_visible()
    assert not Nudge.objects.exists()
    if scripted:
        look(page)
    when_i_press(page, "Remind them")
    expect(page.get_by_role("main")).to_contain_text("Done for 2 of 2 people")
    assert Nudge.objects.filter(taken_back_at=None).count() == 2
    when_i_press(page, "Take it back")
    expect(page.get_by_role("main")).to_contain_text("Taken back for 2")
    assert not Nudge.objects.filter(taken_back_at=None).exists()
    if scripted:
        look(page)
    page.get_by_role("link", name="What was done before").click()
    expect(page.get_by_role("main")).to_contain_text("for 2 people")
    if scripted:
        look(page)
