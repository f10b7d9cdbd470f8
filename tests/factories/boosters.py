"""People who want boosters, and boosters that went out."""

import datetime
from typing import Any

from django.utils import timezone

from learners.boosters.actions import answer_question, choose_boosters
from learners.boosters.links import hash_of, token_of
from learners.boosters.models import Booster
from learners.records.models import Completion
from tests.factories.attempts import answer_to, finish_attempt
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import MembershipFactory


def wants_boosters(member: Any = None, module: Any = None, *, days: int = 7) -> Completion:
    """A completion of some days ago, by somebody who chose boosters and has worked there for years."""
    now = timezone.now()
    member = member or MembershipFactory(starts_on=now.date() - datetime.timedelta(days=1000))
    attempt = finish_attempt(member.person, module or ModuleFactory(), member.organisation)
    choose_boosters(person=member.person, wants=True)
    completion = Completion.objects.get(registration=attempt.pk)
    completion.completed_at = now - datetime.timedelta(days=days)
    completion.save(update_fields=["completed_at"])
    return completion


def booster_of(completion: Completion, **fields: Any) -> Booster:
    """One that went out today, with the first three questions of the check."""
    edition, now = completion.edition, timezone.now()
    given = {
        "edition": edition,
        "question_ids": [question.id for question in edition.outline.check[:3]],
        "day": timezone.localdate(now),
        "sent_at": now,
    } | fields
    booster = Booster(completion=completion, **given)
    booster.token_hash = hash_of(token_of(booster))
    booster.save()
    return booster


def answered(booster: Booster, *, right: bool = True, only: int | None = None) -> Booster:
    """With all its questions answered, or the first few."""
    for question in booster.questions[:only]:
        answer_question(booster=booster, question=question, answer=answer_to(question, right=right))
    booster.refresh_from_db()
    return booster
