"""Noting who looked."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import Appointment, Organisation
from learners.privacy.models import Look


@transaction.atomic(savepoint=False)
def record_look(*, organisation: Organisation, by: Any, kind: Look.Kind, person: Any = None) -> None:
    """Note that somebody looks at a person, or with a list or a file at everybody who belongs there today.

    The first look in an hour by the clock counts, however often and in how many tabs they look. Two queries.
    """
    now = timezone.now()
    held = Appointment.objects.in_force(on=timezone.localdate(now)).filter(
        person=by, organisation=organisation
    )
    capacity = held.order_by("capacity").values_list("capacity", flat=True).first()
    look = Look(
        organisation=organisation,
        by=by,
        capacity=capacity or Appointment.Capacity.MANAGER,
        person=person,
        kind=kind,
        at=now,
        hour=now.replace(minute=0, second=0, microsecond=0),
    )
    Look.objects.bulk_create([look], ignore_conflicts=True)


LOOKS_KEPT = datetime.timedelta(days=2 * 365)


def forget_old_looks() -> int:
    """Delete the looks of more than two years ago, and say how many they were."""
    return Look.objects.of_before(timezone.now() - LOOKS_KEPT).delete()[0]
