"""After the check: one thing for the next shift, a card, a reflection, and a minute some weeks later."""

import datetime
import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from learners.reflection.models import Confidence, FollowUp, NextShift, Reflection
from tests.factories import MembershipFactory, finish_attempt, start_attempt
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW, NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import MOUSE, Finger, Hands, Keyboard
from tests.journeys.learner import button
from tests.journeys.watching import Watch
from tests.learners.afterwards import ACTIONS, module_with_a_card, of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WAYS = [
    pytest.param(MOUSE, DESKTOP, id="mouse"),
    pytest.param(Keyboard(), DESKTOP, id="keyboard"),
    pytest.param(Finger(), NARROW_PHONE, id="finger, narrow"),
    pytest.param(MOUSE, NARROW | NO_JAVASCRIPT, id="no JavaScript, narrow"),
    pytest.param(MOUSE, CALM, id="forced colours, narrow"),
]


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory()


@pytest.fixture
def finished(nurse: Any) -> Any:
    return finish_attempt(nurse.person, module_with_a_card(), nurse.organisation)


def look(page: Page) -> None:
    then_it_does_not_scroll_sideways(page)
    then_it_is_accessible(page)


@pytest.mark.parametrize(("hands", "options"), WAYS)
def test_from_the_result_to_a_reflection(
    open_page: OpenPage, nurse: Any, finished: Any, hands: Hands, options: Any
) -> None:
    page = open_page(nurse.person, **options)
    see = then_it_does_not_scroll_sideways if options.get("java_script_enabled") is False else look
    page.goto(reverse("attempts:result", args=[finished.pk]))
    hands.press(button(page, "Plan my next shift"))
    expect(page.get_by_role("heading", level=1, name="My next shift")).to_be_visible()
    see(page)
    hands.press(button(page, "Make my card"))
    expect(page.get_by_role("link", name="Choose how confident you are")).to_be_visible()
    expect(page.get_by_role("link", name="Choose one action, or write your own")).to_be_visible()
    see(page)
    hands.choose(page.get_by_label("Very", exact=True))
    hands.choose(page.get_by_label(ACTIONS[0]))
    hands.press(button(page, "Make my card"))
    expect(page.get_by_role("heading", level=1, name="My prompt card")).to_be_visible()
    expect(page.locator(".app-card")).to_contain_text(ACTIONS[0])
    expect(page.locator(".app-card")).to_contain_text("What changed?")
    see(page)
    hands.press(page.get_by_role("link", name="Write what I made of it"))
    expect(page.get_by_label("What did you learn")).to_be_visible()
    see(page)
    page.get_by_label("What did you learn").fill("To look first.")
    hands.press(button(page, "Keep it"))
    expect(page.get_by_role("heading", level=1, name="My CPD record")).to_be_visible()
    expect(page.get_by_text("To look first.")).to_be_visible()
    see(page)
    assert NextShift.objects.get().action == ACTIONS[0]
    assert Reflection.objects.get().text == "To look first."


@pytest.mark.parametrize(("hands", "options"), WAYS)
def test_confidence_is_asked_at_the_beginning_and_stops_nobody(
    open_page: OpenPage, nurse: Any, hands: Hands, options: Any
) -> None:
    attempt = start_attempt(nurse.person, module_with_a_card(), nurse.organisation)
    page = open_page(nurse.person, **options)
    see = then_it_does_not_scroll_sideways if options.get("java_script_enabled") is False else look
    page.goto(reverse("attempts:section", args=[attempt.pk, 1]))
    see(page)
    hands.press(button(page, "Keep it"))
    expect(page.get_by_text("or go on without saying")).to_be_visible()
    see(page)
    hands.choose(page.get_by_label("A little"))
    hands.press(button(page, "Keep it"))
    expect(page.get_by_text("You are asked again at the end")).to_be_visible()
    expect(page.get_by_text("How confident are you")).to_have_count(0)
    see(page)
    hands.press(button(page, "Continue"))
    expect(page.get_by_text("Section 2 of")).to_be_visible()
    assert Confidence.objects.get().level == 2


