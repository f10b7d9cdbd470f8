"""The client of the record store: what it says, what it understands, and what it never lets out."""

import datetime
import json
import logging
import socket
import threading
import uuid
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest

from learners.statements.client import (
    RecordStore,
    Rejected,
    StoreBusy,
    Stored,
    StoreFails,
    StoreProblem,
    StoreRefuses,
    Unclear,
)
from learners.statements.waiting import asked_to_wait, backoff
from tests.fakes import record_store
from tests.fakes.faults import Fault
from tests.fakes.server import serving

NOW = datetime.datetime(2026, 11, 22, 10, 0, tzinfo=datetime.UTC)


@pytest.fixture
def store() -> record_store.RecordStore:
    return record_store.RecordStore()


@pytest.fixture
def client(store: record_store.RecordStore) -> Iterator[RecordStore]:
    with (
        serving(store, slowness=0.6) as endpoint,
        RecordStore(endpoint=endpoint + "/", username="learn", password="secret", timeout=0.3) as client,
    ):
        yield client


def a_payload(**changes: Any) -> tuple[str, str]:
    """A statement's id and its JSON."""
    made = {
        "id": str(uuid.uuid4()),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": "https://x.example/xapi/actor", "name": "8f0c"},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/launched"},
        "object": {
            "id": "https://x.example/xapi/module/m",
            "definition": {"name": {"en-GB": "Übergabe: 病歴"}},
        },
        "timestamp": "2026-11-22T10:00:00.123Z",
    } | changes
    return str(made["id"]), json.dumps(made, ensure_ascii=False)


def post(client: RecordStore, *payloads: tuple[str, str]) -> Stored | Unclear | Rejected:
    return client.post_statements([text for _, text in payloads], ids=[key for key, _ in payloads])


@pytest.mark.parametrize(
    ("offered", "spoken"),
    [
        (("1.0.3", "2.0.0"), "2.0.0"),
        (("1.0.3",), "1.0.3"),
        (("2.0.0",), "2.0.0"),
        (("1.0.3", "9.9"), "1.0.3"),
    ],
)
def test_it_speaks_the_newest_version_that_both_know(
    client: RecordStore, store: record_store.RecordStore, offered: tuple[str, ...], spoken: str
) -> None:
    store.versions = offered
    assert isinstance(post(client, a_payload()), Stored)
    assert [headers["X-Experience-API-Version"] for *_, headers in store.requests] == [None, spoken]


def test_it_asks_for_the_version_once(client: RecordStore, store: record_store.RecordStore) -> None:
    post(client, a_payload())
    post(client, a_payload())
    assert [resource for _, resource, _ in store.requests] == ["about", "statements", "statements"]


def test_what_it_sends_arrives_as_it_was_frozen(client: RecordStore, store: record_store.RecordStore) -> None:
    one, other = a_payload(), a_payload()
    assert post(client, one, other) == Stored(200)
    assert store.statements[one[0]] == json.loads(one[1])
    assert store.batches == [[one[0], other[0]]]


def test_a_success_without_a_body_is_one(client: RecordStore, store: record_store.RecordStore) -> None:
    store.names_ids = False
    assert post(client, a_payload()) == Stored(204)


def test_a_success_with_another_body_is_unclear(client: RecordStore, store: record_store.RecordStore) -> None:
    store.faults.append(Fault.NONSENSE_AFTER)
    assert post(client, a_payload()) == Unclear(200)


def test_a_conflict_is_unclear(client: RecordStore) -> None:
    one = a_payload()
    post(client, one)
    assert post(client, one) == Unclear(409)


def test_what_is_invalid_is_rejected_with_the_reason(client: RecordStore) -> None:
    assert post(client, a_payload(verb={"id": "x"})) == Rejected(400, "400 'x' is not an IRI")


