"""Signing in with an employer's account, when everything is right."""

import logging
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.organisations.models import Membership
from learners.people.models import User
from learners.single_sign_on import pending
from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.people import PASSWORD
from tests.factories.single_sign_on import LinkFactory
from tests.fakes.openid_provider import OpenIDProvider
from tests.fakes.openid_server import serving
from tests.learners.at_a_provider import asked, press, row_for, sign_in_by, signed_in_as, written

pytestmark = pytest.mark.django_db

LINKING = "/accounts/linking/"
EMAIL = "amara@brackwater.example"


@pytest.fixture
def fake() -> Any:
    with serving(OpenIDProvider()) as provider:
        yield provider


@pytest.fixture
def row(fake: Any, settings: Any) -> Any:
    return row_for(fake, settings, slug="brackwater", name="Brackwater account")


@pytest.fixture
def amara(row: Any) -> Any:
    """On the staff list, and has never signed in."""
    person = PersonFactory(first_name="Amara", email=EMAIL)
    User.objects.filter(pk=person.pk).update(password="!")
    MembershipFactory(person=person, organisation=row.organisation)
    return person


def link(fake: Any, person: Any) -> Any:
    return LinkFactory(user=person, provider=fake.issuer, uid=fake.claims["sub"])


def test_the_provider_is_asked_with_pkce_state_and_nonce(client: Client, row: Any) -> None:
    first, second = asked(press(client, row)), asked(press(client, row))
    assert first["redirect_uri"] == "http://testserver/accounts/employers/brackwater/return/"
    assert first["code_challenge_method"] == "S256"
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]
    assert "secret" not in str(first)


def test_whoever_is_linked_is_signed_in_at_once(client: Client, row: Any, fake: Any, amara: Any) -> None:
    link(fake, amara)
    response = sign_in_by(client, row, next="/learning/")
    assert (response.status_code, response.url) == (302, "/learning/")
    assert signed_in_as(client) == amara.pk


