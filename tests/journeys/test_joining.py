"""A care worker joins by a code on a phone; an administrator makes the code, prints its poster, and stops it."""

from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from learners.joining.models import JoinCode
from learners.people.models import User
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.joining import JoinCodeFactory
from tests.fakes.pdf_text import text_of
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, NO_JAVASCRIPT, PHONE, OpenPage
from tests.journeys.watching import Watch
from tests.learners.at_the_door import sent_digits, wrong_digits

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def home() -> Any:
    return OrganisationFactory(name="Willow House", kind="care_home")


@pytest.fixture
def code(home: Any) -> Any:
    RequirementFactory(organisation=home, module=ModuleFactory(title="Ask first"))
    return JoinCodeFactory(organisation=home, team=TeamFactory(organisation=home, name="Nights"))


@pytest.fixture
def administrator(home: Any) -> Any:
    return AppointmentFactory(capacity="administrator", organisation=home).person


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def summary(page: Page) -> Locator:
    return page.locator(".nhsuk-error-summary")


def heading(page: Page, words: str) -> Locator:
    return page.get_by_role("heading", level=1, name=words)


def when_i_press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def then_i_read_at(page: Page, label: str, words: str) -> None:
    """The summary says it, and its link leads to the field."""
    expect(summary(page).get_by_role("link", name=words)).to_be_visible()
    look(page)
    summary(page).get_by_role("link", name=words).click()
    expect(page.get_by_label(label)).to_be_focused()


def when_i_come_from_the_sign_in_page(page: Page, code: Any) -> None:
    page.goto("/accounts/login/")
    page.get_by_role("link", name="join with a code").click()
    look(page)
    when_i_press(page, "Continue")
    then_i_read_at(page, "Join code", "Enter the join code")
    page.get_by_label("Join code").fill("7KQX-M2RD")
    when_i_press(page, "Continue")
    then_i_read_at(page, "Join code", "We do not know this code")
    page.get_by_label("Join code").fill(f" {code.shown.lower()} ")
    when_i_press(page, "Continue")


def when_i_give_my_address(page: Page, email: str) -> None:
    expect(heading(page, "Join Willow House")).to_be_visible()
    look(page)
    when_i_press(page, "Start")
    look(page)
    page.get_by_label("Your e-mail address").fill("ada")
    when_i_press(page, "Send me a code")
    then_i_read_at(page, "Your e-mail address", "Enter an e-mail address like")
    page.get_by_label("Your e-mail address").fill(email)
    when_i_press(page, "Send me a code")
    expect(heading(page, "Look at your e-mail")).to_be_visible()
    look(page)


def when_i_bring_the_digits(page: Page) -> None:
    field = page.get_by_label("6-digit code")
    expect(field).to_have_attribute("inputmode", "numeric")
    expect(field).to_have_attribute("autocomplete", "one-time-code")
    field.fill(wrong_digits())
    when_i_press(page, "Continue")
    then_i_read_at(page, "6-digit code", "This is not the code in our newest e-mail")
    field.fill(sent_digits())
    when_i_press(page, "Continue")


def when_i_say_who_i_am(page: Page) -> None:
    expect(heading(page, "About you")).to_be_visible()
    look(page)
    page.get_by_label("First name").fill("Ada")
    when_i_press(page, "Join")
    then_i_read_at(page, "Last name", "Enter your last name")
    page.get_by_label("Last name").fill("Fenwick")
    when_i_press(page, "Join")


def then_i_can_begin(page: Page) -> None:
    then_i_have_joined(page)
    expect(page.get_by_role("link", name="Ask first")).to_be_visible()
    look(page)


def then_i_have_joined(page: Page) -> None:
    expect(heading(page, "My learning")).to_be_visible()
    expect(page.get_by_text("You have joined Willow House.")).to_be_visible()
    assert User.objects.get(email="ada@example.org").memberships.count() == 1


@pytest.mark.parametrize("screen", [PHONE, NARROW_PHONE], ids=["360 px", "320 px"])
def test_a_care_worker_joins_on_a_phone(open_page: OpenPage, code: Any, screen: dict[str, Any]) -> None:
    page = open_page(**screen)
    when_i_come_from_the_sign_in_page(page, code)
    when_i_give_my_address(page, "ada@example.org")
    when_i_bring_the_digits(page)
    when_i_say_who_i_am(page)
    then_i_can_begin(page)
    page.goto(f"/join/{code.shown}/")
    expect(heading(page, "You belong to Willow House")).to_be_visible()
    look(page)


def test_without_scripts_and_with_every_button_clicked_twice_they_join_once(
    open_page: OpenPage, code: Any
) -> None:
    page = open_page(**PHONE, **NO_JAVASCRIPT)
    page.goto("/join/")
    page.get_by_label("Join code").fill(code.code)
    page.get_by_role("button", name="Continue").dblclick()
    page.get_by_role("button", name="Start").dblclick()
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    when_i_press(page, "Send me a code")  # twice would be two e-mails, of which the second counts
    expect(heading(page, "Look at your e-mail")).to_be_visible()
    page.get_by_label("6-digit code").fill(sent_digits())
    page.get_by_role("button", name="Continue").dblclick()
    page.get_by_label("First name").fill("Ada")
    page.get_by_label("Last name").fill("Fenwick")
    page.get_by_role("main").get_by_role("button", name="Join").dblclick()
    then_i_have_joined(page)


