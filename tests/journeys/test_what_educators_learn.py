"""An educator finds the question that misleads; whoever did the module before renews it with three questions."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.requirements.models import Requirement
from modules.groups import EDUCATORS
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.insight import first_tries
from tests.factories.modules import block_id
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, PHONE, OpenPage
from tests.journeys.learner import button, when_i_choose, when_i_hand_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def module() -> Any:
    page = ModuleFactory()
    edition, tricky = page.editions.get(), block_id("check 4")
    first_tries(edition, 20, {tricky: {"chosen": "wrong"}}, right=True)
    first_tries(edition, 10, {tricky: {"chosen": "right"}}, right=False)
    return page


@pytest.fixture
def nurse(module: Any) -> Any:
    """A nurse whose completion runs out within two months."""
    member = MembershipFactory()
    asked = RequirementFactory(organisation=member.organisation, module=module)
    Requirement.objects.filter(pk=asked.pk).update(refresh="rolling", refresh_months=1)
    finish_attempt(member.person, module, member.organisation)
    return member.person


def when_i_answer_three(page: Page, module: Any) -> None:
    check = module.editions.get().outline.check
    for number in (1, 2, 3):
        expect(page.get_by_text(f"Question {number} of 3").first).to_be_visible()
        asked = next(each for each in check if page.locator(f"[name^='{each.id}-']").count())
        when_i_choose(page, asked)
        button(page, "Save and continue").click()


def test_an_educator_finds_the_question_that_misleads(open_page: OpenPage, module: Any) -> None:
    page = open_page(PersonFactory(first_name="Priya", groups=[EDUCATORS]), **DESKTOP)
    page.goto(f"/cms/pages/{module.pk}/edit/")
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="How its questions do").click()
    expect(page.get_by_text("people who know the rest choose “Wrong”")).to_be_visible()
    then_it_is_accessible(page)


def test_three_questions_renew_what_runs_out(open_page: OpenPage, module: Any, nurse: Any) -> None:
    page = open_page(nurse, **PHONE)
    page.goto("/learning/")
    expect(page.get_by_role("heading", name="What runs out soon")).to_be_visible()
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)
    page.get_by_role("link", name=module.title).first.click()
    then_it_is_accessible(page)
    button(page, "Do the refresher").click()
    expect(page.get_by_role("heading", level=1, name="Refresh what you know")).to_be_visible()
    then_it_is_accessible(page)
    button(page, "Begin the check").click()
    when_i_answer_three(page, module)
    when_i_hand_in(page)
    expect(page.get_by_role("heading", name="You have finished this module")).to_be_visible()
    assert nurse.completions.count() == 2
