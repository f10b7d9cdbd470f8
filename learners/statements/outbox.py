"""Events become statements in the transaction that records them."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import timezone

from learners.record_store.writing import Arrival, store, store_new
from learners.records.models import LearningEvent, Verb
from learners.statements.builder import Occurrence, payload_of
from learners.statements.models import Delivery
from modules.scenarios.graph import Node, Scenario

VERSION = "1.0.0"  # its body is valid in 2.0.0 as well


def on_events_recorded(*, events: list[LearningEvent], **kwargs: Any) -> None:
    """Receive `events_recorded`."""
    write_statements(events, are_new=True)


def write_statements(events: Iterable[LearningEvent], *, are_new: bool = False) -> None:
    """Store the statement of each event, to be delivered. So many queries for any number; again, it changes nothing.

    `are_new`: the events were inserted in this transaction. Each event's person, organisation and Edition should be
    loaded already. Statements keep the order of their events.
    """
    arrivals = [_arrival(event) for event in events]
    (store_new if are_new else store)(arrivals)
    now = timezone.now()
    deliveries = [Delivery(statement_id=arrival.id, next_attempt_at=now) for arrival in arrivals]
    Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)


def _arrival(event: LearningEvent) -> Arrival:
    payload = frozen(event)
    return Arrival(
        id=event.pk,
        payload=payload,
        value=json.loads(payload),
        version=VERSION,
        organisation=event.organisation.uuid if event.organisation else None,
        event=event,
    )


def frozen(event: LearningEvent) -> str:
    """The payload of an event's statement: the same bytes whenever it is built."""
    return payload_of(_occurrence(event), home=settings.XAPI_HOME)


def _occurrence(event: LearningEvent) -> Occurrence:
    edition = event.edition
    answered = event.verb == Verb.ANSWERED
    return Occurrence(
        id=event.id,
        verb=str(event.verb),
        actor=event.person.actor_id,
        organisation=event.organisation.uuid if event.organisation else None,
        module_key=edition.module_key,
        module_title=edition.title,
        edition=edition.number,
        registration=event.registration,
        session_id=event.session_id,
        at=event.occurred_at,
        detail=event.detail,
        question=edition.outline.question(event.detail["question"]) if answered else None,
        node=_node(event) if event.verb == Verb.SELECTED else None,
    )


def _node(event: LearningEvent) -> Node | None:
    """The situation in which somebody chose."""
    scenario = event.edition.outline.part(event.detail["scenario"])
    return scenario.node(event.detail["node"]) if isinstance(scenario, Scenario) else None
