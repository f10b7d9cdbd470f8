"""What a client may see and do."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from learners.record_store.models import Client, Statement
from learners.record_store.rules.place import Refused


def organisation_of(client: Client) -> UUID | None:
    """The organisation that a client is bound to."""
    return client.organisation.uuid if client.organisation else None


def readable(client: Client) -> QuerySet[Statement]:
    """The statements that a client may read, voided or not. Raises Refused (403) where it may read none."""
    may_read(client)
    return Statement.objects.select_related("client").filter(**_scope(client))


def readable_among(client: Client, **places: int) -> QuerySet[Statement]:
    """The same, for a query that finds them by what they mention, and which may find many that are not to be read.

    Asked so, the database looks into an index for each, and reads none but those; `places` bound where it looks.
    """
    may_read(client)
    found, scope = Statement.objects.select_related("client"), _scope(client)
    inside = Statement.objects.filter(seq=OuterRef("seq"), **scope, **places)
    return found.filter(Exists(inside)) if scope else found


def _scope(client: Client) -> dict[str, Any]:
    """What a statement must be to be read: nothing, where the client may read all."""
    if client.reads == Client.Reads.OWN:
        return {"client": client}
    organisation = organisation_of(client)
    return {"organisation": organisation} if organisation else {}


def drawers_of(client: Client) -> str:
    """Whose states and profiles a client works with: those of its organisation, of all, or only its own."""
    if client.reads != Client.Reads.ALL:
        return f"client {client.uuid}"
    return str(organisation_of(client) or "")


def may_read(client: Client) -> None:
    """Raises Refused (403)."""
    if client.reads == Client.Reads.NOTHING:
        raise Refused("These credentials may not read.", status=403)


def may_write(client: Client) -> None:
    """Raises Refused (403)."""
    if not client.writes:
        raise Refused("These credentials may not write.", status=403)
