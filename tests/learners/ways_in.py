"""Signing in, each way, as tests do it."""

import re
from typing import Any

from allauth.mfa.models import Authenticator as Kept
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.factories.people import PASSWORD
from tests.fakes.authenticator import Authenticator


def by_password(client: Client, person: Any, password: str = PASSWORD, **more: str) -> Any:
    form = {"login": person.email, "password": password} | more
    return client.post(reverse("account_login"), form)


def ask_for_code(client: Client, address: str) -> Any:
    return client.post(reverse("account_request_login_code"), {"email": address})


def code_in_the_mail() -> str:
    found = re.search(r"\b\d{4}-\d{4}\b", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found.group()


def type_code(client: Client, code: str) -> Any:
    return client.post(reverse("account_confirm_login_code"), {"code": code})


def by_code(client: Client, person: Any) -> Any:
    ask_for_code(client, person.email)
    return type_code(client, code_in_the_mail())


def prove(client: Client, password: str = PASSWORD) -> Any:
    """Prove once more who one is, by the password."""
    return client.post(reverse("account_reauthenticate"), {"password": password})


def add_passkey(client: Client, passkey: Authenticator, name: str = "My phone") -> Any:
    """Somebody who is signed in, and proved it, adds a passkey."""
    page = client.get(reverse("mfa_add_webauthn"))
    assert page.status_code == 200, page
    answer = passkey.make(page.context["js_data"]["creation_options"])
    return client.post(reverse("mfa_add_webauthn"), {"name": name, "credential": answer})


def passkey_of(person: Any, **options: Any) -> Authenticator:
    """A passkey that this person added a while ago."""
    client, passkey = browser(), Authenticator(**options)
    client.force_login(person)
    prove(client)
    answer = add_passkey(client, passkey)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Kept.objects.filter(user=person, type="webauthn").exists()
    return passkey


def by_passkey(client: Client, passkey: Authenticator, next_page: str = "", **instead: str) -> Any:
    url = reverse("mfa_login_webauthn")
    options = client.get(url, headers={"accept": "application/json"}).json()["request_options"]
    return client.post(url, {"credential": passkey.use(options, **instead), "next": next_page})


def browser() -> Client:
    """A browser at the host that passkeys are for."""
    return Client(headers={"host": "localhost"})


def is_in(client: Client, person: Any) -> bool:
    page = client.get(reverse("people:account"))
    return page.status_code == 200 and page.context["user"] == person
