"""Recording what happened."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from learners.records.models import Certificate, Completion, Evidence, LearningEvent, Verb
from learners.records.signals import events_recorded
from modules.models import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What all events of one way through a module share."""

    person: Any
    organisation: Any | None
    edition: Edition
    registration: uuid.UUID
    session_id: uuid.UUID | None = None

    def event(self, verb: Verb, *, at: datetime.datetime, **detail: Any) -> LearningEvent:
        """An event of this journey, not saved yet. `detail` by verb:

        launched: nothing. experienced: section, title, seconds, progress (0 to 100). answered: question, and section
        or sitting, answer, points, available, right. selected: scenario, node, choice, verdict, next, counts.
        passed, failed: raw, maximum, scaled, pass_mark, sitting.
        completed: seconds (spent learning); evidence instead, where it was not done here. earned: completion (its
        uuid), score (from 0 to 1). voided: event (the id of the one that no longer counts).
        """
        return LearningEvent(
            verb=verb,
            person=self.person,
            organisation=self.organisation,
            edition=self.edition,
            registration=self.registration,
            session_id=self.session_id,
            occurred_at=at,
            detail=detail,
        )


@transaction.atomic(savepoint=False)
def record_events(events: Iterable[LearningEvent]) -> list[LearningEvent]:
    """Add events to the history, and tell whoever keeps something in step with it."""
    added = LearningEvent.objects.bulk_create(list(events))
    events_recorded.send(sender=LearningEvent, events=added)
    return added


@transaction.atomic(savepoint=False)
def record_completion(*, event: LearningEvent, score: float, evidence: Evidence) -> Completion:
    """Derive a completion from its event, which must be recorded already, and issue its certificate."""
    completion = Completion.objects.create(
        person=event.person,
        module_key=event.edition.module_key,
        edition=event.edition,
        organisation=event.organisation,
        event=event,
        registration=event.registration,
        score=Decimal(str(round(score, 4))),
        evidence=evidence,
        completed_at=event.occurred_at,
    )
    _issue_certificate(completion, event)
    return completion


def _issue_certificate(completion: Completion, event: LearningEvent) -> None:
    """The code stays out of the history: whoever has it can see the certificate."""
    Certificate.objects.create(completion=completion, issued_at=completion.completed_at)
    shared = Journey(
        person=event.person,
        organisation=event.organisation,
        edition=event.edition,
        registration=event.registration,
        session_id=event.session_id,
    )
    detail = {"completion": str(completion.uuid), "score": float(completion.score or 0)}
    record_events([shared.event(Verb.EARNED, at=event.occurred_at, **detail)])
