"""Events and their statements are saved together, once, at two queries for any number."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from learners.records.actions import record_events
from learners.records.models import LearningEvent
from learners.statements.models import Delivery, Statement
from learners.statements.outbox import frozen, write_statements
from tests.fakes.events import a_journey, every_verb

pytestmark = pytest.mark.django_db


def test_each_recorded_event_has_a_statement_that_waits_for_delivery() -> None:
    events = record_events(every_verb(a_journey()))
    assert {statement.pk: statement.payload for statement in Statement.objects.all()} == {
        event.pk: frozen(event) for event in events
    }
    assert set(Delivery.objects.values_list("destination", "state", "attempts")) == {
        ("default", "pending", 0)
    }
    assert Delivery.objects.count() == len(events)


def test_statements_cost_the_same_queries_for_any_number_of_events() -> None:
    journey, costs = a_journey(), []
    assert journey.edition.outline
    for times in (1, 30):
        events = [event for _ in range(times) for event in every_verb(journey)[:-1]]
        LearningEvent.objects.bulk_create(events)
        with CaptureQueriesContext(connection) as queries:
            write_statements(events, are_new=True)
        costs.append(
            sum(query["sql"].split()[0] in ("SELECT", "INSERT", "UPDATE", "WITH") for query in queries)
        )
    copied = 2 if connection.vendor == "postgresql" else 0  # the store's two tables are written by COPY
    assert costs[0] == 4 - copied
    assert costs[1] <= costs[0] + (0 if connection.vendor == "postgresql" else 20), (
        "SQLite writes in batches."
    )


def test_statements_are_saved_with_their_events_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    journey = a_journey()

    def fail(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("no room")

    monkeypatch.setattr(Delivery.objects, "bulk_create", fail)
    with pytest.raises(IntegrityError), transaction.atomic():
        record_events(every_verb(journey))
    assert not LearningEvent.objects.exists()
    assert not Statement.objects.exists()


def test_writing_again_changes_nothing() -> None:
    events = record_events(every_verb(a_journey()))
    Delivery.objects.update(state=Delivery.State.DELIVERED)
    before = list(Statement.objects.values()), list(Delivery.objects.order_by("pk").values())
    write_statements(events)
    write_statements(LearningEvent.objects.all())
    assert before == (list(Statement.objects.values()), list(Delivery.objects.order_by("pk").values()))


def test_a_statement_goes_to_a_store_once() -> None:
    record_events(every_verb(a_journey())[:1])
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(statement=Statement.objects.get())
