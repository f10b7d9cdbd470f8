"""An administrator merges two organisations, by keyboard and without scripts, and undoes it."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from learners.organisations.models import Membership
from modules.groups import ADMINISTRATORS
from tests.factories import MembershipFactory, OrganisationFactory, PersonFactory, TeamFactory
from tests.journeys.baseline import AXE, RULES, in_words
from tests.journeys.devices import OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def trusts(first_rows: str) -> None:
    """Two trusts; Zofia works on a ward of the one that closes."""
    old = OrganisationFactory(name="Ashdown Trust")
    OrganisationFactory(name="Vale Trust")
    MembershipFactory(
        organisation=old,
        team=TeamFactory(organisation=old, name="Ward 6"),
        person=PersonFactory(first_name="Zofia", last_name="Nowak"),
    )


def then_its_own_content_is_accessible(page: Page) -> None:
    """The frame around it is Wagtail's."""
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = AXE.run(page, context=".nice-padding", options=options).response["violations"]
    assert not found, in_words(found)


def when_i_plan(page: Page) -> None:
    page.goto("/cms/merger/new/")
    page.get_by_label("Who closes").select_option(label="Ashdown Trust")
    page.get_by_label("Who carries on").select_option(label="Vale Trust")
    page.get_by_label("First day in the one that carries on").fill("2027-04-01")
    page.get_by_role("button", name="Show what will happen").press("Enter")


def test_plan_review_merge_and_undo_by_keyboard(open_page: OpenPage, trusts: None) -> None:
    page = open_page(PersonFactory(groups=[ADMINISTRATORS]))
    when_i_plan(page)
    expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Zofia Nowak")).to_be_visible()
    then_its_own_content_is_accessible(page)
    page.get_by_role("button", name="Merge them").press("Enter")
    expect(page.get_by_text("Tick the box to go on.")).to_be_visible()
    page.get_by_label("I have read what will happen").press("Space")
    page.get_by_role("button", name="Merge them").press("Enter")
    expect(page.get_by_text("It can be undone for 30 days.")).to_be_visible()
    then_its_own_content_is_accessible(page)
    assert Membership.objects.in_force(on=datetime.date(2027, 4, 1)).get().organisation.name == "Vale Trust"
    page.get_by_label("Put everything back as it was before").press("Space")
    page.get_by_role("button", name="Undo this merger").press("Enter")
    expect(page.get_by_role("main").get_by_text("Everything is as it was before.").last).to_be_visible()
    assert Membership.objects.get().ends_on is None


def test_the_pages_work_without_scripts(open_page: OpenPage, trusts: None) -> None:
    page = open_page(PersonFactory(groups=[ADMINISTRATORS]), java_script_enabled=False)
    when_i_plan(page)
    page.get_by_label("I have read what will happen").check(force=True)
    page.get_by_role("button", name="Merge them").click()
    expect(page.get_by_role("button", name="Undo this merger")).to_be_visible()
    assert Membership.objects.in_force(on=datetime.date(2027, 4, 1)).get().organisation.name == "Vale Trust"