def test_who_says_nothing_goes_on(open_page: OpenPage, nurse: Any) -> None:
    attempt = start_attempt(nurse.person, module_with_a_card(), nurse.organisation)
    page = open_page(nurse.person)
    page.goto(reverse("attempts:section", args=[attempt.pk, 1]))
    button(page, "Continue").click()
    expect(page.get_by_text("Section 2 of")).to_be_visible()
    assert not Confidence.objects.exists()


def test_the_card_prints_on_one_page_without_the_rest_of_the_site(
    open_page: OpenPage, nurse: Any, finished: Any
) -> None:
    page = open_page(nurse.person, **DESKTOP)
    page.goto(of("next_shift", finished))
    page.get_by_label("Very", exact=True).check()
    page.get_by_label("My own words", exact=True).fill("I will look " * 24)
    button(page, "Make my card").click()
    expect(page.locator(".app-card")).to_contain_text("I will look")
    page.emulate_media(media="print")
    for gone in (".app-header", ".app-footer", ".app-no-print"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".app-card__action")).to_be_visible()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 1


def test_two_tabs_lose_no_words(open_page: OpenPage, nurse: Any, finished: Any) -> None:
    where = reverse("reflection:reflect", args=[nurse.person.completions.get().uuid])
    ward, home = open_page(nurse.person), open_page(nurse.person, **NARROW)
    for page, words in ((ward, "From the ward"), (home, "From home")):
        page.goto(where)
        page.get_by_label("What did you learn").fill(words)
    button(ward, "Keep it").click()
    expect(ward.get_by_text("Only you can read it.")).to_be_visible()
    button(home, "Keep it").click()
    expect(home.locator(".nhsuk-error-summary")).to_be_focused()
    expect(home.get_by_text("From the ward")).to_be_visible()
    expect(home.get_by_label("What did you learn")).to_have_value("From home")
    look(home)
    button(home, "Keep it").click()
    expect(home.get_by_text("Only you can read it.")).to_be_visible()
    assert Reflection.objects.get().text == "From home"


def test_a_lost_connection_loses_no_words(
    open_page: OpenPage, nurse: Any, finished: Any, watch: Watch
) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    page = open_page(nurse.person)
    page.goto(reverse("reflection:reflect", args=[nurse.person.completions.get().uuid]))
    page.get_by_label("What did you learn").fill("To look first.")
    page.context.set_offline(True)
    button(page, "Keep it").click()
    expect(page.get_by_text("It is still on this page")).to_be_visible()
    assert not Reflection.objects.exists()
    page.context.set_offline(False)
    expect(page.get_by_text("Only you can read it.")).to_be_visible()
    assert Reflection.objects.get().text == "To look first."


@pytest.mark.parametrize(("hands", "options"), WAYS)
def test_the_follow_up_takes_a_minute_and_no_sign_in(
    open_page: OpenPage, finished: Any, hands: Hands, options: Any
) -> None:
    page = open_page(**options)
    see = then_it_does_not_scroll_sideways if options.get("java_script_enabled") is False else look
    address = reverse("reflection:follow_up", args=[_asked(finished).token])
    page.goto(address)
    see(page)
    hands.press(button(page, "Send"))
    expect(page.get_by_role("link", name="Choose how it went")).to_be_visible()
    see(page)
    hands.choose(page.get_by_label("Not yet"))
    hands.choose(page.get_by_label("No time"))
    hands.press(button(page, "Send"))
    expect(page.get_by_text("Thank you")).to_be_visible()
    see(page)
    page.goto(f"{address}stop/")
    see(page)
    hands.press(button(page, "Ask me no more"))
    expect(page.get_by_role("heading", name="You are asked no more")).to_be_visible()
    see(page)
    assert FollowUp.objects.get().barriers == ["time"]
    assert not NextShift.objects.get().wants_follow_up


def _asked(attempt: Any) -> FollowUp:
    now = timezone.now()
    chosen_at = now - datetime.timedelta(days=30)
    plan = NextShift.objects.create(attempt=attempt, action=ACTIONS[0], is_own=False, chosen_at=chosen_at)
    return FollowUp.objects.create(next_shift=plan, sent_at=now)
