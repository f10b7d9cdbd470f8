"""Agreements, and what is switched on."""

import datetime
from typing import Any

from learners.organisations.models import Network, Organisation
from learners.sharing.models import Agreement, Party, ScopeItem, Stage, StageEntry, Visibility
from modules.models import InformationCategory, Role
from tests.factories.organisations import days_ago
from tests.factories.people import PersonFactory


def information(slug: str = "allergies") -> InformationCategory:
    """A category of those that every service begins with."""
    return InformationCategory.objects.get(slug=slug)


def agreement_in(
    network: Network, *, stage: Stage = Stage.ACTIVE, on: datetime.date | None = None, **given: Any
) -> Agreement:
    """An agreement in a stage, for 30 days or since a day, that nobody has signed."""
    agreement = Agreement.objects.create(
        **{
            "network": network,
            "title": "Sharing for care",
            "version": "1.0",
            "owner": "Information governance lead",
            "stage": stage,
        }
        | given
    )
    StageEntry.objects.create(
        agreement=agreement, stage=stage, entered_on=on or days_ago(30), by=PersonFactory()
    )
    return agreement


def party_of(agreement: Agreement, organisation: Organisation, **given: Any) -> Party:
    """An organisation that signed 30 days ago."""
    return Party.objects.create(
        **{"agreement": agreement, "organisation": organisation, "state": "signed", "signed_on": days_ago(30)}
        | given
    )


def scope_of(
    agreement: Agreement, slug: str = "allergies", *, roles: tuple[Role, ...] = (), **given: Any
) -> ScopeItem:
    """A category that every party shares with every other, now."""
    item = ScopeItem.objects.create(agreement=agreement, information=information(slug), **given)
    item.roles.set(roles)
    return item


def switched_on(organisation: Organisation, slug: str = "allergies", **given: Any) -> Visibility:
    """A category that every role there has seen live for 20 days."""
    return Visibility.objects.create(
        **{
            "organisation": organisation,
            "information": information(slug),
            "source": "GP record",
            "checked_on": days_ago(20),
            "starts_on": days_ago(20),
        }
        | given
    )


def agreement_parts(network: Network, organisation: Organisation) -> dict[str, Any]:
    """For the walk: an active agreement that an organisation signed."""
    agreement = agreement_in(network, title="Walked through")
    return {
        "agreement": agreement.uuid,
        "party": party_of(agreement, organisation).pk,
        "scope_item": scope_of(agreement).pk,
    }
