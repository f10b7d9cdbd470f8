"""What an administrator can do about deliveries."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.record_store.models import Statement
from learners.statements.models import Delivery, Destination


@transaction.atomic
def retry(*, statement: Statement, by: Any) -> bool:
    """Let a refused statement set out again, and log who said so. False where it was not refused.

    Raises PermissionDenied.
    """
    if not by.has_perm("record_store.retry_statement"):
        raise PermissionDenied
    dead = list(statement.deliveries.dead().select_for_update())
    for delivery in dead:
        log(instance=statement, action="statements.retry", user=by, data={"reason": delivery.last_error})
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in dead]).update(
        state=Delivery.State.PENDING, attempts=0, next_attempt_at=timezone.now(), lease_until=None
    )
    return bool(dead)


@transaction.atomic
def discard(*, statement: Statement, because: str, by: Any) -> bool:
    """Give up on a refused statement, and log who said so and why. It stays here. False where it was not refused.

    Raises PermissionDenied.
    """
    if not by.has_perm("record_store.retry_statement"):
        raise PermissionDenied
    dead = list(statement.deliveries.dead().select_for_update())
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in dead]).update(state=Delivery.State.SKIPPED)
    if dead:
        reasons = [delivery.last_error for delivery in dead]
        log(
            instance=statement,
            action="statements.discard",
            user=by,
            data={"because": because, "reason": "; ".join(reasons)},
        )
    return bool(dead)


def end_pause(destination: str = "default") -> None:
    """Try a store again at once."""
    Destination.objects.filter(name=destination).update(paused_until=None)


@transaction.atomic
def send_now(*, destination: Destination, by: Any) -> None:
    """End the pause of a store, and log who said so. Raises PermissionDenied."""
    if not by.has_perm("statements.change_destination"):
        raise PermissionDenied
    end_pause(destination.name)
    log(instance=destination, action="statements.send_now", user=by)
