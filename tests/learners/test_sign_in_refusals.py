"""Who does not get in, by whichever way; what a stranger learns of who has an account; how often one may try."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from django.utils import timezone

from learners.people.models import User
from tests.factories import PersonFactory
from tests.factories.second_steps import code_of, codes_from_an_app
from tests.learners.ways_in import (
    ask_for_code,
    browser,
    by_passkey,
    by_password,
    code_in_the_mail,
    is_in,
    passkey_of,
    type_code,
)

pytestmark = pytest.mark.django_db

ENDS = {
    "retired": {"is_active": False},
    "anonymised": {"anonymised_at": timezone.now()},
}


@pytest.fixture
def nurse():
    return PersonFactory(first_name="Amara")


@pytest.fixture(params=ENDS, ids=str)
def leave(request, nurse):
    return lambda: User.objects.filter(pk=nurse.pk).update(**ENDS[request.param])


def test_nobody_who_left_gets_in_by_a_password(nurse, leave):
    leave()
    client = browser()
    by_password(client, nurse)
    assert not is_in(client, nurse)


def test_nor_by_a_code_for_which_no_mail_with_a_code_goes(nurse, leave):
    leave()
    client = browser()
    ask_for_code(client, nurse.email)
    assert not re.search(r"\d{4}-\d{4}", str(mail.outbox[0].body))


def test_nor_by_a_code_that_they_asked_for_before(nurse, leave):
    client = browser()
    ask_for_code(client, nurse.email)
    leave()
    type_code(client, code_in_the_mail())
    assert not is_in(client, nurse)


def test_nor_by_a_passkey(nurse, leave):
    passkey, client = passkey_of(nurse), browser()
    leave()
    by_passkey(client, passkey)
    assert not is_in(client, nurse)


def test_nor_by_a_second_step_that_they_were_at(nurse, leave):
    secret, client = codes_from_an_app(nurse), browser()
    by_password(client, nurse)
    leave()
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert answer.url == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_nor_by_a_link_to_a_new_password(nurse, leave):
    leave()
    browser().post(reverse("account_reset_password"), {"email": nurse.email})
    assert "/password/reset/key/" not in mail.outbox[0].body


def test_a_session_that_is_open_ends(nurse, leave):
    client = browser()
    by_password(client, nurse)
    assert is_in(client, nurse)
    leave()
    assert not is_in(client, nurse)


def test_the_copy_of_an_address_that_was_given_to_somebody_else_leads_to_nobody(nurse):
    EmailAddress.objects.create(user=nurse, email="ward@example.org", primary=True, verified=True)
    heir = PersonFactory(email="ward@example.org")
    client = browser()
    ask_for_code(client, "ward@example.org")
    type_code(client, code_in_the_mail())
    assert is_in(client, heir)
    client.post(reverse("account_logout"))
    client.post(reverse("account_login"), {"login": "ward@example.org", "password": "correct horse battery"})
    assert is_in(client, heir)


def without_secrets(page, address):
    text = page.text.replace(address, "ADDRESS")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)


@pytest.mark.parametrize("name", ["account_request_login_code", "account_reset_password"])
def test_the_answer_is_the_same_for_an_address_that_nobody_has(nurse, name):
    seen = []
    for address in (nurse.email, "nobody@example.org"):
        page = browser().post(reverse(name), {"email": address}, follow=True)
        seen.append((page.redirect_chain, without_secrets(page, address)))
    assert seen[0] == seen[1]
    assert [message.to for message in mail.outbox] == [[nurse.email], ["nobody@example.org"]]


def test_a_wrong_password_is_answered_the_same_for_an_address_that_nobody_has(nurse):
    seen = []
    for address in (nurse.email, "nobody@example.org"):
        page = browser().post(reverse("account_login"), {"login": address, "password": "wrong"})
        seen.append(without_secrets(page, address))
    assert seen[0] == seen[1]


def test_no_code_opens_an_account_that_does_not_exist():
    client = browser()
    ask_for_code(client, "nobody@example.org")
    for code in ("", "0000-0000"):
        page = type_code(client, code)
        assert "code" in page.context["form"].errors


LIMITS = {"request_login_code": "2/m/key", "login_failed": "2/m/key"}


def test_one_address_gets_only_so_many_codes_from_wherever_they_are_asked_for(nurse, settings):
    settings.ACCOUNT_RATE_LIMITS = LIMITS
    for _ in range(2):
        assert ask_for_code(browser(), nurse.email).status_code == 302
    assert "Too many tries" in ask_for_code(browser(), nurse.email.upper()).text
    assert len(mail.outbox) == 2


def test_one_second_step_is_tried_only_so_often(nurse, settings):
    settings.ACCOUNT_RATE_LIMITS = LIMITS
    secret = codes_from_an_app(nurse)
    client = browser()
    by_password(client, nurse)
    for _ in range(2):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Too many tries" in client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).text
    assert not is_in(client, nurse)


def test_the_limits_of_production_let_a_ward_sign_in_and_slow_a_guesser():
    from training.settings import accounts

    assert accounts.ACCOUNT_RATE_LIMITS["login_failed"].endswith("5/5m/key")
    assert accounts.MFA_RATE_LIMITS["webauthn_login"] == "600/m/ip"


class AwayBackend(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected


@pytest.mark.parametrize("whose", ["nurse", "nobody"])
def test_when_the_mail_server_is_away_everybody_is_told_the_same(nurse, settings, whose):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.AwayBackend"}}
    address = nurse.email if whose == "nurse" else "nobody@example.org"
    answer = browser().post(reverse("account_request_login_code"), {"email": address}, follow=True)
    assert answer.redirect_chain == [(reverse("account_login"), 302)]
    assert "We cannot send e-mails just now" in answer.text
