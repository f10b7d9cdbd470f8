"""What a client may see and do."""

from uuid import UUID

from django.db.models import QuerySet

from learners.record_store.models import Client, Statement
from learners.record_store.rules.place import Refused


def organisation_of(client: Client) -> UUID | None:
    """The organisation that a client is bound to."""
    return client.organisation.uuid if client.organisation else None


def readable(client: Client) -> QuerySet[Statement]:
    """The statements that a client may read, voided or not. Raises Refused (403) where it may read none."""
    may_read(client)
    found = Statement.objects.select_related("client")
    if client.reads == Client.Reads.OWN:
        return found.filter(client=client)
    organisation = organisation_of(client)
    return found.filter(organisation=organisation) if organisation else found


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
