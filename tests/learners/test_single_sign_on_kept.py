"""Providers as administrators keep them, and links as people keep theirs."""

from typing import Any

import pytest
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.people.models import User
from learners.single_sign_on import actions
from learners.single_sign_on.admission import Admission, Way
from learners.single_sign_on.checks import secrets_are_readable
from learners.single_sign_on.failures import NotSignedIn
from learners.single_sign_on.identity import Identity
from learners.single_sign_on.models import IdentityProvider
from modules.groups import ADMINISTRATORS
from modules.models import Role
from tests.factories import MembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.single_sign_on import IdentityProviderFactory, LinkFactory

pytestmark = pytest.mark.django_db
ISSUER = "https://sign-in.brackwater.example"


def fields(**more: Any) -> dict[str, Any]:
    plain = {
        "organisation": OrganisationFactory().pk,
        "name": "Brackwater account",
        "slug": "brackwater",
        "issuer": ISSUER,
        "client_id": "training",
        "email_claim": "email",
        "contact": "Learning team",
        "active": "on",
        "default_role": "",
        "default_staff_group": "",
    }
    return plain | more


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(PersonFactory(groups=[ADMINISTRATORS]))
    return client


def test_an_administrator_adds_a_provider(desk: Client, settings: Any) -> None:
    response = desk.post(reverse("identity_providers:add"), fields(email_domains="@Brackwater.example\r\n"))
    assert response.status_code == 302
    row = IdentityProvider.objects.get()
    assert row.domains == ["brackwater.example"]
    assert (row.trusts_email, row.lets_join) == (False, False)
    assert "Missing" in desk.get(reverse("identity_providers:index")).text
    settings.OIDC_CLIENT_SECRETS = {"brackwater": "a secret of forty characters"}
    listing = desk.get(reverse("identity_providers:index")).text
    assert "In the environment" in listing
    assert (
        "a secret of forty characters"
        not in listing + desk.get(reverse("identity_providers:edit", args=[row.pk])).text
    )


def test_the_slug_stays(desk: Client) -> None:
    row = IdentityProviderFactory(slug="brackwater")
    desk.post(reverse("identity_providers:edit", args=[row.pk]), fields(slug="other", name="New name"))
    row.refresh_from_db()
    assert (row.slug, row.name) == ("brackwater", "New name")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"issuer": "http://sign-in.brackwater.example"}, "issuer"),
        ({"issuer": "http://localhost:9000"}, "issuer"),
        ({"issuer": "https://user:pw@sign-in.example"}, "issuer"),
        ({"issuer": "https://sign-in.example/?tenant=1"}, "issuer"),
        ({"issuer": "https://sign-in.example/.well-known/openid-configuration"}, "issuer"),
        ({"email_domains": "no domain"}, "email_domains"),
        ({"contact": ""}, "contact"),
    ],
)
def test_what_cannot_be_is_refused_by_the_field(desk: Client, wrong: Any, field: str) -> None:
    response = desk.post(reverse("identity_providers:add"), fields(**wrong))
    assert field in response.context["form"].errors
    assert not IdentityProvider.objects.exists()


def test_on_this_machine_the_demonstration_needs_no_https(desk: Client, settings: Any) -> None:
    settings.DEMO_MODE = True
    desk.post(reverse("identity_providers:add"), fields(issuer="http://localhost:9000"))
    desk.post(
        reverse("identity_providers:add"), fields(issuer="http://elsewhere.example", slug="b", name="b")
    )
    assert IdentityProvider.objects.count() == 1


@pytest.mark.parametrize(
    "half",
    [
        {"trusts_email": True, "email_domains": ""},
        {"default_staff_group": "nursing"},
        {"joining": True, "default_staff_group": ""},
        {"joining": True, "email_domains": ""},
    ],
)
def test_trust_and_joining_are_whole_or_not_at_all(half: Any) -> None:
    row = IdentityProviderFactory.build(organisation=OrganisationFactory(), **half)
    with pytest.raises(ValidationError):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_allauth_knows_the_rows_and_nothing_else(settings: Any) -> None:
    row = IdentityProviderFactory(slug="ours")
    IdentityProviderFactory(slug="without-a-secret")
    IdentityProviderFactory(slug="off", active=False)
    IdentityProviderFactory(slug="gone", organisation__ends_on=days_ago(1))
    SocialApp.objects.create(provider="openid_connect", provider_id="in the database", name="x")
    settings.OIDC_CLIENT_SECRETS = {"ours": "s", "off": "s", "gone": "s"}
    (app,) = get_adapter().list_apps(None)
    assert (app.provider_id, app.client_id, app.secret, app.pk) == ("ours", row.client_id, "s", None)


@pytest.mark.parametrize(("given", "faults"), [({"a": "s"}, 0), ({}, 0), (["a"], 1), ({"a": 1}, 1)])
def test_secrets_of_another_shape_stop_the_service(settings: Any, given: Any, faults: int) -> None:
    settings.OIDC_CLIENT_SECRETS = given
    assert len(secrets_are_readable(None)) == faults


# Links


