"""What the agreements of an organisation say of each category of information, for one of its roles."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from learners.organisations.models import Organisation
from learners.sharing.models import Party, Phase
from learners.sharing.ranking import best
from learners.sharing.selectors.agreements import holding
from learners.sharing.selectors.items import Item, ReadItems, items_of
from modules.models import Role


class Agreed(IntEnum):
    """How far something is agreed, the best last: where several agreements speak of it, the best counts."""

    OUT_OF_SCOPE = 1
    PLANNED = 2
    WAITING = 3  # in scope now, but the agreement is not active yet, or this organisation has not signed it
    NOW = 4


@dataclass(frozen=True, slots=True)
class Scoped:
    """What is agreed of one category of information, and by which agreement."""

    information: int
    agreed: Agreed
    agreement: str
    planned_for: datetime.date | None
    reason: str

    @property
    def rank(self) -> int:
        """How much is shared."""
        return self.agreed


type Said = dict[int, Scoped]
"""What is agreed of each category of information, by the key of the category."""


def shared_with(
    organisation: Organisation,
    role: Role | None,
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
) -> Said:
    """What a role may come to see at an organisation, as agreed on a day, by the key of the category.

    A category that no agreement of the organisation names is not there. Without a role: what is for every role.
    A fixed number of queries, whatever the number of agreements.
    """
    return shared_among([organisation], [role], on, information=information)[
        organisation.pk, role.pk if role else None
    ]


def shared_among(
    organisations: Sequence[Organisation],
    roles: Sequence[Role | None],
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
    read_items: ReadItems = items_of,
) -> dict[tuple[int, int | None], Said]:
    """The same for each of these roles at each of these organisations, by both their keys, in as many queries."""
    bound, party_to = _agreements_of(organisations, on)
    items = read_items(set().union(*party_to.values()), on, information)
    found: dict[tuple[int, int | None], Said] = {}
    for organisation in organisations:
        signed, theirs = bound[organisation.pk], party_to[organisation.pk]
        here = [item for item in items if item.agreement in theirs and item.is_shown_at(organisation)]
        for role in roles:
            said: dict[int, list[Scoped]] = defaultdict(list)
            for item in here:
                if item.is_for(role):
                    binds = item.agreement in signed and item.is_active
                    said[item.information].append(_scoped(item, binds=binds))
            found[organisation.pk, role.pk if role else None] = {
                key: counts for key, scoped in said.items() if (counts := best(scoped))
            }
    return found


def _agreements_of(
    organisations: Sequence[Organisation], on: datetime.date
) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """By organisation: the agreements that it signed, and those together with the ones that it is asked to sign."""
    bound: dict[int, set[int]] = defaultdict(set)
    party_to: dict[int, set[int]] = defaultdict(set)
    rows = (holding(on) | Party.objects.filter(state=Party.State.ASKED)).filter(
        organisation__in=organisations
    )
    for organisation, agreement, state in rows.order_by().values_list("organisation", "agreement", "state"):
        party_to[organisation].add(agreement)
        if state != Party.State.ASKED:
            bound[organisation].add(agreement)
    return bound, party_to


def _scoped(item: Item, *, binds: bool) -> Scoped:
    """What an item says. What was planned for a day that has passed stays planned until somebody says now."""
    agreed = {
        Phase.NOW: Agreed.NOW if binds else Agreed.WAITING,
        Phase.PLANNED: Agreed.PLANNED,
        Phase.OUT_OF_SCOPE: Agreed.OUT_OF_SCOPE,
    }[Phase(item.phase)]
    return Scoped(
        information=item.information,
        agreed=agreed,
        agreement=item.agreement_in_words,
        planned_for=item.planned_for if agreed is Agreed.PLANNED else None,
        reason=item.reason if agreed is Agreed.OUT_OF_SCOPE else "",
    )
