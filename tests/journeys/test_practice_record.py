"""A learner at a practice record: by keyboard, without JavaScript, on a narrow screen, in forced colours."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from learners.attempts.models import Attempt, RecordAccess, RecordView, Response
from modules.practice.record import SECTIONS
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, start_attempt
from tests.factories.modules import block_id, one_question, section
from tests.factories.practice import PracticeRecordFactory, find_question, visit
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW, NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import Finger, Hands, Keyboard, Mouse
from tests.journeys.learner import button
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LABEL = "Fictional training record"
SCREENS = ("Overview", *SECTIONS.values(), "Everything", "Who has looked")


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


@pytest.fixture
def attempt(nurse: Any) -> Attempt:
    """One section, which sends into Win's record and asks which row asks somebody to act."""
    record = PracticeRecordFactory()
    module = ModuleFactory(
        sections=[section("The call", visit("visit", record), find_question("find", record))],
        check_questions=[find_question("check", record), one_question("other")],
    )
    return start_attempt(nurse, module, nurse.memberships.get().organisation)


@pytest.fixture
def question(attempt: Attempt) -> Any:
    return attempt.edition.outline.sections[0].questions[0]


def look(page: Page) -> None:
    """Whatever the state: it says that it is fiction, is accessible and fits."""
    expect(page.get_by_role("main").get_by_text(LABEL, exact=True).first).to_be_visible()
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def when_i_go_to_the_section(page: Page, attempt: Attempt) -> None:
    page.goto(f"/learning/{attempt.pk}/sections/1/")


def when_i_go_to_the_door(page: Page, attempt: Attempt, hands: Hands) -> None:
    when_i_go_to_the_section(page, attempt)
    hands.press(page.get_by_role("button", name="Open the record"))
    expect(page.get_by_role("heading", level=1, name=re.compile("Before you open it"))).to_be_visible()


def when_i_give_a_reason(page: Page, name: str, hands: Hands) -> None:
    hands.choose(page.get_by_label(f"Because {name}", exact=True))
    hands.press(button(page, "Open the record"))


def when_i_turn_to(page: Page, screen: str, hands: Hands) -> None:
    tabs = page.get_by_role("navigation", name="Sections of the record")
    hands.press(tabs.get_by_role("link", name=re.compile(f"^{screen}")))
    expect(page.get_by_role("heading", level=1, name=screen, exact=True)).to_be_visible()


def when_i_tick(page: Page, text: str, hands: Hands) -> None:
    hands.choose(page.get_by_label(text, exact=True))
    hands.press(button(page, "Check my answer"))


def feedback(page: Page) -> Locator:
    return page.locator(".app-feedback")


def then_i_am_told(page: Page, heading: str) -> None:
    expect(feedback(page)).to_contain_text(heading)
    expect(feedback(page)).to_be_focused()


def from_the_door_to_the_answer(page: Page, attempt: Attempt, hands: Hands, *, closely: bool = True) -> None:
    """The whole way, with a look at every state."""
    see = look if closely else then_it_does_not_scroll_sideways
    when_i_go_to_the_door(page, attempt, hands)
    see(page)
    hands.press(button(page, "Open the record"))
    expect(page.get_by_role("link", name="Choose a reason")).to_be_visible()
    see(page)
    when_i_give_a_reason(page, "curious", hands)
    then_i_am_told(page, "The record stays shut")
    see(page)
    when_i_give_a_reason(page, "care", hands)
    then_i_am_told(page, "The record is open")
    see(page)
    for screen in SCREENS:
        when_i_turn_to(page, screen, hands)
        see(page)
    expect(page.get_by_role("row", name=re.compile("Because curious.*Not opened"))).to_be_visible()
    hands.press(page.get_by_role("link", name="Back to the module"))
    see(page)
    when_i_tick(page, "Letter: start vitamin D", hands)
    then_i_am_told(page, "Right")
    expect(feedback(page)).to_contain_text("Before you answered, you opened: About me,")
    see(page)
    assert Response.objects.get().points == 1
    assert RecordAccess.objects.count() == 2