@pytest.fixture
def person(client: Client) -> User:
    found: User = PersonFactory(first_name="Amara")
    client.force_login(found)
    return found


def test_a_person_sees_and_removes_their_links(client: Client, person: User) -> None:
    row = IdentityProviderFactory(name="Brackwater account")
    linked, other = LinkFactory(user=person), LinkFactory()
    page = client.get(reverse("single_sign_on:links")).text
    assert page.count("Brackwater account") == 2  # the name, and what is removed
    assert "Remove your Brackwater account" in client.get(remove(linked)).text
    assert client.post(remove(linked)).url == reverse("single_sign_on:links")
    assert list(SocialAccount.objects.all()) == [other]
    assert ModelLogEntry.objects.filter(action="single_sign_on.unlink", object_id=str(row.pk)).exists()
    assert client.post(remove(linked)).status_code == 404


def test_nobody_removes_another_persons_link(client: Client, person: User) -> None:
    other = LinkFactory()
    assert (client.get(remove(other)).status_code, client.post(remove(other)).status_code) == (404, 404)
    assert SocialAccount.objects.count() == 1


def test_the_only_way_in_stays(client: Client, person: User) -> None:
    User.objects.filter(pk=person.pk).update(email="", password="!")
    client.force_login(User.objects.get(pk=person.pk))
    linked = LinkFactory(user=person)
    assert "You need this one" in client.post(remove(linked)).text
    assert SocialAccount.objects.count() == 1
    LinkFactory(user=person, provider="https://other.example")
    client.post(remove(linked))
    assert SocialAccount.objects.count() == 1


def remove(linked: SocialAccount) -> str:
    return reverse("single_sign_on:remove", args=[linked.pk])


def test_the_page_offers_the_accounts_of_ones_own_employers(
    client: Client, person: User, settings: Any
) -> None:
    mine = IdentityProviderFactory(name="Mine", slug="mine", issuer="https://mine.example")
    IdentityProviderFactory(name="Theirs", slug="theirs", issuer="https://theirs.example")
    settings.OIDC_CLIENT_SECRETS = {"mine": "s", "theirs": "s"}
    MembershipFactory(person=person, organisation=mine.organisation)
    page = client.get(reverse("single_sign_on:links")).text
    assert "Mine" in page
    assert "Theirs" not in page
    LinkFactory(user=person, provider="https://mine.example")
    assert "Link another" not in client.get(reverse("single_sign_on:links")).text


# Twice, and at once


def test_saying_yes_twice_links_once() -> None:
    row, person = IdentityProviderFactory(), PersonFactory(email="amara@brackwater.example")
    MembershipFactory(person=person, organisation=row.organisation)
    identity = Identity(ISSUER, "a", email=person.email)
    admission = Admission(Way.PROVE, person.pk)
    for _ in range(2):
        actions.accept_link(provider=row, identity=identity, admission=admission, by=person)
    assert SocialAccount.objects.count() == 1


def test_nobody_links_what_is_meant_for_another() -> None:
    row, person = IdentityProviderFactory(), PersonFactory(email="amara@brackwater.example")
    MembershipFactory(person=person, organisation=row.organisation)
    identity, admission = Identity(ISSUER, "a", email=person.email), Admission(Way.PROVE, person.pk)
    with pytest.raises(NotSignedIn):
        actions.accept_link(provider=row, identity=identity, admission=admission, by=PersonFactory())
    assert not SocialAccount.objects.exists()


def test_two_tabs_make_one_person() -> None:
    row = IdentityProviderFactory(joining=True)
    identity = Identity(ISSUER, "a", email="amara@brackwater.example")
    first = actions.make_person(provider=row, identity=identity)
    assert actions.make_person(provider=row, identity=identity) == first
    assert (User.objects.count(), first.memberships.get().role) == (1, Role.objects.get(slug="nurse"))


@pytest.mark.parametrize("count", [0, 1, 3, 4])
def test_the_sign_in_page_shows_buttons_or_the_way_to_all(client: Client, settings: Any, count: int) -> None:
    rows = IdentityProviderFactory.create_batch(count)
    settings.OIDC_CLIENT_SECRETS = {row.slug: "s" for row in rows}
    page = client.get("/accounts/login/", {"next": "/learning/"}).text
    assert [row.name in page for row in rows] == [count <= 3] * count
    assert (reverse("single_sign_on:choose") + "?next=/learning/" in page) == (count > 3)
    assert client.get(reverse("single_sign_on:choose")).text.count("app-employers__name") == count


def test_some_letters_find_an_employer_among_many(client: Client, settings: Any) -> None:
    rows = IdentityProviderFactory.create_batch(21)
    rows.append(IdentityProviderFactory(name="Zebra account"))
    settings.OIDC_CLIENT_SECRETS = {row.slug: "s" for row in rows}
    assert "Zebra" not in client.get(reverse("single_sign_on:choose")).text
    found = client.get(reverse("single_sign_on:choose"), {"q": "zEb acc"}).text
    assert found.count("app-employers__name") == 1
    assert "No employer has a name like that" in client.get(reverse("single_sign_on:choose"), {"q": "Q"}).text
