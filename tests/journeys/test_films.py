"""A film on a phone, by keyboard, without JavaScript, and on two devices one after the other."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from learners.attempts.models import VideoPosition
from tests.factories import MembershipFactory, ModuleFactory
from tests.factories.films import film
from tests.factories.modules import section
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW_PHONE, NO_JAVASCRIPT, PATIENCE, PHONE, OpenPage
from tests.journeys.hands import Keyboard
from tests.journeys.learner import button, when_i_start

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NOW = "video => video.currentTime"
IS_READY = "() => document.querySelector('video').readyState >= 1"
# A line of captions reached the browser: it was fetched, understood, and is switched on.
CAPTIONS = (
    "() => [...document.querySelector('video').textTracks].some(t => t.mode === 'showing' && t.cues?.length)"
)


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Films lie in a folder of this journey, and the service serves them: the test server would not give pieces."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("django.test.testcases._MediaFilesHandler._should_handle", lambda *_: False)


@pytest.fixture
def module(uploads: None) -> Any:
    return ModuleFactory(sections=[section("Watch", film("film", seconds=200))])


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def player(page: Page) -> Locator:
    return page.locator("video")


def when_it_is_ready(page: Page) -> None:
    page.wait_for_function(IS_READY)


def when_i_watch_to(page: Page, second: int) -> None:
    """Play, wind on, and pause."""
    when_it_is_ready(page)
    with page.expect_response("**/films/**") as kept:
        player(page).evaluate(
            """async (video, second) => {
                video.muted = true
                await video.play()
                video.currentTime = second
                await new Promise(done => video.addEventListener('seeked', done, { once: true }))
                video.pause()
            }""",
            second,
        )
    assert kept.value.status == 204


def when_i_tab_through_its_controls(page: Page) -> None:
    """They are the browser's own: from outside, the focus is on the film until it has left it."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if not player(page).evaluate("video => video === document.activeElement"):
            return
    raise AssertionError("The focus is caught in the player")


def place(nurse: Any) -> int:
    return VideoPosition.objects.get(attempt__person=nurse).seconds


def when_its_place_has_arrived(page: Page, nurse: Any, first: int, last: int) -> None:
    """The page was left or reloaded faster than its word can travel: wait until the server has heard it."""
    kept = VideoPosition.objects.filter(attempt__person=nurse, seconds__range=(first, last))
    for _ in range(PATIENCE // 100):
        if kept.exists():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"No place from {first} to {last} was kept.")


@pytest.mark.parametrize("held", [NARROW_PHONE, PHONE, DESKTOP, CALM], ids=["320", "360", "1280", "calm"])
def test_it_waits_to_be_started_and_shows_captions_and_transcript(
    open_page: OpenPage, module: Any, nurse: Any, held: dict[str, Any]
) -> None:
    page = open_page(nurse, **held)
    when_i_start(page, module)
    when_it_is_ready(page)
    page.wait_for_function(CAPTIONS)
    assert player(page).evaluate("video => video.paused && video.currentTime === 0")
    page.get_by_text("Transcript of the film").click()
    expect(page.get_by_text("A nurse opens the shared record.")).to_be_visible()
    look(page)


def test_it_goes_on_on_another_device_where_it_was_left(open_page: OpenPage, module: Any, nurse: Any) -> None:
    at_work = open_page(nurse, **DESKTOP)
    when_i_start(at_work, module)
    when_i_watch_to(at_work, 135)
    assert place(nurse) in (135, 136)

    at_home = open_page(nurse, **PHONE)
    at_home.goto(at_work.url)
    when_it_is_ready(at_home)
    assert player(at_home).evaluate(NOW) == 0
    look(at_home)
    at_home.get_by_role("button", name="Go on from 2:1").tap()
    expect(player(at_home)).to_be_focused()
    expect(at_home.get_by_role("button", name="Go on from")).to_have_count(0)
    at_home.wait_for_function("() => document.querySelector('video').currentTime >= 135")
    assert at_home.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_leaving_the_page_keeps_the_place(open_page: OpenPage, module: Any, nurse: Any) -> None:
    page = open_page(nurse, **DESKTOP)
    when_i_start(page, module)
    when_it_is_ready(page)
    player(page).evaluate("async v => { v.muted = true; await v.play(); v.currentTime = 60 }")
    page.wait_for_function("() => document.querySelector('video').currentTime >= 61")
    button(page, "Continue to the check").click()
    when_its_place_has_arrived(page, nurse, 60, 190)  # it plays on until a slow machine has left the page
    page.go_back()
    page.reload()
    expect(page.get_by_role("button", name=re.compile(r"Go on from [1-3]:\d\d"))).to_be_visible()


def test_a_glance_at_the_beginning_loses_no_place_and_the_end_begins_anew(
    open_page: OpenPage, module: Any, nurse: Any
) -> None:
    page = open_page(nurse, **DESKTOP)
    when_i_start(page, module)
    when_i_watch_to(page, 100)
    page.reload()
    when_it_is_ready(page)
    player(page).evaluate("async v => { v.muted = true; await v.play(); v.pause() }")
    page.reload()
    expect(page.get_by_role("button", name="Go on from 1:4")).to_be_visible()
    when_it_is_ready(page)
    player(page).evaluate("async v => { v.muted = true; await v.play(); v.currentTime = 199 }")
    page.wait_for_function("() => document.querySelector('video').ended")
    when_its_place_has_arrived(page, nurse, 0, 0)
    page.reload()
    when_it_is_ready(page)
    expect(page.get_by_role("button", name="Go on from")).to_have_count(0)
    assert place(nurse) == 0


def test_everything_is_reached_by_keyboard(open_page: OpenPage, module: Any, nurse: Any) -> None:
    page, keys = open_page(nurse, **DESKTOP), Keyboard()
    when_i_start(page, module)
    when_i_watch_to(page, 135)
    page.reload()
    when_it_is_ready(page)
    keys.go_to(player(page))
    when_i_tab_through_its_controls(page)
    keys.press(page.get_by_role("button", name="Go on from 2:1"))
    page.wait_for_function("() => !document.querySelector('video').paused")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('video').paused")
    when_i_tab_through_its_controls(page)
    keys.press(page.locator("summary"))
    expect(page.get_by_text("A nurse opens the shared record.")).to_be_visible()


def test_without_javascript_the_browser_plays_it(open_page: OpenPage, module: Any, nurse: Any) -> None:
    page = open_page(nurse, **NO_JAVASCRIPT)
    when_i_start(page, module)
    expect(player(page)).to_have_attribute("preload", "metadata")
    expect(page.get_by_role("button", name="Go on from")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the film").click()
    assert download.value.suggested_filename.endswith(".webm")
    page.get_by_text("Transcript of the film").click()
    button(page, "Continue to the check").click()
    expect(page.get_by_role("heading", level=1, name="Check what you know")).to_be_visible()
