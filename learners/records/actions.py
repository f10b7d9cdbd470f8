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

        launched: nothing; like completed, extent, where it is a part of the module. experienced: section, title,
        seconds, progress (0 to 100). answered: question, and section or sitting, answer, points, available, right.
        selected: scenario, node, choice, verdict, next, counts.
        passed, failed: raw, maximum, scaled, pass_mark, sitting.
        completed: seconds (spent learning); evidence instead, where it was not done here. earned: completion (its
        uuid), score (from 0 to 1; None without). voided: event (the id of the one that no longer counts).
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
def record_completion(
    *, event: LearningEvent, score: float | None, evidence: Evidence, only_changes: bool = False
) -> Completion:
    """Derive a completion from its event, which must be recorded already, and issue its certificate."""
    completion = _completion_of(event, evidence)
    completion.score = None if score is None else Decimal(str(round(score, 4)))
    completion.only_changes = only_changes
    completion.save()
    _issue_certificate(completion, event)
    return completion


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What somebody completed elsewhere or in front of somebody: when, how we know, and until when that is good."""

    journey: Journey
    at: datetime.datetime
    evidence: Evidence
    expires_on: datetime.date | None = None


@transaction.atomic(savepoint=False)
def record_brought(brought: Iterable[Brought]) -> list[Completion]:
    """Record what was not done here, any number in the same few queries. No certificate is issued for it."""
    known = list(brought)
    events = record_events(
        each.journey.event(Verb.COMPLETED, at=each.at, evidence=each.evidence.value) for each in known
    )
    return Completion.objects.bulk_create(
        _completion_of(event, each.evidence, each.expires_on)
        for event, each in zip(events, known, strict=True)
    )


def _completion_of(
    event: LearningEvent, evidence: Evidence, expires_on: datetime.date | None = None
) -> Completion:
    return Completion(
        person=event.person,
        module_key=event.edition.module_key,
        edition=event.edition,
        organisation=event.organisation,
        event=event,
        registration=event.registration,
        evidence=evidence,
        completed_at=event.occurred_at,
        expires_on=expires_on,
    )


def journey_of(completion: Completion) -> Journey:
    """The way through a module on which a completion came about."""
    return Journey(
        person=completion.person,
        organisation=completion.organisation,
        edition=completion.edition,
        registration=completion.registration,
        session_id=completion.event.session_id,
    )


def _issue_certificate(completion: Completion, event: LearningEvent) -> None:
    """The code stays out of the history: whoever has it can see the certificate."""
    Certificate.objects.create(completion=completion, issued_at=completion.completed_at)
    score = None if completion.score is None else float(completion.score)
    detail = {"completion": str(completion.uuid), "score": score}
    record_events([journey_of(completion).event(Verb.EARNED, at=event.occurred_at, **detail)])
