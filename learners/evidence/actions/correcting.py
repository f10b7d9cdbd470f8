"""Taking back what was recorded wrongly, and recording it as it was."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.evidence.actions.recording import Given, add, hold, refuse_strangers
from learners.evidence.models import Correction, Recognition
from learners.evidence.selectors.completions import is_correctable
from learners.organisations.models import Organisation
from learners.records.models import Completion
from learners.records.voiding import void


class CannotCorrect(Exception):
    """A completion that this organisation did not record. Its text says who can correct it."""


@transaction.atomic
def correct(
    *, completion: Completion, organisation: Organisation, reason: str, by: Any, right: Given | None = None
) -> Correction | None:
    """Void a completion for a reason and, with `right`, record it as it was, both or neither.

    The certificate goes with it. None where it was voided before: nothing is changed, nor is `right` recorded.
    Raises CannotCorrect, PermissionDenied.
    """
    if not reason.strip():
        raise ValueError("A completion is corrected for a reason.")
    hold(organisation, by)
    refuse_strangers(organisation, [completion.person, *([right.person] if right else [])])
    if not is_correctable(completion, organisation):
        raise CannotCorrect(f"Only the administrators of {completion.organisation} can correct this.")
    found = take_back(completions=[completion], organisation=organisation, reason=reason, by=by)
    if not found:
        return None
    if right:
        (better,) = add(organisation=organisation, given=[right], by=by)
        Correction.objects.filter(event=better.event).update(instead_of=found[0])
    log(organisation, "evidence.correct", user=by, data={"correction": str(found[0].uuid)})
    return found[0]


def take_back(
    *, completions: list[Completion], organisation: Organisation, reason: str, by: Any
) -> list[Correction]:
    """Void completions that an organisation may correct, and what was recognised by them."""
    because = reason.strip()[:300]
    voided = void(completions=completions, because=because, by=by)
    Recognition.objects.filter(completion__in=voided).update(state=Recognition.State.TAKEN_BACK)
    now = timezone.now()
    return Correction.objects.bulk_create(
        Correction(event=each.voided_by, organisation=organisation, reason=because, by=by, at=now)
        for each in voided
    )
