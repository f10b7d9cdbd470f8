"""Passkeys and second steps in a real browser, whose authenticator is Chromium's virtual one."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.people import PASSWORD
from tests.factories.second_steps import code_of
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.test_accounts import summary, then_i_am_in, when_i_press, when_i_sign_in
from tests.learners.ways_in import code_in_the_mail

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PHONE_WITH_A_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(**NARROW_PHONE)


def given_a_finger(page: Page, verified: bool = True) -> Any:
    """The device can keep passkeys; its owner shows a finger, or does not. A function that changes that."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable", {"enableUI": False})
    options = PHONE_WITH_A_FINGER | {"isUserVerified": verified}
    added = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def show(is_verified: bool) -> None:
        values = {"authenticatorId": added["authenticatorId"], "isUserVerified": is_verified}
        session.send("WebAuthn.setUserVerified", values)

    return show


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def heading(page: Page, words: str) -> Any:
    return page.get_by_role("heading", level=1, name=words)


def when_i_follow(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("link", name=words).click()


def when_i_prove_it(page: Page) -> None:
    expect(heading(page, "Is it you?")).to_be_visible()
    look(page)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    when_i_press(page, "Go on")


def when_i_add_a_passkey(page: Page, name: str) -> None:
    page.get_by_label("Name for this passkey").fill(name)
    look(page)
    when_i_press(page, "Add a passkey")


def test_a_clinician_adds_a_passkey_and_signs_in_by_it(phone: Page, nurse: Any) -> None:
    given_a_finger(phone)
    when_i_sign_in(phone, nurse.email, PASSWORD)
    phone.get_by_role("link", name="Your account, signed in as").click()
    look(phone)
    when_i_follow(phone, "Add one (a passkey)")
    when_i_prove_it(phone)
    when_i_add_a_passkey(phone, "My blue phone")
    expect(heading(phone, "Your recovery codes")).to_be_visible()
    expect(phone.get_by_role("button", name="Print")).to_be_visible()
    look(phone)
    phone.get_by_role("button", name="Sign out").click()
    phone.goto("/accounts/login/?next=/accounts/")
    when_i_press(phone, "Use a passkey")
    expect(heading(phone, "Your account")).to_be_visible()
    expect(phone.get_by_text("My blue phone")).to_be_visible()
    look(phone)


def test_a_passkey_is_renamed_and_removed(phone: Page, nurse: Any) -> None:
    given_a_finger(phone)
    when_i_sign_in(phone, nurse.email, PASSWORD)
    then_i_am_in(phone, nurse)
    phone.goto("/accounts/ways/webauthn/add/")
    when_i_prove_it(phone)
    when_i_add_a_passkey(phone, "")
    expect(heading(phone, "Your recovery codes")).to_be_visible()
    phone.goto("/accounts/ways/webauthn/")
    look(phone)
    when_i_follow(phone, "Rename Passkey")
    phone.get_by_label("Name for this passkey").fill("")
    when_i_press(phone, "Save")
    expect(summary(phone)).to_be_focused()
    look(phone)
    phone.get_by_label("Name for this passkey").fill("Ward")
    when_i_press(phone, "Save")
    when_i_follow(phone, "Remove Ward")
    look(phone)
    when_i_press(phone, "Remove")
    expect(phone.get_by_text("You have none.")).to_be_visible()


def test_a_finger_that_is_not_known_is_told_and_tried_again(phone: Page, nurse: Any) -> None:
    show = given_a_finger(phone, verified=False)
    when_i_sign_in(phone, nurse.email, PASSWORD)
    then_i_am_in(phone, nurse)
    phone.goto("/accounts/ways/webauthn/add/")
    when_i_prove_it(phone)
    when_i_add_a_passkey(phone, "My phone")
    expect(phone.get_by_role("alert").filter(has_text="No passkey was used")).to_be_visible()
    look(phone)
    show(True)
    when_i_press(phone, "Add a passkey")
    expect(heading(phone, "Your recovery codes")).to_be_visible()
    phone.goto("/accounts/ways/webauthn/add/")
    when_i_press(phone, "Add a passkey")
    expect(phone.get_by_role("alert").filter(has_text="has a passkey for your account")).to_be_visible()


def test_a_manager_sets_up_codes_and_comes_to_where_they_were_going(phone: Page, settings: Any) -> None:
    settings.SECOND_STEP_REQUIRED = True
    manager = AppointmentFactory(person__first_name="Mo").person
    when_i_sign_in(phone, manager.email, PASSWORD)
    then_i_am_in(phone, manager)
    phone.goto("/managing/")
    expect(heading(phone, "Set up a second step")).to_be_visible()
    look(phone)
    when_i_follow(phone, "Codes from an app")
    when_i_prove_it(phone)
    expect(phone.get_by_role("img", name="A square code that the app reads")).to_be_visible()
    look(phone)
    phone.get_by_label("Code that the app shows").fill("1")
    when_i_press(phone, "Turn it on")
    expect(summary(phone)).to_be_focused()
    look(phone)
    phone.get_by_text("I cannot point my phone at it").click()
    secret = phone.locator(".app-key code").inner_text()
    phone.get_by_label("Code that the app shows").fill(code_of(secret))
    when_i_press(phone, "Turn it on")
    expect(heading(phone, "Your recovery codes")).to_be_visible()
    recovery = phone.locator(".app-codes code").first.inner_text()
    when_i_press(phone, "Go on to where you were going")
    expect(phone).to_have_url(re.compile("/managing/"))
    phone.get_by_role("button", name="Sign out").click()
    then_the_second_step_is_asked(phone, manager, recovery)


def then_the_second_step_is_asked(page: Page, manager: Any, recovery: str) -> None:
    when_i_sign_in(page, manager.email, PASSWORD)
    expect(heading(page, "Second step")).to_be_visible()
    look(page)
    page.get_by_label("Code", exact=True).fill("123")
    when_i_press(page, "Sign in")
    expect(summary(page)).to_be_focused()
    look(page)
    page.get_by_label("Code", exact=True).fill(recovery)
    when_i_press(page, "Sign in")
    then_i_am_in(page, manager)
    for address in ("totp/deactivate/", "recovery-codes/generate/"):
        page.goto(f"/accounts/ways/{address}")
        if heading(page, "Is it you?").is_visible():
            when_i_prove_it(page)
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(1)
        look(page)


def test_a_code_by_e_mail_signs_in_on_a_phone(phone: Page, nurse: Any) -> None:
    phone.goto("/accounts/login/")
    look(phone)
    when_i_follow(phone, "Send me a code by e-mail")
    look(phone)
    when_i_press(phone, "Send me a code")
    expect(summary(phone)).to_be_focused()
    phone.get_by_label("Email").fill(nurse.email)
    when_i_press(phone, "Send me a code")
    expect(heading(phone, "Type the code")).to_be_visible()
    look(phone)
    phone.get_by_label("Code", exact=True).fill("1")
    when_i_press(phone, "Sign in")
    expect(summary(phone)).to_be_focused()
    look(phone)
    phone.get_by_label("Code", exact=True).fill(code_in_the_mail())
    when_i_press(phone, "Sign in")
    then_i_am_in(phone, nurse)


def test_without_javascript_a_code_works_and_no_passkey_is_offered(open_page: OpenPage, nurse: Any) -> None:
    page = open_page(**NO_JAVASCRIPT)
    page.goto("/accounts/login/")
    expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)
    when_i_follow(page, "Send me a code by e-mail")
    page.get_by_label("Email").fill(nurse.email)
    when_i_press(page, "Send me a code")
    page.get_by_label("Code", exact=True).fill(code_in_the_mail())
    when_i_press(page, "Sign in")
    then_i_am_in(page, nurse)
    page.goto("/accounts/ways/webauthn/add/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    when_i_press(page, "Go on")
    expect(page.get_by_text("runs no scripts")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_somebody_without_an_address_adds_one(open_page: OpenPage) -> None:
    carer = PersonFactory(first_name="Cleo", email="")
    page = open_page(carer, **NARROW_PHONE)
    page.goto("/accounts/")
    look(page)
    when_i_follow(page, "Add (your e-mail address)")
    when_i_prove_it(page)
    look(page)
    page.get_by_label("E-mail address").fill("cleo@home.example.org")
    when_i_press(page, "Send me a code")
    look(page)
    page.get_by_label("Code", exact=True).fill(code_in_the_mail())
    when_i_press(page, "Add this address")
    expect(page.get_by_text("Your e-mail address was added")).to_be_visible()
    for address in ("/accounts/email/", "/accounts/password/change/"):
        page.goto(address)
        look(page)