def test_a_statement_is_found_whether_voided_or_not(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    one, voided = a_payload(), a_payload()
    post(client, one, voided)
    store.voided.add(voided[0])
    for key, _ in (one, voided):
        found = client.get_statement(key)
        assert found is not None
        assert found["id"] == key
    assert client.get_statement(str(uuid.uuid4())) is None


@pytest.mark.parametrize(
    ("fault", "problem", "status"),
    [
        (Fault.UNAUTHORISED, StoreRefuses, 401),
        (Fault.BUSY, StoreBusy, 429),
        (Fault.DOWN, StoreBusy, 503),
        (Fault.ERROR_BEFORE, StoreFails, 500),
        (Fault.BINARY, StoreFails, 502),
        (Fault.REDIRECT, StoreFails, 302),
        (Fault.DROP_BEFORE, StoreFails, None),
        (Fault.SLOW_BEFORE, StoreFails, None),
    ],
)
def test_each_problem_has_its_kind(
    client: RecordStore,
    store: record_store.RecordStore,
    fault: Fault,
    problem: type[StoreProblem],
    status: int | None,
) -> None:
    store.faults.append(fault)
    with pytest.raises(problem) as caught:
        post(client, a_payload())
    assert caught.value.status == status
    assert "\x00" not in caught.value.reason


def test_busy_says_for_how_long(client: RecordStore, store: record_store.RecordStore) -> None:
    store.faults.extend([Fault.BUSY, Fault.DOWN])
    waits = []
    for _ in range(2):
        with pytest.raises(StoreBusy) as caught:
            post(client, a_payload())
        waits.append(caught.value.wait)
    assert waits == [datetime.timedelta(seconds=120), None]


@pytest.mark.parametrize("fault", [Fault.NONSENSE_BEFORE, Fault.ERROR_BEFORE, Fault.DROP_BEFORE, Fault.DOWN])
def test_without_a_sound_about_nothing_is_sent(
    client: RecordStore, store: record_store.RecordStore, fault: Fault
) -> None:
    store.about_fault = fault
    with pytest.raises(StoreProblem):
        post(client, a_payload())
    assert not store.batches


def test_nonsense_in_place_of_a_statement_is_a_failure(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    store.faults.append(Fault.NONSENSE_BEFORE)
    with pytest.raises(StoreFails):
        client.get_statement(str(uuid.uuid4()))


def test_nobody_at_the_address_is_a_failure() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for endpoint in (f"http://127.0.0.1:{port}", "http://", "gopher://x", "http://x.invalid."):
        with (
            RecordStore(endpoint=endpoint, username="", password="", timeout=0.3) as client,
            pytest.raises(StoreFails, match="No answer"),
        ):
            client.about()


def test_an_answer_that_never_ends_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                try:
                    while True:
                        connection.sendall(b" ")
                        threading.Event().wait(0.02)
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        endpoint = f"http://127.0.0.1:{server.getsockname()[1]}"
        with (
            RecordStore(endpoint=endpoint, username="", password="", timeout=0.1) as client,
            pytest.raises(StoreFails, match="too long or too slow"),
        ):
            client.about()
        thread.join(5)


def test_credentials_never_reach_a_log(
    client: RecordStore, store: record_store.RecordStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    post(client, a_payload())
    store.faults.append(Fault.UNAUTHORISED)
    with pytest.raises(StoreRefuses) as caught:
        post(client, a_payload())
    for secret in ("secret", b64encode(b"learn:secret").decode()):
        assert secret not in caplog.text
        assert secret not in str(caught.value)


def test_waiting_grows_from_ten_seconds_to_an_hour() -> None:
    shortest = [backoff(failures, chance=0).total_seconds() for failures in (1, 2, 3, 9, 10, 1000)]
    longest = [backoff(failures, chance=1).total_seconds() for failures in (1, 2, 3, 9, 10, 1000)]
    assert shortest == [10, 20, 40, 1800, 1800, 1800]
    assert longest == [20, 40, 80, 3600, 3600, 3600]
    assert 10 <= backoff(1).total_seconds() <= 20


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", 1),
        ("86400", 3600),
        ("9" * 500, 3600),
        ("Sun, 22 Nov 2026 10:05:00 GMT", 300),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 1),
        ("Sun, 22 Nov 2099 09:00:00 GMT", 3600),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_understood_and_held_within_an_hour(header: str | None, seconds: float | None) -> None:
    wait = asked_to_wait(header, now=NOW)
    assert (wait.total_seconds() if wait else None) == seconds
