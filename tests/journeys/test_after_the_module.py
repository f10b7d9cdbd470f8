"""After the check: one thing for the next shift, a card, a reflection, and a minute some weeks later."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from learners.reflection.models import FollowUp, NextShift, Reflection
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt, start_attempt
from tests.factories.modules import block_id, line
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, NARROW, NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import MOUSE, Finger, Hands, Keyboard
from tests.journeys.learner import Look, button, nothing

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ACTION = "Before I ring, I will look."


@pytest.fixture
def module() -> Any:
    card = [{"type": "card_line", "id": block_id("c"), "value": {"heading": "Ask", "text": "What changed?"}}]
    return ModuleFactory(
        confidence="choose a good moment",
        actions=[line(ACTION), line("I will ask.")],
        card_title="Look",
        card=card,
    )


def look_closely(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_plan_and_reflect(page: Page, attempt: Any, hands: Hands = MOUSE, look: Look = nothing) -> None:
    page.goto(reverse("attempts:result", args=[attempt.pk]))
    hands.press(button(page, "Plan my next shift"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("My next shift")
    look(page)
    hands.press(page.get_by_role("button", name="Make my card"))
    expect(page.locator(".nhsuk-error-summary")).to_be_visible()
    look(page)
    hands.choose(page.get_by_label("Very", exact=True))
    hands.choose(page.get_by_label(ACTION))
    hands.press(page.get_by_role("button", name="Make my card"))
    expect(page.get_by_text(ACTION)).to_be_visible()
    expect(page.get_by_text("What changed?")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("link", name="My CPD record"))
    expect(page.get_by_role("heading", level=1, name="My CPD record")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("link", name="Write about it"))
    expect(page.get_by_label("What did you learn")).to_be_visible()
    page.get_by_label("What did you learn").fill("To look first.")
    look(page)
    hands.press(page.get_by_role("button", name="Keep it"))
    expect(page.get_by_text("To look first.")).to_be_visible()
    look(page)
    assert Reflection.objects.get().text == "To look first."
    assert NextShift.objects.get().action == ACTION


def test_with_a_mouse(open_page: OpenPage, module: Any) -> None:
    member = MembershipFactory()
    attempt = finish_attempt(member.person, module, member.organisation)
    when_i_plan_and_reflect(open_page(member.person), attempt, look=look_closely)


def test_by_keyboard_without_javascript_and_by_touch(open_page: OpenPage, module: Any) -> None:
    for options, hands in (({}, Keyboard()), (NO_JAVASCRIPT, MOUSE), (NARROW_PHONE, Finger())):
        member = MembershipFactory()
        attempt = finish_attempt(member.person, module, member.organisation)
        when_i_plan_and_reflect(
            open_page(member.person, **options), attempt, hands, _fits if hands else nothing
        )
        Reflection.objects.all().delete()
        NextShift.objects.all().delete()


def _fits(page: Page) -> None:
    then_it_does_not_scroll_sideways(page)


def test_confidence_is_asked_at_the_beginning_and_stops_nobody(open_page: OpenPage, module: Any) -> None:
    member = MembershipFactory()
    attempt = start_attempt(member.person, module, member.organisation)
    page = open_page(member.person, **NARROW)
    page.goto(reverse("attempts:section", args=[attempt.pk, 1]))
    look_closely(page)
    page.get_by_label("A little").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("You are asked again at the end")).to_be_visible()
    look_closely(page)


def test_the_follow_up_takes_a_minute_and_no_sign_in(open_page: OpenPage, module: Any) -> None:
    member = MembershipFactory()
    attempt = finish_attempt(member.person, module, member.organisation)
    now = timezone.now()
    plan = NextShift.objects.create(
        attempt=attempt, action=ACTION, is_own=False, chosen_at=now - datetime.timedelta(days=30)
    )
    asked = FollowUp.objects.create(next_shift=plan, sent_at=now)
    address = reverse("reflection:follow_up", args=[asked.token])
    calm = open_page(**CALM)
    calm.goto(address)
    then_it_does_not_scroll_sideways(calm)
    page = open_page(**NARROW)
    page.goto(address)
    look_closely(page)
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    look_closely(page)
    page.get_by_label("Not yet").check()
    page.get_by_label("No time").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you")).to_be_visible()
    look_closely(page)
    page.goto(f"{address}stop/")
    expect(page.get_by_role("heading", level=1, name="Ask me no more")).to_be_visible()
    look_closely(page)
