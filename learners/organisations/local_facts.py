"""Reading what is true where somebody works."""

import datetime
from collections.abc import Collection

from django.db.models import Q

from learners.organisations.models import LocalFact, NetworkMembership, Organisation
from modules.models import FactKind


def facts_of(
    organisation: Organisation | None, kinds: Collection[str], on: datetime.date
) -> dict[str, LocalFact]:
    """What an organisation says to the questions of these kinds, by slug: its own answer, or else its network's.

    Nothing for somebody who wears no hat. Of two networks, the one that the organisation joined first answers.
    """
    if organisation is None or not kinds:
        return {}
    joined = NetworkMembership.objects.in_force(on=on).filter(organisation=organisation)
    networks = list(joined.order_by("starts_on", "pk").values_list("network_id", flat=True))
    rows = LocalFact.objects.filter(
        Q(organisation=organisation) | Q(network__in=networks), kind__slug__in=kinds
    ).select_related("kind", "organisation", "network")
    best: dict[str, LocalFact] = {}
    for row in sorted(rows, key=lambda row: networks.index(row.network_id) if row.network_id else -1):
        best.setdefault(row.kind.slug, row)
    return best


def kinds_not_given(organisation: Organisation, needed: Collection[str], on: datetime.date) -> list[FactKind]:
    """The kinds of facts that are needed here and that neither the organisation nor its network has given."""
    missing = set(needed) - set(facts_of(organisation, needed, on))
    return list(FactKind.objects.filter(slug__in=missing)) if missing else []
