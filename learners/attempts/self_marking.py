"""Learners mark their own words against a model answer. It earns nothing, and nobody else sees it."""

from django.db import transaction

from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt, Response, SelfMark
from modules.questions.question import Question


@transaction.atomic
def mark_own_words(*, attempt: Attempt, question: Question, self_mark: SelfMark) -> Response:
    """Keep how somebody marked what they wrote last. Until they change it, that stands; it is no event.

    Raises NotNow for what is marked here, was not answered, or was not handed in yet.
    """
    written = attempt.responses.select_for_update().filter(question_id=question.id)
    response = written.exclude(available=None).order_by("pk").last()
    if question.is_scored or response is None:
        raise NotNow("There is nothing of yours to mark yet.")
    response.self_mark = self_mark
    response.save(update_fields=["self_mark"])
    return response
