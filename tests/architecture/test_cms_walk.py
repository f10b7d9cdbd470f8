"""Every address of the CMS: closed to whoever does not work in it."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.architecture.urls import addresses, sample

pytestmark = pytest.mark.django_db

# Addresses of the CMS that give nothing away: texts of the interface, and the way to sign in.
OPEN_IN_CMS = re.compile(r"cms/(login|password_reset|logout|sprite|jsi18n|api/v3/(docs|openapi))")


@pytest.mark.parametrize("who", ["anonymous", "stranger", "manager", "lead"])
def test_the_cms_is_closed_to_whoever_does_not_work_in_it(world: Any, who: str) -> None:
    client, person = Client(raise_request_exception=False), world["people"][who]
    if person:
        client.force_login(person)
    opened = []
    for address in addresses():
        if not address.in_cms or OPEN_IN_CMS.match(address.route):
            continue
        response = client.get(sample(address))
        if response.status_code not in (302, 301, 401, 403, 404, 405):
            opened.append(f"{sample(address)} answered {response.status_code}")
    assert not opened, "\n".join(opened)


STAFF_DATA = (
    "organisations",
    "merger",
    "site",
    "site_chooser",
    "team",
    "team_chooser",
    "membership",
    "membership_chooser",
    "pause",
    "identity-providers",
    "people",
    "statements",
    "record-store-clients",
    "certificates",
    "requirements",
    "records",
    "users",
    "groups",
    "erasure_requests",
    "legal_holds",
    "anybody_chooser",
)


def test_educators_reach_no_staff_data_in_the_cms(world: Any) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(world["people"]["educator"])
    opened = []
    for address in addresses():
        part = address.route.removeprefix("cms/").split("/")[0]
        if address.in_cms and part in STAFF_DATA:
            response = client.get(sample(address))
            if response.status_code == 200:
                opened.append(sample(address))
    assert not opened, "\n".join(opened)
