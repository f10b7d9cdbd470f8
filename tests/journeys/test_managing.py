"""A manager finds who has not done a module, and why it is asked; on a desk and on a phone."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
    start_attempt,
)
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def asked() -> Any:
    """A hospital that asks everybody for a module. It has been due for a month."""
    module = ModuleFactory(title="Ask first")
    return RequirementFactory(organisation__name="Brackwater Hospitals", module=module)


@pytest.fixture
def staff(asked: Any) -> None:
    """Three on Ward 6, who have done it, begun it and not begun it; and one on Ward 7 who has not begun it."""
    here, six = asked.organisation, TeamFactory(organisation=asked.organisation, name="Ward 6")
    seven = TeamFactory(organisation=here, name="Ward 7")
    for first_name, team in (("Dora", six), ("Una", six), ("Noor", six), ("Sol", seven)):
        person = PersonFactory(first_name=first_name, last_name="Tarn")
        MembershipFactory(organisation=here, person=person, team=team)
        if first_name == "Dora":
            finish_attempt(person, asked.modules.get(), here)
        if first_name == "Una":
            start_attempt(person, asked.modules.get(), here)


@pytest.fixture
def manager(asked: Any, staff: None) -> Any:
    return AppointmentFactory(organisation=asked.organisation, person__first_name="Gwilym").person


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_open_my_organisation(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Hello Gwilym")).to_be_visible()
    look(page)
    page.get_by_role("main").get_by_role("link", name="Brackwater Hospitals").click()
    expect(page.get_by_role("heading", level=1, name="Brackwater Hospitals")).to_be_visible()
    look(page)


def when_i_go_from_who_is_overdue_to_the_people(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Overdue or expired", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="People")).to_be_visible()
    look(page)


def when_i_narrow_it_to(page: Page, team: str) -> None:
    page.get_by_label("Team, with those below it").select_option(team)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_text(re.compile("1 to 2 of 2 people"))).to_be_visible()
    look(page)


def when_i_keep_this_view(page: Page, name: str) -> None:
    page.get_by_text("Keep this view").click()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_role("link", name="Enter a name for this view")).to_be_visible()
    look(page)
    page.get_by_label("Name of this view").fill(name)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def then_i_see(page: Page, *names: str) -> None:
    expect(page.get_by_role("rowheader").get_by_role("link", name="Tarn")).to_have_text(
        [f"{name} Tarn" for name in names]
    )


def when_i_open(page: Page, name: str) -> None:
    page.get_by_role("link", name=f"{name} Tarn").click()
    expect(page.get_by_role("heading", level=1, name=f"{name} Tarn")).to_be_visible()
    look(page)


def then_i_read_why(page: Page, *reasons: str) -> None:
    for reason in reasons:
        expect(page.get_by_role("main")).to_contain_text(reason)


def when_i_download(page: Page, to: Path) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a spreadsheet (CSV)").click()
    assert download.value.suggested_filename.endswith(".csv")
    download.value.save_as(to)
    with to.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize("screen", [DESKTOP, PHONE, NARROW_PHONE], ids=["1280 px", "360 px", "320 px"])
def test_a_manager_finds_who_is_overdue_on_a_ward(
    open_page: OpenPage, manager: Any, screen: dict[str, Any], tmp_path: Path
) -> None:
    page = open_page(manager, **screen)
    when_i_open_my_organisation(page)
    when_i_go_from_who_is_overdue_to_the_people(page)
    when_i_narrow_it_to(page, "Ward 6")
    then_i_see(page, "Noor", "Una")
    lines = when_i_download(page, tmp_path / "people.csv")
    assert [(line["Name"], line["State"]) for line in lines] == [
        ("Noor Tarn", "Overdue"),
        ("Una Tarn", "Overdue"),
    ]
    when_i_keep_this_view(page, "Late on Ward 6")
    when_i_open(page, "Noor")
    then_i_read_why(page, "Ask first", "Overdue", "Asked of everybody, within 28 days.", "Not begun.")


@pytest.fixture
def lead(asked: Any) -> Any:
    """The lead of a network in which a hospital and two practices ask for the same module; one practice is small."""
    network = NetworkMembershipFactory(organisation=asked.organisation).network
    module = asked.modules.get()
    for name, people, done in (("Elm Surgery", 12, 6), ("Oak Surgery", 11, 5), ("Yew Surgery", 3, 1)):
        practice = OrganisationFactory(name=name)
        NetworkMembershipFactory(network=network, organisation=practice)
        RequirementFactory(organisation=practice, module=module)
        members = MembershipFactory.create_batch(people, organisation=practice, person__last_name="Hidden")
        for member in members[:done]:
            finish_attempt(member.person, module, practice)
    return AppointmentFactory(network_lead=True, network=network, person__first_name="Lena").person


@pytest.mark.parametrize("screen", [DESKTOP, NARROW_PHONE], ids=["1280 px", "320 px"])
def test_a_network_lead_compares_organisations_and_reaches_no_name(
    open_page: OpenPage, lead: Any, staff: None, asked: Any, screen: dict[str, Any], tmp_path: Path
) -> None:
    page = open_page(lead, **screen)
    page.goto(reverse("dashboards:network", args=[asked.organisation.networks.get().slug]))
    look(page)
    expect(page.get_by_role("row", name=re.compile("Elm Surgery"))).to_contain_text("6 of 12")
    for small in ("Yew Surgery", "Oak Surgery", "Brackwater Hospitals"):
        expect(page.get_by_role("row", name=re.compile(small))).to_contain_text("Too few to show")
    page.get_by_label("Sort").select_option("Ask first")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("rowheader").first).to_have_text("Elm Surgery")
    lines = when_i_download(page, tmp_path / "network.csv")
    assert len(lines) == 4
    assert "Hidden" not in page.content() + str(lines)
    assert page.request.get(reverse("dashboards:people", args=[asked.organisation.uuid])).status == 404
