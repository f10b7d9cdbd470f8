"""Keeping what a learner takes away. Nothing of it becomes an event or a statement."""

from django.db import transaction
from django.utils import timezone

from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.records.models import Completion
from learners.reflection.models import Confidence, FollowUp, NextShift, Reflection


class ChangedMeanwhile(Exception):
    """What stands was written in another tab, after the page was opened from which this came."""


def give_confidence(*, attempt: Attempt, moment: str, level: int) -> Confidence:
    """Keep how confident somebody is. The first estimate of each moment stands."""
    kept, _ = Confidence.objects.get_or_create(
        attempt=attempt, moment=moment, defaults={"level": level, "given_at": timezone.now()}
    )
    return kept


@transaction.atomic
def plan_next_shift(*, attempt: Attempt, action: str, is_own: bool, wants_follow_up: bool) -> NextShift:
    """Keep one action, in the place of one that was kept before. The weeks until the follow-up count from it.

    Raises NotNow once somebody was asked about it.
    """
    Attempt.objects.select_for_update().get(pk=attempt.pk)
    planned = NextShift.objects.filter(attempt=attempt).select_related("follow_up").first()
    if planned is None:
        planned = NextShift(attempt=attempt)
    elif planned.was_asked_about:
        raise NotNow("You were asked already how it went, so your plan stays as it was.")
    if planned.action != action:
        planned.action, planned.chosen_at = action, timezone.now()
    planned.is_own, planned.wants_follow_up = is_own, wants_follow_up
    planned.save()
    return planned


@transaction.atomic
def answer_follow_up(
    *, follow_up: FollowUp, did: str, barriers: list[str], level: int | None = None
) -> FollowUp:
    """Keep the answer to a follow-up, and how confident somebody is by then. The first stands."""
    found = FollowUp.objects.select_for_update().get(pk=follow_up.pk)
    if found.answered_at is None:
        if level is not None:
            attempt = follow_up.next_shift.attempt
            give_confidence(attempt=attempt, moment=Confidence.Moment.LATER, level=level)
        found.did, found.barriers, found.answered_at = did, barriers, timezone.now()
        found.save(update_fields=["did", "barriers", "answered_at"])
    return found


def stop_follow_ups(*, follow_up: FollowUp) -> None:
    """Ask this person no more about anything that they planned."""
    person = follow_up.next_shift.attempt.person
    NextShift.objects.filter(attempt__person=person).update(wants_follow_up=False)


@transaction.atomic
def write_reflection(*, completion: Completion, text: str, note: str, seen: str) -> Reflection:
    """Keep somebody's own words on what they completed, in the place of those that they saw (`seen`: its version).

    The same words twice change nothing. Raises ChangedMeanwhile where others stand there by now.
    """
    Completion.objects.select_for_update().get(pk=completion.pk)
    kept = Reflection.objects.filter(completion=completion).first() or Reflection(completion=completion)
    if kept.pk and (kept.text, kept.note) == (text, note):
        return kept
    if kept.version != seen:
        raise ChangedMeanwhile
    kept.text, kept.note, kept.written_at = text, note, timezone.now()
    kept.save()
    return kept
