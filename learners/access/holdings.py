"""What is held of who has an account in the shared record, and of who told so."""

from collections.abc import Iterator
from typing import Any

from learners.access.models import AccessEvent, Account, Webhook
from learners.holdings import Fate, Holding, Row, register


def _accounts(person: Any) -> Iterator[Row]:
    found = AccessEvent.objects.filter(account__person=person).select_related("account__organisation")
    for account in Account.objects.filter(person=person).select_related("organisation"):
        yield {
            "Organisation": account.organisation.name,
            "State": account.get_state_display(),
            "Since": account.since,
            "Last used": account.used_on,
            "All done that it needs": account.meets,
        }
    for event in found:
        yield {
            "Organisation": event.account.organisation.name,
            "When": event.at,
            "What was told": event.get_kind_display(),
        }


def _told(person: Any) -> Iterator[Row]:
    for event in AccessEvent.objects.filter(by=person).select_related("account__organisation"):
        yield {
            "Organisation": event.account.organisation.name,
            "When": event.at,
            "You told": event.get_kind_display(),
        }
    for webhook in Webhook.objects.filter(made_by=person).select_related("organisation"):
        yield {
            "Organisation": webhook.organisation.name,
            "When": webhook.made_at,
            "You told": f"Send events to {webhook.address}",
        }


register(
    Holding(
        key="access-accounts",
        title="Whether you have an account in the shared record",
        why="So that those get one who have learnt how to use it, and nobody keeps one who left.",
        how_long="As long as where you worked is kept.",
        fate=Fate.KEPT,
        because="It must stay known that accounts were given and taken away in order. Your name is gone from it.",
        rows=_accounts,
        about=("access.Account.person",),
        parts=("access.AccessEvent", "access.Delivery"),
    ),
    Holding(
        key="access-told",
        of_duties=True,
        title="What you told of other people's accounts",
        why="So that it is known who acted, and when.",
        how_long="As long as the organisation is kept.",
        fate=Fate.KEPT,
        because="It says what was done for an organisation. Your name is gone from it.",
        rows=_told,
        by=("access.AccessEvent.by", "access.Webhook.made_by"),
    ),
)
