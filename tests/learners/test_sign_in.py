"""The ways in: a password, a code by e-mail, a passkey. Each opens for its owner and for nobody else."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import PersonFactory
from tests.fakes.authenticator import Authenticator
from tests.learners.ways_in import (
    ask_for_code,
    browser,
    by_code,
    by_passkey,
    by_password,
    code_in_the_mail,
    is_in,
    passkey_of,
    type_code,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse():
    return PersonFactory(first_name="Amara")


def test_by_password_whatever_the_case_of_the_address(nurse):
    client = browser()
    client.post(reverse("account_login"), {"login": nurse.email.upper(), "password": "correct horse battery"})
    assert is_in(client, nurse)


def test_by_a_code_that_came_by_e_mail(nurse):
    client = browser()
    answer = by_code(client, nurse)
    assert answer.url == "/"
    assert is_in(client, nurse)
    assert mail.outbox[0].to == [nurse.email]
    assert mail.outbox[0].subject == "Your code to sign in"


def test_by_a_code_one_comes_to_where_one_wanted(nurse):
    client = browser()
    asked = client.post(reverse("account_request_login_code"), {"email": nurse.email, "next": "/learning/"})
    answer = client.post(asked.url, {"code": code_in_the_mail(), "next": "/learning/"})
    assert answer.url == "/learning/"


def test_by_a_passkey_and_one_comes_to_where_one_wanted(nurse):
    passkey, client = passkey_of(nurse), browser()
    assert by_passkey(client, passkey, "/learning/").url == "/learning/"
    assert is_in(client, nurse)


def test_a_wrong_code_does_not_sign_in_and_three_end_it(nurse):
    client = browser()
    ask_for_code(client, nurse.email)
    right = code_in_the_mail()
    for _ in range(2):
        page = type_code(client, "0000-0000")
        assert "This code is not right" in page.text
    assert type_code(client, "0000-0000").url == reverse("account_request_login_code")
    type_code(client, right)
    assert not is_in(client, nurse)


def test_a_code_holds_for_ten_minutes(nurse):
    for minutes, holds in ((9, True), (11, False)):
        client = browser()
        ask_for_code(client, nurse.email)
        with time_machine.travel(timezone.now() + datetime.timedelta(minutes=minutes), tick=True):
            type_code(client, code_in_the_mail())
            assert is_in(client, nurse) is holds


def test_a_code_opens_only_the_browser_that_asked_for_it(nurse):
    ask_for_code(browser(), nurse.email)
    thief = browser()
    type_code(thief, code_in_the_mail())
    assert not is_in(thief, nurse)


def test_a_new_code_takes_the_place_of_the_old_one(nurse):
    client = browser()
    ask_for_code(client, nurse.email)
    old = code_in_the_mail()
    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    type_code(client, old)
    assert not is_in(client, nurse)
    type_code(client, code_in_the_mail())
    assert is_in(client, nurse)


def test_a_passkey_that_nobody_added_does_not_sign_in(nurse):
    passkey_of(nurse)
    stranger, client = Authenticator(), browser()
    answer = by_passkey(client, stranger)
    assert answer.url == reverse("account_login")
    assert not is_in(client, nurse)


def test_nobody_signs_in_as_another_by_their_own_passkey(nurse):
    mine, theirs = passkey_of(nurse), passkey_of(PersonFactory())
    client = browser()
    by_passkey(client, mine, userHandle=theirs.owner)
    assert client.get(reverse("people:account")).status_code == 302


def test_a_passkey_that_checks_nobody_does_not_sign_in(nurse):
    passkey = passkey_of(nurse)
    passkey.flags = 0x01  # somebody touched it, whoever that was
    client = browser()
    by_passkey(client, passkey)
    assert not is_in(client, nurse)


def test_an_answer_counts_once(nurse):
    passkey, client = passkey_of(nurse), browser()
    url = reverse("mfa_login_webauthn")
    options = client.get(url, headers={"accept": "application/json"}).json()["request_options"]
    answer = passkey.use(options)
    client.post(url, {"credential": answer})
    client.post(reverse("account_logout"))
    client.post(url, {"credential": answer})
    assert not is_in(client, nurse)


def test_a_passkey_of_another_site_does_not_sign_in(nurse):
    passkey = passkey_of(nurse)
    passkey.origin = "https://elsewhere.example"
    client = browser()
    by_passkey(client, passkey)
    assert not is_in(client, nurse)


@pytest.mark.parametrize(
    "nonsense", ["", "{", "null", "[]", "{}", '"x"', '{"id": 1, "rawId": "?", "response": {}, "type": "x"}']
)
def test_whatever_is_sent_as_a_passkey_is_refused_and_nothing_breaks(nonsense):
    client = browser()
    client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": nonsense})
    assert answer.url == reverse("account_login")


def test_without_scripts_no_passkey_is_offered_and_the_rest_is():
    page = browser().get(reverse("account_login")).text
    form = page[page.index('data-kind="use"') :]
    assert "hidden" in form[: form.index(">")]
    assert reverse("account_request_login_code") in page


@pytest.fixture
def without_address():
    return [PersonFactory(email=""), PersonFactory(email="")]


@pytest.mark.parametrize("address", ["", " ", "\t"])
def test_no_flow_takes_an_empty_address_for_somebody(without_address, address, client):
    for name, field in (
        ("account_login", "login"),
        ("account_request_login_code", "email"),
        ("account_reset_password", "email"),
    ):
        page = client.post(reverse(name), {field: address, "password": "correct horse battery"})
        assert page.status_code == 200
        assert field in page.context["form"].errors
    assert not mail.outbox


def test_django_itself_finds_nobody_by_an_empty_address(without_address):
    assert not Client().login(username="", password="correct horse battery")
    assert not Client().login(email="", password="correct horse battery")


def test_somebody_without_an_address_reads_their_account_and_sets_up_a_second_step(without_address):
    client, passkey = browser(), None
    client.force_login(without_address[0])
    assert "None" in client.get(reverse("people:account")).text
    passkey = passkey_of(without_address[0])
    by_passkey(other := browser(), passkey)
    assert is_in(other, without_address[0])


def test_a_password_that_was_forgotten_is_set_by_a_link(nurse):
    client = browser()
    client.post(reverse("account_reset_password"), {"email": nurse.email.upper()})
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    page = client.get(link, follow=True)
    new = "four quiet lanterns"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    by_password(client, nurse, new)
    assert is_in(client, nurse)
