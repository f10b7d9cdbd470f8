"""Clients of the record store in the CMS: kept by administrators; tokens are shown once."""

import hashlib
import re
from typing import Any

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from learners.record_store.models import Client, Token
from tests.factories import OrganisationFactory, PersonFactory
from tests.factories.record_store import StoreClientFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(signed_in: Any) -> Any:
    return signed_in(PersonFactory(groups=["Administrators"]))


def address(name: str, *args: Any) -> str:
    return reverse(f"record_store_clients:{name}", args=args)


def shown(page: str) -> str:
    found = re.search(r"<p><code>([\w-]{40,})</code></p>", page)
    assert found
    return found[1]


def test_an_administrator_makes_a_client_and_a_token_that_opens_the_door(administrator: Any) -> None:
    organisation = OrganisationFactory()
    given = {"name": "Warehouse", "organisation": organisation.pk, "reads": "all", "requests_a_minute": 60}
    administrator.post(address("add"), given | {"is_active": "on"}, follow=True)
    client = Client.objects.get()
    assert (client.organisation, client.writes) == (organisation, False)
    page = administrator.post(address("issue", client.pk), {"ends_on": ""}).content.decode()
    secret = shown(page)
    answer = administrator.get(
        "/xapi/statements",
        headers={"Authorization": f"Bearer {secret}", "X-Experience-API-Version": "2.0.0"},
    )
    assert answer.status_code == 200
    kept = Token.objects.get()
    assert bytes(kept.digest) == hashlib.sha256(secret.encode()).digest()
    assert secret not in administrator.get(address("inspect", client.pk)).content.decode()
    logged = registry.get_logs_for_instance(client).get(action="record_store.issue_token")
    assert secret not in str(logged.data)
    assert str(client.uuid) in page


def test_a_new_token_lets_the_old_one_work_for_a_week(administrator: Any) -> None:
    client = StoreClientFactory()
    for _ in range(2):
        administrator.post(address("issue", client.pk), {"ends_on": "2099-01-01"})
    new, old = client.tokens.order_by("-pk")
    assert new.expires_at.year == 2099
    assert 6 <= (old.expires_at - old.created_at).days <= 7


def test_a_day_that_is_over_is_refused(administrator: Any) -> None:
    client = StoreClientFactory()
    page = administrator.post(address("issue", client.pk), {"ends_on": "2020-01-01"}).content.decode()
    assert "Choose today or a later day." in page
    assert not Token.objects.exists()


def test_a_token_can_be_ended_once(administrator: Any) -> None:
    client = StoreClientFactory()
    administrator.post(address("issue", client.pk), {"ends_on": ""})
    end = address("revoke", client.pk, Token.objects.get().pk)
    assert "opens nothing any more" in administrator.post(end, follow=True).content.decode()
    assert "Nothing was changed" in administrator.post(end, follow=True).content.decode()
    assert (
        administrator.post(address("revoke", StoreClientFactory().pk, Token.objects.get().pk)).status_code
        == 404
    )


def test_nobody_else_comes_near(signed_in: Any, client: Any) -> None:
    kept = StoreClientFactory()
    for who in (None, PersonFactory(), PersonFactory(groups=["Educators"])):
        if who:
            signed_in(who)
        for name in ("inspect", "edit", "issue"):
            assert client.get(address(name, kept.pk)).status_code in (302, 403, 405)
        assert client.get(address("index")).status_code in (302, 403)
        client.post(address("issue", kept.pk), {"ends_on": ""})
    assert not Token.objects.exists()
