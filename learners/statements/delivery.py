"""Draining the outbox: claim a batch, send it outside any transaction, record what became of it.

At least once, and idempotent: a worker that dies between sending and recording leaves a lease that runs out, and
whoever sends the batch again is told by the store that it has it.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from learners.statements.client import StoreBusy, StoreProblem, StoreRefuses
from learners.statements.models import Delivery, Destination
from learners.statements.pseudonyms import Wording, as_it_is
from learners.statements.sending import Fate, Outcome, Parcel, Report, Store, send
from learners.statements.waiting import backoff

MOST_STATEMENTS, MOST_BYTES = 100, 1_000_000  # of a batch
LEASE = datetime.timedelta(seconds=settings.XAPI_LEASE)
REFUSED = datetime.timedelta(hours=1)
"""How long a store is left alone that refuses us, unless it is mended before (the environment's: by a new start)."""

type Clock = Callable[[], datetime.datetime]


@dataclass(slots=True)
class Tally:
    """What a run did. `problem` is why it stopped early, and `paused_until` why it did not begin."""

    delivered: int = 0
    dead: int = 0
    problem: StoreProblem | None = None
    paused_until: datetime.datetime | None = None


def drain(
    store: Store,
    *,
    destination: str = "default",
    now: Clock = timezone.now,
    stop: Callable[[], bool] = lambda: False,
    wording: Wording = as_it_is,
) -> Tally:
    """Send what is due until nothing is, the store can't go on, or `stop()` says so.

    Any number of workers may drain at once. `wording` says how statements are put for this store.
    """
    tally = Tally(paused_until=_pause(destination, now()))
    while not tally.paused_until and not stop():
        batch = claim(destination, at=now())
        if not batch:
            break
        report = send(store, [_parcel(one, wording) for one in batch])
        record(batch, report, destination=destination, at=now())
        fates = [outcome.fate for outcome in report.outcomes.values()]
        tally.delivered += fates.count(Fate.DELIVERED)
        tally.dead += fates.count(Fate.DEAD)
        tally.problem = report.problem
        if report.problem:
            break
    return tally


def _parcel(one: Delivery, wording: Wording) -> Parcel:
    return Parcel(str(one.statement_id), wording(one.statement.payload), one.attempts)


def _pause(destination: str, at: datetime.datetime) -> datetime.datetime | None:
    return (
        Destination.objects.filter(name=destination, paused_until__gt=at)
        .values_list("paused_until", flat=True)
        .first()
    )


@transaction.atomic(durable=True)
def claim(destination: str, *, at: datetime.datetime) -> list[Delivery]:
    """Lease a batch of what is due. What another worker is claiming is passed over (SQLite lets one at a time)."""
    due = (
        Delivery.objects.due(at)
        .filter(destination=destination)
        .select_related("statement")
        .select_for_update(skip_locked=True, of=("self",))
    )
    batch: list[Delivery] = []
    size = 0
    for delivery in due[:MOST_STATEMENTS]:
        size += len(delivery.statement.payload.encode()) + 1
        if batch and size > MOST_BYTES:
            break
        delivery.lease_until = at + LEASE
        batch.append(delivery)
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in batch]).update(lease_until=at + LEASE)
    return batch


@transaction.atomic(durable=True)
def record(batch: Sequence[Delivery], report: Report, *, destination: str, at: datetime.datetime) -> None:
    """Write down what became of a batch. What is delivered or dead stays so, whoever finds out first."""
    by_outcome: dict[Outcome, list[Delivery]] = {}
    for delivery in batch:
        by_outcome.setdefault(report.outcomes[str(delivery.statement_id)], []).append(delivery)
    for outcome, deliveries in by_outcome.items():
        if outcome.fate is Fate.POISON:
            for delivery in deliveries:
                _record_one_fate(outcome, [delivery], at)
        else:
            _record_one_fate(outcome, deliveries, at)
    _record_store(report, destination, at)


def _record_one_fate(outcome: Outcome, deliveries: Sequence[Delivery], at: datetime.datetime) -> None:
    rows = Delivery.objects.pending().filter(pk__in=[delivery.pk for delivery in deliveries])
    said = {"last_status": outcome.status, "last_error": outcome.reason}
    # A worker that comes back after its lease ran out must not free what another has in hand.
    ours = rows.filter(lease_until=deliveries[0].lease_until)
    match outcome.fate:
        case Fate.DELIVERED:
            rows.update(state=Delivery.State.DELIVERED, delivered_at=at, lease_until=None, **said)
        case Fate.DEAD:
            rows.update(state=Delivery.State.DEAD, lease_until=None, **said)
        case Fate.FAILED:
            ours.update(attempts=F("attempts") + 1, lease_until=None, **said)
        case Fate.POISON:
            later = at + backoff(deliveries[0].attempts + 1)
            ours.update(attempts=F("attempts") + 1, next_attempt_at=later, lease_until=None, **said)
        case Fate.UNTRIED:
            ours.update(lease_until=None)


def _record_store(report: Report, destination: str, at: datetime.datetime) -> None:
    store, _ = Destination.objects.select_for_update().get_or_create(name=destination)
    problem = report.problem
    if any(outcome.fate in (Fate.DELIVERED, Fate.DEAD) for outcome in report.outcomes.values()):
        store.failures, store.paused_until = 0, None
    if any(outcome.fate is Fate.DELIVERED for outcome in report.outcomes.values()):
        store.last_stored_at = at
    store.last_status = problem.status if problem else None
    store.last_error = problem.reason if problem else ""
    if isinstance(problem, StoreRefuses):
        store.paused_until = None if store.is_default else at + REFUSED
    elif problem:
        store.failures += 1
        asked = problem.wait if isinstance(problem, StoreBusy) else None
        store.paused_until = at + (asked or backoff(store.failures))
    store.save()
