"""What every action on an attempt does around its own work: hold the attempt, and word its events."""

import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from learners.attempts.models import Attempt, Response
from learners.records.actions import Journey
from learners.records.models import LearningEvent, Verb


class NotNow(Exception):
    """What was asked for cannot be done at this point of the attempt. The learner is shown where they are."""


def hold(attempt: Attempt, now: datetime.datetime) -> int:
    """Hold the attempt against other tabs until the transaction ends, and count the time since its last activity.

    The counting is the lock: an UPDATE makes whoever comes second wait. Returns the seconds counted.
    """
    pause = min(max(now - attempt.last_active_at, datetime.timedelta()), Attempt.LONGEST_PAUSE)
    seconds = int(pause.total_seconds())
    Attempt.objects.filter(pk=attempt.pk).update(
        active_seconds=F("active_seconds") + seconds, last_active_at=now
    )
    attempt.active_seconds += seconds
    attempt.last_active_at = now
    return seconds


def journey(attempt: Attempt, session_id: UUID | None) -> Journey:
    """What the events of this attempt share."""
    return Journey(
        person=attempt.person,
        organisation=attempt.organisation,
        edition=attempt.edition,
        registration=attempt.pk,
        session_id=session_id,
    )


def extent_of(attempt: Attempt) -> dict[str, str]:
    """What an event says of an attempt at a part of the module; nothing of a whole one."""
    return {} if attempt.is_whole else {"extent": attempt.extent}


def answered(shared: Journey, response: Response, *, at: datetime.datetime, **where: Any) -> LearningEvent:
    """The event of an answer that has its mark. `where` is the section, or the number of the sitting.

    What stays of the answer is for the question to say: nobody's own words go into the history. `right` is None where
    nothing could be earned.
    """
    question = shared.edition.outline.question(response.question_id)
    return shared.event(
        Verb.ANSWERED,
        at=at,
        question=response.question_id,
        answer=question.for_history(response.answer) if question else {},
        points=response.points,
        available=response.available,
        right=response.points == response.available if response.available else None,
        **where,
    )
