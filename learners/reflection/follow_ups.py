"""Sending follow-ups: leased, sent outside any transaction, marked.

A crash in between lets the lease run out, and the same link is sent again; an answer is taken once whatever happens.
"""

import datetime
import logging
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from learners.organisations.models import Membership
from learners.reflection.models import FollowUp, NextShift

logger = logging.getLogger(__name__)

FIRST = datetime.timedelta(days=28)
LAST = datetime.timedelta(days=42)
LEASE = datetime.timedelta(minutes=10)
QUIET_FROM, QUIET_TO = 22, 7  # local hours
SUBJECT = "One minute: how did it go?"


def is_quiet(now: datetime.datetime) -> bool:
    """Whether people should be left alone."""
    hour = timezone.localtime(now).hour
    return hour >= QUIET_FROM or hour < QUIET_TO


def send_due(now: datetime.datetime) -> int:
    """Send every follow-up that is due, and tell how many were. In quiet hours nothing is sent."""
    if is_quiet(now):
        return 0
    _prepare(now)
    return sum(_send(follow_up, now) for follow_up in _due(now))


def _prepare(now: datetime.datetime) -> None:
    """A follow-up for each plan of four to six weeks ago, of people who still work somewhere and want to be asked."""
    today = timezone.localdate(now)
    working = Membership.objects.in_force(on=today).filter(person=OuterRef("attempt__person"))
    plans = NextShift.objects.filter(
        Exists(working),
        chosen_at__lte=now - FIRST,
        chosen_at__gt=now - LAST,
        wants_follow_up=True,
        attempt__person__is_active=True,
        follow_up=None,
    )
    FollowUp.objects.bulk_create(
        [FollowUp(next_shift=plan) for plan in plans.order_by("pk")], ignore_conflicts=True
    )


def _due(now: datetime.datetime) -> Iterator[FollowUp]:
    """Those not sent, each leased to this sender alone by an UPDATE that only one can win."""
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    waiting = FollowUp.objects.filter(
        free,
        sent_at=None,
        next_shift__wants_follow_up=True,
        next_shift__chosen_at__gt=now - LAST,
        next_shift__attempt__person__is_active=True,
    )
    for follow_up in waiting.select_related("next_shift__attempt__person").order_by("pk"):
        won = FollowUp.objects.filter(free, pk=follow_up.pk, sent_at=None).update(lease_until=now + LEASE)
        if won:
            yield follow_up


def _send(follow_up: FollowUp, now: datetime.datetime) -> bool:
    """Send one. A mail server that fails is tried again when the lease has run out."""
    person = follow_up.next_shift.attempt.person
    context = {
        "first_name": person.first_name,
        "link": _absolute("reflection:follow_up", follow_up.token),
        "stop": _absolute("reflection:follow_up_stop", follow_up.token),
    }
    try:
        send_mail(
            SUBJECT,
            render_to_string("emails/follow_up.txt", context),
            settings.DEFAULT_FROM_EMAIL,
            [person.email],
        )
    except OSError:
        logger.warning("Follow-up %s was not sent: the mail server failed.", follow_up.pk)
        return False
    FollowUp.objects.filter(pk=follow_up.pk).update(sent_at=now, lease_until=None)
    return True


def _absolute(name: str, token: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=[token])}"
