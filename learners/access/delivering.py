"""Telling organisations' webhooks: at least once, oldest first, leased, sent outside any transaction, marked.

Whatever is sent again has the same id, by which a receiver can tell. A receiver that fails is left alone for longer
and longer, and its oldest event is given up at last; the next then has its turn.
"""

import datetime
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from learners.access.actions import tell
from learners.access.deciding import TO_DO, Queue
from learners.access.models import AccessEvent, Account, Delivery, Kind, Webhook
from learners.access.receiver import Answer, Receiver
from learners.access.selectors import desk_of
from learners.access.signing import signature
from learners.organisations.models import Membership, Organisation
from learners.sealing import NoKey, unseal

LEASE = datetime.timedelta(minutes=5)
PAUSES = [datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720, 1440)]
"""After each failure in a row of one event; after the last it is given up."""
AT_ONCE = 500

type Clock = Callable[[], datetime.datetime]
type Door = Callable[[str], Receiver]


@dataclass(slots=True)
class Tally:
    """What a run did. `problem` is what went wrong last."""

    taken: int = 0
    dead: int = 0
    problem: str = ""


def deliver(*, now: Clock = timezone.now, door: Door = Receiver) -> Tally:
    """Tell every webhook what waits for it. Any number may run at once."""
    tally = Tally()
    for webhook in Webhook.objects.filter(active=True).select_related("organisation").order_by("pk"):
        announce(webhook.organisation)
        while not _is_paused(webhook, now()) and (delivery := lease(webhook, at=now())):
            answer = _send(webhook, delivery, now(), door)
            _record(webhook, delivery, answer, now(), tally)
    return tally


def announce(organisation: Organisation) -> int:
    """Write an event for each person who waits for something else than was told last; how many.

    Of those for whom nothing is to be done any more, it is noted and not told: their mark was.
    """
    on, told, terms = timezone.localdate(), 0, desk_of(organisation).terms
    for queue in Queue:
        here = Account.objects.filter(organisation=organisation).standing(on).in_queue(queue, terms, on)
        while rows := list(here.exclude(told_queue=queue)[:AT_ONCE]):
            told += _announce(organisation, queue, [row.pk for row in rows])
    return told


@transaction.atomic
def _announce(organisation: Organisation, queue: Queue, keys: list[int]) -> int:
    rows = list(
        Account.objects.select_for_update().filter(pk__in=keys).exclude(told_queue=queue).order_by("pk")
    )
    Account.objects.filter(pk__in=keys).update(told_queue=queue)
    if queue not in TO_DO:
        return 0
    at, batch = timezone.now(), uuid.uuid4()
    tell(
        [
            AccessEvent(account=row, kind=Kind.QUEUED, state=row.state, queue=queue, at=at, batch=batch)
            for row in rows
        ],
        organisation,
    )
    return len(rows)


@transaction.atomic(durable=True)
def lease(webhook: Webhook, *, at: datetime.datetime) -> Delivery | None:
    """Take the oldest for this sender alone. None where there is none, or another has one in hand: order is kept."""
    Webhook.objects.select_for_update().get(pk=webhook.pk)
    first = Delivery.objects.waiting().filter(webhook=webhook).order_by("event_id").first()
    if first is None or not Delivery.objects.due(at).filter(pk=first.pk).update(lease_until=at + LEASE):
        return None
    found = Delivery.objects.select_related("event__account__organisation")
    return found.get(pk=first.pk)


def body_of(event: AccessEvent) -> bytes:
    """What is told: opaque ids, the employer's own number for the person, and the state. No names."""
    account = event.account
    hats = Membership.objects.filter(organisation=account.organisation, person=account.person_id)
    number = hats.order_by("-starts_on", "-pk").values_list("employee_number", flat=True).first()
    told = {
        "type": f"access.{event.kind}",
        "timestamp": event.at.isoformat(),
        "data": {
            "organisation": str(account.organisation.uuid),
            "ods_code": account.organisation.ods_code,
            "account": str(account.uuid),
            "employee_number": number or "",
            "state": event.state,
            "queue": event.queue or None,
            "used_on": event.used_on.isoformat() if event.used_on else None,
            "undoes": str(event.undoes.uuid) if event.undoes else None,
        },
    }
    return json.dumps(told).encode()


def _is_paused(webhook: Webhook, at: datetime.datetime) -> bool:
    return Webhook.objects.filter(pk=webhook.pk, paused_until__gt=at).exists()


def _send(webhook: Webhook, delivery: Delivery, at: datetime.datetime, door: Door) -> Answer:
    body, key, stamp = body_of(delivery.event), str(delivery.event.uuid), int(at.timestamp())
    try:
        signed = signature(unseal(webhook.sealed_secret), key=key, timestamp=stamp, body=body)
    except NoKey as problem:
        return Answer(None, str(problem))
    headers = {"webhook-id": key, "webhook-timestamp": str(stamp), "webhook-signature": signed}
    return door(webhook.address).send(body, headers)


@transaction.atomic(durable=True)
def _record(
    webhook: Webhook, delivery: Delivery, answer: Answer, at: datetime.datetime, tally: Tally
) -> None:
    """Write down what became of it. What was taken stays so, whoever finds out first."""
    said = {"last_status": answer.status, "last_error": answer.reason}
    row = Delivery.objects.waiting().filter(pk=delivery.pk)
    if answer.is_taken:
        row.update(state=Delivery.State.TAKEN, taken_at=at, lease_until=None, **said)
        Webhook.objects.filter(pk=webhook.pk).update(last_taken_at=at, paused_until=None, **said)
        tally.taken += 1
        return
    tally.problem = answer.reason
    ours, given_up = row.filter(lease_until=delivery.lease_until), delivery.attempts >= len(PAUSES)
    after = {"state": Delivery.State.DEAD} if given_up else {}
    if ours.update(attempts=F("attempts") + 1, lease_until=None, **after, **said):
        tally.dead += given_up
        wait = PAUSES[min(delivery.attempts, len(PAUSES) - 1)] if not given_up else datetime.timedelta(0)
        until = at + max(wait, answer.wait or wait)
        Webhook.objects.filter(pk=webhook.pk).update(paused_until=until, **said)
