"""What a learner meets who has not answered, answers wrongly, or does not pass: in words, and with the focus on it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.records.models import Completion
from modules.questions.question import Question
from tests.factories import MembershipFactory, ModuleFactory, read_all, sit_check, start_attempt
from tests.factories.modules import many_question, one_question, section
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.learner import (
    button,
    feedback_on,
    form_of,
    when_i_answer,
    when_i_answer_the_check,
    when_i_hand_in,
    when_i_sit_the_check,
    when_i_start,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def module() -> Any:
    """A module of one section with two questions, and two in its check."""
    asked = [one_question("first", "Which comes first?"), many_question("second")]
    checked = [one_question("third", "Which is safe?"), one_question("fourth", "Which is kind?")]
    return ModuleFactory(sections=[section("Habits", *asked)], check_questions=checked)


@pytest.fixture
def outline(module: Any) -> Any:
    return module.editions.newest().outline


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_send_nothing(page: Page, question: Question, words: str) -> None:
    form_of(page, question).get_by_role("button", name=words).click()


def when_i_carry_on(page: Page) -> None:
    page.goto("/learning/")
    page.get_by_role("link", name="Carry on").click()


def then_i_am_told(page: Page, problem: str, *, times: int = 1) -> None:
    """A summary has the focus and leads to each problem; the title says that there is one."""
    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link", name=problem)).to_have_count(times)
    expect(page).to_have_title(re.compile("^Error: "))
    look(page)


def then_the_summary_leads_to(page: Page, question: Question) -> None:
    page.locator(".nhsuk-error-summary").get_by_role("link").first.click()
    inside = page.get_by_role("group", name=question.prompt).locator("*:focus")
    expect(inside).to_have_count(1)


def test_a_section_says_what_is_missing_and_what_an_answer_led_to(
    open_page: OpenPage, module: Any, outline: Any, nurse: Any
) -> None:
    page = open_page(nurse, **NARROW_PHONE)
    first, second = outline.sections[0].questions
    when_i_start(page, module)
    button(page, "Continue to the check").click()
    then_i_am_told(page, "Answer this question to go on", times=2)
    when_i_send_nothing(page, first, "Check my answer")
    then_i_am_told(page, "Choose one answer")
    then_the_summary_leads_to(page, first)
    for question, right in ((first, False), (second, True)):
        when_i_answer(page, question, right=right)
        expect(feedback_on(page, question)).to_be_focused()
        look(page)


def test_without_javascript_the_feedback_takes_the_focus_too(
    open_page: OpenPage, module: Any, outline: Any, nurse: Any
) -> None:
    page = open_page(nurse, **NO_JAVASCRIPT)
    when_i_start(page, module)
    when_i_answer(page, outline.sections[0].questions[0], right=False)
    expect(feedback_on(page, outline.sections[0].questions[0])).to_be_focused()


def test_after_three_tries_we_go_through_it_together(
    open_page: OpenPage, module: Any, outline: Any, nurse: Any
) -> None:
    page = open_page(nurse, **NARROW_PHONE)
    read_all(start_attempt(nurse, module))
    when_i_carry_on(page)
    button(page, "Begin the check").click()
    when_i_send_nothing(page, outline.check[0], "Save and continue")
    then_i_am_told(page, "Choose one answer")
    then_the_summary_leads_to(page, outline.check[0])
    when_i_fail_three_times(page, nurse, outline)
    when_i_go_through_it_together(page)
    when_i_sit_the_check(page, outline)
    when_i_hand_in(page)
    expect(page.get_by_role("heading", name="You have finished this module")).to_be_visible()
    assert Completion.objects.get().percent == 100


def when_i_fail_three_times(page: Page, nurse: Any, outline: Any) -> None:
    """Once by hand, twice behind the scenes."""
    when_i_carry_on(page)
    when_i_answer_the_check(page, outline, right=False)
    when_i_hand_in(page)
    expect(page.get_by_role("heading", level=1, name="Not there yet")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", name="Try the check again")).to_be_visible()
    look(page)
    for _ in range(2):
        sit_check(nurse.attempts.get(), right=False)


def when_i_go_through_it_together(page: Page) -> None:
    when_i_carry_on(page)
    expect(page.get_by_role("heading", name="Let us go through it")).to_be_visible()
    look(page)
    button(page, "I have gone through it").click()
    expect(page.get_by_text("The check is open again.")).to_be_visible()
    look(page)
