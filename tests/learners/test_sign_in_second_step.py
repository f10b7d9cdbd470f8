"""Whoever manages people or works in the CMS signs in in two steps. Everybody may learn without."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.second_steps import code_of, codes_from_an_app, recovery_code_of
from tests.learners.ways_in import browser, by_code, by_passkey, by_password, is_in, passkey_of, prove

pytestmark = pytest.mark.django_db

STEP = "/accounts/second-step/"


@pytest.fixture(autouse=True)
def asked_for(settings):
    settings.SECOND_STEP_REQUIRED = True


def manager():
    return AppointmentFactory().person


def somebody_appointed(capacity):
    return lambda: AppointmentFactory(capacity=capacity).person


MUST = {
    "manager": (manager, "/managing/"),
    "administrator of a staff list": (somebody_appointed("administrator"), "/managing/"),
    "lead of a network": (lambda: AppointmentFactory(network_lead=True).person, "/managing/"),
    "educator": (lambda: PersonFactory(groups=["Educators"]), "/cms/"),
    "superuser": (lambda: PersonFactory(administrator=True), "/cms/"),
}
NEED_NOT = {
    "learner": (lambda: MembershipFactory().person, "/learning/"),
    "former manager": (lambda: AppointmentFactory(over=True).person, "/learning/"),
}


@pytest.mark.parametrize("who", MUST)
def test_who_must_have_one_is_led_to_it_told_why_and_may_learn(who):
    make, page = MUST[who]
    client, person = browser(), make()
    by_password(client, person)
    assert client.get(page).url == f"{STEP}?next={page.replace('/', '%2F')}"
    told = client.get(page, follow=True)
    assert told.status_code == 200
    assert "You need a second step to sign in, because" in told.text
    assert client.get("/learning/").status_code == 200


@pytest.mark.parametrize("who", NEED_NOT)
def test_nobody_else_is_asked(who):
    make, page = NEED_NOT[who]
    client = browser()
    by_password(client, make())
    assert client.get(page).status_code == 200
    assert client.get("/managing/").status_code == 404
    assert client.get(STEP).url == "/accounts/"


@pytest.mark.parametrize("who", MUST)
def test_nobody_is_asked_where_the_service_does_not_ask(who, settings):
    settings.SECOND_STEP_REQUIRED = False
    make, page = MUST[who]
    client = browser()
    by_password(client, make())
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("who", MUST)
def test_a_passkey_alone_is_both_steps(who):
    make, page = MUST[who]
    person = make()
    passkey, client = passkey_of(person), browser()
    assert by_passkey(client, passkey, page).url == page
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("first", [by_password, by_code])
def test_a_password_or_a_code_by_e_mail_is_followed_by_a_code_from_the_app(first):
    person = manager()
    secret, client = codes_from_an_app(person), browser()
    assert first(client, person).url == reverse("mfa_authenticate")
    assert not is_in(client, person)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert client.get("/managing/").status_code == 200


def test_a_recovery_code_takes_the_step_once():
    person = manager()
    codes_from_an_app(person)
    code = recovery_code_of(person)
    for works in (True, False):
        client = browser()
        by_password(client, person)
        client.post(reverse("mfa_authenticate"), {"code": f"{code[:4]} {code[4:]}"})
        assert is_in(client, person) is works


def test_a_learner_with_a_passkey_still_signs_in_by_password_at_a_ward():
    nurse = MembershipFactory().person
    passkey_of(nurse)
    client = browser()
    assert by_password(client, nurse).url == "/"
    assert is_in(client, nurse)


def test_a_manager_with_a_passkey_is_asked_for_it_after_the_password():
    person = manager()
    passkey, client = passkey_of(person), browser()
    by_password(client, person)
    options = client.get(reverse("mfa_authenticate")).context["js_data"]["request_options"]
    client.post(reverse("mfa_authenticate"), {"credential": passkey.use(options)})
    assert client.get("/managing/").status_code == 200


def test_a_learner_who_chose_codes_from_an_app_is_asked_for_them():
    nurse = MembershipFactory().person
    codes_from_an_app(nurse)
    assert by_password(browser(), nurse).url == reverse("mfa_authenticate")


def test_somebody_who_becomes_a_manager_while_signed_in_takes_the_step_then():
    nurse = MembershipFactory().person
    passkey, client = passkey_of(nurse), browser()
    by_password(client, nurse)
    AppointmentFactory(person=nurse)
    page = client.get("/managing/", follow=True)
    assert page.request["PATH_INFO"] == reverse("mfa_reauthenticate_webauthn")
    answer = passkey.use(page.context["js_data"]["request_options"])
    done = client.post(page.request["PATH_INFO"], {"credential": answer, "next": STEP}, follow=True)
    assert done.redirect_chain[-1][0] == "/managing/"
    assert done.status_code == 200


@pytest.fixture
def committing(monkeypatch):
    """What follows a commit happens at once, within its request, as in life."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda then: then())


def test_setting_up_codes_leads_to_recovery_codes_and_then_to_where_one_was_going(committing):
    client, person = browser(), manager()
    by_password(client, person)
    client.get("/managing/", follow=True)
    prove(client)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    assert "Go on to where you were going" in client.get(answer.url).text
    assert client.get(STEP).url == "/managing/"
    assert client.get("/managing/").status_code == 200


def test_the_picture_for_the_app_stays_right_in_a_second_tab():
    client = browser()
    by_password(client, manager())
    prove(client)
    first = client.get(reverse("mfa_activate_totp")).context["form"].secret
    assert client.get(reverse("mfa_activate_totp")).context["form"].secret == first


def test_a_form_that_was_sent_is_not_lost_without_a_word():
    client, educator = browser(), PersonFactory(groups=["Educators"])
    by_password(client, educator)
    page = client.post("/cms/pages/1/edit/", {"title": "Mine"}, follow=True)
    assert page.redirect_chain == [(STEP, 302)]
    assert "What you just sent was not saved" in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {"x-requested-with": "XMLHttpRequest"},
        {"accept": "application/json"},
        {"sec-fetch-mode": "cors", "accept": "*/*"},
    ],
)
def test_a_script_is_told_in_its_own_way(headers):
    client = browser()
    by_password(client, PersonFactory(groups=["Educators"]))
    answer = client.post("/cms/pages/1/edit/", headers=headers)
    assert answer.status_code == 403
    assert answer.json()["second_step"] == STEP


def test_nobody_is_led_to_another_site():
    client = browser()
    by_password(client, manager())
    client.get(f"{STEP}?next=https://elsewhere.example/")
    assert "second_step_next" not in client.session


def test_whoever_turns_codes_off_is_asked_to_set_one_up_again_at_the_next_sign_in():
    person = manager()
    codes_from_an_app(person)
    Authenticator.objects.filter(user=person).delete()
    client = browser()
    by_password(client, person)
    assert client.get("/managing/").url.startswith(STEP)
