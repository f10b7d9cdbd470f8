"""Draining the outbox into a store: leases, pauses, and workers that die."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone

from learners.statements import delivery
from learners.statements.client import RecordStore, StoreFails, StoreRefuses
from learners.statements.delivery import LEASE, claim, drain, record
from learners.statements.models import Delivery, Destination
from learners.statements.sending import Fate, Outcome, Report
from tests.fakes import record_store
from tests.fakes.events import record_launches
from tests.fakes.faults import Fault
from tests.fakes.server import serving

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.now = timezone.now() + HOUR

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store() -> record_store.RecordStore:
    return record_store.RecordStore()


@pytest.fixture
def client(store: record_store.RecordStore) -> Iterator[RecordStore]:
    with (
        serving(store, slowness=0.6) as endpoint,
        RecordStore(endpoint=endpoint, username="learn", password="secret", timeout=0.3) as client,
    ):
        yield client


def states() -> list[str]:
    return list(Delivery.objects.order_by("id").values_list("state", flat=True))


def the_only() -> Delivery:
    return Delivery.objects.get()


def test_what_is_due_is_delivered_oldest_first(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    events = record_launches(3)
    tally = drain(client, now=clock)
    assert (tally.delivered, tally.dead, tally.problem) == (3, 0, None)
    assert states() == ["delivered"] * 3
    assert store.batches == [[str(event.pk) for event in events]]
    one = Delivery.objects.first()
    assert one is not None
    assert (one.delivered_at, one.lease_until, one.last_status) == (clock.now, None, 200)
    assert Destination.objects.get().last_stored_at == clock.now


def test_nothing_due_means_nothing_asked(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(1)
    Delivery.objects.update(next_attempt_at=clock.now + HOUR)
    drain(client, now=clock)
    assert not store.requests


def test_batches_hold_no_more_than_a_hundred(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(230)
    assert drain(client, now=clock).delivered == 230
    assert [len(batch) for batch in store.batches] == [100, 100, 30]


def test_batches_hold_no_more_than_a_megabyte(
    client: RecordStore, store: record_store.RecordStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_launches(5)
    size = len(Delivery.objects.select_related("statement")[0].statement.payload.encode())
    monkeypatch.setattr(delivery, "MOST_BYTES", 2 * (size + 1))
    drain(client, now=clock)
    assert [len(batch) for batch in store.batches] == [2, 2, 1]
    record_launches(1)
    monkeypatch.setattr(delivery, "MOST_BYTES", 1)
    assert drain(client, now=clock).delivered == 1  # however large: the store decides


def test_what_one_worker_has_in_hand_no_other_takes(clock: Clock) -> None:
    record_launches(3)
    mine = claim("default", at=clock.now)
    assert len(mine) == 3
    assert claim("default", at=clock.now) == []
    assert len(claim("default", at=clock.now + LEASE)) == 3


def test_another_destination_is_another_queue(clock: Clock) -> None:
    record_launches(1)
    assert claim("elsewhere", at=clock.now) == []


@pytest.mark.parametrize("lax", [True, False])
def test_a_worker_that_dies_before_recording_costs_nothing(
    client: RecordStore,
    store: record_store.RecordStore,
    clock: Clock,
    lax: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.lax = lax
    events = record_launches(3)

    def die(*args: Any, **kwargs: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(delivery, "record", die)
        with pytest.raises(KeyboardInterrupt):
            drain(client, now=clock)
    assert len(store.statements) == 3
    assert states() == ["pending"] * 3
    assert drain(client, now=clock).delivered == 0
    clock.now += LEASE
    assert drain(client, now=clock).delivered == 3
    assert store.statements.keys() == {str(event.pk) for event in events}


def test_a_worker_that_comes_back_late_frees_nothing(clock: Clock) -> None:
    record_launches(1)
    late = claim("default", at=clock.now)
    clock.now += LEASE
    claim("default", at=clock.now)
    failed = Outcome(Fate.FAILED, 500, "x")
    record(late, Report({str(late[0].statement_id): failed}), destination="default", at=clock.now)
    assert the_only().lease_until == clock.now + LEASE
    assert the_only().attempts == 0


def test_what_is_delivered_stays_delivered(clock: Clock) -> None:
    record_launches(1)
    batch = claim("default", at=clock.now)
    key = str(batch[0].statement_id)
    record(batch, Report({key: Outcome(Fate.DELIVERED, 200)}), destination="default", at=clock.now)
    record(batch, Report({key: Outcome(Fate.DEAD, 400, "x")}), destination="default", at=clock.now)
    assert (the_only().state, the_only().last_error) == ("delivered", "")


@pytest.mark.parametrize(
    "fault", [Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.ERROR_AFTER, Fault.NONSENSE_BEFORE]
)
def test_a_failing_store_is_left_alone_for_a_while(
    client: RecordStore, store: record_store.RecordStore, clock: Clock, fault: Fault
) -> None:
    record_launches(150)
    store.faults.append(fault)
    tally = drain(client, now=clock)
    assert isinstance(tally.problem, StoreFails)
    assert Delivery.objects.filter(attempts=1).count() == 100
    assert len(store.batches) <= 1  # the rest is not tried either
    paused = Destination.objects.get().paused_until
    assert paused is not None
    assert 10 <= (paused - clock.now).total_seconds() <= 20
    assert drain(client, now=clock).paused_until == paused
    clock.now = paused
    assert drain(client, now=clock).delivered == 150
    assert Destination.objects.values_list("failures", "paused_until", "last_error").get() == (0, None, "")


def test_pauses_grow_while_it_keeps_failing(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(1)
    store.about_fault = Fault.DROP_BEFORE
    pauses = []
    for _ in range(12):
        drain(client, now=clock)
        paused = Destination.objects.get().paused_until
        assert paused is not None
        pauses.append((paused - clock.now).total_seconds())
        clock.now = paused
    assert pauses[0] <= 20
    assert 1800 <= pauses[-1] <= 3600
    assert states() == ["pending"]


def test_retry_after_holds_for_all_that_waits(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(150)
    store.faults.append(Fault.BUSY)
    drain(client, now=clock)
    assert Destination.objects.get().paused_until == clock.now + datetime.timedelta(seconds=120)
    assert not Delivery.objects.exclude(attempts=0, lease_until=None).exists()
    clock.now += datetime.timedelta(seconds=119)
    assert drain(client, now=clock).paused_until
    clock.now += datetime.timedelta(seconds=1)
    assert drain(client, now=clock).delivered == 150


def test_refused_credentials_burn_no_attempts_and_make_no_pause(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(2)
    store.password = "changed"
    tally = drain(client, now=clock)
    assert isinstance(tally.problem, StoreRefuses)
    assert not Delivery.objects.exclude(attempts=0, lease_until=None, state="pending").exists()
    assert "401" in Destination.objects.get().last_error
    store.password = "secret"
    assert drain(client, now=clock).delivered == 2
    assert Destination.objects.get().last_error == ""


def test_a_refused_statement_is_dead_with_the_reason(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    bad, good = record_launches(2)
    store.refuses.add(str(bad.pk))
    tally = drain(client, now=clock)
    assert (tally.delivered, tally.dead) == (1, 1)
    dead = Delivery.objects.get(state="dead")
    assert dead.statement_id == bad.pk
    assert (dead.last_status, dead.last_error) == (400, "400 The store does not like this one.")
    assert drain(client, now=clock).dead == 0
    assert str(good.pk) in store.statements


def test_poison_waits_by_itself_and_holds_nothing_up(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    events = record_launches(6)
    poison = events[2]
    store.chokes_on.add(str(poison.pk))
    for _ in range(5):
        drain(client, now=clock)
        clock.now += HOUR
    assert Delivery.objects.filter(state="delivered").count() == 5
    waiting = Delivery.objects.get(state="pending")
    assert waiting.statement_id == poison.pk
    assert waiting.attempts == 5
    assert waiting.next_attempt_at > clock.now - HOUR
    record_launches(3)
    assert drain(client, now=clock).delivered == 3
    store.chokes_on.clear()
    clock.now += HOUR
    assert drain(client, now=clock).delivered == 1


def test_a_run_can_be_stopped_between_batches(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(150)
    stop: Callable[[], bool] = lambda: bool(store.batches)  # noqa: E731
    assert drain(client, now=clock, stop=stop).delivered == 100
    assert Delivery.objects.pending().filter(lease_until=None).count() == 50


def test_bytes_that_no_database_holds_do_no_harm(
    client: RecordStore, store: record_store.RecordStore, clock: Clock
) -> None:
    record_launches(1)
    store.faults.append(Fault.BINARY)
    drain(client, now=clock)
    assert the_only().last_error.startswith("502")