@pytest.mark.parametrize("next_url", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(
    client: Client, row: Any, fake: Any, amara: Any, next_url: str
) -> None:
    link(fake, amara)
    assert sign_in_by(client, row, next=next_url).url == "/"


def test_a_new_row_of_the_staff_list_is_confirmed_once(
    client: Client, row: Any, fake: Any, amara: Any
) -> None:
    response = sign_in_by(client, row)
    assert response.url == LINKING
    assert signed_in_as(client) is None
    assert not SocialAccount.objects.exists()
    assert "Is this you?" in client.get(LINKING).text
    client.post(LINKING, {"yes": "yes"})
    assert signed_in_as(client) == amara.pk
    linked = SocialAccount.objects.get()
    assert (linked.user, linked.provider, linked.uid) == (amara, fake.issuer, "amara-at-work")
    assert linked.extra_data == {}, "Nothing that the provider said is kept."
    assert ModelLogEntry.objects.filter(action="single_sign_on.link", user=amara).exists()


def test_no_is_no(client: Client, row: Any, amara: Any) -> None:
    sign_in_by(client, row)
    client.post(LINKING, {"no": "no"})
    assert signed_in_as(client) is None
    assert not SocialAccount.objects.exists()
    assert client.post(LINKING, {"yes": "yes"}).status_code == 400


def used(person: Any) -> None:
    person.set_password(PASSWORD)
    person.save()


def test_an_account_in_use_is_proved_before_it_is_linked(
    client: Client, row: Any, amara: Any, django_capture_on_commit_callbacks: Any
) -> None:
    used(amara)
    assert sign_in_by(client, row, next="/learning/").url == LINKING
    assert "You already have an account here" in client.get(LINKING).text
    client.post(LINKING, {"yes": "yes"})
    assert (signed_in_as(client), SocialAccount.objects.count()) == (None, 0)
    response = client.post("/accounts/login/", {"login": amara.email, "password": PASSWORD, "next": LINKING})
    assert response.url == LINKING
    assert "Link your employer" in client.get(LINKING).text
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(LINKING, {"yes": "yes"}).url == "/learning/"
    assert SocialAccount.objects.get().user == amara
    assert mail.outbox[-1].to == [EMAIL]
    assert "Brackwater account" in mail.outbox[-1].subject


def manager(person: Any) -> None:
    AppointmentFactory(person=person)


def elsewhere(person: Any) -> None:
    MembershipFactory(person=person)


def in_the_cms(person: Any) -> None:
    User.objects.filter(pk=person.pk).update(is_staff=True)


def by_another_provider(person: Any) -> None:
    LinkFactory(user=person, provider="https://sign-in.moorside.example")


@pytest.mark.parametrize("state", [used, manager, elsewhere, in_the_cms, by_another_provider])
def test_whatever_this_employer_did_not_make_must_be_proved(
    client: Client, row: Any, amara: Any, state: Any
) -> None:
    state(amara)
    sign_in_by(client, row)
    client.post(LINKING, {"yes": "yes"})
    assert signed_in_as(client) is None
    assert not SocialAccount.objects.filter(provider=row.issuer).exists()


def test_somebody_else_who_signs_in_meanwhile_gets_no_link(client: Client, row: Any, amara: Any) -> None:
    used(amara)
    sign_in_by(client, row)
    other = PersonFactory()
    client.post("/accounts/login/", {"login": other.email, "password": PASSWORD})
    response = client.post(LINKING, {"yes": "yes"})
    assert response.status_code == 403
    assert signed_in_as(client) == other.pk
    assert not SocialAccount.objects.exists()
    assert pending.KEY not in client.session


def test_on_a_shared_computer_the_one_before_is_signed_out(
    client: Client, row: Any, fake: Any, amara: Any
) -> None:
    link(fake, amara)
    client.force_login(PersonFactory())
    sign_in_by(client, row)
    assert signed_in_as(client) == amara.pk


def test_the_employee_number_finds_somebody_without_an_address(
    client: Client, row: Any, fake: Any, settings: Any
) -> None:
    row.number_claim = "employee_number"
    row.save()
    fake.claims = {"sub": "b", "employee_number": "00123"}
    person = PersonFactory(email="", password="!")
    User.objects.filter(pk=person.pk).update(password="!")
    MembershipFactory(person=person, organisation=row.organisation, employee_number="00123")
    MembershipFactory(employee_number="00123")  # of another employer
    sign_in_by(client, row)
    client.post(LINKING, {"yes": "yes"})
    assert signed_in_as(client) == person.pk


@pytest.mark.parametrize("secret_in_body", [False, True])
def test_what_the_token_lacks_is_asked_for(
    client: Client, row: Any, fake: Any, amara: Any, secret_in_body: bool
) -> None:
    fake.claims_in_userinfo, fake.secret_in_body = True, secret_in_body
    assert sign_in_by(client, row).url == LINKING
    assert ("GET", "/userinfo") in fake.requests


def test_new_keys_of_the_provider_are_found(client: Client, row: Any, fake: Any, amara: Any) -> None:
    link(fake, amara)
    sign_in_by(client, row)
    client.logout()
    fake.key, fake.kid = "its next", "key-2"
    sign_in_by(client, row)
    assert signed_in_as(client) == amara.pk


def test_somebody_joins_by_an_address_of_the_employer(client: Client, row: Any, fake: Any) -> None:
    joining(row)
    fake.claims |= {"given_name": "Amara", "family_name": "Okoye"}
    sign_in_by(client, row)
    person = User.objects.get(email=EMAIL)
    assert (signed_in_as(client), person.get_full_name()) == (person.pk, "Amara Okoye")
    assert not person.has_usable_password()
    membership = Membership.objects.get(person=person)
    assert (membership.organisation, membership.starts_on) == (row.organisation, days_ago(0))
    client.logout()
    before = written()
    sign_in_by(client, row)
    assert (signed_in_as(client), written()) == (person.pk, before)


def joining(row: Any) -> None:
    from modules.models import Role

    row.default_role, row.default_staff_group = Role.objects.get(slug="nurse"), "nursing"
    row.save()


def test_somebody_of_another_employer_joins_by_proof_and_consent(client: Client, row: Any) -> None:
    joining(row)
    person = PersonFactory(email=EMAIL)
    assert sign_in_by(client, row).url == LINKING
    assert not person.memberships.exists()
    client.force_login(person)
    response = sign_in_by(client, row)
    client.post(response.url, {"yes": "yes"})
    assert person.memberships.get().organisation == row.organisation
    assert SocialAccount.objects.get().user == person


def test_nothing_is_called_before_somebody_presses_the_button(client: Client, row: Any, fake: Any) -> None:
    assert row.name in client.get("/accounts/login/").text
    client.get(reverse("single_sign_on:choose"))
    client.get(reverse("single_sign_on:begin", args=[row.slug]))
    assert fake.requests == []


def test_the_log_holds_no_secret_and_nobodys_name(client: Client, row: Any, fake: Any, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    sign_in_by(client, row)  # on no staff list
    words = caplog.text
    assert "not_on_roster" in words
    assert "brackwater" in words
    for private in (EMAIL, fake.client_secret, "amara-at-work", "eyJ"):
        assert private not in words
