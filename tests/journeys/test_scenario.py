"""A learner walks a scenario: by keyboard, by touch, without JavaScript, on a narrow screen, in forced colours."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from learners.attempts.models import Attempt, ScenarioRun, ScenarioStep
from modules.groups import EDUCATORS
from modules.models import Role
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, start_attempt
from tests.factories.modules import section
from tests.factories.practice import PracticeRecordFactory
from tests.factories.scenarios import choice, node, scenario, scenario_for
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import CALM, DESKTOP, NARROW, NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.hands import Finger, Hands, Keyboard, Mouse
from tests.journeys.learner import button

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


@pytest.fixture
def attempt(nurse: Any) -> Attempt:
    """One section with a scenario, whose first situation shows a row of a practice record."""
    raw, record = scenario_for(Role.objects.get(slug="care-worker").pk), PracticeRecordFactory()
    raw["value"]["nodes"][0] |= {"record": record.pk, "rows": ["letter"]}
    module = ModuleFactory(sections=[section("Calls", raw), section("After")])
    return start_attempt(nurse, module, nurse.memberships.get().organisation)


def look(page: Page) -> None:
    """Whatever the state: it is accessible and fits."""
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def feedback(page: Page) -> Locator:
    return page.locator(".app-scenario__feedback")


def situation(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True)


def when_i_go_to_the_section(page: Page, attempt: Attempt) -> None:
    page.goto(f"/learning/{attempt.pk}/sections/1/")


def when_i_begin(page: Page, hands: Hands) -> None:
    hands.press(button(page, "Begin").first)
    expect(situation(page, "At first")).to_be_focused()


def when_i_do(page: Page, what: str, hands: Hands) -> None:
    hands.choose(page.get_by_label(f"Do {what}", exact=True))
    hands.press(button(page, "Do this"))


def then_i_hear(page: Page, verdict: str, what: str) -> None:
    expect(feedback(page)).to_be_focused()
    expect(feedback(page)).to_contain_text(verdict)
    expect(feedback(page)).to_contain_text(f"What comes of {what}.")


def through_trouble_to_the_end(page: Page, attempt: Attempt, hands: Hands, see: Any = look) -> None:
    """The whole way, with a look at every state."""
    when_i_go_to_the_section(page, attempt)
    expect(page.get_by_label("You are the ward nurse", exact=True)).to_be_checked()
    see(page)
    when_i_begin(page, hands)
    expect(page.get_by_role("main").get_by_text("Fictional training record", exact=True)).to_be_visible()
    see(page)
    hands.press(button(page, "Do this"))
    hands.press(page.get_by_role("link", name="Choose one to go on"))
    expect(page.get_by_label("Do look", exact=True)).to_be_focused()
    see(page)
    when_i_do(page, "guess", hands)
    then_i_hear(page, "Not safe", "guess")
    expect(feedback(page)).to_contain_text("It missed: at the right time.")
    expect(situation(page, "At trouble")).to_be_visible()
    see(page)
    hands.press(button(page, "Go back and try another way"))
    expect(situation(page, "At first")).to_be_focused()
    expect(page.get_by_text("You have tried this.")).to_be_visible()
    see(page)
    when_i_do(page, "look", hands)
    then_i_hear(page, "Good", "look")
    when_i_do(page, "wait", hands)
    then_i_hear(page, "Okay", "wait")
    expect(situation(page, "How it ends: Well")).to_be_visible()
    expect(situation(page, "What the next worker saw")).to_be_visible()
    then_i_see_both_ways(page)
    see(page)
    hands.press(button(page, "At second"))
    expect(situation(page, "At second")).to_be_focused()
    when_i_do(page, "tell", hands)
    then_i_hear(page, "Good", "tell")
    then_i_see_both_ways(page)
    hands.press(page.get_by_role("button", name=re.compile("^Continue")))
    expect(page.get_by_role("heading", level=1, name="After")).to_be_visible()


def then_i_see_both_ways(page: Page) -> None:
    """The first path, with its way back, beside the best."""
    taken, best = page.locator(".app-path").all()
    expect(taken.get_by_role("listitem")).to_have_text(
        [
            re.compile("Not safe: Do guess.*Then you went back", re.DOTALL),
            re.compile("Good: Do look"),
            re.compile("Okay: Do wait"),
        ]
    )
    expect(best.get_by_role("listitem")).to_have_text([re.compile("Do look"), re.compile("Do tell")])


def test_by_keyboard_on_a_desktop(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    through_trouble_to_the_end(open_page(nurse, **DESKTOP), attempt, Keyboard())


def test_with_a_finger_on_the_narrowest_phone(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    through_trouble_to_the_end(open_page(nurse, **NARROW_PHONE), attempt, Finger())


def test_at_400_percent_in_forced_colours(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    page = open_page(nurse, **CALM)
    through_trouble_to_the_end(page, attempt, Mouse(), see=then_it_does_not_scroll_sideways)


def test_without_javascript_by_keyboard(open_page: OpenPage, nurse: Any, attempt: Attempt) -> None:
    page = open_page(nurse, **NARROW, **NO_JAVASCRIPT)
    through_trouble_to_the_end(page, attempt, Keyboard(), see=lambda page: None)


def test_the_ways_stand_side_by_side_on_a_desktop_and_below_each_other_on_a_phone(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse, **DESKTOP), Mouse()
    when_i_go_to_the_section(page, attempt)
    when_i_begin(page, hands)
    for what in ("look", "tell"):
        when_i_do(page, what, hands)
        then_i_hear(page, "Good", what)
    tops = [way.bounding_box()["y"] for way in page.locator(".app-path").all()]
    assert tops[0] == tops[1]
    page.set_viewport_size(NARROW["viewport"])
    tops = [way.bounding_box()["y"] for way in page.locator(".app-path").all()]
    assert tops[0] < tops[1]


def test_the_back_button_a_reload_and_a_double_click_choose_once(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse), Mouse()
    when_i_go_to_the_section(page, attempt)
    when_i_begin(page, hands)
    page.get_by_label("Do look", exact=True).check()
    button(page, "Do this").dblclick()
    then_i_hear(page, "Good", "look")
    page.go_back()
    page.reload()
    expect(situation(page, "At second")).to_be_visible()
    assert [step.choice for step in ScenarioStep.objects.all()] == ["look"]


def test_the_second_of_two_tabs_is_told_and_shown_where_one_is(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    first, hands = open_page(nurse), Mouse()
    when_i_go_to_the_section(first, attempt)
    when_i_begin(first, hands)
    second = first.context.new_page()
    when_i_go_to_the_section(second, attempt)
    when_i_do(first, "look", hands)
    then_i_hear(first, "Good", "look")
    when_i_do(second, "guess", hands)
    expect(second.get_by_text("You have moved on in this scenario.")).to_be_visible()
    expect(situation(second, "At second")).to_be_visible()
    look(second)
    assert ScenarioStep.objects.count() == 1


def test_whoever_closes_the_browser_goes_on_where_they_were(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse), Mouse()
    when_i_go_to_the_section(page, attempt)
    when_i_begin(page, hands)
    when_i_do(page, "guess", hands)
    then_i_hear(page, "Not safe", "guess")
    page.context.close()
    again = open_page(nurse, **NARROW_PHONE)
    again.goto(f"/learning/{attempt.pk}/")
    expect(situation(again, "At trouble")).to_be_visible()
    look(again)


def test_another_role_can_be_chosen_before_the_first_choice(
    open_page: OpenPage, nurse: Any, attempt: Attempt
) -> None:
    page, hands = open_page(nurse, **DESKTOP), Keyboard()
    when_i_go_to_the_section(page, attempt)
    when_i_begin(page, hands)
    hands.press(page.locator("summary", has_text="Begin as somebody else"))
    hands.choose(page.get_by_label("You are the care worker", exact=True))
    look(page)
    hands.press(button(page, "Begin"))
    expect(situation(page, "At visit")).to_be_focused()
    assert ScenarioRun.objects.get().start == "visit"


@pytest.mark.parametrize("window", [DESKTOP, NARROW])
def test_an_author_sees_the_map_with_its_faults(open_page: OpenPage, window: dict[str, Any]) -> None:
    educator = PersonFactory(groups=[EDUCATORS])
    island = node("island", choice("leave", "good", "well"), choice("stay", "unsafe", "gone"))
    faulty = scenario("calls")
    faulty["value"]["nodes"].append(island)
    draft = ModuleFactory(draft=True, editor=educator, sections=[section("Calls", faulty)])
    page = open_page(educator, **window)
    page.goto(f"/cms/pages/{draft.pk}/view_draft/?mode=map")
    expect(page.get_by_role("region", name="Map: Four calls").get_by_role("img")).to_be_visible()
    expect(page.locator(".app-map__box--fault")).to_have_count(1)
    expect(page.get_by_role("listitem").filter(has_text="At island: Nothing leads here.")).to_be_visible()
    look(page)
