"""Many people's first tries at the check, written straight into the tables."""

from typing import Any

from django.utils import timezone

from learners.attempts.models import Attempt, Response, Sitting
from tests.factories.attempts import answer_to
from tests.factories.people import PersonFactory


def first_tries(edition: Any, count: int, answers: dict[str, dict[str, Any]], *, right: bool) -> None:
    """So many people take the check: `answers` by question id, and everything else right or wrong."""
    now, questions = timezone.now(), edition.outline.check
    person = PersonFactory()
    given = [(each, answers.get(each.id, answer_to(each, right=right))) for each in questions]
    marks = [each.mark(answer) for each, answer in given]
    attempts = Attempt.objects.bulk_create(
        Attempt(
            person=person,
            edition=edition,
            module_key=edition.module_key,
            started_at=now,
            last_active_at=now,
            finished_at=now,
        )
        for _ in range(count)
    )
    sittings = Sitting.objects.bulk_create(
        Sitting(
            attempt=attempt,
            number=1,
            question_ids=[each.id for each in questions],
            started_at=now,
            submitted_at=now,
            raw=sum(mark.points for mark in marks),
            maximum=sum(mark.available for mark in marks),
            passed=right,
        )
        for attempt in attempts
    )
    Response.objects.bulk_create(
        Response(
            attempt=sitting.attempt,
            sitting=sitting,
            question_id=each.id,
            answer=answer,
            points=mark.points,
            available=mark.available,
            answered_at=now,
        )
        for sitting in sittings
        for (each, answer), mark in zip(given, marks, strict=True)
    )
