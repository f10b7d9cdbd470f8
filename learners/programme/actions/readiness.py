"""Deciding to go on although a condition is not met, and taking that back."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.programme.models import Milestone, Override
from learners.programme.readiness.asked import Name


class DecidedAlready(Exception):
    """Somebody decided otherwise on this condition, and that stands."""


@transaction.atomic
def override(*, milestone: Milestone, condition: Name, decided_by: str, reason: str, by: Any) -> Override:
    """Keep a decision. The same sent twice is one; raises DecidedAlready where another one stands."""
    Milestone.objects.select_for_update().get(pk=milestone.pk)
    standing = milestone.overrides.filter(condition=condition, withdraws=None, withdrawn_by=None).first()
    if standing:
        if (standing.decided_by, standing.reason) == (decided_by, reason):
            return standing
        raise DecidedAlready
    made = Override.objects.create(
        milestone=milestone, condition=condition, decided_by=decided_by, reason=reason, by=by
    )
    log(instance=made, action="programme.override", user=by)
    return made


@transaction.atomic
def withdraw_override(*, override: Override, reason: str, by: Any) -> Override:
    """Take a decision back. It stays, with the entry that takes it back; said twice, the first counts."""
    Milestone.objects.select_for_update().get(pk=override.milestone_id)
    if there := Override.objects.filter(withdraws=override).first():
        return there
    made = Override.objects.create(
        milestone=override.milestone, condition=override.condition, reason=reason, withdraws=override, by=by
    )
    log(instance=made, action="programme.override_withdrawn", user=by)
    return made