def test_by_keyboard_on_a_desktop(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    from_the_door_to_the_answer(open_page(nurse, **DESKTOP), attempt, Keyboard())


def test_with_a_finger_on_the_narrowest_phone(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    from_the_door_to_the_answer(open_page(nurse, **NARROW_PHONE), attempt, Finger())


def test_at_400_percent_in_forced_colours(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    from_the_door_to_the_answer(open_page(nurse, **CALM), attempt, Mouse(), closely=False)


def test_without_javascript_by_keyboard(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    page, hands = open_page(nurse, **NARROW, **NO_JAVASCRIPT), Keyboard()
    when_i_go_to_the_door(page, attempt, hands)
    when_i_give_a_reason(page, "curious", hands)
    then_i_am_told(page, "The record stays shut")
    when_i_give_a_reason(page, "checking", hands)
    then_i_am_told(page, "but say more")
    when_i_turn_to(page, "Letters and documents", hands)
    hands.press(page.locator("summary", has_text="Read it"))
    expect(page.get_by_text("Dear GP")).to_be_visible()
    hands.press(page.get_by_role("link", name="Back to the module"))
    when_i_tick(page, "Letter: start vitamin D", hands)
    then_i_am_told(page, "you opened: Letters and documents.")


def test_details_open_and_a_conflict_leads_to_the_other_row(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse, **NARROW_PHONE), Finger()
    when_i_go_to_the_door(page, attempt, hands)
    when_i_give_a_reason(page, "care", hands)
    when_i_turn_to(page, "Medicines", hands)
    hands.press(page.get_by_role("link", name="Letter: start vitamin D"))
    expect(page.locator("#row-letter")).to_be_in_viewport()
    hands.press(page.locator("summary", has_text="Read it"))
    expect(page.get_by_text("Dear GP")).to_be_visible()
    look(page)


def test_filters_narrow_what_is_shown_and_keep_what_was_chosen(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse, **DESKTOP), Mouse()
    when_i_go_to_the_door(page, attempt, hands)
    when_i_give_a_reason(page, "care", hands)
    when_i_turn_to(page, "Everything", hands)
    page.get_by_label("Source").select_option("Brackwater Hospitals")
    page.get_by_label("Date").select_option("The last 30 days")
    hands.press(button(page, "Show"))
    expect(page.get_by_text("1 of 5 rows.")).to_be_visible()
    expect(page.get_by_label("Source")).to_have_value("Brackwater Hospitals")
    look(page)
    hands.press(page.get_by_role("link", name="Show everything"))
    expect(page.get_by_text("5 of 5 rows.")).to_be_visible()


def test_whose_record_it_is_stays_in_sight(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    page, hands = open_page(nurse, **DESKTOP), Mouse()
    when_i_go_to_the_door(page, attempt, hands)
    when_i_give_a_reason(page, "care", hands)
    when_i_turn_to(page, "Everything", hands)
    page.mouse.wheel(0, 5000)
    expect(page.locator(".app-viewer__who")).to_be_in_viewport()


def test_going_back_and_a_double_click_give_a_reason_once(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse), Mouse()
    when_i_go_to_the_door(page, attempt, hands)
    page.get_by_label("Because care", exact=True).check()
    button(page, "Open the record").dblclick()
    then_i_am_told(page, "The record is open")
    page.go_back()
    page.reload()
    expect(
        page.get_by_role("heading", level=1, name="Overview")
    ).to_be_visible()  # no second reason is asked for
    assert RecordAccess.objects.count() == 1


def test_of_two_tabs_each_keeps_what_was_given(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    first, hands = open_page(nurse), Mouse()
    when_i_go_to_the_door(first, attempt, hands)
    second = first.context.new_page()
    second.goto(first.url)
    when_i_give_a_reason(first, "care", hands)
    then_i_am_told(first, "The record is open")
    when_i_give_a_reason(second, "curious", hands)
    then_i_am_told(second, "The record stays shut")
    look(second)
    when_i_give_a_reason(second, "care", hands)
    then_i_am_told(second, "The record is open")
    when_i_turn_to(first, "Medicines", hands)
    when_i_turn_to(second, "Medicines", hands)
    assert RecordAccess.objects.count() == 2
    assert RecordView.objects.filter(section="medicines").count() == 1


def test_it_is_asked_in_the_check_too(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    page = open_page(nurse, **NARROW_PHONE)
    when_i_go_to_the_section(page, attempt)
    page.get_by_role("link", name="Take the check first").tap()
    page.get_by_role("button", name="Begin the check").tap()
    button(page, "Save and continue").tap()
    expect(page.get_by_role("link", name="Tick at least one row")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Tick at least one row").tap()
    expect(page.get_by_label("Letter: start vitamin D")).to_be_focused()
    page.get_by_label("A start date").tap()
    button(page, "Save and continue").tap()
    page.get_by_role("link", name="Previous question").tap()
    expect(page.get_by_label("A start date")).to_be_checked()
    look(page)


def test_somebody_elses_record_is_not_there(open_page: OpenPage, attempt: Attempt, watch: Watch) -> None:
    page = open_page(PersonFactory(), **NARROW)
    watch.allow("status of 404")
    for address in ("", "open/", "open/?section=medicines"):
        page.goto(f"/learning/{attempt.pk}/records/{block_id('visit')}/{address}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(page.get_by_text("Winifred")).to_have_count(0)
