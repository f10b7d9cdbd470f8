"""The items of agreements' scope as plain data: who may come to see what, and how far it has come."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from django.db import models

from learners.organisations.models import Organisation
from learners.sharing.models import ScopeItem, Stage
from learners.sharing.selectors.agreements import with_stage
from modules.models import Role


@dataclass(frozen=True, slots=True)
class Item:
    """What an agreement, which may not be active yet, says of one category of information."""

    information: int
    agreement: int
    agreement_in_words: str
    is_active: bool
    phase: str
    planned_for: datetime.date | None
    reason: str
    viewer_kinds: frozenset[str]
    viewers: frozenset[int]
    roles: frozenset[int]

    def is_shown_at(self, organisation: Organisation) -> bool:
        """Whether it lets anybody at an organisation see something."""
        anybody = not self.viewers and not self.viewer_kinds
        return anybody or organisation.pk in self.viewers or organisation.kind in self.viewer_kinds

    def is_for(self, role: Role | None) -> bool:
        """Whether it lets a role see something, where it lets anybody."""
        return not self.roles or (role is not None and role.pk in self.roles)


type ReadItems = Callable[[Set[int], datetime.date, Iterable[int] | None], list[Item]]


def items_of(agreements: Set[int], on: datetime.date, information: Iterable[int] | None) -> list[Item]:
    """The items of these agreements, without those that have expired; what is for planning or research nobody sees."""
    going = {
        row.pk: row for row in with_stage(on).filter(pk__in=agreements).exclude(stage_then=Stage.EXPIRED)
    }
    rows = ScopeItem.objects.for_care().filter(agreement__in=going)
    if information is not None:
        rows = rows.filter(information__in=information)
    found = list(rows)
    roles = _named(ScopeItem.roles.through, "role", found)
    viewers = _named(ScopeItem.viewers.through, "organisation", found)
    return [
        Item(
            information=row.information_id,
            agreement=row.agreement_id,
            agreement_in_words=str(going[row.agreement_id]),
            is_active=going[row.agreement_id].stage_then == Stage.ACTIVE,
            phase=row.phase,
            planned_for=row.planned_for,
            reason=row.reason,
            viewer_kinds=frozenset(row.viewer_kinds),
            viewers=frozenset(viewers[row.pk]),
            roles=frozenset(roles[row.pk]),
        )
        for row in found
    ]


def _named(through: type[models.Model], what: str, items: Iterable[ScopeItem]) -> dict[int, set[int]]:
    """What each item names, by the keys of both."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = through._default_manager.filter(scopeitem__in=[each.pk for each in items])
    for item, named in rows.values_list("scopeitem", what):
        found[item].add(named)
    return found
