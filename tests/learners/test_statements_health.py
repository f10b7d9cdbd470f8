"""`/healthz`: the database decides, and the outbox is told of."""

from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from learners.statements import selectors
from learners.statements.models import Delivery, Statement
from tests.fakes.events import record_launches

pytestmark = pytest.mark.django_db


def health(client: Client) -> Any:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    return answer.json()


def test_a_new_service_is_well(client: Client) -> None:
    assert health(client) == {
        "status": "ok",
        "database": "ok",
        "statements": {
            "store": "none",
            "waiting": 0,
            "oldest_waiting_since": None,
            "dead": 0,
            "other_stores": [],
        },
    }


def test_it_says_how_many_statements_wait_since_when_and_how_many_are_dead(
    client: Client, settings: Any
) -> None:
    settings.XAPI_STORE = {"endpoint": "https://store.example.org", "username": "u", "password": "hidden"}
    delivered, dead, oldest, _ = record_launches(4)
    Delivery.objects.filter(statement_id=delivered.pk).update(state="delivered")
    Delivery.objects.filter(statement_id=dead.pk).update(state="dead")
    since = Statement.objects.get(pk=oldest.pk).stored.isoformat()
    told = health(client)
    assert told["statements"] == {
        "store": "configured",
        "waiting": 2,
        "oldest_waiting_since": since,
        "dead": 1,
        "other_stores": [],
    }
    assert "hidden" not in str(told)
    assert "store.example.org" not in str(told)


def test_counting_stops_somewhere(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "MOST_COUNTED", 3)
    record_launches(5)
    assert health(client)["statements"]["waiting"] == 3
    assert selectors.outbox_state().waiting_in_words == "3 or more"


def test_it_costs_the_same_however_much_waits(client: Client) -> None:
    record_launches(20)
    with CaptureQueriesContext(connection) as queries:
        health(client)
    assert len(queries) == 6


def test_without_a_database_it_is_ill(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any) -> None:
        raise OperationalError("could not connect to server at 10.0.0.3 as srt")

    monkeypatch.setattr(connection, "cursor", away)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "no database", "database": "away"}


@pytest.mark.parametrize(
    ("endpoint", "found"),
    [
        ("", []),
        ("https://store.example.org/xapi", []),
        ("http://localhost:8080/xapi", []),
        ("http://store.example.org/xapi", ["statements.W001"]),
        ("https://user:word@store.example.org/xapi", ["statements.E002"]),
        ("store.example.org/xapi", ["statements.E001"]),
        ("https://", ["statements.E001"]),
    ],
)
def test_a_wrong_address_of_the_store_is_found_at_the_start(
    settings: Any, endpoint: str, found: list[str]
) -> None:
    settings.XAPI_STORE = {"endpoint": endpoint, "username": "", "password": "", "timeout": 1}
    problems = [str(one.id) for one in run_checks(include_deployment_checks=True)]
    assert [one for one in problems if one.startswith("statements.")] == found
