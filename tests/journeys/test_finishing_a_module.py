"""A clinician with one employer finishes the first module of the demonstration, whatever they work with."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.attempts.models import Response
from learners.records.models import Completion
from tests.factories import MembershipFactory, PersonFactory, RequirementFactory
from tests.factories.people import PASSWORD
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import Finger, Hands, Keyboard
from tests.journeys.learner import (
    MOUSE,
    Look,
    button,
    nothing,
    when_i_hand_in,
    when_i_read,
    when_i_sit_the_check,
)
from training.demo.content.m1_right_information import MODULE as M1
from training.demo.publishing import publish_module

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def module() -> Any:
    return publish_module(M1, by=PersonFactory())


@pytest.fixture
def nurse(module: Any) -> Any:
    membership = MembershipFactory(person__first_name="Amara")
    RequirementFactory(organisation=membership.organisation, module=module, due_days=120)
    return membership.person


def when_i_sign_in(page: Page, person: Any, hands: Hands = MOUSE) -> None:
    page.goto("/")
    hands.press(page.get_by_role("main").get_by_role("button", name="Sign in"))
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    hands.press(page.get_by_role("main").get_by_role("button", name="Sign in"))
    expect(page.get_by_role("heading", name=f"Hello {person.first_name}")).to_be_visible()


def when_i_find_my_next_step(page: Page, module: Any, hands: Hands = MOUSE, look: Look = nothing) -> None:
    look(page)
    hands.press(button(page, "Look at the module"))
    expect(page.get_by_role("heading", level=1, name=module.title)).to_be_visible()
    look(page)
    hands.press(button(page, "Start"))


def when_i_finish(page: Page, module: Any, hands: Hands = MOUSE, look: Look = nothing) -> None:
    outline = module.editions.newest().outline
    when_i_read(page, outline, hands=hands, look=look)
    look(page)
    when_i_sit_the_check(page, outline, hands=hands, look=look)
    look(page)
    when_i_hand_in(page, hands)


def then_i_have_finished(page: Page, module: Any, hands: Hands = MOUSE, look: Look = nothing) -> None:
    expect(page.get_by_role("heading", name="You have finished this module")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("link", name="See your completion page"))
    expect(page.get_by_role("heading", level=1, name=module.title)).to_contain_text(
        "Certificate of completion"
    )
    look(page)
    hands.press(page.get_by_role("link", name="My learning").last)
    expect(page.get_by_role("listitem").filter(has_text=module.title)).to_contain_text("with 100%")
    look(page)
    page.goto(module.url)
    expect(page.get_by_text("You finished this on")).to_be_visible()
    look(page)
    assert Completion.objects.get().percent == 100
    outline = module.editions.newest().outline
    in_place = sum(len(section.questions) for section in outline.sections)
    assert Response.objects.count() == in_place + outline.asked


def test_with_a_mouse_from_signing_in_to_the_completion_page(page: Page, module: Any, nurse: Any) -> None:
    when_i_sign_in(page, nurse)
    when_i_find_my_next_step(page, module, look=then_it_is_accessible)
    when_i_finish(page, module, look=then_it_is_accessible)
    then_i_have_finished(page, module, look=then_it_is_accessible)


def test_without_javascript(open_page: OpenPage, module: Any, nurse: Any) -> None:
    page = open_page(**NO_JAVASCRIPT)
    when_i_sign_in(page, nurse)
    when_i_find_my_next_step(page, module)
    when_i_finish(page, module)
    then_i_have_finished(page, module)


def test_by_keyboard_alone(page: Page, module: Any, nurse: Any) -> None:
    keyboard = Keyboard()
    when_i_sign_in(page, nurse, keyboard)
    when_i_find_my_next_step(page, module, keyboard)
    when_i_finish(page, module, keyboard)
    then_i_have_finished(page, module, keyboard)


def test_by_touch_on_a_narrow_phone(open_page: OpenPage, module: Any, nurse: Any) -> None:
    page, finger = open_page(nurse, **NARROW_PHONE), Finger()
    page.goto("/")
    when_i_find_my_next_step(page, module, finger, then_it_does_not_scroll_sideways)
    when_i_finish(page, module, finger, then_it_does_not_scroll_sideways)
    then_i_have_finished(page, module, finger, then_it_does_not_scroll_sideways)
