"""An administrator records a talk-through, corrects it, and the person reads why; a course from elsewhere counts."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.records.models import Completion
from learners.requirements.models import KeptStanding
from tests.factories import MembershipFactory, ModuleFactory, OrganisationFactory, RequirementFactory
from tests.factories.evidence import CourseFactory, keeper_of
from tests.factories.organisations import days_ago
from tests.factories.standings import worked_out
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def ann() -> Any:
    trust = OrganisationFactory(name="Brackwater Hospitals")
    module = ModuleFactory(title="Before you ring")
    RequirementFactory(organisation=trust, module=module)
    CourseFactory(organisation=trust, module=module)
    return MembershipFactory(organisation=trust, person__first_name="Ann", person__last_name="Archer")


def as_it_should_be(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def state_of(membership: Any) -> str:
    worked_out(membership.organisation)
    return str(KeptStanding.objects.current().get(person=membership.person).state)


def test_a_talk_through_is_recorded_corrected_and_read(ann: Any, open_page: OpenPage) -> None:
    keeper = keeper_of(ann.organisation)
    page = open_page(keeper, **NARROW_PHONE, java_script_enabled=False)
    page.goto(f"/managing/{ann.organisation.uuid}/people/{ann.uuid}/")
    page.get_by_role("link", name="What is recorded of Ann Archer").click()
    page.get_by_role("button", name="Record what was done elsewhere").click()
    page.get_by_role("button", name="Show what will happen").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a module")
    then_it_does_not_scroll_sideways(page)
    page.get_by_label("Module").select_option(label="Before you ring")
    page.get_by_label("Observed by somebody").check()
    page.get_by_label("Day on which it was done").fill(days_ago(3).isoformat())
    page.get_by_label("Why you record it").fill("Sister Bright talked it through")
    page.get_by_role("button", name="Show what will happen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Look once more")
    assert not Completion.objects.exists()
    then_it_does_not_scroll_sideways(page)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("It is recorded.")).to_be_visible()
    assert state_of(ann) == "compliant"

    page = open_page(keeper, **DESKTOP)
    page.goto(f"/managing/{ann.organisation.uuid}/people/{ann.uuid}/record/")
    as_it_should_be(page)
    page.get_by_role("link", name="Correct this").click()
    as_it_should_be(page)
    page.get_by_label("What is wrong").fill("That was another ward")
    page.get_by_label("It was not done at all").check()
    page.get_by_role("button", name="Show what will happen").click()
    as_it_should_be(page)
    page.get_by_role("button", name="Correct it").click()
    expect(page.get_by_text("It is corrected.")).to_be_visible()
    as_it_should_be(page)
    assert state_of(ann) == "overdue"

    page = open_page(ann.person, **NARROW_PHONE)
    page.goto("/learning/")
    page.get_by_role("link", name="Learned elsewhere").click()
    expect(page.get_by_text("That was another ward")).to_be_visible()
    as_it_should_be(page)
    page.get_by_role("link", name="Before you ring").click()
    expect(page.get_by_text("That was another ward")).to_be_visible()
    as_it_should_be(page)


def test_a_course_from_elsewhere_is_put_forward_and_counts(ann: Any, open_page: OpenPage) -> None:
    page = open_page(ann.person, **NARROW_PHONE)
    page.goto("/learning/elsewhere/")
    page.get_by_label("Course").select_option(index=1)
    page.get_by_label("Day on which you did it").fill(days_ago(30).isoformat())
    page.get_by_label("How it can be checked").fill("Certificate 77")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Waiting to be checked")).to_be_visible()
    as_it_should_be(page)

    page = open_page(keeper_of(ann.organisation), **NARROW_PHONE)
    page.goto(f"/managing/{ann.organisation.uuid}/evidence/")
    as_it_should_be(page)
    page.get_by_role("link", name="Check it").click()
    page.get_by_label("Yes, I have seen the proof").check()
    as_it_should_be(page)
    page.get_by_role("button", name="Show what will happen").click()
    as_it_should_be(page)
    page.get_by_role("button", name="Count it").click()
    expect(page.get_by_text("It counts from now on.")).to_be_visible()
    assert state_of(ann) == "compliant"
