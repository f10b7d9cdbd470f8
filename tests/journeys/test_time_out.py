"""A computer that nobody uses signs out: warned in time, by keyboard, in every tab, and with nothing left behind."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from learners.organisations.models import HeldWords
from learners.records.models import Completion
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt
from tests.factories.films import film
from tests.factories.modules import section
from tests.factories.people import PASSWORD
from tests.factories.sign_ins import pass_on_the_server
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, NARROW, NO_JAVASCRIPT, OpenPage
from tests.journeys.learner import button, when_i_start
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MINUTE = 60_000  # milliseconds
TYPED = "I will look before I ring.\n\nAnd ask."


@pytest.fixture(autouse=True)
def refused(watch: Watch) -> None:
    """A page that asks too late is refused, and browsers put that into the console."""
    watch.allow("status of 401")


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


@pytest.fixture
def where(nurse: Any) -> str:
    """The page where they write about something that they finished."""
    finish_attempt(nurse, ModuleFactory(title="Ask first"))
    return reverse("reflection:reflect", args=[Completion.objects.get().uuid])


def at(open_page: OpenPage, person: Any, address: str, **device: Any) -> Page:
    """A page on a device whose clock can be moved."""
    page = open_page(person, **device)
    page.clock.install()
    page.goto(address)
    expect(page.locator("body.js-enabled")).to_be_attached()
    page.wait_for_load_state("networkidle")
    return page


def when_nothing_is_done_for(page: Page, minutes: float) -> None:
    """Minutes go by, on the server and in the browser."""
    pass_on_the_server(minutes)
    page.clock.fast_forward(int(minutes * MINUTE))


def warning(page: Page) -> Locator:
    return page.get_by_role("alertdialog", name="You will be signed out soon")


def stay(page: Page) -> Locator:
    return warning(page).get_by_role("button", name="Stay signed in")


def then_i_am_told_why(page: Page) -> None:
    expect(page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("this computer was not used for 15 minutes")
    expect(page.get_by_role("status")).to_contain_text("What you had done is saved.")


def when_i_sign_in(page: Page, person: Any) -> None:
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def then_nothing_of_amara_is_here(page: Page) -> None:
    expect(page.get_by_text("Amara")).to_have_count(0)
    expect(page.get_by_text("Ask first")).to_have_count(0)


@pytest.mark.parametrize("screen", [NARROW, CALM], ids=["narrow", "calm"])
def test_it_warns_two_minutes_before_and_escape_is_to_stay(
    open_page: OpenPage, nurse: Any, screen: Any
) -> None:
    page = at(open_page, nurse, "/learning/", **screen)
    when_nothing_is_done_for(page, 13)
    expect(stay(page)).to_be_focused()
    expect(warning(page)).to_contain_text("signed out in 2 minutes")
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)
    with page.expect_response("**/accounts/stay/"):
        page.keyboard.press("Escape")
    expect(warning(page)).to_be_hidden()
    when_nothing_is_done_for(page, 12)
    expect(warning(page)).to_be_hidden()
    when_nothing_is_done_for(page, 1)
    expect(stay(page)).to_be_focused()


def test_the_focus_comes_back_to_where_it_was(open_page: OpenPage, nurse: Any, where: str) -> None:
    page = at(open_page, nurse, where)
    page.get_by_label("My own notes").focus()
    when_nothing_is_done_for(page, 13)
    expect(stay(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("My own notes")).to_be_focused()


def test_both_ways_are_reached_by_keyboard(open_page: OpenPage, nurse: Any) -> None:
    page = at(open_page, nurse, "/learning/")
    when_nothing_is_done_for(page, 13)
    expect(stay(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(warning(page).get_by_role("button", name="Sign out")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("You have signed out.")
    then_nothing_of_amara_is_here(page)


def test_the_time_that_is_left_is_said_in_words(open_page: OpenPage, nurse: Any) -> None:
    page = at(open_page, nurse, "/learning/")
    when_nothing_is_done_for(page, 13)
    expect(stay(page)).to_be_focused()
    when_nothing_is_done_for(page, 1.1)
    expect(warning(page)).to_contain_text("signed out in 1 minute")


def test_then_it_is_over_and_i_find_back(open_page: OpenPage, nurse: Any) -> None:
    page = at(open_page, nurse, "/learning/cpd/")
    when_nothing_is_done_for(page, 13)
    expect(stay(page)).to_be_focused()
    when_nothing_is_done_for(page, 2)
    then_i_am_told_why(page)
    then_it_is_accessible(page)
    then_nothing_of_amara_is_here(page)
    when_i_sign_in(page, nurse)
    page.wait_for_url("**/learning/cpd/")


def test_a_laptop_that_slept_is_signed_out_when_it_wakes(open_page: OpenPage, nurse: Any) -> None:
    page = at(open_page, nurse, "/learning/")
    when_nothing_is_done_for(page, 8 * 60)
    then_i_am_told_why(page)


def test_and_shows_nothing_while_it_has_no_network(open_page: OpenPage, nurse: Any, watch: Watch) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    page = at(open_page, nurse, "/learning/")
    page.context.set_offline(True)
    page.clock.fast_forward(8 * 60 * MINUTE)
    expect(page.get_by_text("Amara").locator("visible=true")).to_have_count(0)


def test_the_next_person_sees_nothing_by_back_nor_by_address(
    open_page: OpenPage, nurse: Any, where: str, watch: Watch
) -> None:
    watch.allow("status of 404")  # what was Amara's does not exist for Bola
    page = at(open_page, nurse, "/learning/")
    page.goto(where)
    page.goto("/learning/cpd/")
    when_nothing_is_done_for(page, 20)
    then_i_am_told_why(page)
    when_i_sign_in(page, PersonFactory(first_name="Bola"))
    expect(page.get_by_text("Bola").first).to_be_visible()
    then_nothing_of_amara_is_here(page)
    for _ in range(3):
        page.go_back()
        then_nothing_of_amara_is_here(page)
    page.goto("/learning/cpd/")
    then_nothing_of_amara_is_here(page)


def test_tabs_agree(open_page: OpenPage, nurse: Any) -> None:
    first = at(open_page, nurse, "/learning/")
    second = first.context.new_page()
    second.goto("/learning/cpd/")
    second.wait_for_load_state("networkidle")
    when_nothing_is_done_for(first, 13)
    expect(warning(first)).to_be_visible()
    expect(warning(second)).to_be_visible()
    with first.expect_response("**/accounts/stay/"):
        stay(first).click()
    expect(warning(first)).to_be_hidden()
    expect(warning(second)).to_be_hidden()
    when_nothing_is_done_for(first, 20)
    for tab in (first, second):
        expect(tab.get_by_role("heading", level=1, name="Sign in")).to_be_visible()


def test_who_signs_out_in_one_tab_leaves_the_others(open_page: OpenPage, nurse: Any) -> None:
    first = at(open_page, nurse, "/learning/")
    second = first.context.new_page()
    second.goto("/learning/cpd/")
    second.wait_for_load_state("networkidle")
    second.get_by_role("banner").get_by_role("button", name="Sign out").click()
    expect(second.get_by_role("status")).to_contain_text("You have signed out.")
    first.clock.fast_forward(MINUTE)
    expect(first.get_by_role("heading", level=1, name="Sign in")).to_be_visible()
    expect(first.get_by_role("status")).to_contain_text("in another tab")


def test_whoever_types_is_not_thrown_out_and_loses_nothing(
    open_page: OpenPage, nurse: Any, where: str
) -> None:
    page = at(open_page, nurse, where)
    box = page.get_by_label("What did you learn")
    for words in (TYPED[:9], TYPED):
        pass_on_the_server(10)
        box.fill(words)
        with page.expect_response("**/accounts/stay/"):
            page.clock.fast_forward(2 * MINUTE)
        expect(warning(page)).to_be_hidden()
    assert HeldWords.objects.get().words == {"text": TYPED}
    when_nothing_is_done_for(page, 20)
    then_i_am_told_why(page)
    when_i_sign_in(page, nurse)
    expect(page.get_by_label("What did you learn")).to_have_value(TYPED)
    expect(page.get_by_text("is back in its box")).to_be_visible()
    then_it_is_accessible(page)
    button(page, "Keep it").click()
    expect(page.get_by_text("Kept. Only you can read it.")).to_be_visible()
    assert not HeldWords.objects.exists()


def test_a_form_sent_after_the_end_was_not_written_in_vain(
    open_page: OpenPage, nurse: Any, where: str
) -> None:
    page = open_page(nurse, **NO_JAVASCRIPT)
    page.goto(where)
    page.get_by_label("What did you learn").fill(TYPED)
    pass_on_the_server(20)
    button(page, "Keep it").click()
    then_i_am_told_why(page)
    expect(page.get_by_role("status")).to_contain_text("It is kept for you alone")
    when_i_sign_in(page, nurse)
    expect(page.get_by_text("You typed something here and did not send it")).to_be_visible()
    expect(page.locator("pre")).to_have_text(TYPED)
    button(page, "Throw it away").click()
    expect(page.locator("pre")).to_have_count(0)


COMES_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_a_page_from_the_browsers_memory_is_shown_only_to_whom_it_was_made_for(
    open_page: OpenPage, nurse: Any
) -> None:
    page = at(open_page, nurse, "/learning/")
    with page.expect_response("**/accounts/time-left/"):
        page.evaluate(COMES_BACK)
    expect(page.get_by_text("Amara").first).to_be_visible()
    Session.objects.all().delete()
    page.evaluate(COMES_BACK)
    assert page.evaluate("document.body.hidden")
    expect(page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()


def test_a_film_whose_place_cannot_be_kept_any_more_leads_to_sign_in(
    open_page: OpenPage, nurse: Any, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("django.test.testcases._MediaFilesHandler._should_handle", lambda *_: False)
    page = open_page(nurse)
    when_i_start(page, ModuleFactory(sections=[section("Watch", film("film", seconds=200))]))
    video = page.locator("video")
    page.wait_for_function("() => document.querySelector('video').readyState >= 1")
    video.evaluate("video => video.play()")
    Session.objects.all().delete()
    video.evaluate("video => { video.currentTime = 40; video.pause() }")
    expect(page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()


def test_in_the_cms_the_next_page_says_why(open_page: OpenPage) -> None:
    page = open_page(PersonFactory(administrator=True))
    page.goto("/cms/")
    pass_on_the_server(20)
    page.goto("/cms/users/")
    then_i_am_told_why(page)
