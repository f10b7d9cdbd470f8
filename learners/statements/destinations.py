"""Where statements go: the record store of the environment, and those that administrators added."""

import secrets
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from learners.outward import Doorkeeper, NotAllowed
from learners.record_store import clock
from learners.record_store.models import Statement
from learners.sealing import seal, unseal
from learners.statements.client import RecordStore
from learners.statements.models import Delivery, Destination
from learners.statements.pseudonyms import Wording, as_it_is, renamed

MOST_QUEUED = 5_000  # in one transaction


def destinations() -> list[Destination]:
    """Those that statements are sent to now. The one of the environment comes first, if there is one."""
    others = Destination.objects.exclude(name=Destination.DEFAULT).filter(is_active=True)
    first = [Destination(name=Destination.DEFAULT)] if settings.XAPI_STORE["endpoint"] else []
    return [*first, *others.select_related("organisation").order_by("name")]


def destination_named(name: str) -> Destination | None:
    """One of them."""
    return next((each for each in destinations() if each.name == name), None)


def store_of(destination: Destination) -> RecordStore:
    """The store itself, to be used as a context manager. Raises NoKey."""
    if destination.is_default:
        return RecordStore(**settings.XAPI_STORE)
    password = unseal(destination.sealed_password) if destination.sealed_password else ""
    return RecordStore(
        endpoint=destination.endpoint,
        username=destination.username,
        password=password,
        timeout=settings.XAPI_STORE["timeout"],
        doorkeeper=None if _is_inside(destination.endpoint) else Doorkeeper(),
    )


def check_address(endpoint: str) -> None:
    """Refuse an address inside, unless the operator named its host. Raises NotAllowed."""
    parts = urlsplit(endpoint)
    if parts.username or parts.password:
        raise NotAllowed("The address must not hold a name or a password.")
    if not _is_inside(endpoint):
        Doorkeeper().check(endpoint)


def _is_inside(endpoint: str) -> bool:
    return urlsplit(endpoint).hostname in settings.XAPI_INSIDE_HOSTS


def wording_of(destination: Destination) -> Wording:
    """How statements are worded for it. Raises NoKey."""
    if not destination.has_own_pseudonyms:
        return as_it_is
    return renamed(bytes.fromhex(unseal(destination.sealed_pseudonym_key)))


def new_pseudonym_key() -> str:
    """A key, sealed."""
    return seal(secrets.token_hex(32))


def wanted_by(destination: Destination, ids: list[UUID]) -> list[UUID]:
    """Of these statements, those that may go there: a store of one organisation gets no other's."""
    if destination.organisation is None:
        return ids
    rows = Statement.objects.filter(pk__in=ids, organisation=destination.organisation.uuid)
    return list(rows.values_list("pk", flat=True))


def unqueued(destination: Destination) -> QuerySet[Statement]:
    """The service's own statements that it should have and was not given yet, oldest first."""
    if destination.is_default:
        return Statement.objects.none()
    rows = Statement.objects.filter(event__isnull=False, seq__gt=destination.queued_through)
    if destination.organisation:
        rows = rows.filter(organisation=destination.organisation.uuid)
    return rows.order_by("seq")


def queue(destination: Destination) -> int:
    """Give it what it has not been given yet. The environment's is given everything as it is written.

    Only up to where the store is complete: a statement that somebody is still writing comes the next time.
    """
    if destination.is_default:
        return 0
    total = 0
    while number := _queue_batch(destination.name):
        total += number
    return total


@transaction.atomic
def _queue_batch(name: str) -> int:
    found = Destination.objects.select_for_update(of=("self",)).select_related("organisation").get(name=name)
    until = clock.place_of(clock.consistent_through())
    rows = unqueued(found).filter(seq__lte=until).values_list("pk", "seq")[:MOST_QUEUED]
    batch = list(rows)
    now = timezone.now()
    Delivery.objects.bulk_create(
        [Delivery(statement_id=pk, destination=name, next_attempt_at=now) for pk, _ in batch],
        ignore_conflicts=True,
    )
    if batch:
        Destination.objects.filter(name=name).update(queued_through=batch[-1][1])
    return len(batch)
