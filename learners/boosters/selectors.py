"""Reading boosters: whoever has a link, that one; a learner, their own."""

import datetime
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from learners.attempts.models import Response, Sitting
from learners.boosters.links import hash_of
from learners.boosters.models import Booster, BoosterAnswer, BoosterChoice
from learners.organisations.models import Membership, Pause
from learners.organisations.scope import Scope
from learners.people.models import User
from learners.reminders.selectors import mailable


def booster_with(token: str) -> Booster | None:
    """The booster with this link, for anybody who has it."""
    found = Booster.objects.sent().select_related("edition__page", "completion")
    return found.filter(token_hash=hash_of(token)).first()


def answers_of(booster: Booster) -> dict[str, BoosterAnswer]:
    """What was answered, by question id."""
    return {answer.question_id: answer for answer in booster.answers.all()}


def choice_of(person: User) -> BoosterChoice | None:
    """What somebody chose; None where they never did."""
    return BoosterChoice.objects.filter(person=person).first()


def own_boosters(scope: Scope) -> QuerySet[Booster]:
    """One's own that went out, newest first, with their answers."""
    answers = Prefetch("answers", BoosterAnswer.objects.order_by("pk"))
    found = Booster.objects.sent().filter(completion__person=scope.person).select_related("edition")
    return found.prefetch_related(answers).order_by("-day", "-pk")


def wanting(on: datetime.date) -> QuerySet[User]:
    """People who chose boosters, can be written to, and work somewhere today where nothing pauses them."""
    paused = Pause.objects.in_force(on=on).filter(membership=OuterRef("pk"))
    working = Membership.objects.in_force(on=on).filter(~Exists(paused), person=OuterRef("pk"))
    chosen = BoosterChoice.objects.filter(person=OuterRef("pk"), wants=True)
    return mailable().filter(Exists(chosen), Exists(working))


def times_asked(person: int, module: UUID) -> Counter[str]:
    """How often each question of a module was asked of somebody: in its sections, its check and in boosters."""
    theirs = {"attempt__person": person, "attempt__module_key": module}
    counted = Counter(Response.objects.filter(sitting=None, **theirs).values_list("question_id", flat=True))
    for ids in Sitting.objects.filter(**theirs).values_list("question_ids", flat=True):
        counted.update(ids)
    earlier = Booster.objects.filter(completion__person=person, completion__module_key=module)
    for ids in earlier.values_list("question_ids", flat=True):
        counted.update(ids)
    return counted


def wrong_in_module(person: int, module: UUID) -> set[str]:
    """What somebody answered wrong the last time that the module itself asked it."""
    rows = Response.objects.filter(attempt__person=person, attempt__module_key=module).exclude(available=None)
    return _not_right(rows.order_by("answered_at", "pk").values_list("question_id", "points", "available"))


def missed_in_boosters(person: int, module: UUID) -> set[str]:
    """What somebody answered wrong the last time that a booster asked it."""
    rows = BoosterAnswer.objects.filter(
        booster__completion__person=person, booster__completion__module_key=module
    )
    return _not_right(rows.order_by("answered_at", "pk").values_list("question_id", "points", "available"))


def _not_right(rows: Iterable[tuple[str, float | None, float | None]]) -> set[str]:
    last = {question: points == available for question, points, available in rows}
    return {question for question, is_right in last.items() if not is_right}
