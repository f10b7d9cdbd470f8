"""The stand-in for a record store is held to the specification, so that passing tests against it mean something."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.fakes import statement_rules
from tests.fakes.faults import Fault
from tests.fakes.record_store import VOIDED, RecordStore
from tests.fakes.server import serving


def a_statement(**changes: Any) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": "https://x.example/xapi/actor", "name": "8f0c"},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/launched"},
        "object": {"id": "https://x.example/xapi/module/m"},
        "timestamp": "2026-11-22T10:00:00.123Z",
    } | changes


@pytest.fixture
def store() -> RecordStore:
    return RecordStore()


@pytest.fixture
def http(store: RecordStore) -> Iterator[httpx.Client]:
    headers = {"X-Experience-API-Version": "2.0.0"}
    with (
        serving(store, slowness=0.5) as endpoint,
        httpx.Client(base_url=endpoint, auth=("learn", "secret"), headers=headers, timeout=5) as client,
    ):
        yield client


def post(http: httpx.Client, *statements: Any, **kwargs: Any) -> httpx.Response:
    return http.post("statements", json=list(statements), **kwargs)


def test_about_is_open_and_lists_versions(http: httpx.Client) -> None:
    answer = http.get("about", auth=("no", "body"))
    assert answer.json() == {"version": ["1.0.3", "2.0.0"]}


def test_what_is_stored_can_be_had_again(http: httpx.Client) -> None:
    sent = a_statement()
    assert post(http, sent).json() == [sent["id"]]
    kept = http.get("statements", params={"statementId": sent["id"]}).json()
    assert sent.items() <= kept.items()
    assert {"stored", "authority", "version"} <= kept.keys()


def test_a_store_may_write_it_otherwise(http: httpx.Client, store: RecordStore) -> None:
    store.rewrites = True
    sent = a_statement()
    post(http, sent)
    kept = http.get("statements", params={"statementId": sent["id"]}).json()
    assert kept["timestamp"] == "2026-11-22T10:00:00.123000+00:00"
    assert kept["object"]["objectType"] == "Activity"


def test_a_store_may_answer_without_a_body(http: httpx.Client, store: RecordStore) -> None:
    store.names_ids = False
    answer = post(http, a_statement())
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(("version", "status"), [("1.0.3", 200), ("2.0.0", 200), ("1.1", 400), ("", 400)])
def test_the_version_must_be_named(http: httpx.Client, version: str, status: int) -> None:
    assert post(http, a_statement(), headers={"X-Experience-API-Version": version}).status_code == status


def test_strangers_are_turned_away(http: httpx.Client, store: RecordStore) -> None:
    assert post(http, a_statement(), auth=("learn", "guess")).status_code == 401
    assert not store.statements


def test_an_identical_statement_is_a_conflict_to_a_strict_store(
    http: httpx.Client, store: RecordStore
) -> None:
    known, new = a_statement(), a_statement()
    post(http, known)
    assert post(http, known, new).status_code == 409
    assert new["id"] not in store.statements


def test_an_identical_statement_is_welcome_to_a_lax_store(http: httpx.Client, store: RecordStore) -> None:
    store.lax = True
    known, new = a_statement(), a_statement()
    post(http, known)
    assert post(http, known, new).status_code == 200
    assert new["id"] in store.statements


@pytest.mark.parametrize("lax", [True, False])
def test_another_statement_with_a_known_id_is_a_conflict(
    http: httpx.Client, store: RecordStore, lax: bool
) -> None:
    store.lax = lax
    known, new = a_statement(), a_statement()
    post(http, known)
    assert post(http, a_statement(id=known["id"], timestamp="2026-01-01T00:00:00Z"), new).status_code == 409
    assert store.statements == {known["id"]: known}


def test_one_invalid_statement_spoils_the_batch(http: httpx.Client, store: RecordStore) -> None:
    assert post(http, a_statement(), a_statement(verb={"id": "no iri"})).status_code == 400
    assert not store.statements


def test_two_equal_ids_in_a_batch_are_refused(http: httpx.Client, store: RecordStore) -> None:
    one = a_statement()
    assert post(http, one, one | {"id": one["id"].upper()}).status_code == 400
    assert not store.statements


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "1"},
        {"surprise": 1},
        {"result": None},
        {"actor": {"objectType": "Agent", "account": {"homePage": "nowhere", "name": "x"}}},
        {"actor": {"objectType": "Agent", "account": {"homePage": "https://x.example"}}},
        {"verb": {"id": "https://x.example/v", "display": {"not a language": "x"}}},
        {"object": {"id": "https://x.example/o", "definition": {"choices": [{"id": "a"}]}}},
        {"object": {"id": "https://x.example/o", "definition": {"interactionType": "guess"}}},
        {"result": {"score": {"scaled": 1.1}}},
        {"result": {"score": {"raw": 3, "min": 0, "max": 2}}},
        {"result": {"score": {"min": 0, "max": 0}}},
        {"result": {"success": "true"}},
        {"result": {"duration": "102 seconds"}},
        {"result": {"extensions": {"progress": 1}}},
        {"context": {"registration": "first"}},
        {
            "context": {
                "team": {"objectType": "Agent", "account": {"homePage": "https://x.example", "name": "x"}}
            }
        },
        {"timestamp": "2026-11-22T10:00:00"},
        {"timestamp": "2026-11-22"},
        {"verb": {"id": VOIDED}},
    ],
)
def test_what_breaks_a_rule_of_the_specification_is_invalid(changes: dict[str, Any]) -> None:
    with pytest.raises(statement_rules.NotAStatement):
        statement_rules.statement(a_statement(**changes))


@pytest.mark.parametrize(
    "body", [b"", b"[", b"[1]", b'{"id": NaN}', b'[{"id": "a", "id": "b"}]', b"\xff\xfe"]
)
def test_malformed_bodies_are_refused(http: httpx.Client, body: bytes) -> None:
    assert (
        http.post("statements", content=body, headers={"Content-Type": "application/json"}).status_code == 400
    )


def test_other_content_is_refused(http: httpx.Client) -> None:
    assert http.post("statements", content=json.dumps([a_statement()])).status_code == 400


@pytest.mark.parametrize(
    "query", ["", "?statementid=x", "?statementId=x&voidedStatementId=x", "?statementId=x&statementId=y"]
)
def test_unknown_or_doubled_parameters_are_refused(http: httpx.Client, query: str) -> None:
    assert http.get(f"statements{query}").status_code == 400


def test_a_voided_statement_is_found_as_such_only(http: httpx.Client) -> None:
    sent = a_statement()
    voiding = a_statement(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": sent["id"]})
    post(http, sent, voiding)
    assert http.get("statements", params={"statementId": sent["id"]}).status_code == 404
    assert http.get("statements", params={"voidedStatementId": sent["id"]}).json()["id"] == sent["id"]
    assert http.get("statements", params={"voidedStatementId": voiding["id"]}).status_code == 404


def test_other_methods_and_resources_are_not_there(http: httpx.Client) -> None:
    assert http.put("statements", json=a_statement()).status_code == 405
    assert http.get("nothing").status_code == 404


@pytest.mark.parametrize("fault", list(Fault))
def test_faults_store_or_do_not_store_as_they_say(
    http: httpx.Client, store: RecordStore, fault: Fault
) -> None:
    store.faults.append(fault)
    sent = a_statement()
    try:
        answer = post(http, sent)
    except httpx.TransportError:
        assert "DROP" in fault.name or "SLOW" in fault.name
    else:
        assert answer.status_code != 200 or "NONSENSE" in fault.name
    assert (sent["id"] in store.statements) is fault.stores
    assert http.get("statements", params={"statementId": sent["id"]}).status_code == (
        200 if fault.stores else 404
    )


def test_a_chosen_statement_can_be_called_invalid_or_make_it_fail(
    http: httpx.Client, store: RecordStore
) -> None:
    one, other = a_statement(), a_statement()
    store.refuses.add(one["id"])
    store.chokes_on.add(other["id"])
    assert post(http, one).status_code == 400
    assert post(http, other).status_code == 500
    assert not store.statements