def test_somebody_with_an_account_adds_the_organisation(open_page: OpenPage, code: Any) -> None:
    nurse = MembershipFactory(person__email="ada@example.org").person
    page = open_page(**PHONE)
    page.goto(f"/join/{code.shown}/")
    when_i_give_my_address(page, nurse.email)
    when_i_bring_the_digits(page)
    expect(heading(page, "You have an account")).to_be_visible()
    look(page)
    when_i_press(page, "Join")
    expect(page.get_by_text("You have joined Willow House.")).to_be_visible()
    assert nurse.memberships.count() == 2


def test_somebody_signed_in_only_says_yes(open_page: OpenPage, code: Any) -> None:
    page = open_page(PersonFactory(), **PHONE)
    page.goto(f"/join/{code.shown}/")
    look(page)
    when_i_press(page, "Join")
    expect(page.get_by_text("You have joined Willow House.")).to_be_visible()
    assert mail.outbox == []


def test_a_staff_number_that_is_in_use_says_what_to_do(open_page: OpenPage, code: Any) -> None:
    MembershipFactory(organisation=code.organisation, employee_number="00417")
    page = open_page(**PHONE)
    page.goto(f"/join/{code.shown}/")
    when_i_give_my_address(page, "ada@example.org")
    when_i_bring_the_digits(page)
    page.get_by_label("First name").fill("Ada")
    page.get_by_label("Last name").fill("Example")
    page.get_by_label("Staff number").fill("00417")
    when_i_press(page, "Join")
    then_i_read_at(page, "Staff number", "This staff number does not go with this last name")
    expect(page.get_by_role("heading", name="If your number is right")).to_be_visible()


def test_codes_that_do_not_work_say_why(open_page: OpenPage, home: Any, watch: Watch) -> None:
    watch.allow("/join/")
    page = open_page(**PHONE)
    for dead in ({"expired": True}, {"revoked": True}, {"most_uses": 1, "used": 1}):
        page.goto(f"/join/{JoinCodeFactory(organisation=home, **dead).shown}/")
        expect(heading(page, "This code does not work any more")).to_be_visible()
        look(page)
    page.goto("/join/7KQX-M2RD/")
    expect(heading(page, "We do not know this code")).to_be_visible()
    look(page)


def when_i_make_a_code(page: Page) -> JoinCode:
    page.get_by_role("button", name="Make a join code").click()
    look(page)
    when_i_press(page, "Make the code")
    then_i_read_at(page, "Role of the people who join", "Choose a role")
    role = Role.objects.get(slug="care-worker")
    page.get_by_label("Role of the people who join").select_option(role.name)
    page.get_by_label("Staff group").select_option("Social care")
    page.get_by_label("Team").select_option("Nights")
    page.get_by_label("Most people who may join").fill("12")
    when_i_press(page, "Make the code")
    made = JoinCode.objects.get()
    expect(heading(page, f"Join code {made.shown}")).to_be_visible()
    look(page)
    return made


def when_i_print_the_poster(page: Page, to: Path) -> str:
    page.get_by_role("button", name="Print the poster").click()
    look(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    expect(page.locator(".app-header")).to_be_hidden()
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.get_by_text("Keep or print it").click()
    download.value.save_as(to)
    return " ".join(text_of(to.read_bytes()).split())


def when_i_stop(page: Page) -> None:
    page.get_by_role("link", name="Stop this code").click()
    look(page)
    when_i_press(page, "Stop this code")
    expect(page.get_by_text("Nobody can join by it any more")).to_be_visible()
    look(page)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["1280 px", "360 px"])
def test_an_administrator_makes_prints_and_stops_a_code(
    open_page: OpenPage, home: Any, administrator: Any, screen: dict[str, Any], tmp_path: Path, watch: Watch
) -> None:
    TeamFactory(organisation=home, name="Nights")
    page = open_page(administrator, **screen)
    page.goto(f"/managing/{home.uuid}/joining/")
    expect(page.get_by_role("heading", name="No code yet")).to_be_visible()
    look(page)
    made = when_i_make_a_code(page)
    paper = when_i_print_the_poster(page, tmp_path / "poster.pdf")
    for words in ("Join Willow House", "Nights", made.shown, "A private one is fine"):
        assert words in paper
    page.goto(f"/managing/{home.uuid}/joining/")
    look(page)
    page.get_by_role("link", name=made.shown).click()
    when_i_stop(page)
    watch.allow("/join/")
    stranger = open_page(**PHONE)
    stranger.goto(f"/join/{made.shown}/")
    expect(stranger.get_by_text("It was stopped.")).to_be_visible()


def test_an_administrator_ends_the_membership_of_somebody_who_came_in(
    open_page: OpenPage, code: Any, administrator: Any
) -> None:
    joined = MembershipFactory(organisation=code.organisation, person__first_name="Mallory", new_starter=True)
    code.joinings.create(membership=joined, joined_at=timezone.now())
    page = open_page(administrator, **PHONE)
    page.goto(f"/managing/{code.organisation.uuid}/joining/{code.uuid}/")
    look(page)
    page.get_by_role("link", name="End this membership of Mallory").click()
    look(page)
    when_i_press(page, "End this membership")
    expect(page.get_by_text("Today is the last day of Mallory")).to_be_visible()
    joined.refresh_from_db()
    assert joined.ends_on == timezone.localdate()
