"""A clinician signs in with the employer's own account."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.people.models import User
from tests.factories import MembershipFactory, PersonFactory
from tests.factories.people import PASSWORD
from tests.fakes.openid_provider import OpenIDProvider
from tests.fakes.openid_server import serving
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import NARROW_PHONE, NO_JAVASCRIPT, OpenPage
from tests.journeys.watching import Watch
from tests.learners.at_a_provider import row_for

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

EMAIL = "amara@brackwater.example"


@pytest.fixture
def fake(watch: Watch) -> Iterator[OpenIDProvider]:
    with serving(OpenIDProvider(asks=True)) as provider:
        watch.allow(provider.issuer)  # the way there is the point
        yield provider


@pytest.fixture
def row(fake: OpenIDProvider, settings: Any) -> Any:
    return row_for(fake, settings, slug="brackwater", name="Brackwater Hospitals account")


@pytest.fixture
def amara(row: Any) -> Any:
    person = PersonFactory(first_name="Amara", email=EMAIL)
    MembershipFactory(person=person, organisation=row.organisation)
    return person


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(**NARROW_PHONE)


def look(page: Page) -> None:
    then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def given_she_has_never_signed_in(person: Any) -> None:
    User.objects.filter(pk=person.pk).update(password="!")


def when_i_choose_my_employer(page: Page) -> None:
    page.goto("/accounts/login/")
    when_i_press(page, "Brackwater Hospitals account")
    page.get_by_role("link", name="Sign in as Amara").click()


def when_i_press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def then_the_page_is(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()
    look(page)


def test_a_clinician_signs_in_with_the_employers_account(phone: Page, amara: Any) -> None:
    given_she_has_never_signed_in(amara)
    phone.goto("/accounts/login/")
    look(phone)
    when_i_choose_my_employer(phone)
    then_the_page_is(phone, "Is this you?")
    when_i_press(phone, "Yes, link and sign me in")
    then_the_page_is(phone, "Hello Amara")
    phone.get_by_role("button", name="Sign out").click()
    when_i_choose_my_employer(phone)
    then_the_page_is(phone, "Hello Amara")


def test_an_account_in_use_is_linked_by_consent_and_let_go_again(phone: Page, amara: Any) -> None:
    when_i_choose_my_employer(phone)
    then_the_page_is(phone, "You already have an account here")
    phone.get_by_role("button", name="Sign in to your account").click()
    phone.get_by_label("Email").fill(EMAIL)
    phone.get_by_label("Password", exact=True).fill(PASSWORD)
    when_i_press(phone, "Sign in")
    then_the_page_is(phone, "Link your employer's account")
    when_i_press(phone, "Link the accounts")
    then_the_page_is(phone, "Hello Amara")
    phone.goto("/accounts/links/")
    then_the_page_is(phone, "Employers' accounts that sign you in")
    phone.get_by_role("link", name="Remove Brackwater Hospitals account").click()
    then_the_page_is(phone, "Remove your Brackwater Hospitals account")
    when_i_press(phone, "Remove")
    then_the_page_is(phone, "Employers' accounts that sign you in")
    expect(phone.get_by_role("link", name="Remove Brackwater Hospitals account")).to_have_count(0)


def test_without_javascript_it_is_the_same(open_page: OpenPage, amara: Any) -> None:
    page = open_page(**NO_JAVASCRIPT)
    given_she_has_never_signed_in(amara)
    when_i_choose_my_employer(page)
    when_i_press(page, "Yes, link and sign me in")
    expect(page.get_by_role("heading", level=1, name="Hello Amara")).to_be_visible()


def test_whoever_is_not_on_the_staff_list_is_told_whom_to_ask(phone: Page, row: Any, watch: Watch) -> None:
    watch.allow("/return/")
    when_i_choose_my_employer(phone)
    then_the_page_is(phone, "We could not sign you in with your employer's account")
    expect(phone.get_by_text("Learning team, extension 4455")).to_be_visible()
    phone.get_by_role("link", name="Sign in in another way").click()
    expect(phone.get_by_label("Email")).to_be_visible()


def test_the_pages_on_the_way_stand_by_themselves(phone: Page, row: Any, fake: OpenIDProvider) -> None:
    phone.goto("/accounts/employers/")
    then_the_page_is(phone, "Sign in with your employer's account")
    phone.goto("/accounts/employers/brackwater/")
    then_the_page_is(phone, "Sign in with your Brackwater Hospitals account")
    phone.route(f"{fake.issuer}/**", lambda route: route.fulfill(status=204))  # stay on the page
    phone.get_by_role("button", name="Continue").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Going to your Brackwater Hospitals account")
    look(phone)
