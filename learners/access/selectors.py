"""Reading the queue."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from learners.access.deciding import TO_DO, Mark, Queue
from learners.access.models import AccessEvent, Account, Delivery, Desk, Kind, Webhook
from learners.access.models.account import conditions
from learners.organisations.models import Membership, Organisation

MARKS = (Kind.GRANTED, Kind.WITHDRAWN, Kind.REINSTATED)


def desk_of(organisation: Organisation) -> Desk:
    """What an organisation has chosen; the usual, not saved, where it has not."""
    return Desk.objects.filter(pk=organisation.pk).first() or Desk(organisation=organisation)


def waiting(organisation: Organisation) -> dict[str, int]:
    """How many people wait in each queue in which something is to be done: ready, to_withdraw, lapsed and so on.

    Counted when something has moved or a day has begun, and kept: a page of figures may ask it each time.
    """
    desk = Desk.objects.filter(pk=organisation.pk).first()
    if desk is None:
        return {queue.value: 0 for queue in TO_DO}
    today = timezone.localdate()
    if desk.counted_on != today:
        desk.counts = counts(organisation, desk)
        Desk.objects.filter(pk=desk.pk).update(counts=desk.counts, counted_on=today)
    return {queue.value: desk.counts.get(queue.value, 0) for queue in TO_DO}


def counts(organisation: Organisation, desk: Desk) -> dict[str, int]:
    """How many wait in each queue, counted now."""
    on = timezone.localdate()
    which = conditions(desk.terms, on)
    numbers = {queue.value: Count("pk", filter=which[queue]) for queue in Queue}
    return Account.objects.filter(organisation=organisation).standing(on).aggregate(**numbers)


def accounts_in(organisation: Organisation, queue: Queue | None, looked_for: str = "") -> QuerySet[Account]:
    """Who waits in a queue (None: everybody), by name."""
    on = timezone.localdate()
    found = Account.objects.filter(organisation=organisation).standing(on)
    if queue:
        found = found.in_queue(queue, desk_of(organisation).terms, on)
    for word in looked_for.split():
        found = found.filter(
            Q(person__first_name__icontains=word)
            | Q(person__last_name__icontains=word)
            | Q(pk__in=_numbered(organisation, word))
        )
    return _named(found).order_by("person__last_name", "person__first_name", "pk")


def _numbered(organisation: Organisation, number: str) -> QuerySet[Account, Any]:
    hats = Membership.objects.filter(organisation=organisation, employee_number__iexact=number)
    return Account.objects.filter(organisation=organisation, person__in=hats.values("person")).values("pk")


def _named(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """With the person, and the number and team of the hat that they took up last."""
    hats = Membership.objects.filter(
        organisation=OuterRef("organisation"), person=OuterRef("person")
    ).order_by("-starts_on", "-pk")
    return accounts.select_related("person").annotate(
        employee_number=Subquery(hats.values("employee_number")[:1]),
        team=Subquery(hats.values("team__name")[:1]),
    )


@dataclass(frozen=True)
class Preview:
    """What a mark would do: to whom, and of whom it cannot be said, for they are not in that state any more."""

    mark: Mark
    fitting: list[Account]
    others: list[Account]

    @property
    def keys(self) -> str:
        """Those it would be done to, for a form."""
        return " ".join(str(account.uuid) for account in self.fitting)


def preview(organisation: Organisation, accounts: Iterable[uuid.UUID], mark: Mark) -> Preview:
    """What marking these accounts would do. Those of other organisations do not exist."""
    found = _named(Account.objects.filter(organisation=organisation, uuid__in=list(accounts)))
    rows = list(found.order_by("person__last_name", "person__first_name", "pk"))
    fitting = [row for row in rows if row.state == mark.before]
    return Preview(mark, fitting, [row for row in rows if row.state != mark.before])


@dataclass(frozen=True)
class Batch:
    """What one administrator told at once."""

    batch: uuid.UUID
    kind: str
    at: Any
    by: str
    people: int
    can_undo: bool

    @property
    def undo_label(self) -> str:
        """What a button that undoes it says aloud."""
        return f"It was a mistake: {self.kind.lower()}, {self.people}"


def batches(organisation: Organisation) -> list[Batch]:
    """The last hundred things that were told here, the latest first."""
    told = AccessEvent.objects.filter(account__organisation=organisation).exclude(kind=Kind.QUEUED)
    rows = (
        told.order_by()
        .values("batch", "kind", "by__first_name", "by__last_name")
        .annotate(people=Count("pk"), undone=Count("undone_by"), told_at=Max("at"))
        .order_by("-told_at", "batch")[:100]
    )
    return [
        Batch(
            row["batch"],
            Kind(row["kind"]).label,
            row["told_at"],
            f"{row['by__first_name']} {row['by__last_name']}".strip(),
            row["people"],
            row["kind"] in MARKS and row["undone"] < row["people"],
        )
        for row in rows
    ]


def webhook_of(organisation: Organisation) -> Webhook | None:
    """The organisation's webhook, whether it is switched on or not."""
    return Webhook.objects.filter(organisation=organisation).first()


def deliveries_of(webhook: Webhook) -> Mapping[str, int]:
    """How many of its events are where."""
    rows = Delivery.objects.filter(webhook=webhook).values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}
