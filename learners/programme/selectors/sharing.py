"""What each network has agreed of some categories of information."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from learners.organisations.models import Network
from learners.programme.gap_rules import Said, said_of, sentence
from learners.programme.gaps import scope_of_networks
from modules.models import InformationCategory


@dataclass(frozen=True, slots=True)
class Line:
    """One category in one network, in words; whether learners there could meet it."""

    category: InformationCategory
    words: str
    is_shared: bool


def shared_by_network(
    information: Iterable[InformationCategory], on: datetime.date
) -> list[tuple[Network, list[Line]]]:
    """Every network with what counts there of each category, in three queries."""
    categories, scope = list(information), scope_of_networks(on)
    found = []
    for network in Network.objects.order_by("name"):
        items = [(each, scope.get(network.pk, {}).get(each.pk)) for each in categories]
        lines = [
            Line(each, sentence(said_of(item)), bool(item and item.said is Said.NOW)) for each, item in items
        ]
        found.append((network, lines))
    return found
