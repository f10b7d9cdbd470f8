"""How the outbox stands, for people and for machines that watch it."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from learners.record_store import clock
from learners.record_store.models import Statement
from learners.statements.destinations import unqueued
from learners.statements.models import Delivery, Destination

MOST_COUNTED = 10_000  # a store that is away for a week must not make looking at the outbox slow


@dataclass(frozen=True, slots=True)
class OutboxState:
    """Counts stop at MOST_COUNTED. `problem` is what the store said last, if it was no success."""

    store_is_configured: bool
    waiting: int
    oldest_waiting_since: datetime.datetime | None
    dead: int
    paused_until: datetime.datetime | None
    problem: str

    @property
    def waiting_in_words(self) -> str:
        """The count as it should be read."""
        return in_words(self.waiting)

    @property
    def dead_in_words(self) -> str:
        """The count as it should be read."""
        return in_words(self.dead)


def in_words(count: int) -> str:
    """A count that may have stopped: `12`, or `10,000 or more`."""
    return f"{count:,} or more" if count >= MOST_COUNTED else f"{count:,}"


def outbox_state(destination: str = Destination.DEFAULT) -> OutboxState:
    """How the outbox stands for one record store. So many queries, each bounded, on partial indexes."""
    rows = Delivery.objects.filter(destination=destination)
    oldest = rows.pending().order_by("id").values_list("statement__stored", flat=True).first()
    store = Destination.objects.select_related("organisation").filter(name=destination).first()
    to_come = unqueued(store) if store else Statement.objects.none()
    return OutboxState(
        store_is_configured=store_is_configured() if destination == Destination.DEFAULT else bool(store),
        waiting=(rows.pending()[:MOST_COUNTED].count() if oldest else 0) + to_come[:MOST_COUNTED].count(),
        oldest_waiting_since=oldest or to_come.values_list("stored", flat=True).first(),
        dead=rows.dead()[:MOST_COUNTED].count(),
        paused_until=store.paused_until if store else None,
        problem=store.last_error if store else "",
    )


def outbox_states() -> list[tuple[Destination, OutboxState]]:
    """The same for every record store that administrators added, by name."""
    added = Destination.objects.exclude(name=Destination.DEFAULT).select_related("organisation")
    return [(each, outbox_state(each.name)) for each in added.order_by("name")]


def store_is_configured() -> bool:
    """Whether statements have somewhere to go."""
    return bool(settings.XAPI_STORE["endpoint"])


def stored_since(moment: datetime.datetime) -> QuerySet[Statement]:
    """The service's own statements from a moment on, oldest first."""
    return Statement.objects.filter(event__isnull=False, seq__gte=clock.place_of(moment)).order_by("seq")
