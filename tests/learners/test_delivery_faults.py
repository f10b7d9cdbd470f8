"""Whatever goes wrong, in whatever order: every statement ends stored once, or dead with a reason."""

import contextlib
import datetime
import json
import threading
from collections import Counter, deque
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from learners.records.models import LearningEvent
from learners.statements import delivery
from learners.statements.client import RecordStore
from learners.statements.delivery import LEASE, claim, drain
from learners.statements.models import Delivery, Destination, Statement
from learners.statements.outbox import write_statements
from tests.fakes import record_store
from tests.fakes.events import record_launches
from tests.fakes.faults import Fault
from tests.fakes.server import serving

DIES = "the worker dies before it has recorded what it did"
COUNT = 7
MOST_RUNS = 80


@pytest.fixture
def events(db: None) -> list[LearningEvent]:
    return record_launches(COUNT)


def start_over(events: list[LearningEvent]) -> None:
    """Everything waits again, as if nothing had been sent."""
    for model in (Delivery, Statement, Destination):
        model._default_manager.all().delete()
    write_statements(events)


def a_store(
    events: list[LearningEvent], *, lax: bool, invalid: set[int], taken: set[int]
) -> record_store.RecordStore:
    """A store that calls some statements invalid, and has other statements under the ids of some."""
    store = record_store.RecordStore(lax=lax, refuses={str(events[number].pk) for number in invalid})
    for number in taken - invalid:
        other = json.loads(events[number].statement.payload) | {"timestamp": "2020-01-01T00:00:00.000Z"}
        store.statements[other["id"]] = other
    return store


def run_once(client: RecordStore, at: datetime.datetime, *, dies: bool) -> None:
    """One worker's run. Where it dies, it has sent a batch and recorded nothing."""
    with pytest.MonkeyPatch.context() as patch:
        if dies:
            patch.setattr(delivery, "record", _die)
        with contextlib.suppress(KeyboardInterrupt):
            drain(client, now=lambda: at)


def _die(*args: Any, **kwargs: Any) -> None:
    raise KeyboardInterrupt


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    faults=st.lists(st.sampled_from([None, *Fault]), max_size=8),
    deaths=st.sets(st.integers(0, 5), max_size=3),
    lax=st.booleans(),
    invalid=st.sets(st.integers(0, COUNT - 1), max_size=3),
    taken=st.sets(st.integers(0, COUNT - 1), max_size=2),
)
@example(faults=[Fault.DROP_AFTER, Fault.ERROR_AFTER] * 3, deaths=set(), lax=False, invalid={0}, taken={6})
@example(
    faults=[Fault.NONSENSE_AFTER, Fault.NONSENSE_BEFORE] * 3, deaths={0}, lax=True, invalid={3}, taken=set()
)
@example(faults=[Fault.ERROR_BEFORE] * 9, deaths=set(), lax=False, invalid={1, 2}, taken={4})
def test_every_statement_ends_stored_once_or_dead_with_a_reason(
    events: list[LearningEvent],
    faults: list[Fault | None],
    deaths: set[int],
    lax: bool,
    invalid: set[int],
    taken: set[int],
) -> None:
    start_over(events)
    store = a_store(events, lax=lax, invalid=invalid, taken=taken)
    store.faults = deque(faults)
    at = timezone.now()
    with (
        serving(store, slowness=0.3) as endpoint,
        RecordStore(endpoint=endpoint, username="learn", password="secret", timeout=0.2) as client,
    ):
        for number in range(MOST_RUNS):
            at += datetime.timedelta(hours=1)
            run_once(client, at, dies=number in deaths)
            if not Delivery.objects.pending().exists():
                break
    hopeless = {str(events[number].pk) for number in invalid | taken}
    for one in Delivery.objects.select_related("statement"):
        key = str(one.statement_id)
        if key in hopeless:
            assert one.state == "dead"
            assert one.last_error
        else:
            assert one.state == "delivered"
            assert store.statements[key] == json.loads(one.statement.payload)
    assert not Delivery.objects.exclude(lease_until=None).exists()


class Watched(RecordStore):
    """A client that minds whether a transaction is open while it speaks."""

    def post_statements(self, *args: Any, **kwargs: Any) -> Any:
        assert not connection.in_atomic_block
        return super().post_statements(*args, **kwargs)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_transaction_is_open_while_the_store_is_spoken_with() -> None:
    record_launches(2)
    with (
        serving(record_store.RecordStore()) as endpoint,
        Watched(endpoint=endpoint, username="learn", password="secret", timeout=5) as client,
    ):
        assert drain(client, now=lambda: timezone.now() + LEASE).delivered == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_side_by_side_never_hold_the_same_statement() -> None:
    record_launches(250)
    at = timezone.now() + LEASE
    begin = threading.Barrier(3)
    claimed: list[int] = []

    def work() -> None:
        begin.wait()
        try:
            while batch := claim("default", at=at):
                claimed.extend(one.pk for one in batch)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(claimed) == 250
    assert max(Counter(claimed).values()) == 1
