"""The check at the end: sittings, their marking, and what comes of it. What is sent twice counts once."""

import random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from learners.attempts.completing import complete, read_again
from learners.attempts.journal import NotNow, answered, hold, journey
from learners.attempts.models import Attempt, Extent, Response, Sitting
from learners.attempts.player import may_begin_sitting, may_test_out
from learners.attempts.selectors import answers_in, asked_before, latest_sitting, progress_of
from learners.records.actions import Journey, record_events
from learners.records.models import Evidence, Verb
from modules.questions.marking import Score, total
from modules.questions.question import Question

CHANCE = random.SystemRandom()


@transaction.atomic
def begin_sitting(*, attempt: Attempt) -> Sitting:
    """Begin a go at the check, or carry on with the one that is open. Its questions are drawn now, and stay.

    Raises NotNow when it is not the time for one.
    """
    now = timezone.now()
    hold(attempt, now)
    attempt.refresh_from_db(fields=["reviewed_sittings", "finished_at"])
    last = latest_sitting(attempt)
    if last and last.submitted_at is None:
        return last
    outline, progress = attempt.outline, progress_of(attempt)
    if not may_begin_sitting(outline, progress):
        raise NotNow("The check is not open.")
    if may_test_out(outline, progress) or (last is None and not outline.sections):
        attempt.took_check_first = True
        attempt.save(update_fields=["took_check_first"])
    return Sitting.objects.create(
        attempt=attempt,
        number=last.number + 1 if last else 1,
        question_ids=outline.draw(CHANCE, last.question_ids if last else asked_before(attempt)),
        started_at=now,
    )


@transaction.atomic
def answer_in_sitting(*, attempt: Attempt, question: Question, answer: dict[str, Any]) -> Response:
    """Save an answer in the check. Until the sitting is handed in, a later answer takes its place.

    Raises NotNow when no sitting is open (it was handed in from another tab, say).
    """
    now = timezone.now()
    hold(attempt, now)
    sitting = attempt.sittings.filter(submitted_at=None).first()
    if sitting is None or question.id not in sitting.question_ids:
        raise NotNow("This try was handed in already.")
    response = Response(
        attempt=attempt, sitting=sitting, question_id=question.id, answer=answer, answered_at=now
    )
    Response.objects.bulk_create(
        [response],
        update_conflicts=True,
        unique_fields=["sitting", "question_id"],
        update_fields=["answer", "answered_at"],
    )
    return response


@transaction.atomic
def hand_in(*, attempt: Attempt, session_id: UUID | None = None) -> Sitting:
    """Mark the open sitting, and record what came of it. Handing in twice changes nothing.

    Raises NotNow when there is none, or a question has no answer yet.
    """
    now = timezone.now()
    hold(attempt, now)
    sitting = latest_sitting(attempt)
    if sitting is None:
        raise NotNow("The check has not begun.")
    if sitting.submitted_at:
        return sitting
    responses = answers_in(sitting)
    if any(question_id not in responses for question_id in sitting.question_ids):
        raise NotNow("A question has no answer yet.")
    score = _mark(sitting, responses)
    sitting.submitted_at, sitting.raw, sitting.maximum = now, score.raw, score.maximum
    sitting.passed = score.reaches(attempt.outline.pass_mark)
    sitting.save()
    _record_result(journey(attempt, session_id), attempt, sitting, responses, score)
    return sitting


@transaction.atomic
def finish_review(*, attempt: Attempt) -> None:
    """Note that the guided review was gone through, which opens the check again."""
    now = timezone.now()
    hold(attempt, now)
    last = latest_sitting(attempt)
    if last and last.submitted_at and not last.passed:
        attempt.reviewed_sittings = last.number
        attempt.save(update_fields=["reviewed_sittings"])


def _mark(sitting: Sitting, responses: dict[str, Response]) -> Score:
    outline = sitting.attempt.outline
    marks = []
    for question in outline.check:
        if question.id in responses:
            response, mark = responses[question.id], question.mark(responses[question.id].answer)
            response.points, response.available = mark.points, mark.available
            marks.append(mark)
    Response.objects.bulk_update(responses.values(), ["points", "available"])
    return total(marks)


def _record_result(
    shared: Journey, attempt: Attempt, sitting: Sitting, responses: dict[str, Response], score: Score
) -> None:
    now = sitting.submitted_at
    assert now is not None  # noqa: S101 - hand_in has just set it
    events = [
        answered(shared, responses[question_id], at=now, sitting=sitting.number)
        for question_id in sitting.question_ids
    ]
    result = shared.event(
        Verb.PASSED if sitting.passed else Verb.FAILED,
        at=now,
        raw=score.raw,
        maximum=score.maximum,
        scaled=round(score.scaled, 4),
        pass_mark=attempt.outline.pass_mark,
        sitting=sitting.number,
    )
    was_first = attempt.took_check_first and sitting.number == 1
    if not sitting.passed:
        record_events([*events, result])
        if was_first or attempt.extent == Extent.REFRESHER:  # sections come next, and count as the look back
            read_again(attempt, sitting, responses)
        return
    evidence = Evidence.TESTED_OUT if was_first and attempt.is_whole else Evidence.MARKED
    complete(shared, attempt, [*events, result], at=now, score=score.scaled, evidence=evidence)
