"""Which follow-ups are due, and how each is leased and marked. `learners.posting` sends them.

Whatever is sent twice has the same link, and an answer is taken once.
"""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from learners.organisations.models import Membership, Pause
from learners.posting import LEASE, Clock, Post, Tally
from learners.reflection.asking import ask
from learners.reflection.models import FollowUp, NextShift
from learners.reminders.daily import is_quiet, take_day
from learners.reminders.selectors import mailable

FIRST = datetime.timedelta(days=28)
LAST = datetime.timedelta(days=42)
PAUSE = datetime.timedelta(days=1)  # before an address that was refused is tried again


def send_due(now: Clock = timezone.now) -> Tally:
    """Send what is due."""
    return _post().send(due(now()).values_list("pk", flat=True).order_by("pk"), now)


def due(at: datetime.datetime) -> QuerySet[NextShift]:
    """Plans of four to six weeks ago, of people who work somewhere today, want to be asked, and were not yet."""
    day = timezone.localdate(at)
    paused = Pause.objects.in_force(on=day).filter(membership=OuterRef("pk"))
    working = Membership.objects.in_force(on=day).filter(~Exists(paused), person=OuterRef("attempt__person"))
    settled = Q(sent_at__isnull=False) | Q(lease_until__gt=at)
    return NextShift.objects.filter(
        Exists(working),
        ~Exists(FollowUp.objects.filter(settled, next_shift=OuterRef("pk"))),
        chosen_at__lte=at - FIRST,
        chosen_at__gt=at - LAST,
        wants_follow_up=True,
        attempt__person__in=mailable(),
    )


@transaction.atomic(durable=True)
def lease(plan: int, *, at: datetime.datetime) -> FollowUp | None:
    """Take one for this sender alone, by an UPDATE that only one can win. None where another did, or it is not due.

    Nor is it where the person has another e-mail that day: then it waits for the next.
    """
    person = due(at).filter(pk=plan).values_list("attempt__person", flat=True).first()
    if not person or not take_day(person=person, day=timezone.localdate(at), letter=f"follow-up.{plan}"):
        return None
    FollowUp.objects.bulk_create([FollowUp(next_shift_id=plan)], ignore_conflicts=True)
    free = Q(lease_until=None) | Q(lease_until__lte=at)
    mine = FollowUp.objects.filter(free, next_shift=plan, sent_at=None).update(lease_until=at + LEASE)
    found = FollowUp.objects.select_related("next_shift__attempt__person")
    return found.get(next_shift=plan) if mine else None


def _post() -> Post[FollowUp]:
    return Post(
        kind="Follow-up of plan", is_quiet=is_quiet, lease=_lease, hand_over=ask, sent=_sent, refused=_put_off
    )


def _lease(plan: int, at: datetime.datetime) -> FollowUp | None:
    return lease(plan, at=at)


def _sent(follow_up: FollowUp, at: datetime.datetime) -> None:
    FollowUp.objects.filter(pk=follow_up.pk, sent_at=None).update(sent_at=at, lease_until=None)


def _put_off(follow_up: FollowUp, at: datetime.datetime) -> None:
    leased = FollowUp.objects.filter(pk=follow_up.pk, lease_until=follow_up.lease_until)
    leased.update(lease_until=at + PAUSE)
