"""Whatever is not in order signs nobody in, and writes nothing."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.people.models import User
from learners.single_sign_on import calling, pending
from tests.factories import MembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.single_sign_on import LinkFactory
from tests.fakes.openid_plays import Play
from tests.fakes.openid_provider import OpenIDProvider
from tests.fakes.openid_server import serving
from tests.learners.at_a_provider import (
    at_the_provider,
    press,
    row_for,
    sign_in_by,
    signed_in_as,
    written,
)

pytestmark = pytest.mark.django_db

EMAIL = "amara@brackwater.example"
HEADING = "We could not sign you in with your employer's account"


@pytest.fixture
def fake() -> Iterator[OpenIDProvider]:
    with serving(OpenIDProvider(), slowness=0.8) as provider:
        yield provider


@pytest.fixture
def row(fake: Any, settings: Any) -> Any:
    return row_for(fake, settings, slug="brackwater", name="Brackwater account", joining=True)


@pytest.fixture
def amara(row: Any, fake: Any) -> Any:
    """On the staff list, and linked: whatever goes wrong is not about her."""
    person = PersonFactory(first_name="Amara", email=EMAIL)
    MembershipFactory(person=person, organisation=row.organisation)
    LinkFactory(user=person, provider=fake.issuer, uid="amara-at-work")
    return person


def then_nobody_is_in(client: Client, response: Any, before: Any, reason: str) -> None:
    assert response.context["reason"] == reason, response.context["reason"]
    assert HEADING in response.text
    assert response.status_code in (400, 403)
    assert signed_in_as(client) is None
    assert pending.KEY not in client.session
    assert written() == before


IN_THE_TOKEN = [
    Play.WRONG_NONCE,
    Play.NO_NONCE,
    Play.WRONG_AUDIENCE,
    Play.SEVERAL_AUDIENCES,
    Play.EXPIRED,
    Play.FROM_TOMORROW,
    Play.WITHOUT_END,
    Play.NO_ALGORITHM,
    Play.PUBLIC_KEY_AS_SECRET,
    Play.CLIENT_SECRET,
    Play.STRANGE_KEY,
    Play.WRONG_ISSUER,
    Play.NO_SUBJECT,
    Play.NO_TOKEN,
]
ON_THE_WAY = [Play.OTHER_METADATA, Play.INSECURE_METADATA, Play.OTHER_ISSUER_IN_ANSWER, Play.CODE_TAKEN_BACK]


@pytest.mark.parametrize("play", [*IN_THE_TOKEN, *ON_THE_WAY])
def test_what_is_not_in_order_is_not_believed(
    client: Client, row: Any, fake: Any, amara: Any, play: Play, caplog: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    before, fake.play = written(), play
    then_nobody_is_in(client, sign_in_by(client, row), before, "untrusted")
    assert "untrusted" in caplog.text
    for private in (EMAIL, fake.client_secret, "amara-at-work", "eyJ", "secret words"):
        assert private not in caplog.text
    fake.play = None
    cache.clear()
    sign_in_by(client, row)
    assert signed_in_as(client) == amara.pk, "The same without the fault signs her in."


def test_userinfo_about_somebody_else_is_not_believed(
    client: Client, row: Any, fake: Any, amara: Any
) -> None:
    before, fake.play, fake.claims_in_userinfo = written(), Play.SOMEBODY_ELSES_USERINFO, True
    then_nobody_is_in(client, sign_in_by(client, row), before, "untrusted")


def test_a_state_that_nobody_gave_is_not_taken(client: Client, row: Any, fake: Any, amara: Any) -> None:
    before, fake.play = written(), Play.WRONG_STATE
    then_nobody_is_in(client, sign_in_by(client, row), before, "stale")
    assert ("POST", "/token") not in fake.requests


def test_an_answer_of_another_browser_is_not_taken(client: Client, row: Any, fake: Any, amara: Any) -> None:
    before = written()
    stolen = at_the_provider(press(Client(), row))
    then_nobody_is_in(client, client.get(stolen), before, "stale")


def test_an_answer_works_once(client: Client, row: Any, amara: Any) -> None:
    back = at_the_provider(press(client, row))
    client.get(back)
    client.logout()
    then_nobody_is_in(client, client.get(back), written(), "stale")


def test_a_sign_in_that_took_too_long_is_begun_again(
    client: Client, row: Any, amara: Any, time_machine: Any
) -> None:
    back = at_the_provider(press(client, row))
    time_machine.move_to(timezone.now() + timedelta(minutes=11))
    then_nobody_is_in(client, client.get(back), written(), "stale")


def test_whoever_presses_cancel_is_told_that_nothing_changed(
    client: Client, row: Any, fake: Any, amara: Any
) -> None:
    fake.play = Play.CANCELLED
    then_nobody_is_in(client, sign_in_by(client, row), written(), "cancelled")


@pytest.mark.parametrize("at", ["/.well-known/openid-configuration", "/keys", "/token", "/userinfo"])
@pytest.mark.parametrize(
    "play", [Play.DOWN, Play.SLOW, Play.DRIPPING, Play.NONSENSE, Play.LIST, Play.HUGE, Play.ELSEWHERE]
)
def test_a_provider_that_is_away_is_said_to_be_away(
    client: Client, row: Any, fake: Any, amara: Any, monkeypatch: Any, play: Play, at: str
) -> None:
    monkeypatch.setattr(calling, "READ", 0.3)
    monkeypatch.setattr(calling, "TOTAL", 0.3)
    before, fake.play, fake.play_at, fake.claims_in_userinfo = written(), play, at, True
    response = sign_in_by(client, row)
    assert ("GET" if at != "/token" else "POST", at) not in fake.requests
    reason = "untrusted" if at == "/token" and play in (Play.DOWN, Play.LIST, Play.NONSENSE) else "away"
    then_nobody_is_in(client, response, before, reason)


def test_where_nobody_answers_at_all(client: Client, settings: Any) -> None:
    with serving(OpenIDProvider()) as fake:
        row = row_for(fake, settings)
    then_nobody_is_in(client, press(client, row), written(), "away")


# Who is known at the provider, and not let in here.


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_finds_nobody(
    client: Client, row: Any, fake: Any, verified: Any
) -> None:
    MembershipFactory(person=PersonFactory(email=EMAIL), organisation=row.organisation)
    fake.claims["email_verified"] = verified
    then_nobody_is_in(client, sign_in_by(client, row), written(), "unverified")


def test_whoever_is_on_no_staff_list_is_told_whom_to_ask(client: Client, row: Any, fake: Any) -> None:
    fake.claims["email"] = "amara@elsewhere.example"
    MembershipFactory(person=PersonFactory(email="amara@elsewhere.example"))  # of another employer
    response = sign_in_by(client, row)
    then_nobody_is_in(client, response, written(), "not_on_roster")
    assert "Learning team, extension 4455" in response.text


def test_a_domain_below_the_employers_is_not_the_employers(client: Client, row: Any, fake: Any) -> None:
    fake.claims["email"] = "amara@evil.brackwater.example"
    then_nobody_is_in(client, sign_in_by(client, row), written(), "not_on_roster")


def test_who_has_left_does_not_come_back_by_themselves(client: Client, row: Any, amara: Any) -> None:
    amara.memberships.update(ends_on=days_ago(1))
    then_nobody_is_in(client, sign_in_by(client, row), written(), "not_on_roster")
    amara.socialaccount_set.all().delete()
    then_nobody_is_in(client, sign_in_by(client, row), written(), "not_on_roster")


@pytest.mark.parametrize("change", [{"is_active": False}, {"anonymised_at": timezone.now()}])
@pytest.mark.parametrize("linked", [True, False])
def test_whose_account_is_closed_stays_out(
    client: Client, row: Any, amara: Any, change: Any, linked: bool
) -> None:
    User.objects.filter(pk=amara.pk).update(**change)
    if not linked:
        amara.socialaccount_set.all().delete()
    then_nobody_is_in(client, sign_in_by(client, row), written(), "closed")


def test_number_and_address_of_two_people_find_neither(client: Client, row: Any, fake: Any) -> None:
    row.number_claim = "number"
    row.save()
    fake.claims["number"] = 123
    MembershipFactory(person=PersonFactory(email=EMAIL), organisation=row.organisation)
    MembershipFactory(organisation=row.organisation, employee_number="123")
    then_nobody_is_in(client, sign_in_by(client, row), written(), "ambiguous")


def test_an_address_that_was_given_to_somebody_new_does_not_open_the_old_account(
    client: Client, row: Any, fake: Any, amara: Any
) -> None:
    fake.claims["sub"] = "the-next-amara"
    then_nobody_is_in(client, sign_in_by(client, row), written(), "linked_otherwise")


def test_two_providers_with_one_address_never_merge(
    client: Client, row: Any, fake: Any, amara: Any, settings: Any
) -> None:
    with serving(OpenIDProvider()) as other:  # says the same subject and the same address
        second = row_for(other, settings, name="Moorside account", joining=True)
        before = written()
        response = sign_in_by(client, second)
        assert response.url == reverse("single_sign_on:linking")
        client.post(response.url, {"yes": "yes"})
        assert (signed_in_as(client), written()) == (None, before)
        sign_in_by(client, row)
        assert signed_in_as(client) == amara.pk


def test_a_provider_that_was_switched_off_or_lost_its_secret_is_not_there(
    client: Client, row: Any, fake: Any, amara: Any, settings: Any
) -> None:
    back = at_the_provider(press(client, row))
    settings.OIDC_CLIENT_SECRETS = {row.slug: ""}
    assert client.get(back).status_code == 404
    assert press(client, row).status_code == 404
    settings.OIDC_CLIENT_SECRETS = {row.slug: fake.client_secret}
    row.active = False
    row.save()
    assert client.get(back).status_code == 404
    assert row.name not in client.get("/accounts/login/").text


def test_a_question_about_linking_does_not_wait_for_ever(
    client: Client, row: Any, amara: Any, time_machine: Any
) -> None:
    amara.socialaccount_set.all().delete()
    sign_in_by(client, row)
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    response = client.post(reverse("single_sign_on:linking"), {"yes": "yes"})
    then_nobody_is_in(client, response, written(), "stale")


def test_the_return_address_takes_no_form(client: Client, row: Any) -> None:
    address = urlsplit(reverse("single_sign_on:came_back", args=[row.slug])).path
    assert client.post(address).status_code == 405
