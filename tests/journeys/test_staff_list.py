"""An administrator brings in a staff list with faults, mends them, applies it, and takes it back."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.organisations.models import Membership
from tests.factories import AppointmentFactory, OrganisationFactory
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

HEAD = "employee_number,first_name,last_name,work_email,department,staff_group,job_role,start_date,Religion\n"
ANN = "100,Ann,Archer,ann.archer@example.org,Ward 6,Nursing and Midwifery Registered,Staff nurse,01/04/2026,private\n"
FAULTY = HEAD + ANN + "200,Bob,Bright,bob.bright@example.org,Ward 6,,Porter,31/02/2026,private\n"
MENDED = HEAD + ANN + "200,Bob,Bright,bob.bright@example.org,Ward 6,,Porter,28/02/2026,private\n"


@pytest.fixture
def keeper() -> Any:
    trust = OrganisationFactory(name="Brackwater Hospitals", ods_code="RR8")
    return AppointmentFactory(organisation=trust, capacity="administrator").person


def choose(page: Page, folder: Path, text: str) -> None:
    path = folder / "staff.csv"
    path.write_text(text)
    page.get_by_label("Staff list").set_input_files(path)
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What this list would do")


def as_it_should_be(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


@pytest.mark.parametrize("held", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_a_faulty_list_to_one_that_is_undone(
    keeper: Any, open_page: OpenPage, held: dict[str, Any], tmp_path: Path
) -> None:
    page = open_page(keeper, **held)
    page.goto("/managing/")
    page.get_by_role("link", name="Brackwater Hospitals").click()
    page.get_by_role("link", name="Staff list").click()
    as_it_should_be(page)

    choose(page, tmp_path, FAULTY)
    as_it_should_be(page)
    expect(page.get_by_text("1 of it with a header that looks sensitive")).to_be_visible()
    page.get_by_role("link", name="1 Refused").click()
    expect(page.get_by_role("cell", name="31/02/2026")).to_be_visible()
    as_it_should_be(page)
    page.get_by_role("button", name="Drop this list").click()
    expect(page.get_by_text("Nothing was changed")).to_be_visible()

    choose(page, tmp_path, MENDED)
    page.get_by_text("Job titles that we do not know").click()
    page.get_by_label("Porter").select_option(label="Ward clerk or discharge coordinator")
    as_it_should_be(page)
    page.get_by_role("button", name="Keep these roles").click()

    page.get_by_role("button", name="Apply this list").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick the box")
    as_it_should_be(page)
    page.get_by_label("I have looked at what will happen").check()
    page.get_by_role("button", name="Apply this list").click()
    expect(page.get_by_text("The staff list was applied.")).to_be_visible()
    as_it_should_be(page)
    assert Membership.objects.count() == 2

    page.get_by_text("Undo this list").first.click()
    page.get_by_role("button", name="Undo this list").click()
    expect(page.get_by_text("The staff list was undone.")).to_be_visible()
    as_it_should_be(page)
    assert Membership.objects.count() == 0


def test_columns_are_chosen_on_a_narrow_screen_without_scripts(
    keeper: Any, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(keeper, **NARROW_PHONE, java_script_enabled=False)
    page.goto(f"/managing/{keeper.appointments.get().organisation.uuid}/roster/")
    path = tmp_path / "odd.csv"
    path.write_text("Nummer;Nachname;Vorname\n100;Archer;Ann\n")
    page.get_by_label("Staff list").set_input_files(path)
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Which column is which?")
    then_it_does_not_scroll_sideways(page)
    for header, column in (
        ("Nummer", "Employee number"),
        ("Nachname", "Last name"),
        ("Vorname", "First name"),
    ):
        page.get_by_label(header, exact=True).select_option(label=column)
    page.get_by_label("Staff list").set_input_files(path)
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_role("link", name="1 New")).to_be_visible()
    then_it_does_not_scroll_sideways(page)
