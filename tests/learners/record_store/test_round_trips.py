"""What a request costs: each round trip to the database makes whoever waits for the worker wait longer."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from learners.record_store.models import Activity, Client, Pace, Reference, Statement, Token
from tests.factories import OrganisationFactory
from tests.factories.record_store import StoreClientFactory, Tool, a_statement

pytestmark = pytest.mark.django_db
KNOWN = {"id": "https://example.org/known", "definition": {"name": {"en": "Known"}}}
# Who asks, what is here, what is stored. On SQLite each question and each table is a statement of its own.
STATEMENTS = 3 if connection.vendor == "postgresql" else 8
SAVEPOINT = 2  # a test's own transaction turns BEGIN and COMMIT into these


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Tool:
    """A tool whose last use is noted, and whose activity is known; as is, for long, how far the store is complete."""
    monkeypatch.setattr("learners.record_store.clock.LATELY", 600)
    tool = Tool()
    tool.post(a_statement(object=KNOWN))
    return tool


def test_a_post_of_one_takes_three_statements(known: Tool, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(STATEMENTS + SAVEPOINT):
        assert known.post(a_statement(object=KNOWN)).status_code == 200


def test_a_post_of_many_takes_one_more(known: Tool, django_assert_max_num_queries: Any) -> None:
    """On PostgreSQL it is written by two COPYs."""
    with django_assert_max_num_queries(STATEMENTS + SAVEPOINT + 1):
        assert known.post(*(a_statement(object=KNOWN) for _ in range(50))).status_code == 200
    assert Statement.objects.count() == 51
    assert Reference.objects.values("statement").distinct().count() == 51


@pytest.mark.parametrize("size", [1, 2, 3, 4, 9])
def test_few_rows_and_many_are_found_alike(size: int) -> None:
    """They are written in two ways."""
    tool = Tool()
    sent = [a_statement(result={"response": "100 % ;'\\ü"}) for _ in range(size)]
    tool.post(*sent)
    assert tool.found(agent='{"mbox":"mailto:ann@example.org"}', ascending="true") == [
        one["id"] for one in sent
    ]
    assert tool.get(statementId=sent[-1]["id"]).json()["result"] == sent[-1]["result"]


HOUR = datetime.timedelta(hours=1)


@pytest.mark.parametrize("expires", [None, -HOUR, datetime.timedelta(), HOUR])
@pytest.mark.parametrize("revoked", [None, -HOUR])
@pytest.mark.parametrize("active", [True, False])
def test_the_door_opens_for_just_those_tokens_that_are_in_force(
    expires: datetime.timedelta | None, revoked: datetime.timedelta | None, active: bool
) -> None:
    tool, now = Tool(), timezone.now()
    Token.objects.update(
        expires_at=None if expires is None else now + expires,
        revoked_at=None if revoked is None else now + revoked,
    )
    Client.objects.update(is_active=active)
    opens = Token.objects.in_force(now).exists()
    assert tool.get().status_code == (200 if opens else 401)
    assert Pace.objects.exists() == opens, "Only whoever came in is counted."


def test_what_an_administrator_changes_holds_with_the_next_request() -> None:
    tool, organisation = Tool(), OrganisationFactory()
    assert tool.post(a_statement()).status_code == 200
    Client.objects.update(organisation=organisation)
    assert tool.post(a_statement()).status_code == 200
    assert sorted(map(str, Statement.objects.values_list("organisation", flat=True))) == sorted(
        ["None", str(organisation.uuid)]
    )
    Client.objects.update(writes=False)
    assert tool.post(a_statement()).status_code == 403
    Client.objects.update(reads="nothing")
    assert tool.get().status_code == 403
    Token.objects.update(revoked_at=timezone.now())
    assert tool.get().status_code == 401


def test_what_is_sent_again_tells_nothing_new_of_activities() -> None:
    tool, one = Tool(), a_statement(object=KNOWN)
    tool.post(one)
    again = one | {"object": {"id": KNOWN["id"], "definition": {"name": {"cy": "Hysbys"}}}}
    new = a_statement(object={"id": "https://example.org/new", "definition": {"name": {"en": "New"}}})
    assert tool.post(again, new).status_code == 200
    known = {row.iri: row.definition for row in Activity.objects.all()}
    assert known.keys() == {KNOWN["id"], "https://example.org/new"}
    assert "Hysbys" not in known[str(KNOWN["id"])]


def test_a_client_is_loaded_with_what_it_is() -> None:
    """All that the door reads of it, in the columns that it reads."""
    tool = Tool(StoreClientFactory(own_only=True, organisation=OrganisationFactory(), requests_a_minute=2))
    tool.post(a_statement())
    row = Statement.objects.get()
    assert row.client == tool.client
    assert row.organisation == tool.client.organisation.uuid  # type: ignore[union-attr]
    assert tool.get().json()["statements"][0]["authority"]["account"]["name"] == f"client/{tool.client.uuid}"
    assert tool.get().status_code == 429
