"""The way in, and what can go wrong on it: said in words, with the focus on it, with scripts or without."""

import re
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Locator, Page, expect

from tests.factories import PersonFactory
from tests.factories.people import PASSWORD
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.watching import Watch

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NEW_PASSWORD = "four quiet lanterns"


@pytest.fixture
def nurse() -> Any:
    return PersonFactory(first_name="Amara")


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(**NARROW_PHONE)


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def summary(page: Page) -> Locator:
    return page.locator(".nhsuk-error-summary")


def when_i_sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    when_i_press(page, "Sign in")


def when_i_press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words).click()


def then_i_am_in(page: Page, person: Any) -> None:
    expect(page.get_by_role("heading", level=1, name=f"Hello {person.first_name}")).to_be_visible()


def test_signing_in_says_what_is_missing_and_what_is_wrong(phone: Page, nurse: Any) -> None:
    when_i_sign_in(phone, "", "")
    expect(summary(phone)).to_be_focused()
    expect(summary(phone).get_by_role("link")).to_have_count(2)
    look(phone)
    summary(phone).get_by_role("link").first.click()
    expect(phone.get_by_label("Email")).to_be_focused()
    when_i_sign_in(phone, nurse.email, "not my password")
    expect(summary(phone)).to_be_focused()
    expect(phone.get_by_label("Email")).to_have_value(nurse.email)
    look(phone)


def test_without_javascript_the_same_is_said(open_page: OpenPage, nurse: Any) -> None:
    page = open_page(**NO_JAVASCRIPT)
    when_i_sign_in(page, "", "")
    expect(summary(page).get_by_role("link")).to_have_count(2)
    when_i_sign_in(page, nurse.email, PASSWORD)
    then_i_am_in(page, nurse)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("main").get_by_role("button", name="Sign in")).to_be_visible()


def test_a_form_that_was_open_for_too_long_says_so(phone: Page, nurse: Any, watch: Watch) -> None:
    watch.allow("/accounts/login/)")
    phone.goto("/accounts/login/")
    phone.context.clear_cookies()
    phone.get_by_label("Email").fill(nurse.email)
    phone.get_by_label("Password", exact=True).fill(PASSWORD)
    when_i_press(phone, "Sign in")
    expect(phone.get_by_role("heading", level=1, name="This page was open for too long")).to_be_visible()
    look(phone)


def test_too_many_tries_at_one_account_are_told_to_wait(phone: Page, nurse: Any, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "1/m/key"}
    for _ in range(2):
        when_i_sign_in(phone, nurse.email, "not my password")
        expect(summary(phone)).to_be_focused()
    expect(summary(phone)).to_contain_text("Too many")
    look(phone)


def test_too_many_requests_are_told_to_wait(phone: Page, nurse: Any, settings: Any, watch: Watch) -> None:
    watch.allow("/accounts/login/)")
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    for _ in range(2):
        when_i_sign_in(phone, "", "")
    expect(phone.get_by_role("heading", level=1, name="Wait a minute, then try again")).to_be_visible()
    look(phone)


def test_somebody_who_never_had_a_password_gets_one(phone: Page, nurse: Any) -> None:
    phone.goto("/accounts/login/")
    phone.get_by_role("link", name="I forgot my password").click()
    look(phone)
    when_i_ask_for_a_new_password(phone, "not an address")
    expect(summary(phone)).to_be_focused()
    look(phone)
    when_i_ask_for_a_new_password(phone, nurse.email)
    expect(phone.locator("form").get_by_label("Email")).to_have_count(0)
    look(phone)
    phone.goto(link_in_the_mail())
    when_i_set_it(phone, "short", "other")
    expect(summary(phone)).to_be_focused()
    look(phone)
    when_i_set_it(phone, NEW_PASSWORD, NEW_PASSWORD)
    expect(phone.locator("input[type=password]")).to_have_count(0)
    look(phone)
    when_i_sign_in(phone, nurse.email, NEW_PASSWORD)
    then_i_am_in(phone, nurse)


def test_a_link_that_is_no_good_says_so(phone: Page) -> None:
    phone.goto("/accounts/password/reset/key/1-not-a-real-key/")
    expect(phone.locator("input[type=password]")).to_have_count(0)
    look(phone)


def when_i_ask_for_a_new_password(page: Page, email: str) -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_role("main").get_by_role("button").click()


def link_in_the_mail() -> str:
    found = re.search(r"https?://\S+/accounts/password/reset/key/\S+", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found.group()


def when_i_set_it(page: Page, new: str, again: str) -> None:
    boxes = page.locator("input[type=password]")
    boxes.nth(0).fill(new)
    boxes.nth(1).fill(again)
    page.get_by_role("main").get_by_role("button", name=re.compile("^Change password", re.IGNORECASE)).click()
