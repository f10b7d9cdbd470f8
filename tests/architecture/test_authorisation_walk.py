"""Every address, as everybody: whoever adds one without a rule sees this fail."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.architecture.rules import MAY, PUBLIC, RULES, STORE_CLIENT
from tests.architecture.urls import site_addresses

pytestmark = pytest.mark.django_db


def test_every_address_of_the_site_has_a_rule() -> None:
    names = {address.name for address in site_addresses()}
    assert names - set(RULES) == set(), "These addresses have no rule: say who may open them."
    assert {name for name in RULES if name not in names} == set(), "These rules have no address any more."


@pytest.mark.parametrize("who", sorted(MAY[PUBLIC]))
def test_each_address_opens_for_those_who_may_and_for_nobody_else(world: Any, who: str) -> None:
    client, person = Client(), world["people"][who]
    if person:
        client.force_login(person)
    wrong = []
    for name, rule in RULES.items():
        if rule == PUBLIC:
            continue
        parts = next(address.converters for address in site_addresses() if address.name == name)
        known = world["parts"] | world["parts_of"].get(name, {})
        url = reverse(name, kwargs={part: known[part] for part in parts})
        for method in (client.get, client.post):
            if verdict := _wrong(method, url, who, rule):
                wrong.append(f"{name} ({rule}) as {who}: {verdict}")
    assert not wrong, "\n".join(wrong)


def _wrong(method: Callable[..., Any], url: str, who: str, rule: str) -> str:
    response = method(url)
    to_sign_in = response.status_code == 302 and response.url.startswith(reverse("account_login"))
    if response.status_code == 405:  # the address does not know this method, whoever asks
        return ""
    if rule == STORE_CLIENT:
        return "" if response.status_code == 401 else f"got {response.status_code}, not 401"
    if who in MAY[rule]:
        was_heard = response.status_code in (200, 302, 400)  # 400: what a script sends was not there
        return "" if was_heard and not to_sign_in else f"got {response.status_code}"
    if who == "anonymous":
        return "" if to_sign_in else f"got {response.status_code}, not the way to sign in"
    return "" if response.status_code == 404 else f"got {response.status_code}, not 404"
