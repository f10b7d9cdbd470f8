"""Writing what administrators tell of accounts. Nothing is provisioned here: it is written down, and told on."""

import datetime
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.access.deciding import Mark, State, Told, folded
from learners.access.models import AccessEvent, Account, Delivery, Desk, Kind, Webhook
from learners.access.signing import new_secret
from learners.organisations.models import Organisation
from learners.sealing import seal

KINDS = {Mark.GRANT: Kind.GRANTED, Mark.WITHDRAW: Kind.WITHDRAWN, Mark.REINSTATE: Kind.REINSTATED}


@transaction.atomic
def mark(
    *, organisation: Organisation, accounts: Iterable[uuid.UUID], mark: Mark, by: Any
) -> tuple[uuid.UUID, int]:
    """Write down that accounts were granted, withdrawn or reinstated: under which batch, and how many.

    Only those are marked of which it can be said: told twice, the second changes nothing.
    """
    rows = list(
        Account.objects.select_for_update()
        .filter(organisation=organisation, uuid__in=list(accounts), state=mark.before)
        .order_by("pk")
    )
    for row in rows:
        row.state, row.since = mark.after, timezone.localdate()
    batch = uuid.uuid4()
    tell([_event(row, KINDS[mark], by, batch) for row in rows], organisation)
    Account.objects.bulk_update(rows, ["state", "since"], batch_size=1000)
    return batch, len(rows)


@transaction.atomic
def undo(*, organisation: Organisation, batch: uuid.UUID, by: Any) -> tuple[int, int]:
    """Write down that a batch was marked by mistake: of how many, and of how many not, for more was told since."""
    marks = AccessEvent.objects.filter(
        account__organisation=organisation, batch=batch, kind__in=KINDS.values(), undone_by=None
    )
    accounts = {
        row.pk: row
        for row in Account.objects.select_for_update().filter(pk__in=marks.values("account")).order_by("pk")
    }
    told = _told(accounts)
    rows, events, token = [], [], uuid.uuid4()
    for event in marks:
        row, history = accounts[event.account_id], told[event.account_id]
        undone = {each.undoes for each in history}
        if max(each.key for each in history if not each.undoes and each.key not in undone) != event.pk:
            continue
        after = [*history, Told(0, timezone.localdate(), State.NONE, undoes=event.pk)]
        row.state, row.since = folded(after)
        rows.append(row)
        events.append(_event(row, Kind.UNDONE, by, token, undoes=event))
    tell(events, organisation)
    Account.objects.bulk_update(rows, ["state", "since"], batch_size=1000)
    return len(rows), len(accounts) - len(rows)


@transaction.atomic
def note_uses(*, organisation: Organisation, uses: Mapping[int, datetime.date], by: Any) -> int:
    """Write down on which day people used their account last, by person; of how many. An earlier day is no news."""
    rows = list(
        Account.objects.select_for_update()
        .filter(organisation=organisation, person__in=list(uses), state=State.GRANTED)
        .order_by("pk")
    )
    rows = [row for row in rows if row.used_on is None or row.used_on < uses[row.person_id]]
    for row in rows:
        row.used_on = uses[row.person_id]
    batch = uuid.uuid4()
    tell([_event(row, Kind.USED, by, batch, used_on=row.used_on) for row in rows], organisation)
    Account.objects.bulk_update(rows, ["used_on"], batch_size=1000)
    return len(rows)


@transaction.atomic
def set_terms(*, organisation: Organisation, by: Any, grace_days: int, unused_days: int | None) -> None:
    """Choose the days of grace, and after how long an account counts as unused."""
    chosen = {"grace_days": grace_days, "unused_days": unused_days}
    Desk.objects.update_or_create(organisation=organisation, defaults=chosen | {"counted_on": None})
    log(instance=organisation, action="access.terms", user=by, data=chosen)


@transaction.atomic
def set_webhook(*, organisation: Organisation, address: str, by: Any) -> str:
    """Begin to tell an address of what happens from now on. Gives its new secret, which nobody can read again."""
    secret = new_secret()
    fresh = {"address": address, "sealed_secret": seal(secret), "active": True, "paused_until": None,
             "last_status": None, "last_error": "", "made_by": by, "made_at": timezone.now()}  # fmt: skip
    Webhook.objects.update_or_create(organisation=organisation, defaults=fresh)
    log(instance=organisation, action="access.webhook", user=by, data={"address": address})
    return secret


@transaction.atomic
def stop_webhook(*, webhook: Webhook, by: Any) -> None:
    """Tell nothing more there. What waits stays, and goes out if it is begun again."""
    Webhook.objects.filter(pk=webhook.pk).update(active=False)
    log(instance=webhook.organisation, action="access.stop_webhook", user=by)


@transaction.atomic
def send_again(*, webhook: Webhook, by: Any) -> int:
    """Try once more what was given up; how many."""
    dead = Delivery.objects.filter(webhook=webhook, state=Delivery.State.DEAD)
    number = dead.update(state=Delivery.State.WAITING, attempts=0, lease_until=None)
    Webhook.objects.filter(pk=webhook.pk).update(paused_until=None)
    log(instance=webhook.organisation, action="access.send_again", user=by, data={"events": number})
    return number


def tell(events: list[AccessEvent], organisation: Organisation) -> None:
    """Add events, and with them, in the same transaction, their way to the organisation's webhook."""
    AccessEvent.objects.bulk_create(events, batch_size=1000)
    Desk.objects.filter(pk=organisation.pk).update(counted_on=None)
    webhook = Webhook.objects.filter(organisation=organisation, active=True).first()
    if webhook:
        Delivery.objects.bulk_create(
            [Delivery(event=event, webhook=webhook) for event in events], batch_size=1000
        )


def _event(row: Account, kind: Kind, by: Any, batch: uuid.UUID, **more: Any) -> AccessEvent:
    return AccessEvent(account=row, kind=kind, state=row.state, at=timezone.now(), by=by, batch=batch, **more)


def _told(accounts: Iterable[int]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {key: [] for key in accounts}
    kinds = [*KINDS.values(), Kind.UNDONE]
    for event in AccessEvent.objects.filter(account__in=found, kind__in=kinds).order_by("pk"):
        told = Told(event.pk, timezone.localdate(event.at), State(event.state), event.undoes_id)
        found[event.account_id].append(told)
    return found
