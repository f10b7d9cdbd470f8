"""An educator writes a module, a clinical reviewer approves it, and a learner starts it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from modules.groups import EDUCATORS, REVIEWERS
from modules.models import ModulePage
from tests.factories import MembershipFactory, PersonFactory
from tests.journeys.baseline import then_it_is_accessible
from tests.journeys.devices import DESKTOP, OpenPage
from tests.journeys.editor import (
    field,
    then_i_am_told,
    when_i_say_what_changed,
    when_i_say_what_it_is_about,
    when_i_submit_it,
    when_i_turn_to,
    when_i_write_a_check,
    when_i_write_a_section,
)
from tests.journeys.learner import when_i_start

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

TITLE = "Before you ring"


@pytest.fixture
def educator() -> Any:
    return PersonFactory(first_name="Priya", groups=[EDUCATORS])


@pytest.fixture
def reviewer() -> Any:
    return PersonFactory(first_name="Tomos", groups=[REVIEWERS])


def when_i_begin_a_module(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Open the content system").click()
    page.get_by_role("button", name="Pages").click()
    page.get_by_role("link", name="Modules", exact=True).last.click()
    page.get_by_role("link", name="Add child page").first.click()
    page.wait_for_load_state()  # only then does the address follow the title
    page.get_by_role("textbox", name="Title*").press_sequentially(TITLE)
    expect(page.locator("#id_slug")).to_have_value("before-you-ring")


def then_i_read_beside_each_field_what_is_missing(page: Page) -> None:
    expect(page.get_by_text("due to validation errors")).to_be_visible()
    then_i_am_told(field(page, "Summary"), "Say in one or two sentences what the module is about.")
    then_i_am_told(field(page, "Sections"), "Write at least one section.")
    when_i_turn_to(page, "About the module")
    then_i_am_told(field(page, "For whom"), "Choose at least one role that the module is for.")
    then_i_am_told(field(page, "Outcomes"), "Say at least one thing that a person can do after the module.")
    when_i_turn_to(page, "What changed")
    then_i_am_told(page.get_by_role("tabpanel"), "Say in one line what changed.")
    when_i_turn_to(page, "Content")
    expect(page.get_by_role("textbox", name="Title*")).to_have_value(TITLE)


def then_i_can_preview_it(page: Page) -> None:
    page.get_by_role("button", name="Toggle preview").click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Preview in new tab").click()
    preview = opened.value
    for mode in ("learner", "answers", "overview"):
        preview.goto(f"{preview.url.split('?')[0]}?mode={mode}")
        expect(preview.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
        then_it_is_accessible(preview)
    preview.close()


def when_i_approve_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_role("link", name="Current page status: live")).to_be_visible()


def then_a_learner_can_start_it(page: Page) -> None:
    page.goto("/modules/")
    page.get_by_role("link", name=TITLE).click()
    when_i_start(page, ModulePage.objects.get())
    expect(page.get_by_role("heading", level=1, name="Where to look")).to_be_visible()
    then_it_is_accessible(page)


def test_from_the_first_word_to_the_first_learner(open_page: OpenPage, educator: Any, reviewer: Any) -> None:
    page = open_page(educator, **DESKTOP)
    when_i_begin_a_module(page)
    when_i_submit_it(page)
    then_i_read_beside_each_field_what_is_missing(page)
    field(page, "Summary").get_by_role("textbox").fill("What to look at first.")
    when_i_write_a_section(page)
    when_i_write_a_check(page)
    when_i_say_what_it_is_about(page)
    when_i_say_what_changed(page, "First Edition.")
    then_i_can_preview_it(page)
    when_i_submit_it(page)
    expect(page.get_by_text("submitted for moderation")).to_be_visible()
    page.close()
    assert not ModulePage.objects.get().live

    when_i_approve_it(open_page(reviewer, **DESKTOP))
    then_a_learner_can_start_it(open_page(MembershipFactory().person))
    edition = ModulePage.objects.get().editions.get()
    assert edition.reviewed_by == reviewer
