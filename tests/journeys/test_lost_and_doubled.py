"""A double click, the back button, two tabs, a lost connection: no answer is lost, and none counts twice."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, Route, expect

from learners.attempts.models import Attempt, Response
from learners.records.models import Completion, LearningEvent, Verb
from tests.factories import MembershipFactory, ModuleFactory, read_all, start_attempt
from tests.factories.modules import one_question, section
from tests.factories.people import PASSWORD
from tests.journeys.baseline import then_it_is_accessible
from tests.journeys.devices import OpenPage
from tests.journeys.learner import (
    answers,
    button,
    form_of,
    then_i_see_feedback_on,
    when_i_answer,
    when_i_answer_the_check,
    when_i_choose,
)
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LOST = "Your answer has not been sent"


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


@pytest.fixture
def attempt(nurse: Any) -> Attempt:
    """A module of one section with a question, and two in its check, just begun."""
    module = ModuleFactory(
        sections=[section("Habits", one_question("in place"))],
        check_questions=[
            one_question("check 1", "Which is safe?"),
            one_question("check 2", "Which is kind?"),
        ],
    )
    return start_attempt(nurse, module)


@pytest.fixture
def question(attempt: Attempt) -> Any:
    return attempt.edition.outline.sections[0].questions[0]


@pytest.fixture
def in_the_section(open_page: OpenPage, nurse: Any, attempt: Attempt) -> Page:
    """The page with the question, on the nurse's device."""
    page = open_page(nurse)
    page.goto(f"/learning/{attempt.pk}/")
    return page


def check_answer(page: Page, question: Any) -> Any:
    return form_of(page, question).get_by_role("button", name="Check my answer")


def then_my_answer_is_still_here(page: Page, question: Any) -> None:
    expect(page.get_by_role("alert")).to_contain_text(LOST)
    for _, text in answers(question):
        expect(page.get_by_label(text, exact=True)).to_be_checked()
    assert not page.url.endswith(f"{question.id}/")


def then_it_counts_once(*, right: bool = True) -> None:
    assert [response.points for response in Response.objects.all()] == [1.0 if right else 0.0]
    assert LearningEvent.objects.filter(verb=Verb.ANSWERED).count() == 1


def fails(times: int, how: Callable[[Route], None]) -> Callable[[Route], None]:
    """A handler that lets the first `times` POSTs fail, and the rest through."""
    seen: list[Route] = []

    def handle(route: Route) -> None:
        if route.request.method == "POST" and len(seen) < times:
            seen.append(route)
            how(route)
        else:
            route.continue_()

    return handle


def test_a_double_click_counts_once(in_the_section: Page, question: Any) -> None:
    page = in_the_section
    when_i_choose(page, question)
    check_answer(page, question).dblclick()
    then_i_see_feedback_on(page, question, right=True)
    then_it_counts_once()


def test_going_back_shows_what_was_answered(in_the_section: Page, question: Any) -> None:
    page = in_the_section
    when_i_answer(page, question, right=False)
    page.go_back()
    then_i_see_feedback_on(page, question, right=False)
    then_it_counts_once(right=False)


def test_of_two_tabs_the_first_answer_stands(in_the_section: Page, question: Any) -> None:
    first, second = in_the_section, in_the_section.context.new_page()
    second.goto(first.url)
    when_i_answer(first, question, right=False)
    when_i_choose(second, question, right=True)
    check_answer(second, question).click()
    then_i_see_feedback_on(second, question, right=False)
    expect(second.get_by_text("Your first answer stands.")).to_be_visible()
    then_it_is_accessible(second)
    then_it_counts_once(right=False)


def test_a_lost_connection_loses_no_answer(in_the_section: Page, question: Any, watch: Watch) -> None:
    page = in_the_section
    watch.allow("ERR_INTERNET_DISCONNECTED")
    when_i_choose(page, question)
    page.context.set_offline(True)
    check_answer(page, question).click()
    then_my_answer_is_still_here(page, question)
    page.get_by_role("alert").get_by_role("button", name="Try again").click()
    expect(page.get_by_role("alert")).to_contain_text("Not sent yet.")
    page.context.set_offline(False)  # it is sent by itself
    then_i_see_feedback_on(page, question, right=True)
    then_it_counts_once()


def test_a_server_that_fails_is_asked_again(in_the_section: Page, question: Any, watch: Watch) -> None:
    page = in_the_section
    watch.allow("status of 500")
    page.route("**/sections/**", fails(1, lambda route: route.fulfill(status=500, body="Sorry")))
    when_i_choose(page, question)
    check_answer(page, question).click()
    then_my_answer_is_still_here(page, question)
    then_it_is_accessible(page)
    page.get_by_role("alert").get_by_role("button", name="Try again").click()
    then_i_see_feedback_on(page, question, right=True)
    then_it_counts_once()


def test_an_answer_that_was_stored_before_the_connection_broke_counts_once(
    in_the_section: Page, question: Any, watch: Watch
) -> None:
    def breaks_after_storing(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    page = in_the_section
    watch.allow("ERR_CONNECTION_RESET")
    page.route("**/sections/**", fails(1, breaks_after_storing))
    when_i_choose(page, question)
    check_answer(page, question).click()
    then_my_answer_is_still_here(page, question)
    then_it_counts_once()
    page.get_by_role("alert").get_by_role("button", name="Try again").click()
    then_i_see_feedback_on(page, question, right=True)
    then_it_counts_once()


def test_a_check_is_handed_in_once_and_then_closed(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    read_all(attempt)
    page, outline = open_page(nurse), attempt.edition.outline
    page.goto(f"/learning/{attempt.pk}/")
    button(page, "Begin the check").click()
    when_i_answer_the_check(page, outline)
    late = page.context.new_page()
    late.goto(f"/learning/{attempt.pk}/check/1/")
    when_i_choose(late, outline.check[0], right=False)
    button(page, "Hand in my answers").dblclick()
    expect(page.get_by_role("heading", name="You have finished this module")).to_be_visible()
    button(late, "Save and continue").click()
    expect(late.get_by_text("This try was handed in already.")).to_be_visible()
    assert Completion.objects.get().percent == 100
    assert LearningEvent.objects.filter(verb=Verb.COMPLETED).count() == 1


def test_a_session_that_has_ended_leads_back_to_the_question(
    in_the_section: Page, question: Any, nurse: Any
) -> None:
    page = in_the_section
    when_i_choose(page, question)
    Session.objects.all().delete()
    check_answer(page, question).click()
    page.get_by_label("Email").fill(nurse.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    when_i_answer(page, question)
    then_it_counts_once()
