"""Where an attempt ends, and what a refresher that was not passed leads to."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from learners.attempts.journal import NotNow, extent_of, hold, journey
from learners.attempts.models import Attempt, Extent, Response, Sitting
from learners.attempts.player import may_confirm
from learners.attempts.selectors import progress_of
from learners.records.actions import Journey, record_completion, record_events
from learners.records.models import Evidence, LearningEvent, Verb
from modules.narrowing import sections_about


@transaction.atomic
def confirm(*, attempt: Attempt, session_id: UUID | None = None) -> None:
    """Finish what has no check: its sections were read. Confirming twice changes nothing.

    Raises NotNow while a section is unread, or where there is a check.
    """
    now = timezone.now()
    hold(attempt, now)
    attempt.refresh_from_db(fields=["finished_at"])
    if attempt.finished_at:
        return
    if not may_confirm(attempt.outline, progress_of(attempt)):
        raise NotNow("There is still something to read.")
    complete(journey(attempt, session_id), attempt, [], at=now, score=None, evidence=Evidence.MARKED)


def complete(
    shared: Journey,
    attempt: Attempt,
    events: list[LearningEvent],
    *,
    at: datetime.datetime,
    score: float | None,
    evidence: Evidence,
) -> None:
    """End an attempt, with the events that led to it. Call it while the attempt is held."""
    ended = shared.event(Verb.COMPLETED, at=at, seconds=attempt.active_seconds, **extent_of(attempt))
    record_events([*events, ended])
    attempt.finished_at = at
    attempt.save(update_fields=["finished_at"])
    record_completion(
        event=ended, score=score, evidence=evidence, only_changes=attempt.extent == Extent.CHANGES
    )


def read_again(attempt: Attempt, sitting: Sitting, responses: dict[str, Response]) -> None:
    """After a check that came first: the sections come next. Of a refresher, those that what was missed belongs to."""
    attempt.reviewed_sittings = sitting.number
    if attempt.extent == Extent.REFRESHER:
        outline = attempt.edition.outline
        missed = [
            question
            for question in outline.check
            if question.id in responses and not question.mark(responses[question.id].answer).is_right
        ]
        attempt.section_ids = sorted({*attempt.section_ids, *sections_about(outline, missed)})
    attempt.save(update_fields=["reviewed_sittings", "section_ids"])
