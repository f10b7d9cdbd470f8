"""One e-mail a day to one person: how another app's e-mail becomes the one, where no reminder is."""

import datetime
import uuid

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from learners.people.models import User
from learners.reminders.deciding import Rules
from learners.reminders.models import Digest
from learners.reminders.selectors import mailable

FROM_HOUR = 11
"""By the clock on the wall: by then every organisation's reminders of the day are planned, and go first."""

OURS = uuid.UUID("6e0b6a7e-3f2c-4c0e-9a53-5c1b7d3f8a11")

USUAL = Rules(from_hour=FROM_HOUR)


def is_quiet(at: datetime.datetime) -> bool:
    """Whether it is no time for an e-mail of another app: they go from Monday to Friday, after the day's reminders."""
    return not USUAL.allow(timezone.localtime(at))


def free_on(day: datetime.date) -> QuerySet[User]:
    """People who can be written to, and have no e-mail of this day nor one that waits."""
    todays = Digest.objects.filter(person=OuterRef("pk"), day=day)
    waiting = Digest.objects.unsent().filter(person=OuterRef("pk"))
    return mailable().filter(~Exists(todays), ~Exists(waiting))


@transaction.atomic
def take_day(*, person: int, day: datetime.date, letter: str = "") -> bool:
    """Make another e-mail somebody's one of a day. False where they have one already, or one waits.

    `letter` tells one e-mail from all others: if a day was taken for it, it is its own when it has to go again.
    """
    taken = uuid.uuid5(OURS, f"{letter}.{person}.{day}") if letter else uuid.uuid4()
    if Digest.objects.filter(plan=taken).exists():
        return True
    if not free_on(day).filter(pk=person).exists():
        return False
    Digest.objects.bulk_create(
        [Digest(person_id=person, day=day, plan=taken, state=Digest.State.ELSEWHERE)], ignore_conflicts=True
    )
    return Digest.objects.filter(plan=taken).exists()
