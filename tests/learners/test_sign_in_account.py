"""Your account: what stands there, what it takes to change it, and what an administrator can do for you."""

import pytest
from allauth.mfa.models import Authenticator as Kept
from django.core import mail
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.people.models import User
from modules.groups import ADMINISTRATORS, EDUCATORS
from tests.factories import PersonFactory
from tests.factories.second_steps import codes_from_an_app, recovery_code_of
from tests.fakes.authenticator import Authenticator
from tests.learners.ways_in import (
    add_passkey,
    browser,
    by_code,
    by_passkey,
    by_password,
    code_in_the_mail,
    is_in,
    passkey_of,
    prove,
)
from tests.modules.desk import Desk, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse():
    return PersonFactory(first_name="Amara")


@pytest.fixture(autouse=True)
def committing(monkeypatch):
    """What follows a commit happens at once, within its request, as in life."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda then: then())


@pytest.fixture
def at_home(nurse):
    """The nurse's browser, signed in and proved a moment ago."""
    client = browser()
    by_password(client, nurse)
    prove(client)
    return client


SENSITIVE = [
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
]


@pytest.mark.parametrize("name", SENSITIVE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_computer_that_was_left_open_changes_nothing_without_the_password(nurse, name, method):
    codes_from_an_app(nurse)
    client = browser()
    client.force_login(nurse)
    answer = getattr(client, method)(reverse(name))
    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert prove(client, "wrong").status_code == 200
    assert getattr(client, method)(reverse(name)).url.startswith(reverse("account_reauthenticate"))
    assert Kept.objects.filter(user=nurse).count() == 2


def test_a_passkey_is_neither_renamed_nor_removed_without_a_proof(nurse):
    passkey_of(nurse)
    kept = Kept.objects.get(user=nurse, type="webauthn")
    client = browser()
    client.force_login(nurse)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        client.post(reverse(name, args=[kept.pk]), {"name": "Mine now"})
    kept.refresh_from_db()
    assert str(kept) == "My phone"


def test_nobody_without_a_password_gets_one_at_a_computer_that_they_left_open():
    nurse = PersonFactory(password="")
    nurse.set_unusable_password()
    nurse.save()
    client = browser()
    client.force_login(nurse)  # signed in who knows when
    answer = client.get(reverse("account_set_password"))
    assert answer.url.startswith(reverse("account_login"))
    assert not is_in(client, nurse)
    by_code(client, nurse)
    assert client.get(reverse("account_set_password")).status_code == 200


def test_a_password_is_set_only_after_the_passkey_by_those_who_have_one():
    nurse = PersonFactory()
    passkey = passkey_of(nurse)
    nurse.set_unusable_password()
    nurse.save()
    client = browser()
    by_passkey(client, passkey)
    assert client.get(reverse("account_set_password")).url.startswith("/accounts/ways/")


def test_what_was_sent_before_the_proof_is_done_after_it(nurse):
    passkey, client = Authenticator(), browser()
    by_password(client, nurse)
    prove(client)
    options = client.get(reverse("mfa_add_webauthn")).context["js_data"]["creation_options"]
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    form = {"name": "My phone", "credential": passkey.make(options)}
    asked = client.post(reverse("mfa_add_webauthn"), form)
    next_page = reverse("mfa_add_webauthn")
    client.post(asked.url, {"password": "correct horse battery", "next": next_page})
    assert Kept.objects.filter(user=nurse, type="webauthn").exists()


def test_the_account_lists_every_way(nurse, at_home):
    page = at_home.get(reverse("people:account")).text
    assert nurse.email in page
    assert "You need none." in page
    codes_from_an_app(nurse)
    add_passkey(at_home, Authenticator(), "My blue phone")
    page = at_home.get(reverse("people:account")).text
    assert "My blue phone" in page
    assert "10 are left." in page


def test_every_change_is_told_by_e_mail(nurse, at_home):
    add_passkey(at_home, Authenticator())
    assert [message.subject for message in mail.outbox] == ["A passkey was added"]
    assert "If it was not you" in str(mail.outbox[0].body)


def test_a_change_stands_when_no_e_mail_can_tell_of_it(nurse, at_home, settings):
    settings.MAILERS = {
        "default": {"BACKEND": "tests.learners.test_sign_in_refusals.AwayBackend"},
    }
    assert add_passkey(at_home, Authenticator()).status_code == 302
    assert Kept.objects.filter(user=nurse, type="webauthn").exists()


def test_a_passkey_that_checks_nobody_is_not_taken(nurse, at_home):
    page = add_passkey(at_home, Authenticator(verifies=False))
    assert page.status_code == 200
    assert not Kept.objects.filter(user=nurse).exists()


@pytest.mark.parametrize("nonsense", ["", "{", "null", "[]", "{}", '"x"', '{"response": 1}'])
def test_whatever_is_sent_as_a_new_passkey_is_refused_and_nothing_breaks(nurse, at_home, nonsense):
    at_home.get(reverse("mfa_add_webauthn"))
    page = at_home.post(reverse("mfa_add_webauthn"), {"name": "x", "credential": nonsense})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not Kept.objects.filter(user=nurse).exists()


def test_nobody_touches_anothers_passkey(at_home):
    passkey_of(PersonFactory())
    kept = Kept.objects.get(type="webauthn")
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert at_home.post(reverse(name, args=[kept.pk]), {"name": "x"}).status_code == 404
    assert str(Kept.objects.get(pk=kept.pk)) == "My phone"


def test_recovery_codes_are_shown_downloaded_and_made_anew(nurse, at_home):
    codes_from_an_app(nurse)
    old = recovery_code_of(nurse)
    spaced = f"{old[:4]} {old[4:]}"
    assert spaced in at_home.get(reverse("mfa_view_recovery_codes")).text
    assert spaced in at_home.get(reverse("mfa_download_recovery_codes")).text
    at_home.post(reverse("mfa_generate_recovery_codes"))
    assert spaced not in at_home.get(reverse("mfa_view_recovery_codes")).text


def test_somebody_without_an_address_adds_one_by_a_code():
    nurse = PersonFactory(email="")
    client = browser()
    client.force_login(nurse)
    prove(client)
    client.post(reverse("people:address"), {"email": "Amara@Home.example.org"})
    wrong = client.post(reverse("people:confirm_address"), {"code": "0000-0000"})
    assert "This code is not right" in wrong.text
    client.post(reverse("people:confirm_address"), {"code": code_in_the_mail()})
    nurse.refresh_from_db()
    assert nurse.email == "amara@home.example.org"


def test_an_address_that_somebody_has_is_not_added_and_the_page_does_not_tell(nurse):
    other = PersonFactory(email="")
    client = browser()
    client.force_login(other)
    prove(client)
    pages = []
    for address in (nurse.email, "new@example.org"):
        page = client.post(reverse("people:address"), {"email": address}, follow=True)
        pages.append((page.redirect_chain, "We have sent an e-mail" in page.text))
    assert pages[0] == pages[1]
    assert "There is no code" in str(mail.outbox[0].body) or "no code" in str(mail.outbox[0].body)
    client.post(reverse("people:address"), {"email": nurse.email})
    for code in ("", "0000-0000"):
        client.post(reverse("people:confirm_address"), {"code": code})
    other.refresh_from_db()
    assert other.email == ""


def test_an_address_that_an_employer_gave_is_not_changed_here(nurse, at_home):
    at_home.post(reverse("people:address"), {"email": "other@example.org"})
    assert not mail.outbox
    assert at_home.get(reverse("people:confirm_address")).url == reverse("people:address")


@pytest.fixture
def ada():
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


def test_an_administrator_removes_a_second_step_and_it_is_logged_and_told(ada, nurse):
    codes_from_an_app(nurse)
    assert "Remove the second step" in ada.get("wagtailusers_users:edit", nurse.pk).content.decode()
    page = ada.get("wagtailusers_users:remove_second_step", nurse.pk).content.decode()
    assert "codes from an app" in page
    assert "without a second step" in said(ada.post("wagtailusers_users:remove_second_step", nurse.pk))
    assert not Kept.objects.filter(user=nurse).exists()
    entry = ModelLogEntry.objects.get(action="people.remove_second_step")
    assert (entry.user, entry.object_id) == (ada.person, str(nurse.pk))
    assert mail.outbox[0].to == [nurse.email]
    assert by_password(browser(), nurse).url == "/"


def test_pressed_twice_it_says_that_there_is_nothing_left(ada, nurse):
    codes_from_an_app(nurse)
    ada.post("wagtailusers_users:remove_second_step", nurse.pk)
    assert "Nothing was changed" in said(ada.post("wagtailusers_users:remove_second_step", nurse.pk))
    assert ModelLogEntry.objects.filter(action="people.remove_second_step").count() == 1


@pytest.mark.parametrize("who", ["superuser", "oneself"])
def test_an_administrator_removes_neither_a_superusers_nor_their_own(ada, who):
    person = PersonFactory(administrator=True) if who == "superuser" else ada.person
    codes_from_an_app(person)
    for method in (ada.get, ada.post):
        method("wagtailusers_users:remove_second_step", person.pk)
    assert Kept.objects.filter(user=person).count() == 2


def test_a_superuser_removes_a_superusers():
    root, other = Desk(PersonFactory(administrator=True)), PersonFactory(administrator=True)
    codes_from_an_app(other)
    root.post("wagtailusers_users:remove_second_step", other.pk)
    assert not Kept.objects.filter(user=other).exists()


def test_an_educator_removes_nobodys(nurse):
    codes_from_an_app(nurse)
    Desk(PersonFactory(groups=[EDUCATORS])).post("wagtailusers_users:remove_second_step", nurse.pk)
    assert Kept.objects.filter(user=nurse).count() == 2


def test_somebody_without_an_address_is_retired_in_the_cms(ada):
    PersonFactory(email="")
    nurse = PersonFactory(email="", first_name="No", last_name="Address")
    form = {"email": "", "first_name": "No", "last_name": "Address", "password1": "", "password2": ""}
    answer = ada.post("wagtailusers_users:edit", nurse.pk, **form)
    assert answer.status_code == 302, answer.context["form"].errors
    assert not User.objects.get(pk=nurse.pk).is_active
