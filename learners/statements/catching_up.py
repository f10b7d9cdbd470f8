"""When something was not written, not sent, or was lost where it was sent to."""

from collections.abc import Callable, Iterator
from itertools import batched
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from learners.record_store.models import Statement
from learners.records.models import LearningEvent
from learners.statements.models import Delivery
from learners.statements.outbox import write_statements

BATCH = 200

type Progress = Callable[[int], None]


class Library(Protocol):
    """What reconciling needs of a record store."""

    def has_statement(self, statement_id: str) -> bool:
        """Whether it has a statement, voided or not."""


def backfill(*, destination: str, progress: Progress = lambda done: None) -> tuple[int, int]:
    """Write the statement of each event that has none, and a delivery of each own statement that has none.

    Returns how many of each. Run it again whenever it was stopped: it goes on.
    """
    written = 0
    missing = LearningEvent.objects.filter(statement=None).order_by("occurred_at", "id")
    for batch in batched(_ids(missing), BATCH):
        with transaction.atomic():
            events = LearningEvent.objects.filter(pk__in=batch, statement=None)
            found = list(events.select_related("person", "organisation", "edition"))
            write_statements(sorted(found, key=lambda event: event.occurred_at))
        written += len(found)
        progress(written)
    sent = Exists(Delivery.objects.filter(statement=OuterRef("pk"), destination=destination))
    unsent = Statement.objects.filter(~sent, event__isnull=False).order_by("seq")
    return written, _queue(list(_ids(unsent)), destination)


def replay(*, destination: str, ids: list[UUID]) -> int:
    """Send statements again, whatever became of them before. A store that has them says so, and nothing is doubled."""
    rows = Delivery.objects.filter(destination=destination, statement_id__in=ids)
    again = rows.exclude(state=Delivery.State.PENDING).update(
        state=Delivery.State.PENDING, attempts=0, next_attempt_at=timezone.now(), lease_until=None
    )
    return again + _queue(ids, destination)


def missing_at(store: Library, *, destination: str, progress: Progress = lambda done: None) -> Iterator[UUID]:
    """The ids of what we count as delivered and the store has not. Raises StoreProblem."""
    rows = Delivery.objects.filter(destination=destination, state=Delivery.State.DELIVERED)
    ids = rows.order_by("statement__seq").values_list("statement_id", flat=True)
    for number, statement_id in enumerate(ids.iterator(chunk_size=1000), 1):
        if not store.has_statement(str(statement_id)):
            yield statement_id
        if number % BATCH == 0:
            progress(number)


def _queue(ids: list[UUID], destination: str) -> int:
    known = set(
        Delivery.objects.filter(destination=destination, statement_id__in=ids).values_list(
            "statement_id", flat=True
        )
    )
    now = timezone.now()
    rows = [
        Delivery(statement_id=each, destination=destination, next_attempt_at=now)
        for each in ids
        if each not in known
    ]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    return len(rows)


def _ids(rows: QuerySet[Any]) -> Iterator[UUID]:
    return rows.values_list("pk", flat=True).iterator(chunk_size=1000)
