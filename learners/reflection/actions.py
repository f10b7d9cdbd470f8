"""Keeping what a learner takes away. Nothing of it becomes an event or a statement."""

from django.db import transaction
from django.utils import timezone

from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.records.models import Completion
from learners.reflection.models import Confidence, FollowUp, NextShift, Reflection


def give_confidence(*, attempt: Attempt, moment: str, level: int) -> Confidence:
    """Keep how confident somebody is. The first estimate of each moment stands."""
    kept, _ = Confidence.objects.get_or_create(
        attempt=attempt, moment=moment, defaults={"level": level, "given_at": timezone.now()}
    )
    return kept


@transaction.atomic
def plan_next_shift(*, attempt: Attempt, action: str, is_own: bool, wants_follow_up: bool) -> NextShift:
    """Keep one action, in the place of one that was kept before. Raises NotNow once somebody was asked about it."""
    if FollowUp.objects.filter(next_shift__attempt=attempt).exclude(sent_at=None).exists():
        raise NotNow("You were asked already how it went, so your plan stays as it was.")
    planned, _ = NextShift.objects.update_or_create(
        attempt=attempt,
        defaults={"action": action, "is_own": is_own, "wants_follow_up": wants_follow_up},
        create_defaults={
            "action": action,
            "is_own": is_own,
            "wants_follow_up": wants_follow_up,
            "chosen_at": timezone.now(),
        },
    )
    return planned


@transaction.atomic
def answer_follow_up(*, follow_up: FollowUp, did: str, barriers: list[str]) -> FollowUp:
    """Keep the answer to a follow-up. The first stands."""
    found = FollowUp.objects.select_for_update().get(pk=follow_up.pk)
    if found.answered_at is None:
        found.did, found.barriers, found.answered_at = did, barriers, timezone.now()
        found.save()
    return found


def stop_follow_ups(*, follow_up: FollowUp) -> None:
    """Ask this person no more about anything that they planned."""
    person = follow_up.next_shift.attempt.person
    NextShift.objects.filter(attempt__person=person).update(wants_follow_up=False)


def write_reflection(*, completion: Completion, text: str, note: str) -> Reflection:
    """Keep somebody's own words on what they completed, in the place of earlier ones."""
    words = {"text": text, "note": note, "written_at": timezone.now()}
    kept, _ = Reflection.objects.update_or_create(completion=completion, defaults=words)
    return kept
