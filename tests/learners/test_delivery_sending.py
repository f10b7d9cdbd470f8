"""What becomes of a batch, by what the store answers. No database, a real HTTP store."""

import json
from collections.abc import Iterator, Sequence

import pytest

from learners.statements.client import RecordStore, StoreBusy, StoreFails, StoreRefuses, Unclear
from learners.statements.sending import Fate, Parcel, Report, send
from tests.fakes import record_store
from tests.fakes.faults import Fault
from tests.fakes.server import serving
from tests.learners.test_delivery_client import a_payload


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


def parcels(count: int, failures: int = 0) -> list[Parcel]:
    return [Parcel(*a_payload(), failures=failures) for _ in range(count)]


def put(store: record_store.RecordStore, *known: Parcel) -> None:
    """Have them in the store already."""
    store.statements |= {parcel.id: json.loads(parcel.payload) for parcel in known}


def fates(report: Report, batch: Sequence[Parcel]) -> list[Fate]:
    return [report.outcomes[parcel.id].fate for parcel in batch]


def test_a_sound_batch_is_delivered_in_one_request(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    batch = parcels(5)
    report = send(client, batch)
    assert set(fates(report, batch)) == {Fate.DELIVERED}
    assert report.problem is None
    assert len(store.batches) == 1


def test_a_conflict_is_settled_one_by_one_and_the_rest_sent_again(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    known, new, other, voided = batch = parcels(4)
    put(store, known, voided)
    store.voided.add(voided.id)
    put(
        store, Parcel(other.id, json.dumps(json.loads(other.payload) | {"timestamp": "2020-01-01T00:00:00Z"}))
    )
    report = send(client, batch)
    assert fates(report, batch) == [Fate.DELIVERED, Fate.DELIVERED, Fate.DEAD, Fate.DELIVERED]
    assert "another statement" in report.outcomes[other.id].reason
    assert store.batches[-1] == [new.id]
    assert new.id in store.statements


def test_a_statement_written_otherwise_is_still_ours(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    batch = parcels(2)
    put(store, *batch)
    store.rewrites = True
    assert set(fates(send(client, batch), batch)) == {Fate.DELIVERED}


def test_the_culprits_of_a_rejected_batch_are_found(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    batch = parcels(9)
    store.refuses |= {batch[0].id, batch[5].id}
    report = send(client, batch)
    assert [number for number, fate in enumerate(fates(report, batch)) if fate is Fate.DEAD] == [0, 5]
    assert len(store.statements) == 7
    assert "does not like" in report.outcomes[batch[5].id].reason
    assert report.problem is None


def test_known_new_invalid_and_conflicting_statements_in_one_batch(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    known, new, invalid = batch = parcels(3)
    put(store, known)
    store.refuses.add(invalid.id)
    assert fates(send(client, batch), batch) == [Fate.DELIVERED, Fate.DELIVERED, Fate.DEAD]
    assert new.id in store.statements


@pytest.mark.parametrize(
    ("fault", "kind"), [(Fault.UNAUTHORISED, StoreRefuses), (Fault.BUSY, StoreBusy), (Fault.DOWN, StoreBusy)]
)
def test_a_store_that_will_not_costs_no_attempt(
    client: RecordStore, store: record_store.RecordStore, fault: Fault, kind: type[Exception]
) -> None:
    store.faults.append(fault)
    batch = parcels(3, failures=10)
    report = send(client, batch)
    assert set(fates(report, batch)) == {Fate.UNTRIED}
    assert isinstance(report.problem, kind)


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.ERROR_BEFORE, Fault.SLOW_AFTER, Fault.REDIRECT])
def test_a_failure_is_the_whole_batchs_and_ends_the_run(
    client: RecordStore, store: record_store.RecordStore, fault: Fault
) -> None:
    store.faults.append(fault)
    batch = parcels(3)
    report = send(client, batch)
    assert set(fates(report, batch)) == {Fate.FAILED}
    assert isinstance(report.problem, StoreFails)
    assert len(store.requests) <= 2


def test_nonsense_is_cleared_up_by_asking(client: RecordStore, store: record_store.RecordStore) -> None:
    store.faults.append(Fault.NONSENSE_AFTER)
    batch = parcels(3)
    assert set(fates(send(client, batch), batch)) == {Fate.DELIVERED}


def test_nonsense_without_storing_is_a_failure(client: RecordStore, store: record_store.RecordStore) -> None:
    store.faults.append(Fault.NONSENSE_BEFORE)
    batch = parcels(3)
    report = send(client, batch)
    assert set(fates(report, batch)) == {Fate.FAILED}
    assert isinstance(report.problem, StoreFails)


def test_what_was_settled_before_a_failure_stays_settled(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    batch = parcels(3)
    put(store, *batch)
    store.faults.extend([None, None, Fault.DROP_BEFORE])  # the batch, the first question, the second
    report = send(client, batch)
    assert fates(report, batch) == [Fate.DELIVERED, Fate.FAILED, Fate.FAILED]


def test_a_poisonous_statement_is_found_at_the_fifth_failure(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    batch = parcels(8, failures=3)
    store.chokes_on.add(batch[6].id)
    assert set(fates(send(client, batch), batch)) == {Fate.FAILED}
    batch = [Parcel(parcel.id, parcel.payload, failures=4) for parcel in batch]
    report = send(client, batch)
    assert [number for number, fate in enumerate(fates(report, batch)) if fate is Fate.POISON] == [6]
    assert fates(report, batch).count(Fate.DELIVERED) == 7
    assert report.problem is None


def test_nothing_is_called_poison_while_the_store_is_away(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    assert client.version == "2.0.0"
    batch = parcels(4, failures=9)
    store.faults.append(Fault.ERROR_BEFORE)
    store.about_fault = Fault.DROP_BEFORE
    assert set(fates(send(client, batch), batch)) == {Fate.FAILED}
    assert len(store.batches) == 0


def test_a_store_that_fails_on_everything_is_not_asked_for_ever(
    client: RecordStore, store: record_store.RecordStore
) -> None:
    batch = parcels(64, failures=9)
    store.chokes_on |= {parcel.id for parcel in batch}
    report = send(client, batch)
    assert isinstance(report.problem, StoreFails)
    assert len(store.batches) == 21
    assert {Fate.POISON, Fate.UNTRIED} <= set(fates(report, batch))


class SaysItKnowsAndDoesNot:
    """A store whose reads lag behind its writes."""

    def about(self) -> list[str]:
        return ["2.0.0"]

    def post_statements(self, payloads: Sequence[str], *, ids: Sequence[str]) -> Unclear:
        return Unclear(409)

    def get_statement(self, statement_id: str) -> None:
        return None


def test_a_store_that_contradicts_itself_is_asked_again_later() -> None:
    batch = parcels(2)
    report = send(SaysItKnowsAndDoesNot(), batch)
    assert set(fates(report, batch)) == {Fate.FAILED}
    assert isinstance(report.problem, StoreFails)
