"""Taking a certificate back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.records.models import Certificate


@transaction.atomic
def withdraw(*, certificate: Certificate, because: str, by: Any) -> bool:
    """Withdraw a certificate for a reason, and log who did. False where it was withdrawn before: that stays.

    Raises PermissionDenied.
    """
    if not by.has_perm("records.withdraw_certificate"):
        raise PermissionDenied
    if not because.strip():
        raise ValueError("A certificate is withdrawn for a reason.")
    return take_back(certificate=certificate, because=because, by=by)


@transaction.atomic
def take_back(*, certificate: Certificate, because: str, by: Any) -> bool:
    """The same, for whoever has made sure already that `by` may. False where it was withdrawn before."""
    found = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if found.withdrawn_at:
        return False
    found.withdrawn_at, found.withdrawn_by, found.withdrawn_because = timezone.now(), by, because.strip()
    found.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    log(instance=found, action="records.withdraw", user=by, data={"reason": found.withdrawn_because})
    return True
