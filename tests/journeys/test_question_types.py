"""Each type of question asked, refused, right, partly right, wrong: by keyboard, by touch, without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from learners.attempts.models import Response
from tests.factories import MembershipFactory, ModuleFactory, read_all, start_attempt
from tests.factories.modules import section
from tests.factories.questions import PARTLY, RIGHT, WRONG, one_of_each
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW, NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import Keyboard
from tests.journeys.learner import button, form_of
from tests.journeys.questions import (
    place_of,
    the,
    then_i_am_told_that_it_is,
    verdict_on,
    when_i_fill,
    when_i_send,
)
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ANSWERS = {"right": RIGHT, "partly": {**WRONG, **PARTLY}, "wrong": WRONG}


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


@pytest.fixture
def attempt(nurse: Any) -> Any:
    """Under way, with one question of each type before her in the first section, and as many in the check."""
    module = ModuleFactory(
        sections=[section("Habits", *one_of_each())], check_questions=one_of_each("check ")
    )
    return start_attempt(nurse, module)


@pytest.fixture
def questions(attempt: Any) -> Any:
    return attempt.edition.outline.sections[0].questions


def open_section(page: Page, attempt: Any) -> Page:
    page.goto(f"/learning/{attempt.pk}/sections/1/")
    return page


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def test_all_are_answered_with_nothing_but_the_keyboard(
    open_page: OpenPage, nurse: Any, attempt: Any, questions: Any
) -> None:
    page, hands = open_section(open_page(nurse, **NARROW), attempt), Keyboard()
    look(page)
    for question in questions:
        when_i_fill(page, question, RIGHT[question.type], hands)
        when_i_send(page, question, hands)
        then_i_am_told_that_it_is(page, question, verdict_on(question, RIGHT[question.type]))
    look(page)
    hands.press(button(page, "Mine has some of it"))
    expect(page.get_by_text("You said: Mine has some of it. You can change it.")).to_be_visible()
    look(page)


def without_scripts(page: Page) -> Page:
    """Scripts are lost on their way: as with scripts switched off, but axe can look."""
    page.route("**/*.js", lambda route: Route.abort(route))
    return page


@pytest.mark.parametrize("answers", ANSWERS)
def test_all_are_told_of_without_scripts_on_a_narrow_screen(
    open_page: OpenPage, nurse: Any, attempt: Any, questions: Any, watch: Watch, answers: str
) -> None:
    watch.allow(".js)")
    page = open_section(without_scripts(open_page(nurse, **NARROW)), attempt)
    expect(page.get_by_role("button", name="Move up")).to_have_count(0)
    look(page)
    for question in questions:
        answer = ANSWERS[answers][question.type]
        when_i_fill(page, question, answer)
        when_i_send(page, question)
        then_i_am_told_that_it_is(page, question, verdict_on(question, answer))
    look(page)


def test_with_scripts_switched_off_all_are_answered(
    open_page: OpenPage, nurse: Any, attempt: Any, questions: Any
) -> None:
    page = open_section(open_page(nurse, **NO_JAVASCRIPT), attempt)
    for question in questions:
        when_i_fill(page, question, RIGHT[question.type])
        when_i_send(page, question)
        then_i_am_told_that_it_is(page, question, verdict_on(question, RIGHT[question.type]))
    button(page, "Mine says much the same").click()
    expect(page.get_by_text("You said: Mine says much the same. You can change it.")).to_be_visible()
    assert Response.objects.count() == len(questions)


@pytest.mark.parametrize("held", [NARROW_PHONE, DESKTOP, CALM], ids=["phone", "desktop", "forced colours"])
def test_an_empty_answer_leads_to_what_is_missing(
    open_page: OpenPage, nurse: Any, attempt: Any, questions: Any, held: Any
) -> None:
    page = open_section(open_page(nurse, **held), attempt)
    for question in questions:
        when_i_send(page, question)
        summary = page.locator(".nhsuk-error-summary")
        expect(summary).to_be_focused()
        expect(page).to_have_title(re.compile("^Error: "))
        look(page)
        summary.get_by_role("link").first.click()
        expect(place_of(page, question).locator("*:focus")).to_have_count(1)


@pytest.mark.parametrize("answers", ["partly", "wrong"])
@pytest.mark.parametrize("held", [NARROW_PHONE, DESKTOP, CALM], ids=["phone", "desktop", "forced colours"])
def test_what_was_not_right_says_so_for_each_part(
    open_page: OpenPage, nurse: Any, attempt: Any, questions: Any, held: Any, answers: str
) -> None:
    page = open_section(open_page(nurse, **held), attempt)
    for question in questions:
        answer = ANSWERS[answers][question.type]
        when_i_fill(page, question, answer)
        when_i_send(page, question)
        then_i_am_told_that_it_is(page, question, verdict_on(question, answer))
        for line in question.review(answer):
            if line.instead:
                expect(place_of(page, question).get_by_text(line.instead).first).to_be_visible()
    look(page)


def test_two_steps_with_one_number_are_told_of(
    open_page: OpenPage, nurse: Any, attempt: Any, questions: Any
) -> None:
    page = open_section(open_page(nurse, **NARROW_PHONE), attempt)
    question = the(attempt.edition.outline, "order")
    for item in question.shown:
        place_of(page, question).get_by_role("combobox", name=item.text).select_option("2")
    when_i_send(page, question)
    first = question.shown[0].text
    expect(page.get_by_role("link", name=f"“{first}” is number 2 too.")).to_have_count(3)
    for item in question.shown:
        expect(place_of(page, question).get_by_role("combobox", name=item.text)).to_have_value("2")
    look(page)


def numbers(page: Page, question: Any) -> dict[str, str]:
    """The number of each step, from the top of the page."""
    place = place_of(page, question)
    rows = place.locator(".app-steps__step")
    return {
        rows.nth(n).locator("label").inner_text().strip(): rows.nth(n).locator("select").input_value()
        for n in range(rows.count())
    }


@pytest.mark.parametrize("held", [NARROW_PHONE, DESKTOP], ids=["phone", "desktop"])
def test_buttons_move_a_step_and_keep_its_number_in_step(
    open_page: OpenPage, nurse: Any, attempt: Any, held: Any
) -> None:
    page, hands = open_section(open_page(nurse, **held), attempt), Keyboard()
    question = the(attempt.edition.outline, "order")
    texts = [item.text for item in question.shown]
    place = place_of(page, question)
    up = place.get_by_role("button", name=f"Move up: {texts[1]}")
    box = up.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    hands.press(up)
    texts[0], texts[1] = texts[1], texts[0]
    assert numbers(page, question) == dict(zip(texts, "1234", strict=True))
    expect(place.get_by_role("status")).to_have_text(f"{texts[0]} is now number 1")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    expect(place.get_by_role("status")).to_have_text(f"{texts[0]} is first already")
    down = place.get_by_role("button", name=f"Move down: {texts[0]}")
    down.click()
    texts[0], texts[1] = texts[1], texts[0]
    assert numbers(page, question) == dict(zip(texts, "1234", strict=True))
    look(page)
    for wanted, item in enumerate(question.right):
        while numbers(page, question)[item.text] != str(wanted + 1):
            place.get_by_role("button", name=f"Move up: {item.text}").click()
    when_i_send(page, question)
    then_i_am_told_that_it_is(page, question, "right")


def test_a_number_by_hand_counts_when_a_button_is_pressed_next(
    open_page: OpenPage, nurse: Any, attempt: Any
) -> None:
    page = open_section(open_page(nurse, **DESKTOP), attempt)
    question = the(attempt.edition.outline, "order")
    place = place_of(page, question)
    for item, number in zip(question.shown, "4321", strict=True):
        place.get_by_role("combobox", name=item.text).select_option(number)
    last = question.shown[0].text
    place.get_by_role("button", name=f"Move up: {last}").click()
    assert numbers(page, question)[last] == "3"
    assert sorted(numbers(page, question).values()) == ["1", "2", "3", "4"]


def test_a_check_of_every_type_is_looked_over_and_its_result_told(
    open_page: OpenPage, nurse: Any, attempt: Any
) -> None:
    read_all(attempt)
    page, asked = open_page(nurse, **NARROW_PHONE), attempt.edition.outline.check
    page.goto(f"/learning/{attempt.pk}/check/")
    button(page, "Begin the check").click()
    for number, question in enumerate(asked, start=1):
        expect(page).to_have_title(re.compile(f"^Question {number} of "))
        look(page)
        when_i_fill(page, question, WRONG[question.type])
        button(page, "Save and continue").click()
    expect(page.get_by_role("heading", name="Look over your answers")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Change the answer to question 2").click()
    expect(form_of(page, asked[1])).to_be_visible()
    texts = {item.id: item.text for item in asked[1].items}
    wanted = [texts[name] for name in WRONG["order"]["order"]]
    assert numbers(page, asked[1]) == dict(zip(wanted, "1234", strict=True))
    assert list(numbers(page, asked[1])) == wanted
    button(page, "Save and continue").click()
    button(page, "Hand in my answers").click()
    expect(page.get_by_text("Sure, but wrong: 1 of 1 answer")).to_be_visible()
    look(page)
    button(page, "I would write it differently now").click()
    expect(page.get_by_text("You said: I would write it differently now.")).to_be_visible()
    look(page)
