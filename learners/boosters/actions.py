"""Choosing boosters, and answering them. Nothing of it becomes an event or a statement."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.boosters.models import Booster, BoosterAnswer, BoosterChoice
from learners.people.models import User
from modules.questions.question import Question


@transaction.atomic
def choose_boosters(*, person: User, wants: bool) -> BoosterChoice:
    """Write down whether somebody wants them."""
    chosen, _ = BoosterChoice.objects.update_or_create(
        person=person, defaults={"wants": wants, "changed_at": timezone.now()}
    )
    return chosen


@transaction.atomic
def answer_question(*, booster: Booster, question: Question, answer: dict[str, Any]) -> BoosterAnswer:
    """Mark an answer. The first to a question stands; with the last one the booster is done."""
    now, mark = timezone.now(), question.mark(answer)
    held = Booster.objects.select_for_update(of=("self",)).get(pk=booster.pk)
    given, _ = held.answers.get_or_create(
        question_id=question.id,
        defaults={
            "answer": answer,
            "points": mark.points,
            "available": mark.available,
            "answered_at": now,
        },
    )
    if held.finished_at is None and held.answers.count() >= len(held.questions):
        held.finished_at = now
        held.save(update_fields=["finished_at"])
    return given
