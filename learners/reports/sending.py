"""Sending the links of schedules: planned by day, leased, sent, marked. `learners.posting` sends."""

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from learners.dashboards.selectors.names import with_those_below
from learners.organisations.scope import Scope
from learners.posting import LEASE, Clock, Post, Tally
from learners.reminders.sending import is_quiet
from learners.reports.actions import stop_schedule
from learners.reports.due_days import DAY, latest_day
from learners.reports.models import Cadence, Schedule, Sending
from learners.reports.ordering import Order, may_have
from learners.reports.writing import hand_over

AT_ONCE = 500


def send_reports(now: Clock = timezone.now) -> Tally:
    """Plan and send what is due. Run again, whenever and however often, it sends only what was not sent."""
    if is_quiet(now()):
        return Tally()
    plan(now)
    post: Post[Sending] = Post(
        kind="Report", is_quiet=is_quiet, lease=lease, hand_over=hand_over, sent=_sent, refused=_refused
    )
    return post.send(_keys(now), now)


def plan(now: Clock) -> None:
    """A sending for each schedule, of the latest day on which its week or month ended since it was made."""
    today = timezone.localdate(now())
    for cadence in Cadence:
        day = latest_day(cadence, today)
        due = (
            Schedule.objects.running()
            .filter(cadence=cadence, owner__is_active=True)
            .exclude(sendings__day=day)
        )
        rows = [Sending(schedule=each, day=day) for each in due if timezone.localdate(each.made_at) <= day]
        Sending.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)


def order_of(sending: Sending) -> Order:
    """What a link is of."""
    asked = sending.schedule
    below = (
        with_those_below(asked.organisation, asked.team_id) if asked.organisation and asked.team_id else None
    )
    return Order(
        report=asked.report,
        on=sending.day,
        is_workbook=asked.is_workbook,
        teams=below,
        module=asked.module_key,
    )


def _due(now: Clock) -> QuerySet[Sending]:
    """Of the latest days, sent to nobody yet, and in nobody's hand."""
    today = timezone.localdate(now())
    fresh = Q()
    for cadence in Cadence:
        fresh |= Q(schedule__cadence=cadence, day=latest_day(cadence, today))
    free = Q(lease_until=None) | Q(lease_until__lte=now())
    running = Q(schedule__stopped_at=None, schedule__owner__is_active=True)
    return Sending.objects.filter(fresh, free, running, sent_at=None)


def _keys(now: Clock) -> Iterator[int]:
    return iter(list(_due(now).order_by("pk").values_list("pk", flat=True)))


@transaction.atomic(durable=True)
def lease(key: int, at: datetime.datetime) -> Sending | None:
    """Take one for this sender alone. None where another did; and where its owner may not have it any more."""
    due = _due(lambda: at).filter(pk=key)
    related = ("schedule__owner", "schedule__organisation", "schedule__network")
    found = due.select_related(*related).first()
    if found is None:
        return None
    asked = found.schedule
    if not may_have(Scope.of(asked.owner), asked.place, asked.report):
        stop_schedule(schedule=asked)
        return None
    return found if due.update(lease_until=at + LEASE) else None


def _sent(sending: Sending, at: datetime.datetime) -> None:
    Sending.objects.filter(pk=sending.pk, sent_at=None).update(sent_at=at, lease_until=None)


def _refused(sending: Sending, at: datetime.datetime) -> None:
    Sending.objects.filter(pk=sending.pk).update(lease_until=at + DAY)
