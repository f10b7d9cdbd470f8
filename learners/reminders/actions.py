"""Writing what concerns reminders."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Organisation
from learners.people.models import User
from learners.reminders.models import Nudge, Preference, SendingRules
from learners.reminders.selectors import reachable


@transaction.atomic
def ask_to_remind(
    *, organisation: Organisation, people: Iterable[int], by: Any, note: str = ""
) -> list[Nudge]:
    """Have people reminded in their next digest of all that this organisation asks of them and is still open.

    Gives the nudges that were made: none for those who have one waiting already, or whom no e-mail reaches.
    """
    batch, now = uuid.uuid4(), timezone.now()
    Nudge.objects.bulk_create(
        (
            Nudge(
                organisation=organisation, person_id=person, asked_by=by, asked_at=now, batch=batch, note=note
            )
            for person in reachable(organisation, people)
        ),
        ignore_conflicts=True,
        batch_size=1000,
    )
    return list(Nudge.objects.filter(batch=batch).order_by("pk"))


@transaction.atomic
def take_back(*, nudges: Iterable[int]) -> int:
    """Take back those that no digest has taken up yet; how many."""
    waiting = Nudge.objects.filter(pk__in=list(nudges), digest=None, taken_back_at=None)
    return waiting.update(taken_back_at=timezone.now())


@transaction.atomic
def prefer(*, person: User, own: bool, weekly: bool) -> Preference:
    """Write down what somebody wants to hear of."""
    made, _ = Preference.objects.update_or_create(
        person=person, defaults={"own": own, "weekly": weekly, "changed_at": timezone.now()}
    )
    return made


@transaction.atomic
def set_rules(
    *, organisation: Organisation, by: Any, sends: bool, weekends: bool, from_hour: int, to_hour: int
) -> None:
    """Choose when an organisation's people are reminded."""
    chosen = {"sends": sends, "weekends": weekends, "from_hour": from_hour, "to_hour": to_hour}
    SendingRules.objects.update_or_create(organisation=organisation, defaults=chosen)
    log(instance=organisation, action="reminders.rules", user=by, data=chosen)
