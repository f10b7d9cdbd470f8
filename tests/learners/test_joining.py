"""Coming in by a code without a work e-mail address: every step, and what goes wrong on it."""

import datetime
from typing import Any

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.joining import proving
from learners.joining.actions import revoke_code
from learners.joining.models import EmailProof, Joining
from learners.organisations.models import Membership
from learners.people.models import User
from tests.factories import OrganisationFactory, TeamFactory
from tests.factories.joining import JoinCodeFactory
from tests.factories.organisations import days_ago
from tests.learners.at_the_door import ADDRESS, at, join, prove, say_who, sent_digits, wrong_digits

pytestmark = pytest.mark.django_db
MY_LEARNING = reverse("home:my_learning")


@pytest.fixture
def code() -> Any:
    home = OrganisationFactory(name="Willow House")
    return JoinCodeFactory(organisation=home, team=TeamFactory(organisation=home, name="Nights"))


def said(response: Any) -> str:
    return " ".join(map(str, get_messages(response.wsgi_request)))


def test_a_care_worker_joins_and_is_signed_in(client: Any, code: Any) -> None:
    response = join(client, code, employee_number="A 17")
    assert response.url == MY_LEARNING
    person = User.objects.get(email=ADDRESS)
    assert (person.first_name, person.last_name, person.has_usable_password()) == ("Ada", "Fenwick", False)
    assert client.session[SESSION_KEY] == str(person.pk)
    hat = person.memberships.get()
    assert (hat.organisation, hat.team, hat.role) == (code.organisation, code.team, code.role)
    assert (hat.staff_group, hat.starts_on, hat.employee_number) == (
        "social_care",
        timezone.localdate(),
        "A17",
    )
    assert hat.joining.code == code
    assert person.emailaddress_set.get().verified
    page = client.get(MY_LEARNING).content.decode()
    assert "You have joined Willow House" in page
    assert f"Next time, sign in with {ADDRESS}" in page
    assert "joining" not in client.session


def test_the_front_page_says_whose_it_is_and_who_sees_what(client: Any, code: Any) -> None:
    page = client.get(at("welcome", code)).content.decode()
    for words in ("Join Willow House", "Nights", "Who will see what", "your e-mail address", "Start"):
        assert words in page
    assert client.post(at("welcome", code)).url == at("address", code)


@pytest.mark.parametrize("how", ["{}", " {} ", "{0}-", "x"])
def test_a_code_is_typed_as_people_type(client: Any, code: Any, how: str) -> None:
    typed = code.shown.lower().replace("0", "o") if how == "x" else how.format(code.code)
    assert client.post(reverse("joining:enter"), {"code": typed}).url == at("welcome", code)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter the join code"),
        ("7KQX", "8 letters and numbers"),
        ("7KQX-M2RD", "We do not know this code"),
    ],
)
def test_a_code_that_is_none_is_said_by_the_field(client: Any, code: Any, typed: str, words: str) -> None:
    response = client.post(reverse("joining:enter"), {"code": typed})
    assert words in str(response.context["form"].errors["code"])


@pytest.mark.parametrize("wrong", ["", "ada", "ada@", "a" * 250 + "@example.org"])
def test_an_address_that_is_none_gets_no_mail(client: Any, code: Any, wrong: str) -> None:
    response = client.post(at("address", code), {"email": wrong})
    assert response.context["form"].errors["email"]
    assert mail.outbox == []


