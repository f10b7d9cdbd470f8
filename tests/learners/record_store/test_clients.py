"""Who may speak with the store: credentials, scopes, organisations, limits."""

import datetime
import json
from base64 import b64encode
from typing import Any

import pytest
from django.test import Client as Browser
from django.utils import timezone

from learners.record_store.models import Client, Statement, Token
from learners.records.actions import record_events
from tests.factories import OrganisationFactory, PersonFactory
from tests.factories.record_store import StoreClientFactory, Tool, a_statement
from tests.fakes.events import a_journey, every_verb

pytestmark = pytest.mark.django_db
STATE = {"activityId": "https://example.org/a", "agent": '{"mbox":"mailto:ann@example.org"}', "stateId": "s"}


def basic(name: str, secret: str) -> str:
    return "Basic " + b64encode(f"{name}:{secret}".encode()).decode()


def test_basic_and_bearer_open_the_door() -> None:
    tool = Tool()
    assert tool.get().status_code == 200
    assert tool.get(headers={"Authorization": basic(str(tool.client.uuid), tool.secret)}).status_code == 200


@pytest.mark.parametrize(
    "authorization", ["", "Basic", "Basic !!", "Bearer ", "Bearer x", basic("a", "b"), "Digest x"]
)
def test_nothing_else_does(authorization: str) -> None:
    answer = Tool().get(headers={"Authorization": authorization})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic")


def test_anothers_name_with_ones_own_token_does_not() -> None:
    tool = Tool()
    assert tool.get(headers={"Authorization": basic(str(Tool().client.uuid), tool.secret)}).status_code == 401


def test_no_session_opens_it() -> None:
    browser = Browser()
    browser.force_login(PersonFactory(administrator=True))
    assert browser.get("/xapi/statements").status_code == 401
    assert browser.post("/xapi/statements", {}, content_type="application/json").status_code == 401


@pytest.mark.parametrize(
    "ended", [{"expires_at": timezone.now()}, {"revoked_at": timezone.now()}], ids=["expired", "revoked"]
)
def test_a_token_that_has_ended_opens_nothing(ended: dict[str, Any]) -> None:
    tool = Tool()
    Token.objects.update(**ended)
    assert tool.get().status_code == 401


def test_a_client_that_is_switched_off_is_out() -> None:
    tool = Tool()
    Client.objects.update(is_active=False)
    assert tool.get().status_code == 401


def test_last_use_is_noted_but_not_with_every_request(django_assert_num_queries: Any) -> None:
    tool = Tool()
    tool.get()
    first = Token.objects.get().last_used_at
    tool.get()
    assert first
    assert Token.objects.get().last_used_at == first
    Token.objects.update(last_used_at=first - datetime.timedelta(hours=1))
    tool.get()
    again = Token.objects.get().last_used_at
    assert again
    assert again >= first


def test_who_may_only_read_writes_nothing_and_the_other_way_round() -> None:
    reader, writer = Tool(read_only=True), Tool(write_only=True)
    assert reader.get().status_code == 200
    assert reader.post(a_statement()).status_code == 403
    assert reader.ask("PUT", "activities/state", {}, STATE).status_code == 403
    assert writer.post(a_statement()).status_code == 200
    assert writer.get().status_code == 403
    assert writer.get("activities/state", **STATE).status_code == 403


def test_who_may_read_its_own_finds_nothing_else() -> None:
    other, own = Tool(), Tool(own_only=True)
    theirs, mine = a_statement(), a_statement()
    other.post(theirs)
    own.post(mine)
    record_events(every_verb(a_journey()))
    assert own.found() == [mine["id"]]
    assert own.get(statementId=theirs["id"]).status_code == 404
    assert len(other.found()) == 13


def of(organisation: Any) -> Tool:
    return Tool(StoreClientFactory(organisation=organisation))


def test_a_client_of_one_organisation_finds_nothing_of_another_by_any_query() -> None:
    ours, theirs = OrganisationFactory(), OrganisationFactory()
    record_events(every_verb(a_journey(organisation=theirs)))
    mine = record_events(every_verb(a_journey(organisation=ours))[:2])
    spy, neighbour = of(ours), of(theirs)
    hidden = a_statement(context={"registration": "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001"})
    neighbour.post(hidden)
    team = {"homePage": "https://learn.example.org/xapi/organisation", "name": str(theirs.uuid)}
    group = json.dumps({"objectType": "Group", "account": team})
    queries: list[dict[str, str]] = [
        {},
        {"ascending": "true"},
        {"agent": '{"mbox":"mailto:ann@example.org"}'},
        {"agent": group, "related_agents": "true"},
        {"verb": hidden["verb"]["id"]},
        {"activity": "https://example.org/course", "related_activities": "true"},
        {"registration": "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001"},
        {"since": "2020-01-01T00:00:00Z"},
        {"cursor": str(2**62)},
        {"format": "ids", "attachments": "false"},
    ]
    may = {str(event.pk) for event in mine}
    for query in queries:
        assert set(spy.found(**query)) <= may, query
    assert set(spy.found()) == may
    for row in Statement.objects.exclude(pk__in=may):
        for name in ("statementId", "voidedStatementId"):
            assert spy.get(**{name: str(row.pk)}).status_code == 404


def test_neither_documents_nor_definitions_cross_organisations() -> None:
    spy, neighbour = of(OrganisationFactory()), of(OrganisationFactory())
    neighbour.ask("PUT", "activities/state", {"a": 1}, STATE)
    defined = {"id": "https://example.org/a", "definition": {"name": {"en": "Secret"}}}
    neighbour.post(a_statement(object=defined))
    assert neighbour.get("activities/state", **STATE).json() == {"a": 1}
    assert spy.get("activities/state", **STATE).status_code == 404
    assert "definition" not in spy.get("activities", activityId="https://example.org/a").json()
    assert "definition" in neighbour.get("activities", activityId="https://example.org/a").json()


def test_more_than_its_requests_a_minute_are_told_to_wait() -> None:
    tool = Tool(requests_a_minute=2)
    answers = [tool.get() for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2]["Retry-After"]) <= 60
    assert Tool().get().status_code == 200


@pytest.mark.parametrize(("limit", "value"), [("body", 100), ("statements", 1), ("document", 5)])
def test_what_is_over_a_limit_is_refused_and_the_limit_is_named(
    settings: Any, limit: str, value: int
) -> None:
    settings.RECORD_STORE = settings.RECORD_STORE | {limit: value}
    tool = Tool()
    if limit == "document":
        answer = tool.ask("PUT", "activities/state", {"a": "long"}, STATE)
    else:
        answer = tool.post(a_statement(), a_statement())
    assert answer.status_code == 413
    assert f"RECORD_STORE_{limit.upper()}" in answer.json()["error"]
    assert not Statement.objects.exists()
