"""Placing and lifting legal holds."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.people.models import User
from learners.privacy.models import LegalHold


@transaction.atomic
def place_hold(*, person: User, reason: str, by: User) -> LegalHold:
    """Keep somebody's data from going. Raises PermissionDenied, and ValueError for who is anonymised already."""
    if not by.has_perm("privacy.add_legalhold"):
        raise PermissionDenied
    found = User.objects.select_for_update().get(pk=person.pk)
    if found.anonymised_at:
        raise ValueError("They are anonymised already: nothing is left to hold.")
    if not reason.strip():
        raise ValueError("A hold is placed for a reason.")
    hold = LegalHold.objects.create(person=found, reason=reason.strip(), placed_by=by)
    log(instance=hold, action="privacy.place_hold", user=by)
    return hold


@transaction.atomic
def lift_hold(*, hold: LegalHold, by: User) -> bool:
    """Let go of a hold. False where it was lifted before. Raises PermissionDenied."""
    if not by.has_perm("privacy.lift_legalhold"):
        raise PermissionDenied
    found = LegalHold.objects.select_for_update().get(pk=hold.pk)
    if not found.is_in_force:
        return False
    found.lifted_at, found.lifted_by = timezone.now(), by
    found.save(update_fields=["lifted_at", "lifted_by"])
    log(instance=found, action="privacy.lift_hold", user=by)
    return True