def test_the_mail_names_nobody_and_nothing(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": "Ada@Example.org"})
    message = mail.outbox[0]
    assert message.to == [ADDRESS]
    for private in ("Willow", code.shown, "http", sent_digits()):
        assert private not in message.subject
    assert "Willow" not in message.body
    assert "http" not in message.body


def test_addresses_of_pages_hold_no_personal_data(client: Any, code: Any) -> None:
    for response in (client.post(at("address", code), {"email": ADDRESS}), prove(client, code)):
        assert "example" not in response.url
        assert "?" not in response.url


def test_neither_digits_nor_address_are_kept_in_the_clear(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    row = str(EmailProof.objects.values_list().get())
    assert sent_digits() not in row
    assert ADDRESS not in row


def test_a_mail_server_that_is_away_is_said_and_nothing_lost(
    client: Any, code: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(**kwargs: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("learners.joining.views.steps.send_digits", away)
    response = client.post(at("address", code), {"email": ADDRESS})
    assert "could not send" in str(response.context["form"].errors)
    assert ADDRESS in response.content.decode()


def test_wrong_digits_can_be_mended_and_right_ones_written_with_spaces(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    for wrong, words in (
        ("", "Enter the 6 digits"),
        ("12345", "6 digits"),
        (wrong_digits(), "newest e-mail"),
    ):
        response = client.post(at("digits", code), {"digits": wrong})
        assert words in str(response.context["form"].errors["digits"])
    right = sent_digits()
    response = client.post(at("digits", code), {"digits": f" {right[:3]} {right[3:]} "})
    assert response.url == at("about_you", code)


def test_after_five_wrong_tries_the_right_digits_are_wrong(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    for _ in range(5):
        client.post(at("digits", code), {"digits": wrong_digits()})
    response = client.post(at("digits", code), {"digits": sent_digits()})
    assert "Ask for a new one" in str(response.context["form"].errors["digits"])
    assert prove(client, code).url == at("about_you", code)


def test_digits_last_ten_minutes(client: Any, code: Any) -> None:
    with time_machine.travel(timezone.now() - datetime.timedelta(minutes=11)):
        client.post(at("address", code), {"email": ADDRESS})
    response = client.post(at("digits", code), {"digits": sent_digits()})
    assert "Ask for a new one" in str(response.context["form"].errors["digits"])


def test_only_the_newest_mail_counts(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    first = sent_digits()
    client.post(at("address", code), {"email": ADDRESS})
    if first != sent_digits():
        response = client.post(at("digits", code), {"digits": first})
        assert "newest e-mail" in str(response.context["form"].errors["digits"])


def test_digits_for_one_address_prove_no_other(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    mine = sent_digits()
    proof = EmailProof.objects.get()
    assert proof.fits(email=ADDRESS, digits=mine)
    assert not proof.fits(email="boss@example.org", digits=mine)


@pytest.mark.parametrize("missing", ["first_name", "last_name"])
def test_a_name_is_needed(client: Any, code: Any, missing: str) -> None:
    prove(client, code)
    response = say_who(client, code, **{missing: " \N{ZERO WIDTH SPACE} "})
    assert "Enter your" in str(response.context["form"].errors[missing])
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.parametrize("step", ["digits", "about_you"])
def test_no_step_can_be_skipped(client: Any, code: Any, step: str) -> None:
    for method in (client.get, client.post):
        response = method(at(step, code))
        assert response.url == at("address", code)
        assert "Enter your e-mail address again" in said(response)
    client.post(at("address", code), {"email": ADDRESS})
    assert client.post(at("about_you", code), {"first_name": "A", "last_name": "B"}).url == at(
        "address", code
    )
    assert not Membership.objects.exists()


def test_what_was_left_open_is_not_for_the_next_person(client: Any, code: Any) -> None:
    with time_machine.travel(timezone.now() - datetime.timedelta(minutes=31)):
        prove(client, code)
    assert client.get(at("about_you", code)).url == at("address", code)
    assert ADDRESS not in client.get(at("address", code)).content.decode()


def test_the_key_of_the_session_changes_when_an_address_is_proven(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    planted = client.session.session_key
    client.post(at("digits", code), {"digits": sent_digits()})
    assert client.session.session_key != planted
    other = Client()
    other.cookies["sessionid"] = planted
    assert other.get(at("about_you", code)).url == at("address", code)


def test_a_double_click_on_the_digits_comes_through(client: Any, code: Any) -> None:
    client.post(at("address", code), {"email": ADDRESS})
    old = client.cookies["sessionid"].value
    client.post(at("digits", code), {"digits": sent_digits()})
    client.cookies["sessionid"] = old
    assert client.post(at("digits", code), {"digits": sent_digits()}).url == at("about_you", code)


def test_a_double_click_on_the_last_button_joins_once_and_says_so(client: Any, code: Any) -> None:
    prove(client, code)
    old = client.cookies["sessionid"].value
    say_who(client, code)
    client.cookies["sessionid"] = old
    response = say_who(client, code)
    assert response.url == MY_LEARNING
    assert "You have joined Willow House" in said(response)
    assert (
        User.objects.filter(email=ADDRESS).count(),
        Membership.objects.count(),
        Joining.objects.count(),
    ) == (1, 1, 1)


def test_a_session_of_before_signs_nobody_in_later(client: Any, code: Any) -> None:
    prove(client, code)
    old = client.cookies["sessionid"].value
    say_who(client, code)
    client.logout()
    client.cookies["sessionid"] = old
    assert Session.objects.filter(session_key=old).exists()
    with time_machine.travel(timezone.now() + proving.TWICE):
        assert say_who(client, code).url == at("address", code)
    assert SESSION_KEY not in client.session


def test_the_back_button_after_joining_leads_on(client: Any, code: Any) -> None:
    join(client, code)
    for step in ("address", "digits", "about_you"):
        assert client.get(at(step, code)).url == at("welcome", code)
    assert "You belong to Willow House" in client.get(at("welcome", code)).content.decode()


DEAD: dict[str, tuple[dict[str, Any], str]] = {
    "expired": ({"expired": True}, "Its last day has gone by."),
    "revoked": ({"revoked": True}, "It was stopped."),
    "used up": ({"most_uses": 2, "used": 2}, "As many people have joined"),
    "of an organisation that closed": ({"organisation__ends_on": days_ago(1)}, "Its last day has gone by."),
}


@pytest.mark.parametrize("how", DEAD)
def test_a_code_that_does_not_work_says_why_and_not_whose_it_was(client: Any, how: str) -> None:
    made, words = DEAD[how]
    dead = JoinCodeFactory(**({"organisation__name": "Willow House"} | made))
    assert client.post(reverse("joining:enter"), {"code": dead.code}).url == at("welcome", dead)
    for step in ("welcome", "address", "digits", "about_you"):
        for response in (client.get(at(step, dead)), client.post(at(step, dead), {"email": ADDRESS})):
            assert response.status_code == 410
            page = response.content.decode()
            assert words in page
            assert "Willow" not in page
    assert mail.outbox == []


def test_an_unknown_code_is_not_found(client: Any) -> None:
    for wrong in ("7KQX-M2RD", "x", "%00"):
        response = client.get(f"/join/{wrong}/")
        assert response.status_code == 404
        assert "We do not know this code" in response.content.decode()


def test_a_code_works_on_its_last_day(client: Any) -> None:
    last = JoinCodeFactory(expires_on=timezone.localdate(), most_uses=2, used=1)
    assert join(client, last).url == MY_LEARNING


def test_a_code_that_is_stopped_in_the_middle_lets_nobody_in(client: Any, code: Any) -> None:
    prove(client, code)
    revoke_code(code=code, by=code.made_by)
    response = say_who(client, code)
    assert response.status_code == 410
    assert not User.objects.filter(email=ADDRESS).exists()
