"""Wards share their computers, and people change theirs."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.factories import MembershipFactory, ModuleFactory
from tests.factories.modules import one_question, section
from tests.journeys.devices import PHONE, OpenPage
from tests.journeys.learner import button, feedback_on, when_i_answer, when_i_start

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def module() -> Any:
    return ModuleFactory(
        title="Ask first", sections=[section("Story"), section("Habits", one_question("asked"))]
    )


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


def when_i_stop_in_the_second_section(page: Page, module: Any) -> Any:
    """Answer its question, and go no further."""
    when_i_start(page, module)
    button(page, "Continue").click()
    question = module.editions.newest().outline.sections[1].questions[0]
    when_i_answer(page, question, right=False)
    return question


def test_another_device_carries_on_at_the_same_place(open_page: OpenPage, module: Any, nurse: Any) -> None:
    question = when_i_stop_in_the_second_section(open_page(nurse), module)
    phone = open_page(nurse, **PHONE)
    phone.goto("/")
    button(phone, "Carry on").tap()
    expect(phone.get_by_role("heading", level=1, name="Habits")).to_be_visible()
    expect(feedback_on(phone, question)).to_contain_text("Not right")


def test_after_signing_out_the_back_button_shows_nothing(
    open_page: OpenPage, module: Any, nurse: Any
) -> None:
    page = open_page(nurse)
    page.goto("/learning/")
    when_i_stop_in_the_second_section(page, module)
    button(page, "Sign out").click()
    expect(page.get_by_role("main").get_by_role("button", name="Sign in")).to_be_visible()
    for _ in range(3):
        page.go_back()
        expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
        expect(page.get_by_text("Amara")).to_have_count(0)
    page.goto("/learning/")
    expect(page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()
