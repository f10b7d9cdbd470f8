"""Sending follow-ups: leased, sent outside any transaction, marked.

A crash in between lets the lease run out, and the same link is sent again; an answer is taken once whatever happens.
"""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from learners.organisations.models import Membership
from learners.reflection.asking import ask
from learners.reflection.models import FollowUp, NextShift

logger = logging.getLogger(__name__)

FIRST = datetime.timedelta(days=28)
LAST = datetime.timedelta(days=42)
LEASE = datetime.timedelta(minutes=10)
PAUSE = datetime.timedelta(days=1)  # before an address that was refused is tried again
QUIET_FROM, QUIET_TO = 22, 7  # local hours

REFUSED = (SMTPRecipientsRefused, SMTPDataError, SMTPNotSupportedError, ValueError)
"""What is wrong with one e-mail or its address. Any other OSError is the mail server's, and ends the run."""

type Clock = Callable[[], datetime.datetime]


@dataclass(slots=True)
class Tally:
    """What a run did. `problem` is why it ended early."""

    sent: int = 0
    refused: int = 0
    problem: str = ""


def is_quiet(now: datetime.datetime) -> bool:
    """Whether people should be left alone."""
    hour = timezone.localtime(now).hour
    return hour >= QUIET_FROM or hour < QUIET_TO


def send_due(now: Clock = timezone.now) -> Tally:
    """Send what is due until nothing is, it is night, or the mail server fails. Any number may run at once."""
    tally = Tally()
    for plan in due(now()).values_list("pk", flat=True).order_by("pk"):
        if is_quiet(now()):
            break
        follow_up = lease(plan, at=now())
        if follow_up:
            _send(follow_up, tally, now)
        if tally.problem:
            break
    return tally


def due(at: datetime.datetime) -> QuerySet[NextShift]:
    """Plans of four to six weeks ago, of people who still work somewhere, want to be asked, and were not yet."""
    working = Membership.objects.in_force(on=timezone.localdate(at)).filter(
        person=OuterRef("attempt__person")
    )
    settled = Q(sent_at__isnull=False) | Q(lease_until__gt=at)
    return NextShift.objects.filter(
        Exists(working),
        ~Exists(FollowUp.objects.filter(settled, next_shift=OuterRef("pk"))),
        chosen_at__lte=at - FIRST,
        chosen_at__gt=at - LAST,
        wants_follow_up=True,
        attempt__person__is_active=True,
    )


@transaction.atomic(durable=True)
def lease(plan: int, *, at: datetime.datetime) -> FollowUp | None:
    """Take one for this sender alone, by an UPDATE that only one can win. None where another did, or it is not due."""
    if not due(at).filter(pk=plan).exists():
        return None
    FollowUp.objects.bulk_create([FollowUp(next_shift_id=plan)], ignore_conflicts=True)
    free = Q(lease_until=None) | Q(lease_until__lte=at)
    mine = FollowUp.objects.filter(free, next_shift=plan, sent_at=None).update(lease_until=at + LEASE)
    found = FollowUp.objects.select_related("next_shift__attempt__person")
    return found.get(next_shift=plan) if mine else None


def _send(follow_up: FollowUp, tally: Tally, now: Clock) -> None:
    """Send one, and mark it. Of what fails, neither the log nor anybody is told to whom it was."""
    leased = FollowUp.objects.filter(pk=follow_up.pk, lease_until=follow_up.lease_until)
    try:
        ask(follow_up)
    except REFUSED as problem:
        tally.refused += 1
        logger.warning("Follow-up %s was refused: %s.", follow_up.pk, type(problem).__name__)
        leased.update(lease_until=now() + PAUSE)
    except OSError as problem:  # it may have taken this one, so the lease stays
        tally.problem = type(problem).__name__
        logger.warning("Follow-up %s was not sent: %s.", follow_up.pk, tally.problem)
    else:
        tally.sent += 1
        FollowUp.objects.filter(pk=follow_up.pk, sent_at=None).update(sent_at=now(), lease_until=None)
