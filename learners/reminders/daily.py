"""One e-mail a day to one person: how another app's e-mail becomes the one, where no reminder is."""

import datetime
import uuid

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from learners.people.models import User
from learners.reminders.models import Digest
from learners.reminders.selectors import mailable

FROM_HOUR = 11
"""By the clock on the wall: by then every organisation's reminders of the day are planned, and go first."""


def free_on(day: datetime.date) -> QuerySet[User]:
    """People who can be written to, and have no e-mail of this day nor one that waits."""
    todays = Digest.objects.filter(person=OuterRef("pk"), day=day)
    waiting = Digest.objects.unsent().filter(person=OuterRef("pk"))
    return mailable().filter(~Exists(todays), ~Exists(waiting))


@transaction.atomic
def take_day(*, person: int, day: datetime.date) -> bool:
    """Make another e-mail somebody's one of a day. False where they have one already, or one waits."""
    if not free_on(day).filter(pk=person).exists():
        return False
    taken = uuid.uuid4()
    Digest.objects.bulk_create(
        [Digest(person_id=person, day=day, plan=taken, state=Digest.State.ELSEWHERE)], ignore_conflicts=True
    )
    return Digest.objects.filter(plan=taken).exists()
